package model_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"kumppani/model"
)

var year = model.LeaderPolicy{KeepMonths: 12}

func TestKeptUntil(t *testing.T) {
	today := d("2026-11-22")
	ended := cafeLeader()
	ended.Statuses = append(ended.Statuses, status(model.LeaderEnded, "2026-05-31"))
	late := ended
	late.Entries = []model.LeaderEntry{{Kind: model.EnteredExpense, On: d("2026-08-01")}}
	interested := model.Leader{Name: "Uusi", Source: model.FromSelf, SourceOn: d("2025-03-01")}
	for _, c := range []struct {
		name string
		l    model.Leader
		want string
	}{
		{"goes on", cafeLeader(), ""},
		{"a year from the end", ended, "2027-05-31"},
		{"a year from what came after the end", late, "2027-08-01"},
		{"only interested, a year from the first call", interested, "2026-03-01"},
		{"nothing is known", model.Leader{Name: "Uusi"}, ""},
	} {
		if got := c.l.KeptUntil(today, year).String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestReviewOn(t *testing.T) {
	ended := cafeLeader()
	ended.ID = "ended"
	ended.Statuses = []model.LeaderStatus{status(model.LeaderEnded, "2025-05-31")}
	ended.Completed = nil
	ended.Tasks[0].From = d("2024-01-01")
	changed := cafeLeader()
	changed.ID = "changed"
	changed.Tasks = []model.LeaderTask{
		{ID: "old", Kind: model.FamilyCafeLeader, Until: d("2026-06-01"), Check: model.BackgroundCheck{Need: model.CheckNeeded, ExtractIssued: d("2025-01-01")}},
		{ID: "new", Kind: model.FamilyCafeLeader, From: d("2026-06-02"), Check: model.BackgroundCheck{Need: model.CheckNeeded, ExtractIssued: d("2026-05-01")}},
	}
	gone := ended.Anonymous(d("2026-01-01"))
	events := []model.Event{
		{ID: "old", Days: []model.EventDay{{Date: d("2025-10-01")}}, Participations: []model.Participation{{Outsider: model.Outsider{Name: "Vieras"}}}},
		{ID: "new", Days: []model.EventDay{{Date: d("2026-10-01")}}, Participations: []model.Participation{{Outsider: model.Outsider{Name: "Vieras"}}}},
		{ID: "own", Days: []model.EventDay{{Date: d("2020-10-01")}}, Participations: []model.Participation{{LeaderID: "ended"}}},
	}
	got := model.ReviewOn(d("2026-11-22"), []model.Leader{cafeLeader(), ended, changed, gone}, events, year)
	want := []model.Removal{
		{Reason: model.RemovePerson, LeaderID: "ended", Since: d("2026-05-31")},
		{Reason: model.RemoveCheck, LeaderID: "changed", Since: d("2026-06-01")},
		{Reason: model.RemoveOutsiders, EventID: "old", Since: d("2026-10-01")},
	}
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
	tasks := changed.WithoutOldChecks(d("2026-11-22"))
	if !tasks[0].Check.ExtractIssued.IsZero() || tasks[1].Check.ExtractIssued.IsZero() || changed.Tasks[0].Check.ExtractIssued.IsZero() {
		t.Errorf("the dates of the task that is over go, in the copy alone: %+v", tasks)
	}
}

func TestAnonymousKeepsTheStatisticsAndNotThePerson(t *testing.T) {
	l := cafeLeader()
	l.Name, l.Phone, l.Email, l.Skills, l.Notes, l.JobTitle = "SALA-nimi", "SALA-puh", "SALA@x", "SALA", "SALA", "SALA"
	l.BirthYear, l.Languages, l.Availability = model.CountOf(1985), []model.Spoken{"so"}, 1
	l.Tasks[0].Description = "SALA"
	l.Tasks[0].Check = model.BackgroundCheck{Need: model.CheckNeeded, ConsentOn: d("2026-01-02"), ExtractIssued: d("2026-01-03"), SeenBy: "SALA"}
	l.Statuses[0].Reason = "SALA"
	l.Absences = []model.Absence{{Title: "SALA", From: d("2026-01-01")}}
	l.Waivers = []model.Waiver{{RequirementID: "intro", Reason: "SALA"}}
	l.Elsewhere = []model.Elsewhere{{ProgrammeID: "p", On: d("2025-01-01"), Where: "SALA"}}
	l.Entries = []model.LeaderEntry{{Kind: model.EnteredHours, On: d("2026-02-01"), Amount: model.AmountOf(200), Note: "SALA"}}
	a := l.Anonymous(d("2026-11-22"))
	b, err := json.Marshal(a)
	if err != nil || strings.Contains(string(b), "SALA") {
		t.Errorf("something of the person is left: %s %v", b, err)
	}
	if !a.Anonymised() || len(a.Tasks) != 1 || a.Tasks[0].From != d("2026-01-15") || len(a.Entries) != 1 || len(a.Elsewhere) != 1 ||
		a.BirthYear.Known || len(a.Languages) != 0 || a.Availability.Said() || !a.Tasks[0].Check.ConsentOn.IsZero() || len(a.Completed) != 0 {
		t.Errorf("got %+v", a)
	}
	if l.Entries[0].Note != "SALA" {
		t.Error("the leader itself was changed")
	}
}

// Who was taken out goes on nowhere: no report has an active leader without a name, and no task lasts on.
func TestAnonymousHasEnded(t *testing.T) {
	day := d("2026-11-22")
	for name, c := range map[string]struct {
		statuses []model.LeaderStatus
		ended    model.Date
	}{
		"active":       {[]model.LeaderStatus{status(model.LeaderActive, "2025-01-01")}, day},
		"never began":  {nil, day},
		"ended before": {[]model.LeaderStatus{status(model.LeaderActive, "2025-01-01"), status(model.LeaderEnded, "2026-05-31")}, d("2026-05-31")},
		"comes back":   {[]model.LeaderStatus{status(model.LeaderOnBreak, "2026-01-01"), status(model.LeaderActive, "2027-01-01")}, day},
	} {
		l := cafeLeader()
		l.Statuses = c.statuses
		l.Tasks = []model.LeaderTask{
			{ID: "goes on", From: d("2025-01-01")},
			{ID: "over", From: d("2024-01-01"), Until: d("2025-06-01")},
			{ID: "ahead", From: d("2027-01-01")},
			{ID: "planned", From: d("2026-01-01"), Until: d("2027-05-31")},
		}
		a := l.Anonymous(day)
		for _, on := range []model.Date{day, d("2027-03-01")} {
			if got := a.EndedOn(on); got != c.ended {
				t.Errorf("%s: on %s ended on %q, want %s", name, on, got, c.ended)
			}
		}
		if len(a.Tasks) != 3 || a.Tasks[0].Until != day || a.Tasks[1].Until != d("2025-06-01") || a.Tasks[2].Until != day {
			t.Errorf("%s: tasks %+v", name, a.Tasks)
		}
		if again := a.Anonymous(day); !reflect.DeepEqual(again, a) {
			t.Errorf("%s: once more %+v", name, again)
		}
	}
}

func TestRemovalPreviewTellsWhatGoesAndWhatStays(t *testing.T) {
	l := cafeLeader()
	events := []model.Event{{Participations: []model.Participation{{LeaderID: "l", Feedback: "Hyvä"}, {LeaderID: "x"}}, Trainers: []model.Trainer{{LeaderID: "l"}}}}
	stays := func(all []model.RemovedFacts, g model.RemovedGroup) (gone, stay int) {
		for _, f := range all {
			if f.Group == g {
				return f.Gone, f.Stay
			}
		}
		return -1, -1
	}
	anonymised, erased := model.RemovalPreview(l, events, false), model.RemovalPreview(l, events, true)
	for _, c := range []struct {
		group      model.RemovedGroup
		anonymised [2]int
		erased     [2]int
	}{
		{model.RemovedContact, [2]int{1, 0}, [2]int{1, 0}},
		{model.RemovedPapers, [2]int{4, 0}, [2]int{4, 0}},
		{model.RemovedFeedback, [2]int{1, 0}, [2]int{1, 0}},
		{model.RemovedParticipations, [2]int{0, 1}, [2]int{1, 0}},
		{model.RemovedTasks, [2]int{0, 1}, [2]int{1, 0}},
		{model.RemovedAbsences, [2]int{-1, -1}, [2]int{-1, -1}},
	} {
		gone, stay := stays(anonymised, c.group)
		if [2]int{gone, stay} != c.anonymised {
			t.Errorf("anonymised, %s: %d go and %d stay", c.group, gone, stay)
		}
		if gone, stay = stays(erased, c.group); [2]int{gone, stay} != c.erased {
			t.Errorf("erased, %s: %d go and %d stay", c.group, gone, stay)
		}
	}
}

func TestKeepingOn(t *testing.T) {
	l := cafeLeader()
	l.Source, l.SourceOn = model.FromOrganisation, d("2025-12-20")
	l.Statuses = append(l.Statuses, status(model.LeaderEnded, "2026-05-31"))
	l.Tasks[0].Check = model.BackgroundCheck{Need: model.CheckNeeded, ExtractIssued: d("2026-01-03")}
	groups := map[model.FactGroup]model.Keeping{}
	for _, k := range l.KeepingOn(d("2026-11-22"), year, true) {
		groups[k.Group] = k
	}
	if k := groups[model.FactsContact]; k.Origin != model.OriginOrganisation || k.On != d("2025-12-20") || k.Until != d("2027-05-31") || k.Stays {
		t.Errorf("contact: %+v", k)
	}
	if k := groups[model.FactsCheck]; k.Until != d("2026-05-31") || k.Origin != model.OriginShown {
		t.Errorf("the dates of the extract are not needed after the end: %+v", k)
	}
	if k := groups[model.FactsTraining]; k.Origin != model.OriginEvents || !k.Stays {
		t.Errorf("training: %+v", k)
	}
	if _, there := groups[model.FactsEntries]; there {
		t.Error("there are no entries to tell of")
	}
}
