package model

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// CalendarArea is the area of a families' calendar: everything, a municipality, or one place.
type CalendarArea struct {
	Municipality Municipality // zero = the whole region
	PlaceID      ID           // one place alone
}

// Key is the stable name under which what was printed of the area is remembered.
func (a CalendarArea) Key() string {
	switch {
	case a.PlaceID != "":
		return "place:" + string(a.PlaceID)
	case !a.Municipality.IsZero():
		return "municipality:" + cmp.Or(a.Municipality.Code, Fold(a.Municipality.Name))
	default:
		return "region"
	}
}

// Has reports whether the place belongs to the area.
func (a CalendarArea) Has(p MeetingPlace) bool {
	return (a.PlaceID == "" || a.PlaceID == p.ID) && (a.Municipality.IsZero() || a.Municipality.Same(p.Municipality))
}

// Sharing says which sessions a calendar has that is given to others.
type Sharing struct {
	Area     CalendarArea
	LeaderID ID   // those of one leader, whose own calendar it is; the area then counts nothing
	Internal bool // for those who do the work: groups that are not public too
}

// Shared lists the sessions that a calendar given to others has. Groups that are not public are only in that of a leader
// and in one for those who do the work.
func Shared(sessions []Session, groups GroupDirectory, places PlaceDirectory, w Sharing) []Session {
	var out []Session
	for _, s := range sessions {
		if w.LeaderID != "" && s.Led(w.LeaderID) ||
			w.LeaderID == "" && w.Area.Has(places[s.PlaceID]) && (w.Internal || groups[s.GroupID].Public) {
			out = append(out, s)
		}
	}
	return out
}

// CalendarEntry is what the families' calendar tells of one group: when and where it meets in the season, and on which
// days otherwise than usual.
type CalendarEntry struct {
	Group Group
	Place MeetingPlace
	Held  []Session // that are not cancelled, by day and time
	Not   []Session // that are cancelled, by day and time
	Other []Session // of Held, those on another day, at another time or in another place than the group usually has
}

// First is the first day on which the group meets; zero when it does not.
func (e CalendarEntry) First() Date {
	if len(e.Held) == 0 {
		return Date{}
	}
	return e.Held[0].Date
}

// Last is the last day on which the group meets; zero when it does not.
func (e CalendarEntry) Last() Date {
	if len(e.Held) == 0 {
		return Date{}
	}
	return e.Held[len(e.Held)-1].Date
}

// PublicCalendar lists the public groups of an area with their sessions, by weekday, time and name. A group that meets in
// none of the sessions is not in it.
func PublicCalendar(sessions []Session, groups []Group, places PlaceDirectory, area CalendarArea) []CalendarEntry {
	of := map[ID][]Session{}
	for _, s := range sessions {
		of[s.GroupID] = append(of[s.GroupID], s)
	}
	var out []CalendarEntry
	for _, g := range groups {
		place := places[g.PlaceID]
		if !g.Public || !area.Has(place) || len(of[g.ID]) == 0 {
			continue
		}
		e := CalendarEntry{Group: g, Place: place}
		for _, s := range of[g.ID] {
			switch {
			case s.State == SessionCancelled:
				e.Not = append(e.Not, s)
			default:
				e.Held = append(e.Held, s)
				if s.Moved() || s.Extra() || s.From != g.From || s.Until != g.Until || s.PlaceID != g.PlaceID {
					e.Other = append(e.Other, s)
				}
			}
		}
		for _, list := range [][]Session{e.Held, e.Not, e.Other} {
			slices.SortStableFunc(list, func(a, b Session) int { return a.Compare(&b) })
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b CalendarEntry) int {
		return cmp.Or(
			weekdayRank(a.Group.Recurrence)-weekdayRank(b.Group.Recurrence), -a.Group.From.MinutesUntil(b.Group.From),
			cmp.Compare(SortKey(a.Group.Name.Best(Finnish)), SortKey(b.Group.Name.Best(Finnish))),
		)
	})
	return out
}

// weekdayRank is 0 for Monday to 6 for Sunday, and 7 for single dates.
func weekdayRank(r Recurrence) int {
	if r.Rhythm == SingleDates {
		return 7
	}
	return (int(r.Weekday) + 6) % 7
}

// PrintedLine is what a printed calendar said of one group.
type PrintedLine struct {
	GroupID ID
	Name    Text
	PlaceID ID
	Place   Text
	Rule    string // RRULE of the recurrence
	From    Clock
	Until   Clock
	Days    []Date // on which it met, in order
}

// PrintedCalendar is what was given out last of an area and a season, so that the next one can tell what has changed.
type PrintedCalendar struct {
	SeasonID ID
	Area     string // CalendarArea.Key
	On       Date
	Lines    []PrintedLine
}

// Printed is what is remembered of calendar entries when they are given out.
func Printed(entries []CalendarEntry) []PrintedLine {
	out := make([]PrintedLine, len(entries))
	for i, e := range entries {
		g := e.Group
		out[i] = PrintedLine{
			GroupID: g.ID, Name: g.Name, PlaceID: g.PlaceID, Place: e.Place.Name, Rule: g.Recurrence.RRULE(),
			From: g.From, Until: g.Until,
		}
		for _, s := range e.Held {
			out[i].Days = append(out[i].Days, s.Date)
		}
	}
	return out
}

// CalendarChangeKind is how a calendar differs from the one before.
type CalendarChangeKind string

