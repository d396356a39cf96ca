package icalendar

import (
	"bytes"
	"strings"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decoded is the content without a byte order mark, and with the line ends of one kind. UTF-16, which some programs
// write, becomes UTF-8.
func decoded(content []byte) []byte {
	if bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF}) {
		if text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(content); err == nil {
			content = text
		}
	}
	content = bytes.TrimPrefix(content, []byte{0xEF, 0xBB, 0xBF})
	if bytes.IndexByte(content, '\r') >= 0 {
		content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
		content = bytes.ReplaceAll(content, []byte("\r"), []byte("\n"))
	}
	return bytes.Trim(content, "\n \t\x00")
}

// nextLine takes a content line, put together from its folded parts (RFC 5545, section 3.1), from the content.
func nextLine(content []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(content, []byte("\n"))
	if len(rest) == 0 || (rest[0] != ' ' && rest[0] != '\t') {
		return line, rest
	}
	whole := bytes.Clone(line)
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
		line, rest, _ = bytes.Cut(rest[1:], []byte("\n"))
		whole = append(whole, line...)
	}
	return whole, rest
}

// text is a line as text. One that is not UTF-8 is taken as Windows-1252, of which Latin-1 is a part.
func text(line []byte) string {
	if !utf8.Valid(line) {
		if decoded, err := charmap.Windows1252.NewDecoder().Bytes(line); err == nil {
			return string(decoded)
		}
	}
	return string(line)
}

// propertyName is the name that a content line begins with, in capitals; empty when it is none.
func propertyName(line []byte) string {
	for i, c := range line {
		switch {
		case c == ':' || c == ';':
			return strings.ToUpper(string(line[:i]))
		case c != '-' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z'):
			return ""
		}
	}
	return ""
}

// property reads a line; false for one that is broken.
func property(line []byte) (*ics.BaseProperty, bool) {
	p, err := ics.ParseProperty(ics.ContentLine(text(line)))
	return p, err == nil && p != nil
}

// parameter is a parameter of a property, whatever the case of its name.
func parameter(p *ics.BaseProperty, name string) string {
	for key, values := range p.ICalParameters {
		if strings.EqualFold(key, name) && len(values) > 0 {
			return values[0]
		}
	}
	return ""
}
