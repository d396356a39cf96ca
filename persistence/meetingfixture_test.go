package persistence

import (
	"testing"
	"time"

	"kumppani/model"
)

func clock(hour, minute int) model.Clock {
	c, _ := model.NewClock(hour, minute)
	return c
}

func placeNamed(name string) model.MeetingPlace {
	return model.MeetingPlace{
		Name: model.Text{Fi: name}, Kind: model.FamilyCafe, Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"},
	}
}

// groupAt is a group that meets at a place every Tuesday.
func groupAt(place model.ID, name string) model.Group {
	return model.Group{
		Name: model.Text{Fi: name}, Type: model.OpenGroup, PlaceID: place, From: clock(9, 30), Until: clock(11, 30),
		Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: time.Tuesday, Every: 1},
	}
}

// seasonFrom is a season of twenty weeks.
func seasonFrom(day model.Date) model.Season {
	return model.Season{ID: newID(), Name: model.Text{Fi: "Kausi " + day.String()}, From: day, Until: day.AddDays(139)}
}

// meetings is a region with two places in two municipalities, a group at each, and a season.
type meetings struct {
	f             *File
	organisations []model.Organisation
	places        []model.MeetingPlace
	groups        []model.Group // on Tuesdays and, every second week, on Wednesdays
	leaders       []model.ID    // of both groups
	season        model.Season
}

func newMeetings(t testing.TB) *meetings {
	t.Helper()
	f := newFile(t)
	return meetingsOf(t, f, twoOrganisations(t, f), []model.ID{leaderNamed(t, f, "Aino"), leaderNamed(t, f, "Åke")})
}

func meetingsOf(t testing.TB, f *File, organisations []model.Organisation, leaders []model.ID) *meetings {
	t.Helper()
	m := &meetings{f: f, organisations: organisations, leaders: leaders}
	for i, name := range []string{"Ahola", "Äijälä"} {
		p := placeNamed(name)
		p.Municipality.Code, p.Municipality.Name = []string{"994", "997"}[i], []string{"Sarkajärvi", "Rantaniemi"}[i]
		p.HostID = m.organisations[0].ID
		p, err := f.CreateMeetingPlace(ctx, p)
		must(t, err)
		m.places = append(m.places, p)
		g := groupAt(p.ID, "Perhekahvila "+name)
		g.Organisers, g.Leaders = []model.ID{m.organisations[i].ID}, m.leaders
		if i == 1 {
			g.Recurrence = model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: time.Wednesday, Every: 2}
		}
		g, err = f.CreateGroup(ctx, g)
		must(t, err)
		m.groups = append(m.groups, g)
	}
	var err error
	m.season, err = f.SaveSeason(ctx, model.Season{
		Name: model.Text{Fi: "Syksy 2026"}, From: model.MustDate("2026-08-31"), Until: model.MustDate("2026-12-11"), Eves: true,
	})
	must(t, err)
	return m
}

// plan plans the season as it stands in the file, seen from its first day.
func (m *meetings) plan(t testing.TB, change func(*model.PlanInput)) model.Plan {
	t.Helper()
	in := model.PlanInput{Season: m.season, Today: m.season.From, Forced: map[model.Slot]bool{}, Dropped: map[model.Slot]bool{}}
	var err error
	in.Groups, err = m.f.Groups(ctx)
	must(t, err)
	in.Existing, err = m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	in.Facts = m.facts(t, in.Groups)
	if change != nil {
		change(&in)
	}
	return model.PlanSeason(in)
}

func (m *meetings) facts(t testing.TB, groups []model.Group) model.ConflictFacts {
	t.Helper()
	places, err := m.f.MeetingPlaces(ctx)
	must(t, err)
	leaders, err := m.f.Leaders(ctx)
	must(t, err)
	closures, err := m.f.Closures(ctx)
	must(t, err)
	return model.ConflictFacts{
		Groups: model.GroupDirectoryOf(groups), Places: model.PlaceDirectoryOf(places), Leaders: model.LeaderDirectoryOf(leaders),
		Closures: closures,
	}
}

// written plans the season, writes the plan, and returns the sessions.
func (m *meetings) written(t testing.TB) []model.Session {
	t.Helper()
	must(t, m.f.WritePlan(ctx, m.plan(t, nil)))
	all, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	return all
}

// partner reads a partner's calendar of the first place, with two events on the first day of the season.
func (m *meetings) partner(t testing.TB) model.PartnerCalendar {
	t.Helper()
	c, err := m.f.SavePartnerCalendar(ctx, model.PartnerCalendar{
		Name: "Seurakunnan varaukset", PlaceID: m.places[0].ID, File: "varaukset.ics", ReadOn: m.season.From,
		From: m.season.From, Until: m.season.Until,
	}, []model.PartnerEvent{
		{Date: m.season.From, From: clock(9, 0), Until: clock(10, 0), Title: "Kuoro"},
		{Date: m.season.From, Title: "Seurakuntapäivä"},
	})
	must(t, err)
	return c
}

// printed is a calendar of the whole region with one group in it.
func (m *meetings) printed() model.PrintedCalendar {
	g := m.groups[0]
	return model.PrintedCalendar{
		SeasonID: m.season.ID, Area: model.CalendarArea{}.Key(), On: model.MustDate("2026-08-20"),
		Lines: []model.PrintedLine{{
			GroupID: g.ID, Name: g.Name, PlaceID: g.PlaceID, Place: m.places[0].Name, Rule: g.Recurrence.RRULE(),
			From: g.From, Until: g.Until, Days: []model.Date{model.MustDate("2026-09-01"), model.MustDate("2026-09-08")},
		}},
	}
}

// categories are what the centre counts of its own.
func categories(t testing.TB, f *File, names ...string) []model.ID {
	t.Helper()
	p := model.MeetingPolicy{TravelMinutes: 45}
	var out []model.ID
	for _, name := range names {
		c := model.CountCategory{ID: newID(), Name: model.Text{Fi: name}}
		p.Categories, out = append(p.Categories, c), append(out, c.ID)
	}
	must(t, f.SaveMeetingPolicy(ctx, p))
	return out
}

// split splits the first group from a day on, when it meets half an hour later under another name.
func (m *meetings) split(t testing.TB, from model.Date) model.GroupSplit {
	t.Helper()
	in := model.SplitInput{Group: m.groups[0], Changed: m.groups[0], From: from, Seasons: []model.Season{m.season}, Today: m.season.From}
	in.Changed.ID, in.Changed.Name.Fi = newID(), "Myöhempi kahvila"
	in.Changed.From, in.Changed.Until = clock(10, 0), clock(12, 0)
	var err error
	in.Sessions, err = m.f.GroupSessions(ctx, in.Group.ID)
	must(t, err)
	in.Facts = m.facts(t, m.groups)
	return model.SplitGroup(in)
}
