package report

import (
	"slices"

	"kumppani/model"
)

// within keeps what belongs to the municipality that is asked about: sessions and places there, groups that meet there,
// agreements with a party there, the contributions of those parties, leaders who live there, training arranged by an
// organisation there, and surveys of groups there. Meetings of the network, resources and what is assessed of a year are of
// the whole region and stay.
func (m *maker) within(f Facts) Facts {
	town := m.q.Municipality
	if town.IsZero() {
		return f
	}
	at := func(id model.ID) bool { return m.places[id].Municipality.Same(town) }
	of := func(id model.ID) bool { return m.names[id].Municipality.Same(town) }
	there := func(p model.Party) bool { return of(p.OrganisationID) }
	f.Places = only(f.Places, func(p *model.MeetingPlace) bool { return p.Municipality.Same(town) })
	f.Groups = only(f.Groups, func(g *model.Group) bool { return at(g.PlaceID) })
	f.Sessions = only(f.Sessions, func(s *model.Session) bool { return at(s.PlaceID) })
	f.Before = only(f.Before, func(s *model.Session) bool { return at(s.PlaceID) })
	f.Agreements = only(f.Agreements, func(a *model.AgreementSummary) bool { return slices.ContainsFunc(a.Parties, there) })
	f.Contributions = only(f.Contributions, func(c *model.AgreementContribution) bool { return of(m.giver(*c)) })
	f.Leaders = only(f.Leaders, func(l *model.Leader) bool { return l.Municipality.Same(town) })
	f.Events = only(f.Events, func(e *model.Event) bool { return of(e.OrganiserID) })
	f.Surveys = only(f.Surveys, func(s *model.Survey) bool { return at(m.groups[s.GroupID].PlaceID) })
	return f
}

func only[T any](all []T, keep func(*T) bool) []T {
	var out []T
	for i := range all {
		if keep(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}

// giver is the organisation that gives a contribution.
func (m *maker) giver(c model.AgreementContribution) model.ID {
	a := m.byID[c.AgreementID]
	if a == nil {
		return ""
	}
	for _, p := range a.Parties {
		if p.ID == c.Contribution.PartyID {
			return p.OrganisationID
		}
	}
	return ""
}
