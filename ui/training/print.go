package training

import (
	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// office is what a document takes from around the record.
func (s *Screen) office() paper.Office {
	return paper.Office{Today: s.desk.Today(), Centre: s.records.centre, Organisations: s.records.organisationOf}
}

// print shows the document that build builds.
func (s *Screen) print(build func(paper.Office) paper.Document) {
	s.desk.Print(func() (desk.Sheet, error) { return paper.Render(build(s.office())) })
}

func (p *eventPage) trainingFacts() paper.TrainingFacts {
	return paper.TrainingFacts{Programmes: p.r.programmeOf, Leaders: p.r.leaderOf}
}

// askParticipantList prints the list of participants with room for signatures, in one language or in Finnish
// and Swedish.
func (p *eventPage) askParticipantList() {
	list := func(languages ...model.Language) func() {
		return func() {
			p.s.print(func(o paper.Office) paper.Document { return o.Participants(p.e, p.trainingFacts(), languages) })
		}
	}
	choices := []kit.Choice{{Label: words.T("kit.cancel"), Cancel: true}}
	for _, l := range model.Languages() {
		choices = append(choices, kit.Choice{Label: languageWord(l), Do: list(l)})
	}
	choices = append(choices, kit.Choice{Label: words.T("training.print.both"), Default: true, Do: list(p.languagePair()...)})
	p.s.desk.Dialogs.Choose(words.T("training.print.participants"), words.T("training.print.which_language"), choices...)
}

// languagePair are the two languages of a paper for everybody, that of the event first.
func (p *eventPage) languagePair() []model.Language {
	if p.language() == model.Swedish {
		return []model.Language{model.Swedish, model.Finnish}
	}
	return []model.Language{model.Finnish, model.Swedish}
}

// language is that of the event, or else of the window.
func (p *eventPage) language() model.Language {
	if len(p.e.Languages) > 0 {
		return p.e.Languages[0]
	}
	return words.Current()
}

// askCertificates prints the certificates of all who passed, in one file.
func (p *eventPage) askCertificates() {
	choices := []kit.Choice{{Label: words.T("kit.cancel"), Cancel: true}}
	for _, l := range model.Languages() {
		choices = append(choices, kit.Choice{
			Label: languageWord(l), Default: l == p.language(), Do: func() { p.certificates(p.e.Passed(), l) },
		})
	}
	text := words.N("training.print.certificates.text", len(p.e.Passed()))
	p.s.desk.Dialogs.Choose(words.T("training.event.do.certificates"), text, choices...)
}

// askCertificate asks whose certificate to print, and in which language.
func (p *eventPage) askCertificate() {
	passed := p.e.Passed()
	who := make([]kit.Option[int], len(passed))
	for i, x := range passed {
		who[i] = kit.Option[int]{Value: i, Label: p.s.desk.Person(p.r.participantName(x)), Detail: x.Outsider.Organisation}
	}
	person := kit.NewSelect(who)
	person.Required = true
	person.SetValue(0)
	language := kit.NewSelect(languageOptions())
	language.Required = true
	language.SetValue(p.language())
	fields := kit.NewFields()
	fields.Row(&kit.Field{Name: "person", Label: words.T("training.print.whose"), Input: person})
	fields.Row(&kit.Field{Name: "language", Label: words.T("training.print.language"), Input: language})
	p.s.desk.Dialogs.Show(words.T("training.event.do.certificate"), fields,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("kit.print"), Default: true, Do: func() {
			i, _ := person.Value()
			l, _ := language.Value()
			p.certificates(passed[i:i+1], l)
		}})
}

func (p *eventPage) certificates(who []model.Participation, l model.Language) {
	p.s.print(func(o paper.Office) paper.Document { return o.Certificates(p.e, who, p.trainingFacts(), l) })
}

func languageWord(l model.Language) string {
	return words.Capital(words.Code(words.In(words.Current()), "language", l))
}

func languageOptions() []kit.Option[model.Language] {
	var out []kit.Option[model.Language]
	for _, l := range model.Languages() {
		out = append(out, kit.Option[model.Language]{Value: l, Label: languageWord(l)})
	}
	return out
}

// list gives the events as the list shows them.
func (v *eventsView) list() {
	r := v.s.records
	rows := kit.Shown(v.register, func(e *eventEntry) lists.Event {
		return lists.Event{Of: e.of, Name: e.name, Organiser: r.organisationName(e.of.OrganiserID), State: words.Capital(statusWord(e.status))}
	})
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).Events(rows))
}

// list gives the programmes as the list shows them.
func (v *programmesView) list() {
	rows := kit.Shown(v.register, func(e programmeEntry) lists.Programme {
		return lists.Programme{Of: e.of, Validity: validityText(e.of.Validity), Events: e.events, Holders: e.holds}
	})
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).Programmes(rows))
}
