package kit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

type thing struct{ state, place string }

func thingRow(id, name, state, place string) Row[thing] {
	return Row[thing]{ID: id, Name: name, Detail: place, Search: strings.ToLower(name + " " + place), Of: thing{state, place}}
}

var things = []Row[thing]{
	thingRow("1", "Tupa", "force", "Laukaa"),
	thingRow("2", "Sarka", "draft", "Laukaa"),
	thingRow("3", "Aamu", "force", "Muurame"),
	thingRow("4", "Helmi", "ended", "Muurame"),
}

func thingFilters() []Filter[thing] {
	same := func(c string) string { return c }
	return []Filter[thing]{
		{Label: "State", Of: func(t thing) []string { return []string{t.state} }, Word: same, Codes: []string{"draft", "force", "ended", "late"}},
		{Label: "Place", Of: func(t thing) []string { return []string{t.place} }, Word: same},
	}
}

func byName() Sort[thing] {
	return Sort[thing]{"Name", func(a, b Row[thing]) int { return strings.Compare(a.Name, b.Name) }}
}

// desk is a window with a register in it and everything a test looks at.
type desk struct {
	view   *RegisterView[thing]
	window fyne.Window
	keys   *Keyboard
	rows   []Row[thing]
	err    error
	opened []string
	prints int
}

func newDesk(t *testing.T, rows []Row[thing]) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	d := &desk{rows: slices.Clone(rows)}
	d.window = test.NewTempWindow(t, widget.NewLabel(""))
	d.window.Resize(fyne.NewSize(1366, 768))
	dialogs := Dialogs{d.window}
	d.view = Register[thing]{
		Rows: func() ([]Row[thing], error) { return d.rows, d.err },
		Open: func(id string) fyne.CanvasObject {
			d.opened = append(d.opened, id)
			return Page{Title: id, Print: func() { d.prints++ }, Edit: func() {}}.View()
		},
		New: func() { d.opened = append(d.opened, "new") }, NewLabel: "New thing", Empty: "Nothing yet.",
		Filters: thingFilters(), Sorts: []Sort[thing]{byName(), {"Place", func(a, b Row[thing]) int { return strings.Compare(a.Detail, b.Detail) }}},
		Failed: func(error) { d.opened = append(d.opened, "failed") },
	}.View(dialogs)
	d.keys = NewKeyboard(dialogs, func() any { return d.view })
	d.window.SetContent(d.view)
	return d
}

func (d *desk) names() []string {
	var out []string
	for _, r := range d.view.hits.found {
		out = append(out, d.view.hits.rows[r].Name)
	}
	return out
}

func (d *desk) want(t *testing.T, names ...string) {
	t.Helper()
	if got := d.names(); !slices.Equal(got, names) {
		t.Errorf("the list shows %v, want %v", got, names)
	}
}

func (d *desk) key(k fyne.KeyName) {
	if f := d.window.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	} else {
		d.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
}

func TestSearchAndFiltersNarrowTogether(t *testing.T) {
	d := newDesk(t, things)
	d.want(t, "Aamu", "Helmi", "Sarka", "Tupa")
	test.Type(d.view.search, "LAU tup")
	d.want(t, "Tupa")
	d.view.ShowAll()
	d.view.Filter(0, "force")
	d.want(t, "Aamu", "Tupa")
	d.view.Filter(1, "Muurame")
	d.want(t, "Aamu")
	if got := d.view.count.Text; got != "1 / 4" {
		t.Errorf("the number of hits reads %q, want 1 / 4", got)
	}
	// A filter's numbers say what choosing another of its codes would give.
	want := []option{{"draft", "draft", 0}, {"force", "force", 1}, {"ended", "ended", 1}, {"late", "late", 0}}
	if got := d.view.hits.options(0); !slices.Equal(got, want) {
		t.Errorf("the states count %v, want %v", got, want)
	}
	if got := d.view.hits.without(0); got != 2 {
		t.Errorf("all states count %d, want 2", got)
	}
	if !strings.Contains(d.view.filters[0].Text, "force") || !strings.Contains(d.view.filters[0].Text, "1") {
		t.Errorf("the filter reads %q, want the chosen word and its count", d.view.filters[0].Text)
	}
}

