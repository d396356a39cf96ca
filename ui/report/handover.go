package report

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// handoverMonths is how far ahead a handover tells of sessions.
const handoverMonths = 6

// handover is what somebody who follows a leader, a contact person or an organisation has to know.
func (m *maker) handover() {
	m.made.Landscape, m.made.Personal = true, true
	if m.q.Subject.Kind == model.KindLeader {
		m.handLeader(m.people[m.q.Subject.ID])
		return
	}
	m.handOrganisation(m.names[m.q.Subject.ID])
}

// handOrganisation tells of an organisation, or of what one of its contact persons sees to.
func (m *maker) handOrganisation(o model.Organisation) {
	contact := m.q.Subject.ContactID
	agreements := only(m.agreementsOf(o.ID), func(a *model.AgreementSummary) bool {
		return !m.status[a.ID].State.Ended() && (contact == "" || sees(a, contact))
	})
	m.add(m.organisationFacts(o))
	m.sectionOf("agreements", m.agreementList("agreements", agreements))
	m.sectionOf("reviews", m.openReviews(agreements))
	open := only(m.contributionsOf(o.ID), func(c *model.AgreementContribution) bool {
		return c.Contribution.DeliveryOn(m.q.AsOf) != model.Delivered &&
			slices.ContainsFunc(agreements, func(a model.AgreementSummary) bool { return a.ID == c.AgreementID })
	})
	m.sectionOf("contributions", m.contributionList("contributions", open))
	m.sectionOf("groups", m.groupList(func(g *model.Group) bool { return slices.Contains(g.Organisers, o.ID) }))
	m.sectionOf("places", m.placeList(o.ID))
	m.sectionOf("follow_ups", m.followUps(m.recordsOf(o)))
}

// sees reports whether a contact person sees to an agreement for a party of it.
func sees(a *model.AgreementSummary, contact model.ID) bool {
	return slices.ContainsFunc(a.Parties, func(p model.Party) bool { return p.ContactID == contact || p.DeputyID == contact })
}

// openReviews lists the agreements of which a review is set, and when the last was held.
func (m *maker) openReviews(all []model.AgreementSummary) table.Table {
	t := m.newTable("reviews", m.text("number", 1.4), m.text("title", 5), m.text("review_on", 2), m.text("reviewed_on", 2), m.text("decision_on", 2))
	for _, a := range all {
		decision := m.status[a.ID].DecisionDay
		if a.ReviewOn.IsZero() && decision.IsZero() {
			continue
		}
		var held model.Date
		for _, r := range m.f.Whole[a.ID].Reviews {
			if r.HeldOn.After(held) {
				held = r.HeldOn
			}
		}
		t.Rows = append(t.Rows, m.row(m.words(a.Number), m.words(a.Title.Best(m.lang)), m.date(a.ReviewOn), m.date(held), m.date(decision)))
	}
	return t
}

// handLeader tells of a leader: groups, what is ahead, places and keys, training and absences.
func (m *maker) handLeader(l model.Leader) {
	s := m.section("facts")
	for _, x := range [][2]string{
		{"report.column.leader_kind", words.Capital(words.Code(m.in, "leader.kind", l.Kind))},
		{"report.column.state", words.Capital(words.Code(m.in, "leader.state", l.StatusOn(m.q.AsOf).State))},
		{"report.fact.home", m.names.Name(l.HomeOrganisation, m.lang)},
		{"report.column.job_title", l.JobTitle},
		{"report.column.municipality", m.town(l.Municipality)},
		{"report.column.phone", l.Phone},
		{"report.column.email", l.Email},
		{"report.column.first_day", m.in.Date(l.FirstDay())},
		{"report.fact.skills", l.Skills},
	} {
		if x[1] != "" {
			s.Facts = append(s.Facts, table.Fact{Label: m.in.T(x[0]), Value: x[1]})
		}
	}
	m.add(s)
	leads := func(g *model.Group) bool { return slices.Contains(g.Leaders, l.ID) }
	m.sectionOf("tasks", m.tasks(l))
	m.sectionOf("groups", m.groupList(leads))
	m.sectionOf("ahead", m.ahead(l.ID))
	m.sectionOf("places", m.placeRows(only(m.f.Places, func(p *model.MeetingPlace) bool {
		return slices.ContainsFunc(m.f.Groups, func(g model.Group) bool { return g.PlaceID == p.ID && leads(&g) })
	})))
	m.sectionOf("trainings", m.trainings(l))
	m.sectionOf("absences", m.absences(l))
	m.sectionOf("follow_ups", m.followUps(map[model.ID]bool{l.ID: true}))
}

func (m *maker) tasks(l model.Leader) table.Table {
	t := m.newTable("tasks", m.text("task", 3), m.text("description", 4), m.text("organisation", 3), m.text("from", 1.6), m.text("until", 1.6))
	for _, x := range l.TasksFrom(m.q.AsOf) {
		organisation := x.OrganisationID
		if organisation == "" {
			organisation = l.HomeOrganisation
		}
		t.Rows = append(t.Rows, m.row(
			m.words(words.Capital(words.Code(m.in, "leader.task", x.Kind))), m.words(x.Description),
			m.words(m.names.Name(organisation, m.lang)), m.date(x.From), m.date(x.Until),
		))
	}
	return t
}

// ahead lists the sessions that the leader is to lead: another has to be found for them.
func (m *maker) ahead(id model.ID) table.Table {
	t := m.newTable("sessions_ahead", m.text("on", 1.6), m.text("clock", 1.6), m.text("group", 3), m.text("place", 3), m.text("theme", 3))
	for i := range m.f.Sessions {
		s := &m.f.Sessions[i]
		if s.Led(id) && s.StatusOn(m.q.AsOf) == model.StatusAhead {
			t.Rows = append(t.Rows, m.row(
				m.date(s.Date), m.words(m.in.ClockRange(s.From, s.Until)), m.words(m.groups[s.GroupID].Name.Best(m.lang)),
				m.words(m.places.Name(s.PlaceID, m.lang)), m.words(words.Joined(s.Theme, s.Guest)),
			))
		}
	}
	return t
}

// trainings lists what the leader has completed, at events and elsewhere, the latest first.
func (m *maker) trainings(l model.Leader) table.Table {
	t := m.newTable("trainings", m.text("programme", 4), m.text("on", 1.6), m.text("where", 4))
	type done struct {
		on    model.Date
		cells []table.Value
	}
	var all []done
	add := func(programme model.ID, on model.Date, where string) {
		all = append(all, done{on, m.row(m.words(m.taught.Name(programme, m.lang)), m.date(on), m.words(where))})
	}
	for _, e := range m.f.Events {
		for _, p := range e.Passed() {
			if e.State == model.EventHeld && p.LeaderID == l.ID {
				add(e.ProgrammeID, e.LastDay(), m.names.Name(e.OrganiserID, m.lang))
			}
		}
	}
	for _, x := range l.Elsewhere {
		add(x.ProgrammeID, x.On, x.Where)
	}
	slices.SortStableFunc(all, func(a, b done) int { return b.on.Compare(a.on) })
	for _, x := range all {
		t.Rows = append(t.Rows, x.cells)
	}
	return t
}

func (m *maker) absences(l model.Leader) table.Table {
	t := m.newTable("absences", m.text("absence", 4), m.text("from", 2), m.text("until", 2))
	for _, a := range l.Absences {
		if a.Until.IsZero() || !a.Until.Before(m.q.AsOf) {
			t.Rows = append(t.Rows, m.row(m.words(a.Title), m.date(a.From), m.date(a.Until)))
		}
	}
	return t
}
