package importing

import (
	"kumppani/model"
	"kumppani/ui/table"
)

// Errors is everything that is not taken in, and what is worth knowing, with the numbers of the rows in the file: a list
// to be saved and sent to whoever keeps the file.
func (p *Plan) Errors() table.Report {
	in := p.facts.In
	t := table.Table{
		Code: "errors",
		Columns: []table.Column{
			{Code: "row", Head: in.T("importing.errors.row"), Number: true, Weight: 0.5},
			{Code: "name", Head: in.T("importing.errors.name"), Weight: 1.5},
			{Code: "column", Head: in.T("importing.errors.column")},
			{Code: "value", Head: in.T("importing.errors.value")},
			{Code: "problem", Head: in.T("importing.errors.problem"), Weight: 3},
			{Code: "outcome", Head: in.T("importing.errors.outcome")},
		},
		Empty: in.T("importing.errors.none"),
	}
	add := func(r Row, column, text, problem, outcome string) {
		t.Rows = append(t.Rows, []table.Value{
			table.Number(in, r.N), table.Words(r.Name), table.Words(column), table.Words(text), table.Words(problem), table.Words(outcome),
		})
	}
	for _, r := range p.Rows {
		for _, x := range r.Troubles {
			add(r, x.Column, x.Text, x.Say(in), in.T("importing.outcome."+x.outcome(r)))
		}
		if r.State == RowUndecided {
			add(r, "", "", in.T("importing.undecided"), in.T("importing.outcome.row"))
		}
	}
	return table.Report{
		Code: "import_errors", Title: in.T("importing.errors.title", "file", p.Source), FileName: in.T("importing.errors.file"),
		Language: model.Language(in), AsOf: p.facts.Today, Sections: []table.Section{{Tables: []table.Table{t}}}, Landscape: true,
		Personal: true,
	}
}

// outcome is the code of what becomes of the cell.
func (t Trouble) outcome(r Row) string {
	switch {
	case r.State == RowError:
		return "row"
	case t.Kept:
		return "kept"
	default:
		return "cell"
	}
}
