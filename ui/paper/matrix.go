package paper

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// maxProgrammes is how many programmes stand next to each other in a table of the matrix: a column is then as wide as a
// mark and a date. More programmes make more tables.
const maxProgrammes = 10

// Weights of the columns of the matrix.
const (
	matrixName         = 40
	matrixMunicipality = 22
	matrixProgramme    = 18
)

// standingMarks are the marks of how a leader stands with a programme.
var standingMarks = map[model.StandingState]Mark{
	model.StandingValid: MarkFull, model.StandingExpiring: MarkHalf, model.StandingGrace: MarkRing,
	model.StandingExpired: MarkCross, model.StandingMissing: MarkDash,
}

// Matrix tells who has learnt what, as it is on the office's day: a row for each leader, a column for each programme.
// Filter says in words which leaders these are; empty when they are all. Anonymised leaders are left out.
func (o Office) Matrix(leaders []model.Leader, programmes []model.Programme, record model.TrainingRecord, language model.Language, filter string) Document {
	s := o.newSheet([]model.Language{language})
	in := words.In(s.languages[0])
	s.named(func(in words.In) string { return in.T("paper.matrix") }, "", "")
	s.doc.FileName = fileName(in.T("paper.matrix"), o.Today.String())
	s.doc.Landscape = true
	s.dated()
	leaders = slices.DeleteFunc(slices.Clone(leaders), model.Leader.Anonymised)
	s.add(
		Title{Text: in.T("paper.matrix.title")},
		withValues(Facts{[]Fact{
			{Text("", in.T("paper.register.day")), Text("", joined(", ", in.Date(o.Today), in.N("paper.matrix.count", len(leaders))))},
			{Text("", in.T("paper.register.filter")), Text("", filter)},
		}}),
	)
	switch {
	case len(leaders) == 0:
		s.add(Text("", in.T("paper.matrix.nobody")))
		return s.doc
	case len(programmes) == 0:
		s.add(Text("", in.T("paper.matrix.nothing")))
		return s.doc
	}
	s.add(legendOf(in))
	tables := (len(programmes) + maxProgrammes - 1) / maxProgrammes
	each := (len(programmes) + tables - 1) / tables
	first := true
	for columns := range slices.Chunk(programmes, each) {
		if !first {
			s.add(PageBreak{})
		}
		first = false
		s.add(matrixTable(o.Today, leaders, columns, record, in))
	}
	s.add(Spacer{2}, Note{Text("", in.T("paper.matrix.how"))})
	return s.doc
}

func legendOf(in words.In) Legend {
	var out Legend
	for _, state := range model.StandingStates() {
		p := Text("", words.Code(in, "standing.state", state))
		p.Mark = standingMarks[state]
		out.Items = append(out.Items, p)
	}
	return out
}

func matrixTable(day model.Date, leaders []model.Leader, programmes []model.Programme, record model.TrainingRecord, in words.In) Table {
	t := Table{Dense: true, Columns: []Column{
		{Cell{Text("", in.T("paper.leader.name"))}, matrixName},
		{Cell{Text("", in.T("paper.matrix.municipality"))}, matrixMunicipality},
	}}
	for _, p := range programmes {
		t.Columns = append(t.Columns, Column{Cell{Text("", p.Name.Best(model.Language(in)))}, matrixProgramme})
	}
	said := map[model.Standing]Cell{} // of the same day and state many are told
	t.Rows = make([][]Cell, len(leaders))
	for i := range leaders {
		l := &leaders[i]
		row := make([]Cell, 0, len(programmes)+2)
		row = append(row, Cell{Text("", l.Name)}, Cell{Text("", l.Municipality.Name)})
		for _, p := range programmes {
			standing := record.StandingOn(day, l.ID, p)
			standing.On, standing.EventID = model.Date{}, "" // which are not told
			cell, known := said[standing]
			if !known {
				cell = standingCell(standing, in)
				said[standing] = cell
			}
			row = append(row, cell)
		}
		t.Rows[i] = row
	}
	return t
}

// standingCell has the mark of a standing with its last day, or with its word when there is none; and under it the day
// of an event that the leader is going to.
func standingCell(s model.Standing, in words.In) Cell {
	word := words.Code(in, "standing.state", s.State)
	p := Paragraph{Mark: standingMarks[s.State], Reads: word}
	text := word
	if !s.Until.IsZero() {
		text = in.Date(s.Until)
		p.Reads = word + " " + text
	}
	p.Spans = []Span{{Text: text}}
	if s.PlannedIn == "" {
		return Cell{p}
	}
	planned := in.T("paper.matrix.enrolled")
	if !s.PlannedOn.IsZero() {
		planned = "+ " + in.Date(s.PlannedOn)
	}
	return Cell{p, Text("", planned)}
}
