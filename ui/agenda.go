package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/calendar"
	"kumppani/ui/home"
)

// atHome is the place of Home among the places.
const atHome = 0

// looked keeps what needs attention, and counts it beside the navigation.
func (s *shell) looked(a model.Agenda) {
	s.agenda = a
	s.nav.count(s.places, a)
}

// look computes beside what needs attention, so that a person who enters one number after another does not wait. When
// records change meanwhile it is computed once more.
func (s *shell) look() {
	if s.looking {
		s.again = true
		return
	}
	s.looking = true
	today := s.options.Today()
	s.desk.Beside(func() {
		a, err := home.Look(context.Background(), s.options.Store, today)
		fyne.Do(func() {
			s.looking = false
			if err == nil { // the screen at the front reads the same and tells what is wrong
				s.looked(a)
			}
			if s.again {
				s.again = false
				s.look()
			}
		})
	})
}

// countVisitors shows where the visitors of a session are entered.
func (s *shell) countVisitors(session model.ID) {
	s.open(model.KindSession, "")
	if c, ok := s.shown().(*calendar.Screen); ok {
		c.Count(session)
	}
}
