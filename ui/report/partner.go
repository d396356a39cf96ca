package report

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// partner is the sheet of one organisation.
func (m *maker) partner() {
	m.made.Landscape, m.made.Personal = true, true // it names contact persons and leaders
	o := m.names[m.q.Subject.ID]
	m.add(m.organisationFacts(o))
	m.sectionOf("agreements", m.agreementList("agreements", m.agreementsOf(o.ID)))
	m.sectionOf("contributions", m.contributionList("contributions", m.contributionsOf(o.ID)))
	m.sectionOf("groups", m.groupList(func(g *model.Group) bool { return slices.Contains(g.Organisers, o.ID) }))
	m.sectionOf("places", m.placeList(o.ID))
	m.sectionOf("network", m.meetingsOf(o.ID))
	m.sectionOf("follow_ups", m.followUps(m.recordsOf(o)))
}

// sectionOf adds a section of one table; without rows it says that there are none.
func (m *maker) sectionOf(code string, t table.Table) {
	s := m.section(code)
	s.Tables = []table.Table{t}
	m.add(m.orNothing(s, len(t.Rows) > 0))
}

func (m *maker) organisationFacts(o model.Organisation) table.Section {
	s := m.section("facts")
	add := func(key, value string) {
		if value != "" {
			s.Facts = append(s.Facts, table.Fact{Label: m.in.T(key), Value: value})
		}
	}
	add("report.column.sector", words.Capital(words.Code(m.in, "sector", o.Sector)))
	add("report.fact.business_id", o.BusinessID)
	add("report.column.municipality", m.town(o.Municipality))
	add("report.fact.address", words.Joined(o.Address.Street, words.Joined(o.Address.PostalCode, o.Address.Town)))
	add("report.fact.core_task", o.CoreTask)
	add("report.fact.language", words.Code(m.in, "language", o.Language))
	add("report.fact.ended_on", m.in.Date(o.EndedOn))
	add("report.fact.notes", o.Notes)
	s.Tables = []table.Table{m.contacts(o)}
	return s
}

func (m *maker) contacts(o model.Organisation) table.Table {
	t := m.newTable(
		"contacts", m.text("contact", 3), m.text("job_title", 3), m.text("phone", 2), m.text("email", 4), m.text("from", 1.6), m.text("until", 1.6),
	)
	for _, c := range o.Contacts {
		if !c.FormerOn(m.q.AsOf) {
			t.Rows = append(t.Rows, m.row(
				m.words(c.Name), m.words(c.Title), m.words(c.Phone), m.words(c.Email), m.date(c.From), m.date(c.Until),
			))
		}
	}
	return t
}

// agreementsOf are those that the organisation is or was a party of.
func (m *maker) agreementsOf(id model.ID) []model.AgreementSummary {
	return only(m.f.Agreements, func(a *model.AgreementSummary) bool {
		return slices.ContainsFunc(a.Parties, func(p model.Party) bool { return p.OrganisationID == id })
	})
}

func (m *maker) contributionsOf(id model.ID) []model.AgreementContribution {
	return only(m.f.Contributions, func(c *model.AgreementContribution) bool {
		return m.giver(*c) == id && !m.status[c.AgreementID].State.Ended()
	})
}

func (m *maker) groupList(belongs func(*model.Group) bool) table.Table {
	t := m.newTable("groups", m.text("group", 3), m.text("place", 3), m.text("meets", 4), m.text("group_type", 1.6), m.text("leaders", 4))
	for _, g := range only(m.f.Groups, func(g *model.Group) bool {
		return belongs(g) && (g.RunsUntil.IsZero() || !g.RunsUntil.Before(m.q.AsOf))
	}) {
		var leaders []string
		for _, id := range g.Leaders {
			leaders = append(leaders, m.leader(id))
		}
		t.Rows = append(t.Rows, m.row(
			m.words(g.Name.Best(m.lang)), m.words(m.places.Name(g.PlaceID, m.lang)), m.words(m.in.Recurrence(g.Recurrence, g.From, g.Until)),
			m.words(words.Code(m.in, "group.type", g.Type)), m.words(m.in.List(leaders)),
		))
	}
	return t
}

