package stage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/ui/kit"
)

// Press presses keys on what has the focus, as the window would; without a focus they go to the window.
func (s *Stage) Press(keys ...fyne.KeyName) {
	s.T.Helper()
	c := s.Window.Canvas()
	for _, k := range keys {
		focused := c.Focused()
		tab, ok := focused.(fyne.Tabbable)
		switch {
		case k == fyne.KeyTab && (!ok || !tab.AcceptsTab()):
			c.FocusNext()
		case focused == nil && c.OnTypedKey() == nil:
			s.T.Fatalf("nothing has the focus for %s", k)
		case focused == nil:
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		default:
			focused.TypedKey(&fyne.KeyEvent{Name: k})
			if now := c.Focused(); k == fyne.KeySpace && now != nil {
				now.TypedRune(' ')
			}
		}
	}
}

// Type types a text; the first letter may move the focus, as in a select that opens.
func (s *Stage) Type(text string) {
	s.T.Helper()
	for _, r := range text {
		focused := s.Window.Canvas().Focused()
		if focused == nil {
			s.T.Fatalf("nothing has the focus to type %q into", text)
		}
		focused.TypedRune(r)
	}
}

// TypeFields types a text into the field with the focus and one into each after it; an empty text passes a field by.
func (s *Stage) TypeFields(texts ...string) {
	s.T.Helper()
	for i, text := range texts {
		if i > 0 {
			s.Press(fyne.KeyTab)
		}
		s.Type(text)
	}
}

// Retype types a text in the place of all that is in the focused field.
func (s *Stage) Retype(text string) {
	s.T.Helper()
	s.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Press(fyne.KeyDelete)
	s.Type(text)
}

// Choose opens the focused select, types the beginning of what to choose, and chooses it.
func (s *Stage) Choose(text string) {
	s.T.Helper()
	s.Type(text)
	s.Press(fyne.KeyReturn)
}

// TabTo presses Tab until the spoken label of what has the focus begins so; it stays where that is so already.
func (s *Stage) TabTo(label string) {
	s.T.Helper()
	var met []string
	for range 150 {
		if strings.HasPrefix(s.FocusedLabel(), label) {
			return
		}
		s.Window.Canvas().FocusNext()
		met = append(met, s.FocusedLabel())
	}
	s.T.Fatalf("Tab does not come to %q, but to %q", label, slices.Compact(met))
}

// Tap presses the button or follows the link that says the label, or is called so by a screen reader.
func (s *Stage) Tap(label string) {
	s.T.Helper()
	o := s.Look(func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *kit.Link:
			return o.Text == label
		case *kit.Button:
			return o.Text == label || o.AccessibilityLabel() == label
		}
		return false
	})
	switch b := o.(type) {
	case *kit.Link:
		b.OnTapped()
	case *kit.Button:
		b.Tapped(nil)
	default:
		s.T.Fatalf("there is no %q to press among %q", label, s.Texts())
	}
}
