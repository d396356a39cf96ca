package spreadsheet

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// maxSheetName is how long the name of a sheet may be, in units of UTF-16.
const maxSheetName = 31

// sheetNames are the names of the sheets of a workbook, in small letters: Excel tells them apart by no more.
type sheetNames map[string]bool

// name takes a name for a sheet that is as near to the title as Excel allows: no longer than maxSheetName, without
// : \ / ? * [ ] and apostrophes, and none that another sheet has.
func (names sheetNames) name(title string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]`, r):
			return '-'
		case r == '\'':
			return '’'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r) || r == unicode.ReplacementChar || r == '\ufffe' || r == '\uffff':
			return -1
		}
		return r
	}, title)
	clean = strings.Join(strings.Fields(clean), " ")
	if clean == "" || strings.EqualFold(clean, "history") { // which Excel keeps for itself
		clean += "_"
	}
	name := cut(clean, maxSheetName)
	for n := 2; names[strings.ToLower(name)]; n++ {
		number := " " + strconv.Itoa(n)
		name = cut(clean, maxSheetName-len(number)) + number
	}
	names[strings.ToLower(name)] = true
	return name
}

// cut shortens s to so many units of UTF-16, at the end of a word if that costs little.
func cut(s string, units int) string {
	n := 0
	for i, r := range s {
		n += len(utf16.Encode([]rune{r}))
		if n <= units {
			continue
		}
		s = s[:i]
		if at := strings.LastIndexByte(s, ' '); at > len(s)*2/3 {
			s = s[:at]
		}
		break
	}
	return strings.TrimSpace(s)
}
