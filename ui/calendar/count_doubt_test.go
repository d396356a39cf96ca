package calendar

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
)

// A warning stays at its number, also when the keyboard has gone to another row.
func TestADoubtfulNumberIsMarkedInItsCell(t *testing.T) {
	store := countRegion()
	x := showCount(t, store, countTab, model.Finnish)
	v := x.counting()
	kit.Focus(v.grid)
	x.Type("5")
	for column, f := range v.fields {
		if f.id == "men" {
			v.grid.GoTo(0, firstNumber+column)
		}
	}
	x.Type("99")
	x.Press(fyne.KeyEnter)
	var marked []string
	for column := range v.columns() {
		if c := v.cell(0, column); c.Tone == kit.Attention {
			marked = append(marked, c.Text)
		}
	}
	if !slices.Equal(marked, []string{"99"}) || store.kept("1").Counts.Men != model.CountOf(99) {
		t.Errorf("marked are %q, kept is %+v", marked, store.kept("1").Counts)
	}
	for column, f := range v.fields {
		if said := v.spoken(0, firstNumber+column); strings.Contains(said, "suurempi kuin aikuisten") != (f.id == "men") {
			t.Errorf("%s: a screen reader hears %q", f.id, said)
		}
	}
}

func TestNumbersOfASessionToComeAreMarked(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	v := x.counting()
	v.goTo(model.MustDate("2026-11-23"))
	if c := v.cell(0, firstNumber); c.Tone != "" {
		t.Errorf("an empty cell is marked: %+v", c)
	}
	kit.Focus(v.grid)
	x.Type("5")
	x.Press(fyne.KeyTab)
	if a, b := v.cell(0, firstNumber), v.cell(0, firstNumber+1); a.Tone != kit.Attention || b.Tone != "" {
		t.Errorf("the number: %+v, the empty cell beside it: %+v", a, b)
	}
}

func TestWithoutARowThereIsNothingToOpen(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	v := x.counting()
	if v.open.Disabled() {
		t.Error("the session with the keyboard cannot be opened")
	}
	v.goTo(model.MustDate("2027-07-05"))
	if len(v.rows) != 0 || !v.open.Disabled() || !v.cancel.Disabled() {
		t.Errorf("%d rows; open %v, cancel %v", len(v.rows), v.open.Disabled(), v.cancel.Disabled())
	}
}
