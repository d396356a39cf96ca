package calendar

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/ids"
)

// shelf is a store in memory with what the calendar asks for. It tells of each write, as the shell does.
type shelf struct {
	Store
	places        []model.MeetingPlace
	groups        []model.Group
	closures      []model.Closure
	seasons       []model.Season
	sessions      []model.Session
	leaders       []model.Leader
	organisations []model.Organisation
	policy        model.MeetingPolicy
	booked        []model.PartnerEvent
	given         []model.PrintedCalendar
	fails         error    // what every write answers
	failsOn       model.ID // only of this session; empty = of all
	unread        error    // what reading the policy answers
	written       func()   // called after each change of a session; nil for nobody
	reads         int      // of whole seasons
	writes        int      // changes of sessions
}

func (s *shelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{
		Name: model.Text{Fi: "Suvantomaan perhekeskus"}, Language: model.Finnish,
		Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}},
	}, nil
}

func (s *shelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return s.policy, s.unread
}

func (s *shelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) { return s.places, nil }

func (s *shelf) Groups(context.Context) ([]model.Group, error) { return s.groups, nil }

func (s *shelf) Closures(context.Context) ([]model.Closure, error) { return s.closures, nil }

func (s *shelf) Seasons(context.Context) ([]model.Season, error) { return s.seasons, nil }

func (s *shelf) Leaders(context.Context) ([]model.Leader, error)       { return s.leaders, nil }
func (s *shelf) Programmes(context.Context) ([]model.Programme, error) { return nil, nil }
func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s *shelf) Requirements(context.Context) ([]model.Requirement, error) {
	return []model.Requirement{{ID: "vaitiolo", Kind: model.RequireUndertaking, Weight: model.Wanted, Name: model.Text{Fi: "Vaitiolositoumus"}}}, nil
}

func (s *shelf) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.NewTrainingRecord(nil, nil, nil), nil
}

func (s *shelf) PartnerEvents(_ context.Context, from, until model.Date) ([]model.PartnerEvent, error) {
	return slices.DeleteFunc(slices.Clone(s.booked), func(e model.PartnerEvent) bool { return e.Date.Before(from) || e.Date.After(until) }), nil
}

func (s *shelf) which(want func(model.Session) bool) []model.Session {
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

func (s *shelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return !x.Date.Before(from) && !x.Date.After(until) }), nil
}

func (s *shelf) SeasonSessions(_ context.Context, id model.ID) ([]model.Session, error) {
	s.reads++
	return s.which(func(x model.Session) bool { return x.SeasonID == id }), nil
}

func (s *shelf) GroupSessions(_ context.Context, id model.ID) ([]model.Session, error) {
	return s.which(func(x model.Session) bool { return x.GroupID == id }), nil
}

func (s *shelf) at(id model.ID) int {
	return slices.IndexFunc(s.sessions, func(x model.Session) bool { return x.ID == id })
}

func (s *shelf) Session(_ context.Context, id model.ID) (model.Session, error) {
	if s.at(id) < 0 {
		return model.Session{}, &model.Error{Code: model.CodeNotFound, Op: "session"}
	}
	return s.kept(id), nil
}

// kept is a session that is there.
func (s *shelf) kept(id model.ID) model.Session { return copyOfSession(s.sessions[s.at(id)]) }

func (s *shelf) UpdateSession(ctx context.Context, id model.ID, change func(*model.Session) error) (model.Session, error) {
	after, err := s.UpdateSessions(ctx, []model.ID{id}, change)
	if err != nil {
		return model.Session{}, err
	}
	return after[0], nil
}

// UpdateSessions changes all or none.
func (s *shelf) UpdateSessions(_ context.Context, which []model.ID, change func(*model.Session) error) ([]model.Session, error) {
	var out []model.Session
	for _, id := range which {
		if s.fails != nil && (s.failsOn == "" || s.failsOn == id) {
			return nil, s.fails
		}
		after := s.kept(id)
		if err := change(&after); err != nil {
			return nil, err
		}
		after.Edited = true
		after.Sequence++
		out = append(out, after)
	}
	for _, after := range out {
		s.sessions[s.at(after.ID)] = copyOfSession(after)
	}
	s.writes++
	if s.written != nil {
		s.written()
	}
	return out, nil
}

func (s *shelf) CreateSession(_ context.Context, x model.Session) (model.Session, error) {
	if s.fails != nil {
		return x, s.fails
	}
	x.ID = cmp.Or(x.ID, ids.New())
	x.SlotOn, x.Edited = model.Date{}, true
	s.sessions = append(s.sessions, x)
	return x, nil
}

func (s *shelf) DeleteSession(_ context.Context, id model.ID) error {
	i := s.at(id)
	if x := s.sessions[i]; !x.Extra() || x.Counts.Entered() {
		return &model.Error{Code: model.CodeInvalid, Op: "delete session", Problems: []model.Problem{{Severity: model.Refusal, Field: "date", Code: "session_of_series"}}}
	}
	s.sessions = slices.Delete(s.sessions, i, i+1)
	return nil
}

func (s *shelf) WriteSplit(_ context.Context, split model.GroupSplit) error {
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

func (s *shelf) PrintedCalendar(_ context.Context, season model.ID, area string) (model.PrintedCalendar, error) {
	for _, c := range slices.Backward(s.given) {
		if c.SeasonID == season && c.Area == area {
			return c, nil
		}
	}
	return model.PrintedCalendar{}, nil
}

func (s *shelf) KeepPrintedCalendar(_ context.Context, c model.PrintedCalendar) error {
	s.given = append(s.given, c)
	return nil
}

func clock(text string) model.Clock {
	c, err := model.ParseClock(text)
	if err != nil {
		panic(err)
	}
	return c
}

// add puts a session of the autumn upon the shelf, on a day and at a time: "2026-11-24 09:30–11:30".
func (s *shelf) add(id, group, place model.ID, when string, leaders ...model.ID) {
	day, times, _ := strings.Cut(when, " ")
	from, until, _ := strings.Cut(times, "–")
	s.sessions = append(s.sessions, model.Session{
		ID: id, GroupID: group, PlaceID: place, SeasonID: "syksy", SlotOn: model.MustDate(day), Date: model.MustDate(day),
		From: clock(from), Until: clock(until), Leaders: leaders, State: model.SessionPlanned,
	})
}
