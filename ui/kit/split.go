package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// newSplit divides the width between left and right at offset (0…1) and calls moved each time a person moves the
// divider, because Fyne's own split does not tell.
func newSplit(left, right fyne.CanvasObject, offset float64, moved func(float64)) *container.Split {
	watch := &watchLayout{last: offset}
	s := container.NewHSplit(left, container.New(watch, right))
	s.SetOffset(offset)
	watch.placed = func() {
		if s.Offset != watch.last {
			watch.last = s.Offset
			if moved != nil {
				moved(s.Offset)
			}
		}
	}
	return s
}

// watchLayout fills its container with its one object and tells each time it was placed.
type watchLayout struct {
	last   float64
	placed func()
}

func (l *watchLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	if l.placed != nil {
		l.placed()
	}
}

func (l *watchLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(360, 0))
}
