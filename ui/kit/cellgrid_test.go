package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// cellTable is a grid of rows in a window, and what it told.
type cellTable struct {
	*CellGrid
	told []string
}

// showCells shows as many blocks as the numbers say, row by row in two columns.
func showCells(t testing.TB, fit bool, height float32, counts ...int) *cellTable {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	x := &cellTable{CellGrid: NewCellGrid(100)}
	x.Fit = fit
	tell := func(format string, args ...any) { x.told = append(x.told, fmt.Sprintf(format, args...)) }
	x.OnOpen = func(key string) { tell("open %s", key) }
	x.OnCell = func(row, column int) { tell("cell %d %d", row, column) }
	x.OnMore = func(row, column int) { tell("more %d %d", row, column) }
	x.OnRow = func(row int) { tell("row %d", row) }
	x.OnPage = func(delta int) { tell("page %d", delta) }
	w := test.NewTempWindow(t, x.CellGrid)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(500, height))
	var rows []CellRow
	for r := 0; r < len(counts); r += 2 {
		row := CellRow{Name: fmt.Sprint("row", r/2), Cells: make([]Cell, 2)}
		for c := range row.Cells {
			for i := range counts[r+c] {
				row.Cells[c].Blocks = append(row.Cells[c].Blocks, Block{Key: fmt.Sprint(r/2, c, i), Title: "x"})
			}
		}
		rows = append(rows, row)
	}
	x.Set([]GridColumn{{Name: "ma"}, {Name: "ti"}}, rows)
	w.Canvas().Focus(x.CellGrid)
	return x
}

func (x *cellTable) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		x.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestRowsGrowWithTheirLines(t *testing.T) {
	x := showCells(t, false, 300, 1, 5, 0, 0)
	if first, second := x.edges[1]-x.edges[0], x.edges[2]-x.edges[1]; first < 5*cellLine || second > first/3 {
		t.Errorf("a row of five lines is %v high, an empty one %v", first, second)
	}
}

func TestKeyboardGoesFromLineToLine(t *testing.T) {
	x := showCells(t, false, 300, 2, 0, 1, 1)
	var walked []string
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyDown, fyne.KeyUp} {
		x.press(k)
		walked = append(walked, x.Key())
	}
	if want := []string{"0 0 1", "1 0 0", "1 1 0", "", "0 0 0", "1 0 0", "1 0 0", "0 0 1"}; !slices.Equal(walked, want) {
		t.Errorf("walked %q, want %q", walked, want)
	}
	x.press(fyne.KeyReturn, fyne.KeyHome, fyne.KeyRight, fyne.KeyReturn, fyne.KeyPageDown)
	if want := []string{"open 0 0 1", "cell 0 1", "page 1"}; !slices.Equal(x.told, want) {
		t.Errorf("told %q, want %q", x.told, want)
	}
}

func TestAFullDayTellsOfTheRest(t *testing.T) {
	x := showCells(t, true, 300, 9, 0, 1, 1)
	n := x.lines(0, 0)
	if n >= 9 || n < 2 {
		t.Fatalf("%d lines of nine in half of 300", n)
	}
	if !x.Mark("0 0 8") {
		t.Fatal("a block that is not shown is not to be reached")
	}
	x.press(fyne.KeyReturn)
	if want := []string{"more 0 0"}; !slices.Equal(x.told, want) {
		t.Errorf("told %q, want %q", x.told, want)
	}
}

func TestPressesInCells(t *testing.T) {
	x := showCells(t, false, 300, 2, 0, 1, 1)
	tap := func(x *cellTable, p fyne.Position) { x.body.Tapped(&fyne.PointEvent{Position: p}) }
	tap(x, fyne.NewPos(20, x.lineY(cellPlace{0, 0, 1})+3))
	tap(x, fyne.NewPos(x.columns.left(1)+20, 8))
	tap(x, fyne.NewPos(x.columns.left(1)+20, 8))
	x.left.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, x.edges[1]+4)})
	if want := []string{"open 0 0 1", "cell 0 1", "row 1"}; !slices.Equal(x.told, want) {
		t.Errorf("told %q, want %q", x.told, want)
	}
}

func TestAnEmptyGridStandsStill(t *testing.T) {
	x := showCells(t, false, 300)
	x.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyRight, fyne.KeyUp)
	x.body.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	if len(x.told) > 0 {
		t.Errorf("told %q", x.told)
	}
}

// BenchmarkCellGrid draws 60 places with 250 sessions anew.
func BenchmarkCellGrid(b *testing.B) {
	counts := make([]int, 120)
	for i := range 250 {
		counts[i%120]++
	}
	x := showCells(b, false, 520, counts...)
	for b.Loop() {
		x.Set(x.columns.all, x.rows)
	}
}
