package report

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func (m *maker) agreements() {
	m.made.Landscape = true
	m.add(m.agreementFigures())
	s := m.section("list")
	s.Tables = []table.Table{m.agreementList("agreements", m.told())}
	m.add(s)
	m.note("report.note.sectors")
}

// told are the agreements of which the period tells, those in force first by the order of the register.
func (m *maker) told() []model.AgreementSummary {
	out := only(m.f.Agreements, func(a *model.AgreementSummary) bool { return a.ToldIn(m.q.Period, m.status[a.ID].State) })
	slices.SortStableFunc(out, func(a, b model.AgreementSummary) int {
		return cmp.Or(
			cmp.Compare(slices.Index(model.Forms(), a.Form), slices.Index(model.Forms(), b.Form)), cmp.Compare(a.Number, b.Number),
		)
	})
	return out
}

func (m *maker) agreementFigures() table.Section {
	s := m.section("agreements")
	if len(m.f.Agreements) == 0 {
		return m.orNothing(s, false)
	}
	now, before := m.agreementTallies()
	s.Text = []string{m.in.T("report.agreements.day", "day", m.in.Date(m.day), "before", m.in.Date(m.dayBefore()))}
	var forms, sectors, states []compared
	for _, x := range model.Forms() {
		forms = append(forms, compared{words.Capital(words.Code(m.in, "agreement.form", x)), known(now.Forms[x]), known(before.Forms[x])})
	}
	for _, x := range model.Sectors() {
		if now.Sectors[x]+before.Sectors[x] > 0 {
			sectors = append(sectors, compared{words.Capital(words.Code(m.in, "sector", x)), known(now.Sectors[x]), known(before.Sectors[x])})
		}
	}
	for _, x := range model.States() {
		if now.States[x] > 0 {
			states = append(states, compared{label: words.Capital(words.Code(m.in, "agreement.state", x)), now: known(now.States[x])})
		}
	}
	s.Tables = []table.Table{
		m.compare("forms", "form", forms, true), m.compare("sectors", "sector", sectors, false), m.states(states),
		m.compare("agreement_events", "event", []compared{
			{m.in.T("report.agreements.began"), known(now.Began), known(before.Began)},
			{m.in.T("report.agreements.ended"), known(now.Ended), known(before.Ended)},
			{label: m.in.T("report.agreements.reviews"), now: known(m.reviews())},
		}, false),
	}
	s.Tables[1].Notes = []string{m.in.T("report.note.sectors")}
	return s
}

// states has no year before: on what day a draft was begun, or a paper sent for signature, cannot be told back.
func (m *maker) states(rows []compared) table.Table {
	t := m.newTable("states", m.text("state", 3), m.number("agreements"))
	for _, r := range rows {
		t.Rows = append(t.Rows, m.row(m.words(r.label), m.cell(r.now)))
	}
	return m.totalled(t)
}

// dayBefore is the day on which agreements and leaders of the period before are judged.
func (m *maker) dayBefore() model.Date {
	if m.day == m.q.Period.Until {
		return m.last.Until
	}
	return m.day.AddMonths(-12)
}

func (m *maker) agreementTallies() (now, before model.AgreementTally) {
	return model.TallyAgreements(m.f.Agreements, m.q.Period, m.calendar(m.f, m.day), m.names),
		model.TallyAgreements(m.f.Agreements, m.last, m.calendar(m.f, m.dayBefore()), m.names)
}

// reviews counts those that were held in the period.
func (m *maker) reviews() int {
	n := 0
	for _, a := range m.f.Agreements {
		for _, r := range m.f.Whole[a.ID].Reviews {
			if m.q.Period.Covers(r.HeldOn) {
				n++
			}
		}
	}
	return n
}

// agreementList lists agreements with what is to be known of each.
func (m *maker) agreementList(code string, all []model.AgreementSummary) table.Table {
	t := m.newTable(
		code, m.text("number", 1.4), m.text("title", 4), m.text("parties", 4), m.text("form", 1.5), m.text("state", 2),
		m.text("valid_from", 1.6), m.text("valid_until", 1.6), m.text("review_on", 1.6), m.text("decision_on", 1.6),
	)
	for i := range all {
		a := &all[i]
		s := m.status[a.ID]
		until := m.date(s.EndsOn)
		if s.EndsOn.IsZero() && a.Concluded() {
			until = m.words(m.in.T("clause.until_further_notice"))
		}
		t.Rows = append(t.Rows, m.row(
			m.words(a.Number), m.words(a.Title.Best(m.lang)), m.words(m.partyNames(a)), m.words(words.Code(m.in, "agreement.form", a.Form)),
			m.words(words.Code(m.in, "agreement.state", s.State)), m.date(a.InForceFrom()), until, m.date(a.ReviewOn), m.date(s.DecisionDay),
		))
	}
	return t
}

func (m *maker) partyNames(a *model.AgreementSummary) string {
	parties := make([]string, len(a.Parties))
	for i, p := range a.Parties {
		parties[i] = m.names.Name(p.OrganisationID, m.lang)
	}
	return m.in.List(parties)
}
