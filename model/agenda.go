package model

import (
	"cmp"
	"slices"
)

// Matter is what needs attention about an agreement.
type Matter string

// The matters, by what hurts first.
const (
	MatterContribution Matter = "contribution_late" // a promised contribution was not delivered in time
	MatterReviewLate   Matter = "review_late"       // the day of the review has passed
	MatterDecision     Matter = "decision"          // it must be decided what follows
	MatterEnding       Matter = "ending"            // it ends, and nothing continues it
	MatterUnsigned     Matter = "unsigned"          // the papers are with somebody
	MatterReview       Matter = "review"            // a review is near
	MatterService      Matter = "service_moved"     // a party no longer organises a service it is named for
	MatterDraft        Matter = "draft"             // not sent yet
	MatterEnded        Matter = "ended"             // ended within the last year without a successor
)

// Matters lists them by what hurts first.
func Matters() []Matter {
	return []Matter{
		MatterContribution, MatterReviewLate, MatterDecision, MatterEnding, MatterUnsigned, MatterReview, MatterService,
		MatterDraft, MatterEnded,
	}
}

// AgendaDays is how far ahead the agenda looks for reviews, decisions and endings, in days.
const AgendaDays = 60

// endedDays is how long an agreement that ended without a successor stays on the agenda, in days.
const endedDays = 365

// AgendaItem is one thing to see to.
type AgendaItem struct {
	Matter       Matter
	Agreement    *AgreementSummary
	On           Date // the day that matters: of the review, the last day to give notice, the end …; zero when there is none
	Parties      []ID // the parties concerned (Party.ID)
	Services     []Service
	Contribution Contribution // with MatterContribution
}

// Agenda lists what needs attention about agreements on the calendar's day, what hurts first, then by day.
func Agenda(all []AgreementSummary, due []AgreementContribution, organisations Directory, c Calendar) []AgendaItem {
	var items []AgendaItem
	byID := make(map[ID]*AgreementSummary, len(all))
	for i := range all {
		byID[all[i].ID] = &all[i]
		items = append(items, all[i].agenda(organisations, c)...)
	}
	for _, d := range due {
		if a := byID[d.AgreementID]; a != nil && d.Contribution.DeliveryOn(c.Today) == NotDelivered {
			items = append(items, AgendaItem{
				Matter: MatterContribution, Agreement: a, On: d.Contribution.DueOn, Parties: []ID{d.Contribution.PartyID},
				Contribution: d.Contribution,
			})
		}
	}
	order := map[Matter]int{}
	for i, m := range Matters() {
		order[m] = i
	}
	slices.SortStableFunc(items, func(a, b AgendaItem) int {
		return cmp.Or(order[a.Matter]-order[b.Matter], a.On.Compare(b.On), cmp.Compare(a.Agreement.Number, b.Agreement.Number))
	})
	return items
}

// agenda lists what needs attention about one agreement, its contributions apart.
func (a *AgreementSummary) agenda(organisations Directory, c Calendar) []AgendaItem {
	s := a.StatusOn(c)
	near := func(d Date) bool { return !d.IsZero() && !d.After(c.Today.AddDays(AgendaDays)) }
	item := func(m Matter, on Date) AgendaItem { return AgendaItem{Matter: m, Agreement: a, On: on} }
	var items []AgendaItem
	switch s.State {
	case StateDraft:
		return []AgendaItem{item(MatterDraft, Date{})}
	case StateOutForSignature:
		waiting := item(MatterUnsigned, a.sentFirst())
		waiting.Parties = s.WaitingFor
		return []AgendaItem{waiting}
	case StateEndedSuccessor:
		return nil
	case StateEndedNoSuccessor:
		if s.EndsOn.DaysUntil(c.Today) > endedDays {
			return nil
		}
		return []AgendaItem{item(MatterEnded, s.EndsOn)}
	case StateUnderNotice, StateEnding:
		if s.SuccessorID == "" {
			items = append(items, item(MatterEnding, s.EndsOn))
		}
	default:
		if s.SuccessorID == "" && near(s.DecisionDay) {
			items = append(items, item(MatterDecision, s.LastNotice))
		}
		if !a.ReviewOn.IsZero() && a.ReviewOn.Before(c.Today) {
			items = append(items, item(MatterReviewLate, a.ReviewOn))
		} else if near(a.ReviewOn) {
			items = append(items, item(MatterReview, a.ReviewOn))
		}
	}
	for _, p := range a.Parties {
		if len(p.Services) == 0 {
			continue // most: looking up the organisation of each would take as long as all the rest
		}
		if moved := NoLongerOrganises(p, organisations[p.OrganisationID], c.Today); len(moved) > 0 {
			x := item(MatterService, Date{})
			x.Parties, x.Services = []ID{p.ID}, moved
			items = append(items, x)
		}
	}
	return items
}

// sentFirst is the day the first paper was sent, zero when none is known.
func (a *AgreementSummary) sentFirst() Date {
	var first Date
	for _, p := range a.Parties {
		if d := p.Signing.SentOn; !d.IsZero() && (first.IsZero() || d.Before(first)) {
			first = d
		}
	}
	return first
}

// Party returns the party with the ID, and false when the agreement has none such.
func (a *AgreementSummary) Party(id ID) (Party, bool) {
	i := slices.IndexFunc(a.Parties, func(p Party) bool { return p.ID == id })
	if i < 0 {
		return Party{}, false
	}
	return a.Parties[i], true
}
