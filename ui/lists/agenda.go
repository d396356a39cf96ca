package lists

import (
	"kumppani/model"
	"kumppani/ui/table"
)

// Due is one thing to see to, as Home says it.
type Due struct {
	Matter string // what kind of thing
	Title  string // the record
	Detail string
	State  string // how near or how late
	On     model.Date
}

// Agenda lists what needs attention.
func (a About) Agenda(rows []Due) table.Report {
	type row = Due
	r := list(a, "agenda", []column[row]{
		text("matter", 40, func(x row) string { return x.Matter }),
		text("record", 50, func(x row) string { return x.Title }),
		text("detail", 90, func(x row) string { return x.Detail }),
		day(a, "due", func(x row) model.Date { return x.On }),
		text("state", 28, func(x row) string { return x.State }),
	}, rows)
	r.Personal = len(rows) > 0 // volunteers are among what there is to see to
	return r
}
