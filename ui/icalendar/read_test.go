package icalendar

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"kumppani/model"
)

// calendar puts lines into the frame of a file.
func calendar(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCALENDAR\r\n"
}

// vevent puts lines into the frame of an event.
func vevent(lines ...string) string {
	return "BEGIN:VEVENT\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT"
}

// listed writes events as text: "2026-09-01 09:30–11:30 Kirppis".
func listed(events []model.PartnerEvent) []string {
	var out []string
	for _, e := range events {
		clock := " all day"
		if !e.AllDay() {
			clock = fmt.Sprintf(" %s–%s", e.From, e.Until)
		}
		out = append(out, strings.TrimSpace(e.Date.String()+clock+" "+e.Title))
	}
	return out
}

func TestRead(t *testing.T) {
	for _, x := range []struct {
		name, file string
		want       []string
		left       map[Reason]int
		from       string // and until 2026-12-31
	}{
		{
			"a time in Finland", calendar(vevent("SUMMARY:Kirppis\\, sali", "DTSTART;TZID=Europe/Helsinki:20260901T093000", "DTEND;TZID=Europe/Helsinki:20260901T113000")),
			[]string{"2026-09-01 09:30–11:30 Kirppis, sali"},
			nil, "",
		},
		{
			"UTC, in summer and in winter", calendar(vevent("DTSTART:20260901T063000Z", "DTEND:20260901T083000Z"), vevent("DTSTART:20261201T063000Z", "DURATION:PT1H30M")),
			[]string{"2026-09-01 09:30–11:30", "2026-12-01 08:30–10:00"},
			nil, "",
		},
		{
			"Stockholm, a name of Windows, a name with a path, and no zone", calendar(
				vevent("DTSTART;TZID=Europe/Stockholm:20260901T080000", "DURATION:PT1H"), vevent("DTSTART;TZID=\"FLE Standard Time\":20260901T110000", "DURATION:PT1H"),
				vevent("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Helsinki:20260901T130000", "DURATION:PT1H"), vevent("DTSTART:20260901T150000", "DURATION:PT1H"),
			),
			[]string{"2026-09-01 09:00–10:00", "2026-09-01 11:00–12:00", "2026-09-01 13:00–14:00", "2026-09-01 15:00–16:00"},
			nil, "",
		},
		{
			"whole days", calendar(vevent("SUMMARY:Remontti", "DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20260903"), vevent("DTSTART;VALUE=DATE:20260910")),
			[]string{"2026-09-01 all day Remontti", "2026-09-02 all day Remontti", "2026-09-10 all day"},
			nil, "",
		},
		{
			"over midnight", calendar(vevent("DTSTART:20260901T220000", "DTEND:20260903T013000"), vevent("DTSTART:20260910T220000", "DTEND:20260911T000000")),
			[]string{"2026-09-01 22:00–23:59", "2026-09-02 all day", "2026-09-03 00:00–01:30", "2026-09-10 22:00–23:59"},
			nil, "",
		},
		{
			"a rule, over the night when the clocks change, without one day and with another",
			calendar(vevent("DTSTART;TZID=Europe/Helsinki:20190101T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261027", "EXDATE;TZID=Europe/Helsinki:20261020T100000", "RDATE;TZID=Europe/Helsinki:20261021T100000,20261022T100000")),
			[]string{"2026-10-13 10:00–11:00", "2026-10-21 10:00–11:00", "2026-10-22 10:00–11:00", "2026-10-27 10:00–11:00"},
			nil, "2026-10-13",
		},
		{
			"a changed time, a cancelled one, one that is free, and a moved day",
			calendar(
				vevent("UID:a", "SUMMARY:Kerho", "DTSTART:20261013T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5"),
				vevent("UID:a", "SUMMARY:Siirto", "RECURRENCE-ID:20261014T100000", "DTSTART:20261018T120000", "DURATION:PT1H"),
				vevent("UID:a", "RECURRENCE-ID:20261015T100000", "DTSTART:20261015T100000", "DURATION:PT1H", "STATUS:CANCELLED"),
				vevent("UID:a", "RECURRENCE-ID;VALUE=DATE:20261016", "DTSTART:20261016T100000", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
			),
			[]string{"2026-10-13 10:00–11:00 Kerho", "2026-10-17 10:00–11:00 Kerho", "2026-10-18 12:00–13:00 Siirto"},
			map[Reason]int{LeftCancelled: 1, LeftFree: 1},
			"",
		},
		{
			"what is broken", calendar(
				vevent("SUMMARY:ei alkua"), vevent("DTSTART:20261399T100000"), vevent("DTSTART:20261013T100000", "DTEND:20261013T100000"), vevent("DTSTART:20261013T100000", "DTEND:20261013T090000"),
				vevent("DTSTART:20261013T100000", "DURATION:PT1H", "RRULE:FREQ=JOSKUS"), vevent("DTSTART:20261013T100000", "DURATION:PT1H", "RRULE:FREQ=SECONDLY"),
				"BEGIN:VJOURNAL\r\nDTSTART:20261013T100000\r\nEND:VJOURNAL", vevent("DTSTART:20200101T100000", "DURATION:PT1H"),
				vevent("SUMMARY:ehjä", "DESCRIPTION:monta", "riviä ilman jatkomerkkiä", "DTSTART:20261013T100000", "DURATION:PT1H"),
			),
			[]string{"2026-10-13 10:00–11:00 ehjä"},
			map[Reason]int{LeftStart: 2, LeftLength: 2, LeftRule: 2, LeftComponent: 1, LeftOutside: 1, LeftLine: 1},
			"",
		},
		{
			"an alarm inside, an event that is not ended, and a private one", calendar(
				"BEGIN:VEVENT\r\nDTSTART:20261013T100000\r\nDURATION:PT1H\r\nBEGIN:VALARM\r\nDURATION:PT9H\r\nSUMMARY:hälytys\r\nEND:VALARM\r\nSUMMARY:Kerho",
				vevent("DTSTART:20261014T100000", "DURATION:PT1H", "CLASS:PRIVATE", "SUMMARY:Maijan lääkäri"),
			),
			[]string{"2026-10-13 10:00–11:00 Kerho", "2026-10-14 10:00–11:00"},
			nil, "",
		},
		{
			"every fifth week since long ago, without an end", calendar(vevent("DTSTART;TZID=Europe/Helsinki:20200106T170000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY;INTERVAL=5;BYDAY=MO,WE")),
			[]string{"2026-09-21 17:00–19:00", "2026-09-23 17:00–19:00", "2026-10-26 17:00–19:00", "2026-10-28 17:00–19:00", "2026-11-30 17:00–19:00", "2026-12-02 17:00–19:00"},
			nil, "",
		},
		{
			"the last day of every third month, and each year", calendar(
				vevent("DTSTART:20100131T100000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
				vevent("DTSTART;VALUE=DATE:19971206", "RRULE:FREQ=YEARLY", "SUMMARY:Itsenäisyyspäivä"),
				vevent("DTSTART:20150131T120000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY"),
			),
			[]string{"2026-10-31 10:00–11:00", "2026-10-31 12:00–13:00", "2026-12-06 all day Itsenäisyyspäivä", "2026-12-31 12:00–13:00"},
			nil, "",
		},
	} {
		from := day("2026-09-01")
		if x.from != "" {
			from = day(x.from)
		}
		r, err := Read(strings.NewReader(x.file), from, day("2026-12-31"))
		if err != nil {
			t.Errorf("%s: %v", x.name, err)
			continue
		}
		if got := listed(r.Events); !slices.Equal(got, x.want) {
			t.Errorf("%s:\n got %q\nwant %q", x.name, got, x.want)
		}
		for _, reason := range Reasons() {
			if r.Left[reason] != x.left[reason] {
				t.Errorf("%s: %d left out because of %s, want %d", x.name, r.Left[reason], reason, x.left[reason])
			}
		}
	}
}

func TestReadKnowsTheWritingOfOldPrograms(t *testing.T) {
	const want = "2026-09-01 09:30–11:30 Äijälän kerho"
	file := "BEGIN:VCALENDAR\nX-WR-CALNAME:Seurakuntatalon Ääni\nBEGIN:VEVENT\nSUMMARY:Äij\n älän kerho\nDTSTART:20260901T093000\nDTEND:20260901T113000\nEND:VEVENT\nEND:VCALENDAR"
	latin, err := charmap.ISO8859_1.NewEncoder().String(file)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(file)
	if err != nil {
		t.Fatal(err)
	}
	inLetter := strings.Replace(file, "Äij\n älän", "\xc3\n \x84ijälän", 1) // folded inside a letter
	for name, content := range map[string]string{
		"as it is": file, "with a mark": "\ufeff" + file, "Latin-1": latin, "UTF-16": wide, "folded inside a letter": inLetter,
		"lines of Windows": strings.ReplaceAll(file, "\n", "\r\n"), "lines of the old Mac": strings.ReplaceAll(file, "\n", "\r"),
		"small letters": strings.NewReplacer("BEGIN", "begin", "DTSTART", "dtstart", "SUMMARY", "Summary", "VEVENT", "vevent").Replace(file), "cut off": strings.TrimSuffix(file, "END:VEVENT\nEND:VCALENDAR"),
	} {
		r, err := Read(strings.NewReader(content), day("2026-01-01"), day("2026-12-31"))
		if got := listed(r.Events); err != nil || !slices.Equal(got, []string{want}) || r.Name != "Seurakuntatalon Ääni" {
			t.Errorf("%s: %q of %q (%v), want %q", name, got, r.Name, err, want)
		}
	}
}

func TestReadTellsOfZonesThatItDoesNotKnow(t *testing.T) {
	r, err := Read(strings.NewReader(calendar(vevent("DTSTART;TZID=Oma aika:20260901T093000", "DURATION:PT1H"))), day("2026-01-01"), day("2026-12-31"))
	if err != nil || !slices.Equal(r.Zones, []string{"Oma aika"}) || !slices.Equal(listed(r.Events), []string{"2026-09-01 09:30–10:30"}) {
		t.Errorf("%v, zones %q (%v)", listed(r.Events), r.Zones, err)
	}
}

func TestReadRefuses(t *testing.T) {
	many := vevent("DTSTART:20260101T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10")
	for _, x := range []struct {
		name string
		file io.Reader
		want Fault
	}{
		{"nothing", strings.NewReader("\ufeff \r\n"), FaultEmpty},
		{"a PDF", strings.NewReader("%PDF-1.7\n1 0 obj"), FaultForeign},
		{"a file that vanishes", iotest.ErrReader(io.ErrUnexpectedEOF), FaultUnreadable},
		{"200 megabytes", io.LimitReader(endless("X"), 200<<20), FaultLarge},
		{"too many times", strings.NewReader(calendar(slices.Repeat([]string{many}, 100)...)), FaultMany},
	} {
		r, err := Read(x.file, day("2026-01-01"), day("2026-12-31"))
		var f Fault
		if !errors.As(err, &f) || f != x.want || len(r.Events) > 0 {
			t.Errorf("%s: %v with %d events, want %v", x.name, err, len(r.Events), x.want)
		}
	}
}

// endless gives a byte for ever.
type endless string

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = e[0]
	}
	return len(p), nil
}

