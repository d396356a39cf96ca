package records

import (
	"bytes"
	"encoding/csv"

	"kumppani/ui/spreadsheet"
)

// CSV makes a table that the spreadsheet programs of Finland open by a double click: UTF-8 with a byte order mark,
// semicolons, CRLF. The head is the keys of the JSON, in every language.
func CSV(head []string, records []Record) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	if err := w.Write(head); err != nil {
		return nil, err
	}
	for _, r := range records {
		line := make([]string, len(r.fields))
		for i, f := range r.fields {
			line[i] = spreadsheet.Cell(f.word)
		}
		if err := w.Write(line); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// keys names the fields of the record.
func (r Record) keys() []string {
	keys := make([]string, len(r.fields))
	for i, f := range r.fields {
		keys[i] = f.key
	}
	return keys
}
