package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// GridColumn is a column of a TimeGrid or a CellGrid: a day.
type GridColumn struct {
	Name   string
	Short  string // of the name: where there is no room for the whole
	Note   string // under the name: what is special about the day
	Today  bool
	Closed bool // the column stands on a dimmer ground
	Narrow bool // nothing is in it
}

// gridColumns are columns with the room that they take.
type gridColumns struct {
	all   []GridColumn
	edges []float32 // where each begins, and where the last ends
}

// narrow is how much of the width of others a narrow column takes, and narrowLeast what it takes where room is scarce:
// its head has the weekday over the date then.
const (
	narrow      = 0.5
	narrowLeast = 28
)

// fit shares a width among the columns, evenly as long as each has the least that it needs, of which least tells. Where
// there is not enough for all, the narrow ones shrink first, and then the others alike.
func (g *gridColumns) fit(width float32, least func(column int) float32) {
	widths, shares, taken := make([]float32, len(g.all)), float32(0), float32(0)
	for i, c := range g.all {
		widths[i] = narrowLeast
		if !c.Narrow {
			widths[i] = least(i)
			taken += widths[i]
		}
		shares += c.share()
	}
	small := float32(narrowLeast * g.narrowOnes())
	switch {
	case width <= small:
		for i := range widths {
			widths[i] = width / float32(len(widths))
		}
	case taken > width-small:
		for i, c := range g.all {
			if !c.Narrow {
				widths[i] *= (width - small) / taken
			}
		}
	default:
		g.even(widths, width, shares)
	}
	g.edges = append(g.edges[:0], 0)
	x := float32(0)
	for _, w := range widths {
		x += w
		g.edges = append(g.edges, x)
	}
}

// even shares a width evenly; a column that would have less than its least keeps it, and the others share the rest.
func (g *gridColumns) even(widths []float32, width, shares float32) {
	kept := make([]bool, len(widths))
	for again := true; again; {
		again = false
		for i, c := range g.all {
			if !kept[i] && widths[i] > width*c.share()/shares {
				kept[i], again = true, true
				width -= widths[i]
				shares -= c.share()
			}
		}
	}
	for i, c := range g.all {
		if !kept[i] {
			widths[i] = width * c.share() / shares
		}
	}
}

func (g *gridColumns) narrowOnes() (n int) {
	for _, c := range g.all {
		if c.Narrow {
			n++
		}
	}
	return n
}

func (c GridColumn) share() float32 {
	if c.Narrow {
		return narrow
	}
	return 1
}

// at is the column under x; the outermost ones reach beyond the edge.
func (g *gridColumns) at(x float32) int {
	for i := range g.all {
		if x < g.edges[i+1] {
			return i
		}
	}
	return len(g.all) - 1
}

func (g *gridColumns) left(i int) float32  { return g.edges[i] }
func (g *gridColumns) width(i int) float32 { return g.edges[i+1] - g.edges[i] }
func (g *gridColumns) end() float32        { return g.edges[len(g.all)] }

// gridHead draws the names of the columns over a grid.
type gridHead struct {
	widget.BaseWidget
	sketch
	columns *gridColumns
	margin  float32 // what stands to the left of the columns
	at      func() int
	onPoint func(column int)
}

const gridHeadPad = 5

func newGridHead(columns *gridColumns, margin float32) *gridHead {
	h := &gridHead{columns: columns, margin: margin, at: func() int { return -1 }}
	h.ExtendBaseWidget(h)
	return h
}

func (h *gridHead) lay() {
	th, v := h.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	size, small := th.Size(theme.SizeNameText), th.Size(theme.SizeNameCaptionText)
	ink := th.Color(theme.ColorNameForeground, v)
	h.begin()
	h.rect(th.Color(theme.ColorNameHeaderBackground, v), 0, 0, h.Size().Width, h.Size().Height)
	for i, c := range h.columns.all {
		if len(h.columns.edges) <= i+1 {
			break
		}
		x, width := h.margin+h.columns.left(i), h.columns.width(i)
		if i == h.at() {
			h.rect(th.Color(theme.ColorNameSelection, v), x, 0, width, h.Size().Height)
		}
		if c.Today {
			h.rect(th.Color(theme.ColorNamePrimary, v), x+2, h.Size().Height-3, width-4, 3)
		}
		room := width - 2*gridHeadPad
		name, below := c.named(room, size)
		t := h.text(name, ink, size, true, fyne.NewPos(x+gridHeadPad, 2))
		under := fyne.NewPos(x+gridHeadPad, 1+t.MinSize().Height)
		switch {
		case below != "":
			h.text(ellipsis(below, room, &canvas.Text{TextSize: small, TextStyle: fyne.TextStyle{Bold: true}}), ink, small, true, under)
		case c.Note != "" && room >= narrowLeast: // a letter or two of it say nothing
			note := ellipsis(c.Note, room, &canvas.Text{TextSize: small})
			h.text(note, th.Color(theme.ColorNamePlaceHolder, v), small, false, under)
		}
	}
	canvas.Refresh(h)
}

// named is what a head says in so much room: the whole name, its short form, or the words of that one under the other.
func (c GridColumn) named(room, size float32) (name, below string) {
	bold := &canvas.Text{TextSize: size, TextStyle: fyne.TextStyle{Bold: true}}
	fits := func(s string) bool { return fyne.MeasureText(s, size, bold.TextStyle).Width <= room }
	day, date, two := strings.Cut(c.Short, " ")
	switch {
	case fits(c.Name) || c.Short == "":
		name = c.Name
	case fits(c.Short) || !two:
		name = c.Short
	default:
		name, below = day, date
	}
	return ellipsis(name, room, bold), below
}

// height is that of a name and a note.
func (h *gridHead) height() float32 {
	th := h.Theme()
	line := func(name fyne.ThemeSizeName) float32 {
		return fyne.MeasureText("Å", th.Size(name), fyne.TextStyle{}).Height
	}
	return line(theme.SizeNameText) + line(theme.SizeNameCaptionText) + 6
}

// MouseIn is called by Fyne.
func (h *gridHead) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (h *gridHead) MouseMoved(e *desktop.MouseEvent) {
	if h.onPoint != nil && e.Position.X >= h.margin && len(h.columns.all) > 0 {
		h.onPoint(h.columns.at(e.Position.X - h.margin))
	}
}

// MouseOut is called by Fyne.
func (h *gridHead) MouseOut() {
	if h.onPoint != nil {
		h.onPoint(-1)
	}
}

// CreateRenderer is called by Fyne.
func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		layout: func(fyne.Size) { h.lay() }, least: func() fyne.Size { return fyne.NewSize(0, h.height()) }, draw: h.lay, objects: &h.objects,
	}
}

// layGrid places what a grid is made of: its head above, what stands at its left edge, and what scrolls.
func layGrid(size fyne.Size, head *gridHead, left, scroll fyne.CanvasObject, margin float32) {
	y := head.height()
	high := max(0, size.Height-y)
	place(head, 0, 0, size.Width, y)
	place(left, 0, y, margin, high)
	place(scroll, margin, y, max(0, size.Width-margin), high)
}
