package form

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"

	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Rows is where fields go: a form, the open item of a list, or a dialog.
type Rows interface{ Row(fields ...*kit.Field) }

// Fieldset is such a place with what else is said there.
type Fieldset interface {
	Rows
	Add(o fyne.CanvasObject)
	SetProblems(problems []kit.Problem) (unplaced []kit.Problem)
	FocusMisread() bool
	FocusFirstProblem() bool
}

// Question is a small form in a dialog, which stays open with everything that was typed until what is asked for is sound
// and kept.
type Question struct {
	Title string
	Verb  string // of the button; empty is "Save"
	Back  string // of the other button; empty is "Cancel"
	// Fields are named as Problems calls them.
	Fields *kit.Fields
	// Problems finds what is amiss; nil finds nothing.
	Problems func() []kit.Problem
	// Write keeps it and returns the sentence that says so; empty says nothing.
	Write func(ctx context.Context) (said string, err error)
	// Then runs after it was kept and the dialog closed; may be nil.
	Then func()
}

// Ask shows the question.
func (q Question) Ask(d *desk.Desk) {
	seen := judge{}
	d.Dialogs.Show(q.Title, q.Fields,
		kit.Choice{Label: cmp.Or(q.Back, words.T("kit.cancel")), Cancel: true},
		kit.Choice{
			Label: cmp.Or(q.Verb, words.T("form.save")), Default: true, Do: q.Then,
			Keep: func() bool { return !q.kept(d, seen) },
		})
}

// kept keeps it, or shows why not and returns false.
func (q Question) kept(d *desk.Desk, seen judge) bool {
	c := d.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if q.Fields.FocusMisread() {
		return false
	}
	var all []kit.Problem
	if q.Problems != nil {
		all = q.Problems()
	}
	refused, fresh := seen.look(all)
	shown := make([]kit.Problem, len(all))
	for i, p := range all {
		if p.Warning && !refused {
			p.Sentence += " " + words.T("form.all_the_same")
		}
		shown[i] = p
	}
	for _, p := range q.Fields.SetProblems(shown) {
		d.Messages.Warn(p.Sentence) // of a part that has no field here
	}
	if refused || fresh {
		q.Fields.FocusFirstProblem()
		return false
	}
	if focused != nil {
		c.Focus(focused) // where a dialog about an error gives it back
	}
	said, err := q.Write(context.Background())
	if err != nil {
		d.Fail(err, nil)
		return false
	}
	if said != "" {
		d.Say(said)
	}
	return true
}
