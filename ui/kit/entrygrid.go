package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// EntryColumn is a column of an EntryGrid.
type EntryColumn struct {
	Title string
	Width float32 // in Fyne's units; of a column that grows, the least
	Grow  bool    // shares the room that is left
	Entry bool    // a person types into it
	Right bool    // what it says stands at the right, as numbers do
}

// EntryCell is what a cell of an EntryGrid shows.
type EntryCell struct {
	Text  string
	Small string // after the text, as far as there is room; of one cell of a row
	Quiet bool   // of a row that is over, or not yet to be filled in
	Bold  bool
	Wrong bool // what was typed could not be taken; it stands there still
	Tone  Tone // puts its symbol before the text; empty for none
}

// EntryGrid is a table into which numbers are typed one after the other: digits go straight into the cell on which the
// keyboard stands, Tab and Enter go on to the next one, arrow keys to a neighbour, Delete empties. A cell is told when it
// is left, and Esc takes back what was typed until then. It is one stop for Tab: past its last cell Tab leaves it. Only
// the rows that are seen are drawn, and nothing but the drawn cells exists, so that 250 rows are as light as 20.
type EntryGrid struct {
	widget.BaseWidget
	input
	Cell func(row, column int) EntryCell
	Foot func(row, column int) EntryCell // of the rows that stay under the others
	// OnEnter is told what a person typed into a cell, when it is left; empty when it was emptied.
	OnEnter func(row, column int, text string)
	// OnMoved tells where the keyboard stands now.
	OnMoved func(row, column int)
	// OnRune is given a letter before it is typed into a cell, and takes it by returning true. Not asked while typing.
	OnRune func(r rune) bool
	// OnShortcut takes a shortcut by returning true.
	OnShortcut func(s fyne.Shortcut) bool
	// OnMenu is called for the right mouse button, with the place in the window.
	OnMenu func(at fyne.Position)
	// Passed says that Tab and Enter pass a row over.
	Passed func(row int) bool
	// Spoken is what a screen reader says of a cell.
	Spoken func(row, column int) string

	columns []EntryColumn
	left    []float32 // where each column begins, and where the last ends
	rows    int
	feet    int // rows under the others
	at      matrixPlace
	typed   string
	typing  bool
	focused bool
	shift   func() bool // whether the Shift key is down

	body   *entryBody
	scroll *container.Scroll
	head   *strip
	foot   *strip
}

const (
	entryRowHeight = 28
	entryPad       = 6
	entrySmall     = 40 // least room for a part of a small text
	entryRunes     = 12 // that a cell takes
)

// NewEntryGrid makes an empty grid; what is in it comes with Set.
func NewEntryGrid() *EntryGrid {
	g := &EntryGrid{shift: shiftDown}
	g.body = newEntryBody(g)
	g.scroll = container.NewScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) { g.scrolled() }
	g.head = newStrip(g.scroll, g.layHead)
	g.foot = newStrip(g.scroll, g.layFoot)
	g.ExtendBaseWidget(g)
	return g
}

func shiftDown() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// Set shows rows of these columns with feet more rows under them, and asks for the cells anew. The keyboard stays at its
// row as far as there is one; what is being typed stays typed.
func (g *EntryGrid) Set(columns []EntryColumn, rows, feet int) {
	g.columns, g.rows, g.feet = columns, rows, feet
	g.at.row = max(0, min(g.at.row, rows-1))
	if !g.enterable(g.at.column) {
		g.at.column = g.neighbour(-1, 1)
	}
	if g.empty() {
		g.typing, g.typed = false, ""
	}
	g.fit()
	g.scroll.Refresh()
	o := g.scroll.Offset
	size := g.scroll.Size()
	g.scroll.ScrollToOffset(fyne.NewPos(
		min(o.X, max(0, g.width()-size.Width)), min(o.Y, max(0, float32(rows)*entryRowHeight-size.Height))))
	g.Refresh()
}

// RefreshRow asks for the cells of a row and of the rows under all others anew.
func (g *EntryGrid) RefreshRow(row int) {
	g.body.redraw(row)
	g.foot.lay()
}

// At is the cell on which the keyboard stands.
func (g *EntryGrid) At() (row, column int) { return g.at.row, g.at.column }

// GoTo puts the keyboard on a cell, after the one that is left was told.
func (g *EntryGrid) GoTo(row, column int) { g.move(matrixPlace{row, column}) }

// Commit tells what was typed and not yet told.
func (g *EntryGrid) Commit() {
	if !g.typing {
		return
	}
	text, at := g.typed, g.at
	g.typing, g.typed = false, ""
	if g.OnEnter != nil {
		g.OnEnter(at.row, at.column, text)
	}
	g.RefreshRow(at.row)
}

// Typing reports whether something was typed that is not yet told.
func (g *EntryGrid) Typing() bool { return g.typing }

