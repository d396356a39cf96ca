package meetings

import (
	"strconv"
	"time"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// when is the editor of the recurrence, with the group's times and its life. What is chosen is said in words under it, and
// the days that come of it.
func (f *groupForm) when() {
	g := &f.g
	r, b := &g.Recurrence, bind(f.Sheet)
	f.View.Section(words.T("meetings.section.when"))
	f.View.Row(form.OneOf(b.Then(f.rhythmChosen), "rhythm", form.Offered("group.rhythm", model.Rhythms()), &r.Rhythm))
	switch r.Rhythm {
	case model.EveryNWeeks:
		every := b.Number("every", &r.Every)
		every.Required, every.Hint = true, words.T("meetings.hint.every")
		f.View.Row(f.weekday())
		f.View.Row(every)
	case model.Monthly:
		f.View.Row(f.nth(), f.weekday())
	case model.OddWeeks, model.EvenWeeks:
		f.View.Row(f.weekday())
	}
	f.View.Row(form.Required(b.Clock("from", &g.From)), form.Required(b.Clock("until", &g.Until)))
	f.View.Add(f.spoken)
	f.View.Add(f.coming)
	f.days()
	f.View.Row(b.Hinted(b.Count("fixed_sessions", &g.FixedSessions)))
	f.View.Row(b.Hinted(b.Number("theme_every", &g.ThemeEvery)))
	f.View.Row(b.Date("runs_from", &g.RunsFrom))
	f.View.Row(b.Date("runs_until", &g.RunsUntil))
}

// rhythmChosen gives a new rhythm what it needs at first, and shows its fields.
func (f *groupForm) rhythmChosen() {
	r := &f.g.Recurrence
	switch {
	case r.Rhythm == model.EveryNWeeks && r.Every == 0:
		r.Every = 2
	case r.Rhythm == model.Monthly && r.Nth == 0:
		r.Nth = 1
	}
	f.Rebuild("rhythm")
}

func (f *groupForm) weekday() *kit.Field {
	in := words.In(words.Current())
	var options []kit.Option[time.Weekday]
	for _, d := range model.Weekdays() {
		options = append(options, kit.Option[time.Weekday]{Value: d, Label: words.Capital(in.Weekday(d))})
	}
	return form.OneOf(bind(f.Sheet), "weekday", options, &f.g.Recurrence.Weekday)
}

// nth is which of the weekdays of the month it is; −1 is the last.
func (f *groupForm) nth() *kit.Field {
	var options []kit.Option[int]
	for _, n := range []int{1, 2, 3, 4} {
		options = append(options, kit.Option[int]{Value: n, Label: words.T("meetings.nth." + strconv.Itoa(n))})
	}
	options = append(options, kit.Option[int]{Value: -1, Label: words.T("meetings.nth.last")})
	return form.OneOf(bind(f.Sheet), "nth", options, &f.g.Recurrence.Nth)
}

// days are the single days; beside a rule those that come in addition, and those that are left out.
func (f *groupForm) days() {
	r := &f.g.Recurrence
	if r.Rhythm == model.SingleDates {
		f.dayList("dates", words.T("meetings.dates.add"), words.T("meetings.dates.none"), &r.Dates)
		return
	}
	f.dayList("dates", words.T("meetings.dates.add_extra"), "", &r.Dates)
	f.dayList("without", words.T("meetings.dates.add_without"), "", &r.Without)
}

// dayList is a list of days in the form.
func (f *groupForm) dayList(name, add, empty string, value *[]model.Date) {
	l := kit.NewItems[model.Date](f.View, f.s.desk.Dialogs)
	l.Name, l.Add, l.Empty = name, add, empty
	l.Line = func(_ int, d model.Date) kit.ItemLine {
		line := kit.ItemLine{Title: words.T("meetings.dates.undated")}
		if !d.IsZero() {
			line.Title = dayText(d)
		}
		if name == "without" {
			line.Detail = words.T("meetings.dates.left_out")
		}
		return line
	}
	l.Edit = func(d *model.Date, into *kit.Fields) { into.Row(bind(f.Sheet).Of(l.Changed).Date("date", d)) }
	l.New = func() model.Date { return model.Date{} }
	l.Blank = model.Date.IsZero
	form.AddList(f.Sheet, l, value)
}

// comingText says the days that come of what is chosen.
func (f *groupForm) comingText() string {
	days := f.s.records.nextDays(tidyGroup(f.g), shownDays)
	if len(days) == 0 {
		return words.T("meetings.group.no_days_ahead")
	}
	return words.T("meetings.group.days_ahead", "days", daysText(days))
}
