package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer is called by Fyne.
func (g *CellGrid) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		layout: g.layOut, draw: func() { g.layOut(g.Size()); canvas.Refresh(g) }, objects: &[]fyne.CanvasObject{g.scroll, g.left, g.head},
		least: func() fyne.Size { return fyne.NewSize(g.margin+cellColumns*timeLane, g.head.height()+4*cellLine) },
	}
}

func (g *CellGrid) layOut(size fyne.Size) {
	layGrid(size, g.head, g.left, g.scroll, g.margin)
	g.arrange()
	if n := g.lines(g.at.row, g.at.column); g.at.line >= n {
		g.at.line = n - 1
	}
	g.scroll.Refresh()
	g.scrolled()
	g.head.lay()
}

// cellNames draws the names of the rows.
type cellNames struct {
	strip
	g *CellGrid
}

func newCellNames(g *CellGrid) *cellNames {
	n := &cellNames{g: g}
	n.init(n, g.scroll, n.names)
	return n
}

func (n *cellNames) names() {
	g, th := n.g, n.Theme()
	size, small := th.Size(theme.SizeNameText), th.Size(theme.SizeNameCaptionText)
	for i, r := range g.rows {
		if len(g.edges) <= i+1 {
			break
		}
		y, end := g.edges[i]-g.scroll.Offset.Y, g.edges[i+1]-g.scroll.Offset.Y
		if end < 0 || y > n.Size().Height {
			continue
		}
		if g.focused && i == g.at.row {
			n.mark(0, y, n.Size().Width, end-y)
		}
		n.rect(n.color(theme.ColorNameSeparator), 0, end-1, n.Size().Width, 1)
		name := ellipsis(r.Name, n.Size().Width-2*gridHeadPad, &canvas.Text{TextSize: size})
		t := n.text(name, n.color(theme.ColorNameForeground), size, false, fyne.NewPos(gridHeadPad, y+cellPad))
		if below := y + cellPad + t.MinSize().Height; r.Note != "" && below+cellLine-cellPad <= end {
			note := ellipsis(r.Note, n.Size().Width-2*gridHeadPad, &canvas.Text{TextSize: small})
			n.text(note, n.color(theme.ColorNamePlaceHolder), small, false, fyne.NewPos(gridHeadPad, below-cellPad))
		}
	}
}

// Tapped is called by Fyne.
func (n *cellNames) Tapped(e *fyne.PointEvent) {
	if n.g.OnRow != nil && len(n.g.rows) > 0 && len(n.g.columns.all) > 0 {
		n.g.OnRow(n.g.placeAt(fyne.NewPos(0, e.Position.Y+n.g.scroll.Offset.Y)).row)
	}
}

// cellBody draws the cells.
type cellBody struct {
	widget.BaseWidget
	sketch
	g       *CellGrid
	taps    taps
	pointed cellPlace
}

func newCellBody(g *CellGrid) *cellBody {
	b := &cellBody{g: g, pointed: cellPlace{-1, -1, -1}}
	b.ExtendBaseWidget(b)
	return b
}

// lay draws what is seen.
func (b *cellBody) lay() {
	g := b.g
	b.begin()
	if len(g.edges) != len(g.rows)+1 || len(g.columns.edges) != len(g.columns.all)+1 {
		canvas.Refresh(b)
		return
	}
	th, v := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	line := th.Color(theme.ColorNameSeparator, v)
	top, bottom := g.scroll.Offset.Y, g.scroll.Offset.Y+g.scroll.Size().Height
	for i := range g.rows {
		if g.edges[i+1] < top || g.edges[i] > bottom {
			continue
		}
		for j := range g.rows[i].Cells {
			b.cell(i, j)
		}
		b.rect(line, 0, g.edges[i+1]-1, g.columns.end(), 1)
	}
	for i := range g.columns.all {
		b.rect(line, g.columns.left(i), top, 1, min(bottom, g.tall())-top)
	}
	if g.focused && len(g.rows) > 0 {
		x, width := g.columns.left(g.at.column)+1, g.columns.width(g.at.column)-2
		if g.at.line >= 0 {
			b.ring(x, g.lineY(g.at)-1, width, cellLine)
		} else {
			b.ring(x, g.edges[g.at.row]+1, width, g.edges[g.at.row+1]-g.edges[g.at.row]-3)
		}
	}
	canvas.Refresh(b)
}

