package model

import (
	"context"
	"strings"
)

// FollowUp is a reminder with a day, hung on a record of any kind or on none.
type FollowUp struct {
	ID       ID
	Kind     Kind // of the record it hangs on; empty with RecordID = on none
	RecordID ID
	On       Date   // required: the day on which it is to be seen to
	Text     string // required
	DoneOn   Date   // zero while it is open
}

// Open reports whether nobody has done it yet.
func (f FollowUp) Open() bool { return f.DoneOn.IsZero() }

// ShownFrom is the day from which on the agenda has an open follow-up: some days before its own.
func (f FollowUp) ShownFrom() Date { return f.On.AddDays(-agendaRemindDays) }

// Check returns what is amiss in the follow-up.
func (f FollowUp) Check() []Problem {
	var p problems
	p.required("text", strings.TrimSpace(f.Text))
	p.length("text", f.Text, MaxNotes)
	if f.On.IsZero() {
		p.refuse("on", "required")
	}
	return p
}

// FollowUps keeps the reminders. Every method is one transaction. A reminder goes with its record: when that is removed, so
// is the reminder, and when it is merged into another, the reminder hangs on that one.
type FollowUps interface {
	// FollowUps returns all of them by day, those that are done too.
	FollowUps(ctx context.Context) ([]FollowUp, error)
	// CreateFollowUp keeps a new one; an empty ID is made. CodeInvalid when Check refuses it.
	CreateFollowUp(ctx context.Context, f FollowUp) (FollowUp, error)
	// UpdateFollowUp changes one; an error of change is returned as it is, and nothing is written.
	UpdateFollowUp(ctx context.Context, id ID, change func(*FollowUp) error) (FollowUp, error)
	// DeleteFollowUp removes one.
	DeleteFollowUp(ctx context.Context, id ID) error
}
