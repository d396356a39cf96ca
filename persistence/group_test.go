package persistence

import (
	"bytes"
	"errors"
	"os"
	"testing"
	"time"

	"kumppani/model"
)

func TestGroupComesBackWhole(t *testing.T) {
	m := newMeetings(t)
	a, err := m.f.CreateAgreement(ctx, fullAgreement("2026-009", m.organisations...))
	must(t, err)
	g := model.Group{
		Name: model.Text{Fi: " Isien ilta ", Sv: "Papporna", En: "Fathers"}, Type: model.TargetedGroup, PlaceID: m.places[1].ID,
		Audiences: []model.Audience{model.Fathers, model.BabyFamilies}, Organisers: []model.ID{m.organisations[1].ID, m.organisations[0].ID},
		Leaders: []model.ID{m.leaders[1], m.leaders[0]}, Languages: []model.Language{model.Swedish, model.Finnish},
		Capacity: model.CountOf(12), Minimum: model.CountOf(1), Unit: model.CouplesU, FixedSessions: model.CountOf(5), ThemeEvery: 2,
		AgreementID: a.ID, Public: true, From: clock(0, 0), Until: clock(23, 59), RunsFrom: model.MustDate("2024-02-29"),
		RunsUntil: model.MustDate("2026-12-31"), ContinuesID: m.groups[1].ID, Description: model.Text{Fi: "tule", Sv: "kom", En: "come"}, Notes: "emoji 🙂\x00\x1e\x1f\nrivi",
		Recurrence: model.Recurrence{
			Rhythm: model.Monthly, Weekday: time.Thursday, Nth: -1,
			Dates:   []model.Date{model.MustDate("2026-09-01"), model.MustDate("2026-10-02")},
			Without: []model.Date{model.MustDate("2026-11-26")},
		},
	}
	saved, err := m.f.CreateGroup(ctx, g)
	must(t, err)
	g.ID, g.Name.Fi = saved.ID, "Isien ilta"
	equal(t, "saved", saved, g)
	got, err := m.f.Group(ctx, g.ID)
	must(t, err)
	equal(t, "read", got, g)
	all, err := m.f.Groups(ctx)
	must(t, err)
	equal(t, "listed", all, []model.Group{g, m.groups[0], m.groups[1]})

	got, err = m.f.UpdateGroup(ctx, g.ID, func(g *model.Group) error {
		g.Organisers[0], g.Leaders[0] = g.Organisers[1], g.Leaders[1] // nobody is in it twice
		g.Capacity, g.FixedSessions, g.AgreementID, g.Audiences, g.Languages = model.Count{}, model.Count{}, "", nil, nil
		g.Recurrence.Dates = []model.Date{model.MustDate("2026-10-02"), {}, model.MustDate("2026-09-30"), model.MustDate("2026-10-02")}
		return nil
	})
	must(t, err)
	g.Organisers, g.Leaders = []model.ID{m.organisations[0].ID}, []model.ID{m.leaders[0]}
	g.Capacity, g.FixedSessions, g.AgreementID, g.Audiences, g.Languages = model.Count{}, model.Count{}, "", nil, nil
	g.Recurrence.Dates = []model.Date{model.MustDate("2026-09-30"), model.MustDate("2026-10-02")}
	equal(t, "changed", got, g)
	got, err = m.f.Group(ctx, g.ID)
	must(t, err)
	equal(t, "read again", got, g)
	soundFile(t, m.f)
}

