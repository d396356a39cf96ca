package words_test

import (
	"strings"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

func clock(hour, minute int) model.Clock {
	c, _ := model.NewClock(hour, minute)
	return c
}

func TestRecurrenceIsSaidAsPeopleSayIt(t *testing.T) {
	days := []model.Date{model.MustDate("2026-09-12"), model.MustDate("2026-10-10"), model.MustDate("2026-11-14")}
	for _, c := range []struct {
		r          model.Recurrence
		fi, sv, en string
	}{
		{
			model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Tuesday},
			"joka tiistai klo 17.30–19.00", "varje tisdag kl. 17.30–19.00", "every Tuesday 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.EveryNWeeks, Every: 2, Weekday: time.Wednesday},
			"joka toinen keskiviikko klo 17.30–19.00", "varannan onsdag kl. 17.30–19.00", "every other Wednesday 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.EveryNWeeks, Every: 3, Weekday: time.Sunday},
			"joka 3. sunnuntai klo 17.30–19.00", "var 3:e söndag kl. 17.30–19.00", "every 3 weeks on Sunday 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.OddWeeks, Weekday: time.Tuesday},
			"parittomien viikkojen tiistait klo 17.30–19.00", "tisdagar udda veckor kl. 17.30–19.00",
			"Tuesdays of odd weeks 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.EvenWeeks, Weekday: time.Saturday},
			"parillisten viikkojen lauantait klo 17.30–19.00", "lördagar jämna veckor kl. 17.30–19.00",
			"Saturdays of even weeks 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.Monthly, Nth: 1, Weekday: time.Thursday},
			"kuukauden ensimmäinen torstai klo 17.30–19.00", "första torsdagen i månaden kl. 17.30–19.00",
			"first Thursday of the month 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.Monthly, Nth: -1, Weekday: time.Friday},
			"kuukauden viimeinen perjantai klo 17.30–19.00", "sista fredagen i månaden kl. 17.30–19.00",
			"last Friday of the month 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.SingleDates, Dates: days},
			"3 yksittäistä päivää klo 17.30–19.00", "3 enskilda dagar kl. 17.30–19.00", "3 single days 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.SingleDates, Dates: days[:1]},
			"12.9.2026 klo 17.30–19.00", "12.9.2026 kl. 17.30–19.00", "12.9.2026 17:30–19:00",
		},
		{
			model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Monday, Dates: days, Without: days[:2]},
			"joka maanantai klo 17.30–19.00 ja 3 muuta päivää", "varje måndag kl. 17.30–19.00 och 3 andra dagar",
			"every Monday 17:30–19:00 and 3 other days",
		},
	} {
		for l, want := range map[model.Language]string{model.Finnish: c.fi, model.Swedish: c.sv, model.English: c.en} {
			if got := words.In(l).Recurrence(c.r, clock(17, 30), clock(19, 0)); got != want {
				t.Errorf("%s: %q, want %q", l, got, want)
			}
		}
	}
}

func TestRecurrenceWithoutTimesOrDays(t *testing.T) {
	in := words.In(model.Finnish)
	weekly := model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Tuesday}
	if got := in.Recurrence(weekly, model.Clock{}, model.Clock{}); got != "joka tiistai" {
		t.Errorf("without times: %q", got)
	}
	for _, r := range []model.Recurrence{
		{}, {Rhythm: model.SingleDates}, {Rhythm: model.Monthly}, {Rhythm: model.Monthly, Nth: 5}, {Rhythm: "lunar"},
	} {
		if got := in.Recurrence(r, clock(9, 0), clock(10, 0)); got != "" {
			t.Errorf("%+v gives no day, and %q is said", r, got)
		}
	}
}

// Every rhythm that the form offers has words of its own: no two say the same, and none shows a key.
func TestEveryRecurrenceHasItsOwnWords(t *testing.T) {
	for _, l := range model.Languages() {
		seen := map[string]model.Recurrence{}
		for _, weekday := range model.Weekdays() {
			all := []model.Recurrence{
				{Rhythm: model.EveryNWeeks, Every: 1},
				{Rhythm: model.EveryNWeeks, Every: 2},
				{Rhythm: model.EveryNWeeks, Every: 52},
				{Rhythm: model.OddWeeks},
				{Rhythm: model.EvenWeeks},
				{Rhythm: model.Monthly, Nth: 1},
				{Rhythm: model.Monthly, Nth: 2},
				{Rhythm: model.Monthly, Nth: 3},
				{Rhythm: model.Monthly, Nth: 4},
				{Rhythm: model.Monthly, Nth: -1},
			}
			for _, r := range all {
				r.Weekday = weekday
				got := words.In(l).Recurrence(r, clock(9, 0), clock(10, 0))
				if same, twice := seen[got]; got == "" || twice || strings.Contains(got, "recurrence.") {
					t.Errorf("%s: %+v is %q, as is %+v", l, r, got, same)
				}
				seen[got] = r
			}
		}
	}
}

func TestClosedSaysTheHolidayOrTheReason(t *testing.T) {
	closure := model.Closure{Reason: model.Text{Fi: "Syysloma"}}
	for _, c := range []struct {
		closed model.Closed
		l      model.Language
		want   string
	}{
		{model.Closed{Holiday: model.AllSaintsDay, Closure: closure}, model.Finnish, "pyhäinpäivä"},
		{model.Closed{Holiday: model.Epiphany}, model.Swedish, "trettondagen"},
		{model.Closed{Closure: closure}, model.Swedish, "Syysloma"}, // better in another language than not at all
		{model.Closed{}, model.English, ""},
	} {
		if got := words.In(c.l).Closed(c.closed); got != c.want {
			t.Errorf("%+v in %s: %q, want %q", c.closed, c.l, got, c.want)
		}
	}
}
