package desk

import (
	"context"

	"fyne.io/fyne/v2"
)

// Work is what takes its time and goes on beside the window.
type Work struct {
	Said    string // on the bar of messages while it is done
	Stopped string // said after a person has stopped it; empty = it cannot be stopped
	// Do is not on the window's goroutine. tell says how much is done, 0…1.
	Do func(ctx context.Context, tell func(part float64)) error
	// Then is on the window's goroutine, and not when a person has stopped it.
	Then func(error)
}

// Start does the work while a person goes on.
func (d *Desk) Start(w Work) {
	ctx, cancel := context.WithCancel(context.Background())
	stop := cancel
	if w.Stopped == "" {
		stop = nil
	}
	line := d.Messages.Work(w.Said, stop)
	d.Beside(func() {
		err := w.Do(ctx, line.Set)
		line.Done()
		fyne.Do(func() {
			stopped := err != nil && ctx.Err() != nil
			cancel()
			if stopped {
				d.Say(w.Stopped)
				return
			}
			w.Then(err)
		})
	})
}
