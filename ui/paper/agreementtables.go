package paper

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// placeholderTable adds the table that a placeholder of a clause stands for.
func (s *sheet) placeholderTable(p model.Placeholder, a *model.Agreement) {
	switch p {
	case model.PlaceTasks:
		s.tasks(a)
	case model.PlaceContributions:
		s.contributions(a)
	case model.PlaceContacts:
		s.contacts(a)
	}
}

// parties adds the table of parties. A column of which nothing is known is left out.
func (s *sheet) parties(a *model.Agreement) {
	if len(a.Parties) == 0 {
		return
	}
	t := Table{Columns: []Column{
		s.column(5, func(in words.In) string { return in.T("paper.table.party") }),
		s.column(2.5, func(in words.In) string { return in.T("paper.table.business_id") }),
		s.column(4, func(in words.In) string { return in.T("paper.table.address") }),
		s.column(4, func(in words.In) string { return in.T("paper.table.representative") }),
		s.column(4, func(in words.In) string { return in.T("paper.table.decision") }),
	}}
	for _, p := range a.Parties {
		organisation := s.Organisations[p.OrganisationID]
		name := emphasised(s.cell(func(in words.In) string { return s.organisation(p, in) }))
		if p.Role != "" {
			name = append(name, Text("", p.Role))
		}
		t.Rows = append(t.Rows, []Cell{
			name,
			s.cell(same(organisation.BusinessID)),
			s.cell(same(address(organisation.Address))),
			s.cell(same(joined(", ", p.Signatory, p.SignatoryTitle))),
			s.cell(func(in words.In) string { return in.Decision(p) }),
		})
	}
	s.add(withoutEmptyColumns(t))
}

func address(a model.Address) string {
	return joined("\n", a.Street, joined(" ", a.PostalCode, a.Town))
}

func (s *sheet) tasks(a *model.Agreement) {
	t := Table{Columns: []Column{
		s.column(3, func(in words.In) string { return in.T("paper.table.task") }),
		s.column(2, func(in words.In) string { return in.T("paper.table.responsible") }),
	}}
	for _, task := range a.Tasks {
		t.Rows = append(t.Rows, []Cell{
			s.cell(best(task.Description)),
			s.cell(func(in words.In) string { return in.List(s.partyNames(a, task.PartyIDs, in)) }),
		})
	}
	s.add(t)
}

// partyNames names those of the agreement's parties that are in ids, in the order of the agreement.
func (s *sheet) partyNames(a *model.Agreement, ids []model.ID, in words.In) []string {
	wanted := map[model.ID]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	var out []string
	for _, p := range a.Parties {
		if name := s.organisation(p, in); wanted[p.ID] && name != "" {
			out = append(out, name)
		}
	}
	return out
}

func (s *sheet) contributions(a *model.Agreement) {
	amount := s.column(3, func(in words.In) string { return in.T("paper.table.amount") })
	t := Table{Columns: []Column{
		s.column(4, func(in words.In) string { return in.T("paper.table.party") }),
		s.column(6, func(in words.In) string { return in.T("paper.table.contribution") }),
		amount,
		s.column(2, func(in words.In) string { return in.T("paper.table.due") }),
	}}
	for _, c := range a.Contributions {
		t.Rows = append(t.Rows, []Cell{
			s.cell(func(in words.In) string { return in.List(s.partyNames(a, []model.ID{c.PartyID}, in)) }),
			s.cell(func(in words.In) string {
				kind := words.Capital(words.Code(in, "contribution.kind", c.Kind))
				return joined(": ", kind, c.Description.Best(model.Language(in)))
			}),
			s.cell(func(in words.In) string { return in.Quantity(c.Amount, c.Unit, c.Per) }),
			s.cell(func(in words.In) string { return in.Date(c.DueOn) }),
		})
	}
	s.add(withoutEmptyColumns(t))
}

func (s *sheet) contacts(a *model.Agreement) {
	t := Table{Columns: []Column{
		s.column(4, func(in words.In) string { return in.T("paper.table.party") }),
		s.column(4, func(in words.In) string { return in.T("paper.table.contact") }),
		s.column(3, func(in words.In) string { return in.T("paper.table.phone") }),
		s.column(5, func(in words.In) string { return in.T("paper.table.email") }),
	}}
	for _, p := range a.Parties {
		contact, ok := s.contact(p, p.ContactID)
		if ok {
			t.Rows = append(t.Rows, s.contactRow(p, contact, s.cell(same(joined(", ", contact.Name, contact.Title)))))
		}
		if deputy, has := s.contact(p, p.DeputyID); has {
			row := s.contactRow(p, deputy, s.cell(func(in words.In) string {
				return in.T("paper.contact.deputy", "name", joined(", ", deputy.Name, deputy.Title))
			}))
			if ok {
				row[0] = nil // the same party
			}
			t.Rows = append(t.Rows, row)
		}
	}
	s.add(withoutEmptyColumns(t))
}

func (s *sheet) contactRow(p model.Party, c model.Contact, name Cell) []Cell {
	party := s.cell(func(in words.In) string { return s.organisation(p, in) })
	return []Cell{party, name, {Text("", c.Phone)}, {Text("", c.Email)}}
}

// withoutEmptyColumns leaves out the columns in which no row has anything.
func withoutEmptyColumns(t Table) Table {
	out := t
	out.Columns, out.Rows = nil, make([][]Cell, len(t.Rows))
	for i, column := range t.Columns {
		used := i == 0
		for _, row := range t.Rows {
			used = used || !row[i].empty()
		}
		if !used {
			continue
		}
		out.Columns = append(out.Columns, column)
		for n, row := range t.Rows {
			out.Rows[n] = append(out.Rows[n], row[i])
		}
	}
	return out
}

func (c Cell) empty() bool {
	for _, p := range c {
		for _, span := range p.Spans {
			if span.Blank || strings.TrimSpace(span.Text) != "" {
				return false
			}
		}
	}
	return true
}
