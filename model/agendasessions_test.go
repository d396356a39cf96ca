package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

// spoken are the items of an agenda in a form that a test can write: matter, what it is about, where it leads, the day and
// how many times.
func spoken(items []model.AgendaItem) []string {
	var out []string
	for _, x := range items {
		out = append(out, fmt.Sprintf("%s %s -> %s %s, %s x%d", x.Matter, x.Record, x.Kind, x.ID, x.On, x.Times))
	}
	return out
}

func wantItems(t *testing.T, in model.AgendaInput, want ...string) {
	t.Helper()
	if in.Backups == nil {
		in.Backups = fresh
	}
	if in.Calendar.Today.IsZero() {
		in.Calendar.Today = d("2026-11-22")
	}
	if got := spoken(model.AgendaOf(in).Items); !slices.Equal(got, want) {
		t.Errorf("agenda:\n got %q\nwant %q", got, want)
	}
}

// hall is a region on 22 November 2026: a hall with two groups, each led by a pair.
func hall() model.AgendaInput {
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	leaders := []model.Leader{
		{ID: "volunteer", Kind: model.Volunteer, Statuses: active},
		{ID: "second", Kind: model.Volunteer, Statuses: active},
		{ID: "professional", Kind: model.Professional, Statuses: active},
		{ID: "other", Kind: model.Professional, Statuses: active},
	}
	return model.AgendaInput{Facts: model.ConflictFacts{
		Places:  model.PlaceDirectory{"hall": {ID: "hall"}, "room": {ID: "room"}},
		Leaders: model.LeaderDirectoryOf(leaders),
		Groups: model.GroupDirectory{
			"cafe": {ID: "cafe", PlaceID: "hall", Leaders: []model.ID{"volunteer", "professional"}},
			"half": {ID: "half", PlaceID: "room", Leaders: []model.ID{"other"}},
		},
	}}
}

func meets(id, group model.ID, on string, leaders ...model.ID) model.Session {
	return model.Session{
		ID: id, GroupID: group, SeasonID: "autumn", SlotOn: d(on), Date: d(on), From: clock("09:00"), Until: clock("11:00"),
		PlaceID: "hall", Leaders: leaders,
	}
}

func TestSessionsThatLackALeaderAreOneLineForEachGroup(t *testing.T) {
	in := hall()
	in.Sessions = []model.Session{
		meets("late", "cafe", "2026-12-08"), meets("soon", "cafe", "2026-12-01"), // the first by day leads the line
		meets("far", "cafe", "2026-12-14"), // 22 days ahead
		meets("pair", "cafe", "2026-11-24", "volunteer", "professional"),
		meets("without", "cafe", "2026-11-25", "volunteer"),
		meets("half", "half", "2026-11-26", "other"),
	}
	cancelled := meets("cancelled", "cafe", "2026-11-27")
	cancelled.State = model.SessionCancelled
	in.Sessions = append(in.Sessions, cancelled)
	wantItems(t, in,
		"no_leader cafe -> session soon, 2026-12-01 x2",
		"half_pair cafe -> session without, 2026-11-25 x1",
		"half_pair half -> group half, 2026-11-26 x1", // the group itself has no volunteer
	)
}

func TestClashesOfAGroupAreOneLineAndTheNextWeekIsTheSameMatter(t *testing.T) {
	in := hall()
	in.Sessions = []model.Session{
		meets("a1", "cafe", "2026-11-24", "volunteer", "professional"), meets("b1", "half", "2026-11-24", "second", "other"),
		meets("a2", "cafe", "2026-12-01", "volunteer", "professional"), meets("b2", "half", "2026-12-01", "second", "other"),
	}
	wantItems(t, in, "clash cafe -> session a1, 2026-11-24 x2")
	in = withToday(in)
	before := model.AgendaOf(in)
	in.Sessions = in.Sessions[2:]
	if after := model.AgendaOf(in); before.Items[0].Key() != after.Items[0].Key() || after.Items[0].Other.ID != "b2" {
		t.Errorf("keys %q and %q", before.Items[0].Key(), after.Items[0].Key())
	}
}

