package leaders

import (
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// change is one thing that is changed in a leader from the page, asked for in a dialog or, where there is more to ask,
// in a small form in the place of the page.
type change struct {
	s     *Screen
	of    model.Leader
	title string
	said  string // the message once it is kept
	fill  func(b form.Binder, into form.Fieldset)
	// do changes a leader; it is tried on a copy of the one that is shown, and done in the store.
	do func(*model.Leader) error
	// path is where the changed part lies in the leader after the change ("tasks.2."): what is amiss there is said beside
	// the field of the rest of the path.
	path func(after model.Leader) string
}

// newChange begins a change whose words are "leaders.action.<name>.title" and "leaders.action.<name>.said".
func (s *Screen) newChange(of model.Leader, name string) *change {
	return &change{
		s: s, of: of, title: words.T("leaders.action." + name + ".title"), said: words.T("leaders.action." + name + ".said"),
		path: func(model.Leader) string { return "" },
	}
}

// ask asks in a dialog, which stays open until the change is sound and kept.
func (c *change) ask() {
	fields := kit.NewFields()
	fields.Add(kit.NewText(c.s.desk.Person(c.of.Name)))
	c.fill(form.Bind("leaders.form.field.", "leaders.form.hint.", c.s.desk.Today, nil), fields)
	form.Question{
		Title: c.title, Fields: fields, Problems: c.problems,
		Write: func(ctx context.Context) (string, error) {
			err := c.s.change(ctx, c.of.ID, c.do)
			if err == nil {
				c.s.Reload()
			}
			return c.said, err
		},
	}.Ask(c.s.desk)
}

// open asks in a form in the place of the page. Its fields are made anew by rebuild, which gives one of them the focus.
func (c *change) open() (rebuild func(focus string)) {
	f := form.NewSheet(c.s.desk, c.s.register.Save, form.Cancel(c.s.register.Leave))
	f.Build = func() {
		f.View.Section(c.title)
		f.View.Add(kit.NewText(c.s.desk.Person(c.of.Name)))
		c.fill(f.Bind("leaders.form.field.", "leaders.form.hint."), f.View)
	}
	f.Problems = c.problems
	f.Write = func(ctx context.Context) (model.ID, string, error) {
		return c.of.ID, c.said, c.s.change(ctx, c.of.ID, c.do)
	}
	f.Make()
	c.s.register.OpenForm(f.EditForm())
	if c.s.register.FormOpen() {
		f.FocusFirst()
	}
	return f.Rebuild
}

// problems are what the change would make amiss. That it cannot be made at all is told when it is tried in the store.
func (c *change) problems() []kit.Problem {
	today := c.s.desk.Today()
	after := copyOf(c.of)
	if c.do(&after) != nil {
		return nil
	}
	all, path := form.Said(form.Fresh(c.of.Check(today), after.Check(today))), c.path(after)
	for i := range all {
		all[i].Field = strings.TrimPrefix(all[i].Field, path)
	}
	return all
}

// update changes a leader, or tells why not and returns false.
func (s *Screen) update(id model.ID, said string, do func(*model.Leader) error) bool {
	if err := s.change(context.Background(), id, do); err != nil {
		s.desk.Fail(err, nil)
		return false
	}
	s.desk.Say(said)
	return true
}

// change changes a leader in the store.
func (s *Screen) change(ctx context.Context, id model.ID, do func(*model.Leader) error) error {
	_, err := s.store.UpdateLeader(ctx, id, func(kept *model.Leader) error {
		*kept = copyOf(*kept)
		if err := do(kept); err != nil {
			return err
		}
		*kept = tidied(*kept)
		return nil
	})
	return err
}

// put replaces the item that has the ID of x, or adds x at the end.
func put[T any](list []T, x T, id func(*T) model.ID) []T {
	out := slices.Clone(list)
	for i := range out {
		if id(&out[i]) == id(&x) {
			out[i] = x
			return out
		}
	}
	return append(out, x)
}

// pathTo is the path of the item with an ID in a list of the leader, "tasks.2.".
func pathTo[T any](name string, list []T, is func(T) bool) string {
	return name + "." + model.CountOf(slices.IndexFunc(list, is)).String() + "."
}
