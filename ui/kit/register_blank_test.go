package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// blankDesk is a register with something to stand on the right while nothing is selected.
func blankDesk(t *testing.T, listed func()) (*RegisterView[thing], *widget.Label) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	blank := widget.NewLabel("Choose one.")
	w := test.NewTempWindow(t, widget.NewLabel(""))
	w.Resize(fyne.NewSize(1366, 768))
	v := Register[thing]{
		Rows:  func() ([]Row[thing], error) { return things, nil },
		Open:  func(id string) fyne.CanvasObject { return Page{Title: id}.View() },
		Blank: blank, Listed: listed, Filters: thingFilters(), Few: 1, Sorts: []Sort[thing]{byName()},
	}.View(Dialogs{w})
	w.SetContent(v)
	return v, blank
}

func TestNothingSelectedShowsTheBlank(t *testing.T) {
	listed := 0
	v, blank := blankDesk(t, func() { listed++ })
	shown := func() bool { return slices.Contains(v.right.Objects, fyne.CanvasObject(blank)) }
	if !shown() || v.Selected() != "" {
		t.Fatal("the register begins with a page")
	}
	v.Select("2")
	if shown() {
		t.Error("the page does not take the place of the blank")
	}
	v.Reload()
	if v.Selected() != "2" {
		t.Error("reading again loses the selection")
	}
	before := listed
	v.Deselect()
	if !shown() || v.list.at >= 0 || listed == before {
		t.Errorf("after deselecting: blank %v, row %d, told %v", shown(), v.list.at, listed != before)
	}
	v.focusList()
	v.Leave()
	if v.Selected() != "" {
		t.Error("leaving the list does not deselect")
	}
}

func TestFiltersAreSetFromOutside(t *testing.T) {
	v, _ := blankDesk(t, nil)
	counts := func(also map[int]string) string {
		var out []string
		for _, o := range v.FilterOptions(0, also) {
			out = append(out, o.Word+strings.Repeat("|", o.Rows))
		}
		return strings.Join(out, " ")
	}
	if got := counts(nil); got != "draft| force|| ended| late" {
		t.Errorf("options %q", got)
	}
	if got := counts(map[int]string{1: "Muurame"}); got != "draft force| ended| late" {
		t.Errorf("options beside a place %q", got)
	}
	if got := counts(map[int]string{1: "Oulu"}); got != "draft force ended late" {
		t.Errorf("options beside a place that nothing has %q", got)
	}
	v.Narrow(map[int]string{0: "force", 1: "Muurame"})
	if len(v.Hits()) != 1 || v.Chosen(0) != "force" || counts(nil) != "draft force| ended| late" {
		t.Errorf("%d hits, chosen %q, options %q", len(v.Hits()), v.Chosen(0), counts(nil))
	}
}

func TestFewFiltersAreAtHand(t *testing.T) {
	v, _ := blankDesk(t, nil)
	if v.filters[1].Visible() {
		t.Error("the second filter is at hand")
	}
	v.Filter(1, "Muurame")
	if !v.filters[1].Visible() {
		t.Error("a filter in force is not shown")
	}
	v.ShowAll()
	v.rest.Tapped(nil)
	if !v.filters[1].Visible() {
		t.Error("the others do not come")
	}
	v.rest.Tapped(nil)
	if v.filters[1].Visible() {
		t.Error("the others do not go")
	}
}
