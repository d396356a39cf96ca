package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func municipalities() []Option[string] {
	var out []Option[string]
	for _, m := range []string{"Akaa", "Alajärvi", "Espoo", "Hämeenlinna", "Järvenpää", "Koski Tl", "Mänttä-Vilppula", "Parainen", "Ähtäri", "Äänekoski"} {
		out = append(out, Option[string]{Value: m, Label: m})
	}
	return out
}

// selectForm shows a select, focused, with a text field after it.
func selectForm(t *testing.T, options []Option[string]) (*Select[string], *Entry, fyne.Window) {
	s, next := NewSelect(options), NewEntry()
	f := NewForm()
	f.Row(&Field{Label: "Kunta", Input: s})
	f.Row(&Field{Label: "Muuta", Input: next})
	w := shown(t, f)
	Focus(s)
	return s, next, w
}

func TestSearchIsBlindToCaseAndDiacriticsAndRanksBeginnings(t *testing.T) {
	c := &choices{}
	for _, o := range municipalities() {
		c.add(o.Label, "kunta")
	}
	for query, want := range map[string][]string{
		"":        {"Akaa", "Alajärvi", "Espoo", "Hämeenlinna", "Järvenpää", "Koski Tl", "Mänttä-Vilppula", "Parainen", "Ähtäri", "Äänekoski"},
		"AHT":     {"Ähtäri"},
		"jarv":    {"Järvenpää", "Alajärvi"},
		"koski":   {"Koski Tl", "Äänekoski"},
		"vilp":    {"Mänttä-Vilppula"},
		"tl ko":   {"Koski Tl"},
		"xyz":     nil,
		"  espoo": {"Espoo"},
		"esp kun": {"Espoo"},
	} {
		var got []string
		for _, i := range c.find(query) {
			got = append(got, c.labels[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestSelectByKeyboard(t *testing.T) {
	for name, c := range map[string]struct {
		play func(fyne.Window)
		want string // "" for nothing chosen
		next bool   // the focus went on to the next field
	}{
		"open and take the first": {func(w fyne.Window) { press(w, fyne.KeyReturn, fyne.KeyReturn) }, "Akaa", false},
		"Space opens":             {func(w fyne.Window) { press(w, fyne.KeySpace); typed(w, " "); press(w, fyne.KeyDown, fyne.KeyReturn) }, "Alajärvi", false},
		"Alt+Down opens":          {func(w fyne.Window) { shortcut(w, fyne.KeyModifierAlt, fyne.KeyDown); press(w, fyne.KeyReturn) }, "Akaa", false},
		"letters search":          {func(w fyne.Window) { typed(w, "a"); typed(w, "ht"); press(w, fyne.KeyReturn) }, "Ähtäri", false},
		"what is pasted is searched for": {func(w fyne.Window) {
			w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(" Espoo\n")})
			press(w, fyne.KeyReturn)
		}, "Espoo", false},
		"arrows move among what was found": {func(w fyne.Window) { typed(w, "j"); typed(w, "arv"); press(w, fyne.KeyDown, fyne.KeyReturn) }, "Alajärvi", false},
		"arrows stop at the ends": {func(w fyne.Window) {
			press(w, fyne.KeyReturn, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyDown, fyne.KeyReturn)
		}, "Äänekoski", false},
		"Page Up":                            {func(w fyne.Window) { press(w, fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn) }, "Akaa", false},
		"Esc leaves it as it was":            {func(w fyne.Window) { typed(w, "espoo"); press(w, fyne.KeyEscape) }, "", false},
		"Tab takes what was searched":        {func(w fyne.Window) { typed(w, "e"); typed(w, "sp"); press(w, fyne.KeyTab) }, "Espoo", true},
		"Tab takes nothing if none searched": {func(w fyne.Window) { press(w, fyne.KeyReturn, fyne.KeyTab) }, "", true},
		"Enter on no match keeps searching":  {func(w fyne.Window) { typed(w, "x"); typed(w, "yz"); press(w, fyne.KeyReturn, fyne.KeyEscape) }, "", false},
		"Delete clears":                      {func(w fyne.Window) { press(w, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyDelete) }, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			s, next, w := selectForm(t, municipalities())
			c.play(w)
			if got, ok := s.Value(); got != c.want || ok != (c.want != "") {
				t.Errorf("chose %q %v, want %q", got, ok, c.want)
			}
			var want fyne.Focusable = s
			if c.next {
				want = next
			}
			if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != want {
				t.Errorf("the focus is on %T", w.Canvas().Focused())
			}
		})
	}
}

func TestSelectBeginsAtWhatIsChosen(t *testing.T) {
	s, _, w := selectForm(t, municipalities())
	s.SetValue("Parainen")
	press(w, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if got, _ := s.Value(); got != "Ähtäri" {
		t.Errorf("one below Parainen is %q", got)
	}
}

func TestRequiredSelectCannotBeCleared(t *testing.T) {
	s, _, w := selectForm(t, municipalities())
	s.Required = true
	s.SetValue("Akaa")
	press(w, fyne.KeyDelete, fyne.KeyBackspace)
	if got, ok := s.Value(); got != "Akaa" || !ok {
		t.Error("it was")
	}
}

func TestFreeTextIsKept(t *testing.T) {
	for name, last := range map[string]fyne.KeyName{"Enter": fyne.KeyReturn, "Tab": fyne.KeyTab} {
		s, _, w := selectForm(t, municipalities())
		s.FreeText = true
		typed(w, "V")
		typed(w, "ammala")
		press(w, last)
		if _, ok := s.Value(); ok || s.Text() != "Vammala" {
			t.Errorf("%s: %q", name, s.Text())
		}
	}
	s, _, w := selectForm(t, municipalities())
	s.FreeText = true
	s.SetText("espoo")
	if got, _ := s.Value(); got != "Espoo" {
		t.Error("a text that is an option is not taken for it")
	}
	s.SetText("Vammala")
	press(w, fyne.KeyReturn)
	if got := len(s.open.rows); got != 10 {
		t.Errorf("opening it to change it offers %d rows, want all 10", got)
	}
	press(w, fyne.KeyTab)
	if s.Text() != "Vammala" {
		t.Errorf("looking at the list changed the text to %q", s.Text())
	}
}

func TestAddNewIsToldWhatWasTyped(t *testing.T) {
	s, _, w := selectForm(t, municipalities())
	var added []string
	s.AddNew = func(typed string) { added = append(added, typed) }
	typed(w, "M")
	typed(w, "LL Sarka")
	press(w, fyne.KeyReturn)
	press(w, fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyReturn)
	if !slices.Equal(added, []string{"MLL Sarka", ""}) {
		t.Errorf("told %q", added)
	}
	typed(w, "x")
	press(w, fyne.KeyTab)
	if len(added) != 2 {
		t.Error("Tab made something new by mistake")
	}
}

func TestValueThatIsNotListedIsNotLost(t *testing.T) {
	s, _, _ := selectForm(t, municipalities())
	s.SetValue("Akaa")
	s.SetOptions(nil)
	if got, ok := s.Value(); got != "Akaa" || !ok || s.Text() != "Akaa" {
		t.Errorf("%q %v %q", got, ok, s.Text())
	}
	s.SetValue("Toijala")
	if got, ok := s.Value(); got != "Toijala" || !ok || s.Text() != "(ei luettelossa)" {
		t.Errorf("%q %v %q", got, ok, s.Text())
	}
}

func TestSelectByMouse(t *testing.T) {
	s, _, w := selectForm(t, municipalities())
	test.Tap(s)
	s.open.list.Select(2)
	if got, _ := s.Value(); got != "Espoo" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("a click on the third row chose %q", got)
	}
	test.Tap(s)
	s.open.drop.Tapped(nil)
	if got, _ := s.Value(); got != "Espoo" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("a click beside the list chose %q", got)
	}
	s.Disable()
	test.Tap(s)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a disabled select opens")
	}
}

