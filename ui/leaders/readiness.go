package leaders

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// readinessSection says of each requirement how the leader stands with it today, what is missing first, each with the
// buttons that settle it.
func (p *page) readinessSection() fyne.CanvasObject {
	title := words.T("leaders.section.readiness")
	if len(p.ready) == 0 {
		text := words.T("leaders.ready.nothing_asked")
		if p.x.gone {
			text = words.T("leaders.ready.gone")
		}
		return kit.Section(title, kit.NewText(text))
	}
	facts := make([]kit.Fact, 0, len(p.ready))
	for _, r := range model.ByUrgency(p.ready) {
		facts = append(facts, p.readinessRow(r))
	}
	quiet := kit.NewText(words.T("leaders.ready.information"))
	quiet.Importance = lowImportance
	return kit.Section(title, kit.Column(quiet, kit.Facts(facts...)))
}

// readinessRow is one requirement.
func (p *page) readinessRow(r model.Readiness) kit.Fact {
	said := readinessText{in: p.in, today: p.records.today, leader: p.l, seen: p.records.policy.KeepSeen, personal: p.desk.Personal}
	value := kit.Column(kit.WithChip(kit.NewText(said.of(r)), readinessChip(p.in, r)))
	if r.PlannedIn != "" {
		value.Add(kit.NewLink(p.planned(r), func() { p.desk.Open(model.KindEvent, r.PlannedIn) }))
	}
	if buttons := p.readinessButtons(r); len(buttons) > 0 {
		value.Add(container.New(layout.NewCustomPaddedLayout(-8, 8, 0, 0), kit.Flow(buttons...)))
	}
	return kit.Fact{Label: p.readinessLabel(r), Value: value}
}

// readinessLabel is what is asked; of a background check also for which task, of training which programme.
func (p *page) readinessLabel(r model.Readiness) string {
	switch {
	case r.Task != nil:
		return r.Requirement.Name.Best(words.Current()) + ": " + p.records.taskName(*r.Task)
	case r.ProgrammeID != "":
		return words.T("leaders.ready.training", "name", p.records.taught.Name(r.ProgrammeID, words.Current()))
	default:
		return r.Requirement.Name.Best(words.Current())
	}
}

// planned says in which event the leader takes part.
func (p *page) planned(r model.Readiness) string {
	if r.PlannedOn.IsZero() {
		return words.T("leaders.ready.planned_undated")
	}
	return words.T("leaders.ready.planned", "date", p.in.Date(r.PlannedOn))
}

func readinessChip(in words.In, r model.Readiness) kit.Chip {
	tone := levelTones[r.State.Level()]
	switch {
	case r.State == model.ReadyWaived || r.State == model.ReadyDeclined || (r.State.Level() == model.LevelOK && r.On.IsZero()):
		tone = kit.Neutral // nothing was done, and nothing need be
	case r.Older:
		return kit.Chip{Word: words.T("leaders.ready.older"), Tone: kit.Waiting}
	case r.State == model.ReadyMissing && !r.Counts():
		return kit.Chip{Word: words.T("leaders.ready.only_told"), Tone: kit.Waiting} // "missing" would contradict the summary
	case !r.Counts() && tone == kit.Attention:
		tone = kit.Waiting
	}
	return kit.Chip{Word: words.Code(in, "readiness.state", r.State), Tone: tone}
}

// readinessButtons are what can be done about one requirement; nothing about what is in order.
func (p *page) readinessButtons(r model.Readiness) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	add := func(verb string, icon fyne.Resource, do func()) {
		b := kit.NewQuietButton(words.T("leaders.do."+verb), icon, do)
		b.SetLabel(words.T("leaders.do."+verb) + ": " + p.readinessLabel(r))
		out = append(out, b)
	}
	open := r.State.Level() != model.LevelOK
	if !open && !r.Older && r.State != model.ReadyWaived {
		return nil
	}
	switch r.Requirement.Kind {
	case model.RequireCheck:
		out = append(out, p.checkButtons(r)...)
	case model.RequireTraining:
		if open {
			add("elsewhere", nil, func() { p.addElsewhere(p.l, r.ProgrammeID) })
		}
	case model.RequirePublication:
		add("print_form", theme.DocumentPrintIcon(), func() { p.printPaper(paperChoice{kind: paperPublication, requirement: r.Requirement.ID}) })
		add("answer", nil, func() { p.markDone(p.l, r) })
	case model.RequireUndertaking:
		add("print_form", theme.DocumentPrintIcon(), func() { p.printPaper(paperChoice{kind: paperUndertaking, requirement: r.Requirement.ID}) })
		add("signed", nil, func() { p.markDone(p.l, r) })
	default:
		add("done", nil, func() { p.markDone(p.l, r) })
	}
	if r.State == model.ReadyWaived {
		add("change_waiver", nil, func() { p.waive(p.l, r) })
	} else if open && r.Requirement.Kind != model.RequireCheck {
		add("waive", nil, func() { p.waive(p.l, r) })
	}
	return out
}

// checkButtons are what can be done about the background check of a task.
func (p *page) checkButtons(r model.Readiness) []fyne.CanvasObject {
	if r.Task == nil || r.State == model.ReadyWaived {
		return nil
	}
	verb := map[model.ReadinessState]string{
		model.ReadyToAssess: "assess", model.ReadyNoConsent: "consent", model.ReadyRequested: "extract", model.ReadyTooOld: "extract",
	}[r.State]
	if verb == "" {
		return nil
	}
	var out []fyne.CanvasObject
	if r.State == model.ReadyNoConsent {
		b := kit.NewQuietButton(words.T("leaders.do.print_consent"), theme.DocumentPrintIcon(), func() {
			p.printPaper(paperChoice{kind: paperCheckConsent, task: r.Task.ID})
		})
		b.SetLabel(words.T("leaders.do.print_consent") + ": " + p.readinessLabel(r))
		out = append(out, b)
	}
	b := kit.NewQuietButton(words.T("leaders.do."+verb), nil, func() { p.editCheck(p.l, *r.Task) })
	b.SetLabel(words.T("leaders.do."+verb) + ": " + p.readinessLabel(r))
	return append(out, b)
}
