package organisations

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// shownAgreements is how many agreements of one organisation a page reads at first: the own municipality may be a party
// of them all.
const shownAgreements = 40

// page is the page of one organisation.
func (s *Screen) page(id string) fyne.CanvasObject {
	o, ok := s.records.organisation(model.ID(id))
	if !ok {
		return nil
	}
	all := s.records.engagements(o.ID)
	shown := all
	if s.whole != o.ID {
		shown = all[:min(len(all), shownAgreements)]
	}
	promised, err := s.promised(o.ID, shown)
	if err != nil {
		s.desk.Fail(err, nil)
	}
	e := s.entry(o.ID)
	p := kit.Page{
		Title: e.name, Subtitle: words.Joined(sectorWord(o.Sector), e.place), Chips: []kit.Chip{e.pageChip()},
		Edit: func() { s.openForm(o, false, "") },
		More: []kit.Action{
			{Label: words.T("organisations.merge"), Icon: theme.ContentCopyIcon(), Do: func() { s.askMerge(o) }},
			{Label: words.T("organisations.delete"), Icon: theme.DeleteIcon(), Do: func() { s.askDelete(o) }},
		},
		Sections: []fyne.CanvasObject{s.facts(o, e), s.contacts(o), s.agreements(o, all, shown)},
	}
	for _, step := range nextSteps(o, all, s.records.calendar.Today) {
		p.Next = append(p.Next, s.nextStep(o, step))
	}
	if contributions := s.contributions(promised, len(shown) == len(all)); contributions != nil {
		p.Sections = append(p.Sections, contributions)
	}
	if o.Notes != "" {
		p.Sections = append(p.Sections, kit.Section(words.T("organisations.notes"), kit.NewText(o.Notes)))
	}
	p.Sections = append(p.Sections, s.desk.Reminders(model.KindOrganisation, o.ID)...)
	return p.View()
}

// entry is what the list knows of the organisation.
func (s *Screen) entry(id model.ID) entry {
	one := s.records
	o, _ := s.records.organisation(id)
	one.organisations = []model.Organisation{o}
	return one.entries()[0]
}

// step is something to do next with an organisation. Its code chooses the words.
type step struct {
	code      string
	tone      kit.Tone
	agreement *model.AgreementSummary // that it is about, nil for none
	problem   string                  // code of what is wrong with the Business ID
}

// nextSteps says what is amiss with the organisation on the day.
func nextSteps(o model.Organisation, all []engagement, today model.Date) []step {
	var steps []step
	var inForce, preparing *model.AgreementSummary
	for _, e := range all {
		switch {
		case e.state.InForce() && inForce == nil:
			inForce = e.of
		case !e.state.InForce() && !e.state.Ended() && preparing == nil:
			preparing = e.of
		}
	}
	switch {
	case o.EndedBy(today):
		if inForce != nil {
			return []step{{code: "ended_in_force", tone: kit.Attention, agreement: inForce}}
		}
		return nil
	case inForce != nil:
	case preparing != nil:
		steps = append(steps, step{code: "preparing", tone: kit.Waiting, agreement: preparing})
	default:
		steps = append(steps, step{code: "no_agreement", tone: kit.Attention})
	}
	if strings.TrimSpace(o.BusinessID) != "" {
		if _, problem := model.CheckBusinessID(o.BusinessID); problem != "" {
			steps = append(steps, step{code: "business_id", tone: kit.Attention, problem: problem})
		}
	}
	if len(currentContacts(o, today)) == 0 {
		steps = append(steps, step{code: "no_contact", tone: kit.Attention})
	}
	return steps
}

