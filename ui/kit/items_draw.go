package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// itemFrame holds the fields of the open item and the buttons that move and remove it.
type itemFrame struct {
	widget.BaseWidget
	fields  *Fields
	buttons *fyne.Container
	back    *canvas.Rectangle
}

// newFrame makes the frame of r without its fields; a list that is fixed has no buttons.
func (l *Items[T]) newFrame(r *itemRow[T]) *itemFrame {
	f := &itemFrame{fields: NewFields(), buttons: &fyne.Container{Layout: &flowLayout{gap: 6}}, back: canvas.NewRectangle(nil)}
	f.fields.host = l.form
	add := func(label string, icon fyne.Resource, do func()) {
		b := NewQuietButton(label, icon, do)
		b.SetOnFocus(func() { l.form.revealPart(b, 0, b.Size().Height) })
		f.buttons.Add(b)
	}
	add(words.T("kit.items.close"), theme.ConfirmIcon(), func() {
		if l.closeOpen() {
			Focus(r.head)
		}
	})
	if !l.Fixed {
		add(words.T("kit.items.up"), theme.MoveUpIcon(), func() { l.move(r, -1) })
		add(words.T("kit.items.down"), theme.MoveDownIcon(), func() { l.move(r, 1) })
		add(words.T("kit.items.remove"), theme.DeleteIcon(), func() { l.askRemove(r) })
	}
	f.ExtendBaseWidget(f)
	return f
}

const framePad = 6

func (f *itemFrame) arrange(width float32) float32 {
	inner := width - 2*framePad
	y := stack(f.fields, framePad, framePad, inner)
	y = stack(f.buttons, framePad, y, inner) + framePad
	place(f.back, 0, 0, width, y)
	return y
}

func (f *itemFrame) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.back, f.fields, f.buttons}
}

// CreateRenderer is called by Fyne.
func (f *itemFrame) CreateRenderer() fyne.WidgetRenderer { return &itemFrameRenderer{f} }

type itemFrameRenderer struct{ f *itemFrame }

func (r *itemFrameRenderer) Layout(size fyne.Size) { r.f.arrange(size.Width) }
func (r *itemFrameRenderer) MinSize() fyne.Size {
	return fyne.NewSize(240, r.f.arrange(r.f.Size().Width))
}

func (r *itemFrameRenderer) Refresh() {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	r.f.back.FillColor = nil
	r.f.back.StrokeColor, r.f.back.StrokeWidth = r.f.Theme().Color(theme.ColorNameInputBorder, variant), 1
	r.f.back.CornerRadius = theme.InputRadiusSize()
	r.f.arrange(r.f.Size().Width)
	canvas.Refresh(r.f)
}

func (r *itemFrameRenderer) Objects() []fyne.CanvasObject { return r.f.parts() }
func (r *itemFrameRenderer) Destroy()                     {}

const itemGap = 4

func (l *Items[T]) arrange(width float32) float32 {
	y := float32(0)
	if l.note.Visible() {
		y = stack(l.note, 0, y, width)
	}
	for _, r := range l.rows {
		place(r.head, 0, y, width, itemHeight)
		y += itemHeight + itemGap
		if r.frame != nil {
			y = stack(r.frame, 12, y-itemGap/2, width-12) + itemGap
		}
	}
	if l.adder.Visible() {
		size := l.adder.MinSize()
		place(l.adder, 0, y+itemGap, min(size.Width, width), size.Height)
		y += size.Height + itemGap
	}
	return y
}

// CreateRenderer is called by Fyne.
func (l *Items[T]) CreateRenderer() fyne.WidgetRenderer {
	return &itemsRenderer{l: l, arrange: l.arrange, objects: l.parts}
}

func (l *Items[T]) parts() []fyne.CanvasObject {
	out := []fyne.CanvasObject{l.note}
	for _, r := range l.rows {
		out = append(out, r.head)
		if r.frame != nil {
			out = append(out, r.frame)
		}
	}
	return append(out, l.adder)
}

type itemsRenderer struct {
	l       fyne.CanvasObject
	arrange func(width float32) float32
	objects func() []fyne.CanvasObject
}

func (r *itemsRenderer) Layout(size fyne.Size)        { r.arrange(size.Width) }
func (r *itemsRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, r.arrange(r.l.Size().Width)) }
func (r *itemsRenderer) Objects() []fyne.CanvasObject { return r.objects() }
func (r *itemsRenderer) Destroy()                     {}

func (r *itemsRenderer) Refresh() {
	r.arrange(r.l.Size().Width)
	for _, o := range r.objects() {
		if frame, ok := o.(*itemFrame); ok {
			frame.Refresh()
		}
	}
	canvas.Refresh(r.l)
}
