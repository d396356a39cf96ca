package persistence

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"kumppani/model"
)

func TestSessionComesBackWhole(t *testing.T) {
	for _, odd := range []string{"", "\x00", "\x1e", "\x1f", "a\x1eb\x1fc🙂"} {
		m := newMeetings(t)
		before := m.written(t)[0]
		want := before
		own := categories(t, m.f, "isovanhemmat", "ensikertalaiset")
		change := func(s *model.Session) error {
			s.Date, s.From, s.Until, s.PlaceID = model.MustDate("2026-09-03"), clock(0, 0), clock(23, 59), m.places[1].ID
			s.Theme, s.Guest, s.Reason, s.State = "suu"+odd, odd+"Öman", "siirto", model.SessionCancelled
			s.Leaders = []model.ID{m.leaders[1], m.leaders[0]}
			s.Counts = model.Counts{
				Adults: model.CountOf(0), Children: model.CountOf(10_000), New: model.Count{}, Men: model.CountOf(0),
				Own: map[model.ID]int{own[0]: 0, own[1]: 7},
			}
			return nil
		}
		got, err := m.f.UpdateSession(ctx, before.ID, change)
		must(t, err)
		must(t, change(&want))
		want.Edited, want.Sequence = true, 1
		equal(t, "saved", got, want)
		got, err = m.f.Session(ctx, want.ID)
		must(t, err)
		equal(t, "read", got, want)
		all, err := m.f.Sessions(ctx, want.Date, want.Date)
		must(t, err)
		equal(t, "listed", all, []model.Session{want})
		if !got.Moved() {
			t.Error("nobody knows that it was moved")
		}
		// What was entered can be taken back: then it is not entered, and not nought.
		got, err = m.f.UpdateSession(ctx, want.ID, func(s *model.Session) error {
			s.Counts, s.Leaders = model.Counts{Own: map[model.ID]int{}}, nil
			return nil
		})
		must(t, err)
		if got.Counts.Entered() {
			t.Errorf("counts are %+v", got.Counts)
		}
		got, err = m.f.Session(ctx, want.ID)
		must(t, err)
		if got.Counts.Entered() || got.Leaders != nil {
			t.Errorf("counts are %+v, leaders %v", got.Counts, got.Leaders)
		}
		soundFile(t, m.f)
	}
}

