package training

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func (p *eventPage) facts() fyne.CanvasObject {
	e := p.e
	label := func(field string) string { return words.T("training.event.field." + field) }
	languages := make([]string, len(e.Languages))
	for i, l := range e.Languages {
		languages[i] = words.Code(p.in, "language", l)
	}
	facts := []kit.Fact{
		{Label: label("programme"), Value: kit.NewLink(p.r.programmeName(e.ProgrammeID), func() {
			p.s.desk.Open(model.KindProgramme, e.ProgrammeID)
		})},
		kit.TextFact(label("reason"), p.s.desk.Personal(e.Reason)),
	}
	if name := p.r.organisationName(e.OrganiserID); name != "" {
		facts = append(facts, kit.Fact{Label: label("organiser"), Value: kit.NewLink(name, func() {
			p.s.desk.Open(model.KindOrganisation, e.OrganiserID)
		})})
	}
	facts = append(facts,
		kit.TextFact(label("place"), e.Place),
		kit.TextFact(label("languages"), words.Capital(p.in.List(languages))),
		kit.DashFact(label("seats"), seats(e)),
		kit.TextFact(words.T("training.event.fact.cost"), p.in.Quantity(e.Cost, "€", "")),
		kit.TextFact(words.T("training.event.fact.pass_share"), words.T("training.event.pass_share", "share", e.PassShare)),
	)
	return kit.Section(words.T("training.event.section.facts"), kit.Facts(facts...))
}

// days lists the days with their times and places.
func (p *eventPage) days() fyne.CanvasObject {
	title := words.T("training.event.section.days")
	if len(p.e.Days) == 0 {
		return kit.Section(title, kit.NewText(words.T("training.event.no_days")))
	}
	var facts []kit.Fact
	for _, d := range byDate(p.e.Days) {
		facts = append(facts, kit.DashFact(dayText(d.Date), words.Joined(p.in.ClockRange(d.From, d.Until), d.Place)))
	}
	return kit.Section(title, kit.Facts(facts...))
}

// byDate are the days in their order.
func byDate(days []model.EventDay) []model.EventDay {
	return slices.SortedStableFunc(slices.Values(days), func(a, b model.EventDay) int { return a.Date.Compare(b.Date) })
}

func (p *eventPage) trainers() fyne.CanvasObject {
	title := words.T("training.event.section.trainers")
	if len(p.e.Trainers) == 0 {
		return kit.Section(title, kit.NewText(words.T("training.event.no_trainers")))
	}
	var facts []kit.Fact
	for _, t := range p.e.Trainers {
		who := p.person(t.LeaderID, p.s.desk.Person(t.Name))
		facts = append(facts, kit.Fact{Label: p.r.organisationName(p.trainerOrganisation(t)), Value: who})
	}
	return kit.Section(title, kit.Facts(facts...))
}

// trainerOrganisation is the one that was entered or, of a leader, the home organisation.
func (p *eventPage) trainerOrganisation(t model.Trainer) model.ID {
	if t.OrganisationID == "" {
		return p.r.leaderOf[t.LeaderID].HomeOrganisation
	}
	return t.OrganisationID
}

// person links to a leader of the register; of anybody else it says the text.
func (p *eventPage) person(leader model.ID, text string) fyne.CanvasObject {
	l, known := p.r.leaderOf[leader]
	switch {
	case leader == "":
		return kit.NewText(text)
	case !known || l.Anonymised():
		return kit.NewText(p.r.leaderName(leader))
	default:
		return kit.NewLink(p.s.desk.Person(l.Name), func() { p.s.desk.Open(model.KindLeader, leader) })
	}
}

// participants lists who takes part, how much of it they attended, and whether they passed.
func (p *eventPage) participants() fyne.CanvasObject {
	title := words.T("training.event.section.participants")
	if len(p.e.Participations) == 0 {
		add := kit.NewButton(words.T("training.event.add_participants"), theme.ContentAddIcon(), func() {
			p.openForm(p.e, false, "add_leader")
		})
		return kit.Section(title, kit.NewText(words.T("training.event.no_participants")), add)
	}
	var facts []kit.Fact
	for _, x := range p.e.Participations {
		who := p.s.desk.Person(p.r.participantName(x))
		if x.LeaderID == "" {
			who = words.Joined(who, x.Outsider.Organisation)
		}
		value := p.person(x.LeaderID, who)
		if c := passChip(p.e, x); c.Word != "" {
			value = kit.WithChip(value, c)
		}
		facts = append(facts, kit.Fact{Label: p.attended(x), Value: value})
	}
	box := container.NewVBox(kit.NewText(words.Capital(p.in.List(append([]string{seats(p.e)}, attendanceSummary(p.e)...))) + "."))
	box.Add(kit.Facts(facts...))
	var actions []fyne.CanvasObject
	if len(p.e.Days) > 0 {
		actions = append(actions, kit.NewButton(words.T("training.event.do.attendance"), nil, p.openAttendance))
	}
	return kit.Section(title, box, actions...)
}

// attended says how much of the event a participant attended: "läsnä 2/2"; nothing entered is not "absent".
func (p *eventPage) attended(x model.Participation) string {
	a := p.e.AttendanceOf(x)
	if a.Entered == 0 {
		return words.T("training.event.not_entered")
	}
	return words.T("training.event.attended", "attended", a.Attended, "days", a.Days)
}

// passChip says whether a participant has passed, or what is proposed.
func passChip(e model.Event, x model.Participation) kit.Chip {
	switch {
	case x.Passed == model.Yes:
		return kit.Chip{Word: words.T("training.event.passed.yes"), Tone: kit.OK}
	case x.Passed == model.No:
		return kit.Chip{Word: words.T("training.event.passed.no"), Tone: kit.Past}
	}
	switch e.ProposedPass(x) {
	case model.Yes:
		return kit.Chip{Word: words.T("training.event.proposal.yes"), Tone: kit.Waiting}
	case model.No:
		return kit.Chip{Word: words.T("training.event.proposal.no"), Tone: kit.Attention}
	default:
		return kit.Chip{}
	}
}

// feedback says what the participants thought, nil when nobody has said anything. Who said what is on the form only.
func (p *eventPage) feedback() fyne.CanvasObject {
	sum, n := 0, 0
	var texts []string
	for _, x := range p.e.Participations {
		if x.Rating.Known {
			sum, n = sum+x.Rating.N, n+1
		}
		if x.Feedback != "" {
			texts = append(texts, p.s.desk.Personal(x.Feedback))
		}
	}
	if n == 0 && len(texts) == 0 {
		return nil
	}
	var facts []kit.Fact
	if n > 0 {
		facts = append(facts, kit.TextFact(words.T("training.event.rating"), averageText(sum, n)))
	}
	for _, t := range texts {
		facts = append(facts, kit.TextFact(words.T("training.event.field.feedback"), t))
	}
	return kit.Section(words.T("training.event.section.feedback"), kit.Facts(facts...))
}

// averageText is the average of n ratings to one decimal, with how many gave one.
func averageText(sum, n int) string {
	tenths := (2*10*sum + n) / (2 * n) // rounded half up
	average := words.In(words.Current()).Quantity(model.AmountOf(int64(tenths)*10), "", "")
	return words.N("training.event.average", n, "average", average)
}
