package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// formHolder is a screen that may have an open form, in which a person's data stands as it was typed.
type formHolder interface{ FormOpen() bool }

// toggleHidden hides personal data, because somebody looks over the shoulder, or shows it again. Lists and pages show
// initials and dots instead; an open form is covered, and nothing that was typed is lost.
func (s *shell) toggleHidden() {
	s.desk.SetHidden(!s.desk.Hidden())
	s.hiddenNotice.Hidden = !s.desk.Hidden()
	s.hiddenNotice.Refresh()
	s.search.stale = true
	for i, p := range s.places {
		switch {
		case p.screen == nil:
		case i == s.current:
			p.screen.Reload()
		default:
			p.stale = true
		}
	}
	s.fillRoom()
	s.window.Canvas().Unfocus()
}

// fillRoom puts the screen at the front into the room, under a curtain while its form is not to be seen.
func (s *shell) fillRoom() {
	now := s.shown()
	s.room.Objects = []fyne.CanvasObject{now.Content()}
	if f, ok := now.(formHolder); ok && s.desk.Hidden() && f.FormOpen() {
		s.room.Objects = []fyne.CanvasObject{curtain(s.toggleHidden)}
	}
	s.room.Refresh()
}

// curtain stands in place of a form that is not to be seen.
func curtain(lift func()) fyne.CanvasObject {
	return container.NewStack(
		canvas.NewRectangle(theme.Color(theme.ColorNameBackground)),
		container.NewCenter(container.NewVBox(
			kit.NewText(words.T("shell.hidden.form")),
			container.NewCenter(kit.NewPrimaryButton(words.T("shell.hidden.show"), theme.VisibilityIcon(), lift)),
		)),
	)
}