// Rules that are slow or mean nothing must not keep the window waiting: each of these hung, or broke, a library.
func TestReadDoesNotHang(t *testing.T) {
	for _, rule := range []string{
		"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;INTERVAL=24;BYHOUR=5", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=WEEKLY;BYSETPOS=366", "FREQ=YEARLY;BYDAY=53MO,-53SU", "FREQ=MONTHLY;BYDAY=50MO", "FREQ=DAILY;COUNT=999999999", "FREQ=DAILY;INTERVAL=999999999",
		"FREQ=YEARLY;BYEASTER=-300", "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", strings.Repeat("FREQ=DAILY;", 5000),
	} {
		file := calendar(vevent("DTSTART:10010101T000100", "DURATION:PT1H", "RRULE:"+rule), vevent("DTSTART:20261013T100000", "DURATION:PT1H", "SUMMARY:Muu"))
		r, err := Read(strings.NewReader(file), day("2026-01-01"), day("2026-12-31"))
		if err != nil || !slices.ContainsFunc(r.Events, func(e model.PartnerEvent) bool { return e.Title == "Muu" }) {
			t.Errorf("%.60s: %d events (%v)", rule, len(r.Events), err)
		}
	}
	deep := strings.Repeat("BEGIN:X\n", 200_000)
	if _, err := Read(strings.NewReader("BEGIN:VCALENDAR\n"+deep), day("2026-01-01"), day("2026-12-31")); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(calendar(vevent("UID:a", "SUMMARY:Kirppis", "DTSTART;TZID=Europe/Helsinki:20260901T093000", "DTEND;TZID=Europe/Helsinki:20260901T113000", "RRULE:FREQ=WEEKLY;BYDAY=TU"))))
	f.Add([]byte(calendar(vevent("UID:a", "RECURRENCE-ID:20260901T093000", "DTSTART;VALUE=DATE:20260901", "DURATION:P1DT2H", "RDATE:20260902,20260903", "EXDATE:20260904T000000Z"))))
	f.Add([]byte("BEGIN:VEVENT\nDTSTART;X=\"a:b\":20260901T0930\nSUMMARY:\xc4\xe4\\n\n  x\nEND"))
	f.Fuzz(func(t *testing.T, content []byte) {
		from, until := day("2026-08-01"), day("2026-12-31")
		r, err := Read(bytes.NewReader(content), from, until)
		if err != nil {
			var fault Fault
			if !errors.As(err, &fault) {
				t.Fatalf("an error without words: %v", err)
			}
			return
		}
		for _, e := range r.Events {
			if e.Date.Before(from) || e.Date.After(until) || !e.AllDay() && !e.From.Before(e.Until) || len([]rune(e.Title)) > maxTitle || strings.ContainsAny(e.Title, "\r\n") {
				t.Fatalf("%+v", e)
			}
		}
	})
}

// large is a calendar of 50,000 events, a tenth of which recur.
func large() []byte {
	var b bytes.Buffer
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
	for i := range 50_000 {
		fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:%d@example.fi\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Varaus %d\r\nDESCRIPTION:%s\r\n", i, i, "Sali on varattu")
		fmt.Fprintf(&b, "DTSTART;TZID=Europe/Helsinki:2026%02d%02dT%02d0000\r\nDURATION:PT1H\r\n", 1+i%12, 1+i%28, 8+i%12)
		if i%10 == 0 {
			b.WriteString("RRULE:FREQ=WEEKLY\r\n")
		}
		b.WriteString("END:VEVENT\r\n")
	}
	b.WriteString("END:VCALENDAR\r\n")
	return b.Bytes()
}

func BenchmarkReadFiftyThousandEvents(b *testing.B) {
	file := large()
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if r, err := Read(bytes.NewReader(file), day("2026-09-01"), day("2026-12-31")); err != nil || len(r.Events) < 15_000 {
			b.Fatalf("%d events: %v", len(r.Events), err)
		}
	}
}
