package persistence

import (
	"context"
	"fmt"
	"testing"

	"kumppani/model"
)

// manyMeetings fills a file with ten years of a large region: 60 places, 400 groups in the register, 20 seasons with
// 5,000 sessions each of two leaders. Most of those that are over have been counted.
func manyMeetings(b *testing.B) (*File, []model.Season) {
	b.Helper()
	f := newFile(b)
	var seasons []model.Season
	must(b, f.write(ctx, action{op: "fill"}, func(ctx context.Context, q querier) (err error) {
		seasons, err = fillMeetings(ctx, q)
		return err
	}))
	return f, seasons
}

func fillMeetings(ctx context.Context, q querier) ([]model.Season, error) {
	_, err := q.ExecContext(ctx, "INSERT INTO count_category (id, position, name_fi, name_sv, name_en, off) VALUES (?, 0, 'isovanhemmat', '', '', 0)", ownA)
	if err != nil {
		return nil, err
	}
	leaders, places, groups := make([]model.ID, 500), make([]model.ID, 60), make([]model.Group, 400)
	for i := range leaders {
		l := preparedLeader(volunteer(fmt.Sprintf("Ohjaaja %04d Åkerström-Mäkinen", i)))
		if err := saveLeader(ctx, q, &l); err != nil {
			return nil, err
		}
		leaders[i] = l.ID
	}
	for i := range places {
		m := preparedMeetingPlace(placeNamed(fmt.Sprintf("Äijälän perhetupa %02d", i)))
		if err := saveMeetingPlace(ctx, q, m); err != nil {
			return nil, err
		}
		places[i] = m.ID
	}
	for i := range groups {
		g := groupAt(places[i%len(places)], fmt.Sprintf("Perhekahvila %03d", i))
		g.Leaders = []model.ID{leaders[i], leaders[i+100]}
		g.Recurrence.Weekday = model.Weekdays()[i%5]
		groups[i] = preparedGroup(g)
		if err := saveGroup(ctx, q, groupRow{groups[i], g.Recurrence.RRULE()}); err != nil {
			return nil, err
		}
	}
	seasons := make([]model.Season, 20)
	for n := range seasons {
		s := seasonFrom(model.MustDate("2017-01-09").AddDays(182 * n))
		seasons[n] = s
		if err := seasonTable.sync(ctx, q, s.ID, seasonRows(s)); err != nil {
			return nil, err
		}
		if err := saveSessions(ctx, q, nil, sessionsOf(s, groups[:250], n < 19)); err != nil {
			return nil, err
		}
	}
	return seasons, nil
}

// ownA is the centre's own category in the files of startMeetings and fillMeetings.
const ownA model.ID = "01900000-0000-7000-8000-0000000000cc"

// sessionsOf makes 20 sessions for each of the groups.
func sessionsOf(season model.Season, groups []model.Group, counted bool) []model.Session {
	var out []model.Session
	for _, g := range groups {
		for i, day := range g.Recurrence.DaysIn(season.From, season.From.AddDays(20*7-1)) {
			s := model.Session{
				GroupID: g.ID, SeasonID: season.ID, SlotOn: day, Date: day, From: g.From, Until: g.Until, PlaceID: g.PlaceID,
				Leaders: g.Leaders, Theme: "Suun terveys",
			}
			if counted && i%10 > 0 {
				s.Counts = model.Counts{Adults: model.CountOf(9), Children: model.CountOf(14), New: model.CountOf(1)}
			}
			if counted && i%4 == 0 {
				s.Counts.Own = map[model.ID]int{ownA: 2}
			}
			out = append(out, preparedSession(s))
		}
	}
	return out
}

func BenchmarkSessions100000(b *testing.B) {
	f, seasons := manyMeetings(b)
	list := func(name string, atLeast int, read func() ([]model.Session, error)) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				all, err := read()
				must(b, err)
				if len(all) < atLeast || len(all[0].Leaders) != 2 {
					b.Fatalf("%d sessions", len(all))
				}
			}
		})
	}
	from := seasons[10].From
	list("Week", 250, func() ([]model.Session, error) { return f.Sessions(ctx, from, from.AddDays(6)) })
	list("Year", 10_000, func() ([]model.Session, error) { return f.Sessions(ctx, from, from.AddDays(363)) })
	list("Season", 5_000, func() ([]model.Session, error) { return f.SeasonSessions(ctx, seasons[10].ID) })
	one, err := f.Sessions(ctx, from, from)
	must(b, err)
	list("Group", 400, func() ([]model.Session, error) { return f.GroupSessions(ctx, one[0].GroupID) })
	b.Run("Update", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			_, err := f.UpdateSession(ctx, one[0].ID, func(s *model.Session) error {
				s.Counts.Adults = model.CountOf(i)
				return nil
			})
			must(b, err)
		}
	})
	b.Run("Closure", func(b *testing.B) {
		c := model.Closure{
			Scope: model.ClosedEverywhere, From: seasons[19].From, Until: seasons[19].From.AddDays(6), Reason: model.Text{Fi: "loma"},
		}
		for b.Loop() {
			made, err := f.SaveClosure(ctx, c)
			must(b, err)
			must(b, f.DeleteClosure(ctx, made.ID))
		}
	})
	b.Run("Groups", func(b *testing.B) {
		for b.Loop() {
			all, err := f.Groups(ctx)
			must(b, err)
			if len(all) != 400 || len(all[0].Leaders) != 2 {
				b.Fatalf("%d groups", len(all))
			}
		}
	})
}

// BenchmarkWritePlan6000 writes 6,000 new sessions beside 100,000.
func BenchmarkWritePlan6000(b *testing.B) {
	f, _ := manyMeetings(b)
	groups, err := f.Groups(ctx)
	must(b, err)
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		season, err := f.SaveSeason(ctx, seasonFrom(model.MustDate("2040-01-02").AddDays(182*n)))
		must(b, err)
		p := model.Plan{Season: season}
		for _, s := range sessionsOf(season, groups[:300], false) {
			s.ID = ""
			p.Lines = append(p.Lines, model.PlanLine{Act: model.PlanMake, Session: s})
		}
		if len(p.Lines) != 6_000 {
			b.Fatalf("%d lines", len(p.Lines))
		}
		b.StartTimer()
		must(b, f.WritePlan(ctx, p))
	}
}
