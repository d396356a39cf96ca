package training

import (
	"context"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is what the screen of training needs kept.
type Store interface {
	model.Trainings
	model.Leaders
	model.Organisations
	model.Requirements
	model.Centres
}

// opener is a view of records that have pages.
type opener interface{ Open(id model.ID) }

// The views, in the order of their buttons.
const (
	eventsTab = iota
	programmesTab
	matrixTab
	needsTab
)

// Screen is what leaders learn, in four views.
type Screen struct {
	*kit.Views
	desk    *desk.Desk
	store   Store
	records *records
}

// New makes the screen and shows the events.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, records: &records{today: d.Today()}}
	s.Views = kit.NewViews(
		kit.NamedView{Word: words.T("training.view.events"), Make: func() kit.View { return newEventsView(s) }},
		kit.NamedView{Word: words.T("training.view.programmes"), Make: func() kit.View { return newProgrammesView(s) }},
		kit.NamedView{Word: words.T("training.view.matrix"), Make: func() kit.View { return newMatrixView(s) }},
		kit.NamedView{Word: words.T("training.view.needs"), Make: func() kit.View { return newNeedsView(s) }},
	)
	s.Show(eventsTab)
	return s
}

// read reads all records anew, for the view that is being filled.
func (s *Screen) read() (*records, error) {
	r, err := readRecords(context.Background(), s.store, s.desk.Today())
	if err == nil {
		s.records = r
	}
	return s.records, err
}

// OpenKind shows the page of an event or a programme, or for an empty ID its register.
func (s *Screen) OpenKind(kind model.Kind, id model.ID) {
	i := eventsTab
	if kind == model.KindProgramme {
		i = programmesTab
	}
	s.Bring(i, func() {
		if o, ok := kit.FrontView[opener](s.Views); ok && id != "" {
			o.Open(id)
		}
	})
}

// NewEvent begins a new event of the programme in which these leaders take part. Either may be empty.
func (s *Screen) NewEvent(programme model.ID, leaders []model.ID) {
	s.Bring(eventsTab, func() { s.View(eventsTab).(*eventsView).begin(programme, leaders) })
}

// newProgramme begins a new programme, without which there is no event.
func (s *Screen) newProgramme() { s.Bring(programmesTab, s.New) }
