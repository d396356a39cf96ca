package calendar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
)

// panel is the page of one session, or its form, beside the grid.
type panel struct{ s *Screen }

// newPanel makes the panel of a session; one with an empty ID is new, and its form is open. done closes the panel.
func newPanel(s *Screen, session model.Session, done func()) *panel { return &panel{s} }

// Content is the panel.
func (p *panel) Content() fyne.CanvasObject { return container.NewStack() }

// Reload reads the session again; an open form is left alone.
func (p *panel) Reload() {}

// MayLeave does then, after asking what is to become of unsaved changes.
func (p *panel) MayLeave(then func()) { then() }
