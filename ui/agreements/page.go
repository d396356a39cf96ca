package agreements

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// page is one agreement as it is read.
type page struct {
	*Screen
	a      model.Agreement
	status model.Status
	in     words.In
}

// page makes the page of one agreement.
func (s *Screen) page(id string) fyne.CanvasObject {
	p, err := s.read(model.ID(id))
	if err != nil {
		if model.CodeOf(err) != model.CodeNotFound {
			s.desk.Fail(err, nil)
		}
		return nil
	}
	view := kit.Page{
		Title: p.a.Title.Best(words.Current()), Subtitle: words.Joined(p.a.Number, words.Capital(words.Code(p.in, "agreement.kind", p.a.Kind))),
		Chips: []kit.Chip{stateChip(p.status.State)},
		Edit:  func() { s.openForm(p.a, false, "") }, Print: p.printAgreement, More: p.more(),
	}
	for _, x := range nextSteps(&p.a, p.status, s.records.directory, s.desk.Today()) {
		view.Next = append(view.Next, p.nextStep(x))
	}
	for _, section := range []fyne.CanvasObject{
		p.facts(), p.notice(), p.oral(), p.parties(), p.brought(), p.amendments(), p.contributions(), p.tasks(), p.clauses(),
		p.attachments(), p.reviews(), p.writtenInto(), p.family(), p.changes(), p.notes(),
	} {
		if section != nil {
			view.Sections = append(view.Sections, section)
		}
	}
	view.Sections = append(view.Sections, s.desk.Reminders(model.KindAgreement, p.a.ID)...)
	return view.View()
}

func (s *Screen) read(id model.ID) (*page, error) {
	a, err := s.store.Agreement(context.Background(), id)
	if err != nil {
		return nil, err
	}
	return &page{Screen: s, a: a, status: a.StatusOn(s.records.calendar), in: words.In(words.Current())}, nil
}

// more are the actions of the menu: those that make sense in the state that the agreement is in.
func (p *page) more() []kit.Action {
	var out []kit.Action
	add := func(key string, icon fyne.Resource, when bool, do func()) {
		if when {
			out = append(out, kit.Action{Label: words.T("agreements.do." + key), Icon: icon, Do: do})
		}
	}
	written, concluded, over := p.a.Form == model.Written, p.a.Concluded(), p.status.State.Ended()
	parties := len(p.a.Parties) > 0
	add("send", theme.MailSendIcon(), written && !concluded && len(p.a.Parties) >= model.MinParties, p.askSend)
	add("sign", theme.DocumentCreateIcon(), written && parties, p.openSigning)
	add("review", theme.CheckButtonCheckedIcon(), concluded, p.askReview)
	add("notice", theme.CancelIcon(), concluded && !over && p.a.Notice == model.Notice{}, p.askNotice)
	add("take_back", theme.ContentUndoIcon(), p.a.Notice != model.Notice{}, p.takeNoticeBack)
	add("amend", theme.ContentAddIcon(), concluded && !over, func() { p.openAmendment(model.Amendment{}) })
	add("renew", theme.ViewRefreshIcon(), concluded, p.renew)
	add("attach", theme.MailAttachmentIcon(), true, p.askFile)
	add("print_notice", theme.DocumentPrintIcon(), parties, p.askContactNotice)
	add("delete", theme.DeleteIcon(), true, p.askDelete)
	return out
}

func (p *page) facts() fyne.CanvasObject {
	text := func(key, value string) kit.Fact { return kit.TextFact(words.T("agreements.field."+key), value) }
	var languages []string
	for _, l := range p.a.Languages {
		languages = append(languages, words.Code(p.in, "language", l))
	}
	agreed := "agreed_on"
	if p.a.Form == model.Structural {
		agreed = "decided_on"
	}
	facts := []kit.Fact{
		text("form", words.Capital(words.Code(p.in, "agreement.form", p.a.Form))),
		text("languages", p.in.List(languages)),
		text("area", p.a.Area.Best(words.Current())),
		text("place", p.a.Place.Best(words.Current())),
		text(agreed, p.in.Date(p.a.AgreedOn)),
		text("term", p.term()),
		text("notice_months", p.months()),
		text("decision", p.reckoning()),
		text("review", p.in.Date(p.a.ReviewOn)),
		text("meetings", p.a.MeetingsPerYear.String()),
		text("court", p.a.Court.Best(words.Current())),
	}
	return kit.Section(words.T("agreements.section.facts"), kit.Facts(facts...))
}

// term is the time in force: "1.1.2027–31.12.2028", "1.1.2027 alkaen toistaiseksi".
func (p *page) term() string {
	from, until := p.in.Date(p.a.ValidFrom), p.in.Date(p.a.ValidUntil)
	switch {
	case until != "":
		return p.in.DateRange(p.a.ValidFrom, p.a.ValidUntil)
	case from != "":
		return words.T("agreements.term.open", "date", from)
	default:
		return words.T("agreements.term.unknown")
	}
}

func (p *page) months() string {
	if !p.a.NoticeMonths.Known {
		return ""
	}
	return words.N("agreements.months", p.a.NoticeMonths.N)
}

// reckoning says the decision day and how it was counted back from the end.
func (p *page) reckoning() string {
	if p.status.DecisionDay.IsZero() {
		return ""
	}
	return words.T("agreements.reckoning", "day", p.in.Date(p.status.DecisionDay), "end", p.in.Date(p.a.ValidUntil),
		"notice", cmp.Or(p.months(), words.T("agreements.no_notice_months")), "last", p.in.Date(p.status.LastNotice),
		"lead", words.N("agreements.days", p.records.calendar.LeadDays))
}

