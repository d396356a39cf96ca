package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer is called by Fyne.
func (g *EntryGrid) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		layout: g.layOut, draw: g.redraw, objects: &[]fyne.CanvasObject{g.scroll, g.head, g.foot},
		least: func() fyne.Size { return fyne.NewSize(300, g.headHeight()+float32(3+g.feet)*entryRowHeight) },
	}
}

func (g *EntryGrid) layOut(size fyne.Size) {
	g.fit()
	head, foot := g.headHeight(), float32(g.feet)*entryRowHeight
	high := max(0, size.Height-head-foot)
	place(g.head, 0, 0, size.Width, head)
	rows := min(high, float32(g.rows)*entryRowHeight+g.sideways())
	place(g.scroll, 0, head, size.Width, rows)
	place(g.foot, 0, head+rows, size.Width, foot) // right under the last row
	g.scrolled()
}

func (g *EntryGrid) redraw() {
	g.body.forget()
	g.layOut(g.Size())
	g.scroll.Refresh()
	canvas.Refresh(g)
}

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
func (g *EntryGrid) layHead(s *strip) {
	if len(g.left) <= len(g.columns) {
		return
	}
	line, ink := fyne.MeasureText("Å", g.headSize(), fyne.TextStyle{}).Height, s.color(theme.ColorNameForeground)
	for c := range g.columns {
		x := g.left[c] - g.scroll.Offset.X
		if g.focused && c == g.at.column {
			s.mark(x, 0, g.left[c+1]-g.left[c], s.Size().Height)
		}
		titles := g.titles(c)
		for i, title := range titles {
			at := x + entryPad
			if g.columns[c].Right {
				at = x + g.left[c+1] - g.left[c] - entryPad - fyne.MeasureText(title, g.headSize(), fyne.TextStyle{}).Width
			}
			s.text(title, ink, g.headSize(), false, fyne.NewPos(at, s.Size().Height-matrixHeadSide-float32(len(titles)-i)*line))
		}
	}
}

// layFoot draws the rows under all others.
func (g *EntryGrid) layFoot(s *strip) {
	if g.Foot == nil || len(g.left) <= len(g.columns) {
		return
	}
	for row := range g.feet {
		for c := range g.columns {
			cell := g.Foot(row, c)
			if cell.Text == "" {
				continue
			}
			ink := theme.ColorNameForeground
			if cell.Quiet {
				ink = theme.ColorNamePlaceHolder
			}
			t := s.text(cell.Text, s.color(ink), g.Theme().Size(theme.SizeNameText), cell.Bold, fyne.Position{})
			g.place(t, cell, span{c, g.spare(row, c)}, g.left[c]-g.scroll.Offset.X, float32(row)*entryRowHeight)
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
