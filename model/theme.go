package model

import (
	"slices"
)

// LackingTheme finds those sessions of a season that should have a theme or a guest and have none. All the sessions of the
// season are among those given, up to the last that is asked about; others are left alone. A cancelled one is not counted,
// and a group that goes on from another one goes on counting.
func LackingTheme(season ID, sessions []Session, groups GroupDirectory) map[ID]bool {
	first, themed := make(map[ID]ID, len(groups)), map[ID]bool{} // of each group the first, and of which some have themes
	for id, g := range groups {
		first[id] = groups.First(id)
		if g.ThemeEvery > 0 {
			themed[first[id]] = true
		}
	}
	var order []*Session
	for i := range sessions {
		if s := &sessions[i]; s.SeasonID == season && s.State != SessionCancelled && themed[first[s.GroupID]] {
			order = append(order, s)
		}
	}
	slices.SortStableFunc(order, (*Session).Compare)
	out, count := map[ID]bool{}, map[ID]int{}
	for _, s := range order {
		count[first[s.GroupID]]++
		if s.WantsTheme(groups[s.GroupID], count[first[s.GroupID]]) {
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
