package form

import (
	"slices"
	"strconv"
	"time"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Rhythm makes the rows of a recurrence: its rhythm, and what that asks for. b is of the sheet; its hint "every" says from
// when weeks are counted.
func Rhythm(s *Sheet, b Binder, r *model.Recurrence) {
	s.View.Row(OneOf(b.Then(func() { rhythmChosen(s, r) }), "rhythm", Offered("group.rhythm", model.Rhythms()), &r.Rhythm))
	switch r.Rhythm {
	case model.EveryNWeeks:
		s.View.Row(weekday(b, r))
		s.View.Row(Required(b.Hinted(b.Number("every", &r.Every))))
	case model.Monthly:
		s.View.Row(nth(b, r), weekday(b, r))
	case model.OddWeeks, model.EvenWeeks:
		s.View.Row(weekday(b, r))
	}
}

// rhythmChosen gives a new rhythm what it needs at first, and shows its fields.
func rhythmChosen(s *Sheet, r *model.Recurrence) {
	switch {
	case r.Rhythm == model.EveryNWeeks && r.Every == 0:
		r.Every = 2
	case r.Rhythm == model.Monthly && r.Nth == 0:
		r.Nth = 1
	}
	s.Rebuild("rhythm")
}

func weekday(b Binder, r *model.Recurrence) *kit.Field {
	in := words.In(words.Current())
	var options []kit.Option[time.Weekday]
	for _, d := range model.Weekdays() {
		options = append(options, kit.Option[time.Weekday]{Value: d, Label: words.Capital(in.Weekday(d))})
	}
	return OneOf(b, "weekday", options, &r.Weekday)
}

// nth is which of the weekdays of the month it is; −1 is the last.
func nth(b Binder, r *model.Recurrence) *kit.Field {
	var options []kit.Option[int]
	for _, n := range []int{1, 2, 3, 4} {
		options = append(options, kit.Option[int]{Value: n, Label: words.T("meetings.nth." + strconv.Itoa(n))})
	}
	options = append(options, kit.Option[int]{Value: -1, Label: words.T("meetings.nth.last")})
	return OneOf(b, "nth", options, &r.Nth)
}

// Days makes the lists of single days; beside a rule those that come in addition, and those that are left out.
func Days(s *Sheet, b Binder, r *model.Recurrence) {
	if r.Rhythm == model.SingleDates {
		dates := dayItems(s, b, "dates")
		dates.Add, dates.Empty = words.T("meetings.dates.add"), words.T("meetings.dates.none")
		AddList(s, dates, &r.Dates)
		return
	}
	extra, without := dayItems(s, b, "dates"), dayItems(s, b, "without")
	extra.Add, without.Add = words.T("meetings.dates.add_extra"), words.T("meetings.dates.add_without")
	AddList(s, extra, &r.Dates)
	AddList(s, without, &r.Without)
}

// dayItems is a list of days in the form.
func dayItems(s *Sheet, b Binder, name string) *kit.Items[model.Date] {
	l := kit.NewItems[model.Date](s.View, s.desk.Dialogs)
	l.Name = name
	l.Line = func(_ int, d model.Date) kit.ItemLine {
		line := kit.ItemLine{Title: words.T("meetings.dates.undated")}
		if !d.IsZero() {
			line.Title = words.In(words.Current()).WeekdayDate(d)
		}
		if name == "without" {
			line.Detail = words.T("meetings.dates.left_out")
		}
		return line
	}
	l.Edit = func(d *model.Date, into *kit.Fields) { into.Row(b.Of(l.Changed).Date("date", d)) }
	l.New = func() model.Date { return model.Date{} }
	l.Blank = model.Date.IsZero
	return l
}

// TidyRecurrence is a recurrence as it is kept: without what does not belong to its rhythm, and with its days in order,
// each once.
func TidyRecurrence(r model.Recurrence) model.Recurrence {
	if r.Rhythm != model.EveryNWeeks {
		r.Every = 0
	}
	if r.Rhythm != model.Monthly {
		r.Nth = 0
	}
	if r.Rhythm == model.SingleDates {
		r.Weekday = 0
	}
	r.Dates, r.Without = tidyDays(r.Dates), tidyDays(r.Without)
	return r
}

func tidyDays(days []model.Date) []model.Date {
	days = slices.DeleteFunc(slices.Clone(days), model.Date.IsZero)
	slices.SortFunc(days, model.Date.Compare)
	return slices.Compact(days)
}
