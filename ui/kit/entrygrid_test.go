package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// gridStage is a grid of numbers in a window, with what it told. Column 0 names the row, 1 to 3 take numbers, 4 is a sum.
type gridStage struct {
	*EntryGrid
	w     fyne.Window
	told  []string
	texts map[matrixPlace]string
}

func shownGrid(t testing.TB, rows int) *gridStage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	s := &gridStage{EntryGrid: NewEntryGrid(), texts: map[matrixPlace]string{}}
	s.Cell = func(row, column int) EntryCell {
		if column == 0 {
			return EntryCell{Text: fmt.Sprintf("rivi %d", row)}
		}
		return EntryCell{Text: s.texts[matrixPlace{row, column}]}
	}
	s.Foot = func(_, column int) EntryCell { return EntryCell{Text: fmt.Sprintf("yht. %d", column), Bold: true} }
	s.OnEnter = func(row, column int, text string) {
		s.texts[matrixPlace{row, column}] = text
		s.told = append(s.told, fmt.Sprintf("%d/%d=%s", row, column, text))
	}
	after := widget.NewEntry()
	s.w = test.NewTempWindow(t, border(NewButton("ennen", nil, nil), after, s.EntryGrid))
	s.w.Resize(fyne.NewSize(700, 400))
	number := EntryColumn{Title: "määrä", Width: 60, Entry: true, Right: true}
	s.Set([]EntryColumn{{Title: "rivi", Width: 100, Grow: true}, number, number, number, {Title: "summa", Width: 60}}, rows, 1)
	s.w.Canvas().Focus(s.EntryGrid)
	return s
}

func (s *gridStage) typed(text string) {
	for _, r := range text {
		s.TypedRune(r)
	}
}

func (s *gridStage) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		s.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (s *gridStage) drawn(row, column int) string {
	if r := s.body.shown[row]; r != nil {
		return r.texts[column].Text
	}
	return ""
}

func TestEntryGridKeys(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*gridStage)
		want []string
		at   matrixPlace
	}{
		{"digits and Tab", func(s *gridStage) { s.typed("12"); s.press(fyne.KeyTab) }, []string{"0/1=12"}, matrixPlace{0, 2}},
		{"Enter", func(s *gridStage) { s.typed("0"); s.press(fyne.KeyEnter) }, []string{"0/1=0"}, matrixPlace{0, 2}},
		{"Tab to the next row", func(s *gridStage) { s.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) }, nil, matrixPlace{1, 1}},
		{"nothing typed tells nothing", func(s *gridStage) { s.press(fyne.KeyDown, fyne.KeyRight) }, nil, matrixPlace{1, 2}},
		{"arrows tell what was typed", func(s *gridStage) { s.typed("5"); s.press(fyne.KeyDown) }, []string{"0/1=5"}, matrixPlace{1, 1}},
		{"Esc takes back", func(s *gridStage) { s.typed("5"); s.press(fyne.KeyEscape, fyne.KeyDown) }, nil, matrixPlace{1, 1}},
		{"Backspace", func(s *gridStage) { s.typed("123"); s.press(fyne.KeyBackspace, fyne.KeyDown) }, []string{"0/1=12"}, matrixPlace{1, 1}},
		{"Delete empties", func(s *gridStage) { s.press(fyne.KeyDelete, fyne.KeyDown) }, []string{"0/1="}, matrixPlace{1, 1}},
		{"edges", func(s *gridStage) { s.press(fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft) }, nil, matrixPlace{0, 1}},
		{"Home and End", func(s *gridStage) { s.press(fyne.KeyEnd) }, nil, matrixPlace{0, 3}},
		{"a long text is cut", func(s *gridStage) { s.typed("1234567890123"); s.press(fyne.KeyDown) }, []string{"0/1=123456789012"}, matrixPlace{1, 1}},
		{"a space begins nothing", func(s *gridStage) { s.typed(" "); s.press(fyne.KeyDown) }, nil, matrixPlace{1, 1}},
		{"pasted", func(s *gridStage) {
			s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(" 42\n")})
			s.press(fyne.KeyDown)
		}, []string{"0/1=42"}, matrixPlace{1, 1}},
		{"Shift+Tab", func(s *gridStage) {
			s.shift = func() bool { return true }
			s.GoTo(1, 1)
			s.press(fyne.KeyTab)
		}, nil, matrixPlace{0, 3}},
		{"Tab passes a row", func(s *gridStage) {
			s.Passed = func(row int) bool { return row == 1 }
			s.press(fyne.KeyEnd, fyne.KeyTab)
		}, nil, matrixPlace{2, 1}},
		{"Page Down", func(s *gridStage) { s.press(fyne.KeyPageDown, fyne.KeyPageUp) }, nil, matrixPlace{0, 1}},
	} {
		s := shownGrid(t, 40)
		c.do(s)
		if !slices.Equal(s.told, c.want) || s.at != c.at {
			t.Errorf("%s: told %v at %v, want %v at %v", c.name, s.told, s.at, c.want, c.at)
		}
	}
}

