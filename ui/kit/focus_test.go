package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/words"
)

var nov22 = model.MustDate("2026-11-22") // a Sunday

// shown puts o into a window of a laptop's size and speaks Finnish.
func shown(t *testing.T, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(Theme{Appearance: Light})
	words.Use(model.Finnish)
	w := test.NewWindow(o)
	w.Resize(fyne.NewSize(900, 640))
	t.Cleanup(func() { w.Close(); a.Quit() })
	return w
}

// press types keys into whatever has the focus, as the window does.
func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, key := range keys {
		focused := w.Canvas().Focused()
		if tab, ok := focused.(fyne.Tabbable); key == fyne.KeyTab && (!ok || !tab.AcceptsTab()) {
			w.Canvas().FocusNext()
			continue
		}
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func typed(w fyne.Window, text string) { test.Type(w.Canvas().Focused(), text) }

func shortcut(w fyne.Window, mod fyne.KeyModifier, key fyne.KeyName) {
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
}

func TestButtonIsPressedByEnterAndBySpace(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		pressed := 0
		b := NewPrimaryButton("Tallenna", nil, func() { pressed++ })
		w := shown(t, b)
		Focus(b)
		press(w, key)
		if pressed != 1 {
			t.Errorf("%s pressed it %d times", key, pressed)
		}
		b.Disable()
		b.TypedKey(&fyne.KeyEvent{Name: key})
		if pressed != 1 {
			t.Errorf("%s pressed a disabled button", key)
		}
	}
}

// The window hands the space that pressed a button on to the field that has the focus by then.
func TestTheSpaceThatPressedAButtonIsNotWritten(t *testing.T) {
	e := NewEntry()
	b := NewButton("Lisää", nil, func() { Focus(e) })
	w := shown(t, container.NewVBox(b, e))
	e.SetValue("22.11.2026")
	Focus(b)
	press(w, fyne.KeySpace)
	e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	typed(w, " ")
	if e.Text != "22.11.2026" {
		t.Errorf("the space replaced what was there: %q", e.Text)
	}
	typed(w, "Eeva Öst")
	if e.Text != "Eeva Öst" {
		t.Errorf("a space within is kept: %q", e.Text)
	}
}

func TestOurWidgetsHaveNamesForScreenReaders(t *testing.T) {
	words.Use(model.Finnish)
	test.NewApp()
	entry, date, sel := NewEntry(), NewDateField(), NewSelect([]Option[int]{{Value: 1, Label: "Akaa"}})
	multi, check := NewMultiSelect([]Option[int]{{Value: 1, Label: "Akaa"}}), NewCheck("Muistuta")
	for _, i := range []Input{entry, date, sel, multi, check, NewButton("Tallenna", nil, func() {})} {
		i.SetLabel("Kunta")
		named := any(i)
		if m, ok := i.(*MultiSelect[int]); ok {
			named = m.Focusable()
		}
		if a, ok := named.(fyne.Accessible); !ok || !strings.Contains(a.AccessibilityLabel(), "Kunta") || a.AccessibilityRole() == "" {
			t.Errorf("%T has no name", i)
		}
	}
	sel.SetValue(1)
	if got := sel.AccessibilityLabel(); got != "Kunta: Akaa" {
		t.Errorf("a select says %q", got)
	}
}

func TestEntryHoldsAsMuchAsItMay(t *testing.T) {
	e, f := NewEntry(), NewForm()
	f.Row(&Field{Label: "Nimi", Input: e})
	w := shown(t, f)
	Focus(e)
	paste := func(text string) {
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(text)})
	}
	paste(strings.Repeat("ä", 100_000))
	if got := len([]rune(e.Text)); got != DefaultEntryRunes {
		t.Errorf("a paste of 100,000 letters left %d", got)
	}
	line := f.body.lines[0].fields[0].problem
	if line.Hidden || !strings.Contains(line.Text, "300") || f.Refused() {
		t.Errorf("the person is not warned that the text was cut: %q, refused %v", line.Text, f.Refused())
	}
	typed(w, "x")
	if strings.Contains(e.Text, "x") {
		t.Error("a letter too many was let in")
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	paste("uusi")
	if e.Text != "uusi" || !line.Hidden {
		t.Errorf("pasting over everything leaves %q, and the warning is gone: %v", e.Text, line.Hidden)
	}
}

