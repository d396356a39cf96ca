package calendar

import (
	"context"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/region"
	"kumppani/ui/words"
)

// Store is what the screen of the calendar needs kept.
type Store interface {
	model.MeetingPlaces
	model.Groups
	model.Closures
	model.Seasons
	model.Sessions
	model.Leaders
	model.Requirements
	model.Trainings
	model.Organisations
	model.Centres
	model.PartnerCalendars
	model.MeetingPolicies
	model.PrintedCalendars
}

// The views, in the order of their buttons.
const (
	weekTab = iota
	monthTab
	countTab
	dutiesTab
)

// Screen is the calendar, in four views that look at the same day through the same lens.
type Screen struct {
	*kit.Views
	desk    *desk.Desk
	store   Store
	records *records
	day     model.Date // whose week or month is shown
	lens    lens
	undo    func() // takes back the last change; nil when there is none
}

// New makes the screen and shows the week of today.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, records: &records{Records: region.Records{Today: d.Today()}}, day: d.Today()}
	s.Views = kit.NewViews(
		kit.NamedView{Word: words.T("calendar.view.week"), Make: func() kit.View { return newWeekView(s) }},
		kit.NamedView{Word: words.T("calendar.view.month"), Make: func() kit.View { return newMonthView(s) }},
		kit.NamedView{Word: words.T("calendar.view.count"), Make: func() kit.View { return newCountView(s) }},
		kit.NamedView{Word: words.T("calendar.view.duties"), Make: func() kit.View { return newDutiesView(s) }},
	)
	s.Show(weekTab)
	return s
}

// read reads all records but the sessions anew, for the view that is being filled.
func (s *Screen) read() (*records, error) {
	r, err := readRecords(context.Background(), s.store, s.desk.Today())
	if err == nil {
		s.records = r
	}
	return s.records, err
}

// OpenKind shows a session in its week.
func (s *Screen) OpenKind(_ model.Kind, id model.ID) {
	if id == "" {
		return
	}
	session, err := s.store.Session(context.Background(), id)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.Bring(weekTab, func() { s.View(weekTab).(*weekView).open(session) })
}

// Print asks what to print of the calendar.
func (s *Screen) Print() { s.askPrint() }
