package model

import (
	"cmp"
	"slices"
)

// ReadinessState is how a leader stands with one requirement.
type ReadinessState string

// The states of readiness.
const (
	ReadyInOrder   ReadinessState = "in_order"
	ReadyDeclined  ReadinessState = "declined"   // publication: asked, and the person does not want it
	ReadyWaived    ReadinessState = "waived"     // not asked of this leader, with a reason
	ReadyNotNeeded ReadinessState = "not_needed" // background check: not for this task
	ReadyCannotAsk ReadinessState = "cannot_ask" // background check: began before 1.5.2014
	ReadyEmployer  ReadinessState = "employer"   // background check of a professional
	ReadyToAssess  ReadinessState = "to_assess"  // background check: nobody has judged the task
	ReadyRequested ReadinessState = "requested"  // background check: consent given, extract not seen
	ReadyDueSoon   ReadinessState = "due_soon"   // missing or running out, and By has not come
	ReadyMissing   ReadinessState = "missing"    // never done
	ReadyExpired   ReadinessState = "expired"    // done, but it holds no longer
	ReadyTooOld    ReadinessState = "too_old"    // background check: the extract was too old when it was shown
	ReadyNoConsent ReadinessState = "no_consent" // background check: needed, and consent is missing
)

// ReadinessStates lists them.
func ReadinessStates() []ReadinessState {
	return []ReadinessState{
		ReadyInOrder, ReadyDeclined, ReadyWaived, ReadyNotNeeded, ReadyCannotAsk, ReadyEmployer, ReadyToAssess,
		ReadyRequested, ReadyDueSoon, ReadyMissing, ReadyExpired, ReadyTooOld, ReadyNoConsent,
	}
}

// Level is how urgent a state is.
type Level string

// The levels.
const (
	LevelOK      Level = "ok"
	LevelDue     Level = "due"     // something is to be done, and there is time
	LevelMissing Level = "missing" // something is missing
)

// Levels lists them, the most urgent first.
func Levels() []Level { return []Level{LevelMissing, LevelDue, LevelOK} }

// Level tells how urgent the state is.
func (s ReadinessState) Level() Level {
	switch s {
	case ReadyMissing, ReadyExpired, ReadyTooOld, ReadyNoConsent:
		return LevelMissing
	case ReadyDueSoon, ReadyToAssess, ReadyRequested:
		return LevelDue
	default:
		return LevelOK
	}
}

// Readiness is how a leader stands with one requirement on a day: for a background check with one of the tasks, for
// recommended training with one of the programmes.
type Readiness struct {
	Requirement *Requirement
	Task        *LeaderTask // with RequireCheck
	ProgrammeID ID          // with RequireTraining
	State       ReadinessState
	On          Date   // when it was done: signed, introduced, trained, the extract issued; zero when it was not
	By          Date   // until when it is to be done, or until when it holds; zero when there is no such day
	Version     string // of the text that was signed
	Older       bool   // that version is not the one of the day
	Waiver      Waiver // with ReadyWaived
	PlannedOn   Date   // with training: first day of the event in which the leader takes part
	PlannedIn   ID
}

// Counts reports whether a gap here is counted as something missing.
func (r Readiness) Counts() bool { return r.Requirement.Weight != Information }

// ReadinessRules is what, besides the leader, readiness is judged by.
type ReadinessRules struct {
	Requirements []Requirement
	Programmes   []Programme
	Record       TrainingRecord
}

// soonDays is how many days before it runs out something is due soon.
const soonDays = 60

// ReadinessOn tells for each requirement how the leader stands with it on the day. Nothing is asked of one who has ended
// or is only interested. It is the one place where readiness is judged, and it locks nothing.
func (l Leader) ReadinessOn(day Date, rules ReadinessRules) []Readiness {
	tasks := l.TasksFrom(day)
	if l.Gone(day) || (len(tasks) == 0 && l.StatusOn(day).State == LeaderInterested) {
		return nil
	}
	var out []Readiness
	for i := range rules.Requirements {
		r := &rules.Requirements[i]
		if r.Off || (l.Kind == Professional && !r.Professionals) {
			continue
		}
		begins, concerned := l.begins(tasks, r.Tasks)
		if !concerned {
			continue
		}
		switch r.Kind {
		case RequireCheck:
			out = append(out, l.checks(r, day, tasks)...)
		case RequireTraining:
			out = append(out, l.trainings(r, day, tasks, rules)...)
		case RequirePublication:
			out = append(out, l.publication(r, day, begins))
		default:
			out = append(out, l.fulfilled(r, day, begins))
		}
	}
	return out
}

// begins is the first day of the work for which something is asked that is asked for these kinds of tasks, for all without
// any; a leader without tasks is asked what is asked for all.
func (l Leader) begins(tasks []LeaderTask, kinds []TaskKind) (first Date, concerned bool) {
	for _, t := range tasks {
		if len(kinds) > 0 && !slices.Contains(kinds, t.Kind) {
			continue
		}
		if !concerned || (!t.From.IsZero() && t.From.Before(first)) {
			first = t.From
		}
		concerned = true
	}
	if len(tasks) == 0 && len(kinds) == 0 {
		return l.StartedOn, true
	}
	return first, concerned
}

