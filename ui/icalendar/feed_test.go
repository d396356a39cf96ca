package icalendar

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kumppani/model"
)

func day(s string) model.Date { return model.MustDate(s) }

func at(s string) model.Clock {
	c, err := model.ParseClock(s)
	if err != nil {
		panic(err)
	}
	return c
}

var stamp = time.Date(2026, 8, 20, 9, 30, 0, 0, time.UTC)

// autumn is a group that meets on Tuesdays in September and October.
func autumn() Feed {
	g := model.Group{
		ID: "kahvila", Name: model.Text{Fi: "Perhekahvila; Äijälä, alakerta", Sv: "Familjekafé"}, PlaceID: "tupa",
		Audiences: []model.Audience{model.BabyFamilies, model.AllFamilies}, Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Tuesday},
		From: at("09:30"), Until: at("11:30"), Description: model.Text{Fi: strings.Repeat("Kahvia ja yhdessäoloa äideille, isille ja lapsille. ", 5)},
	}
	f := Feed{
		Name: "Sarkajärven perhekeskus", Language: model.Finnish, Groups: model.GroupDirectory{g.ID: g}, Stamp: stamp,
		Seasons: []model.Season{{ID: "syksy", From: day("2026-08-31"), Until: day("2026-12-11")}},
		Places:  model.PlaceDirectory{"tupa": {ID: "tupa", Name: model.Text{Fi: "Perhetupa"}, Address: model.Address{Street: "Kirkkotie 3", PostalCode: "99400", Town: "Sarkajärvi"}}},
		Leaders: model.LeaderDirectory{"maija": {ID: "maija", Name: "Maija Meikäläinen", Kind: model.Volunteer}},
	}
	for _, d := range g.Recurrence.DaysIn(day("2026-09-01"), day("2026-11-03")) {
		f.Sessions = append(f.Sessions, model.Session{
			ID: model.ID("s" + d.String()), GroupID: g.ID, SeasonID: "syksy", SlotOn: d, Date: d, From: g.From, Until: g.Until,
			PlaceID: "tupa", Leaders: []model.ID{"maija"}, State: model.SessionPlanned,
		})
	}
	return f
}

func written(t testing.TB, f Feed) string {
	t.Helper()
	b, err := f.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// unfolded is the file with each property on one line.
func unfolded(file string) string { return strings.ReplaceAll(file, "\r\n ", "") }

func TestFeedIsOneSeriesOverTheNightWhenTheClocksChange(t *testing.T) {
	text := unfolded(written(t, autumn()))
	for _, want := range []string{
		"METHOD:PUBLISH\r\n", "X-WR-CALNAME:Sarkajärven perhekeskus\r\n", "BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki\r\n",
		"UID:kahvila-syksy@kumppani\r\n", "DTSTART;TZID=Europe/Helsinki:20260901T093000\r\n", "DTEND;TZID=Europe/Helsinki:20260901T113000\r\n",
		"RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;UNTIL=20261103T215900Z\r\n",
		"SUMMARY:Perhekahvila\\; Äijälä\\, alakerta\r\n", "LOCATION:Perhetupa\\, Kirkkotie 3\\, 99400 Sarkajärvi\r\n",
		"DTSTAMP:20260820T093000Z\r\n", "CATEGORIES:vauvaperheet\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q:\n%s", want, text)
		}
	}
	if n := strings.Count(text, "BEGIN:VEVENT"); n != 1 {
		t.Errorf("%d events, want one series", n)
	}
	if strings.Contains(text, "Maija") || strings.Contains(text, "EXDATE") {
		t.Errorf("the file names a leader, or leaves out days:\n%s", text)
	}
}

