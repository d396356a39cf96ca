package calendar

import (
	"cmp"
	"context"
	"slices"
	"time"

	"kumppani/model"
	"kumppani/model/ids"
)

// panelShelf is a store in memory with what the panel of a session asks for.
type panelShelf struct {
	Store
	places   []model.MeetingPlace
	groups   []model.Group
	closures []model.Closure
	seasons  []model.Season
	sessions []model.Session
	leaders  []model.Leader
	policy   model.MeetingPolicy
	booked   []model.PartnerEvent
	fails    error // what every write answers
	failsOn  model.ID
}

func (s *panelShelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{
		Name: model.Text{Fi: "Suvantomaan perhekeskus"}, Language: model.Finnish,
		Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}},
	}, nil
}

func (s *panelShelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return s.policy, nil
}

func (s *panelShelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) {
	return s.places, nil
}
func (s *panelShelf) Groups(context.Context) ([]model.Group, error)     { return s.groups, nil }
func (s *panelShelf) Closures(context.Context) ([]model.Closure, error) { return s.closures, nil }
func (s *panelShelf) Seasons(context.Context) ([]model.Season, error)   { return s.seasons, nil }
func (s *panelShelf) Leaders(context.Context) ([]model.Leader, error)   { return s.leaders, nil }
func (s *panelShelf) Organisations(context.Context) ([]model.Organisation, error) {
	return nil, nil
}

func (s *panelShelf) Requirements(context.Context) ([]model.Requirement, error) {
	return []model.Requirement{{ID: "vaitiolo", Kind: model.RequireUndertaking, Weight: model.Wanted, Name: model.Text{Fi: "Vaitiolositoumus"}}}, nil
}
func (s *panelShelf) Programmes(context.Context) ([]model.Programme, error) { return nil, nil }
func (s *panelShelf) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.NewTrainingRecord(nil, nil, nil), nil
}

func (s *panelShelf) PartnerEvents(_ context.Context, from, until model.Date) ([]model.PartnerEvent, error) {
	return slices.DeleteFunc(slices.Clone(s.booked), func(e model.PartnerEvent) bool { return e.Date.Before(from) || e.Date.After(until) }), nil
}

func (s *panelShelf) which(want func(model.Session) bool) []model.Session {
	var out []model.Session
	for _, x := range s.sessions {
		if want(x) {
			out = append(out, copyOfSession(x))
		}
	}
	slices.SortStableFunc(out, func(a, b model.Session) int {
		return cmp.Or(a.Date.Compare(b.Date), -a.From.MinutesUntil(b.From))
	})
	return out
}

func (s *panelShelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return !x.Date.Before(from) && !x.Date.After(until) }), nil
}

func (s *panelShelf) GroupSessions(_ context.Context, id model.ID) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return x.GroupID == id }), nil
}

func (s *panelShelf) Session(_ context.Context, id model.ID) (model.Session, error) {
	if found := s.which(func(x model.Session) bool { return x.ID == id }); len(found) == 1 {
		return found[0], nil
	}
	return model.Session{}, &model.Error{Code: model.CodeNotFound, Op: "session"}
}

func (s *panelShelf) UpdateSession(_ context.Context, id model.ID, change func(*model.Session) error) (model.Session, error) {
	if s.fails != nil && (s.failsOn == "" || s.failsOn == id) {
		return model.Session{}, s.fails
	}
	i := slices.IndexFunc(s.sessions, func(x model.Session) bool { return x.ID == id })
	after := copyOfSession(s.sessions[i])
	if err := change(&after); err != nil {
		return model.Session{}, err
	}
	after.Edited = true
	after.Sequence = s.sessions[i].Sequence + 1
	s.sessions[i] = after
	return copyOfSession(after), nil
}

func (s *panelShelf) CreateSession(_ context.Context, x model.Session) (model.Session, error) {
	if s.fails != nil {
		return x, s.fails
	}
	x.ID = cmp.Or(x.ID, ids.New())
	x.SlotOn, x.Edited = model.Date{}, true
	s.sessions = append(s.sessions, x)
	return x, nil
}

func (s *panelShelf) DeleteSession(_ context.Context, id model.ID) error {
	i := slices.IndexFunc(s.sessions, func(x model.Session) bool { return x.ID == id })
	if x := s.sessions[i]; !x.Extra() || x.Counts.Entered() {
		return &model.Error{Code: model.CodeInvalid, Op: "delete session", Problems: []model.Problem{{Severity: model.Refusal, Field: "date", Code: "session_of_series"}}}
	}
	s.sessions = slices.Delete(s.sessions, i, i+1)
	return nil
}

func (s *panelShelf) WriteSplit(_ context.Context, split model.GroupSplit) error {
	if s.fails != nil {
		return s.fails
	}
	i := slices.IndexFunc(s.groups, func(g model.Group) bool { return g.ID == split.Before.ID })
	s.groups = append(slices.Clone(s.groups), split.After)
	s.groups[i] = split.Before
	s.sessions = slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool {
		return slices.Contains(split.Remove, x.ID) || slices.ContainsFunc(split.Save, func(o model.Session) bool { return o.ID == x.ID })
	})
	for _, x := range split.Save {
		x.ID = cmp.Or(x.ID, ids.New())
		s.sessions = append(s.sessions, x)
	}
	return nil
}

