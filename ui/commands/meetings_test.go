package commands

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

func clock(hour, minute int) model.Clock {
	c, _ := model.NewClock(hour, minute)
	return c
}

// withMeetings gives a store two places in two municipalities, groups of every type, a season, closures, and the sessions
// of one week: one that was counted, one that was not, one that was cancelled and one that was moved ahead.
func withMeetings(m *memory) *memory {
	weekly := func(w time.Weekday, every int) model.Recurrence {
		return model.Recurrence{Rhythm: model.EveryNWeeks, Every: every, Weekday: w}
	}
	m.places = []model.MeetingPlace{
		{
			ID: "m1", Name: model.Text{Fi: "Tupa", Sv: "Stugan"}, Kind: model.FamilyRoom, HostID: "o2", OwnerID: "o1", AgreementID: "a1",
			Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, Capacity: model.CountOf(30),
			Access: model.Access{StepFree: model.No}, Booking: model.Contact{Name: "Aino Ö", Phone: "+358 40 000 0100"},
		},
		{ID: "m2", Name: model.Text{Fi: "Koulu"}, Kind: model.SchoolPlace, Municipality: model.Municipality{Name: "Rantaniemi"}, EndedOn: day("2026-11-21")},
	}
	m.groups = []model.Group{
		{
			ID: "g1", Name: model.Text{Fi: "Kerho", Sv: "Klubben"}, Type: model.OpenGroup, PlaceID: "m1", Organisers: []model.ID{"o1"},
			Leaders: []model.ID{"l1", "l4"}, Languages: []model.Language{model.Finnish}, Recurrence: weekly(time.Wednesday, 2),
			From: clock(9, 30), Until: clock(11, 0), Public: true, Audiences: []model.Audience{model.Families0to6}, AgreementID: "a1",
			Capacity: model.CountOf(20), Unit: model.Persons, ThemeEvery: 2,
		},
		{
			ID: "g2", Name: model.Text{Fi: "Iltakerho"}, Type: model.TargetedGroup, PlaceID: "m2", Leaders: []model.ID{"l1"},
			Recurrence: weekly(time.Wednesday, 1), From: clock(11, 15), Until: clock(12, 0), FixedSessions: model.CountOf(3),
			RunsUntil: day("2026-11-30"), ContinuesID: "g1",
		},
		{
			ID: "g3", Name: model.Text{Fi: "Iltakerho kaksi"}, Type: model.DirectedGroup, PlaceID: "m1", Leaders: []model.ID{"l1"},
			Recurrence: model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{day("2026-12-09")}}, From: clock(10, 0), Until: clock(11, 0),
		},
	}
	m.policy = model.MeetingPolicy{TravelMinutes: 30, Categories: []model.CountCategory{{ID: "own", Name: model.Text{Fi: "Isovanhemmat"}}}}
	m.closures = []model.Closure{
		{
			ID: "x1", Scope: model.ClosedMunicipality, Municipality: model.Municipality{Code: "994"}, From: day("2026-10-19"),
			Until: day("2026-10-25"), Reason: model.Text{Fi: "Syysloma", Sv: "Höstlov"},
		},
	}
	m.seasons = []model.Season{
		{ID: "s2", Name: model.Text{Fi: "Kevät 2027"}, From: day("2027-01-11"), Until: day("2027-05-21")},
		{ID: "s1", Name: model.Text{Fi: "Syksy 2026", Sv: "Hösten 2026"}, From: day("2026-10-07"), Until: day("2026-12-11"), Eves: true},
		{ID: "s0", Name: model.Text{Fi: "Syksy 2025"}, From: day("2025-09-01"), Until: day("2025-12-12")},
	}
	m.calendars = []model.PartnerCalendar{
		{ID: "k1", Name: "Seurakunta", PlaceID: "m1", File: "srk.ics", ReadOn: day("2026-08-01"), From: day("2026-08-01"), Until: day("2027-07-31"), Events: 2},
		{ID: "k2", Name: "Koulu", From: day("2026-08-01"), Until: day("2027-07-31")},
	}
	session := func(id, group, on string) model.Session {
		return model.Session{
			ID: model.ID(id), GroupID: model.ID(group), SeasonID: "s0", SlotOn: day(on), Date: day(on), From: clock(9, 30), Until: clock(11, 0),
			PlaceID: "m1", Leaders: []model.ID{"l1"}, State: model.SessionPlanned,
		}
	}
	counted, open := session("t1", "g1", "2026-09-01"), session("t2", "g1", "2026-09-02")
	counted.Counts = model.Counts{Adults: model.CountOf(8), Children: model.CountOf(11), Men: model.CountOf(0), Own: map[model.ID]int{"own": 2}}
	gone, moved := session("t3", "g2", "2026-09-03"), session("t4", "g1", "2027-09-04")
	gone.State, gone.Reason, gone.ClosedBy, gone.Leaders = model.SessionCancelled, "=vesi", "x1", nil
	moved.SlotOn, moved.Edited, moved.Sequence = day("2027-09-01"), true, 3
	m.sessions = []model.Session{counted, open, gone, moved}
	return m
}

