package persistence

import (
	"errors"
	"slices"
	"testing"

	"kumppani/model"
)

// leaderNamed keeps an active leader.
func leaderNamed(t testing.TB, f *File, name string) model.ID {
	t.Helper()
	l, err := f.CreateLeader(ctx, model.Leader{
		Kind: model.Volunteer, Name: name,
		Statuses: []model.LeaderStatus{{State: model.LeaderActive, From: model.MustDate("2024-01-01")}},
	})
	must(t, err)
	return l.ID
}

func programmeNamed(t testing.TB, f *File, name string) model.Programme {
	t.Helper()
	p, err := f.CreateProgramme(ctx, model.Programme{
		Name: model.Text{Fi: name}, Kind: model.OwnProgramme,
		Validity: model.Validity{Kind: model.ValidMonths, Months: 24, GraceDays: 30},
	})
	must(t, err)
	return p
}

// fullEvent is an event of two days in which everything that can be kept is there; one of the days is a leap day.
func fullEvent(programme, organiser, leader model.ID) model.Event {
	from, _ := model.NewClock(9, 30)
	midnight, _ := model.NewClock(0, 0)
	first, second := newID(), newID()
	return model.Event{
		ProgrammeID: programme, Title: model.Text{Fi: "Kevään koulutus", Sv: "Vårens utbildning", En: "Spring training"},
		State: model.EventHeld, Reason: "siirretty", OrganiserID: organiser, Place: "Äijälä",
		Languages: []model.Language{model.Swedish, model.Finnish}, Capacity: model.CountOf(12), Cost: model.AmountOf(45050),
		PassShare: 80, Notes: "emoji 🙂\x00\x1f\x1e\nrivi",
		Days: []model.EventDay{
			{ID: first, Date: model.MustDate("2024-02-29"), From: from},
			{ID: second, Date: model.MustDate("2024-03-01"), From: midnight, Until: from, Place: "Öölanti"},
		},
		Trainers: []model.Trainer{
			{ID: newID(), LeaderID: leader},
			{ID: newID(), Name: "Šárká Öman", OrganisationID: organiser},
		},
		Participations: []model.Participation{
			{
				ID: newID(), LeaderID: leader, Days: map[model.ID]bool{first: true, second: false}, Passed: model.Yes,
				Rating: model.CountOf(5), Feedback: "hyvä, \x1f ja \x1e\nselkeä",
			},
			{
				ID: newID(), Outsider: model.Outsider{Name: "فاطمة", Organisation: "Yhdistys", Sector: model.Association},
				Passed: model.No,
			},
		},
	}
}

func TestProgrammeComesBackWhole(t *testing.T) {
	f := newFile(t)
	p, err := f.CreateProgramme(ctx, model.Programme{
		Name: model.Text{Fi: " Vavu ", Sv: "Tidig interaktion", En: "Early interaction"}, Kind: model.EarlyInteraction,
		Content: model.Text{Fi: "sisältö", Sv: "innehåll", En: "content"}, Hours: model.AmountOf(750),
		Validity: model.Validity{Kind: model.ValidUntilDay, Months: 24, EndOfYear: true, Day: model.MustDate("2028-02-29"), GraceDays: 60},
		Tasks:    []model.TaskKind{model.BabyCafeLeader, model.OtherTask}, Ended: true,
	})
	must(t, err)
	if p.Name.Fi != "Vavu" || p.ID == "" {
		t.Errorf("kept as %+v", p)
	}
	all, err := f.Programmes(ctx)
	must(t, err)
	equal(t, "listed", all, []model.Programme{p})
	q, err := f.UpdateProgramme(ctx, p.ID, func(x *model.Programme) error {
		x.Hours, x.Tasks, x.Ended = model.Amount{}, nil, false
		return nil
	})
	must(t, err)
	all, err = f.Programmes(ctx)
	must(t, err)
	equal(t, "changed", all, []model.Programme{q})
	for _, name := range []string{"Östra", "Ähtäri", "Aamu"} {
		programmeNamed(t, f, name)
	}
	all, err = f.Programmes(ctx)
	must(t, err)
	var names []string
	for _, x := range all {
		names = append(names, x.Name.Fi)
	}
	equal(t, "order", names, []string{"Aamu", "Vavu", "Ähtäri", "Östra"})
}

func TestEventComesBackWhole(t *testing.T) {
	f := newFile(t)
	o := twoOrganisations(t, f)[0]
	l := leaderNamed(t, f, "Aino Öman")
	e := fullEvent(programmeNamed(t, f, "Vavu").ID, o.ID, l)
	saved, err := f.CreateEvent(ctx, e)
	must(t, err)
	e.ID = saved.ID
	equal(t, "saved", saved, e)
	got, err := f.Event(ctx, e.ID)
	must(t, err)
	equal(t, "read", got, e)
	all, err := f.Events(ctx)
	must(t, err)
	equal(t, "listed", all, []model.Event{e})
	soundFile(t, f)
}

