package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func (m *maker) visits() {
	m.made.Landscape = true
	m.missing()
	m.add(m.allSessions())
	for _, d := range model.Dimensions() {
		s := table.Section{Title: m.in.T("report.section.by", "what", m.in.T("report.by."+string(d)))}
		s.Tables = []table.Table{m.tally(d, true)}
		if d == model.ByMonth {
			s.Charts = m.monthChart()
		}
		m.add(s)
	}
	m.visitNotes()
}

// allSessions tells what became of the sessions, and who came.
func (m *maker) allSessions() table.Section {
	s := m.section("sessions")
	if m.now.Total.Planned()+m.before.Total.Planned() == 0 {
		return m.orNothing(s, false)
	}
	now, before := m.now.Total, m.before.Total
	s.Tables = []table.Table{
		m.compare("sessions", "status", []compared{
			m.sessions(model.StatusHeld, now.Held, before.Held),
			m.sessions(model.StatusCancelled, now.Cancelled, before.Cancelled),
			m.sessions(model.StatusNotEntered, now.NotEntered, before.NotEntered),
			m.sessions(model.StatusAhead, now.Ahead, before.Ahead),
		}, true),
		m.compare("visitors", "visitors", []compared{
			m.visitors(m.in.T("report.column.adults"), model.MeasureVisits, func(t *model.CountTotal) model.Count { return t.Adults }),
			m.visitors(m.in.T("report.column.children"), model.MeasureVisits, func(t *model.CountTotal) model.Count { return t.Children }),
		}, true),
		m.compare("among", "visitors", m.among(), false),
	}
	return s
}

func (m *maker) sessions(s model.SessionStatus, now, before int) compared {
	return compared{words.Capital(words.Code(m.in, "session.status", s)), some(m.f.Sessions, now), some(m.f.Before, before)}
}

func (m *maker) visitors(label string, x model.Measure, of func(*model.CountTotal) model.Count) compared {
	return compared{
		label,
		figure{of(&m.now.Total), m.now.HidesTotal(x)},
		figure{of(&m.before.Total), m.before.HidesTotal(x)},
	}
}

// among are those of the visitors who are told apart: new ones, men, and the centre's own categories.
func (m *maker) among() []compared {
	rows := []compared{
		m.visitors(m.in.T("report.column.new"), model.MeasureNew, func(t *model.CountTotal) model.Count { return t.New }),
		m.visitors(m.in.T("report.column.men"), model.MeasureMen, func(t *model.CountTotal) model.Count { return t.Men }),
	}
	for _, c := range m.f.Policy.Categories {
		r := m.visitors(c.Name.Best(m.lang), model.OwnMeasure(c.ID), func(t *model.CountTotal) model.Count { return t.Own[c.ID] })
		if !c.Off || r.now.count.Known || r.before.count.Known {
			rows = append(rows, r)
		}
	}
	return rows
}

// line is a row of a tally of this year and the last.
type line struct{ key, before, label, order string }

// tally is the table of a dimension; a wide one tells adults, children, new ones and men apart.
func (m *maker) tally(d model.Dimension, wide bool) table.Table {
	columns := []table.Column{m.text(string(d), 3.5)}
	columns = append(columns, m.numbers("planned", "held", "cancelled", "not_entered")...)
	if wide {
		columns = append(columns, m.numbers("ahead", "adults", "children", "new", "men")...)
	}
	columns = append(columns, m.number("visits"), table.Column{
		Code: "visits_before", Head: m.in.T("report.column.visits_before", "period", m.period(m.last)), Number: true,
	}, m.number("change"))
	t := m.titled("by_"+string(d), words.Capital(m.in.T("report.by."+string(d))), columns)
	for _, l := range m.lines(d) {
		now := cells{m.now.Row(d, l.key), func(x model.Measure) bool { return m.now.Hides(d, l.key, x) }}
		before := cells{m.before.Row(d, l.before), func(x model.Measure) bool { return m.before.Hides(d, l.before, x) }}
		t.Rows = append(t.Rows, m.tallyRow(l.label, now, before, wide))
	}
	if len(t.Rows) > 0 {
		t.Total = m.tallyRow(m.in.T("report.total"), cells{m.now.Total, m.now.HidesTotal}, cells{m.before.Total, m.before.HidesTotal}, wide)
	}
	return t
}

// cells are the figures of a row, and which of them are hidden.
type cells struct {
	of    model.CountTotal
	hides func(model.Measure) bool
}

