package model

import (
	"fmt"
	"time"
)

// DayPart is a part of the day in which a leader may be free.
type DayPart string

// The parts of a day.
const (
	Morning   DayPart = "morning"
	Afternoon DayPart = "afternoon"
	Evening   DayPart = "evening"
)

// DayParts lists them in order.
func DayParts() []DayPart { return []DayPart{Morning, Afternoon, Evening} }

// PartOf is the part of the day in which something begins.
func PartOf(c Clock) DayPart {
	switch {
	case c.Hour() < 12:
		return Morning
	case c.Hour() < 17:
		return Afternoon
	default:
		return Evening
	}
}

// Weekdays lists the days of the week from Monday, as ISO 8601 does.
func Weekdays() []time.Weekday {
	return []time.Weekday{
		time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
	}
}

// Availability is when a leader can usually come: a set of weekday and part of day. The zero Availability means that
// nothing has been said, not that the leader never can.
type Availability uint32

func slot(day time.Weekday, part DayPart) Availability {
	for i, p := range DayParts() {
		if p == part {
			return 1 << ((int(day)+6)%7*len(DayParts()) + i)
		}
	}
	return 0
}

// Said reports whether anything is known of when the leader can come.
func (a Availability) Said() bool { return a != 0 }

// Free reports whether the leader can usually come then.
func (a Availability) Free(day time.Weekday, part DayPart) bool { return a&slot(day, part) != 0 }

// With returns the availability with that time added or taken away.
func (a Availability) With(day time.Weekday, part DayPart, free bool) Availability {
	if free {
		return a | slot(day, part)
	}
	return a &^ slot(day, part)
}

// SlotCode is the stable code of a time: "tue_morning".
func SlotCode(day time.Weekday, part DayPart) string {
	return [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}[day] + "_" + string(part)
}

// Codes lists the codes of the times in the set, Monday morning first.
func (a Availability) Codes() []string {
	var out []string
	for _, d := range Weekdays() {
		for _, p := range DayParts() {
			if a.Free(d, p) {
				out = append(out, SlotCode(d, p))
			}
		}
	}
	return out
}

// AvailabilityOf makes the set of codes; a code that is none is an error.
func AvailabilityOf(codes []string) (Availability, error) {
	var a Availability
next:
	for _, c := range codes {
		for _, d := range Weekdays() {
			for _, p := range DayParts() {
				if SlotCode(d, p) == c {
					a = a.With(d, p, true)
					continue next
				}
			}
		}
		return 0, fmt.Errorf("%q is not a weekday and part of day", c)
	}
	return a, nil
}
