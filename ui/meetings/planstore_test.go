package meetings

import (
	"cmp"
	"context"
	"slices"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

var planToday = model.MustDate("2026-08-15")

// planShelf is a store in memory that plans are written to: what seasons and closures do not ask for is not there.
type planShelf struct {
	Store
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

func (s *planShelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Åkersjö"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}}}, nil
}

func (s *planShelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) {
	return s.places, nil
}

func (s *planShelf) Groups(context.Context) ([]model.Group, error) {
	return slices.Clone(s.groups), nil
}

func (s *planShelf) Leaders(context.Context) ([]model.Leader, error) { return s.leaders, nil }

func (s *planShelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s *planShelf) Agreements(context.Context) ([]model.AgreementSummary, error) {
	return s.agreements, nil
}

func (s *planShelf) Seasons(context.Context) ([]model.Season, error) {
	out := slices.Clone(s.seasons)
	slices.SortFunc(out, func(a, b model.Season) int { return b.From.Compare(a.From) })
	return out, nil
}

func (s *planShelf) Closures(context.Context) ([]model.Closure, error) {
	out := slices.Clone(s.closures)
	slices.SortFunc(out, func(a, b model.Closure) int { return b.From.Compare(a.From) })
	return out, nil
}

func (s *planShelf) which(wanted func(model.Session) bool) []model.Session {
	var out []model.Session
	for _, x := range s.sessions {
		if wanted(x) {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b model.Session) int { return a.Date.Compare(b.Date) })
	return out
}

func (s *planShelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return !x.Date.Before(from) && !x.Date.After(until) }), nil
}

func (s *planShelf) SeasonSessions(_ context.Context, season model.ID) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return x.SeasonID == season }), nil
}

func (s *planShelf) keep(x model.Session) {
	s.sessions = slices.DeleteFunc(s.sessions, func(o model.Session) bool { return o.ID == x.ID && x.ID != "" })
	if x.ID == "" {
		x.ID = ids.New()
	}
	s.sessions = append(s.sessions, x)
}

