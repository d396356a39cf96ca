package model

import (
	"cmp"
	"slices"
)

// EvidenceFacts is what the registers hold of the year's practices.
type EvidenceFacts struct {
	Places        []MeetingPlace
	PlaceOf       PlaceDirectory
	Groups        GroupDirectory
	Sessions      []Session
	Events        []Event
	Programmes    ProgrammeDirectory
	Organisations Directory
}

// PracticeEvidence is what the registers know of the practices of a year.
type PracticeEvidence struct {
	Municipality Municipality
	Practice     Practice
	Times        int // how many places, groups or events
}

// groupIn is a group in a municipality, by MunicipalityKey.
type groupIn struct {
	group        ID
	municipality string
}

// EvidenceOf lists what the registers show of a year: kinds of meeting places not given up before it, audiences of groups
// of which a session was held or planned in it and not cancelled, and kinds of training of which an event was held in it.
// The municipality of an event is not known to the registers: it is that of its organiser.
func EvidenceOf(p Period, f EvidenceFacts) []PracticeEvidence {
	type key struct {
		municipality string
		practice     Practice
	}
	found := map[key]*PracticeEvidence{}
	add := func(m Municipality, practice Practice) {
		if m.IsZero() {
			return
		}
		k := key{MunicipalityKey(m), practice}
		if found[k] == nil {
			found[k] = &PracticeEvidence{Municipality: m, Practice: practice}
		}
		found[k].Times++
	}
	for _, x := range f.Places {
		if !x.EndedBy(p.From) {
			add(x.Municipality, PlacesOf(x.Kind))
		}
	}
	met, counted := map[[2]ID]bool{}, map[groupIn]bool{}
	for i := range f.Sessions {
		s := &f.Sessions[i]
		at := [2]ID{s.GroupID, s.PlaceID}
		if s.State == SessionCancelled || !p.Covers(s.Date) || met[at] {
			continue
		}
		met[at] = true
		town := f.PlaceOf[s.PlaceID].Municipality
		if in := (groupIn{s.GroupID, MunicipalityKey(town)}); !counted[in] {
			counted[in] = true
			for _, a := range f.Groups[s.GroupID].Audiences {
				add(town, PeerGroupsFor(a))
			}
		}
	}
	for _, e := range f.Events {
		if e.State == EventHeld && p.Covers(e.LastDay()) {
			add(f.Organisations[e.OrganiserID].Municipality, TrainingIn(f.Programmes[e.ProgrammeID].Kind))
		}
	}
	out := make([]PracticeEvidence, 0, len(found))
	for _, x := range found {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b PracticeEvidence) int {
		return cmp.Or(cmp.Compare(SortKey(a.Municipality.Name), SortKey(b.Municipality.Name)), cmp.Compare(a.Practice, b.Practice))
	})
	return out
}

// PracticeRow is how one practice stands in each of some municipalities.
type PracticeRow struct {
	Practice Practice
	Stages   []PracticeStage // in the order of the municipalities; empty = no answer
	Counts   map[PracticeStage]int
	InUse    int // in how many municipalities it is in use in some way
	Unknown  int // in how many nobody has said, and no register shows it
}

// PracticeTable tells how the practices of an area stand in the municipalities of the year. What is entered counts before
// what the registers show.
func PracticeTable(a PracticeArea, municipalities []Municipality, entries []PracticeEntry, evidence []PracticeEvidence) []PracticeRow {
	rows := make([]PracticeRow, 0, len(a.Practices()))
	for _, practice := range a.Practices() {
		r := PracticeRow{Practice: practice, Stages: make([]PracticeStage, len(municipalities)), Counts: map[PracticeStage]int{}}
		for i, m := range municipalities {
			s := StageIn(m, practice, entries, evidence)
			r.Stages[i] = s
			switch {
			case s == "":
				r.Unknown++
				continue
			case s.InUse():
				r.InUse++
			}
			r.Counts[s]++
		}
		rows = append(rows, r)
	}
	return rows
}

// StageIn is how a practice stands in a municipality: as entered, or PracticeRegistered where only the registers show it, or
// empty.
func StageIn(m Municipality, practice Practice, entries []PracticeEntry, evidence []PracticeEvidence) PracticeStage {
	i := slices.IndexFunc(entries, func(e PracticeEntry) bool { return e.Practice == practice && e.Municipality.Same(m) && e.Stage != "" })
	switch {
	case i >= 0:
		return entries[i].Stage
	case slices.ContainsFunc(evidence, func(e PracticeEvidence) bool { return e.Practice == practice && e.Municipality.Same(m) }):
		return PracticeRegistered
	default:
		return ""
	}
}
