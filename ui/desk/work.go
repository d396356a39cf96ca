package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/ui/words"
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
	stop, whole := cancel, w.Stopped == ""
	if whole {
		stop = nil
		d.whole++
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
			if whole {
				d.done(err)
			}
		})
	})
}

// WhenDone runs then as soon as no work is going on that cannot be stopped: what is to be written whole is written before the
// window closes. When such a work fails, then does not run, so that a person learns of it.
func (d *Desk) WhenDone(then func()) {
	if d.whole == 0 {
		then()
		return
	}
	d.after = then
	d.Say(words.T("desk.closing"))
}

// done notes the end of a work that cannot be stopped.
func (d *Desk) done(err error) {
	d.whole--
	if err != nil {
		d.after = nil
	}
	if then := d.after; then != nil && d.whole == 0 {
		d.after = nil
		then()
	}
}
