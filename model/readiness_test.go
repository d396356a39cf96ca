package model_test

import (
	"testing"

	"kumppani/model"
)

func requirements() []model.Requirement {
	return []model.Requirement{
		{ID: "intro", Kind: model.RequireIntroduction, Name: model.Text{Fi: "Perehdytys"}, Weight: model.Wanted},
		{ID: "secrecy", Kind: model.RequireUndertaking, Name: model.Text{Fi: "Vaitiolo"}, Weight: model.Wanted, Texts: []model.RequirementText{
			{Version: "2023"}, {Version: "2026", From: d("2026-01-01")},
		}},
		{ID: "public", Kind: model.RequirePublication, Name: model.Text{Fi: "Julkaisu"}, Weight: model.Information, GraceDays: 30, Professionals: true},
		{ID: "check", Kind: model.RequireCheck, Name: model.Text{Fi: "Ote"}, Weight: model.Wanted},
		{ID: "training", Kind: model.RequireTraining, Name: model.Text{Fi: "Koulutus"}, Weight: model.Information, GraceDays: 365, Professionals: true},
		{ID: "cafe", Kind: model.RequireOther, Name: model.Text{Fi: "Hygieniapassi"}, Weight: model.Wanted, Tasks: []model.TaskKind{model.FamilyCafeLeader}, ValidMonths: model.CountOf(24), GraceDays: 14},
		{ID: "off", Kind: model.RequireOther, Name: model.Text{Fi: "Vanha"}, Off: true},
	}
}

func cafeLeader() model.Leader {
	return model.Leader{
		ID: "l", Kind: model.Volunteer, Name: "Aino Kettula",
		Statuses: []model.LeaderStatus{{State: model.LeaderActive, From: d("2026-01-01")}},
		Tasks: []model.LeaderTask{{
			ID: "t", Kind: model.FamilyCafeLeader, From: d("2026-01-15"), Check: model.BackgroundCheck{Need: model.CheckNotNeeded},
		}},
		Completed: []model.Fulfilment{
			{RequirementID: "intro", On: d("2026-01-10")},
			{RequirementID: "secrecy", On: d("2026-01-12"), Version: "2026"},
			{RequirementID: "cafe", On: d("2025-12-01")},
		},
		Publication: model.Publication{On: d("2026-01-12"), Name: true},
	}
}

// of finds the readiness of one requirement.
func of(t *testing.T, all []model.Readiness, id model.ID) model.Readiness {
	t.Helper()
	for _, r := range all {
		if r.Requirement.ID == id {
			return r
		}
	}
	t.Fatalf("%s is not judged", id)
	return model.Readiness{}
}

func TestReadinessOn(t *testing.T) {
	for _, c := range []struct {
		name        string
		change      func(*model.Leader)
		on          string
		requirement model.ID
		state       model.ReadinessState
		by          string
	}{
		{"introduced", nil, "2026-11-22", "intro", model.ReadyInOrder, ""},
		{"not introduced, and the task has begun", func(l *model.Leader) { l.Completed = nil }, "2026-01-16", "intro", model.ReadyMissing, "2026-01-15"},
		{"not introduced, on the first day", func(l *model.Leader) { l.Completed = nil }, "2026-01-15", "intro", model.ReadyDueSoon, "2026-01-15"},
		{"introduced later than the day asked about", nil, "2026-01-09", "intro", model.ReadyDueSoon, "2026-01-15"},
		{"nobody knows when the work began", func(l *model.Leader) { l.Completed, l.Tasks[0].From = nil, model.Date{} }, "2026-11-22", "intro", model.ReadyMissing, ""},
		{"publication in its grace", func(l *model.Leader) { l.Publication = model.Publication{} }, "2026-02-14", "public", model.ReadyDueSoon, "2026-02-14"},
		{"… and after it", func(l *model.Leader) { l.Publication = model.Publication{} }, "2026-02-15", "public", model.ReadyMissing, "2026-02-14"},
		{"asked, and does not want it", func(l *model.Leader) { l.Publication.Name = false }, "2026-11-22", "public", model.ReadyDeclined, ""},
		{"consent withdrawn", func(l *model.Leader) { l.Publication.WithdrawnOn = d("2026-05-01") }, "2026-05-01", "public", model.ReadyDeclined, ""},
		{"holds two years", nil, "2026-11-22", "cafe", model.ReadyInOrder, "2027-12-01"},
		{"runs out within 60 days", nil, "2027-10-03", "cafe", model.ReadyDueSoon, "2027-12-01"},
		{"ran out, in grace", nil, "2027-12-15", "cafe", model.ReadyDueSoon, "2027-12-01"},
		{"ran out", nil, "2027-12-16", "cafe", model.ReadyExpired, "2027-12-01"},
		{"waived until a day", func(l *model.Leader) {
			l.Completed = nil
			l.Waivers = []model.Waiver{{RequirementID: "intro", Reason: "Tekee tehtävää toisaalla", Until: d("2026-12-31")}}
		}, "2026-12-31", "intro", model.ReadyWaived, "2026-12-31"},
		{"the waiver is over", func(l *model.Leader) {
			l.Completed = nil
			l.Waivers = []model.Waiver{{RequirementID: "intro", Reason: "Tekee tehtävää toisaalla", Until: d("2026-12-31")}}
		}, "2027-01-01", "intro", model.ReadyMissing, "2026-01-15"},
		{"what is in order needs no waiver", func(l *model.Leader) {
			l.Waivers = []model.Waiver{{RequirementID: "intro", Reason: "turha"}}
		}, "2026-11-22", "intro", model.ReadyInOrder, ""},
		{"check not needed", nil, "2026-11-22", "check", model.ReadyNotNeeded, ""},
		{"check to be assessed", func(l *model.Leader) { l.Tasks[0].Check.Need = "" }, "2026-11-22", "check", model.ReadyToAssess, ""},
	} {
		l := cafeLeader()
		if c.change != nil {
			c.change(&l)
		}
		r := of(t, l.ReadinessOn(d(c.on), model.ReadinessRules{Requirements: requirements()}), c.requirement)
		if r.State != c.state || r.By.String() != c.by {
			t.Errorf("%s: %s by %s, want %s by %s", c.name, r.State, r.By, c.state, c.by)
		}
	}
}

