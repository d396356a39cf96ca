package paper

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// memo is the memo of an oral agreement: what was agreed, for the files of all who were there. It is not signed.
func (o Office) memo(a model.Agreement, languages []model.Language) Document {
	s := o.newSheet(languages)
	s.named(func(in words.In) string { return in.T("paper.memo") }, a.Number, a.Title.Best(s.languages[0]))
	s.addText(func(in words.In) Block {
		text, l := s.written(o.Template.Memo.Heading, in)
		return Title{text, l}
	})
	facts := Facts{[]Fact{
		s.fact(func(in words.In) string { return in.T("paper.memo.subject") }, best(a.Title)),
		s.fact(func(in words.In) string { return in.T("paper.table.party") },
			func(in words.In) string { return in.List(s.allParties(&a, in)) }),
		s.fact(func(in words.In) string { return in.T("paper.memo.agreed") },
			func(in words.In) string { return in.Date(a.AgreedOn) }),
		s.fact(func(in words.In) string { return in.T("paper.memo.term") },
			func(in words.In) string { return periodOf(&a.AgreementSummary, in) }),
	}}
	s.add(withValues(facts))
	var columns [][]words.Paragraph
	var spoken []model.Language
	for _, l := range s.languages {
		text, l := s.written(o.Template.Memo.Body, words.In(l))
		columns = append(columns, words.In(l).Memo(text, &a, o.Organisations))
		spoken = append(spoken, l)
	}
	s.add(Spacer{3})
	s.paragraphs(columns, spoken, &a)
	if len(a.Tasks) > 0 {
		s.addText(func(in words.In) Block {
			return Heading{Level: 1, Text: in.T("paper.memo.tasks"), Language: model.Language(in)}
		})
		s.tasks(&a)
	}
	if len(a.Contributions) > 0 {
		s.addText(func(in words.In) Block {
			return Heading{Level: 1, Text: in.T("paper.memo.contributions"), Language: model.Language(in)}
		})
		s.contributions(&a)
	}
	s.annexes(&a)
	return s.doc
}

// withValues leaves out the facts of which nothing is known.
func withValues(f Facts) Facts {
	var out Facts
	for _, row := range f.Rows {
		if !row.Value.empty() {
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}
