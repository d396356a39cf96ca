package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer is called by Fyne.
func (m *Matrix) CreateRenderer() fyne.WidgetRenderer {
	r := &matrixRenderer{m}
	r.colour()
	return r
}

type matrixRenderer struct{ m *Matrix }

func (r *matrixRenderer) colour() {
	r.m.corner.FillColor = r.m.Theme().Color(theme.ColorNameHeaderBackground, fyne.CurrentApp().Settings().ThemeVariant())
}

func (r *matrixRenderer) Layout(size fyne.Size) {
	m, head := r.m, r.m.headHeight()
	wide, high := max(0, size.Width-matrixName), max(0, size.Height-head)
	place(m.corner, 0, 0, matrixName, head)
	place(m.top, matrixName, 0, wide, head)
	place(m.left, 0, head, matrixName, high)
	place(m.scroll, matrixName, head, wide, high)
	m.fit()
	m.scrolled()
}

func (r *matrixRenderer) MinSize() fyne.Size {
	return fyne.NewSize(matrixName+matrixNarrow, r.m.headHeight()+3*matrixRow)
}

func (r *matrixRenderer) Refresh() {
	r.colour()
	r.m.body.forget()
	r.m.scroll.Refresh()
	r.m.scrolled()
	canvas.Refresh(r.m)
}

func (r *matrixRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.scroll, r.m.top, r.m.left, r.m.corner}
}

func (r *matrixRenderer) Destroy() {}

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
	offset := m.scroll.Offset.Y
	for i := m.rowAt(offset); i < len(m.rows) && float32(i)*matrixRow < offset+h.Size().Height; i++ {
		y := float32(i)*matrixRow - offset
		if m.focused && i == m.at.row {
			h.mark(0, y, matrixName, matrixRow)
		}
		t := h.text(m.Theme().Size(theme.SizeNameText))
		t.Text = ellipsis(m.rows[i], matrixName-2*matrixPad, t)
		t.Move(fyne.NewPos(matrixPad, y+(matrixRow-t.MinSize().Height)/2))
	}
}

// layTop draws the names of the columns that are seen, over several lines.
func (m *Matrix) layTop(h *matrixHeads) {
	offset := m.scroll.Offset.X
	for j := m.columnAt(offset); j < len(m.columns) && float32(j)*m.width < offset+h.Size().Width; j++ {
		x := float32(j)*m.width - offset
		if m.focused && j == m.at.column {
			h.mark(x, 0, m.width, h.Size().Height)
		}
		size := m.headSize()
		for i, line := range foldedLines(m.columns[j], m.width-2*matrixPad, size) {
			t := h.text(size)
			t.Text = line
			t.Move(fyne.NewPos(x+matrixPad, matrixHeadSide+float32(i)*m.lineHeight()))
		}
	}
}

// matrixHeads are the names at an edge. They scroll with the body, and what does not fit is clipped.
type matrixHeads struct {
	widget.BaseWidget
	m      *Matrix
	fill   func(*matrixHeads)
	placed func(fyne.Position) matrixPlace

	ground  *canvas.Rectangle
	ring    *canvas.Rectangle // behind the name of the row or column in which the keyboard is
	texts   []*canvas.Text
	used    int
	objects []fyne.CanvasObject
}

func newMatrixHeads(m *Matrix, fill func(*matrixHeads), placed func(fyne.Position) matrixPlace) *matrixHeads {
	h := &matrixHeads{m: m, fill: fill, placed: placed, ground: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	h.ExtendBaseWidget(h)
	return h
}

func (h *matrixHeads) lay() {
	th, v := h.m.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	h.ground.FillColor = th.Color(theme.ColorNameHeaderBackground, v)
	h.ring.FillColor = th.Color(theme.ColorNameSelection, v)
	h.ground.Resize(h.Size())
	h.ring.Hidden, h.used = true, 0
	h.fill(h)
	h.objects = append(h.objects[:0], h.ground, h.ring)
	for _, t := range h.texts[:h.used] {
		t.Color = th.Color(theme.ColorNameForeground, v)
		h.objects = append(h.objects, t)
	}
	canvas.Refresh(h)
}

// text is the next of the texts, which are used again at each drawing.
func (h *matrixHeads) text(size float32) *canvas.Text {
	if h.used == len(h.texts) {
		h.texts = append(h.texts, canvas.NewText("", nil))
	}
	t := h.texts[h.used]
	t.TextSize = size
	h.used++
	return t
}

func (h *matrixHeads) mark(x, y, width, height float32) {
	h.ring.Hidden = false
	place(h.ring, x, y, width, height)
}

// Scrolled is called by Fyne: the wheel scrolls the body. Having it, the names are clipped at their edge.
func (h *matrixHeads) Scrolled(e *fyne.ScrollEvent) { h.m.scroll.Scrolled(e) }

// Tapped is called by Fyne.
func (h *matrixHeads) Tapped(e *fyne.PointEvent) { h.m.open(h.placed(e.Position)) }

// Cursor is called by Fyne.
func (h *matrixHeads) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (h *matrixHeads) CreateRenderer() fyne.WidgetRenderer { return &headsRenderer{h} }

type headsRenderer struct{ h *matrixHeads }

func (r *headsRenderer) Layout(fyne.Size)             { r.h.lay() }
func (r *headsRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *headsRenderer) Refresh()                     { r.h.lay() }
func (r *headsRenderer) Objects() []fyne.CanvasObject { return r.h.objects }
func (r *headsRenderer) Destroy()                     {}

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
