package model

import "context"

// Deferral says that something on the agenda is not to be shown: until a day, or ever again.
type Deferral struct {
	Key      string // required: of the agenda item, see AgendaItem.Key; another day or another reason to act makes another key
	RecordID ID     // the record it is about, with which the deferral goes; may be empty
	Until    Date   // the day on which it comes back; zero = it does not
	Reason   string // required when it does not come back
	MadeOn   Date   // required
}

// HidesOn reports whether the item is left out on the day.
func (d Deferral) HidesOn(day Date) bool { return d.Until.IsZero() || day.Before(d.Until) }

// Check returns what is amiss in the deferral.
func (d Deferral) Check() []Problem {
	var p problems
	p.required("key", d.Key)
	if d.MadeOn.IsZero() {
		p.refuse("made_on", "required")
	}
	if d.Until.IsZero() {
		p.required("reason", d.Reason)
	} else if !d.Until.After(d.MadeOn) {
		p.refuse("until", "not_later")
	}
	p.length("reason", d.Reason, MaxNotes)
	return p
}

// Deferrals keeps them. Every method is one transaction.
type Deferrals interface {
	// Deferrals returns all of them, the latest first.
	Deferrals(ctx context.Context) ([]Deferral, error)
	// SaveDeferral keeps one in place of any with its key. CodeInvalid when Check refuses it.
	SaveDeferral(ctx context.Context, d Deferral) error
	// DeleteDeferral lets what was deferred be shown again.
	DeleteDeferral(ctx context.Context, key string) error
}
