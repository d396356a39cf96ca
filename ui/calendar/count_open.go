package calendar

import (
	"context"
	"slices"

	"kumppani/model"
)

// Count shows the week of a session where visitors are entered, with the keyboard at that session.
func (s *Screen) Count(id model.ID) {
	session, err := s.store.Session(context.Background(), id)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.Bring(countTab, func() {
		v := s.View(countTab).(*countView)
		v.goTo(session.Date)
		if row := slices.IndexFunc(v.rows, func(r model.CountRow) bool { return r.Session.ID == id }); row >= 0 {
			v.grid.GoTo(row, firstNumber)
		}
		v.FocusPage()
	})
}
