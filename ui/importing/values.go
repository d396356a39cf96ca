package importing

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/words"
)

// Trouble is that a cell was not understood or not taken, or that something about a row is worth knowing. Its sentence is
// the translation "importing.trouble.<code>", or that of a problem of the model, "problem.<code>".
type Trouble struct {
	Field  Field  // empty when it is of the whole row
	Column string // the head of the column, as it is in the file
	Text   string // what stands in the cell
	Code   string
	Args   []any // name-value pairs for the sentence
	Fatal  bool  // the row cannot be taken in
	Kept   bool  // nothing is left out: it is only worth knowing
}

// Error gives the text for the log.
func (t *Trouble) Error() string { return t.Code + ": " + t.Text }

// Say gives the sentence for a person.
func (t Trouble) Say(in words.In) string {
	if code, ok := strings.CutPrefix(t.Code, "problem."); ok {
		return in.T("problem."+code, t.Args...)
	}
	return in.T("importing.trouble."+t.Code, append([]any{"text", t.Text}, t.Args...)...)
}

// wrong makes the trouble of a cell.
func wrong(code, text string, args ...any) *Trouble {
	return &Trouble{Code: code, Text: text, Args: args}
}

// clean is text without what cannot be seen: no-break spaces, marks of direction, double spaces, spaces at the ends. Line
// breaks stay. The apostrophe that a list of this program has before = + - @ goes.
func clean(text string) string {
	if ascii(text) {
		return text
	}
	lines := strings.Split(strings.ToValidUTF8(text, "\uFFFD"), "\n")
	for i, line := range lines {
		line = strings.Map(func(r rune) rune {
			switch {
			case unicode.IsSpace(r):
				return ' '
			case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
				return -1
			default:
				return r
			}
		}, line)
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	s := strings.Trim(strings.Join(lines, "\n"), "\n")
	if rest, ok := strings.CutPrefix(s, "'"); ok && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
		return rest
	}
	return s
}

// ascii reports whether text is clean already, as most is.
func ascii(text string) bool {
	space := true
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= 0x7F || (c == ' ' && space) || (i == 0 && c == '\'') {
			return false
		}
		space = c == ' '
	}
	return !space || text == ""
}

// nothing reports whether what stands in a cell stands for nothing.
func nothing(text string) bool {
	return text == "" || text == "-" || text == "–" || text == "—"
}

var (
	yearless     = regexp.MustCompile(`^(\d{1,2}[./,\- ]\d{1,2}[./,\- ]?|\d{4})$`)
	serialDay    = regexp.MustCompile(`^[2-7]\d{4}$`)
	leadingWord  = regexp.MustCompile(`^\pL+\.? +(\d{1,2}[./])`)
	trailingTime = regexp.MustCompile(`^(\S*\d{4}\S*?)(?:[T ]\D*\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\S*)$`)
)

// firstSerialDay is day 0 of the dates of a spreadsheet, from the first of March 1900 on.
var firstSerialDay = model.MustDate("1899-12-30")

// dateOf reads a date as a spreadsheet keeps it or as people write it, always with its year: a program that guesses the
// year is wrong unnoticed.
func (f *Facts) dateOf(v spreadsheet.Value) (model.Date, *Trouble) {
	if !v.Day.IsZero() {
		return v.Day, nil
	}
	s := clean(v.Text)
	if serialDay.MatchString(s) {
		n, _ := strconv.Atoi(s)
		return firstSerialDay.AddDays(n), nil
	}
	s = leadingWord.ReplaceAllString(s, "$1")
	if m := trailingTime.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	switch {
	case yearless.MatchString(s):
		return model.Date{}, wrong("no_year", v.Text)
	case !strings.ContainsAny(s, "0123456789") || strings.ContainsAny(s[:1], "+-"):
		return model.Date{}, wrong("not_a_date", v.Text)
	}
	d, err := words.ParseDate(s, f.Today)
	if err != nil {
		return d, wrong("not_a_date", v.Text)
	}
	return d, nil
}

// numberOf reads a number with at most two decimals, in hundredths.
func numberOf(v spreadsheet.Value) (int64, *Trouble) {
	if v.Numeric && math.Abs(v.Number) < 1e12 {
		return int64(math.Round(v.Number * 100)), nil
	}
	n, err := words.ParseNumber(clean(v.Text))
	if err != nil {
		return 0, wrong("not_a_number", v.Text)
	}
	return n, nil
}

// countOf reads a whole number that is not negative.
func countOf(v spreadsheet.Value) (model.Count, *Trouble) {
	n, t := numberOf(v)
	if t != nil || n%100 != 0 || n < 0 || (v.Numeric && v.Number != math.Trunc(v.Number)) {
		return model.Count{}, wrong("not_a_count", v.Text)
	}
	return model.CountOf(int(n / 100)), nil
}

func clockOf(v spreadsheet.Value) (model.Clock, *Trouble) {
	if !v.Clock.IsZero() {
		return v.Clock, nil
	}
	c, err := words.ParseClock(clean(v.Text))
	if err != nil {
		return c, wrong("not_a_time", v.Text)
	}
	return c, nil
}

var yesNo = map[string]bool{
	"kylla": true, "k": true, "joo": true, "on": true, "x": true, "ok": true, "ja": true, "j": true, "yes": true, "y": true, "1": true,
	"true": true, "tosi": true, "sant": true, "✓": true, "✔": true,
	"ei": false, "e": false, "nej": false, "no": false, "n": false, "0": false, "false": false, "epatosi": false, "falskt": false, "ei ole": false,
}

func yesOf(v spreadsheet.Value) (bool, *Trouble) {
	yes, ok := yesNo[model.Fold(clean(v.Text))]
	if !ok {
		return false, wrong("not_yes_or_no", v.Text)
	}
	return yes, nil
}

var (
	lostZero    = regexp.MustCompile(`^(4\d{7,9}|50\d{5,8})$`)
	lostPlus    = regexp.MustCompile(`^358[1-9]\d{5,10}$`)
	betweenList = regexp.MustCompile(`\s*[,;/|\n]\s*|\s+(?:ja|och|and|&|\+)\s+`)
)

// phoneOf gives back what a spreadsheet takes away from a phone number that it holds for a number: the zero of a Finnish
// mobile number, the plus before the country. Any other stays as it is written.
func phoneOf(text string) string {
	switch {
	case lostZero.MatchString(text):
		return "0" + text
	case lostPlus.MatchString(text):
		return "+" + text
	default:
		return text
	}
}

// listOf takes apart several values in one cell.
func listOf(text string) []string {
	var out []string
	for _, s := range betweenList.Split(text, -1) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// personName is a name as it is written, but for one that has its parts the other way round behind a comma.
func personName(text string) string {
	last, first, ok := strings.Cut(text, ",")
	if last, first = strings.TrimSpace(last), strings.TrimSpace(first); ok && last != "" && first != "" && !strings.Contains(first, ",") {
		return first + " " + last
	}
	return text
}

// nameKey is a name by which those are gathered who may be the same; whether they are is judged by the model.
func nameKey(name string) string {
	parts := strings.Fields(model.Fold(name))
	for i := 1; i < len(parts); i++ { // a handful: sorted in place
		for j := i; j > 0 && parts[j] < parts[j-1]; j-- {
			parts[j], parts[j-1] = parts[j-1], parts[j]
		}
	}
	return strings.Join(parts, " ")
}