func TestEntrySelectsItsTextWhenTheFocusArrivesButNotWhenTheWindowReturns(t *testing.T) {
	a, b := NewEntry(), NewEntry()
	w := shown(t, widget.NewForm(widget.NewFormItem("a", a), widget.NewFormItem("b", b)))
	b.SetValue("vanha")
	Focus(a)
	Focus(b)
	typed(w, "uusi")
	if b.Text != "uusi" {
		t.Errorf("%q: typing did not replace the text", b.Text)
	}
	b.FocusLost()
	b.FocusGained()
	typed(w, "!")
	if b.Text != "uusi!" {
		t.Errorf("%q: coming back to the window lost the text", b.Text)
	}
}

func TestValuesOfTheProgramAreSilent(t *testing.T) {
	changes := 0
	e, d := NewEntry(), NewDateField()
	s, m, c := NewSelect([]Option[int]{{1, "Akaa", ""}}), NewMultiSelect([]Option[int]{{1, "Akaa", ""}}), NewCheck("x")
	e.OnChanged = func(string) { changes++ }
	d.OnChanged = func() { changes++ }
	s.OnChanged, m.OnChanged, c.OnChanged = d.OnChanged, d.OnChanged, d.OnChanged
	shown(t, e)
	e.SetValue("x")
	d.SetValue(nov22)
	s.SetValue(1)
	s.Clear()
	m.SetValues([]int{1})
	c.SetValue(true)
	if changes != 0 {
		t.Errorf("%d changes were told of", changes)
	}
	e.SetText("y")
	test.Tap(c)
	if changes != 2 {
		t.Errorf("%d changes by hand were told of, want 2", changes)
	}
}

// saver is a screen that can be saved.
type saver struct{ saved int }

func (s *saver) Save() { s.saved++ }

func TestShortcutsOfTheWindowWorkInAField(t *testing.T) {
	f, screen := NewForm(), &saver{}
	inputs := []Input{NewEntry(), NewArea(), NewDateField(), NewSelect([]Option[int]{{1, "Akaa", ""}})}
	for _, i := range inputs {
		f.Row(&Field{Input: i})
	}
	w := shown(t, f)
	NewKeyboard(Dialogs{Window: w}, func() any { return screen })
	for n, i := range inputs {
		Focus(i.(fyne.Focusable))
		shortcut(w, fyne.KeyModifierControl, fyne.KeyS)
		if screen.saved != n+1 {
			t.Errorf("Ctrl+S does nothing in %T", i)
		}
	}
}

func TestAreaIsLeftByTabAndGrows(t *testing.T) {
	a, next := NewArea(), NewEntry()
	f := NewForm()
	f.Row(&Field{Label: "Tavoite", Input: a})
	f.Row(&Field{Label: "Muuta", Input: next})
	w := shown(t, f)
	Focus(a)
	three := a.MinSize().Height
	typed(w, "a")
	press(w, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	five := a.MinSize().Height
	if five <= three {
		t.Error("five rows are no higher than three")
	}
	a.SetValue(strings.Repeat("sana ", 2000))
	if ten := a.MinSize().Height; ten <= five || ten > 4*three {
		t.Errorf("a long text is %.0f high", ten)
	}
	press(w, fyne.KeyTab)
	if w.Canvas().Focused() != fyne.Focusable(next) || strings.Contains(a.Text, "\t") {
		t.Error("Tab did not leave the text")
	}
}

func BenchmarkPasteOfABookIntoAnArea(b *testing.B) {
	test.NewApp()
	book := strings.Repeat("Perhekeskuksen sopimus kunnan ja seurakunnan kesken. ", 2000)
	for b.Loop() {
		a := NewArea()
		w := test.NewWindow(a)
		w.Resize(fyne.NewSize(600, 400))
		Focus(a)
		a.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(book)})
		a.TypedRune('x')
		w.Close()
	}
}
