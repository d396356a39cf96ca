package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// maxToldDays is how many days of a group that does not meet every week are told one by one.
const maxToldDays = 16

// daysOfEntry puts the days of a group into words.
type daysOfEntry struct {
	e  model.CalendarEntry
	f  MeetingFacts
	in words.In
}

// usual says when a group meets: "joka tiistai 1.9.–8.12.", "joka toinen keskiviikko: 2., 16., 30.9.", "la 5.9., la 3.10.".
// Whoever comes every second week or once a month needs the days: the weeks are not easy to count.
func (d daysOfEntry) usual() string {
	r := d.e.Group.Recurrence
	r.Dates = nil // they are told as days on which it is otherwise
	days := heldDays(d.e.Held)
	if d.e.Group.Recurrence.Rhythm == model.SingleDates || len(days) < 2 {
		return d.withWeekdays(days)
	}
	rhythm := d.in.Recurrence(r, model.Clock{}, model.Clock{})
	if d.weekly() || len(days) > maxToldDays {
		return joined(" ", rhythm, dayMonth(days[0])+"–"+dayMonth(days[len(days)-1]))
	}
	return joined(": ", rhythm, compactDays(days))
}

func (d daysOfEntry) weekly() bool {
	r := d.e.Group.Recurrence
	return r.Rhythm == model.EveryNWeeks && r.Every <= 1
}

func heldDays(held []model.Session) []model.Date {
	var out []model.Date
	for _, s := range held {
		out = append(out, s.Date)
	}
	slices.SortFunc(out, model.Date.Compare)
	return slices.Compact(out)
}

func (d daysOfEntry) withWeekdays(days []model.Date) string {
	var out []string
	for _, day := range days {
		out = append(out, d.in.WeekdayShort(day.Weekday())+" "+dayMonth(day))
	}
	return strings.Join(out, ", ")
}

// otherwise says on which days the group does not meet, though it would, and on which it meets in another way.
func (d daysOfEntry) otherwise() string {
	var out []string
	for _, off := range d.daysOff() {
		said := d.in.T("paper.calendar.not", "days", off.say())
		if off.why != "" {
			said += " (" + off.why + ")"
		}
		out = append(out, said)
	}
	for _, s := range d.e.Other {
		if said := d.changed(s); said != "" {
			out = append(out, said)
		}
	}
	return strings.Join(out, ", ")
}

// changed says what is otherwise in one session; empty when the list of days tells it already.
func (d daysOfEntry) changed(s model.Session) string {
	g := d.e.Group
	said := dayMonth(s.Date)
	if s.From != g.From || s.Until != g.Until {
		said = d.in.T("paper.calendar.at", "when", said, "times", d.in.ClockRange(s.From, s.Until))
	}
	if s.PlaceID != g.PlaceID {
		said = d.in.T("paper.calendar.in_place", "when", said, "place", d.f.Places.Name(s.PlaceID, model.Language(d.in)))
	}
	switch {
	case s.Moved():
		return d.in.T("paper.calendar.moved", "from", dayMonth(s.SlotOn), "to", said)
	case s.Extra() && d.weekly():
		return d.in.T("paper.calendar.extra", "days", said)
	case s.Extra() && said == dayMonth(s.Date):
		return ""
	default:
		return said
	}
}

// daysOff are days in a row on which a group does not meet for the same reason.
type daysOff struct {
	days []model.Date
	row  bool // they are the days of weeks in a row
	why  string
}

func (x daysOff) say() string {
	if n := len(x.days); n > 2 && x.row {
		first, last := x.days[0], x.days[n-1]
		if first.Month() == last.Month() && first.Year() == last.Year() {
			return fmt.Sprintf("%d.–%s", first.Day(), dayMonth(last))
		}
		return dayMonth(first) + "–" + dayMonth(last)
	}
	return compactDays(x.days)
}

// daysOff lists the days on which the group does not meet: what was cancelled, and of a weekly group also the days between
// its first and its last for which nothing was ever planned. A reason that somebody typed is not told: it may be about a
// person.
func (d daysOfEntry) daysOff() []daysOff {
	g := d.e.Group
	met := map[model.Date]bool{}
	for _, s := range d.e.Held {
		met[s.Date], met[s.SlotOn] = true, true
	}
	why := map[model.Date]string{}
	for _, s := range d.e.Not {
		if day := cmp.Or(s.SlotOn, s.Date); !met[day] {
			why[day] = d.reason(day, s.ClosedBy)
		}
	}
	if d.weekly() && len(d.e.Held) > 1 {
		rule := g.Recurrence
		rule.Dates, rule.Without = nil, nil
		for _, day := range rule.DaysIn(cmp.Or(d.e.Held[0].SlotOn, d.e.First()), d.e.Last()) {
			if _, cancelled := why[day]; !met[day] && !cancelled {
				why[day] = d.reason(day, "")
			}
		}
	}
	days := make([]model.Date, 0, len(why))
	for day := range why {
		days = append(days, day)
	}
	slices.SortFunc(days, model.Date.Compare)
	var out []daysOff
	for _, day := range days {
		if n := len(out) - 1; n >= 0 && out[n].why == why[day] {
			last := out[n].days[len(out[n].days)-1]
			out[n].days, out[n].row = append(out[n].days, day), out[n].row && last.AddDays(7) == day
			continue
		}
		out = append(out, daysOff{days: []model.Date{day}, row: true, why: why[day]})
	}
	return out
}

// reason says why a group does not meet on a day: by a closure, or because it is a holiday.
func (d daysOfEntry) reason(day model.Date, closure model.ID) string {
	for _, c := range d.f.Closures {
		if c.ID == closure && closure != "" {
			return c.Reason.Best(model.Language(d.in))
		}
	}
	if c, closed := model.ClosedOn(day, d.e.Group, d.e.Place, d.f.Closures, true); closed {
		return d.in.Closed(c)
	}
	return ""
}

// dayMonth is a day without its year, which a calendar of one season needs not say.
func dayMonth(d model.Date) string { return fmt.Sprintf("%d.%d.", d.Day(), int(d.Month())) }

// compactDays lists days without saying the same month twice: "2., 16., 30.9., 14.10.".
func compactDays(days []model.Date) string {
	var out strings.Builder
	for i, day := range days {
		if i > 0 {
			out.WriteString(", ")
		}
		if next := i + 1; next < len(days) && days[next].Month() == day.Month() && days[next].Year() == day.Year() {
			fmt.Fprintf(&out, "%d.", day.Day())
			continue
		}
		out.WriteString(dayMonth(day))
	}
	return out.String()
}
