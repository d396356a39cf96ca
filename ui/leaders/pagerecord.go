package leaders

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// taking is an event in which the leader takes or took part.
type taking struct {
	event model.Event
	as    model.Participation
}

// takings are the events of a leader, the latest first.
func (r *records) takings(id model.ID) []taking {
	var out []taking
	for _, e := range r.events {
		for _, as := range e.Participations {
			if as.LeaderID == id {
				out = append(out, taking{e, as})
			}
		}
	}
	return out
}

// training is what the leader has learnt and how long it is valid, the events, and what was learnt elsewhere.
func (p *page) training() fyne.CanvasObject {
	var done []kit.Fact
	for _, programme := range p.records.programmes {
		s := p.records.rules.Record.StandingOn(p.records.today, p.l.ID, programme)
		if s.On.IsZero() {
			continue
		}
		chip := kit.Chip{Word: words.Code(p.in, "standing.state", s.State), Tone: standingTones[s.State]}
		done = append(done, kit.Fact{
			Label: programme.Name.Best(words.Current()), Value: kit.WithChip(kit.NewText(p.standing(s)), chip),
		})
	}
	content := kit.Column()
	add := func(title string, facts []kit.Fact) {
		if len(facts) == 0 {
			return
		}
		if title != "" {
			heading := kit.NewText(words.T("leaders.training." + title))
			heading.TextStyle.Bold = true
			content.Add(heading)
		}
		content.Add(kit.Facts(facts...))
	}
	add("", done)
	add("events", p.eventFacts())
	add("elsewhere", p.elsewhereFacts())
	if len(content.Objects) == 0 {
		content.Add(kit.NewText(words.T("leaders.no_training")))
	}
	return kit.Section(words.T("leaders.section.training"), content,
		p.adder("elsewhere", func(l model.Leader) { p.addElsewhere(l, "") })...)
}

var standingTones = map[model.StandingState]kit.Tone{
	model.StandingValid: kit.OK, model.StandingExpiring: kit.Waiting, model.StandingGrace: kit.Attention,
	model.StandingExpired: kit.Attention,
}

// standing says since when a training counts and how long.
func (p *page) standing(s model.Standing) string {
	text := words.T("leaders.ready.trained", "date", p.in.Date(s.On))
	switch {
	case s.Until.IsZero():
		return text + " " + words.T("leaders.training.for_ever")
	case s.Until.Before(p.records.today):
		text += " " + words.T("leaders.ready.ran_out", "date", p.in.Date(s.Until))
	default:
		text += " " + words.T("leaders.ready.valid_until", "date", p.in.Date(s.Until))
	}
	if s.Extended {
		text += " " + words.T("leaders.training.extended")
	}
	return text
}

// eventFacts are the events with what became of the participation.
func (p *page) eventFacts() []kit.Fact {
	var facts []kit.Fact
	for _, t := range p.records.takings(p.l.ID) {
		when := p.in.Date(t.event.FirstDay())
		if when == "" {
			when = words.T("leaders.training.undated")
		}
		chip := kit.Chip{Word: words.Code(p.in, "training.event_state", t.event.State)}
		switch {
		case t.event.State == model.EventCancelled:
			chip.Tone = kit.Past
		case t.event.State == model.EventPlanned:
			chip.Tone = kit.Waiting
		case t.as.Passed == model.Yes:
			chip = kit.Chip{Word: words.T("leaders.training.passed"), Tone: kit.OK}
		case t.as.Passed == model.No:
			chip = kit.Chip{Word: words.T("leaders.training.not_passed"), Tone: kit.Past}
		default:
			chip = kit.Chip{Word: words.T("leaders.training.open"), Tone: kit.Attention}
		}
		id := t.event.ID
		link := kit.NewLink(t.event.Name(p.records.taught, words.Current()), func() { p.desk.Open(model.KindEvent, id) })
		facts = append(facts, kit.Fact{Label: when, Value: kit.WithChip(link, chip)})
	}
	return facts
}

func (p *page) elsewhereFacts() []kit.Fact {
	var facts []kit.Fact
	for _, e := range slices.Backward(p.l.Elsewhere) {
		text := words.Joined(p.records.taught.Name(e.ProgrammeID, words.Current()), e.Where, p.in.Quantity(e.Hours, "h", ""))
		facts = append(facts, kit.DashFact(p.in.Date(e.On), text))
	}
	return facts
}

// entriesShown is how many entries are shown one by one; the sums are of all of them.
const entriesShown = 12

