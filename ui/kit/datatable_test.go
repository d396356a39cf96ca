package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func wideRow(n int) []string {
	return []string{fmt.Sprintf("Perhekahvila %d", n), "Sarkajärven seurakuntatalo, pieni sali", fmt.Sprint(n), "Aino Aalto, Eero Eklund, Maria Metsä ja monta muuta"}
}

func manyCells(n int) [][]string {
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = wideRow(i)
	}
	return rows
}

var wideColumns = []DataColumn{{Head: "Ryhmä"}, {Head: "Paikka"}, {Head: "Käynnit", Number: true}, {Head: "Ohjaajat"}}

// rolled shows a table under a text in a window of this size.
func rolled(t testing.TB, table *DataTable, size fyne.Size) (*Roll, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	r := NewRoll()
	w := test.NewTempWindow(t, r)
	w.SetPadded(false)
	w.Resize(size)
	r.Set(widget.NewLabel("Raportti"), table)
	return r, w
}

func said(t *DataTable) string {
	var out []string
	for _, x := range t.texts[:t.textsAt] {
		out = append(out, x.Text)
	}
	return strings.Join(out, "|")
}

func TestATableDrawsOnlyWhatIsSeen(t *testing.T) {
	table := NewDataTable(wideColumns, manyCells(10_000), false)
	r, _ := rolled(t, table, fyne.NewSize(1000, 600))
	if got := said(table); !strings.Contains(got, "Perhekahvila 0|") || strings.Contains(got, "Perhekahvila 100|") || table.textsAt > 400 {
		t.Errorf("at the top %d texts are drawn", table.textsAt)
	}
	r.scroll.ScrollToOffset(fyne.NewPos(0, table.edges[5000]))
	r.tell()
	if got := said(table); !strings.Contains(got, "Perhekahvila 5001|") || strings.Contains(got, "Perhekahvila 0|") || !strings.Contains(got, "Käynnit") {
		t.Errorf("in the middle: %q", got)
	}
	if high := table.MinSize().Height; high != table.edges[10_000] || r.column.MinSize().Height < high {
		t.Errorf("the sheet is %v high, the table %v", r.column.MinSize().Height, high)
	}
}

func TestEveryColumnOfATableHasRoom(t *testing.T) {
	for _, width := range []float32{300, 500, 800, 1200} {
		table := NewDataTable(wideColumns, manyCells(3), false)
		r, _ := rolled(t, table, fyne.NewSize(width, 600))
		if table.Size().Width+1 < table.wide() {
			t.Errorf("in %v, columns of %v stand in %v", width, table.wide(), table.Size().Width)
		}
		if width >= 800 && r.column.Size().Width > width {
			t.Errorf("in %v, the sheet is %v wide", width, r.column.Size().Width)
		}
		for i, s := range wideRow(2) {
			said := strings.Join(table.lines(s, i, false), " ")
			if strings.Contains(said, "…") || strings.ReplaceAll(said, "- ", "") != s {
				t.Errorf("in %v, %q is shown as %q", width, s, said)
			}
		}
	}
}

func TestTheKeyboardGoesThroughTheRows(t *testing.T) {
	table := NewDataTable(wideColumns, manyCells(100), false)
	r, w := rolled(t, table, fyne.NewSize(1000, 400))
	table.SetLabel("Ryhmät")
	r.FocusFirst()
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyUp} {
		typeKey(w.Canvas(), k)
	}
	if table.at != 12 {
		t.Errorf("the keyboard stands on row %d", table.at)
	}
	typeKey(w.Canvas(), fyne.KeyEnd)
	if got := table.AccessibilityLabel(); !strings.HasPrefix(got, "Ryhmät: rivi 100 / 100, Ryhmä: Perhekahvila 99, ") {
		t.Errorf("it says %q", got)
	}
	if !strings.Contains(said(table), "Perhekahvila 99") {
		t.Error("the last row is not scrolled to")
	}
	typeKey(w.Canvas(), fyne.KeyHome)
	if !strings.Contains(said(table), "Perhekahvila 0|") || r.scroll.Offset.Y > 100 {
		t.Errorf("the first row is not scrolled to: %v", r.scroll.Offset)
	}
}

// Texts and charts stand between tables: the keyboard reaches them from the ends of the tables beside them.
func TestTheKeyboardScrollsBeyondATable(t *testing.T) {
	table := NewDataTable(wideColumns, manyCells(2), false)
	var texts []fyne.CanvasObject
	for range 60 {
		texts = append(texts, NewText("Vuosi lyhyesti"))
	}
	r, w := rolled(t, table, fyne.NewSize(1000, 400))
	r.Set(append([]fyne.CanvasObject{table}, texts...)...)
	r.FocusFirst()
	typeKey(w.Canvas(), fyne.KeyPageDown) // to the last row
	if table.at != 1 || r.scroll.Offset.Y != 0 {
		t.Fatalf("row %d, scrolled by %v", table.at, r.scroll.Offset.Y)
	}
	typeKey(w.Canvas(), fyne.KeyPageDown)
	page := r.scroll.Offset.Y
	typeKey(w.Canvas(), fyne.KeyDown)
	if page < 300 || r.scroll.Offset.Y <= page {
		t.Errorf("scrolled by %v and then to %v", page, r.scroll.Offset.Y)
	}
	for range 20 {
		typeKey(w.Canvas(), fyne.KeyPageDown)
	}
	if end := r.column.Size().Height - r.scroll.Size().Height; r.scroll.Offset.Y != end {
		t.Errorf("scrolled to %v, the end is at %v", r.scroll.Offset.Y, end)
	}
	for range 20 {
		typeKey(w.Canvas(), fyne.KeyPageUp)
	}
	if r.scroll.Offset.Y != 0 {
		t.Errorf("back at %v", r.scroll.Offset.Y)
	}
}

func TestTheNameOfARowStaysSeen(t *testing.T) {
	var columns []DataColumn
	row := []string{"Perhekahvila Sarka"}
	columns = append(columns, DataColumn{Head: "Ryhmä"})
	for i := range 30 {
		columns = append(columns, DataColumn{Head: fmt.Sprintf("Kuukausi%d", i), Number: true})
		row = append(row, "1000")
	}
	table := NewDataTable(columns, [][]string{row}, false)
	r, _ := rolled(t, table, fyne.NewSize(700, 400))
	if !table.small || r.column.Size().Width < table.wide() {
		t.Fatalf("a table of %v is not made small and the sheet wide (%v)", table.wide(), r.column.Size().Width)
	}
	r.scroll.ScrollToOffset(fyne.NewPos(500, 0))
	r.tell()
	last := table.texts[table.textsAt-1]
	if last.Text != "Ryhmä" || last.Position().X < 500 {
		t.Errorf("%q is drawn over the heads at %v", last.Text, last.Position().X)
	}
}

func BenchmarkTableOf10000Rows(b *testing.B) {
	rows := manyCells(10_000)
	for b.Loop() {
		table := NewDataTable(wideColumns, rows, false)
		rolled(b, table, fyne.NewSize(1000, 600))
	}
}
