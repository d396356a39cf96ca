package persistence

import (
	"errors"
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

// requirementOf is the built-in requirement of a kind.
func requirementOf(t testing.TB, f *File, kind model.RequirementKind) model.Requirement {
	t.Helper()
	all, err := f.Requirements(ctx)
	must(t, err)
	i := slices.IndexFunc(all, func(r model.Requirement) bool { return r.Kind == kind })
	if i < 0 {
		t.Fatalf("no requirement of kind %s", kind)
	}
	return all[i]
}

func volunteer(name string) model.Leader { return model.Leader{Kind: model.Volunteer, Name: name} }

func newProgramme(t testing.TB, f *File) model.Programme {
	t.Helper()
	p, err := f.CreateProgramme(ctx, model.Programme{Name: model.Text{Fi: "Vavu"}, Kind: model.EarlyInteraction})
	must(t, err)
	return p
}

// fullLeader is a leader in whom everything that can be kept is there, with IDs.
func fullLeader(t testing.TB, f *File, name string) model.Leader {
	t.Helper()
	home := association(name + "n yhdistys")
	home, err := f.CreateOrganisation(ctx, home)
	must(t, err)
	programme := newProgramme(t, f)
	day := model.MustDate
	return model.Leader{
		ID: newID(), Kind: model.Volunteer, Name: name, Phone: "+358 40 000 0101", Email: "aino@example.invalid",
		Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, HomeOrganisation: home.ID, JobTitle: "opas",
		Languages: []model.Spoken{"sv", "se"}, Audiences: []model.Audience{model.Fathers, model.BabyFamilies},
		Skills: "kitara", BirthYear: model.CountOf(1975), StartedOn: day("2019-03-01"),
		Availability: model.Availability(0).With(time.Tuesday, model.Morning, true).With(time.Sunday, model.Evening, true),
		Publication:  model.Publication{On: day("2025-01-07"), Name: true, WithdrawnOn: day("2026-02-28")},
		Source:       model.FromSelf, SourceOn: day("2024-02-29"), Notes: "soita ensin",
		Statuses: []model.LeaderStatus{
			{ID: newID(), State: model.LeaderInterested},
			{ID: newID(), State: model.LeaderOnBreak, From: day("2026-05-01"), Reason: "perhevapaa"},
		},
		Tasks: []model.LeaderTask{
			{
				ID: newID(), Kind: model.FamilyCafeLeader, Description: "tiistairyhmä", OrganisationID: home.ID,
				From: day("2019-03-01"), Until: day("2026-05-31"),
				Check: model.BackgroundCheck{Need: model.CheckNeeded, ConsentOn: day("2019-02-01"), ExtractIssued: day("2019-02-15")},
			},
			{ID: newID(), Kind: model.OtherTask},
		},
		Absences:  []model.Absence{{ID: newID(), Title: "matka", From: day("2026-11-01"), Until: day("2026-11-30")}},
		Completed: []model.Fulfilment{{ID: newID(), RequirementID: requirementOf(t, f, model.RequireUndertaking).ID, On: day("2025-08-13"), Version: "2023"}},
		Waivers: []model.Waiver{
			{ID: newID(), RequirementID: requirementOf(t, f, model.RequireTraining).ID, ProgrammeID: programme.ID, Reason: "osaa jo", Until: day("2027-01-01")},
			{ID: newID(), RequirementID: requirementOf(t, f, model.RequireIntroduction).ID, Reason: "vanha tuttu"},
		},
		Elsewhere: []model.Elsewhere{{ID: newID(), ProgrammeID: programme.ID, On: day("2023-10-10"), Where: "Oulu", Hours: model.AmountOf(1250)}},
		Entries: []model.LeaderEntry{
			{ID: newID(), Kind: model.EnteredFee, On: day("2026-01-31"), Amount: model.AmountOf(0), Note: "kevät"},
			{ID: newID(), Kind: model.EnteredHours, On: day("2025-12-31"), Amount: model.AmountOf(4250)},
		},
	}
}

func TestLeaderComesBackWhole(t *testing.T) {
	for _, odd := range []string{"", "\x00", "\x1e", "\x1f", "a\x1eb\x1fc🙂"} {
		f := newFile(t)
		want := fullLeader(t, f, "Čáŋalas Máret")
		want.Notes += odd
		want.Absences[0].Title += odd
		want.Tasks[1].Description = odd
		other, err := f.CreateLeader(ctx, volunteer("مريم"))
		must(t, err)
		saved, err := f.CreateLeader(ctx, want)
		must(t, err)
		equal(t, "saved", saved, want)
		got, err := f.Leader(ctx, want.ID)
		must(t, err)
		equal(t, "read", got, want)
		for range 2 { // read from the file, and what was remembered
			all, err := f.Leaders(ctx)
			must(t, err)
			equal(t, "listed", all, []model.Leader{want, other})
			all[0].Tasks[0].Kind, all[0].Audiences[0] = "spoilt", "spoilt" // the list is the caller's own
		}
		soundFile(t, f)
	}
}

func TestLeadersAreInFinnishOrderAnonymisedLast(t *testing.T) {
	f := newFile(t)
	want := []string{"Aalto", "Wanha", "Åbo", "Ähtäri", "Östersund", "Яна", "مريم", "\U0010FFFD"}
	for _, i := range []int{7, 6, 5, 4, 3, 2, 1, 0} {
		_, err := f.CreateLeader(ctx, volunteer(want[i]))
		must(t, err)
	}
	gone, err := f.CreateLeader(ctx, volunteer("Aaltonen"))
	must(t, err)
	must(t, f.AnonymiseLeader(ctx, gone.ID, model.MustDate("2026-11-22")))
	all, err := f.Leaders(ctx)
	must(t, err)
	var got []string
	for _, l := range all {
		got = append(got, l.Name)
	}
	if i := slices.Index(got, ""); i != len(got)-1 {
		t.Errorf("the anonymised one is number %d of %q", i, got)
	}
	got = slices.DeleteFunc(got, func(s string) bool { return s == "" || s == "\U0010FFFD" })
	equal(t, "order", got, want[:7])
}

func TestLeaderRefusals(t *testing.T) {
	f := newFile(t)
	nobody := newID()
	day := model.MustDate("2026-01-01")
	for name, c := range map[string]struct {
		change func(*model.Leader)
		want   model.Code
	}{
		"no name":              {func(l *model.Leader) { l.Name = " \u00a0" }, model.CodeInvalid},
		"no kind":              {func(l *model.Leader) { l.Kind = "" }, model.CodeInvalid},
		"unknown organisation": {func(l *model.Leader) { l.HomeOrganisation = nobody }, model.CodeNotFound},
		"unknown task for":     {func(l *model.Leader) { l.Tasks = []model.LeaderTask{{Kind: model.OtherTask, OrganisationID: nobody}} }, model.CodeNotFound},
		"unknown requirement":  {func(l *model.Leader) { l.Completed = []model.Fulfilment{{RequirementID: nobody, On: day}} }, model.CodeNotFound},
		"unknown waived":       {func(l *model.Leader) { l.Waivers = []model.Waiver{{RequirementID: nobody, Reason: "x"}} }, model.CodeNotFound},
		"unknown programme":    {func(l *model.Leader) { l.Elsewhere = []model.Elsewhere{{ProgrammeID: nobody, On: day}} }, model.CodeNotFound},
		"two statuses in one day": {func(l *model.Leader) {
			l.Statuses = []model.LeaderStatus{{State: model.LeaderActive, From: day}, {State: model.LeaderEnded, From: day}}
		}, model.CodeInvalid},
		"waived for an unknown programme": {func(l *model.Leader) {
			l.Waivers = []model.Waiver{{RequirementID: requirementOf(t, f, model.RequireTraining).ID, ProgrammeID: nobody, Reason: "x"}}
		}, model.CodeNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			l := volunteer("Aino")
			c.change(&l)
			_, err := f.CreateLeader(ctx, l)
			wantCode(t, err, c.want)
		})
	}
	all, err := f.Leaders(ctx)
	must(t, err)
	if len(all) != 0 {
		t.Errorf("%d refused leaders were kept", len(all))
	}
	_, err = f.Leader(ctx, nobody)
	wantCode(t, err, model.CodeNotFound)
	_, err = f.UpdateLeader(ctx, nobody, func(*model.Leader) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	_, err = f.MergeLeaders(ctx, nobody, newID())
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.AnonymiseLeader(ctx, nobody, day), model.CodeNotFound)
	wantCode(t, f.EraseLeader(ctx, nobody), model.CodeNotFound)
}

