package persistence

import (
	"fmt"
	"strings"
	"time"

	"kumppani/model"
)

// This file turns values of the model into values of SQLite and back. Unknown is NULL, never 0 or an empty date.

func dateValue(d model.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

func idValue(id model.ID) any {
	if id == "" {
		return nil
	}
	return string(id)
}

func countValue(c model.Count) any {
	if !c.Known {
		return nil
	}
	return int64(c.N)
}

func amountValue(a model.Amount) any {
	if !a.Known {
		return nil
	}
	return a.Hundredths
}

func flagValue(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func codesValue[C ~string](codes []C) string {
	parts := make([]string, len(codes))
	for i, c := range codes {
		parts[i] = string(c)
	}
	return strings.Join(parts, ",")
}

func codesOf[C ~string](value string) []C {
	if value == "" {
		return nil
	}
	out := make([]C, 0, strings.Count(value, ",")+1)
	for more := true; more; {
		var code string
		code, value, more = strings.Cut(value, ",")
		out = append(out, C(code))
	}
	return out
}

// readDate scans a date. One that the calendar does not have cannot be written; when a damaged file has one all the
// same, it is read as unknown so that the rest of the record opens, and Check reports it.
type readDate struct{ to *model.Date }

// Scan implements sql.Scanner.
func (r readDate) Scan(value any) error {
	*r.to = model.Date{}
	if s, ok := value.(string); ok {
		*r.to, _ = model.ParseDate(s)
	}
	return nil
}

type readID struct{ to *model.ID }

// Scan implements sql.Scanner.
func (r readID) Scan(value any) error {
	s, _ := value.(string)
	*r.to = model.ID(s)
	return nil
}

type readCount struct{ to *model.Count }

// Scan implements sql.Scanner.
func (r readCount) Scan(value any) error {
	n, known := value.(int64)
	*r.to = model.Count{N: int(n), Known: known}
	return nil
}

type readAmount struct{ to *model.Amount }

// Scan implements sql.Scanner.
func (r readAmount) Scan(value any) error {
	n, known := value.(int64)
	*r.to = model.Amount{Hundredths: n, Known: known}
	return nil
}

type readCodes[C ~string] struct{ to *[]C }

// Scan implements sql.Scanner.
func (r readCodes[C]) Scan(value any) error {
	s, ok := value.(string)
	if !ok {
		return fmt.Errorf("codes are %T, not text", value)
	}
	*r.to = codesOf[C](s)
	return nil
}

// momentValue is RFC 3339 in UTC, with as much of the second as there is.
func momentValue(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

type readMoment struct{ to *time.Time }

// Scan implements sql.Scanner.
func (r readMoment) Scan(value any) error {
	s, _ := value.(string)
	*r.to, _ = time.Parse(time.RFC3339Nano, s) // as with dates: the zero time when a damaged file has no moment
	return nil
}

// daysValue is days in order, separated by commas.
func daysValue(days []model.Date) string {
	texts := make([]string, len(days))
	for i, d := range days {
		texts[i] = d.String()
	}
	return strings.Join(texts, ",")
}

type readDays struct{ to *[]model.Date }

// Scan implements sql.Scanner. As with dates, what is no day is left out, and Check reports it.
func (r readDays) Scan(value any) error {
	s, _ := value.(string)
	*r.to = nil
	for _, text := range codesOf[string](s) {
		if d, err := model.ParseDate(text); err == nil && !d.IsZero() {
			*r.to = append(*r.to, d)
		}
	}
	return nil
}
