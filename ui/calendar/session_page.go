package calendar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// makePage is the page of the session: what stands in its way and what to do about it first, then what is known of it.
func (p *panel) makePage() *kit.PageView {
	x, in := p.x.of, words.In(words.Current())
	status := x.StatusOn(p.s.records.Today)
	chips := []kit.Chip{{Word: words.Code(in, "session.status", status), Tone: sessionTones[status]}}
	if x.Moved() {
		chips = append(chips, kit.Chip{Word: words.T("calendar.session.chip.moved")})
	}
	if x.Extra() {
		chips = append(chips, kit.Chip{Word: words.T("calendar.session.chip.extra")})
	}
	return kit.Page{
		Title: p.s.records.GroupName(x.GroupID), Subtitle: words.Capital(sessionWhen(x)), Chips: chips,
		Edit: p.Edit, More: p.actions(), Next: p.steps(),
		Sections: append([]fyne.CanvasObject{p.facts(), p.leading(), p.visitors()}, p.s.desk.Reminders(model.KindSession, x.ID)...),
	}.View()
}

// actions are what can be done with the session besides editing it.
func (p *panel) actions() []kit.Action {
	x := p.x.of
	var out []kit.Action
	add := func(key string, icon fyne.Resource, wanted bool, do func()) {
		if wanted {
			out = append(out, kit.Action{Label: words.T("calendar.session.do." + key), Icon: icon, Do: do})
		}
	}
	cancelled := x.State == model.SessionCancelled
	add("move", theme.ContentRedoIcon(), !cancelled, func() { p.openForm("date") })
	add("count", theme.AccountIcon(), p.countable(), p.openCount)
	add("cancel", theme.CancelIcon(), !cancelled, p.askCancel)
	add("restore", theme.ContentUndoIcon(), cancelled, p.uncancel)
	add("split", theme.MediaFastForwardIcon(), !x.Extra(), p.openSplit)
	add("delete", theme.DeleteIcon(), x.Extra(), p.askDelete)
	return out
}

// steps say what to do next: what stands in the way of a session ahead, what is missing in it, what was not entered.
func (p *panel) steps() []kit.NextStep {
	var out []kit.NextStep
	add := func(text, verb string, do func()) {
		out = append(out, kit.NextStep{Tone: kit.Attention, Text: text, Verb: words.T("calendar.session.step." + verb), Do: do})
	}
	r, x := p.s.records, p.x.of
	switch x.StatusOn(r.Today) {
	case model.StatusAhead:
		for _, c := range p.x.conflicts {
			text := p.s.conflictText(c, p.x.all) + " " + words.T("calendar.conflict.todo."+string(c.Kind))
			if c.LeaderID != "" {
				add(text, "substitute", func() { p.findSubstitute(c.LeaderID, "") })
			} else {
				add(text, "move", func() { p.openForm("date") })
			}
		}
		for _, gap := range model.PairGaps(x.Leaders, r.LeaderOf) {
			kind := map[model.PairGap]model.LeaderKind{model.NoVolunteer: model.Volunteer, model.NoProfessional: model.Professional}[gap]
			add(words.T("meetings.group.step."+string(gap)), "substitute", func() { p.findSubstitute("", kind) })
		}
		if n, _ := p.x.number(); n > 0 && x.WantsTheme(p.x.group, n) {
			add(words.T("calendar.session.theme_missing"), "theme", func() { p.openForm("theme") })
		}
	case model.StatusNotEntered:
		add(words.T("calendar.session.not_entered"), "count", p.openCount)
	}
	if n := p.x.lacking(); n > 0 && !p.seasonOver() {
		add(words.N("calendar.session.lacking", n), "plan", func() { p.s.desk.Open(model.KindSeason, x.SeasonID) })
	}
	return out
}

func (p *panel) season() model.Season {
	for _, s := range p.s.records.Seasons {
		if s.ID == p.x.of.SeasonID {
			return s
		}
	}
	return model.Season{}
}

func (p *panel) seasonOver() bool { return p.season().Until.Before(p.s.records.Today) }

