package meetings

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// groupDay is a day on which the recurrence of a group has a session, and what closes it.
type groupDay struct {
	on     model.Date
	closed model.Closed
	lost   bool // it is closed
}

// withoutSeason is how far days are looked for while no season is known, in days.
const withoutSeason = 366

// nextDays are the next n days, today included, on which the recurrence has a session in the seasons that are not over.
func (r *records) nextDays(g model.Group, n int) []groupDay {
	seasons := slices.DeleteFunc(slices.Clone(r.Seasons), func(s model.Season) bool { return s.Until.Before(r.Today) })
	if len(seasons) == 0 {
		seasons = []model.Season{{From: r.Today, Until: r.Today.AddDays(withoutSeason), Eves: true}}
	}
	slices.SortFunc(seasons, func(a, b model.Season) int { return a.From.Compare(b.From) })
	var out []groupDay
	for _, s := range seasons {
		for _, d := range r.daysIn(g, s) {
			if len(out) < n && !d.on.Before(r.Today) {
				out = append(out, d)
			}
		}
	}
	return out
}

// daysIn are the days of a group in a season as planning would have them, those on which it is closed too.
func (r *records) daysIn(g model.Group, season model.Season) []groupDay {
	plan := model.PlanSeason(model.PlanInput{Season: season, Groups: []model.Group{g}, Facts: r.Facts(model.Season{}, nil)})
	out := make([]groupDay, len(plan.Lines))
	for i, l := range plan.Lines {
		out[i] = groupDay{on: l.Session.SlotOn, closed: l.Closed, lost: l.Act == model.PlanSkip}
	}
	return out
}

// daysText says days: "ti 24.11.2026, ti 1.12.2026 ja su 6.12.2026 (jää väliin: itsenäisyyspäivä)".
func daysText(days []groupDay) string {
	in := words.In(words.Current())
	said := make([]string, len(days))
	for i, d := range days {
		said[i] = dayText(d.on)
		if d.lost {
			said[i] = words.T("meetings.day_lost", "day", said[i], "why", in.Closed(d.closed))
		}
	}
	return in.List(said)
}

// dayText is a day with its day of the week: to 20.8.2026.
func dayText(d model.Date) string {
	return words.In(words.Current()).WeekdayDate(d)
}