// Every rhythm is kept as a rule of RFC 5545 and comes back as what it was; what a rhythm does not need is left out.
func TestRecurrenceIsKeptAsARule(t *testing.T) {
	m := newMeetings(t)
	for _, c := range []struct {
		give, want model.Recurrence
		rule       string
	}{
		{
			model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: time.Sunday, Every: 52, Nth: 3},
			model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: time.Sunday, Every: 52},
			"FREQ=WEEKLY;INTERVAL=52;BYDAY=SU",
		},
		{
			model.Recurrence{Rhythm: model.OddWeeks, Weekday: time.Monday, Every: 2},
			model.Recurrence{Rhythm: model.OddWeeks, Weekday: time.Monday},
			"",
		},
		{
			model.Recurrence{Rhythm: model.EvenWeeks, Weekday: time.Saturday},
			model.Recurrence{Rhythm: model.EvenWeeks, Weekday: time.Saturday},
			"",
		},
		{
			model.Recurrence{Rhythm: model.Monthly, Weekday: time.Friday, Nth: 1, Every: 4},
			model.Recurrence{Rhythm: model.Monthly, Weekday: time.Friday, Nth: 1},
			"",
		},
		{
			model.Recurrence{Rhythm: model.SingleDates, Weekday: time.Friday, Every: 4, Dates: []model.Date{model.MustDate("2028-02-29")}},
			model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{model.MustDate("2028-02-29")}},
			"",
		},
	} {
		g, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error { g.Recurrence = c.give; return nil })
		must(t, err)
		equal(t, "saved", g.Recurrence, c.want)
		g, err = m.f.Group(ctx, g.ID)
		must(t, err)
		equal(t, "read", g.Recurrence, c.want)
		if c.rule != "" {
			var rule string
			must(t, m.f.conn.QueryRowContext(ctx, "SELECT rrule FROM meeting_group WHERE id = ?", g.ID).Scan(&rule))
			equal(t, "rule", rule, c.rule)
		}
	}
}

// A rule of a newer version reads as single dates, and is still there when something else of the group was changed.
func TestUnknownRuleStays(t *testing.T) {
	m := newMeetings(t)
	const rule = "FREQ=YEARLY;BYMONTH=6"
	damage(t, m.f, "UPDATE meeting_group SET rrule = '"+rule+"', rdates = '2026-12-24,2026-02-31'")
	kept := func() (rule string) {
		must(t, m.f.conn.QueryRowContext(ctx, "SELECT rrule FROM meeting_group WHERE id = ?", m.groups[0].ID).Scan(&rule))
		return rule
	}
	want := model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{model.MustDate("2026-12-24")}}
	g, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error { g.Notes = "soita"; return nil })
	must(t, err)
	equal(t, "recurrence", g.Recurrence, want)
	equal(t, "rule after a note", kept(), rule)
	_, err = m.f.UpdateGroup(ctx, g.ID, func(g *model.Group) error { g.Recurrence.Dates = nil; return nil })
	must(t, err)
	equal(t, "rule after another recurrence", kept(), "")
}

func TestGroupRefusals(t *testing.T) {
	m := newMeetings(t)
	for name, change := range map[string]func(*model.Group){
		"no name": func(g *model.Group) { g.Name = model.Text{} }, "ends before it begins": func(g *model.Group) { g.Until = clock(9, 0) },
		"every no weeks": func(g *model.Group) { g.Recurrence.Every = 0 }, "no rhythm": func(g *model.Group) { g.Recurrence.Rhythm = "" },
	} {
		_, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error { change(g); return nil })
		if model.CodeOf(err) != model.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, change := range []func(*model.Group){
		func(g *model.Group) { g.PlaceID = "ei-ole" }, func(g *model.Group) { g.Leaders = []model.ID{"ei-ole"} },
		func(g *model.Group) { g.Organisers = []model.ID{"ei-ole"} }, func(g *model.Group) { g.AgreementID = "ei-ole" },
		func(g *model.Group) { g.ContinuesID = "ei-ole" },
	} {
		_, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error { change(g); return nil })
		wantCode(t, err, model.CodeNotFound)
	}
	own := errors.New("oma")
	_, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error { g.Leaders[0] = ""; return own })
	if err != own {
		t.Errorf("got %v, want the error of the change", err)
	}
	got, err := m.f.Group(ctx, m.groups[0].ID)
	must(t, err)
	equal(t, "after refusals", got, m.groups[0])
	_, err = m.f.Group(ctx, "ei-ole")
	wantCode(t, err, model.CodeNotFound)
	_, err = m.f.UpdateGroup(ctx, "ei-ole", func(*model.Group) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, m.f.DeleteGroup(ctx, "ei-ole"), model.CodeNotFound)
}

