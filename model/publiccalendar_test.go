package model_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

func TestPublicCalendarHasThePublicGroupsOfAnArea(t *testing.T) {
	open, closed, far, idle := group("open", weekly(time.Tuesday, 1)), group("closed", weekly(time.Monday, 1)), group("far", weekly(time.Monday, 1)), group("idle", weekly(time.Monday, 1))
	open.Public, far.Public, idle.Public = true, true, true
	far.PlaceID = "far"
	f := facts(open, closed, far, idle)
	sessions := kept(model.PlanSeason(model.PlanInput{Season: autumn, Groups: []model.Group{open, closed, far}, Facts: f, Today: d("2026-08-01")}))
	at := func(on string) *model.Session {
		return &sessions[slices.IndexFunc(sessions, func(s model.Session) bool { return s.GroupID == "open" && s.SlotOn == d(on) })]
	}
	at("2026-09-08").State = model.SessionCancelled
	at("2026-09-15").Date = d("2026-09-16")
	at("2026-09-22").PlaceID = "far"
	groups := []model.Group{open, closed, far, idle}
	all := model.PublicCalendar(sessions, groups, f.Places, model.CalendarArea{})
	if len(all) != 2 || all[0].Group.ID != "far" || all[1].Group.ID != "open" {
		t.Fatalf("by weekday: %v", all)
	}
	e := model.PublicCalendar(sessions, groups, f.Places, model.CalendarArea{Municipality: sarka().Municipality})[0]
	if len(e.Held) != 13 || !slices.Equal(days(e.Not), []string{"2026-09-08"}) || !slices.Equal(days(e.Other), []string{"2026-09-16", "2026-09-22"}) {
		t.Errorf("held %d, not %v, otherwise %v", len(e.Held), days(e.Not), days(e.Other))
	}
	if e.First() != d("2026-09-01") || e.Last() != d("2026-12-08") {
		t.Errorf("from %s to %s", e.First(), e.Last())
	}
	if got := model.PublicCalendar(sessions, groups, f.Places, model.CalendarArea{PlaceID: "sarka"}); len(got) != 1 {
		t.Errorf("one place: %v", got)
	}
}

