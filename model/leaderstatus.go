package model

import (
	"cmp"
	"slices"
)

// LeaderState is where a leader stands.
type LeaderState string

// The states of a leader.
const (
	LeaderInterested  LeaderState = "interested"
	LeaderIntroducing LeaderState = "being_introduced"
	LeaderActive      LeaderState = "active"
	LeaderOnBreak     LeaderState = "on_break"
	LeaderEnded       LeaderState = "ended"
)

// LeaderStates lists them in the order of a leader's path.
func LeaderStates() []LeaderState {
	return []LeaderState{LeaderInterested, LeaderIntroducing, LeaderActive, LeaderOnBreak, LeaderEnded}
}

// LeaderStatus is a state from a day on, until the next one begins.
type LeaderStatus struct {
	ID     ID
	State  LeaderState // required
	From   Date        // without a day: from the beginning
	Reason string
}

// StatusOn returns the status of the leader on the day: of those that have begun, the last. Before the first one, and
// without any, a leader is interested.
func (l Leader) StatusOn(day Date) LeaderStatus {
	now := LeaderStatus{State: LeaderInterested}
	for _, s := range l.Statuses {
		if !s.From.After(day) && !s.From.Before(now.From) {
			now = s
		}
	}
	return now
}

// NextStatus returns the first status that begins after the day, and false when none is known.
func (l Leader) NextStatus(day Date) (LeaderStatus, bool) {
	var next LeaderStatus
	for _, s := range l.Statuses {
		if s.From.After(day) && (next.From.IsZero() || s.From.Before(next.From)) {
			next = s
		}
	}
	return next, !next.From.IsZero()
}

// EndedOn returns the first day on which the leader has ended for good as seen on the day, zero when the leader has not.
func (l Leader) EndedOn(day Date) Date {
	if s := l.StatusOn(day); s.State == LeaderEnded {
		return s.From
	}
	return Date{}
}

// Gone reports whether the person does no work any longer as seen on the day: has ended for good, or was taken out of the
// record.
func (l Leader) Gone(day Date) bool { return l.Anonymised() || l.StatusOn(day).State == LeaderEnded }

// WithStatus returns the statuses with the leader in another state from a day on; a status of the same day gives way.
func (l Leader) WithStatus(s LeaderStatus) []LeaderStatus {
	out := slices.DeleteFunc(slices.Clone(l.Statuses), func(x LeaderStatus) bool { return x.From == s.From })
	out = append(out, s)
	slices.SortStableFunc(out, func(a, b LeaderStatus) int { return a.From.Compare(b.From) })
	return out
}

// AvailableOn reports whether the leader can be asked to lead on the day: active, and not absent.
func (l Leader) AvailableOn(day Date) bool {
	_, absent := l.AbsentOn(day)
	return l.StatusOn(day).State == LeaderActive && !absent
}

// LastActivity is the last day on which the leader is known to have done something for the centre: the day of ending,
// the end of a task, or an entry; zero when nothing is known.
func (l Leader) LastActivity() Date {
	var last Date
	later := func(d Date) {
		if d.After(last) {
			last = d
		}
	}
	for _, s := range l.Statuses {
		later(s.From)
	}
	for _, t := range l.Tasks {
		later(cmp.Or(t.Until, t.From))
	}
	for _, e := range l.Entries {
		later(e.On)
	}
	for _, f := range l.Completed {
		later(f.On)
	}
	return last
}
