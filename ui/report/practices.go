package report

import (
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func (m *maker) practices() {
	m.made.Landscape = true
	entries, evidence := m.practiced()
	if len(entries)+len(evidence) == 0 {
		m.add(m.orNothing(m.section("practices"), false))
		return
	}
	for _, a := range model.PracticeAreas() {
		s := table.Section{Title: words.Capital(words.Code(m.in, "practice.area", a))}
		s.Tables = []table.Table{m.practiceTable(a, entries, evidence)}
		m.add(s)
	}
	m.note("report.note.practices")
}

// practiced is what is entered of the year, and what the registers show of the period.
func (m *maker) practiced() ([]model.PracticeEntry, []model.PracticeEvidence) {
	entries := m.f.Years[m.year()].Practices
	evidence := model.EvidenceOf(m.q.Period, model.EvidenceFacts{
		Places: m.f.Places, PlaceOf: m.places, Groups: m.groups, Sessions: m.f.Sessions, Events: m.f.Events, Programmes: m.taught,
		Organisations: m.names,
	})
	if town := m.q.Municipality; !town.IsZero() {
		entries = only(entries, func(e *model.PracticeEntry) bool { return e.Municipality.Same(town) })
		evidence = only(evidence, func(e *model.PracticeEvidence) bool { return e.Municipality.Same(town) })
	}
	return entries, evidence
}

// practiceTowns are the municipalities of the region, and others of which something is said.
func (m *maker) practiceTowns(entries []model.PracticeEntry, evidence []model.PracticeEvidence) []model.Municipality {
	if !m.q.Municipality.IsZero() {
		return []model.Municipality{m.q.Municipality}
	}
	var out []model.Municipality
	add := func(x model.Municipality) {
		if !slices.ContainsFunc(out, x.Same) {
			out = append(out, x)
		}
	}
	for _, x := range m.f.Centre.Municipalities {
		add(model.Municipality{Code: x.Code, Name: x.Name(m.lang)})
	}
	for _, e := range entries {
		add(e.Municipality)
	}
	for _, e := range evidence {
		add(e.Municipality)
	}
	return out
}

// maxTowns is how many municipalities stand beside each other; of more, only the counts are told.
const maxTowns = 8

// practiceTable tells of the practices of an area: how each stands in every municipality, and in how many so.
func (m *maker) practiceTable(a model.PracticeArea, entries []model.PracticeEntry, evidence []model.PracticeEvidence) table.Table {
	towns := m.practiceTowns(entries, evidence)
	t := m.newTable("practices_"+string(a), m.text("practice", 4))
	t.Title = words.Capital(words.Code(m.in, "practice.area", a))
	beside := len(towns) <= maxTowns
	for i, x := range towns {
		if beside {
			t.Columns = append(t.Columns, table.Column{Code: "municipality_" + strconv.Itoa(i+1), Head: m.town(x), Weight: 1.6})
		}
	}
	stages := append(model.PracticeStages(), model.PracticeRegistered)
	if len(towns) > 1 {
		t.Columns = append(t.Columns, m.number("in_use"))
		for _, s := range stages {
			t.Columns = append(t.Columns, table.Column{Code: string(s), Head: words.Capital(words.Code(m.in, "practice.stage", s)), Number: true})
		}
		t.Columns = append(t.Columns, m.number("unknown"))
	}
	for i := range t.Columns {
		if t.Columns[i].Number {
			t.Columns[i].Weight = 1.3
		}
	}
	for _, r := range model.PracticeTable(a, towns, entries, evidence) {
		row := m.row(m.words(words.Capital(m.in.Practice(r.Practice))))
		for _, s := range r.Stages {
			if beside {
				row = append(row, m.words(words.Code(m.in, "practice.stage", s)))
			}
		}
		if len(towns) > 1 {
			row = append(row, m.n(r.InUse))
			for _, s := range stages {
				row = append(row, m.n(r.Counts[s]))
			}
			row = append(row, m.n(r.Unknown))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// practiceFigures is the part of the annual report: in how many municipalities each practice is in use.
func (m *maker) practiceFigures() table.Section {
	s := m.section("practices")
	entries, evidence := m.practiced()
	if len(entries)+len(evidence) == 0 {
		return m.orNothing(s, false)
	}
	towns := m.practiceTowns(entries, evidence)
	stages := []model.PracticeStage{model.PracticeEstablished, model.PracticeBecoming, model.PracticeTrial, model.PracticeRegistered}
	t := m.newTable("practices", m.text("practice", 4), m.number("in_use"))
	for _, stage := range stages {
		t.Columns = append(t.Columns, table.Column{Code: string(stage), Head: words.Capital(words.Code(m.in, "practice.stage", stage)), Number: true})
	}
	for _, a := range model.PracticeAreas() {
		for _, r := range model.PracticeTable(a, towns, entries, evidence) {
			if r.InUse == 0 {
				continue
			}
			row := m.row(m.words(words.Capital(m.in.Practice(r.Practice))), m.n(r.InUse))
			for _, stage := range stages {
				row = append(row, m.n(r.Counts[stage]))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	s.Text = []string{m.in.N("report.practices.towns", len(towns))}
	s.Tables = []table.Table{t}
	m.note("report.note.practices")
	return s
}
