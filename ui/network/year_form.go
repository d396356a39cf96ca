package network

import (
	"strconv"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// build makes the fields of the year from the draft: first what the registers know, then what a person says.
func (v *Year) build() {
	v.opening()
	v.knownSection()
	b := v.sheet.Bind("network.year.field.", "network.hint.")
	v.resources(b)
	v.cooperation(b)
	v.quality(b)
	v.sheet.View.Section(words.T("network.field.notes"))
	v.sheet.View.Row(b.Area("notes", &v.draft.notes))
}

// opening says that nothing is entered yet, and offers to begin with what stays the same from year to year.
func (v *Year) opening() {
	if !v.facts.kept.Nothing() || !v.draft.record().Nothing() {
		return
	}
	year := strconv.Itoa(v.year)
	begun := v.facts.last.CarriedOver(v.year)
	if begun.Nothing() {
		v.sheet.View.Add(kit.Notice(kit.Neutral, words.T("network.year.blank", "year", year)))
		return
	}
	v.sheet.View.Add(kit.NewBanner(kit.NextStep{
		Tone: kit.Neutral, Text: words.T("network.year.blank_after", "year", year), Verb: words.T("network.year.carry_over"),
		Do: func() {
			v.draft = draftOf(begun)
			v.sheet.Make()
			v.sheet.Touch()
			v.table.fill()
			v.desk.Say(words.T("network.year.carried_over"))
		},
	}))
}

// knownSection is what the registers know, with the year before beside it. Each line leads to its register.
func (v *Year) knownSection() {
	k, then := v.facts.known, v.facts.earlier
	line := func(key string, say func(known) string, kind model.Kind) kit.Fact {
		return kit.Fact{Label: words.T("network.known." + key), Value: kit.NewLink(beside(say(k), say(then)), func() { v.desk.Open(kind, "") })}
	}
	v.sheet.View.Section(words.T("network.year.section.known"))
	v.sheet.View.Add(kit.Facts(
		line("agreements", func(k known) string { return counted(k.kept.agreements, k.inForce) }, model.KindAgreement),
		line("money", func(k known) string { return sumsText(k.money) }, model.KindAgreement),
		line("places", func(k known) string { return counted(k.kept.places, k.places) }, model.KindPlace),
		line("groups", func(k known) string { return counted(k.kept.sessions, k.groups) }, model.KindGroup),
		line("sessions", sessionsText, model.KindSession),
		line("visits", func(k known) string { return counted(k.visits.Known, k.visits.N) }, model.KindSession),
		line("leaders", leadersText, model.KindLeader),
		line("training", trainingText, model.KindEvent),
		line("meetings", func(k known) string { return counted(k.kept.meetings, k.meetings) }, model.KindBody),
		line("surveys", func(k known) string { return counted(k.kept.surveys, k.surveys) }, model.KindSurvey),
	))
}

// unknown stands where no register says anything.
const unknown = "–"

// counted is a number, if it is known.
func counted(known bool, n int) string {
	if !known {
		return unknown
	}
	return words.In(words.Current()).Number(int64(n) * 100)
}

func sessionsText(k known) string {
	missing := ""
	if k.notEntered > 0 {
		missing = words.N("network.known.not_entered", k.notEntered)
	}
	return words.Joined(counted(k.kept.sessions, k.held), missing)
}

func leadersText(k known) string {
	if !k.kept.leaders {
		return unknown
	}
	return words.Joined(words.N("network.known.volunteers", k.volunteers), words.N("network.known.professionals", k.professionals))
}

func trainingText(k known) string {
	if !k.kept.training {
		return unknown
	}
	return words.Joined(words.N("network.known.events", k.training.Events), words.N("network.known.passed", k.training.Passed))
}

// beside says a value with that of the year before, if anything is known of that.
func beside(now, then string) string {
	if then == unknown {
		return now
	}
	return words.T("network.year.beside", "now", now, "then", then)
}

// sumsText says sums of contributions: "4 500 € vuodessa + 300 €"; a dash when there are none.
func sumsText(sums []model.Total) string {
	in := words.In(words.Current())
	out := ""
	for _, t := range sums {
		if out != "" {
			out += " + "
		}
		out += in.Quantity(t.Amount, t.Unit, t.Per)
	}
	if out == "" {
		return unknown
	}
	return out
}

// resources are the seven categories: whether anything was given, how much, and a note.
func (v *Year) resources(b form.Binder) {
	v.sheet.View.Section(words.T("network.year.section.resources"))
	in := words.In(words.Current())
	answers := []kit.Option[model.Answer]{
		{Value: model.Yes, Label: words.T("network.year.given")}, {Value: model.No, Label: words.T("network.year.not_given")},
	}
	for _, k := range model.ResourceKinds() {
		r := v.draft.resources[k]
		given := form.Choice(b, "given", answers, &r.Given)
		given.Name, given.Label = "given."+string(k), words.Capital(words.Code(in, "resource.kind", k))
		amount := b.Amount("amount", &r.Amount)
		amount.Name, amount.Label = "resource."+string(k), words.T("network.year.amount", "unit", words.Code(in, "resource.unit", k.Unit()))
		note := b.Entry("resource_note", &r.Note, model.MaxNotes)
		note.Name, note.Hint = "note."+string(k), words.Joined(v.resourceBefore(k), v.resourceKnown(k))
		v.sheet.View.Row(given, amount)
		v.sheet.View.Row(note)
	}
}

// resourceBefore says what was given the year before; empty when nobody has said.
func (v *Year) resourceBefore(k model.ResourceKind) string {
	r := v.facts.last.Resources[k]
	in := words.In(words.Current())
	said := ""
	switch {
	case r.Amount.Known:
		said = in.Quantity(r.Amount, words.Code(in, "resource.unit", k.Unit()), "")
	case r.Given == model.Yes:
		said = words.T("network.year.given")
	case r.Given == model.No:
		said = words.T("network.year.not_given")
	}
	return lastYear(words.Joined(said, r.Note))
}

// lastYear says what was said the year before; empty when nothing was.
func lastYear(said string) string {
	if said == "" {
		return ""
	}
	return words.T("network.year.last", "said", said)
}

// resourceKnown says what the registers know of a category; empty when they know nothing.
func (v *Year) resourceKnown(k model.ResourceKind) string {
	known := v.facts.known
	said := ""
	switch {
	case k == model.ResourcePremises && known.places > 0:
		said = words.N("network.known.places_in_use", known.places)
		if known.premises > 0 {
			said += ", " + words.N("network.known.premises_promised", known.premises)
		}
	case k == model.ResourceBudget && len(known.money) > 0:
		said = words.T("network.known.money_promised", "sums", sumsText(known.money))
	case k == model.ResourceOtherPosts && len(known.staff) > 0:
		said = words.T("network.known.staff_promised", "sums", sumsText(known.staff))
	case k == model.ResourceLeaderTraining && known.training.Events > 0:
		said = words.N("network.known.events", known.training.Events)
		if known.trainingCost.Known {
			said += ", " + words.In(words.Current()).Quantity(known.trainingCost, "€", "")
		}
	}
	if said == "" {
		return ""
	}
	return words.T("network.year.registers", "said", said)
}

// cooperation is which services take part, and how cooperation goes with each sector.
func (v *Year) cooperation(b form.Binder) {
	in := words.In(words.Current())
	v.sheet.View.Section(words.T("network.year.section.services"))
	v.sheet.View.Add(kit.NewText(words.T("network.year.services_hint")))
	for _, s := range model.Services() {
		f := form.Choice(b, "part", form.Offered("service.part", model.ServiceParts()), v.draft.services[s])
		f.Name, f.Label = "services."+string(s), words.Capital(words.Code(in, "service", s))
		f.Hint, f.Width = lastYear(words.Code(in, "service.part", v.facts.last.Services[s])), choiceWidth
		v.sheet.View.Row(f)
	}
	v.sheet.View.Section(words.T("network.year.section.cooperation"))
	for _, s := range model.Sectors() {
		f := form.Choice(b, "goes", form.Offered("cooperation", model.SectorCooperations()), v.draft.cooperation[s])
		f.Name, f.Label = "cooperation."+string(s), words.Capital(words.Code(in, "sector", s))
		f.Hint, f.Width = lastYear(words.Code(in, "cooperation", v.facts.last.Cooperation[s])), choiceWidth
		v.sheet.View.Row(f)
	}
}

// choiceWidth is enough for the longest step, in Fyne's units.
const choiceWidth = 260

// quality is the self-assessment of the meeting places: eight topics, each with a step and a note.
func (v *Year) quality(b form.Binder) {
	in := words.In(words.Current())
	v.sheet.View.Section(words.T("network.year.section.quality"))
	v.sheet.View.Add(kit.NewText(words.T("network.year.quality_hint")))
	var steps []kit.Option[int]
	for n := 1; n <= model.QualitySteps; n++ {
		steps = append(steps, kit.Option[int]{Value: n, Label: strconv.Itoa(n) + " – " + stepWord(n)})
	}
	for _, t := range model.QualityTopics() {
		m := v.draft.quality[t]
		step := form.Choice(b, "step", steps, &m.step)
		step.Name, step.Label, step.Width = "quality."+string(t), words.Capital(words.Code(in, "quality.topic", t)), choiceWidth
		step.Hint = words.T("network.quality." + string(t))
		note := b.Area("quality_note", &m.note)
		note.Name, note.Hint = "note."+string(t), v.qualityBefore(t)
		v.sheet.View.Row(step)
		v.sheet.View.Row(note)
	}
}

func stepWord(n int) string { return words.T("quality.step." + strconv.Itoa(n)) }

// qualityBefore says how a topic was assessed the year before.
func (v *Year) qualityBefore(t model.QualityTopic) string {
	m := v.facts.last.Quality[t]
	step := ""
	if m.Step.Known {
		step = strconv.Itoa(m.Step.N) + " – " + stepWord(m.Step.N)
	}
	return lastYear(words.Joined(step, m.Note))
}
