package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// text reads separated values.
func (r *reader) text(b []byte) error {
	s, err := decoded(b)
	if err != nil {
		return err
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	first := 1
	comma := commaOf(s)
	if line, rest, ok := strings.Cut(s, "\n"); ok && strings.HasPrefix(line, "sep=") && len(line) == len("sep=;") { // what Excel obeys
		s, comma, first = rest, rune(line[len(line)-1]), 2
		if comma != ';' && comma != ',' && comma != '\t' && comma != '|' {
			return &ReadError{Code: ReadOtherKind}
		}
	}
	sheet := Sheet{}
	if err := r.records(&sheet, s, comma, first); err != nil {
		return err
	}
	if len(sheet.Rows) > 0 {
		r.sheets = []Sheet{sheet}
	}
	return nil
}

// errRunaway is that a quotation mark was never closed, so that a field swallows the lines below.
var errRunaway = errors.New("a quotation mark is not closed")

// records reads the lines that begin on the given line of the file. A quotation mark that is never closed is taken as it
// is, and each line is then a row of its own.
func (r *reader) records(sheet *Sheet, s string, comma rune, first int) error {
	before := *r
	err := r.quoted(sheet, s, comma, first)
	if !errors.Is(err, errRunaway) {
		return err
	}
	*r, *sheet = before, Sheet{}
	for line := range strings.SplitSeq(s, "\n") {
		if err := r.add(sheet, rowOf(first, split(line, comma))); err != nil {
			return err
		}
		first++
	}
	return nil
}

func (r *reader) quoted(sheet *Sheet, s string, comma rune, first int) error {
	c := csv.NewReader(strings.NewReader(s))
	c.Comma, c.LazyQuotes, c.FieldsPerRecord, c.ReuseRecord = comma, true, -1, true
	for {
		fields, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &ReadError{Code: ReadBroken, Err: err}
		}
		for _, f := range fields {
			if runaway(f, comma) {
				return errRunaway
			}
		}
		n, _ := c.FieldPos(0)
		if err := r.add(sheet, rowOf(first+n-1, fields)); err != nil {
			return err
		}
	}
}

// runaway reports whether a field holds what seem to be lines of the table.
func runaway(field string, comma rune) bool {
	_, below, more := strings.Cut(field, "\n")
	return more && (strings.ContainsRune(below, comma) || strings.Count(below, "\n") > 50)
}

// split takes one line apart, in which a quotation mark may be missing.
func split(line string, comma rune) []string {
	if strings.Count(line, `"`)%2 == 0 {
		c := csv.NewReader(strings.NewReader(line))
		c.Comma, c.LazyQuotes = comma, true
		if fields, err := c.Read(); err == nil {
			return fields
		}
	}
	fields := strings.Split(line, string(comma))
	for i, f := range fields {
		fields[i] = strings.ReplaceAll(strings.Trim(f, `"`), `""`, `"`)
	}
	return fields
}

func rowOf(n int, fields []string) Row {
	row := Row{N: n, Cells: make([]Value, len(fields))}
	for i, f := range fields {
		row.put(i, Value{Text: strings.ReplaceAll(f, "\x00", "")})
	}
	return row
}

// commaOf guesses what stands between the values: that which cuts the most of the first lines into equally many, at least
// two. The semicolon goes before the comma, which is also in 12,5.
func commaOf(s string) rune {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
		if len(lines) == 30 {
			break
		}
	}
	best, most := ';', 0
	for _, comma := range []rune{';', '\t', ',', '|'} {
		times := map[int]int{}
		for _, line := range lines {
			times[len(split(line, comma))]++
		}
		for fields, n := range times {
			if fields > 1 && n > most {
				best, most = comma, n
			}
		}
	}
	return best
}

// decoded makes the text of the bytes: UTF-8 and UTF-16 with a mark or without one, else Windows-1252, in which every
// Finnish Excel of old wrote.
func decoded(b []byte) (string, error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return strings.ToValidUTF8(string(b[3:]), "\uFFFD"), nil
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		from = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	default:
		even, odd := zeros(b)
		switch {
		case even+odd == 0 && utf8.Valid(b):
			return string(b), nil
		case even+odd == 0:
			from = charmap.Windows1252
		case odd > 10*even: // the high bytes of Latin letters
			from = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
		case even > 10*odd:
			from = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
		default:
			return "", &ReadError{Code: ReadOtherKind}
		}
	}
	out, err := from.NewDecoder().Bytes(b)
	if err != nil {
		return "", &ReadError{Code: ReadBroken, Err: err}
	}
	if s := string(out); control(s) == 0 {
		return s, nil
	}
	return "", &ReadError{Code: ReadOtherKind}
}

// zeros counts the zero bytes at even and at odd places of the beginning.
func zeros(b []byte) (even, odd int) {
	for i, c := range b[:min(len(b), 64<<10)] {
		switch {
		case c != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}

// control counts the control characters at the beginning, of which a table has none but line breaks and tabs.
func control(s string) int {
	n := 0
	for _, r := range s[:min(len(s), 4<<10)] {
		if r < ' ' && !strings.ContainsRune("\n\r\t\f\v", r) {
			n++
		}
	}
	return n
}
