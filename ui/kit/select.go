package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/words"
)

// Option is one thing to choose.
type Option[T comparable] struct {
	Value  T
	Label  string
	Detail string // what tells it from others of the same name, shown dim beside it: the municipality, the time
}

// Select lets one of its options be chosen, two or ten thousand of them. Enter, Space, Alt+↓ or a click opens the list;
// a letter opens it and is the first of the search; Backspace and Delete clear an optional choice.
type Select[T comparable] struct {
	widget.DisableableWidget
	input
	Required bool // there is no way to choose nothing
	// FreeText keeps what was typed when it is none of the options: municipalities that no longer exist.
	FreeText bool
	// AddNew, when set, puts a last row "Add new …" into the list and is called with what was typed. The screen that
	// makes the new record calls SetOptions and SetValue in its turn.
	AddNew    func(typed string)
	OnChanged func() // a person chose something, cleared it, or typed a text of their own

	options []Option[T]
	chosen  Option[T]
	has     bool   // something is chosen
	text    string // what was typed instead of choosing
	hint    string
	list    choices
	open    *chooser
	focused bool
}

// NewSelect makes a select in which nothing is chosen yet.
func NewSelect[T comparable](options []Option[T]) *Select[T] {
	s := &Select[T]{hint: words.T("kit.select.choose")}
	s.SetOptions(options)
	s.ExtendBaseWidget(s)
	return s
}

// SetOptions replaces what can be chosen, in the order in which it is offered. What is chosen stays chosen, even if it
// is no longer among the options.
func (s *Select[T]) SetOptions(options []Option[T]) {
	s.options = options
	s.list = choices{}
	for _, o := range options {
		s.list.add(o.Label, o.Detail)
	}
	if s.has {
		s.SetValue(s.chosen.Value)
	}
}

// SetHint replaces the word that is shown while nothing is chosen.
func (s *Select[T]) SetHint(hint string) {
	s.hint = hint
	s.Refresh()
}

// Value returns what is chosen, and false when nothing is or a free text stands instead.
func (s *Select[T]) Value() (T, bool) { return s.chosen.Value, s.has }

// SetValue chooses v without calling OnChanged. A value that is not among the options is kept and shown as unlisted, or
// with the label under which it was chosen before: opening an old record must not lose what it says.
func (s *Select[T]) SetValue(v T) {
	for _, o := range s.options {
		if o.Value == v {
			s.set(o, true, "")
			return
		}
	}
	if !s.has || s.chosen.Value != v {
		s.chosen = Option[T]{Value: v, Label: words.T("kit.select.unlisted")}
	}
	s.set(s.chosen, true, "")
}

// Text returns the free text, or the label of what is chosen.
func (s *Select[T]) Text() string {
	if s.has {
		return s.chosen.Label
	}
	return s.text
}

// SetText shows a free text, or the option of that name, without calling OnChanged.
func (s *Select[T]) SetText(text string) {
	if i := s.list.named(text); i >= 0 {
		s.set(s.options[i], true, "")
		return
	}
	s.set(Option[T]{}, false, text)
}

// Clear chooses nothing, without calling OnChanged.
func (s *Select[T]) Clear() { s.set(Option[T]{}, false, "") }

func (s *Select[T]) set(o Option[T], has bool, text string) {
	s.chosen, s.has, s.text = o, has, text
	s.Refresh()
}

// change is set by a person's hand.
func (s *Select[T]) change(o Option[T], has bool, text string) {
	if s.has == has && s.text == text && s.chosen.Value == o.Value {
		return
	}
	s.set(o, has, text)
	if s.OnChanged != nil {
		s.OnChanged()
	}
}

func (s *Select[T]) clearable() bool { return !s.Required && !s.Disabled() && s.Text() != "" }

func (s *Select[T]) clearByHand() {
	if s.clearable() {
		s.change(Option[T]{}, false, "")
	}
}

// Open shows the list with what was typed already in its search.
func (s *Select[T]) Open(typed string) {
	c := canvasOf(s)
	if c == nil || s.open != nil || s.Disabled() {
		return
	}
	s.open = &chooser{
		choices: &s.list, typed: typed, keep: s.FreeText, add: s.AddNew != nil,
		hint: s.Text(), done: s.chose,
	}
	if s.FreeText && typed == "" {
		s.open.typed = s.text
	}
	if s.has {
		s.open.start = s.list.named(s.chosen.Label)
	}
	s.open.show(c, s)
}

// chose is told how the list was left.
func (s *Select[T]) chose(r choiceRow, typed string) {
	s.open = nil
	switch r.kind {
	case rowOption:
		s.change(s.options[r.index], true, "")
	case rowKeep:
		s.change(Option[T]{}, false, typed)
	case rowAdd:
		s.AddNew(typed)
	}
}

// Tapped is called by Fyne.
func (s *Select[T]) Tapped(*fyne.PointEvent) {
	if s.Disabled() {
		return
	}
	Focus(s)
	s.Open("")
}

// Cursor is called by Fyne.
func (s *Select[T]) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is called by Fyne.
func (s *Select[T]) FocusGained() {
	s.focused = true
	s.Refresh()
	s.focusGained()
}

// FocusLost is called by Fyne.
func (s *Select[T]) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune is called by Fyne.
func (s *Select[T]) TypedRune(r rune) {
	if r != ' ' { // Space opened the list already, as a key
		s.Open(string(r))
	}
}

// TypedKey is called by Fyne.
func (s *Select[T]) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDown:
		s.Open("")
	case fyne.KeyBackspace, fyne.KeyDelete:
		s.clearByHand()
	default:
		PassKey(s, key)
	}
}

// TypedShortcut is called by Fyne. What is pasted is searched for, as if it was typed.
func (s *Select[T]) TypedShortcut(sc fyne.Shortcut) {
	if isAltDown(sc) {
		s.Open("")
		return
	}
	if paste, ok := sc.(*fyne.ShortcutPaste); ok {
		if text := strings.TrimSpace(firstRunes(paste.Clipboard.Content(), model.MaxName)); text != "" {
			s.Open(text)
		}
		return
	}
	passOn(s, sc)
}

// AccessibilityLabel is the label of the field and what is chosen.
func (s *Select[T]) AccessibilityLabel() string { return s.spoken(s.Text()) }

// AccessibilityRole is that of a button, for it opens something.
func (s *Select[T]) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (s *Select[T]) CreateRenderer() fyne.WidgetRenderer {
	r := newSelectRenderer(s, func(r *selectRenderer) {
		r.show(s.Text(), s.hint, selectLook{s.focused, s.Disabled(), s.clearable()})
	})
	r.clear = newIconTap(theme.CancelIcon(), words.T("kit.select.clear"), s.clearByHand)
	r.objects = append(r.objects, r.clear)
	r.Refresh()
	return r
}
