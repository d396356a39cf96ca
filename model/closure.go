package model

import (
	"context"
	"slices"
)

// ClosureScope is what a closure concerns.
type ClosureScope string

// The scopes, from the widest to the narrowest: the layers of closures.
const (
	ClosedEverywhere   ClosureScope = "region"
	ClosedMunicipality ClosureScope = "municipality" // a school break
	ClosedOrganiser    ClosureScope = "organisation"
	ClosedPlace        ClosureScope = "place"
)

// ClosureScopes lists them in the order in which they are offered.
func ClosureScopes() []ClosureScope {
	return []ClosureScope{ClosedMunicipality, ClosedPlace, ClosedOrganiser, ClosedEverywhere}
}

// Closure is a time in which nothing is held somewhere. Both days belong to it.
type Closure struct {
	ID             ID
	Scope          ClosureScope // required
	Municipality   Municipality // with ClosedMunicipality
	OrganisationID ID           // with ClosedOrganiser
	PlaceID        ID           // with ClosedPlace
	From           Date         // required
	Until          Date         // required
	Reason         Text         // required in one language
}

// Check returns what is amiss in the closure.
func (c Closure) Check() []Problem {
	var p problems
	p.required("scope", string(c.Scope))
	switch c.Scope {
	case ClosedMunicipality:
		p.required("municipality", c.Municipality.Name)
	case ClosedOrganiser:
		p.required("organisation", string(c.OrganisationID))
	case ClosedPlace:
		p.required("place", string(c.PlaceID))
	}
	if c.From.IsZero() {
		p.refuse("from", "required")
	}
	if c.Until.IsZero() {
		p.refuse("until", "required")
	}
	p.order("until", c.From, c.Until)
	p.required("reason", c.Reason.Best(Finnish))
	p.texts("reason", c.Reason, MaxName)
	if !c.From.IsZero() && c.From.DaysUntil(c.Until) > 400 {
		p.warn("until", "long_closure", "days", c.From.DaysUntil(c.Until)+1)
	}
	return p
}

// Covers reports whether the day belongs to the closure.
func (c Closure) Covers(day Date) bool { return !c.From.After(day) && !c.Until.Before(day) }

// concerns reports whether the closure closes a group at a place.
func (c Closure) concerns(g Group, place MeetingPlace) bool {
	switch c.Scope {
	case ClosedEverywhere:
		return true
	case ClosedMunicipality:
		return !c.Municipality.IsZero() && c.Municipality.Same(place.Municipality)
	case ClosedOrganiser:
		return slices.Contains(g.Organisers, c.OrganisationID)
	default:
		return c.PlaceID == place.ID
	}
}

// Same reports whether two municipalities are the same, by their code or else by their name.
func (m Municipality) Same(other Municipality) bool {
	if m.Code != "" && other.Code != "" {
		return m.Code == other.Code
	}
	return Fold(m.Name) == Fold(other.Name)
}

// Closed says why a group does not meet on a day.
type Closed struct {
	Holiday Holiday // empty when it is a closure
	Closure Closure
}

// ClosedOn tells why a group does not meet at a place on the day, and false when nothing closes it. A public holiday
// counts before a closure; an eve only where the season says so.
func ClosedOn(day Date, g Group, place MeetingPlace, closures []Closure, eves bool) (Closed, bool) {
	if h, is := HolidayOn(day); is && (eves || !h.Eve()) {
		return Closed{Holiday: h}, true
	}
	for _, c := range closures {
		if c.Covers(day) && c.concerns(g, place) {
			return Closed{Closure: c}, true
		}
	}
	return Closed{}, false
}

// Closures keeps the closures. Every method is one transaction.
type Closures interface {
	// Closures returns all of them, the latest first.
	Closures(ctx context.Context) ([]Closure, error)
	// SaveClosure keeps a new closure or a changed one, and cancels and restores sessions as AfterClosures says.
	SaveClosure(ctx context.Context, c Closure) (Closure, error)
	// DeleteClosure takes one away, and restores the sessions that it alone had cancelled.
	DeleteClosure(ctx context.Context, id ID) error
}
