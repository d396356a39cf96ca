package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MatrixCell is what one cell of a Matrix shows. Without a Tone it is a quiet word on the ground of the window.
type MatrixCell struct {
	Word string
	Tone Tone
	Icon fyne.Resource // nil chooses the symbol of the tone
	Mark fyne.Resource // a second symbol at the right, nil for none
}

// Matrix shows a state for each pair of a row and a column. The names of both stay seen while it scrolls. Only the
// cells that are seen are drawn, so that two thousand rows are as light as twenty. It is one stop for Tab; arrow keys,
// Home, End, Page Up and Page Down move in it, and Enter opens what it stands on.
type Matrix struct {
	widget.BaseWidget
	input
	Cell func(row, column int) MatrixCell
	// OnMoved tells where the arrow keys or the mouse stand.
	OnMoved func(row, column int)
	// OnOpen is called for a cell, for the name of a row (column −1), and for the name of a column (row −1).
	OnOpen func(row, column int)
	// OnType is called with what is typed on a cell; nil: typing does nothing.
	OnType func(row, column int, r rune)
	// NameWidth is the width of the names of the rows, in Fyne's units.
	NameWidth float32
	// Spoken is what a screen reader says of a cell.
	Spoken func(row, column int) string

	rows, columns []string
	width         float32 // of a column
	at            matrixPlace
	focused       bool

	body   *matrixBody
	scroll *container.Scroll
	left   *matrixHeads // names of rows
	top    *matrixHeads // names of columns
	corner *canvas.Rectangle
}

// matrixPlace is a row and a column.
type matrixPlace struct{ row, column int }

const (
	matrixRow      = 26  // height of a row
	matrixNarrow   = 98  // width of a column where there are many
	matrixWide     = 150 // and where there are few
	matrixName     = 200 // width of the names of the rows, until another is said
	matrixLines    = 3   // how many lines the name of a column may take
	matrixPad      = 6
	matrixHeadSide = 4 // above and below the name of a column
)

// NewMatrix makes an empty matrix; its cells come with Set.
func NewMatrix() *Matrix {
	m := &Matrix{corner: canvas.NewRectangle(nil), width: matrixWide, NameWidth: matrixName}
	m.body = newMatrixBody(m)
	m.scroll = container.NewScroll(m.body)
	m.scroll.OnScrolled = func(fyne.Position) { m.scrolled() }
	m.left = newMatrixHeads(m, m.layLeft, func(p fyne.Position) matrixPlace {
		return matrixPlace{m.rowAt(p.Y + m.scroll.Offset.Y), -1}
	})
	m.top = newMatrixHeads(m, m.layTop, func(p fyne.Position) matrixPlace {
		return matrixPlace{-1, m.columnAt(p.X + m.scroll.Offset.X)}
	})
	m.ExtendBaseWidget(m)
	return m
}

// Set shows these rows and columns, and asks for the cells anew.
func (m *Matrix) Set(rows, columns []string) {
	m.rows, m.columns = rows, columns
	m.at.row = max(0, min(m.at.row, len(rows)-1))
	m.at.column = max(0, min(m.at.column, len(columns)-1))
	m.fit()
	m.scroll.Refresh()
	o, farthest := m.scroll.Offset, m.farthest()
	m.scroll.ScrollToOffset(fyne.NewPos(min(o.X, farthest.X), min(o.Y, farthest.Y)))
	m.Refresh()
}

// At returns the cell on which the keyboard stands.
func (m *Matrix) At() (row, column int) { return m.at.row, m.at.column }

// farthest is the offset at which the last row and column are seen.
func (m *Matrix) farthest() fyne.Position {
	size := m.scroll.Size()
	return fyne.NewPos(max(0, float32(len(m.columns))*m.width-size.Width), max(0, float32(len(m.rows))*matrixRow-size.Height))
}

func (m *Matrix) rowAt(y float32) int    { return within(y/matrixRow, len(m.rows)) }
func (m *Matrix) columnAt(x float32) int { return within(x/m.width, len(m.columns)) }
func (m *Matrix) has(p matrixPlace) bool { return p.row < len(m.rows) && p.column < len(m.columns) }
func (m *Matrix) empty() bool            { return len(m.rows) == 0 || len(m.columns) == 0 }
func (m *Matrix) headHeight() float32    { return matrixLines*m.lineHeight() + 2*matrixHeadSide }
func (m *Matrix) lineHeight() float32 {
	return fyne.MeasureText("Å", m.headSize(), fyne.TextStyle{}).Height
}
func (m *Matrix) headSize() float32 { return m.Theme().Size(theme.SizeNameCaptionText) }
func (m *Matrix) cellPos(p matrixPlace) fyne.Position {
	return fyne.NewPos(float32(p.column)*m.width, float32(p.row)*matrixRow)
}

// within is the whole part of f, or n where it lies beyond the last of n.
func within(f float32, n int) int {
	if i := int(math.Floor(float64(f))); i >= 0 && i < n {
		return i
	}
	return n
}

// move puts the keyboard on a cell and scrolls to it.
func (m *Matrix) move(to matrixPlace) {
	if m.empty() {
		return
	}
	m.at = matrixPlace{max(0, min(to.row, len(m.rows)-1)), max(0, min(to.column, len(m.columns)-1))}
	pos, size, offset := m.cellPos(m.at), m.scroll.Size(), m.scroll.Offset
	offset.X = max(min(offset.X, pos.X), pos.X+m.width-size.Width)
	offset.Y = max(min(offset.Y, pos.Y), pos.Y+matrixRow-size.Height)
	m.scroll.ScrollToOffset(offset)
	m.scrolled()
	m.moved(m.at)
}

func (m *Matrix) moved(p matrixPlace) {
	if m.OnMoved != nil && m.has(p) {
		m.OnMoved(p.row, p.column)
	}
}

func (m *Matrix) open(p matrixPlace) {
	if m.OnOpen != nil && m.has(p) && !m.empty() {
		m.OnOpen(p.row, p.column)
	}
}

// TypedKey is called by Fyne.
func (m *Matrix) TypedKey(e *fyne.KeyEvent) {
	to, page := m.at, max(1, int(m.scroll.Size().Height/matrixRow)-1)
	switch e.Name {
	case fyne.KeyDown:
		to.row++
	case fyne.KeyUp:
		to.row--
	case fyne.KeyRight:
		to.column++
	case fyne.KeyLeft:
		to.column--
	case fyne.KeyPageDown:
		to.row += page
	case fyne.KeyPageUp:
		to.row -= page
	case fyne.KeyHome:
		to.row = 0
	case fyne.KeyEnd:
		to.row = len(m.rows) - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.open(m.at)
		return
	default:
		PassKey(m, e)
		return
	}
	m.move(to)
}

// TypedRune is called by Fyne.
func (m *Matrix) TypedRune(r rune) {
	if m.OnType != nil && m.has(m.at) && !m.empty() {
		m.OnType(m.at.row, m.at.column, r)
	}
}

// FocusGained is called by Fyne.
func (m *Matrix) FocusGained() {
	m.focused = true
	m.focusGained()
	m.move(m.at)
}

// FocusLost is called by Fyne.
func (m *Matrix) FocusLost() {
	m.focused = false
	m.scrolled()
}

// AccessibilityLabel is the cell on which the keyboard stands.
func (m *Matrix) AccessibilityLabel() string {
	if m.empty() || m.Spoken == nil {
		return m.label
	}
	return m.spoken(m.Spoken(m.at.row, m.at.column))
}

// AccessibilityRole is that of a container.
func (m *Matrix) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