// facts are where, of which group and which of how many, and what happened to the session.
func (p *panel) facts() fyne.CanvasObject {
	x, r := p.x.of, p.s.records
	label := func(key string) string { return words.T("calendar.session.fact." + key) }
	link := func(name string, kind model.Kind, id model.ID) fyne.CanvasObject {
		if name == "" {
			return kit.NewText("–")
		}
		return kit.NewLink(name, func() { p.s.desk.Open(kind, id) })
	}
	facts := []kit.Fact{
		{Label: label("place"), Value: link(p.placeAndTown(x.PlaceID), model.KindPlace, x.PlaceID)},
		{Label: label("group"), Value: link(r.GroupName(x.GroupID), model.KindGroup, x.GroupID)},
		kit.TextFact(label("number"), p.numberText()),
	}
	if x.Moved() {
		facts = append(facts, kit.TextFact(label("moved"),
			words.T("calendar.session.moved", "from", weekdayAndDate(x.SlotOn), "until", weekdayAndDate(x.Date))))
	}
	if x.State == model.SessionCancelled {
		facts = append(facts, p.whyCancelled()...)
	}
	facts = append(facts, kit.TextFact(label("theme"), x.Theme), kit.TextFact(label("guest"), p.s.desk.Person(x.Guest)))
	return kit.Section(words.T("calendar.session.section.facts"), kit.Facts(facts...))
}

// placeAndTown is the name of a place with that of its municipality, "" for no place.
func (p *panel) placeAndTown(id model.ID) string {
	place, known := p.s.records.PlaceOf[id]
	if !known {
		return ""
	}
	return words.T("calendar.session.place_and_town", "place", p.s.records.PlaceName(id), "town", p.s.records.towns.Name(place.Municipality))
}

// numberText says which of how many sessions of the season it is.
func (p *panel) numberText() string {
	season := p.season().Name.Best(words.Current())
	n, of := p.x.number()
	switch {
	case season == "":
		return ""
	case n == 0:
		return season
	default:
		return words.T("calendar.session.number", "n", n, "of", of, "season", season)
	}
}

// whyCancelled says which closure cancelled the session, or why somebody did.
func (p *panel) whyCancelled() []kit.Fact {
	label := words.T("calendar.session.fact.cancelled")
	for _, c := range p.s.records.Closures {
		if c.ID == p.x.of.ClosedBy {
			text := closedText(model.Closed{Closure: c})
			return []kit.Fact{{Label: label, Value: kit.NewLink(text, func() { p.s.desk.Open(model.KindClosure, c.ID) })}}
		}
	}
	return []kit.Fact{kit.DashFact(label, p.s.desk.Personal(p.x.of.Reason))}
}

// leading is who leads the session, what there is to know of each, and the way to a substitute.
func (p *panel) leading() fyne.CanvasObject {
	body := kit.Column()
	for _, id := range p.x.of.Leaders {
		body.Add(p.leader(id))
	}
	if len(p.x.of.Leaders) == 0 {
		body.Add(kit.NewText(words.T("calendar.session.nobody_leads")))
	}
	return kit.Section(words.T("calendar.session.section.leaders"), body)
}

// leader is one who leads the session, with why that may not be.
func (p *panel) leader(id model.ID) fyne.CanvasObject {
	r, day := p.s.records, p.x.of.Date
	l, known := r.LeaderOf[id]
	if !known || l.Anonymised() {
		return kit.NewText(r.LeaderName(id))
	}
	name := p.s.desk.Person(l.Name)
	open := kit.NewLink(name, func() { p.s.desk.Open(model.KindLeader, id) })
	if p.x.of.StatusOn(r.Today) != model.StatusAhead {
		return open
	}
	find := kit.NewQuietButton(words.T("calendar.session.step.substitute"), nil, func() { p.findSubstitute(id, "") })
	find.SetLabel(words.T("calendar.substitute.instead_of", "name", name))
	column := kit.Column(container.NewBorder(nil, nil, nil, find, open))
	notes := kit.Flow()
	for _, c := range p.leaderChips(l, day) {
		notes.Add(kit.NewStateChip(c))
	}
	if len(notes.Objects) > 0 {
		column.Add(indented(notes))
	}
	return column
}

// leaderChips are what there is to know of a leader on the day: an absence, what is missing, times that do not suit.
func (p *panel) leaderChips(l model.Leader, day model.Date) []kit.Chip {
	var out []kit.Chip
	if away := p.s.records.awayText(l.ID, day); away != "" {
		out = append(out, kit.Chip{Word: away, Tone: kit.Attention})
	}
	if level := model.Summarise(l.ReadinessOn(day, p.rules)).Level; level != model.LevelOK {
		out = append(out, readinessChip(level))
	}
	if l.Availability.Said() && !l.Availability.Free(day.Weekday(), model.PartOf(p.x.of.From)) {
		out = append(out, kit.Chip{Word: words.T("calendar.leader.seldom"), Tone: kit.Waiting})
	}
	return out
}

func readinessChip(level model.Level) kit.Chip {
	word := words.T("leaders.page.readiness", "level", words.Code(words.In(words.Current()), "readiness.level", level))
	return kit.Chip{Word: word, Tone: readinessTones[level]}
}

// indented moves small things under a link to where its words begin.
func indented(o fyne.CanvasObject) fyne.CanvasObject {
	pad := theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(0, 4, pad, pad), o)
}
