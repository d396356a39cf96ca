package model

import "time"

// Holiday is a day on which nothing is held unless the coordinator says so.
type Holiday string

// The public holidays of Finland, and the eves on which little is open. The movable ones follow Easter; Midsummer Day and
// All Saints' Day are Saturdays (Church Act 652/2023; Act on the First of May 272/1944; Act on Independence Day 388/1937).
const (
	NewYearsDay     Holiday = "new_year"
	Epiphany        Holiday = "epiphany"
	GoodFriday      Holiday = "good_friday"
	EasterSunday    Holiday = "easter_sunday"
	EasterMonday    Holiday = "easter_monday"
	MayDay          Holiday = "may_day"
	AscensionDay    Holiday = "ascension"
	WhitSunday      Holiday = "whit_sunday"
	MidsummerEve    Holiday = "midsummer_eve"
	MidsummerDay    Holiday = "midsummer_day"
	AllSaintsDay    Holiday = "all_saints"
	IndependenceDay Holiday = "independence_day"
	ChristmasEve    Holiday = "christmas_eve"
	ChristmasDay    Holiday = "christmas_day"
	BoxingDay       Holiday = "boxing_day"
)

// Eve reports whether the day is an eve, which is not a public holiday.
func (h Holiday) Eve() bool { return h == MidsummerEve || h == ChristmasEve }

// HolidayOn returns the holiday of the day, and false when it is none. Easter Saturday and New Year's Eve are ordinary
// days.
func HolidayOn(d Date) (Holiday, bool) {
	switch [2]int{int(d.Month()), d.Day()} {
	case [2]int{1, 1}:
		return NewYearsDay, true
	case [2]int{1, 6}:
		return Epiphany, true
	case [2]int{5, 1}:
		return MayDay, true
	case [2]int{12, 6}:
		return IndependenceDay, true
	case [2]int{12, 24}:
		return ChristmasEve, true
	case [2]int{12, 25}:
		return ChristmasDay, true
	case [2]int{12, 26}:
		return BoxingDay, true
	}
	switch easter(d.Year()).DaysUntil(d) {
	case -2:
		return GoodFriday, true
	case 0:
		return EasterSunday, true
	case 1:
		return EasterMonday, true
	case 39:
		return AscensionDay, true
	case 49:
		return WhitSunday, true
	}
	midsummer := firstSaturday(d.Year(), time.June, 20)
	switch d {
	case midsummer:
		return MidsummerDay, true
	case midsummer.AddDays(-1):
		return MidsummerEve, true
	case firstSaturday(d.Year(), time.October, 31):
		return AllSaintsDay, true
	}
	return "", false
}

// firstSaturday is the first Saturday on or after a day.
func firstSaturday(year int, month time.Month, day int) Date {
	d, _ := NewDate(year, month, day)
	return d.AddDays((int(time.Saturday) - int(d.Weekday()) + 7) % 7)
}

// easter is Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.
func easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	day, _ := NewDate(year, time.Month(n/31), n%31+1)
	return day
}
