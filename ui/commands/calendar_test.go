package commands

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

// planned is the village with its autumn planned and its first group shown to families.
func planned(t *testing.T) *memory {
	m := village()
	plans(t, m, "s1 --apply --today 2026-10-01")
	return m
}

// prints runs a print or an export that is expected to succeed, and returns the file and what was said.
func prints(t *testing.T, m *memory, args ...string) (file, said string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x")
	r := run(t, m, append(args, "-o", path)...)
	b, err := os.ReadFile(path)
	if r.code != Done || r.out != "" || err != nil || strings.Contains(r.complaints, "commands.") {
		t.Fatalf("%v: exit %d, out %q, %q, %v", args, r.code, r.out, r.complaints, err)
	}
	return string(b), r.complaints
}

func TestPrintsOfTheCalendar(t *testing.T) {
	m := planned(t)
	for _, args := range []string{
		"print calendar", "print calendar --season Syksy 2026", "print calendar --municipality 994 --paper a3 --by village",
		"print calendar --municipality sarkajärvi --paper leaflet --lang sv", "print calendar --place Stugan --lang fi+sv",
		"print poster --place Tupa --week 2026-W45", "print poster --place m2 --week 2026-w01",
		"print door-sign --place Tupa --lang sv+fi", "print duties", "print duties --leader Eevi --season s1",
		"print counting-sheet --place Koulu --week 2026W45",
	} {
		words := strings.Fields(strings.ReplaceAll(args, "Syksy 2026", "Syksy_2026"))
		for i := range words {
			words[i] = strings.ReplaceAll(words[i], "_", " ")
		}
		if file, said := prints(t, m, words...); !strings.HasPrefix(file, "%PDF") || said != "" {
			t.Errorf("%s: %.10q, said %q", args, file, said)
		}
	}
	if len(m.given) > 0 {
		t.Errorf("a print that nobody called given out is remembered: %+v", m.given)
	}
}

// A calendar is remembered when it is given out, and the next one tells what has changed since.
func TestTheCalendarThatWasGivenOutIsRemembered(t *testing.T) {
	m := planned(t)
	if _, said := prints(t, m, "print", "calendar", "--changes"); !strings.Contains(said, "--remember") {
		t.Errorf("nothing was given out before, and said is %q", said)
	}
	prints(t, m, "print", "calendar", "--remember", "--municipality", "994")
	if len(m.given) != 1 || m.given[0].Area != "municipality:994" || m.given[0].On != day("2026-11-22") || m.given[0].SeasonID != "s1" {
		t.Fatalf("remembered is %+v", m.given)
	}
	if l := m.given[0].Lines; len(l) != 1 || l[0].GroupID != "g1" || len(l[0].Days) != 4 {
		t.Errorf("the lines are %+v", l)
	}
	m.groups[0].From = clock(10, 0)
	s := sessionOn(m)
	s.flags.municipality, s.flags.changes = "Sarkajärvi", true
	all, err := readOf(t, s, m)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := s.calendarSheet(t.Context(), m, m.centre, all)
	if err != nil || len(sheet.Changes) != 1 || sheet.Changes[0].Kind != model.CalendarTime || sheet.ChangedSince != day("2026-11-22") {
		t.Errorf("changes %+v since %v, %v", sheet.Changes, sheet.ChangedSince, err)
	}
	if _, said := prints(t, m, "print", "calendar", "--changes"); said == "" {
		t.Error("what was given out of a municipality is taken for what was given out of the region")
	}
}

// What could not be written was not given out.
func TestACalendarThatWasNotWrittenIsNotRemembered(t *testing.T) {
	m := planned(t)
	r := run(t, m, "print", "calendar", "--remember", "-o", filepath.Join(t.TempDir(), "no", "folder.pdf"))
	if r.code != Failed || len(m.given) > 0 {
		t.Errorf("exit %d, remembered %+v", r.code, m.given)
	}
}

func TestWhatCannotBePrintedOrExported(t *testing.T) {
	for _, c := range []struct{ args, says string }{
		{"print calendar --season Talvi -o x", "Talvi ei ole tässä tietotiedostossa. Mitään ei tehty. Kaudet:\n  Kevät 2027 (11.1.–21.5.2027)\n"},
		{"print calendar --season s2 -o x", "Kevät 2027"},
		{"print calendar --municipality Helsinki -o x", "Kunnat, joissa niitä on:\n  Rantaniemi\n  Sarkajärvi\n"},
		{"print calendar --place Halli -o x", "Paikat:\n  Tupa (Sarkajärvi)\n  Koulu (Rantaniemi)\n"},
		{"print calendar --today 2028-01-01 -o x", "--season"},
		{"print poster --place Halli --week 2026-W48 -o x", "Halli"},
		{"print door-sign --place Halli -o x", "Halli"},
		{"print duties --leader Kukaan -o x", "Kukaan"},
		{"print counting-sheet --place Halli --week 2026-W48 -o x", "Halli"},
		{"export ics --leader Kukaan -o x", "Kukaan"},
		{"export ics --municipality Turku -o x", "Turku"},
	} {
		t.Chdir(t.TempDir())
		m := planned(t)
		r := run(t, m, strings.Fields(c.args)...)
		if r.code != Failed || r.out != "" || !strings.Contains(r.complaints, c.says) || strings.Contains(r.complaints, "commands.") {
			t.Errorf("%s: exit %d %q %q", c.args, r.code, r.out, r.complaints)
		}
		if _, err := os.Stat("x"); err == nil {
			t.Errorf("%s wrote a file", c.args)
		}
	}
	if r := run(t, &memory{}, "print", "calendar", "-o", "x"); r.code != Failed || !strings.Contains(r.complaints, ": –") && !strings.Contains(r.complaints, ":\u00a0–") {
		t.Errorf("no seasons at all: %d %q", r.code, r.complaints)
	}
}

