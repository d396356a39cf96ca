package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// WithChip sets a state chip and more small things at the right of o; a chip without a word is left out.
func WithChip(o fyne.CanvasObject, c Chip, more ...fyne.CanvasObject) fyne.CanvasObject {
	right := container.NewHBox()
	if c.Word != "" {
		right.Add(container.NewCenter(NewStateChip(c)))
	}
	for _, m := range more {
		right.Add(m)
	}
	return container.NewBorder(nil, nil, nil, right, o)
}
