package model_test

import (
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

// termOf is a planned autumn of one group, with the facts that planned it.
func termOf(g model.Group) ([]model.Session, model.ConflictFacts) {
	f := facts(g)
	return kept(model.PlanSeason(model.PlanInput{Season: autumn, Groups: []model.Group{g}, Facts: f, Today: d("2026-08-01")})), f
}

func days(sessions []model.Session) []string {
	var out []string
	for _, s := range sessions {
		out = append(out, s.Date.String())
	}
	return out
}

func TestSplitMovesWhatFollowsAndLeavesTheRest(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	sessions, f := termOf(g)
	counted := slices.IndexFunc(sessions, func(s model.Session) bool { return s.SlotOn == d("2026-11-17") })
	sessions[counted].Counts.Adults = model.CountOf(7)
	themed := slices.IndexFunc(sessions, func(s model.Session) bool { return s.SlotOn == d("2026-11-24") })
	sessions[themed].Theme, sessions[themed].Guest = "Glögi", "Kirjasto"
	changed := g
	changed.ID, changed.PlaceID, changed.From, changed.Until = "new", "far", clock("17:00"), clock("19:00")
	changed.Recurrence = weekly(time.Thursday, 1)
	split := model.SplitGroup(model.SplitInput{
		Group: g, Changed: changed, From: d("2026-11-10"), Seasons: []model.Season{autumn}, Sessions: sessions, Facts: f, Today: d("2026-11-01"),
	})
	if split.Before.RunsUntil != d("2026-11-09") || split.After.RunsFrom != d("2026-11-10") || split.After.ContinuesID != "tue" {
		t.Errorf("lives: %s, %s, continues %q", split.Before.RunsUntil, split.After.RunsFrom, split.After.ContinuesID)
	}
	var made []model.Session
	for _, s := range split.Save {
		if s.GroupID != "new" {
			t.Errorf("%s belongs to %q", s.Date, s.GroupID)
		}
		if s.ID == "" {
			made = append(made, s)
		}
	}
	if want := []string{"2026-11-12", "2026-11-26", "2026-12-03", "2026-12-10"}; !slices.Equal(days(made), want) {
		t.Errorf("made %v, want %v: the week of 17.11. has the session that was counted", days(made), want)
	}
	if !slices.Equal(split.After.Recurrence.Without, []model.Date{d("2026-11-19")}) {
		t.Errorf("and planning again does not make one: %v", split.After.Recurrence.Without)
	}
	if made[0].PlaceID != "far" || made[0].From != clock("17:00") {
		t.Errorf("made at %s in %s", made[0].From, made[0].PlaceID)
	}
	if made[1].Theme != "Glögi" || made[1].Guest != "Kirjasto" || made[0].Theme != "" {
		t.Errorf("the theme goes along with its week: %q, %q", made[1].Theme, made[0].Theme)
	}
	if len(split.Save) != len(made)+1 || split.Save[0].SlotOn != d("2026-11-17") || split.Save[0].PlaceID != "sarka" {
		t.Errorf("the counted session stays as it was: %+v", split.Save[0])
	}
	if len(split.Remove) != 4 { // 10.11., 24.11., 1.12., 8.12.
		t.Errorf("removes %d untouched sessions", len(split.Remove))
	}
}

// A group with a fixed number does not begin to count anew when something changes in the middle, and does in the next
// season.
func TestSplitCarriesTheFixedNumber(t *testing.T) {
	g := group("fri", weekly(time.Friday, 1))
	g.FixedSessions = model.CountOf(8)
	sessions, f := termOf(g)
	changed := g
	changed.ID, changed.From, changed.Until = "new", clock("10:00"), clock("12:00")
	split := model.SplitGroup(model.SplitInput{
		Group: g, Changed: changed, From: d("2026-10-02"), Seasons: []model.Season{autumn}, Sessions: sessions, Facts: f, Today: d("2026-08-01"),
	})
	if n := len(split.Save); n != 4 || len(split.Remove) != 4 {
		t.Fatalf("makes %d and removes %d of the last four", n, len(split.Remove))
	}
	f.Groups = model.GroupDirectoryOf([]model.Group{split.Before, split.After})
	both := []model.Group{split.After, split.Before} // whatever their order
	existing := append(slices.DeleteFunc(sessions, func(s model.Session) bool { return slices.Contains(split.Remove, s.ID) }), kept(model.Plan{Lines: lines(split.Save)})...)
	again := model.PlanSeason(model.PlanInput{Season: autumn, Groups: both, Existing: existing, Facts: f, Today: d("2026-08-01")})
	if again.Short("fri") != 0 || again.Short("new") != 0 {
		t.Errorf("short of %d and %d", again.Short("fri"), again.Short("new"))
	}
	if save, remove := again.Changes(); len(save)+len(remove) != 0 {
		t.Errorf("planning again saves %v, removes %v", days(save), remove)
	}
	spring := model.Season{ID: "spring", From: d("2027-01-11"), Until: d("2027-05-21")}
	next := model.PlanSeason(model.PlanInput{Season: spring, Groups: both, Facts: f, Today: d("2026-08-01")})
	if save, _ := next.Changes(); len(save) != 8 || save[0].GroupID != "new" {
		t.Errorf("the next season has %d", len(save))
	}
}

// A week that keeps its session is not met twice, and the fixed number is reached all the same.
func TestSplitWithATouchedWeekReachesTheFixedNumber(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	g.FixedSessions = model.CountOf(6)
	sessions, f := termOf(g)
	sessions[3].Edited = true // 22.9.
	changed := g
	changed.ID, changed.Recurrence = "new", weekly(time.Thursday, 1)
	split := model.SplitGroup(model.SplitInput{
		Group: g, Changed: changed, From: d("2026-09-15"), Seasons: []model.Season{autumn}, Sessions: sessions, Facts: f, Today: d("2026-08-01"),
	})
	if want := []string{"2026-09-22", "2026-09-17", "2026-10-01", "2026-10-08"}; !slices.Equal(days(split.Save), want) {
		t.Errorf("after the two before it has %v, want %v", days(split.Save), want)
	}
}

func lines(sessions []model.Session) []model.PlanLine {
	out := make([]model.PlanLine, len(sessions))
	for i, s := range sessions {
		out[i] = model.PlanLine{Act: model.PlanMake, Session: s}
	}
	return out
}

func TestSplitOfTwoWeeksGoesOnFromItsDay(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 2)) // 1.9., 15.9., 29.9., 13.10. …
	sessions, f := termOf(g)
	same, moved := g, g
	same.ID, same.From = "same", clock("09:00")
	moved.ID, moved.Recurrence = "moved", weekly(time.Thursday, 2)
	for _, c := range []struct {
		changed model.Group
		want    string
	}{{same, "2026-09-29"}, {moved, "2026-10-01"}} {
		split := model.SplitGroup(model.SplitInput{
			Group: g, Changed: c.changed, From: d("2026-09-29"), Seasons: []model.Season{autumn}, Sessions: sessions, Facts: f, Today: d("2026-08-01"),
		})
		got := days(split.Save)
		if len(got) < 2 || got[0] != c.want || got[1] != d(c.want).AddDays(14).String() {
			t.Errorf("%s: %v", c.changed.ID, got)
		}
	}
}

