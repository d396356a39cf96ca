package words

import (
	"strconv"

	"kumppani/model"
)

// Recurrence says when something meets: "joka toinen keskiviikko klo 17.30–19.30", "tisdagar udda veckor kl.
// 9.00–11.30", "first Thursday of the month 10:00–12:00". Days that are left out are not told. A recurrence that gives
// no day yet, as in a form that is being filled in, is empty text.
func (in In) Recurrence(r model.Recurrence, from, until model.Clock) string {
	when := in.rhythm(r)
	if when == "" {
		return ""
	}
	if times := in.ClockRange(from, until); times != "" {
		when = in.T("recurrence.at", "when", when, "times", times)
	}
	if r.Rhythm != model.SingleDates && len(r.Dates) > 0 {
		when = in.N("recurrence.and_dates", len(r.Dates), "when", when)
	}
	return when
}

func (in In) rhythm(r model.Recurrence) string {
	day := in.Weekday(r.Weekday)
	days := func() string { return in.T("recurrence.days." + strconv.Itoa(int(r.Weekday))) }
	switch r.Rhythm {
	case model.EveryNWeeks:
		switch {
		case r.Every <= 1:
			return in.T("recurrence.every_week", "day", day)
		case r.Every == 2:
			return in.T("recurrence.every_other_week", "day", day)
		default:
			return in.T("recurrence.every_n_weeks", "n", r.Every, "day", day)
		}
	case model.OddWeeks:
		return in.T("recurrence.odd_weeks", "days", days())
	case model.EvenWeeks:
		return in.T("recurrence.even_weeks", "days", days())
	case model.Monthly:
		return in.monthly(r.Nth, day)
	case model.SingleDates:
		return in.singleDates(r.Dates)
	default:
		return ""
	}
}

func (in In) monthly(nth int, day string) string {
	which := strconv.Itoa(nth)
	if nth == -1 {
		which = "last"
	} else if nth < 1 || nth > 4 {
		return ""
	}
	return in.T("recurrence.monthly", "nth", in.T("recurrence.nth."+which), "day", day)
}

func (in In) singleDates(days []model.Date) string {
	switch len(days) {
	case 0:
		return ""
	case 1:
		return in.Date(days[0])
	default:
		return in.N("recurrence.dates", len(days))
	}
}

// Closed says why a day is closed: the name of the holiday, or the reason of the closure.
func (in In) Closed(c model.Closed) string {
	if c.Holiday != "" {
		return Code(in, "holiday", c.Holiday)
	}
	return c.Closure.Reason.Best(model.Language(in))
}