func TestNoHitsOffersAll(t *testing.T) {
	d := newDesk(t, things)
	test.Type(d.view.search, "zzz")
	if !d.view.noHits.Visible() || d.view.empty.Visible() {
		t.Fatal("a search without hits does not say so")
	}
	d.view.ShowAll()
	if d.view.noHits.Visible() || len(d.names()) != 4 || d.view.search.Text != "" {
		t.Error("showing all left something narrowed")
	}
}

func TestEmptyRegisterInvitesToBegin(t *testing.T) {
	d := newDesk(t, nil)
	if !d.view.empty.Visible() || d.view.split.Visible() {
		t.Fatal("an empty register shows an empty list")
	}
	d.view.OpenForm(EditForm{Content: widget.NewLabel("form"), Changed: func() bool { return false }})
	if d.view.empty.Visible() || !d.view.split.Visible() {
		t.Error("the form of the first record is not shown")
	}
	d.view.Leave()
	if !d.view.empty.Visible() {
		t.Error("leaving the first form does not come back to the invitation")
	}
}

func TestSelectionSurvivesReload(t *testing.T) {
	d := newDesk(t, things)
	d.view.Select("4")
	d.rows = append([]Row[thing]{thingRow("0", "Aalto", "draft", "Laukaa")}, things...)
	d.view.Reload()
	if d.view.Selected() != "4" || d.view.list.at != 2 {
		t.Errorf("after reload %s is selected at %d, want 4 at 2", d.view.Selected(), d.view.list.at)
	}
	d.rows = things[:2]
	d.view.Reload()
	if d.view.Selected() != "2" {
		t.Errorf("when the record is gone %q is selected, want the first", d.view.Selected())
	}
	d.err = errors.New("disk")
	d.view.Reload()
	if d.opened[len(d.opened)-1] != "failed" || len(d.names()) != 2 {
		t.Error("rows that cannot be read are not told, or the old ones are gone")
	}
}

func TestFilterWhoseLastRowIsGoneStaysChosen(t *testing.T) {
	d := newDesk(t, things)
	d.view.Filter(1, "Muurame")
	d.rows = things[:2]
	d.view.Reload()
	d.want(t)
	if !d.view.noHits.Visible() {
		t.Error("no hits, and nothing says so")
	}
}

func TestArrowsOpenPages(t *testing.T) {
	d := newDesk(t, things)
	d.window.Canvas().Focus(d.view.list)
	d.opened = nil
	d.key(fyne.KeyDown)
	d.key(fyne.KeyEnd)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyHome)
	if want := []string{"4", "1", "3"}; !slices.Equal(d.opened, want) {
		t.Errorf("the arrows opened %v, want %v", d.opened, want)
	}
	d.key(fyne.KeyReturn)
	if _, ok := d.window.Canvas().Focused().(*Button); !ok {
		t.Errorf("Enter gave the keyboard to %T, want a button of the page", d.window.Canvas().Focused())
	}
	d.key(fyne.KeyEscape)
	if d.window.Canvas().Focused() != fyne.Focusable(d.view.list) {
		t.Error("Esc does not come back to the list")
	}
}

func TestShortcutsWorkInATextField(t *testing.T) {
	d := newDesk(t, things)
	d.view.FocusSearch()
	press := func(k fyne.KeyName, m fyne.KeyModifier) {
		d.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: m})
	}
	press(fyne.KeyP, fyne.KeyModifierControl)
	if d.prints != 1 {
		t.Errorf("Ctrl+P in the search field printed %d times, want 1", d.prints)
	}
	press(fyne.KeyDown, fyne.KeyModifierAlt)
	if d.view.Selected() != "4" {
		t.Errorf("Alt+↓ selects %s, want 4", d.view.Selected())
	}
	press(fyne.KeyN, fyne.KeyModifierControl)
	if d.opened[len(d.opened)-1] != "new" {
		t.Error("Ctrl+N in the search field does nothing")
	}
	closeDialog := d.view.dialogs.Show("T", NewText("x"), Choice{Label: "Close", Cancel: true, Default: true})
	d.keys.run(fyne.KeyP, fyne.KeyModifierControl)
	if d.prints != 1 {
		t.Error("a shortcut is awake behind a dialog")
	}
	closeDialog()
}

