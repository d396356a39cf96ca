package model

import (
	"context"
	"slices"
)

// BodyKind is what a body of the network is for.
type BodyKind string

// The kinds of bodies (PERHE report, annexes 5-1 and 5-3).
const (
	AreaGroup     BodyKind = "area_group"     // leads the family centre of an area, usually twice a year
	SteeringGroup BodyKind = "steering_group" // leads a project
	TeamMeeting   BodyKind = "team"           // works together, e.g. a clinic's team every second week
	SupervisorsOf BodyKind = "supervisors"    // the nearest supervisors' forum
	LeadersMeet   BodyKind = "leaders"        // volunteer leaders among themselves
	PartnersMeet  BodyKind = "partners"
	OtherBody     BodyKind = "other"
)

// BodyKinds lists them in the order in which they are offered.
func BodyKinds() []BodyKind {
	return []BodyKind{AreaGroup, TeamMeeting, SupervisorsOf, LeadersMeet, PartnersMeet, SteeringGroup, OtherBody}
}

// Body is a group of the network that meets: an area group, a team.
type Body struct {
	ID         ID
	Name       Text     // required in one language
	Kind       BodyKind // required
	Members    []ID     // organisations
	TimesAYear Count    // 1–366: how often it has to meet; unknown = as Recurrence says, or as agreed each time
	Recurrence Recurrence
	Recurs     bool // Recurrence holds
	From       Clock
	Until      Clock
	StartsOn   Date // the first day from which Recurrence is counted
	EndedOn    Date // the last day of the body
	Notes      string
}

// EndedBy reports whether the body had ended before the day.
func (b Body) EndedBy(day Date) bool { return !b.EndedOn.IsZero() && b.EndedOn.Before(day) }

// Check returns what is amiss in the body.
func (b Body) Check() []Problem {
	var p problems
	p.required("name", b.Name.Best(Finnish))
	p.texts("name", b.Name, MaxName)
	p.required("kind", string(b.Kind))
	p.positive("times_a_year", b.TimesAYear)
	if b.TimesAYear.Known && b.TimesAYear.N > 366 {
		p.refuse("times_a_year", "sessions_range")
	}
	if b.Recurs {
		b.Recurrence.check(&p)
		if b.StartsOn.IsZero() {
			p.refuse("starts_on", "required")
		}
	}
	if !b.From.IsZero() && !b.Until.IsZero() && !b.From.Before(b.Until) {
		p.refuse("until", "clock_order")
	}
	p.order("ended_on", b.StartsOn, b.EndedOn)
	p.length("notes", b.Notes, MaxNotes)
	return p
}

// NetworkMeeting is one meeting of a body.
type NetworkMeeting struct {
	ID        ID
	BodyID    ID   // required
	Date      Date // required
	From      Clock
	Until     Clock
	Place     string
	Present   []ID   // organisations
	Agenda    string // what is to be talked about
	Decisions string
	Cancelled bool
	Notes     string
}

// Check returns what is amiss in the meeting.
func (m NetworkMeeting) Check() []Problem {
	var p problems
	p.required("body", string(m.BodyID))
	if m.Date.IsZero() {
		p.refuse("date", "required")
	}
	if !m.From.IsZero() && !m.Until.IsZero() && !m.From.Before(m.Until) {
		p.refuse("until", "clock_order")
	}
	p.length("place", m.Place, MaxName)
	p.length("agenda", m.Agenda, MaxNotes)
	p.length("decisions", m.Decisions, MaxNotes)
	p.length("notes", m.Notes, MaxNotes)
	if m.Cancelled && m.Decisions != "" {
		p.warn("decisions", "cancelled_with_decisions")
	}
	return p
}

// HeldBy reports whether the meeting was held before the day.
func (m NetworkMeeting) HeldBy(day Date) bool { return !m.Cancelled && m.Date.Before(day) }

// LacksMinutes reports whether the meeting was held before the day, and what it decided is not written down.
func (m NetworkMeeting) LacksMinutes(day Date) bool { return m.HeldBy(day) && m.Decisions == "" }

