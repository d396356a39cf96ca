package model

import (
	"cmp"
	"slices"
)

// CountRow is one session of a week to be counted, beside what was counted a year before. No family is named anywhere.
type CountRow struct {
	Session  Session
	LastYear []Session // of the group, or of the one that it continues, in the same ISO week the year before
}

// CountWeek lists the sessions of a week with those of the same ISO week the year before, by day, time and group.
func CountWeek(week, lastYear []Session, groups GroupDirectory) []CountRow {
	rows := make([]CountRow, 0, len(week))
	for _, s := range week {
		r := CountRow{Session: s}
		for _, o := range lastYear {
			if groups.continues(s.GroupID, o.GroupID) {
				r.LastYear = append(r.LastYear, o)
			}
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b CountRow) int {
		return cmp.Or(a.Session.Date.Compare(b.Session.Date), -a.Session.From.MinutesUntil(b.Session.From), cmp.Compare(a.Session.GroupID, b.Session.GroupID))
	})
	return rows
}

// continues reports whether a group is the other one, or goes on from it through any number of changes.
func (d GroupDirectory) continues(id, other ID) bool {
	for range len(d) + 1 {
		if id == other {
			return true
		}
		if id = d[id].ContinuesID; id == "" {
			return false
		}
	}
	return false
}

// CountTotal adds up counts. What nobody entered adds nothing, and a sum of nothing entered is unknown, not zero.
type CountTotal struct {
	Adults, Children, New, Men Count
	Own                        map[ID]Count
	Held                       int // sessions with visitors counted
	NotEntered                 int // sessions that are over and not counted
	Cancelled                  int
	Ahead                      int
}

// Visits are adults and children together; unknown when none was entered. A visit is not a person.
func (t CountTotal) Visits() Count { return plus(t.Adults, t.Children) }

// TotalCounts adds up the sessions as they stand on the day.
func TotalCounts(sessions []Session, day Date) CountTotal {
	t := CountTotal{Own: map[ID]Count{}}
	for i := range sessions {
		t.add(&sessions[i], day)
	}
	return t
}

// add adds a session as it stands on the day.
func (t *CountTotal) add(s *Session, day Date) {
	switch s.StatusOn(day) {
	case StatusHeld:
		t.Held++
	case StatusNotEntered:
		t.NotEntered++
	case StatusCancelled:
		t.Cancelled++
		return
	default:
		t.Ahead++
	}
	t.Adults, t.Children = plus(t.Adults, s.Counts.Adults), plus(t.Children, s.Counts.Children)
	t.New, t.Men = plus(t.New, s.Counts.New), plus(t.Men, s.Counts.Men)
	for id, n := range s.Counts.Own {
		if t.Own == nil {
			t.Own = map[ID]Count{}
		}
		t.Own[id] = plus(t.Own[id], CountOf(n))
	}
}

func plus(a, b Count) Count {
	if !a.Known {
		return b
	}
	if !b.Known {
		return a
	}
	return CountOf(a.N + b.N)
}
