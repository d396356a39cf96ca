package meetings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// placePage is the page of one place.
type placePage struct {
	*placesView
	r  *records
	m  model.MeetingPlace
	in words.In
}

// page is the page of a place, nil when it is gone.
func (v *placesView) page(id string) fyne.CanvasObject {
	m, known := v.s.records.PlaceOf[model.ID(id)]
	if !known {
		return nil
	}
	p := &placePage{placesView: v, r: v.s.records, m: m, in: words.In(words.Current())}
	here := p.groupsHere()
	view := kit.Page{
		Title:    m.Name.Best(words.Current()),
		Subtitle: words.Joined(placeKindWord(m.Kind), p.r.townName(m.Municipality), m.Village.Best(words.Current())),
		Edit:     func() { v.openForm(m, false, "") },
		More:     []kit.Action{{Label: words.T("meetings.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDelete(m) }}},
		Next:     p.next(here),
		Sections: []fyne.CanvasObject{p.facts(), p.access(), p.keys(), p.groups(here), p.closures()},
	}
	if m.EndedBy(p.r.Today) {
		view.Chips = []kit.Chip{{Word: words.Capital(words.T("meetings.place.given_up")), Tone: kit.Past}}
	}
	if m.Notes != "" {
		view.Sections = append(view.Sections, kit.Section(words.T("meetings.field.notes"), kit.NewText(v.s.desk.Personal(m.Notes))))
	}
	view.Sections = append(view.Sections, v.s.desk.Reminders(model.KindPlace, m.ID)...)
	return view.View()
}

// groupsHere are the groups of the place, those that are over last.
func (p *placePage) groupsHere() []model.Group {
	var now, over []model.Group
	for _, g := range p.r.Groups {
		switch {
		case g.PlaceID != p.m.ID:
		case p.r.over(g):
			over = append(over, g)
		default:
			now = append(now, g)
		}
	}
	return append(now, over...)
}

// next says what there is to do about the place.
func (p *placePage) next(here []model.Group) []kit.NextStep {
	var out []kit.NextStep
	n := 0
	for _, g := range here {
		if !p.r.over(g) {
			n++
		}
	}
	if p.m.EndedBy(p.r.Today) && n > 0 {
		out = append(out, kit.NextStep{Tone: kit.Attention, Text: words.N("meetings.place.step.given_up", n)})
	}
	return append(out, agreementSteps(p.r, p.m.AgreementID)...)
}

// facts are whose the place is, where it is, and how many it holds.
func (p *placePage) facts() fyne.CanvasObject {
	m := p.m
	facts := []kit.Fact{
		kit.TextFact(words.T("meetings.other_names"), otherNames(m.Name)),
		kit.DashFact(words.T("meetings.field.address"), words.Joined(m.Address.Street, spaced(m.Address.PostalCode, m.Address.Town))),
		p.organisation("host", m.HostID),
		p.organisation("owner", m.OwnerID),
	}
	if foreignOwner(m) {
		facts = append(facts, kit.TextFact("", words.T("meetings.place.owner_is_other", "owner", p.r.OrganisationName(m.OwnerID),
			"host", p.r.OrganisationName(m.HostID))))
	}
	facts = append(facts, agreementFact(p.s, m.AgreementID))
	if m.Capacity.Known {
		facts = append(facts, kit.TextFact(words.T("meetings.field.capacity"), words.N("meetings.persons", m.Capacity.N)))
	}
	facts = append(facts, kit.TextFact(words.T("meetings.field.equipment"), m.Equipment))
	if !m.EndedOn.IsZero() {
		facts = append(facts, kit.TextFact(words.T("meetings.field.ended_on"), p.in.Date(m.EndedOn)))
	}
	return kit.Section(words.T("meetings.section.facts"), kit.Facts(facts...))
}

// organisation is a fact that leads to an organisation; who it is matters, so that its absence is seen.
func (p *placePage) organisation(name string, id model.ID) kit.Fact {
	label := words.T("meetings.field." + name)
	known := p.r.OrganisationName(id)
	if known == "" {
		return kit.DashFact(label, "")
	}
	return kit.Fact{Label: label, Value: kit.NewLink(known, func() { p.s.desk.Open(model.KindOrganisation, id) })}
}

// access says how one gets in and around. What nobody has said is not a no, and is said to be unknown.
func (p *placePage) access() fyne.CanvasObject {
	a := p.m.Access
	var facts []kit.Fact
	for _, x := range accessFacts(&a) {
		said := words.T("meetings.unsaid")
		if *x.answer != "" {
			said = words.Capital(words.Code(p.in, "answer", *x.answer))
		}
		facts = append(facts, kit.TextFact(words.T("meetings.field."+x.name), said))
	}
	facts = append(facts, kit.TextFact(words.T("meetings.access_notes"), a.Notes.Best(words.Current())))
	return kit.Section(words.T("meetings.section.access"), kit.Facts(facts...))
}

// accessFact is one question about a place and its answer.
type accessFact struct {
	name   string // of the field
	answer *model.Answer
}

func accessFacts(a *model.Access) []accessFact {
	return []accessFact{
		{"step_free", &a.StepFree},
		{"toilet", &a.Toilet},
		{"changing_table", &a.ChangingTable},
		{"parking", &a.Parking},
		{"pram_space", &a.PramSpace},
	}
}

// keys is who lets one in, and with whom the place is booked.
func (p *placePage) keys() fyne.CanvasObject {
	c := p.s.desk.Contact(p.m.Booking)
	return kit.Section(words.T("meetings.section.keys"), kit.Facts(
		kit.DashFact(words.T("meetings.field.keys"), p.s.desk.Personal(p.m.Keys)),
		kit.DashFact(words.T("meetings.booking"), words.Joined(c.Name, c.Phone, c.Email)),
	))
}

// groups links to the groups that meet here.
func (p *placePage) groups(here []model.Group) fyne.CanvasObject {
	title := words.T("meetings.section.groups")
	add := kit.NewButton(words.T("meetings.place.new_group"), theme.ContentAddIcon(), func() { p.s.newGroup(p.m.ID) })
	if len(here) == 0 {
		return kit.Section(title, kit.NewText(words.T("meetings.place.no_groups")), add)
	}
	var facts []kit.Fact
	for _, g := range here {
		link := kit.NewLink(g.Name.Best(words.Current()), func() { p.s.OpenKind(model.KindGroup, g.ID) })
		facts = append(facts, kit.Fact{Label: p.in.Recurrence(g.Recurrence, g.From, g.Until), Value: kit.WithChip(link, p.r.groupChip(g))})
	}
	return kit.Section(title, kit.Facts(facts...), add)
}

// closures are those of the place itself and of its municipality that are not over.
func (p *placePage) closures() fyne.CanvasObject {
	title := words.T("meetings.section.closures")
	add := kit.NewButton(words.T("meetings.place.new_closure"), theme.ContentAddIcon(), func() { p.s.newClosure(p.m.ID) })
	var facts []kit.Fact
	for _, c := range slices.Backward(p.r.Closures) { // the earliest first
		if c.Until.Before(p.r.Today) || !closes(c, p.m) {
			continue
		}
		text := c.Reason.Best(words.Current())
		if c.Scope != model.ClosedPlace {
			text = words.Joined(text, words.Code(p.in, "closure.scope", c.Scope))
		}
		facts = append(facts, kit.Fact{
			Label: p.in.DateRange(c.From, c.Until), Value: kit.NewLink(text, func() { p.s.OpenKind(model.KindClosure, c.ID) }),
		})
	}
	if len(facts) == 0 {
		return kit.Section(title, kit.NewText(words.T("meetings.place.no_closures")), add)
	}
	return kit.Section(title, kit.Facts(facts...), add)
}

// closes reports whether a closure closes the place whoever meets there.
func closes(c model.Closure, m model.MeetingPlace) bool {
	switch c.Scope {
	case model.ClosedEverywhere:
		return true
	case model.ClosedPlace:
		return c.PlaceID == m.ID
	case model.ClosedMunicipality:
		if c.Municipality.Code != "" && m.Municipality.Code != "" {
			return c.Municipality.Code == m.Municipality.Code
		}
		return model.Fold(c.Municipality.Name) == model.Fold(m.Municipality.Name)
	default:
		return false
	}
}

// linkColumn sets links below each other as close as lines of a text.
func linkColumn() *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()))
}

// spaced sets two texts side by side where there are two.
func spaced(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// otherNames are the names in the languages that are not shown already.
func otherNames(name model.Text) string {
	shown := []string{name.Best(words.Current())}
	for _, l := range model.Languages() {
		if n := name.In(l); n != "" && !slices.Contains(shown, n) {
			shown = append(shown, n)
		}
	}
	return words.Joined(shown[1:]...)
}
