package persistence

import (
	"fmt"
	"slices"
	"testing"

	"kumppani/model"
)

// What is kept of the network stands as its description promises, and nothing in it could not be entered by hand.
func TestSampleNetwork(t *testing.T) {
	f := newFile(t)
	must(t, LoadSample(ctx, f))
	bodies, err := f.Bodies(ctx)
	must(t, err)
	meetings, err := f.NetworkMeetings(ctx)
	must(t, err)
	next := map[model.BodyKind]string{}
	for _, b := range bodies {
		n, known := b.Next(meetings, sampleDay)
		next[b.Kind] = fmt.Sprint(n.On, n.MeetingID != "", known, b.MeetingsHeld(meetings, model.YearPeriod(2025), sampleDay),
			b.MeetingsHeld(meetings, model.YearPeriod(2026), sampleDay))
		if problems := b.Check(); len(problems) > 0 || len(b.Members) == 0 {
			t.Errorf("%s: %v", b.Name.Fi, problems)
		}
	}
	equal(t, "next meetings, and those held in two years", next, map[model.BodyKind]string{
		model.AreaGroup: "2026-12-08 true true 2 1", model.TeamMeeting: "2026-11-25 false true 2 5",
		model.LeadersMeet: "2026-12-15 false true 2 2",
	})
	for _, m := range meetings {
		if problems := m.Check(); len(problems) > 0 || m.HeldBy(sampleDay) && (len(m.Present) == 0 || m.Decisions == "") {
			t.Errorf("%s is not whole: %v", m.Date, problems)
		}
	}
	surveys, err := f.Surveys(ctx)
	must(t, err)
	rates := []string{}
	for _, s := range surveys {
		rates = append(rates, fmt.Sprintf("%s %s", s.ResponseRate(), s.Positive))
		if problems := s.Check(); len(problems) > 0 {
			t.Errorf("%s: %v", s.Name, problems)
		}
	}
	equal(t, "answered and content", rates, []string{" ", "73 93", "32 ", "68 89"})
	var due []string
	for _, u := range followUps(t, f) {
		due = append(due, fmt.Sprint(u.On, " ", u.Kind))
		if !u.Open() || len(u.Check()) > 0 || (u.Kind == "") != (u.RecordID == "") {
			t.Errorf("%+v", u)
		}
	}
	equal(t, "reminders", due, []string{"2026-11-16 agreement", "2026-11-22 leader", "2026-12-10 meeting_place", "2027-01-08 "})
	soundFile(t, f)
}

// Of 2025 everything is entered, of 2026 half, and the practices tell how far each municipality has come.
func TestSampleYears(t *testing.T) {
	f := newFile(t)
	must(t, LoadSample(ctx, f))
	years, err := f.Years(ctx)
	must(t, err)
	if len(years) != 2 || years[0].Year != 2026 {
		t.Fatalf("%d years", len(years))
	}
	for _, y := range years {
		if problems := y.Check(); len(problems) > 0 {
			t.Errorf("%d: %v", y.Year, problems)
		}
	}
	now, before := years[0], years[1]
	if len(before.Resources) != len(model.ResourceKinds()) || len(before.Services) != len(model.Services()) ||
		len(before.Cooperation) < 6 || len(before.Quality) != len(model.QualityTopics()) || before.Notes == "" {
		t.Errorf("2025 is not whole: %+v", before)
	}
	if r := before.Resources[model.ResourceFamilyWorkPosts]; r.Amount != model.AmountOf(250) {
		t.Errorf("%+v posts", r)
	}
	if len(now.Resources) == 0 || len(now.Resources) > 4 || len(now.Quality) == 0 || len(now.Quality) > 4 {
		t.Errorf("2026 is not half entered: %+v", now)
	}
	rows, err := sampleTable("practices")
	must(t, err)
	if got := len(now.Practices) + len(before.Practices); got != len(rows) {
		t.Errorf("%d practices, and %d in the table", got, len(rows))
	}
	rantaniemi := model.Municipality{Code: "997", Name: "Rantaniemi"}
	for _, c := range []struct {
		year model.YearRecord
		want model.PracticeStage
	}{{before, model.PracticeBecoming}, {now, model.PracticeEstablished}} {
		if got := model.StageIn(rantaniemi, model.PeerGroupsFor(model.BabyFamilies), c.year.Practices, nil); got != c.want {
			t.Errorf("%d: baby families in Rantaniemi %q, want %q", c.year.Year, got, c.want)
		}
	}
}

// The seasons before were all counted, by leaders who had begun; planning does not touch them any longer.
func TestSampleSeasonsBefore(t *testing.T) {
	f, m := readSampleMeetings(t)
	rows, err := sampleTable("sessions")
	must(t, err)
	rows = slices.DeleteFunc(rows, func(r record) bool { return r["slot_on"] > "2026-08" })
	if len(m.before) != len(rows) || len(rows) < 300 {
		t.Errorf("%d sessions, and %d in the table", len(m.before), len(rows))
	}
	cancelled, small, unled := 0, 0, 0
	for _, x := range m.before {
		if problems := x.Check(); len(problems) > 0 {
			t.Errorf("%s: %v", x.Date, problems)
		}
		switch x.StatusOn(sampleDay) {
		case model.StatusCancelled:
			cancelled++
		case model.StatusHeld:
		default:
			t.Errorf("%s: nobody has counted", x.Date)
		}
		if len(x.Leaders) == 0 {
			unled++
		}
		if g := m.facts.Groups[x.GroupID]; g.Type == model.TargetedGroup && x.Counts.Visits().N < 5 {
			small++
		}
	}
	if cancelled != 7 || small == 0 || unled > 0 {
		t.Errorf("%d were cancelled, %d were small, %d had no leader", cancelled, small, unled)
	}
	for _, c := range model.Conflicts(m.before, m.facts) {
		if c.Kind == model.ConflictAbsent {
			t.Errorf("%s was led by somebody who was away", m.before[c.Session].Date)
		}
	}
	seasons, err := f.Seasons(ctx)
	must(t, err)
	for _, season := range seasons[2:] {
		in := model.PlanInput{Season: season, Existing: m.before, Facts: m.facts, Today: sampleDay}
		for _, g := range m.groups {
			if !g.FixedSessions.Known { // one that has not met so many times goes on after the season
				in.Groups = append(in.Groups, g)
			}
		}
		if save, remove := model.PlanSeason(in).Changes(); len(save)+len(remove) > 0 {
			t.Errorf("%s: %d to write, %d to remove", season.Name.Fi, len(save), len(remove))
		}
	}
}
