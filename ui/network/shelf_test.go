package network

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/stage"
)

// shelf is a store in memory.
type shelf struct {
	Store
	centre        model.Centre
	bodies        []model.Body
	meetings      []model.NetworkMeeting
	surveys       []model.Survey
	years         map[int]model.YearRecord
	organisations []model.Organisation
	agreements    []model.AgreementSummary
	contributions []model.AgreementContribution
	places        []model.MeetingPlace
	groups        []model.Group
	sessions      []model.Session
	leaders       []model.Leader
	programmes    []model.Programme
	events        []model.Event
	fails         error // what every write answers
}

func (s *shelf) Centre(context.Context) (model.Centre, error)          { return s.centre, nil }
func (s *shelf) Leaders(context.Context) ([]model.Leader, error)       { return s.leaders, nil }
func (s *shelf) Groups(context.Context) ([]model.Group, error)         { return s.groups, nil }
func (s *shelf) Events(context.Context) ([]model.Event, error)         { return s.events, nil }
func (s *shelf) Programmes(context.Context) ([]model.Programme, error) { return s.programmes, nil }
func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s *shelf) Agreements(context.Context) ([]model.AgreementSummary, error) {
	return s.agreements, nil
}

func (s *shelf) Contributions(context.Context) ([]model.AgreementContribution, error) {
	return s.contributions, nil
}

func (s *shelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) { return s.places, nil }

func (s *shelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	out := slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool { return x.Date.Before(from) || x.Date.After(until) })
	slices.SortStableFunc(out, func(a, b model.Session) int { return a.Date.Compare(b.Date) })
	return out, nil
}

func (s *shelf) Bodies(context.Context) ([]model.Body, error) { return slices.Clone(s.bodies), nil }

func (s *shelf) CreateBody(_ context.Context, b model.Body) (model.Body, error) {
	b.ID = ids.New()
	if s.fails == nil {
		s.bodies = append(s.bodies, b)
	}
	return b, s.fails
}

func (s *shelf) UpdateBody(_ context.Context, id model.ID, change func(*model.Body) error) (model.Body, error) {
	i := slices.IndexFunc(s.bodies, func(b model.Body) bool { return b.ID == id })
	if s.fails != nil {
		return s.bodies[i], s.fails
	}
	return s.bodies[i], change(&s.bodies[i])
}

func (s *shelf) DeleteBody(_ context.Context, id model.ID) error {
	if slices.ContainsFunc(s.meetings, func(m model.NetworkMeeting) bool { return m.BodyID == id }) {
		return &model.Error{Code: model.CodeInUse, Record: "Johtoryhmä"}
	}
	s.bodies = slices.DeleteFunc(s.bodies, func(b model.Body) bool { return b.ID == id })
	return nil
}

func (s *shelf) NetworkMeetings(context.Context) ([]model.NetworkMeeting, error) {
	out := slices.Clone(s.meetings)
	slices.SortFunc(out, func(a, b model.NetworkMeeting) int { return b.Date.Compare(a.Date) })
	return out, nil
}

func (s *shelf) CreateNetworkMeeting(_ context.Context, m model.NetworkMeeting) (model.NetworkMeeting, error) {
	m.ID = ids.New()
	if s.fails == nil {
		s.meetings = append(s.meetings, m)
	}
	return m, s.fails
}

func (s *shelf) meeting(id model.ID) *model.NetworkMeeting {
	return &s.meetings[slices.IndexFunc(s.meetings, func(m model.NetworkMeeting) bool { return m.ID == id })]
}

func (s *shelf) UpdateNetworkMeeting(_ context.Context, id model.ID, change func(*model.NetworkMeeting) error) (model.NetworkMeeting, error) {
	if s.fails != nil {
		return model.NetworkMeeting{}, s.fails
	}
	m := s.meeting(id)
	err := change(m)
	return *m, err
}