func TestUpdateLeader(t *testing.T) {
	f := newFile(t)
	l, err := f.CreateLeader(ctx, fullLeader(t, f, "Aino Öman"))
	must(t, err)
	stop := errors.New("changed my mind")
	_, err = f.UpdateLeader(ctx, l.ID, func(l *model.Leader) error {
		l.Name, l.Tasks[0].Kind, l.Audiences[0] = "Toinen", model.OtherTask, model.Mothers
		return stop
	})
	if err != stop {
		t.Errorf("got %v, want the error of change as it is", err)
	}
	got, err := f.Leader(ctx, l.ID)
	must(t, err)
	equal(t, "after an error", got, l)

	var told []model.Kind
	defer f.Subscribe(func(kinds []model.Kind) { told = append(told, kinds...) })()
	updated, err := f.UpdateLeader(ctx, l.ID, func(l *model.Leader) error {
		l.Tasks = []model.LeaderTask{l.Tasks[1], {Kind: model.BabyCafeLeader}, l.Tasks[0]}
		l.Statuses = append([]model.LeaderStatus{{State: model.LeaderEnded, From: model.MustDate("2026-11-01")}}, l.Statuses...)
		l.Absences, l.Entries, l.Availability, l.BirthYear = nil, l.Entries[1:], 0, model.Count{}
		l.ID, l.AnonymisedOn = "another", model.MustDate("2026-01-01")
		return nil
	})
	must(t, err)
	equal(t, "told", told, []model.Kind{model.KindLeader})
	want := l
	want.Tasks = []model.LeaderTask{l.Tasks[1], {ID: updated.Tasks[1].ID, Kind: model.BabyCafeLeader}, l.Tasks[0]}
	want.Statuses = append(slices.Clone(l.Statuses), model.LeaderStatus{
		ID: updated.Statuses[2].ID, State: model.LeaderEnded, From: model.MustDate("2026-11-01"),
	})
	want.Absences, want.Entries, want.Availability, want.BirthYear = nil, l.Entries[1:], 0, model.Count{}
	equal(t, "updated", updated, want)
	got, err = f.Leader(ctx, l.ID)
	must(t, err)
	equal(t, "read", got, want)
	all, err := f.Leaders(ctx)
	must(t, err)
	equal(t, "listed", all, []model.Leader{want})
}

