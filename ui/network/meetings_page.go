package network

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// bodyPage is the page of one body.
type bodyPage struct {
	*Meetings
	b     model.Body
	entry bodyEntry
	all   []model.NetworkMeeting // of the body, the latest first
	in    words.In
}

// page is the page of a body, nil when it is gone.
func (v *Meetings) page(id string) fyne.CanvasObject {
	b, known := v.records.body(model.ID(id))
	if !known {
		return nil
	}
	p := &bodyPage{Meetings: v, b: b, entry: entryOf(&b, v.records.meetings, v.records.today), all: v.records.of(b.ID), in: words.In(words.Current())}
	page := kit.Page{
		Title:    b.Name.Best(words.Current()),
		Subtitle: words.Joined(words.Capital(words.Code(p.in, "body.kind", b.Kind)), howOften(b)),
		Chips:    []kit.Chip{p.entry.chip()},
		Edit:     func() { v.openBody(b, false, "") },
		More:     []kit.Action{{Label: words.T("network.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDeleteBody(b) }}},
		Next:     p.next(),
		Sections: slices.Concat([]fyne.CanvasObject{p.facts()}, v.desk.Reminders(model.KindBody, b.ID), p.meetings()),
	}
	if m, can := p.printable(); can {
		page.Print = func() { p.print(m) }
	}
	return page.View()
}

// next says what there is to do: agree on the next meeting, and write down what was decided.
func (p *bodyPage) next() []kit.NextStep {
	var out []kit.NextStep
	agree := func() { p.beginMeeting(p.b) }
	switch p.entry.timing {
	case timingLate:
		out = append(out, kit.NextStep{
			Tone: kit.Danger, Verb: words.T("network.meeting.agree"), Do: agree,
			Text: words.T("network.step.late", "day", p.in.Date(p.entry.next.On)),
		})
	case timingSoon:
		out = append(out, kit.NextStep{
			Tone: kit.Attention, Verb: words.T("network.meeting.agree"), Do: agree,
			Text: words.T("network.step.soon", "day", p.in.Date(p.entry.next.On)),
		})
	case timingOpen:
		out = append(out, kit.NextStep{
			Tone: kit.Neutral, Text: words.T("network.step.open"), Verb: words.T("network.meeting.agree"), Do: agree,
		})
	}
	if m, found := p.unwritten(); found {
		out = append(out, kit.NextStep{
			Tone: kit.Attention, Text: words.T("network.step.minutes", "day", p.in.Date(m.Date)),
			Verb: words.T("network.meeting.minutes"), Do: func() { p.openMinutes(p.b, m) },
		})
	}
	return out
}

// unwritten is the last meeting that was held, if nobody has written down what was decided.
func (p *bodyPage) unwritten() (model.NetworkMeeting, bool) {
	for _, m := range p.all {
		if m.HeldBy(p.records.today) {
			return m, m.LacksMinutes(p.records.today)
		}
	}
	return model.NetworkMeeting{}, false
}

// facts are what the body is, who belongs to it, when it meets next, and how often it has met.
func (p *bodyPage) facts() fyne.CanvasObject {
	b := p.b
	members := kit.Column()
	for _, id := range b.Members {
		if name := p.records.name(id); name != "" {
			members.Add(kit.NewLink(name, func() { p.desk.Open(model.KindOrganisation, id) }))
		}
	}
	var belong fyne.CanvasObject = members
	if len(members.Objects) == 0 {
		belong = kit.NewText("–")
	}
	next := ""
	if !p.entry.next.On.IsZero() {
		next = words.Joined(dayText(p.entry.next.On), words.Code(p.in, "network.timing", p.entry.timing))
	}
	life := ""
	if !b.StartsOn.IsZero() || !b.EndedOn.IsZero() {
		life = p.in.DateRange(b.StartsOn, b.EndedOn)
	}
	return kit.Section(words.T("network.section.facts"), kit.Facts(
		kit.DashFact(words.T("network.body.next"), next),
		kit.TextFact(words.T("network.body.how_often"), words.Capital(howOften(b))),
		kit.TextFact(words.T("network.body.lasts"), lasting(b)),
		kit.TextFact(words.T("network.body.held"), p.held()),
		kit.Fact{Label: words.T("network.field.members"), Value: belong},
		kit.TextFact(words.T("network.body.life"), life),
		kit.TextFact(words.T("network.field.notes"), p.desk.Personal(b.Notes)),
	))
}

// lasting says how long a meeting of the body takes: "1,5 h".
func lasting(b model.Body) string {
	if b.From.IsZero() || b.Until.IsZero() {
		return ""
	}
	hundredths := int64(b.From.MinutesUntil(b.Until)) * 100 / 60
	return words.In(words.Current()).Quantity(model.AmountOf(hundredths), "h", "")
}

// held says how often the body met this year and last: "2026: 1 · 2025: 2 · tavoite 2 vuodessa".
func (p *bodyPage) held() string {
	year := p.records.today.Year()
	count := func(y int) string {
		return strconv.Itoa(y) + ": " + strconv.Itoa(p.b.MeetingsHeld(p.all, model.YearPeriod(y), p.records.today))
	}
	goal := ""
	if p.b.TimesAYear.Known {
		goal = words.T("network.body.goal", "n", p.b.TimesAYear.N)
	}
	return words.Joined(count(year), count(year-1), goal)
}

func (v *Meetings) askDeleteBody(b model.Body) {
	name := b.Name.Best(words.Current())
	v.desk.Dialogs.Confirm(words.T("network.body.delete.title", "name", name), words.T("network.body.delete.text"),
		words.T("network.delete"), true, func() {
			if err := v.store.DeleteBody(context.Background(), b.ID); err != nil {
				v.desk.Fail(err, nil)
				return
			}
			v.desk.Say(words.T("network.deleted", "name", name))
			v.Reload()
		})
}
