package form

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// ErrAsked is returned by Write when it asked something first and wrote nothing; what is agreed to calls Save again.
var ErrAsked = errors.New("asked first")

// Sheet drives a form of a draft. Its exported functions are set before Make.
type Sheet struct {
	// Build makes all fields from the draft.
	Build func()
	// Problems finds what is amiss in the draft, as it would be kept.
	Problems func() []kit.Problem
	// Write keeps the draft. It returns the ID of the record and the sentence that says that it is kept; empty says
	// nothing.
	Write func(ctx context.Context) (id model.ID, said string, err error)
	// Touched runs after a person changed anything; may be nil.
	Touched func()
	// Unplaced tells of problems that have no field, and is called with none as well; nil says them in a message.
	Unplaced func([]kit.Problem)
	// Early shows what is doubtful as soon as a field is left; what must be put right waits until somebody saves.
	Early bool
	// KeepBlank leaves items of lists that were never filled in to Problems and Write.
	KeepBlank bool
	// Indexed has a row of the headings above the fields; Ctrl+Page Down and Page Up step through them.
	Indexed bool
	// Step goes to the next section (1) or the one before (−1) of an Indexed form.
	Step func(delta int)
	// First has the keyboard at the start; nil leaves it where it is.
	First fyne.Focusable
	// View has the fields; Make and Rebuild make it anew.
	View *kit.Form

	desk    *desk.Desk
	root    *fyne.Container
	buttons fyne.CanvasObject
	save    *kit.Button
	verb    string
	lists   []list
	shown   []kit.Problem
	judge   judge
	said    string // what keeps the form from being saved, as it was said at the bottom of the window
	changed bool
	tried   bool // saving was refused or warned of: from then on everything amiss is shown
	resting bool // a field that is left now is left in order to save, or after that
}

// NewSheet makes a form without fields. save is what its button calls, usually the register's Save; beside it stand
// others, such as Cancel.
func NewSheet(d *desk.Desk, save func(), others ...fyne.CanvasObject) *Sheet {
	s := &Sheet{desk: d, root: container.NewStack(), judge: judge{}, verb: words.T("form.save")}
	s.save = kit.NewPrimaryButton(s.verb, theme.DocumentSaveIcon(), save)
	s.buttons = container.NewPadded(container.New(layout.NewHBoxLayout(), append([]fyne.CanvasObject{s.save}, others...)...))
	return s
}

// Cancel is the button that leaves a form.
func Cancel(leave func()) fyne.CanvasObject { return kit.NewButton(words.T("kit.cancel"), nil, leave) }

// SetVerb gives the button another verb than "Save"; once warnings were seen it is "Save all the same" all the same.
func (s *Sheet) SetVerb(verb string) {
	s.verb = verb
	s.save.SetText(verb)
}

// Make makes the fields, for the first time or because the draft became another.
func (s *Sheet) Make() {
	s.View, s.lists, s.shown, s.First = kit.NewForm(), nil, nil, nil
	s.Build()
	// the layouts by themselves, because container.NewBorder puts the buttons first for Tab
	whole := container.New(layout.NewBorderLayout(nil, s.buttons, nil, nil), s.View, s.buttons)
	if s.Indexed {
		index := kit.NewSectionIndex(s.View)
		whole = container.New(layout.NewBorderLayout(index, s.buttons, nil, nil), index, s.View, s.buttons)
		s.Step = index.Step
		s.shortcuts()
	}
	s.save.SetText(s.verb)
	s.root.Objects = []fyne.CanvasObject{whole}
	s.root.Refresh()
}

// shortcuts of a form that is no longer shown do nothing, because Fyne gives the focus only to what is in the window.
func (s *Sheet) shortcuts() {
	c := s.desk.Dialogs.Window.Canvas()
	for key, delta := range map[fyne.KeyName]int{fyne.KeyPageDown: 1, fyne.KeyPageUp: -1} {
		shortcut := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
		c.AddShortcut(shortcut, func(fyne.Shortcut) { s.Step(delta) })
	}
}

// Rebuild makes the fields anew after a choice on which they depend, and gives that field the focus back. It stays about
// where it was, high enough for what follows it to be seen.
func (s *Sheet) Rebuild(field string) {
	y := s.View.FieldY(field)
	s.Make()
	if !s.View.FocusFieldAt(field, y) {
		s.Focus(field)
	}
}

// Reset begins anew with another draft: nothing is changed, and nothing has been warned of.
func (s *Sheet) Reset() {
	s.changed, s.tried, s.judge = false, false, judge{}
	s.hush()
	s.Make()
}

// Gone is called when the form is left, saved or not: what was said of it no longer helps anybody.
func (s *Sheet) Gone() { s.hush() }

// Content is the form on the screen.
func (s *Sheet) Content() fyne.CanvasObject { return s.root }

// EditForm is the form for a register, which takes the ID that Save returns for that of the record.
func (s *Sheet) EditForm() kit.EditForm {
	return kit.EditForm{Content: s.root, First: s.First, Changed: s.Changed, Save: s.Save, Gone: s.Gone}
}

// Touch notes that there is something to save.
func (s *Sheet) Touch() {
	s.changed, s.resting = true, false
	if s.Touched != nil {
		s.Touched()
	}
}

// Changed reports whether anything would be lost.
func (s *Sheet) Changed() bool { return s.changed }

// FocusFirst gives the focus to the first field that can have it.
func (s *Sheet) FocusFirst() { s.View.FocusFirst() }

// Focus gives the keyboard to a field, or to a list by its name ("tasks"), and reports whether there is one.
func (s *Sheet) Focus(field string) bool {
	for _, l := range s.lists {
		if l.name() == field {
			kit.Focus(l.Focusable())
			return true
		}
	}
	return s.View.FocusField(field)
}

// Save saves, or shows why not and returns ok false; then everything that was typed stays.
func (s *Sheet) Save() (id string, ok bool) {
	c := s.desk.Dialogs.Window.Canvas()
	focused := c.Focused()
	s.resting = true
	c.Unfocus() // so that the field that is being typed in reads its text
	if s.View.FocusMisread() || slices.ContainsFunc(s.lists, list.FocusMisread) {
		s.resting = false
		s.warn(words.T("form.refused"))
		return "", false
	}
	if !s.KeepBlank {
		for _, l := range s.lists {
			l.dropBlank()
		}
	}
	if !s.sound() {
		s.resting = false
		return "", false
	}
	if focused != nil {
		c.Focus(focused) // where a dialog about an error gives it back
	}
	written, said, err := s.Write(context.Background())
	if err != nil {
		s.resting = false
		if !errors.Is(err, ErrAsked) {
			s.desk.Fail(err, nil)
		}
		return "", false
	}
	s.changed, s.tried, s.judge = false, false, judge{}
	s.save.SetText(s.verb)
	s.hush()
	if said != "" {
		s.desk.Say(said)
	}
	return string(written), true
}
