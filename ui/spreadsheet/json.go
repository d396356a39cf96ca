package spreadsheet

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"kumppani/ui/table"
)

// JSON makes a report readable to other programs: the rows of a table are objects whose keys are the codes of its columns;
// numbers are numbers, days are 2026-11-22, and what is not known is null.
func JSON(r table.Report) ([]byte, error) {
	out := reportJSON{
		Code: r.Code, Title: r.Title, Language: string(r.Language), Facts: factsOf(r.Facts), Sections: []sectionJSON{},
		Notes: notNil(r.Notes),
	}
	if !r.AsOf.IsZero() {
		day := r.AsOf.String()
		out.AsOf = &day
	}
	for _, s := range r.Sections {
		section := sectionJSON{Title: s.Title, Text: notNil(s.Text), Facts: factsOf(s.Facts), Tables: []tableJSON{}}
		for _, t := range s.Tables {
			section.Tables = append(section.Tables, tableOf(t))
		}
		out.Sections = append(out.Sections, section)
	}
	return encoded(out, "  ")
}

// encoded leaves <, > and & readable: nothing here ends up in a web page.
func encoded(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	err := e.Encode(v)
	return b.Bytes(), err
}

type reportJSON struct {
	Code     string        `json:"code"`
	Title    string        `json:"title"`
	Language string        `json:"language"`
	AsOf     *string       `json:"as_of"`
	Facts    []factJSON    `json:"facts"`
	Sections []sectionJSON `json:"sections"`
	Notes    []string      `json:"notes"`
}

type factJSON struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

type sectionJSON struct {
	Title  string      `json:"title"`
	Text   []string    `json:"text"`
	Facts  []factJSON  `json:"facts"`
	Tables []tableJSON `json:"tables"`
}

type tableJSON struct {
	Code    string       `json:"code"`
	Title   string       `json:"title"`
	Columns []columnJSON `json:"columns"`
	Rows    []rowJSON    `json:"rows"`
	Total   *rowJSON     `json:"total"`
	Notes   []string     `json:"notes"`
}

type columnJSON struct {
	Code string `json:"code"`
	Head string `json:"head"`
}

// rowJSON is an object with its keys in the order of the columns.
type rowJSON struct {
	columns []table.Column
	values  []table.Value
}

func tableOf(t table.Table) tableJSON {
	out := tableJSON{Code: t.Code, Title: t.Title, Rows: make([]rowJSON, len(t.Rows)), Notes: notNil(t.Notes)}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, columnJSON{c.Code, c.Head})
	}
	for i, row := range t.Rows {
		out.Rows[i] = rowJSON{t.Columns, row}
	}
	if t.Total != nil {
		out.Total = &rowJSON{t.Columns, t.Total}
	}
	return out
}

// MarshalJSON writes the values in the order of the columns.
func (r rowJSON) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range r.columns {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := encoded(c.Code, "")
		if err != nil {
			return nil, err
		}
		var v table.Value
		if i < len(r.values) {
			v = r.values[i]
		}
		value, err := encoded(plainValue(v), "")
		if err != nil {
			return nil, err
		}
		b.Write(append(append(key, ':'), value...))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainValue is a value as JSON has it.
func plainValue(v table.Value) any {
	if n, ok := v.Number(); ok {
		return json.Number(decimal(n))
	}
	if day, ok := v.Day(); ok {
		return day.String()
	}
	if v.Text == "" {
		return nil
	}
	return v.Text
}

// decimal writes hundredths exactly, with a point: 12, 12.5, -0.25.
func decimal(hundredths int64) string {
	sign, n := "", uint64(hundredths)
	if hundredths < 0 {
		sign, n = "-", -n
	}
	s := sign + strconv.FormatUint(n/100, 10)
	if rest := n % 100; rest != 0 {
		s += "." + strings.TrimSuffix(strconv.FormatUint(rest+100, 10)[1:], "0")
	}
	return s
}

func factsOf(facts []table.Fact) []factJSON {
	out := make([]factJSON, len(facts))
	for i, f := range facts {
		out[i] = factJSON(f)
	}
	return out
}

// notNil makes an empty list of none: JSON has null for what is not known.
func notNil(list []string) []string { return append([]string{}, list...) }
