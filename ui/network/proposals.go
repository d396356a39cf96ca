package network

import "kumppani/model"

// proposedDays is how many days are proposed for a meeting.
const proposedDays = 4

// lateMargin is how many days ahead a meeting that is late is proposed, so that everybody can come.
const lateMargin = 14

// proposals are days on which the body could meet next: those of its recurrence of which none is kept, cancelled or not;
// or where it has to meet so many times a year, the weeks from a share of the year after the last meeting on, on the same
// weekday. Public holidays are passed by.
func proposals(b model.Body, meetings []model.NetworkMeeting, today model.Date) []model.Date {
	kept := map[model.Date]bool{}
	var last model.NetworkMeeting
	for _, m := range meetings {
		if m.BodyID == b.ID {
			kept[m.Date] = true
			if !m.Cancelled && m.Date.After(last.Date) {
				last = m
			}
		}
	}
	var out []model.Date
	offer := func(d model.Date) bool {
		if _, holiday := model.HolidayOn(d); !holiday && !kept[d] && !b.EndedBy(d) {
			out = append(out, d)
		}
		return len(out) < proposedDays
	}
	switch {
	case b.EndedBy(today):
	case b.Recurs && !b.StartsOn.IsZero():
		for _, d := range b.Recurrence.DaysIn(b.StartsOn, today.AddMonths(24)) {
			if !d.Before(today) && !offer(d) {
				return out
			}
		}
	case b.TimesAYear.Known && b.TimesAYear.N > 0 && !last.Date.IsZero():
		day := last.Date.AddDays(365 / b.TimesAYear.N)
		if day.Before(today) {
			day = today.AddDays(lateMargin)
		}
		day = day.AddDays((int(last.Date.Weekday()) - int(day.Weekday()) + 7) % 7)
		for offer(day) && !b.EndedBy(day) {
			day = day.AddDays(7)
		}
	case b.StartsOn.After(today):
		offer(b.StartsOn)
	}
	return out
}