// The kinds.
const (
	CalendarNew   CalendarChangeKind = "new"   // a group that was not in it
	CalendarGone  CalendarChangeKind = "gone"  // a group that is no longer in it
	CalendarName  CalendarChangeKind = "name"  // another name
	CalendarPlace CalendarChangeKind = "place" // another place
	CalendarTime  CalendarChangeKind = "time"  // another weekday, rhythm or time of day
	CalendarAdded CalendarChangeKind = "added" // meets on days on which it did not
	CalendarLost  CalendarChangeKind = "lost"  // does not meet on days on which it did
)

// CalendarChange is one difference. Before is empty of a new group, and Now of one that is gone.
type CalendarChange struct {
	Kind        CalendarChangeKind
	Before, Now PrintedLine
	Days        []Date // with CalendarAdded and CalendarLost
}

// CalendarChanges tells how a calendar now differs from the lines that were printed, for days from a day on: what is past
// needs no telling. Days that follow from another weekday or rhythm are not told one by one, and a group that was changed
// "from then on" is the one that it continues.
func CalendarChanges(printed []PrintedLine, now []CalendarEntry, from Date) []CalendarChange {
	before := map[ID]PrintedLine{}
	for _, l := range printed {
		before[l.GroupID] = l
	}
	known := maps.Clone(before)
	var out []CalendarChange
	for _, n := range lastOfEach(now, known) {
		b, has := known[n.root]
		delete(before, n.root)
		if !has {
			if meetsFrom(n.line.Days, from) {
				out = append(out, CalendarChange{Kind: CalendarNew, Now: n.line})
			}
			continue
		}
		out = append(out, changesOf(b, n.line, from)...)
	}
	for _, id := range slices.SortedFunc(maps.Keys(before), func(a, b ID) int {
		return cmp.Or(cmp.Compare(SortKey(before[a].Name.Best(Finnish)), SortKey(before[b].Name.Best(Finnish))), cmp.Compare(a, b))
	}) {
		if meetsFrom(before[id].Days, from) {
			out = append(out, CalendarChange{Kind: CalendarGone, Before: before[id]})
		}
	}
	return out
}

// rootedLine is a line with the group under which it was printed before; its days are those of the groups between, too.
type rootedLine struct {
	line PrintedLine
	root ID
}

// lastOfEach lists the entries now as lines, of groups that continue each other since the print only the last.
func lastOfEach(now []CalendarEntry, printed map[ID]PrintedLine) []rootedLine {
	lines := Printed(now)
	at := make(map[ID]int, len(now))
	for i, e := range now {
		at[e.Group.ID] = i
	}
	out := make([]rootedLine, len(lines))
	goesOn := map[ID]bool{}
	for i, e := range now {
		out[i] = rootedLine{lines[i], e.Group.ID}
		for range now { // no more steps than there are groups
			g := now[i].Group
			if j, here := at[out[i].root]; here {
				g = now[j].Group
			}
			if _, was := printed[out[i].root]; was || g.ContinuesID == "" {
				break
			}
			out[i].root = g.ContinuesID
			goesOn[g.ContinuesID] = true
			if j, here := at[g.ContinuesID]; here {
				out[i].line.Days = append(slices.Clone(lines[j].Days), out[i].line.Days...)
			}
		}
		slices.SortFunc(out[i].line.Days, Date.Compare)
	}
	return slices.DeleteFunc(out, func(l rootedLine) bool { return goesOn[l.line.GroupID] })
}

// changesOf tells how one line differs from what was printed.
func changesOf(b, n PrintedLine, from Date) []CalendarChange {
	var out []CalendarChange
	tell := func(kind CalendarChangeKind, differs bool) {
		if differs {
			out = append(out, CalendarChange{Kind: kind, Before: b, Now: n})
		}
	}
	tell(CalendarName, b.Name != n.Name)
	tell(CalendarPlace, b.PlaceID != n.PlaceID)
	tell(CalendarTime, b.Rule != n.Rule || b.From != n.From || b.Until != n.Until)
	if b.Rule != n.Rule {
		return out
	}
	for _, x := range []struct {
		kind CalendarChangeKind
		days []Date
	}{{CalendarAdded, without(n.Days, b.Days, from)}, {CalendarLost, without(b.Days, n.Days, from)}} {
		if len(x.days) > 0 {
			out = append(out, CalendarChange{Kind: x.kind, Before: b, Now: n, Days: x.days})
		}
	}
	return out
}

// meetsFrom reports whether any of the days is not past.
func meetsFrom(days []Date, from Date) bool {
	return slices.ContainsFunc(days, func(d Date) bool { return !d.Before(from) })
}

// without lists the days of one list, from a day on, that the other does not have.
func without(days, other []Date, from Date) []Date {
	return slices.DeleteFunc(slices.Clone(days), func(d Date) bool { return d.Before(from) || slices.Contains(other, d) })
}

// PrintedCalendars keeps what was given out. Every method is one transaction.
type PrintedCalendars interface {
	// PrintedCalendar returns what was given out last of an area (CalendarArea.Key) in a season; its On is zero when nothing
	// was.
	PrintedCalendar(ctx context.Context, season ID, area string) (PrintedCalendar, error)
	// KeepPrintedCalendar remembers what is given out instead of what was before.
	KeepPrintedCalendar(ctx context.Context, c PrintedCalendar) error
}
