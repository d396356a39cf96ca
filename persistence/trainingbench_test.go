package persistence

import (
	"context"
	"fmt"
	"testing"

	"kumppani/model"
)

// manyTrained fills a file with 2,000 leaders, 20 programmes and 2,000 events of two days, ten participants each.
func manyTrained(b *testing.B) *File {
	b.Helper()
	f := newFile(b)
	must(b, f.write(ctx, action{op: "fill"}, fillTraining))
	return f
}

func fillTraining(ctx context.Context, q querier) error {
	var leaders []model.ID
	for i := range 2_000 {
		l := preparedLeader(model.Leader{Kind: model.Volunteer, Name: fmt.Sprintf("Aino Öman %04d", i)})
		if err := saveLeader(ctx, q, &l); err != nil {
			return err
		}
		leaders = append(leaders, l.ID)
	}
	var programmes []model.ID
	for i := range 20 {
		p := preparedProgramme(model.Programme{Name: model.Text{Fi: fmt.Sprintf("Koulutus %02d", i)}, Kind: model.OwnProgramme})
		if err := saveProgramme(ctx, q, p); err != nil {
			return err
		}
		programmes = append(programmes, p.ID)
	}
	for i := range 2_000 {
		e := fullEvent(programmes[i%len(programmes)], "", leaders[i])
		e.Days[0].Date = model.MustDate("2016-01-01").AddDays(2 * i)
		e.Days[1].Date = e.Days[0].Date.AddDays(1)
		e.Participations = nil
		for k := range 10 {
			e.Participations = append(e.Participations, model.Participation{
				LeaderID: leaders[(7*i+k)%len(leaders)], Passed: model.Yes, Feedback: "hyvä",
				Days: map[model.ID]bool{e.Days[0].ID: true, e.Days[1].ID: k > 0},
			})
		}
		if i%20 == 0 {
			e.State = model.EventPlanned
		}
		if err := saveEvent(ctx, q, preparedEvent(e)); err != nil {
			return err
		}
	}
	return nil
}

func BenchmarkTrainingRecord20000(b *testing.B) {
	f := manyTrained(b)
	for b.Loop() {
		_, err := f.TrainingRecord(ctx)
		must(b, err)
	}
}

func BenchmarkEvents2000(b *testing.B) {
	f := manyTrained(b)
	for b.Loop() {
		all, err := f.Events(ctx)
		must(b, err)
		if len(all) != 2_000 || len(all[0].Participations) != 10 || len(all[0].Participations[0].Days) != 2 {
			b.Fatalf("%d events", len(all))
		}
	}
}

func BenchmarkUpdateEvent(b *testing.B) {
	f := manyTrained(b)
	all, err := f.Events(ctx)
	must(b, err)
	for i := 0; b.Loop(); i++ {
		_, err := f.UpdateEvent(ctx, all[0].ID, func(e *model.Event) error {
			e.Participations[0].Days[e.Days[0].ID] = i%2 == 0
			return nil
		})
		must(b, err)
	}
}
