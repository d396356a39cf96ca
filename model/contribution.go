package model

import (
	"slices"
	"strings"
)

// ContributionKind is what a party puts into the common work (PERHE report, L5-4).
type ContributionKind string

// The kinds of contributions.
const (
	ContributedPremises    ContributionKind = "premises"
	ContributedStaff       ContributionKind = "staff"
	ContributedMoney       ContributionKind = "money"
	ContributedSupplies    ContributionKind = "supplies"
	ContributedVolunteers  ContributionKind = "volunteers"
	ContributedTraining    ContributionKind = "training"
	ContributedInformation ContributionKind = "information"
)

// ContributionKinds lists them in the order in which they are offered.
func ContributionKinds() []ContributionKind {
	return []ContributionKind{
		ContributedPremises, ContributedStaff, ContributedMoney, ContributedSupplies, ContributedVolunteers,
		ContributedTraining, ContributedInformation,
	}
}

// Per is the period or occasion that an amount is for.
type Per string

// The periods. The empty Per is the whole term of the agreement.
const (
	Once       Per = "once"
	PerSession Per = "session"
	PerWeek    Per = "week"
	PerMonth   Per = "month"
	PerYear    Per = "year"
)

// Pers lists them in the order in which they are offered.
func Pers() []Per { return []Per{PerYear, PerMonth, PerWeek, PerSession, Once} }

// Contribution is what one party has promised.
type Contribution struct {
	ID          ID
	PartyID     ID               // required: a party of the agreement
	Kind        ContributionKind // required
	Description Text
	Amount      Amount
	Unit        string // €, h, htv (person-years), hlö …
	Per         Per
	DueOn       Date
	DoneOn      Date
}

// Delivery is how it stands with a contribution.
type Delivery string

// The deliveries. A contribution with no due day that is not marked done is Promised: it is not expected on any day.
const (
	Delivered    Delivery = "delivered"
	Promised     Delivery = "promised"
	NotDelivered Delivery = "not_delivered" // its day has passed
)

// DeliveryOn tells how it stands with the contribution on the day.
func (c Contribution) DeliveryOn(day Date) Delivery {
	switch {
	case !c.DoneOn.IsZero() && !c.DoneOn.After(day):
		return Delivered
	case !c.DueOn.IsZero() && c.DueOn.Before(day):
		return NotDelivered
	default:
		return Promised
	}
}

// Total is what contributions of one kind, unit and period come to.
type Total struct {
	Kind   ContributionKind
	Unit   string
	Per    Per
	Amount Amount
	Count  int // contributions in it, at least 2
}

// Totals sums up what can be summed up: known amounts of the same kind, unit and period, in the order in which they
// first come. Sums of one are left out, for the contribution says as much itself.
func Totals(all []Contribution) []Total {
	return slices.DeleteFunc(Sums(all), func(t Total) bool { return t.Count < 2 })
}

// Sums is Totals with the sums of one contribution.
func Sums(all []Contribution) []Total {
	var out []Total
	for _, c := range all {
		if !c.Amount.Known {
			continue
		}
		unit := strings.TrimSpace(c.Unit)
		i := slices.IndexFunc(out, func(t Total) bool { return t.Kind == c.Kind && t.Unit == unit && t.Per == c.Per })
		if i < 0 {
			i = len(out)
			out = append(out, Total{Kind: c.Kind, Unit: unit, Per: c.Per, Amount: AmountOf(0)})
		}
		out[i].Amount.Hundredths += c.Amount.Hundredths
		out[i].Count++
	}
	return out
}