// placeList lists the places that the organisation runs or owns, with their keys.
func (m *maker) placeList(id model.ID) table.Table {
	return m.placeRows(only(m.inUse(m.q.AsOf), func(p *model.MeetingPlace) bool { return p.HostID == id || p.OwnerID == id }))
}

func (m *maker) placeRows(places []model.MeetingPlace) table.Table {
	t := m.newTable("places", m.text("place", 3), m.text("place_kind", 2), m.text("address", 4), m.text("keys", 4), m.text("booking", 4))
	for _, p := range places {
		t.Rows = append(t.Rows, m.row(
			m.words(p.Name.Best(m.lang)), m.words(words.Code(m.in, "place.kind", p.Kind)),
			m.words(words.Joined(p.Address.Street, p.Address.PostalCode+" "+p.Address.Town)), m.words(p.Keys),
			m.words(words.Joined(p.Booking.Name, p.Booking.Phone, p.Booking.Email)),
		))
	}
	return t
}

// meetingsOf lists the bodies to which the organisation belongs, and in how many of their meetings it was present.
func (m *maker) meetingsOf(id model.ID) table.Table {
	t := m.newTable("bodies", m.text("body", 4), m.text("body_kind", 3), m.number("meetings"), m.number("present"), m.text("next_on", 2))
	for _, b := range m.f.Bodies {
		if b.EndedBy(m.q.AsOf) || !slices.Contains(b.Organisations(m.f.Meetings), id) {
			continue
		}
		present := 0
		for _, x := range m.f.Meetings {
			if x.BodyID == b.ID && x.HeldBy(m.q.AsOf) && m.q.Period.Covers(x.Date) && slices.Contains(x.Present, id) {
				present++
			}
		}
		next, _ := b.Next(m.f.Meetings, m.q.AsOf)
		t.Rows = append(t.Rows, m.row(
			m.words(b.Name.Best(m.lang)), m.words(words.Code(m.in, "body.kind", b.Kind)),
			m.n(b.MeetingsHeld(m.f.Meetings, m.q.Period, m.q.AsOf)), m.n(present), m.date(next.On),
		))
	}
	return t
}

// recordsOf are the records whose follow-ups concern the organisation: its own, its agreements, places and groups.
func (m *maker) recordsOf(o model.Organisation) map[model.ID]bool {
	out := map[model.ID]bool{o.ID: true}
	for _, a := range m.agreementsOf(o.ID) {
		out[a.ID] = true
	}
	for _, p := range m.f.Places {
		out[p.ID] = out[p.ID] || p.HostID == o.ID || p.OwnerID == o.ID
	}
	for _, g := range m.f.Groups {
		out[g.ID] = out[g.ID] || slices.Contains(g.Organisers, o.ID)
	}
	return out
}

// followUps lists the open ones of some records.
func (m *maker) followUps(of map[model.ID]bool) table.Table {
	t := m.newTable("follow_ups", m.text("on", 1.6), m.text("follow_up", 6), m.text("record", 4))
	for _, x := range m.f.FollowUps {
		if x.Open() && x.RecordID != "" && of[x.RecordID] {
			t.Rows = append(t.Rows, m.row(m.date(x.On), m.words(x.Text), m.words(m.recordName(x.RecordID))))
		}
	}
	return t
}

// recordName names what a follow-up hangs on.
func (m *maker) recordName(id model.ID) string {
	switch {
	case m.byID[id] != nil:
		return words.Joined(m.byID[id].Number, m.byID[id].Title.Best(m.lang))
	case m.names[id].ID != "":
		return m.names.Name(id, m.lang)
	case m.places[id].ID != "":
		return m.places.Name(id, m.lang)
	case m.people[id].ID != "":
		return m.leader(id)
	default:
		return m.groups[id].Name.Best(m.lang)
	}
}
