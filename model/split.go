package model

import "slices"

// GroupSplit is a change of a group from a day on, "this and following": the group ends the day before and another one
// continues it, so that what was held stays as it was held.
type GroupSplit struct {
	Before Group     // with its last day
	After  Group     // with its first day, and ContinuesID
	Save   []Session // new ones of After, and those of Before that somebody had touched, which go on as they are
	Remove []ID      // untouched ones of Before
}

// SplitInput is what a split is made of.
type SplitInput struct {
	Group    Group
	Changed  Group // as the group is from the day on; its ID is that of a new group
	From     Date
	Seasons  []Season  // all of them
	Sessions []Session // all of the group's
	Facts    ConflictFacts
	Today    Date
}

// SplitGroup changes a group from a day on. The sessions of the seasons in which it already has some after that day are
// planned again by the changed group; one that was edited, counted or cancelled by somebody belongs to the changed group
// from then on but stays as it is.
func SplitGroup(in SplitInput) GroupSplit {
	out := GroupSplit{Before: in.Group, After: in.Changed}
	out.After.ContinuesID, out.After.RunsFrom, out.After.RunsUntil = in.Group.ID, in.From, in.Group.RunsUntil
	out.Before.RunsUntil = in.From.AddDays(-1)
	in.Facts.Groups = withGroups(in.Facts.Groups, out.Before, out.After)
	var before, kept, removed []Session
	planned := map[ID]bool{} // the seasons in which something follows
	for _, s := range in.Sessions {
		switch {
		case s.day().Before(in.From):
			before = append(before, s)
		case s.Touched() || s.Date.Before(in.Today):
			s.GroupID = out.After.ID
			kept = append(kept, s)
			planned[s.SeasonID] = true
		default:
			out.Remove = append(out.Remove, s.ID)
			removed = append(removed, s)
			planned[s.SeasonID] = true
		}
	}
	out.Save = append(out.Save, kept...)
	for _, season := range in.Seasons {
		if !planned[season.ID] {
			continue
		}
		plan := PlanSeason(PlanInput{
			Season: season, Groups: []Group{out.After}, Existing: append(kept[:len(kept):len(kept)], before...),
			Facts: in.Facts, Today: in.Today,
		})
		made, _ := plan.Changes()
		made = out.After.withoutWeeksOf(kept, made)
		carryThemes(made, removed)
		out.Save = append(out.Save, made...)
	}
	return out
}

// withoutWeeksOf leaves out the sessions made in the weeks in which the group keeps one, and remembers in its recurrence
// that it has none then: a week in which somebody changed something is not met twice.
func (g *Group) withoutWeeksOf(kept, made []Session) []Session {
	stands := map[Date]bool{}
	for _, s := range kept {
		if !s.Extra() {
			stands[s.SlotOn.Monday()] = true
		}
	}
	without := slices.Clone(g.Recurrence.Without)
	made = slices.DeleteFunc(made, func(s Session) bool {
		if stands[s.SlotOn.Monday()] {
			without = append(without, s.SlotOn)
			return true
		}
		return false
	})
	slices.SortFunc(without, Date.Compare)
	g.Recurrence.Without = without
	return made
}

// carryThemes gives the sessions made the theme and the guest of the one that was in the same week.
func carryThemes(made, removed []Session) {
	of := map[Date]Session{}
	for _, s := range removed {
		if s.Theme != "" || s.Guest != "" {
			of[s.day().Monday()] = s
		}
	}
	for i := range made {
		week := made[i].day().Monday()
		if s, has := of[week]; has {
			made[i].Theme, made[i].Guest = s.Theme, s.Guest
			delete(of, week)
		}
	}
}

// day is the day by which a session belongs to its group's recurrence, or of one beside it, its own.
func (s Session) day() Date {
	if s.Extra() {
		return s.Date
	}
	return s.SlotOn
}

// withGroups is the directory with other groups in it.
func withGroups(d GroupDirectory, groups ...Group) GroupDirectory {
	out := make(GroupDirectory, len(d)+len(groups))
	for id, g := range d {
		out[id] = g
	}
	for _, g := range groups {
		out[g.ID] = g
	}
	return out
}