// nextStep puts a step into words, with the button that settles it.
func (s *Screen) nextStep(o model.Organisation, x step) kit.NextStep {
	n := kit.NextStep{Tone: x.tone}
	if x.agreement != nil {
		id := x.agreement.ID
		n.Verb, n.Do = words.T("organisations.open_agreement"), func() { s.desk.Open(model.KindAgreement, id) }
		n.Text = words.T("organisations.step."+x.code, "number", x.agreement.Number)
		return n
	}
	n.Verb = words.T("organisations.step_verb." + x.code)
	switch x.code {
	case "no_agreement":
		n.Text, n.Do = words.T("organisations.step_text.no_agreement"), func() { s.beginAgreement(o.ID) }
	case "no_contact":
		n.Text, n.Do = words.T("organisations.step_text.no_contact"), func() { s.openForm(o, false, "contacts") }
	case "business_id":
		n.Text, n.Do = desk.Problem(model.Problem{Code: x.problem}), func() { s.openForm(o, false, "business_id") }
	}
	return n
}

func (s *Screen) beginAgreement(organisation model.ID) {
	if s.NewAgreement != nil {
		s.NewAgreement(organisation)
		return
	}
	s.desk.Open(model.KindAgreement, "")
}

func (s *Screen) facts(o model.Organisation, e entry) fyne.CanvasObject {
	facts := make([]kit.Fact, 0, 12)
	for _, l := range model.Languages() {
		if name := o.Name.In(l); name != e.name {
			facts = append(facts, kit.TextFact(words.T("organisations.field."+"name_"+string(l)), name))
		}
	}
	place := strings.TrimSpace(o.Address.PostalCode + " " + o.Address.Town)
	address := strings.Trim(o.Address.Street+"\n"+place, "\n")
	facts = append(facts,
		kit.DashFact(words.T("organisations.field.business_id"), o.BusinessID),
		kit.TextFact(words.T("organisations.field.address"), address),
		kit.DashFact(words.T("organisations.field.core_task"), o.CoreTask),
		kit.TextFact(words.T("organisations.field.language"), languageWord(o.Language)),
		kit.TextFact(words.T("organisations.field.ended_on"), words.In(words.Current()).Date(o.EndedOn)),
	)
	return kit.Section(words.T("organisations.section.facts"), kit.Facts(facts...))
}

// contacts shows who is there now, then who was.
func (s *Screen) contacts(o model.Organisation) fyne.CanvasObject {
	if len(o.Contacts) == 0 {
		return kit.Section(words.T("organisations.section.contacts"), kit.NewText(words.T("organisations.no_contacts")))
	}
	var now, former []kit.Fact
	for _, c := range o.Contacts {
		label, text := contactLines(s.desk.Contact(c), s.records.calendar.Today)
		fact := kit.Fact{Label: label, Value: kit.NewText(text)}
		if c.FormerOn(s.records.calendar.Today) {
			former = append(former, fact)
		} else {
			now = append(now, fact)
		}
	}
	return kit.Section(words.T("organisations.section.contacts"), kit.Facts(append(now, former...)...))
}

// contactLines says who the contact is and how to reach them; of a former one, that and when.
func contactLines(c model.Contact, today model.Date) (label, text string) {
	in := words.In(words.Current())
	label = words.T("organisations.contact.current")
	text = c.Name
	if c.Title != "" {
		text += ", " + c.Title
	}
	term := in.DateRange(c.From, c.Until)
	if c.FormerOn(today) {
		label = words.T("organisations.contact.former")
		if c.From.IsZero() {
			term = words.T("organisations.contact.until_day", "date", in.Date(c.Until))
		}
	}
	for _, line := range []string{words.Joined(c.Phone, c.Email, languageWord(c.Language)), term} {
		if line != "" {
			text += "\n" + line
		}
	}
	return label, text
}

func (s *Screen) agreements(o model.Organisation, all, shown []engagement) fyne.CanvasObject {
	title := words.T("organisations.section.agreements")
	if len(all) == 0 {
		return kit.Section(title, kit.NewText(words.T("organisations.no_agreements")))
	}
	var facts []kit.Fact
	for _, e := range shown {
		link := s.agreementLink(e.of.ID, e.of.Title.Best(words.Current()))
		facts = append(facts, kit.Fact{Label: e.of.Number, Value: kit.WithChip(link, stateChip(e.state))})
	}
	list := kit.Facts(facts...)
	if rest := len(all) - len(shown); rest > 0 {
		more := kit.NewQuietButton(words.N("organisations.show_rest", rest), nil, func() {
			s.whole = o.ID
			s.Reload()
		})
		list = container.NewVBox(list, container.NewHBox(more))
	}
	return kit.Section(title, list)
}

