package meetings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// groupPage is the page of one group.
type groupPage struct {
	*groupsView
	r  *records
	g  model.Group
	in words.In
}

// page is the page of a group, nil when it is gone.
func (v *groupsView) page(id string) fyne.CanvasObject {
	g, known := v.s.records.GroupOf[model.ID(id)]
	if !known {
		return nil
	}
	p := &groupPage{groupsView: v, r: v.s.records, g: g, in: words.In(words.Current())}
	view := kit.Page{
		Title:    g.Name.Best(words.Current()),
		Subtitle: words.Joined(words.Capital(p.in.Recurrence(g.Recurrence, g.From, g.Until)), p.r.PlaceName(g.PlaceID)),
		Chips:    []kit.Chip{{Word: groupTypeWord(g.Type), Tone: kit.Neutral}, p.r.groupChip(g)},
		Edit:     func() { v.openForm(g, false, "") },
		More:     []kit.Action{{Label: words.T("meetings.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDelete(g) }}},
		Next:     p.next(),
		Sections: []fyne.CanvasObject{p.facts(), p.when(), p.pair()},
	}
	view.Sections = append(view.Sections, p.sessions()...)
	if text := g.Description.Best(words.Current()); text != "" {
		view.Sections = append(view.Sections, kit.Section(words.T("meetings.section.description"), kit.NewText(text)))
	}
	if g.Notes != "" {
		view.Sections = append(view.Sections, kit.Section(words.T("meetings.field.notes"), kit.NewText(v.s.desk.Personal(g.Notes))))
	}
	view.Sections = append(view.Sections, v.s.desk.Reminders(model.KindGroup, g.ID)...)
	return view.View()
}

// next says what there is to do about the group: the pair, the place and the agreement.
func (p *groupPage) next() []kit.NextStep {
	if p.r.over(p.g) {
		return nil
	}
	var out []kit.NextStep
	for _, gap := range model.PairGaps(p.g.Leaders, p.r.LeaderOf) {
		out = append(out, kit.NextStep{
			Tone: kit.Attention, Text: words.T("meetings.group.step." + string(gap)),
			Verb: words.T("meetings.group.find_leader"), Do: func() { p.s.desk.Open(model.KindLeader, "") },
		})
	}
	if p.r.PlaceOf[p.g.PlaceID].EndedBy(p.r.Today) {
		out = append(out, kit.NextStep{
			Tone: kit.Attention, Text: words.T("meetings.group.step.place_given_up", "place", p.r.PlaceName(p.g.PlaceID)),
			Verb: words.T("meetings.group.choose_place"), Do: func() { p.openForm(p.g, false, "place") },
		})
	}
	return append(out, agreementSteps(p.r, p.g.AgreementID)...)
}

// facts are whom the group is for, who organises it, and by which agreement.
func (p *groupPage) facts() fyne.CanvasObject {
	g := p.g
	label := func(field string) string { return words.T("meetings.field." + field) }
	organisers := linkColumn()
	for _, id := range g.Organisers {
		organisers.Add(kit.NewLink(p.r.OrganisationName(id), func() { p.s.desk.Open(model.KindOrganisation, id) }))
	}
	var organised fyne.CanvasObject = organisers
	if len(g.Organisers) == 0 {
		organised = kit.NewText("–")
	}
	public := words.T("meetings.group.not_public")
	if g.Public {
		public = words.T("meetings.group.public")
	}
	facts := []kit.Fact{
		kit.TextFact(words.T("meetings.other_names"), otherNames(g.Name)),
		kit.TextFact(label("type"), words.T("meetings.group.type_and_meaning", "type", groupTypeWord(g.Type), "meaning", typeMeaning(g.Type))),
		kit.DashFact(label("audiences"), words.Capital(p.in.List(coded(p.in, "audience", g.Audiences)))),
		kit.TextFact(label("languages"), words.Capital(p.in.List(coded(p.in, "language", g.Languages)))),
		kit.DashFact(words.T("meetings.group.seats"), seatsText(g)),
		{Label: label("organisers"), Value: organised},
		agreementFact(p.s, g.AgreementID),
		kit.TextFact(words.T("meetings.group.calendar"), public),
	}
	if g.ThemeEvery > 0 {
		facts = append(facts, kit.TextFact(words.T("meetings.group.theme"), words.N("meetings.group.theme_every", g.ThemeEvery)))
	}
	return kit.Section(words.T("meetings.section.facts"), kit.Facts(facts...))
}

// typeMeaning is what the type of a group means, in one line.
func typeMeaning(t model.GroupType) string { return words.T("meetings.group.meaning." + string(t)) }

// coded are codes of a closed set in words.
func coded[C ~string](in words.In, set string, all []C) []string {
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = words.Code(in, set, c)
	}
	return out
}

// seatsText says how many can come and how many there must be: "15 perhettä, vähintään 4".
func seatsText(g model.Group) string {
	unit := g.Unit
	if unit == "" {
		unit = model.Persons
	}
	n := func(c model.Count) string { return words.N("meetings.group.seats."+string(unit), c.N) }
	switch {
	case g.Capacity.Known && g.Minimum.Known:
		return words.T("meetings.group.seats_from_to", "most", n(g.Capacity), "least", g.Minimum.N)
	case g.Capacity.Known:
		return n(g.Capacity)
	case g.Minimum.Known:
		return words.T("meetings.group.seats_from", "least", n(g.Minimum))
	default:
		return ""
	}
}

// when is when and where the group meets, and for how long.
func (p *groupPage) when() fyne.CanvasObject {
	g, place := p.g, p.r.PlaceOf[p.g.PlaceID]
	where := kit.Fact{Label: words.T("meetings.field.place"), Value: kit.NewText("–")}
	if name := p.r.PlaceName(g.PlaceID); name != "" {
		where.Value = kit.NewLink(words.Joined(name, p.r.townName(place.Municipality)), func() { p.s.OpenKind(model.KindPlace, g.PlaceID) })
	}
	facts := []kit.Fact{
		kit.DashFact(words.T("meetings.group.meets"), words.Capital(p.in.Recurrence(g.Recurrence, g.From, g.Until))), where,
	}
	facts = append(facts, p.chain()...)
	if g.FixedSessions.Known {
		facts = append(facts, kit.TextFact(words.T("meetings.group.times"), words.N("meetings.group.fixed", g.FixedSessions.N)))
	} else {
		facts = append(facts, kit.TextFact(words.T("meetings.group.times"), words.T("meetings.group.open_ended")))
	}
	if !g.RunsFrom.IsZero() || !g.RunsUntil.IsZero() {
		facts = append(facts, kit.TextFact(words.T("meetings.group.life"), p.in.DateRange(g.RunsFrom, g.RunsUntil)))
	}
	if len(g.Recurrence.Without) > 0 {
		var days []string
		for _, d := range g.Recurrence.Without {
			if !d.Before(p.r.Today) {
				days = append(days, dayText(d))
			}
		}
		facts = append(facts, kit.TextFact(words.T("meetings.group.without"), p.in.List(days)))
	}
	if !p.r.over(g) {
		facts = append(facts, kit.DashFact(words.T("meetings.group.next_days"), daysText(p.r.nextDays(g, shownDays))))
	}
	return kit.Section(words.T("meetings.section.when"), kit.Facts(facts...))
}

// chain links to the group that this one goes on from, and to the one that goes on from it.
func (p *groupPage) chain() []kit.Fact {
	link := func(key string, g model.Group) kit.Fact {
		name := words.Joined(p.r.GroupName(g.ID), p.in.DateRange(g.RunsFrom, g.RunsUntil)) // the two often have the same name
		return kit.Fact{Label: words.T(key), Value: kit.NewLink(name, func() { p.s.OpenKind(model.KindGroup, g.ID) })}
	}
	var out []kit.Fact
	if before, known := p.r.GroupOf[p.g.ContinuesID]; known {
		out = append(out, link("calendar.split.continues", before))
	}
	for _, after := range p.r.Groups {
		if after.ContinuesID == p.g.ID {
			out = append(out, link("calendar.split.continued", after))
		}
	}
	return out
}

// shownDays is how many days to come are said of a group.
const shownDays = 5

// pair is who leads the group, and which half is missing.
func (p *groupPage) pair() fyne.CanvasObject {
	var facts []kit.Fact
	for _, kind := range []model.LeaderKind{model.Professional, model.Volunteer} {
		links := linkColumn()
		for _, id := range p.g.Leaders {
			if p.r.LeaderOf[id].Kind == kind {
				links.Add(p.leader(id))
			}
		}
		if len(links.Objects) == 0 {
			facts = append(facts, kit.DashFact(words.Capital(words.Code(p.in, "leader.kind", kind)), ""))
			continue
		}
		facts = append(facts, kit.Fact{Label: words.Capital(words.Code(p.in, "leader.kind", kind)), Value: links})
	}
	half := "volunteers"
	if slices.Contains(model.PairGaps(p.g.Leaders, p.r.LeaderOf), model.NoProfessional) {
		half = "professionals"
	}
	choose := kit.NewButton(words.T("meetings.group.choose_leaders"), nil, func() { p.openForm(p.g, false, half) })
	return kit.Section(words.T("meetings.section.pair"), kit.Facts(facts...), choose)
}

// leader links to one who leads the group, and says so when that one cannot be asked to lead today.
func (p *groupPage) leader(id model.ID) fyne.CanvasObject {
	l := p.r.LeaderOf[id]
	if l.Anonymised() {
		return kit.NewText(p.r.LeaderName(id))
	}
	link := kit.NewLink(p.s.desk.Person(l.Name), func() { p.s.desk.Open(model.KindLeader, id) })
	if away := awayWord(l, p.r.Today); away != "" {
		return kit.WithChip(link, kit.Chip{Word: away, Tone: kit.Attention})
	}
	return link
}

// awayWord says why a leader cannot be asked to lead on the day, empty when nothing is against it.
func awayWord(l model.Leader, day model.Date) string {
	if l.AvailableOn(day) {
		return ""
	}
	if state := l.StatusOn(day).State; state != model.LeaderActive {
		return words.Code(words.In(words.Current()), "leader.state", state)
	}
	return words.T("meetings.leader.absent")
}
