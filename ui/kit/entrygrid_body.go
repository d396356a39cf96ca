package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// entryBody draws the rows that are seen, in its own coordinates, so that a scroll step touches new rows only.
type entryBody struct {
	widget.BaseWidget
	g       *EntryGrid
	shown   map[int]*entryRow
	free    []*entryRow
	ring    *canvas.Rectangle
	caret   *canvas.Rectangle
	objects []fyne.CanvasObject
}

// entryRow is what one row is drawn with.
type entryRow struct {
	ground, line *canvas.Rectangle
	boxes        []*canvas.Rectangle // one for each column; seen where a person types
	texts        []*canvas.Text
	small        *canvas.Text    // of the one cell that has such a text
	icons        []*canvas.Image // of the cells with a tone
	marked       int             // how many of those are seen
}

func newEntryBody(g *EntryGrid) *entryBody {
	b := &entryBody{g: g, shown: map[int]*entryRow{}, ring: canvas.NewRectangle(nil), caret: canvas.NewRectangle(nil)}
	b.ring.StrokeWidth, b.ring.CornerRadius = 2, 4
	b.ExtendBaseWidget(b)
	return b
}

// forget makes the rows be asked for and drawn anew.
func (b *entryBody) forget() {
	for i, r := range b.shown {
		b.release(i, r)
	}
}

func (b *entryBody) release(i int, r *entryRow) {
	delete(b.shown, i)
	b.free = append(b.free, r)
}

// show draws the rows that are seen now.
func (b *entryBody) show() {
	g := b.g
	if len(g.left) <= len(g.columns) {
		return
	}
	offset, height := g.scroll.Offset.Y, g.scroll.Size().Height
	first := max(0, int(offset/entryRowHeight))
	last := min(g.rows, int((offset+height)/entryRowHeight)+1)
	for i, r := range b.shown {
		if i < first || i >= last {
			b.release(i, r)
		}
	}
	b.objects = b.objects[:0]
	for i := first; i < last; i++ {
		r := b.shown[i]
		if r == nil {
			r = b.take()
			b.shown[i] = r
			b.draw(i, r)
		}
		b.objects = append(b.objects, r.ground, r.line)
		for c := range g.columns {
			if g.columns[c].Entry {
				b.objects = append(b.objects, r.boxes[c])
			}
			b.objects = append(b.objects, r.texts[c])
		}
		b.objects = append(b.objects, r.small)
		for _, icon := range r.icons[:r.marked] {
			b.objects = append(b.objects, icon)
		}
	}
	b.objects = append(b.objects, b.ring, b.caret)
	b.showCursor()
	canvas.Refresh(b)
}

func (b *entryBody) take() *entryRow {
	if n := len(b.free); n > 0 {
		r := b.free[n-1]
		b.free = b.free[:n-1]
		return r
	}
	return &entryRow{ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), small: canvas.NewText("", nil)}
}

// redraw asks for the cells of one row anew, if it is seen.
func (b *entryBody) redraw(i int) {
	r := b.shown[i]
	if r == nil {
		return
	}
	n := r.marked
	b.draw(i, r)
	if r.marked != n {
		b.show()
		return
	}
	b.showCursor()
	canvas.Refresh(b)
}

func (b *entryBody) draw(i int, r *entryRow) {
	g := b.g
	th, v := g.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	y := float32(i) * entryRowHeight
	r.line.FillColor = th.Color(theme.ColorNameSeparator, v)
	place(r.line, 0, y+entryRowHeight-1, g.width(), 1)
	r.ground.FillColor = th.Color(theme.ColorNameBackground, v)
	if i == g.at.row {
		r.ground.FillColor = th.Color(theme.ColorNameHeaderBackground, v)
	}
	place(r.ground, 0, y, g.width(), entryRowHeight-1)
	for len(r.texts) < len(g.columns) {
		box := canvas.NewRectangle(nil)
		box.StrokeWidth, box.CornerRadius = 1, 3
		r.boxes, r.texts = append(r.boxes, box), append(r.texts, canvas.NewText("", nil))
	}
	r.marked, r.small.Hidden = 0, true
	for c := range g.columns {
		cell := g.shown(matrixPlace{i, c})
		b.drawCell(r, cell, c, y)
		if cell.Tone != "" {
			r.mark(cell.Tone, fyne.NewPos(g.left[c]+entryPad, y+(entryRowHeight-chipIcon)/2))
		}
		if cell.Small != "" {
			b.drawSmall(r, cell.Small, c, y)
		}
	}
}

