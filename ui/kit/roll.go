package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Roll is a long sheet that scrolls: texts, charts and tables below each other. Tables in it draw only what is seen, and one
// that has no room makes the whole sheet wider.
type Roll struct {
	widget.BaseWidget
	column *fyne.Container
	scroll *container.Scroll
	tables []*DataTable
}

// NewRoll makes an empty sheet.
func NewRoll() *Roll {
	r := &Roll{column: column(0)}
	r.scroll = container.NewScroll(r.column)
	r.scroll.OnScrolled = func(fyne.Position) { r.tell() }
	r.ExtendBaseWidget(r)
	return r
}

// Set shows these objects, from the beginning.
func (r *Roll) Set(objects ...fyne.CanvasObject) {
	r.tables = nil
	for _, o := range objects {
		r.collect(o)
	}
	r.column.Objects = objects
	r.lay(r.Size())
	r.scroll.ScrollToTop()
	r.scroll.Refresh()
	r.tell()
}

func (r *Roll) collect(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *DataTable:
		o.reveal, o.beyond = r.show, r.step
		r.tables = append(r.tables, o)
	case *fyne.Container:
		for _, inside := range o.Objects {
			r.collect(inside)
		}
	}
}

// FocusFirst gives the keyboard to the first table.
func (r *Roll) FocusFirst() {
	if len(r.tables) > 0 {
		Focus(r.tables[0])
	}
}

// lay gives the sheet its width and the height that follows from it.
func (r *Roll) lay(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	r.scroll.Resize(size)
	resizeToWidth(r.column, max(size.Width, r.column.MinSize().Width))
	r.tell()
}

// tell tells each table what is seen of it.
func (r *Roll) tell() {
	for _, t := range r.tables {
		if y, ok := topWithin(r.column, t); ok {
			top := r.scroll.Offset.Y - y
			t.Seen(max(0, top), top+r.scroll.Size().Height, r.scroll.Offset.X)
		}
	}
}

// show scrolls so that the part of a table between top and bottom is seen.
func (r *Roll) show(t *DataTable, top, bottom float32) {
	y, ok := topWithin(r.column, t)
	if !ok {
		return
	}
	height, offset := r.scroll.Size().Height, r.scroll.Offset
	offset.Y = min(max(offset.Y, y+bottom-height), y+top)
	r.scroll.ScrollToOffset(offset)
	r.tell()
}

// step scrolls by a share of what is seen at once, down or, when it is negative, up.
func (r *Roll) step(screens float32) {
	offset := r.scroll.Offset
	seen := r.scroll.Size().Height
	offset.Y = max(0, min(offset.Y+screens*seen, r.column.Size().Height-seen))
	r.scroll.ScrollToOffset(offset)
	r.tell()
}

// CreateRenderer is called by Fyne.
func (r *Roll) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.scroll}
	return &renderer{
		layout: r.lay, least: func() fyne.Size { return fyne.NewSize(200, 120) }, objects: &objects,
		draw: func() { r.lay(r.Size()); r.scroll.Refresh() },
	}
}

// themed is a colour of the theme that is in force.
func themed(name fyne.ThemeColorName) color.Color {
	return theme.Current().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
