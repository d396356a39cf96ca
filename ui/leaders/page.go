package leaders

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

const lowImportance = widget.LowImportance

// page is one leader as read.
type page struct {
	*Screen
	l     model.Leader
	x     line
	ready []model.Readiness
	in    words.In
}

// page makes the page of one leader.
func (s *Screen) page(id string) fyne.CanvasObject {
	l, ok := s.records.leader(model.ID(id))
	if !ok {
		return nil
	}
	p := &page{Screen: s, l: l, x: s.records.line(&l), ready: s.records.readiness[l.ID], in: words.In(words.Current())}
	view := kit.Page{Title: s.name(l), Subtitle: p.subtitle(), Chips: p.chips()}
	if !l.Anonymised() {
		view.Edit, view.Print, view.More = func() { s.openForm(l, false, "") }, p.askPaper, p.more()
	}
	for _, x := range p.steps() {
		view.Next = append(view.Next, p.nextStep(x))
	}
	for _, section := range []fyne.CanvasObject{
		p.readinessSection(), p.contact(), p.tasks(), p.presence(), p.training(), p.entries(), p.statuses(), p.origin(), p.notes(),
	} {
		if section != nil {
			view.Sections = append(view.Sections, section)
		}
	}
	if !l.Anonymised() {
		view.Sections = append(view.Sections, s.desk.Reminders(model.KindLeader, l.ID)...)
	}
	return view.View()
}

func (p *page) subtitle() string {
	kind := words.Capital(words.Code(p.in, "leader.kind", p.l.Kind))
	if p.l.JobTitle != "" {
		kind = words.Capital(p.desk.Personal(p.l.JobTitle))
	}
	return words.Joined(kind, p.x.place, p.records.names.Name(p.l.HomeOrganisation, words.Current()))
}

// chips are the status and, of one of whom something is asked, readiness.
func (p *page) chips() []kit.Chip {
	if p.l.Anonymised() {
		return []kit.Chip{p.x.chip(p.records.said)}
	}
	out := []kit.Chip{p.records.said.status(p.x.status.State)}
	if _, absent := p.l.AbsentOn(p.records.today); absent {
		out = append(out, kit.Chip{Word: words.T("leaders.absent_today"), Tone: kit.Waiting})
	}
	if p.x.asked {
		out = append(out, kit.Chip{
			Word: words.T("leaders.page.readiness", "level", words.Code(p.in, "readiness.level", p.x.summary.Level)), Tone: levelTones[p.x.summary.Level],
		})
	}
	return out
}

// more are the actions of the menu.
func (p *page) more() []kit.Action {
	do := func(key string, icon fyne.Resource, do func(model.Leader)) kit.Action {
		return kit.Action{Label: words.T("leaders.do." + key), Icon: icon, Do: func() { do(p.l) }}
	}
	return []kit.Action{
		do("status", theme.AccountIcon(), p.changeStatus),
		do("task", theme.ContentAddIcon(), p.addTask),
		do("absence", theme.CalendarIcon(), p.addAbsence),
		do("entry", theme.HistoryIcon(), p.addEntry),
		do("merge", theme.ContentCopyIcon(), p.merge),
		do("remove", theme.DeleteIcon(), p.remove),
	}
}

// step is something to do next with a leader, or something to know before doing anything. Its code chooses the words.
type step struct {
	code string
	tone kit.Tone
	on   model.Date
	what model.Readiness
	same model.ID
	sure bool
	age  int
}

// steps says what is next with the leader, what hurts first.
func (p *page) steps() []step {
	today := p.records.today
	if p.l.Anonymised() {
		return []step{{code: "anonymised", tone: kit.Neutral, on: p.l.AnonymisedOn}}
	}
	var out []step
	if same, sure := model.LikelySame(p.l, p.records.leaders); len(same) > 0 {
		out = append(out, step{code: "same", tone: kit.Attention, same: same[0], sure: sure})
	}
	if p.l.GuardianSigns(today) && !p.x.gone {
		out = append(out, step{code: "guardian", tone: kit.Attention, age: today.Year() - p.l.BirthYear.N})
	}
	next, changes := p.l.NextStatus(today)
	switch state := p.x.status.State; {
	case state == model.LeaderEnded:
		until := p.l.KeptUntil(today, p.records.policy)
		code, tone := "kept", kit.Neutral
		if !until.After(today) {
			code, tone = "remove", kit.Attention
		}
		return append(out, step{code: code, tone: tone, on: until})
	case changes:
		out = append(out, step{code: "next_status", tone: kit.Neutral, on: next.From})
	case state == model.LeaderOnBreak:
		out = append(out, step{code: "on_break", tone: kit.Waiting, on: p.x.status.From})
	case state == model.LeaderInterested:
		out = append(out, step{code: "interested", tone: kit.Waiting})
	}
	return append(out, p.readinessStep()...)
}

