package model

import "time"

// StandingState is how a leader stands with a programme.
type StandingState string

// The states of a standing.
const (
	StandingValid    StandingState = "valid"
	StandingExpiring StandingState = "expiring" // runs out within ExpiringDays
	StandingGrace    StandingState = "grace"    // has run out, and can still be renewed without being missed
	StandingExpired  StandingState = "expired"
	StandingMissing  StandingState = "missing"
)

// StandingStates lists them, the best first.
func StandingStates() []StandingState {
	return []StandingState{StandingValid, StandingExpiring, StandingGrace, StandingExpired, StandingMissing}
}

// Holds reports whether the training counts on that day.
func (s StandingState) Holds() bool {
	return s == StandingValid || s == StandingExpiring || s == StandingGrace
}

// ExpiringDays is how many days before it runs out a training is said to expire.
const ExpiringDays = 90

// renewalMonths is how many months before the end a renewal counts as early: it does not cost the rest of the old
// period.
const renewalMonths = 6

// Standing is how a leader stands with a programme on a day.
type Standing struct {
	State     StandingState
	On        Date // of the completion that counts; zero without one
	EventID   ID   // of that completion; empty = elsewhere
	Until     Date // last day of validity; zero = for ever, or nothing completed
	Extended  bool // Until comes from an extension
	PlannedOn Date // first day of a planned event in which the leader takes part
	PlannedIn ID   // that event
}

// end is the last day of a validity that begins on a day; zero = for ever.
func (v Validity) end(from Date) Date {
	switch v.Kind {
	case ValidMonths:
		end := from.AddMonths(v.Months)
		if v.EndOfYear {
			end, _ = NewDate(end.Year(), time.December, 31)
		}
		return end
	case ValidUntilDay:
		return v.Day
	default:
		return Date{}
	}
}

// StandingOn tells how a leader stands with a programme on the day. A renewal in the last six months of a period keeps
// the old one until it ends, and the new one is counted from there. An extension counts from the day it was made.
func (r TrainingRecord) StandingOn(day Date, leader ID, p Programme) Standing {
	k := trainee{leader, p.ID}
	s := Standing{State: StandingMissing}
	for _, e := range r.enrolments[k] {
		if s.PlannedIn == "" || e.On.Before(s.PlannedOn) {
			s.PlannedOn, s.PlannedIn = e.On, e.EventID
		}
	}
	done := false
	for _, c := range r.completions[k] {
		if c.On.After(day) {
			break
		}
		from := c.On
		if done && !s.Until.IsZero() && !s.Until.Before(c.On) && s.Until.AddMonths(-renewalMonths).Before(c.On) {
			from = s.Until
		}
		until := p.Validity.end(from)
		if done && (s.Until.IsZero() || (!until.IsZero() && until.Before(s.Until))) {
			until = s.Until // a renewal never shortens
		}
		done, s.On, s.EventID, s.Until = true, c.On, c.EventID, until
	}
	if !done {
		return s
	}
	for _, x := range r.extensions[k] {
		if !x.MadeOn.After(day) && !s.Until.IsZero() && x.Until.After(s.Until) && !x.MadeOn.Before(s.On) {
			s.Until, s.Extended = x.Until, true
		}
	}
	switch {
	case s.Until.IsZero() || s.Until.After(day.AddDays(ExpiringDays)):
		s.State = StandingValid
	case !s.Until.Before(day):
		s.State = StandingExpiring
	case !s.Until.AddDays(p.Validity.GraceDays).Before(day):
		s.State = StandingGrace
	default:
		s.State = StandingExpired
	}
	return s
}
