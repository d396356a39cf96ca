package records

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestName is how many bytes the name of a file gets at most, with room for a number and for the folders above it: Windows
// has paths of 260 characters.
const longestName = 120

// SafeName makes of a text the name of a file or folder that every system takes, and that leads nowhere else.
func SafeName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, s)
	s = strings.Trim(s, " .") // Windows drops them at the end, and a leading dot hides the file elsewhere
	if ending := filepath.Ext(s); len(s) > longestName && len(ending) <= 10 {
		s = strings.TrimRight(cut(strings.TrimSuffix(s, ending), longestName-len(ending)), " .") + ending
	}
	s = strings.TrimRight(cut(s, longestName), " .")
	stem, _, _ := strings.Cut(s, ".")
	if s == "" || devices[strings.ToUpper(strings.TrimSpace(stem))] {
		s = "_" + s
	}
	return s
}

// cut shortens a text to so many bytes without cutting a character.
func cut(s string, most int) string {
	for len(s) > most {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

// devices are names that Windows gives to something else than files, whatever their ending.
var devices = func() map[string]bool {
	out := map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true}
	for i := range 10 {
		out[fmt.Sprint("COM", i)], out[fmt.Sprint("LPT", i)] = true, true
	}
	return out
}()

// taken are the names in one folder, in the form in which Windows and macOS tell them apart.
type taken map[string]bool

// free makes a safe name that the folder does not have yet: "kirje.pdf", "kirje (2).pdf".
func (t taken) free(s string) string {
	name := SafeName(s)
	ending := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	same := func() string { return strings.ToLower(norm.NFC.String(name)) }
	for n := 2; t[same()]; n++ {
		name = fmt.Sprintf("%s (%d)%s", stem, n, ending)
	}
	t[same()] = true
	return name
}
