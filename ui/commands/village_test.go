package commands

import (
	"time"

	"kumppani/model"
)

func day(s string) model.Date { return model.MustDate(s) }

// withPeople gives a store leaders and training: Eevi, who leads and lacks something; two who are called Onni; a
// professional; one who has ended; and one who is no longer a person.
func withPeople(m *memory) *memory {
	m.requirements = []model.Requirement{
		{
			ID: "r1", Kind: model.RequireUndertaking, Name: model.Text{Fi: "Vaitiolositoumus", Sv: "Tystnadsförbindelse"}, Weight: model.Wanted,
			Texts: []model.RequirementText{
				{ID: "x1", Version: "2025", Body: model.Text{Fi: "En kerro."}},
				{ID: "x2", Version: "2026", From: day("2026-01-01"), Body: model.Text{Fi: "En kerro mitään."}},
			},
		},
		{ID: "r2", Kind: model.RequireCheck, Name: model.Text{Fi: "Rikostaustaote"}, Weight: model.Wanted},
		{ID: "r3", Kind: model.RequireTraining, Name: model.Text{Fi: "Suositeltu koulutus"}, Weight: model.Information},
		{
			ID: "r4", Kind: model.RequirePublication, Name: model.Text{Fi: "Julkaisu"}, Weight: model.Information, Off: true,
			Texts: []model.RequirementText{{ID: "x3", Version: "1"}},
		},
	}
	m.programmes = []model.Programme{
		{
			ID: "g1", Name: model.Text{Fi: "Vertaisohjaaja", Sv: "Kamratledare"}, Kind: model.PeerGroupTraining, Hours: model.AmountOf(1250),
			Tasks: []model.TaskKind{model.FathersGroupLeader}, Validity: model.Validity{Kind: model.ValidMonths, Months: 24},
		},
		{ID: "g2", Name: model.Text{Fi: "Vanha"}, Kind: model.OwnProgramme, Ended: true},
	}
	m.leaders = peopleOfTheVillage()
	m.events = eventsOfTheVillage()
	m.record = model.NewTrainingRecord([]model.Completion{
		{LeaderID: "l1", ProgrammeID: "g1", On: day("2024-12-15"), EventID: "e2"},
	}, []model.Enrolment{{LeaderID: "l1", ProgrammeID: "g1", EventID: "e3", On: day("2027-01-09")}}, nil)
	return m
}

func peopleOfTheVillage() []model.Leader {
	active := []model.LeaderStatus{{ID: "s1", State: model.LeaderActive, From: day("2024-01-01")}}
	return []model.Leader{
		{
			ID: "l1", Kind: model.Volunteer, Name: "Eevi Salo", Phone: "+358 40 000 0100", HomeOrganisation: "o1",
			Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, Languages: []model.Spoken{"se", "sv"},
			Availability: model.Availability(0).With(time.Tuesday, model.Morning, true), Statuses: active,
			Publication: model.Publication{On: day("2025-01-01"), Name: true},
			Tasks: []model.LeaderTask{
				{
					ID: "t1", Kind: model.FathersGroupLeader, Description: "Sarkan isät", From: day("2024-01-15"),
					Check: model.BackgroundCheck{
						Need: model.CheckNeeded, ConsentOn: day("2024-01-01"), ExtractIssued: day("2024-01-10"), SeenOn: day("2024-01-12"), SeenBy: "Näkijä N",
					},
				},
				{ID: "t2", Kind: model.VolunteerGrandparent, From: day("2026-10-01"), Check: model.BackgroundCheck{Need: model.CheckNeeded}},
			},
			Completed: []model.Fulfilment{{ID: "f1", RequirementID: "r1", On: day("2025-02-01"), Version: "2025"}},
			Entries: []model.LeaderEntry{
				{ID: "n1", Kind: model.EnteredHours, On: day("2026-03-01"), Amount: model.AmountOf(150)},
				{ID: "n2", Kind: model.EnteredHours, On: day("2026-12-01"), Amount: model.AmountOf(9900)},
			},
		},
		{ID: "l2", Kind: model.Volunteer, Name: "Onni Aho", Municipality: model.Municipality{Name: "Rantaniemi"}, Statuses: active},
		{ID: "l3", Kind: model.Volunteer, Name: "Onni Niemi", Statuses: active},
		{ID: "l4", Kind: model.Professional, Name: "Čáŋalas Ánne", JobTitle: "=1+1", Statuses: active},
		{ID: "l5", Kind: model.Volunteer, Name: "Aino Vanha", Statuses: []model.LeaderStatus{{State: model.LeaderEnded, From: day("2025-05-31")}}},
		{ID: "l6", Kind: model.Volunteer, AnonymisedOn: day("2026-01-01")},
	}
}

func eventsOfTheVillage() []model.Event {
	evening, _ := model.NewClock(17, 0)
	late, _ := model.NewClock(20, 30)
	return []model.Event{
		{
			ID: "e3", ProgrammeID: "g1", State: model.EventPlanned, Days: []model.EventDay{{ID: "d3", Date: day("2027-01-09")}},
			Participations: []model.Participation{{ID: "q4", LeaderID: "l1"}},
		},
		{
			ID: "e1", ProgrammeID: "g1", State: model.EventHeld, PassShare: 80, Capacity: model.CountOf(3), OrganiserID: "o1",
			Days:     []model.EventDay{{ID: "d1", Date: day("2026-10-12"), From: evening, Until: late}, {ID: "d2", Date: day("2026-10-13")}},
			Trainers: []model.Trainer{{ID: "k1", LeaderID: "l4"}, {ID: "k2", Name: "Vieras Kouluttaja"}},
			Participations: []model.Participation{
				{ID: "q1", LeaderID: "l2", Days: map[model.ID]bool{"d1": true, "d2": true}, Passed: model.Yes, Rating: model.CountOf(5)},
				{ID: "q2", Outsider: model.Outsider{Name: "Ulla", Organisation: "Seura", Sector: model.Association}, Days: map[model.ID]bool{"d1": true, "d2": false}},
				{ID: "q3", LeaderID: "l3"},
			},
		},
		{
			ID: "e2", ProgrammeID: "g1", Title: model.Text{Fi: "Syyskurssi"}, State: model.EventHeld, PassShare: 80,
			Days:           []model.EventDay{{ID: "d4", Date: day("2024-12-15")}},
			Participations: []model.Participation{{ID: "q5", LeaderID: "l1", Passed: model.Yes}},
		},
	}
}
