package model_test

import (
	"testing"

	"kumppani/model"
)

func TestPeriodsOfAYear(t *testing.T) {
	d := model.MustDate
	year := model.YearPeriod(2024)
	if year != (model.Period{From: d("2024-01-01"), Until: d("2024-12-31")}) || year.WholeYear() != 2024 {
		t.Errorf("the year is %+v, %d", year, year.WholeYear())
	}
	for _, c := range []struct{ from, until, wantFrom, wantUntil string }{
		{"2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"},
		{"2024-01-01", "2024-02-29", "2023-01-01", "2023-02-28"},
		{"2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"},
		{"2026-08-31", "2026-12-11", "2025-08-31", "2025-12-11"},
	} {
		before := model.Period{From: d(c.from), Until: d(c.until)}.YearBefore()
		if before.From.String() != c.wantFrom || before.Until.String() != c.wantUntil {
			t.Errorf("before %s–%s: %v", c.from, c.until, before)
		}
	}
	autumn := model.Period{From: d("2026-08-01"), Until: d("2026-12-31")}
	if autumn.WholeYear() != 0 || !autumn.Covers(d("2026-08-01")) || !autumn.Covers(d("2026-12-31")) || autumn.Covers(d("2026-07-31")) {
		t.Error("half a year")
	}
	if (model.YearPeriod(99999) != model.Period{}) {
		t.Error("a year that no date can have")
	}
}

func TestPracticesOfMunicipalities(t *testing.T) {
	d := model.MustDate
	sarka, suvanto := model.Municipality{Code: "901", Name: "Sarkajärvi"}, model.Municipality{Code: "902", Name: "Suvanto"}
	places := []model.MeetingPlace{
		{ID: "tupa", Kind: model.FamilyRoom, Municipality: sarka},
		{ID: "toinen", Kind: model.FamilyRoom, Municipality: sarka},
		{ID: "vanha", Kind: model.FamilyCafe, Municipality: sarka, EndedOn: d("2025-12-31")},
		{ID: "talo", Kind: model.FamilyCafe, Municipality: suvanto, EndedOn: d("2026-01-01")},
	}
	facts := model.EvidenceFacts{
		Places: places, PlaceOf: model.PlaceDirectoryOf(places),
		Groups: model.GroupDirectoryOf([]model.Group{
			{ID: "isat", Audiences: []model.Audience{model.Fathers, model.BabyFamilies}}, {ID: "perutut", Audiences: []model.Audience{model.Mothers}},
		}),
		Sessions: []model.Session{
			{GroupID: "isat", PlaceID: "talo", Date: d("2026-03-01")},
			{GroupID: "isat", PlaceID: "talo", Date: d("2026-03-08")},
			{GroupID: "perutut", PlaceID: "talo", Date: d("2026-03-01"), State: model.SessionCancelled},
			{GroupID: "perutut", PlaceID: "talo", Date: d("2025-03-01")},
		},
		Programmes:    model.ProgrammeDirectoryOf([]model.Programme{{ID: "p", Kind: model.CoupleTraining}}),
		Organisations: model.DirectoryOf([]model.Organisation{{ID: "o", Municipality: suvanto}, {ID: "nowhere"}}),
		Events: []model.Event{
			{ProgrammeID: "p", OrganiserID: "o", State: model.EventHeld, Days: []model.EventDay{{Date: d("2026-05-01")}}},
			{ProgrammeID: "p", OrganiserID: "o", State: model.EventPlanned, Days: []model.EventDay{{Date: d("2026-05-01")}}},
			{ProgrammeID: "p", OrganiserID: "nowhere", State: model.EventHeld, Days: []model.EventDay{{Date: d("2026-05-01")}}},
		},
	}
	evidence := model.EvidenceOf(model.YearPeriod(2026), facts)
	want := []model.PracticeEvidence{
		{Municipality: sarka, Practice: "place_family_room", Times: 2},
		{Municipality: suvanto, Practice: "peer_baby_families", Times: 1},
		{Municipality: suvanto, Practice: "peer_fathers", Times: 1},
		{Municipality: suvanto, Practice: "place_family_cafe", Times: 1},
		{Municipality: suvanto, Practice: "training_couple_work", Times: 1},
	}
	if len(evidence) != len(want) {
		t.Fatalf("evidence %+v", evidence)
	}
	for i := range want {
		if evidence[i] != want[i] {
			t.Errorf("evidence %+v, want %+v", evidence[i], want[i])
		}
	}

	entries := []model.PracticeEntry{
		{Municipality: model.Municipality{Name: "sarkajärvi"}, Practice: model.PlacesOf(model.FamilyRoom), Stage: model.PracticeEstablished},
		{Municipality: suvanto, Practice: model.PlacesOf(model.FamilyCafe), Stage: model.PracticeNotInUse},
		{Municipality: suvanto, Practice: model.PlacesOf(model.BabyCafe), Detail: "suunnitteilla"},
	}
	stages := map[model.Practice]model.PracticeRow{}
	for _, r := range model.PracticeTable(model.AreaPlaces, []model.Municipality{sarka, suvanto}, entries, evidence) {
		stages[r.Practice] = r
	}
	for _, c := range []struct {
		kind           model.PlaceKind
		sarka, suvanto model.PracticeStage
		inUse, unknown int
	}{
		{model.FamilyRoom, model.PracticeEstablished, "", 1, 1},
		{model.FamilyCafe, "", model.PracticeNotInUse, 0, 1}, // what is entered counts before the register
		{model.BabyCafe, "", "", 0, 2},                       // a remark is no answer
	} {
		r := stages[model.PlacesOf(c.kind)]
		if len(r.Stages) != 2 || r.Stages[0] != c.sarka || r.Stages[1] != c.suvanto || r.InUse != c.inUse || r.Unknown != c.unknown {
			t.Errorf("%s: %+v", c.kind, r)
		}
	}
	fathers := model.PracticeTable(model.AreaPeerGroups, []model.Municipality{sarka, suvanto}, nil, evidence)
	for _, r := range fathers {
		if r.Practice == model.PeerGroupsFor(model.Fathers) && (r.Counts[model.PracticeRegistered] != 1 || r.InUse != 1) {
			t.Errorf("fathers' groups are in the register: %+v", r)
		}
	}
}

