package stage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/kit"
)

// Said is the text of one object.
func Said(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Label:
		return o.Text
	case *kit.Text:
		return o.Text
	case *kit.Link:
		return o.Text
	case *kit.Button:
		return o.Text
	case *kit.Check:
		return o.Text
	case *kit.StateChip:
		return o.Chip().Word
	case *widget.RichText:
		return o.String()
	}
	return ""
}

// Find returns the first visible object in o, itself included, that is wanted; nil for none.
func Find(o fyne.CanvasObject, wanted func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	if wanted(o) {
		return o
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case *widget.Label, *kit.Text, *kit.Link, *kit.Button: // which draw their text by another widget
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, c := range inside {
		if found := Find(c, wanted); found != nil {
			return found
		}
	}
	return nil
}

// Look finds the first object that is wanted in the dialog on top of the window or else in the window.
func (s *Stage) Look(wanted func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		return Find(top, wanted)
	}
	return Find(s.Window.Content(), wanted)
}

// Texts are all texts that are shown.
func (s *Stage) Texts() []string {
	var out []string
	s.Look(func(o fyne.CanvasObject) bool {
		if text := Said(o); text != "" {
			out = append(out, text)
		}
		return false
	})
	return out
}

// Shows reports whether something says the text, whole.
func (s *Stage) Shows(text string) bool {
	return s.Look(func(o fyne.CanvasObject) bool { return Said(o) == text }) != nil
}

// Sees fails the test unless each text is shown, whole, by something.
func (s *Stage) Sees(texts ...string) {
	s.T.Helper()
	for _, text := range texts {
		if !s.Shows(text) {
			s.T.Errorf("nothing shows %q, but %q", text, s.Texts())
		}
	}
}

// Mentions reports whether the text is part of something that is shown.
func (s *Stage) Mentions(text string) bool {
	return s.Look(func(o fyne.CanvasObject) bool { return strings.Contains(Said(o), text) }) != nil
}

// SeesPart fails the test unless each text is part of something that is shown.
func (s *Stage) SeesPart(texts ...string) {
	s.T.Helper()
	for _, text := range texts {
		if !s.Mentions(text) {
			s.T.Errorf("nothing mentions %q, but there are %q", text, s.Texts())
		}
	}
}

// Misses fails the test if one of the texts is part of something that is shown.
func (s *Stage) Misses(texts ...string) {
	s.T.Helper()
	for _, text := range texts {
		if s.Mentions(text) {
			s.T.Errorf("%q is shown", text)
		}
	}
}

// FocusedLabel is what has the focus, as a screen reader says it.
func (s *Stage) FocusedLabel() string {
	if l, ok := s.Window.Canvas().Focused().(interface{ AccessibilityLabel() string }); ok {
		return l.AccessibilityLabel()
	}
	return ""
}

// WantFocus fails the test unless the label of what has the focus begins so.
func (s *Stage) WantFocus(label string) {
	s.T.Helper()
	if got := s.FocusedLabel(); !strings.HasPrefix(got, label) {
		s.T.Errorf("the focus is on %q, not on %q", got, label)
	}
}

// InDialog reports whether a dialog, or the list of a select, is open.
func (s *Stage) InDialog() bool { return s.Window.Canvas().Overlays().Top() != nil }