// waived gives way to a waiver, unless it is in order anyway.
func (l Leader) waived(r Readiness, day Date) Readiness {
	if r.State == ReadyInOrder {
		return r
	}
	i := slices.IndexFunc(l.Waivers, func(w Waiver) bool { return w.covers(r.Requirement.ID, r.ProgrammeID, day) })
	if i >= 0 {
		r.State, r.Waiver, r.By = ReadyWaived, l.Waivers[i], l.Waivers[i].Until
	}
	return r
}

// missing is due soon while there is time, and missing afterwards. Before the first day of the work there always is.
func (r *Readiness) missing(day, begins Date, graceDays int) {
	r.State = ReadyMissing
	r.By = begins.AddDays(graceDays)
	if !r.By.IsZero() && !r.By.Before(day) {
		r.State = ReadyDueSoon
	}
}

func (l Leader) fulfilled(r *Requirement, day, begins Date) Readiness {
	out := Readiness{Requirement: r, State: ReadyInOrder}
	f, done := l.LatestFulfilment(r.ID, day)
	if !done {
		out.missing(day, begins, r.GraceDays)
		return l.waived(out, day)
	}
	out.On, out.Version, out.Older = f.On, f.Version, l.SignedOlderText(*r, day)
	if r.ValidMonths.Known {
		out.By = f.On.AddMonths(r.ValidMonths.N)
		switch {
		case out.By.AddDays(r.GraceDays).Before(day):
			out.State = ReadyExpired
		case out.By.Before(day.AddDays(soonDays)):
			out.State = ReadyDueSoon
		}
	}
	return l.waived(out, day)
}

func (l Leader) publication(r *Requirement, day, begins Date) Readiness {
	out := Readiness{Requirement: r, State: ReadyInOrder, On: l.Publication.On}
	if l.Publication.On.IsZero() || l.Publication.On.After(day) {
		out.On = Date{}
		out.missing(day, begins, r.GraceDays)
		return l.waived(out, day)
	}
	if name, phone := l.Publication.PublicOn(day); !name && !phone {
		out.State = ReadyDeclined
	}
	return out
}

var checkReadiness = map[CheckState]ReadinessState{
	CheckStateEmployer: ReadyEmployer, CheckStateNotNeeded: ReadyNotNeeded, CheckStateToAssess: ReadyToAssess,
	CheckStateCannotAsk: ReadyCannotAsk, CheckStateConsentMissing: ReadyNoConsent, CheckStateRequested: ReadyRequested,
	CheckStateSeen: ReadyInOrder, CheckStateTooOld: ReadyTooOld,
}

// checks judges each task by itself. There is no waiver: whether the check is needed is judged with the task.
func (l Leader) checks(r *Requirement, day Date, tasks []LeaderTask) []Readiness {
	var out []Readiness
	for _, t := range tasks {
		if !r.concerns(t.Kind) {
			continue
		}
		x := Readiness{Requirement: r, Task: &t, State: checkReadiness[l.CheckOf(t)]}
		switch x.State {
		case ReadyInOrder, ReadyTooOld:
			x.On = t.Check.ExtractIssued
		case ReadyRequested:
			x.On = t.Check.ConsentOn
		}
		out = append(out, x)
	}
	return out
}

// trainings judges each programme that is recommended for a task of the leader.
func (l Leader) trainings(r *Requirement, day Date, tasks []LeaderTask, rules ReadinessRules) []Readiness {
	var out []Readiness
	for _, p := range rules.Programmes {
		begins, recommended := l.begins(tasks, p.Tasks)
		if len(p.Tasks) == 0 || !recommended {
			continue
		}
		s := rules.Record.StandingOn(day, l.ID, p)
		x := Readiness{
			Requirement: r, ProgrammeID: p.ID, State: ReadyInOrder, On: s.On, By: s.Until,
			PlannedOn: s.PlannedOn, PlannedIn: s.PlannedIn,
		}
		switch s.State {
		case StandingMissing:
			x.missing(day, begins, r.GraceDays)
		case StandingExpiring, StandingGrace:
			x.State = ReadyDueSoon
		case StandingExpired:
			x.State = ReadyExpired
		}
		out = append(out, l.waived(x, day))
	}
	return out
}

// Summary is a leader's readiness in one word.
type Summary struct {
	Level   Level
	Missing int // requirements that count and are missing
	Due     int // requirements that count and are to be done in time
	Older   int // signed texts that are not the version of the day
	Told    int // gaps that are only told
}

// Summarise sums the readiness of one leader up.
func Summarise(all []Readiness) Summary {
	s := Summary{Level: LevelOK}
	for _, r := range all {
		if r.Older {
			s.Older++
		}
		level := r.State.Level()
		switch {
		case level == LevelOK:
		case !r.Counts():
			s.Told++
		case level == LevelMissing:
			s.Missing++
		default:
			s.Due++
		}
	}
	switch {
	case s.Missing > 0:
		s.Level = LevelMissing
	case s.Due > 0:
		s.Level = LevelDue
	}
	return s
}

// ByUrgency orders readiness: what is missing first, then what is due, and what counts before what is only told.
func ByUrgency(all []Readiness) []Readiness {
	rank := func(r Readiness) int {
		n := 2 * slices.Index(Levels(), r.State.Level())
		if !r.Counts() && r.State.Level() != LevelOK {
			n++
		}
		return n
	}
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b Readiness) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}
