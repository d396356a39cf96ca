package meetings

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/stage"
)

// shelf is a store in memory, to which plans are written too.
type shelf struct {
	Store
	centre        model.Centre
	places        []model.MeetingPlace
	groups        []model.Group
	closures      []model.Closure
	seasons       []model.Season
	sessions      []model.Session
	leaders       []model.Leader
	organisations []model.Organisation
	agreements    []model.AgreementSummary
	fails         error // what every write answers
	written       int   // plans
	partners      []model.PartnerCalendar
	booked        []model.PartnerEvent
	travel        int // minutes that it takes from one municipality to another; 0 = as a new centre has it
}

func (s *shelf) Centre(context.Context) (model.Centre, error) { return s.centre, nil }

func (s *shelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) {
	return slices.Clone(s.places), nil
}

func (s *shelf) Groups(context.Context) ([]model.Group, error) {
	return slices.Clone(s.groups), nil
}

func (s *shelf) Leaders(context.Context) ([]model.Leader, error) { return s.leaders, nil }

func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s *shelf) Agreements(context.Context) ([]model.AgreementSummary, error) {
	return s.agreements, nil
}

func (s *shelf) Seasons(context.Context) ([]model.Season, error) {
	out := slices.Clone(s.seasons)
	slices.SortFunc(out, func(a, b model.Season) int { return b.From.Compare(a.From) })
	return out, nil
}

func (s *shelf) Closures(context.Context) ([]model.Closure, error) {
	out := slices.Clone(s.closures)
	slices.SortFunc(out, func(a, b model.Closure) int { return b.From.Compare(a.From) })
	return out, nil
}

func (s *shelf) which(wanted func(model.Session) bool) []model.Session {
	var out []model.Session
	for _, x := range s.sessions {
		if wanted(x) {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b model.Session) int { return a.Date.Compare(b.Date) })
	return out
}

func (s *shelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return !x.Date.Before(from) && !x.Date.After(until) }), nil
}

func (s *shelf) SeasonSessions(_ context.Context, season model.ID) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return x.SeasonID == season }), nil
}

func (s *shelf) GroupSessions(_ context.Context, id model.ID) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return x.GroupID == id }), s.fails
}

func (s *shelf) keep(x model.Session) {
	s.sessions = slices.DeleteFunc(s.sessions, func(o model.Session) bool { return o.ID == x.ID && x.ID != "" })
	if x.ID == "" {
		x.ID = ids.New()
	}
	s.sessions = append(s.sessions, x)
}

func (s *shelf) WritePlan(_ context.Context, p model.Plan) error {
	if s.fails != nil {
		return s.fails
	}
	s.written++
	save, remove := p.Changes()
	for _, x := range save {
		s.keep(x)
	}
	s.sessions = slices.DeleteFunc(s.sessions, func(x model.Session) bool { return slices.Contains(remove, x.ID) })
	for id, days := range p.Dropped() {
		i := slices.IndexFunc(s.groups, func(g model.Group) bool { return g.ID == id })
		s.groups[i].Recurrence.Without = append(s.groups[i].Recurrence.Without, days...)
	}
	return nil
}

func (s *shelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return model.MeetingPolicy{TravelMinutes: cmp.Or(s.travel, model.DefaultTravelMinutes)}, nil
}

func (s *shelf) PartnerCalendars(context.Context) ([]model.PartnerCalendar, error) {
	return slices.Clone(s.partners), nil
}

func (s *shelf) PartnerEvents(_ context.Context, from, until model.Date) ([]model.PartnerEvent, error) {
	var out []model.PartnerEvent
	for _, e := range s.booked {
		for _, c := range s.partners {
			if c.ID == e.CalendarID && !e.Date.Before(from) && !e.Date.After(until) {
				e.PlaceID = c.PlaceID
				out = append(out, e)
			}
		}
	}
	return out, nil
}

func (s *shelf) SavePartnerCalendar(_ context.Context, c model.PartnerCalendar, events []model.PartnerEvent) (model.PartnerCalendar, error) {
	if s.fails != nil {
		return c, s.fails
	}
	s.dropPartner(c.ID)
	if c.ID == "" {
		c.ID = ids.New()
	}
	c.Events = len(events)
	s.partners = append(s.partners, c)
	for _, e := range events {
		e.CalendarID = c.ID
		s.booked = append(s.booked, e)
	}
	return c, nil
}

func (s *shelf) UpdatePartnerCalendar(_ context.Context, id model.ID, change func(*model.PartnerCalendar) error) (model.PartnerCalendar, error) {
	if s.fails != nil {
		return model.PartnerCalendar{}, s.fails
	}
	i := slices.IndexFunc(s.partners, func(c model.PartnerCalendar) bool { return c.ID == id })
	err := change(&s.partners[i])
	return s.partners[i], err
}

