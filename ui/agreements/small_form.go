package agreements

import (
	"context"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
)

// change is one part of the agreement of a page that is changed: from a dialog, or in a small form in the place of the
// page.
type change struct {
	*page
	said string // once it is kept
	// path is where the changed part lies ("amendments.2."): its fields are named by the rest.
	path string
	do   func(*model.Agreement) error
}

// ask asks in a dialog, which stays open until the change is sound and kept.
func (c change) ask(title, verb string, fields *kit.Fields) {
	form.Question{
		Title: title, Verb: verb, Fields: fields, Problems: c.problems,
		Write: func(ctx context.Context) (string, error) { return c.said, c.apply(ctx, c.a.ID, c.do) },
	}.Ask(c.desk)
}

// problems are what the change would make amiss. That it cannot be made at all is told when it is tried in the store.
func (c change) problems() []kit.Problem {
	after := copyOf(c.a)
	if c.do(&after) != nil {
		return nil
	}
	all := form.Said(form.Fresh(model.CheckAgreement(c.a), model.CheckAgreement(after)))
	for i := range all {
		all[i].Field = strings.TrimPrefix(all[i].Field, c.path)
	}
	return all
}

// open asks in a form in the place of the page, the keyboard on its first field. build makes its fields.
func (c change) open(build func(f *form.Sheet)) {
	f := form.NewSheet(c.desk, c.register.Save, form.Cancel(c.register.Leave))
	f.Build = func() { build(f) }
	f.Problems = c.problems
	f.Write = func(ctx context.Context) (model.ID, string, error) {
		return c.a.ID, c.said, c.apply(ctx, c.a.ID, c.do)
	}
	f.Make()
	c.register.OpenForm(f.EditForm())
	if c.register.FormOpen() {
		f.FocusFirst()
	}
}