// cell draws one cell.
func (b *cellBody) cell(row, column int) {
	g := b.g
	c := g.rows[row].Cells[column]
	th, v := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	x, width, y, high := g.columns.left(column), g.columns.width(column), g.edges[row], g.edges[row+1]-g.edges[row]
	if c.Closed {
		b.rect(th.Color(theme.ColorNameHeaderBackground, v), x, y, width, high)
	}
	size := th.Size(theme.SizeNameCaptionText)
	if c.Today {
		b.rect(th.Color(theme.ColorNamePrimary, v), x+1, y, width-1, 3)
	}
	if c.Caption != "" {
		t := b.text(c.Caption, th.Color(theme.ColorNameForeground, v), size, true, fyne.NewPos(x+gridHeadPad, y+cellPad))
		if c.Note != "" {
			left := 3*gridHeadPad + t.MinSize().Width
			note := ellipsis(c.Note, width-left-gridHeadPad, &canvas.Text{TextSize: size})
			b.text(note, th.Color(theme.ColorNamePlaceHolder, v), size, false, fyne.NewPos(x+left, y+cellPad))
		}
	}
	n := g.lines(row, column)
	for l := range n {
		p := cellPlace{row, column, l}
		if g.isMore(p) {
			word := "+" + strconv.Itoa(len(c.Blocks)-n+1)
			b.text(word, th.Color(theme.ColorNameHyperlink, v), size, true, fyne.NewPos(x+gridHeadPad+2, g.lineY(p)+1))
			b.hiddenMark(c.Blocks[n-1:], fyne.NewPos(x+width-chipIcon-gridHeadPad, g.lineY(p)+2))
			continue
		}
		b.drawBlock(c.Blocks[l], fyne.NewPos(x+2, g.lineY(p)), fyne.NewSize(width-4, cellLine-2), false)
	}
}

// hiddenMark draws a symbol when one of the blocks that are not shown asks for attention.
func (b *cellBody) hiddenMark(hidden []Block, at fyne.Position) {
	tone := Neutral
	for _, h := range hidden {
		tone = louder(tone, h.Tone)
	}
	if tone != Neutral {
		_, ink, _ := toneColors(tone)
		b.icon(Chip{Tone: tone}.icon(), ink, at.X, at.Y, chipIcon)
	}
}

// Tapped is called by Fyne.
func (b *cellBody) Tapped(e *fyne.PointEvent) {
	g := b.g
	if len(g.rows) == 0 || len(g.columns.all) == 0 || e.Position.Y >= g.tall() {
		return
	}
	p := g.placeAt(e.Position)
	again := p.line < 0 && b.taps.again(e.Position)
	Focus(g)
	free := p.line < 0
	g.move(p)
	switch {
	case !free:
		g.Press()
	case again && g.OnCell != nil:
		g.OnCell(p.row, p.column)
	}
}

// MouseIn is called by Fyne.
func (b *cellBody) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (b *cellBody) MouseMoved(e *desktop.MouseEvent) {
	g := b.g
	if len(g.rows) == 0 || len(g.columns.all) == 0 {
		return
	}
	p := g.placeAt(e.Position)
	if p == b.pointed {
		return
	}
	b.pointed = p
	if g.OnStand != nil {
		block, _ := g.block(p)
		g.OnStand(p.row, p.column, block.Key)
	}
}

// MouseOut is called by Fyne.
func (b *cellBody) MouseOut() {
	b.pointed = cellPlace{-1, -1, -1}
	b.g.stand()
}

// CreateRenderer is called by Fyne.
func (b *cellBody) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{least: func() fyne.Size { return fyne.NewSize(0, b.g.tall()) }, draw: b.lay, objects: &b.objects}
}