func (s *planShelf) WritePlan(_ context.Context, p model.Plan) error {
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

func (s *planShelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return model.MeetingPolicy{TravelMinutes: cmp.Or(s.travel, model.DefaultTravelMinutes)}, nil
}

func (s *planShelf) PartnerCalendars(context.Context) ([]model.PartnerCalendar, error) {
	return slices.Clone(s.partners), nil
}

func (s *planShelf) PartnerEvents(_ context.Context, from, until model.Date) ([]model.PartnerEvent, error) {
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

func (s *planShelf) SavePartnerCalendar(_ context.Context, c model.PartnerCalendar, events []model.PartnerEvent) (model.PartnerCalendar, error) {
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

func (s *planShelf) UpdatePartnerCalendar(_ context.Context, id model.ID, change func(*model.PartnerCalendar) error) (model.PartnerCalendar, error) {
	if s.fails != nil {
		return model.PartnerCalendar{}, s.fails
	}
	i := slices.IndexFunc(s.partners, func(c model.PartnerCalendar) bool { return c.ID == id })
	err := change(&s.partners[i])
	return s.partners[i], err
}

func (s *planShelf) DeletePartnerCalendar(_ context.Context, id model.ID) error {
	if s.fails == nil {
		s.dropPartner(id)
	}
	return s.fails
}

func (s *planShelf) dropPartner(id model.ID) {
	s.partners = slices.DeleteFunc(s.partners, func(c model.PartnerCalendar) bool { return c.ID == id })
	s.booked = slices.DeleteFunc(s.booked, func(e model.PartnerEvent) bool { return e.CalendarID == id })
}

func (s *planShelf) SaveSeason(_ context.Context, x model.Season) (model.Season, error) {
	if s.fails != nil {
		return x, s.fails
	}
	if x.ID == "" {
		x.ID = ids.New()
	}
	s.seasons = append(slices.DeleteFunc(s.seasons, func(o model.Season) bool { return o.ID == x.ID }), x)
	return x, nil
}

func (s *planShelf) DeleteSeason(_ context.Context, id model.ID) error {
	if len(s.which(func(x model.Session) bool { return x.SeasonID == id })) > 0 {
		return &model.Error{Code: model.CodeInUse, Record: "Syksy 2026"}
	}
	s.seasons = slices.DeleteFunc(s.seasons, func(o model.Season) bool { return o.ID == id })
	return nil
}

func (s *planShelf) SaveClosure(_ context.Context, c model.Closure) (model.Closure, error) {
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

func (s *planShelf) DeleteClosure(_ context.Context, id model.ID) error {
	s.closures = slices.DeleteFunc(s.closures, func(o model.Closure) bool { return o.ID == id })
	s.settle()
	return nil
}

// settle cancels and restores sessions as the closures say.
func (s *planShelf) settle() {
	facts := model.ConflictFacts{Groups: model.GroupDirectoryOf(s.groups), Places: model.PlaceDirectoryOf(s.places), Closures: s.closures}
	for _, x := range model.AfterClosures(s.sessions, facts, model.Date{}) {
		s.keep(x)
	}
}

func planClock(hour, minute int) model.Clock {
	c, _ := model.NewClock(hour, minute)
	return c
}

// planRegion is a café that meets every Tuesday, an evening group of eight times whose hall is closed once and which has no
// volunteer, a group of December in the room of the café, and one that has ended.
func planRegion() *planShelf {
	weekly := func(day time.Weekday, every int) model.Recurrence {
		return model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: day, Every: every}
	}
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	sarka, ranta := model.Municipality{Code: "994", Name: "Sarkajärvi"}, model.Municipality{Code: "997", Name: "Rantaniemi"}
	return &planShelf{
		places: []model.MeetingPlace{
			{ID: "sali", Name: model.Text{Fi: "Kylätalo"}, Kind: model.VillageHall, Municipality: ranta},
			{ID: "tupa", Name: model.Text{Fi: "Perhetupa"}, Kind: model.FamilyRoom, Municipality: sarka},
		},
		groups: []model.Group{
			{
				ID: "piiri", Name: model.Text{Fi: "Iltapiiri", Sv: "Kvällsringen"}, Type: model.DirectedGroup, PlaceID: "sali", Recurrence: weekly(time.Wednesday, 2),
				From: planClock(17, 30), Until: planClock(19, 30), FixedSessions: model.CountOf(8), Leaders: []model.ID{"ville"}, AgreementID: "suullinen",
			},
			{
				ID: "kahvila", Name: model.Text{Fi: "Perhekahvila", Sv: "Familjecafé"}, Type: model.OpenGroup, PlaceID: "tupa", Recurrence: weekly(time.Tuesday, 1),
				From: planClock(9, 30), Until: planClock(11, 30), Leaders: []model.ID{"aino", "ville"}, Organisers: []model.ID{"mll"},
			},
			{
				ID: "vanha", Name: model.Text{Fi: "Vanha ryhmä"}, PlaceID: "tupa", Recurrence: weekly(time.Monday, 1), From: planClock(9, 0), Until: planClock(10, 0),
				RunsUntil: model.MustDate("2025-05-31"),
			},
			{
				ID: "vauva", Name: model.Text{Fi: "Vauvaryhmä"}, Type: model.OpenGroup, PlaceID: "tupa", Recurrence: weekly(time.Tuesday, 1), From: planClock(11, 0),
				Until: planClock(12, 0), RunsFrom: model.MustDate("2026-12-01"), Leaders: []model.ID{"ville", "sari"},
			},
		},
		closures: []model.Closure{
			{ID: "loma", Scope: model.ClosedMunicipality, Municipality: sarka, From: model.MustDate("2026-10-19"), Until: model.MustDate("2026-10-25"), Reason: model.Text{Fi: "Syysloma", Sv: "Höstlov"}},
			{ID: "putki", Scope: model.ClosedPlace, PlaceID: "sali", From: model.MustDate("2026-10-12"), Until: model.MustDate("2026-10-18"), Reason: model.Text{Fi: "Putkirikko"}},
		},
		seasons: []model.Season{
			{ID: "syksy", Name: model.Text{Fi: "Syksy 2026", Sv: "Hösten 2026"}, From: model.MustDate("2026-08-31"), Until: model.MustDate("2026-12-11"), Eves: true},
			{ID: "vanha", Name: model.Text{Fi: "Kevät 2026"}, From: model.MustDate("2026-01-12"), Until: model.MustDate("2026-05-22")},
		},
		leaders: []model.Leader{
			{ID: "aino", Kind: model.Volunteer, Name: "Aino Kettula", Statuses: active, Absences: []model.Absence{{From: model.MustDate("2026-09-08"), Until: model.MustDate("2026-09-09")}}},
			{ID: "sari", Kind: model.Volunteer, Name: "Sari Lampila", Statuses: active},
			{ID: "ville", Kind: model.Professional, Name: "Ville Harjunen", Statuses: active},
		},
		organisations: []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}, Sector: model.Association}},
		agreements: []model.AgreementSummary{{
			ID: "suullinen", Number: "2026-008", Title: model.Text{Fi: "Salin käyttö"}, Form: model.Oral, AgreedOn: model.MustDate("2026-01-01"),
			ValidFrom: model.MustDate("2026-01-01"), ValidUntil: model.MustDate("2026-10-31"),
		}},
	}
}

// planTable is a window with one view of the screen in it and everything that a test looks at.
type planTable struct {
	*Screen
	*stage.Stage
	shelf *planShelf
}

// showPlans shows a view of the screen.
func showPlans(t testing.TB, shelf *planShelf, tab int, l model.Language) *planTable {
	t.Helper()
	x := &planTable{Stage: stage.New(t, l, planToday), shelf: shelf}
	x.Screen = New(x.Desk, shelf)
	x.Put(x.Content(), func() any { return x.Screen })
	x.Bring(tab, func() {})
	return x
}

func (x *planTable) seasons() *seasonsView   { return x.View(seasonsTab).(*seasonsView) }
func (x *planTable) closures() *closuresView { return x.View(closuresTab).(*closuresView) }

// plan opens the dry run of the autumn.
func (x *planTable) plan() *planView {
	x.T.Helper()
	x.OpenKind(model.KindSeason, "syksy")
	x.Tap(words.T("meetings.season.plan"))
	if x.seasons().plan == nil {
		x.T.Fatal("no dry run is shown")
	}
	return x.seasons().plan
}
