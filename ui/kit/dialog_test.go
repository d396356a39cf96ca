package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// newPage is a screen whose page is made anew; see PageFocuser.
type newPage struct{ first *Button }

func (p newPage) FocusPage() { Focus(p.first) }

// What a dialog does may make the page anew. The keyboard must not stay on a button that is no longer there: Enter would
// do the same a second time.
func TestTheKeyboardGoesToThePageThatADialogMadeAnew(t *testing.T) {
	pressed := 0
	old, fresh := NewButton("Merkitse", nil, func() { pressed++ }), NewButton("Muokkaa", nil, nil)
	room := container.NewVBox(widget.NewLabel("Ohjaaja"), old)
	w := shown(t, container.NewPadded(room))
	d := Dialogs{w}
	NewKeyboard(d, func() any { return newPage{fresh} })
	Focus(old)
	d.Choose("Merkitäänkö?", "Tehdyksi.", Choice{Label: "Tallenna", Default: true, Do: func() {}, Keep: func() bool {
		room.Objects[1] = fresh
		room.Refresh()
		return false
	}})
	typeKey(w.Canvas(), fyne.KeyReturn)
	if w.Canvas().Focused() != fresh {
		t.Errorf("the keyboard is on %v", w.Canvas().Focused())
	}
	typeKey(w.Canvas(), fyne.KeyReturn)
	if pressed != 0 {
		t.Error("Enter pressed the button that is gone")
	}
}

// buttonIn returns the button with this word in the topmost dialog, nil when there is none.
func buttonIn(w fyne.Window, word string) *Button {
	var found *Button
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *Button:
			if o.Text == word {
				found = o
			}
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	if top := w.Canvas().Overlays().Top(); top != nil {
		walk(top)
	}
	return found
}

func pressIn(t *testing.T, w fyne.Window, key string) {
	t.Helper()
	b := buttonIn(w, words.T(key))
	if b == nil {
		t.Fatalf("no dialog with the button %q", words.T(key))
	}
	test.Tap(b)
}

func typeKey(c fyne.Canvas, k fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: k}) }

func newDialogWindow(t *testing.T) (fyne.Window, *Entry) {
	t.Helper()
	test.NewTempApp(t)
	e := NewEntry()
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(1000, 700))
	w.Canvas().Focus(e)
	return w, e
}

func TestConfirmByKeyboard(t *testing.T) {
	for _, c := range []struct {
		name   string
		danger bool
		key    fyne.KeyName
		done   bool
	}{
		{"Enter does it", false, fyne.KeyReturn, true},
		{"Esc does not", false, fyne.KeyEscape, false},
		{"Enter does not take away", true, fyne.KeyReturn, false},
		{"Esc does not take away", true, fyne.KeyEscape, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, e := newDialogWindow(t)
			done := false
			Dialogs{w}.Confirm("Title", "Text", "Do", c.danger, func() { done = true })
			typeKey(w.Canvas(), c.key)
			if done != c.done {
				t.Errorf("done %v, want %v", done, c.done)
			}
			if w.Canvas().Overlays().Top() != nil {
				t.Error("the dialog is still open")
			}
			if w.Canvas().Focused() != fyne.Focusable(e) {
				t.Errorf("the keyboard is at %T, want where it was", w.Canvas().Focused())
			}
		})
	}
}

func TestFirstFieldHasTheKeyboardAndEnterPressesTheDefault(t *testing.T) {
	w, _ := newDialogWindow(t)
	field, pressed := NewEntry(), 0
	Dialogs{w}.Show("Title", field, Choice{Label: "Cancel", Cancel: true}, Choice{Label: "Save", Default: true, Do: func() { pressed++ }})
	if w.Canvas().Focused() != fyne.Focusable(field) {
		t.Fatalf("the keyboard is at %T, want the first field", w.Canvas().Focused())
	}
	for range 6 {
		w.Canvas().FocusNext()
	}
	if w.Canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("six Tabs round a field and two buttons end at %T, want the field", w.Canvas().Focused())
	}
	typeKey(w.Canvas(), fyne.KeyReturn)
	if pressed != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("Enter in the field pressed Save %d times, want once, and closes", pressed)
	}
}

func TestDialogOnADialogReturnsToIt(t *testing.T) {
	w, _ := newDialogWindow(t)
	d, cancelled := Dialogs{w}, 0
	d.Show("Outer", widget.NewLabel(""), Choice{Label: "Cancel", Cancel: true, Default: true, Do: func() { cancelled++ }})
	d.Confirm("Inner", "", "Do", false, nil)
	typeKey(w.Canvas(), fyne.KeyEscape)
	if cancelled != 0 {
		t.Fatal("Esc in the inner dialog cancelled the outer one")
	}
	typeKey(w.Canvas(), fyne.KeyEscape)
	if cancelled != 1 {
		t.Errorf("Esc in the outer dialog cancelled %d times, want 1", cancelled)
	}
}

func TestKeepLeavesTheDialogOpen(t *testing.T) {
	w, _ := newDialogWindow(t)
	Dialogs{w}.Show("Title", NewEntry(), Choice{Label: "Save", Default: true, Keep: func() bool { return true }, Do: func() { t.Error("Do ran") }})
	typeKey(w.Canvas(), fyne.KeyReturn)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("the dialog closed although it had to stay")
	}
}

func TestErrorDetailsAreCopied(t *testing.T) {
	w, _ := newDialogWindow(t)
	Dialogs{w}.Error(Trouble{Title: "Not saved", Text: "The disk is full.", Details: "code 13"}, nil)
	pressIn(t, w, "kit.error.details")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Not saved\nThe disk is full.\n\ncode 13" {
		t.Errorf("the clipboard has %q", got)
	}
	if w.Canvas().Overlays().Top() == nil {
		t.Error("copying closed the dialog")
	}
}

func TestHelpListsWhatTheScreenCan(t *testing.T) {
	w, _ := newDialogWindow(t)
	k := NewKeyboard(Dialogs{w}, func() any { return onlyPrints{} })
	var can []string
	for _, s := range k.shortcuts {
		if s.Do(onlyPrints{}, true) {
			can = append(can, s.Keys())
		}
	}
	if len(can) != 2 || can[0] != "Ctrl+P" || can[1] != "F1" {
		t.Errorf("a screen that only prints lists %v, want Ctrl+P and F1", can)
	}
	PassKey(w.Content(), &fyne.KeyEvent{Name: fyne.KeyF1})
	if w.Canvas().Overlays().Top() == nil {
		t.Error("F1 shows nothing")
	}
}

type onlyPrints struct{}

func (onlyPrints) Print() {}

func TestOpenFileAsksWhich(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1000, 700))
	Dialogs{Window: w}.OpenFile(func(fyne.URIReadCloser, error) {}, ".ics")
	if w.Canvas().Overlays().Top() == nil {
		t.Error("nothing is asked")
	}
}
