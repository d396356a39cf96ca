package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// sheet is what the parts that are forms have in common: fields, the buttons under them, and the warnings that were
// shown already.
type sheet struct {
	d       *desk.Desk
	root    *fyne.Container
	form    *kit.Form
	lists   []list
	save    *kit.Button
	changed bool
	warned  map[kit.Problem]bool // warnings that were shown; saving all the same is allowed then
}

// list is what a sheet needs of an editor of a list, whatever is in it.
type list interface {
	SetProblems([]kit.Problem) (others []kit.Problem)
	FocusFirstProblem(warnings bool) bool
	FocusMisread() bool
}

func newSheet(d *desk.Desk) sheet { return sheet{d: d, root: container.NewStack()} }

// begin empties the sheet.
func (s *sheet) begin() {
	s.form, s.lists, s.warned = kit.NewForm(), nil, map[kit.Problem]bool{}
}

// finish puts the fields and the buttons under them on the window. save and discard are pressed by a person; more are
// further buttons.
func (s *sheet) finish(save, discard func(), more ...fyne.CanvasObject) {
	s.save = kit.NewPrimaryButton("", theme.DocumentSaveIcon(), save)
	s.sayVerb()
	row := container.NewHBox(s.save, kit.NewButton(words.T("settings.discard"), nil, discard), layout.NewSpacer())
	row.Objects = append(row.Objects, more...)
	buttons := container.NewPadded(row)
	s.root.Objects = []fyne.CanvasObject{
		container.New(layout.NewBorderLayout(nil, buttons, nil, nil), s.form, buttons), // in the order of Tab
	}
	s.root.Refresh()
}

// Content is the form on the screen.
func (s *sheet) Content() fyne.CanvasObject { return s.root }

// Changed reports whether anything would be lost.
func (s *sheet) Changed() bool { return s.changed }

// FocusFirst gives the focus to the first field.
func (s *sheet) FocusFirst() { s.form.FocusFirst() }

// read makes the field that is being typed in read its text, and reports whether every text was understood.
func (s *sheet) read() bool {
	c := s.d.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus()
	if s.form.FocusMisread() || slices.ContainsFunc(s.lists, list.FocusMisread) {
		return false
	}
	if focused != nil {
		c.Focus(focused)
	}
	return true
}

// sound shows the problems and reports whether it can be saved: nothing is refused, and every warning has been seen
// before.
func (s *sheet) sound(problems []kit.Problem) bool {
	refused, fresh := false, false
	for _, p := range problems {
		refused = refused || !p.Warning
		fresh = fresh || p.Warning && !s.warned[p]
	}
	left := problems
	for _, l := range s.lists {
		left = l.SetProblems(left)
	}
	s.form.SetProblems(left)
	if !refused && !fresh {
		return true
	}
	if !refused {
		for _, p := range problems {
			s.warned[p] = true
		}
		s.sayVerb()
		s.d.Messages.Warn(words.T("settings.warned"))
	}
	s.focusProblem(refused)
	return false
}

// focusProblem goes to the first field that is refused, or else to the first with a warning.
func (s *sheet) focusProblem(refused bool) {
	if s.form.FocusFirstProblem() {
		return
	}
	for _, l := range s.lists {
		if l.FocusFirstProblem(!refused) {
			return
		}
	}
}

// sayVerb puts the verb on the button: once warnings were shown it saves all the same.
func (s *sheet) sayVerb() {
	s.save.SetText(words.T("settings.save"))
	if len(s.warned) > 0 {
		s.save.SetText(words.T("settings.save_anyway"))
	}
}

// saved forgets what was warned of.
func (s *sheet) saved() {
	s.changed, s.warned = false, map[kit.Problem]bool{}
	s.sayVerb()
}

// touch notes that there is something to save.
func (s *sheet) touch() { s.changed = true }

// entry is a field of one line that writes into value.
func (s *sheet) entry(name string, value *string, limit int) *kit.Field {
	return entryField(name, value, limit, s.touch)
}

// entryField is a field of one line that writes into value and then calls changed. Its label is the translation
// "settings.field.<name>".
func entryField(name string, value *string, limit int, changed func()) *kit.Field {
	e := kit.NewEntry()
	e.MaxRunes = limit
	e.SetValue(*value)
	e.OnChanged = func(text string) {
		*value = text
		changed()
	}
	return &kit.Field{Name: name, Label: words.T("settings.field." + name), Input: e}
}
