package paper

import (
	"fmt"

	"kumppani/model"
)

func day(s string) model.Date { return model.MustDate(s) }

func clock(h, m int) model.Clock {
	c, _ := model.NewClock(h, m)
	return c
}

// filledLeader is a leader of whom everything is known that can be known.
func filledLeader() model.Leader {
	var free model.Availability
	free = free.With(2, model.Morning, true).With(4, model.Evening, true)
	return model.Leader{
		ID: "l1", Kind: model.Volunteer, Name: "Maija Lahti", Phone: "040 765 4321", Email: "maija.lahti@suvanto.example",
		Municipality: model.Municipality{Code: "932", Name: "Rantaniemi"}, HomeOrganisation: "o2", JobTitle: "lastenhoitaja",
		Languages: []model.Spoken{"fi", "sv"}, Audiences: []model.Audience{model.Fathers}, Skills: "kitara",
		BirthYear: model.CountOf(1979), StartedOn: day("2024-08-15"), Availability: free,
		Publication: model.Publication{On: day("2024-09-02"), Name: true, WithdrawnOn: day("2026-10-03")},
		Source:      model.FromSelf, SourceOn: day("2024-08-01"), Notes: "toivoo iltoja",
		Statuses: []model.LeaderStatus{
			{ID: "s1", State: model.LeaderActive, From: day("2024-09-10"), Reason: "perehdytetty"},
		},
		Tasks: []model.LeaderTask{
			{
				ID: "t1", Kind: model.FamilyCafeLeader, Description: "Sarkan tiistairyhmä", From: day("2024-09-11"), Until: day("2025-05-20"),
				Check: model.BackgroundCheck{Need: model.CheckNotNeeded},
			},
			{
				ID: "t2", Kind: model.FathersGroupLeader, OrganisationID: "o3", From: day("2025-09-04"), Until: day("2027-05-27"),
				Check: model.BackgroundCheck{Need: model.CheckNeeded, ConsentOn: day("2025-08-11"), ExtractIssued: day("2025-08-21"), SeenOn: day("2025-08-26"), SeenBy: "Hanna Virkkala"},
			},
		},
		Absences:  []model.Absence{{ID: "a1", Title: "ulkomailla", From: day("2026-12-01"), Until: day("2027-01-05")}},
		Completed: []model.Fulfilment{{ID: "f1", RequirementID: "r1", On: day("2024-09-12"), Version: "2024"}},
		Waivers:   []model.Waiver{{ID: "w1", RequirementID: "r2", ProgrammeID: "p2", Reason: "on jo opettaja", Until: day("2027-12-30")}},
		Elsewhere: []model.Elsewhere{{ID: "e1", ProgrammeID: "p2", On: day("2025-03-08"), Where: "MLL Helsinki", Hours: model.AmountOf(450)}},
		Entries: []model.LeaderEntry{
			{ID: "n1", Kind: model.EnteredHours, On: day("2025-05-19"), Amount: model.AmountOf(4600), Note: "kevätkausi"},
			{ID: "n2", Kind: model.EnteredFee, On: day("2025-05-21"), Amount: model.AmountOf(12050), Note: "keväältä"},
		},
	}
}

func testProgrammes() []model.Programme {
	return []model.Programme{
		{
			ID: "p1", Name: model.Text{Fi: "Vertaisryhmän ohjaajan koulutus", Sv: "Utbildning för ledare av kamratstödsgrupper", En: "Peer-group leader training"},
			Kind: model.PeerGroupTraining, Hours: model.AmountOf(1200), Tasks: []model.TaskKind{model.FathersGroupLeader},
			Content:  model.Text{Fi: "Ryhmän aloittaminen ja lopettaminen, ohjaajan rooli, turvallinen tila ja vaikeista asioista puhuminen."},
			Validity: model.Validity{Kind: model.ValidMonths, Months: 24, EndOfYear: true},
		},
		{ID: "p2", Name: model.Text{Fi: "Huolen puheeksi ottaminen"}, Kind: model.RaisingConcerns},
	}
}

// testEvent is held on two days, of which the second is not entered for everybody.
func testEvent() model.Event {
	return model.Event{
		ID: "v1", ProgrammeID: "p1", State: model.EventHeld, OrganiserID: "o1", Place: "Suvannon kirjasto", PassShare: 80,
		Days: []model.EventDay{
			{ID: "d1", Date: day("2026-03-07"), From: clock(9, 30), Until: clock(15, 0)},
			{ID: "d2", Date: day("2026-03-21"), From: clock(9, 30), Until: clock(15, 0), Place: "Perhetupa Sarka"},
		},
		Trainers: []model.Trainer{{ID: "k1", Name: "Åke Öhman", OrganisationID: "o3"}, {ID: "k2", LeaderID: "l2"}},
		Participations: []model.Participation{
			{ID: "x1", LeaderID: "l1", Days: map[model.ID]bool{"d1": true}, Passed: model.Yes, Rating: model.CountOf(4), Feedback: "hyvä ryhmä"},
			{ID: "x2", LeaderID: "l2", Days: map[model.ID]bool{"d1": true, "d2": true}, Passed: model.Yes},
			{ID: "x3", Outsider: model.Outsider{Name: "Risto Ruotsi", Organisation: "Sarkan koulu", Sector: model.Municipal}, Days: map[model.ID]bool{"d1": false}},
		},
	}
}

