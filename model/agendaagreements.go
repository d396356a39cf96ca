package model

import (
	"fmt"
	"slices"
)

// agreements lists what needs attention about agreements and what was promised in them.
func (in *AgendaInput) agreements() []AgendaItem {
	var items []AgendaItem
	byID := make(map[ID]*AgreementSummary, len(in.Agreements))
	for i := range in.Agreements {
		a := &in.Agreements[i]
		byID[a.ID] = a
		items = append(items, a.agenda(in.Organisations, in.Calendar)...)
	}
	for _, d := range in.Contributions {
		if a := byID[d.AgreementID]; a != nil && d.Contribution.DeliveryOn(in.Calendar.Today) == NotDelivered {
			x := a.item(MatterContribution, d.Contribution.DueOn)
			x.Parties, x.Contribution = []ID{d.Contribution.PartyID}, d.Contribution
			x.What = string(d.Contribution.ID) + " " + x.What
			items = append(items, x)
		}
	}
	return items
}

func (a *AgreementSummary) item(m Matter, on Date) AgendaItem {
	return AgendaItem{Matter: m, Kind: KindAgreement, ID: a.ID, Record: a.ID, What: on.String(), On: on, Agreement: a}
}

// agenda lists what needs attention about one agreement, its contributions and contact persons apart.
func (a *AgreementSummary) agenda(organisations Directory, c Calendar) []AgendaItem {
	s := a.StatusOn(c)
	near := func(d Date) bool { return !d.IsZero() && !d.After(c.Today.AddDays(AgendaDays)) }
	var items []AgendaItem
	switch s.State {
	case StateDraft:
		return []AgendaItem{a.item(MatterDraft, Date{})}
	case StateOutForSignature:
		waiting := a.item(MatterUnsigned, a.sentFirst())
		waiting.Parties = s.WaitingFor
		return []AgendaItem{waiting}
	case StateEndedSuccessor:
		return nil
	case StateEndedNoSuccessor:
		if s.EndsOn.DaysUntil(c.Today) > agendaEndedDays {
			return nil
		}
		return []AgendaItem{a.item(MatterEnded, s.EndsOn)}
	case StateUnderNotice, StateEnding:
		if s.SuccessorID == "" {
			items = append(items, a.item(MatterEnding, s.EndsOn))
		}
	default:
		if s.SuccessorID == "" && near(s.DecisionDay) {
			items = append(items, a.item(MatterDecision, s.LastNotice))
		}
		if !a.ReviewOn.IsZero() && a.ReviewOn.Before(c.Today) {
			items = append(items, a.item(MatterReviewLate, a.ReviewOn))
		} else if near(a.ReviewOn) {
			items = append(items, a.item(MatterReview, a.ReviewOn))
		}
	}
	for _, p := range a.Parties {
		if len(p.Services) == 0 {
			continue // most: looking up the organisation of each would take as long as all the rest
		}
		if moved := NoLongerOrganises(p, organisations[p.OrganisationID], c.Today); len(moved) > 0 {
			x := a.item(MatterService, Date{})
			x.Parties, x.Services, x.What = []ID{p.ID}, moved, fmt.Sprint(p.ID, moved)
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

// contacts lists for each agreement in force the parties of which a contact person began or left lately, or whose named
// contact person has left: the others are to be told.
func (in *AgendaInput) contacts() []AgendaItem {
	today := in.Calendar.Today
	lately := func(d Date) bool { return !d.IsZero() && !d.After(today) && d.DaysUntil(today) <= agendaContactDays }
	former, changed := map[ID]Contact{}, map[ID][]Contact{}
	for id, o := range in.Organisations {
		for _, c := range o.Contacts {
			if c.FormerOn(today) {
				former[c.ID] = c
			}
			if lately(c.ChangedOn(today)) {
				changed[id] = append(changed[id], c)
			}
		}
	}
	if len(former)+len(changed) == 0 {
		return nil
	}
	var items []AgendaItem
	for i := range in.Agreements {
		a := &in.Agreements[i]
		if len(a.Parties) < MinParties || !a.StatusOn(in.Calendar).State.InForce() {
			continue
		}
		for _, p := range a.Parties {
			who := changed[p.OrganisationID]
			if c, left := former[p.ContactID]; left && !slices.ContainsFunc(who, func(x Contact) bool { return x.ID == c.ID }) {
				who = append(slices.Clip(who), c)
			}
			if len(who) == 0 {
				continue
			}
			x := a.item(MatterContact, Date{})
			x.Parties, x.Contacts, x.What = []ID{p.ID}, who, string(p.ID)
			for _, c := range who {
				on := c.ChangedOn(today)
				if on.After(x.On) {
					x.On = on
				}
				x.What += " " + string(c.ID) + " " + on.String()
			}
			items = append(items, x)
		}
	}
	return items
}
