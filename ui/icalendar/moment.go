package icalendar

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"kumppani/model"
)

// moment is a DATE-TIME or a DATE. A DATE has its time at midnight UTC.
type moment struct {
	time.Time
	day bool
}

// key is the same for the same moment, in whatever zone it is written.
func (m moment) key() momentKey {
	if m.day {
		return momentKey{day: m.Format("20060102")}
	}
	return momentKey{unix: m.Unix()}
}

type momentKey struct {
	unix int64
	day  string
}

// moments reads the values of a property, several of which a comma separates. Those that cannot be read are left out.
func (z *zones) moments(p *ics.BaseProperty) []moment {
	var out []moment
	for one := range strings.SplitSeq(p.Value, ",") {
		if m, ok := z.moment(one, parameter(p, "TZID")); ok {
			out = append(out, m)
		}
	}
	return out
}

// first reads a property with one value.
func (z *zones) first(p *ics.BaseProperty) (moment, bool) {
	if p == nil {
		return moment{}, false
	}
	return z.moment(p.Value, parameter(p, "TZID"))
}

// moment reads 20260901, 20260901T093000, 20260901T063000Z, and the same without seconds. Of a period it is the beginning.
func (z *zones) moment(text, zone string) (moment, bool) {
	text, _, _ = strings.Cut(strings.TrimSpace(text), "/")
	if t, err := time.Parse("20060102", text); err == nil {
		return moment{t, true}, inYears(t)
	}
	where := z.find(zone)
	if bare, utc := strings.CutSuffix(strings.ToUpper(text), "Z"); utc {
		text, where = bare, time.UTC
	}
	for _, form := range []string{wallForm, "20060102T1504"} {
		if t, err := time.ParseInLocation(form, text, where); err == nil {
			return moment{t, false}, inYears(t)
		}
	}
	return moment{}, false
}

// inYears reports whether a time is in years that a Date can have on both sides of it.
func inYears(t time.Time) bool { return t.Year() > model.FirstYear && t.Year() < model.LastYear }

var durationForm = regexp.MustCompile(`^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$`)

// duration reads P1D, PT1H30M, P2W (RFC 5545, section 3.3.6); false for one that is broken or negative.
func duration(text string) (time.Duration, bool) {
	found := durationForm.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(text)))
	if found == nil {
		return 0, false
	}
	var sum time.Duration
	for i, unit := range []time.Duration{7 * 24 * time.Hour, 24 * time.Hour, time.Hour, time.Minute, time.Second} {
		n, _ := strconv.Atoi(found[i+1]) // nothing is none
		sum += time.Duration(n) * unit
	}
	return sum, true
}
