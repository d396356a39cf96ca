package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// drop is what opens from a field: a body under it (above it where there is no room below) and, for a list, a head that
// lies exactly over the field. It has the focus of its own that Fyne gives to every overlay, so that the field gets the
// focus back by itself when the drop closes. A click beside it closes it.
type drop struct {
	widget.BaseWidget
	canvas fyne.Canvas
	anchor fyne.CanvasObject
	head   fyne.CanvasObject // nil for none
	body   fyne.CanvasObject
	size   func() fyne.Size // the size that the body wants
	away   func()           // someone clicked beside it; it must close the drop
}

func (d *drop) open(focus fyne.Focusable) {
	d.ExtendBaseWidget(d)
	d.canvas.Overlays().Add(d)
	d.Resize(d.canvas.Size())
	d.canvas.Focus(focus)
}

func (d *drop) close() { d.canvas.Overlays().Remove(d) }

// Tapped is called by Fyne.
func (d *drop) Tapped(*fyne.PointEvent) { d.away() }

// TappedSecondary is called by Fyne.
func (d *drop) TappedSecondary(*fyne.PointEvent) { d.away() }

// CreateRenderer is called by Fyne.
func (d *drop) CreateRenderer() fyne.WidgetRenderer {
	frame := canvas.NewRectangle(theme.Color(theme.ColorNameOverlayBackground))
	frame.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	frame.StrokeWidth = 1
	frame.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	r := &dropRenderer{drop: d, frame: frame, back: canvas.NewRectangle(theme.Color(theme.ColorNameOverlayBackground))}
	r.objects = []fyne.CanvasObject{frame, d.body}
	if d.head != nil {
		r.objects = append(r.objects, r.back, d.head)
	}
	return r
}

type dropRenderer struct {
	drop        *drop
	frame, back *canvas.Rectangle
	objects     []fyne.CanvasObject
}

// Layout places the parts; the drop itself fills the whole canvas.
func (r *dropRenderer) Layout(all fyne.Size) {
	const gap = 2
	d := r.drop
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.anchor)
	anchor := d.anchor.Size()
	want := d.size()
	below, above := all.Height-at.Y-anchor.Height-2*gap, at.Y-2*gap
	y := at.Y + anchor.Height + gap
	want.Height = min(want.Height, max(below, above))
	if want.Height > below && above > below {
		y = at.Y - gap - want.Height
	}
	x := at.X
	if d.head == nil && want.Height < d.size().Height { // it cannot scroll, so it goes beside the field
		want = d.size()
		x, y = at.X+anchor.Width+gap, max(0, min(y, all.Height-want.Height-gap))
	}
	x = max(0, min(x, all.Width-want.Width-gap))
	for _, o := range []fyne.CanvasObject{r.frame, d.body} {
		o.Move(fyne.NewPos(x, y))
		o.Resize(want)
	}
	if d.head != nil {
		r.back.Move(at)
		r.back.Resize(anchor)
		d.head.Move(at)
		d.head.Resize(anchor)
	}
}

func (r *dropRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *dropRenderer) Refresh()                     { r.Layout(r.drop.Size()); canvas.Refresh(r.drop) }
func (r *dropRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *dropRenderer) Destroy()                     {}
