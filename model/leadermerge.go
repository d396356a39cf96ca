package model

import (
	"cmp"
	"slices"
	"strings"
)

// MergedLeader is what two records of the same person become.
type MergedLeader struct {
	Leader Leader
	Fields []MergedField // what changes or disagrees, for the preview
}

// MergeLeaders returns what is left when other turns out to be the same person as keep: what keep lacks is taken from
// other, everything in the lists of both remains, and what disagrees is decided for keep and written into the notes.
func MergeLeaders(keep, other Leader) MergedLeader {
	m := keep
	var fields []MergedField
	text := func(field string, mine *string, theirs string) {
		theirs = strings.TrimSpace(theirs)
		switch {
		case theirs == "" || Fold(theirs) == Fold(*mine):
		case strings.TrimSpace(*mine) == "":
			*mine = theirs
			fields = append(fields, MergedField{Field: field, Kept: theirs})
		default:
			fields = append(fields, MergedField{Field: field, Kept: *mine, Dropped: theirs})
		}
	}
	text("name", &m.Name, other.Name)
	if digits(m.Phone) != digits(other.Phone) || m.Phone == "" {
		text("phone", &m.Phone, other.Phone)
	}
	text("email", &m.Email, other.Email)
	text("job_title", &m.JobTitle, other.JobTitle)
	text("skills", &m.Skills, other.Skills)
	place := m.Municipality.Name
	text("municipality", &place, other.Municipality.Name)
	if keep.Municipality.IsZero() {
		m.Municipality = other.Municipality
	}
	m.HomeOrganisation = cmp.Or(m.HomeOrganisation, other.HomeOrganisation)
	if !m.BirthYear.Known {
		m.BirthYear = other.BirthYear
	}
	if m.StartedOn.IsZero() || (!other.StartedOn.IsZero() && other.StartedOn.Before(m.StartedOn)) {
		m.StartedOn = other.StartedOn
	}
	m.Languages = union(m.Languages, other.Languages)
	m.Audiences = union(m.Audiences, other.Audiences)
	m.Availability |= other.Availability
	if m.Publication.On.Before(other.Publication.On) {
		m.Publication = other.Publication
	}
	m.Source = cmp.Or(m.Source, other.Source)
	if m.SourceOn.IsZero() {
		m.SourceOn = other.SourceOn
	}
	list := func(field string, n int) {
		if n > 0 {
			fields = append(fields, MergedField{Field: field, Kept: CountOf(n).String()})
		}
	}
	var n int
	m.Statuses = mergedStatuses(keep.Statuses, other.Statuses)
	list("statuses", max(len(m.Statuses)-len(keep.Statuses), 0))
	m.Tasks, n = mergedList(keep.Tasks, other.Tasks, func(a, b LeaderTask) bool { b.ID = a.ID; return a == b })
	list("tasks", n)
	m.Absences, n = mergedList(keep.Absences, other.Absences, func(a, b Absence) bool { b.ID = a.ID; return a == b })
	list("absences", n)
	m.Completed, n = mergedList(keep.Completed, other.Completed, func(a, b Fulfilment) bool { b.ID = a.ID; return a == b })
	list("completed", n)
	m.Waivers, n = mergedList(keep.Waivers, other.Waivers, func(a, b Waiver) bool { b.ID = a.ID; return a == b })
	list("waivers", n)
	m.Elsewhere, n = mergedList(keep.Elsewhere, other.Elsewhere, func(a, b Elsewhere) bool {
		return a.ProgrammeID == b.ProgrammeID && a.On == b.On
	})
	list("elsewhere", n)
	m.Entries, n = mergedList(keep.Entries, other.Entries, func(LeaderEntry, LeaderEntry) bool { return false })
	list("entries", n)
	m.Notes = mergedNotes(keep.Notes, other.Notes, fields)
	return MergedLeader{Leader: m, Fields: fields}
}

// mergedList adds to mine those of theirs that are not there yet, and says how many.
func mergedList[T any](mine, theirs []T, same func(a, b T) bool) ([]T, int) {
	out := slices.Clone(mine)
	for _, t := range theirs {
		if !slices.ContainsFunc(mine, func(m T) bool { return same(m, t) }) {
			out = append(out, t)
		}
	}
	return out, len(out) - len(mine)
}

// mergedStatuses keeps the statuses of both by day; on a day that both have, mine. Somebody who was on the way already
// does not become interested again because the double was entered later.
func mergedStatuses(mine, theirs []LeaderStatus) []LeaderStatus {
	out, _ := mergedList(mine, theirs, func(a, b LeaderStatus) bool { return a.From == b.From })
	slices.SortStableFunc(out, func(a, b LeaderStatus) int { return a.From.Compare(b.From) })
	further := false
	return slices.DeleteFunc(out, func(s LeaderStatus) bool {
		further = further || s.State != LeaderInterested
		return further && s.State == LeaderInterested
	})
}

func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// MergedParticipation returns what two participations of the same person in one event become: a day that either
// attended is attended, and a pass stays.
func MergedParticipation(keep, other Participation) Participation {
	days := make(map[ID]bool, len(keep.Days)+len(other.Days))
	for _, p := range []Participation{keep, other} {
		for day, came := range p.Days {
			days[day] = days[day] || came
		}
	}
	keep.Days = days
	if keep.Passed == "" || other.Passed == Yes {
		keep.Passed = cmp.Or(other.Passed, keep.Passed)
	}
	if !keep.Rating.Known {
		keep.Rating = other.Rating
	}
	if f := strings.TrimSpace(other.Feedback); f != "" && f != strings.TrimSpace(keep.Feedback) {
		keep.Feedback = strings.TrimSpace(keep.Feedback + "\n" + f)
	}
	return keep
}
