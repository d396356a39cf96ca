package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// taps tells a second press from a first one.
type taps struct {
	at   fyne.Position
	when time.Time
}

// again reports whether this press follows another one at the same place at once.
func (t *taps) again(p fyne.Position) bool {
	d, now := p.Subtract(t.at), time.Now()
	twice := now.Sub(t.when) < fyne.CurrentApp().Driver().DoubleTapDelay() && abs(d.X) < 6 && abs(d.Y) < 6
	t.at, t.when = p, now
	if twice {
		t.when = time.Time{}
	}
	return twice
}