func TestMeetingsAsJSON(t *testing.T) {
	m := village()
	lists := map[string][]map[string]any{}
	for _, what := range []string{"places", "groups", "sessions", "partner-calendars"} {
		lists[what] = objects(t, m, "list", what)
	}
	for _, c := range []struct {
		list  string
		which int
		want  any
		path  []any
	}{
		{"places", 0, "Tupa", []any{"name"}},
		{"places", 0, "Stugan", []any{"name_sv"}},
		{"places", 0, "family_room", []any{"kind"}},
		{"places", 0, true, []any{"owner_is_another"}},
		{"places", 0, "no", []any{"step_free"}},
		{"places", 0, nil, []any{"accessible_toilet"}}, // nobody said: not a no
		{"places", 0, "2025-001", []any{"agreement"}},
		{"places", 0, "in_force", []any{"agreement_state"}},
		{"places", 0, "Kerho", []any{"groups", 0, "name"}},
		{"places", 0, 4.0, []any{"sessions"}},
		{"places", 0, 19.0, []any{"visits"}},
		{"places", 1, nil, []any{"capacity"}},
		{"places", 1, true, []any{"ended"}},
		{"places", 1, false, []any{"owner_is_another"}}, // nobody said who owns it
		{"places", 1, 0.0, []any{"sessions"}},
		{"places", 1, nil, []any{"visits"}}, // not counted: not 0
		{"groups", 0, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", []any{"rrule"}},
		{"groups", 0, "joka toinen keskiviikko klo 9.30–11.00", []any{"recurrence"}},
		{"groups", 0, 3.0, []any{"weekday"}},
		{"groups", 0, 2.0, []any{"every_weeks"}},
		{"groups", 0, nil, []any{"nth"}},
		{"groups", 0, "09:30", []any{"from"}},
		{"groups", 0, []any{}, []any{"pair_gaps"}},
		{"groups", 0, "professional", []any{"leaders", 1, "kind"}},
		{"groups", 0, "Sarkajärven kunta", []any{"organisers", 0, "name"}},
		{"groups", 0, 1.0, []any{"sessions_held"}},
		{"groups", 0, 1.0, []any{"sessions_not_entered"}},
		{"groups", 0, 1.0, []any{"sessions_ahead"}},
		{"groups", 1, 1.0, []any{"sessions_cancelled"}},
		{"groups", 1, []any{"no_professional"}, []any{"pair_gaps"}},
		{"groups", 1, 3.0, []any{"fixed_sessions"}},
		{"groups", 1, nil, []any{"theme_every"}},
		{"groups", 1, "Rantaniemi", []any{"municipality"}},
		{"groups", 1, "Kerho", []any{"continues"}},
		{"groups", 0, nil, []any{"continues_id"}},
		{"sessions", 0, "Isovanhemmat", []any{"own_counts", 0, "name"}},
		{"partner-calendars", 0, "Tupa", []any{"place"}},
		{"partner-calendars", 0, 2.0, []any{"events"}},
		{"partner-calendars", 1, nil, []any{"place_id"}}, // only shown
		{"groups", 2, nil, []any{"rrule"}},
		{"groups", 2, nil, []any{"weekday"}},
		{"groups", 2, []any{"2026-12-09"}, []any{"dates"}},
		{"sessions", 0, "held", []any{"status"}},
		{"sessions", 0, 19.0, []any{"visits"}},
		{"sessions", 0, 0.0, []any{"men"}},
		{"sessions", 0, nil, []any{"new"}},
		{"sessions", 0, 2.0, []any{"own_counts", 0, "count"}},
		{"sessions", 0, "Syksy 2025", []any{"season"}},
		{"sessions", 0, "2026-W36", []any{"week"}},
		{"sessions", 1, "not_entered", []any{"status"}},
		{"sessions", 1, nil, []any{"visits"}},
		{"sessions", 2, "cancelled", []any{"status"}},
		{"sessions", 2, "Syysloma", []any{"closed_by"}},
		{"sessions", 2, []any{"no_volunteer", "no_professional"}, []any{"pair_gaps"}},
		{"sessions", 3, "ahead", []any{"status"}},
		{"sessions", 3, true, []any{"moved"}},
		{"sessions", 3, "2027-09-01", []any{"slot_on"}},
	} {
		if got := at(t, lists[c.list][c.which], c.path...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v of %s %d: %#v, want %#v", c.path, c.list, c.which, got, c.want)
		}
	}
}

func TestFromAndTo(t *testing.T) {
	for args, want := range map[string]int{
		"": 4, "--from 2026-09-02": 3, "--to 2026-09-02": 2, "--from 2026-09-02 --to 2026-09-02": 1, "--from 2028-01-01": 0,
	} {
		if got := objects(t, village(), append([]string{"list", "sessions"}, strings.Fields(args)...)...); len(got) != want {
			t.Errorf("%s: %d sessions, want %d", args, len(got), want)
		}
	}
	for _, what := range []string{"places", "groups"} { // all of them, and the sessions of the time counted
		all := objects(t, village(), "list", what, "--from", "2026-09-02", "--to", "2026-09-02")
		if len(all) < 2 || at(t, all[0], "sessions") != 1.0 || at(t, all[0], "visits") != nil {
			t.Errorf("%s: %v", what, all[0])
		}
	}
}

func TestMeetingsAsCSV(t *testing.T) {
	for _, c := range []struct {
		args, key, want string
		line            int
	}{
		{"list places", "kind", words.In("fi").T("place.kind.family_room"), 1},
		{"list places --lang sv", "name", "Stugan", 1},
		{"list places", "groups", "Kerho; Iltakerho kaksi", 1},
		{"list places", "booking_phone", "+358 40 000 0100", 1},
		{"list groups", "weekday", "keskiviikko", 1},
		{"list groups --lang sv", "recurrence", "varannan onsdag kl. 9.30–11.00", 1},
		{"list groups", "leaders", "Eevi Salo; Čáŋalas Ánne", 1},
		{"list groups", "pair_gaps", "ammattilainen puuttuu", 2},
		{"list groups", "dates", "9.12.2026", 3},
		{"list groups", "agreement_state", "", 3},
		{"list sessions", "date", "1.9.2026", 1},
		{"list sessions", "new", "", 1},
		{"list sessions", "own_counts", "Isovanhemmat: 2", 1},
		{"list sessions", "reason", "'=vesi", 3},
		{"list sessions --lang sv", "closed_by", "Höstlov", 3},
	} {
		if got := column(t, table(t, village(), strings.Fields(c.args)...), c.line, c.key); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.args, c.key, got, c.want)
		}
	}
}