// What a person does to an event afterwards: a day more in the right place, another attendance, somebody who leaves.
func TestEventChanges(t *testing.T) {
	f := newFile(t)
	l := leaderNamed(t, f, "Aino Öman")
	e, err := f.CreateEvent(ctx, fullEvent(programmeNamed(t, f, "Vavu").ID, "", l))
	must(t, err)
	gone := e.Days[1].ID
	var want model.Event
	_, err = f.UpdateEvent(ctx, e.ID, func(x *model.Event) error {
		x.Days = []model.EventDay{{Date: model.MustDate("2024-03-05")}, x.Days[0]}
		x.Participations = append([]model.Participation{{Outsider: model.Outsider{Name: " Uusi "}}}, x.Participations[0])
		x.Participations[1].Days[x.Days[1].ID] = false
		x.Participations[1].Outsider.Name = "Aino Öman" // stands in the register already
		x.Trainers = nil
		return nil
	})
	must(t, err)
	got, err := f.Event(ctx, e.ID)
	must(t, err)
	want = e
	want.Days = []model.EventDay{e.Days[0], {ID: got.Days[1].ID, Date: model.MustDate("2024-03-05")}}
	stays := e.Participations[0]
	stays.Days = map[model.ID]bool{e.Days[0].ID: false}
	want.Participations = []model.Participation{{ID: got.Participations[0].ID, Outsider: model.Outsider{Name: "Uusi"}}, stays}
	want.Trainers = nil
	equal(t, "changed", got, want)
	if _, kept := got.Participations[1].Days[gone]; kept {
		t.Error("attendance of a day that is no more")
	}
	must(t, f.DeleteEvent(ctx, e.ID))
	_, err = f.Event(ctx, e.ID)
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.DeleteEvent(ctx, e.ID), model.CodeNotFound)
	soundFile(t, f)
}

func TestEventsAreLatestFirst(t *testing.T) {
	f := newFile(t)
	p := programmeNamed(t, f, "Vavu").ID
	for _, day := range []string{"2026-01-10", "", "2027-05-01", "2025-03-03"} {
		e := model.Event{ProgrammeID: p, State: model.EventPlanned, Place: day}
		if day != "" {
			e.Days = []model.EventDay{{Date: model.MustDate(day)}}
		}
		_, err := f.CreateEvent(ctx, e)
		must(t, err)
	}
	all, err := f.Events(ctx)
	must(t, err)
	var order []string
	for _, e := range all {
		order = append(order, e.Place)
	}
	equal(t, "order", order, []string{"", "2027-05-01", "2026-01-10", "2025-03-03"})
}

// Participants stand in the order in which they were entered, also when one of them has left the register.
func TestParticipantsKeepTheirOrder(t *testing.T) {
	f := newFile(t)
	var names []model.Participation
	gone := leaderNamed(t, f, "Poistuva")
	for _, name := range []string{"Ö", "A", "", "M", "B"} {
		p := model.Participation{ID: newID(), Outsider: model.Outsider{Name: name}}
		if name == "" {
			p.LeaderID = gone
		}
		names = append(names, p)
	}
	e, err := f.CreateEvent(ctx, model.Event{ProgrammeID: programmeNamed(t, f, "Vavu").ID, State: model.EventHeld, Participations: names})
	must(t, err)
	must(t, f.EraseLeader(ctx, gone))
	all, err := f.Events(ctx)
	must(t, err)
	equal(t, "after one has left", all[0].Participations, slices.Delete(e.Participations, 2, 3))
	_, err = f.UpdateEvent(ctx, e.ID, func(x *model.Event) error {
		x.Participations[0], x.Participations[3] = x.Participations[3], x.Participations[0] // B first, Ö last
		return nil
	})
	must(t, err)
	one, err := f.Event(ctx, e.ID)
	must(t, err)
	all, err = f.Events(ctx)
	must(t, err)
	equal(t, "listed", all, []model.Event{one})
	var order string
	for _, p := range one.Participations {
		order += p.Outsider.Name
	}
	equal(t, "order", order, "BAMÖ")
}

