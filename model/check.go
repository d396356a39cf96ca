package model

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The longest texts that are kept, in runes. They are far above what people write; they stop a slip of the clipboard
// from making a record that cannot be shown.
const (
	MaxShort  = 200     // phone, title, unit, number
	MaxName   = 1_000   // names and titles
	MaxNotes  = 20_000  // notes, addresses, descriptions
	MaxClause = 200_000 // one clause of an agreement in one language
)

// problems collects what is amiss; its methods are the checks that several records share.
type problems []Problem

func (p *problems) add(s Severity, field, code string, args ...any) {
	var named map[string]any
	for i := 0; i+1 < len(args); i += 2 {
		if named == nil {
			named = map[string]any{}
		}
		named[args[i].(string)] = args[i+1]
	}
	*p = append(*p, Problem{Severity: s, Field: field, Code: code, Args: named})
}

func (p *problems) refuse(field, code string, args ...any) { p.add(Refusal, field, code, args...) }
func (p *problems) warn(field, code string, args ...any)   { p.add(Warning, field, code, args...) }

func (p *problems) required(field, value string) {
	if strings.TrimSpace(value) == "" {
		p.refuse(field, "required")
	}
}

func (p *problems) length(field, value string, limit int) {
	if n := utf8.RuneCountInString(value); n > limit {
		p.refuse(field, "too_long", "length", n, "limit", limit)
	}
}

func (p *problems) texts(field string, t Text, limit int) {
	for _, l := range Languages() {
		p.length(field+"_"+string(l), t.In(l), limit)
	}
}

// order refuses a range that ends before it begins.
func (p *problems) order(field string, from, until Date) {
	if !from.IsZero() && !until.IsZero() && until.Before(from) {
		p.refuse(field, "ends_before_start", "from", from, "until", until)
	}
}

// notLater warns of a day after today.
func (p *problems) notLater(field string, on, today Date) {
	if on.After(today) {
		p.warn(field, "in_future")
	}
}

// positive refuses a number below one.
func (p *problems) positive(field string, c Count) {
	if c.Known && c.N < 1 {
		p.refuse(field, "not_positive")
	}
}

var (
	emailForm      = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@]+$`)
	postalCodeForm = regexp.MustCompile(`^\d{5}$`)
)

func (p *problems) email(field, value string) {
	p.length(field, value, MaxShort)
	if v := strings.TrimSpace(value); v != "" && !emailForm.MatchString(v) {
		p.warn(field, "email_form")
	}
}

func at(list string, i int, field string) string { return list + "." + strconv.Itoa(i) + "." + field }
