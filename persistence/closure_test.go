package persistence

import (
	"testing"

	"kumppani/model"
)

func closureOf(scope model.ClosureScope, from, until string) model.Closure {
	return model.Closure{Scope: scope, From: model.MustDate(from), Until: model.MustDate(until), Reason: model.Text{Fi: "tauko"}}
}

func TestClosuresComeBackWhole(t *testing.T) {
	m := newMeetings(t)
	full := model.Closure{
		Municipality: m.places[0].Municipality, OrganisationID: m.organisations[0].ID, PlaceID: m.places[0].ID,
		From: model.MustDate("2026-10-19"), Until: model.MustDate("2026-10-25"), Reason: model.Text{Fi: " tauko ", Sv: "paus", En: "break"},
	}
	var want []model.Closure
	for i, scope := range model.ClosureScopes() {
		c := full
		c.Scope = scope
		c.From, c.Until = c.From.AddDays(-7*i), c.Until.AddDays(-7*i)
		saved, err := m.f.SaveClosure(ctx, c)
		must(t, err)
		kept := model.Closure{ID: saved.ID, Scope: scope, From: c.From, Until: c.Until, Reason: model.Text{Fi: "tauko", Sv: "paus", En: "break"}}
		switch scope {
		case model.ClosedMunicipality:
			kept.Municipality = c.Municipality
		case model.ClosedOrganiser:
			kept.OrganisationID = c.OrganisationID
		case model.ClosedPlace:
			kept.PlaceID = c.PlaceID
		}
		equal(t, "saved", saved, kept)
		want = append(want, kept)
	}
	all, err := m.f.Closures(ctx)
	must(t, err)
	equal(t, "the latest first", all, want)
	want[0].Until = want[0].Until.AddDays(1)
	_, err = m.f.SaveClosure(ctx, want[0])
	must(t, err)
	must(t, m.f.DeleteClosure(ctx, want[1].ID))
	all, err = m.f.Closures(ctx)
	must(t, err)
	equal(t, "after a change and a removal", all, append(want[:1:1], want[2:]...))
	soundFile(t, m.f)
}

func TestClosureRefusals(t *testing.T) {
	m := newMeetings(t)
	for _, c := range []model.Closure{
		closureOf("", "2026-10-19", "2026-10-25"), closureOf(model.ClosedPlace, "2026-10-19", "2026-10-25"),
		closureOf(model.ClosedEverywhere, "2026-10-25", "2026-10-19"),
		{Scope: model.ClosedEverywhere},
	} {
		_, err := m.f.SaveClosure(ctx, c)
		wantCode(t, err, model.CodeInvalid)
	}
	c := closureOf(model.ClosedPlace, "2026-10-19", "2026-10-25")
	c.PlaceID = "ei-ole"
	_, err := m.f.SaveClosure(ctx, c)
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, m.f.DeleteClosure(ctx, "ei-ole"), model.CodeNotFound)
	all, err := m.f.Closures(ctx)
	must(t, err)
	if len(all) > 0 {
		t.Errorf("kept %+v", all)
	}
}

// cancelledDays are the days of cancelled sessions of a group, by the closure that cancelled them.
func (m *meetings) cancelledDays(t *testing.T, group int) map[model.ID][]string {
	t.Helper()
	all, err := m.f.GroupSessions(ctx, m.groups[group].ID)
	must(t, err)
	out := map[model.ID][]string{}
	for _, s := range all {
		if s.State == model.SessionCancelled {
			out[s.ClosedBy] = append(out[s.ClosedBy], s.Date.String())
		}
	}
	return out
}

