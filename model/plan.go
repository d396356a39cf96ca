package model

import (
	"cmp"
	"reflect"
	"slices"
)

// PlanAct is what planning does about one slot.
type PlanAct string

// The acts.
const (
	PlanMake   PlanAct = "make"
	PlanSkip   PlanAct = "skip"   // a closure or a holiday: lost, or shifted when the group has a fixed number
	PlanDrop   PlanAct = "drop"   // the coordinator does not want it
	PlanKeep   PlanAct = "keep"   // it is there
	PlanChange PlanAct = "change" // it is there, untouched, and the group has changed since
	PlanRemove PlanAct = "remove" // it is there, untouched, and the group no longer meets then
)

// PlanActs lists them.
func PlanActs() []PlanAct {
	return []PlanAct{PlanMake, PlanSkip, PlanDrop, PlanKeep, PlanChange, PlanRemove}
}

// Slot is a day on which the recurrence of a group has a session.
type Slot struct {
	GroupID ID
	On      Date
}

// PlanLine is one slot of a plan.
type PlanLine struct {
	Act       PlanAct
	Session   Session // as it will be; with PlanSkip and PlanDrop as it would have been
	Closed    Closed  // what closes the day: with PlanSkip, and with PlanMake when it was forced
	Forced    bool
	Past      bool // before today: it is made only when it is forced
	PastEnd   bool // after the season's last day, because earlier ones were skipped
	Gaps      []PairGap
	Conflicts []Conflict // their Session is this line; Other is a place in Plan.All
}

// Slot is the slot of the line.
func (l PlanLine) Slot() Slot { return Slot{l.Session.GroupID, l.Session.SlotOn} }

// Plan is what planning a season would do. It is shown first, and written as a whole.
type Plan struct {
	Season Season
	Lines  []PlanLine // by group in the order given, then by day
	All    []Session  // the sessions as they would be, those of other seasons too, which Conflicts refer to
	short  map[ID]int
}

// Short is how many sessions a group is short of its fixed number in the season; of one that another group continues, the
// other tells it.
func (p Plan) Short(group ID) int { return p.short[group] }

// PlanInput is what a plan is made of.
type PlanInput struct {
	Season   Season
	Groups   []Group
	Existing []Session // all sessions around the season, of this season or not
	Facts    ConflictFacts
	Today    Date
	Forced   map[Slot]bool // held though the day is closed
	Dropped  map[Slot]bool // not held though nothing closes the day
}

// shiftDays is how long after the season's end a fixed number of sessions may run, in days.
const shiftDays = 366

// PlanSeason plans a season for its groups. An open-ended group loses a skipped day, a group with a fixed number goes on
// until it has met that many times. A session that was edited, counted or cancelled by somebody is left as it is, and so
// is one that is over; none is made for a day that is over, unless it is forced. Planning again changes nothing.
func PlanSeason(in PlanInput) Plan {
	in.Facts.Eves = in.Season.Eves
	p := Plan{Season: in.Season, short: map[ID]int{}}
	have := map[Slot]Session{}
	held := map[ID]int{}
	for _, s := range in.Existing {
		if s.SeasonID == in.Season.ID && !s.Extra() {
			have[Slot{s.GroupID, s.SlotOn}] = s
		} else {
			p.All = append(p.All, s)
		}
	}
	for _, g := range in.Groups {
		p.Lines = append(p.Lines, in.group(g, have, held)...)
	}
	goesOn := map[ID]bool{}
	for _, g := range in.Facts.Groups {
		goesOn[g.ContinuesID] = true
	}
	planned := map[ID]bool{}
	for _, g := range in.Groups {
		planned[g.ID] = true
		if g.FixedSessions.Known && !goesOn[g.ID] {
			p.short[g.ID] = max(g.FixedSessions.N-held[g.ID]-in.extra(g), 0)
		}
	}
	for _, s := range in.Existing {
		if s.SeasonID == in.Season.ID && !s.Extra() && !planned[s.GroupID] {
			p.All = append(p.All, s)
		}
	}
	p.collide(in.Facts)
	return p
}

