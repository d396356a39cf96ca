package model

// Monday is the first day of the ISO 8601 week that the day belongs to.
func (d Date) Monday() Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// SameWeek is the same day of the same ISO 8601 week so many years later, or earlier when negative; week 53 becomes week
// 52 of a year without one.
func (d Date) SameWeek(years int) Date {
	year, week := d.ISOWeek()
	monday := isoMonday(year+years, week)
	if y, _ := monday.ISOWeek(); y != year+years {
		monday = monday.AddDays(-7)
	}
	return monday.AddDays((int(d.Weekday()) + 6) % 7)
}

// isoMonday is the first day of an ISO week: week 1 has 4 January.
func isoMonday(year, week int) Date {
	return Date{year: int16(year), month: 1, day: 4}.Monday().AddDays(7 * (week - 1))
}
