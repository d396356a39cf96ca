package persistence

import (
	"context"
	"fmt"
	"testing"

	"kumppani/model"
)

// fillLeaders makes as many leaders as a region may have in many years.
func fillLeaders(ctx context.Context, q querier, n int, programme, requirement model.ID) error {
	for i := range n {
		l := volunteer(fmt.Sprintf("Ohjaaja %04d Åkerström-Mäkinen", (i*7919)%n))
		l.Phone, l.Email, l.Notes = fmt.Sprintf("040 000 %04d", i), fmt.Sprintf("o%d@example.invalid", i), "soita iltapäivällä"
		l.Languages, l.Audiences = []model.Spoken{"fi", "sv"}, []model.Audience{model.Fathers, model.BabyFamilies}
		l.Municipality = model.Municipality{Code: "997", Name: "Rantaniemi"}
		l.Availability = model.Availability(1 + (i*2_654_435)%(1<<21-1))
		day := model.MustDate("2020-01-01").AddDays(i)
		l.Statuses = []model.LeaderStatus{{State: model.LeaderInterested, From: day}, {State: model.LeaderActive, From: day.AddDays(30)}}
		for k := range 1 + i%2 {
			l.Tasks = append(l.Tasks, model.LeaderTask{
				Kind: model.FamilyCafeLeader, Description: "tiistairyhmä", From: day.AddDays(30 * k),
				Check: model.BackgroundCheck{Need: model.CheckNeeded, ConsentOn: day, ExtractIssued: day.AddDays(9)},
			})
		}
		for k := range 3 {
			l.Completed = append(l.Completed, model.Fulfilment{RequirementID: requirement, On: day.AddDays(k), Version: "2026"})
		}
		for k := range 2 {
			l.Entries = append(l.Entries, model.LeaderEntry{Kind: model.EnteredHours, On: day.AddDays(k), Amount: model.AmountOf(150), Note: "ilta"})
		}
		if i%8 == 0 {
			l.Absences = []model.Absence{{Title: "matka", From: day, Until: day.AddDays(9)}}
			l.Elsewhere = []model.Elsewhere{{ProgrammeID: programme, On: day, Where: "Oulu"}}
		}
		l = preparedLeader(l)
		if err := saveLeader(ctx, q, &l); err != nil {
			return err
		}
	}
	return nil
}

func manyLeaders(t testing.TB, n int) *File {
	t.Helper()
	f := newFile(t)
	programme := newProgramme(t, f)
	requirement := requirementOf(t, f, model.RequireUndertaking)
	must(t, f.write(ctx, action{op: "fill"}, func(ctx context.Context, q querier) error {
		return fillLeaders(ctx, q, n, programme.ID, requirement.ID)
	}))
	return f
}

func benchmarkLeaders(b *testing.B, forget bool) {
	f := manyLeaders(b, 2_000)
	for b.Loop() {
		if forget {
			f.leaders = nil // as when it is read for the first time, and after every write
		}
		all, err := f.Leaders(ctx)
		must(b, err)
		if len(all) != 2_000 || len(all[0].Completed) != 3 {
			b.Fatalf("%d leaders", len(all))
		}
	}
}

func BenchmarkLeaders2000(b *testing.B) { benchmarkLeaders(b, true) }

// BenchmarkLeaders2000Again reads what was read before.
func BenchmarkLeaders2000Again(b *testing.B) { benchmarkLeaders(b, false) }

func BenchmarkUpdateLeader(b *testing.B) {
	f := manyLeaders(b, 2_000)
	all, err := f.Leaders(ctx)
	must(b, err)
	for b.Loop() {
		_, err := f.UpdateLeader(ctx, all[0].ID, func(l *model.Leader) error { l.Notes = string(newID()); return nil })
		must(b, err)
	}
}

// BenchmarkAnonymiseLeader clears the bytes of a file with 2,000 leaders.
func BenchmarkAnonymiseLeader(b *testing.B) {
	f := manyLeaders(b, 2_000)
	all, err := f.Leaders(ctx)
	must(b, err)
	for i := 0; b.Loop(); i++ {
		must(b, f.AnonymiseLeader(ctx, all[i%len(all)].ID, model.MustDate("2026-11-22")))
	}
}
