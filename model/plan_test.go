package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

var autumn = model.Season{ID: "autumn", Name: model.Text{Fi: "Syksy 2026"}, From: d("2026-08-31"), Until: d("2026-12-11"), Eves: true}

func sarka() model.MeetingPlace {
	return model.MeetingPlace{ID: "sarka", Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, OwnerID: "town", HostID: "club"}
}

func group(id model.ID, r model.Recurrence) model.Group {
	return model.Group{
		ID: id, Name: model.Text{Fi: string(id)}, Type: model.OpenGroup, PlaceID: "sarka", Organisers: []model.ID{"club"},
		Leaders: []model.ID{"pro", "vol"}, Recurrence: r, From: clock("09:30"), Until: clock("11:30"),
	}
}

func weekly(w time.Weekday, every int) model.Recurrence {
	return model.Recurrence{Rhythm: model.EveryNWeeks, Every: every, Weekday: w}
}

func facts(groups ...model.Group) model.ConflictFacts {
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	return model.ConflictFacts{
		Groups: model.GroupDirectoryOf(groups),
		Places: model.PlaceDirectoryOf([]model.MeetingPlace{sarka(), {ID: "far", Municipality: model.Municipality{Code: "995", Name: "Hiidenlampi"}}}),
		Leaders: model.LeaderDirectoryOf([]model.Leader{
			{ID: "pro", Kind: model.Professional, Statuses: active}, {ID: "vol", Kind: model.Volunteer, Statuses: active},
		}),
		Closures: []model.Closure{{
			ID: "break", Scope: model.ClosedMunicipality, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
			From: d("2026-10-19"), Until: d("2026-10-25"), Reason: model.Text{Fi: "Syysloma"},
		}},
	}
}

func planned(in model.PlanInput) (plan model.Plan, by map[model.PlanAct][]string) {
	plan = model.PlanSeason(in)
	by = map[model.PlanAct][]string{}
	for _, l := range plan.Lines {
		by[l.Act] = append(by[l.Act], l.Session.SlotOn.String())
	}
	return plan, by
}

// kept gives the sessions of a plan IDs, as the store does.
func kept(p model.Plan) []model.Session {
	save, _ := p.Changes()
	for i := range save {
		if save[i].ID == "" {
			save[i].ID = model.ID(fmt.Sprintf("s%03d", i))
		}
	}
	return save
}

