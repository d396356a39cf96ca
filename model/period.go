package model

import "time"

// Period is a range of days, both included.
type Period struct{ From, Until Date }

// YearPeriod is the calendar year, of FirstYear–LastYear; of any other year the zero Period.
func YearPeriod(year int) Period {
	first, _ := NewDate(year, time.January, 1)
	last, _ := NewDate(year, time.December, 31)
	return Period{first, last}
}

// Covers reports whether the day belongs to the period.
func (p Period) Covers(day Date) bool { return !day.Before(p.From) && !day.After(p.Until) }

// YearBefore is the same period a year before.
func (p Period) YearBefore() Period {
	before := Period{p.From.AddMonths(-12), p.Until.AddMonths(-12)}
	if p.Until.AddDays(1).Day() == 1 { // the last day of a month stays one, on 28 or 29 February too
		before.Until = p.Until.AddDays(1).AddMonths(-12).AddDays(-1)
	}
	return before
}

// WholeYear is the year of a period that is a calendar year, 0 of any other.
func (p Period) WholeYear() int {
	if year := p.From.Year(); p == YearPeriod(year) {
		return year
	}
	return 0
}

// reportMonths is how many months of a year people still work on the reports of the year before.
const reportMonths = 3

// ReportYear is the year that reports are of until somebody chooses: that of the day or, until the end of March, the one that
// ended.
func ReportYear(day Date) int {
	if day.Month() <= reportMonths {
		return day.Year() - 1
	}
	return day.Year()
}
