package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// formHolder is a screen that may have an open form, in which a person's data stands as it was typed.
type formHolder interface{ FormOpen() bool }

// hiding is what of the window belongs to hiding personal data.
type hiding struct {
	notice *fyne.Container   // says that it is hidden, in a line that is there anyhow
	show   *kit.Button       // of the notice
	behind fyne.Focusable    // had the keyboard when it was hidden
	veil   fyne.CanvasObject // over the window, nil for none
	lift   func()            // takes it away
}

// hidingNotice says beside the search that personal data is hidden, and shows it again.
func (s *shell) hidingNotice() fyne.CanvasObject {
	said := widget.NewLabel(words.T("shell.hidden.banner"))
	said.Truncation, said.Alignment, said.TextStyle.Bold = fyne.TextTruncateEllipsis, fyne.TextAlignTrailing, true
	s.hiding.show = kit.NewButton(words.T("shell.hidden.show"), theme.VisibilityIcon(), s.toggleHidden)
	s.hiding.notice = container.NewBorder(nil, nil, nil, s.hiding.show, said)
	s.hiding.notice.Hidden = !s.desk.Hidden()
	return s.hiding.notice
}

// toggleHidden hides personal data, because somebody looks over the shoulder, or shows it again. Lists and pages show
// initials and dots instead; an open form is covered, and so is the whole window while a dialog stands in it, for what is
// said or typed there cannot be made anew. Nothing that was typed is lost, and the keyboard stays where it was.
func (s *shell) toggleHidden() {
	c := s.window.Canvas()
	if c.Overlays().Top() != nil {
		s.toggleVeil(c)
		return
	}
	focused := c.Focused()
	s.desk.SetHidden(!s.desk.Hidden())
	s.hiding.notice.Hidden = !s.desk.Hidden()
	s.hiding.notice.Refresh()
	s.search.stale = true
	s.desk.Say("") // what was said may name somebody
	for i, p := range s.places {
		switch {
		case p.screen == nil:
		case i == s.current:
			p.screen.Reload()
		default:
			p.stale = true
		}
	}
	lift := s.fillRoom()
	switch {
	case lift != nil:
		s.hiding.behind = focused
		c.Focus(lift)
	case s.desk.Hidden():
		s.hiding.behind = focused
		s.refocus(c, focused)
	case focused == nil || kit.OnScreen(focused.(fyne.CanvasObject)) && focused != fyne.Focusable(s.hiding.show):
		s.refocus(c, focused)
	default: // the button that showed it is gone
		s.refocus(c, s.hiding.behind)
	}
}

// refocus gives the keyboard back to what had it, or to the page when that was made anew.
func (s *shell) refocus(c fyne.Canvas, focused fyne.Focusable) {
	if focused == nil {
		c.Unfocus()
		return
	}
	if holder, ok := s.shown().(formHolder); ok && holder.FormOpen() || kit.OnScreen(focused.(fyne.CanvasObject)) {
		c.Focus(focused)
		return
	}
	c.Unfocus()
	if p, ok := s.shown().(kit.PageFocuser); ok {
		p.FocusPage()
	}
}

// toggleVeil covers the window with everything that is open in it, or shows it again as it was.
func (s *shell) toggleVeil(c fyne.Canvas) {
	if veil := s.hiding.veil; veil != nil && c.Overlays().Top() == veil {
		s.hiding.lift()
		return
	}
	keys := c.OnTypedKey() // those of the dialog: Esc would leave it unseen
	s.hiding.lift = func() {
		if c.Overlays().Top() == s.hiding.veil {
			c.Overlays().Remove(s.hiding.veil)
			c.SetOnTypedKey(keys)
		}
		s.hiding.veil = nil
	}
	veil, show := curtain(words.T("shell.hidden.window"), s.hiding.lift)
	s.hiding.veil = veil
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
			s.hiding.lift()
		}
	})
	c.Overlays().Add(veil)
	c.Focus(show)
}

// fillRoom puts the screen at the front into the room, under a curtain while its form is not to be seen; then it returns
// the button that lifts it.
func (s *shell) fillRoom() (lift *kit.Button) {
	now := s.shown()
	front := now.Content()
	if f, ok := now.(formHolder); ok && s.desk.Hidden() && f.FormOpen() {
		front, lift = curtain(words.T("shell.hidden.form"), s.toggleHidden)
	}
	s.room.Objects = []fyne.CanvasObject{front}
	s.room.Refresh()
	return lift
}

// curtain stands in place of what is not to be seen; the button lifts it.
func curtain(said string, lift func()) (fyne.CanvasObject, *kit.Button) {
	show := kit.NewPrimaryButton(words.T("shell.hidden.show"), theme.VisibilityIcon(), lift)
	return container.NewStack(
		canvas.NewRectangle(theme.Color(theme.ColorNameBackground)),
		container.NewCenter(container.NewVBox(widget.NewLabel(said), container.NewCenter(show))),
	), show
}
