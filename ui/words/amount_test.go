package words_test

import (
	"math"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int64][2]string{
		0:          {"0", "0"},
		5:          {"0,05", "0.05"},
		-5:         {"-0,05", "-0.05"},
		100:        {"1", "1"},
		99950:      {"999,50", "999.50"},
		123450:     {"1\u00a0234,50", "1,234.50"},
		-123456700: {"-1\u00a0234\u00a0567", "-1,234,567"},
	} {
		for i, l := range []model.Language{model.Finnish, model.English} {
			if got := words.In(l).Number(n); got != want[i] {
				t.Errorf("%s %d: %q, want %q", l, n, got, want[i])
			}
		}
		if fi, sv := words.In(model.Finnish).Number(n), words.In(model.Swedish).Number(n); fi != sv {
			t.Errorf("%d: %q in Finnish but %q in Swedish", n, fi, sv)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for typed, want := range map[string]int64{
		"0": 0, "7": 700, "7,5": 750, "7.5": 750, "7,05": 705, "1234,50": 123450, "1 234,50": 123450,
		"1\u00a0234,50": 123450, "1,234.50": 123450, "1.234,50": 123450, "1,234": 123400, "1.234": 123400,
		"1 000 000": 100000000, "-12": -1200, "\u221212": -1200, "150 €": 15000, "€150": 15000, "150,00 e": 15000, "12,": 1200,
	} {
		if got, err := words.ParseNumber(typed); err != nil || got != want {
			t.Errorf("%q: %d, %v; want %d", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "x", "1,2345", "0,125", "12 34", "1,23,4", "--1", "1e5", "99999999999999999999", ",5"} {
		if got, err := words.ParseNumber(typed); err == nil {
			t.Errorf("%q was read as %d", typed, got)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, n := range []int64{0, 1, -1, 100, 123450, math.MaxInt64, math.MinInt64} {
		f.Add(n, "1 234,50")
	}
	f.Fuzz(func(t *testing.T, n int64, typed string) {
		if _, err := words.ParseNumber(typed); err != nil && err != words.ErrNotANumber {
			t.Fatal(err)
		}
		if n > math.MaxInt64/100*99 || n < math.MinInt64/100*99 {
			return // larger than anything that is counted in a family centre, and refused when typed
		}
		for _, l := range model.Languages() {
			if got, err := words.ParseNumber(words.In(l).Number(n)); err != nil || got != n {
				t.Fatalf("%s %d: shown as %q, read as %d, %v", l, n, words.In(l).Number(n), got, err)
			}
		}
	})
}

func TestList(t *testing.T) {
	for l, want := range map[model.Language]string{model.Finnish: "A, B ja C", model.Swedish: "A, B och C", model.English: "A, B and C"} {
		if got := words.In(l).List([]string{"A", "B", "C"}); got != want {
			t.Errorf("%s: %q", l, got)
		}
		if got := words.In(l).List([]string{"A"}) + words.In(l).List(nil); got != "A" {
			t.Errorf("%s: %q", l, got)
		}
	}
}

func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		amount model.Amount
		unit   string
		per    model.Per
		want   string
	}{
		{model.AmountOf(450000), "€", model.PerYear, "4\u00a0500\u00a0€ vuodessa"},
		{model.AmountOf(50), "htv", "", "0,5\u00a0htv"},
		{model.AmountOf(600), "", "", "6"},
		{model.AmountOf(0), " € ", model.PerYear, "maksutta"},
		{model.AmountOf(0), "h", model.PerWeek, "0\u00a0h viikossa"},
		{model.Amount{}, "€", model.PerYear, ""},
	} {
		if got := words.In("fi").Quantity(c.amount, c.unit, c.per); got != c.want {
			t.Errorf("%v %q %q: %q, want %q", c.amount, c.unit, c.per, got, c.want)
		}
	}
}