func TestFeedTellsWhatIsDifferent(t *testing.T) {
	f := autumn()
	s := f.Sessions
	s[1].Date, s[1].From, s[1].Until = day("2026-09-09"), at("13:00"), at("15:00")
	s[2].State, s[2].Reason = model.SessionCancelled, "Maija on sairaana"
	s[3].Theme, s[3].Guest = "Uni", "neuvolan terveydenhoitaja"
	f.Sessions = append(s[:4:4], s[5:]...) // 29.9. is not held at all
	f.Sessions = append(f.Sessions, model.Session{ID: "retki", GroupID: "kahvila", SeasonID: "syksy", Date: day("2026-09-05"), From: at("10:00"), Until: at("12:00")})
	text := unfolded(written(t, f))
	for _, want := range []string{
		"EXDATE;TZID=Europe/Helsinki:20260929T093000\r\n",
		"RECURRENCE-ID;TZID=Europe/Helsinki:20260908T093000\r\n", "DTSTART;TZID=Europe/Helsinki:20260909T130000\r\n",
		"SUMMARY:PERUTTU: Perhekahvila", "STATUS:CANCELLED\r\n", "Aihe: Uni\\nVieras: neuvolan terveydenhoitaja",
		"UID:retki@kumppani\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "sairaana") {
		t.Error("the file tells of a person why it was cancelled")
	}
	f.Internal = true
	if text = unfolded(written(t, f)); !strings.Contains(text, "Ohjaajat: Maija Meikäläinen") || !strings.Contains(text, "Syy: Maija on sairaana") {
		t.Errorf("the leaders' own file lacks who leads, or the reason:\n%s", text)
	}
}

func TestFeedWritesLinesThatEveryProgramReads(t *testing.T) {
	f := autumn()
	f.Name = "Rivi\rvaihto\nja \x00 roska \xff"
	file := written(t, f)
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00") {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
		if !strings.HasPrefix(line, " ") && propertyName([]byte(line)) == "" {
			t.Errorf("a line that is no property: %q", line)
		}
	}
	shuffled := f
	shuffled.Sessions = slices.Clone(f.Sessions)
	slices.Reverse(shuffled.Sessions)
	if again := written(t, shuffled); again != file {
		t.Error("the order of the sessions changes the file")
	}
}

func TestFeedKeepsItsUIDs(t *testing.T) {
	f := autumn()
	later := autumn()
	later.Sessions = append(later.Sessions[2:], model.Session{ID: "uusi", GroupID: "kahvila", SeasonID: "syksy", SlotOn: day("2026-11-10"), Date: day("2026-11-10"), From: at("09:30"), Until: at("11:30"), PlaceID: "tupa"})
	later.Stamp = stamp.AddDate(0, 1, 0)
	uids := func(file string) (uid []string, sequence string) {
		for line := range strings.SplitSeq(unfolded(file), "\r\n") {
			if u, is := strings.CutPrefix(line, "UID:"); is && !slices.Contains(uid, u) {
				uid = append(uid, u)
			}
			if s, is := strings.CutPrefix(line, "SEQUENCE:"); is {
				sequence = s
			}
		}
		return uid, sequence
	}
	before, first := uids(written(t, f))
	after, second := uids(written(t, later))
	if !slices.Equal(before, after) || len(first) != len(second) || second <= first {
		t.Errorf("UIDs %v (%s), then %v (%s)", before, first, after, second)
	}
}

// told is what a calendar shows of a session.
type told struct {
	day         model.Date
	from, until model.Clock
	title       string
}

// TestFeedReadsBack plans random groups, changes some of their sessions, writes them, and reads the file again.
func TestFeedReadsBack(t *testing.T) {
	for seed := range uint64(300) {
		dice := rand.New(rand.NewPCG(seed, 4))
		f, want := random(dice)
		file := written(t, f)
		from, until := day("2026-01-01"), day("2029-12-31")
		r, err := Read(strings.NewReader(file), from, until)
		if err != nil {
			t.Fatal(err)
		}
		got := map[told]bool{}
		for _, e := range r.Events {
			got[told{e.Date, e.From, e.Until, e.Title}] = true
		}
		for x := range want {
			if !got[x] {
				t.Errorf("seed %d: %v is not read", seed, x)
			}
		}
		for x := range got {
			if !want[x] {
				t.Errorf("seed %d: %v is read, and was never written", seed, x)
			}
		}
		if t.Failed() {
			t.Fatal(file)
		}
		for reason, n := range r.Left {
			if reason != LeftCancelled {
				t.Fatalf("seed %d: %d left out: %s", seed, n, reason)
			}
		}
	}
}