func (p *page) notice() fyne.CanvasObject {
	n := p.a.Notice
	if n == (model.Notice{}) {
		return nil
	}
	return kit.Section(words.T("agreements.section.notice"), kit.Facts(
		kit.TextFact(words.T("agreements.field.notice_by"), p.partyName(n.By)),
		kit.TextFact(words.T("agreements.field.notice_given_on"), p.in.Date(n.GivenOn)),
		kit.DashFact(words.T("agreements.field.notice_ends_on"), p.in.Date(n.EndsOn)),
	), kit.NewQuietButton(words.T("agreements.do.take_back"), nil, p.takeNoticeBack))
}

func (p *page) oral() fyne.CanvasObject {
	t := p.a.OralTerms
	if p.a.Form != model.Oral || t == (model.OralTerms{}) {
		return nil
	}
	return kit.Section(words.T("agreements.section.oral"), kit.Facts(
		kit.TextFact(words.T("agreements.field.where"), t.Where),
		kit.TextFact(words.T("agreements.field.present"), t.Present),
		kit.TextFact(words.T("agreements.field.content"), t.Content.Best(words.Current())),
		kit.TextFact(words.T("agreements.field.noted_by"), t.NotedBy),
		kit.TextFact(words.T("agreements.field.memo_sent"), words.Joined(t.MemoSentTo, p.in.Date(t.MemoSentOn))),
	))
}

// partyName names the organisation of a party of the agreement.
func (p *page) partyName(id model.ID) string {
	return p.records.parties(&p.a.AgreementSummary, []model.ID{id})
}

func (p *page) parties() fyne.CanvasObject {
	if len(p.a.Parties) == 0 {
		return kit.Section(words.T("agreements.section.parties"), kit.NewText(words.T("agreements.no_parties")))
	}
	facts := make([]kit.Fact, len(p.a.Parties))
	for i, party := range p.a.Parties {
		o := p.records.directory[party.OrganisationID]
		name := fyne.CanvasObject(kit.NewLink(cmp.Or(p.records.names[o.ID], "–"), func() { p.desk.Open(model.KindOrganisation, o.ID) }))
		if p.a.Form == model.Written {
			name = kit.WithChip(name, signingChip(party.Signing))
		}
		value := container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()), name)
		if lines := p.partyLines(party, o); len(lines) > 0 {
			value.Add(kit.NewText(strings.Join(lines, "\n")))
		}
		facts[i] = kit.Fact{Label: cmp.Or(party.Role, words.T("agreements.party", "n", strconv.Itoa(i+1))), Value: value}
	}
	var actions []fyne.CanvasObject
	if p.a.Form == model.Written {
		actions = append(actions, kit.NewQuietButton(words.T("agreements.do.sign"), nil, p.openSigning))
	}
	return kit.Section(words.T("agreements.section.parties"), kit.Facts(facts...), actions...)
}

// partyLines are what is known of a party, a line each.
func (p *page) partyLines(party model.Party, o model.Organisation) []string {
	today := p.desk.Today()
	moved := model.NoLongerOrganises(party, o, today)
	var services []string
	for _, service := range party.Services {
		word := words.Code(p.in, "service", service)
		if slices.Contains(moved, service) {
			word = words.T("agreements.service_moved", "service", word)
		}
		services = append(services, word)
	}
	person := func(id model.ID) string {
		c, ok := o.Contact(id)
		if !ok {
			return ""
		}
		c = p.desk.Contact(c)
		name := strings.TrimSuffix(c.Name+", "+c.Title, ", ")
		if c.FormerOn(today) {
			name = words.T("agreements.former", "name", name, "date", p.in.Date(c.Until))
		}
		return words.Joined(name, c.Phone, c.Email)
	}
	var lines []string
	line := func(key, value string) {
		if value != "" {
			lines = append(lines, words.T("agreements.line", "label", words.T("agreements.field."+key), "value", value))
		}
	}
	line("core_task", party.CoreTask)
	line("services", strings.Join(services, ", "))
	line("contact", person(party.ContactID))
	line("deputy", person(party.DeputyID))
	line("signatory", strings.TrimSuffix(p.desk.Person(party.Signatory)+", "+party.SignatoryTitle, ", "))
	line("decision_reference", p.in.Decision(party))
	line("signing", p.signingLine(party.Signing))
	return lines
}

// signingLine tells the way of a copy: "lähetetty 2.11.2026 · allekirjoitettu 9.11.2026".
func (p *page) signingLine(g model.Signing) string {
	var parts []string
	for _, x := range []struct {
		key string
		on  model.Date
	}{{"sent", g.SentOn}, {"signed", g.SignedOn}, {"returned", g.ReturnedOn}, {"copy", g.CopyOn}} {
		if !x.on.IsZero() {
			parts = append(parts, words.T("agreements.signing."+x.key, "date", p.in.Date(x.on)))
		}
	}
	if g.Electronic {
		parts = append(parts, words.T("agreements.signing.electronic"))
	}
	return words.Joined(parts...)
}

func signingChip(g model.Signing) kit.Chip {
	switch {
	case !g.SignedOn.IsZero():
		return kit.Chip{Word: words.T("agreements.signing.chip_signed"), Tone: kit.OK}
	case !g.SentOn.IsZero():
		return kit.Chip{Word: words.T("agreements.signing.chip_sent"), Tone: kit.Waiting}
	default:
		return kit.Chip{Word: words.T("agreements.signing.chip_open"), Tone: kit.Neutral}
	}
}

func (p *page) notes() fyne.CanvasObject {
	if strings.TrimSpace(p.a.Notes) == "" {
		return nil
	}
	return kit.Section(words.T("agreements.section.notes"), kit.NewText(p.a.Notes))
}