func (g *EntryGrid) empty() bool { return g.rows == 0 || g.neighbour(-1, 1) < 0 }
func (g *EntryGrid) enterable(column int) bool {
	return column >= 0 && column < len(g.columns) && g.columns[column].Entry
}

func (g *EntryGrid) cellPos(p matrixPlace) (x, y float32) {
	return g.left[p.column], float32(p.row) * entryRowHeight
}

// width is that of all columns.
func (g *EntryGrid) width() float32 {
	if len(g.left) == 0 {
		return 0
	}
	return g.left[len(g.left)-1]
}

// neighbour is the next column into which a person types, −1 when there is none.
func (g *EntryGrid) neighbour(column, delta int) int {
	for c := column + delta; c >= 0 && c < len(g.columns); c += delta {
		if g.columns[c].Entry {
			return c
		}
	}
	return -1
}

// next is the cell that Tab goes to, or the one before, and false at the end.
func (g *EntryGrid) next(delta int) (matrixPlace, bool) {
	p := g.at
	if c := g.neighbour(p.column, delta); c >= 0 && !g.passed(p.row) {
		return matrixPlace{p.row, c}, true
	}
	edge := -1
	if delta < 0 {
		edge = len(g.columns)
	}
	for p.row += delta; p.row >= 0 && p.row < g.rows; p.row += delta {
		if !g.passed(p.row) {
			return matrixPlace{p.row, g.neighbour(edge, delta)}, true
		}
	}
	return g.at, false
}

func (g *EntryGrid) passed(row int) bool { return g.Passed != nil && g.Passed(row) }

// move puts the keyboard on a cell, and scrolls to it.
func (g *EntryGrid) move(to matrixPlace) {
	g.Commit()
	if g.empty() {
		return
	}
	was := g.at
	g.at.row = max(0, min(to.row, g.rows-1))
	if g.enterable(to.column) {
		g.at.column = to.column
	}
	x, y := g.cellPos(g.at)
	size, offset := g.scroll.Size(), g.scroll.Offset
	offset.X = max(min(offset.X, x), g.left[g.at.column+1]-size.Width)
	offset.Y = max(min(offset.Y, y), y+entryRowHeight-size.Height)
	if offset != g.scroll.Offset {
		g.scroll.ScrollToOffset(offset)
		g.scrolled()
	}
	if was.row != g.at.row {
		g.body.redraw(was.row)
		g.body.redraw(g.at.row)
	}
	g.body.showCursor()
	g.head.lay()
	if g.OnMoved != nil {
		g.OnMoved(g.at.row, g.at.column)
	}
}

// fit gives the columns their places; those that grow share the room that is left.
func (g *EntryGrid) fit() {
	least, growing := float32(0), 0
	for _, c := range g.columns {
		least += c.Width
		if c.Grow {
			growing++
		}
	}
	spare := max(0, g.Size().Width-g.Theme().Size(theme.SizeNameScrollBar)-least)
	x := float32(0)
	g.left = append(g.left[:0], 0)
	for _, c := range g.columns {
		x += c.Width
		if c.Grow {
			x += spare / float32(growing)
		}
		g.left = append(g.left, x)
	}
	g.body.forget()
}

// sideways is the height of the scroll bar for columns that do not all fit.
func (g *EntryGrid) sideways() float32 {
	if g.width() <= g.Size().Width {
		return 0
	}
	return g.Theme().Size(theme.SizeNameScrollBar)
}

// scrolled draws what is seen now.
func (g *EntryGrid) scrolled() {
	g.body.show()
	g.head.lay()
	g.foot.lay()
}

// typeRune adds a letter to what is typed in the cell.
func (g *EntryGrid) typeRune(r rune) {
	if g.empty() || utf8.RuneCountInString(g.typed) >= entryRunes {
		return
	}
	g.typing = true
	g.typed += string(r)
	g.body.redraw(g.at.row)
}

// shown is what stands in a cell: what is being typed there, or what is kept.
func (g *EntryGrid) shown(p matrixPlace) EntryCell {
	if g.typing && p == g.at {
		return EntryCell{Text: g.typed}
	}
	return g.Cell(p.row, p.column)
}

// span are the columns over which a text may run: from the first one to that before end.
type span struct{ column, end int }

// place sets a text into its columns, cut where there is no room.
func (g *EntryGrid) place(t *canvas.Text, c EntryCell, in span, x, y float32) {
	width := g.left[in.end] - g.left[in.column]
	indent := float32(0)
	if c.Tone != "" {
		indent = chipIcon + chipGap
	}
	t.Text = ellipsis(c.Text, width-2*entryPad-indent, t)
	size := t.MinSize()
	at := x + entryPad + indent
	if g.columns[in.column].Right {
		at = x + width - entryPad - size.Width
	}
	t.Move(fyne.NewPos(at, y+(entryRowHeight-size.Height)/2))
}
