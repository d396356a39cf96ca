package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// matrixBody draws the cells that are seen, in its own coordinates, so that a scroll step touches new cells only.
type matrixBody struct {
	widget.BaseWidget
	m       *Matrix
	shown   map[matrixPlace]*cellParts
	pool    map[string][]*cellParts // free, by the name of their symbol, which is dear to draw anew
	ring    *canvas.Rectangle
	lines   []*canvas.Rectangle // under each row
	pointed matrixPlace
	objects []fyne.CanvasObject
}

// cellParts are what one cell is drawn with.
type cellParts struct {
	ground *canvas.Rectangle
	icon   *canvas.Image
	word   *canvas.Text
	mark   *canvas.Image
	symbol string
}

func newMatrixBody(m *Matrix) *matrixBody {
	b := &matrixBody{m: m, ring: canvas.NewRectangle(nil), pool: map[string][]*cellParts{}, shown: map[matrixPlace]*cellParts{}}
	b.pointed = matrixPlace{-1, -1}
	b.ExtendBaseWidget(b)
	return b
}

// forget makes the cells be asked for and drawn anew.
func (b *matrixBody) forget() {
	for p, c := range b.shown {
		b.release(p, c)
	}
}

func (b *matrixBody) release(p matrixPlace, c *cellParts) {
	delete(b.shown, p)
	b.pool[c.symbol] = append(b.pool[c.symbol], c)
}

// show draws the cells that are seen now.
func (b *matrixBody) show() {
	m := b.m
	offset, size := m.scroll.Offset, m.scroll.Size()
	first := matrixPlace{m.rowAt(offset.Y), m.columnAt(offset.X)}
	last := matrixPlace{min(len(m.rows), int((offset.Y+size.Height)/matrixRow)+1), min(len(m.columns), int((offset.X+size.Width)/m.width)+1)}
	for p, c := range b.shown {
		if p.row < first.row || p.row >= last.row || p.column < first.column || p.column >= last.column {
			b.release(p, c)
		}
	}
	b.objects = b.objects[:0]
	b.rule(first, last)
	for row := first.row; row < last.row; row++ {
		for column := first.column; column < last.column; column++ {
			p := matrixPlace{row, column}
			c := b.shown[p]
			if c == nil {
				c = b.draw(p)
				b.shown[p] = c
			}
			b.objects = append(b.objects, c.objects()...)
		}
	}
	b.showRing()
	canvas.Refresh(b)
}

// rule draws the thin lines under the rows.
func (b *matrixBody) rule(first, last matrixPlace) {
	ink := b.m.Theme().Color(theme.ColorNameSeparator, fyne.CurrentApp().Settings().ThemeVariant())
	for i := 0; i < last.row-first.row; i++ {
		if i == len(b.lines) {
			b.lines = append(b.lines, canvas.NewRectangle(ink))
		}
		l := b.lines[i]
		l.FillColor = ink
		place(l, 0, float32(first.row+i+1)*matrixRow-1, float32(len(b.m.columns))*b.m.width, 1)
		b.objects = append(b.objects, l)
	}
}

// showRing draws the frame around the cell with the keyboard.
func (b *matrixBody) showRing() {
	if !b.m.focused || b.m.empty() {
		return
	}
	b.ring.StrokeColor = b.m.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	b.ring.StrokeWidth, b.ring.CornerRadius = 2, 4
	pos := b.m.cellPos(b.m.at)
	place(b.ring, pos.X+1, pos.Y+1, b.m.width-2, matrixRow-3)
	b.objects = append(b.objects, b.ring)
}