func TestAnOlderTextThatWasSignedStaysGoodAndIsTold(t *testing.T) {
	l := cafeLeader()
	l.Completed[1].Version = "2023"
	rules := model.ReadinessRules{Requirements: requirements()}
	r := of(t, l.ReadinessOn(d("2026-11-22"), rules), "secrecy")
	if r.State != model.ReadyInOrder || !r.Older || r.Version != "2023" {
		t.Errorf("got %+v", r)
	}
	if s := model.Summarise(l.ReadinessOn(d("2026-11-22"), rules)); s.Older != 1 || s.Level != model.LevelOK {
		t.Errorf("summary %+v", s)
	}
	if r := of(t, l.ReadinessOn(d("2025-12-31"), rules), "secrecy"); r.Older {
		t.Error("before the new text there is no older one")
	}
}

func TestWhomNothingIsAsked(t *testing.T) {
	rules := model.ReadinessRules{Requirements: requirements()}
	ended := cafeLeader()
	ended.Statuses = append(ended.Statuses, status(model.LeaderEnded, "2026-06-01"))
	if got := ended.ReadinessOn(d("2026-11-22"), rules); len(got) != 0 {
		t.Errorf("nothing is asked of one who has ended: %v", got)
	}
	interested := model.Leader{Kind: model.Volunteer, Name: "Uusi"}
	if got := interested.ReadinessOn(d("2026-11-22"), rules); len(got) != 0 {
		t.Errorf("nothing is asked of one who is only interested: %v", got)
	}
	other := cafeLeader()
	other.Tasks[0].Kind = model.ParishVolunteer
	for _, r := range other.ReadinessOn(d("2026-11-22"), rules) {
		if r.Requirement.ID == "cafe" || r.Requirement.ID == "off" {
			t.Errorf("%s is not asked for this task", r.Requirement.ID)
		}
	}
}

func TestAProfessionalIsAskedOnlyWhatProfessionalsAre(t *testing.T) {
	l := cafeLeader()
	l.Kind = model.Professional
	for _, r := range l.ReadinessOn(d("2026-11-22"), model.ReadinessRules{Requirements: requirements()}) {
		if r.Requirement.ID != "public" && r.Requirement.ID != "training" {
			t.Errorf("%s is the employer's business", r.Requirement.ID)
		}
	}
}

func TestRecommendedTrainingIsAskedPerProgramme(t *testing.T) {
	l := cafeLeader()
	l.Tasks = append(l.Tasks, model.LeaderTask{ID: "u", Kind: model.FathersGroupLeader, From: d("2026-09-01")})
	rules := model.ReadinessRules{
		Requirements: requirements()[4:5],
		Programmes: []model.Programme{
			{ID: "worry", Tasks: []model.TaskKind{model.FamilyCafeLeader}},
			{ID: "fathers", Tasks: []model.TaskKind{model.FathersGroupLeader}},
			{ID: "nobody", Tasks: nil},
			{ID: "couples", Tasks: []model.TaskKind{model.FamilyTrainingLeader}},
		},
		Record: model.NewTrainingRecord([]model.Completion{{LeaderID: "l", ProgrammeID: "worry", On: d("2026-09-10")}},
			[]model.Enrolment{{LeaderID: "l", ProgrammeID: "fathers", EventID: "e", On: d("2027-04-15")}}, nil),
	}
	got := l.ReadinessOn(d("2026-11-22"), rules)
	if len(got) != 2 || got[0].ProgrammeID != "worry" || got[0].State != model.ReadyInOrder ||
		got[1].ProgrammeID != "fathers" || got[1].State != model.ReadyDueSoon || got[1].By != d("2027-09-01") ||
		got[1].PlannedOn != d("2027-04-15") {
		t.Errorf("got %+v", got)
	}
	l.Waivers = []model.Waiver{{RequirementID: "training", ProgrammeID: "fathers", Reason: "Isätyön ammattilainen"}}
	if got := l.ReadinessOn(d("2026-11-22"), rules); got[1].State != model.ReadyWaived || got[0].State != model.ReadyInOrder {
		t.Errorf("waived for one programme: %+v", got)
	}
}

func TestSummariseCountsWhatCounts(t *testing.T) {
	l := cafeLeader()
	l.Completed, l.Publication, l.Tasks[0].Check.Need = nil, model.Publication{}, ""
	s := model.Summarise(l.ReadinessOn(d("2026-11-22"), model.ReadinessRules{Requirements: requirements()}))
	if want := (model.Summary{Level: model.LevelMissing, Missing: 3, Due: 1, Told: 1}); s != want {
		t.Errorf("got %+v, want %+v", s, want)
	}
	urgent := model.ByUrgency(l.ReadinessOn(d("2026-11-22"), model.ReadinessRules{Requirements: requirements()}))
	if urgent[0].State.Level() != model.LevelMissing || urgent[3].Requirement.ID != "public" || urgent[4].Requirement.ID != "check" {
		t.Errorf("order: %v", urgent)
	}
}
