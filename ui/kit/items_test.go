package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/words"
)

type errand struct {
	what string
	when model.Date
	off  bool
}

// errandList is a form with a field and a list of errands; made counts how often the fields of an item were made.
func errandList(t testing.TB, names ...string) (l *Items[errand], w fyne.Window, made *int) {
	t.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(Theme{Appearance: Light})
	words.Use(model.Finnish)
	form := NewForm()
	w = test.NewWindow(form)
	w.Resize(fyne.NewSize(900, 640))
	t.Cleanup(func() { w.Close(); a.Quit() })
	made = new(int)
	l = NewItems[errand](form, Dialogs{Window: w})
	l.Name, l.Add, l.Empty = "errands", "Lisää asia", "Asioita ei ole."
	l.Line = func(_ int, e errand) ItemLine { return ItemLine{Title: e.what, Off: e.off} }
	l.Edit = func(e *errand, into *Fields) {
		*made++
		what, when := NewEntry(), NewDateField()
		what.SetValue(e.what)
		what.OnChanged = func(s string) { e.what = s; l.Changed() }
		when.Today = func() model.Date { return nov22 }
		when.OnChanged = func() { e.when, _ = when.Value(); l.Changed() }
		into.Row(&Field{Name: "what", Label: "Asia", Input: what})
		into.Row(&Field{Name: "when", Label: "Päivä", Input: when})
	}
	l.New = func() errand { return errand{} }
	l.Blank = func(e errand) bool { return e == errand{} }
	l.Tick = func(e *errand) { e.off = !e.off }
	var items []errand
	for _, n := range names {
		items = append(items, errand{what: n})
	}
	l.SetValues(items)
	form.Section("Asiat")
	form.Add(l)
	return l, w, made
}

func order(l *Items[errand]) string {
	var out []string
	for _, e := range l.Values() {
		out = append(out, e.what)
	}
	return strings.Join(out, " ")
}

func TestItemsOpenOneAtATime(t *testing.T) {
	l, w, made := errandList(t, "tilat", "avaimet", "tarjoilu")
	if *made != 0 {
		t.Fatalf("the fields of %d items were made before any was opened", *made)
	}
	Focus(l.Focusable())
	press(w, fyne.KeyReturn)
	if _, ok := w.Canvas().Focused().(*Entry); !ok || l.open != l.rows[0] {
		t.Fatalf("Enter did not open the first item: focus on %T", w.Canvas().Focused())
	}
	typed(w, "uudet tilat")
	if got := order(l); got != "uudet tilat avaimet tarjoilu" || l.rows[0].head.line.Title != "uudet tilat" {
		t.Errorf("typing gave %q, the line says %q", got, l.rows[0].head.line.Title)
	}
	Focus(l.rows[1].head)
	press(w, fyne.KeyReturn)
	if l.rows[0].frame != nil || l.open != l.rows[1] || *made != 2 {
		t.Errorf("two are open, or fields were made %d times", *made)
	}
	Focus(l.rows[1].head)
	press(w, fyne.KeyReturn)
	if l.open != nil {
		t.Error("Enter did not close the open item")
	}
}

func TestItemsByKeyboard(t *testing.T) {
	l, w, _ := errandList(t, "a", "b", "c")
	changes := 0
	l.OnChanged = func() { changes++ }
	Focus(l.Focusable())
	press(w, fyne.KeyDown, fyne.KeySpace)
	if v := l.Values(); !v[1].off || v[0].off || l.open != nil {
		t.Errorf("Space did not tick the second item: %+v", v)
	}
	shortcut(w, fyne.KeyModifierAlt|fyne.KeyModifierShift, fyne.KeyUp)
	if order(l) != "b a c" || w.Canvas().Focused() != fyne.Focusable(l.rows[0].head) {
		t.Errorf("Alt+Shift+Up gave %q", order(l))
	}
	shortcut(w, fyne.KeyModifierAlt|fyne.KeyModifierShift, fyne.KeyUp)
	if order(l) != "b a c" {
		t.Errorf("the first item moved further up: %q", order(l))
	}
	shortcut(w, fyne.KeyModifierAlt|fyne.KeyModifierShift, fyne.KeyDown)
	if order(l) != "a b c" || changes != 3 {
		t.Errorf("moved down %q, told of %d changes", order(l), changes)
	}
	Focus(l.adder)
	press(w, fyne.KeyReturn)
	typed(w, "d")
	if order(l) != "a b c d" {
		t.Errorf("added %q: the first field of the new item did not have the focus", order(l))
	}
}

func TestItemsAskBeforeContentIsLost(t *testing.T) {
	l, w, _ := errandList(t, "a", "")
	Focus(l.rows[1].head)
	press(w, fyne.KeyDelete)
	if order(l) != "a" {
		t.Fatalf("an empty item was not removed at once: %q", order(l))
	}
	press(w, fyne.KeyDelete)
	if order(l) != "a" || w.Canvas().Overlays().Top() == nil {
		t.Fatal("an item with content was removed without a question")
	}
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if b, ok := o.(*Button); ok && b.Text == "Poista" {
			b.Tapped(nil)
		}
	}
	if len(l.Values()) != 0 || w.Canvas().Focused() != fyne.Focusable(l.adder) || l.note.Text != "Asioita ei ole." {
		t.Errorf("after the question: %q, focus on %T, note %q", order(l), w.Canvas().Focused(), l.note.Text)
	}
}