func TestUpdateSessionsChangesAllOrNone(t *testing.T) {
	m := newMeetings(t)
	all := m.written(t)[:3]
	which := []model.ID{all[0].ID, all[1].ID, all[2].ID}
	broken := errors.New("broken")
	_, err := m.f.UpdateSessions(ctx, which, func(s *model.Session) error {
		if s.ID == all[2].ID {
			return broken
		}
		s.Theme = "muu"
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("answered %v", err)
	}
	for _, s := range all {
		got, err := m.f.Session(ctx, s.ID)
		must(t, err)
		equal(t, "left as it was", got, s)
	}
	changed, err := m.f.UpdateSessions(ctx, which, func(s *model.Session) error { s.Theme = "uusi"; return nil })
	must(t, err)
	for i, s := range changed {
		if s.ID != which[i] || s.Theme != "uusi" || !s.Edited || s.Sequence != all[i].Sequence+1 {
			t.Errorf("changed to %+v", s)
		}
	}
}

func TestSessionsByDayAndTime(t *testing.T) {
	m := newMeetings(t)
	all := m.written(t)
	early, err := m.f.UpdateSession(ctx, all[2].ID, func(s *model.Session) error {
		s.Date, s.From = all[0].Date, clock(8, 0)
		return nil
	})
	must(t, err)
	day, err := m.f.Sessions(ctx, all[0].Date, all[0].Date)
	must(t, err)
	equal(t, "a day", day, []model.Session{early, all[0]})
	inOrder := func(list []model.Session, want int) {
		t.Helper()
		if len(list) != want || !slices.IsSortedFunc(list, func(a, b model.Session) int { return a.Date.Compare(b.Date) }) {
			t.Errorf("%d sessions in order, want %d: %v", len(list), want, list)
		}
	}
	season, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	inOrder(season, len(all))
	group, err := m.f.GroupSessions(ctx, all[2].GroupID)
	must(t, err)
	var of []model.Session
	for _, s := range season {
		if s.GroupID == all[2].GroupID {
			of = append(of, s)
		}
	}
	equal(t, "of a group", group, of)
	for _, days := range [][2]string{{"2026-08-01", "2026-08-30"}, {"2026-12-31", "2026-08-01"}} {
		none, err := m.f.Sessions(ctx, model.MustDate(days[0]), model.MustDate(days[1]))
		must(t, err)
		inOrder(none, 0)
	}
	none, err := m.f.SeasonSessions(ctx, "ei-ole")
	must(t, err)
	inOrder(none, 0)
}

func TestUpdateSession(t *testing.T) {
	m := newMeetings(t)
	s := m.written(t)[0]
	update := func(change func(*model.Session)) model.Session {
		t.Helper()
		s, err := m.f.UpdateSession(ctx, s.ID, func(s *model.Session) error { change(s); return nil })
		must(t, err)
		return s
	}
	equal(t, "nothing changed", update(func(*model.Session) {}), s)
	counted := update(func(s *model.Session) { s.Counts.Adults, s.Sequence, s.ID = model.CountOf(0), 99, "muu" })
	if !counted.Edited || counted.Sequence != 0 || counted.ID != s.ID {
		t.Errorf("counting made it %+v", counted)
	}
	if moved := update(func(s *model.Session) { s.From = clock(9, 0) }); !moved.Edited || moved.Sequence != 1 || moved.SlotOn != s.SlotOn {
		t.Errorf("another time made it %+v", moved)
	}
	for _, change := range []func(*model.Session){
		func(s *model.Session) { s.Until = s.From }, func(s *model.Session) { s.Date = model.Date{} },
		func(s *model.Session) { s.Counts.Men = model.CountOf(-1) },
	} {
		_, err := m.f.UpdateSession(ctx, s.ID, func(s *model.Session) error { change(s); return nil })
		wantCode(t, err, model.CodeInvalid)
	}
	for _, change := range []func(*model.Session){
		func(s *model.Session) { s.PlaceID = "ei-ole" }, func(s *model.Session) { s.Leaders = []model.ID{"ei-ole"} },
		func(s *model.Session) { s.GroupID = "ei-ole" }, func(s *model.Session) { s.Counts.Own = map[model.ID]int{"ei-ole": 1} },
	} {
		_, err := m.f.UpdateSession(ctx, s.ID, func(s *model.Session) error { change(s); return nil })
		wantCode(t, err, model.CodeNotFound)
	}
	kept, err := m.f.Session(ctx, s.ID)
	must(t, err)
	own := errors.New("oma")
	_, err = m.f.UpdateSession(ctx, s.ID, func(s *model.Session) error {
		s.Leaders[0], s.Theme = "", "x"
		return own
	})
	if err != own {
		t.Errorf("got %v, want the error of the change", err)
	}
	got, err := m.f.Session(ctx, s.ID)
	must(t, err)
	equal(t, "after refusals", got, kept)
	_, err = m.f.Session(ctx, "ei-ole")
	wantCode(t, err, model.CodeNotFound)
	_, err = m.f.UpdateSession(ctx, "ei-ole", func(*model.Session) error { return nil })
	wantCode(t, err, model.CodeNotFound)
}

// Planning again changes nothing, and so does writing the same plan twice.
func TestPlanIsWrittenOnce(t *testing.T) {
	m := newMeetings(t)
	p := m.plan(t, nil)
	made, removed := p.Changes()
	must(t, m.f.WritePlan(ctx, p))
	all, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	if len(all) != len(made) || len(all) != 15+8 || len(removed) != 0 {
		t.Fatalf("%d sessions of %d, want 15 Tuesdays and 8 Wednesdays", len(all), len(made))
	}
	for _, s := range all {
		if !reflect.DeepEqual(s.Leaders, m.leaders) || s.State != model.SessionPlanned || s.SlotOn != s.Date {
			t.Errorf("made %+v", s)
		}
	}
	again := m.plan(t, nil)
	if save, remove := again.Changes(); len(save)+len(remove) > 0 {
		t.Errorf("planning again would write %v and remove %v", save, remove)
	}
	must(t, m.f.WritePlan(ctx, again))
	must(t, m.f.WritePlan(ctx, p))
	now, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	equal(t, "written again", now, all)
	soundFile(t, m.f)
}

// A group that changes: its sessions follow, those that it no longer has go, and what somebody touched stays – also when
// it was touched after the plan was made.
func TestPlanFollowsTheGroup(t *testing.T) {
	m := newMeetings(t)
	all := m.written(t)
	change := func(s *model.Session, theme string) model.Session {
		t.Helper()
		kept, err := m.f.UpdateSession(ctx, s.ID, func(s *model.Session) error { s.Theme = theme; return nil })
		must(t, err)
		return kept
	}
	var tuesdays, wednesdays []model.Session
	for _, s := range all {
		if s.GroupID == m.groups[0].ID {
			tuesdays = append(tuesdays, s)
		} else {
			wednesdays = append(wednesdays, s)
		}
	}
	touched := []model.Session{change(&tuesdays[0], "suu"), change(&wednesdays[0], "jalat")}
	_, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error {
		g.From, g.Leaders = clock(10, 0), m.leaders[:1]
		return nil
	})
	must(t, err)
	_, err = m.f.UpdateGroup(ctx, m.groups[1].ID, func(g *model.Group) error {
		g.RunsUntil = wednesdays[2].Date
		return nil
	})
	must(t, err)
	p := m.plan(t, nil)
	touched = append(touched, change(&tuesdays[1], "kesken"), change(&wednesdays[5], "kesken"))
	must(t, m.f.WritePlan(ctx, p))

	now, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	left := 0
	for _, s := range now {
		if i := slices.IndexFunc(touched, func(o model.Session) bool { return o.ID == s.ID }); i >= 0 {
			equal(t, "touched", s, touched[i])
			left++
		} else if s.GroupID == m.groups[0].ID && (s.From != clock(10, 0) || len(s.Leaders) != 1 || s.Sequence != 1) {
			t.Errorf("did not follow: %+v", s)
		}
	}
	if left != 4 || len(now) != 15+4 {
		t.Errorf("%d of 4 touched sessions, %d sessions, want 15 and of the others the first three and the touched one", left, len(now))
	}
	soundFile(t, m.f)
}