func TestSessionsKeepTheirGroupAndSeason(t *testing.T) {
	m := newMeetings(t)
	sessions := m.written(t)
	equal(t, "uses of the group", usesIn(t, m.f.DeleteGroup(ctx, m.groups[0].ID)), []model.Use{
		{Kind: model.KindSeason, ID: m.season.ID, Label: "Syksy 2026", Role: "sessions"},
	})
	equal(t, "uses of the season", usesIn(t, m.f.DeleteSeason(ctx, m.season.ID)), []model.Use{
		{Kind: model.KindGroup, ID: m.groups[0].ID, Label: "Perhekahvila Ahola", Role: "sessions"},
		{Kind: model.KindGroup, ID: m.groups[1].ID, Label: "Perhekahvila Äijälä", Role: "sessions"},
	})
	_, err := m.f.UpdateSession(ctx, sessions[0].ID, func(s *model.Session) error { s.SeasonID = ""; return nil })
	must(t, err)
	uses := usesIn(t, m.f.DeleteGroup(ctx, sessions[0].GroupID))
	equal(t, "use of a session in no season", uses[0], model.Use{
		Kind: model.KindSession, ID: sessions[0].ID, Label: sessions[0].Date.String(), Role: "sessions",
	})
	empty, err := m.f.CreateGroup(ctx, groupAt(m.places[0].ID, "Tyhjä"))
	must(t, err)
	next := groupAt(m.places[0].ID, "Seuraava")
	next.ContinuesID = empty.ID
	next, err = m.f.CreateGroup(ctx, next)
	must(t, err)
	equal(t, "uses of a group that goes on as another", usesIn(t, m.f.DeleteGroup(ctx, empty.ID)), []model.Use{
		{Kind: model.KindGroup, ID: next.ID, Label: "Seuraava", Role: "group_continues"},
	})
	must(t, m.f.DeleteGroup(ctx, next.ID))
	must(t, m.f.DeleteGroup(ctx, empty.ID))
	_, err = m.f.Group(ctx, empty.ID)
	wantCode(t, err, model.CodeNotFound)
	soundFile(t, m.f)
}

// A leader who is anonymised stays in the sessions that are over, without a name, and leads none to come; of one who is erased
// nothing stays; two who turn out to be the same are there once.
func TestLeadersInGroupsAndSessions(t *testing.T) {
	m := newMeetings(t)
	written := m.written(t)
	first, last := written[0].ID, written[len(written)-1].ID
	leadersNow := func() (group, session []model.ID) {
		g, err := m.f.Group(ctx, m.groups[0].ID)
		must(t, err)
		s, err := m.f.Session(ctx, first)
		must(t, err)
		return g.Leaders, s.Leaders
	}
	third := leaderNamed(t, m.f, "Kolmas")
	_, err := m.f.UpdateSession(ctx, first, func(s *model.Session) error {
		s.Leaders = []model.ID{third, m.leaders[1], m.leaders[0]}
		return nil
	})
	must(t, err)
	group, session := leadersNow()
	equal(t, "leaders of the group", group, m.leaders)
	equal(t, "leaders of the session", session, []model.ID{third, m.leaders[1], m.leaders[0]})

	must(t, m.f.AnonymiseLeader(ctx, m.leaders[1], model.MustDate("2026-11-22")))
	group, session = leadersNow()
	equal(t, "group after one was anonymised", group, m.leaders[:1])
	equal(t, "session after one was anonymised", session, []model.ID{third, m.leaders[1], m.leaders[0]})

	_, err = m.f.MergeLeaders(ctx, third, m.leaders[0])
	must(t, err)
	group, session = leadersNow()
	equal(t, "group after the merge", group, []model.ID{third})
	equal(t, "session after the merge", session, []model.ID{third, m.leaders[1]})
	other, err := m.f.Session(ctx, last)
	must(t, err)
	equal(t, "session to come that only the other led", other.Leaders, []model.ID{third})

	must(t, m.f.EraseLeader(ctx, third))
	group, session = leadersNow()
	equal(t, "leaders of the group after one was erased", len(group), 0)
	equal(t, "session after one was erased", session, m.leaders[1:])
	soundFile(t, m.f)
	b, err := os.ReadFile(m.f.Path())
	must(t, err)
	if bytes.Contains(b, []byte(third)) {
		t.Error("the file still has the ID of the one who was erased")
	}
}