// mark draws the symbol of a tone.
func (r *entryRow) mark(tone Tone, at fyne.Position) {
	if r.marked == len(r.icons) {
		icon := canvas.NewImageFromResource(nil)
		icon.FillMode = canvas.ImageFillContain
		r.icons = append(r.icons, icon)
	}
	icon := r.icons[r.marked]
	r.marked++
	_, ink, _ := toneColors(tone)
	if symbol := theme.NewColoredResource(Chip{Tone: tone}.icon(), ink); icon.Resource == nil || icon.Resource.Name() != symbol.Name() {
		icon.Resource = symbol
		icon.Refresh()
	}
	place(icon, at.X, at.Y, chipIcon, chipIcon)
}

// drawSmall draws the small text of a cell after its text, when there is room for a few letters of it.
func (b *entryBody) drawSmall(r *entryRow, text string, c int, y float32) {
	g, t := b.g, r.small
	t.Color = g.Theme().Color(theme.ColorNamePlaceHolder, fyne.CurrentApp().Settings().ThemeVariant())
	t.TextSize = g.Theme().Size(theme.SizeNameCaptionText)
	x := r.texts[c].Position().X + r.texts[c].MinSize().Width + entryPad
	room := g.left[c+1] - entryPad - x
	t.Text = ellipsis(text, room, t)
	t.Hidden = t.Text != text && room < entrySmall
	t.Move(fyne.NewPos(x, y+(entryRowHeight-t.MinSize().Height)/2+1))
}

func (b *entryBody) drawCell(r *entryRow, cell EntryCell, c int, y float32) {
	g := b.g
	th, v := g.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	t, box := r.texts[c], r.boxes[c]
	ink, edge := theme.ColorNameForeground, theme.ColorNameInputBorder
	box.StrokeWidth = 1
	switch {
	case cell.Wrong:
		ink, edge = theme.ColorNameError, theme.ColorNameError
		box.StrokeWidth = 2
	case cell.Quiet:
		ink, edge = theme.ColorNamePlaceHolder, theme.ColorNameSeparator
	}
	if cell.Tone != "" {
		_, ink, edge = toneColors(cell.Tone)
	}
	t.Color, t.TextSize, t.TextStyle.Bold = th.Color(ink, v), th.Size(theme.SizeNameText), cell.Bold
	g.place(t, cell, span{c, c + 1}, g.left[c], y)
	if g.columns[c].Entry {
		box.StrokeColor, box.FillColor = th.Color(edge, v), th.Color(theme.ColorNameInputBackground, v)
		if cell.Quiet {
			box.FillColor = th.Color(theme.ColorNameBackground, v)
		}
		place(box, g.left[c]+2, y+2, g.left[c+1]-g.left[c]-4, entryRowHeight-5)
	}
}

// showCursor draws the frame around the cell with the keyboard, and where the next digit goes.
func (b *entryBody) showCursor() {
	g := b.g
	b.ring.Hidden = !g.focused || g.empty()
	b.caret.Hidden = b.ring.Hidden || !g.typing
	if b.ring.Hidden || len(g.left) <= len(g.columns) {
		return
	}
	ink := g.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	b.ring.StrokeColor, b.caret.FillColor = ink, ink
	x, y := g.cellPos(g.at)
	width := g.left[g.at.column+1] - x
	place(b.ring, x+1, y+1, width-2, entryRowHeight-3)
	place(b.caret, x+width-entryPad, y+6, 1, entryRowHeight-13)
	b.ring.Refresh()
	b.caret.Refresh()
}

// cellAt is the cell under a point of the body, and false where there is none.
func (b *entryBody) cellAt(p fyne.Position) (matrixPlace, bool) {
	row := within(p.Y/entryRowHeight, b.g.rows)
	for c := range b.g.columns {
		if p.X >= b.g.left[c] && p.X < b.g.left[c+1] {
			return matrixPlace{row, c}, row < b.g.rows
		}
	}
	return matrixPlace{}, false
}

// Tapped is called by Fyne. Beside the cells for numbers, the row is chosen.
func (b *entryBody) Tapped(e *fyne.PointEvent) { b.choose(e.Position) }

// TappedSecondary is called by Fyne.
func (b *entryBody) TappedSecondary(e *fyne.PointEvent) {
	if b.choose(e.Position) && b.g.OnMenu != nil {
		b.g.OnMenu(e.AbsolutePosition)
	}
}

func (b *entryBody) choose(at fyne.Position) bool {
	p, ok := b.cellAt(at)
	if !ok {
		return false
	}
	b.g.Commit()
	Focus(b.g)
	b.g.move(p)
	return true
}

// CreateRenderer is called by Fyne.
func (b *entryBody) CreateRenderer() fyne.WidgetRenderer {
	least := func() fyne.Size {
		if len(b.g.left) == 0 {
			return fyne.Size{}
		}
		return fyne.NewSize(b.g.width(), float32(b.g.rows)*entryRowHeight)
	}
	return &renderer{least: least, draw: b.show, objects: &b.objects}
}
