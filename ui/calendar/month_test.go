package calendar

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
)

func TestMonth(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	x.Show(monthTab)
	v := x.month()
	columns, rows := v.parts(model.MustDate("2026-11-30"))
	if len(rows) != 6 || rows[0].Name != "44" || rows[5].Name != "49" || columns[0].Name != "maanantai" {
		t.Fatalf("%d rows from %q, columns from %q", len(rows), rows[0].Name, columns[0].Name)
	}
	tuesday := rows[4].Cells[1]
	if tuesday.Caption != "24.11." || len(tuesday.Blocks) != 2 || tuesday.Blocks[0].Start != "9.30" || tuesday.Blocks[0].Title != "Perhekahvila Sarka · Perhetupa Sarka" {
		t.Errorf("24 November: %+v", tuesday)
	}
	if got := rows[4].Cells[0]; !got.Today || got.Closed || !rows[0].Cells[0].Closed {
		t.Errorf("today %+v, 26 October %+v", got, rows[0].Cells[0])
	}
	if got := v.bar.title.Text; got != "Marraskuu 2026" {
		t.Errorf("the title is %q", got)
	}
}

func TestMonthLeadsToTheWeek(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	x.Show(monthTab)
	v := x.month()
	kit.Focus(v.grid)
	x.Press(fyne.KeyRight)
	if got := v.grid.Key(); got != "c2026-11-24" {
		t.Fatalf("from today to the right is %q", got)
	}
	x.Press(fyne.KeyReturn)
	if x.Current() != weekTab || x.week().panel == nil || x.week().panel.id != "c2026-11-24" {
		t.Error("Enter does not open the session in its week")
	}
	x.Leave()
	x.Show(monthTab)
	x.month().grid.OnRow(5)
	if x.Current() != weekTab || x.week().monday != model.MustDate("2026-11-30") {
		t.Errorf("the number of a week leads to %s", x.week().monday)
	}
	x.Show(monthTab)
	x.month().grid.MarkCell(0, 6)
	x.New()
	if !x.FormOpen() || x.week().panel.x.of.Date != x.week().monday.AddDays(6) {
		t.Error("no session was begun on the day of the keyboard")
	}
}

func TestMonthTurns(t *testing.T) {
	x := showGrids(t, gridVillage(), model.English)
	x.Show(monthTab)
	v := x.month()
	var titles []string
	for range 3 {
		v.turn(1)
		titles = append(titles, v.bar.title.Text)
	}
	if want := []string{"December 2026", "January 2027", "February 2027"}; !slices.Equal(titles, want) {
		t.Errorf("turned to %q", titles)
	}
}
