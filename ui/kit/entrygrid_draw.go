package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer is called by Fyne.
func (g *EntryGrid) CreateRenderer() fyne.WidgetRenderer { return &entryRenderer{g} }

type entryRenderer struct{ g *EntryGrid }

func (r *entryRenderer) Layout(size fyne.Size) {
	g := r.g
	g.fit()
	head, foot := g.headHeight(), float32(g.feet)*entryRowHeight
	high := max(0, size.Height-head-foot)
	place(g.head, 0, 0, size.Width, head)
	rows := min(high, float32(g.rows)*entryRowHeight+g.sideways())
	place(g.scroll, 0, head, size.Width, rows)
	place(g.foot, 0, head+rows, size.Width, foot) // right under the last row
	g.scrolled()
}

func (r *entryRenderer) MinSize() fyne.Size {
	return fyne.NewSize(300, r.g.headHeight()+float32(3+r.g.feet)*entryRowHeight)
}

func (r *entryRenderer) Refresh() {
	r.g.body.forget()
	r.Layout(r.g.Size())
	r.g.scroll.Refresh()
	canvas.Refresh(r.g)
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.scroll, r.g.head, r.g.foot}
}

func (r *entryRenderer) Destroy() {}

// titles are the lines of the name of a column.
func (g *EntryGrid) titles(column int) []string {
	if column+1 >= len(g.left) {
		return nil
	}
	return foldedLines(g.columns[column].Title, g.left[column+1]-g.left[column]-2*entryPad, g.headSize())
}

func (g *EntryGrid) headSize() float32 { return g.Theme().Size(theme.SizeNameCaptionText) }

func (g *EntryGrid) headHeight() float32 {
	lines := 1
	for c := range g.columns {
		lines = max(lines, len(g.titles(c)))
	}
	return float32(lines)*fyne.MeasureText("Å", g.headSize(), fyne.TextStyle{}).Height + 2*matrixHeadSide
}

// layHead draws the names of the columns, the lowest line of each at the bottom; that of the cell with the keyboard is
// marked.
func (g *EntryGrid) layHead(s *entryStrip) {
	line := fyne.MeasureText("Å", g.headSize(), fyne.TextStyle{}).Height
	for c := range g.columns {
		x := g.left[c] - g.scroll.Offset.X
		if g.focused && c == g.at.column {
			s.mark(x, g.left[c+1]-g.left[c])
		}
		titles := g.titles(c)
		for i, title := range titles {
			t := s.text(g.headSize(), false)
			t.Text = title
			at := x + entryPad
			if g.columns[c].Right {
				at = x + g.left[c+1] - g.left[c] - entryPad - t.MinSize().Width
			}
			t.Move(fyne.NewPos(at, s.Size().Height-matrixHeadSide-float32(len(titles)-i)*line))
		}
	}
}

// layFoot draws the rows under all others.
func (g *EntryGrid) layFoot(s *entryStrip) {
	if g.Foot == nil {
		return
	}
	for row := range g.feet {
		for c := range g.columns {
			cell := g.Foot(row, c)
			if cell.Text == "" {
				continue
			}
			t := s.text(g.Theme().Size(theme.SizeNameText), cell.Bold)
			g.place(t, cell, span{c, g.spare(row, c)}, g.left[c]-g.scroll.Offset.X, float32(row)*entryRowHeight)
			if cell.Quiet {
				t.Color = g.Theme().Color(theme.ColorNamePlaceHolder, fyne.CurrentApp().Settings().ThemeVariant())
			}
		}
	}
}

// spare is the column before which a text in a row under the others must end: it may run on over empty cells.
func (g *EntryGrid) spare(row, column int) int {
	end := column + 1
	for !g.columns[column].Right && end < len(g.columns) && g.Foot(row, end).Text == "" {
		end++
	}
	return end
}

// entryStrip is what stands above or under the rows and scrolls sideways with them.
type entryStrip struct {
	widget.BaseWidget
	g       *EntryGrid
	fill    func(*entryStrip)
	ground  *canvas.Rectangle
	ring    *canvas.Rectangle // behind the name of the column with the keyboard
	texts   []*canvas.Text
	used    int
	objects []fyne.CanvasObject
}

func newEntryStrip(g *EntryGrid, fill func(*entryStrip)) *entryStrip {
	s := &entryStrip{g: g, fill: fill, ground: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	s.ExtendBaseWidget(s)
	return s
}

func (s *entryStrip) lay() {
	th, v := s.g.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	s.ground.FillColor = th.Color(theme.ColorNameHeaderBackground, v)
	s.ring.FillColor = th.Color(theme.ColorNameSelection, v)
	s.ground.Resize(s.Size())
	s.ring.Hidden, s.used = true, 0
	if len(s.g.left) > len(s.g.columns) {
		s.fill(s)
	}
	s.objects = append(s.objects[:0], s.ground, s.ring)
	for _, t := range s.texts[:s.used] {
		s.objects = append(s.objects, t)
	}
	canvas.Refresh(s)
}

// text is the next of the texts, which are used again at each drawing.
func (s *entryStrip) text(size float32, bold bool) *canvas.Text {
	if s.used == len(s.texts) {
		s.texts = append(s.texts, canvas.NewText("", nil))
	}
	t := s.texts[s.used]
	t.TextSize, t.TextStyle.Bold = size, bold
	t.Color = s.g.Theme().Color(theme.ColorNameForeground, fyne.CurrentApp().Settings().ThemeVariant())
	s.used++
	return t
}

func (s *entryStrip) mark(x, width float32) {
	s.ring.Hidden = false
	place(s.ring, x, 0, width, s.Size().Height)
}

// Scrolled is called by Fyne: the wheel scrolls the rows. Having it, the strip is clipped at its edge.
func (s *entryStrip) Scrolled(e *fyne.ScrollEvent) { s.g.scroll.Scrolled(e) }

// CreateRenderer is called by Fyne.
func (s *entryStrip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{s} }

type stripRenderer struct{ s *entryStrip }

func (r *stripRenderer) Layout(fyne.Size)             { r.s.lay() }
func (r *stripRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *stripRenderer) Refresh()                     { r.s.lay() }
func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r *stripRenderer) Destroy()                     {}
