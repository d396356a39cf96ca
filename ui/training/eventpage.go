package training

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// eventPage is the page of one event and what can be done about it.
type eventPage struct {
	*eventsView
	r  *records
	e  model.Event
	in words.In
}

// page is the page of an event, nil when it is gone.
func (v *eventsView) page(id string) fyne.CanvasObject {
	e, ok := v.s.records.event(model.ID(id))
	if !ok {
		return nil
	}
	p := &eventPage{eventsView: v, r: v.s.records, e: e, in: words.In(words.Current())}
	subtitle := words.Joined(daysText(e.Days), e.Place)
	if !e.Title.IsZero() {
		subtitle = words.Joined(p.r.programmeName(e.ProgrammeID), subtitle)
	}
	view := kit.Page{
		Title: p.name(), Subtitle: subtitle, Chips: []kit.Chip{statusChip(statusOf(e, p.r.today))},
		Edit:  func() { v.openForm(e, false, "") },
		Print: p.askParticipantList,
		More:  p.actions(),
		Sections: []fyne.CanvasObject{
			p.facts(), p.days(), p.trainers(), p.participants(),
		},
	}
	if f := p.feedback(); f != nil {
		view.Sections = append(view.Sections, f)
	}
	if e.Notes != "" {
		view.Sections = append(view.Sections, kit.Section(words.T("training.event.field.notes"), kit.NewText(v.s.desk.Personal(e.Notes))))
	}
	for _, step := range eventSteps(e, p.r.today) {
		view.Next = append(view.Next, p.nextStep(step))
	}
	view.Sections = append(view.Sections, v.s.desk.Reminders(model.KindEvent, e.ID)...)
	return view.View()
}

func (p *eventPage) name() string { return p.e.Name(p.r.programmeOf, words.Current()) }

// actions is what else can be done with the event; printing and editing have buttons of their own.
func (p *eventPage) actions() []kit.Action {
	do := func(code string, icon fyne.Resource, do func()) kit.Action {
		return kit.Action{Label: words.T("training.event.do." + code), Icon: icon, Do: do}
	}
	var all []kit.Action
	if len(p.e.Participations) > 0 && len(p.e.Days) > 0 {
		all = append(all, do("attendance", theme.DocumentCreateIcon(), p.openAttendance))
	}
	if awaiting(p.e) > 0 {
		all = append(all, do("confirm", theme.ConfirmIcon(), p.askConfirm))
	}
	if p.e.State != model.EventHeld {
		all = append(all, do("hold", theme.ConfirmIcon(), p.hold))
	}
	if p.e.State != model.EventCancelled {
		all = append(all, do("cancel", theme.CancelIcon(), p.cancel))
	}
	all = append(all, do("duplicate", theme.ContentCopyIcon(), func() { p.duplicate(p.e) }))
	if len(p.e.Passed()) > 0 {
		all = append(all,
			do("certificates", theme.DocumentPrintIcon(), p.askCertificates),
			do("certificate", theme.DocumentPrintIcon(), p.askCertificate))
	}
	return append(all, do("delete", theme.DeleteIcon(), p.askDelete))
}

// step is something to do next with an event. Its code chooses the words.
type step struct {
	code string
	tone kit.Tone
	n    int // how many it is about
}

// eventSteps says what there is to do about the event on the day.
func eventSteps(e model.Event, today model.Date) []step {
	var steps []step
	if e.State == model.EventCancelled {
		return nil
	}
	if statusOf(e, today) == unsettled {
		steps = append(steps, step{"unsettled", kit.Attention, 0})
	}
	if len(e.Days) == 0 {
		steps = append(steps, step{"no_days", kit.Attention, 0})
	}
	begun := len(e.Days) > 0 && !e.FirstDay().After(today)
	if n := notEntered(e, today); begun && n > 0 {
		steps = append(steps, step{"attendance", kit.Attention, n})
	}
	if n := awaiting(e); e.State == model.EventHeld && n > 0 {
		steps = append(steps, step{"confirm", kit.Attention, n})
	}
	switch over := len(e.Participations) - e.Capacity.N; {
	case e.Capacity.Known && over > 0:
		steps = append(steps, step{"over_capacity", kit.Attention, over})
	case e.Full() && e.State == model.EventPlanned:
		steps = append(steps, step{"full", kit.Neutral, 0})
	}
	return steps
}

// notEntered counts the participants of whom nobody has said whether they came on every day until today.
func notEntered(e model.Event, today model.Date) int {
	n := 0
	for _, p := range e.Participations {
		if slices.ContainsFunc(e.Days, func(d model.EventDay) bool {
			_, entered := p.Days[d.ID]
			return !entered && !d.Date.After(today)
		}) {
			n++
		}
	}
	return n
}

