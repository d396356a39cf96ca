package model

import (
	"fmt"
	"time"
)

// Clock is a time of day on the wall clock, to the minute, with no date and no zone. The zero Clock means "no time
// known"; midnight is a time. Clocks compare with ==.
type Clock struct{ minute int16 } // minutes since midnight, plus one

// NewClock returns the time of an hour (0–23) and minute (0–59), and false for any other.
func NewClock(hour, minute int) (Clock, bool) {
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return Clock{}, false
	}
	return Clock{int16(60*hour+minute) + 1}, true
}

// ParseClock reads ISO 8601 time of day to the minute (09:30). Empty text is the zero Clock.
func ParseClock(s string) (Clock, error) {
	if s == "" {
		return Clock{}, nil
	}
	t, err := time.Parse("15:04", s)
	if err != nil {
		return Clock{}, fmt.Errorf("%q is not a time of the form 09:30", s)
	}
	c, _ := NewClock(t.Hour(), t.Minute())
	return c, nil
}

// IsZero reports whether no time is known.
func (c Clock) IsZero() bool { return c == Clock{} }

// Hour returns the hour, 0–23; 0 for the zero Clock.
func (c Clock) Hour() int { return int(max(c.minute-1, 0)) / 60 }

// Minute returns the minute of the hour, 0–59; 0 for the zero Clock.
func (c Clock) Minute() int { return int(max(c.minute-1, 0)) % 60 }

// String returns the time as ISO 8601 text, 09:30; empty for the zero Clock.
func (c Clock) String() string {
	if c.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c.Hour(), c.Minute())
}

// Before reports whether c is earlier in the day than other; a time that is not known is earlier than none.
func (c Clock) Before(other Clock) bool {
	return !c.IsZero() && !other.IsZero() && c.minute < other.minute
}

// MinutesUntil returns how many minutes other is after c (negative when it is before).
func (c Clock) MinutesUntil(other Clock) int { return int(other.minute - c.minute) }
