// Package reports is the screen of what is told to others: reports with their settings as they will be on paper, beside the
// records of the network on which they also rest.
//
// What does not live here: what a report says (ui/report), how it is put on paper or into a spreadsheet (ui/paper,
// ui/spreadsheet), and the records of the network (ui/network).
package reports

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/exchange"
	"kumppani/ui/kit"
	"kumppani/ui/network"
	"kumppani/ui/report"
	"kumppani/ui/words"
)

// Store is what reports and the records of the network are kept in.
type Store interface {
	report.Store
	network.Store
	exchange.Store
	Seasons(ctx context.Context) ([]model.Season, error)
}

// The views, in the order of their buttons.
const (
	reportsTab = iota
	yearTab
	meetingsTab
	surveysTab
	exchangeTab
)

// Screen is reports, the records of the network, and what is taken in and written out, in five views.
type Screen struct {
	*kit.Views
	desk *desk.Desk
}

// New makes the screen and shows the reports.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d}
	s.Views = kit.NewViews(
		kit.NamedView{Word: words.T("reports.view.reports"), Make: func() kit.View { return newReportsView(d, store) }},
		kit.NamedView{Word: words.T("reports.view.year"), Make: func() kit.View {
			year := network.NewYear(d, store)
			year.SetOnReport(s.annual)
			return year
		}},
		kit.NamedView{Word: words.T("reports.view.meetings"), Make: func() kit.View { return network.NewMeetings(d, store) }},
		kit.NamedView{Word: words.T("reports.view.surveys"), Make: func() kit.View { return network.NewSurveys(d, store) }},
		kit.NamedView{Word: words.T("reports.view.exchange"), Make: func() kit.View { return exchange.New(d, store) }},
	)
	s.Show(reportsTab)
	return s
}

// annual shows the annual report of a year.
func (s *Screen) annual(year int) {
	s.Bring(reportsTab, func() {
		today := s.desk.Today()
		remember(report.Question{Code: report.Annual, Period: model.YearPeriod(year), AsOf: today}, today)
		s.View(reportsTab).(*reportsView).show(report.Annual)
	})
}

// OpenKind shows a body, a meeting, a survey or a year, or for an empty ID its view.
func (s *Screen) OpenKind(kind model.Kind, id model.ID) {
	i, known := map[model.Kind]int{
		model.KindBody: meetingsTab, model.KindNetwork: meetingsTab, model.KindSurvey: surveysTab, model.KindYear: yearTab,
	}[kind]
	if !known {
		return
	}
	s.Bring(i, func() {
		if id == "" {
			return
		}
		if o, ok := kit.FrontView[interface{ OpenKind(model.Kind, model.ID) }](s.Views); ok {
			o.OpenKind(kind, id)
		} else if o, ok := kit.FrontView[interface{ Open(model.ID) }](s.Views); ok {
			o.Open(id)
		}
	})
}

// Undo takes back what the current view did last, if it can.
func (s *Screen) Undo() {
	if u, ok := kit.FrontView[kit.Undoer](s.Views); ok {
		u.Undo()
	}
}

// Dropped takes files that were dropped on the window: a spreadsheet to be taken in.
func (s *Screen) Dropped(files []fyne.URI) {
	s.Bring(exchangeTab, func() {
		if d, ok := kit.FrontView[interface{ Dropped(files []fyne.URI) }](s.Views); ok {
			d.Dropped(files)
		}
	})
}
