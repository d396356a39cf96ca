package leaders

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
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
	fill  func(b binder, into fieldset)
	// do changes a leader; it is tried on a copy of the one that is shown, and done in the store.
	do func(*model.Leader) error
	// path is where the changed part lies in the leader after the change ("tasks.2."): what is amiss there is said beside
	// the field of the rest of the path.
	path func(after model.Leader) string

	view    fieldset
	warned  map[string]bool
	touched bool
}

// newChange begins a change whose words are "leaders.action.<name>.title" and "leaders.action.<name>.said".
func (s *Screen) newChange(of model.Leader, name string) *change {
	return &change{
		s: s, of: of, title: words.T("leaders.action." + name + ".title"), said: words.T("leaders.action." + name + ".said"),
		path: func(model.Leader) string { return "" }, warned: map[string]bool{},
	}
}

func (c *change) bind() binder {
	return binder{today: c.s.desk.Today, changed: func() { c.touched = true }}
}

// ask asks in a dialog, which stays open until the change is sound and kept.
func (c *change) ask() {
	fields := kit.NewFields()
	c.view = fields
	fields.Add(kit.NewText(c.s.desk.Person(c.of.Name)))
	c.fill(c.bind(), fields)
	c.s.desk.Dialogs.Show(c.title, fields,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("leaders.form.save"), Default: true, Keep: func() bool {
			if !c.saved(" " + words.T("leaders.form.all_the_same")) {
				return true
			}
			c.s.Reload()
			return false
		}})
}

// open asks in a form in the place of the page. Its fields are made anew by rebuild, which gives one of them the focus.
func (c *change) open() (rebuild func(focus string)) {
	save := kit.NewPrimaryButton(words.T("leaders.form.save"), theme.DocumentSaveIcon(), c.s.register.Save)
	place := container.NewStack()
	var view *kit.Form
	build := func() {
		view = kit.NewForm()
		c.view = view
		view.Section(c.title)
		view.Add(kit.NewText(c.s.desk.Person(c.of.Name)))
		c.fill(c.bind(), view)
		place.Objects = []fyne.CanvasObject{view}
		place.Refresh()
	}
	build()
	buttons := container.NewPadded(container.NewHBox(save, kit.NewButton(words.T("kit.cancel"), nil, c.s.register.Leave)))
	content := container.New(layout.NewBorderLayout(nil, buttons, nil, nil), place, buttons)
	c.s.register.OpenForm(kit.EditForm{Content: content, Changed: func() bool { return c.touched }, Save: func() (string, bool) {
		if !c.saved("") {
			if len(c.warned) > 0 {
				save.SetText(words.T("leaders.form.save_anyway"))
			}
			return "", false
		}
		c.touched = false
		return string(c.of.ID), true
	}})
	if c.s.register.FormOpen() {
		view.FocusFirst()
	}
	return func(focus string) {
		build()
		view.FocusField(focus)
	}
}

// sound shows what the change would make amiss and reports whether it can be kept: nothing is refused, and every warning
// has been seen before. What was amiss before does not stand in the way of something else. A warning ends with override.
func (c *change) sound(override string) bool {
	if c.view.FocusMisread() {
		return false
	}
	today := c.s.desk.Today()
	after := copyOf(c.of)
	if err := c.do(&after); err != nil {
		c.s.desk.Fail(err, nil)
		return false
	}
	old := map[string]bool{}
	for _, p := range c.of.Check(today) {
		old[p.Field+" "+p.Code] = true
	}
	fresh := slices.DeleteFunc(after.Check(today), func(p model.Problem) bool { return old[p.Field+" "+p.Code] })
	ok, path := true, c.path(after)
	shown := make([]kit.Problem, len(fresh))
	for i, p := range fresh {
		key := p.Field + " " + p.Code
		shown[i] = kit.Problem{Field: strings.TrimPrefix(p.Field, path), Warning: p.Severity == model.Warning, Sentence: desk.Problem(p)}
		ok = ok && shown[i].Warning && c.warned[key]
		if shown[i].Warning {
			c.warned[key] = true
			shown[i].Sentence += override
		}
	}
	for _, p := range c.view.SetProblems(shown) {
		c.s.desk.Messages.Warn(p.Sentence) // of a part that has no field here
	}
	if !ok {
		c.view.FocusFirstProblem()
	}
	return ok
}

// saved keeps the change, or shows why not and returns false; everything that was typed stays.
func (c *change) saved(override string) bool {
	canvas := c.s.desk.Dialogs.Window.Canvas()
	focused := canvas.Focused()
	canvas.Unfocus() // so that the field that is being typed in reads its text
	if !c.sound(override) {
		return false
	}
	if focused != nil {
		canvas.Focus(focused) // where a dialog about an error gives it back
	}
	return c.s.update(c.of.ID, c.said, c.do)
}

// update changes a leader, or tells why not and returns false.
func (s *Screen) update(id model.ID, said string, do func(*model.Leader) error) bool {
	_, err := s.store.UpdateLeader(context.Background(), id, func(kept *model.Leader) error {
		*kept = copyOf(*kept)
		if err := do(kept); err != nil {
			return err
		}
		*kept = tidied(*kept)
		return nil
	})
	if err != nil {
		s.desk.Fail(err, nil)
		return false
	}
	s.desk.Say(said)
	return true
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
