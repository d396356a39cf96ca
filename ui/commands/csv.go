package commands

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
)

// writeCSV makes a table that the spreadsheet programs of Finland open by a double click: UTF-8 with a byte order mark,
// semicolons, CRLF. The head is the keys of the JSON, in every language.
func writeCSV(head []string, records []record) ([]byte, error) {
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
			line[i] = cell(f.word)
		}
		if err := w.Write(line); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

var phoneForm = regexp.MustCompile(`^\+[0-9][0-9 ()-]*$`)

// cell makes text safe from being run as a formula by a spreadsheet (CWE-1236): a leading = + - @, tab or line break gets
// an apostrophe before it, except in a telephone number such as +358 40 000 0100.
func cell(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r\n", rune(s[0])) || phoneForm.MatchString(s) {
		return s
	}
	return "'" + s
}

// head names the columns of the records that make makes.
func head(r record) []string {
	keys := make([]string, len(r.fields))
	for i, f := range r.fields {
		keys[i] = f.key
	}
	return keys
}
