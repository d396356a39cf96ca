package meetings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// shownSessions is how many sessions are listed by their day and name; the others are counted.
const shownSessions = 40

// besidePage sets the public holidays where a page would be.
func besidePage(column *fyne.Container) fyne.CanvasObject {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(8, 16, 8, 14), column))
}

// holidaysAhead lists the public holidays of the seasons that are not over, or without one those of the year to come.
func (r *records) holidaysAhead() []fyne.CanvasObject {
	out := []fyne.CanvasObject{kit.NewText(words.T("meetings.closure.holidays_known"))}
	for _, x := range slices.Backward(r.Seasons) {
		if !x.Until.Before(r.Today) {
			out = append(out, holidaySection(x.From, x.Until, x.Eves))
		}
	}
	if len(out) == 1 {
		out = append(out, holidaySection(r.Today, r.Today.AddMonths(12), false))
	}
	return out
}

// page is the page of a closure, nil when it is gone.
func (v *closuresView) page(id string) fyne.CanvasObject {
	r := v.s.records
	i := slices.IndexFunc(r.Closures, func(c model.Closure) bool { return c.ID == model.ID(id) })
	if i < 0 {
		return nil
	}
	c, in := r.Closures[i], words.In(words.Current())
	days := c.From.DaysUntil(c.Until) + 1
	page := kit.Page{
		Title: c.Reason.Best(words.Current()), Subtitle: words.Joined(in.DateRange(c.From, c.Until), words.N("meetings.closure.days", days)),
		Chips: []kit.Chip{closureChip(c, r.Today)},
		Edit:  func() { v.openForm(c, false) },
		Sections: []fyne.CanvasObject{
			kit.Section(words.T("meetings.closure.section.facts"), kit.Facts(
				v.concernedFact(c),
				kit.TextFact(words.T("meetings.closure.weeks"), weeksText(c)),
				kit.TextFact(words.T("meetings.closure.other_reasons"), otherNames(c.Reason)),
			)),
		},
	}
	if c.Scope == model.ClosedMunicipality {
		page.More = append(page.More, kit.Action{
			Label: words.T("meetings.closure.copy", "town", r.townName(c.Municipality), "year", c.From.Year()+1), Icon: theme.ContentCopyIcon(),
			Do: func() { v.askCopy(c) },
		})
	}
	page.More = append(page.More, kit.Action{Label: words.T("meetings.closure.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDelete(c) }})
	page.Sections = append(page.Sections, v.sessions(c)...)
	for _, x := range slices.Backward(r.Seasons) {
		if !x.Until.Before(c.From) && !x.From.After(c.Until) {
			page.Sections = append(page.Sections, holidaySection(x.From, x.Until, x.Eves))
		}
	}
	page.Sections = append(page.Sections, v.s.desk.Reminders(model.KindClosure, c.ID)...)
	return page.View()
}

// concernedFact leads to what the closure concerns.
func (v *closuresView) concernedFact(c model.Closure) kit.Fact {
	label := words.Capital(words.Code(words.In(words.Current()), "closure.scope", c.Scope))
	name := v.s.records.concerned(c)
	switch c.Scope {
	case model.ClosedPlace:
		return kit.Fact{Label: label, Value: kit.NewLink(name, func() { v.s.OpenKind(model.KindPlace, c.PlaceID) })}
	case model.ClosedOrganiser:
		return kit.Fact{Label: label, Value: kit.NewLink(name, func() { v.s.desk.Open(model.KindOrganisation, c.OrganisationID) })}
	case model.ClosedMunicipality:
		return kit.TextFact(label, name)
	default:
		return kit.TextFact(words.T("meetings.closure.concerned"), words.Capital(name))
	}
}

// weeksText says in which weeks of ISO 8601 a closure lies: "43" or "52–1".
func weeksText(c model.Closure) string {
	in := words.In(words.Current())
	_, first := c.From.ISOWeek()
	_, last := c.Until.ISOWeek()
	text := in.Number(int64(first) * 100)
	if first != last {
		text += "–" + in.Number(int64(last)*100)
	}
	return text
}

// sessions lists the sessions that the closure has cancelled, and those that are held all the same.
func (v *closuresView) sessions(c model.Closure) []fyne.CanvasObject {
	all, err := v.s.store.Sessions(context.Background(), c.From, c.Until)
	if err != nil {
		v.s.desk.Fail(err, nil)
		return nil
	}
	r := v.s.records
	var cancelled, held []model.Session
	for _, s := range all {
		switch _, closed := model.ClosedOn(s.Date, r.GroupOf[s.GroupID], r.PlaceOf[s.PlaceID], []model.Closure{c}, false); {
		case s.ClosedBy == c.ID:
			cancelled = append(cancelled, s)
		case closed && s.State != model.SessionCancelled:
			held = append(held, s)
		}
	}
	none := words.T("meetings.closure.cancels_none")
	out := []fyne.CanvasObject{kit.Section(words.N("meetings.closure.section.cancelled", len(cancelled)), v.s.sessionLinks(cancelled, none))}
	if len(held) > 0 {
		out = append(out, kit.Section(words.N("meetings.closure.section.held", len(held)), v.s.sessionLinks(held, "")))
	}
	return out
}