func (s *shelf) DeleteNetworkMeeting(_ context.Context, id model.ID) error {
	s.meetings = slices.DeleteFunc(s.meetings, func(m model.NetworkMeeting) bool { return m.ID == id })
	return s.fails
}

func (s *shelf) Surveys(context.Context) ([]model.Survey, error) {
	out := slices.Clone(s.surveys)
	slices.SortFunc(out, func(a, b model.Survey) int { return b.On.Compare(a.On) })
	return out, nil
}

func (s *shelf) CreateSurvey(_ context.Context, x model.Survey) (model.Survey, error) {
	x.ID = ids.New()
	if s.fails == nil {
		s.surveys = append(s.surveys, x)
	}
	return x, s.fails
}

func (s *shelf) UpdateSurvey(_ context.Context, id model.ID, change func(*model.Survey) error) (model.Survey, error) {
	i := slices.IndexFunc(s.surveys, func(x model.Survey) bool { return x.ID == id })
	if s.fails != nil {
		return s.surveys[i], s.fails
	}
	return s.surveys[i], change(&s.surveys[i])
}

func (s *shelf) DeleteSurvey(_ context.Context, id model.ID) error {
	s.surveys = slices.DeleteFunc(s.surveys, func(x model.Survey) bool { return x.ID == id })
	return s.fails
}

func (s *shelf) Year(_ context.Context, year int) (model.YearRecord, error) {
	if y, known := s.years[year]; known {
		return y, nil
	}
	return model.NewYearRecord(year), nil
}

func (s *shelf) UpdateYear(ctx context.Context, year int, change func(*model.YearRecord) error) (model.YearRecord, error) {
	y, _ := s.Year(ctx, year)
	if s.fails != nil {
		return y, s.fails
	}
	err := change(&y)
	s.years[year] = y
	return y, err
}

func d(text string) model.Date { return model.MustDate(text) }

func at(text string) model.Clock {
	c, err := model.ParseClock(text)
	if err != nil {
		panic(err)
	}
	return c
}

var today = d("2026-11-22")

