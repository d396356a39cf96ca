package model_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

func TestRemindersOfTheDayAndOfTheComingDays(t *testing.T) {
	wantItems(t, model.AgendaInput{FollowUps: []model.FollowUp{
		{ID: "late", Kind: model.KindOrganisation, RecordID: "o", On: d("2026-11-20")},
		{ID: "done", Kind: model.KindOrganisation, RecordID: "o", On: d("2026-11-20"), DoneOn: d("2026-11-21")},
		{ID: "today", On: d("2026-11-22")},
		{ID: "soon", Kind: model.KindPlace, RecordID: "p", On: d("2026-11-29")},
		{ID: "far", Kind: model.KindPlace, RecordID: "p", On: d("2026-11-30")},
	}},
		"follow_up_late late -> organisation o, 2026-11-20 x0", "follow_up_late today -> follow_up today, 2026-11-22 x0",
		"follow_up soon -> meeting_place p, 2026-11-29 x0",
	)
}

func TestMeetingsOfTheNetwork(t *testing.T) {
	twice := model.Body{ID: "area", TimesAYear: model.CountOf(2), StartsOn: d("2020-01-01")}
	team := model.Body{
		ID: "team", Recurs: true, StartsOn: d("2026-01-07"),
		Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 2, Weekday: time.Wednesday},
	}
	agreed := model.Body{ID: "agreed"}
	ended := model.Body{ID: "ended", TimesAYear: model.CountOf(2), StartsOn: d("2020-01-01"), EndedOn: d("2026-01-01")}
	wantItems(t, model.AgendaInput{
		Bodies: []model.Body{twice, team, agreed, ended},
		Meetings: []model.NetworkMeeting{
			{ID: "spring", BodyID: "area", Date: d("2026-04-28"), Decisions: "Jatketaan."}, // half a year later is 27.10.
			{ID: "next", BodyID: "agreed", Date: d("2026-11-29")},
			{ID: "unwritten", BodyID: "agreed", Date: d("2026-10-23")},
			{ID: "long ago", BodyID: "agreed", Date: d("2026-10-22")},
			{ID: "off", BodyID: "agreed", Date: d("2026-11-10"), Cancelled: true},
		},
	},
		"meeting area -> body area, 2026-10-27 x0", "meeting team -> body team, 2026-11-25 x0",
		"meeting agreed -> network_meeting next, 2026-11-29 x0", "no_decisions unwritten -> network_meeting unwritten, 2026-10-23 x0",
	)
}

func TestBackupsThatAreMissingOrOld(t *testing.T) {
	at := func(day string) []model.Backup {
		on := d(day)
		return []model.Backup{{At: time.Date(on.Year(), on.Month(), on.Day(), 12, 0, 0, 0, time.Local)}}
	}
	wantItems(t, model.AgendaInput{Backups: at("2026-11-16")})
	wantItems(t, model.AgendaInput{Backups: at("2026-11-15")}, "backup  ->  , 2026-11-15 x0")
	wantItems(t, model.AgendaInput{Backups: []model.Backup{}}, "backup  ->  ,  x0")
}

func TestDeferredItemsComeBackOnTheirDay(t *testing.T) {
	in := withToday(model.AgendaInput{FollowUps: []model.FollowUp{{ID: "f", Kind: model.KindPlace, RecordID: "p", On: d("2026-11-23")}}})
	key := model.AgendaOf(in).Items[0].Key()
	in.Deferrals = []model.Deferral{{Key: key, Until: d("2026-11-25")}}
	for _, c := range []struct {
		today    string
		hidden   int
		matter   model.Matter // of what is shown
		deferred model.Matter
	}{{"2026-11-22", 1, "", model.MatterFollowUp}, {"2026-11-24", 1, "", model.MatterFollowUpLate}, {"2026-11-25", 0, model.MatterFollowUpLate, ""}} {
		in.Calendar.Today = d(c.today)
		a := model.AgendaOf(in)
		if len(a.Deferred) != c.hidden || (c.hidden == 1 && (len(a.Items) > 0 || a.Deferred[0].Matter != c.deferred)) ||
			(c.hidden == 0 && a.Items[0].Matter != c.matter) {
			t.Errorf("on %s: %+v", c.today, a)
		}
	}
	in.FollowUps[0].On = d("2026-11-24") // another day: another matter
	in.Deferrals[0].Until = model.Date{}
	if a := model.AgendaOf(in); len(a.Items) != 1 || len(a.Deferred) != 0 {
		t.Errorf("of another day: %+v", a)
	}
}

