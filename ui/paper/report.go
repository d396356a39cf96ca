package paper

import (
	"regexp"
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// reportSheet is a report while it is put on paper.
type reportSheet struct {
	*sheet
	report   table.Report
	numbered bool // its parts have numbers
	parts    int
}

// Report is a report or a list on paper: what it is about, its parts under headings, and what must be known to read it
// right. It stands on its side when it asks for it, or when its one table is too wide for a page.
func (o Office) Report(r table.Report) Document {
	s := &reportSheet{sheet: o.newSheet([]model.Language{r.Language}), report: r}
	in := words.In(s.languages[0])
	s.doc.Title, s.doc.Subject, s.doc.Header.Name = r.Title, r.Title, r.Title
	s.doc.FileName = fileName(joined(" ", r.FileName))
	if r.FileName == "" {
		s.doc.FileName = fileName(r.Title)
	}
	if !r.AsOf.IsZero() {
		s.doc.Date = r.AsOf
	}
	s.doc.Header.Details = []string{in.Date(s.doc.Date)}
	s.doc.Landscape = r.Landscape || len(r.Sections) == 1 && tooWide(r.Sections[0].Tables)
	titled := 0
	for _, section := range r.Sections {
		if section.Title != "" {
			titled++
		}
	}
	s.numbered = titled > 1
	s.add(Title{Text: r.Title})
	s.addFacts(r.Facts)
	if r.Personal {
		s.add(Note{Text("", in.T("paper.report.personal"))})
	}
	for _, section := range r.Sections {
		s.section(section)
	}
	if len(r.Notes) > 0 {
		s.add(Lead{}, Heading{Level: 1, Text: in.T("paper.report.notes")}) // a last page has more on it than notes
	}
	for i, note := range r.Notes {
		if i > 0 {
			s.add(Lead{})
		}
		s.add(Note{Text("", note)})
	}
	return s.doc
}

func (s *reportSheet) section(section table.Section) {
	number := ""
	if section.Title != "" {
		if s.numbered {
			s.parts++
			number = strconv.Itoa(s.parts)
		}
		s.add(Heading{Level: 1, Number: number, Text: section.Title})
	}
	if areFigures(section.Facts) {
		s.addFigures(section.Facts)
		s.add(Spacer{figuresSpace})
	} else {
		s.addFacts(section.Facts)
	}
	for _, text := range section.Text {
		s.add(Text("", text))
	}
	if len(section.Text) > 0 {
		s.add(Lead{})
	}
	for _, c := range section.Charts {
		s.add(Chart{c})
	}
	for i, t := range section.Tables {
		s.tableHeading(section, i, number)
		s.add(s.table(t))
	}
}

// tableHeading heads a table, unless the part or the report it stands in does.
func (s *reportSheet) tableHeading(section table.Section, i int, number string) {
	title := section.Tables[i].Title
	alone := len(section.Tables) == 1 && says(section.Title, title)
	if title == "" || alone || section.Title == "" && title == s.report.Title {
		return
	}
	h := Heading{Level: 2, Text: title}
	if section.Title == "" {
		h.Level = 1
	}
	if number != "" && len(section.Tables) > 1 {
		h.Number = number + "." + strconv.Itoa(i+1)
	}
	s.add(h)
}

func (s *reportSheet) addFacts(facts []table.Fact) {
	var rows []Fact
	for _, f := range facts {
		rows = append(rows, Fact{Text("", f.Label), Text("", f.Value)})
	}
	s.add(withValues(Facts{rows}))
}

func (s *reportSheet) addFigures(facts []table.Fact) {
	var items []Fact
	for _, f := range facts {
		items = append(items, Fact{Text("", f.Label), Bold("", f.Value)})
	}
	s.add(Figures{items})
}

// figuresSpace is the empty height under figures, in millimetres.
const figuresSpace = 2.5

// Facts are set large as figures when they are some, and each is a number with hardly a word: 1 234, 17 (15), 83 %.
const fewestFigures = 3

var figureForm = regexp.MustCompile(`^[0-9\x{a0},]+(\.[0-9]{1,2})?([ \x{a0}]?%)?( \([^)]{1,8}\))?$`)

func areFigures(facts []table.Fact) bool {
	return len(facts) >= fewestFigures && !slices.ContainsFunc(facts, func(f table.Fact) bool { return !figureForm.MatchString(f.Value) })
}