func TestPracticeNamesTheirKind(t *testing.T) {
	p := model.PeerGroupsFor(model.Fathers)
	if p.Audience() != model.Fathers || p.PlaceKind() != "" || p.ProgrammeKind() != "" {
		t.Errorf("%s", p)
	}
	if q := model.TrainingIn(model.OwnProgramme); q.ProgrammeKind() != model.OwnProgramme || q.Audience() != "" {
		t.Errorf("%s", q)
	}
	seen := map[model.Practice]bool{}
	for _, a := range model.PracticeAreas() {
		for _, p := range a.Practices() {
			if seen[p] {
				t.Errorf("%s is in two areas", p)
			}
			seen[p] = true
		}
	}
}

func TestAYearIsCarriedOver(t *testing.T) {
	y := model.NewYearRecord(2025)
	if !y.Nothing() {
		t.Error("a new year has something in it")
	}
	y.Services[model.School] = model.TakesPartActively
	y.Cooperation[model.Parish] = model.CooperatesWell
	y.Resources[model.ResourceBudget] = model.Resource{Given: model.Yes}
	y.Quality[model.QualityCommunity] = model.QualityMark{Step: model.CountOf(3)}
	y.Practices = []model.PracticeEntry{{Practice: model.CoupleWork, Stage: model.PracticeTrial}}
	next := y.CarriedOver(2026)
	if next.Year != 2026 || next.Services[model.School] != model.TakesPartActively || len(next.Practices) != 1 {
		t.Errorf("not carried over: %+v", next)
	}
	if len(next.Cooperation)+len(next.Resources)+len(next.Quality) != 0 {
		t.Errorf("what is judged anew each year was copied: %+v", next)
	}
	next.Practices[0].Stage, next.Services[model.School] = model.PracticeEstablished, model.TakesNoPart
	if y.Practices[0].Stage != model.PracticeTrial || y.Services[model.School] != model.TakesPartActively {
		t.Error("the old year changed with the new")
	}
}

// In January the annual report is of the year that ended.
func TestReportYear(t *testing.T) {
	for day, year := range map[string]int{"2027-01-01": 2026, "2027-03-31": 2026, "2027-04-01": 2027, "2026-11-22": 2026} {
		if got := model.ReportYear(model.MustDate(day)); got != year {
			t.Errorf("on %s: %d", day, got)
		}
	}
}
