package model_test

import (
	"fmt"
	"testing"

	"kumppani/model"
)

// met is a session of a group at a place that was counted: adults and children; −1 is not entered.
func met(group, place, day string, adults, children int) model.Session {
	s := model.Session{GroupID: model.ID(group), PlaceID: model.ID(place), Date: d(day)}
	if adults >= 0 {
		s.Counts.Adults = model.CountOf(adults)
	}
	if children >= 0 {
		s.Counts.Children = model.CountOf(children)
	}
	return s
}

// village is two municipalities: a and b are places of the first, c of the second. The groups "closed" and "shut" are closed.
func village() model.TallyFacts {
	f := model.TallyFacts{Groups: model.GroupDirectory{}, Places: model.PlaceDirectory{}}
	for place, code := range map[model.ID]string{"a": "991", "b": "991", "c": "992"} {
		f.Places[place] = model.MeetingPlace{ID: place, Municipality: model.Municipality{Code: code}}
	}
	for _, g := range []model.Group{
		{ID: "open", Type: model.OpenGroup, Languages: []model.Language{model.Finnish}},
		{ID: "other", Type: model.OpenGroup, Languages: []model.Language{model.Finnish, model.Swedish}},
		{ID: "closed", Type: model.TargetedGroup, Languages: []model.Language{model.Finnish}},
		{ID: "shut", Type: model.TargetedGroup, Languages: []model.Language{model.Swedish}},
	} {
		f.Groups[g.ID] = g
	}
	return f
}

func TestTallyRows(t *testing.T) {
	cancelled := met("open", "a", "2026-10-06", -1, -1)
	cancelled.State = model.SessionCancelled
	sessions := []model.Session{
		met("open", "a", "2026-09-01", 10, 12),   // Tuesday
		met("open", "b", "2026-09-08", 8, -1),    // Tuesday, elsewhere
		met("other", "c", "2026-10-07", 6, 7),    // Wednesday
		met("other", "c", "2026-10-14", -1, -1),  // not entered
		met("other", "c", "2026-12-02", -1, -1),  // ahead
		met("closed", "a", "2026-10-06", 20, 20), // enough to be told
		cancelled,
	}
	tally := model.NewTally(sessions, village(), d("2026-11-22"))
	for _, x := range []struct {
		dimension                                   model.Dimension
		key                                         string
		held, notEntered, cancelled, ahead, planned int
		visits                                      model.Count
	}{
		{model.ByGroup, "open", 2, 0, 1, 0, 3, model.CountOf(30)},
		{model.ByGroup, "other", 1, 1, 0, 1, 3, model.CountOf(13)},
		{model.ByPlace, "a", 2, 0, 1, 0, 3, model.CountOf(62)},
		{model.ByPlace, "b", 1, 0, 0, 0, 1, model.CountOf(8)},
		{model.ByMunicipality, "991", 3, 0, 1, 0, 4, model.CountOf(70)},
		{model.ByMunicipality, "992", 1, 1, 0, 1, 3, model.CountOf(13)},
		{model.ByMonth, "2026-09", 2, 0, 0, 0, 2, model.CountOf(30)},
		{model.ByMonth, "2026-12", 0, 0, 0, 1, 1, model.Count{}},
		{model.ByMonth, "2026-01", 0, 0, 0, 0, 0, model.Count{}},
		{model.ByWeekday, "2", 3, 0, 1, 0, 4, model.CountOf(70)},
		{model.ByWeekday, "3", 1, 1, 0, 1, 3, model.CountOf(13)},
		{model.ByLanguage, "fi", 3, 0, 1, 0, 4, model.CountOf(70)},
		{model.ByLanguage, "fi+sv", 1, 1, 0, 1, 3, model.CountOf(13)},
	} {
		r := tally.Row(x.dimension, x.key)
		if r.Held != x.held || r.NotEntered != x.notEntered || r.Cancelled != x.cancelled || r.Ahead != x.ahead ||
			r.Planned() != x.planned || r.Visits() != x.visits {
			t.Errorf("%s %s: %+v, visits %v", x.dimension, x.key, r, r.Visits())
		}
	}
	if tally.HidesAny() {
		t.Error("something is hidden where every closed group has enough visitors")
	}
}

