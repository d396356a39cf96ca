package model

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// SessionState is what became of a session.
type SessionState string

// The states that are kept. Whether a session that is over was counted is told by StatusOn.
const (
	SessionPlanned   SessionState = "planned"
	SessionCancelled SessionState = "cancelled"
)

// SessionStatus is where a session stands on a day.
type SessionStatus string

// The statuses of a session.
const (
	StatusAhead      SessionStatus = "ahead"       // still to come, or today
	StatusHeld       SessionStatus = "held"        // its visitors were counted
	StatusNotEntered SessionStatus = "not_entered" // over, and nobody has counted
	StatusCancelled  SessionStatus = "cancelled"
)

// Session is one time that a group meets.
type Session struct {
	ID       ID
	GroupID  ID // required
	SeasonID ID
	SlotOn   Date // the day on which the group's recurrence has it; where it was moved from (RECURRENCE-ID)
	Date     Date // required
	From     Clock
	Until    Clock
	PlaceID  ID
	Leaders  []ID
	Theme    string
	Guest    string
	State    SessionState
	Reason   string // why it was cancelled
	ClosedBy ID     // the closure that cancelled it; empty = somebody did
	Edited   bool   // changed by hand: planning never makes it again
	Counts   Counts
	Sequence int // how many times it was changed after it was made, but for its counts
}

// Counts are the visitors of a session, without names. What is not entered is not zero.
type Counts struct {
	Adults   Count
	Children Count
	New      Count // of the adults, here for the first time
	Men      Count // of the adults
	Own      map[ID]int
}

// MaxCount is how many visitors of one kind a session can have; more is a slip of the keyboard.
const MaxCount = 10_000

// Entered reports whether anything was counted.
func (c Counts) Entered() bool {
	return c.Adults.Known || c.Children.Known || c.New.Known || c.Men.Known || len(c.Own) > 0
}

// Visits are adults and children together, unknown when neither was entered.
func (c Counts) Visits() Count {
	if !c.Adults.Known && !c.Children.Known {
		return Count{}
	}
	return CountOf(c.Adults.N + c.Children.N)
}

// Moved reports whether the session is on another day than its recurrence has it.
func (s Session) Moved() bool { return !s.SlotOn.IsZero() && s.SlotOn != s.Date }

// Extra reports whether a person added the session beside the recurrence of its group.
func (s Session) Extra() bool { return s.SlotOn.IsZero() }

// Touched reports whether planning must leave the session as it is: it was edited, counted or cancelled by somebody.
func (s Session) Touched() bool {
	return s.Edited || s.Counts.Entered() || (s.State == SessionCancelled && s.ClosedBy == "")
}

// StatusOn tells where the session stands on the day.
func (s Session) StatusOn(day Date) SessionStatus {
	switch {
	case s.State == SessionCancelled:
		return StatusCancelled
	case s.Counts.Entered():
		return StatusHeld
	case s.Date.Before(day):
		return StatusNotEntered
	default:
		return StatusAhead
	}
}

// Compare orders sessions by day and time, and those of one time by ID, so that the order does not depend on the one in
// which they came.
func (s *Session) Compare(o *Session) int {
	return cmp.Or(s.Date.Compare(o.Date), -s.From.MinutesUntil(o.From), -s.Until.MinutesUntil(o.Until), cmp.Compare(s.ID, o.ID))
}

// Check returns what is amiss in the session.
func (s Session) Check() []Problem {
	var p problems
	p.required("group", string(s.GroupID))
	if s.Date.IsZero() {
		p.refuse("date", "required")
	}
	if s.From.IsZero() {
		p.refuse("from", "required")
	}
	if s.Until.IsZero() {
		p.refuse("until", "required")
	} else if !s.From.IsZero() && !s.From.Before(s.Until) {
		p.refuse("until", "clock_order")
	}
	p.length("theme", s.Theme, MaxName)
	p.length("guest", s.Guest, MaxName)
	p.length("reason", s.Reason, MaxNotes)
	if s.State == SessionCancelled && s.Counts.Entered() {
		p.warn("state", "cancelled_but_counted")
	}
	c := s.Counts
	for _, x := range []struct {
		field string
		count Count
		part  bool // of the adults
	}{{"adults", c.Adults, false}, {"children", c.Children, false}, {"new", c.New, true}, {"men", c.Men, true}} {
		switch {
		case !x.count.Known:
		case x.count.N < 0 || x.count.N > MaxCount:
			p.refuse(x.field, "count_range")
		case x.part && c.Adults.Known && x.count.N > c.Adults.N:
			p.warn(x.field, "more_than_adults")
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Own)) {
		if n := c.Own[id]; n < 0 || n > MaxCount {
			p.refuse("own."+string(id), "count_range")
		}
	}
	return p
}

// WantsTheme reports whether the session, the n-th of its group in the season counted from 1, should have a theme or a
// guest and has none.
func (s Session) WantsTheme(g Group, n int) bool {
	return g.ThemeEvery > 0 && n%g.ThemeEvery == 0 && s.Theme == "" && s.Guest == "" && s.State != SessionCancelled
}

// Led reports whether the leader leads the session.
func (s Session) Led(by ID) bool { return slices.Contains(s.Leaders, by) }

// Sessions keeps the sessions. Every method is one transaction.
type Sessions interface {
	// Sessions returns those from a day to another, both included, by day and time.
	Sessions(ctx context.Context, from, until Date) ([]Session, error)
	// SeasonSessions returns those of a season, by day and time.
	SeasonSessions(ctx context.Context, season ID) ([]Session, error)
	// Session returns one, CodeNotFound when there is none.
	Session(ctx context.Context, id ID) (Session, error)
	// GroupSessions returns those of a group, by day and time.
	GroupSessions(ctx context.Context, group ID) ([]Session, error)
	// WritePlan writes what the plan says: new sessions and changed ones, those to remove, and the days that were dropped,
	// which the groups leave out from then on.
	WritePlan(ctx context.Context, p Plan) error
	// CreateSession keeps one that a person adds, marked as edited; an empty ID is made. CodeInvalid when Check refuses it.
	CreateSession(ctx context.Context, s Session) (Session, error)
	// DeleteSession removes one that a person added and nobody counted. CodeInvalid for any other: it is cancelled instead,
	// so that planning remembers it.
	DeleteSession(ctx context.Context, id ID) error
	// WriteSplit writes a group that ends, the one that continues it, and what becomes of its sessions.
	WriteSplit(ctx context.Context, s GroupSplit) error
	// UpdateSession changes one and marks it as edited; an error of change is returned as it is, and nothing is written.
	UpdateSession(ctx context.Context, id ID, change func(*Session) error) (Session, error)
	// UpdateSessions changes several as UpdateSession does, all or none.
	UpdateSessions(ctx context.Context, ids []ID, change func(*Session) error) ([]Session, error)
}
