package meetings

import (
	"kumppani/ui/form"
	"kumppani/ui/words"
)

// when is the editor of the recurrence, with the group's times and its life. What is chosen is said in words under it, and
// the days that come of it.
func (f *groupForm) when() {
	g := &f.g
	r, b := &g.Recurrence, bind(f.Sheet)
	f.View.Section(words.T("meetings.section.when"))
	form.Rhythm(f.Sheet, b, r)
	f.View.Row(form.Required(b.Clock("from", &g.From)), form.Required(b.Clock("until", &g.Until)))
	f.View.Add(f.spoken)
	f.View.Add(f.coming)
	form.Days(f.Sheet, b, r)
	f.View.Row(b.Hinted(b.Count("fixed_sessions", &g.FixedSessions)))
	f.View.Row(b.Hinted(b.Number("theme_every", &g.ThemeEvery)))
	f.View.Row(b.Date("runs_from", &g.RunsFrom))
	f.View.Row(b.Date("runs_until", &g.RunsUntil))
}

// comingText says the days that come of what is chosen.
func (f *groupForm) comingText() string {
	days := f.s.records.nextDays(tidyGroup(f.g), shownDays)
	if len(days) == 0 {
		return words.T("meetings.group.no_days_ahead")
	}
	return words.T("meetings.group.days_ahead", "days", daysText(days))
}