// carried is how many of its fixed number a group has met before it became this one, in the season. held remembers it of
// each group.
func (in PlanInput) carried(g Group, have map[Slot]Session, held map[ID]int) int {
	before, known := in.Facts.Groups[g.ContinuesID]
	if !known || before.RunsUntil.Before(in.Season.From) || !before.RunsUntil.Before(g.RunsFrom) {
		return 0
	}
	if _, done := held[before.ID]; !done {
		in.group(before, have, held)
	}
	return held[before.ID]
}

// group plans one group, and remembers in held how many times it has met at its end.
func (in PlanInput) group(g Group, have map[Slot]Session, held map[ID]int) []PlanLine {
	place := in.Facts.Places[g.PlaceID]
	until := in.Season.Until
	if g.FixedSessions.Known {
		until = until.AddDays(shiftDays)
	}
	var lines []PlanLine
	wanted := map[Slot]bool{}
	held[g.ID] = 0 // against groups that continue each other in a ring
	days := g.Recurrence.DaysIn(g.BeginsIn(in.Season), until)
	met := in.carried(g, have, held) + in.beside(g, days, have)
	extra := in.extra(g)
	for _, day := range days {
		if g.FixedSessions.Known && met >= g.FixedSessions.N {
			break
		}
		if !g.RunsOn(day) {
			continue
		}
		slot := Slot{g.ID, day}
		old, there := have[slot]
		if g.FixedSessions.Known && !there && met+extra >= g.FixedSessions.N {
			break // what a person added stands for it
		}
		l := PlanLine{Act: PlanMake, Session: g.session(in.Season, day), Forced: in.Forced[slot], PastEnd: day.After(in.Season.Until), Past: day.Before(in.Today)}
		var closed bool
		l.Closed, closed = ClosedOn(day, g, place, in.Facts.Closures, in.Season.Eves)
		switch {
		case there:
			l.Act, l.Session = in.existing(old, l.Session)
		case in.Dropped[slot]:
			l.Act = PlanDrop
		case (closed || l.Past) && !l.Forced:
			l.Act = PlanSkip
		case closed:
			l.Session.Edited = true // forced by hand: a closure does not cancel it
		}
		if l.Act != PlanSkip && l.Act != PlanDrop && l.Session.State != SessionCancelled {
			met++ // what was cancelled, the group goes on for
			l.Gaps = PairGaps(l.Session.Leaders, in.Facts.Leaders)
		}
		wanted[slot] = true
		lines = append(lines, l)
	}
	held[g.ID] = met
	return append(lines, in.unwanted(g, wanted, have)...)
}

// beside is how many sessions a group keeps on other days than its recurrence has, as after a change of the weekday; they
// count to its fixed number.
func (in PlanInput) beside(g Group, days []Date, have map[Slot]Session) int {
	n := 0
	for slot, s := range have {
		if slot.GroupID == g.ID && in.keeps(s) && s.State != SessionCancelled && !slices.Contains(days, slot.On) {
			n++
		}
	}
	return n
}

// extra is how many sessions a person has added to a group with a fixed number, which stand for cancelled ones.
func (in PlanInput) extra(g Group) int {
	n := 0
	if !g.FixedSessions.Known {
		return n
	}
	for i := range in.Existing {
		s := &in.Existing[i]
		if s.GroupID == g.ID && s.SeasonID == in.Season.ID && s.Extra() && s.State != SessionCancelled {
			n++
		}
	}
	return n
}

// keeps reports whether a session stays whatever the group's recurrence says.
func (in PlanInput) keeps(s Session) bool { return s.Touched() || s.Date.Before(in.Today) }

// BeginsIn is the day from which the recurrence of the group is counted in a season.
func (g Group) BeginsIn(s Season) Date {
	if g.RunsFrom.After(s.From) {
		return g.RunsFrom
	}
	return s.From
}

// existing tells what becomes of a session that is there.
func (in PlanInput) existing(old, now Session) (PlanAct, Session) {
	if in.keeps(old) || old.ClosedBy != "" {
		return PlanKeep, old
	}
	now.ID, now.Sequence, now.Theme, now.Guest = old.ID, old.Sequence, old.Theme, old.Guest
	now.State, now.Reason, now.Counts = old.State, old.Reason, old.Counts
	if reflect.DeepEqual(withoutEmpty(now), withoutEmpty(old)) {
		return PlanKeep, old
	}
	now.Sequence++
	return PlanChange, now
}

