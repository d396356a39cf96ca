package agreements

import (
	"slices"
	"testing"

	"kumppani/model"
)

func TestPageTellsWhatTheAgreementBroughtAbout(t *testing.T) {
	a := signed("2026-08-01")
	a.ValidFrom = model.MustDate("2026-09-01")
	x := show(t, model.Finnish, a)
	x.Misses("Mitä sopimus on saanut aikaan")
	at := func(group model.ID, on string, adults, children int) model.Session {
		s := model.Session{GroupID: group, Date: model.MustDate(on)}
		s.Counts.Adults, s.Counts.Children = model.CountOf(adults), model.CountOf(children)
		return s
	}
	x.store.places = []model.MeetingPlace{{ID: "tupa", Name: model.Text{Fi: "Perhetupa Sarka"}, AgreementID: a.ID}}
	x.store.groups = []model.Group{
		{ID: "kahvila", Name: model.Text{Fi: "Perhekahvila"}, AgreementID: a.ID},
		{ID: "isat", Name: model.Text{Fi: "Isäryhmä"}, AgreementID: a.ID, RunsFrom: model.MustDate("2026-10-01")},
		{ID: "muu", Name: model.Text{Fi: "Muu ryhmä"}, AgreementID: "muu"},
	}
	x.store.sessions = []model.Session{
		at("kahvila", "2026-10-06", 5, 7), at("kahvila", "2026-08-04", 50, 70), {GroupID: "isat", Date: model.MustDate("2026-10-07")}, at("muu", "2026-10-06", 9, 9),
	}
	x.Reload()
	x.SeesPart("Mitä sopimus on saanut aikaan", "1 pidetty · 12 käyntiä", "1.10.2026 alkaen · 1 kirjaamatta", "1 pidetty ja 1 kirjaamatta · 12 käyntiä")
	x.Misses("Muu ryhmä")
	x.Tap("Perhetupa Sarka")
	x.Tap("Perhekahvila")
	if got := x.OpenedIDs(); !slices.Equal(got, []model.ID{"tupa", "kahvila"}) {
		t.Errorf("opened %v", got)
	}
}
