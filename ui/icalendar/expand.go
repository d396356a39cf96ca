package icalendar

import (
	"time"

	"kumppani/model"
)

const maxTitle = model.MaxName // runes

// expansion makes times of days out of a file.
type expansion struct {
	from, until model.Date
	file        *file
	result      Result
	spent       int // on rules
	replaced    map[replacedKey]bool
}

// replacedKey is a time of a series that another event stands for.
type replacedKey struct {
	uid string
	momentKey
}

// all reads every event of the file.
func (x *expansion) all() error {
	x.replaced = map[replacedKey]bool{}
	for _, e := range x.file.events {
		if m, ok := x.file.zones.first(e.recurrenceID); ok && e.uid != "" {
			x.replaced[replacedKey{e.uid, m.key()}] = true
		}
	}
	for _, e := range x.file.events {
		reason, err := x.event(e)
		if err != nil {
			return err
		}
		if reason != "" {
			x.result.Left[reason]++
		}
	}
	return nil
}

// event adds the times of an event, or tells why it has none.
func (x *expansion) event(e *event) (Reason, error) {
	switch {
	case e.status == "CANCELLED":
		return LeftCancelled, nil
	case e.transp == "TRANSPARENT":
		return LeftFree, nil
	}
	start, ok := x.file.zones.first(e.start)
	if !ok {
		return LeftStart, nil
	}
	length, ok := x.length(e, start)
	if !ok {
		return LeftLength, nil
	}
	times, err := x.times(e, start, length)
	switch err {
	case nil:
	case FaultMany:
		return "", err
	default:
		return LeftRule, nil
	}
	before := len(x.result.Events)
	title := e.shownTitle()
	for _, t := range times.at {
		x.add(t, length, title)
		if len(x.result.Events) > maxEvents {
			return "", FaultMany
		}
	}
	switch {
	case times.cut:
		return LeftTimes, nil
	case len(x.result.Events) == before && !times.elsewhere:
		return LeftOutside, nil
	}
	return "", nil
}

// shownTitle is the title, unless the partner keeps it to themselves.
func (e *event) shownTitle() string {
	if e.access == "PRIVATE" || e.access == "CONFIDENTIAL" {
		return ""
	}
	return oneLine(e.title)
}

// length is how long an event lasts on the clock of its zone, in a night when the clocks change too; false when it is over
// when it begins.
func (x *expansion) length(e *event, start moment) (time.Duration, bool) {
	length := time.Duration(0)
	if start.day {
		length = 24 * time.Hour
	}
	if end, ok := x.file.zones.first(e.end); ok {
		length = clocks(end.In(start.Location())).Sub(clocks(start.Time))
		if start.day != end.day { // one of the two is broken: the day itself
			length = 24 * time.Hour
		}
	} else if e.duration != nil {
		if length, ok = duration(e.duration.Value); !ok {
			return 0, false
		}
	}
	if whole := 24 * time.Hour; start.day && length > 0 {
		length = (length + whole - 1) / whole * whole
	}
	return length, length > 0
}

// clocks is what the clock shows, as if it never changed.
func clocks(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// times is when an event begins.
type times struct {
	at        []moment
	cut       bool // there would be more
	elsewhere bool // some were left out by the file itself, or are another event's
}

// times lists when an event begins: by its rule, its RDATEs, and without its EXDATEs and what other events stand for.
func (x *expansion) times(e *event, start moment, length time.Duration) (times, error) {
	all, out := []moment{start}, times{}
	changed := e.recurrenceID != nil
	if !changed {
		for _, rule := range e.rules {
			more, cut, err := x.recur(rule, start, length)
			if err != nil {
				return times{}, err
			}
			all, out.cut = append(all, more...), out.cut || cut
		}
		for _, p := range e.also {
			all = append(all, x.file.zones.moments(p)...)
		}
	}
	without, seen := map[momentKey]bool{}, map[momentKey]bool{}
	for _, p := range e.without {
		for _, m := range x.file.zones.moments(p) {
			without[m.key()] = true
		}
	}
	for _, t := range all {
		t.day = start.day
		day := momentKey{day: t.Format("20060102")} // some programs leave out a day where a time would belong
		switch {
		case seen[t.key()]:
		case without[t.key()] || without[day] || !changed && x.isReplaced(e.uid, t):
			out.elsewhere = true
		default:
			seen[t.key()] = true
			out.at = append(out.at, t)
		}
	}
	return out, nil
}

func (x *expansion) isReplaced(uid string, t moment) bool {
	return x.replaced[replacedKey{uid, t.key()}] || x.replaced[replacedKey{uid, momentKey{day: t.Format("20060102")}}]
}

// add adds a time, on each of its days that was asked for.
func (x *expansion) add(start moment, length time.Duration, title string) {
	begin := start.Time
	end := clocks(begin).Add(length)
	end = time.Date(end.Year(), end.Month(), end.Day(), end.Hour(), end.Minute(), end.Second(), 0, begin.Location())
	if !start.day {
		begin, end = begin.In(helsinki).Truncate(time.Minute), end.Add(time.Minute-1).In(helsinki).Truncate(time.Minute)
	}
	first, last := model.DateOf(begin), model.DateOf(end)
	if first.Before(x.from) {
		first = x.from
	}
	for day := first; !day.After(last) && !day.After(x.until) && !day.IsZero(); day = day.AddDays(1) {
		e := model.PartnerEvent{Date: day, Title: title}
		if !start.day {
			if day == model.DateOf(begin) {
				e.From = clockOf(begin)
			}
			if day == model.DateOf(end) {
				e.Until = clockOf(end)
			}
		}
		if e, takes := wholeTimes(e, start.day, day == last); takes {
			x.result.Events = append(x.result.Events, e)
			if len(x.result.Events) > maxEvents {
				return
			}
		}
	}
}

// wholeTimes fills in where a day begins or ends with the event going on, and reports whether it takes any of the day: the
// last day does not when the event ends at its first moment.
func wholeTimes(e model.PartnerEvent, allDay, last bool) (model.PartnerEvent, bool) {
	midnight, _ := model.NewClock(0, 0)
	switch {
	case allDay:
		return e, !last
	case last && e.Until == midnight:
		return e, false
	case (e.From.IsZero() || e.From == midnight) && !last:
		e.From, e.Until = model.Clock{}, model.Clock{}
		return e, true
	case e.From.IsZero():
		e.From = midnight
	case !last:
		e.Until = lastMinute // a Clock has no 24.00
	}
	return e, e.From.Before(e.Until)
}

func clockOf(t time.Time) model.Clock {
	c, _ := model.NewClock(t.Hour(), t.Minute())
	return c
}