// In every dimension the rows together make the total, and an own category that nobody counted stays unknown.
func TestTallyRowsMakeTheTotal(t *testing.T) {
	sessions, f := aYear()
	for i := range sessions {
		if i%3 > 0 {
			sessions[i].Counts = model.Counts{Adults: model.CountOf(i % 17), Own: map[model.ID]int{"grandparents": i % 5}}
		}
	}
	tally := model.NewTally(sessions, model.TallyFacts{Groups: f.Groups, Places: f.Places}, d("2026-11-22"))
	if want := model.TotalCounts(sessions, d("2026-11-22")); tally.Total.Visits() != want.Visits() || tally.Total.Held != want.Held ||
		tally.Total.Own["grandparents"] != want.Own["grandparents"] || tally.Total.Planned() != len(sessions) {
		t.Errorf("total %+v, want %+v", tally.Total, want)
	}
	for _, dimension := range model.Dimensions() {
		planned, visits, own := 0, 0, 0
		for _, key := range tally.Keys(dimension) {
			r := tally.Row(dimension, key)
			planned, visits, own = planned+r.Planned(), visits+r.Visits().N, own+r.Own["grandparents"].N
		}
		if planned != len(sessions) || visits != tally.Total.Visits().N || own != tally.Total.Own["grandparents"].N {
			t.Errorf("by %s: %d sessions, %d visits, %d grandparents", dimension, planned, visits, own)
		}
	}
	if c := tally.Total.Own["nobody"]; c.Known {
		t.Errorf("what nobody counted is %v", c)
	}
	if c := tally.Total.New; c.Known {
		t.Errorf("new ones that nobody counted are %v", c)
	}
}

func TestFewVisitorsOfAClosedGroupAreHidden(t *testing.T) {
	const visits = model.MeasureVisits
	type cell struct {
		dimension model.Dimension
		key       string
	}
	for _, x := range []struct {
		name     string
		sessions []model.Session
		hidden   []cell // of visits; every other row is told
		total    bool
	}{
		{"nobody came", []model.Session{
			met("closed", "a", "2026-09-01", 0, 0), met("open", "a", "2026-09-01", 9, 9),
		}, nil, false},
		{"few of an open group", []model.Session{
			met("other", "c", "2026-09-02", 2, 1), met("open", "a", "2026-09-01", 9, 9),
		}, nil, false},
		{"few adults, hidden with the smallest group at the same place and of the same language and day", []model.Session{
			met("closed", "a", "2026-09-01", 3, 8), met("open", "a", "2026-09-01", 9, 9), met("other", "c", "2026-09-02", 6, 6),
		}, []cell{{model.ByGroup, "closed"}, {model.ByGroup, "open"}}, false},
		{"hidden with a group in the same municipality: the places too", []model.Session{
			met("closed", "a", "2026-09-01", 3, 0), met("open", "b", "2026-09-01", 9, 9), met("other", "c", "2026-09-02", 6, 6),
		}, []cell{{model.ByGroup, "closed"}, {model.ByGroup, "open"}, {model.ByPlace, "a"}, {model.ByPlace, "b"}}, false},
		{"alone in the municipality: the total too, for the other municipality tells its own", []model.Session{
			met("shut", "a", "2026-09-01", 3, 0), met("open", "c", "2026-09-02", 9, 9),
		}, []cell{
			{model.ByGroup, "shut"},
			{model.ByPlace, "a"},
			{model.ByMunicipality, "991"},
			{model.ByLanguage, "sv"},
			{model.ByWeekday, "2"},
			{model.ByMonth, "2026-09"},
		}, true},
		{"alone: the total too", []model.Session{met("closed", "a", "2026-09-01", 3, 0)}, []cell{
			{model.ByGroup, "closed"},
			{model.ByPlace, "a"},
			{model.ByMunicipality, "991"},
			{model.ByLanguage, "fi"},
			{model.ByWeekday, "2"},
			{model.ByMonth, "2026-09"},
		}, true},
		{"a month that only the closed group has, with the smallest other month", []model.Session{
			met("closed", "a", "2026-07-07", 2, 0), met("closed", "a", "2026-09-01", 8, 0), met("open", "a", "2026-09-01", 20, 9),
			met("open", "a", "2026-10-06", 9, 9),
		}, []cell{{model.ByMonth, "2026-07"}, {model.ByMonth, "2026-10"}}, false},
		{"one time at another place", []model.Session{
			met("closed", "a", "2026-09-01", 18, 9), met("closed", "b", "2026-09-08", 2, 0), met("open", "b", "2026-09-01", 9, 9),
		}, []cell{{model.ByGroup, "closed"}, {model.ByGroup, "open"}}, false},
	} {
		tally := model.NewTally(x.sessions, village(), d("2026-11-22"))
		want := map[cell]bool{}
		for _, c := range x.hidden {
			want[c] = true
		}
		for _, dimension := range model.Dimensions() {
			for _, key := range tally.Keys(dimension) {
				if got := tally.Hides(dimension, key, visits); got != want[cell{dimension, key}] {
					t.Errorf("%s: %s %s hidden: %v", x.name, dimension, key, got)
				}
			}
		}
		if tally.HidesTotal(visits) != x.total {
			t.Errorf("%s: total hidden: %v", x.name, tally.HidesTotal(visits))
		}
	}
}

