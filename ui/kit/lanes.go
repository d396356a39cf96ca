package kit

import (
	"cmp"
	"slices"
)

// Span is a stretch of time: From belongs to it, Until does not. In minutes.
type Span struct{ From, Until int }

// Overlaps reports whether two spans share any time.
func (s Span) Overlaps(o Span) bool { return s.From < o.Until && o.From < s.Until }

// Lane is where a span stands beside those that it overlaps.
type Lane struct {
	At   int  // counted from 0 at the left; −1 when there was no room for it
	Wide int  // how many lanes it may take, because nothing stands beside it there
	Of   int  // how many lanes there are where it stands
	Full bool // some of those beside it have no lane
}

// Lanes sets spans that overlap side by side, in the order in which they begin, in at most most lanes (1…). Those that
// find no lane free have none, and Full is set on their neighbours, so that room can be left to tell of them.
func Lanes(spans []Span, most int) []Lane {
	out, order := make([]Lane, len(spans)), make([]int, len(spans))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(spans[a].From-spans[b].From, spans[b].Until-spans[a].Until)
	})
	for begin := 0; begin < len(order); {
		end, until := begin+1, spans[order[begin]].Until
		for end < len(order) && spans[order[end]].From < until {
			until = max(until, spans[order[end]].Until)
			end++
		}
		layCluster(spans, order[begin:end], most, out)
		begin = end
	}
	return out
}

// layCluster gives lanes to spans of which each overlaps another one, in this order.
func layCluster(spans []Span, cluster []int, most int, out []Lane) {
	var free []int // when each lane is free again
	full := false
	for _, i := range cluster {
		at := slices.IndexFunc(free, func(until int) bool { return until <= spans[i].From })
		switch {
		case at >= 0:
			free[at] = spans[i].Until
		case len(free) < most:
			at = len(free)
			free = append(free, spans[i].Until)
		default:
			full = true
		}
		out[i].At = at
	}
	for _, i := range cluster {
		out[i].Of, out[i].Full, out[i].Wide = len(free), full, 1
		if out[i].At < 0 {
			continue
		}
		next := len(free)
		for _, j := range cluster {
			if out[j].At > out[i].At && spans[i].Overlaps(spans[j]) {
				next = min(next, out[j].At)
			}
		}
		out[i].Wide = next - out[i].At
	}
}
