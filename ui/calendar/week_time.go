package calendar

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// The hours that are always shown, in minutes.
const (
	dayBegins = 8 * 60
	dayEnds   = 20 * 60
)

// drawTime shows the week by the hours of its days.
func (v *weekView) drawTime() {
	columns, blocks, shades := v.timeParts()
	v.time.Set(columns, blocks, shades, dayBegins, dayEnds)
}

// timeParts makes what the grid of the hours shows.
func (v *weekView) timeParts() ([]kit.GridColumn, []kit.TimeBlock, []kit.TimeShade) {
	s, a := v.s, v.agenda
	columns := make([]kit.GridColumn, 7)
	for i := range columns {
		columns[i] = s.dayColumn(v.monday.AddDays(i), a)
		columns[i].Narrow = i > 4
	}
	blocks := make([]kit.TimeBlock, 0, len(a.shown))
	for _, i := range a.shown {
		x := a.all[i]
		spot := kit.TimeSpot{Column: v.monday.DaysUntil(x.Date), From: minuteOf(x.From), Until: minuteOf(x.Until)}
		columns[spot.Column].Narrow = false
		blocks = append(blocks, kit.TimeBlock{Block: s.block(x, a, s.lens.place == ""), TimeSpot: spot, Fixed: x.State == model.SessionCancelled})
	}
	var shades []kit.TimeShade
	for _, e := range a.events {
		if e.AllDay() || !s.lens.has(e.PlaceID, s.records) {
			continue
		}
		column := v.monday.DaysUntil(e.Date)
		until := minuteOf(e.Until)
		if e.Until.IsZero() {
			until = 24 * 60
		}
		columns[column].Narrow = false
		shades = append(shades, kit.TimeShade{
			TimeSpot: kit.TimeSpot{Column: column, From: minuteOf(e.From), Until: until},
			Word:     words.Joined(e.Title, s.records.PlaceName(e.PlaceID)),
		})
	}
	return columns, blocks, shades
}

// tellTime says below the grid what the keyboard or the mouse stands on.
func (v *weekView) tellTime(key string, at kit.TimeSpot) { v.detail.SetText(v.timeText(key, at)) }

// timeText says a session, or the session that is on its way, the day of a head, or a free time.
func (v *weekView) timeText(key string, at kit.TimeSpot) string {
	x, known := v.agenda.find(model.ID(key))
	switch {
	case v.time.Moving() && v.judged != "":
		return v.judged
	case known:
		return v.s.describe(x, v.agenda)
	case at.From < 0:
		return v.s.dayText(v.monday.AddDays(at.Column), v.agenda)
	default:
		return v.freeTime(at)
	}
}

// freeTime says a time without a session, what partners have there, and what is special about the day.
func (v *weekView) freeTime(at kit.TimeSpot) string {
	day, in := v.monday.AddDays(at.Column), words.In(words.Current())
	said := []string{
		words.T("calendar.session.when", "day", weekdayAndDate(day), "times", in.Clock(clockAt(at.From))),
		words.T("calendar.grid.free"),
	}
	for _, e := range v.agenda.events {
		if e.Date == day && !e.AllDay() && e.Overlaps(clockAt(at.From), clockAt(at.Until)) && v.s.lens.has(e.PlaceID, v.s.records) {
			said = append(said, words.Joined(e.Title, v.s.records.PlaceName(e.PlaceID), in.ClockRange(e.From, e.Until)))
		}
	}
	return words.Joined(append(said, v.s.special(day, v.agenda)...)...)
}