// readinessStep is the most urgent requirement, or that one who is being introduced can begin.
func (p *page) readinessStep() []step {
	for _, r := range model.ByUrgency(p.ready) {
		if level := r.State.Level(); r.Counts() && level != model.LevelOK {
			return []step{{code: "readiness_" + string(level), tone: levelTones[level], what: r}}
		}
	}
	if p.x.status.State == model.LeaderIntroducing {
		return []step{{code: "introduced", tone: kit.OK}}
	}
	return nil
}

// nextStep puts a step into words, with the button that settles it.
func (p *page) nextStep(x step) kit.NextStep {
	n := kit.NextStep{Tone: x.tone}
	date := p.in.Date(x.on)
	said := func(verb string, do func(model.Leader), args ...any) {
		n.Text = words.T("leaders.step."+x.code, args...)
		if verb != "" {
			n.Verb, n.Do = words.T("leaders.do."+verb), func() { do(p.l) }
		}
	}
	switch x.code {
	case "same":
		other, _ := p.records.leader(x.same)
		if x.sure {
			x.code = "same_sure"
		}
		said("merge", p.merge, "name", p.name(other))
	case "guardian":
		said("", nil, "age", x.age)
	case "next_status":
		next, _ := p.l.NextStatus(p.records.today)
		said("status", p.changeStatus, "date", date, "state", words.Code(p.in, "leader.state", next.State))
	case "remove":
		said("remove", p.remove, "date", date)
	case "kept", "anonymised":
		said("", nil, "date", date)
	case "on_break", "interested", "introduced":
		said("status", p.changeStatus, "date", date)
	default:
		label := p.readinessLabel(x.what)
		rest := p.x.summary.Missing + p.x.summary.Due - 1
		said("", nil, "what", label)
		if rest > 0 {
			n.Text += " " + words.N("leaders.step.more", rest)
		}
	}
	return n
}

// contact is how to reach the leader, and who the leader is.
func (p *page) contact() fyne.CanvasObject {
	if p.l.Anonymised() {
		return nil
	}
	field := func(name string) string { return words.T("leaders.field." + name) }
	show := p.desk.Personal
	birth := p.l.BirthYear.String()
	facts := []kit.Fact{
		kit.DashFact(field("phone"), show(p.l.Phone)),
		kit.DashFact(field("email"), show(p.l.Email)),
		kit.DashFact(field("municipality"), p.x.place),
		p.organisationFact(field("home"), p.l.HomeOrganisation),
		kit.TextFact(field("job_title"), show(p.l.JobTitle)),
		kit.DashFact(field("languages"), codeList(p.in, "spoken", p.l.Languages)),
		kit.DashFact(field("audiences"), codeList(p.in, "audience", p.l.Audiences)),
		kit.TextFact(field("skills"), show(p.l.Skills)),
		kit.TextFact(field("birth_year"), show(birth)),
		kit.TextFact(field("started_on"), p.in.Date(p.l.FirstDay())),
	}
	if same, _ := model.LikelySame(p.l, p.records.leaders); len(same) > 0 {
		for _, id := range same {
			other, _ := p.records.leader(id)
			text := words.Joined(p.name(other), p.records.places.Name(other.Municipality), show(other.Phone))
			facts = append(facts, kit.Fact{Label: field("same"), Value: kit.NewLink(text, func() { p.Open(id) })})
		}
	}
	return kit.Section(words.T("leaders.section.contact"), kit.Facts(facts...))
}

// organisationFact is a link to an organisation, nothing without one.
func (p *page) organisationFact(label string, id model.ID) kit.Fact {
	name := p.records.names.Name(id, words.Current())
	if name == "" {
		return kit.Fact{}
	}
	return kit.Fact{Label: label, Value: kit.NewLink(name, func() { p.desk.Open(model.KindOrganisation, id) })}
}

// codeList is codes in words side by side: "Suomi, ruotsi".
func codeList[C ~string](in words.In, set string, codes []C) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = words.Code(in, set, c)
	}
	return words.Capital(strings.Join(out, ", "))
}

func (p *page) notes() fyne.CanvasObject {
	if p.l.Notes == "" {
		return nil
	}
	return kit.Section(words.T("leaders.section.notes"), kit.NewText(p.desk.Personal(p.l.Notes)))
}
