package leaders

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// paperKind is a paper about a leader.
type paperKind string

const (
	paperUndertaking  paperKind = "undertaking"
	paperPublication  paperKind = "publication"
	paperCheckConsent paperKind = "check_consent"
	paperCertificate  paperKind = "certificate"
	paperOwnData      paperKind = "own_data"
)

// paperChoice is one paper: of a signed text its requirement, of the consent to ask for an extract its task.
type paperChoice struct {
	kind        paperKind
	requirement model.ID
	task        model.ID
}

// papers are those that can be printed of the leader, what is most likely wanted first: what is missing and to be signed.
func (p *page) papers() []paperChoice {
	var out []paperChoice
	for _, r := range p.records.requirements {
		kind := map[model.RequirementKind]paperKind{
			model.RequireUndertaking: paperUndertaking, model.RequirePublication: paperPublication,
		}[r.Kind]
		if kind != "" && !r.Off && (p.l.Kind == model.Volunteer || r.Professionals) {
			out = append(out, paperChoice{kind: kind, requirement: r.ID})
		}
	}
	for _, t := range p.l.TasksFrom(p.records.today) {
		switch p.l.CheckOf(t) {
		case model.CheckStateConsentMissing, model.CheckStateRequested, model.CheckStateTooOld:
			out = append(out, paperChoice{kind: paperCheckConsent, task: t.ID})
		}
	}
	open := func(c paperChoice) bool {
		return slices.ContainsFunc(p.ready, func(r model.Readiness) bool {
			return r.Requirement.ID == c.requirement && (r.State.Level() != model.LevelOK || r.Older)
		})
	}
	slices.SortStableFunc(out, func(a, b paperChoice) int {
		switch x, y := open(a), open(b); {
		case x == y:
			return 0
		case x:
			return -1
		default:
			return 1
		}
	})
	return append(out, paperChoice{kind: paperCertificate}, paperChoice{kind: paperOwnData})
}

// paperName is the paper in words.
func (p *page) paperName(c paperChoice) string {
	if r, ok := p.requirement(c.requirement); ok {
		return r.Name.Best(words.Current())
	}
	if t, ok := p.task(c.task); ok {
		return words.T("leaders.paper.check_consent", "task", p.records.taskName(t))
	}
	return words.T("leaders.paper." + string(c.kind))
}

func (p *page) task(id model.ID) (model.LeaderTask, bool) {
	i := slices.IndexFunc(p.l.Tasks, func(t model.LeaderTask) bool { return t.ID == id })
	if i < 0 {
		return model.LeaderTask{}, false
	}
	return p.l.Tasks[i], true
}

// paperLanguage is the language of papers for the leader: that of the window if the leader speaks it, or else the first
// of the leader's own in which papers are made.
func paperLanguage(l model.Leader) model.Language {
	if slices.Contains(l.Languages, model.Spoken(words.Current())) {
		return words.Current()
	}
	for _, spoken := range l.Languages {
		if slices.Contains(model.Languages(), model.Language(spoken)) {
			return model.Language(spoken)
		}
	}
	return words.Current()
}

// askPaper asks which paper to print and in which language.
func (p *page) askPaper() {
	var options []kit.Option[paperChoice]
	for _, c := range p.papers() {
		options = append(options, kit.Option[paperChoice]{Value: c, Label: p.paperName(c)})
	}
	which := kit.NewSelect(options)
	which.Required = true
	which.SetValue(options[0].Value)
	var languages []kit.Option[model.Language]
	for _, l := range model.Languages() {
		languages = append(languages, kit.Option[model.Language]{Value: l, Label: words.Capital(words.Code(p.in, "language", l))})
	}
	language := kit.NewSelect(languages)
	language.Required = true
	language.SetValue(paperLanguage(p.l))
	fields := kit.NewFields()
	fields.Row(&kit.Field{Name: "paper", Label: words.T("leaders.print.paper"), Input: which})
	fields.Row(&kit.Field{Name: "language", Label: words.T("leaders.print.language"), Input: language})
	p.desk.Dialogs.Show(words.T("leaders.print.title", "name", p.name(p.l)), fields,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("kit.print"), Default: true, Do: func() {
			c, ok := which.Value()
			in, known := language.Value()
			if ok && known {
				p.printIn(c, in)
			}
		}})
}

// printPaper prints a paper in the leader's language.
func (p *page) printPaper(c paperChoice) { p.printIn(c, paperLanguage(p.l)) }

func (p *page) printIn(c paperChoice, in model.Language) {
	p.desk.Print(func() (desk.Sheet, error) { return paper.Render(p.document(c, in)) })
}

// document builds a paper.
func (p *page) document(c paperChoice, in model.Language) paper.Document {
	o := paper.Office{Organisations: p.records.names, Centre: p.records.centre, Today: p.desk.Today()}
	facts := paper.LeaderFacts{
		Programmes: p.records.taught, Events: p.records.events, Rules: p.records.rules, Policy: p.records.policy,
	}
	r, _ := p.requirement(c.requirement)
	t, _ := p.task(c.task)
	switch c.kind {
	case paperUndertaking:
		return o.Undertaking(p.l, r, []model.Language{in})
	case paperPublication:
		return o.PublicationConsent(p.l, r, []model.Language{in})
	case paperCheckConsent:
		return o.CheckConsent(p.l, t, []model.Language{in})
	case paperCertificate:
		return o.VolunteerCertificate(p.l, facts, in)
	default:
		return o.OwnData(p.l, facts, in)
	}
}

// list gives the leaders as the list shows them.
func (s *Screen) list() {
	r := &s.records
	rows := kit.Shown(s.register, func(x line) lists.Leader {
		l := lists.Leader{Of: x.of, Municipality: x.place, Home: r.names.Name(x.of.HomeOrganisation, words.Current()), Missing: x.missing}
		if x.asked {
			l.Ready = x.summary.Level
		}
		return l
	})
	s.desk.Give(s.desk.About(s.register.Narrowed()).Leaders(rows))
}
