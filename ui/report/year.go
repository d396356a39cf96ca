package report

import (
	"strconv"
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// year is the year whose yearly page the report tells of: that in which the period ends.
func (m *maker) year() int { return m.q.Period.Until.Year() }

func (m *maker) resourcing() {
	m.add(m.resources(3))
	m.ofRegion()
}

// resources tells what was given in so many years, the latest first.
func (m *maker) resources(years int) table.Section {
	s := m.section("resourcing")
	t := m.newTable("resources", m.text("resource", 4))
	some := false
	for i := range years {
		year := m.year() - i
		t.Columns = append(t.Columns, table.Column{Code: "year_" + strconv.Itoa(year), Head: strconv.Itoa(year), Number: true})
		some = some || len(m.f.Years[year].Resources) > 0
	}
	if !some {
		return m.orNothing(s, false)
	}
	t.Columns = append(t.Columns, m.text("unit", 1.8), m.text("note", 4))
	for _, k := range model.ResourceKinds() {
		row := m.row(m.words(words.Capital(words.Code(m.in, "resource.kind", k))))
		for i := range years {
			row = append(row, m.resource(m.f.Years[m.year()-i].Resources[k]))
		}
		t.Rows = append(t.Rows, append(row, m.words(words.Code(m.in, "resource.unit", k.Unit())), m.words(m.f.Years[m.year()].Resources[k].Note)))
	}
	t.Notes = []string{m.in.T("report.note.resources")}
	s.Tables = []table.Table{t}
	return s
}

// resource is the amount, or else whether anything was given at all.
func (m *maker) resource(r model.Resource) table.Value {
	if r.Amount.Known {
		return m.amount(r.Amount)
	}
	return m.words(words.Code(m.in, "answer", r.Given))
}

// cooperation tells which services took part, and how cooperation with sectors went.
func (m *maker) cooperation() table.Section {
	s := m.section("cooperation")
	y, last := m.f.Years[m.year()], m.f.Years[m.year()-1]
	if len(y.Services)+len(y.Cooperation) == 0 {
		return m.orNothing(s, false)
	}
	services := m.newTable("services", m.judged("service")...)
	for _, x := range model.Services() {
		if y.Services[x] == "" && last.Services[x] == "" {
			continue
		}
		services.Rows = append(services.Rows, m.judgedRow(
			words.Code(m.in, "service", x), words.Code(m.in, "service.part", y.Services[x]), words.Code(m.in, "service.part", last.Services[x]),
		))
	}
	sectors := m.newTable("cooperation", m.judged("sector")...)
	for _, x := range model.Sectors() {
		if y.Cooperation[x] == "" && last.Cooperation[x] == "" {
			continue
		}
		sectors.Rows = append(sectors.Rows, m.judgedRow(
			words.Code(m.in, "sector", x), words.Code(m.in, "cooperation", y.Cooperation[x]), words.Code(m.in, "cooperation", last.Cooperation[x]),
		))
	}
	s.Tables = []table.Table{services, sectors}
	return s
}

// judged are the columns of a table of what was judged this year and the last.
func (m *maker) judged(what string) []table.Column {
	return []table.Column{
		m.text(what, 3), {Code: "now", Head: strconv.Itoa(m.year()), Weight: 2}, {Code: "before", Head: strconv.Itoa(m.year() - 1), Weight: 2},
	}
}

func (m *maker) judgedRow(what, now, before string) []table.Value {
	return m.row(m.words(words.Capital(what)), m.words(now), m.words(before))
}

// quality is the self-assessment of the meeting places.
func (m *maker) quality() table.Section {
	s := m.section("quality")
	y, last := m.f.Years[m.year()], m.f.Years[m.year()-1]
	if len(y.Quality) == 0 {
		return m.orNothing(s, false)
	}
	t := m.newTable(
		"quality", m.text("topic", 4), table.Column{Code: "now", Head: strconv.Itoa(m.year()), Number: true},
		table.Column{Code: "before", Head: strconv.Itoa(m.year() - 1), Number: true}, m.text("step", 3), m.text("note", 4),
	)
	c := table.Chart{Title: m.in.T("report.chart.quality", "steps", model.QualitySteps), Kind: table.Bars}
	now, before := table.Series{Name: strconv.Itoa(m.year())}, table.Series{Name: strconv.Itoa(m.year() - 1)}
	var said []string
	for _, topic := range model.QualityTopics() {
		mark := y.Quality[topic]
		name := words.Capital(words.Code(m.in, "quality.topic", topic))
		step := ""
		if mark.Step.Known {
			step = m.in.T("quality.step." + mark.Step.String())
			said = append(said, name+" "+mark.Step.String())
		}
		t.Rows = append(t.Rows, m.row(m.words(name), m.count(mark.Step), m.count(last.Quality[topic].Step), m.words(step), m.words(mark.Note)))
		c.Categories = append(c.Categories, name)
		now.Values, before.Values = append(now.Values, mark.Step), append(before.Values, last.Quality[topic].Step)
	}
	c.Series = []table.Series{now}
	if len(last.Quality) > 0 {
		c.Series = append(c.Series, before)
	}
	c.Summary = strings.Join(said, ", ") + "."
	if len(said) > 0 {
		s.Charts = []table.Chart{c}
	}
	s.Tables = []table.Table{t}
	return s
}
