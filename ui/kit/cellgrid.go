package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CellRow is a row of a CellGrid.
type CellRow struct {
	Name  string
	Note  string // under the name, where there is room
	Cells []Cell // one for each column
}

// Cell is a row on a day, with its blocks as lines below each other.
type Cell struct {
	Caption string // above the lines: the number of the day
	Note    string // beside the caption
	Today   bool
	Closed  bool // it stands on a dimmer ground
	Blocks  []Block
}

// CellGrid shows blocks as lines in cells. Rows are as high as their fullest cell, or share the height that there is
// when Fit is set; then a last line says how many more there are. It is one stop for Tab: arrow keys go from line to
// line and over empty cells, Enter opens. Only what is seen is drawn.
type CellGrid struct {
	widget.BaseWidget
	input
	Fit    bool
	OnOpen func(key string)
	OnCell func(row, column int) // an empty cell was opened, or pressed twice
	OnMore func(row, column int) // the line that tells of more was opened
	// OnStand tells that the keyboard or the mouse stands elsewhere; key is empty on a cell, row −1 on the name of a column.
	OnStand func(row, column int, key string)
	OnRow   func(row int) // its name was pressed
	OnPage  func(delta int)
	// Spoken is what a screen reader says of a block, or for an empty key of the cell.
	Spoken func(row, column int, key string) string

	columns gridColumns
	rows    []CellRow
	margin  float32   // width of the names of the rows
	edges   []float32 // where each row begins, and where the last ends
	at      cellPlace
	focused bool

	body   *cellBody
	scroll *container.Scroll
	left   *cellNames
	head   *gridHead
}

// cellPlace is a line of a cell, or the cell itself when it has none (−1).
type cellPlace struct{ row, column, line int }

const (
	cellLine    = 18 // height of a line
	cellLeast   = 3  // lines that each row has room for, when rows share the height
	cellPad     = 3
	cellColumns = 5 // for the least width
)

