package model

import (
	"cmp"
	"slices"
)

// LackingTheme finds, among all the sessions of a season, those that should have a theme or a guest and have none. A
// cancelled one is not counted, and a group that goes on from another one goes on counting.
func LackingTheme(season []Session, groups GroupDirectory) map[ID]bool {
	order := make([]*Session, 0, len(season))
	for i := range season {
		if season[i].State != SessionCancelled {
			order = append(order, &season[i])
		}
	}
	slices.SortStableFunc(order, func(a, b *Session) int {
		return cmp.Or(a.Date.Compare(b.Date), -a.From.MinutesUntil(b.From))
	})
	out, count := map[ID]bool{}, map[ID]int{}
	for _, s := range order {
		first := groups.First(s.GroupID)
		count[first]++
		if s.WantsTheme(groups[s.GroupID], count[first]) {
			out[s.ID] = true
		}
	}
	return out
}

// First is the first of the groups of which each goes on from the one before: the group itself, where it goes on from none.
func (d GroupDirectory) First(id ID) ID {
	for range d {
		before := d[id].ContinuesID
		if before == "" {
			break
		}
		id = before
	}
	return id
}
