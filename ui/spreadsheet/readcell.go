package spreadsheet

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
)

var (
	plainNumber = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$`)
	seenNumbers = regexp.MustCompile(`\d+`)
	duration    = regexp.MustCompile(`^\d+:\d\d(:\d\d)?$`)
	separators  = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", "", "'", "")
	punctuation = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "-", "", "(", "", ")", "", "+", "")
)

// The serial numbers of days from 1920 to 2100: what is shown as a date and is none of them is an amount in a fancy format.
const (
	firstSerial = 7_306
	lastSerial  = 73_415
	early1904   = 1462 // by so many days less it is counted from 1904
)

// mostDigits is above what a spreadsheet keeps exactly: fifteen digits.
const mostDigits = 1e15

// faults are what spreadsheets put into a cell that they could not work out, in the languages of Excel that are used here.
var faults = map[string]bool{
	"#REF!": true, "#VALUE!": true, "#N/A": true, "#NAME?": true, "#DIV/0!": true, "#NULL!": true, "#NUM!": true, "#SPILL!": true, "#CALC!": true,
	"#GETTING_DATA": true, "#FIELD!": true, "#BLOCKED!": true, "#CONNECT!": true, "#BUSY!": true, "#UNKNOWN!": true, "#EXTERNAL!": true, "#PYTHON!": true,
	"#VIITTAUS!": true, "#ARVO!": true, "#PUUTTUU!": true, "#NIMI?": true, "#JAKO/0!": true, "#TYHJÄ!": true, "#LUKU!": true,
	"#REFERENS!": true, "#VÄRDEFEL!": true, "#SAKNAS!": true, "#NAMN?": true, "#DIVISION/0!": true, "#SKÄRNING!": true, "#OGILTIGT!": true,
}

// faulty reports whether a text stands for a value that was lost: one that could not be worked out, or one that was too
// long for its column when the sheet was saved as text.
func faulty(text string) bool {
	if text = strings.TrimSpace(text); !strings.HasPrefix(text, "#") {
		return false
	}
	return faults[strings.ToUpper(text)] || (len(text) >= 3 && strings.Trim(text, "#") == "")
}

// cellOf makes a cell of what is kept in it and what is seen of it. A text with a power of ten that is kept as it is seen
// has lost its digits before, and stays as it is: of a number the library shows the digits, or a power cut to its format.
func cellOf(raw, shown string, from1904 bool) Value {
	c := Value{Text: shown}
	if !plainNumber.MatchString(raw) || (raw == shown && strings.ContainsAny(raw, "eE")) {
		return c
	}
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.Abs(number) > mostDigits {
		c.Text = raw
		return c
	}
	plain := plainOf(number)
	if raw == shown || sameNumber(shown, number) {
		return numeric(number, shown, plain, raw)
	}
	if number >= 0 && number <= lastSerial {
		if at, err := excelize.ExcelDateToTime(number, from1904); err == nil {
			clock, _ := model.NewClock(at.Hour(), at.Minute())
			day := model.DateOf(at)
			if number < 1 && asClock(shown, clock) {
				c.Clock = clock
				return c
			}
			if number >= firstSerial-early1904 {
				if asDay(shown, day) {
					c.Day = day
					if number != math.Trunc(number) {
						c.Clock = clock
					}
					return c
				}
				if partOfDay(shown, day, plain) {
					c.Number, c.Numeric = number, true
					return c
				}
			}
		}
	}
	if duration.MatchString(shown) { // more hours than a day has
		return c
	}
	return numeric(number, shown, plain, raw)
}

// numeric is the cell of a number that is neither a day nor a time.
func numeric(number float64, shown, plain, raw string) Value {
	c := Value{Text: plain, Number: number, Numeric: true}
	if raw == shown || strings.HasSuffix(strings.TrimSpace(shown), "%") || shown == "TRUE" || shown == "FALSE" || longer(shown, plain) {
		c.Text = shown
	}
	return c
}

// plainOf writes a number with all its digits and no more than a spreadsheet keeps: 0.1+0.2 is 0.3.
func plainOf(number float64) string {
	kept, err := strconv.ParseFloat(strconv.FormatFloat(number, 'G', 15, 64), 64)
	if err != nil {
		kept = number
	}
	return strconv.FormatFloat(kept, 'f', -1, 64)
}

// sameNumber reports whether what is seen is the number itself, perhaps with spaces or commas between its thousands.
func sameNumber(shown string, number float64) bool {
	n, err := strconv.ParseFloat(separators.Replace(shown), 64)
	return err == nil && n == number
}

// longer reports whether the format puts digits before those of a whole number, as people want to see them: 00100,
// 040 123 4567, +358 401234567; or the plus before a foreign phone number. Nothing but digits, spaces, hyphens, brackets and
// a plus may be there.
func longer(shown, plain string) bool {
	digits := punctuation.Replace(shown)
	more := len(digits) > len(plain) || (strings.HasPrefix(shown, "+") && len(plain) >= 8)
	return more && strings.HasSuffix(digits, plain) && !strings.ContainsFunc(digits, func(r rune) bool { return r < '0' || r > '9' })
}

// asDay reports whether the text shows that day: two of its day, month and year, or one and a word.
func asDay(shown string, day model.Date) bool {
	found := partsOf(shown, day)
	word := strings.ContainsFunc(shown, func(r rune) bool { return r >= 'A' && r != 'T' && r != 'Z' })
	return found >= 2 || (found == 1 && word && !strings.ContainsAny(shown, "€%"))
}

// partOfDay reports whether the text shows only the year, the month or the weekday of a day.
func partOfDay(shown string, day model.Date, plain string) bool {
	digits := 0
	for _, r := range shown {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !unicode.IsLetter(r) && r != '.' && r != ' ':
			return false
		}
	}
	if digits == 0 {
		return strings.ContainsFunc(shown, unicode.IsLetter)
	}
	return digits < len(plain) && partsOf(shown, day) > 0
}

// partsOf counts which of day, month and year are among the numbers of a text.
func partsOf(shown string, day model.Date) int {
	found := map[string]bool{}
	for _, digits := range seenNumbers.FindAllString(shown, -1) {
		switch n, _ := strconv.Atoi(digits); {
		case n == day.Year() || (len(digits) == 2 && n == day.Year()%100 && !found["year"]):
			found["year"] = true
		case n == day.Day() && !found["day"]:
			found["day"] = true
		case n == int(day.Month()):
			found["month"] = true
		}
	}
	return len(found)
}

// asClock reports whether the text shows that time.
func asClock(shown string, c model.Clock) bool {
	numbers := seenNumbers.FindAllString(shown, -1)
	if len(numbers) < 2 || !strings.ContainsAny(shown, ":.") {
		return false
	}
	hour, _ := strconv.Atoi(numbers[0])
	minute, _ := strconv.Atoi(numbers[1])
	return len(numbers[1]) == 2 && hour%12 == c.Hour()%12 && minute == c.Minute()
}
