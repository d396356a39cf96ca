package model

import (
	"hash/fnv"
	"strconv"
	"strings"
)

// sessions lists what the sessions of the coming weeks lack or clash with, and which of those that are over nobody has
// counted: one line for each group and reason, which leads to the first session.
func (in *AgendaInput) sessions() []AgendaItem {
	today := in.Calendar.Today
	last, first := today.AddDays(AgendaSessionDays), today.AddDays(-AgendaCountDays)
	var ahead []Session
	var lines agendaLines
	for i := range in.Sessions {
		s := &in.Sessions[i]
		switch s.StatusOn(today) {
		case StatusAhead:
			if !s.Date.After(last) {
				ahead = append(ahead, *s)
			}
		case StatusNotEntered:
			if !s.Date.Before(first) {
				lines.add(AgendaItem{Matter: MatterNotCounted, Record: s.GroupID, Session: s})
			}
		}
	}
	for i := range ahead {
		s := &ahead[i]
		for _, gap := range PairGaps(s.Leaders, in.Facts.Leaders) {
			if len(s.Leaders) > 0 {
				lines.add(AgendaItem{Matter: MatterHalfPair, Record: s.GroupID, Session: s, Gap: gap, What: string(gap) + " " + string(s.SeasonID)})
			}
		}
		if len(s.Leaders) == 0 {
			lines.add(AgendaItem{Matter: MatterNoLeader, Record: s.GroupID, Session: s, What: string(s.SeasonID)})
		}
		if in.NoTheme[s.ID] {
			lines.add(AgendaItem{Matter: MatterTheme, Record: s.GroupID, Session: s, What: string(s.SeasonID)})
		}
	}
	for _, c := range Conflicts(ahead, in.Facts) {
		lines.add(clash(c, ahead))
	}
	for i := range lines.items {
		in.lead(&lines.items[i])
	}
	return lines.items
}

// clash is the line of a conflict. The same fight in another week of the season is the same matter.
func clash(c Conflict, sessions []Session) AgendaItem {
	s := &sessions[c.Session]
	x := AgendaItem{Matter: MatterClash, Record: s.GroupID, Session: s, Conflict: &c}
	what := []string{string(c.Kind), string(s.SeasonID), string(c.LeaderID)}
	if c.Other >= 0 {
		x.Other = &sessions[c.Other]
		what = append(what, string(x.Other.GroupID))
	}
	if c.Booking != nil {
		what = append(what, string(c.Booking.CalendarID), unreadable(c.Booking.Title))
	}
	if c.Closed != nil {
		x.Matter = MatterClosed
		what = []string{string(c.Closed.Closure.ID)}
		if c.Closed.Holiday != "" {
			what = []string{s.Date.String()}
		}
	}
	x.What = strings.Join(what, " ")
	return x
}

// unreadable tells texts apart without saying them: a deferral keeps its key when the partner's calendar, whose titles may
// name somebody, is long gone.
func unreadable(text string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text)) // a hash refuses nothing
	return strconv.FormatUint(h.Sum64(), 36)
}

// lead tells which record settles a line of sessions: the group, where its own leaders lack what its sessions lack, or
// else the first of the sessions. What is not counted is another matter as soon as one more is not.
func (in *AgendaInput) lead(x *AgendaItem) {
	x.Kind, x.ID = KindSession, x.Session.ID
	group := in.Facts.Groups[x.Record]
	switch x.Matter {
	case MatterNotCounted:
		x.What = x.last.String()
	case MatterNoLeader:
		if len(group.Leaders) == 0 {
			x.Kind, x.ID = KindGroup, x.Record
		}
	case MatterHalfPair:
		for _, gap := range PairGaps(group.Leaders, in.Facts.Leaders) {
			if gap == x.Gap {
				x.Kind, x.ID = KindGroup, x.Record
			}
		}
	}
}

// agendaLines gathers sessions into one line for each key.
type agendaLines struct {
	items []AgendaItem
	at    map[string]int
}

func (l *agendaLines) add(x AgendaItem) {
	if l.at == nil {
		l.at = map[string]int{}
	}
	s, key := x.Session, x.Key()
	i, there := l.at[key]
	if !there {
		i = len(l.items)
		l.at[key] = i
		x.On = s.Date
		l.items = append(l.items, x)
	}
	have := &l.items[i]
	have.Times++
	if s.Date.After(have.last) {
		have.last = s.Date
	}
	if s.Date.Before(have.On) {
		have.On, have.Session, have.Other, have.Conflict = s.Date, s, x.Other, x.Conflict
	}
}
