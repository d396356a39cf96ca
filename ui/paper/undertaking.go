package paper

import (
	"cmp"
	"strconv"

	"kumppani/model"
	"kumppani/ui/words"
)

// Undertaking is a text that a leader signs, such as the confidentiality undertaking: the version of the office's day.
func (o Office) Undertaking(l model.Leader, r model.Requirement, languages []model.Language) Document {
	s := o.newSheet(languages)
	s.toSign(l, r)
	s.add(s.personFacts(l))
	s.versionText(r)
	s.signedBy(l)
	return s.doc
}

// PublicationConsent asks a leader what may be published in the calendar. The boxes are empty whatever was said before:
// a consent is given by the person, not by the paper.
func (o Office) PublicationConsent(l model.Leader, r model.Requirement, languages []model.Language) Document {
	s := o.newSheet(languages)
	s.toSign(l, r)
	s.add(s.personFacts(l))
	s.versionText(r)
	s.add(Spacer{1})
	for _, choice := range []func(words.In) string{
		func(in words.In) string { return joined(": ", in.T("paper.publication.name"), l.Name) },
		func(in words.In) string { return joined(": ", in.T("paper.publication.phone"), l.Phone) },
		func(in words.In) string { return in.T("paper.publication.neither") },
	} {
		s.add(Checkbox{Paragraph: Text(s.languages[0], s.inline(choice))})
	}
	s.add(Spacer{1})
	s.say(func(in words.In) string { return in.T("paper.publication.withdraw") })
	s.signedBy(l)
	return s.doc
}

// CheckConsent is the written consent to ask for the criminal record extract of a volunteer for a task. The Act on
// Checking the Criminal Background of Volunteers Working with Children (148/2014) wants it to say the purpose, the use
// and the content of the extract.
func (o Office) CheckConsent(l model.Leader, t model.LeaderTask, languages []model.Language) Document {
	s := o.newSheet(languages)
	title := func(in words.In) string { return in.T("paper.check") }
	s.named(title, "", l.Name)
	s.dated()
	s.addText(func(in words.In) Block { return Title{title(in), model.Language(in)} })
	s.add(withValues(Facts{[]Fact{
		s.fact(func(in words.In) string { return in.T("paper.leader.name") }, same(l.Name)),
		s.fact(func(in words.In) string { return in.T("paper.table.task") },
			func(in words.In) string { return taskName(t, in) }),
		s.fact(func(in words.In) string { return in.T("paper.check.organiser") },
			func(in words.In) string { return cmp.Or(s.organiser(l, t, in), s.host(in)) }),
	}}))
	switch l.CheckOf(t) {
	case model.CheckStateCannotAsk:
		s.add(Spacer{2})
		s.say(func(in words.In) string { return in.T("paper.check.cannot_ask") })
	case model.CheckStateEmployer:
		s.add(Spacer{2})
		s.say(func(in words.In) string { return in.T("paper.check.employer") })
	}
	s.add(Spacer{2})
	s.say(func(in words.In) string { return in.T("paper.check.text") })
	s.parts([]part{
		{func(in words.In) string { return in.T("paper.check.purpose") }, func(in words.In) string { return in.T("paper.check.purpose_text") }},
		{func(in words.In) string { return in.T("paper.check.use") }, func(in words.In) string { return in.T("paper.check.use_text") }},
		{func(in words.In) string { return in.T("paper.check.content") }, func(in words.In) string { return in.T("paper.check.content_text") }},
		{func(in words.In) string { return in.T("paper.check.handling") }, func(in words.In) string { return in.T("paper.check.handling_text") }},
		{func(in words.In) string { return in.T("paper.check.voluntary") }, func(in words.In) string { return in.T("paper.check.voluntary_text") }},
	})
	s.signedBy(l)
	return s.doc
}

// part is a text with its heading.
type part struct{ head, text func(words.In) string }

// parts adds texts with their headings: beside them in one language, above them in two.
func (s *sheet) parts(all []part) {
	if len(s.languages) == 1 {
		in := words.In(s.languages[0])
		for _, p := range all {
			s.add(Facts{[]Fact{{Bold("", p.head(in)), Text("", p.text(in))}}})
		}
		return
	}
	for _, p := range all {
		s.addText(func(in words.In) Block {
			return Heading{Level: 2, Text: p.head(in), Language: model.Language(in)}
		})
		s.say(p.text)
	}
}

// toSign begins a document with the name of a requirement.
func (s *sheet) toSign(l model.Leader, r model.Requirement) {
	s.named(best(r.Name), "", l.Name)
	s.dated()
	if v, ok := r.TextOn(s.Today); ok {
		s.doc.Header.Number = s.inline(func(in words.In) string { return in.T("paper.leader.version", "version", v.Version) })
	}
	s.addText(func(in words.In) Block {
		text, l := s.written(r.Name, in)
		return Title{text, l}
	})
}

// dated puts the day of the document into its header.
func (s *sheet) dated() { s.doc.Header.Details = []string{words.In(s.languages[0]).Date(s.Today)} }

// personFacts are who signs: no more than is needed to know the person by.
func (s *sheet) personFacts(l model.Leader) Facts {
	tasks := func(in words.In) string {
		var names []string
		for _, t := range l.TasksFrom(s.Today) {
			names = append(names, taskName(t, in))
		}
		return joined("\n", names...)
	}
	born := ""
	if l.GuardianSigns(s.Today) {
		born = strconv.Itoa(l.BirthYear.N)
	}
	return withValues(Facts{[]Fact{
		s.fact(func(in words.In) string { return in.T("paper.leader.name") }, same(l.Name)),
		s.fact(func(in words.In) string { return in.T("paper.leader.born") }, same(born)),
		s.fact(func(in words.In) string { return in.T("paper.leader.home") },
			func(in words.In) string { return s.Organisations.Name(l.HomeOrganisation, model.Language(in)) }),
		{
			Text(s.languages[0], s.inline(func(in words.In) string { return in.T("paper.leader.tasks") })),
			s.inLines(tasks),
		},
	}})
}

// inLines says something of several lines in each language, one language after the other.
func (s *sheet) inLines(say func(words.In) string) Paragraph {
	var all []string
	for _, l := range s.languages {
		if text := say(words.In(l)); len(all) == 0 || all[0] != text {
			all = append(all, text)
		}
	}
	return Text(s.languages[0], joined("\n", all...))
}

// versionText adds the text of a requirement that is signed on the office's day.
func (s *sheet) versionText(r model.Requirement) {
	s.add(Spacer{2})
	v, ok := r.TextOn(s.Today)
	if !ok || v.Body.IsZero() {
		s.say(func(in words.In) string { return in.T("paper.leader.no_text") })
		return
	}
	s.body(v.Body)
}