// NextMeeting is when a body meets next.
type NextMeeting struct {
	On        Date
	MeetingID ID // of the one that is agreed; empty = the rhythm of the body says so, and nothing is agreed yet
}

// Next tells when the body meets next, seen from the day, and false when that cannot be told: the first meeting that is
// agreed for the day or later; else the next day of its recurrence on which none was cancelled; else, where it has to meet so many times a year, the
// last meeting and a share of the year later, which may have passed. The meetings may be of any bodies.
func (b Body) Next(meetings []NetworkMeeting, day Date) (NextMeeting, bool) {
	if b.EndedBy(day) {
		return NextMeeting{}, false
	}
	var next NextMeeting
	var last Date
	cancelled := map[Date]bool{}
	for _, m := range meetings {
		switch {
		case m.BodyID != b.ID:
		case m.Cancelled:
			cancelled[m.Date] = true
		case m.Date.Before(day):
			if m.Date.After(last) {
				last = m.Date
			}
		case next.On.IsZero() || m.Date.Before(next.On):
			next = NextMeeting{m.Date, m.ID}
		}
	}
	switch {
	case !next.On.IsZero():
		return next, true
	case b.Recurs && !b.StartsOn.IsZero():
		until := day.AddMonths(24)
		for _, d := range b.Recurrence.DaysIn(b.StartsOn, until) {
			if !d.Before(day) && !cancelled[d] && (b.EndedOn.IsZero() || !d.After(b.EndedOn)) {
				return NextMeeting{On: d}, true
			}
		}
		return NextMeeting{}, false
	case b.TimesAYear.Known && b.TimesAYear.N > 0:
		next.On = b.StartsOn
		if !last.IsZero() {
			next.On = last.AddDays(365 / b.TimesAYear.N)
		}
		if next.On.IsZero() || b.EndedBy(next.On) {
			return NextMeeting{}, false
		}
		return next, true
	default:
		return NextMeeting{}, false
	}
}

// MeetingsHeld counts the meetings of a body that were held in the period before the day.
func (b Body) MeetingsHeld(meetings []NetworkMeeting, p Period, day Date) int {
	n := 0
	for _, m := range meetings {
		if m.BodyID == b.ID && m.HeldBy(day) && p.Covers(m.Date) {
			n++
		}
	}
	return n
}

// Organisations lists the organisations that the body and its meetings name.
func (b Body) Organisations(meetings []NetworkMeeting) []ID {
	out := slices.Clone(b.Members)
	for _, m := range meetings {
		for _, id := range m.Present {
			if m.BodyID == b.ID && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// Networks keeps the bodies of the network and their meetings. Every method is one transaction.
type Networks interface {
	// Bodies returns all of them, in Finnish alphabetical order of their names.
	Bodies(ctx context.Context) ([]Body, error)
	// CreateBody keeps a new one; an empty ID is made. CodeInvalid when Check refuses it.
	CreateBody(ctx context.Context, b Body) (Body, error)
	// UpdateBody changes one; an error of change is returned as it is, and nothing is written.
	UpdateBody(ctx context.Context, id ID, change func(*Body) error) (Body, error)
	// DeleteBody removes one without meetings; CodeInUse with the Uses otherwise.
	DeleteBody(ctx context.Context, id ID) error
	// NetworkMeetings returns those of all bodies, the latest first.
	NetworkMeetings(ctx context.Context) ([]NetworkMeeting, error)
	// CreateNetworkMeeting keeps a new one; an empty ID is made. CodeInvalid when Check refuses it.
	CreateNetworkMeeting(ctx context.Context, m NetworkMeeting) (NetworkMeeting, error)
	// UpdateNetworkMeeting changes one; an error of change is returned as it is, and nothing is written.
	UpdateNetworkMeeting(ctx context.Context, id ID, change func(*NetworkMeeting) error) (NetworkMeeting, error)
	// DeleteNetworkMeeting removes one.
	DeleteNetworkMeeting(ctx context.Context, id ID) error
}