// region is a small network on 22 November 2026.
func region() *shelf {
	sarka, ranta := model.Municipality{Code: "994", Name: "Sarkajärvi"}, model.Municipality{Code: "997", Name: "Rantaniemi"}
	return &shelf{
		centre: model.Centre{
			Name: model.Text{Fi: "Suvantomaan perhekeskus"}, Municipalities: []model.RegionMunicipality{
				{Code: "994", Fi: "Sarkajärvi", Sv: "Åkersjö"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}, {Code: "996", Fi: "Mäntykoski"},
			},
		},
		organisations: []model.Organisation{
			{ID: "kunta", Name: model.Text{Fi: "Sarkajärven kunta"}, Sector: model.Municipal, Municipality: sarka},
			{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}, Sector: model.Association, Municipality: sarka},
			{ID: "srk", Name: model.Text{Fi: "Rantaniemen seurakunta"}, Sector: model.Parish, Municipality: ranta},
		},
		bodies: []model.Body{
			{
				ID: "alue", Name: model.Text{Fi: "Suvantomaan johtoryhmä", Sv: "Lugnvattnets ledningsgrupp"}, Kind: model.AreaGroup,
				Members: []model.ID{"kunta", "mll"}, TimesAYear: model.CountOf(2), From: at("13:00"), Until: at("15:00"), StartsOn: d("2024-01-01"),
			},
			{
				ID: "tiimi", Name: model.Text{Fi: "Neuvolatiimi", Sv: "Rådgivningsteamet"}, Kind: model.TeamMeeting, Members: []model.ID{"kunta"}, Recurs: true,
				Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 2, Weekday: 2}, From: at("09:00"), Until: at("10:30"), StartsOn: d("2026-09-01"),
			},
			{ID: "ohjaajat", Name: model.Text{Fi: "Ohjaajien ilta"}, Kind: model.LeadersMeet},
		},
		meetings: []model.NetworkMeeting{
			{
				ID: "k26", BodyID: "alue", Date: d("2026-04-14"), From: at("13:00"), Until: at("15:00"), Place: "Kunnantalo", Present: []model.ID{"kunta", "mll"},
				Agenda: "Syksyn kausi", Decisions: "Perhekahvila jatkaa torstaisin. MLL hakee avustusta 15.5. mennessä.",
			},
			{ID: "s25", BodyID: "alue", Date: d("2025-10-07"), Present: []model.ID{"kunta"}, Decisions: "Sopimukset uusitaan."},
			{ID: "k25", BodyID: "alue", Date: d("2025-04-08"), Cancelled: true},
			{ID: "s24", BodyID: "alue", Date: d("2024-10-08"), Decisions: "Aloitetaan."},
			{ID: "t1", BodyID: "tiimi", Date: d("2026-11-10"), From: at("09:00"), Until: at("10:30")},
		},
		surveys: []model.Survey{
			{
				ID: "p26", Name: "Palautekysely 2026", Kind: model.FeedbackSurvey, On: d("2026-05-20"), Target: "Perhekahvilan kävijät", GroupID: "kahvila",
				Asked: model.CountOf(120), Answers: model.CountOf(48), Positive: model.CountOf(92), Finding: "Aukioloa toivotaan myös iltaisin.",
			},
			{
				ID: "p25", Name: "Palautekysely 2025", Kind: model.FeedbackSurvey, On: d("2025-05-21"), Target: "perhekahvilan kävijät", GroupID: "kahvila",
				Asked: model.CountOf(100), Answers: model.CountOf(30), Positive: model.CountOf(88),
			},
			{ID: "v26", Name: "Kuka voisi ohjata", Kind: model.VolunteerSurvey, On: d("2026-02-01")},
		},
		places: []model.MeetingPlace{
			{ID: "tupa", Name: model.Text{Fi: "Perhetupa Sarka"}, Kind: model.FamilyRoom, Municipality: sarka},
			{ID: "vanha", Name: model.Text{Fi: "Vanha koulu"}, Kind: model.SchoolPlace, Municipality: ranta, EndedOn: d("2025-06-01")},
		},
		groups: []model.Group{{ID: "kahvila", Name: model.Text{Fi: "Perhekahvila"}, Type: model.OpenGroup, Audiences: []model.Audience{"fathers"}, PlaceID: "tupa"}},
		sessions: []model.Session{
			{ID: "1", GroupID: "kahvila", PlaceID: "tupa", Date: d("2026-10-01"), Counts: model.Counts{Adults: model.CountOf(7), Children: model.CountOf(9)}},
			{ID: "2", GroupID: "kahvila", PlaceID: "tupa", Date: d("2026-10-08")},
			{ID: "3", GroupID: "kahvila", PlaceID: "tupa", Date: d("2025-10-08"), Counts: model.Counts{Adults: model.CountOf(5)}},
			{ID: "4", GroupID: "kahvila", PlaceID: "tupa", Date: d("2026-12-01")},
		},
		years: map[int]model.YearRecord{2025: {
			Year:      2025,
			Resources: map[model.ResourceKind]model.Resource{model.ResourceBudget: {Given: model.Yes, Amount: model.AmountOf(1_200_000), Note: "hyvinvointilautakunta"}},
			Services:  map[model.Service]model.ServicePart{model.Library: model.TakesPartSometimes},
			Quality:   map[model.QualityTopic]model.QualityMark{model.QualityAccessibility: {Step: model.CountOf(2), Note: "ei hissiä"}},
			Practices: []model.PracticeEntry{{Municipality: ranta, Practice: model.CoupleWork, Stage: model.PracticeTrial}},
		}},
	}
}

// table is a window with a view in it and everything that a test looks at.
type table[V interface{ Reload() }] struct {
	*stage.Stage
	view  V
	store *shelf
}