func TestUpdatedLeaderMayKeepWhatIsAmissAlready(t *testing.T) {
	f := newFile(t)
	l, err := f.CreateLeader(ctx, fullLeader(t, f, "Aino"))
	must(t, err)
	damage(t, f, "UPDATE leader_fulfilment SET requirement_id = 'nothing'", "UPDATE leader_elsewhere SET completed_on = NULL")
	_, err = f.UpdateLeader(ctx, l.ID, func(l *model.Leader) error { l.Notes = "soita"; return nil })
	must(t, err)
	_, err = f.UpdateLeader(ctx, l.ID, func(l *model.Leader) error { l.Name = ""; return nil })
	wantCode(t, err, model.CodeInvalid)
}

func TestCheckFindsAmongLeaders(t *testing.T) {
	for name, c := range map[string]damaged{
		"requirement":           {"UPDATE leader_fulfilment SET id = 'x', requirement_id = 'r'", model.FindingReference, "leader_fulfilment", "x", `requirement_id is "r", and there is no such requirement`},
		"programme":             {"UPDATE leader_elsewhere SET programme_id = 'p'", model.FindingReference, "leader_elsewhere", "", "a row of leader_elsewhere refers to a row of programme that is not there"},
		"list without a leader": {"DELETE FROM leader", model.FindingReference, "leader_task", "", "a row of leader_task refers to a row of leader that is not there"},
		"time of the week":      {"UPDATE leader SET availability = 'mon_morning,mon_night'", model.FindingCodeValue, "leader", "", `availability is "mon_night"`},
		"date":                  {"UPDATE leader_task SET check_issued_on = '2026-02-30' WHERE position = 0", model.FindingDate, "leader_task", "", `check_issued_on is "2026-02-30"`},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t)
			l, err := f.CreateLeader(ctx, fullLeader(t, f, "Aino"))
			must(t, err)
			if c.table == "leader" {
				c.record = string(l.ID)
			}
			c.isFound(t, f)
			_, err = f.Leaders(ctx) // and the register opens all the same
			must(t, err)
		})
	}
}

func TestLeadersKeepAnOrganisation(t *testing.T) {
	f := newFile(t)
	l, err := f.CreateLeader(ctx, fullLeader(t, f, "Aino"))
	must(t, err)
	uses, err := f.OrganisationUses(ctx, l.HomeOrganisation)
	must(t, err)
	equal(t, "uses", uses, []model.Use{
		{Kind: model.KindLeader, ID: l.ID, Label: "Aino", Role: "home_organisation"},
		{Kind: model.KindLeader, ID: l.ID, Label: "Aino", Role: "leader_task"},
	})
	wantCode(t, f.DeleteOrganisation(ctx, l.HomeOrganisation), model.CodeInUse)
	twin, err := f.CreateOrganisation(ctx, association("Kaksonen"))
	must(t, err)
	_, err = f.MergeOrganisations(ctx, twin.ID, l.HomeOrganisation)
	must(t, err)
	got, err := f.Leader(ctx, l.ID)
	must(t, err)
	if got.HomeOrganisation != twin.ID || got.Tasks[0].OrganisationID != twin.ID {
		t.Errorf("the leader belongs to %s and works for %s, want %s", got.HomeOrganisation, got.Tasks[0].OrganisationID, twin.ID)
	}
	soundFile(t, f)
}
