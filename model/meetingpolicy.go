package model

import "context"

// MeetingPolicy is what the coordinator has decided about meeting places and counting.
type MeetingPolicy struct {
	TravelMinutes int // that it takes from one municipality to another, 0–240; 0 = is not looked at
	Categories    []CountCategory
}

// CountCategory is something of its own that the centre counts: visitors who are grandparents, first-time families.
type CountCategory struct {
	ID   ID
	Name Text // required in one language
	Off  bool // no longer counted; what was counted stays
}

// DefaultTravelMinutes is how long it is taken to last from one municipality to another until the coordinator says so.
const DefaultTravelMinutes = 30

// Check returns what is amiss in the settings.
func (x MeetingPolicy) Check() []Problem {
	var p problems
	if x.TravelMinutes < 0 || x.TravelMinutes > 240 {
		p.refuse("travel_minutes", "travel_range")
	}
	for i, c := range x.Categories {
		field := at("categories", i, "name")
		p.required(field, c.Name.Best(Finnish))
		p.texts(field, c.Name, MaxShort)
		for _, o := range x.Categories[:i] {
			if Fold(o.Name.Best(Finnish)) == Fold(c.Name.Best(Finnish)) {
				p.warn(field, "category_twice")
			}
		}
	}
	return p
}

// Counted returns the categories that are counted now.
func (x MeetingPolicy) Counted() []CountCategory {
	var out []CountCategory
	for _, c := range x.Categories {
		if !c.Off {
			out = append(out, c)
		}
	}
	return out
}

// MeetingPolicies keeps the settings about meeting places. Every method is one transaction.
type MeetingPolicies interface {
	// MeetingPolicy returns the settings; before anybody decided, those of a new centre.
	MeetingPolicy(ctx context.Context) (MeetingPolicy, error)
	// SaveMeetingPolicy replaces them; an empty ID of a category is made. CodeInvalid when Check refuses them, and for
	// leaving out a category that sessions have counted: it is switched off instead.
	SaveMeetingPolicy(ctx context.Context, p MeetingPolicy) error
}
