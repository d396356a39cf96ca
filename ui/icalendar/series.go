package icalendar

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kumppani/model"
)

// series is the sessions of a group in a season which its rule gives. What the rule does not give stands alone: RDATE, in
// which RFC 5545 would list it, is not understood by every program.
type series struct {
	uid      string
	rule     string // RRULE without its end; empty when there is one session only
	usual    model.Session
	sessions []model.Session // by the day on which the rule has them
	without  []model.Date    // EXDATE: on which the rule has a session, and there is none
}

// seriesKey tells series apart. The week numbers of a year say nothing of those of the next, so that a rhythm of odd or
// even weeks is one series for each year.
type seriesKey struct {
	group, season model.ID
	year          int // of ISO 8601, with odd or even weeks
}

func (k seriesKey) uid() string {
	uid := string(k.group) + "-" + string(k.season)
	if k.year != 0 {
		uid += fmt.Sprintf("-%d", k.year)
	}
	return uid + "@kumppani"
}

// series gathers the sessions into series, by their first day, and those that stand alone.
func (f Feed) series() (all []series, alone []model.Session) {
	of := map[seriesKey][]model.Session{}
	for _, s := range sorted(f.Sessions, bySlot) {
		g, known := f.Groups[s.GroupID]
		if s.Extra() || !known || g.Recurrence.Rhythm == model.SingleDates {
			alone = append(alone, s)
			continue
		}
		key := seriesKey{group: s.GroupID, season: s.SeasonID}
		if r := g.Recurrence.Rhythm; r == model.OddWeeks || r == model.EvenWeeks {
			key.year, _ = s.SlotOn.ISOWeek()
		}
		of[key] = append(of[key], s)
	}
	for key, sessions := range of {
		s, others := f.newSeries(key, sessions)
		if len(s.sessions) > 0 {
			all = append(all, s)
		}
		alone = append(alone, others...)
	}
	slices.SortFunc(all, func(a, b series) int {
		return cmp.Or(bySlot(a.sessions[0], b.sessions[0]), cmp.Compare(a.uid, b.uid))
	})
	return all, sorted(alone, byDay)
}

// newSeries makes a series of the sessions that the group's rule gives.
func (f Feed) newSeries(key seriesKey, sessions []model.Session) (s series, alone []model.Session) {
	s.uid = key.uid()
	g := f.Groups[key.group]
	days := map[model.Date]bool{}
	for _, day := range bare(g.Recurrence).DaysIn(f.counted(g, key.season, sessions[0].SlotOn), sessions[len(sessions)-1].SlotOn) {
		days[day] = true
	}
	for _, x := range sessions {
		if days[x.SlotOn] {
			s.sessions = append(s.sessions, x)
			delete(days, x.SlotOn) // another one on the same day stands alone
		} else {
			alone = append(alone, x)
		}
	}
	if len(s.sessions) < 2 {
		return s, alone
	}
	first, last := s.sessions[0].SlotOn, s.sessions[len(s.sessions)-1].SlotOn
	s.rule = ruleText(g.Recurrence)
	s.usual = f.usual(s.sessions)
	for _, day := range slices.SortedFunc(maps.Keys(days), model.Date.Compare) {
		if day.After(first) && day.Before(last) {
			s.without = append(s.without, day)
		}
	}
	return s, alone
}

// counted is the day from which the group's rhythm of several weeks is counted in the season.
func (f Feed) counted(g model.Group, season model.ID, first model.Date) model.Date {
	for _, x := range f.Seasons {
		if x.ID != season {
			continue
		}
		if begin := g.BeginsIn(x); !begin.IsZero() && begin.Before(first) {
			return begin
		}
	}
	return first
}

// bare is the rule of a recurrence alone.
func bare(r model.Recurrence) model.Recurrence {
	r.Dates, r.Without = nil, nil
	return r
}

// ruleText is the RRULE, which inside one year is written so that programs without BYWEEKNO understand it.
func ruleText(r model.Recurrence) string {
	if r.Rhythm == model.OddWeeks || r.Rhythm == model.EvenWeeks {
		r.Rhythm, r.Every = model.EveryNWeeks, 2
	}
	return bare(r).RRULE()
}

// shape is what of a session a calendar shows.
type shape struct {
	from, until   model.Clock
	place         model.ID
	leaders       string // with Internal
	theme, guest  string
	state, reason string
	moved         bool
}

func (f Feed) shapeOf(s model.Session) shape {
	x := shape{
		from: s.From, until: s.Until, place: s.PlaceID, theme: s.Theme, guest: s.Guest, moved: s.Moved(),
	}
	if s.State == model.SessionCancelled {
		x.state, x.reason = string(s.State), s.Reason
	}
	if f.Internal {
		x.leaders = strings.Join(f.leaderNames(s), ", ")
	}
	return x
}

// usual is what most of the sessions are like, on the first day of the series: without a theme and a guest, which are of
// one session only.
func (f Feed) usual(sessions []model.Session) model.Session {
	plain := func(s model.Session) model.Session {
		s.State, s.Reason, s.Theme, s.Guest, s.Date = model.SessionPlanned, "", "", "", s.SlotOn
		return s
	}
	times, most := map[shape]int{}, 0
	for _, s := range sessions {
		x := f.shapeOf(plain(s))
		times[x]++
		most = max(most, times[x])
	}
	i := slices.IndexFunc(sessions, func(s model.Session) bool { return times[f.shapeOf(plain(s))] == most })
	usual := plain(sessions[i])
	usual.SlotOn = sessions[0].SlotOn
	usual.Date = usual.SlotOn
	return usual
}

// differs reports whether a session must be told of by itself.
func (s series) differs(f Feed, x model.Session) bool { return f.shapeOf(x) != f.shapeOf(s.usual) }
