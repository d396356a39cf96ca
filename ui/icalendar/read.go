package icalendar

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"kumppani/model"
)

// The bounds of what is read: what a calendar of a place never reaches, and a broken or foreign file must not pass.
const (
	MaxFile   = 50 << 20 // bytes
	maxEvents = 200_000  // times, on all days together
)

// Reason is why something in a file was left out.
type Reason string

// The reasons. Each is said by "icalendar.left.<reason>".
const (
	LeftLine      Reason = "line"      // a line that is not one of a calendar
	LeftComponent Reason = "component" // a task, a note or something else that is not an event
	LeftStart     Reason = "start"     // an event without a beginning, or with one that cannot be read
	LeftLength    Reason = "length"    // an event that ends when it begins, or before
	LeftRule      Reason = "rule"      // an event whose recurrence cannot be understood
	LeftFree      Reason = "free"      // an event that does not take its time (TRANSP:TRANSPARENT)
	LeftCancelled Reason = "cancelled"
	LeftOutside   Reason = "outside" // an event that is not on the days that were asked for
	LeftTimes     Reason = "times"   // an event that recurs more often than is read
)

// Reasons lists them in the order in which they are told.
func Reasons() []Reason {
	return []Reason{
		LeftOutside, LeftFree, LeftCancelled, LeftComponent, LeftStart, LeftLength, LeftRule, LeftTimes, LeftLine,
	}
}

// Result is what was read from a file.
type Result struct {
	Name   string               // of the calendar; empty when the file does not say it
	Events []model.PartnerEvent // without their calendar and place, by day and time
	Left   map[Reason]int       // how many events, or lines, were left out
	Zones  []string             // time zones that are not known: their times were taken as Finnish ones
}

// Fault is why nothing of a file could be read. Its sentence is "icalendar.fault.<fault>".
type Fault string

// The faults.
const (
	FaultEmpty      Fault = "empty"
	FaultForeign    Fault = "foreign"    // not an iCalendar file
	FaultLarge      Fault = "large"      // over MaxFile
	FaultMany       Fault = "many"       // too many events
	FaultUnreadable Fault = "unreadable" // the file vanished, or the disk failed
)

// Error gives the text for the log, in English.
func (f Fault) Error() string { return "read iCalendar file: " + string(f) }

// Read reads the events of an iCalendar file from a day to another, both included, as times of the day in Finland. What
// is broken is left out and counted. An error is or wraps a Fault.
func Read(r io.Reader, from, until model.Date) (Result, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	switch {
	case err != nil:
		return Result{}, fmt.Errorf("%w: %w", FaultUnreadable, err)
	case len(content) > MaxFile:
		return Result{}, FaultLarge
	}
	if content = decoded(content); len(content) == 0 {
		return Result{}, FaultEmpty
	}
	file := parse(content)
	if !file.calendar {
		return Result{}, FaultForeign
	}
	x := expansion{from: from, until: until, file: file, result: Result{Name: file.name, Left: file.left}}
	if err := x.all(); err != nil {
		return Result{}, err
	}
	x.result.Zones = file.zones.missing()
	x.result.Events = tidy(x.result.Events)
	return x.result, nil
}

// tidy orders events by day and time, and takes those once that are in the file twice.
func tidy(events []model.PartnerEvent) []model.PartnerEvent {
	slices.SortFunc(events, func(a, b model.PartnerEvent) int {
		return cmp.Or(
			a.Date.Compare(b.Date), -a.From.MinutesUntil(b.From), -a.Until.MinutesUntil(b.Until), cmp.Compare(a.Title, b.Title),
		)
	})
	return slices.Compact(events)
}