func TestEntryGridShowsWhatIsTyped(t *testing.T) {
	s := shownGrid(t, 3)
	s.texts[matrixPlace{0, 1}] = "7"
	s.Refresh()
	s.typed("12")
	if got := s.drawn(0, 1); got != "12" || s.body.caret.Hidden {
		t.Errorf("while typing the cell shows %q, caret hidden %v", got, s.body.caret.Hidden)
	}
	s.press(fyne.KeyEscape)
	if got := s.drawn(0, 1); got != "7" {
		t.Errorf("after Esc the cell shows %q", got)
	}
}

func TestEntryGridIsNoTrap(t *testing.T) {
	s := shownGrid(t, 2)
	if !s.AcceptsTab() {
		t.Error("Tab does not go through the cells")
	}
	s.GoTo(1, 3)
	if s.AcceptsTab() {
		t.Error("Tab is caught at the end")
	}
	s.typed("9")
	s.w.Canvas().FocusNext()
	if !slices.Equal(s.told, []string{"1/3=9"}) || s.focused {
		t.Errorf("left with %v told", s.told)
	}
	s.shift = func() bool { return true }
	s.GoTo(0, 1)
	if s.AcceptsTab() {
		t.Error("Shift+Tab is caught at the beginning")
	}
}

func TestEntryGridGivesLettersAndShortcutsAway(t *testing.T) {
	s := shownGrid(t, 2)
	var runes []rune
	s.OnRune = func(r rune) bool { runes = append(runes, r); return r == 'p' }
	s.typed("p1p")
	if string(runes) != "p1" || s.EntryGrid.typed != "1p" {
		t.Errorf("asked about %q, typed %q", string(runes), s.EntryGrid.typed)
	}
	var got fyne.KeyName
	s.OnShortcut = func(x fyne.Shortcut) bool { got = x.(*desktop.CustomShortcut).KeyName; return true }
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierControl})
	if got != fyne.KeyDown {
		t.Error("the shortcut was not given away")
	}
}

func TestEntryGridByMouse(t *testing.T) {
	s := shownGrid(t, 5)
	s.typed("4")
	x, y := s.cellPos(matrixPlace{2, 2})
	s.body.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x+5, y+5)})
	if !slices.Equal(s.told, []string{"0/1=4"}) || s.at != (matrixPlace{2, 2}) {
		t.Errorf("told %v at %v", s.told, s.at)
	}
	menu := false
	s.OnMenu = func(fyne.Position) { menu = true }
	_, y = s.cellPos(matrixPlace{3, 0})
	s.body.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(5, y+5)})
	if !menu || s.at != (matrixPlace{3, 2}) {
		t.Errorf("menu %v at %v", menu, s.at)
	}
	s.body.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 9000)})
	if s.at.row != 3 {
		t.Error("a click beside the rows moved the keyboard")
	}
}

func TestEntryGridDrawsOnlyWhatIsSeen(t *testing.T) {
	s := shownGrid(t, 250)
	if n := len(s.body.shown); n < 5 || n > 20 {
		t.Errorf("%d rows of 250 are drawn", n)
	}
	s.GoTo(249, 1)
	if s.drawn(249, 0) != "rivi 249" || s.drawn(0, 0) != "" {
		t.Error("the last row is not drawn after going there")
	}
	s.Set(s.columns, 2, 1)
	if s.at.row != 1 || s.drawn(0, 0) != "rivi 0" || s.scroll.Offset.Y != 0 {
		t.Errorf("with fewer rows the keyboard is at %v, the offset %v", s.at, s.scroll.Offset)
	}
	s.Set(s.columns, 0, 1)
	s.typed("3")
	s.press(fyne.KeyDown, fyne.KeyDelete, fyne.KeyTab)
	if len(s.told) > 0 || s.AcceptsTab() {
		t.Errorf("a grid without rows told %v", s.told)
	}
}

func TestEntryGridSaysItsCell(t *testing.T) {
	s := shownGrid(t, 2)
	s.SetLabel("Kävijät")
	s.Spoken = func(row, column int) string { return fmt.Sprintf("%d, %d", row, column) }
	if got := s.AccessibilityLabel(); got != "Kävijät: 0, 1" {
		t.Errorf("it says %q", got)
	}
}

func BenchmarkEntryGridKey(b *testing.B) {
	s := shownGrid(b, 250)
	for b.Loop() {
		s.typed("7")
		s.press(fyne.KeyTab)
		if s.at.row == 249 {
			s.GoTo(0, 1)
		}
	}
}

func BenchmarkEntryGridOpen(b *testing.B) {
	s := shownGrid(b, 250)
	for b.Loop() {
		s.Set(s.columns, 250, 1)
	}
}

func TestEntryGridFootRunsOnOverEmptyCells(t *testing.T) {
	s := shownGrid(t, 2)
	s.columns[0].Width, s.columns[0].Grow = 60, false
	const long = "Vuotta aiemmin, viikko"
	s.Foot = func(_, column int) EntryCell {
		return EntryCell{Text: map[int]string{0: long, 3: "12"}[column]}
	}
	s.Set(s.columns, 2, 1)
	if got := s.foot.texts[0].Text; got != long {
		t.Errorf("over empty cells it says %q", got)
	}
	s.Foot = func(int, int) EntryCell { return EntryCell{Text: long} }
	s.Set(s.columns, 2, 1)
	if got := s.foot.texts[0].Text; got == long {
		t.Error("it runs over what stands beside it")
	}
}
