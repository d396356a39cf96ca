package words

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"

	"kumppani/model"
)

// ErrNotANumber is the error of a typed text that is not a number with at most two decimals.
var ErrNotANumber = errors.New("not a number with at most two decimals")

const noBreakSpace = "\u00a0"

// Number writes a number given in hundredths (euros in cents, hours in hundredths): "1 234,50" with a no-break space
// in Finnish and Swedish, "1,234.50" in English. Whole numbers have no decimals, and the minus is the hyphen of the
// keyboard, so that what is shown can be typed again.
func (in In) Number(hundredths int64) string {
	group, point := noBreakSpace, ","
	if model.Language(in) == model.English {
		group, point = ",", "."
	}
	whole, rest := hundredths/100, hundredths%100
	var out strings.Builder
	if hundredths < 0 {
		out.WriteByte('-')
	}
	digits := strings.TrimPrefix(strconv.FormatInt(whole, 10), "-")
	for i, d := range digits {
		if left := len(digits) - i; i > 0 && left%3 == 0 {
			out.WriteString(group)
		}
		out.WriteRune(d)
	}
	if rest != 0 {
		rest = max(rest, -rest)
		out.WriteString(point)
		out.WriteByte(byte('0' + rest/10))
		out.WriteByte(byte('0' + rest%10))
	}
	return out.String()
}

// The three ways to write a number, each with whole part and decimals: grouped by spaces or not at all with either
// decimal mark, grouped by commas with a point, grouped by points with a comma.
var typedNumbers = []*regexp.Regexp{
	regexp.MustCompile(`^(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d{1,2})?)?$`),
	regexp.MustCompile(`^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$`),
	regexp.MustCompile(`^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$`),
}

var (
	anySpace  = strings.NewReplacer(noBreakSpace, " ", "\u202f", " ", "\u2009", " ", "\u2212", "-", "–", "-")
	noGroups  = strings.NewReplacer(" ", "", ",", "", ".", "")
	euroMarks = regexp.MustCompile(`^€ ?| ?(€|e|eur|euroa|euro)$`)
)

// ParseNumber reads a typed number into hundredths: 1234,5 and 1234.5, 1 234,50, 1,234.50 and 1.234,50, with or
// without a euro sign. One mark followed by exactly three digits groups thousands (1,234 is 1234), since there are no
// thousandths here. The error is ErrNotANumber.
func ParseNumber(text string) (hundredths int64, err error) {
	s := strings.TrimSpace(anySpace.Replace(strings.ToLower(text)))
	s = euroMarks.ReplaceAllString(s, "")
	s, negative := strings.CutPrefix(s, "-")
	for _, form := range typedNumbers {
		m := form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		whole, err := strconv.ParseInt(noGroups.Replace(m[1]), 10, 64)
		cents, _ := strconv.ParseInt((m[2] + "00")[:2], 10, 64)
		if err != nil || whole > math.MaxInt64/100-1 {
			return 0, ErrNotANumber
		}
		if negative {
			return -(whole*100 + cents), nil
		}
		return whole*100 + cents, nil
	}
	return 0, ErrNotANumber
}

// List joins items as in a sentence: "A, B ja C", "A, B och C", "A, B and C".
func (in In) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + in.T("list.and") + " " + items[last]
}

// Quantity says how much of something: "4 500 € vuodessa". The number and its unit stay on one line; no euros at all is
// free of charge; an unknown amount is empty.
func (in In) Quantity(a model.Amount, unit string, per model.Per) string {
	unit = strings.TrimSpace(unit)
	money := unit == "€" || strings.EqualFold(unit, "eur")
	switch {
	case !a.Known:
		return ""
	case a.Hundredths == 0 && money:
		return in.T("contribution.free")
	}
	number := in.Number(a.Hundredths)
	if a.Hundredths%10 == 0 && a.Hundredths%100 != 0 && !money {
		number = strings.TrimSuffix(number, "0") // 0,5 person-years, but 2,50 €
	}
	if unit != "" {
		number += "\u00a0" + unit
	}
	if per != "" {
		number += " " + Code(in, "contribution.per", per)
	}
	return number
}