// draw makes or takes again what a cell is drawn with.
func (b *matrixBody) draw(p matrixPlace) *cellParts {
	cell := b.m.Cell(p.row, p.column)
	th, v := b.m.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	ink, icon := theme.ColorNamePlaceHolder, fyne.Resource(nil)
	var ground fyne.ThemeColorName
	if cell.Tone != "" {
		ground, ink, _ = toneColors(cell.Tone)
		icon = theme.NewColoredResource(Chip{Tone: cell.Tone, Icon: cell.Icon}.icon(), ink)
	}
	c := b.take(icon)
	c.ground.Hidden, c.icon.Hidden, c.mark.Hidden = icon == nil, icon == nil, cell.Mark == nil
	c.word.Color, c.word.TextSize = th.Color(ink, v), th.Size(theme.SizeNameCaptionText)
	pos, left, room := b.m.cellPos(p), float32(matrixPad), b.m.width-2*matrixPad
	if icon != nil {
		c.ground.FillColor = th.Color(ground, v)
		place(c.ground, pos.X+2, pos.Y+2, b.m.width-4, matrixRow-5)
		place(c.icon, pos.X+left, pos.Y+(matrixRow-chipIcon-1)/2, chipIcon, chipIcon)
		left, room = left+chipIcon+chipGap, room-chipIcon-chipGap
	}
	if cell.Mark != nil {
		room -= chipIcon + chipGap
		c.mark.Resource = theme.NewColoredResource(cell.Mark, ink)
		place(c.mark, pos.X+b.m.width-matrixPad-chipIcon, pos.Y+(matrixRow-chipIcon-1)/2, chipIcon, chipIcon)
		c.mark.Refresh()
	}
	c.word.Text = ellipsis(cell.Word, room, c.word)
	c.word.Move(fyne.NewPos(pos.X+left, pos.Y+(matrixRow-1-c.word.MinSize().Height)/2))
	return c
}

// take returns parts with this symbol, used again where there are some.
func (b *matrixBody) take(icon fyne.Resource) *cellParts {
	symbol := ""
	if icon != nil {
		symbol = icon.Name()
	}
	if free := b.pool[symbol]; len(free) > 0 {
		b.pool[symbol] = free[:len(free)-1]
		return free[len(free)-1]
	}
	c := &cellParts{
		symbol: symbol, ground: canvas.NewRectangle(nil), word: canvas.NewText("", nil),
		icon: canvas.NewImageFromResource(icon), mark: canvas.NewImageFromResource(nil),
	}
	c.ground.CornerRadius = 4
	c.icon.FillMode, c.mark.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	return c
}

// objects are those that are seen.
func (c *cellParts) objects() []fyne.CanvasObject {
	if c.icon.Hidden {
		if c.mark.Hidden {
			return []fyne.CanvasObject{c.word}
		}
		return []fyne.CanvasObject{c.word, c.mark}
	}
	if c.mark.Hidden {
		return []fyne.CanvasObject{c.ground, c.icon, c.word}
	}
	return []fyne.CanvasObject{c.ground, c.icon, c.word, c.mark}
}

// cellAt is the cell under a point of the body.
func (b *matrixBody) cellAt(p fyne.Position) matrixPlace {
	return matrixPlace{b.m.rowAt(p.Y), b.m.columnAt(p.X)}
}

// Tapped is called by Fyne.
func (b *matrixBody) Tapped(e *fyne.PointEvent) {
	p := b.cellAt(e.Position)
	if !b.m.has(p) {
		return
	}
	b.m.at = p
	Focus(b.m)
	b.m.move(p)
	b.m.open(p)
}

// MouseIn is called by Fyne.
func (b *matrixBody) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (b *matrixBody) MouseMoved(e *desktop.MouseEvent) {
	if p := b.cellAt(e.Position); p != b.pointed {
		b.pointed = p
		b.m.moved(p)
	}
}

// MouseOut is called by Fyne.
func (b *matrixBody) MouseOut() { b.pointed = matrixPlace{-1, -1} }

// CreateRenderer is called by Fyne.
func (b *matrixBody) CreateRenderer() fyne.WidgetRenderer {
	least := func() fyne.Size {
		return fyne.NewSize(float32(len(b.m.columns))*b.m.width, float32(len(b.m.rows))*matrixRow)
	}
	return &renderer{least: least, draw: b.show, objects: &b.objects}
}

// lineEnd finds how many runes of a text that does not fit make its first line, and whether a hyphen is due: at the
// last space or hyphen that fits, or else before the last consonant that fits and has a vowel after it; four letters go to
// the next line where that can be, and three at least.
func lineEnd(text []rune, fits func(string) bool) (cut int, hyphen bool) {
	const vowels = "aeiouyåäöAEIOUYÅÄÖ"
	n := 1
	for n < len(text) && fits(string(text[:n+1])) {
		n++
	}
	for i := n; i > 0; i-- {
		if text[i] == ' ' || text[i-1] == '-' {
			return i, false
		}
	}
	vowel := func(r rune) bool { return strings.ContainsRune(vowels, r) }
	for least := 4; least > 2; least-- {
		for i := min(n, len(text)-least); i > 2; i-- {
			if !slices.Contains(text[i:i+least], ' ') && vowel(text[i+1]) && !vowel(text[i]) && slices.ContainsFunc(text[:i], vowel) && fits(string(text[:i])+"-") {
				return i, true
			}
		}
	}
	return n, false
}
