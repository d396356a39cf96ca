package report

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func (m *maker) contributions() {
	m.made.Landscape = true
	s := m.contributionFigures()
	m.add(s)
	if owed := m.owed(); len(owed) > 0 {
		list := m.section("list")
		list.Tables = []table.Table{m.contributionList("contributions", owed)}
		m.add(list)
	}
}

// owed are the contributions of the period, of agreements that were in force in it, by the name of their giver and by kind.
func (m *maker) owed() []model.AgreementContribution {
	out := only(m.f.Contributions, func(c *model.AgreementContribution) bool {
		a := m.byID[c.AgreementID]
		return a != nil && a.BoundIn(m.q.Period) && c.Contribution.OwedIn(m.q.Period)
	})
	slices.SortStableFunc(out, func(a, b model.AgreementContribution) int {
		kinds := model.ContributionKinds()
		return cmp.Or(
			cmp.Compare(m.sortName(m.giver(a)), m.sortName(m.giver(b))),
			cmp.Compare(slices.Index(kinds, a.Contribution.Kind), slices.Index(kinds, b.Contribution.Kind)),
		)
	})
	return out
}

func (m *maker) sortName(id model.ID) string { return model.SortKey(m.names.Name(id, m.lang)) }

func (m *maker) contributionFigures() table.Section {
	s := m.section("contributions")
	owed := m.owed()
	if len(owed) == 0 {
		return m.orNothing(s, false)
	}
	s.Text = []string{m.in.T("report.contributions.day", "day", m.in.Date(m.day))}
	columns := m.numbers("contributions", "delivered", "promised", "not_delivered")
	kinds := m.newTable("contribution_kinds", append([]table.Column{m.text("kind", 3)}, columns...)...)
	parties := m.newTable("contribution_parties", append([]table.Column{m.text("organisation", 3), m.text("sector", 2)}, columns...)...)
	byKind, byParty := map[model.ContributionKind]*model.ContributionTally{}, map[model.ID]*model.ContributionTally{}
	var givers []model.ID
	all := make([]model.Contribution, len(owed))
	for i, c := range owed {
		all[i] = c.Contribution
		giver := m.giver(c)
		if byParty[giver] == nil {
			byParty[giver] = &model.ContributionTally{}
			givers = append(givers, giver)
		}
		if byKind[c.Contribution.Kind] == nil {
			byKind[c.Contribution.Kind] = &model.ContributionTally{}
		}
		byParty[giver].Add(c.Contribution, m.day)
		byKind[c.Contribution.Kind].Add(c.Contribution, m.day)
	}
	for _, k := range model.ContributionKinds() {
		if t := byKind[k]; t != nil {
			kinds.Rows = append(kinds.Rows, append(m.row(m.words(words.Capital(words.Code(m.in, "contribution.kind", k)))), m.deliveries(t)...))
		}
	}
	for _, id := range givers {
		row := m.row(m.words(m.names.Name(id, m.lang)), m.words(words.Code(m.in, "sector", m.names[id].Sector)))
		parties.Rows = append(parties.Rows, append(row, m.deliveries(byParty[id])...))
	}
	s.Tables = []table.Table{m.totalled(kinds), m.totalled(parties), m.sums(all)}
	return s
}

func (m *maker) deliveries(t *model.ContributionTally) []table.Value {
	return m.row(m.n(t.All), m.n(t.Delivered), m.n(t.Promised), m.n(t.NotDelivered))
}

// sums are the amounts that can be added up: of one kind, unit and period. Together they come to nothing.
func (m *maker) sums(all []model.Contribution) table.Table {
	t := m.newTable("contribution_sums", m.text("kind", 3), m.number("amount"), m.text("unit", 2), m.text("per", 2), m.number("contributions"))
	sums := model.Sums(all)
	slices.SortStableFunc(sums, func(a, b model.Total) int {
		kinds := model.ContributionKinds()
		return cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind))
	})
	for _, x := range sums {
		t.Rows = append(t.Rows, m.row(
			m.words(words.Capital(words.Code(m.in, "contribution.kind", x.Kind))), m.amount(x.Amount), m.words(x.Unit),
			m.words(words.Code(m.in, "contribution.per", x.Per)), m.n(x.Count),
		))
	}
	t.Notes = []string{m.in.T("report.note.sums")}
	return t
}

func (m *maker) contributionList(code string, all []model.AgreementContribution) table.Table {
	t := m.newTable(
		code, m.text("organisation", 3), m.text("kind", 1.8), m.text("description", 4), m.text("quantity", 2.4), m.text("agreement", 1.4),
		m.text("due_on", 1.6), m.text("done_on", 1.6), m.text("delivery", 1.8),
	)
	for _, x := range all {
		c := x.Contribution
		t.Rows = append(t.Rows, m.row(
			m.words(m.names.Name(m.giver(x), m.lang)), m.words(words.Code(m.in, "contribution.kind", c.Kind)),
			m.words(c.Description.Best(m.lang)), m.words(m.in.Quantity(c.Amount, c.Unit, c.Per)), m.words(m.byID[x.AgreementID].Number),
			m.date(c.DueOn), m.date(c.DoneOn), m.words(words.Code(m.in, "contribution.delivery", c.DeliveryOn(m.day))),
		))
	}
	return t
}