// New ones, men and own categories are hidden apart from visits.
func TestFewNewOnesAreHidden(t *testing.T) {
	closed, open := met("closed", "a", "2026-09-01", 12, 12), met("open", "a", "2026-09-01", 30, 30)
	closed.Counts.New, open.Counts.New = model.CountOf(1), model.CountOf(6)
	closed.Counts.Men, open.Counts.Men = model.CountOf(0), model.CountOf(2)
	closed.Counts.Own, open.Counts.Own = map[model.ID]int{"g": 4}, map[model.ID]int{"g": 3}
	tally := model.NewTally([]model.Session{closed, open}, village(), d("2026-11-22"))
	for m, want := range map[model.Measure]bool{
		model.MeasureVisits: false, model.MeasureNew: true, model.MeasureMen: false, model.OwnMeasure("g"): true,
	} {
		if got := tally.Hides(model.ByGroup, "closed", m); got != want {
			t.Errorf("%s hidden: %v", m, got)
		}
	}
	if tally.HidesTotal(model.MeasureNew) || !tally.HidesTotal(model.OwnMeasure("g")) {
		t.Error("the total is hidden only where no second cell is large enough")
	}
}

// Whatever is hidden cannot be found by subtracting what is told: from the total, in any dimension, or from the row of a
// place, municipality, language or weekday, in which groups lie. What is left makes more than MinimumCell, or nothing.
func TestHiddenCellsCannotBeSubtracted(t *testing.T) {
	const visits = model.MeasureVisits
	f := village()
	for seed := range 3_000 {
		var sessions []model.Session
		for i, group := range []string{"open", "other", "closed", "shut"} {
			n := (seed*7919 + i*104729) >> i % 97
			place := string(rune('a' + (seed/3+i*5)%3))
			sessions = append(sessions, met(group, place, fmt.Sprintf("2026-09-%02d", 1+(seed+i*3)%28), n%9, (n/9)%7))
		}
		tally := model.NewTally(sessions, f, d("2026-11-22"))
		for _, dimension := range model.Dimensions() {
			left := 0
			for _, key := range tally.Keys(dimension) {
				if tally.Hides(dimension, key, visits) {
					left += tally.Row(dimension, key).Visits().N
				}
			}
			if left > 0 && left <= model.MinimumCell && !tally.HidesTotal(visits) {
				t.Fatalf("%d: by %s, %d are left of the total: %+v", seed, dimension, left, sessions)
			}
		}
		left := map[string]int{} // of the rows that are told
		for _, s := range sessions {
			r := tally.Row(model.ByGroup, string(s.GroupID))
			if !tally.Hides(model.ByGroup, string(s.GroupID), visits) {
				if f.Groups[s.GroupID].Type == model.TargetedGroup && (low(r.Adults) || low(r.Children)) {
					t.Fatalf("%d: a few visitors of a closed group are told: %+v", seed, sessions)
				}
				continue
			}
			for dimension, key := range rowsOf(s, f) {
				if !tally.Hides(dimension, key, visits) {
					left[string(dimension)+" "+key] += r.Visits().N
				}
			}
		}
		for row, n := range left {
			if n > 0 && n <= model.MinimumCell {
				t.Fatalf("%d: %d are left of %s: %+v", seed, n, row, sessions)
			}
		}
	}
}

// rowsOf are the rows that a session lies in, but for group and month.
func rowsOf(s model.Session, f model.TallyFacts) map[model.Dimension]string {
	language := map[model.ID]string{"open": "fi", "other": "fi+sv", "closed": "fi", "shut": "sv"}[s.GroupID]
	return map[model.Dimension]string{
		model.ByPlace: string(s.PlaceID), model.ByMunicipality: f.Places[s.PlaceID].Municipality.Code,
		model.ByLanguage: language, model.ByWeekday: fmt.Sprint(int(s.Date.Weekday())),
	}
}

func low(c model.Count) bool { return c.N > 0 && c.N < model.MinimumCell }

func BenchmarkTally100000(b *testing.B) {
	year, f := aYear()
	var sessions []model.Session
	for range 10 {
		sessions = append(sessions, year...)
	}
	for i := range sessions {
		sessions[i].Counts.Adults = model.CountOf(i % 20)
	}
	facts := model.TallyFacts{Groups: f.Groups, Places: f.Places}
	for b.Loop() {
		if t := model.NewTally(sessions, facts, d("2026-11-22")); t.Total.Planned() != 100_000 {
			b.Fatal(t.Total)
		}
	}
}

// What was signed only later is not told of a period as agreed and not yet in force.
func TestAnAgreementIsToldFromItsSigning(t *testing.T) {
	signed := func(day string) model.AgreementSummary {
		return model.AgreementSummary{Form: model.Written, ValidFrom: model.MustDate("2024-01-01"), Parties: []model.Party{{Signing: model.Signing{SignedOn: model.MustDate(day)}}}}
	}
	oral := func(from string) model.AgreementSummary {
		return model.AgreementSummary{Form: model.Oral, ValidFrom: model.MustDate(from)}
	}
	for name, c := range map[string]struct {
		a    model.AgreementSummary
		want bool
	}{
		"signed in the period": {signed("2023-12-01"), true},
		"signed later":         {signed("2024-01-01"), false},
		"nobody knows when":    {oral("2024-12-31"), true},
		"years ahead":          {oral("2025-01-01"), false},
	} {
		if got := c.a.ToldIn(model.YearPeriod(2023), model.StateNotYetInForce); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
