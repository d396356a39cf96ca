package model

import (
	"context"
	"slices"
)

// GroupType says who may come.
type GroupType string

// The types of groups (PERHE report, 7.5).
const (
	OpenGroup     GroupType = "open"     // everybody, without registering
	DirectedGroup GroupType = "directed" // for some families, without being closed to others
	TargetedGroup GroupType = "targeted" // closed: by invitation
)

// GroupTypes lists them in the order in which they are offered.
func GroupTypes() []GroupType { return []GroupType{OpenGroup, DirectedGroup, TargetedGroup} }

// CapacityUnit is what the capacity of a group counts.
type CapacityUnit string

// The units.
const (
	Persons  CapacityUnit = "person"
	Families CapacityUnit = "family"
	CouplesU CapacityUnit = "couple"
)

// CapacityUnits lists them in the order in which they are offered.
func CapacityUnits() []CapacityUnit { return []CapacityUnit{Persons, Families, CouplesU} }

// Group is what meets: regularly at a place, led by pairs.
type Group struct {
	ID            ID
	Name          Text      // required in one language
	Type          GroupType // required
	PlaceID       ID        // required
	Audiences     []Audience
	Organisers    []ID // organisations
	Leaders       []ID // professionals and volunteers
	Languages     []Language
	Capacity      Count
	Minimum       Count
	Unit          CapacityUnit
	FixedSessions Count // how many times a season; unknown = as long as it lasts
	ThemeEvery    int   // every how many-th session has a theme or a guest; 0 = none
	AgreementID   ID
	Public        bool // in the families' calendar
	Recurrence    Recurrence
	From, Until   Clock // of each session
	RunsFrom      Date  // first day of the group's life; zero = always
	RunsUntil     Date  // last day
	ContinuesID   ID    // the group that this one goes on from, since something changed "from then on"
	Description   Text  // for the calendar
	Notes         string
}

// RunsOn reports whether the day belongs to the group's life.
func (g Group) RunsOn(day Date) bool {
	return !day.Before(g.RunsFrom) && (g.RunsUntil.IsZero() || !day.After(g.RunsUntil))
}

// PairGap is a half of the working pair that is missing.
type PairGap string

// The gaps.
const (
	NoVolunteer    PairGap = "no_volunteer"
	NoProfessional PairGap = "no_professional"
)

// PairGaps tells which halves of a working pair are missing among leaders.
func PairGaps(leaders []ID, directory LeaderDirectory) []PairGap {
	var out []PairGap
	has := func(k LeaderKind) bool {
		return slices.ContainsFunc(leaders, func(id ID) bool { return directory[id].Kind == k })
	}
	if !has(Volunteer) {
		out = append(out, NoVolunteer)
	}
	if !has(Professional) {
		out = append(out, NoProfessional)
	}
	return out
}

// AgreementGap is what is amiss in a season with the agreement under which a group meets.
type AgreementGap string

// The gaps; empty when nothing is amiss.
const (
	AgreementNotConcluded AgreementGap = "state" // a draft, or still to be signed
	AgreementEndsEarly    AgreementGap = "ends"  // before the group's last day in the season
)

// AgreementGap judges the agreement of the group for a season by its status.
func (g Group) AgreementGap(season Season, agreement Status) AgreementGap {
	last := season.Until
	if !g.RunsUntil.IsZero() && g.RunsUntil.Before(last) {
		last = g.RunsUntil
	}
	switch {
	case agreement.State == StateDraft || agreement.State == StateOutForSignature:
		return AgreementNotConcluded
	case !agreement.EndsOn.IsZero() && agreement.EndsOn.Before(last):
		return AgreementEndsEarly
	default:
		return ""
	}
}

// Check returns what is amiss in the group.
func (g Group) Check() []Problem {
	var p problems
	p.required("name", g.Name.Best(Finnish))
	p.texts("name", g.Name, MaxName)
	p.required("type", string(g.Type))
	p.required("place", string(g.PlaceID))
	p.texts("description", g.Description, MaxNotes)
	p.length("notes", g.Notes, MaxNotes)
	if g.From.IsZero() {
		p.refuse("from", "required")
	}
	if g.Until.IsZero() {
		p.refuse("until", "required")
	} else if !g.From.IsZero() && !g.From.Before(g.Until) {
		p.refuse("until", "clock_order")
	}
	p.order("runs_until", g.RunsFrom, g.RunsUntil)
	p.positive("capacity", g.Capacity)
	p.positive("minimum", g.Minimum)
	p.positive("fixed_sessions", g.FixedSessions)
	if g.FixedSessions.Known && g.FixedSessions.N > 366 {
		p.refuse("fixed_sessions", "sessions_range")
	}
	if g.Minimum.Known && g.Capacity.Known && g.Minimum.N > g.Capacity.N {
		p.warn("minimum", "minimum_over_capacity")
	}
	if g.Type == TargetedGroup && g.Public {
		p.warn("public", "closed_group_public")
	}
	g.Recurrence.check(&p)
	return p
}

func (r Recurrence) check(p *problems) {
	switch r.Rhythm {
	case EveryNWeeks:
		if r.Every < 1 || r.Every > 52 {
			p.refuse("every", "weeks_range")
		}
	case Monthly:
		if r.Nth != -1 && (r.Nth < 1 || r.Nth > 4) {
			p.refuse("nth", "nth_range")
		}
	case SingleDates:
		if len(r.Dates) == 0 {
			p.warn("dates", "no_days")
		}
	case OddWeeks, EvenWeeks:
	default:
		p.refuse("rhythm", "required")
	}
}

// GroupDirectory finds groups by ID.
type GroupDirectory map[ID]Group

// GroupDirectoryOf makes a GroupDirectory of a list.
func GroupDirectoryOf(all []Group) GroupDirectory {
	d := make(GroupDirectory, len(all))
	for _, g := range all {
		d[g.ID] = g
	}
	return d
}

// Groups keeps the register of groups. Every method is one transaction.
type Groups interface {
	// Groups returns all of them, in Finnish alphabetical order of their names.
	Groups(ctx context.Context) ([]Group, error)
	// Group returns one, CodeNotFound when there is none.
	Group(ctx context.Context, id ID) (Group, error)
	// CreateGroup keeps a new one; an empty ID is made. CodeInvalid when Check refuses it.
	CreateGroup(ctx context.Context, g Group) (Group, error)
	// UpdateGroup changes one; an error of change is returned as it is, and nothing is written.
	UpdateGroup(ctx context.Context, id ID, change func(*Group) error) (Group, error)
	// DeleteGroup removes one that nothing uses; CodeInUse with the Uses otherwise.
	DeleteGroup(ctx context.Context, id ID) error
}
