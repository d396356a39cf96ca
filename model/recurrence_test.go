package model_test

import (
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

// walked is the oracle: it walks over every day and asks the calendar.
func walked(r model.Recurrence, from, until model.Date) []model.Date {
	var out []model.Date
	since := -1
	for day := from; !day.After(until); day = day.AddDays(1) {
		_, week := day.ISOWeek()
		hit := day.Weekday() == r.Weekday
		if hit && r.Rhythm == model.EveryNWeeks {
			since++
		}
		switch r.Rhythm {
		case model.EveryNWeeks:
			hit = hit && since%r.Every == 0
		case model.OddWeeks:
			hit = hit && week%2 == 1
		case model.EvenWeeks:
			hit = hit && week%2 == 0
		case model.Monthly:
			last := day.AddDays(7).Month() != day.Month()
			hit = hit && ((r.Nth == -1 && last) || (r.Nth > 0 && (day.Day()-1)/7+1 == r.Nth))
		default:
			hit = false
		}
		if (hit || slices.Contains(r.Dates, day)) && !slices.Contains(r.Without, day) {
			out = append(out, day)
		}
	}
	return out
}

func everyRecurrence() []model.Recurrence {
	var out []model.Recurrence
	for _, w := range model.Weekdays() {
		for _, n := range []int{1, 2, 3, 5, 52} {
			out = append(out, model.Recurrence{Rhythm: model.EveryNWeeks, Every: n, Weekday: w})
		}
		out = append(out, model.Recurrence{Rhythm: model.OddWeeks, Weekday: w}, model.Recurrence{Rhythm: model.EvenWeeks, Weekday: w})
		for _, n := range []int{1, 2, 3, 4, -1} {
			out = append(out, model.Recurrence{Rhythm: model.Monthly, Nth: n, Weekday: w})
		}
	}
	return out
}

func TestDaysInAgreesWithTheCalendar(t *testing.T) {
	for _, r := range everyRecurrence() {
		for _, span := range [][2]string{
			{"2026-08-31", "2026-12-11"}, {"2027-01-11", "2027-05-21"}, {"2026-12-21", "2027-01-17"}, // with week 53
			{"2024-02-01", "2024-03-31"}, {"2019-12-25", "2021-01-10"}, {"2026-11-22", "2026-11-22"},
		} {
			from, until := d(span[0]), d(span[1])
			r.Without = []model.Date{from.AddDays(14)}
			if got, want := r.DaysIn(from, until), walked(r, from, until); !slices.Equal(got, want) {
				t.Fatalf("%+v from %s until %s: %v, want %v", r, from, until, got, want)
			}
		}
	}
}

func TestRRULEIsReadBack(t *testing.T) {
	for _, r := range everyRecurrence() {
		back, err := model.ParseRRULE(r.RRULE())
		if err != nil || back.Rhythm != r.Rhythm || back.Weekday != r.Weekday || back.Every != r.Every || back.Nth != r.Nth {
			t.Errorf("%s came back as %+v, %v", r.RRULE(), back, err)
		}
	}
	if r := (model.Recurrence{Rhythm: model.EveryNWeeks, Every: 2, Weekday: time.Tuesday}); r.RRULE() != "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" {
		t.Errorf("got %s", r.RRULE())
	}
	for _, text := range []string{"FREQ=SECONDLY", "FREQ=WEEKLY", "rubbish", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"} {
		if r, err := model.ParseRRULE(text); err == nil {
			t.Errorf("%q was read as %+v", text, r)
		}
	}
}

func TestSingleDatesAndDatesBesideARule(t *testing.T) {
	r := model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{d("2026-10-10"), d("2026-09-12"), d("2027-01-01")}}
	if got := r.DaysIn(d("2026-08-31"), d("2026-12-11")); !slices.Equal(got, []model.Date{d("2026-09-12"), d("2026-10-10")}) {
		t.Errorf("got %v", got)
	}
	if got := r.DaysIn(d("2026-12-11"), d("2026-08-31")); got != nil {
		t.Errorf("a season that ends before it begins has no days: %v", got)
	}
}
