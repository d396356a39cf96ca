package importing

import (
	"math"
	"regexp"
	"slices"
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
	yearless   = regexp.MustCompile(`^\d{1,2}[./,\- ](\d|0\d|1[0-2])[./,\- ]?$`)
	yearAlone  = regexp.MustCompile(`^\d{4}$`)
	serialDay  = regexp.MustCompile(`^[2-7]\d{4}$`)
	spacedMark = regexp.MustCompile(` *([./]) *(\d)`)
	wordBefore = regexp.MustCompile(`^(\pL+)[.,]? *(.+)$`)
	wordAfter  = regexp.MustCompile(`^(.*\d\.?)[, ]*\(?(\pL+)\.?\)?$`)
	timeAfter  = regexp.MustCompile(`^(.*\d{4}.*?)(?:[t, ]+(?:klo|kello|kl\.?|klockan|at)? ?)\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?(?: ?- ?\d{1,2}[.:]\d{2})?$`)
	monthNamed = regexp.MustCompile(`^(\d{1,2})\.? ?(\pL+)\.?,? ?(\d{4}|\d{2})?$`)
)

// firstSerialDay is day 0 of the dates of a spreadsheet, from the first of March 1900 on.
var firstSerialDay = model.MustDate("1899-12-30")

// The words below are understood, never shown, so they are not translations. They are folded.
var (
	// dateWords may stand beside a date and change nothing in it; the days of the week may, too.
	dateWords = strings.Fields("pvm den the on alkaen alk fran from")
	// vagueWords make a day that is written out no exact day.
	vagueWords = strings.Fields("n noin ca c cirka about approx approximately around arviolta suunnilleen ehka kanske maybe perhaps omkring runt " +
		"ungefar ung ennen fore before jalkeen efter after viimeistaan senast")
	// months are their names, also as they stand behind a day and in short.
	months = func() map[string]int {
		out := map[string]int{}
		for i, names := range [...]string{
			"tammi januari january jan", "helmi februari february feb", "maalis mars march mar", "huhti april apr", "touko maj may",
			"kesa juni june jun", "heina juli july jul", "elo augusti august aug", "syys september sept sep", "loka oktober october okt oct",
			"marras november nov", "joulu december dec",
		} {
			for n, name := range strings.Fields(names) {
				if n == 0 {
					out[name+"kuu"], out[name+"kuuta"], out[name+"kuun"] = i+1, i+1, i+1
				}
				out[name] = i + 1
			}
		}
		return out
	}()
)

// dateOf reads a date as a spreadsheet keeps it or as people write it, always with its year: a program that guesses the
// year is wrong unnoticed, and so is one that takes "about" for exact.
func (f *Facts) dateOf(v spreadsheet.Value) (model.Date, *Trouble) {
	if !v.Day.IsZero() {
		return v.Day, nil
	}
	s := clean(v.Text)
	if serialDay.MatchString(s) {
		n, _ := strconv.Atoi(s)
		return firstSerialDay.AddDays(n), nil
	}
	s, exact := bareDate(s)
	if !exact {
		return model.Date{}, wrong("not_exact_date", v.Text)
	}
	if m := monthNamed.FindStringSubmatch(s); m != nil && months[m[2]] > 0 {
		s = m[1] + "." + strconv.Itoa(months[m[2]]) + "." + m[3]
	}
	switch {
	case yearless.MatchString(s):
		return model.Date{}, wrong("no_year", v.Text)
	case yearAlone.MatchString(s) || !strings.ContainsAny(s, "0123456789") || strings.ContainsAny(s[:1], "+-"):
		return model.Date{}, wrong("not_a_date", v.Text)
	}
	d, err := words.ParseDate(s, f.Today)
	if err != nil {
		return d, wrong("not_a_date", v.Text)
	}
	return d, nil
}