func (m *maker) tallyRow(label string, now, before cells, wide bool) []table.Value {
	t := now.of
	row := m.row(m.words(label), m.n(t.Planned()), m.n(t.Held), m.n(t.Cancelled), m.n(t.NotEntered))
	visits := figure{t.Visits(), now.hides(model.MeasureVisits)}
	if wide {
		row = append(
			row, m.n(t.Ahead),
			m.cell(figure{t.Adults, visits.hidden}), m.cell(figure{t.Children, visits.hidden}),
			m.cell(figure{t.New, now.hides(model.MeasureNew)}), m.cell(figure{t.Men, now.hides(model.MeasureMen)}),
		)
	}
	last := figure{before.of.Visits(), before.hides(model.MeasureVisits)}
	return append(row, m.cell(visits), m.cell(last), m.change(visits, last))
}

// lines lists the rows of a dimension, of this year and the last, in their order.
func (m *maker) lines(d model.Dimension) []line {
	var out []line
	if d == model.ByMonth {
		return m.months()
	}
	keys := append(m.now.Keys(d), m.before.Keys(d)...)
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		l := line{key: key, before: key, label: m.label(d, key)}
		l.order = model.SortKey(l.label)
		if d == model.ByWeekday {
			l.order = string(key[0] + map[bool]byte{true: 7}[key == "0"]) // Monday first
		}
		if l.label == "" {
			l.label, l.order = m.in.T("report.unknown"), "\uffff"
		}
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b line) int { return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.key, b.key)) })
	return out
}

func (m *maker) label(d model.Dimension, key string) string {
	switch d {
	case model.ByGroup:
		return m.groups[model.ID(key)].Name.Best(m.lang)
	case model.ByPlace:
		return m.places[model.ID(key)].Name.Best(m.lang)
	case model.ByMunicipality:
		return words.Capital(m.towns[key])
	case model.ByWeekday:
		return words.Capital(m.in.Weekday(time.Weekday(key[0] - '0')))
	default:
		var spoken []string
		for code := range strings.SplitSeq(key, "+") {
			if code != "" {
				spoken = append(spoken, m.in.T("language."+code))
			}
		}
		return words.Capital(m.in.List(spoken))
	}
}

// months lists every month of the period, those without sessions too.
func (m *maker) months() []line {
	var out []line
	p := m.q.Period
	for first := p.From.AddDays(1 - p.From.Day()); !first.After(p.Until); first = first.AddMonths(1) {
		label := words.Capital(m.in.Month(first.Month()))
		if p.From.Year() != p.Until.Year() {
			label += " " + first.String()[:len("2026")]
		}
		out = append(out, line{
			key: first.String()[:len("2026-11")], before: first.AddMonths(-12).String()[:len("2026-11")], label: label,
		})
	}
	return out
}

// monthChart shows the visits of the months, this year and the last.
func (m *maker) monthChart() []table.Chart {
	lines := m.months()
	if len(lines) < 2 || len(lines) > 24 {
		return nil
	}
	c := table.Chart{Title: m.in.T("report.chart.months"), Kind: table.Bars}
	now, before := table.Series{Name: m.period(m.q.Period)}, table.Series{Name: m.period(m.last)}
	most, label := model.Count{}, ""
	for _, l := range lines {
		c.Categories = append(c.Categories, l.label)
		v := told(m.now, model.ByMonth, l.key)
		if v.Known && v.N > most.N {
			most, label = v, l.label
		}
		now.Values, before.Values = append(now.Values, v), append(before.Values, told(m.before, model.ByMonth, l.before))
	}
	if !most.Known {
		return nil
	}
	c.Series = []table.Series{now}
	if slices.ContainsFunc(before.Values, func(x model.Count) bool { return x.Known }) {
		c.Series = append(c.Series, before)
	}
	c.Summary = m.in.N("report.chart.most", most.N, "visits", m.n(most.N).Text, "month", label)
	return []table.Chart{c}
}

// told are the visits of a row, unknown when they are hidden.
func told(t model.Tally, d model.Dimension, key string) model.Count {
	if t.Hides(d, key, model.MeasureVisits) {
		return model.Count{}
	}
	r := t.Row(d, key)
	return r.Visits()
}

// visitNotes say how figures of visits are to be read.
func (m *maker) visitNotes() {
	if m.now.Total.Planned() == 0 {
		return
	}
	m.note("report.note.visit")
	m.note("report.note.no_data")
	if m.now.Total.NotEntered > 0 {
		m.note("report.note.not_entered")
	}
	if !m.q.Period.Until.Before(m.q.AsOf) {
		m.note("report.note.going_on", "period", m.period(m.last))
	}
}
