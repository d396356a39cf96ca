package model

import (
	"fmt"
	"time"
)

// Date is a civil date: a day in the calendar, with no clock and no zone. The zero Date means "no date known".
// Dates compare with ==.
type Date struct {
	year  int16
	month uint8
	day   uint8
}

const isoDate = "2006-01-02"

// FirstYear and LastYear bound the years a Date can have; anything outside is a slip of the keyboard.
const (
	FirstYear = 1000
	LastYear  = 9999
)

// NewDate returns the date of a year, month (1–12) and day, and false when the calendar has no such day (31.2.) or the
// year lies outside FirstYear–LastYear.
func NewDate(year int, month time.Month, day int) (Date, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < FirstYear || year > LastYear || t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, false
	}
	return dateOf(t), true
}

// DateOf returns the civil date that the clock of t shows in t's own zone.
func DateOf(t time.Time) Date { return dateOf(t) }

// dateOf gives no date for a year that a Date cannot hold, rather than a wrapped one.
func dateOf(t time.Time) Date {
	if t.Year() < FirstYear || t.Year() > LastYear {
		return Date{}
	}
	return Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day())}
}

// ParseDate reads an ISO 8601 calendar date (2026-11-22). Empty text is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(isoDate, s)
	if err != nil || t.Year() < FirstYear {
		return Date{}, fmt.Errorf("%q is not a date of the form 2026-11-22", s)
	}
	return dateOf(t), nil
}

// MustDate is ParseDate for dates written in the program itself; it panics on anything else.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// Year, Month and Day return the parts of the date; all are 0 for the zero Date.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, 1–12.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, 1–31.
func (d Date) Day() int { return int(d.day) }

// Weekday returns the day of the week. It has no meaning for the zero Date.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// ISOWeek returns the ISO 8601 year and week (1–53) in which the date lies.
func (d Date) ISOWeek() (year, week int) { return d.time().ISOWeek() }

// String returns the date as ISO 8601 text, empty for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// AddDays returns the date n days later (earlier if n is negative). The zero Date stays zero, and so does a result
// outside the calendar's years.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return dateOf(d.time().AddDate(0, 0, n))
}

// AddMonths returns the same day n calendar months later (earlier if n is negative), or the last day of that month when
// it is shorter: one month before 31.3. is 28.2. (or 29.2.), as periods in months are counted in Finnish law (Act on
// the Calculation of Periods Prescribed by Law 150/1930, section 3). The zero Date stays zero.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return dateOf(first.AddDate(0, 0, min(d.Day(), last)-1))
}

// Compare orders dates: negative when d is before other, positive when after. The zero Date is before every other.
func (d Date) Compare(other Date) int {
	key := func(d Date) int { return int(d.year)<<16 | int(d.month)<<8 | int(d.day) }
	return key(d) - key(other)
}

// Before reports whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After reports whether d is a later day than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// DaysUntil returns how many days other is after d (negative when it is before).
func (d Date) DaysUntil(other Date) int {
	return int(other.time().Sub(d.time()) / (24 * time.Hour)) // both are midnight UTC: there is no DST night between
}

// MarshalText writes the date as ISO 8601 text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	read, err := ParseDate(string(b))
	*d = read
	return err
}

func (d Date) time() time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}