func (s *shelf) DeletePartnerCalendar(_ context.Context, id model.ID) error {
	if s.fails == nil {
		s.dropPartner(id)
	}
	return s.fails
}

func (s *shelf) dropPartner(id model.ID) {
	s.partners = slices.DeleteFunc(s.partners, func(c model.PartnerCalendar) bool { return c.ID == id })
	s.booked = slices.DeleteFunc(s.booked, func(e model.PartnerEvent) bool { return e.CalendarID == id })
}

func (s *shelf) SaveSeason(_ context.Context, x model.Season) (model.Season, error) {
	if s.fails != nil {
		return x, s.fails
	}
	if x.ID == "" {
		x.ID = ids.New()
	}
	s.seasons = append(slices.DeleteFunc(s.seasons, func(o model.Season) bool { return o.ID == x.ID }), x)
	return x, nil
}

func (s *shelf) DeleteSeason(_ context.Context, id model.ID) error {
	if len(s.which(func(x model.Session) bool { return x.SeasonID == id })) > 0 {
		return &model.Error{Code: model.CodeInUse, Record: "Syksy 2026"}
	}
	s.seasons = slices.DeleteFunc(s.seasons, func(o model.Season) bool { return o.ID == id })
	return nil
}

func (s *shelf) SaveClosure(_ context.Context, c model.Closure) (model.Closure, error) {
	if s.fails != nil {
		return c, s.fails
	}
	if c.ID == "" {
		c.ID = ids.New()
	}
	s.closures = append(slices.DeleteFunc(s.closures, func(o model.Closure) bool { return o.ID == c.ID }), c)
	s.settle()
	return c, nil
}

func (s *shelf) DeleteClosure(_ context.Context, id model.ID) error {
	s.closures = slices.DeleteFunc(s.closures, func(o model.Closure) bool { return o.ID == id })
	s.settle()
	return nil
}

// settle cancels and restores sessions as the closures say.
func (s *shelf) settle() {
	facts := model.ConflictFacts{Groups: model.GroupDirectoryOf(s.groups), Places: model.PlaceDirectoryOf(s.places), Closures: s.closures}
	for _, x := range model.AfterClosures(s.sessions, facts, model.Date{}) {
		s.keep(x)
	}
}

func (s *shelf) placeAt(id model.ID) int {
	return slices.IndexFunc(s.places, func(m model.MeetingPlace) bool { return m.ID == id })
}

func (s *shelf) CreateMeetingPlace(_ context.Context, m model.MeetingPlace) (model.MeetingPlace, error) {
	if s.fails == nil {
		m.ID = ids.New()
		s.places = append(s.places, m)
	}
	return m, s.fails
}

func (s *shelf) UpdateMeetingPlace(_ context.Context, id model.ID, change func(*model.MeetingPlace) error) (model.MeetingPlace, error) {
	if s.fails != nil {
		return model.MeetingPlace{}, s.fails
	}
	err := change(&s.places[s.placeAt(id)])
	return s.places[s.placeAt(id)], err
}

func (s *shelf) DeleteMeetingPlace(_ context.Context, id model.ID) error {
	if s.fails == nil {
		s.places = slices.Delete(s.places, s.placeAt(id), s.placeAt(id)+1)
	}
	return s.fails
}

func (s *shelf) groupAt(id model.ID) int {
	return slices.IndexFunc(s.groups, func(g model.Group) bool { return g.ID == id })
}

func (s *shelf) CreateGroup(_ context.Context, g model.Group) (model.Group, error) {
	if s.fails == nil {
		g.ID = ids.New()
		s.groups = append(s.groups, g)
	}
	return g, s.fails
}

func (s *shelf) UpdateGroup(_ context.Context, id model.ID, change func(*model.Group) error) (model.Group, error) {
	if s.fails != nil {
		return model.Group{}, s.fails
	}
	err := change(&s.groups[s.groupAt(id)])
	return s.groups[s.groupAt(id)], err
}

func (s *shelf) DeleteGroup(_ context.Context, id model.ID) error {
	if s.fails == nil {
		s.groups = slices.Delete(s.groups, s.groupAt(id), s.groupAt(id)+1)
	}
	return s.fails
}

func at(text string) model.Clock {
	c, err := model.ParseClock(text)
	if err != nil {
		panic(err)
	}
	return c
}

// table is a window with the screen in it and everything that a test looks at.
type table struct {
	*Screen
	*stage.Stage
	store *shelf
}

// show shows a view of the screen on a day.
func show(t testing.TB, store *shelf, tab int, today model.Date, l model.Language) *table {
	t.Helper()
	x := &table{Stage: stage.New(t, l, today), store: store}
	x.Screen = New(x.Desk, store)
	x.Put(x.Content(), func() any { return x.Screen })
	x.Bring(tab, func() {})
	return x
}
