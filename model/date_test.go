package model_test

import (
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

func TestDatesThatDoNotExist(t *testing.T) {
	for _, s := range []string{"2026-02-31", "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "x", "0000-01-01"} {
		if got, err := model.ParseDate(s); err == nil {
			t.Errorf("%q was read as %s", s, got)
		}
	}
	if _, ok := model.NewDate(2026, time.February, 31); ok {
		t.Error("31.2.2026 is no day")
	}
	if got, ok := model.NewDate(2028, time.February, 29); !ok || got.String() != "2028-02-29" {
		t.Errorf("leap day: %s", got)
	}
}

func TestAddMonthsKeepsToTheMonth(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2027-12-31", -3, "2027-09-30"},
		{"2027-03-31", -1, "2027-02-28"},
		{"2028-03-31", -1, "2028-02-29"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2026-11-22", 12, "2027-11-22"},
		{"2028-02-29", 12, "2029-02-28"},
		{"", 3, ""},
	} {
		if got := d(c.from).AddMonths(c.n); got.String() != c.want {
			t.Errorf("%s %+d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestDaysAreCountedAcrossDSTNights(t *testing.T) {
	if n := d("2026-10-24").DaysUntil(d("2026-10-26")); n != 2 {
		t.Errorf("%d days over the end of summer time", n)
	}
	if got := d("2026-10-24").AddDays(2); got != d("2026-10-26") {
		t.Errorf("two days later: %s", got)
	}
	if year, week := d("2027-01-01").ISOWeek(); year != 2026 || week != 53 {
		t.Errorf("1.1.2027 lies in week %d of %d", week, year)
	}
}

func TestDateIsCivil(t *testing.T) {
	helsinki := time.FixedZone("EET", 2*3600)
	if got := model.DateOf(time.Date(2026, 11, 22, 0, 30, 0, 0, helsinki)); got != d("2026-11-22") {
		t.Errorf("half past midnight in Finland: %s", got)
	}
}

func TestFinnishOrder(t *testing.T) {
	names := []string{
		"Aalto", "Čáhppe", "Đorvi", "Halla-aho", "Halla Beda", "Ŋorgu", "Ŧuomas", "Šalva", "Zetterberg", "Åberg", "Ähtäri", "Öster",
	}
	want := []string{
		"Aalto", "Čáhppe", "Đorvi", "Halla-aho", "Halla Beda", "Ŋorgu", "Šalva", "Ŧuomas", "Zetterberg", "Åberg", "Ähtäri", "Öster",
	}
	slices.SortFunc(names, func(a, b string) int {
		return compare(model.SortKey(a), model.SortKey(b))
	})
	if !slices.Equal(names, want) {
		t.Errorf("order %q", names)
	}
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func TestFoldFindsWithoutDiacritics(t *testing.T) {
	for s, want := range map[string]string{
		"Ähtäri": "ahtari", "ÖSTER": "oster", "Đorvi Ŋ Ŧ č": "dorvi n t c", " Perhe ": "perhe", "Strandnäs": "strandnas",
	} {
		if got := model.Fold(s); got != want {
			t.Errorf("%q folds to %q, want %q", s, got, want)
		}
	}
}

func TestSegments(t *testing.T) {
	got := model.Segments("Voimassa {{alkaa}}–{{ Paattyy }}. {{outo}} {ei} {{ }}")
	want := []model.Segment{
		{Text: "Voimassa "},
		{Placeholder: model.PlaceFrom},
		{Text: "–"},
		{Placeholder: model.PlaceUntil},
		{Text: ". "},
		{Placeholder: "outo"},
		{Text: " {ei} {{ }}"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func FuzzSegments(f *testing.F) {
	f.Add("a {{alue}} b")
	f.Add("{{{{x}}}}")
	f.Fuzz(func(t *testing.T, s string) {
		for _, x := range model.Segments(s) {
			if (x.Text == "") == (x.Placeholder == "") {
				t.Errorf("a segment is text or a placeholder: %+v", x)
			}
		}
	})
}
