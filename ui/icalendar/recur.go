package icalendar

import (
	"errors"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"kumppani/model"
)

// The bounds of a rule. One without an end is read to the last of the days that were asked for, and begins near the first
// of them, so that only a rule that counts its times, or none of which ever comes, needs bounds.
const (
	maxTimes = 10_000    // of one rule
	maxSpent = 2_000_000 // times of all rules of a file together
	dryCost  = 100_000   // what a rule costs that is sought to the last year and never comes
	maxParts = 400       // characters of a rule: a longer one is no rule of practice
)

// errRule is a rule that is not understood.
var errRule = errors.New("recurrence rule is not understood")

// recur lists the times of a rule that reach the days that were asked for. cut tells that there would be more.
func (x *expansion) recur(text string, start moment, length time.Duration) (times []moment, cut bool, err error) {
	defer func() {
		if recover() != nil { // the library is not safe against every rule that makes no sense
			times, cut, err = nil, false, errRule
		}
	}()
	first := wallOf(x.from, start).Add(-length).Add(-24 * time.Hour)
	end := wallOf(x.until, start).Add(48 * time.Hour)
	o, until, err := x.option(text, start)
	if err != nil {
		return nil, false, err
	}
	if !until.IsZero() && until.Before(end) {
		end = until
	}
	forward(o, first)
	rule, err := rrule.NewRRule(*o)
	if err != nil {
		return nil, false, errRule
	}
	next := rule.Iterator()
	for n := 0; ; n++ {
		if x.spent++; x.spent > maxSpent {
			return nil, false, FaultMany
		}
		t, more := next()
		switch {
		case !more:
			if o.Count == 0 || n < o.Count {
				x.spent += dryCost
			}
			return times, false, nil
		case t.After(end):
			return times, false, nil
		case n == maxTimes:
			return times, true, nil
		case !t.Before(first):
			times = append(times, moment{t, start.day})
		}
	}
}

// wallOf is the beginning of a day in the zone of a moment.
func wallOf(day model.Date, m moment) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, m.Location())
}

// option reads a rule, without its end, which is returned. Rules of hours and less are not those of a calendar, and
// BYEASTER is not part of the standard.
func (x *expansion) option(text string, start moment) (o *rrule.ROption, until time.Time, err error) {
	var parts []string
	if len(text) > maxParts {
		return nil, until, errRule
	}
	for part := range strings.SplitSeq(strings.ToUpper(strings.TrimSpace(text)), ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch {
		case key == "" || strings.HasPrefix(key, "X-"):
		case key == "UNTIL":
			m, ok := x.file.zones.moment(value, start.Location().String())
			if !ok {
				return nil, until, errRule
			}
			if until = m.Time; m.day && !start.day {
				until = time.Date(m.Year(), m.Month(), m.Day(), 23, 59, 59, 0, start.Location())
			}
			if !m.day && start.day { // the day itself belongs to it
				until = time.Date(m.Year(), m.Month(), m.Day(), 0, 0, 0, 0, time.UTC)
			}
		default:
			parts = append(parts, key+"="+strings.TrimSpace(value))
		}
	}
	o, err = rrule.StrToROption(strings.Join(parts, ";"))
	if err != nil || o.Freq > rrule.DAILY || len(o.Byeaster) > 0 || o.Interval < 0 || o.Interval > 1000 || o.Count < 0 {
		return nil, until, errRule
	}
	for _, day := range o.Byweekday {
		if o.Freq == rrule.MONTHLY && (day.N() > 5 || day.N() < -5) {
			return nil, until, errRule
		}
	}
	o.Dtstart = start.Time
	for _, x := range []struct {
		at *[]int
		of int
	}{{&o.Byhour, start.Hour()}, {&o.Byminute, start.Minute()}, {&o.Bysecond, start.Second()}} {
		if len(*x.at) == 0 {
			*x.at = []int{x.of} // so that beginning in a night without the hour does not change it
		}
	}
	return o, until, nil
}

// forward begins a rule that does not count its times near a day, at the same step of its rhythm: what it gives from there
// on is the same. What it takes from its first day is said in the rule itself.
func forward(o *rrule.ROption, to time.Time) {
	from := o.Dtstart
	if o.Count > 0 || !from.Before(to) {
		return
	}
	interval := max(o.Interval, 1)
	years := to.Year() - from.Year()
	free := len(o.Byweekno)+len(o.Byyearday)+len(o.Bymonthday)+len(o.Byweekday) == 0
	skip := func(n int) int { return max(n/interval-1, 0) * interval }
	switch o.Freq {
	case rrule.DAILY:
		o.Dtstart = from.AddDate(0, 0, skip(int(to.Sub(from)/(24*time.Hour))))
	case rrule.WEEKLY:
		o.Dtstart = from.AddDate(0, 0, 7*skip(int(to.Sub(from)/(7*24*time.Hour))))
	case rrule.MONTHLY:
		if n := skip(12*years + int(to.Month()) - int(from.Month())); n > 0 {
			if free {
				o.Bymonthday = []int{from.Day()}
			}
			o.Dtstart = firstOfMonth(from).AddDate(0, n, 0)
		}
	case rrule.YEARLY:
		if n := skip(years); n > 0 {
			if free {
				o.Bymonthday = []int{from.Day()}
				if len(o.Bymonth) == 0 {
					o.Bymonth = []int{int(from.Month())}
				}
			}
			o.Dtstart = firstOfMonth(from).AddDate(n, 1-int(from.Month()), 0)
		}
	}
}

// firstOfMonth is the first day of the month of a time, at the same time of the day.
func firstOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
}