// random is a season of some groups, and what is to be seen of it.
func random(dice *rand.Rand) (Feed, map[told]bool) {
	begin := day("2026-08-01").AddDays(dice.IntN(400))
	f := Feed{Language: model.Finnish, Groups: model.GroupDirectory{}, Stamp: stamp}
	season := model.Season{ID: "kausi", From: begin, Until: begin.AddDays(60 + dice.IntN(300))}
	f.Seasons = []model.Season{season}
	var closures []model.Closure
	for range dice.IntN(3) {
		from := begin.AddDays(dice.IntN(200))
		closures = append(closures, model.Closure{Scope: model.ClosedEverywhere, From: from, Until: from.AddDays(dice.IntN(15))})
	}
	var groups []model.Group
	for i := range 3 {
		g := model.Group{ID: model.ID(fmt.Sprint("g", i)), Name: model.Text{Fi: fmt.Sprint("Ryhmä ", i)}, PlaceID: "p"}
		g.Recurrence = model.Recurrence{
			Rhythm: model.Rhythms()[dice.IntN(5)], Weekday: time.Weekday(dice.IntN(7)), Every: 1 + dice.IntN(4), Nth: []int{-1, 1, 2, 4}[dice.IntN(4)],
			Dates: []model.Date{begin.AddDays(dice.IntN(50)), begin.AddDays(dice.IntN(50))}, Without: []model.Date{begin.AddDays(dice.IntN(50))},
		}
		g.From, _ = model.NewClock(5+dice.IntN(15), dice.IntN(60)) // at night there is an hour that is not there once a year
		g.Until, _ = model.NewClock(g.From.Hour()+3, g.From.Minute())
		f.Groups[g.ID] = g
		groups = append(groups, g)
	}
	plan := model.PlanSeason(model.PlanInput{Season: season, Groups: groups, Facts: model.ConflictFacts{Groups: f.Groups, Closures: closures}})
	f.Sessions, _ = plan.Changes()
	want := map[told]bool{}
	for i := range f.Sessions {
		s := &f.Sessions[i]
		s.ID = model.ID(fmt.Sprint("s", i))
		switch dice.IntN(8) {
		case 0:
			s.Date = s.Date.AddDays(dice.IntN(9) - 4)
		case 1:
			s.From, s.Until = at("20:15"), at("21:00")
		case 2:
			s.State = model.SessionCancelled
		case 3:
			s.SlotOn = model.Date{} // as if somebody had added it
		}
		if s.State != model.SessionCancelled {
			want[told{s.Date, s.From, s.Until, f.Groups[s.GroupID].Name.Fi}] = true
		}
	}
	dice.Shuffle(len(f.Sessions), func(a, b int) { f.Sessions[a], f.Sessions[b] = f.Sessions[b], f.Sessions[a] })
	return f, want
}

func BenchmarkFeedOfASeason(b *testing.B) {
	f := autumn()
	g := f.Groups["kahvila"]
	f.Sessions = nil
	for i := range 400 {
		g.ID = model.ID(fmt.Sprint("g", i))
		f.Groups[g.ID] = g
		for _, d := range g.Recurrence.DaysIn(day("2026-09-01"), day("2026-12-08")) {
			f.Sessions = append(f.Sessions, model.Session{ID: model.ID(fmt.Sprint(i, d)), GroupID: g.ID, SeasonID: "syksy", SlotOn: d, Date: d, From: g.From, Until: g.Until, PlaceID: "tupa"})
		}
	}
	for b.Loop() {
		if out, err := f.Bytes(); err != nil || !bytes.Contains(out, []byte("RRULE")) {
			b.Fatal(err)
		}
	}
}