// A day that was dropped is left out by the group from then on; one that was forced is held in spite of a closure.
func TestPlanDropsAndForces(t *testing.T) {
	m := newMeetings(t)
	_, err := m.f.SaveClosure(ctx, closureOf(model.ClosedEverywhere, "2026-10-19", "2026-10-25"))
	must(t, err)
	drop, force := model.MustDate("2026-09-08"), model.MustDate("2026-10-20")
	must(t, m.f.WritePlan(ctx, m.plan(t, func(in *model.PlanInput) {
		in.Dropped[model.Slot{GroupID: m.groups[0].ID, On: drop}] = true
		in.Forced[model.Slot{GroupID: m.groups[0].ID, On: force}] = true
	})))
	g, err := m.f.Group(ctx, m.groups[0].ID)
	must(t, err)
	equal(t, "left out", g.Recurrence.Without, []model.Date{drop})
	for day, want := range map[model.Date]int{drop: 0, force: 1} {
		on, err := m.f.Sessions(ctx, day, day)
		must(t, err)
		if len(on) != want {
			t.Errorf("%d sessions on %s, want %d", len(on), day, want)
		}
	}
	if save, remove := m.plan(t, nil).Changes(); len(save)+len(remove) > 0 {
		t.Errorf("planning again would write %v and remove %v", save, remove)
	}
}

// A plan is written whole or not at all.
func TestPlanIsOneTransaction(t *testing.T) {
	m := newMeetings(t)
	p := m.plan(t, func(in *model.PlanInput) {
		in.Dropped[model.Slot{GroupID: m.groups[0].ID, On: model.MustDate("2026-09-08")}] = true
	})
	broken := p
	broken.Lines = slices.Clone(p.Lines)
	last := &broken.Lines[len(broken.Lines)-1].Session
	last.PlaceID = "ei-ole"
	wantCode(t, m.f.WritePlan(ctx, broken), model.CodeNotFound)
	last.PlaceID, last.Until = m.places[0].ID, last.From
	wantCode(t, m.f.WritePlan(ctx, broken), model.CodeInvalid)
	broken = p
	broken.Season.ID = "ei-ole"
	wantCode(t, m.f.WritePlan(ctx, broken), model.CodeNotFound)
	all, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	g, err := m.f.Group(ctx, m.groups[0].ID)
	must(t, err)
	if len(all) > 0 || len(g.Recurrence.Without) > 0 {
		t.Errorf("%d sessions were written, and %v left out", len(all), g.Recurrence.Without)
	}
}

func TestWhoIsToldOfAPlan(t *testing.T) {
	m := newMeetings(t)
	var told [][]model.Kind
	defer m.f.Subscribe(func(kinds []model.Kind) { told = append(told, kinds) })()
	must(t, m.f.WritePlan(ctx, m.plan(t, nil)))
	_, err := m.f.SaveClosure(ctx, closureOf(model.ClosedEverywhere, "2026-10-19", "2026-10-25"))
	must(t, err)
	equal(t, "told", told, [][]model.Kind{{model.KindSession}, {model.KindClosure, model.KindSession}})
}
