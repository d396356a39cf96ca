package model

import "slices"

// Renew makes the draft of the agreement that continues a. It copies what still holds — parties whose organisations
// exist, their contacts who have not left, clauses, division of work, contributions that recur — and leaves out what
// belonged to the old one: signatures, decisions, reviews, notice, deliveries, attachments, amendments. A fixed term goes
// on from the day after its end for as long as before. newID makes the IDs of what is new.
func Renew(a Agreement, number string, organisations Directory, today Date, newID func() ID) Agreement {
	r := Agreement{
		AgreementSummary: AgreementSummary{
			ID: newID(), Number: number, Title: a.Title, Languages: slices.Clone(a.Languages), Form: a.Form, Kind: a.Kind,
			Area: a.Area, ParentID: a.ParentID, PredecessorID: a.ID, NoticeMonths: a.NoticeMonths,
		},
		Place: a.Place, MeetingsPerYear: a.MeetingsPerYear, Court: a.Court, OralTerms: OralTerms{Content: a.OralTerms.Content},
	}
	r.ValidFrom, r.ValidUntil = nextTerm(a.ValidFrom, a.ValidUntil)
	renewed := map[ID]ID{}
	for _, p := range a.Parties {
		o, known := organisations[p.OrganisationID]
		if known && o.EndedBy(today) {
			continue
		}
		q := Party{
			ID: newID(), OrganisationID: p.OrganisationID, Role: p.Role, CoreTask: p.CoreTask,
			Services: slices.Clone(p.Services), Signatory: p.Signatory, SignatoryTitle: p.SignatoryTitle,
		}
		if c, ok := o.Contact(p.ContactID); ok && !c.FormerOn(today) {
			q.ContactID = c.ID
		}
		if c, ok := o.Contact(p.DeputyID); ok && !c.FormerOn(today) {
			q.DeputyID = c.ID
		}
		renewed[p.ID] = q.ID
		r.Parties = append(r.Parties, q)
	}
	for _, c := range a.Clauses {
		c.ID = newID()
		r.Clauses = append(r.Clauses, c)
	}
	for _, t := range a.Tasks {
		task := Task{ID: newID(), Description: t.Description}
		for _, id := range t.PartyIDs {
			if q, ok := renewed[id]; ok {
				task.PartyIDs = append(task.PartyIDs, q)
			}
		}
		r.Tasks = append(r.Tasks, task)
	}
	for _, c := range a.Contributions {
		q, ok := renewed[c.PartyID]
		if !ok || c.Per == Once {
			continue
		}
		c.ID, c.PartyID, c.DueOn, c.DoneOn = newID(), q, Date{}, Date{}
		r.Contributions = append(r.Contributions, c)
	}
	return r
}

// nextTerm continues a fixed term: the day after its end, for as many whole months (or, failing that, days) as before.
func nextTerm(from, until Date) (Date, Date) {
	if until.IsZero() {
		return Date{}, Date{}
	}
	start := until.AddDays(1)
	if from.IsZero() {
		return start, Date{}
	}
	months := (start.Year()-from.Year())*12 + int(start.Month()) - int(from.Month())
	if start.Day() == from.Day() && months > 0 {
		return start, start.AddMonths(months).AddDays(-1)
	}
	return start, start.AddDays(from.DaysUntil(until))
}