// What was just saved is shown, also when the search hides it: another record's page would be taken for it.
func TestSavedRecordThatTheSearchHidesIsShown(t *testing.T) {
	d := newDesk(t, things)
	d.view.search.SetText(things[0].Name)
	hidden := things[len(things)-1].ID
	d.view.OpenForm(EditForm{Content: widget.NewLabel(""), Changed: func() bool { return true }, Save: func() (string, bool) { return hidden, true }})
	d.view.Save()
	if d.view.Selected() != hidden || d.opened[len(d.opened)-1] != hidden {
		t.Errorf("selected %s, opened %v; want %s", d.view.Selected(), d.opened, hidden)
	}
}

func TestUnsavedFormAsks(t *testing.T) {
	for _, c := range []struct {
		name     string
		answer   string
		saves    bool
		selected string
		open     bool
		saved    int
	}{
		{"stay", "kit.unsaved.stay", true, "3", true, 0},
		{"discard", "kit.unsaved.discard", true, "1", false, 0},
		{"save", "kit.unsaved.save", true, "1", false, 1},
		{"save that fails", "kit.unsaved.save", false, "3", true, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, things)
			saved := 0
			d.view.OpenForm(EditForm{Content: widget.NewLabel(""), Changed: func() bool { return true }, Save: func() (string, bool) {
				saved++
				return "3", c.saves
			}})
			d.view.list.Select(3)
			pressIn(t, d.window, c.answer)
			if d.view.Selected() != c.selected || d.view.FormOpen() != c.open || saved != c.saved {
				t.Errorf("selected %s, form open %v, saved %d; want %s, %v, %d", d.view.Selected(), d.view.FormOpen(), saved, c.selected, c.open, c.saved)
			}
			if at := d.view.hits.at(d.view.Selected()); d.view.list.at != at {
				t.Errorf("the list marks row %d, want %d", d.view.list.at, at)
			}
		})
	}
}

func TestSaveShowsThePage(t *testing.T) {
	d := newDesk(t, things)
	d.view.OpenForm(EditForm{Content: widget.NewLabel(""), Changed: func() bool { return true }, Save: func() (string, bool) {
		d.rows = append(d.rows, thingRow("9", "Uusi", "draft", "Laukaa"))
		return "9", true
	}})
	d.view.Save()
	if d.view.FormOpen() || d.view.Selected() != "9" || d.opened[len(d.opened)-1] != "9" {
		t.Errorf("after saving %s is selected and %v were opened, want the page of 9", d.view.Selected(), d.opened)
	}
}

func TestDividerRemembersItsPlace(t *testing.T) {
	test.NewTempApp(t)
	var places []float64
	s := newSplit(widget.NewLabel("a"), widget.NewLabel("b"), 0.36, func(o float64) { places = append(places, o) })
	test.NewTempWindow(t, s).Resize(fyne.NewSize(1366, 700))
	s.SetOffset(0.5)
	if !slices.Equal(places, []float64{0.5}) {
		t.Errorf("told %v, want one place, 0.5", places)
	}
}

func TestLongRowEndsInDots(t *testing.T) {
	test.NewTempApp(t)
	r := newRowItem()
	r.name = strings.Repeat("ä", 100_000)
	r.Resize(fyne.NewSize(300, 46))
	out := test.WidgetRenderer(r).(*rowRenderer)
	if !strings.HasSuffix(out.name.Text, "…") || out.name.MinSize().Width > 300 {
		t.Errorf("a name too long is drawn %v wide", out.name.MinSize().Width)
	}
}

