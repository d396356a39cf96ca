package model

import (
	"context"
	"slices"
)

// Completion is that a leader completed a programme, at an event of the register or elsewhere.
type Completion struct {
	LeaderID    ID
	ProgrammeID ID
	On          Date // the last day of the event, or the day that was entered
	EventID     ID   // empty = elsewhere
}

// Enrolment is that a leader takes part in an event that is planned.
type Enrolment struct {
	LeaderID    ID
	ProgrammeID ID
	EventID     ID
	On          Date // the first day of the event; zero without days
}

// Extension is that the validity of a programme goes on until a day for several leaders, for a reason: a renewal was
// cancelled, a law changed.
type Extension struct {
	ID          ID
	ProgrammeID ID // required
	Until       Date
	Reason      string // required
	MadeOn      Date   // required
	Leaders     []ID
}

// Check returns what is amiss in the extension.
func (x Extension) Check() []Problem {
	var p problems
	p.required("programme", string(x.ProgrammeID))
	p.required("reason", x.Reason)
	p.length("reason", x.Reason, MaxNotes)
	if x.Until.IsZero() {
		p.refuse("until", "required")
	}
	if x.MadeOn.IsZero() {
		p.refuse("made_on", "required")
	}
	if len(x.Leaders) == 0 {
		p.refuse("leaders", "required")
	}
	return p
}

// TrainingRecord is what all leaders have learnt. Make it with NewTrainingRecord.
type TrainingRecord struct {
	completions map[trainee][]Completion // by On
	enrolments  map[trainee][]Enrolment  // by On
	extensions  map[trainee][]Extension
}

type trainee struct{ leader, programme ID }

// NewTrainingRecord makes the record of completions, enrolments and extensions in any order.
func NewTrainingRecord(completions []Completion, enrolments []Enrolment, extensions []Extension) TrainingRecord {
	r := TrainingRecord{
		completions: make(map[trainee][]Completion, len(completions)),
		enrolments:  map[trainee][]Enrolment{}, extensions: map[trainee][]Extension{},
	}
	for _, c := range completions {
		k := trainee{c.LeaderID, c.ProgrammeID}
		r.completions[k] = append(r.completions[k], c)
	}
	for _, list := range r.completions {
		slices.SortStableFunc(list, func(a, b Completion) int { return a.On.Compare(b.On) })
	}
	for _, e := range enrolments {
		k := trainee{e.LeaderID, e.ProgrammeID}
		r.enrolments[k] = append(r.enrolments[k], e)
	}
	for _, x := range extensions {
		for _, l := range x.Leaders {
			k := trainee{l, x.ProgrammeID}
			r.extensions[k] = append(r.extensions[k], x)
		}
	}
	return r
}

// Trainings keeps programmes, events and extensions. Every method is one transaction.
type Trainings interface {
	// Programmes returns all of them, in Finnish alphabetical order of their names.
	Programmes(ctx context.Context) ([]Programme, error)
	// CreateProgramme keeps a new one. CodeInvalid when Check refuses it.
	CreateProgramme(ctx context.Context, p Programme) (Programme, error)
	// UpdateProgramme changes one; an error of change is returned as it is, and nothing is written.
	UpdateProgramme(ctx context.Context, id ID, change func(*Programme) error) (Programme, error)
	// DeleteProgramme removes one that nothing uses; CodeInUse with the Uses otherwise.
	DeleteProgramme(ctx context.Context, id ID) error

	// Events returns all of them whole, the latest first, those without days before them.
	Events(ctx context.Context) ([]Event, error)
	// Event returns one, CodeNotFound when there is none.
	Event(ctx context.Context, id ID) (Event, error)
	// CreateEvent keeps a new one; empty IDs, its own and those of its lists, are made. CodeInvalid when Check refuses it.
	CreateEvent(ctx context.Context, e Event) (Event, error)
	// UpdateEvent changes one; an error of change is returned as it is, and nothing is written.
	UpdateEvent(ctx context.Context, id ID, change func(*Event) error) (Event, error)
	// DeleteEvent removes one with its participations.
	DeleteEvent(ctx context.Context, id ID) error

	// ForgetOutsiders keeps the event as WithoutOutsiders makes it. Afterwards nothing of the names is left in the bytes of
	// the file or of its backups. Takes seconds with many backups.
	ForgetOutsiders(ctx context.Context, id ID) error

	// TrainingRecord returns what all leaders have learnt: of events that are held, those who passed; training elsewhere;
	// the participants of planned events; and the extensions.
	TrainingRecord(ctx context.Context) (TrainingRecord, error)
	// Extensions returns all of them, the latest first.
	Extensions(ctx context.Context) ([]Extension, error)
	// CreateExtension keeps a new one. CodeInvalid when Check refuses it.
	CreateExtension(ctx context.Context, x Extension) (Extension, error)
	// DeleteExtension takes one back.
	DeleteExtension(ctx context.Context, id ID) error
}
