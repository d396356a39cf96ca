package model

import "slices"

// GroupSplit is a change of a group from a day on, "this and following": the group ends the day before and another one
// continues it, so that what was held stays as it was held.
type GroupSplit struct {
	Before Group      // with its last day
	After  Group      // with its first day, and ContinuesID
	Save   []Session  // new ones of After, and those of Before that somebody had touched, which go on as they are
	Remove []ID       // untouched ones of Before
	Closed []PlanLine // days still to come on which After would meet if nothing closed them
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
		plan, made := in.planned(&out.After, season, append(kept[:len(kept):len(kept)], before...))
		for _, l := range plan.Lines {
			if l.Act == PlanSkip && !l.Past {
				out.Closed = append(out.Closed, l)
			}
		}
		carryThemes(made, removed)
		out.Save = append(out.Save, made...)
	}
	return out
}

// planned plans a season for the group that goes on, and leaves out the weeks in which it keeps a session: a week in which
// somebody changed something is not met twice, and planning again remembers it by the recurrence. A group with a fixed
// number goes on for the days left out, so that it is planned until nothing more is.
func (in SplitInput) planned(g *Group, season Season, existing []Session) (Plan, []Session) {
	stands := map[Date]bool{}
	for _, s := range existing {
		if s.GroupID == g.ID && !s.Extra() {
			stands[s.SlotOn.Monday()] = true
		}
	}
	for {
		plan := PlanSeason(PlanInput{Season: season, Groups: []Group{*g}, Existing: existing, Facts: in.Facts, Today: in.Today})
		made, _ := plan.Changes()
		without := slices.Clone(g.Recurrence.Without)
		for _, s := range made {
			if stands[s.SlotOn.Monday()] {
				without = append(without, s.SlotOn)
			}
		}
		if len(without) == len(g.Recurrence.Without) {
			return plan, made
		}
		slices.SortFunc(without, Date.Compare)
		g.Recurrence.Without = without
	}
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
