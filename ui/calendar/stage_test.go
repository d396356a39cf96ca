package calendar

import (
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

// table is a window with the calendar in it and everything that a test looks at.
type table struct {
	*Screen
	*stage.Stage
	store *shelf
}

// showCalendar shows a view of the calendar on a day.
func showCalendar(t testing.TB, store *shelf, tab int, today model.Date, l model.Language) *table {
	t.Helper()
	x := &table{Stage: stage.New(t, l, today), store: store}
	x.Window.Resize(fyne.NewSize(1186, 700))
	x.Screen = New(x.Desk, store)
	x.Put(x.Content(), func() any { return x.Screen })
	x.Show(tab)
	store.written = x.Reload
	return x
}

// undo presses the button of the message.
func undo(s *stage.Stage) {
	s.T.Helper()
	o := stage.Find(s.Desk.Messages, func(o fyne.CanvasObject) bool {
		b, is := o.(*kit.Button)
		return is && b.Text == words.T("calendar.session.undo")
	})
	if o == nil {
		s.T.Fatalf("the message %q has no button to undo", s.Desk.Messages.Text())
	}
	o.(*kit.Button).Tapped(nil)
}