func TestSessionsInAClosedPlaceAndWithSomebodyAway(t *testing.T) {
	in := hall()
	away := in.Facts.Leaders["volunteer"]
	away.Absences = []model.Absence{{From: d("2026-12-01"), Until: d("2026-12-02")}}
	in.Facts.Leaders["volunteer"] = away
	in.Facts.Closures = []model.Closure{{ID: "floor", Scope: model.ClosedPlace, PlaceID: "hall", From: d("2026-11-24"), Until: d("2026-11-25")}}
	in.Sessions = []model.Session{
		meets("a", "cafe", "2026-11-24", "volunteer", "professional"), meets("b", "cafe", "2026-11-25", "volunteer", "professional"),
		meets("c", "cafe", "2026-12-01", "volunteer", "professional"),
	}
	wantItems(t, in, "clash cafe -> session c, 2026-12-01 x1", "closed cafe -> session a, 2026-11-24 x2")
}

func TestSessionsNobodyCounted(t *testing.T) {
	in := hall()
	counted := meets("counted", "cafe", "2026-11-17")
	counted.Counts.Adults = model.CountOf(0)
	in.Sessions = []model.Session{
		meets("old", "cafe", "2026-09-22"), // 61 days ago
		meets("first", "cafe", "2026-09-23"), meets("second", "cafe", "2026-11-10"), counted,
		meets("today", "cafe", "2026-11-22", "volunteer", "professional"),
	}
	wantItems(t, in, "not_counted cafe -> session first, 2026-09-23 x2")
	key := model.AgendaOf(withToday(in)).Items[0].Key()
	in.Sessions = append(in.Sessions, meets("more", "cafe", "2026-11-20"))
	if again := model.AgendaOf(withToday(in)).Items[0].Key(); again == key {
		t.Errorf("one more session that nobody counted is the same matter: %q", key)
	}
}

func withToday(in model.AgendaInput) model.AgendaInput {
	in.Calendar.Today, in.Backups = d("2026-11-22"), fresh
	return in
}

func TestSessionsWithoutATheme(t *testing.T) {
	in := hall()
	in.Sessions = []model.Session{
		meets("a", "cafe", "2026-11-24", "volunteer", "professional"), meets("b", "cafe", "2026-12-01", "volunteer", "professional"),
	}
	in.NoTheme = map[model.ID]bool{"b": true, "of another week": true}
	wantItems(t, in, "theme cafe -> session b, 2026-12-01 x1")
}

func TestLackingThemeCountsTheSessionsOfTheSeason(t *testing.T) {
	groups := model.GroupDirectory{
		"cafe": {ID: "cafe", ThemeEvery: 2}, "now": {ID: "now", ThemeEvery: 2, ContinuesID: "before"}, "before": {ID: "before"},
		"none": {ID: "none"},
	}
	cancelled, told := meets("cancelled", "cafe", "2026-09-02"), meets("told", "cafe", "2026-09-04")
	spring := meets("spring", "cafe", "2026-05-04")
	spring.SeasonID = "spring"
	cancelled.State, told.Guest = model.SessionCancelled, "neuvolan terveydenhoitaja"
	season := []model.Session{
		meets("4", "cafe", "2026-09-06"), spring, meets("1", "cafe", "2026-09-01"), cancelled, told, meets("3", "cafe", "2026-09-05"),
		meets("5", "cafe", "2026-09-07"), meets("6", "none", "2026-09-07"),
		meets("b", "before", "2026-09-01"), meets("n", "now", "2026-09-02"), // the second, counted on from the group before
	}
	got := model.LackingTheme("autumn", season, groups)
	if len(got) != 2 || !got["4"] || !got["n"] {
		t.Errorf("without a theme: %v", got)
	}
	if season[0].ID != "4" {
		t.Error("the list was put into another order")
	}
}

// What a partner's calendar says may name somebody, and a deferral keeps its key: the key tells titles apart without them.
func TestKeyOfABookedPlaceHasNoTitle(t *testing.T) {
	key := func(day, title string) string {
		in := hall()
		in.Calendar.Today = d("2026-11-22")
		in.Sessions = []model.Session{meets("s", "cafe", day, "volunteer", "professional")}
		in.Facts.Booked = []model.PartnerEvent{{CalendarID: "parish", PlaceID: "hall", Date: d(day), Title: title}}
		for _, x := range model.AgendaOf(in).Items {
			if x.Matter == model.MatterClash {
				return x.Key()
			}
		}
		t.Fatalf("%s on %s is no clash", title, day)
		return ""
	}
	this := key("2026-11-24", "Ainon 60-vuotisjuhla")
	if strings.Contains(this, "Aino") {
		t.Errorf("the key is %q", this)
	}
	if next := key("2026-12-01", "Ainon 60-vuotisjuhla"); next != this {
		t.Errorf("the same a week later: %q, not %q", next, this)
	}
	if other := key("2026-11-24", "Kuoro"); other == this {
		t.Errorf("another booking has the same key %q", other)
	}
}
