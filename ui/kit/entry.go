package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// DefaultEntryRunes and DefaultAreaRunes are how many letters fit into an Entry and an Area that were not told
// otherwise. Fyne measures a text anew at each keystroke, so that a book pasted by mistake would hang the window.
const (
	DefaultEntryRunes = 300
	DefaultAreaRunes  = 10_000
)

// Entry is a text field of one line. It refuses letters beyond MaxRunes and says so: a pasted text is cut.
type Entry struct {
	widget.Entry
	input
	MaxRunes  int          // letters that a person can get in; text set by the program is never cut
	OnChanged func(string) // a person changed the text
	OnLeave   func()       // the focus left, also when the window went to the background

	selectOnFocus bool        // typing replaces the old text unless a cursor key comes first, as in other programs
	whole         fyne.Widget // the field itself, or the widget it is embedded in
	silent        bool
}

// NewEntry makes an empty field.
func NewEntry() *Entry {
	e := &Entry{selectOnFocus: true}
	e.init(e, DefaultEntryRunes)
	return e
}

// init makes the field part of whole, which is the field itself or what it is embedded in.
func (e *Entry) init(whole fyne.Widget, maxRunes int) {
	e.whole = whole
	e.MaxRunes = maxRunes
	e.Entry.OnChanged = func(text string) {
		if e.problem.Warning && e.room() > 0 { // it was full and is no longer
			e.say("")
		}
		if !e.silent && e.OnChanged != nil {
			e.OnChanged(text)
		}
	}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(whole)
}

// SetValue sets the text without calling OnChanged and forgets what was said about the old one.
func (e *Entry) SetValue(text string) {
	e.silent = true
	e.SetText(text)
	e.silent = false
	e.say("")
}

// FocusGained is called by Fyne. A click puts the cursor where it was clicked and so ends the selection.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.focusGained() && e.selectOnFocus {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusLost is called by Fyne.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// TypedRune is called by Fyne. A space that would be all there is says nothing: it is the letter of the key that pressed
// the button of the dialog in which this stands.
func (e *Entry) TypedRune(r rune) {
	if r == ' ' && e.SelectedText() == e.Text {
		return
	}
	if e.room() < 1 {
		e.sayFull()
		return
	}
	e.Entry.TypedRune(r)
}

// TypedKey is called by Fyne. Keys that mean nothing in a text go to the dialog or the window.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	switch {
	case key.Name == fyne.KeyEscape, isFunctionKey(key.Name), enter && !e.MultiLine && e.OnSubmitted == nil:
		PassKey(e.whole, key)
	default:
		e.Entry.TypedKey(key)
	}
}

func isFunctionKey(name fyne.KeyName) bool {
	return len(name) >= 2 && name[0] == 'F' && name[1] >= '1' && name[1] <= '9'
}

// TypedShortcut is called by Fyne. Shortcuts that mean nothing in a text go to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.paste(s)
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
			e.Entry.TypedShortcut(s)
		default:
			passOn(e.whole, s)
		}
	default:
		e.Entry.TypedShortcut(s)
	}
}

func (e *Entry) paste(s *fyne.ShortcutPaste) {
	text, room := s.Clipboard.Content(), e.room()
	if cut := firstRunes(text, room); cut != text {
		e.sayFull()
		if cut == "" {
			return // an empty clipboard would erase the selection
		}
		text = cut
	}
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(text)})
}

// room returns how many more letters fit when the selection is typed over.
func (e *Entry) room() int {
	if e.MaxRunes <= 0 {
		return utf8.UTFMax << 20
	}
	room := max(0, e.MaxRunes-utf8.RuneCountInString(e.Text))
	return room + utf8.RuneCountInString(e.SelectedText())
}

func (e *Entry) sayFull() {
	limit := words.In(words.Current()).Number(int64(e.MaxRunes) * 100)
	e.warn(words.T("kit.text.cut", "max", limit))
}

// AccessibilityLabel is the label of the field and what is in it.
func (e *Entry) AccessibilityLabel() string { return e.spoken(e.Text) }

// AccessibilityRole is that of a text.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// firstRunes returns the first n letters of text. It looks no further, however long the text is.
func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// pasted is a clipboard with the text that is let through.
type pasted string

func (p pasted) Content() string   { return string(p) }
func (p pasted) SetContent(string) {}
