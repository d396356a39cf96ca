package model

import (
	"slices"
)

// ConflictKind is what two sessions, or a session and a fact, fight over.
type ConflictKind string

// The kinds of conflicts.
const (
	ConflictPlace  ConflictKind = "place"  // two sessions in one place at one time
	ConflictLeader ConflictKind = "leader" // a leader in two places at one time
	ConflictTravel ConflictKind = "travel" // too little time between two municipalities
	ConflictClosed ConflictKind = "closed" // the place, the organiser or the day is closed
	ConflictAbsent ConflictKind = "absent" // a leader is away, on a break or has ended
	ConflictBooked ConflictKind = "booked" // a partner's calendar has the place taken
)

// Conflict is one clash. It warns, and never locks.
type Conflict struct {
	Kind     ConflictKind
	Session  int           // place in the list of sessions
	Other    int           // the other session; −1 when there is none
	LeaderID ID            // with ConflictLeader, ConflictTravel and ConflictAbsent
	Closed   *Closed       // with ConflictClosed
	Minutes  int           // with ConflictTravel: between the sessions
	Booking  *PartnerEvent // with ConflictBooked
}

// ConflictFacts is what, besides the sessions, conflicts depend on.
type ConflictFacts struct {
	Groups        GroupDirectory
	Places        PlaceDirectory
	Leaders       LeaderDirectory
	Closures      []Closure
	Eves          bool
	TravelMinutes int // that it takes between two municipalities, 0–240
	Booked        []PartnerEvent
}

// Conflicts lists every clash among sessions that are not cancelled; sessions are half-open intervals, so that one may
// begin when another ends. The sessions may be in any order; the conflicts are in the order of their sessions.
func Conflicts(sessions []Session, f ConflictFacts) []Conflict {
	order := make([]int, 0, len(sessions))
	for i := range sessions {
		if sessions[i].State != SessionCancelled {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return sessions[a].Compare(&sessions[b])
	})
	booked := f.bookedOn()
	var out []Conflict
	for n, i := range order {
		s := &sessions[i]
		out = append(out, f.alone(i, s)...)
		for _, e := range booked[bookingKey{s.PlaceID, s.Date}] {
			if e.Overlaps(s.From, s.Until) && !e.Books(*s, f.Groups[s.GroupID]) {
				out = append(out, Conflict{Kind: ConflictBooked, Session: i, Other: -1, Booking: e})
			}
		}
		for _, j := range order[n+1:] {
			o := &sessions[j]
			if o.Date != s.Date {
				break
			}
			gap := s.Until.MinutesUntil(o.From)
			if gap >= max(f.TravelMinutes, 0) && gap >= 0 {
				break // later ones begin later still
			}
			if c, clash := f.between(s, o, gap); clash {
				c.Session, c.Other = i, j
				out = append(out, c)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Conflict) int { return a.Session - b.Session })
	return out
}

// bookingKey is a place on a day.
type bookingKey struct {
	place ID
	day   Date
}

// bookedOn finds the events of partners by place and day.
func (f ConflictFacts) bookedOn() map[bookingKey][]*PartnerEvent {
	out := make(map[bookingKey][]*PartnerEvent, len(f.Booked))
	for i := range f.Booked {
		if e := &f.Booked[i]; e.PlaceID != "" {
			key := bookingKey{e.PlaceID, e.Date}
			out[key] = append(out[key], e)
		}
	}
	return out
}

// alone lists what is amiss with one session by itself.
func (f ConflictFacts) alone(i int, s *Session) []Conflict {
	var out []Conflict
	if closed, is := ClosedOn(s.Date, f.Groups[s.GroupID], f.Places[s.PlaceID], f.Closures, f.Eves); is {
		out = append(out, Conflict{Kind: ConflictClosed, Session: i, Other: -1, Closed: &closed})
	}
	for _, id := range s.Leaders {
		if l, known := f.Leaders[id]; known && !l.AvailableOn(s.Date) {
			out = append(out, Conflict{Kind: ConflictAbsent, Session: i, Other: -1, LeaderID: id})
		}
	}
	return out
}

// between tells whether two sessions of one day clash; o begins gap minutes after s ends, or before it when negative.
func (f ConflictFacts) between(s, o *Session, gap int) (Conflict, bool) {
	if gap < 0 && s.PlaceID != "" && s.PlaceID == o.PlaceID {
		return Conflict{Kind: ConflictPlace}, true
	}
	for _, id := range s.Leaders {
		if !o.Led(id) {
			continue
		}
		if c, clash := f.leading(id, s, o, gap); clash {
			return c, true
		}
	}
	return Conflict{}, false
}

// leading tells whether one leader of two sessions of a day can lead both; the later begins gap minutes after the earlier
// ends, or before it when negative.
func (f ConflictFacts) leading(leader ID, earlier, later *Session, gap int) (Conflict, bool) {
	if gap < 0 {
		return Conflict{Kind: ConflictLeader, LeaderID: leader}, true
	}
	if !f.Places[earlier.PlaceID].Municipality.Same(f.Places[later.PlaceID].Municipality) {
		return Conflict{Kind: ConflictTravel, LeaderID: leader, Minutes: gap}, true
	}
	return Conflict{}, false
}
