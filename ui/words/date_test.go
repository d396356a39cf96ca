package words_test

import (
	"errors"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

var sunday = model.MustDate("2026-11-22")

func TestDateIsWrittenTheSameInEveryLanguage(t *testing.T) {
	for _, l := range model.Languages() {
		if got := words.In(l).Date(model.MustDate("2026-03-04")); got != "4.3.2026" {
			t.Errorf("%s: %q", l, got)
		}
		if got := words.In(l).Date(model.Date{}); got != "" {
			t.Errorf("%s: no date is written %q", l, got)
		}
	}
}

func TestDateRange(t *testing.T) {
	for _, c := range [][3]string{
		{"2026-06-01", "2026-06-05", "1.–5.6.2026"},
		{"2026-02-28", "2026-03-03", "28.2.–3.3.2026"},
		{"2026-12-30", "2027-01-02", "30.12.2026–2.1.2027"},
		{"2026-06-01", "2027-06-05", "1.6.2026–5.6.2027"},
		{"2026-06-01", "2026-06-01", "1.6.2026"},
		{"2026-06-01", "", "1.6.2026–"},
		{"", "2026-06-01", "–1.6.2026"},
		{"", "", ""},
	} {
		if got := words.In(model.Finnish).DateRange(model.MustDate(c[0]), model.MustDate(c[1])); got != c[2] {
			t.Errorf("%s–%s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestDayWithItsWeekday(t *testing.T) {
	for l, want := range map[model.Language]string{
		model.Finnish: "su 22.11.2026", model.Swedish: "sö 22.11.2026", model.English: "Sun 22.11.2026",
	} {
		if got := words.In(l).WeekdayDate(sunday); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
		if got := words.In(l).WeekdayDate(model.Date{}); got != "" {
			t.Errorf("%s: no day is written %q", l, got)
		}
	}
}

func TestNamesOfDaysAndMonths(t *testing.T) {
	for l, want := range map[model.Language][3]string{
		model.Finnish: {"marraskuu", "tiistai", "ti"},
		model.Swedish: {"november", "tisdag", "ti"},
		model.English: {"November", "Tuesday", "Tue"},
	} {
		in := words.In(l)
		if got := [3]string{in.Month(time.November), in.Weekday(time.Tuesday), in.WeekdayShort(time.Tuesday)}; got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
		for d := range 7 {
			if _, err := words.ParseDate(in.WeekdayShort(time.Weekday(d)), sunday); err != nil {
				t.Errorf("%s: the short name of a weekday is not understood: %v", l, err)
			}
		}
	}
}

func TestParseDateUnderstandsWhatPeopleType(t *testing.T) {
	for typed, want := range map[string]string{
		"":              "",
		"  ":            "",
		"14.3.2026":     "2026-03-14",
		"14.03.2026.":   "2026-03-14",
		" 14. 3. 2026 ": "2026-03-14",
		"14 3 2026":     "2026-03-14",
		"14.3.":         "2026-03-14",
		"14.3":          "2026-03-14",
		"14,3":          "2026-03-14",
		"14.3.27":       "2027-03-14",
		"14.3.76":       "2076-03-14",
		"14.3.77":       "1977-03-14",
		"140326":        "2026-03-14",
		"14032026":      "2026-03-14",
		"1403":          "2026-03-14",
		"2026-03-14":    "2026-03-14",
		"2026-3-4":      "2026-03-04",
		"14/3/2026":     "2026-03-14",
		"14-3-2026":     "2026-03-14",
		"29.2.2028":     "2028-02-29",
		"su":            "2026-11-22", // today is a Sunday
		"ti":            "2026-11-24",
		"Ti.":           "2026-11-24",
		"tiistai":       "2026-11-24",
		"tisdag":        "2026-11-24",
		"Tuesday":       "2026-11-24",
		"la":            "2026-11-28",
		"lö":            "2026-11-28",
		"on":            "2026-11-25",
		"Huomenna":      "2026-11-23",
		"tänään":        "2026-11-22",
		"eilen":         "2026-11-21",
		"imorgon":       "2026-11-23",
		"i morgon":      "2026-11-23",
		"idag":          "2026-11-22",
		"igår":          "2026-11-21",
		"tomorrow":      "2026-11-23",
		"yesterday":     "2026-11-21",
		"+7":            "2026-11-29",
		"+ 7":           "2026-11-29",
		"-3":            "2026-11-19",
	} {
		got, err := words.ParseDate(typed, sunday)
		if err != nil || got.String() != want {
			t.Errorf("%q: %s, %v; want %s", typed, got, err, want)
		}
	}
}

func TestParseDateTellsAMissingDayFromNonsense(t *testing.T) {
	for typed, want := range map[string]string{
		"31.2.":      words.NoSuchDay,
		"29.2.2027":  words.NoSuchDay,
		"3.14.2026":  words.NoSuchDay,
		"0.0.0000":   words.NoSuchDay,
		"310226":     words.NoSuchDay,
		"2026-02-30": words.NoSuchDay,
		"kevät":      words.NotADate,
		"14":         words.NotADate,
		"14.":        words.NotADate,
		"14.3.202":   words.NotADate,
		"14.3.20266": words.NotADate,
		"14..3":      words.NotADate,
		"1 4.3.2026": words.NotADate,
		"maaliskuu":  words.NotADate,
		"+99999":     words.NotADate,
		"２０２６-０３-１４": words.NotADate,
	} {
		_, err := words.ParseDate(typed, sunday)
		var wrong *words.DateError
		if !errors.As(err, &wrong) || wrong.Code != want {
			t.Errorf("%q: %v, want %s", typed, err, want)
			continue
		}
		for _, l := range model.Languages() {
			if s := wrong.Say(words.In(l)); s == want {
				t.Errorf("%s: %s has no sentence", l, want)
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"14.3.2026", "14.3.", "140326", "ti", "+7", "2026-03-14", "31.2.", "huomenna", "0", "99.99.9999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		d, err := words.ParseDate(typed, sunday)
		if err != nil {
			if !d.IsZero() {
				t.Fatalf("%q: a date (%s) and an error", typed, d)
			}
			return
		}
		again, err := words.ParseDate(words.In(model.Finnish).Date(d), sunday)
		if err != nil || again != d {
			t.Fatalf("%q is %s, but what is shown of it is read as %s, %v", typed, d, again, err)
		}
	})
}
