package desk_test

import (
	"context"
	"errors"
	"testing"

	"kumppani/ui/desk"
)

// The window closes when what cannot be stopped is done, stays open when that fails, and does not wait for what can be stopped.
func TestWhenDoneWaitsForWhatIsWrittenWhole(t *testing.T) {
	for name, c := range map[string]struct {
		stopped   string
		fails     error
		early, at bool // closed before the work ends, and afterwards
	}{
		"whole":     {"", nil, false, true},
		"fails":     {"", errors.New("disk"), false, false},
		"stoppable": {"Keskeytettiin.", nil, true, true},
	} {
		x := newStage(t)
		var work func()
		x.Desk.Beside = func(w func()) { work = w }
		told := false
		x.Desk.Start(desk.Work{
			Said: "Kirjoitetaan", Stopped: c.stopped,
			Do:   func(context.Context, func(float64)) error { return c.fails },
			Then: func(err error) { told = err != nil },
		})
		closed := false
		x.Desk.WhenDone(func() { closed = true })
		if closed != c.early {
			t.Errorf("%s: closed %v while the work goes on", name, closed)
		}
		work()
		if closed != c.at || told != (c.fails != nil) {
			t.Errorf("%s: closed %v, told of the error %v", name, closed, told)
		}
		again := false
		if x.Desk.WhenDone(func() { again = true }); !again {
			t.Errorf("%s: nothing goes on, and it waits", name)
		}
	}
}
