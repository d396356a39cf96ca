package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer is called by Fyne.
func (m *Matrix) CreateRenderer() fyne.WidgetRenderer {
	m.colour()
	return &renderer{
		layout: m.layOut, draw: m.redraw, objects: &[]fyne.CanvasObject{m.scroll, m.top, m.left, m.corner},
		least: func() fyne.Size { return fyne.NewSize(m.NameWidth+matrixNarrow, m.headHeight()+3*matrixRow) },
	}
}

func (m *Matrix) colour() {
	m.corner.FillColor = m.Theme().Color(theme.ColorNameHeaderBackground, fyne.CurrentApp().Settings().ThemeVariant())
}

func (m *Matrix) layOut(size fyne.Size) {
	head := m.headHeight()
	wide, high := max(0, size.Width-m.NameWidth), max(0, size.Height-head)
	place(m.corner, 0, 0, m.NameWidth, head)
	place(m.top, m.NameWidth, 0, wide, head)
	place(m.left, 0, head, m.NameWidth, high)
	place(m.scroll, m.NameWidth, head, wide, high)
	m.fit()
	m.scrolled()
}

func (m *Matrix) redraw() {
	m.colour()
	m.body.forget()
	m.scroll.Refresh()
	m.scrolled()
	canvas.Refresh(m)
}

// fit makes the columns as wide as there is room for beside the scroll bar, within bounds.
func (m *Matrix) fit() {
	room := m.scroll.Size().Width - m.Theme().Size(theme.SizeNameScrollBar)
	width := min(max(room/float32(max(len(m.columns), 1)), matrixNarrow), matrixWide)
	if width != m.width {
		m.width = width
		m.body.forget()
		m.scroll.Refresh()
	}
}

// scrolled draws what is seen now.
func (m *Matrix) scrolled() {
	m.body.show()
	m.left.lay()
	m.top.lay()
}

// layLeft draws the names of the rows that are seen.
func (m *Matrix) layLeft(h *matrixHeads) {
	offset, size, ink := m.scroll.Offset.Y, m.Theme().Size(theme.SizeNameText), h.color(theme.ColorNameForeground)
	for i := m.rowAt(offset); i < len(m.rows) && float32(i)*matrixRow < offset+h.Size().Height; i++ {
		y := float32(i)*matrixRow - offset
		if m.focused && i == m.at.row {
			h.mark(0, y, m.NameWidth, matrixRow)
		}
		name := ellipsis(m.rows[i], m.NameWidth-2*matrixPad, &canvas.Text{TextSize: size})
		h.text(name, ink, size, false, fyne.NewPos(matrixPad, y+(matrixRow-fyne.MeasureText(name, size, fyne.TextStyle{}).Height)/2))
	}
}

// layTop draws the names of the columns that are seen, over several lines.
func (m *Matrix) layTop(h *matrixHeads) {
	offset, size, ink := m.scroll.Offset.X, m.headSize(), h.color(theme.ColorNameForeground)
	for j := m.columnAt(offset); j < len(m.columns) && float32(j)*m.width < offset+h.Size().Width; j++ {
		x := float32(j)*m.width - offset
		if m.focused && j == m.at.column {
			h.mark(x, 0, m.width, h.Size().Height)
		}
		for i, line := range foldedLines(m.columns[j], m.width-2*matrixPad, size) {
			h.text(line, ink, size, false, fyne.NewPos(x+matrixPad, matrixHeadSide+float32(i)*m.lineHeight()))
		}
	}
}

// matrixHeads are the names at an edge, which are pressed as cells are.
type matrixHeads struct {
	strip
	m      *Matrix
	placed func(fyne.Position) matrixPlace
}

func newMatrixHeads(m *Matrix, fill func(*matrixHeads), placed func(fyne.Position) matrixPlace) *matrixHeads {
	h := &matrixHeads{m: m, placed: placed}
	h.init(h, m.scroll, func() { fill(h) })
	return h
}

// Tapped is called by Fyne.
func (h *matrixHeads) Tapped(e *fyne.PointEvent) { h.m.open(h.placed(e.Position)) }

// Cursor is called by Fyne.
func (h *matrixHeads) Cursor() desktop.Cursor { return desktop.PointerCursor }

// foldedLines breaks a name into at most matrixLines lines, between words or, in a long word, between syllables.
func foldedLines(name string, width, size float32) []string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width <= width }
	var lines []string
	rest := []rune(name)
	for len(rest) > 0 && !fits(string(rest)) {
		if len(lines) == matrixLines-1 {
			return append(lines, ellipsis(string(rest), width, &canvas.Text{TextSize: size}))
		}
		cut, hyphen := lineEnd(rest, fits)
		line := string(rest[:cut])
		if hyphen {
			line += "-"
		}
		lines = append(lines, line)
		for cut < len(rest) && rest[cut] == ' ' {
			cut++
		}
		rest = rest[cut:]
	}
	return append(lines, string(rest))
}
