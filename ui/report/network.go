package report

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// networkFigures tells how often the bodies of the network met. They are of the whole region.
func (m *maker) networkFigures() table.Section {
	s := m.section("network")
	t := m.newTable("meetings", m.text("body", 4), m.text("body_kind", 3), m.number("to_meet"), m.number("meetings"), table.Column{
		Code: "meetings_before", Head: m.in.T("report.column.meetings_before", "period", m.period(m.last)), Number: true,
	}, m.number("with_decisions"))
	for _, b := range m.f.Bodies {
		now, before := b.MeetingsHeld(m.f.Meetings, m.q.Period, m.q.AsOf), b.MeetingsHeld(m.f.Meetings, m.last, m.q.AsOf)
		if b.EndedBy(m.last.From) || (b.EndedBy(m.q.Period.From) && now+before == 0) {
			continue
		}
		t.Rows = append(t.Rows, m.row(
			m.words(b.Name.Best(m.lang)), m.words(words.Code(m.in, "body.kind", b.Kind)), m.count(b.TimesAYear), m.n(now), m.n(before),
			m.n(m.withDecisions(b)),
		))
	}
	first := earliest(m.f.Meetings, func(x *model.NetworkMeeting) model.Date { return x.Date })
	if len(t.Rows) == 0 || first.After(m.q.Period.Until) { // meetings were kept only later
		return m.orNothing(s, false)
	}
	t = m.totalled(t)
	t.Total[2] = table.Value{} // bodies whose number of meetings is not set have none to add
	s.Tables = []table.Table{t}
	m.ofRegion()
	return s
}

func (m *maker) withDecisions(b model.Body) int {
	n := 0
	for _, x := range m.f.Meetings {
		if x.BodyID == b.ID && x.HeldBy(m.q.AsOf) && m.q.Period.Covers(x.Date) && x.Decisions != "" {
			n++
		}
	}
	return n
}

func (m *maker) meetingsHeld(p model.Period) int {
	n := 0
	for _, x := range m.f.Meetings {
		if x.HeldBy(m.q.AsOf) && p.Covers(x.Date) {
			n++
		}
	}
	return n
}

// ofRegion notes in a report of a municipality that something in it is of the whole region.
func (m *maker) ofRegion() {
	if !m.q.Municipality.IsZero() {
		m.note("report.note.region")
	}
}

func (m *maker) surveys() {
	m.made.Landscape = true
	s := m.surveyFigures()
	surveys := m.surveysIn(m.q.Period)
	if len(surveys) > 0 {
		s.Tables = []table.Table{m.surveyList(surveys)}
	}
	m.add(s)
}

func (m *maker) surveysIn(p model.Period) []model.Survey {
	out := only(m.f.Surveys, func(s *model.Survey) bool { return p.Covers(s.On) })
	slices.SortStableFunc(out, func(a, b model.Survey) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.ID, b.ID)) })
	return out
}

// surveyFigures are the surveys in short.
func (m *maker) surveyFigures() table.Section {
	s := m.section("surveys")
	surveys := m.surveysIn(m.q.Period)
	if len(surveys) == 0 {
		return m.orNothing(s, false)
	}
	s.Text = []string{m.in.N("report.surveys.before", len(m.surveysIn(m.last)), "period", m.period(m.last))}
	t := m.newTable(
		"surveys", m.text("survey", 3), m.text("survey_on", 1.6), m.number("answers"), m.number("response_rate"), m.number("positive"),
		m.text("finding", 5),
	)
	for _, x := range surveys {
		row := append(m.row(m.words(x.Name), m.date(x.On)), m.answers(x)...)
		t.Rows = append(t.Rows, append(row, m.words(x.Finding)))
	}
	s.Tables = []table.Table{t}
	return s
}

func (m *maker) surveyList(surveys []model.Survey) table.Table {
	t := m.newTable(
		"surveys", m.text("survey", 3), m.text("survey_kind", 2), m.text("survey_on", 1.6), m.text("target", 2.5), m.number("asked"),
		m.number("answers"), m.number("response_rate"), m.number("positive"), m.text("finding", 5),
	)
	for _, x := range surveys {
		row := append(m.row(
			m.words(x.Name), m.words(words.Code(m.in, "survey.kind", x.Kind)), m.date(x.On), m.words(x.Target), m.asked(x),
		), m.answers(x)...)
		t.Rows = append(t.Rows, append(row, m.words(x.Finding)))
	}
	return t
}

// asked is how many were asked; hidden when they are so few of a closed group that it would tell of single families.
func (m *maker) asked(x model.Survey) table.Value {
	return m.cell(figure{x.Asked, m.tooFew(x, x.Asked)})
}

func (m *maker) tooFew(x model.Survey, n model.Count) bool {
	return m.closed(x.GroupID) && n.N > 0 && n.N < model.MinimumCell
}

// answers are how many answered, of those asked, and how many of them positively; hidden when so few of a closed group
// answered that it would tell of single families.
func (m *maker) answers(x model.Survey) []table.Value {
	if m.tooFew(x, x.Answers) {
		return m.row(m.hidden(), m.hidden(), m.hidden())
	}
	rate := figure{x.ResponseRate(), m.tooFew(x, x.Asked)} // with the answers it tells how many were asked
	return m.row(m.count(x.Answers), m.cell(rate), m.count(x.Positive))
}