func panelClock(text string) model.Clock {
	c, err := model.ParseClock(text)
	if err != nil {
		panic(err)
	}
	return c
}

// panelVillage has a café of Tuesdays with a whole pair, whose volunteer is away in December; a group of Tuesdays
// elsewhere that another volunteer leads; and a group of a fixed number that has lost sessions.
func panelVillage() *panelShelf {
	day := model.MustDate
	active := []model.LeaderStatus{{State: model.LeaderActive, From: day("2024-01-01")}}
	sarka, ranta := model.Municipality{Code: "994", Name: "Sarkajärvi"}, model.Municipality{Code: "997", Name: "Rantaniemi"}
	signed := []model.Fulfilment{{ID: "f", RequirementID: "vaitiolo", On: day("2024-01-02")}}
	tuesday := model.Availability(0).With(time.Tuesday, model.Morning, true)
	week := func(d time.Weekday) model.Recurrence {
		return model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: d, Every: 1}
	}
	s := &panelShelf{
		policy: model.MeetingPolicy{TravelMinutes: 30, Categories: []model.CountCategory{
			{ID: "iso", Name: model.Text{Fi: "Isovanhempia", Sv: "Mor- och farföräldrar"}}, {ID: "vanha", Name: model.Text{Fi: "Vanha luokka"}, Off: true},
		}},
		seasons:  []model.Season{{ID: "syksy", Name: model.Text{Fi: "Syksy 2026", Sv: "Hösten 2026"}, From: day("2026-08-31"), Until: day("2026-12-18")}},
		closures: []model.Closure{{ID: "putki", Scope: model.ClosedPlace, PlaceID: "sarka", From: day("2026-12-08"), Until: day("2026-12-09"), Reason: model.Text{Fi: "Putkiremontti"}}},
		leaders: []model.Leader{
			{ID: "aino", Kind: model.Volunteer, Name: "Aino Kettula", Statuses: active, Completed: signed, Absences: []model.Absence{{ID: "a", From: day("2026-12-01"), Until: day("2026-12-31")}}},
			{ID: "bertta", Kind: model.Volunteer, Name: "Bertta Salo", Statuses: active, Municipality: sarka, Phone: "040 000 0102", Availability: tuesday, Completed: signed},
			{ID: "kaisu", Kind: model.Volunteer, Name: "Kaisu Ranta", Statuses: active, Municipality: ranta},
			{ID: "onni", Kind: model.Volunteer, Name: "Onni Tauko", Statuses: []model.LeaderStatus{{State: model.LeaderOnBreak, From: day("2026-09-01")}}},
			{ID: "terhi", Kind: model.Professional, Name: "Terhi Terveydenhoitaja", Statuses: active},
		},
		places: []model.MeetingPlace{
			{ID: "kyla", Name: model.Text{Fi: "Kylätalo"}, Kind: model.VillageHall, Municipality: ranta},
			{ID: "sarka", Name: model.Text{Fi: "Perhetupa Sarka", Sv: "Familjestugan Sarka"}, Kind: model.FamilyRoom, Municipality: sarka},
		},
		groups: []model.Group{
			{ID: "cafe", Name: model.Text{Fi: "Perhekahvila Sarka", Sv: "Familjekaféet Sarka"}, Type: model.OpenGroup, PlaceID: "sarka", Leaders: []model.ID{"terhi", "aino"}, ThemeEvery: 2, Recurrence: week(time.Tuesday), From: panelClock("09:30"), Until: panelClock("11:30")},
			{ID: "ranta", Name: model.Text{Fi: "Rannan ryhmä"}, Type: model.OpenGroup, PlaceID: "kyla", Leaders: []model.ID{"kaisu"}, Recurrence: week(time.Tuesday), From: panelClock("10:00"), Until: panelClock("12:00")},
			{ID: "viisi", Name: model.Text{Fi: "Viiden kerran ryhmä"}, Type: model.TargetedGroup, PlaceID: "kyla", FixedSessions: model.CountOf(5), Recurrence: week(time.Friday), From: panelClock("10:00"), Until: panelClock("11:30")},
		},
	}
	add := func(id, group, on, from, until, place string, leaders ...model.ID) {
		s.sessions = append(s.sessions, model.Session{
			ID: model.ID(id), GroupID: model.ID(group), SeasonID: "syksy", SlotOn: day(on), Date: day(on), From: panelClock(from), Until: panelClock(until),
			PlaceID: model.ID(place), Leaders: leaders, State: model.SessionPlanned,
		})
	}
	for _, on := range []string{"2026-11-17", "2026-11-24", "2026-12-01", "2026-12-15"} {
		add("c"+on, "cafe", on, "09:30", "11:30", "sarka", "terhi", "aino")
		add("r"+on, "ranta", on, "10:00", "12:00", "kyla", "kaisu")
	}
	add("v2026-11-27", "viisi", "2026-11-27", "10:00", "11:30", "kyla", "terhi")
	return s
}