// NewCellGrid makes an empty grid whose rows have names as wide as margin.
func NewCellGrid(margin float32) *CellGrid {
	g := &CellGrid{margin: margin}
	g.body = newCellBody(g)
	g.scroll = container.NewVScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) { g.scrolled() }
	g.left = newCellNames(g)
	g.head = newGridHead(&g.columns, margin)
	g.head.onPoint = func(column int) {
		if column < 0 {
			g.stand()
		} else if g.OnStand != nil {
			g.OnStand(-1, column, "")
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows these rows. The keyboard stays on the block on which it was, or in its cell.
func (g *CellGrid) Set(columns []GridColumn, rows []CellRow) {
	key := g.Key()
	g.columns.all, g.rows = columns, rows
	g.at.row, g.at.column = max(0, min(g.at.row, len(rows)-1)), max(0, min(g.at.column, len(columns)-1))
	g.arrange()
	g.at.line = min(g.at.line, g.lines(g.at.row, g.at.column)-1)
	if key == "" || !g.Mark(key) {
		g.move(g.at)
	}
	g.Refresh()
}

// At is the cell on which the keyboard is.
func (g *CellGrid) At() (row, column int) { return g.at.row, g.at.column }

// Key is that of the block on which the keyboard is, empty on a cell and on the line that tells of more.
func (g *CellGrid) Key() string {
	if b, ok := g.block(g.at); ok {
		return b.Key
	}
	return ""
}

// Mark puts the keyboard on a block and reports whether it is there.
func (g *CellGrid) Mark(key string) bool {
	for r := range g.rows {
		for c := range g.rows[r].Cells {
			for l, b := range g.rows[r].Cells[c].Blocks {
				if b.Key == key {
					g.move(cellPlace{r, c, min(l, g.lines(r, c)-1)})
					return true
				}
			}
		}
	}
	return false
}

// MarkCell puts the keyboard on a cell.
func (g *CellGrid) MarkCell(row, column int) { g.move(cellPlace{row, column, 0}) }

// block is the block in a place, and false where there is none or the line tells of more.
func (g *CellGrid) block(p cellPlace) (Block, bool) {
	if p.row >= len(g.rows) || p.column >= len(g.columns.all) || p.line < 0 || g.isMore(p) {
		return Block{}, false
	}
	return g.rows[p.row].Cells[p.column].Blocks[p.line], true
}

// isMore reports whether a line tells of more blocks instead of showing one.
func (g *CellGrid) isMore(p cellPlace) bool {
	return p.line >= 0 && p.line == g.lines(p.row, p.column)-1 && len(g.rows[p.row].Cells[p.column].Blocks) > g.lines(p.row, p.column)
}

// lines is how many lines a cell shows.
func (g *CellGrid) lines(row, column int) int {
	if row >= len(g.rows) || column >= len(g.rows[row].Cells) {
		return 0
	}
	n := len(g.rows[row].Cells[column].Blocks)
	if g.Fit && len(g.edges) > row+1 {
		n = min(n, max(1, int((g.edges[row+1]-g.edges[row]-g.caption()-cellPad)/cellLine)))
	}
	return n
}

// caption is the height of the captions.
func (g *CellGrid) caption() float32 {
	if !g.Fit {
		return 0
	}
	return cellLine
}

// arrange finds out how high and wide everything is.
func (g *CellGrid) arrange() {
	if len(g.columns.all) == 0 {
		g.edges = g.edges[:0]
		return
	}
	g.edges = append(g.edges[:0], 0)
	size := g.scroll.Size()
	y := float32(0)
	for i := range g.rows {
		high := max(g.caption()+cellLeast*cellLine+2*cellPad, (size.Height-1)/float32(len(g.rows)))
		if !g.Fit {
			most := 1
			for _, c := range g.rows[i].Cells {
				most = max(most, len(c.Blocks))
			}
			high = float32(most)*cellLine + 2*cellPad
		}
		y += high
		g.edges = append(g.edges, y)
	}
	if y > size.Height {
		size.Width -= g.Theme().Size(theme.SizeNameScrollBar)
	}
	g.columns.fit(max(size.Width, 1), func(int) float32 { return timeLaneGood })
}

func (g *CellGrid) tall() float32 {
	if len(g.edges) == 0 {
		return 0
	}
	return g.edges[len(g.edges)-1]
}

// placeAt is the place under a point.
func (g *CellGrid) placeAt(p fyne.Position) cellPlace {
	at := cellPlace{0, g.columns.at(p.X), -1}
	for at.row < len(g.rows)-1 && p.Y >= g.edges[at.row+1] {
		at.row++
	}
	line := int((p.Y - g.edges[at.row] - g.caption() - cellPad) / cellLine)
	if line >= 0 && line < g.lines(at.row, at.column) && p.Y >= g.edges[at.row]+g.caption()+cellPad {
		at.line = line
	}
	return at
}

// move puts the keyboard in a place and scrolls to it.
func (g *CellGrid) move(to cellPlace) {
	if len(g.rows) == 0 || len(g.columns.all) == 0 || len(g.edges) != len(g.rows)+1 {
		return
	}
	to.row, to.column = max(0, min(to.row, len(g.rows)-1)), max(0, min(to.column, len(g.columns.all)-1))
	n := g.lines(to.row, to.column)
	to.line = min(max(to.line, 0), n-1)
	g.at = to
	top, bottom := g.edges[to.row], g.edges[to.row+1]
	if to.line > 0 {
		top = g.lineY(to)
		bottom = top + cellLine + cellPad
	}
	height, offset := g.scroll.Size().Height, g.scroll.Offset
	offset.Y = max(0, min(offset.Y, top), min(bottom-height, top))
	if height > 0 && offset != g.scroll.Offset {
		g.scroll.ScrollToOffset(offset)
	}
	g.scrolled()
	g.stand()
}

// lineY is where a line begins.
func (g *CellGrid) lineY(p cellPlace) float32 {
	return g.edges[p.row] + g.caption() + cellPad + float32(max(p.line, 0))*cellLine
}

func (g *CellGrid) stand() {
	if g.OnStand != nil && len(g.rows) > 0 && len(g.columns.all) > 0 {
		g.OnStand(g.at.row, g.at.column, g.Key())
	}
}

func (g *CellGrid) scrolled() {
	g.body.lay()
	g.left.lay()
}

// Press does what Enter does on the place of the keyboard.
func (g *CellGrid) Press() {
	if len(g.rows) == 0 || len(g.columns.all) == 0 {
		return
	}
	b, is := g.block(g.at)
	switch {
	case is && g.OnOpen != nil:
		g.OnOpen(b.Key)
	case is:
	case g.isMore(g.at):
		if g.OnMore != nil {
			g.OnMore(g.at.row, g.at.column)
		}
	case g.OnCell != nil:
		g.OnCell(g.at.row, g.at.column)
	}
}

// TypedKey is called by Fyne.
func (g *CellGrid) TypedKey(e *fyne.KeyEvent) {
	to := g.at
	switch e.Name {
	case fyne.KeyDown:
		if to.line++; to.line >= g.lines(to.row, to.column) {
			to.row, to.line = to.row+1, 0
		}
		if to.row == len(g.rows) {
			return
		}
	case fyne.KeyUp:
		if to.line--; to.line < 0 {
			to.row, to.line = to.row-1, 1<<20 // the last one
		}
		if to.row < 0 {
			return
		}
	case fyne.KeyRight:
		to.column++
	case fyne.KeyLeft:
		to.column--
	case fyne.KeyHome:
		to.row, to.line = 0, 0
	case fyne.KeyEnd:
		to.row, to.line = len(g.rows)-1, 0
	case fyne.KeyPageUp, fyne.KeyPageDown:
		page(g.OnPage, e.Name)
		return
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.Press()
		return
	default:
		PassKey(g, e)
		return
	}
	g.move(to)
}

// TypedRune is called by Fyne.
func (g *CellGrid) TypedRune(rune) {}

// FocusGained is called by Fyne.
func (g *CellGrid) FocusGained() {
	g.focused = true
	g.focusGained()
	g.move(g.at)
}

// FocusLost is called by Fyne.
func (g *CellGrid) FocusLost() {
	g.focused = false
	g.scrolled()
}

// AccessibilityLabel is the place on which the keyboard stands.
func (g *CellGrid) AccessibilityLabel() string {
	if len(g.rows) == 0 || len(g.columns.all) == 0 || g.Spoken == nil {
		return g.label
	}
	return g.spoken(g.Spoken(g.at.row, g.at.column, g.Key()))
}

// AccessibilityRole is that of a container.
func (g *CellGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
