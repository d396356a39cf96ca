package agreements

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// smallForm is a form in the place of the page that changes one part of the agreement: its signatures, or an amendment.
type smallForm struct {
	*page
	view    *kit.Form
	save    *kit.Button
	said    string
	touched bool
	warned  map[string]bool
	change  func(*model.Agreement) error
}

func (p *page) newSmallForm(said string, change func(*model.Agreement) error) *smallForm {
	f := &smallForm{page: p, view: kit.NewForm(), said: said, warned: map[string]bool{}, change: change}
	f.save = kit.NewPrimaryButton(words.T("agreements.save"), theme.DocumentSaveIcon(), p.register.Save)
	return f
}

// open shows the form, the keyboard on its first field.
func (f *smallForm) open() {
	buttons := container.NewPadded(container.NewHBox(f.save, kit.NewButton(words.T("kit.cancel"), nil, f.register.Leave)))
	content := container.New(layout.NewBorderLayout(nil, buttons, nil, nil), f.view, buttons)
	f.register.OpenForm(kit.EditForm{Content: content, Changed: func() bool { return f.touched }, Save: f.trySave})
	if f.register.FormOpen() {
		f.view.FocusFirst()
	}
}

func (f *smallForm) touch() { f.touched = true }

// trySave saves, or shows what keeps it from being saved.
func (f *smallForm) trySave() (string, bool) {
	canvas := f.desk.Dialogs.Window.Canvas()
	focused := canvas.Focused()
	canvas.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() {
		return "", false
	}
	after := copyOf(f.a)
	if err := f.change(&after); err != nil {
		f.desk.Fail(err, nil)
		return "", false
	}
	problems := newProblems(f.a, after)
	sound := settled(problems, f.warned)
	f.view.SetProblems(said(problems))
	if !sound {
		if len(model.Refusals(problems)) == 0 {
			f.save.SetText(words.T("agreements.save_anyway"))
		}
		f.view.FocusFirstProblem()
		return "", false
	}
	if !f.update(f.a.ID, f.said, f.change) {
		focus(canvas, focused)
		return "", false
	}
	f.touched = false
	return string(f.a.ID), true
}

func focus(c fyne.Canvas, o fyne.Focusable) {
	if o != nil {
		c.Focus(o)
	}
}
