package lists

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
)

// Organisation is an organisation with what the register says beside it.
type Organisation struct {
	Of           *model.Organisation
	Municipality string // in the language of the list
	InForce      int    // agreements in force on the day
}

// contact is the first who has not left the role, nobody when there is none.
func (o Organisation) contact(day model.Date) model.Contact {
	for _, c := range o.Of.Contacts {
		if !c.FormerOn(day) {
			return c
		}
	}
	return model.Contact{}
}

// Organisations lists organisations with their first contact of the day.
func (a About) Organisations(rows []Organisation) table.Report {
	type row = Organisation
	r := list(a, "organisations", []column[row]{
		text("name", 46, func(o row) string { return o.Of.Name.Best(model.Language(a.In)) }),
		text("sector", 24, func(o row) string { return word(a, "sector", o.Of.Sector) }),
		text("municipality", 24, func(o row) string { return o.Municipality }),
		text("business_id", 22, func(o row) string { return o.Of.BusinessID }),
		text("contact", 32, func(o row) string { return o.contact(a.Day).Name }),
		text("phone", 26, func(o row) string { return o.contact(a.Day).Phone }),
		text("email", 44, func(o row) string { return o.contact(a.Day).Email }),
		number(a, "in_force", func(o row) int { return o.InForce }),
	}, rows)
	for _, o := range rows {
		r.Personal = r.Personal || o.contact(a.Day).Name != ""
	}
	return r
}

// Agreements lists agreements with their states of the calendar's day. These are public: no person is named.
func (a About) Agreements(rows []model.AgreementSummary, c model.Calendar, organisations model.Directory) table.Report {
	type row struct {
		*model.AgreementSummary
		status model.Status
	}
	all := make([]row, len(rows))
	for i := range rows {
		all[i] = row{&rows[i], rows[i].StatusOn(c)}
	}
	l := model.Language(a.In)
	return list(a, "agreements", []column[row]{
		text("number", 18, func(x row) string { return x.Number }),
		text("title", 44, func(x row) string { return x.Title.Best(l) }),
		text("parties", 52, func(x row) string {
			names := make([]string, len(x.Parties))
			for i, p := range x.Parties {
				names[i] = organisations.Name(p.OrganisationID, l)
			}
			return strings.Join(names, ", ")
		}),
		text("form", 20, func(x row) string { return word(a, "agreement.form", x.Form) }),
		text("state", 28, func(x row) string { return word(a, "agreement.state", x.status.State) }),
		day(a, "from", func(x row) model.Date { return x.ValidFrom }),
		day(a, "until", func(x row) model.Date { return x.status.EndsOn }),
		day(a, "decision", func(x row) model.Date { return x.status.DecisionDay }),
		day(a, "review", func(x row) model.Date { return x.ReviewOn }),
	}, all)
}

// Leader is a leader with what the register says beside it.
type Leader struct {
	Of           *model.Leader
	Municipality string // in the language of the list
	Home         string // name of the home organisation
	Ready        model.Level
	Missing      []string // names of what is missing; Ready tells nothing of a leader of whom nothing is asked
}

// Leaders lists leaders with their tasks of the day or later.
func (a About) Leaders(rows []Leader) table.Report {
	type row = Leader
	r := list(a, "leaders", []column[row]{
		text("name", 32, func(x row) string {
			if x.Of.Anonymised() {
				return a.In.T("lists.anonymised")
			}
			return x.Of.Name
		}),
		text("leader_kind", 24, func(x row) string { return word(a, "leader.kind", x.Of.Kind) }),
		text("state", 24, func(x row) string { return word(a, "leader.state", x.Of.StatusOn(a.Day).State) }),
		text("tasks", 40, func(x row) string {
			var kinds []model.TaskKind
			for _, t := range x.Of.TasksFrom(a.Day) {
				kinds = once(kinds, t.Kind)
			}
			return each(a, "leader.task", kinds)
		}),
		text("municipality", 24, func(x row) string { return x.Municipality }),
		text("home", 36, func(x row) string { return x.Home }),
		text("phone", 26, func(x row) string { return x.Of.Phone }),
		text("email", 42, func(x row) string { return x.Of.Email }),
		text("readiness", 34, func(x row) string {
			if len(x.Missing) > 0 {
				return a.In.T("lists.missing", "what", strings.Join(x.Missing, ", "))
			}
			return word(a, "readiness.level", x.Ready)
		}),
	}, rows)
	r.Personal = len(rows) > 0
	return r
}

// once adds what is not there yet.
func once[C comparable](all []C, x C) []C {
	for _, y := range all {
		if x == y {
			return all
		}
	}
	return append(all, x)
}
