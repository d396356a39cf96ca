package paper

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// Office is what a document takes from around the record that it is about.
type Office struct {
	Organisations model.Directory
	Centre        model.Centre
	Template      model.Template // its Memo is the text of a memo
	Today         model.Date     // the day of the document and of every state on it
}

// sheet is a document being built in one language, or in two side by side.
type sheet struct {
	Office
	languages []model.Language // one or two; the first is that of the file
	doc       Document
}

// newSheet begins a document. Without a language it is in Finnish; a language twice is once.
func (o Office) newSheet(languages []model.Language) *sheet {
	s := &sheet{Office: o}
	for _, l := range languages {
		if len(s.languages) == 0 || (len(s.languages) == 1 && l != s.languages[0]) {
			s.languages = append(s.languages, l)
		}
	}
	if len(s.languages) == 0 {
		s.languages = []model.Language{model.Finnish}
	}
	s.doc.Language, s.doc.Date = s.languages[0], o.Today
	s.doc.Author = o.Centre.Name.Best(s.languages[0])
	s.doc.Header.Logo = o.Centre.Logo
	for _, name := range s.cell(best(o.Centre.Name)) {
		s.doc.Header.Sender = append(s.doc.Header.Sender, name.Spans[0].Text)
	}
	for line := range strings.SplitSeq(o.Centre.Letterhead, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			s.doc.Header.Sender = append(s.doc.Header.Sender, line)
		}
	}
	return s
}

// named gives the document its names: in the header, in the window of the reader and as a file.
func (s *sheet) named(name func(words.In) string, number, title string) {
	s.doc.Header.Name, s.doc.Header.Number = s.inline(name), number
	first := name(words.In(s.languages[0]))
	if says(title, first) {
		first = ""
	}
	s.doc.Title = joined(" ", first, number, title)
	s.doc.Subject = title
	s.doc.FileName = fileName(first, number, title)
}

// draft marks the document as one that nobody has been asked to sign; the day tells one draft from the next.
func (s *sheet) draft() {
	s.doc.DraftMark = words.In(s.languages[0]).T("paper.draft")
	s.doc.Header.Details = []string{words.In(s.languages[0]).Date(s.Today)}
}

func (s *sheet) add(blocks ...Block) { s.doc.Blocks = append(s.doc.Blocks, blocks...) }

// addText adds a block of text in each language, next to each other when there are two.
func (s *sheet) addText(block func(words.In) Block) {
	if len(s.languages) == 1 {
		s.add(block(words.In(s.languages[0])))
		return
	}
	s.add(Pair{block(words.In(s.languages[0])), block(words.In(s.languages[1]))})
}

// inline says something in each language on one line: "Sopimus / Avtal". What is the same in both is said once.
func (s *sheet) inline(say func(words.In) string) string {
	first := say(words.In(s.languages[0]))
	if len(s.languages) == 2 {
		if second := say(words.In(s.languages[1])); second != "" && second != first {
			return joined(" / ", first, second)
		}
	}
	return first
}

// cell says something in each language, under each other. What is the same in both is said once.
func (s *sheet) cell(say func(words.In) string) Cell {
	var out Cell
	for i, l := range s.languages {
		text := say(words.In(l))
		if text != "" && (i == 0 || len(out) == 0 || out[0].Spans[0].Text != text) {
			out = append(out, Text(l, text))
		}
	}
	return out
}

// column is a column with its head in each language.
func (s *sheet) column(weight float64, say func(words.In) string) Column {
	return Column{Head: s.cell(say), Weight: weight}
}

// fact is a label and a value in each language.
func (s *sheet) fact(label, value func(words.In) string) Fact {
	return Fact{
		Text(s.languages[0], s.inline(label)),
		Text(s.languages[0], s.inline(value)),
	}
}

// organisation names the organisation of a party; empty when it is not known.
func (o Office) organisation(p model.Party, in words.In) string {
	return o.Organisations.Name(p.OrganisationID, model.Language(in))
}

// same says the same in every language.
func same(text string) func(words.In) string { return func(words.In) string { return text } }

// joined joins the parts that are not empty.
func joined(separator string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, separator)
}

// says reports whether a title has the name of the document in it: "Perhetuvan kumppanuussopimus".
func says(title, name string) bool {
	return strings.Contains(strings.ToLower(title), strings.ToLower(name))
}

// maxFileName is how many characters a file name has at most, without its ending: with a folder around it, a path stays
// below the 260 that Windows takes.
const maxFileName = 100

// fileName makes a speaking name that every system takes: "Kumppanuussopimus 2026-004 Perhetupa Sarka.pdf".
func fileName(parts ...string) string {
	var c cleaner
	name := []rune(strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`\/:*?"<>|`, r) || r == '\n':
			return '-'
		case r == replacement:
			return -1
		}
		return r
	}, string(c.clean(joined(" ", parts...)))))
	short := strings.Join(strings.Fields(string(name[:min(len(name), maxFileName)])), " ")
	return strings.TrimRight(short, " .") + ".pdf"
}