func TestWhatIsPressingIsCountedByWhereItLeads(t *testing.T) {
	in := hall()
	in.Calendar.Today = d("2026-11-22")
	in.Sessions = []model.Session{meets("a", "cafe", "2026-11-24"), meets("b", "half", "2026-11-25", "other"), meets("c", "half", "2026-11-03")}
	in.FollowUps = []model.FollowUp{
		{ID: "late", Kind: model.KindPlace, RecordID: "p", On: d("2026-11-22")}, {ID: "soon", Kind: model.KindPlace, RecordID: "p", On: d("2026-11-23")},
	}
	in.Agreements = []model.AgreementSummary{
		{ID: "today", Form: model.Oral, ValidFrom: d("2020-01-01"), ReviewOn: d("2026-11-22")},
		{ID: "soon", Form: model.Oral, ValidFrom: d("2020-01-01"), ReviewOn: d("2026-11-23")},
	}
	in.Backups = fresh
	a := model.AgendaOf(in)
	want := map[model.Kind]int{model.KindSession: 2, model.KindPlace: 1, model.KindAgreement: 1}
	if got := a.Counts(); !maps.Equal(got, want) || a.Pressing() != 4 {
		t.Errorf("counts %v, together %d", got, a.Pressing())
	}
}

// Whatever is shown can be put off: two things to see to never have one key.
func TestKeysAreUnique(t *testing.T) {
	in := withToday(hall())
	promised := []model.Contribution{{ID: "1", DueOn: d("2026-11-01")}, {ID: "2", DueOn: d("2026-11-01")}}
	in.Agreements = []model.AgreementSummary{{ID: "x", Form: model.Oral, ValidFrom: d("2020-01-01"), ReviewOn: d("2026-11-01")}}
	for _, c := range promised {
		in.Contributions = append(in.Contributions, model.AgreementContribution{AgreementID: "x", Contribution: c})
	}
	in.FollowUps = []model.FollowUp{{ID: "1", RecordID: "x", On: d("2026-11-01")}, {ID: "2", RecordID: "x", On: d("2026-11-01")}}
	in.Sessions = []model.Session{meets("a", "cafe", "2026-11-24", "volunteer"), meets("b", "half", "2026-11-24", "volunteer")}
	in.Facts.Closures = []model.Closure{
		{ID: "1", Scope: model.ClosedPlace, PlaceID: "hall", From: d("2026-11-24"), Until: d("2026-11-24")},
	}
	seen := map[string]bool{}
	for _, x := range model.AgendaOf(in).Items {
		if seen[x.Key()] {
			t.Errorf("two items have the key %q", x.Key())
		}
		seen[x.Key()] = true
	}
	if len(seen) < 9 {
		t.Errorf("only %d items", len(seen))
	}
}

// A reminder on a record is found at the record; one on none would be found nowhere until its day is near.
func TestRemindersOfLaterDaysAreFound(t *testing.T) {
	d := model.MustDate
	in := withToday(model.AgendaInput{FollowUps: []model.FollowUp{
		{ID: "spring", On: d("2027-03-01")},
		{ID: "winter", On: d("2026-12-24")},
		{ID: "near", On: d("2026-11-25")},
		{ID: "hung", Kind: model.KindPlace, RecordID: "p", On: d("2027-03-01")},
		{ID: "done", On: d("2027-03-01"), DoneOn: d("2026-11-01")},
	}})
	var got []model.ID
	for _, f := range model.AgendaOf(in).Later {
		got = append(got, f.ID)
	}
	if !slices.Equal(got, []model.ID{"winter", "spring"}) {
		t.Errorf("later come %q", got)
	}
}