// bareDate takes away what stands beside a date: the time of day, the day of the week. It is not exact when a word says so.
func bareDate(text string) (s string, exact bool) {
	s = spacedMark.ReplaceAllString(model.Fold(text), "$1$2")
	if m := timeAfter.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	for {
		before, after := wordBefore.FindStringSubmatch(s), wordAfter.FindStringSubmatch(s)
		switch {
		case before != nil && slices.Contains(vagueWords, before[1]), after != nil && slices.Contains(vagueWords, after[2]), strings.HasPrefix(s, "~"):
			return s, false
		case before != nil && besideDate(before[1]):
			s = before[2]
		case after != nil && besideDate(after[2]):
			s = after[1]
		default:
			return s, true
		}
	}
}

func besideDate(word string) bool {
	_, day := weekdays[word]
	return day || slices.Contains(dateWords, word)
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
	numericZero = regexp.MustCompile(`^[1-9]\d{5,9}$`)
	helpline    = regexp.MustCompile(`^116\d{3}$`) // 116 117, 116 111: they have no zero
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

// lostDigits is what spreadsheets make of a phone number that they take for a number: a power of ten, or decimals.
var lostDigits = regexp.MustCompile(`^[-+]?\d+[.,]\d{2}$|^[-+]?\d+([.,]\d+)?[eE][-+]?\d+$`)

// phoneIn is the phone number of a cell. One that is kept as a number has lost the zero of any area: 09, 019, 029.
func phoneIn(v spreadsheet.Value) string {
	phone := phoneOf(v.Text)
	if v.Numeric && phone == v.Text && numericZero.MatchString(phone) && !helpline.MatchString(phone) {
		return "0" + phone
	}
	return phone
}

var (
	betweenParts = regexp.MustCompile(`\s*[,;/|\n]\s*`)
	betweenWords = regexp.MustCompile(`\s+(?:ja|och|and|&|\+)\s+`)
)

// listOf takes apart several values in one cell, at commas first and then at each "and"; but names have commas and ands in
// them, too, so what is known is left whole.
func listOf(text string, known func(string) bool) []string {
	var out []string
	for _, part := range together(text, betweenParts, known) {
		if known(part) {
			out = append(out, part)
			continue
		}
		words := together(part, betweenWords, known)
		if !slices.ContainsFunc(words, known) {
			words = []string{part}
		}
		out = append(out, words...)
	}
	return out
}

// mostTogether is how many neighbouring parts of a list may be one name.
const mostTogether = 3

// together splits text, but leaves neighbours in one whose text is known.
func together(text string, between *regexp.Regexp, known func(string) bool) []string {
	var parts [][2]int
	from := 0
	for _, gap := range append(between.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		if strings.TrimSpace(text[from:gap[0]]) != "" {
			parts = append(parts, [2]int{from, gap[0]})
		}
		from = gap[1]
	}
	var out []string
	for i := 0; i < len(parts); i++ {
		run := func(last int) string { return strings.TrimSpace(text[parts[i][0]:parts[last][1]]) }
		last := min(i+mostTogether, len(parts)) - 1
		for last > i && !known(run(last)) {
			last--
		}
		out = append(out, run(last))
		i = last
	}
	return out
}

// several are the values that a cell names, each once, and the troubles of those that are not understood.
func several[V comparable](text string, find func(string) (V, *Trouble)) (all []V, unknown []*Trouble) {
	known := func(part string) bool {
		_, t := find(part)
		return t == nil || strings.HasPrefix(t.Code, "two_") // it is a name, though of two
	}
	for _, part := range listOf(text, known) {
		v, t := find(part)
		switch {
		case t != nil:
			unknown = append(unknown, t)
		case !slices.Contains(all, v):
			all = append(all, v)
		}
	}
	return all, unknown
}

// textsOf names what was not understood.
func textsOf(all []*Trouble) string {
	said := make([]string, len(all))
	for i, t := range all {
		said[i] = t.Text
	}
	return strings.Join(said, ", ")
}

// union is the old values and those of the new that are not among them, in a list of its own.
func union[V comparable](old, more []V) []V {
	out := slices.Clone(old)
	for _, v := range more {
		if !slices.Contains(out, v) {
			out = append(out, v)
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