// plans runs a plan command and returns its text.
func plans(t *testing.T, m *memory, args string) string {
	t.Helper()
	r := run(t, m, append([]string{"plan"}, strings.Fields(args)...)...)
	if r.code != Done || r.complaints != "" || strings.Contains(r.out, "commands.") || strings.Contains(r.out, "no value") {
		t.Fatalf("%s: exit %d %q\n%s", args, r.code, r.complaints, r.out)
	}
	return r.out
}

func TestPlanIsADryRunFirst(t *testing.T) {
	m := village()
	out := plans(t, m, "Syksy 2026 --dry-run --today 2026-10-01")
	for _, want := range []string{
		"Syksy 2026 (7.10.–11.12.2026)\n",
		"Kerho (joka toinen keskiviikko klo 9.30–11.00, Tupa)\n  4 tehdään, 1 jää väliin\n",
		"  ke 21.10.2026  jää väliin: Syysloma\n",
		"Iltakerho (joka keskiviikko klo 11.15–12.00, Koulu)\n  3 tehdään\n  joka kerralla: ammattilainen puuttuu\n",
		"  ke 7.10.2026   tehdään: liian lyhyt siirtymäaika: Eevi Salo, Kerho 9.30–11.00, väliä 15 min\n",
		"Yhteensä: 8 tehdään, 1 jää väliin.\n",
		"Ristiriitoja on 2 kerralla.\nTyöpari on vajaa 4 kerralla.\n",
		"Mitään ei kirjoitettu.",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if m.written != 0 || len(m.sessions) != 4 {
		t.Errorf("a dry run wrote %d plans", m.written)
	}
}

func TestPlanIsWrittenOnce(t *testing.T) {
	m := village()
	for i, want := range []string{"Kirjoitettiin: 8 uutta, 0 muutettua", "Mikään ei muutu."} {
		if out := plans(t, m, "s1 --apply --today 2026-10-01"); !strings.Contains(out, want) || strings.Contains(out, "Mikään ei muutu.") != (i == 1) {
			t.Errorf("time %d: no %q in\n%s", i+1, want, out)
		}
	}
	if m.written != 1 || len(m.sessions) != 12 {
		t.Errorf("%d plans and %d sessions were written", m.written, len(m.sessions))
	}
	m.groups[0].From = clock(9, 0)
	if out := plans(t, m, "Hösten 2026 --apply --today 2026-10-05 --lang sv"); !strings.Contains(out, "0 nya, 4 ändrade") {
		t.Errorf("a changed group:\n%s", out)
	}
}

func TestForceAndDrop(t *testing.T) {
	m := village()
	args := "Syksy 2026 --apply --today 2026-10-01 --force Kerho:21.10.2026 --drop g1:2026-11-04"
	out := plans(t, m, args)
	for _, want := range []string{
		"  ke 21.10.2026  tehdään: suljettu (Syysloma), pidetään silti; liian", "  ke 4.11.2026   jätetään pois\n", "1 pois jätettyä",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	held := slices.DeleteFunc(slices.Clone(m.sessions), func(x model.Session) bool { return x.GroupID != "g1" || x.SeasonID != "s1" })
	if len(held) != 4 || !slices.ContainsFunc(held, func(x model.Session) bool { return x.Date == day("2026-10-21") && x.Edited }) {
		t.Errorf("%+v", held)
	}
	if out := plans(t, m, args); !strings.Contains(out, "Mikään ei muutu.") {
		t.Errorf("the same once more:\n%s", out)
	}
	if m.written != 1 {
		t.Errorf("%d plans were written", m.written)
	}
}

func TestWhatCannotBePlanned(t *testing.T) {
	for _, c := range []struct{ args, says string }{
		{"Talvi --dry-run", "Talvi"},
		{"Syksy --apply", "Syksy 2026 (7.10.–11.12.2026)  s1\n  Syksy 2025"},
		{"s1 --apply --force Olematon:21.10.2026", "Olematon"},
		{"s1 --apply --drop Kerho:22.10.2026", "22.10.2026"},
		{"s1 --apply --force kaksi:10.12.2026", "Iltakerho kaksi"},
		{"s1 --apply --force Kerho:2026-10-21 --drop Kerho:2026-10-21", "sekä"},
	} {
		m := village()
		r := run(t, m, append([]string{"plan", "--today", "2026-10-01"}, strings.Fields(c.args)...)...)
		if r.code != Failed || r.out != "" || !strings.Contains(r.complaints, c.says) || strings.Contains(r.complaints, "commands.") || m.written > 0 {
			t.Errorf("%s: exit %d %q %q", c.args, r.code, r.out, r.complaints)
		}
	}
	m := village()
	plans(t, m, "s1 --apply --today 2026-10-01")
	r := run(t, m, "plan", "s1", "--apply", "--today", "2026-10-01", "--drop", "Kerho:2026-11-04")
	if r.code != Failed || !strings.Contains(r.complaints, "jo kirjoitettu") {
		t.Errorf("dropped after it was written: exit %d %q", r.code, r.complaints)
	}
	ambiguous := village()
	ambiguous.groups[2].Name.Fi = "Iltakerho"
	r = run(t, ambiguous, "plan", "s1", "--dry-run", "--today", "2026-10-01", "--drop", "Iltakerho:2026-10-07")
	if r.code != Failed || !strings.Contains(r.complaints, "Iltakerho (joka keskiviikko klo 11.15–12.00)  g2") {
		t.Errorf("two groups of one name: exit %d %q", r.code, r.complaints)
	}
}

func TestPlanAsAList(t *testing.T) {
	m := village()
	args := []string{"plan", "s1", "--dry-run", "--today", "2026-10-01", "--format"}
	r := run(t, m, append(args, "csv")...)
	if r.code != Done || !strings.Contains(r.complaints, "Yhteensä: 8 tehdään, 1 jää väliin.") {
		t.Errorf("exit %d, totals %q", r.code, r.complaints)
	}
	heading, _, _ := strings.Cut(strings.TrimPrefix(r.out, "\uFEFF"), "\r\n")
	if want := "group_id;group;slot_on;date;weekday;week;from;until;place;place_id;municipality;municipality_code;act;session_id;" +
		"closed;holiday;closure_id;forced;past_end;leaders;pair_gaps;conflicts"; heading != want {
		t.Errorf("columns %s", heading)
	}
	if lines := strings.Count(r.out, "\r\n"); lines != 10 {
		t.Errorf("%d lines:\n%s", lines, r.out)
	}
	r = run(t, m, append(args, "json")...)
	for _, want := range []string{
		`"act": "skip"`, `"closed": "Syysloma"`, `"closure_id": "x1"`, `"kind": "travel"`, `"with_group": "Kerho"`, `"minutes": 15`, `"session_id": null`,
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("no %s in %s", want, r.out)
		}
	}
	empty := run(t, &memory{seasons: m.seasons}, append(args, "csv")...)
	if empty.code != Done || strings.TrimPrefix(empty.out, "\uFEFF") != heading+"\r\n" {
		t.Errorf("no groups: exit %d %q", empty.code, empty.out)
	}
}

// What is past, cancelled, moved or after the season's end is said.
func TestPlanOfASeasonThatRuns(t *testing.T) {
	m := village()
	plans(t, m, "s1 --apply --today 2026-10-01")
	at := func(group, on string) *model.Session {
		return &m.sessions[slices.IndexFunc(m.sessions, func(x model.Session) bool { return x.GroupID == model.ID(group) && x.SlotOn == day(on) })]
	}
	x := at("g1", "2026-11-04")
	x.State, x.Reason, x.Edited = model.SessionCancelled, "sairaus", true
	x = at("g1", "2026-12-02")
	x.Date, x.Edited = day("2026-12-03"), true
	m.groups[0].FixedSessions = model.CountOf(6)
	m.groups[2].Recurrence.Dates = nil
	out := plans(t, m, "s1 --dry-run --lang en")
	for _, want := range []string{"cancelled (sairaus)", "moved to 3.12.2026", "after the end of the season"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, "7.10.2026") {
		t.Errorf("what was amiss with a session that is over is told:\n%s", out)
	}
	if !strings.Contains(out, words.In("en").T("plan.act.remove")) {
		t.Errorf("the session of g3 is not removed:\n%s", out)
	}
}

func FuzzGroupAndDay(f *testing.F) {
	for _, s := range []string{"Kerho:31.10.2026", "g1:2026-10-31", "a:b:ti", ":", "", "x:", ":1.1.", "\xff:+7", "Kerho 2026-10-31"} {
		f.Add(s)
	}
	today := day("2026-11-22")
	f.Fuzz(func(t *testing.T, s string) {
		group, on, ok := groupAndDay(s, today)
		if ok != (group != "" && !on.IsZero()) {
			t.Errorf("%q: %q %s %v", s, group, on, ok)
		}
		if again, same, _ := groupAndDay(group+":"+on.String(), today); ok && (again != group || same != on) {
			t.Errorf("%q is read back as %q %s", s, again, same)
		}
	})
}
