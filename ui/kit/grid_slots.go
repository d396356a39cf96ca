package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SlotGrid is a small table of boxes to tick, such as weekdays by parts of the day. Tab goes from box to box as they are
// read, the arrow keys move in all four directions, Space ticks.
type SlotGrid struct {
	widget.BaseWidget
	OnChanged func(row, column int, on bool) // a person ticked a box or cleared it

	rows, columns []string
	boxes         [][]*slotBox
}

// NewSlotGrid makes a table in which nothing is ticked, with these words at the left and above.
func NewSlotGrid(rows, columns []string) *SlotGrid {
	g := &SlotGrid{rows: rows, columns: columns, boxes: make([][]*slotBox, len(rows))}
	for r := range rows {
		for c := range columns {
			g.boxes[r] = append(g.boxes[r], g.box(r, c))
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

func (g *SlotGrid) box(row, column int) *slotBox {
	b := &slotBox{grid: g, row: row, column: column}
	b.Check.Check.OnChanged = func(on bool) {
		if g.OnChanged != nil {
			g.OnChanged(row, column, on)
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// Ticked reports whether the box is ticked.
func (g *SlotGrid) Ticked(row, column int) bool { return g.boxes[row][column].Checked }

// SetTicked ticks or clears a box without calling OnChanged.
func (g *SlotGrid) SetTicked(row, column int, on bool) { g.boxes[row][column].SetValue(on) }

// SetLabel names each box after the table, its row and its column.
func (g *SlotGrid) SetLabel(label string) {
	for r, line := range g.boxes {
		for c, b := range line {
			b.SetLabel(label + ", " + g.columns[c] + " " + g.rows[r])
		}
	}
}

// SetOnFocus is called each time a box gains the focus.
func (g *SlotGrid) SetOnFocus(f func()) {
	for _, line := range g.boxes {
		for _, b := range line {
			b.SetOnFocus(f)
		}
	}
}

// SetOnProblem does nothing: no tick is wrong by itself.
func (g *SlotGrid) SetOnProblem(func(Problem)) {}

// Focusable is the first box.
func (g *SlotGrid) Focusable() fyne.Focusable { return g.boxes[0][0] }

// CreateRenderer is called by Fyne.
func (g *SlotGrid) CreateRenderer() fyne.WidgetRenderer {
	layout := &slotLayout{columns: len(g.columns) + 1}
	all := container.New(layout)
	label := func(text string) {
		l := widget.NewLabel(text)
		l.Importance = widget.LowImportance
		all.Add(l)
	}
	label("")
	for _, c := range g.columns {
		label(c)
	}
	for r, line := range g.boxes {
		label(g.rows[r])
		for _, b := range line {
			all.Add(b)
		}
	}
	return widget.NewSimpleRenderer(all)
}

// slotBox is one box.
type slotBox struct {
	Check
	grid        *SlotGrid
	row, column int
}

// TypedKey is called by Fyne: the arrow keys go to the neighbours.
func (b *slotBox) TypedKey(key *fyne.KeyEvent) {
	row, column := b.row, b.column
	switch key.Name {
	case fyne.KeyLeft:
		column--
	case fyne.KeyRight:
		column++
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	default:
		b.Check.TypedKey(key)
		return
	}
	if row >= 0 && row < len(b.grid.rows) && column >= 0 && column < len(b.grid.columns) {
		Focus(b.grid.boxes[row][column])
	}
}

// slotLayout sets a table whose first row and first column are words; the columns of boxes are equally wide.
type slotLayout struct{ columns int }

func (l *slotLayout) measure(objects []fyne.CanvasObject) (first, other, height float32) {
	for i, o := range objects {
		size := o.MinSize()
		if i%l.columns == 0 {
			first = max(first, size.Width)
		} else {
			other = max(other, size.Width)
		}
		height = max(height, size.Height)
	}
	return first, other, height - theme.Padding()
}

// Layout is called by Fyne.
func (l *slotLayout) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	first, other, height := l.measure(objects)
	for i, o := range objects {
		x, w := float32(0), first
		if column := i % l.columns; column > 0 {
			x, w = first+float32(column-1)*other, other
		}
		size := o.MinSize()
		o.Move(fyne.NewPos(x, float32(i/l.columns)*height))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}

// MinSize is called by Fyne.
func (l *slotLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, other, height := l.measure(objects)
	rows := (len(objects) + l.columns - 1) / l.columns
	return fyne.NewSize(first+float32(l.columns-1)*other, float32(rows)*height+theme.Padding())
}
