package icalendar

import (
	"slices"
	"strings"

	ics "github.com/arran4/golang-ical"
)

// file is what a file says, before anything is made of it.
type file struct {
	calendar bool // whether it is one
	name     string
	events   []*event
	left     map[Reason]int
	zones    *zones
}

// event is the properties of a VEVENT that matter here, as they are written.
type event struct {
	uid                           string
	start, end, duration          *ics.BaseProperty
	recurrenceID                  *ics.BaseProperty
	rules                         []string
	also, without                 []*ics.BaseProperty
	title, status, transp, access string
}

// parse reads a file line by line. A line that is broken costs only itself, and an event that is not ended is ended by the
// next one.
func parse(content []byte) *file {
	f := &file{left: map[Reason]int{}, zones: newZones()}
	var (
		inside []string // the components that are open
		now    *event
		line   []byte
	)
	at := func() string {
		if len(inside) == 0 {
			return ""
		}
		return inside[len(inside)-1]
	}
	for len(content) > 0 {
		line, content = nextLine(content)
		if len(line) == 0 {
			continue
		}
		name := propertyName(line)
		switch {
		case name == "":
			f.left[LeftLine]++
		case name == "BEGIN":
			component := strings.ToUpper(value(line))
			if component == "VCALENDAR" || component == "VEVENT" {
				inside, now = inside[:0], nil // whatever was not ended
			}
			switch {
			case component == "VCALENDAR":
				f.calendar = true
			case component == "VEVENT":
				f.calendar, now = true, &event{}
				f.events = append(f.events, now)
			case at() == "" && component != "VTIMEZONE":
				f.left[LeftComponent]++
			}
			if component != "VCALENDAR" && len(inside) < 100 {
				inside = append(inside, component)
			}
		case name == "END":
			component := strings.ToUpper(value(line))
			for i, open := range slices.Backward(inside) {
				if open == component {
					inside = inside[:i]
					break
				}
			}
		case at() == "VEVENT" && now != nil:
			f.eventLine(now, name, line)
		case at() == "":
			f.calendarLine(name, line)
		}
	}
	return f
}

// value is what stands after the name of a line without parameters.
func value(line []byte) string {
	_, v, _ := strings.Cut(text(line), ":")
	return strings.TrimSpace(v)
}

func (f *file) calendarLine(name string, line []byte) {
	switch name {
	case "X-WR-CALNAME", "NAME":
		if p, ok := property(line); ok && (f.name == "" || name == "NAME") {
			f.name = oneLine(p.Value)
		}
	case "X-WR-TIMEZONE":
		f.zones.floating(value(line))
	}
}

// eventLine reads a line of an event.
func (f *file) eventLine(e *event, name string, line []byte) {
	switch name {
	case "UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE", "SUMMARY", "STATUS", "TRANSP", "CLASS":
	default:
		return
	}
	p, ok := property(line)
	if !ok {
		f.left[LeftLine]++
		return
	}
	switch name {
	case "UID":
		e.uid = p.Value
	case "DTSTART":
		e.start = p
	case "DTEND":
		e.end = p
	case "DURATION":
		e.duration = p
	case "RECURRENCE-ID":
		e.recurrenceID = p
	case "RRULE":
		e.rules = append(e.rules, p.Value)
	case "RDATE":
		e.also = append(e.also, p)
	case "EXDATE":
		e.without = append(e.without, p)
	case "SUMMARY":
		e.title = p.Value
	case "STATUS":
		e.status = strings.ToUpper(strings.TrimSpace(p.Value))
	case "TRANSP":
		e.transp = strings.ToUpper(strings.TrimSpace(p.Value))
	case "CLASS":
		e.access = strings.ToUpper(strings.TrimSpace(p.Value))
	}
}

// oneLine is text for a name or a title: on one line, and no longer than names are.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	runes := []rune(s)
	if len(runes) > maxTitle {
		s = strings.TrimSpace(string(runes[:maxTitle]))
	}
	return s
}
