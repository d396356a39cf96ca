package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns text as it is searched: blind to case, diacritics, the kinds of hyphens and spaces, and space at both
// ends, so that "ahtari" finds Ähtäri and "caŋalas" finds Čáŋalas. Both what is searched and what is searched for are
// folded.
func Fold(text string) string {
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD")) // norm stumbles over what is not UTF-8
	if plain(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFKD.String(text) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\u00ad': // diacritics and soft hyphens
		case undecomposed[r] != "":
			b.WriteString(undecomposed[r])
		case unicode.Is(unicode.Pd, r) || r == '\u2212':
			b.WriteByte('-')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

// plain reports whether text is its own folded form, which most of what is typed into a search field is.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || ('A' <= c && c <= 'Z') || c < ' ' {
			return false
		}
	}
	return true
}

// undecomposed holds the letters of the Nordic, Sámi and neighbouring languages that Unicode does not take apart.
var undecomposed = map[rune]string{
	'đ': "d", 'ð': "d", 'ǥ': "g", 'ŋ': "n", 'ŧ': "t", 'ł': "l", 'ħ': "h", 'ı': "i", 'ø': "o",
	'æ': "ae", 'œ': "oe", 'ß': "ss", 'þ': "th", 'ʒ': "z", 'ʹ': "", 'ʼ': "'", '’': "'",
}

// SortKey returns a key whose byte order is the Finnish alphabetical order of text: a–z, å, ä, ö, with v and w as
// letters of their own; other accented letters sort as their plain letter, the letters of the Sámi languages too (đ as
// d, ŋ as n, ŧ as t), ü as y, æ as ä, ø as ö (CLDR, collation of fi). Words sort before the longer words they begin; a
// hyphen counts as a space; other punctuation does not count. Texts that differ only in what does not count sort by
// their code points. (golang.org/x/text/collate knows no đ, ŋ and ŧ, and a Collator cannot be shared by goroutines.)
func SortKey(text string) string {
	var b strings.Builder
	b.Grow(2*len(text) + 1)
	space := true // so that leading spaces do not count
	for _, r := range norm.NFC.String(text) {
		r = unicode.ToLower(r)
		if ('a' <= r && r <= 'z') || ('0' <= r && r <= '9') { // most letters: what follows would give the same
			b.WriteByte(byte(r))
			space = false
			continue
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		key := sortLetters[r]
		if key == "" {
			key = sortable(Fold(string(r)))
		}
		if key != "" {
			space = false
		}
		b.WriteString(key)
	}
	b.WriteByte('\x01') // below every letter and the space: a text sorts before the longer ones that it begins
	b.WriteString(text)
	return b.String()
}

// sortLetters gives å, ä and ö the three bytes that follow z in ASCII.
var sortLetters = map[rune]string{'å': "{", 'ä': "|", 'æ': "|", 'ö': "}", 'ø': "}", 'ü': "y"}

// sortable keeps the letters and digits of folded text.
func sortable(folded string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, folded)
}
