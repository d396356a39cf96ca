package model

import "slices"

// Brought is what an agreement has brought about: the places that it gives, the groups that meet because of it, and what
// became of their sessions while it was in force.
type Brought struct {
	Places []MeetingPlace
	Groups []BroughtGroup
	Total  CountTotal
}

// BroughtGroup is one of the groups.
type BroughtGroup struct {
	Group Group
	Total CountTotal
}

// Nothing reports whether no place and no group names the agreement.
func (b Brought) Nothing() bool { return len(b.Places) == 0 && len(b.Groups) == 0 }

// BroughtBy tells what the agreement has brought about until the day. Sessions may be of any groups; those before the
// agreement's first day or after its last belong to another one.
func BroughtBy(a *AgreementSummary, places []MeetingPlace, groups []Group, sessions []Session, day Date) Brought {
	var b Brought
	for _, p := range places {
		if p.AgreementID == a.ID {
			b.Places = append(b.Places, p)
		}
	}
	var all []Session
	last := a.lastDay()
	for _, g := range groups {
		if g.AgreementID != a.ID {
			continue
		}
		own := slices.DeleteFunc(slices.Clone(sessions), func(s Session) bool {
			return s.GroupID != g.ID || s.Date.Before(a.ValidFrom) || (!last.IsZero() && s.Date.After(last))
		})
		b.Groups = append(b.Groups, BroughtGroup{g, TotalCounts(own, day)})
		all = append(all, own...)
	}
	b.Total = TotalCounts(all, day)
	return b
}
