package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow sets objects beside each other and begins a new row where the width ends.
func Flow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: 6}, objects...)
}

// Column sets objects below each other, each as high as its wrapped texts need.
func Column(objects ...fyne.CanvasObject) *fyne.Container { return column(0, objects...) }

// Headed sets body under head, which may break into rows where the width ends. Tab comes to head first, which it does not
// with container.NewBorder.
func Headed(head, body fyne.CanvasObject) *fyne.Container {
	return container.New(borderLayout{}, head, body)
}