func TestSharedKeepsClosedGroupsFromFamilies(t *testing.T) {
	open, closed := group("open", weekly(time.Tuesday, 1)), group("closed", weekly(time.Tuesday, 1))
	open.Public = true
	f := facts(open, closed)
	s := []model.Session{
		{ID: "1", GroupID: "open", PlaceID: "sarka", Leaders: []model.ID{"vol"}},
		{ID: "2", GroupID: "closed", PlaceID: "sarka", Leaders: []model.ID{"pro"}},
		{ID: "3", GroupID: "open", PlaceID: "far", Leaders: []model.ID{"pro"}},
	}
	for _, c := range []struct {
		name string
		w    model.Sharing
		want string
	}{
		{"the region", model.Sharing{}, "13"},
		{"the region at work", model.Sharing{Internal: true}, "123"},
		{"a place", model.Sharing{Area: model.CalendarArea{PlaceID: "sarka"}}, "1"},
		{"a leader's own", model.Sharing{LeaderID: "pro"}, "23"},
	} {
		got := ""
		for _, x := range model.Shared(s, f.Groups, f.Places, c.w) {
			got += string(x.ID)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCalendarChanges(t *testing.T) {
	entry := func(id string, change func(*model.CalendarEntry), days ...string) model.CalendarEntry {
		g := group(model.ID(id), weekly(time.Tuesday, 1))
		e := model.CalendarEntry{Group: g, Place: sarka()}
		if change != nil {
			change(&e)
		}
		for _, on := range days {
			e.Held = append(e.Held, model.Session{Date: d(on)})
		}
		return e
	}
	usual := []string{"2026-11-03", "2026-11-24", "2026-12-01"}
	var old []model.CalendarEntry
	for _, id := range []string{"a", "b", "c", "gone", "moved", "named"} {
		old = append(old, entry(id, nil, usual...))
	}
	printed := model.Printed(append(old, entry("over", nil, "2026-11-03")))
	now := []model.CalendarEntry{
		entry("a", nil, usual...),
		entry("b", nil, "2026-11-24", "2026-12-02"),
		entry("c", func(e *model.CalendarEntry) {
			e.Group.Name.Fi, e.Group.PlaceID, e.Group.Recurrence = "C", "far", weekly(time.Wednesday, 1)
		}, "2026-11-25"),
		entry("new", nil, usual...), entry("was", nil, "2026-11-03"),
		entry("moved", nil, "2026-11-03"),
		entry("moved2", func(e *model.CalendarEntry) {
			e.Group.ContinuesID, e.Group.PlaceID, e.Group.Name.Fi = "moved", "other", "moved"
		}, "2026-11-24"),
		entry("moved3", func(e *model.CalendarEntry) {
			e.Group.ContinuesID, e.Group.PlaceID, e.Group.Name.Fi = "moved2", "far", "moved"
		}, "2026-12-01"),
		entry("named2", func(e *model.CalendarEntry) {
			e.Group.ContinuesID, e.Group.From, e.Group.Name.Fi = "named", clock("10:00"), "named"
		}, "2026-11-24", "2026-12-08"),
	}
	told := func(printed []model.PrintedLine, now []model.CalendarEntry) []string {
		var got []string
		for _, c := range model.CalendarChanges(printed, now, d("2026-11-22")) {
			text := string(cmp.Or(c.Now.GroupID, c.Before.GroupID)) + " " + string(c.Kind)
			for _, day := range c.Days {
				text += " " + day.String()
			}
			got = append(got, text)
		}
		return got
	}
	want := []string{
		"b added 2026-12-02", "b lost 2026-12-01", "c name", "c place", "c time", "new new", "moved3 place",
		"named2 time", "named2 added 2026-12-08", "named2 lost 2026-12-01", "gone gone",
	}
	if got := told(printed, now); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := told(model.Printed(now), now); len(got) != 0 {
		t.Errorf("nothing has changed, but %v", got)
	}
}

func TestBookedPlacesCollide(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	f := facts(g)
	s := model.Session{ID: "s", GroupID: "tue", Date: d("2026-11-24"), From: clock("09:30"), Until: clock("11:30"), PlaceID: "sarka"}
	for _, c := range []struct {
		name        string
		place       model.ID
		on          string
		from, until string
		clash       bool
	}{
		{"at the same time", "sarka", "2026-11-24", "10:00", "11:00", true},
		{"ends when it begins", "sarka", "2026-11-24", "08:00", "09:30", false},
		{"begins when it ends", "sarka", "2026-11-24", "11:30", "12:00", false},
		{"over the beginning", "sarka", "2026-11-24", "08:00", "09:31", true},
		{"all day", "sarka", "2026-11-24", "", "", true},
		{"another day", "sarka", "2026-11-25", "10:00", "11:00", false},
		{"another place", "far", "2026-11-24", "10:00", "11:00", false},
		{"a calendar of no place", "", "2026-11-24", "10:00", "11:00", false},
	} {
		e := model.PartnerEvent{PlaceID: c.place, Date: d(c.on), Title: "Juhla"}
		if c.from != "" {
			e.From, e.Until = clock(c.from), clock(c.until)
		}
		f.Booked = []model.PartnerEvent{e}
		got := model.Conflicts([]model.Session{s}, f)
		if clash := len(got) == 1 && got[0].Kind == model.ConflictBooked && *got[0].Booking == e; clash != c.clash || (!c.clash && len(got) > 0) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// A host's calendar has our own sessions too: they do not collide with themselves.
func TestTheBookingOfASessionIsNoCollision(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	g.Name = model.Text{Fi: "Perhekahvila Sarka", Sv: "Familjecafé Sarka"}
	s := model.Session{GroupID: "tue", Date: d("2026-11-24"), From: clock("09:30"), Until: clock("11:30"), PlaceID: "sarka"}
	for _, c := range []struct {
		title, from, until string
		own                bool
	}{
		{"PERHEKAHVILA SARKA (MLL)", "09:00", "12:00", true},
		{"Varaus: familjecafe Sarka", "09:30", "11:30", true},
		{"Perhekahvila Sarka", "10:00", "12:00", false},
		{"Kokous", "09:00", "12:00", false},
		{"", "09:00", "12:00", false},
	} {
		e := model.PartnerEvent{PlaceID: "sarka", Date: s.Date, From: clock(c.from), Until: clock(c.until), Title: c.title}
		f := facts(g)
		f.Booked = []model.PartnerEvent{e}
		if got := model.Conflicts([]model.Session{s}, f); (len(got) == 0) != c.own {
			t.Errorf("%q %s–%s: %+v", c.title, c.from, c.until, got)
		}
	}
}

func TestMeetingPolicyCheck(t *testing.T) {
	ok := model.MeetingPolicy{TravelMinutes: 30, Categories: []model.CountCategory{{ID: "g", Name: model.Text{Fi: "Isovanhemmat"}}}}
	for _, c := range []struct {
		name   string
		change func(*model.MeetingPolicy)
		want   string
	}{
		{"in order", func(*model.MeetingPolicy) {}, ""},
		{"travel below zero", func(x *model.MeetingPolicy) { x.TravelMinutes = -1 }, "travel_minutes travel_range"},
		{"travel of a day", func(x *model.MeetingPolicy) { x.TravelMinutes = 241 }, "travel_minutes travel_range"},
		{"no name", func(x *model.MeetingPolicy) { x.Categories[0].Name = model.Text{} }, "categories.0.name required"},
		{"the same name", func(x *model.MeetingPolicy) {
			x.Categories = append(x.Categories, model.CountCategory{Name: model.Text{Fi: "ISOVANHEMMAT"}})
		}, "categories.1.name category_twice"},
	} {
		x := ok
		x.Categories = slices.Clone(ok.Categories)
		c.change(&x)
		got := ""
		for _, p := range x.Check() {
			got += p.Field + " " + p.Code
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