// awaiting counts the participants for whom it is proposed whether they have passed, and not confirmed.
func awaiting(e model.Event) int {
	n := 0
	for _, p := range e.Participations {
		if p.Passed == "" && e.ProposedPass(p) != "" {
			n++
		}
	}
	return n
}

// nextStep puts a step into words, with the button that settles it.
func (p *eventPage) nextStep(x step) kit.NextStep {
	n := kit.NextStep{Tone: x.tone}
	n.Text = words.N("training.event.step."+x.code, x.n, "last", p.in.Date(p.e.LastDay()), "capacity", p.e.Capacity.N)
	do := map[string]func(){
		"unsettled": p.hold, "attendance": p.openAttendance, "confirm": p.askConfirm,
		"no_days": func() { p.openForm(p.e, false, "days") },
	}[x.code]
	if do != nil {
		n.Verb, n.Do = words.T("training.event.step_verb."+x.code), do
	}
	return n
}

// hold says that the event was held; one whose last day is ahead asks first.
func (p *eventPage) hold() {
	hold := func() {
		p.update(p.e.ID, words.T("training.event.held", "name", p.name()), func(e *model.Event) {
			e.State, e.Reason = model.EventHeld, ""
		})
	}
	if last := p.e.LastDay(); last.After(p.r.today) {
		p.s.desk.Dialogs.Confirm(words.T("training.event.hold.title"),
			words.T("training.event.hold.ahead", "last", p.in.Date(last)), words.T("training.event.do.hold"), false, hold)
		return
	}
	hold()
}

// cancel opens the form with the event cancelled, for the reason to be written.
func (p *eventPage) cancel() {
	e := p.e
	e.State = model.EventCancelled
	p.openForm(e, false, "reason").Touch()
}

// askConfirm confirms what is proposed about passing, after saying what that is.
func (p *eventPage) askConfirm() {
	said := p.in.List(proposals(p.e))
	p.s.desk.Dialogs.Confirm(words.T("training.event.do.confirm"), words.T("training.event.confirm.text", "proposals", said),
		words.T("training.event.confirm.verb"), false, func() {
			p.update(p.e.ID, words.T("training.event.confirmed", "name", p.name()), confirmProposals)
		})
}

// confirmProposals takes over what is proposed about those of whom nobody has said anything.
func confirmProposals(e *model.Event) {
	for i := range e.Participations {
		if x := &e.Participations[i]; x.Passed == "" {
			x.Passed = e.ProposedPass(*x)
		}
	}
}

// proposals says what is proposed and not confirmed: "4 ehdotetaan hyväksyttäväksi", "1 ehdotetaan hylättäväksi".
func proposals(e model.Event) []string {
	count := map[model.Answer]int{}
	for _, p := range e.Participations {
		if p.Passed == "" {
			count[e.ProposedPass(p)]++
		}
	}
	var said []string
	for _, answer := range []model.Answer{model.Yes, model.No} {
		if n := count[answer]; n > 0 {
			said = append(said, words.N("training.event.proposed."+string(answer), n))
		}
	}
	return said
}

// attendanceSummary says how it went: who attended every day, who passed, what is proposed and what is not entered.
func attendanceSummary(e model.Event) []string {
	all, passed, failed, open := 0, 0, 0, 0
	for _, p := range e.Participations {
		a := e.AttendanceOf(p)
		if a.Days > 0 && a.Attended == a.Days {
			all++
		}
		if a.Entered < a.Days {
			open++
		}
		switch p.Passed {
		case model.Yes:
			passed++
		case model.No:
			failed++
		}
	}
	var said []string
	add := func(code string, n int) {
		if n > 0 {
			said = append(said, words.N("training.event.summary."+code, n))
		}
	}
	add("all_days", all)
	add("passed", passed)
	add("failed", failed)
	said = append(said, proposals(e)...)
	add("open", open)
	return said
}

// askDelete removes the event, after saying what goes with it.
func (p *eventPage) askDelete() {
	text := words.N("training.event.delete.text", len(p.e.Participations), "name", p.name())
	p.s.desk.Dialogs.Confirm(words.T("training.event.delete.title"), text, words.T("training.event.do.delete"), true, func() {
		if err := p.s.store.DeleteEvent(context.Background(), p.e.ID); err != nil {
			p.s.desk.Fail(err, nil)
			return
		}
		p.s.desk.Say(words.T("training.event.deleted", "name", p.name()))
		p.Reload()
	})
}
