package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// border sets top and bottom at their heights and gives centre the rest, in the order in which they are read, because
// Tab follows that order and container.NewBorder puts the centre first. bottom may be nil.
func border(top, bottom, centre fyne.CanvasObject) fyne.CanvasObject {
	objects := []fyne.CanvasObject{top, centre}
	if bottom != nil {
		objects = append(objects, bottom)
	}
	return container.New(borderLayout{}, objects...)
}

type borderLayout struct{}

func (borderLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, bottom := resizeToWidth(o[0], size.Width), float32(0)
	if len(o) > 2 {
		bottom = resizeToWidth(o[2], size.Width)
		o[2].Move(fyne.NewPos(0, size.Height-bottom))
	}
	o[0].Move(fyne.Position{})
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, max(size.Height-top-bottom, 0)))
}

func (borderLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, part := range o {
		m := part.MinSize()
		all = fyne.NewSize(max(all.Width, m.Width), all.Height+m.Height)
	}
	return all
}

// Between sets body between head and foot. They may break into rows where the width ends: their heights are known only
// after their width, and their own widths ask for nothing. Tab goes from head to foot.
func Between(head, body, foot fyne.CanvasObject) *fyne.Container {
	return container.New(betweenLayout{}, head, body, foot)
}

type betweenLayout struct{ borderLayout }

func (l betweenLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[1].MinSize().Width, l.borderLayout.MinSize(o).Height)
}

// leastPageBody is the least height under the head of a page at which the head still stays in its place.
const leastPageBody = 150

// pageLayout keeps the head of a page over what scrolls. Where a page is so low that hardly a line would be left under
// the head, the head scrolls with the rest.
type pageLayout struct {
	head   fyne.CanvasObject
	scroll *container.Scroll
	body   *fyne.Container // what scrolls
	all    *fyne.Container
	low    bool
}

func (l *pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	head := resizeToWidth(l.head, size.Width)
	if low := size.Height-head < leastPageBody; low != l.low {
		l.low = low
		if low {
			l.all.Objects = []fyne.CanvasObject{l.scroll}
			l.body.Objects = append([]fyne.CanvasObject{l.head}, l.body.Objects...)
		} else {
			l.all.Objects = []fyne.CanvasObject{l.head, l.scroll}
			l.body.Objects = l.body.Objects[1:]
		}
		l.body.Refresh()
	}
	if l.low {
		head = 0
	} else {
		l.head.Move(fyne.Position{})
	}
	place(l.scroll, 0, head, size.Width, size.Height-head)
}

func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	head, scroll := l.head.MinSize(), l.scroll.MinSize()
	return fyne.NewSize(max(head.Width, scroll.Width), head.Height+scroll.Height)
}

// column sets objects below each other with gap between them; a negative gap draws them together.
func column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout(gap), objects...)
}

// columnLayout is Fyne's vertical box, but right at the first drawing when texts in it wrap.
type columnLayout float32

func (l columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			h := resizeToWidth(o, size.Width)
			o.Move(fyne.NewPos(0, y))
			y += h + float32(l)
		}
	}
}

func (l columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	all, gap := fyne.Size{}, float32(0)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			all = fyne.NewSize(max(all.Width, m.Width), all.Height+gap+m.Height)
			gap = float32(l)
		}
	}
	return all
}

// resizeToWidth gives o its width and the height that follows from it, and returns that height. The height of a
// wrapped text is known only after it has its width.
func resizeToWidth(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	h := o.MinSize().Height
	o.Resize(fyne.NewSize(width, h))
	return h
}

// flowLayout sets objects beside each other and begins a new row where the width ends. Its height follows the width it
// was last given, as the height of a wrapped text does. gap is between objects and between rows.
type flowLayout struct {
	gap   float32
	width float32
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, func(o fyne.CanvasObject, pos fyne.Position, s fyne.Size) {
		o.Move(pos)
		o.Resize(s)
	})
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	min := fyne.Size{}
	l.walk(objects, func(_ fyne.CanvasObject, pos fyne.Position, s fyne.Size) {
		min.Width = max(min.Width, s.Width)
		min.Height = max(min.Height, pos.Y+s.Height)
	})
	return min
}

func (l *flowLayout) walk(objects []fyne.CanvasObject, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	pos, row := fyne.Position{}, float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if pos.X > 0 && l.width > 0 && pos.X+s.Width > l.width {
			pos, row = fyne.NewPos(0, pos.Y+row+l.gap), 0
		}
		place(o, pos, s)
		pos.X += s.Width + l.gap
		row = max(row, s.Height)
	}
}
