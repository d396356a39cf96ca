package meetings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// page is the page of a season, nil when it is gone.
func (v *seasonsView) page(id string) fyne.CanvasObject {
	r := v.s.records
	i := slices.IndexFunc(r.Seasons, func(x model.Season) bool { return x.ID == model.ID(id) })
	if i < 0 {
		return nil
	}
	x, in := r.Seasons[i], words.In(words.Current())
	n, err := v.count(x.ID)
	if err != nil {
		v.s.desk.Fail(err, nil)
		return nil
	}
	page := kit.Page{
		Title: x.Name.Best(words.Current()), Subtitle: words.Joined(in.DateRange(x.From, x.Until), words.N("meetings.season.weeks", weeksOf(x))),
		Chips: []kit.Chip{seasonChip(x, r.Today)},
		Edit:  func() { v.openForm(x, false) },
		More:  []kit.Action{{Label: words.T("meetings.season.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDelete(x) }}},
		Sections: []fyne.CanvasObject{
			v.sessions(x, n), seasonFacts(x), holidaySection(x.From, x.Until, x.Eves), v.closures(x),
		},
	}
	if n.all() == 0 {
		page.Next = append(page.Next, kit.NextStep{
			Tone: kit.Attention, Text: words.T("meetings.season.unplanned_text"), Verb: words.T("meetings.season.plan"), Do: func() { v.openPlan(x) },
		})
	}
	page.Sections = append(page.Sections, v.s.desk.Reminders(model.KindSeason, x.ID)...)
	return page.View()
}

// weeksOf is how many weeks the season lasts, begun ones counted.
func weeksOf(x model.Season) int { return (x.From.DaysUntil(x.Until) + 7) / 7 }

// sessions says how many sessions the season has, and leads to planning.
func (v *seasonsView) sessions(x model.Season, n sessionTally) fyne.CanvasObject {
	title := words.T("meetings.season.section.sessions")
	if n.all() == 0 {
		return kit.Section(title, kit.NewText(words.T("meetings.season.no_sessions"))) // the step above leads to planning
	}
	plan := kit.NewButton(words.T("meetings.season.plan_again"), theme.ListIcon(), func() { v.openPlan(x) })
	var facts []kit.Fact
	in := words.In(words.Current())
	for _, status := range sessionStatuses() {
		facts = append(facts, kit.TextFact(words.T("meetings.season.total."+string(status)), in.Number(int64(n[status])*100)))
	}
	return kit.Section(title, kit.Facts(facts...), plan)
}

func seasonFacts(x model.Season) fyne.CanvasObject {
	eves := "meetings.season.eves_held"
	if x.Eves {
		eves = "meetings.season.eves_closed"
	}
	return kit.Section(words.T("meetings.season.section.facts"), kit.Facts(
		kit.TextFact(words.T("meetings.season.other_names"), otherNames(x.Name)),
		kit.TextFact(words.T("meetings.season.eves"), words.T(eves)),
	))
}

// closures lists the closures that touch the season, the earliest first.
func (v *seasonsView) closures(x model.Season) fyne.CanvasObject {
	var facts []kit.Fact
	r, in := v.s.records, words.In(words.Current())
	for _, c := range slices.Backward(r.Closures) {
		if c.Until.Before(x.From) || c.From.After(x.Until) {
			continue
		}
		facts = append(facts, kit.Fact{
			Label: in.DateRange(c.From, c.Until),
			Value: kit.NewLink(words.Joined(c.Reason.Best(words.Current()), r.concerned(c)), func() { v.s.OpenKind(model.KindClosure, c.ID) }),
		})
	}
	title := words.T("meetings.season.section.closures")
	if len(facts) == 0 {
		return kit.Section(title, kit.NewText(words.T("meetings.season.no_closures")))
	}
	return kit.Section(title, kit.Facts(facts...))
}

// holidaySection lists the public holidays from a day to another, which nobody has to enter; eves too where nothing is
// held on them.
func holidaySection(from, until model.Date, eves bool) fyne.CanvasObject {
	in := words.In(words.Current())
	var facts []kit.Fact
	for day := from; !day.IsZero() && !day.After(until); day = day.AddDays(1) {
		if h, is := model.HolidayOn(day); is && (eves || !h.Eve()) {
			facts = append(facts, kit.TextFact(dayText(day), words.Code(in, "holiday", h)))
		}
	}
	title := words.T("meetings.season.section.holidays", "days", in.DateRange(from, until))
	if len(facts) == 0 {
		return kit.Section(title, kit.NewText(words.T("meetings.season.no_holidays")))
	}
	return kit.Section(title, kit.Facts(facts...))
}

func (v *seasonsView) askDelete(x model.Season) {
	name := x.Name.Best(words.Current())
	v.s.desk.Dialogs.Confirm(words.T("meetings.season.delete_title", "name", name), words.T("meetings.season.delete_text"),
		words.T("meetings.season.delete"), true, func() {
			if err := v.s.store.DeleteSeason(context.Background(), x.ID); err != nil {
				v.s.desk.Fail(err, nil)
				return
			}
			v.s.desk.Say(words.T("meetings.deleted", "name", name))
			v.Reload()
		})
}