func testRequirements() []model.Requirement {
	return []model.Requirement{
		{
			ID: "r1", Kind: model.RequireUndertaking, Name: model.Text{Fi: "Vaitiolositoumus", Sv: "Tystnadsförbindelse", En: "Confidentiality undertaking"},
			Texts: []model.RequirementText{
				{Version: "2024", Body: model.Text{Fi: "Vanha teksti."}},
				{Version: "2026", From: day("2026-01-01"), Body: model.Text{
					Fi: "En kerro ulkopuolisille, mitä saan tietää perheistä.\n\nLupaus jatkuu tehtävän jälkeen.",
					Sv: "Jag berättar inte för utomstående vad jag får veta om familjer.",
				}},
				{Version: "2027", From: day("2027-01-01"), Body: model.Text{Fi: "Tuleva teksti."}},
			},
		},
		{ID: "r2", Kind: model.RequireTraining, Name: model.Text{Fi: "Suositeltu koulutus"}},
		{
			ID: "r3", Kind: model.RequirePublication, Name: model.Text{Fi: "Suostumus julkaista nimi ja puhelinnumero", Sv: "Samtycke till publicering av namn och telefonnummer", En: "Consent to publish"},
			Texts: []model.RequirementText{{Version: "1", Body: model.Text{Fi: "Seuraavat tietoni saa julkaista.", Sv: "Följande uppgifter får publiceras.", En: "The following may be published."}}},
		},
	}
}

func testLeaderFacts() LeaderFacts {
	e := testEvent()
	record := model.NewTrainingRecord(
		[]model.Completion{{LeaderID: "l1", ProgrammeID: "p1", On: e.LastDay(), EventID: e.ID}, {LeaderID: "l1", ProgrammeID: "p2", On: day("2025-03-08")}},
		nil,
		[]model.Extension{{ProgrammeID: "p1", Until: day("2029-06-29"), Reason: "peruttu", MadeOn: day("2026-11-01"), Leaders: []model.ID{"l1"}}},
	)
	return LeaderFacts{
		Programmes: model.ProgrammeDirectoryOf(testProgrammes()), Events: []model.Event{e},
		Rules:  model.ReadinessRules{Requirements: testRequirements(), Programmes: testProgrammes(), Record: record},
		Policy: model.LeaderPolicy{KeepMonths: 12, KeepSeen: true},
	}
}

func testTrainingFacts() TrainingFacts {
	return TrainingFacts{
		Programmes: model.ProgrammeDirectoryOf(testProgrammes()),
		Leaders: model.LeaderDirectoryOf([]model.Leader{
			filledLeader(), {ID: "l2", Kind: model.Professional, Name: "Áilu Ǩiârŋâi-Máhtte", HomeOrganisation: "o1"},
		}),
	}
}

// manyLeaders makes leaders and programmes with a record in which every fourth training is missing.
func manyLeaders(leaders, programmes int) ([]model.Leader, []model.Programme, model.TrainingRecord) {
	var ls []model.Leader
	var ps []model.Programme
	var done []model.Completion
	var going []model.Enrolment
	names := []string{"Huolen puheeksi ottaminen", "Dialoginen verkostotyö", "Vertaisryhmän ohjaajan koulutus", "Kasvatuskumppanuuskoulutus", "Varhainen vuorovaikutus"}
	for n := range programmes {
		v := model.Validity{}
		if n%3 > 0 {
			v = model.Validity{Kind: model.ValidMonths, Months: 12 * (1 + n%3), GraceDays: 60}
		}
		ps = append(ps, model.Programme{ID: model.ID(fmt.Sprint("p", n)), Name: model.Text{Fi: fmt.Sprint(names[n%len(names)], " ", n+1)}, Validity: v})
	}
	for i := range leaders {
		id := model.ID(fmt.Sprint("l", i))
		ls = append(ls, model.Leader{ID: id, Kind: model.Volunteer, Name: fmt.Sprintf("Ohjaaja Esimerkki-%d", i), Municipality: model.Municipality{Name: "Rantaniemi"}})
		for n := range programmes {
			switch (i + n) % 4 {
			case 0:
				if i%50 == 0 {
					going = append(going, model.Enrolment{LeaderID: id, ProgrammeID: ps[n].ID, EventID: "v", On: day("2027-02-06")})
				}
			default:
				done = append(done, model.Completion{LeaderID: id, ProgrammeID: ps[n].ID, On: day("2024-10-01").AddDays((37*i + 11*n) % 780)})
			}
		}
	}
	return ls, ps, model.NewTrainingRecord(done, going, nil)
}