// withoutEmpty makes an empty list and none the same.
func withoutEmpty(s Session) Session {
	if len(s.Leaders) == 0 {
		s.Leaders = nil
	}
	if len(s.Counts.Own) == 0 {
		s.Counts.Own = nil
	}
	return s
}

// unwanted removes the untouched sessions ahead that the group's recurrence no longer has, and keeps the others.
func (in PlanInput) unwanted(g Group, wanted map[Slot]bool, have map[Slot]Session) []PlanLine {
	var lines []PlanLine
	for slot, s := range have {
		if slot.GroupID != g.ID || wanted[slot] {
			continue
		}
		act := PlanRemove
		if in.keeps(s) {
			act = PlanKeep
		}
		lines = append(lines, PlanLine{Act: act, Session: s, PastEnd: s.Date.After(in.Season.Until)})
	}
	slices.SortFunc(lines, func(a, b PlanLine) int {
		return cmp.Or(a.Session.SlotOn.Compare(b.Session.SlotOn), cmp.Compare(a.Session.ID, b.Session.ID))
	})
	return lines
}

// session is the session of a group on a day.
func (g Group) session(season Season, day Date) Session {
	return Session{
		GroupID: g.ID, SeasonID: season.ID, SlotOn: day, Date: day, From: g.From, Until: g.Until, PlaceID: g.PlaceID,
		Leaders: slices.Clone(g.Leaders), State: SessionPlanned,
	}
}

// collide finds the conflicts of what would be held.
func (p *Plan) collide(f ConflictFacts) {
	lineOf := map[int]int{}
	for i, l := range p.Lines {
		switch l.Act {
		case PlanMake, PlanKeep, PlanChange:
			lineOf[len(p.All)] = i
			p.All = append(p.All, l.Session)
		}
	}
	for _, c := range Conflicts(p.All, f) {
		for _, side := range []int{c.Session, c.Other} {
			i, mine := lineOf[side]
			if !mine || (c.Kind == ConflictClosed && p.Lines[i].Act == PlanMake) {
				continue // that it was forced is said by the line
			}
			own := c
			if side == c.Other {
				own.Other = c.Session
			}
			own.Session = i
			p.Lines[i].Conflicts = append(p.Lines[i].Conflicts, own)
		}
	}
}

// Changes returns what the plan writes: the sessions to keep, new or changed, and the IDs of those to remove.
func (p Plan) Changes() (save []Session, remove []ID) {
	for _, l := range p.Lines {
		switch l.Act {
		case PlanMake, PlanChange:
			save = append(save, l.Session)
		case PlanRemove:
			remove = append(remove, l.Session.ID)
		}
	}
	return save, remove
}

// Dropped lists the days that the plan leaves out for good, by group.
func (p Plan) Dropped() map[ID][]Date {
	out := map[ID][]Date{}
	for _, l := range p.Lines {
		if l.Act == PlanDrop {
			out[l.Session.GroupID] = append(out[l.Session.GroupID], l.Session.SlotOn)
		}
	}
	return out
}

// AfterClosures tells which sessions ahead change when closures are as given: those that are now closed are cancelled and
// remember by what; those that a closure cancelled which no longer closes them are planned again. A session that somebody
// edited, counted or cancelled is left as it is.
func AfterClosures(sessions []Session, f ConflictFacts, today Date) []Session {
	var out []Session
	for _, s := range sessions {
		if s.Touched() || s.Date.Before(today) {
			continue
		}
		by := f.closing(s)
		switch {
		case by != "" && s.State != SessionCancelled, by != "" && s.ClosedBy != by:
			s.State, s.ClosedBy = SessionCancelled, by
		case by == "" && s.ClosedBy != "":
			s.State, s.ClosedBy = SessionPlanned, ""
		default:
			continue
		}
		s.Sequence++
		out = append(out, s)
	}
	return out
}

// closing is the closure that keeps a session from being held, the one that it remembers before another; empty when none
// does.
func (f ConflictFacts) closing(s Session) ID {
	first := ID("")
	for _, c := range f.Closures {
		if c.Covers(s.Date) && c.concerns(f.Groups[s.GroupID], f.Places[s.PlaceID]) {
			if c.ID == s.ClosedBy {
				return c.ID
			}
			if first == "" {
				first = c.ID
			}
		}
	}
	return first
}
