package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plainLetters are the letters whose stroke or ligature is no combining mark, so that decomposing leaves them whole.
var plainLetters = strings.NewReplacer(
	"đ", "d", "ŋ", "n", "ŧ", "t", "ø", "o", "æ", "ae", "œ", "oe", "ß", "ss", "ł", "l", "þ", "th", "ð", "d", "ı", "i",
)

// Fold returns text as it is searched: without regard to case and diacritics, so that "ahtari" finds Ähtäri and
// "sami" finds Sámi. Blanks at the ends are dropped.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return strings.TrimSpace(strings.ToLower(s))
	}
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(plainLetters.Replace(b.String()))
}

// SortKey returns a text whose byte order is the Finnish and Swedish alphabetical order of s: case-blind, a–z then å ä
// ö (ø with ö, æ with ä), other diacritics and the Sámi letters with their base letter, a hyphen as a space. Equal names
// that differ only in diacritics keep a fixed order.
func SortKey(s string) string {
	lower := norm.NFC.String(strings.ToLower(strings.TrimSpace(s)))
	var b strings.Builder
	for _, r := range lower {
		switch r {
		case 'å':
			b.WriteByte('{') // the three bytes that follow z
		case 'ä', 'æ':
			b.WriteByte('|')
		case 'ö', 'ø':
			b.WriteByte('}')
		case '-', '–', '\u00a0':
			b.WriteByte(' ')
		default:
			if r < 0x80 {
				b.WriteRune(r)
			} else {
				b.WriteString(Fold(string(r)))
			}
		}
	}
	return b.String() + "\x00" + lower
}
