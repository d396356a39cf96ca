package persistence

import (
	"context"
	"fmt"
	"testing"

	"kumppani/model"
)

// manyFollowUps fills a file with what a region may have in many years: 500 reminders, 60 deferrals, 6 bodies with 72
// meetings, and 20 surveys.
func manyFollowUps(b *testing.B) *File {
	b.Helper()
	f := newFile(b)
	o := twoOrganisations(b, f)[0].ID
	must(b, f.write(ctx, action{op: "fill"}, func(ctx context.Context, q querier) error {
		for i := range 500 {
			u := preparedFollowUp(followUpOn("2026-01-01", fmt.Sprintf("Soita yhteyshenkilölle uudelleen %d", i)))
			u.On = u.On.AddDays(i)
			if i%3 > 0 {
				u.Kind, u.RecordID = model.KindOrganisation, o
			}
			if i%2 == 0 {
				u.DoneOn = u.On
			}
			if err := saveFollowUp(ctx, q, u); err != nil {
				return err
			}
		}
		for i := range 6 {
			body := fullBody(o)
			body.Name.Fi += fmt.Sprint(i)
			if err := saveBody(ctx, q, bodyRow{body, body.Recurrence.RRULE()}); err != nil {
				return err
			}
			for range 12 {
				if err := saveNetworkMeeting(ctx, q, fullNetworkMeeting(body.ID, o)); err != nil {
					return err
				}
			}
		}
		for range 20 {
			if err := saveSurvey(ctx, q, fullSurvey("")); err != nil {
				return err
			}
		}
		return nil
	}))
	for i := range 60 {
		must(b, f.SaveDeferral(ctx, model.Deferral{
			Key: fmt.Sprintf("review:%s:2026-11-%02d", newID(), i%30+1), RecordID: o, Reason: "odottaa", MadeOn: model.MustDate("2026-11-22"),
		}))
	}
	return f
}

// BenchmarkNetwork reads at once what the agenda and the network screens show.
func BenchmarkNetwork(b *testing.B) {
	f := manyFollowUps(b)
	for b.Loop() {
		followUps, err := f.FollowUps(ctx)
		must(b, err)
		deferrals, err := f.Deferrals(ctx)
		must(b, err)
		bodies, err := f.Bodies(ctx)
		must(b, err)
		meetings, err := f.NetworkMeetings(ctx)
		must(b, err)
		surveys, err := f.Surveys(ctx)
		must(b, err)
		if len(followUps) != 500 || len(deferrals) != 60 || len(bodies) != 6 || len(meetings) != 72 || len(surveys) != 20 {
			b.Fatal("not all of it")
		}
	}
}

// BenchmarkRemovePlanned1000 removes 1,000 sessions of a plan beside 100,000, each with the look at what hangs on it.
func BenchmarkRemovePlanned1000(b *testing.B) {
	f, seasons := manyMeetings(b)
	removeThousand(b, f, seasons[19])
}

func removeThousand(b *testing.B, f *File, season model.Season) {
	b.Helper()
	all, err := f.SeasonSessions(ctx, season.ID)
	must(b, err)
	all = all[:1_000]
	p := model.Plan{Season: season}
	for i := range all {
		p.Lines = append(p.Lines, model.PlanLine{Act: model.PlanRemove, Session: all[i]})
	}
	for b.Loop() {
		must(b, f.WritePlan(ctx, p))
		b.StopTimer()
		must(b, f.write(ctx, action{op: "fill"}, func(ctx context.Context, q querier) error { return saveSessions(ctx, q, all, all) }))
		b.StartTimer()
	}
}
