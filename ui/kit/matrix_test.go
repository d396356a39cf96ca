package kit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// names are n names.
func matrixNames(what string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s %d", what, i)
	}
	return out
}

// shownMatrix is a matrix in a window of 1000 × 600.
func shownMatrix(t testing.TB, rows, columns int) (*Matrix, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	m := NewMatrix()
	m.Cell = func(row, column int) MatrixCell {
		return MatrixCell{Word: fmt.Sprintf("%d/%d", row, column), Tone: []Tone{OK, Attention, ""}[(row+column)%3]}
	}
	w := test.NewTempWindow(t, m)
	w.Resize(fyne.NewSize(1000, 600))
	m.Set(matrixNames("rivi", rows), matrixNames("sarake", columns))
	return m, w
}

// drawn are the words of the cells that are drawn.
func drawn(m *Matrix) map[string]bool {
	out := map[string]bool{}
	for _, c := range m.body.shown {
		out[c.word.Text] = true
	}
	return out
}

func TestMatrixDrawsWhatIsSeen(t *testing.T) {
	m, _ := shownMatrix(t, 2000, 20)
	if n := len(m.body.shown); n == 0 || n > 400 {
		t.Errorf("%d cells are drawn of 40 000", n)
	}
	if !drawn(m)["0/0"] {
		t.Error("the first cell is not drawn")
	}
	m.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20_000)})
	seen := drawn(m)
	first := int(m.scroll.Offset.Y / matrixRow)
	if first < 500 || seen["0/0"] || !seen[fmt.Sprintf("%d/0", first+1)] {
		t.Errorf("after scrolling to row %d these are drawn: %v", first, seen)
	}
	if got := m.left.texts[1].Text; got != fmt.Sprintf("rivi %d", first+1) {
		t.Errorf("beside row %d stands %q", first+1, got)
	}
	if got := m.top.texts[0].Text; !strings.HasPrefix(got, "sarake 0") {
		t.Errorf("above the first column stands %q", got)
	}
}

func TestMatrixKeys(t *testing.T) {
	m, w := shownMatrix(t, 100, 20)
	var at, opened [2]int
	m.OnMoved = func(row, column int) { at = [2]int{row, column} }
	m.OnOpen = func(row, column int) { opened = [2]int{row, column} }
	w.Canvas().Focus(m)
	for _, step := range []struct {
		key  fyne.KeyName
		want [2]int
	}{
		{fyne.KeyUp, [2]int{0, 0}},
		{fyne.KeyLeft, [2]int{0, 0}},
		{fyne.KeyDown, [2]int{1, 0}},
		{fyne.KeyRight, [2]int{1, 1}},
		{fyne.KeyEnd, [2]int{99, 1}},
		{fyne.KeyDown, [2]int{99, 1}},
		{fyne.KeyHome, [2]int{0, 1}},
	} {
		m.TypedKey(&fyne.KeyEvent{Name: step.key})
		if at != step.want {
			t.Errorf("after %s the keyboard is at %v, want %v", step.key, at, step.want)
		}
		if !drawn(m)[fmt.Sprintf("%d/%d", at[0], at[1])] {
			t.Errorf("after %s the cell is out of sight", step.key)
		}
	}
	for range 19 {
		m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}); opened != [2]int{0, 19} || !drawn(m)["0/19"] {
		t.Errorf("Enter opened %v, want the last column", opened)
	}
}

func TestMatrixMouse(t *testing.T) {
	m, _ := shownMatrix(t, 100, 20)
	var opened [2]int
	m.OnOpen = func(row, column int) { opened = [2]int{row, column} }
	m.body.Tapped(&fyne.PointEvent{Position: fyne.NewPos(m.width*2+5, matrixRow*3+5)})
	if opened != [2]int{3, 2} {
		t.Errorf("a click opened %v, want the fourth row and the third column", opened)
	}
	m.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-2*m.width, -10*matrixRow)})
	if m.left.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)}); opened != [2]int{10, -1} {
		t.Errorf("a click on the first name opened %v, want that of row 10", opened)
	}
	if m.top.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)}); opened != [2]int{-1, 2} {
		t.Errorf("a click on the first heading opened %v, want that of column 2", opened)
	}
}

func TestMatrixShrinks(t *testing.T) {
	m, w := shownMatrix(t, 100, 20)
	w.Canvas().Focus(m)
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	m.Set(matrixNames("rivi", 2), matrixNames("sarake", 3))
	if row, _ := m.At(); row != 1 || !drawn(m)["0/0"] || m.scroll.Offset.Y != 0 {
		t.Errorf("the keyboard is in row %d at offset %v; drawn are %v", row, m.scroll.Offset, drawn(m))
	}
	m.Set(nil, nil)
	if len(m.body.shown) != 0 {
		t.Errorf("%d cells of an empty matrix are drawn", len(m.body.shown))
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd} {
		m.TypedKey(&fyne.KeyEvent{Name: key}) // must not panic
	}
}

func TestFoldedLines(t *testing.T) {
	test.NewTempApp(t)
	for name, want := range map[string][]string{
		"Vavu":                          {"Vavu"},
		"Isätoiminnan koulutus":         {"Isätoiminnan", "koulutus"},
		"Kasvatuskumppanuus-koulutus":   {"Kasvatus-", "kumppanuus-", "koulutus"},
		"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaa": nil,
	} {
		lines := foldedLines(name, 86, 12)
		for _, line := range lines {
			if width := fyne.MeasureText(line, 12, fyne.TextStyle{}).Width; width > 86 {
				t.Errorf("%q is %v wide", line, width)
			}
		}
		if want != nil && !slices.Equal(lines, want) {
			t.Errorf("%q is broken into %q, want %q", name, lines, want)
		}
		if len(lines) > matrixLines {
			t.Errorf("%q takes %d lines", name, len(lines))
		}
	}
	if last := foldedLines(strings.Repeat("pitkä nimi ", 20), 86, 12); len(last) != matrixLines || !strings.HasSuffix(last[2], "…") {
		t.Errorf("a name too long for the room is %q, and does not say so", last)
	}
}
