package lists

import (
	"strconv"
	"strings"

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

// Trained is how a leader stands with each programme, in words.
type Trained struct {
	Leader       string
	Municipality string
	Standings    []string
}

// Matrix lists who can what: leaders down, programmes across, as of the day of the list.
func (a About) Matrix(programmes []string, rows []Trained) table.Report {
	type row = Trained
	columns := []column[row]{
		text("name", 40, func(x row) string { return x.Leader }),
		text("municipality", 25, func(x row) string { return x.Municipality }),
	}
	for i, p := range programmes {
		c := text("programme_"+strconv.Itoa(i+1), 30, func(x row) string { return x.Standings[i] })
		c.head = p
		columns = append(columns, c)
	}
	r := list(a, "matrix", columns, rows)
	r.Personal = len(rows) > 0
	return r
}

// Lacking is a programme that leaders of a municipality lack for a task.
type Lacking struct {
	Municipality, Task, Programme string
	Leaders                       []string
	Concerned                     int // leaders for whose task it is recommended
	Planned                       int // of those who lack it, who have a place at an event ahead
}

// Expiring is a training that runs out.
type Expiring struct {
	Leader, Programme, State string
	Until                    model.Date
	Planned                  model.Date // the next event; zero when there is none
}

// Extended is an extension of a training.
type Extended struct {
	Programme     string
	Until, MadeOn model.Date
	Leaders       int
	Reason        string
}

// TrainingNeeds lists who lacks what by a day, whose training runs out within so many days, and what was extended.
func (a About) TrainingNeeds(by model.Date, within int, lacking []Lacking, expiring []Expiring, extended []Extended) table.Report {
	r := list(a, "training_needs", []column[Lacking]{
		text("municipality", 25, func(x Lacking) string { return x.Municipality }),
		text("task", 30, func(x Lacking) string { return x.Task }),
		text("programme", 40, func(x Lacking) string { return x.Programme }),
		number(a, "lack", func(x Lacking) int { return len(x.Leaders) }),
		number(a, "concerned_leaders", func(x Lacking) int { return x.Concerned }),
		number(a, "entered", func(x Lacking) int { return x.Planned }),
		text("leaders", 80, func(x Lacking) string { return strings.Join(x.Leaders, ", ") }),
	}, lacking)
	soon := list(a, "training_expiring", []column[Expiring]{
		day(a, "until", func(x Expiring) model.Date { return x.Until }),
		text("name", 40, func(x Expiring) string { return x.Leader }),
		text("programme", 40, func(x Expiring) string { return x.Programme }),
		text("state", 26, func(x Expiring) string { return x.State }),
		day(a, "next_event", func(x Expiring) model.Date { return x.Planned }),
	}, expiring)
	longer := list(a, "training_extended", []column[Extended]{
		text("programme", 40, func(x Extended) string { return x.Programme }),
		day(a, "until", func(x Extended) model.Date { return x.Until }),
		number(a, "leaders", func(x Extended) int { return x.Leaders }),
		day(a, "made_on", func(x Extended) model.Date { return x.MadeOn }),
		text("reason", 60, func(x Extended) string { return x.Reason }),
	}, extended)
	r.Facts = []table.Fact{
		r.Facts[0],
		{Label: a.In.T("lists.needed_by"), Value: a.In.Date(by)},
		{Label: a.In.T("lists.training_expiring"), Value: a.In.N("lists.within", within)},
	}
	r.Sections[0].Title = a.In.T("lists.training_lacking")
	for _, more := range []table.Report{soon, longer} {
		section := more.Sections[0]
		section.Title = more.Title
		r.Sections = append(r.Sections, section)
	}
	r.Personal = len(lacking)+len(expiring) > 0
	return r
}
