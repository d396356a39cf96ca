package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// renderer is that of a widget that sets out and draws its objects by itself.
type renderer struct {
	layout  func(size fyne.Size) // nil where a new size by itself changes nothing
	least   func() fyne.Size     // nil where any size will do
	draw    func()
	objects *[]fyne.CanvasObject
}

func (r *renderer) Layout(size fyne.Size) {
	if r.layout != nil {
		r.layout(size)
	}
}

func (r *renderer) MinSize() fyne.Size {
	if r.least == nil {
		return fyne.Size{}
	}
	return r.least()
}

func (r *renderer) Refresh()                     { r.draw() }
func (r *renderer) Objects() []fyne.CanvasObject { return *r.objects }
func (r *renderer) Destroy()                     {}

// strip stands at an edge of a grid and scrolls with it: names of rows or columns, or what is under them. What does not
// fit is clipped.
type strip struct {
	widget.BaseWidget
	sketch
	self   fyne.Widget
	scroll *container.Scroll
	fill   func() // draws what is seen now, after the ground
}

func newStrip(scroll *container.Scroll, fill func(*strip)) *strip {
	s := &strip{}
	s.init(s, scroll, func() { fill(s) })
	return s
}

// init makes it the strip that self is.
func (s *strip) init(self fyne.Widget, scroll *container.Scroll, fill func()) {
	s.self, s.scroll, s.fill = self, scroll, fill
	s.ExtendBaseWidget(self)
}

// lay draws the ground and what is seen now.
func (s *strip) lay() {
	s.begin()
	s.rect(s.color(theme.ColorNameHeaderBackground), 0, 0, s.Size().Width, s.Size().Height)
	s.fill()
	canvas.Refresh(s.self)
}

func (s *strip) color(name fyne.ThemeColorName) color.Color {
	return s.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// mark lies behind the name of the row or column in which the keyboard is.
func (s *strip) mark(x, y, width, height float32) {
	s.rect(s.color(theme.ColorNameSelection), x, y, width, height)
}

// Scrolled is called by Fyne: the wheel scrolls the grid. Having it, the strip is clipped at its edge.
func (s *strip) Scrolled(e *fyne.ScrollEvent) { s.scroll.Scrolled(e) }

// CreateRenderer is called by Fyne.
func (s *strip) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{layout: func(fyne.Size) { s.lay() }, draw: s.lay, objects: &s.objects}
}
