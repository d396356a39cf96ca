package calendar

import (
	"context"
	"maps"
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// splitEffect is what a split would do.
type splitEffect struct {
	split model.GroupSplit
	made  int      // new sessions
	kept  int      // that stay as they are: edited, counted, cancelled by somebody, or over
	lines []string // what stays among the days ahead, what is closed among the new ones, and what collides
}

// splitLines is how many lines are told before the rest is only counted.
const splitLines = 12

// effect reckons what would change.
func (f *splitForm) effect(ctx context.Context) (splitEffect, error) {
	r, store := f.p.s.records, f.p.s.store
	var e splitEffect
	sessions, err := store.GroupSessions(ctx, f.was.ID)
	if err != nil {
		return e, err
	}
	facts := r.facts(nil, f.from)
	e.split = model.SplitGroup(model.SplitInput{
		Group: f.was, Changed: f.g, From: f.from, Seasons: r.Seasons, Sessions: sessions, Facts: facts, Today: r.Today,
	})
	until := f.from
	for _, x := range e.split.Save {
		if x.Date.After(until) {
			until = x.Date
		}
	}
	others, err := store.Sessions(ctx, f.from, until)
	if err != nil {
		return e, err
	}
	if facts.Booked, err = store.PartnerEvents(ctx, f.from, until); err != nil {
		return e, err
	}
	for _, x := range e.split.Save {
		if x.ID == "" {
			e.made++
		} else {
			e.kept++
		}
	}
	facts.Groups = maps.Clone(facts.Groups)
	facts.Groups[e.split.After.ID] = e.split.After
	lines := append(f.staying(e.split), closedDays(e.split)...)
	lines = append(lines, f.collisions(e.split, others, facts)...)
	if len(lines) > splitLines {
		lines = append(lines[:splitLines], words.N("calendar.split.more", len(lines)-splitLines))
	}
	e.lines = lines
	return e, nil
}

// tally says what would change: "11 uutta kertaa, 12 poistuu, 2 pysyy ennallaan".
func (e splitEffect) tally() string {
	said := []string{words.N("calendar.split.made", e.made), words.N("calendar.split.removed", len(e.split.Remove))}
	if e.kept > 0 {
		said = append(said, words.N("calendar.split.kept", e.kept))
	}
	return words.In(words.Current()).List(said)
}

// staying tells which sessions ahead stay as they are, at their old times, because somebody touched them.
func (f *splitForm) staying(split model.GroupSplit) []string {
	var out []string
	for _, x := range split.Save {
		if x.ID != "" && !x.Date.Before(f.p.s.records.Today) {
			out = append(out, words.T("calendar.split.stays", "when", sessionWhen(x)))
		}
	}
	return out
}

// closedDays tells on which days the group that goes on would meet if they were not closed.
func closedDays(split model.GroupSplit) []string {
	var out []string
	for _, l := range split.Closed {
		out = append(out, words.T("calendar.split.closed", "day", weekdayAndDate(l.Session.SlotOn), "why", closedText(l.Closed)))
	}
	return out
}

// collisions tells what stands in the way of the new sessions.
func (f *splitForm) collisions(split model.GroupSplit, others []model.Session, facts model.ConflictFacts) []string {
	all := slices.DeleteFunc(slices.Clone(others), func(x model.Session) bool { return x.GroupID == f.was.ID })
	first := len(all)
	all = append(all, split.Save...)
	var out []string
	for _, c := range model.Conflicts(all, facts) {
		if c.Session < first && c.Other >= first {
			c.Session, c.Other = c.Other, c.Session
		}
		if c.Session < first || all[c.Session].ID != "" {
			continue
		}
		out = append(out, words.T("calendar.split.conflict", "day", weekdayAndDate(all[c.Session].Date), "why", f.p.s.conflictText(c, all)))
	}
	return out
}