// A pipe breaks: the sessions at the place are cancelled; when it is mended sooner, those that are open again are held
// again, and so are all when it turns out to have been a mistake. The other place never notices.
func TestClosureCancelsAndRestores(t *testing.T) {
	m := newMeetings(t)
	before := m.written(t)
	c := closureOf(model.ClosedPlace, "2026-11-03", "2026-11-17")
	c.PlaceID = m.places[0].ID
	c, err := m.f.SaveClosure(ctx, c)
	must(t, err)
	equal(t, "closed", m.cancelledDays(t, 0), map[model.ID][]string{c.ID: {"2026-11-03", "2026-11-10", "2026-11-17"}})
	equal(t, "elsewhere", m.cancelledDays(t, 1), map[model.ID][]string{})

	c.From, c.Until = model.MustDate("2026-11-10"), model.MustDate("2026-11-16")
	c, err = m.f.SaveClosure(ctx, c)
	must(t, err)
	equal(t, "mended sooner", m.cancelledDays(t, 0), map[model.ID][]string{c.ID: {"2026-11-10"}})

	must(t, m.f.DeleteClosure(ctx, c.ID))
	after, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	changes := map[string]int{}
	for i := range after {
		changes[after[i].Date.String()] = after[i].Sequence
		after[i].Sequence = 0
	}
	equal(t, "restored", after, before)
	if changes["2026-11-03"] != 2 || changes["2026-11-10"] != 2 || changes["2026-11-24"] != 0 {
		t.Errorf("changes were counted as %v", changes)
	}
	soundFile(t, m.f)
}

// A session that two closures close stays cancelled until both are gone.
func TestOverlappingClosures(t *testing.T) {
	m := newMeetings(t)
	m.written(t)
	school := closureOf(model.ClosedMunicipality, "2026-10-19", "2026-10-25")
	school.Municipality = m.places[0].Municipality
	school, err := m.f.SaveClosure(ctx, school)
	must(t, err)
	everywhere, err := m.f.SaveClosure(ctx, closureOf(model.ClosedEverywhere, "2026-10-20", "2026-10-27"))
	must(t, err)
	equal(t, "by both", m.cancelledDays(t, 0), map[model.ID][]string{school.ID: {"2026-10-20"}, everywhere.ID: {"2026-10-27"}})
	must(t, m.f.DeleteClosure(ctx, school.ID))
	equal(t, "by the other", m.cancelledDays(t, 0), map[model.ID][]string{everywhere.ID: {"2026-10-20", "2026-10-27"}})
	must(t, m.f.DeleteClosure(ctx, everywhere.ID))
	equal(t, "by none", m.cancelledDays(t, 0), map[model.ID][]string{})
}

// What somebody edited, counted or cancelled is left as it is by a closure and by its end.
func TestClosureLeavesTouchedSessions(t *testing.T) {
	m := newMeetings(t)
	m.written(t)
	all, err := m.f.Sessions(ctx, model.MustDate("2026-11-03"), model.MustDate("2026-11-03"))
	must(t, err)
	counted, err := m.f.UpdateSession(ctx, all[0].ID, func(s *model.Session) error {
		s.Counts.Adults = model.CountOf(0)
		return nil
	})
	must(t, err)
	c, err := m.f.SaveClosure(ctx, closureOf(model.ClosedEverywhere, "2026-11-03", "2026-11-10"))
	must(t, err)
	equal(t, "cancelled", m.cancelledDays(t, 0), map[model.ID][]string{c.ID: {"2026-11-10"}})

	closed, err := m.f.Sessions(ctx, model.MustDate("2026-11-10"), model.MustDate("2026-11-10"))
	must(t, err)
	explained, err := m.f.UpdateSession(ctx, closed[0].ID, func(s *model.Session) error { s.Reason = "putkirikko"; return nil })
	must(t, err)
	must(t, m.f.DeleteClosure(ctx, c.ID))
	got, err := m.f.Session(ctx, explained.ID)
	must(t, err)
	explained.ClosedBy = "" // as if somebody had cancelled it
	equal(t, "with a reason", got, explained)
	got, err = m.f.Session(ctx, counted.ID)
	must(t, err)
	equal(t, "counted", got, counted)
	soundFile(t, m.f)
}
