package model

import (
	"cmp"
	"slices"
)

// Share tells how a leader's part of the work compares with that of the others.
type Share string

// The shares.
const (
	ShareFair Share = "fair"
	ShareMore Share = "more"
	ShareLess Share = "less"
)

// Duty is what one leader leads among some sessions; those that are cancelled do not count as led.
type Duty struct {
	LeaderID  ID
	Sessions  []int // places in the list of sessions, by day and time, the cancelled ones too
	Led       int   // not cancelled
	Ahead     int   // of those, still to come
	Cancelled int
	Minutes   int // of those not cancelled
	Share     Share
}

// unfair is by how many sessions and by how many times a leader's part must differ from the middle one to be told: a month
// of weekly sessions, and twice as many or half as many.
const (
	unfairBy    = 4
	unfairTimes = 2
)

// Duties lists who leads what among the sessions, in the order of their names. Volunteers are compared with volunteers, and
// professionals with professionals; of one alone nothing can be said.
func Duties(sessions []Session, leaders LeaderDirectory, day Date) []Duty {
	of := map[ID]*Duty{}
	order := make([]int, len(sessions))
	for i := range sessions {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return sessions[a].Compare(&sessions[b])
	})
	for _, i := range order {
		s := &sessions[i]
		for _, id := range s.Leaders {
			d := of[id]
			if d == nil {
				d = &Duty{LeaderID: id, Share: ShareFair}
				of[id] = d
			}
			d.Sessions = append(d.Sessions, i)
			if s.State == SessionCancelled {
				d.Cancelled++
				continue
			}
			d.Led++
			d.Minutes += s.From.MinutesUntil(s.Until)
			if s.StatusOn(day) == StatusAhead {
				d.Ahead++
			}
		}
	}
	out := make([]Duty, 0, len(of))
	for _, d := range of {
		out = append(out, *d)
	}
	for i := range out {
		out[i].Share = share(out[i], out, leaders)
	}
	slices.SortFunc(out, func(a, b Duty) int {
		return cmp.Or(
			cmp.Compare(SortKey(leaders[a.LeaderID].Name), SortKey(leaders[b.LeaderID].Name)), cmp.Compare(a.LeaderID, b.LeaderID),
		)
	})
	return out
}

// share compares a leader with the middle one of all of the same kind.
func share(d Duty, all []Duty, leaders LeaderDirectory) Share {
	var led []int
	for _, o := range all {
		if leaders[o.LeaderID].Kind == leaders[d.LeaderID].Kind {
			led = append(led, o.Led)
		}
	}
	slices.Sort(led)
	middle := led[(len(led)-1)/2]
	switch {
	case d.Led >= middle+unfairBy && d.Led >= middle*unfairTimes:
		return ShareMore
	case middle >= d.Led+unfairBy && middle >= d.Led*unfairTimes:
		return ShareLess
	default:
		return ShareFair
	}
}
