package model

import (
	"fmt"
	"slices"
	"time"

	"github.com/teambition/rrule-go"
)

// Rhythm is how often a group meets.
type Rhythm string

// The rhythms.
const (
	EveryNWeeks Rhythm = "weeks"   // every week, every second …, counted from the first day of the season
	OddWeeks    Rhythm = "odd"     // in the odd weeks of ISO 8601
	EvenWeeks   Rhythm = "even"    // in the even weeks
	Monthly     Rhythm = "monthly" // on the nth weekday of the month
	SingleDates Rhythm = "dates"
)

// Rhythms lists them in the order in which they are offered.
func Rhythms() []Rhythm { return []Rhythm{EveryNWeeks, OddWeeks, EvenWeeks, Monthly, SingleDates} }

// Recurrence says on which days a group meets. It is kept as a recurrence rule of RFC 5545 (section 3.3.10) with its
// EXDATEs and RDATEs; the clock is not part of it.
type Recurrence struct {
	Rhythm  Rhythm
	Weekday time.Weekday
	Every   int    // weeks, 1–52, with EveryNWeeks
	Nth     int    // 1–4, or −1 for the last, with Monthly
	Dates   []Date // RDATE: single days, with SingleDates or beside a rule
	Without []Date // EXDATE: days left out
}

// maxDays is how many days a recurrence gives at most for one season: a slip must not fill the file.
const maxDays = 1000

// option is the rule for the library, false for single dates.
func (r Recurrence) option() (rrule.ROption, bool) {
	weekday := [...]rrule.Weekday{rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA}[(r.Weekday%7+7)%7]
	weeks := func(first int) []int {
		var out []int
		for w := first; w <= 53; w += 2 {
			out = append(out, w)
		}
		return out
	}
	switch r.Rhythm {
	case EveryNWeeks:
		return rrule.ROption{Freq: rrule.WEEKLY, Interval: max(r.Every, 1), Byweekday: []rrule.Weekday{weekday}}, true
	case OddWeeks:
		return rrule.ROption{Freq: rrule.YEARLY, Byweekno: weeks(1), Byweekday: []rrule.Weekday{weekday}}, true
	case EvenWeeks:
		return rrule.ROption{Freq: rrule.YEARLY, Byweekno: weeks(2), Byweekday: []rrule.Weekday{weekday}}, true
	case Monthly:
		return rrule.ROption{Freq: rrule.MONTHLY, Byweekday: []rrule.Weekday{weekday.Nth(r.Nth)}}, true
	default:
		return rrule.ROption{}, false
	}
}

// RRULE writes the rule as RFC 5545 does: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU. Single dates have none.
func (r Recurrence) RRULE() string {
	o, has := r.option()
	if !has {
		return ""
	}
	return o.RRuleString()
}

// ParseRRULE reads what RRULE wrote. A rule that the form does not offer is an error.
func ParseRRULE(text string) (Recurrence, error) {
	if text == "" {
		return Recurrence{Rhythm: SingleDates}, nil
	}
	for _, weekday := range Weekdays() {
		for _, r := range []Recurrence{
			{Rhythm: OddWeeks, Weekday: weekday},
			{Rhythm: EvenWeeks, Weekday: weekday},
			{Rhythm: Monthly, Weekday: weekday, Nth: 1},
			{Rhythm: Monthly, Weekday: weekday, Nth: 2},
			{Rhythm: Monthly, Weekday: weekday, Nth: 3},
			{Rhythm: Monthly, Weekday: weekday, Nth: 4},
			{Rhythm: Monthly, Weekday: weekday, Nth: -1},
		} {
			if r.RRULE() == text {
				return r, nil
			}
		}
	}
	o, err := rrule.StrToROption(text)
	if err != nil {
		return Recurrence{}, fmt.Errorf("recurrence rule %q: %w", text, err)
	}
	if o.Freq == rrule.WEEKLY && len(o.Byweekday) == 1 {
		r := Recurrence{Rhythm: EveryNWeeks, Every: max(o.Interval, 1), Weekday: time.Weekday((o.Byweekday[0].Day() + 1) % 7)}
		if r.RRULE() == text {
			return r, nil
		}
	}
	return Recurrence{}, fmt.Errorf("recurrence rule %q: not one that is offered", text)
}

// DaysIn lists the days from a day to another, both included, in order. A rhythm of several weeks begins on the first
// such weekday of the range, and goes on over days that are left out.
func (r Recurrence) DaysIn(from, until Date) []Date {
	var out []Date
	if from.IsZero() || until.IsZero() || until.Before(from) {
		return nil
	}
	if o, has := r.option(); has {
		first := from
		if r.Rhythm == EveryNWeeks {
			first = from.AddDays((int(r.Weekday) - int(from.Weekday()) + 7) % 7)
		}
		o.Dtstart, o.Until, o.Count = first.time(), until.time(), 0
		if rule, err := rrule.NewRRule(o); err == nil {
			for _, t := range rule.Between(from.time(), until.time(), true) {
				if out = append(out, DateOf(t)); len(out) == maxDays {
					break
				}
			}
		}
	}
	for _, x := range r.Dates {
		if !x.Before(from) && !x.After(until) && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	out = slices.DeleteFunc(out, func(x Date) bool { return slices.Contains(r.Without, x) })
	slices.SortFunc(out, Date.Compare)
	return out
}
