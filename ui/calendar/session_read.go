package calendar

import (
	"context"
	"slices"

	"kumppani/model"
)

// sitting is a session with what lies around it.
type sitting struct {
	of        model.Session
	group     model.Group
	day       []model.Session // of its day, itself too
	series    []model.Session // of its group in its season, by day and time, also while that was or will be another group
	conflicts []model.Conflict
	all       []model.Session // to which the conflicts refer
}

func (s *Screen) readSitting(ctx context.Context, id model.ID) (x sitting, err error) {
	if x.of, err = s.store.Session(ctx, id); err != nil {
		return x, err
	}
	x.group = s.records.GroupOf[x.of.GroupID]
	var booked []model.PartnerEvent
	if x.day, booked, err = s.readDay(ctx, x.of.Date); err != nil {
		return x, err
	}
	x.conflicts, x.all = conflictsOf(x.of, x.day, s.records.facts(booked, x.of.Date))
	x.series, err = s.readSeries(ctx, x.of)
	return x, err
}

// readDay reads the sessions of a day, and what partners have on it.
func (s *Screen) readDay(ctx context.Context, day model.Date) ([]model.Session, []model.PartnerEvent, error) {
	sessions, err := s.store.Sessions(ctx, day, day)
	if err != nil {
		return nil, nil, err
	}
	booked, err := s.store.PartnerEvents(ctx, day, day)
	return sessions, booked, err
}

// readSeries reads the sessions of the group of x, and of those that it goes on from or that go on from it, in the season
// of x.
func (s *Screen) readSeries(ctx context.Context, x model.Session) ([]model.Session, error) {
	var out []model.Session
	for _, g := range s.records.Groups {
		if s.records.GroupOf.First(g.ID) != s.records.GroupOf.First(x.GroupID) {
			continue
		}
		all, err := s.store.GroupSessions(ctx, g.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, slices.DeleteFunc(all, func(o model.Session) bool { return o.SeasonID != x.SeasonID })...)
	}
	slices.SortStableFunc(out, func(a, b model.Session) int { return a.Compare(&b) })
	return out, nil
}

// held lists the sessions of the series that were not cancelled.
func (x sitting) held() []model.Session {
	return slices.DeleteFunc(slices.Clone(x.series), func(o model.Session) bool { return o.State == model.SessionCancelled })
}

// number is which of how many sessions of the season this is, counted from 1; zero when it was cancelled.
func (x sitting) number() (n, of int) {
	held := x.held()
	return slices.IndexFunc(held, func(o model.Session) bool { return o.ID == x.of.ID }) + 1, len(held)
}

// lacking is how many sessions the group is short of its fixed number in the season.
func (x sitting) lacking() int {
	if !x.group.FixedSessions.Known || x.of.SeasonID == "" {
		return 0
	}
	return max(x.group.FixedSessions.N-len(x.held()), 0)
}

// beside is the session of the series before (−1) or after (+1) this one, empty when there is none.
func (x sitting) beside(delta int) model.ID {
	i := slices.IndexFunc(x.series, func(o model.Session) bool { return o.ID == x.of.ID })
	if i < 0 || i+delta < 0 || i+delta >= len(x.series) {
		return ""
	}
	return x.series[i+delta].ID
}

// readRules reads what the readiness of leaders is judged by.
func readRules(ctx context.Context, store Store) (r model.ReadinessRules, err error) {
	if r.Requirements, err = store.Requirements(ctx); err != nil {
		return r, err
	}
	if r.Programmes, err = store.Programmes(ctx); err != nil {
		return r, err
	}
	r.Record, err = store.TrainingRecord(ctx)
	return r, err
}
