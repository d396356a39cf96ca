package persistence

import (
	"testing"
	"time"

	"kumppani/model"
	"kumppani/model/ids"
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
	return model.Season{ID: ids.New(), Name: model.Text{Fi: "Kausi " + day.String()}, From: day, Until: day.AddDays(139)}
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
	m := &meetings{f: f, organisations: twoOrganisations(t, f), leaders: []model.ID{leaderNamed(t, f, "Aino"), leaderNamed(t, f, "Åke")}}
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
	places, err := m.f.MeetingPlaces(ctx)
	must(t, err)
	leaders, err := m.f.Leaders(ctx)
	must(t, err)
	in.Facts = model.ConflictFacts{
		Groups: model.GroupDirectoryOf(in.Groups), Places: model.PlaceDirectoryOf(places), Leaders: model.LeaderDirectoryOf(leaders),
	}
	in.Facts.Closures, err = m.f.Closures(ctx)
	must(t, err)
	if change != nil {
		change(&in)
	}
	return model.PlanSeason(in)
}

// written plans the season, writes the plan, and returns the sessions.
func (m *meetings) written(t testing.TB) []model.Session {
	t.Helper()
	must(t, m.f.WritePlan(ctx, m.plan(t, nil)))
	all, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	return all
}
