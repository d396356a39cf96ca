package model_test

import (
	"testing"

	"kumppani/model"
)

func TestLeadersWhoLackSomething(t *testing.T) {
	sound, lacking, soon, ended := cafeLeader(), cafeLeader(), cafeLeader(), cafeLeader()
	sound.ID = "sound"
	lacking.ID, lacking.Completed = "lacking", lacking.Completed[2:] // neither introduced nor sworn to secrecy
	soon.ID = "soon"
	soon.Completed = append(soon.Completed[:2:2], model.Fulfilment{RequirementID: "cafe", On: d("2024-12-10")}) // until 10.12.2026
	ended.ID, ended.Completed = "ended", nil
	ended.Statuses = []model.LeaderStatus{{State: model.LeaderEnded, From: d("2026-06-01")}}
	in := model.AgendaInput{
		Leaders: []model.Leader{sound, lacking, soon, ended}, Rules: model.ReadinessRules{Requirements: requirements()},
	}
	wantItems(t, in, "readiness lacking -> leader lacking, 2026-01-15 x0", "running_out soon -> leader soon, 2026-12-10 x0")
	items := model.AgendaOf(withToday(in)).Items
	if n := len(items[0].Readiness); n != 2 {
		t.Errorf("%d gaps in one line", n)
	}
	in.Leaders[1].Completed = append(in.Leaders[1].Completed, model.Fulfilment{RequirementID: "intro", On: d("2026-11-20")})
	if after := model.AgendaOf(withToday(in)).Items; after[0].Key() == items[0].Key() {
		t.Error("another gap is the same matter")
	}
}

func TestTrainingThatRunsOut(t *testing.T) {
	l := cafeLeader()
	in := model.AgendaInput{
		Leaders: []model.Leader{l},
		Rules: model.ReadinessRules{
			Requirements: requirements(),
			Programmes: []model.Programme{
				{ID: "near", Validity: model.Validity{Kind: model.ValidMonths, Months: 12}},
				{ID: "far", Validity: model.Validity{Kind: model.ValidMonths, Months: 24}},
			},
			Record: model.NewTrainingRecord([]model.Completion{
				{LeaderID: l.ID, ProgrammeID: "near", On: d("2026-02-20")}, {LeaderID: l.ID, ProgrammeID: "far", On: d("2026-02-20")},
			}, nil, nil),
		},
	}
	wantItems(t, in, "running_out l -> leader l, 2027-02-20 x0")
}

func TestContactPersonsWhoBeganOrLeft(t *testing.T) {
	now := d("2026-11-22")
	contact := func(id model.ID, from, until string) model.Contact {
		c := model.Contact{ID: id, Name: string(id)}
		if from != "" {
			c.From = d(from)
		}
		if until != "" {
			c.Until = d(until)
		}
		return c
	}
	for name, c := range map[string]struct {
		contacts []model.Contact
		named    model.ID
		want     []string
	}{
		"nothing changed":         {[]model.Contact{contact("a", "2020-01-01", "")}, "a", nil},
		"nobody knows when":       {[]model.Contact{contact("a", "", "")}, "a", nil},
		"began lately":            {[]model.Contact{contact("a", "2026-10-23", "")}, "a", []string{"contact x -> agreement x, 2026-10-23 x0"}},
		"began too long ago":      {[]model.Contact{contact("a", "2026-10-22", "")}, "a", nil},
		"begins later":            {[]model.Contact{contact("a", "2026-12-01", "")}, "a", nil},
		"left lately":             {[]model.Contact{contact("a", "2020-01-01", "2026-11-21")}, "", []string{"contact x -> agreement x, 2026-11-21 x0"}},
		"last day is today":       {[]model.Contact{contact("a", "2020-01-01", "2026-11-22")}, "", nil},
		"named one left long ago": {[]model.Contact{contact("a", "2020-01-01", "2025-01-31")}, "a", []string{"contact x -> agreement x, 2025-01-31 x0"}},
		"one for another": {
			[]model.Contact{contact("a", "2020-01-01", "2026-10-31"), contact("b", "2026-11-01", "")},
			"b",
			[]string{"contact x -> agreement x, 2026-11-01 x0"},
		},
	} {
		a := model.AgreementSummary{ID: "x", Form: model.Oral, ValidFrom: d("2020-01-01"), Parties: []model.Party{
			{ID: "p", OrganisationID: "o", ContactID: c.named}, {ID: "q", OrganisationID: "us"},
		}}
		over := a
		over.ID, over.ValidUntil, over.PredecessorID = "over", d("2024-12-31"), "" // long over: nobody is to be told
		in := model.AgendaInput{
			Agreements: []model.AgreementSummary{a, over}, Organisations: model.Directory{"o": {ID: "o", Contacts: c.contacts}, "us": {ID: "us"}},
			Calendar: model.Calendar{Today: now},
		}
		t.Run(name, func(t *testing.T) { wantItems(t, in, c.want...) })
	}
}