func manyRows(n int) []Row[thing] {
	states, places := []string{"draft", "force", "ended"}, []string{"Laukaa", "Muurame", "Jyväskylä", "Äänekoski"}
	rows := make([]Row[thing], n)
	for i := range rows {
		name := fmt.Sprintf("Kumppanuussopimus avoimesta kohtaamispaikasta %d, Perheyhdistys %d ry", i, i%300)
		rows[i] = thingRow(fmt.Sprint(i), name, states[i%3], places[i%4])
	}
	return rows
}

func BenchmarkHits10000(b *testing.B) {
	h := newHits(thingFilters())
	s := byName()
	h.load(manyRows(10_000), &s)
	h.choose(0, "force")
	h.words = []string{"kohtaamis", "77"}
	for b.Loop() {
		h.apply()
	}
}

// BenchmarkKeystroke10000 is a letter typed into the search field of a register of 10,000 rows in a window, to the
// point where Fyne draws.
func BenchmarkKeystroke10000(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(Theme{})
	w := test.NewWindow(widget.NewLabel(""))
	rows := manyRows(10_000)
	v := Register[thing]{
		Rows:    func() ([]Row[thing], error) { return rows, nil },
		Open:    func(id string) fyne.CanvasObject { return widget.NewLabel(id) },
		Filters: thingFilters(), Sorts: []Sort[thing]{byName()},
	}.View(Dialogs{w})
	w.SetContent(v)
	w.Resize(fyne.NewSize(1366, 768))
	for i := 0; b.Loop(); i++ {
		v.search.SetText([]string{"k", "ko", "koh", "kohtaa", "7", "77"}[i%6])
	}
}

func BenchmarkOpen10000(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(Theme{})
	w := test.NewWindow(widget.NewLabel(""))
	rows := manyRows(10_000)
	for b.Loop() {
		v := Register[thing]{
			Rows:    func() ([]Row[thing], error) { return rows, nil },
			Open:    func(id string) fyne.CanvasObject { return widget.NewLabel(id) },
			Filters: thingFilters(), Sorts: []Sort[thing]{byName()},
		}.View(Dialogs{w})
		w.SetContent(v)
		w.Resize(fyne.NewSize(1366, 768))
	}
}

func TestAFormIsToldWhenItIsGone(t *testing.T) {
	for name, end := range map[string]func(*desk){
		"saved": func(d *desk) { d.view.Save() },
		"left":  func(d *desk) { d.view.Leave() },
	} {
		d, gone := newDesk(t, things), 0
		d.view.OpenForm(EditForm{
			Content: widget.NewLabel(""), Changed: func() bool { return false }, Save: func() (string, bool) { return "", true }, Gone: func() { gone++ },
		})
		if end(d); gone != 1 || d.view.FormOpen() {
			t.Errorf("%s: told %d times, the form is open %v", name, gone, d.view.FormOpen())
		}
	}
}

func TestAShortListHasNamesAlone(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	w := test.NewTempWindow(t, widget.NewLabel(""))
	v := Register[thing]{
		Rows: func() ([]Row[thing], error) { return things, nil }, Short: true,
		Open: func(id string) fyne.CanvasObject { return widget.NewLabel(id) },
	}.View(Dialogs{w})
	w.SetContent(v)
	if v.list.Position().Y > 10 {
		t.Errorf("there is something above the list, %v high", v.list.Position().Y)
	}
	if short, long := v.list.newRow().MinSize().Height, newRowItem().MinSize().Height; short >= long {
		t.Errorf("a row is %v high, with a second line %v", short, long)
	}
	v.FocusSearch()
	if w.Canvas().Focused() != fyne.Focusable(v.list) {
		t.Fatal("Ctrl+F does not lead to the list")
	}
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if v.Selected() != things[1].ID {
		t.Errorf("%q is opened", v.Selected())
	}
}
