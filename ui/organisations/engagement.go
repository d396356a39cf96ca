package organisations

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
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

// total is what amounts of one kind, unit and period come to.
type total struct {
	kind   model.ContributionKind
	unit   string
	per    model.Per
	amount model.Amount
	count  int // contributions in it
}

// totals sums up what can be summed up: known amounts of the same kind, unit and period. Sums of one are left out, for
// the contribution says as much itself.
func totals(all []model.Contribution) []total {
	var sums []total
	for _, c := range all {
		if !c.Amount.Known {
			continue
		}
		same := func(t total) bool { return t.kind == c.Kind && t.unit == strings.TrimSpace(c.Unit) && t.per == c.Per }
		i := slices.IndexFunc(sums, same)
		if i < 0 {
			i = len(sums)
			sums = append(sums, total{kind: c.Kind, unit: strings.TrimSpace(c.Unit), per: c.Per})
		}
		sums[i].amount = model.AmountOf(sums[i].amount.Hundredths + c.Amount.Hundredths)
		sums[i].count++
	}
	return slices.DeleteFunc(sums, func(t total) bool { return t.count < 2 })
}

// quantity says an amount with its unit and period: "4 500 € vuodessa"; empty when the amount is unknown.
func quantity(a model.Amount, unit string, per model.Per) string {
	if !a.Known {
		return ""
	}
	in := words.In(words.Current())
	said := []string{in.Number(a.Hundredths), strings.TrimSpace(unit), words.Code(in, "contribution.per", per)}
	return strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), " ")
}
