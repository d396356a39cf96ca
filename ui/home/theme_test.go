package home_test

import (
	"testing"

	"kumppani/model"
	"kumppani/persistence"
)

// Which session of its season one is, Home and the calendar must agree on, also when the season began long ago or has ended.
func TestThemesAreMissedWhereTheWholeSeasonMissesThem(t *testing.T) {
	for name, c := range map[string]struct{ from, until, first string }{
		"a season that goes on":                {"2026-08-31", "2026-12-11", "2026-09-01"},
		"one that began long ago":              {"2026-01-05", "2026-12-11", "2026-01-06"},
		"one that has ended and is not over":   {"2026-01-05", "2026-10-30", "2026-01-06"},
		"one with a session moved before it":   {"2026-08-31", "2026-12-11", "2026-08-11"},
		"one with a session moved far earlier": {"2026-10-05", "2026-12-11", "2026-09-08"},
	} {
		t.Run(name, func(t *testing.T) {
			var season model.Season
			var group model.Group
			x := opened(t, func(f *persistence.File) {
				ctx := t.Context()
				season = got[model.Season](t)(f.SaveSeason(ctx, model.Season{Name: model.Text{Fi: "Kausi"}, From: on(c.from), Until: on(c.until)}))
				place := got[model.MeetingPlace](t)(f.CreateMeetingPlace(ctx, model.MeetingPlace{
					Name: model.Text{Fi: "Tupa"}, Kind: model.FamilyCafe, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
				}))
				from, _ := model.NewClock(9, 0)
				until, _ := model.NewClock(11, 0)
				group = got[model.Group](t)(f.CreateGroup(ctx, model.Group{
					Name: model.Text{Fi: "Perhekahvila"}, Type: model.OpenGroup, PlaceID: place.ID, From: from, Until: until, ThemeEvery: 2,
					Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: 2},
				}))
				for day := on(c.first); !day.After(on("2026-12-08")); day = day.AddDays(7) {
					got[model.Session](t)(f.CreateSession(ctx, model.Session{
						GroupID: group.ID, SeasonID: season.ID, PlaceID: place.ID, Date: day, From: from, Until: until,
					}))
				}
			})
			all := got[[]model.Session](t)(x.file.SeasonSessions(t.Context(), season.ID))
			lacking, times, first := model.LackingTheme(season.ID, all, model.GroupDirectory{group.ID: group}), 0, model.Date{}
			for _, s := range all {
				if lacking[s.ID] && !s.Date.Before(on(dayOfTest)) {
					times++
					if first.IsZero() {
						first = s.Date
					}
				}
			}
			for _, item := range x.agenda.Items {
				if item.Matter == model.MatterTheme && (item.Times != times || item.On != first) {
					t.Errorf("%d sessions from %s, want %d from %s", item.Times, item.On, times, first)
				}
				if item.Matter == model.MatterTheme {
					times = 0
				}
			}
			if times > 0 {
				t.Errorf("%d sessions without a theme are not told of", times)
			}
		})
	}
}