func TestMultiSelect(t *testing.T) {
	m := NewMultiSelect(municipalities())
	f := NewForm()
	f.Row(&Field{Label: "Kunnat", Input: m})
	w := shown(t, f)
	changes := 0
	m.OnChanged = func() { changes++ }
	m.SetValues([]string{"Espoo"})
	Focus(m.Focusable())
	typed(w, "ä")
	typed(w, "ht")
	press(w, fyne.KeyReturn)
	if got := m.Values(); !slices.Equal(got, []string{"Espoo", "Ähtäri"}) || changes != 1 {
		t.Fatalf("%q after %d changes", got, changes)
	}
	if len(m.adder.options) != 8 {
		t.Errorf("what is chosen is offered again: %v", m.adder.options)
	}
	w.Canvas().FocusPrevious()
	press(w, fyne.KeyDelete)
	if got := m.Values(); !slices.Equal(got, []string{"Espoo"}) || changes != 2 {
		t.Errorf("after Delete on the last chip: %q after %d changes", got, changes)
	}
	if w.Canvas().Focused() != m.Focusable() {
		t.Error("the focus is lost with the chip")
	}
	m.Disable()
	m.chips.Objects[0].(*choiceChip).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if len(m.Values()) != 1 {
		t.Error("a disabled chip goes away")
	}
}

func tenThousand() []Option[int] {
	out := make([]Option[int], 10_000)
	for i := range out {
		out[i] = Option[int]{Value: i, Label: fmt.Sprintf("Ähtärin seudun yhdistys %d", i), Detail: "Ähtäri"}
	}
	return out
}

func BenchmarkSearchAmongTenThousand(b *testing.B) {
	s := &choices{}
	for _, o := range tenThousand() {
		s.add(o.Label, o.Detail)
	}
	for b.Loop() {
		s.find("ahtarin 77")
	}
}

func BenchmarkSelectOfTenThousandOpensAndSearches(b *testing.B) {
	test.NewApp()
	options := tenThousand()
	s := NewSelect(options)
	w := test.NewWindow(s)
	w.Resize(fyne.NewSize(600, 600))
	Focus(s)
	for b.Loop() {
		s.Open("")
		w.Canvas().Focused().TypedRune('7')
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

func BenchmarkTenThousandOptionsAreSet(b *testing.B) {
	test.NewApp()
	options := tenThousand()
	s := NewSelect(options)
	for b.Loop() {
		s.SetOptions(options)
	}
}
