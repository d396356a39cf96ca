package report

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func (m *maker) training() {
	m.add(m.trainingFigures())
	if held := m.held(m.q.Period); len(held) > 0 {
		s := m.section("list")
		s.Tables = []table.Table{m.eventList(held)}
		m.add(s)
	}
}

// held are the events that were held in the period, the earliest first.
func (m *maker) held(p model.Period) []model.Event {
	out := only(m.f.Events, func(e *model.Event) bool { return e.HeldIn(p) })
	slices.SortStableFunc(out, func(a, b model.Event) int { return cmp.Or(a.FirstDay().Compare(b.FirstDay()), cmp.Compare(a.ID, b.ID)) })
	return out
}

func (m *maker) trained(p model.Period) model.TrainingTally {
	var t model.TrainingTally
	for _, e := range m.held(p) {
		t.Add(e, m.taught[e.ProgrammeID])
	}
	return t
}

func (m *maker) trainingFigures() table.Section {
	s := m.section("training")
	now, before := m.trained(m.q.Period), m.trained(m.last)
	elsewhere, elsewhereBefore := m.elsewhere(m.q.Period), m.elsewhere(m.last)
	if now.Events+before.Events+elsewhere+elsewhereBefore == 0 {
		return m.orNothing(s, false)
	}
	first := m.firstEvent()
	say := func(what string, n, last int) compared {
		return compared{what, since(first, m.q.Period, n), since(first, m.last, last)}
	}
	rows := []compared{
		say(m.in.T("report.training.events"), now.Events, before.Events),
		say(m.in.T("report.training.participants"), now.Participants, before.Participants),
		say(m.in.T("report.training.outsiders"), now.Outsiders, before.Outsiders),
		say(m.in.T("report.training.passed"), now.Passed, before.Passed),
	}
	if elsewhere+elsewhereBefore > 0 {
		rows = append(rows, compared{m.in.T("report.training.elsewhere"), known(elsewhere), known(elsewhereBefore)})
	}
	s.Tables = []table.Table{m.compare("training", "what", rows, false), m.programmes()}
	return s
}

func (m *maker) firstEvent() model.Date {
	return earliest(m.f.Events, func(e *model.Event) model.Date { return e.LastDay() })
}

// elsewhere counts the trainings that leaders completed elsewhere in the period.
func (m *maker) elsewhere(p model.Period) int {
	n := 0
	for _, l := range m.f.Leaders {
		for _, x := range l.Elsewhere {
			if p.Covers(x.On) {
				n++
			}
		}
	}
	return n
}

// programmes tells of the events of each programme, in the order of kinds.
func (m *maker) programmes() table.Table {
	t := m.newTable("programmes", append(
		[]table.Column{m.text("programme", 4), m.text("programme_kind", 3)}, m.numbers("events", "participants", "outsiders", "passed", "hours")...,
	)...)
	of := map[model.ID]*model.TrainingTally{}
	var order []model.Programme
	for _, e := range m.held(m.q.Period) {
		p := m.taught[e.ProgrammeID]
		if of[p.ID] == nil {
			of[p.ID] = &model.TrainingTally{}
			order = append(order, p)
		}
		of[p.ID].Add(e, p)
	}
	slices.SortStableFunc(order, func(a, b model.Programme) int {
		kinds := model.ProgrammeKinds()
		return cmp.Or(
			cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)),
			cmp.Compare(model.SortKey(a.Name.Best(m.lang)), model.SortKey(b.Name.Best(m.lang))),
		)
	})
	for _, p := range order {
		x := of[p.ID]
		t.Rows = append(t.Rows, m.row(
			m.words(p.Name.Best(m.lang)), m.words(words.Code(m.in, "programme.kind", p.Kind)), m.n(x.Events), m.n(x.Participants),
			m.n(x.Outsiders), m.n(x.Passed), m.amount(x.Hours),
		))
	}
	return m.totalled(t)
}

func (m *maker) eventList(events []model.Event) table.Table {
	t := m.newTable(
		"events", m.text("event", 4), m.text("days", 2.5), m.text("organiser", 3), m.number("participants"), m.number("outsiders"),
		m.number("passed"), m.number("hours"),
	)
	for _, e := range events {
		var x model.TrainingTally
		x.Add(e, m.taught[e.ProgrammeID])
		t.Rows = append(t.Rows, m.row(
			m.words(e.Name(m.taught, m.lang)), m.words(m.in.DateRange(e.FirstDay(), e.LastDay())),
			m.words(m.names.Name(e.OrganiserID, m.lang)), m.n(x.Participants), m.n(x.Outsiders), m.n(x.Passed), m.amount(x.Hours),
		))
	}
	return m.totalled(t)
}