func TestAnOpenEndedGroupLosesASkippedDay(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	in := model.PlanInput{Season: autumn, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-08-01")}
	_, by := planned(in)
	if len(by[model.PlanMake]) != 14 || !slices.Equal(by[model.PlanSkip], []string{"2026-10-20"}) {
		t.Errorf("made %v, skipped %v", by[model.PlanMake], by[model.PlanSkip])
	}
}

func TestAGroupWithAFixedNumberShiftsPastTheEnd(t *testing.T) {
	g := group("fri", weekly(time.Friday, 1))
	g.FixedSessions = model.CountOf(15)
	p, by := planned(model.PlanInput{Season: autumn, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-08-01")})
	if n := len(by[model.PlanMake]); n != 15 || by[model.PlanMake][14] != "2026-12-18" {
		t.Errorf("made %d: %v", n, by[model.PlanMake])
	}
	for _, l := range p.Lines {
		if l.PastEnd != (l.Session.SlotOn == d("2026-12-18")) {
			t.Errorf("%s: past the end %v", l.Session.SlotOn, l.PastEnd)
		}
	}
}

func TestEveryOtherWeekKeepsItsRhythmOverSkippedDays(t *testing.T) {
	g := group("sat", weekly(time.Saturday, 2))
	_, by := planned(model.PlanInput{Season: autumn, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-08-01")})
	want := []string{"2026-09-05", "2026-09-19", "2026-10-03", "2026-10-17", "2026-11-14", "2026-11-28"}
	if !slices.Equal(by[model.PlanMake], want) || !slices.Equal(by[model.PlanSkip], []string{"2026-10-31"}) {
		t.Errorf("made %v, skipped %v (All Saints')", by[model.PlanMake], by[model.PlanSkip])
	}
	spring := model.Season{ID: "spring", From: d("2027-01-11"), Until: d("2027-05-21")}
	_, by = planned(model.PlanInput{Season: spring, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-08-01")})
	if by[model.PlanMake][0] != "2027-01-16" || !slices.Contains(by[model.PlanMake], "2027-03-27") {
		t.Errorf("begins again on the first Saturday, and Easter Saturday is an ordinary day: %v", by[model.PlanMake])
	}
}

func TestPlanningAgainChangesNothing(t *testing.T) {
	g, fixed := group("tue", weekly(time.Tuesday, 1)), group("fri", weekly(time.Friday, 1))
	fixed.FixedSessions = model.CountOf(12)
	in := model.PlanInput{Season: autumn, Groups: []model.Group{g, fixed}, Facts: facts(g, fixed), Today: d("2026-08-01")}
	first, _ := planned(in)
	in.Existing = kept(first)
	again, by := planned(in)
	if save, remove := again.Changes(); len(save) != 0 || len(remove) != 0 || len(by[model.PlanKeep]) != len(in.Existing) {
		t.Errorf("saves %d, removes %d, keeps %d of %d", len(save), len(remove), len(by[model.PlanKeep]), len(in.Existing))
	}
}

func TestWhatSomebodyTouchedIsLeftAlone(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	in := model.PlanInput{Season: autumn, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-08-01")}
	first, _ := planned(in)
	in.Existing, in.Today = kept(first), d("2026-10-01")
	at := func(on string) *model.Session {
		i := slices.IndexFunc(in.Existing, func(s model.Session) bool { return s.SlotOn == d(on) })
		return &in.Existing[i]
	}
	at("2026-10-06").Counts.Adults = model.CountOf(0)
	at("2026-10-13").Date, at("2026-10-13").Edited = d("2026-10-14"), true
	at("2026-10-27").State, at("2026-10-27").Reason = model.SessionCancelled, "sairaus"
	in.Groups[0].Recurrence.Weekday = time.Thursday // everything else moves
	plan, by := planned(in)
	_, remove := plan.Changes()
	keeps := by[model.PlanKeep]
	for _, on := range []string{"2026-09-01", "2026-09-29", "2026-10-06", "2026-10-13", "2026-10-27"} {
		if !slices.Contains(keeps, on) {
			t.Errorf("%s is not left alone: %v", on, keeps)
		}
	}
	if len(remove) != 6 || slices.Contains(by[model.PlanRemove], "2026-09-01") {
		t.Errorf("removed: %v", by[model.PlanRemove])
	}
}

func TestAChangedGroupChangesItsUntouchedSessions(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	in := model.PlanInput{Season: autumn, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-08-01")}
	first, _ := planned(in)
	in.Existing, in.Today = kept(first), d("2026-11-22")
	in.Existing[13].Theme = "Uni"
	in.Groups[0].From = clock("10:00")
	plan, by := planned(in)
	if !slices.Equal(by[model.PlanChange], []string{"2026-11-24", "2026-12-01", "2026-12-08"}) {
		t.Errorf("only those ahead change: %v", by[model.PlanChange])
	}
	save, _ := plan.Changes()
	if s := save[2]; s.ID != in.Existing[13].ID || s.Theme != "Uni" || s.Sequence != 1 || s.From != clock("10:00") {
		t.Errorf("the same session with its theme, later: %+v", s)
	}
}

// A group that begins in the middle of a season has no sessions that are over before anybody thought of them.
func TestNothingIsMadeForDaysThatAreOver(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	g.FixedSessions = model.CountOf(3)
	in := model.PlanInput{
		Season: autumn, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-11-24"),
		Forced: map[model.Slot]bool{{GroupID: "tue", On: d("2026-11-10")}: true},
	}
	p, by := planned(in)
	if want := []string{"2026-11-10", "2026-11-24", "2026-12-01"}; !slices.Equal(by[model.PlanMake], want) {
		t.Errorf("made %v, want %v", by[model.PlanMake], want)
	}
	if l := p.Lines[0]; l.Act != model.PlanSkip || !l.Past || l.Closed != (model.Closed{}) {
		t.Errorf("the first day of the season: %+v", l)
	}
	if s := kept(p)[0]; s.Edited {
		t.Error("what is entered afterwards is not edited by that")
	}
}

func TestForcedAndDropped(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	in := model.PlanInput{
		Season: autumn, Groups: []model.Group{g}, Facts: facts(g), Today: d("2026-08-01"),
		Forced: map[model.Slot]bool{{GroupID: "tue", On: d("2026-10-20")}: true}, Dropped: map[model.Slot]bool{{GroupID: "tue", On: d("2026-09-01")}: true},
	}
	plan, by := planned(in)
	if !slices.Contains(by[model.PlanMake], "2026-10-20") || !slices.Equal(by[model.PlanDrop], []string{"2026-09-01"}) {
		t.Errorf("got %v", by)
	}
	changed := model.AfterClosures(kept(plan), in.Facts, d("2026-08-01"))
	if len(changed) != 0 {
		t.Errorf("what was forced is not cancelled by the closure: %+v", changed)
	}
}

func TestClosuresCancelAndRestore(t *testing.T) {
	g := group("tue", weekly(time.Tuesday, 1))
	f := facts(g)
	plan, _ := planned(model.PlanInput{Season: autumn, Groups: []model.Group{g}, Facts: f, Today: d("2026-08-01")})
	sessions := kept(plan)
	pipe := model.Closure{ID: "pipe", Scope: model.ClosedPlace, PlaceID: "sarka", From: d("2026-11-16"), Until: d("2026-11-29"), Reason: model.Text{Fi: "Putkirikko"}}
	f.Closures = append(f.Closures, pipe)
	cancelled := model.AfterClosures(sessions, f, d("2026-11-20"))
	if len(cancelled) != 1 || cancelled[0].Date != d("2026-11-24") || cancelled[0].ClosedBy != "pipe" || cancelled[0].State != model.SessionCancelled {
		t.Fatalf("the one ahead is cancelled and remembers why: %+v", cancelled)
	}
	for i := range sessions {
		if sessions[i].ID == cancelled[0].ID {
			sessions[i] = cancelled[0]
		}
	}
	f.Closures = f.Closures[:1]
	restored := model.AfterClosures(sessions, f, d("2026-11-20"))
	if len(restored) != 1 || restored[0].State != model.SessionPlanned || restored[0].ClosedBy != "" || restored[0].Sequence != 2 {
		t.Errorf("it is restored: %+v", restored)
	}
}

// clashes is the brute force that Conflicts is compared with: every pair of sessions.
func clashes(sessions []model.Session, f model.ConflictFacts) map[string]bool {
	out := map[string]bool{}
	for i, s := range sessions {
		for j, o := range sessions {
			if i >= j || s.State == model.SessionCancelled || o.State == model.SessionCancelled || s.Date != o.Date {
				continue
			}
			overlap := s.From.Before(o.Until) && o.From.Before(s.Until)
			if overlap && s.PlaceID == o.PlaceID {
				out[fmt.Sprint("place ", i, j)] = true
				continue
			}
			for _, l := range s.Leaders {
				if !slices.Contains(o.Leaders, l) {
					continue
				}
				gap := max(s.Until.MinutesUntil(o.From), o.Until.MinutesUntil(s.From))
				if overlap {
					out[fmt.Sprint("leader ", i, j)] = true
				} else if gap < f.TravelMinutes && f.Places[s.PlaceID].Municipality.Code != f.Places[o.PlaceID].Municipality.Code {
					out[fmt.Sprint("travel ", i, j)] = true
				}
				break
			}
		}
	}
	return out
}

func TestConflictsAgreeWithBruteForce(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	f := facts()
	f.TravelMinutes, f.Closures = 45, nil
	for round := range 200 {
		var sessions []model.Session
		for range 40 {
			from, _ := model.NewClock(8+random.IntN(10), 15*random.IntN(4))
			until, _ := model.NewClock(from.Hour()+1+random.IntN(3), 15*random.IntN(4))
			s := model.Session{
				Date: d("2026-11-02").AddDays(random.IntN(4)), From: from, Until: until, State: model.SessionPlanned,
				PlaceID: []model.ID{"sarka", "far"}[random.IntN(2)], Leaders: []model.ID{[]model.ID{"pro", "vol"}[random.IntN(2)]},
			}
			if random.IntN(10) == 0 {
				s.State = model.SessionCancelled
			}
			sessions = append(sessions, s)
		}
		got := map[string]bool{}
		for _, c := range model.Conflicts(sessions, f) {
			got[fmt.Sprint(string(c.Kind)+" ", min(c.Session, c.Other), max(c.Session, c.Other))] = true
		}
		want := clashes(sessions, f)
		for k := range want {
			if !got[k] {
				t.Fatalf("round %d: %s is not found", round, k)
			}
		}
		for k := range got {
			if !want[k] {
				t.Fatalf("round %d: %s is no conflict", round, k)
			}
		}
	}
}

func TestPlanTellsClashesAbsencesAndGaps(t *testing.T) {
	a, b := group("a", weekly(time.Tuesday, 1)), group("b", weekly(time.Tuesday, 1))
	b.From, b.Until, b.Leaders = clock("11:00"), clock("12:00"), []model.ID{"pro"}
	f := facts(a, b)
	away := f.Leaders["vol"]
	away.Absences = []model.Absence{{From: d("2026-11-01"), Until: d("2026-11-30")}}
	f.Leaders["vol"] = away
	plan, _ := planned(model.PlanInput{Season: autumn, Groups: []model.Group{a, b}, Facts: f, Today: d("2026-08-01")})
	for _, l := range plan.Lines {
		if l.Act != model.PlanMake {
			continue
		}
		kinds := map[model.ConflictKind]bool{}
		for _, c := range l.Conflicts {
			kinds[c.Kind] = true
		}
		november := l.Session.Date.Month() == time.November
		if !kinds[model.ConflictPlace] || kinds[model.ConflictAbsent] != (november && l.Session.GroupID == "a") {
			t.Errorf("%s %s: %v", l.Session.GroupID, l.Session.Date, kinds)
		}
		if (len(l.Gaps) == 1 && l.Gaps[0] == model.NoVolunteer) != (l.Session.GroupID == "b") {
			t.Errorf("%s: gaps %v", l.Session.GroupID, l.Gaps)
		}
	}
}
