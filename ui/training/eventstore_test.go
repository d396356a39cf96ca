package training

import (
	"context"
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/stage"
)

var eventToday = model.MustDate("2026-11-22")

// eventShelf is a store in memory: what the register of events does not ask for is not there.
type eventShelf struct {
	Store
	programmes    []model.Programme
	events        []model.Event
	leaders       []model.Leader
	organisations []model.Organisation
	extensions    []model.Extension
	fails         error // what every write answers
}

func (s *eventShelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Name: model.Text{Fi: "Suvantomaan perhekeskus"}, Language: model.Finnish}, nil
}

func (s *eventShelf) Programmes(context.Context) ([]model.Programme, error) { return s.programmes, nil }

func (s *eventShelf) Events(context.Context) ([]model.Event, error) {
	return slices.Clone(s.events), nil
}

func (s *eventShelf) Leaders(context.Context) ([]model.Leader, error) { return s.leaders, nil }

func (s *eventShelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s *eventShelf) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.NewTrainingRecord(nil, nil, s.extensions), nil
}

func (s *eventShelf) Extensions(context.Context) ([]model.Extension, error) { return s.extensions, nil }

func (s *eventShelf) at(id model.ID) int {
	return slices.IndexFunc(s.events, func(e model.Event) bool { return e.ID == id })
}

func (s *eventShelf) CreateEvent(_ context.Context, e model.Event) (model.Event, error) {
	if s.fails != nil {
		return e, s.fails
	}
	e.ID = ids.New()
	s.events = append(s.events, e)
	return e, nil
}

func (s *eventShelf) UpdateEvent(_ context.Context, id model.ID, change func(*model.Event) error) (model.Event, error) {
	if s.fails != nil {
		return model.Event{}, s.fails
	}
	err := change(&s.events[s.at(id)])
	return s.events[s.at(id)], err
}

func (s *eventShelf) DeleteEvent(_ context.Context, id model.ID) error {
	if s.fails == nil {
		s.events = slices.Delete(s.events, s.at(id), s.at(id)+1)
	}
	return s.fails
}

func clock(hour, minute int) model.Clock {
	c, _ := model.NewClock(hour, minute)
	return c
}

// autumn is a training that was held on two days, one that is planned although its day has passed, one that is to come,
// one that was cancelled, and one without a day.
func autumn() *eventShelf {
	day := func(id, date string) model.EventDay {
		return model.EventDay{ID: model.ID(id), Date: model.MustDate(date), From: clock(9, 0), Until: clock(15, 30)}
	}
	part := func(id, leader string, days map[model.ID]bool) model.Participation {
		return model.Participation{ID: model.ID(id), LeaderID: model.ID(leader), Days: days}
	}
	both := func(a, b bool) map[model.ID]bool { return map[model.ID]bool{"d1": a, "d2": b} }
	held := model.Event{
		ID: "held", ProgrammeID: "vertais", State: model.EventHeld, OrganiserID: "mll", Place: "Sarkajärven kirjasto",
		Languages: []model.Language{model.Finnish}, Capacity: model.CountOf(12), Cost: model.AmountOf(35_000), PassShare: 80,
		Days:     []model.EventDay{day("d1", "2026-08-20"), day("d2", "2026-08-27")},
		Trainers: []model.Trainer{{ID: "t1", LeaderID: "ville"}, {ID: "t2", Name: "Outi Ulkopuolinen", OrganisationID: "mll"}},
		Participations: []model.Participation{
			part("p1", "aino", both(true, true)), part("p2", "sari", both(true, false)), part("p3", "ville", map[model.ID]bool{"d1": true}),
			{ID: "p4", Outsider: model.Outsider{Name: "Kaisa Muualta", Organisation: "Srk"}, Days: both(true, true), Passed: model.Yes, Rating: model.CountOf(4), Feedback: "Hyvä päivä"},
		},
	}
	late := model.Event{ID: "late", ProgrammeID: "huoli", State: model.EventPlanned, PassShare: 80, Days: []model.EventDay{day("l1", "2026-11-10")}}
	ahead := model.Event{
		ID: "ahead", ProgrammeID: "huoli", Title: model.Text{Fi: "Huoli puheeksi Rantaniemessä"}, State: model.EventPlanned,
		Capacity: model.CountOf(1), PassShare: 80, Days: []model.EventDay{day("a1", "2027-01-14")},
		Participations: []model.Participation{part("p5", "aino", nil)},
	}
	gone := model.Event{ID: "gone", ProgrammeID: "huoli", State: model.EventCancelled, Reason: "Kouluttaja sairastui", PassShare: 80, Days: []model.EventDay{day("g1", "2026-03-03")}}
	open := model.Event{ID: "open", ProgrammeID: "vertais", State: model.EventPlanned, PassShare: 80}
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	return &eventShelf{
		programmes: []model.Programme{
			{ID: "huoli", Name: model.Text{Fi: "Huolen puheeksi ottaminen", Sv: "Att ta upp oron"}, Kind: model.RaisingConcerns},
			{ID: "vertais", Name: model.Text{Fi: "Vertaisryhmän ohjaajan koulutus"}, Kind: model.PeerGroupTraining},
			{ID: "vanha", Name: model.Text{Fi: "Vanha ohjelma"}, Kind: model.OwnProgramme, Ended: true},
		},
		events: []model.Event{open, ahead, late, held, gone},
		leaders: []model.Leader{
			{ID: "aino", Name: "Aino Kettula", Statuses: active, HomeOrganisation: "mll"},
			{ID: "sari", Name: "Sari Lampila", Statuses: active},
			{ID: "ville", Name: "Ville Harjunen", Statuses: active},
			{ID: "entinen", Name: "Entinen Ohjaaja", Statuses: []model.LeaderStatus{{State: model.LeaderEnded}}},
		},
		organisations: []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}, Sector: model.Association}},
	}
}

// eventTable is a window with the screen in it and everything that a test looks at.
type eventTable struct {
	*Screen
	*stage.Stage
	store *eventShelf
}

func showEvents(t testing.TB, store *eventShelf, l model.Language) *eventTable {
	t.Helper()
	x := &eventTable{Stage: stage.New(t, l, eventToday), store: store}
	x.Screen = New(x.Desk, store)
	x.Put(x.Content(), func() any { return x.Screen })
	return x
}

func (x *eventTable) events() *eventsView { return x.View(eventsTab).(*eventsView) }

// form opens the form of a kept event.
func (x *eventTable) form(id model.ID) *eventForm {
	x.T.Helper()
	e, ok := x.records.event(id)
	if !ok {
		x.T.Fatalf("there is no event %q", id)
	}
	return x.events().openForm(e, false, "")
}

// grid opens the attendance of an event.
func (x *eventTable) grid(id model.ID) *attendanceGrid {
	x.T.Helper()
	x.OpenKind(model.KindEvent, id)
	x.Tap("Kirjaa läsnäolo")
	g, ok := x.Window.Canvas().Focused().(*attendanceGrid)
	if !ok {
		x.T.Fatalf("the keyboard is at %v, not in the grid", x.Window.Canvas().Focused())
	}
	return g
}
