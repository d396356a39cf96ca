package paper

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// What stands around the programme of a families' calendar: what has changed, what its marks mean, whom to ask.

// legendAcross is how many explanations stand next to each other.
const legendAcross = 3

func (b calendarBuilder) across() int {
	if b.c.Size == PaperLeaflet || b.flows() {
		return legendAcross - 1
	}
	return legendAcross
}

// changes tells what is otherwise than in the calendar that was given out before.
func (b calendarBuilder) changes() {
	if len(b.c.Changes) == 0 {
		return
	}
	t := Table{
		List: true, Columns: []Column{{Weight: 1}}, Continued: b.continued(),
		Band: Heading{Text: b.inline(func(in words.In) string {
			if b.c.ChangedSince.IsZero() {
				return in.T("paper.calendar.changes")
			}
			return in.T("paper.calendar.changes_since", "date", in.Date(b.c.ChangedSince))
		})},
	}
	for _, c := range b.c.Changes {
		t.Rows = append(t.Rows, []Cell{b.cell(func(in words.In) string { return change(c, in) })})
	}
	b.add(t)
}

// change puts one difference into words.
func change(c model.CalendarChange, in words.In) string {
	l := model.Language(in)
	name, before, now := cmp.Or(c.Now.Name.Best(l), c.Before.Name.Best(l)), "", ""
	switch c.Kind {
	case model.CalendarNew:
		now = joined(", ", printedWhen(c.Now, in), c.Now.Place.Best(l))
	case model.CalendarName:
		before = c.Before.Name.Best(l)
	case model.CalendarPlace:
		before, now = c.Before.Place.Best(l), c.Now.Place.Best(l)
	case model.CalendarTime:
		before, now = printedWhen(c.Before, in), printedWhen(c.Now, in)
	}
	return in.T("paper.calendar.changed."+string(c.Kind), "name", name, "before", before, "now", now, "days", compactDays(c.Days))
}

// printedWhen says when a printed line has its group meet.
func printedWhen(l model.PrintedLine, in words.In) string {
	r, err := model.ParseRRULE(l.Rule)
	switch {
	case err != nil:
		return in.ClockRange(l.From, l.Until)
	case r.Rhythm == model.SingleDates:
		return joined(" ", compactDays(l.Days), in.ClockRange(l.From, l.Until))
	}
	return in.Recurrence(r, l.From, l.Until)
}

// legend tells what the types of groups and the signs mean.
func (b calendarBuilder) legend() {
	b.add(Heading{Level: 1, Text: b.inline(func(in words.In) string { return in.T("paper.calendar.legend") })})
	b.add(Legend{Items: b.types(), Across: 1})
	if items := b.organisers(); len(items) > 0 {
		b.add(Legend{Items: items, Across: b.across()})
	}
	var places []model.MeetingPlace
	for _, e := range b.c.Entries {
		places = append(places, e.Place)
	}
	if items := b.accessLegend(places); len(items) > 0 {
		b.add(Legend{Items: items, Across: b.across()})
	}
}

// types are the types of groups that there are, each with what it means.
func (b calendarBuilder) types() []Paragraph {
	var out []Paragraph
	for _, kind := range model.GroupTypes() {
		if !slices.ContainsFunc(b.c.Entries, func(e model.CalendarEntry) bool { return e.Group.Type == kind }) {
			continue
		}
		for _, l := range b.languages {
			in := words.In(l)
			p := Bold(l, words.Capital(words.Code(in, "group.type", kind)))
			p.Spans = append(p.Spans, Span{Text: ": " + words.Code(in, "paper.calendar.type", kind)})
			out = append(out, p)
		}
	}
	return out
}

func (b calendarBuilder) organisers() []Paragraph {
	marks := marksOf(b.c.Entries, b.Organisations, b.languages[0])
	var out []Paragraph
	for _, id := range organisersOf(b.c.Entries, b.Organisations, b.languages[0]) {
		out = append(out, b.explained(Sign{Kind: SignBadge, Letters: marks[id]},
			func(in words.In) string { return b.Organisations.Name(id, model.Language(in)) }))
	}
	return out
}

// contacts tells whom to ask: the coordinator, and about a place the contact of an organisation.
func (b calendarBuilder) contacts() {
	t := Table{
		List: true, Columns: []Column{{Weight: 2}, {Weight: 3}},
		Band:      Heading{Text: b.inline(func(in words.In) string { return in.T("paper.calendar.contacts") })},
		Continued: b.continued(),
	}
	row := func(label, value string) {
		if value != "" {
			t.Rows = append(t.Rows, []Cell{{Bold("", label)}, {Text("", value)}})
		}
	}
	row(b.inline(func(in words.In) string { return words.Capital(in.T("paper.certificate.coordinator")) }),
		joined(", ", b.Centre.Coordinator, unbroken(b.Centre.Phone), b.Centre.Email))
	seen := map[model.ID]bool{}
	for _, e := range b.c.Entries {
		if !seen[e.Place.ID] {
			row(b.inline(best(e.Place.Name)), b.booking(e.Place))
		}
		seen[e.Place.ID] = true
	}
	if len(t.Rows) > 0 {
		b.add(t)
	}
}

// booking is whom to ask about a place: the contact for bookings, if it is one that an organisation has given, or a
// leader who lets the calendar tell it. Anybody else's name and phone are not the calendar's to publish.
func (b calendarBuilder) booking(p model.MeetingPlace) string {
	c := p.Booking
	is := func(name, phone, email string) bool {
		return c.Name != "" && model.Fold(c.Name) == model.Fold(name) || model.SamePhone(c.Phone, phone) ||
			c.Email != "" && strings.EqualFold(c.Email, email)
	}
	leads := false
	for _, l := range b.c.Facts.Leaders {
		if !is(l.Name, l.Phone, l.Email) {
			continue
		}
		if name, phone := l.Publication.PublicOn(b.Today); !name || !phone {
			return ""
		}
		leads = true
	}
	if leads {
		return joined(", ", c.Name, unbroken(c.Phone))
	}
	for _, id := range []model.ID{p.HostID, p.OwnerID} {
		o := b.Organisations[id]
		if c.Name != "" && (model.Fold(c.Name) == model.Fold(o.Name.Fi) || model.Fold(c.Name) == model.Fold(o.Name.Sv)) {
			return joined(", ", c.Name, unbroken(c.Phone), c.Email)
		}
		for _, x := range o.Contacts {
			if !x.FormerOn(b.Today) && is(x.Name, x.Phone, x.Email) {
				return joined(", ", b.inline(best(o.Name)), c.Name, unbroken(c.Phone), c.Email)
			}
		}
	}
	return ""
}
