package lists

import (
	"strconv"

	"kumppani/model"
	"kumppani/ui/table"
)

// Event is a training event with what the register says beside it.
type Event struct {
	Of        *model.Event
	Name      string
	Organiser string
	State     string // the word: also of an event of which nobody has said what became of it
}

// Events lists training events. Who took part is not said here.
func (a About) Events(rows []Event) table.Report {
	type row = Event
	return list(a, "events", []column[row]{
		text("name", 46, func(x row) string { return x.Name }),
		day(a, "first_day", func(x row) model.Date { return x.Of.FirstDay() }),
		day(a, "last_day", func(x row) model.Date { return x.Of.LastDay() }),
		number(a, "days", func(x row) int { return len(x.Of.Days) }),
		text("place", 36, func(x row) string { return x.Of.Place }),
		text("organiser", 40, func(x row) string { return x.Organiser }),
		text("state", 26, func(x row) string { return x.State }),
		number(a, "participants", func(x row) int { return len(x.Of.Participations) }),
		count(a, "capacity", func(x row) model.Count { return x.Of.Capacity }),
		number(a, "passed", func(x row) int { return len(x.Of.Passed()) }),
	}, rows)
}

// Programme is a training programme with what the register says beside it.
type Programme struct {
	Of       *model.Programme
	Validity string // in words
	Events   int
	Holders  int // working leaders who hold it on the day
}

// Programmes lists training programmes.
func (a About) Programmes(rows []Programme) table.Report {
	type row = Programme
	return list(a, "programmes", []column[row]{
		text("name", 50, func(x row) string { return x.Of.Name.Best(model.Language(a.In)) }),
		text("programme_kind", 40, func(x row) string { return word(a, "programme.kind", x.Of.Kind) }),
		{code: "hours", weight: 15, number: true, value: func(x row) table.Value { return table.Amount(a.In, x.Of.Hours) }},
		text("validity", 40, func(x row) string { return x.Validity }),
		text("tasks", 50, func(x row) string { return each(a, "leader.task", x.Of.Tasks) }),
		number(a, "held_events", func(x row) int { return x.Events }),
		number(a, "holders", func(x row) int { return x.Holders }),
		text("offered", 22, func(x row) string { return a.In.T("lists.offered." + strconv.FormatBool(!x.Of.Ended)) }),
	}, rows)
}
