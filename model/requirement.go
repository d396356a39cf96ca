package model

import (
	"context"
	"slices"
	"strings"
)

// RequirementKind says how it is told whether a leader meets a requirement.
type RequirementKind string

// The kinds of requirements.
const (
	RequireIntroduction RequirementKind = "introduction" // a day on which it was done
	RequireUndertaking  RequirementKind = "undertaking"  // a day on which a version of a text was signed
	RequirePublication  RequirementKind = "publication"  // what the person has said about the calendar
	RequireCheck        RequirementKind = "background_check"
	RequireTraining     RequirementKind = "training" // the programmes recommended for the leader's tasks
	RequireOther        RequirementKind = "other"    // a day on which it was done
)

// RequirementKinds lists them in the order in which they are offered.
func RequirementKinds() []RequirementKind {
	return []RequirementKind{
		RequireIntroduction, RequireUndertaking, RequirePublication, RequireCheck, RequireTraining, RequireOther,
	}
}

// Weight says how much a requirement weighs. Neither blocks anything.
type Weight string

// The weights.
const (
	Wanted      Weight = "wanted"      // a gap is counted as missing
	Information Weight = "information" // a gap is only told
)

// Weights lists them in the order in which they are offered.
func Weights() []Weight { return []Weight{Wanted, Information} }

// Requirement is something that is asked of leaders. The built-in ones can be changed and switched off.
type Requirement struct {
	ID            ID
	Kind          RequirementKind
	Name          Text // required in one language
	Tasks         []TaskKind
	Professionals bool // asked of professionals as well
	Weight        Weight
	ValidMonths   Count // how long it holds, in months; unknown = for ever
	GraceDays     int   // how many days after the task began, or after it ran out, it can still be put right
	Texts         []RequirementText
	Off           bool
}

// RequirementText is a version of a text that is signed.
type RequirementText struct {
	ID      ID
	Version string // required: "2", "2026"
	From    Date   // first day on which it is signed; zero = from the beginning
	Body    Text
}

// TextOn returns the version of the text that is signed on the day, and false when there is none.
func (r Requirement) TextOn(day Date) (RequirementText, bool) {
	var now RequirementText
	found := false
	for _, t := range r.Texts {
		if !t.From.After(day) && (!found || !t.From.Before(now.From)) {
			now, found = t, true
		}
	}
	return now, found
}

// Check returns what is amiss in the requirement.
func (r Requirement) Check() []Problem {
	var p problems
	p.required("name", r.Name.Best(Finnish))
	p.texts("name", r.Name, MaxName)
	if r.ValidMonths.Known && (r.ValidMonths.N < 1 || r.ValidMonths.N > 600) {
		p.refuse("valid_months", "months_range")
	}
	if r.GraceDays < 0 || r.GraceDays > 3650 {
		p.refuse("grace_days", "grace_range")
	}
	seen := map[string]bool{}
	for i, t := range r.Texts {
		p.required(at("texts", i, "version"), t.Version)
		p.length(at("texts", i, "version"), t.Version, MaxShort)
		p.texts(at("texts", i, "body"), t.Body, MaxClause)
		if v := Fold(t.Version); v != "" && seen[v] {
			p.refuse(at("texts", i, "version"), "version_twice")
		} else {
			seen[v] = true
		}
	}
	return p
}

// Fulfilment is that a leader met a requirement on a day.
type Fulfilment struct {
	ID            ID
	RequirementID ID   // required
	On            Date // required
	Version       string
}

// Waiver is that a requirement is not asked of a leader, for a reason and until a day.
type Waiver struct {
	ID            ID
	RequirementID ID     // required
	ProgrammeID   ID     // with training: of this programme only; empty = of all
	Reason        string // required
	Until         Date   // last day; zero = until further notice
}

// covers reports whether the waiver holds for the requirement on the day.
func (w Waiver) covers(requirement, programme ID, day Date) bool {
	return w.RequirementID == requirement && (w.ProgrammeID == "" || w.ProgrammeID == programme) &&
		(w.Until.IsZero() || !w.Until.Before(day))
}

// concerns reports whether the requirement is asked for a task of that kind.
func (r Requirement) concerns(kind TaskKind) bool {
	return len(r.Tasks) == 0 || slices.Contains(r.Tasks, kind)
}

// LatestFulfilment returns the last one on or before the day, and false when there is none.
func (l Leader) LatestFulfilment(requirement ID, day Date) (Fulfilment, bool) {
	var last Fulfilment
	for _, f := range l.Completed {
		if f.RequirementID == requirement && !f.On.After(day) && !f.On.Before(last.On) {
			last = f
		}
	}
	return last, last.RequirementID != ""
}

// SignedOlderText reports whether what the leader signed last is an older version than the one of the day.
func (l Leader) SignedOlderText(r Requirement, day Date) bool {
	f, done := l.LatestFulfilment(r.ID, day)
	now, has := r.TextOn(day)
	return done && has && f.Version != "" && !strings.EqualFold(strings.TrimSpace(f.Version), strings.TrimSpace(now.Version))
}

// Requirements keeps what is asked of leaders: the built-in set, with what the coordinator changed and added.
type Requirements interface {
	// Requirements returns all of them, those that are switched off too, in their order.
	Requirements(ctx context.Context) ([]Requirement, error)
	// SaveRequirements keeps the whole list in its order; empty IDs are made. A built-in one that is left out comes back
	// as it was built in; one that leaders have met or that is waived cannot be left out (CodeInUse). CodeInvalid when
	// Check refuses one; the fields of the problems begin with the place in the list: "2.name".
	SaveRequirements(ctx context.Context, all []Requirement) ([]Requirement, error)
}
