package calendar

import (
	"context"
	"slices"

	"kumppani/model"
)

// agenda is what happens from a day to another, read once and drawn in several ways.
type agenda struct {
	through    lens
	all        []model.Session // by day and time
	shown      []int           // of all, those that the lens lets through
	clashes    map[model.ID][]model.Conflict
	events     []model.PartnerEvent
	facts      model.ConflictFacts
	lacksTheme map[model.ID]bool
}

// readAgenda reads what happens from a day to another, both included, as the lens of the screen shows it. Collisions are
// looked for among all sessions, not only among those that are shown.
func (s *Screen) readAgenda(ctx context.Context, from, until model.Date) (*agenda, error) {
	all, err := s.store.Sessions(ctx, from, until)
	if err != nil {
		return nil, err
	}
	events, err := s.store.PartnerEvents(ctx, from, until)
	if err != nil {
		return nil, err
	}
	a := &agenda{all: all, events: events, facts: s.records.facts(events, from), clashes: map[model.ID][]model.Conflict{}}
	for _, c := range model.Conflicts(all, a.facts) {
		id := all[c.Session].ID
		a.clashes[id] = append(a.clashes[id], c)
		if c.Other >= 0 { // the other one has the same trouble, seen from its side
			other := all[c.Other].ID
			c.Session, c.Other = c.Other, c.Session
			a.clashes[other] = append(a.clashes[other], c)
		}
	}
	if a.lacksTheme, err = s.lacksTheme(ctx, all); err != nil {
		return nil, err
	}
	a.look(s)
	return a, nil
}

// look chooses what the lens shows.
func (a *agenda) look(s *Screen) {
	a.through, a.shown = s.lens, a.shown[:0]
	for i := range a.all {
		if s.lens.shows(&a.all[i], s.records) {
			a.shown = append(a.shown, i)
		}
	}
}

// find is a session of the agenda by its ID.
func (a *agenda) find(id model.ID) (model.Session, bool) {
	i := slices.IndexFunc(a.all, func(x model.Session) bool { return x.ID == id })
	if i < 0 {
		return model.Session{}, false
	}
	return a.all[i], true
}

// lacksTheme finds the sessions that should have a theme or a guest and have none: which of the season's sessions of
// its group one is tells only the whole season, so that it is read when a group with themes is among the sessions.
func (s *Screen) lacksTheme(ctx context.Context, sessions []model.Session) (map[model.ID]bool, error) {
	out := map[model.ID]bool{}
	for _, x := range sessions {
		if s.records.GroupOf[x.GroupID].ThemeEvery == 0 || x.SeasonID == "" {
			continue
		}
		season, known := s.records.themes[x.SeasonID]
		if !known {
			all, err := s.store.SeasonSessions(ctx, x.SeasonID)
			if err != nil {
				return nil, err
			}
			season = model.LackingTheme(x.SeasonID, all, s.records.GroupOf)
			s.records.themes[x.SeasonID] = season
		}
		if season[x.ID] {
			out[x.ID] = true
		}
	}
	return out, nil
}
