package paper

import (
	"cmp"
	"fmt"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// clauseParties is the key of the template clause that names the parties: the table of them stands there.
const clauseParties = "parties"

// Agreement is an agreement in one language, or in two side by side, ready to sign; an oral one is its memo. Until it is
// sent to somebody to sign, it is marked as a draft.
func (o Office) Agreement(a model.Agreement, languages []model.Language) Document {
	if a.Form == model.Oral {
		return o.memo(a, languages)
	}
	s := o.newSheet(languages)
	s.begin(&a)
	s.addText(func(in words.In) Block { return Title{a.Title.Best(model.Language(in)), model.Language(in)} })
	s.clauses(&a)
	if a.Form == model.Written {
		s.signatures(&a, s.inline(func(in words.In) string { return joined(" ", a.Number, a.Title.Best(model.Language(in))) }),
			func(p model.Party) model.Signing { return p.Signing })
	}
	s.annexes(&a)
	return s.doc
}

// begin names the document after the agreement and marks it while it is a draft.
func (s *sheet) begin(a *model.Agreement) {
	s.named(kindName(a), a.Number, a.Title.Best(s.languages[0]))
	if a.StatusOn(model.Calendar{Today: s.Today}).State == model.StateDraft {
		s.draft()
	}
}

func kindName(a *model.Agreement) func(words.In) string {
	return func(in words.In) string {
		if a.Kind == "" || a.Kind == model.OtherAgreement {
			return in.T("paper.agreement")
		}
		return words.Capital(words.Code(in, "agreement.kind", a.Kind))
	}
}

// clauses adds the clauses that are not switched off, numbered, and the table of parties.
func (s *sheet) clauses(a *model.Agreement) {
	var printed []model.Clause
	partiesNamed := false
	for _, c := range a.Clauses {
		if !c.Off {
			printed = append(printed, c)
			partiesNamed = partiesNamed || c.Key == clauseParties
		}
	}
	if !partiesNamed {
		s.parties(a)
	}
	for i, c := range printed {
		s.addText(func(in words.In) Block {
			text, l := s.written(c.Heading, in)
			return Heading{Level: 1, Number: fmt.Sprint(i + 1), Text: text, Language: l}
		})
		s.clause(c.Body, a)
		if c.Key == clauseParties {
			s.parties(a)
		}
	}
}

// written is a text in a language. Alone, a text that is not written in it is given in the language it is written in;
// beside another language it is left out.
func (s *sheet) written(t model.Text, in words.In) (string, model.Language) {
	l := model.Language(in)
	if text := t.In(l); text != "" || len(s.languages) == 2 {
		return text, l
	}
	for _, other := range model.Languages() {
		if text := t.In(other); text != "" {
			return text, other
		}
	}
	return "", l
}

// clause adds the text of a clause: paragraph beside paragraph, and the tables in it over the whole width.
func (s *sheet) clause(body model.Text, a *model.Agreement) {
	var columns [][]words.Paragraph
	var languages []model.Language
	for _, l := range s.languages {
		text, l := s.written(body, words.In(l))
		columns = append(columns, words.In(l).Clause(text, a, s.Organisations))
		languages = append(languages, l)
	}
	s.paragraphs(columns, languages, a)
}

// paragraphs adds texts that say the same, from table to table.
func (s *sheet) paragraphs(columns [][]words.Paragraph, languages []model.Language, a *model.Agreement) {
	for {
		next := make([]Block, len(columns))
		found := false
		for i := range columns {
			next[i] = Paragraph{Language: languages[i]}
			if len(columns[i]) > 0 && columns[i][0].Table == "" {
				next[i] = paragraph(columns[i][0], languages[i])
				columns[i], found = columns[i][1:], true
			}
		}
		if found {
			if len(next) == 1 {
				s.add(next[0])
			} else {
				s.add(Pair{next[0], next[1]})
			}
			continue
		}
		var table model.Placeholder
		for i := range columns {
			if len(columns[i]) > 0 && (table == "" || columns[i][0].Table == table) {
				table, columns[i] = columns[i][0].Table, columns[i][1:]
			}
		}
		if table == "" {
			return
		}
		s.placeholderTable(table, a)
	}
}

func paragraph(p words.Paragraph, l model.Language) Paragraph {
	out := Paragraph{Language: l}
	for _, piece := range p.Pieces {
		out.Spans = append(out.Spans, Span{Text: piece.Text, Blank: piece.Blank})
	}
	return out
}

// signatures adds the places to sign of all parties.
func (s *sheet) signatures(a *model.Agreement, document string, signing func(model.Party) model.Signing) {
	s.addText(func(in words.In) Block {
		return Heading{Level: 1, Text: in.T("paper.signatures"), Language: model.Language(in)}
	})
	out := Signatures{Continued: words.In(s.languages[0]).T("paper.signatures.continued", "document", document)}
	for _, p := range a.Parties {
		out.Parties = append(out.Parties, Signature{
			Party:          s.inline(func(in words.In) string { return s.organisation(p, in) }),
			PlaceTimeLabel: s.inline(func(in words.In) string { return in.T("paper.signature.place_time") }),
			PlaceTime:      s.inline(func(in words.In) string { return a.SignedAt.In(model.Language(in)) }),
			Name:           p.Signatory,
			Title:          p.SignatoryTitle,
			SignLabel:      s.inline(func(in words.In) string { return in.T("paper.signature.sign") }),
			NameLabel:      s.inline(func(in words.In) string { return in.T("paper.signature.name") }),
			Note:           s.inline(func(in words.In) string { return signedNote(in, signing(p)) }),
		})
	}
	s.add(out)
}

// signedNote says of an electronic signature what the empty line over it does not.
func signedNote(in words.In, g model.Signing) string {
	switch {
	case !g.Electronic:
		return ""
	case g.SignedOn.IsZero():
		return in.T("paper.signature.electronic")
	default:
		return in.T("paper.signature.electronic_on", "date", in.Date(g.SignedOn))
	}
}

// annexes adds the list of annexes at the end.
func (s *sheet) annexes(a *model.Agreement) {
	var names []string
	for _, x := range a.Attachments {
		if x.Role == model.Annex {
			names = append(names, x.Name)
		}
	}
	if len(names) > 0 {
		label := s.inline(func(in words.In) string { return in.T("paper.annexes") })
		s.add(Spacer{6}, Facts{[]Fact{{Text("", label), Text("", strings.Join(names, "\n"))}}})
	}
}

// contact finds a contact of a party.
func (o Office) contact(p model.Party, id model.ID) (model.Contact, bool) {
	return o.Organisations[p.OrganisationID].Contact(id)
}

// best is a text in the language or, failing that, in another.
func best(t model.Text) func(words.In) string {
	return func(in words.In) string { return t.Best(model.Language(in)) }
}

// periodOf is the term of an agreement: "1.1.2027–31.12.2028", "1.1.2027 – toistaiseksi".
func periodOf(a *model.AgreementSummary, in words.In) string {
	if a.ValidFrom.IsZero() && a.ValidUntil.IsZero() {
		return in.T("paper.until_further_notice")
	}
	if a.ValidUntil.IsZero() {
		return in.Date(a.ValidFrom) + " – " + in.T("paper.until_further_notice")
	}
	return cmp.Or(in.DateRange(a.ValidFrom, a.ValidUntil), in.T("paper.until_further_notice"))
}
