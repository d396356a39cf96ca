package meetings

import (
	"strconv"
	"time"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// when is the editor of the recurrence, with the group's times and its life. What is chosen is said in words under it, and
// the days that come of it.
func (f *groupForm) when() {
	g := &f.g
	r := &g.Recurrence
	f.view.Section(words.T("meetings.section.when"))
	rhythm := must[model.Rhythm](choice(&f.draft, "rhythm", offered("group.rhythm", model.Rhythms()), &r.Rhythm))
	chosen := rhythm.Input.(*kit.Select[model.Rhythm])
	write := chosen.OnChanged
	chosen.OnChanged = func() {
		write()
		f.rhythmChosen()
	}
	f.view.Row(rhythm)
	switch r.Rhythm {
	case model.EveryNWeeks:
		every := f.number("every", &r.Every)
		every.Required, every.Hint = true, words.T("meetings.hint.every")
		f.view.Row(f.weekday())
		f.view.Row(every)
	case model.Monthly:
		f.view.Row(f.nth(), f.weekday())
	case model.OddWeeks, model.EvenWeeks:
		f.view.Row(f.weekday())
	}
	f.view.Row(f.clock("from", &g.From), f.clock("until", &g.Until))
	f.view.Add(f.spoken)
	f.view.Add(f.coming)
	f.days()
	f.view.Row(hinted(f.count("fixed_sessions", &g.FixedSessions)))
	f.view.Row(hinted(f.number("theme_every", &g.ThemeEvery)))
	f.view.Row(f.date("runs_from", &g.RunsFrom))
	f.view.Row(f.date("runs_until", &g.RunsUntil))
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
	f.build()
	f.focus("rhythm")
}

func (f *groupForm) weekday() *kit.Field {
	in := words.In(words.Current())
	var options []kit.Option[time.Weekday]
	for _, d := range model.Weekdays() {
		options = append(options, kit.Option[time.Weekday]{Value: d, Label: words.Capital(in.Weekday(d))})
	}
	s := kit.NewSelect(options)
	s.Required = true
	s.SetValue(f.g.Recurrence.Weekday)
	s.OnChanged = func() {
		f.g.Recurrence.Weekday, _ = s.Value()
		f.touch()
	}
	field := f.field("weekday", s)
	field.Required = true
	return field
}

// nth is which of the weekdays of the month it is; −1 is the last.
func (f *groupForm) nth() *kit.Field {
	var options []kit.Option[int]
	for _, n := range []int{1, 2, 3, 4} {
		options = append(options, kit.Option[int]{Value: n, Label: words.T("meetings.nth." + strconv.Itoa(n))})
	}
	options = append(options, kit.Option[int]{Value: -1, Label: words.T("meetings.nth.last")})
	return must[int](choice(&f.draft, "nth", options, &f.g.Recurrence.Nth))
}

// days are the single days; beside a rule those that come in addition, and those that are left out.
func (f *groupForm) days() {
	r := &f.g.Recurrence
	f.without = nil
	if r.Rhythm == model.SingleDates {
		f.dates = f.dayList("dates", words.T("meetings.dates.add"), words.T("meetings.dates.none"), &r.Dates)
		return
	}
	f.dates = f.dayList("dates", words.T("meetings.dates.add_extra"), "", &r.Dates)
	f.without = f.dayList("without", words.T("meetings.dates.add_without"), "", &r.Without)
}

// dayList is a list of days in the form.
func (f *groupForm) dayList(name, add, empty string, value *[]model.Date) *kit.Items[model.Date] {
	l := kit.NewItems[model.Date](f.view, f.s.desk.Dialogs)
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
	l.Edit = func(d *model.Date, into *kit.Fields) {
		e := kit.NewDateField()
		e.Today = f.s.desk.Today
		e.SetValue(*d)
		e.OnChanged = func() {
			if day, ok := e.Value(); ok {
				*d = day
			}
			l.Changed()
		}
		into.Row(f.field("date", e))
	}
	l.New = func() model.Date { return model.Date{} }
	l.Blank = model.Date.IsZero
	l.OnChanged = func() {
		*value = l.Values()
		f.touch()
	}
	l.SetValues(*value)
	f.view.Add(l)
	return l
}

// comingText says the days that come of what is chosen.
func (f *groupForm) comingText() string {
	days := f.s.records.nextDays(tidyGroup(f.g), shownDays)
	if len(days) == 0 {
		return words.T("meetings.group.no_days_ahead")
	}
	return words.T("meetings.group.days_ahead", "days", daysText(days))
}
