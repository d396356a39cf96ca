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