func TestTrainingRefusals(t *testing.T) {
	f := newFile(t)
	p := programmeNamed(t, f, "Vavu")
	_, err := f.CreateProgramme(ctx, model.Programme{Kind: model.OwnProgramme})
	wantCode(t, err, model.CodeInvalid)
	_, err = f.CreateEvent(ctx, model.Event{ProgrammeID: p.ID, State: model.EventHeld, Days: []model.EventDay{{}}})
	wantCode(t, err, model.CodeInvalid)
	_, err = f.CreateEvent(ctx, model.Event{ProgrammeID: "ei-ole", State: model.EventHeld})
	wantCode(t, err, model.CodeNotFound)
	twice := []model.Participation{{Outsider: model.Outsider{Name: "Aino"}}, {Outsider: model.Outsider{Name: "AINO"}}}
	_, err = f.CreateEvent(ctx, model.Event{ProgrammeID: p.ID, State: model.EventHeld, Participations: twice})
	wantCode(t, err, model.CodeInvalid)
	_, err = f.CreateExtension(ctx, model.Extension{ProgrammeID: p.ID})
	wantCode(t, err, model.CodeInvalid)
	_, err = f.UpdateProgramme(ctx, "ei-ole", func(*model.Programme) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	_, err = f.UpdateEvent(ctx, "ei-ole", func(*model.Event) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.DeleteProgramme(ctx, "ei-ole"), model.CodeNotFound)
	wantCode(t, f.DeleteExtension(ctx, "ei-ole"), model.CodeNotFound)
	own := errors.New("oma")
	if _, err = f.UpdateProgramme(ctx, p.ID, func(x *model.Programme) error { x.Name.Fi = "Toinen"; return own }); err != own {
		t.Errorf("got %v, want the error of the change", err)
	}
	e, err := f.CreateEvent(ctx, fullEvent(p.ID, "", leaderNamed(t, f, "Aino")))
	must(t, err)
	if _, err = f.UpdateEvent(ctx, e.ID, func(x *model.Event) error { x.Participations[0].Passed = ""; return own }); err != own {
		t.Errorf("got %v, want the error of the change", err)
	}
	got, err := f.Event(ctx, e.ID)
	must(t, err)
	equal(t, "after a change that failed", got, e)
	all, err := f.Programmes(ctx)
	must(t, err)
	equal(t, "after a change that failed", all, []model.Programme{p})
}

// A programme that something uses stays, and the person is told where it is used.
func TestDeleteProgramme(t *testing.T) {
	f := newFile(t)
	p := programmeNamed(t, f, "Vavu")
	leader := leaderNamed(t, f, "Aino")
	event, err := f.CreateEvent(ctx, model.Event{ProgrammeID: p.ID, State: model.EventHeld})
	must(t, err)
	x, err := f.CreateExtension(ctx, model.Extension{
		ProgrammeID: p.ID, Until: model.MustDate("2027-01-01"), MadeOn: model.MustDate("2026-01-01"), Reason: "peruttiin", Leaders: []model.ID{leader},
	})
	must(t, err)
	requirements, err := f.Requirements(ctx)
	must(t, err)
	_, err = f.UpdateLeader(ctx, leader, func(l *model.Leader) error {
		l.Elsewhere = []model.Elsewhere{{ProgrammeID: p.ID, On: model.MustDate("2025-01-01")}}
		l.Waivers = []model.Waiver{{RequirementID: requirements[0].ID, ProgrammeID: p.ID, Reason: "syy"}}
		return nil
	})
	must(t, err)
	err = f.DeleteProgramme(ctx, p.ID)
	wantCode(t, err, model.CodeInUse)
	var e *model.Error
	errors.As(err, &e)
	equal(t, "uses", e.Uses, []model.Use{
		{Kind: model.KindLeader, ID: leader, Label: "Aino", Role: "elsewhere"},
		{Kind: model.KindEvent, ID: event.ID, Label: "Vavu", Role: "event"},
		{Kind: model.KindTraining, ID: x.ID, Label: "peruttiin", Role: "extension"},
		{Kind: model.KindLeader, ID: leader, Label: "Aino", Role: "waiver"},
	})
	must(t, f.DeleteEvent(ctx, event.ID))
	must(t, f.DeleteExtension(ctx, x.ID))
	_, err = f.UpdateLeader(ctx, leader, func(l *model.Leader) error { l.Elsewhere, l.Waivers = nil, nil; return nil })
	must(t, err)
	must(t, f.DeleteProgramme(ctx, p.ID))
	all, err := f.Programmes(ctx)
	must(t, err)
	if len(all) > 0 {
		t.Errorf("%v is still there", all)
	}
}

// An organisation that arranges training stays; when two turn out to be the same, their training is too.
func TestOrganisationsAndTraining(t *testing.T) {
	f := newFile(t)
	o := twoOrganisations(t, f)
	e, err := f.CreateEvent(ctx, fullEvent(programmeNamed(t, f, "Vavu").ID, o[1].ID, leaderNamed(t, f, "Aino")))
	must(t, err)
	err = f.DeleteOrganisation(ctx, o[1].ID)
	wantCode(t, err, model.CodeInUse)
	var refused *model.Error
	errors.As(err, &refused)
	equal(t, "uses", refused.Uses, []model.Use{
		{Kind: model.KindEvent, ID: e.ID, Label: "Kevään koulutus", Role: "organiser"},
		{Kind: model.KindEvent, ID: e.ID, Label: "Kevään koulutus", Role: "trainer"},
	})
	_, err = f.MergeOrganisations(ctx, o[0].ID, o[1].ID)
	must(t, err)
	e.OrganiserID, e.Trainers[1].OrganisationID = o[0].ID, o[0].ID
	got, err := f.Event(ctx, e.ID)
	must(t, err)
	equal(t, "after the merge", got, e)
	soundFile(t, f)
}