func TestExportOfACalendar(t *testing.T) {
	m := planned(t)
	for _, c := range []struct {
		args  string
		has   []string
		hasNo []string
	}{
		{"", []string{"SUMMARY:Kerho"}, []string{"Eevi Salo", "20260901", "Iltakerho"}}, // the evening club is not for all
		{"--internal", []string{"SUMMARY:Kerho", "SUMMARY:Iltakerho kaksi", "LOCATION:Koulu", "Eevi Salo"}, []string{"20260901"}},
		{"--place Tupa", []string{"SUMMARY:Kerho", "NAME:Tupa"}, []string{"LOCATION:Koulu"}},
		{"--municipality Rantaniemi --internal", []string{"SUMMARY:Iltakerho\r\n"}, []string{"SUMMARY:Kerho"}},
		{"--leader Eevi --internal", []string{"Eevi Salo"}, nil},
		{"--from 2026-09-01 --to 2026-09-02", []string{"20260901"}, []string{"20261007"}},
		{"--to 2026-09-02", []string{"20260901"}, []string{"20261007"}}, // before the season begins
	} {
		file, said := prints(t, m, append([]string{"export", "ics", "--today", "2026-11-22"}, strings.Fields(c.args)...)...)
		if !strings.HasPrefix(file, "BEGIN:VCALENDAR") || said != "" {
			t.Errorf("%s: said %q\n%.200s", c.args, said, file)
		}
		for _, want := range c.has {
			if !strings.Contains(file, want) {
				t.Errorf("%s: no %q in\n%s", c.args, want, file)
			}
		}
		for _, no := range c.hasNo {
			if strings.Contains(file, no) {
				t.Errorf("%s: %q is in\n%s", c.args, no, file)
			}
		}
	}
	if _, said := prints(t, m, "export", "ics", "--from", "2030-01-01"); !strings.Contains(said, "tyhjä") {
		t.Errorf("an empty calendar is written, and said is %q", said)
	}
}

// A partner's event in the place is told in the plan, and the setting says how long the way takes.
func TestPlanKnowsPartnersAndTheWay(t *testing.T) {
	booked := village()
	booked.bookings = []model.PartnerEvent{
		{CalendarID: "k1", PlaceID: "m1", Date: day("2026-10-07"), From: clock(10, 30), Until: clock(12, 0), Title: "Kuoro"},
		{CalendarID: "k1", PlaceID: "m1", Date: day("2026-11-04"), Title: "Kirkolliskokous"},
	}
	out := plans(t, booked, "s1 --dry-run --today 2026-10-01")
	for _, want := range []string{"paikka varattu kumppanin kalenterissa: Kuoro 10.30–12.00", "kalenterissa: Kirkolliskokous\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	m := village()
	m.policy.TravelMinutes = 10
	if out := plans(t, m, "s1 --dry-run --today 2026-10-01"); strings.Contains(out, "siirtymäaika") {
		t.Errorf("15 minutes are too short for a way of 10:\n%s", out)
	}
	r := run(t, booked, "plan", "s1", "--dry-run", "--today", "2026-10-01", "--format", "json")
	for _, want := range []string{`"kind": "booked"`, `"booked": "Kuoro"`, `"booked_calendar_id": "k1"`} {
		if !strings.Contains(r.out, want) {
			t.Errorf("no %s in %s", want, r.out)
		}
	}
}

func FuzzWeek(f *testing.F) {
	for _, s := range []string{"2026-W48", "2026-w01", "2026W53", "2027-W53", "2026-W00", "2026-W54", "1000-W01", "9999-W52", "2026-48", "W48", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		monday, ok := parseWeek(text)
		if !ok {
			return
		}
		year, week := monday.ISOWeek()
		again, same := parseWeek(fmt.Sprintf("%04d-W%02d", year, week))
		if monday.IsZero() || monday != monday.Monday() || !same || again != monday {
			t.Errorf("%q is %v, and read back %v", text, monday, again)
		}
	})
}

// sessionOn is a run of a command of which a test looks at the parts.
func sessionOn(m *memory) *session {
	return &session{Program: Program{Today: day("2026-11-22")}, in: words.In(m.centre.Language)}
}

func readOf(t *testing.T, s *session, m *memory) (records.Meetings, error) {
	t.Helper()
	_, all, err := s.readCalendar(t.Context(), m, m.centre)
	return all, err
}
