// Command bare shows an empty Fyne window and ends when it has been drawn: what the start of Kumppani is measured
// against.
package main

import (
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("fi.kumppani.bare")
	w := a.NewWindow("bare")
	w.SetContent(widget.NewLabel("bare"))
	w.Resize(fyne.NewSize(1280, 700))
	a.Lifecycle().SetOnStarted(func() {
		pictures := 0
		var wait *fyne.Animation
		wait = fyne.NewAnimation(time.Minute, func(float32) {
			if pictures++; pictures == 3 {
				wait.Stop()
				os.Exit(0)
			}
		})
		wait.Start()
	})
	w.ShowAndRun()
}