func (s *Screen) agreementLink(id model.ID, text string) fyne.CanvasObject {
	return kit.NewLink(text, func() { s.desk.Open(model.KindAgreement, id) })
}

func stateChip(s model.State) kit.Chip {
	tone := kit.Attention
	switch s {
	case model.StateDraft:
		tone = kit.Neutral
	case model.StateOutForSignature, model.StateNotYetInForce:
		tone = kit.Waiting
	case model.StateInForce:
		tone = kit.OK
	case model.StateEndedSuccessor, model.StateEndedNoSuccessor:
		tone = kit.Past
	}
	return kit.Chip{Word: words.Code(words.In(words.Current()), "agreement.state", s), Tone: tone}
}

// promised is what an organisation has promised in one agreement.
type promised struct {
	in            engagement
	contributions []model.Contribution
}

// promised reads the contributions of the organisation in these agreements.
func (s *Screen) promised(id model.ID, in []engagement) ([]promised, error) {
	var out []promised
	for _, e := range in {
		a, err := s.store.Agreement(context.Background(), e.of.ID)
		if err != nil {
			return out, err
		}
		if c := promises(id, a); len(c) > 0 {
			out = append(out, promised{e, c})
		}
	}
	return out, nil
}

// contributions shows what is promised, agreement by agreement, and what is promised altogether in agreements that are
// in force; complete says that none was left out. It is nil when nothing is promised.
func (s *Screen) contributions(all []promised, complete bool) fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	box := container.NewVBox()
	var inForce []model.Contribution
	for _, p := range all {
		if p.in.state.InForce() {
			inForce = append(inForce, p.contributions...)
		}
		var facts []kit.Fact
		for _, c := range p.contributions {
			facts = append(facts, s.contribution(c))
		}
		box.Add(s.agreementLink(p.in.of.ID, p.in.of.Number+" "+p.in.of.Title.Best(words.Current())))
		box.Add(kit.Facts(facts...))
	}
	if sums := model.Totals(inForce); complete && len(sums) > 0 {
		var facts []kit.Fact
		for _, t := range sums {
			facts = append(facts, kit.TextFact(kindWord(t.Kind), words.In(words.Current()).Quantity(t.Amount, t.Unit, t.Per)))
		}
		heading := kit.NewText(words.T("organisations.totals"))
		heading.TextStyle.Bold = true
		box.Add(heading)
		box.Add(kit.Facts(facts...))
	}
	return kit.Section(words.T("organisations.section.contributions"), box)
}

func kindWord(k model.ContributionKind) string {
	return words.Capital(words.Code(words.In(words.Current()), "contribution.kind", k))
}

func (s *Screen) contribution(c model.Contribution) kit.Fact {
	in := words.In(words.Current())
	text := words.Joined(c.Description.Best(words.Current()), words.In(words.Current()).Quantity(c.Amount, c.Unit, c.Per))
	if !c.DueOn.IsZero() && c.DoneOn.IsZero() {
		text = words.Joined(text, words.T("organisations.due", "date", in.Date(c.DueOn)))
	}
	if text == "" {
		text = "–"
	}
	delivery := c.DeliveryOn(s.records.calendar.Today)
	chip := kit.Chip{Word: words.Code(in, "contribution.delivery", delivery), Tone: deliveryTones[delivery]}
	return kit.Fact{Label: kindWord(c.Kind), Value: kit.WithChip(kit.NewText(text), chip)}
}

var deliveryTones = map[model.Delivery]kit.Tone{
	model.Delivered: kit.OK, model.Promised: kit.Neutral, model.NotDelivered: kit.Danger,
}
