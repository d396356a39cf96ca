package model

// BoundIn reports whether a concluded agreement was in force on some day of the period.
func (a *AgreementSummary) BoundIn(p Period) bool {
	from, last := a.InForceFrom(), a.lastDay()
	return a.Concluded() && !from.After(p.Until) && (last.IsZero() || !last.Before(p.From))
}

// BeganIn reports whether the agreement came into force in the period, seen from the day.
func (a *AgreementSummary) BeganIn(p Period, day Date) bool {
	from := a.InForceFrom()
	return a.Concluded() && p.Covers(from) && !from.After(day)
}

// EndedIn reports whether the last day in force of the agreement is in the period, and not after the day.
func (a *AgreementSummary) EndedIn(p Period, day Date) bool {
	last := a.lastDay()
	return a.Concluded() && !last.IsZero() && p.Covers(last) && !last.After(day)
}

// ToldIn reports whether the agreement belongs to what is told of the period: it was in force in it, or it was agreed by
// its end and is not yet in force, or it is not yet made on the day. Where nobody knows when it was agreed, it is told of
// for a year before it comes into force.
func (a *AgreementSummary) ToldIn(p Period, s State) bool {
	switch s {
	case StateDraft, StateOutForSignature:
		return true
	case StateNotYetInForce:
		if agreed := a.agreedOn(); !agreed.IsZero() {
			return !agreed.After(p.Until)
		}
		return !a.InForceFrom().After(p.Until.AddMonths(12))
	}
	return a.BoundIn(p)
}

// agreedOn is the day on which the last party agreed; zero when it is not known.
func (a *AgreementSummary) agreedOn() Date {
	if a.Form != Written {
		return a.AgreedOn
	}
	var last Date
	for _, p := range a.Parties {
		if p.Signing.SignedOn.After(last) {
			last = p.Signing.SignedOn
		}
	}
	return last
}

// AgreementTally is how many agreements there are.
type AgreementTally struct {
	InForce int // on the day
	Began   int // in the period
	Ended   int // in the period
	Forms   map[Form]int
	Sectors map[Sector]int // an agreement counts once in each sector that has a party in it: together more than InForce
	States  map[State]int  // of those of which the period tells
}

// TallyAgreements counts the agreements of a period; states, forms and sectors are those of the calendar's day. The forms
// and sectors are of those in force.
func TallyAgreements(all []AgreementSummary, p Period, c Calendar, names Directory) AgreementTally {
	t := AgreementTally{Forms: map[Form]int{}, Sectors: map[Sector]int{}, States: map[State]int{}}
	for i := range all {
		a := &all[i]
		if a.BeganIn(p, c.Today) {
			t.Began++
		}
		if a.EndedIn(p, c.Today) {
			t.Ended++
		}
		state := a.StatusOn(c).State
		if a.ToldIn(p, state) {
			t.States[state]++
		}
		if !state.InForce() {
			continue
		}
		t.InForce++
		t.Forms[a.Form]++
		seen := map[Sector]bool{}
		for _, party := range a.Parties {
			if s := names[party.OrganisationID].Sector; !seen[s] {
				seen[s] = true
				t.Sectors[s]++
			}
		}
	}
	return t
}
