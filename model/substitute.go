package model

import (
	"cmp"
	"slices"
)

// Substitute is somebody who could lead a session, and what speaks for and against it. Nobody is left out for a reason:
// the coordinator decides.
type Substitute struct {
	LeaderID  ID
	Away      bool       // absent, on a break, ended or not begun
	Clashes   []Conflict // with other sessions of the day; Other is a place in the list of sessions
	Readiness Level
	Usual     Answer // whether the leader can usually come then; empty when nothing was said
	Same      Answer // whether the leader lives in the place's municipality; empty when that is not known
	Led       int    // sessions of the list that the leader leads, which are not cancelled
}

// Free reports whether nothing stands in the way: neither an absence nor another session, whatever was said of usual times.
func (s Substitute) Free() bool { return !s.Away && len(s.Clashes) == 0 }

// SubstituteInput is what the search for a substitute is made of.
type SubstituteInput struct {
	Session  Session
	Kind     LeaderKind // the half of the pair that is sought; empty = either
	Sessions []Session  // of the season at least; those of the day are looked at for clashes, all of them for Led
	Facts    ConflictFacts
	Rules    ReadinessRules
}

// Substitutes lists who could lead a session, the most fitting first: those who are free, then by readiness, usual times,
// municipality, and how many sessions they lead already.
func Substitutes(in SubstituteInput) []Substitute {
	led := map[ID]int{}
	var sameDay []int
	for i := range in.Sessions {
		o := &in.Sessions[i]
		if o.State == SessionCancelled {
			continue
		}
		for _, id := range o.Leaders {
			led[id]++
		}
		if o.Date == in.Session.Date && o.ID != in.Session.ID {
			sameDay = append(sameDay, i)
		}
	}
	var out []Substitute
	for _, l := range in.Facts.Leaders {
		if l.Gone(in.Session.Date) || in.Session.Led(l.ID) || (in.Kind != "" && l.Kind != in.Kind) {
			continue
		}
		s := Substitute{LeaderID: l.ID, Away: !l.AvailableOn(in.Session.Date), Led: led[l.ID]}
		s.Readiness = Summarise(l.ReadinessOn(in.Session.Date, in.Rules)).Level
		if l.Availability.Said() {
			s.Usual = answer(l.Availability.Free(in.Session.Date.Weekday(), PartOf(in.Session.From)))
		}
		if town := in.Facts.Places[in.Session.PlaceID].Municipality; !town.IsZero() && !l.Municipality.IsZero() {
			s.Same = answer(l.Municipality.Same(town))
		}
		for _, i := range sameDay {
			if c, clash := in.clash(l.ID, &in.Sessions[i]); clash {
				c.Other = i
				s.Clashes = append(s.Clashes, c)
			}
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b Substitute) int {
		x, y := in.Facts.Leaders[a.LeaderID], in.Facts.Leaders[b.LeaderID]
		return cmp.Or(
			rank(!a.Free())-rank(!b.Free()), slices.Index(Levels(), b.Readiness)-slices.Index(Levels(), a.Readiness),
			rank(a.Usual == No)-rank(b.Usual == No), rank(a.Same == No)-rank(b.Same == No), a.Led-b.Led,
			cmp.Compare(SortKey(x.Name), SortKey(y.Name)), cmp.Compare(a.LeaderID, b.LeaderID),
		)
	})
	return out
}

// clash tells what stands between the leader and the session because of another one on the day.
func (in SubstituteInput) clash(leader ID, other *Session) (Conflict, bool) {
	if !other.Led(leader) {
		return Conflict{}, false
	}
	s := in.Session
	s.Leaders = []ID{leader}
	first, then := &s, other
	if other.From.Before(s.From) {
		first, then = other, &s
	}
	gap := first.Until.MinutesUntil(then.From)
	if gap >= max(in.Facts.TravelMinutes, 0) {
		return Conflict{}, false
	}
	c, clash := in.Facts.leading(leader, first, then, gap)
	c.Session = -1
	return c, clash
}

func answer(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}