func TestGroupsThatContinueEachOtherInARingAreNoTrap(t *testing.T) {
	a, b := group("a", weekly(time.Monday, 1)), group("b", weekly(time.Monday, 1))
	a.ContinuesID, b.ContinuesID = "b", "a"
	a.FixedSessions, b.FixedSessions = model.CountOf(3), model.CountOf(3)
	a.RunsUntil, b.RunsFrom = d("2026-09-30"), d("2026-10-01")
	b.RunsUntil, a.RunsFrom = d("2026-12-01"), d("2026-09-01")
	_, by := planned(model.PlanInput{Season: autumn, Groups: []model.Group{a, b}, Facts: facts(a, b), Today: d("2026-08-01")})
	if n := len(by[model.PlanMake]); n != 3 {
		t.Errorf("made %v", by[model.PlanMake])
	}
}

// What was cancelled by hand does not count to a fixed number: the group goes on for it. One that a person added beside
// the recurrence is not planned away.
func TestPlanGoesOnForWhatWasCancelledAndKeepsWhatWasAdded(t *testing.T) {
	g := group("fri", weekly(time.Friday, 1))
	g.FixedSessions = model.CountOf(4)
	sessions, f := termOf(g)
	sessions[1].State, sessions[1].Reason = model.SessionCancelled, "sairaus"
	extra := model.Session{ID: "extra", GroupID: "fri", SeasonID: "autumn", Date: d("2026-09-16"), From: clock("09:30"), Until: clock("11:30"), Edited: true}
	other := extra
	other.ID, other.Date = "other", d("2026-09-17")
	in := model.PlanInput{Season: autumn, Groups: []model.Group{g}, Existing: append(sessions, extra, other), Facts: f, Today: d("2026-08-01")}
	p, by := planned(in)
	if len(by[model.PlanMake]) != 0 || len(by[model.PlanRemove]) != 0 || p.Short("fri") != 0 {
		t.Errorf("made %v, removed %v, short of %d: what was added stands for it", by[model.PlanMake], by[model.PlanRemove], p.Short("fri"))
	}
	if n := len(p.All); n != 6 { // four, of which one is cancelled, and the two that were added
		t.Errorf("%d sessions are looked at for clashes", n)
	}
	in.Existing = sessions
	if _, by := planned(in); !slices.Equal(by[model.PlanMake], []string{"2026-10-02"}) {
		t.Errorf("made %v", by[model.PlanMake])
	}
}
