package persistence

import (
	"slices"
	"testing"

	"kumppani/model"
)

func TestExtensions(t *testing.T) {
	f := newFile(t)
	p := programmeNamed(t, f, "Vavu")
	first, second := leaderNamed(t, f, "Aino"), leaderNamed(t, f, "Åke")
	older, err := f.CreateExtension(ctx, model.Extension{
		ProgrammeID: p.ID, Until: model.MustDate("2026-12-31"), Reason: "peruttiin", MadeOn: model.MustDate("2026-01-01"),
		Leaders: []model.ID{second, first, second},
	})
	must(t, err)
	equal(t, "leaders", older.Leaders, []model.ID{second, first})
	newer, err := f.CreateExtension(ctx, model.Extension{
		ProgrammeID: p.ID, Until: model.MustDate("2027-02-28"), Reason: "laki", MadeOn: model.MustDate("2026-02-01"), Leaders: []model.ID{first},
	})
	must(t, err)
	all, err := f.Extensions(ctx)
	must(t, err)
	equal(t, "the latest first", all, []model.Extension{newer, older})
	must(t, f.DeleteExtension(ctx, newer.ID))
	must(t, f.EraseLeader(ctx, second))
	all, err = f.Extensions(ctx)
	must(t, err)
	older.Leaders = []model.ID{first}
	equal(t, "after one was taken back and a leader removed", all, []model.Extension{older})
}

// Only who passed an event that was held has learnt, only who takes part in a planned one is enrolled.
func TestTrainingRecord(t *testing.T) {
	f := newFile(t)
	p := programmeNamed(t, f, "Vavu")
	day := model.MustDate
	passed, failed, enrolled, elsewhere := leaderNamed(t, f, "A"), leaderNamed(t, f, "B"), leaderNamed(t, f, "C"), leaderNamed(t, f, "D")
	held, err := f.CreateEvent(ctx, model.Event{
		ProgrammeID: p.ID, State: model.EventHeld, Days: []model.EventDay{{Date: day("2026-03-02")}, {Date: day("2026-03-01")}},
		Participations: []model.Participation{
			{LeaderID: passed, Passed: model.Yes},
			{LeaderID: failed, Passed: model.No},
			{LeaderID: enrolled},
			{Outsider: model.Outsider{Name: "Ulkopuolinen"}, Passed: model.Yes},
		},
	})
	must(t, err)
	planned, err := f.CreateEvent(ctx, model.Event{
		ProgrammeID: p.ID, State: model.EventPlanned, Days: []model.EventDay{{Date: day("2027-02-01")}, {Date: day("2027-02-02")}},
		Participations: []model.Participation{{LeaderID: enrolled}},
	})
	must(t, err)
	_, err = f.CreateEvent(ctx, model.Event{
		ProgrammeID: p.ID, State: model.EventCancelled, Days: []model.EventDay{{Date: day("2026-04-01")}},
		Participations: []model.Participation{{LeaderID: failed, Passed: model.Yes}},
	})
	must(t, err)
	_, err = f.UpdateLeader(ctx, elsewhere, func(l *model.Leader) error {
		l.Elsewhere = []model.Elsewhere{{ProgrammeID: p.ID, On: day("2024-06-01")}}
		return nil
	})
	must(t, err)
	_, err = f.CreateExtension(ctx, model.Extension{
		ProgrammeID: p.ID, Until: day("2027-06-30"), Reason: "peruttiin", MadeOn: day("2026-05-01"), Leaders: []model.ID{elsewhere},
	})
	must(t, err)
	record, err := f.TrainingRecord(ctx)
	must(t, err)
	for id, want := range map[model.ID]model.Standing{
		passed:    {State: model.StandingValid, On: day("2026-03-02"), EventID: held.ID, Until: day("2028-03-02")},
		failed:    {State: model.StandingMissing},
		enrolled:  {State: model.StandingMissing, PlannedOn: day("2027-02-01"), PlannedIn: planned.ID},
		elsewhere: {State: model.StandingValid, On: day("2024-06-01"), Until: day("2027-06-30"), Extended: true},
	} {
		equal(t, "standing", record.StandingOn(day("2026-11-22"), id, p), want)
	}
}

// Every change says which kind of record changed, so that the screens that show it read it again.
func TestTrainingTells(t *testing.T) {
	f := newFile(t)
	leader := leaderNamed(t, f, "Aino")
	var told []model.Kind
	defer f.Subscribe(func(kinds []model.Kind) { told = append(told, kinds...) })()
	p := programmeNamed(t, f, "Vavu")
	e, err := f.CreateEvent(ctx, model.Event{ProgrammeID: p.ID, State: model.EventPlanned})
	must(t, err)
	must(t, f.DeleteEvent(ctx, e.ID))
	x, err := f.CreateExtension(ctx, model.Extension{
		ProgrammeID: p.ID, Until: model.MustDate("2027-01-01"), Reason: "syy", MadeOn: model.MustDate("2026-01-01"), Leaders: []model.ID{leader},
	})
	must(t, err)
	must(t, f.DeleteExtension(ctx, x.ID))
	must(t, f.DeleteProgramme(ctx, p.ID))
	if want := []model.Kind{
		model.KindProgramme, model.KindEvent, model.KindEvent, model.KindTraining, model.KindTraining, model.KindProgramme,
	}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
