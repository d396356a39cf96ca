package words

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"kumppani/model"
)

// DateError says why a typed text is not a date. Its Code is a translation key of the sentence for the person.
type DateError struct {
	Code string // one of the constants below
	Text string // what was typed
}

// What can be wrong with a typed date.
const (
	NotADate  = "date.not_a_date"  // the text is not understood at all
	NoSuchDay = "date.no_such_day" // it reads as a date, but the calendar lacks it: 31.2., 29.2.2027, 12.13.
)

// Error gives the text for the log.
func (e *DateError) Error() string { return fmt.Sprintf("%s: %q", e.Code, e.Text) }

// Say gives the sentence for the person.
func (e *DateError) Say(in In) string { return in.T(e.Code, "text", e.Text) }

var (
	typedISO    = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	typedParts  = regexp.MustCompile(`^(\d{1,2})[./,\- ](\d{1,2})(?:[./,\- ](\d{4}|\d{2})?)?\.?$`)
	typedDigits = regexp.MustCompile(`^(\d{2})(\d{2})(\d{4}|\d{2})?$`)
	typedOffset = regexp.MustCompile(`^([+-])(\d{1,4})$`)
	afterMark   = regexp.MustCompile(`([./,\-+]) +| +([./,\-+])`)
)

// ParseDate understands a date as people type it, in Finnish, Swedish and English at once and without regard to case:
//
//   - 14.3.2026, 14.3.26, 14/3/2026, 14-3-2026, 14,3,2026 (the comma of a Finnish number pad), 2026-03-14: the day
//     always comes before the month unless the year is first;
//   - 14.3. and 14.3 and 1403 are of the year of today, be they past or future: a program that guesses the year is
//     wrong unnoticed in January and in December;
//   - 140326 and 14032026;
//   - ti, tiistai, tisdag, tue, …: the next such day, and today if it is that day;
//   - tänään, huomenna, ylihuomenna, eilen, idag, imorgon, igår, today, tomorrow, yesterday;
//   - +7 and -3: days from today.
//
// A year of two digits lies between 49 years ago and 50 years ahead of today. Empty text is the zero Date. The error is
// a *DateError.
func ParseDate(text string, today model.Date) (model.Date, error) {
	s := strings.ToLower(strings.Join(strings.Fields(text), " "))
	s = afterMark.ReplaceAllString(s, "$1$2")
	if s == "" {
		return model.Date{}, nil
	}
	if n, ok := relativeDays[strings.TrimSuffix(s, ".")]; ok {
		return inCalendar(today.AddDays(n), text)
	}
	if day, ok := typedWeekdays[strings.TrimSuffix(s, ".")]; ok {
		return inCalendar(today.AddDays((int(day)-int(today.Weekday())+7)%7), text)
	}
	if m := typedOffset.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[1] + m[2])
		return inCalendar(today.AddDays(n), text)
	}
	if m := typedISO.FindStringSubmatch(s); m != nil {
		return civil(m[1], m[2], m[3], today, text)
	}
	for _, form := range []*regexp.Regexp{typedParts, typedDigits} {
		if m := form.FindStringSubmatch(s); m != nil {
			return civil(m[3], m[2], m[1], today, text)
		}
	}
	return model.Date{}, &DateError{NotADate, text}
}

func civil(year, month, day string, today model.Date, text string) (model.Date, error) {
	y := today.Year()
	if year != "" {
		y, _ = strconv.Atoi(year) // at most four digits, as the forms say
	}
	if len(year) == 2 {
		y = fullYear(y, today.Year())
	}
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date, ok := model.NewDate(y, time.Month(m), d)
	if !ok {
		return model.Date{}, &DateError{NoSuchDay, text}
	}
	return date, nil
}

// fullYear gives the year that ends in the two digits of short and lies from 49 years before now to 50 after.
func fullYear(short, now int) int {
	y := now - now%100 + short
	if y > now+50 {
		return y - 100
	}
	if y < now-49 {
		return y + 100
	}
	return y
}

func inCalendar(d model.Date, text string) (model.Date, error) {
	if d.IsZero() {
		return d, &DateError{NoSuchDay, text}
	}
	return d, nil
}

// The words below are understood, never shown, so they are not translations.
var relativeDays = map[string]int{
	"toissapäivänä": -2, "eilen": -1, "tänään": 0, "tanaan": 0, "nyt": 0, "huomenna": 1, "ylihuomenna": 2,
	"i förrgår": -2, "förrgår": -2, "igår": -1, "i går": -1, "idag": 0, "i dag": 0, "imorgon": 1, "i morgon": 1,
	"imorron": 1, "i övermorgon": 2, "övermorgon": 2,
	"yesterday": -1, "today": 0, "now": 0, "tomorrow": 1,
}

var typedWeekdays = func() map[string]time.Weekday {
	out := map[string]time.Weekday{}
	for day, names := range [...]string{
		time.Sunday:    "su sunnuntai sunnuntaina sö sön söndag sun sunday",
		time.Monday:    "ma maanantai maanantaina må mån måndag mo mon monday",
		time.Tuesday:   "ti tiistai tiistaina tis tisdag tu tue tues tuesday",
		time.Wednesday: "ke keskiviikko keskiviikkona on ons onsdag we wed wednesday",
		time.Thursday:  "to torstai torstaina tors torsdag th thu thur thurs thursday",
		time.Friday:    "pe perjantai perjantaina fr fre fredag fri friday",
		time.Saturday:  "la lauantai lauantaina lö lör lördag sa sat saturday",
	} {
		for _, name := range strings.Fields(names) {
			out[name] = time.Weekday(day)
		}
	}
	return out
}()
