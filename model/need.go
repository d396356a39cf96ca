package model

import (
	"cmp"
	"slices"
	"strings"
)

// Need is that leaders of a municipality with a task lack a programme that is recommended for the task.
type Need struct {
	Municipality Municipality
	Task         TaskKind
	ProgrammeID  ID
	Leaders      []ID // who lack it, in the order given
	Planned      int  // how many of them take part in a planned event
	Concerned    int  // how many leaders of the municipality have the task
}

// NeedsOn lists who lacks what on the day: of the leaders who then have a task and have not ended, those whose training
// does not hold. It is information, and locks nothing. The largest municipal needs come in the order of municipality,
// task and programme.
func NeedsOn(day Date, leaders []Leader, programmes []Programme, record TrainingRecord) []Need {
	type place struct {
		municipality string
		task         TaskKind
		programme    ID
	}
	needs := map[place]*Need{}
	for i := range leaders {
		l := &leaders[i]
		if l.Gone(day) {
			continue
		}
		counted := map[TaskKind]bool{}
		for _, t := range l.TasksOn(day) {
			if counted[t.Kind] {
				continue
			}
			counted[t.Kind] = true
			for _, p := range programmes {
				if !slices.Contains(p.Tasks, t.Kind) {
					continue
				}
				k := place{cmp.Or(l.Municipality.Code, l.Municipality.Name), t.Kind, p.ID}
				n := needs[k]
				if n == nil {
					n = &Need{Municipality: l.Municipality, Task: t.Kind, ProgrammeID: p.ID}
					needs[k] = n
				}
				n.Concerned++
				if s := record.StandingOn(day, l.ID, p); !s.State.Holds() {
					n.Leaders = append(n.Leaders, l.ID)
					if s.PlannedIn != "" {
						n.Planned++
					}
				}
			}
		}
	}
	names := map[ID]string{}
	for _, p := range programmes {
		names[p.ID] = SortKey(p.Name.Best(Finnish))
	}
	var out []Need
	for _, n := range needs {
		if len(n.Leaders) > 0 {
			out = append(out, *n)
		}
	}
	slices.SortFunc(out, func(a, b Need) int {
		return cmp.Or(strings.Compare(SortKey(a.Municipality.Name), SortKey(b.Municipality.Name)),
			slices.Index(TaskKinds(), a.Task)-slices.Index(TaskKinds(), b.Task),
			strings.Compare(names[a.ProgrammeID], names[b.ProgrammeID]))
	})
	return out
}

// Expiry is that a leader's training runs out.
type Expiry struct {
	LeaderID    ID
	ProgrammeID ID
	Standing    Standing
}

// ExpiringOn lists the trainings that run out within so many days from the day, and those that have run out and can
// still be renewed without being missed; the first to run out first. Ended leaders are left out.
func ExpiringOn(day Date, within int, leaders []Leader, programmes []Programme, record TrainingRecord) []Expiry {
	var out []Expiry
	for i := range leaders {
		l := &leaders[i]
		if l.Gone(day) {
			continue
		}
		for _, p := range programmes {
			s := record.StandingOn(day, l.ID, p)
			if !s.Until.IsZero() && s.State.Holds() && !s.Until.After(day.AddDays(within)) {
				out = append(out, Expiry{l.ID, p.ID, s})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Expiry) int { return a.Standing.Until.Compare(b.Standing.Until) })
	return out
}
