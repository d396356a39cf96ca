package paper

import (
	"slices"
	"strings"
	"unicode"
)

// glyph is one character as it will be drawn.
type glyph struct {
	r      rune
	gid    uint16
	weight uint8
}

func (g glyph) advance() int { return int(typeface()[g.weight].advances[g.gid]) }

// line is one line of a paragraph. Its glyphs may end in the space at which it was broken: it is drawn, so that text
// taken out of the file has its words apart, but is not part of the width.
type line struct {
	glyphs []glyph
	width  int // thousandths of the font size
}

func glyphsOf(text []rune, weight uint8) []glyph {
	f := typeface()[weight]
	out := make([]glyph, len(text))
	for i, r := range text {
		out[i] = glyph{r, f.gid(r), weight}
	}
	return out
}

// wrap breaks text into lines of at most width thousandths of the font size: at line breaks, at spaces, after a hyphen
// or slash between letters, and, when a word alone is wider than a line, inside it. A glyph wider than the line stands
// alone on one. There is always at least one line.
func wrap(text []glyph, width int) []line {
	var lines []line
	start, w := 0, 0
	brk, brkWidth := -1, 0 // where the line can end: the next one starts at brk
	for i := 0; i < len(text); i++ {
		g := text[i]
		if g.r == '\n' {
			lines = append(lines, line{text[start:i:i], w})
			start, w, brk = i+1, 0, -1
			continue
		}
		if g.r == ' ' {
			if brk != i { // spaces after the first belong to the break as well
				brkWidth = w
			}
			brk = i + 1
			w += g.advance()
			continue
		}
		w += g.advance()
		if w > width && i > start {
			if brk <= start {
				l, next := splitWord(text, start, i, width)
				lines, start = append(lines, l), next
			} else {
				lines, start = append(lines, line{text[start:brk:brk], brkWidth}), brk
			}
			i, w, brk = start-1, 0, -1
			continue
		}
		if breaksAfter(text, i) {
			brk, brkWidth = i+1, w
		}
	}
	return append(lines, line{text[start:], w})
}

// breaksAfter reports whether a line can end after text[i]: a hyphen or slash between letters, or the dash after a year
// (1.1.2027–31.12.2028).
func breaksAfter(text []glyph, i int) bool {
	if i == 0 || i+1 >= len(text) {
		return false
	}
	if text[i].r == '–' && i >= 4 {
		year := 0
		for year < 4 && unicode.IsDigit(text[i-1-year].r) {
			year++
		}
		if year == 4 {
			return true
		}
	}
	return strings.ContainsRune("-‐–—/", text[i].r) && unicode.IsLetter(text[i-1].r) && unicode.IsLetter(text[i+1].r)
}

// splitWord breaks a word that fills the line from start up to over, the first glyph that no longer fits: with a hyphen
// before a consonant and vowel, which is where a Finnish syllable begins and seldom jars in the other languages; in
// addresses and the like behind a mark and without one; else where the line is full.
func splitWord(text []glyph, start, over, width int) (l line, next int) {
	hyphen := glyphsOf([]rune{'-'}, text[start].weight)[0]
	widths := make([]int, over-start+1)
	for i := start; i < over; i++ {
		widths[i-start+1] = widths[i-start] + text[i].advance()
	}
	earliest := max(start+2, over-15)
	address := slices.ContainsFunc(text[start:min(over+40, len(text))], func(g glyph) bool { return g.r == '@' || g.r == ':' })
	for p := over; p >= earliest && !address; p-- {
		if p > start+2 && syllableAt(text, p) && widths[p-start]+hyphen.advance() <= width {
			return line{append(text[start:p:p], hyphen), widths[p-start] + hyphen.advance()}, p
		}
	}
	for p := over; p >= earliest; p-- {
		if strings.ContainsRune("@./_-,;:", text[p-1].r) {
			return line{text[start:p:p], widths[p-start]}, p
		}
	}
	return line{text[start:over:over], widths[over-start]}, over
}

func syllableAt(text []glyph, p int) bool {
	if p < 2 || p+1 >= len(text) {
		return false
	}
	for _, g := range text[p-2 : p+2] {
		if !unicode.IsLetter(g.r) {
			return false
		}
	}
	return !isVowel(text[p].r) && isVowel(text[p+1].r)
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyåäöéü", unicode.ToLower(r)) }

// short returns text on one line of at most width thousandths of the font size, with an ellipsis when it was cut.
func short(text []glyph, width int) line {
	w := 0
	for _, g := range text {
		w += g.advance()
	}
	if w <= width || len(text) == 0 {
		return line{text, w}
	}
	dots := glyphsOf([]rune{'…'}, text[0].weight)[0]
	w = dots.advance()
	for i, g := range text {
		if w+g.advance() > width {
			return line{append(text[:i:i], dots), w}
		}
		w += g.advance()
	}
	return line{text, w}
}
