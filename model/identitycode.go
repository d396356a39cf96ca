package model

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// identityCodeForm is that of a Finnish personal identity code (Government Decree 128/2010, section 2): day, month and
// year of birth, a sign of the century, three digits and a control character. Digits do not touch it, and letters only one
// with a sign that is none, for else the IDs of computers would look like it.
var identityCodeForm = regexp.MustCompile(`(^|[^0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])([0-9]{2})(\s*)([-+A-FU-Y]?)(\s*)([0-9]{3})(\s*)([0-9A-Y])($|[^0-9])`)

// HasIdentityCode reports whether the text seems to hold a personal identity code, which the program has no use for: also
// one with another dash than that of the keyboard, with spaces, or without its sign.
func HasIdentityCode(text string) bool {
	if digits := strings.Count(strings.Map(onlyDigits, text), "") - 1; digits < 9 {
		return false // nearly every text
	}
	text = strings.ToUpper(strings.Map(plainDash, norm.NFKC.String(text)))
	for len(text) > 0 {
		at := identityCodeForm.FindStringSubmatchIndex(text)
		if at == nil {
			return false
		}
		part := func(n int) string { return text[at[2*n]:at[2*n+1]] }
		birth, sign, individual, control := part(2)+part(3)+part(4), part(6), part(8), part(10)
		spaced := part(5)+part(7)+part(9) != ""
		touched := part(1) >= "A" || part(11) >= "A"
		right := control == identityControl(birth+individual)
		switch {
		case sign == "":
			if right && control > "9" && !spaced { // nine digits and a letter may be anything else
				return true
			}
		case sign >= "A" && touched:
		case !spaced || right || control > "9":
			return true
		}
		text = text[at[8]:] // from the year of birth on
	}
	return false
}

// identityControl is the control character of nine digits: what is left of them after division by 31.
func identityControl(digits string) string {
	n := 0
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return "0123456789ABCDEFHJKLMNPRSTUVWXY"[n%31 : n%31+1]
}

func onlyDigits(r rune) rune {
	if unicode.IsDigit(r) {
		return r
	}
	return -1
}

// plainDash makes every dash, minus sign and soft hyphen a hyphen, and leaves out what has no width.
func plainDash(r rune) rune {
	const minus, soft = '\u2212', '\u00ad'
	switch {
	case r == minus, r == soft, unicode.Is(unicode.Pd, r):
		return '-'
	case unicode.Is(unicode.Cf, r):
		return -1
	default:
		return r
	}
}