// entries are the hours, fees and reimbursements: the sums of each year, then the latest one by one.
func (p *page) entries() fyne.CanvasObject {
	if len(p.l.Entries) == 0 && (p.l.Anonymised() || p.x.gone) {
		return nil
	}
	title := words.T("leaders.section.entries")
	if len(p.l.Entries) == 0 {
		return kit.Section(title, kit.NewText(words.T("leaders.no_entries")), p.adder("entry", p.addEntry)...)
	}
	var sums, lines []kit.Fact
	for _, y := range entryYears(p.l) {
		sums = append(sums, kit.TextFact(strconv.Itoa(y), p.yearTotal(y)))
	}
	latest := slices.Clone(p.l.Entries)
	slices.SortStableFunc(latest, func(a, b model.LeaderEntry) int { return b.On.Compare(a.On) })
	for _, e := range latest[:min(len(latest), entriesShown)] {
		text := words.Joined(words.Capital(words.Code(p.in, "entry.kind", e.Kind))+" "+p.in.Quantity(e.Amount, entryUnits[e.Kind], ""), p.desk.Personal(e.Note))
		lines = append(lines, kit.TextFact(p.in.Date(e.On), text))
	}
	heading := kit.NewText(words.N("leaders.entries_latest", len(lines)))
	heading.TextStyle.Bold = true
	return kit.Section(title, kit.Column(kit.Facts(sums...), heading, kit.Facts(lines...)), p.adder("entry", p.addEntry)...)
}

var entryUnits = map[model.EntryKind]string{model.EnteredHours: "h", model.EnteredFee: "€", model.EnteredExpense: "€"}

// entryYears are the calendar years with entries, the latest first.
func entryYears(l model.Leader) []int {
	var years []int
	for _, e := range l.Entries {
		if y := e.On.Year(); !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	return years
}

// yearTotal is the sums of one calendar year: "tunnit 34 h · palkkiot 120 €".
func (p *page) yearTotal(year int) string {
	var parts []string
	for _, k := range model.EntryKinds() {
		first, _ := model.NewDate(year, 1, 1)
		last, _ := model.NewDate(year, 12, 31)
		if sum := p.l.EntryTotal(k, first, last); sum.Known {
			parts = append(parts, words.Code(p.in, "entry.kind", k)+" "+p.in.Quantity(sum, entryUnits[k], ""))
		}
	}
	return words.Capital(words.Joined(parts...))
}

// statuses are the states by day, the latest first.
func (p *page) statuses() fyne.CanvasObject {
	var facts []kit.Fact
	for _, s := range slices.Backward(p.l.Statuses) {
		label := words.T("leaders.from_day", "date", p.in.Date(s.From))
		if s.From.IsZero() {
			label = words.T("leaders.from_beginning")
		}
		text := words.Capital(words.Code(p.in, "leader.state", s.State))
		if s.Reason != "" {
			text += ": " + p.desk.Personal(s.Reason)
		}
		facts = append(facts, kit.TextFact(label, text))
	}
	var content fyne.CanvasObject = kit.Facts(facts...)
	if len(facts) == 0 {
		content = kit.NewText(words.T("leaders.no_statuses"))
	}
	return kit.Section(words.T("leaders.section.statuses"), content, p.adder("status", p.changeStatus)...)
}

// origin says of each group of facts where it came from and until when it is kept.
func (p *page) origin() fyne.CanvasObject {
	if p.l.Anonymised() {
		return nil
	}
	trained := len(p.records.takings(p.l.ID)) > 0
	var facts []kit.Fact
	for _, k := range p.l.KeepingOn(p.records.today, p.records.policy, trained) {
		text := words.Capital(words.Code(p.in, "leader.origin", k.Origin))
		if !k.On.IsZero() {
			text = words.Joined(text, p.in.Date(k.On))
		}
		text += ". " + p.kept(k)
		facts = append(facts, kit.TextFact(words.Capital(words.Code(p.in, "leader.facts", k.Group)), text))
	}
	return kit.Section(words.T("leaders.section.origin"), kit.Facts(facts...))
}

// kept says until when a group of facts is kept, and what stays of it.
func (p *page) kept(k model.Keeping) string {
	text := words.T("leaders.kept.while_here")
	if !k.Until.IsZero() {
		text = words.T("leaders.kept.until", "date", p.in.Date(k.Until))
	}
	if k.Group == model.FactsCheck && k.Until.IsZero() {
		text = words.T("leaders.kept.while_task")
	}
	if k.Stays {
		text += " " + words.T("leaders.kept.stays")
	}
	return text
}
