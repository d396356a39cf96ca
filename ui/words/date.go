package words

import (
	"strconv"
	"time"

	"kumppani/model"
)

// Date writes d as people write dates in Finland, 3.11.2026, in every language: a day is never ambiguous in a table
// that a Finnish and a Swedish reader share. The zero Date is empty text.
func (in In) Date(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return dayMonth(d) + strconv.Itoa(d.Year())
}

// WeekdayDate is a day with its day of the week: ti 3.11.2026. The zero Date is empty text.
func (in In) WeekdayDate(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return in.WeekdayShort(d.Weekday()) + " " + in.Date(d)
}

// DateRange writes the days from–until with an en dash and without saying the same month or year twice: 1.–5.6.2026,
// 28.2.–3.3.2026, 30.12.2026–2.1.2027. An open end is left open (1.6.2026–); a range of one day is that day.
func (in In) DateRange(from, until model.Date) string {
	switch {
	case from.IsZero() && until.IsZero():
		return ""
	case from == until:
		return in.Date(from)
	case from.IsZero() || until.IsZero() || from.Year() != until.Year():
		return in.Date(from) + "–" + in.Date(until)
	case from.Month() != until.Month():
		return dayMonth(from) + "–" + in.Date(until)
	default:
		return strconv.Itoa(from.Day()) + ".–" + in.Date(until)
	}
}

func dayMonth(d model.Date) string {
	return strconv.Itoa(d.Day()) + "." + strconv.Itoa(int(d.Month())) + "."
}

// Month names a month in the nominative, as at the head of a calendar: marraskuu, november, November.
func (in In) Month(m time.Month) string { return in.T("date.month." + strconv.Itoa(int(m))) }

// Weekday names a day of the week: tiistai, tisdag, Tuesday.
func (in In) Weekday(d time.Weekday) string { return in.T("date.weekday." + strconv.Itoa(int(d))) }

// WeekdayShort names a day of the week in two letters (three in English): ti, ti, Tue.
func (in In) WeekdayShort(d time.Weekday) string {
	return in.T("date.weekday_short." + strconv.Itoa(int(d)))
}
