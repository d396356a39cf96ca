package meetings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// shownTimes is how many of a partner's next times, and of the sessions that collide with them, are listed.
const shownTimes = 20

// page is the page of a partner's calendar, nil when it is gone.
func (v *partnersView) page(id string) fyne.CanvasObject {
	r := v.s.records
	i := slices.IndexFunc(r.partners, func(c model.PartnerCalendar) bool { return c.ID == model.ID(id) })
	if i < 0 {
		return nil
	}
	c, in := r.partners[i], words.In(words.Current())
	again := func() { v.askFile(c) }
	page := kit.Page{
		Title: c.Name, Subtitle: words.Joined(in.DateRange(c.From, c.Until), words.N("partners.events", c.Events)),
		Chips: []kit.Chip{partnerChip(c, r.Today)},
		Edit:  func() { v.editForm(c) },
		More: []kit.Action{
			{Label: words.T("partners.read_again"), Icon: theme.ViewRefreshIcon(), Do: again},
			{Label: words.T("partners.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDelete(c) }},
		},
		Sections: []fyne.CanvasObject{
			kit.Section(words.T("partners.section.facts"), kit.Facts(
				v.placeFact(c),
				kit.TextFact(words.T("partners.file"), c.File),
				kit.TextFact(words.T("partners.read_on"), in.Date(c.ReadOn)),
				kit.TextFact(words.T("partners.days"), in.DateRange(c.From, c.Until)),
			)),
		},
	}
	if stale(c, r.Today) {
		page.Next = append(page.Next, kit.NextStep{
			Tone: kit.Attention, Text: words.N("partners.stale_text", c.ReadOn.DaysUntil(r.Today), "day", in.Date(c.ReadOn)),
			Verb: words.T("partners.read_again"), Do: again,
		})
	}
	ahead, clashes, err := v.ahead(c)
	if err != nil {
		v.s.desk.Fail(err, nil)
		return page.View()
	}
	if c.PlaceID != "" {
		page.Sections = append(page.Sections, kit.Section(words.N("partners.section.clashes", len(clashes)), v.s.clashLinks(clashes)))
	}
	page.Sections = append(page.Sections, kit.Section(words.N("partners.section.ahead", len(ahead)), kit.NewText(listed(ahead, words.T("partners.none_ahead")))))
	page.Sections = append(page.Sections, v.s.desk.Reminders(model.KindPartner, c.ID)...)
	return page.View()
}

// placeFact leads to the place, or says what it means that there is none.
func (v *partnersView) placeFact(c model.PartnerCalendar) kit.Fact {
	label := words.T("partners.field.place")
	if c.PlaceID == "" {
		return kit.TextFact(label, words.T("partners.no_place_text"))
	}
	return kit.Fact{Label: label, Value: kit.NewLink(v.s.records.PlaceName(c.PlaceID), func() { v.s.OpenKind(model.KindPlace, c.PlaceID) })}
}

// partnerClash is a session that a partner's time collides with, in words.
type partnerClash struct {
	session model.ID
	text    string
}

// clashLinks lists clashes, each a link to its session.
func (s *Screen) clashLinks(clashes []partnerClash) fyne.CanvasObject {
	if len(clashes) == 0 {
		return kit.NewText(words.T("partners.no_clashes"))
	}
	lines := kit.Column()
	for _, c := range clashes[:min(len(clashes), shownTimes)] {
		lines.Add(s.sessionLink(c.text, c.session))
	}
	if more := len(clashes) - shownTimes; more > 0 {
		lines.Add(kit.NewText(words.N("partners.more", more)))
	}
	return lines
}

// ahead puts the times of a calendar from today on into words, and the sessions at its place that collide with them.
func (v *partnersView) ahead(c model.PartnerCalendar) (times []string, clashes []partnerClash, err error) {
	r, ctx := v.s.records, context.Background()
	events, err := v.s.store.PartnerEvents(ctx, r.Today, c.Until)
	if err != nil {
		return nil, nil, err
	}
	events = slices.DeleteFunc(events, func(e model.PartnerEvent) bool { return e.CalendarID != c.ID })
	on := map[model.Date][]model.PartnerEvent{}
	for _, e := range events {
		times = append(times, words.Joined(dayText(e.Date)+" "+partnerTime(e), r.partnerTitle(e)))
		on[e.Date] = append(on[e.Date], e)
	}
	sessions, err := v.s.store.Sessions(ctx, r.Today, c.Until)
	if err != nil {
		return nil, nil, err
	}
	in := words.In(words.Current())
	for _, s := range sessions {
		if s.PlaceID != c.PlaceID || s.State == model.SessionCancelled {
			continue
		}
		for _, e := range on[s.Date] {
			if e.Overlaps(s.From, s.Until) {
				clashes = append(clashes, partnerClash{s.ID, dayText(s.Date) + " " + words.Joined(in.ClockRange(s.From, s.Until)+" "+r.GroupName(s.GroupID), partnerTime(e)+" "+r.partnerTitle(e))})
			}
		}
	}
	return times, clashes, nil
}

// partnerTime is the time of day of an event: 9.30–11.30, or that it takes all day.
func partnerTime(e model.PartnerEvent) string {
	if e.AllDay() {
		return words.T("partners.all_day")
	}
	return words.In(words.Current()).ClockRange(e.From, e.Until)
}

// partnerTitle is what an event is called; of one that the partner keeps to themselves it is known only that it is there.
func (r *records) partnerTitle(e model.PartnerEvent) string {
	if e.Title == "" {
		return words.T("partners.untitled")
	}
	return e.Title
}

// listed are the first lines, and how many more there are; none is what is said when there are none.
func listed(lines []string, none string) string {
	if len(lines) == 0 {
		return none
	}
	text := strings.Join(lines[:min(len(lines), shownTimes)], "\n")
	if more := len(lines) - shownTimes; more > 0 {
		text += "\n" + words.N("partners.more", more)
	}
	return text
}

// askDelete removes a calendar, after saying what that means.
func (v *partnersView) askDelete(c model.PartnerCalendar) {
	v.s.desk.Dialogs.Confirm(words.T("partners.delete_title", "name", c.Name), words.T("partners.delete_text"), words.T("partners.delete"), true, func() {
		if err := v.s.store.DeletePartnerCalendar(context.Background(), c.ID); err != nil {
			v.s.desk.Fail(err, nil)
			return
		}
		v.s.desk.Say(words.T("partners.deleted", "name", c.Name))
		v.Reload()
	})
}
