package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Measures of a form in Fyne's units.
const (
	formWide      = 600 // from this width on labels stand at the left and fields side by side
	formLabels    = 180 // the column of labels
	formInputMax  = 620 // no input is wider: long lines are hard to read
	formGap       = 8   // between lines
	formMargin    = 8
	formSectionUp = 18 // above a heading
	formBetween   = 12 // between fields side by side
	formLift      = 5  // by which a caption moves up into the margin of the label that holds it
)

// formLine is one of: a heading, fields side by side, something else.
type formLine struct {
	heading *widget.Label
	fields  []*Field
	other   fyne.CanvasObject
}

// formBody arranges the lines. Its height depends on the width that it was last given.
type formBody struct {
	widget.BaseWidget
	lines   []formLine
	objects []fyne.CanvasObject
	width   float32
}

func newFormBody() *formBody {
	b := &formBody{}
	b.ExtendBaseWidget(b)
	return b
}

func newHeading(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.TextStyle.Bold = true
	l.SizeName = theme.SizeNameSubHeadingText
	l.Wrapping = fyne.TextWrapWord
	return l
}

func (b *formBody) add(line formLine) {
	b.lines = append(b.lines, line)
	switch {
	case line.heading != nil:
		b.objects = append(b.objects, line.heading)
	case line.other != nil:
		b.objects = append(b.objects, line.other)
	default:
		for _, f := range line.fields {
			b.objects = append(b.objects, f.objects()...)
		}
	}
	if b.width > 0 { // a form is put together before it is shown, and then once is enough
		b.Refresh()
	}
}

func (b *formBody) parts() []fyne.CanvasObject { return b.objects }

// fields goes through all fields as they are read.
func (b *formBody) fields(yield func(*Field) bool) {
	for _, line := range b.lines {
		for _, f := range line.fields {
			if !yield(f) {
				return
			}
		}
	}
}

// arrange places everything in this width and returns the height that it takes.
func (b *formBody) arrange(width float32) float32 {
	inner := max(0, width-2*formMargin)
	y := float32(0)
	for i, line := range b.lines {
		switch {
		case line.heading != nil:
			if i > 0 {
				y += formSectionUp
			}
			y = stack(line.heading, formMargin, y, inner) + formGap/2
		case line.other != nil:
			y = stack(line.other, formMargin, y, inner) + formGap
		case width >= formWide:
			y = arrangeWide(line.fields, y, inner) + formGap
		default:
			for _, f := range line.fields {
				y = f.arrangeNarrow(y, inner) + formGap
			}
		}
	}
	return y + formMargin
}

// stack places o at y over the width and returns where it ends.
func stack(o fyne.CanvasObject, x, y, width float32) float32 {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, o.Size().Height)) // what wraps knows its height only when it knows its width
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return y + height
}

// arrangeWide sets the label of the first field into the column of labels and those of the others before their inputs.
func arrangeWide(fields []*Field, y, width float32) float32 {
	n := float32(len(fields))
	room := min(width-formLabels, formInputMax)
	each := (room - (n-1)*formBetween) / n
	x, end := float32(formMargin), y
	for i, f := range fields {
		label := float32(formLabels)
		slot := each
		if i > 0 {
			label = min(fyne.MeasureText(f.label.Text, theme.TextSize(), f.label.TextStyle).Width+2*theme.InnerPadding()+1, each/2)
			slot -= label
		}
		labelEnd := stack(f.label, x, y, label)
		x += label
		used := f.fit(slot)
		fieldEnd := f.arrangeInput(x, y, used, slot)
		f.top, f.bottom = y, max(labelEnd, fieldEnd)
		end = max(end, f.bottom)
		if i == 0 && n > 1 {
			used = slot // so that the second fields of all rows begin at the same place
		}
		x += used + formBetween
	}
	return end
}

func (f *Field) arrangeNarrow(y, width float32) float32 {
	f.top = y
	y = stack(f.label, formMargin, y, width) - formLift
	f.bottom = f.arrangeInput(formMargin, y, f.fit(width), width)
	return f.bottom
}

// fit is the width of the input where there is room for this much.
func (f *Field) fit(room float32) float32 {
	if f.Width > 0 {
		return min(f.Width, room)
	}
	return min(room, formInputMax)
}

// arrangeInput places the input with its hint and its problems under it; these may be as wide as room.
func (f *Field) arrangeInput(x, y, width, room float32) float32 {
	y = stack(f.Input, x, y, width)
	room = max(room, width)
	if f.hint.Visible() {
		y = stack(f.hint, x, y-formLift, room) - formLift
	}
	if f.problem.Visible() {
		const icon = 16
		top := y - formLift + 1
		place(f.symbol, x+theme.InnerPadding(), top+theme.InnerPadding(), icon, icon)
		y = stack(f.problem, x+icon+theme.InnerPadding(), top, room-icon-theme.InnerPadding()) - formLift
	}
	return y
}

// CreateRenderer is called by Fyne.
func (b *formBody) CreateRenderer() fyne.WidgetRenderer { return &formRenderer{b} }

type formRenderer struct{ b *formBody }

func (r *formRenderer) Layout(size fyne.Size) {
	r.b.width = size.Width
	r.b.arrange(size.Width)
}

func (r *formRenderer) MinSize() fyne.Size {
	return fyne.NewSize(280, r.b.arrange(r.b.width))
}

func (r *formRenderer) Refresh() {
	r.b.arrange(r.b.width)
	for _, o := range r.b.objects {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}

func (r *formRenderer) Objects() []fyne.CanvasObject { return r.b.objects }
func (r *formRenderer) Destroy()                     {}
