package icalendar

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"kumppani/model"
)

// product names the program that wrote the file (PRODID).
const product = "-//Kumppani//Kumppani//FI"

// The forms of time in a file, RFC 5545, section 3.3.5.
const (
	wallForm = "20060102T150405"
	utcForm  = wallForm + "Z"
)

// Feed is sessions that are to be written as an iCalendar file. The same feed gives the same bytes.
type Feed struct {
	Name     string // of the calendar, as programs show it
	Language model.Language
	Sessions []model.Session // in any order
	Seasons  []model.Season  // those of the sessions, from whose first day rhythms of several weeks are counted
	Groups   model.GroupDirectory
	Places   model.PlaceDirectory
	Leaders  model.LeaderDirectory
	// Internal is a calendar for those who do the work: it tells who leads, and why a session was cancelled, which can
	// tell of a person.
	Internal bool
	// Stamp is when the file is made. A later one replaces what a calendar program has of the same sessions.
	Stamp time.Time
}

// Bytes writes the file: one event for the sessions of a group in a season, with an event of its own for each session that
// differs from the others. An error can come only from a field that no calendar can hold.
func (f Feed) Bytes() ([]byte, error) {
	c := ics.NewCalendarFor("Kumppani")
	c.SetProductId(product)
	c.SetCalscale("GREGORIAN")
	c.SetMethod(ics.MethodPublish)
	c.SetName(clean(f.Name))
	c.SetXWRTimezone(zoneName)
	addZone(c)
	all, alone := f.series()
	for _, s := range all {
		f.addSeries(c, s)
	}
	for _, s := range alone {
		c.AddVEvent(f.event(string(s.ID)+"@kumppani", s))
	}
	var out bytes.Buffer
	if err := c.SerializeTo(&out, ics.WithNewLineWindows); err != nil {
		return nil, fmt.Errorf("write calendar: %w", err)
	}
	return out.Bytes(), nil
}

// addZone writes the rules of daylight saving time in Finland: the last Sundays of March and October, at 1 o'clock UTC
// (directive 2000/84/EC; so since 1996).
func addZone(c *ics.Calendar) {
	zone := c.AddTimezone(zoneName)
	zone.AddProperty("X-LIC-LOCATION", zoneName)
	summer := &ics.Daylight{}
	summer.AddProperty(ics.ComponentPropertyDtStart, "19960331T030000")
	summer.AddProperty(ics.ComponentPropertyRrule, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
	summer.AddProperty("TZOFFSETFROM", "+0200")
	summer.AddProperty("TZOFFSETTO", "+0300")
	summer.AddProperty("TZNAME", "EEST")
	winter := ics.NewStandard()
	winter.AddProperty(ics.ComponentPropertyDtStart, "19961027T040000")
	winter.AddProperty(ics.ComponentPropertyRrule, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
	winter.AddProperty("TZOFFSETFROM", "+0300")
	winter.AddProperty("TZOFFSETTO", "+0200")
	winter.AddProperty("TZNAME", "EET")
	zone.Components = append(zone.Components, summer, winter)
}

// addSeries writes the event of a series, and those that differ from it.
func (f Feed) addSeries(c *ics.Calendar, s series) {
	if s.rule == "" {
		c.AddVEvent(f.event(s.uid, s.sessions[0]))
		return
	}
	e := f.event(s.uid, s.usual)
	last := s.sessions[len(s.sessions)-1].SlotOn
	// The end of the last day, not its session: some programs count the offset of the first day to the end of the rule.
	e.AddProperty(ics.ComponentPropertyRrule, s.rule+";UNTIL="+wall(last, lastMinute).UTC().Format(utcForm))
	if len(s.without) > 0 {
		times := make([]string, len(s.without))
		for i, day := range s.without {
			times[i] = wall(day, s.usual.From).Format(wallForm)
		}
		e.AddProperty(ics.ComponentPropertyExdate, strings.Join(times, ","), ics.WithTZID(zoneName))
	}
	c.AddVEvent(e)
	for _, x := range s.sessions {
		if s.differs(f, x) {
			other := f.event(s.uid, x)
			setTime(other, ics.ComponentPropertyRecurrenceId, x.SlotOn, s.usual.From)
			c.AddVEvent(other)
		}
	}
}

// event writes what there is to say of a session. All events of a series have the same SEQUENCE, because programs leave
// out a changed session whose number is lower than that of its series.
func (f Feed) event(uid string, s model.Session) *ics.VEvent {
	e := ics.NewEvent(uid)
	stamp := f.Stamp.UTC().Format(utcForm)
	e.AddProperty(ics.ComponentPropertyDtstamp, stamp)
	e.AddProperty(ics.ComponentPropertyLastModified, stamp)
	e.AddProperty(ics.ComponentPropertySequence, strconv.FormatInt(f.sequence(), 10))
	setTime(e, ics.ComponentPropertyDtStart, s.Date, s.From)
	if !s.Until.IsZero() {
		setTime(e, ics.ComponentPropertyDtEnd, s.Date, s.Until)
	}
	f.describe(e, s)
	return e
}

// sequence grows by one a minute from 2020 on, so that a newer file counts as newer whatever was taken out of it.
func (f Feed) sequence() int64 {
	begin := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	return max(int64(f.Stamp.Sub(begin)/time.Minute), 0)
}

var lastMinute, _ = model.NewClock(23, 59)

func setTime(e *ics.VEvent, property ics.ComponentProperty, day model.Date, at model.Clock) {
	e.AddProperty(property, wall(day, at).Format(wallForm), ics.WithTZID(zoneName))
}

// wall is the moment at which clocks in Finland show the time.
func wall(day model.Date, at model.Clock) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), at.Hour(), at.Minute(), 0, 0, helsinki)
}

// byDay orders sessions so that the file does not depend on the order in which they came.
func byDay(a, b model.Session) int { return a.Compare(&b) }

func bySlot(a, b model.Session) int {
	return cmp.Or(a.SlotOn.Compare(b.SlotOn), cmp.Compare(a.ID, b.ID))
}

// sorted is a list in order, without touching the one that was given.
func sorted(list []model.Session, order func(a, b model.Session) int) []model.Session {
	list = slices.Clone(list)
	slices.SortFunc(list, order)
	return list
}
