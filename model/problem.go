package model

import "fmt"

// Severity says what a Problem does: a Refusal keeps the record from being saved, because it would be meaningless; a
// Warning is said and can be overridden by saving all the same.
type Severity string

// The severities.
const (
	Refusal Severity = "refusal"
	Warning Severity = "warning"
)

// Problem is something amiss in one field of a record.
type Problem struct {
	Severity Severity
	Field    string         // path of the field, e.g. "name", "valid_until", "parties.2.signed_on" (counted from 0)
	Code     string         // stable code; the sentence is the translation "problem.<code>"
	Args     map[string]any // values that the sentence names
}

// String gives the text for the log.
func (p Problem) String() string { return fmt.Sprintf("%s %s: %s", p.Severity, p.Field, p.Code) }

// Refusals returns those problems that keep a record from being saved.
func Refusals(all []Problem) []Problem {
	var out []Problem
	for _, p := range all {
		if p.Severity == Refusal {
			out = append(out, p)
		}
	}
	return out
}
