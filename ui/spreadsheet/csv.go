package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// CSV makes a report readable to the spreadsheet programs of Finland by a double click: UTF-8 with a byte order mark,
// semicolons, CRLF, numbers with the decimal mark of the report's language and nothing between the thousands. A report of
// one table is that table alone, head first, total last; one of several begins with what it is about, and each of its
// tables with its title, an empty line above.
func CSV(r table.Report) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csvWriter{csv.NewWriter(&b), words.In(r.Language)}
	w.Comma, w.UseCRLF = ';', true
	if t, ok := onlyTable(r); ok {
		w.table(t)
	} else {
		w.report(r)
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// onlyTable is the table of a report that has one and no figures beside it.
func onlyTable(r table.Report) (table.Table, bool) {
	var only table.Table
	n := 0
	for _, s := range r.Sections {
		if len(s.Facts) > 0 {
			return table.Table{}, false
		}
		for _, t := range s.Tables {
			only = t
			n++
		}
	}
	return only, n == 1
}

type csvWriter struct {
	*csv.Writer
	in words.In
}

func (w csvWriter) report(r table.Report) {
	w.texts(r.Title)
	w.facts(r.Facts)
	for _, s := range r.Sections {
		w.gap()
		w.heading(s.Title)
		w.facts(s.Facts)
		for _, text := range s.Text {
			w.texts(text)
		}
		for i, t := range s.Tables {
			if i > 0 || len(s.Text)+len(s.Facts) > 0 {
				w.gap()
			}
			if t.Title != s.Title {
				w.heading(t.Title)
			}
			w.table(t)
			for _, note := range t.Notes {
				w.texts(note)
			}
		}
	}
	if len(r.Notes) > 0 {
		w.gap()
	}
	for _, note := range r.Notes {
		w.texts(note)
	}
}

func (w csvWriter) table(t table.Table) {
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	w.texts(heads...)
	if len(t.Rows) == 0 && t.Empty != "" {
		w.texts(t.Empty)
	}
	for _, row := range t.Rows {
		w.values(row)
	}
	if t.Total != nil {
		w.values(t.Total)
	}
}

func (w csvWriter) facts(facts []table.Fact) {
	for _, f := range facts {
		w.texts(f.Label, f.Value)
	}
}

func (w csvWriter) heading(title string) {
	if title != "" {
		w.texts(title)
	}
}

// gap is an empty line; its error, like that of every line, is kept by the writer.
func (w csvWriter) gap() { w.line([]string{""}) }

func (w csvWriter) texts(all ...string) {
	line := make([]string, len(all))
	for i, s := range all {
		line[i] = Cell(s)
	}
	w.line(line)
}

func (w csvWriter) values(row []table.Value) {
	line := make([]string, len(row))
	for i, v := range row {
		if n, ok := v.Number(); ok {
			line[i] = w.number(n)
		} else {
			line[i] = Cell(v.Text) // a day begins with a digit
		}
	}
	w.line(line)
}

func (w csvWriter) line(fields []string) { _ = w.Write(fields) }

// number writes hundredths as a spreadsheet program of the language reads them.
func (w csvWriter) number(hundredths int64) string {
	s := decimal(hundredths)
	if model.Language(w.in) == model.English {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

var phoneForm = regexp.MustCompile(`^\+[0-9][0-9 ()-]*$`)

// Cell makes text safe from being run as a formula by a spreadsheet (CWE-1236): a leading = + - @, tab or line break gets
// an apostrophe before it, except in a telephone number such as +358 40 000 0100.
func Cell(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r\n", rune(s[0])) || phoneForm.MatchString(s) {
		return s
	}
	return "'" + s
}
