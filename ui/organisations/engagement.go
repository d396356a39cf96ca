package organisations

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
)

// engagement is an agreement of which an organisation is a party, as it stands today.
type engagement struct {
	of    *model.AgreementSummary
	state model.State
}

// engagements lists the agreements of an organisation: what has not ended first, then the latest number first.
func (r *records) engagements(id model.ID) []engagement {
	var out []engagement
	for i := range r.agreements {
		a := &r.agreements[i]
		if slices.ContainsFunc(a.Parties, func(p model.Party) bool { return p.OrganisationID == id }) {
			out = append(out, engagement{a, a.StatusOn(r.calendar).State})
		}
	}
	ended := func(e engagement) int {
		if e.state.Ended() {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(a, b engagement) int {
		return cmp.Or(ended(a)-ended(b), strings.Compare(b.of.Number, a.of.Number))
	})
	return out
}

// promises are the contributions that the organisation has promised in the agreement.
func promises(id model.ID, a model.Agreement) []model.Contribution {
	var out []model.Contribution
	for _, c := range a.Contributions {
		if p, ok := a.Party(c.PartyID); ok && p.OrganisationID == id {
			out = append(out, c)
		}
	}
	return out
}