func TestItemsThatAreFixed(t *testing.T) {
	l, w, _ := errandList(t, "a", "b")
	l.Fixed = true
	l.SetValues(l.Values())
	Focus(l.Focusable())
	press(w, fyne.KeySpace, fyne.KeyDelete)
	shortcut(w, fyne.KeyModifierAlt|fyne.KeyModifierShift, fyne.KeyDown)
	if v := l.Values(); order(l) != "a b" || v[0].off || l.adder.Visible() {
		t.Errorf("a fixed list changed: %+v", v)
	}
	press(w, fyne.KeyReturn)
	if l.open == nil {
		t.Error("the items of a fixed list do not open")
	}
}

func TestItemsShowProblems(t *testing.T) {
	l, w, _ := errandList(t, "a", "b", "c")
	others := l.SetProblems([]Problem{
		{Field: "title", Sentence: "muualla"},
		{Field: "errands.0.when", Warning: true, Sentence: "varoitus"},
		{Field: "errands.2.what", Sentence: "liian pitkä"},
		{Field: "errands", Warning: true, Sentence: "liian vähän"},
	})
	if len(others) != 1 || others[0].Field != "title" {
		t.Errorf("left over are %+v", others)
	}
	if l.rows[0].head.worst != doubtful || l.rows[1].head.worst != sound || l.rows[2].head.worst != refused {
		t.Error("the wrong lines are marked")
	}
	if !strings.Contains(l.note.Text, "liian vähän") || !l.note.Visible() {
		t.Errorf("the list says %q", l.note.Text)
	}
	if !l.FocusFirstProblem(false) || l.open != l.rows[2] {
		t.Fatal("the refused item did not open")
	}
	if e, ok := w.Canvas().Focused().(*Entry); !ok || e.Text != "c" {
		t.Error("the focus is not in the field to put right")
	}
	if !seen(w, "liian pitkä") {
		t.Error("the sentence is not beside the field")
	}
	l.move(l.rows[2], -1)
	if l.rows[1].head.worst != refused {
		t.Error("the mark did not move with its item")
	}
	l.SetProblems(nil)
	if seen(w, "liian pitkä") || l.rows[1].head.worst != sound {
		t.Error("what was put right is still said")
	}
}

// seen reports whether a label in the window says the text.
func seen(w fyne.Window, text string) bool {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if l, ok := o.(*widget.Label); ok && l.Visible() && strings.Contains(l.Text, text) {
			return true
		}
	}
	return false
}

// Closing would lose what was typed, since the item cannot keep a text that is not a date.
func TestItemStaysOpenWithATextThatIsNoDate(t *testing.T) {
	l, w, _ := errandList(t, "a", "b")
	Focus(l.Focusable())
	press(w, fyne.KeyReturn, fyne.KeyTab)
	typed(w, "31.2.")
	Focus(l.rows[1].head)
	press(w, fyne.KeyReturn)
	if l.open != l.rows[0] {
		t.Fatal("the item closed over a text that is no date")
	}
	if d, ok := w.Canvas().Focused().(*DateField); !ok || d.Text != "31.2." {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
}

func TestNumberField(t *testing.T) {
	for _, c := range []struct {
		typed        string
		whole, plain bool
		want         int64
		known, ok    bool
		shown        string
	}{
		{"", false, false, 0, false, true, ""},
		{"0", false, false, 0, true, true, "0"},
		{"12500", false, false, 1250000, true, true, "12\u00a0500"},
		{"12,5", false, false, 1250, true, true, "12,50"},
		{"12,5", true, false, 0, false, false, "12,5"},
		{"2026", true, true, 202600, true, true, "2026"},
		{"kolme", true, false, 0, false, false, "kolme"},
	} {
		f, other := NewNumberField(), NewEntry()
		f.Whole, f.Plain = c.whole, c.plain
		form := NewForm()
		form.Row(&Field{Name: "n", Label: "Luku", Input: f})
		form.Row(&Field{Name: "other", Label: "Muu", Input: other})
		w := shown(t, form)
		Focus(f)
		typed(w, c.typed)
		n, known, ok := f.Value()
		if n != c.want || known != c.known || ok != c.ok {
			t.Errorf("%q is %d, %v, %v", c.typed, n, known, ok)
		}
		Focus(other)
		if f.Text != c.shown || form.FocusMisread() == c.ok {
			t.Errorf("%q is rewritten as %q, misread %v", c.typed, f.Text, !c.ok)
		}
	}
}

func TestSectionIndexGoesFromSectionToSection(t *testing.T) {
	form := NewForm()
	var first []*Entry
	for _, heading := range []string{"Perustiedot", "Voimassaolo", "Muistiinpanot"} {
		form.Section(heading)
		for i := range 12 {
			e := NewEntry()
			if i == 0 {
				first = append(first, e)
			}
			form.Row(&Field{Label: "Kenttä", Input: e})
		}
	}
	w := shown(t, form)
	index := NewSectionIndex(form)
	Focus(first[0])
	for _, step := range []struct{ delta, want int }{{1, 1}, {1, 2}, {1, 2}, {-1, 1}, {-1, 0}} {
		index.Step(step.delta)
		if w.Canvas().Focused() != fyne.Focusable(first[step.want]) {
			t.Fatalf("step %d did not lead to section %d", step.delta, step.want)
		}
	}
	index.content.Objects[1].(*Button).Tapped(nil)
	if w.Canvas().Focused() != fyne.Focusable(first[1]) || form.scroll.Offset.Y < 300 {
		t.Errorf("the index did not lead to its section: offset %v", form.scroll.Offset.Y)
	}
}

func BenchmarkItemsFiftyShown(b *testing.B) {
	names := strings.Fields(strings.Repeat("osapuoli ", 50))
	l, _, _ := errandList(b, names...)
	for b.Loop() {
		l.toggle(l.rows[25])
		l.toggle(l.rows[25])
	}
}
