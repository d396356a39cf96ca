package paper

import (
	"slices"
	"strconv"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// Amendment is a numbered change to an agreement, ready to sign by all its parties.
func (o Office) Amendment(a model.Agreement, m model.Amendment, languages []model.Language) Document {
	s := o.newSheet(languages)
	name := func(in words.In) string { return in.T("paper.amendment", "number", strconv.Itoa(m.Number)) }
	s.named(name, a.Number, a.Title.Best(s.languages[0]))
	if !slices.ContainsFunc(m.Signatures, func(g model.AmendmentSignature) bool { return g.Signing != model.Signing{} }) {
		s.draft()
	}
	s.addText(func(in words.In) Block {
		return Title{joined(": ", name(in), m.Title.Best(model.Language(in))), model.Language(in)}
	})
	facts := Facts{[]Fact{
		s.fact(func(in words.In) string { return in.T("paper.amendment.agreement") },
			func(in words.In) string { return joined(" ", a.Number, a.Title.Best(model.Language(in))) }),
		s.fact(func(in words.In) string { return in.T("paper.amendment.parties") },
			func(in words.In) string { return in.List(s.allParties(&a, in)) }),
	}}
	if !m.ValidFrom.IsZero() {
		facts.Rows = append(facts.Rows, s.fact(func(in words.In) string { return in.T("paper.amendment.from") },
			func(in words.In) string { return in.Date(m.ValidFrom) }))
	}
	s.add(facts)
	s.addText(func(in words.In) Block {
		return Heading{Level: 1, Text: in.T("paper.amendment.content"), Language: model.Language(in)}
	})
	s.clause(m.Body, &a)
	s.addText(func(in words.In) Block { return Text(model.Language(in), in.T("paper.amendment.rest")) })
	s.signatures(&a, strings.TrimSpace(s.doc.Title), func(p model.Party) model.Signing {
		i := slices.IndexFunc(m.Signatures, func(g model.AmendmentSignature) bool { return g.PartyID == p.ID })
		if i < 0 {
			return model.Signing{}
		}
		return m.Signatures[i].Signing
	})
	return s.doc
}

// allParties names the parties that are known.
func (o Office) allParties(a *model.Agreement, in words.In) []string {
	var out []string
	for _, p := range a.Parties {
		if name := o.organisation(p, in); name != "" {
			out = append(out, name)
		}
	}
	return out
}
