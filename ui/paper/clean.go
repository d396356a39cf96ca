package paper

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// replacement is what is printed for a character that cannot be.
const replacement = '\uFFFD'

// cleaner makes text printable. All text of a document goes through one cleaner, which remembers what could not be
// printed.
type cleaner struct{ missing map[rune]bool }

// clean returns s in NFC with line breaks as \n. Controls and characters that only steer how others look are dropped; a
// character that the typeface lacks becomes the replacement character, and is remembered.
func (c *cleaner) clean(s string) []rune {
	out := make([]rune, 0, len(s))
	previous := rune(0)
	for _, r := range norm.NFC.String(s) {
		switch {
		case r == '\n' && previous == '\r':
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			out = append(out, '\n')
		case r == '\t':
			out = append(out, ' ')
		case isSilent(r):
		case hasGlyph(r):
			out = append(out, r)
		case unicode.Is(unicode.Zs, r):
			out = append(out, ' ')
		case r == '−': // the minus sign, for which the typeface has the dash only
			out = append(out, '–')
		default:
			if c.missing == nil {
				c.missing = map[rune]bool{}
			}
			c.missing[r] = true
			out = append(out, replacement)
		}
		previous = r
	}
	return out
}

// line is clean without line breaks.
func (c *cleaner) line(s string) []rune {
	out := c.clean(s)
	for i, r := range out {
		if r == '\n' {
			out[i] = ' '
		}
	}
	return out
}

// unprintable lists what could not be printed, in order of code point.
func (c *cleaner) unprintable() []rune {
	var out []rune
	for r := range c.missing {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}

// isSilent reports whether r prints nothing by itself: controls, soft hyphens, joiners, direction marks and variation
// selectors.
func isSilent(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// hasGlyph reports whether both weights of the typeface can print r.
func hasGlyph(r rune) bool {
	fonts := typeface()
	return fonts[regular].gid(r) != 0 && fonts[bold].gid(r) != 0
}
