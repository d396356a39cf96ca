package model

import "strings"

// Language is one of the three languages the program speaks, as its ISO 639-1 code. The empty Language is "not said".
type Language string

// The languages of the window and of paper.
const (
	Finnish Language = "fi"
	Swedish Language = "sv"
	English Language = "en"
)

// Languages lists them in the order in which they are offered.
func Languages() []Language { return []Language{Finnish, Swedish, English} }

// Valid reports whether l is one of the three languages.
func (l Language) Valid() bool { return l == Finnish || l == Swedish || l == English }

// Text is a name or a passage in one or more languages; a language in which it is not written is empty.
type Text struct {
	Fi string `json:"fi,omitempty"`
	Sv string `json:"sv,omitempty"`
	En string `json:"en,omitempty"`
}

// TextIn makes a Text written in one language only.
func TextIn(l Language, s string) Text {
	var t Text
	t.Set(l, s)
	return t
}

// In returns the text in language l exactly: empty when it is not written in l.
func (t Text) In(l Language) string {
	switch l {
	case Swedish:
		return t.Sv
	case English:
		return t.En
	default:
		return t.Fi
	}
}

// Set writes the text in language l.
func (t *Text) Set(l Language, s string) {
	switch l {
	case Swedish:
		t.Sv = s
	case English:
		t.En = s
	default:
		t.Fi = s
	}
}

// Best returns the text in l or, failing that, in the first language it is written in (fi, sv, en).
func (t Text) Best(l Language) string {
	for _, s := range [...]string{t.In(l), t.Fi, t.Sv, t.En} {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// IsZero reports whether nothing but white space is written in any language.
func (t Text) IsZero() bool { return t.Best(Finnish) == "" }

// Trimmed returns the text with white space at both ends removed in every language.
func (t Text) Trimmed() Text {
	return Text{strings.TrimSpace(t.Fi), strings.TrimSpace(t.Sv), strings.TrimSpace(t.En)}
}
