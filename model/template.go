package model

import "context"

// TemplateClause is one clause of the template that new agreements start from.
type TemplateClause struct {
	Key     string // stable, e.g. "premises"
	Heading Text
	Body    Text
}

// Template is what new agreements start from. It is a starting point for the coordinator's own lawyer.
type Template struct {
	Clauses []TemplateClause
	Memo    TemplateClause // memo of an oral agreement
}

// NewClauses copies the template's clauses for a new agreement; newID makes their IDs.
func (t Template) NewClauses(newID func() ID) []Clause {
	out := make([]Clause, len(t.Clauses))
	for i, c := range t.Clauses {
		out[i] = Clause{ID: newID(), Key: c.Key, Heading: c.Heading, Body: c.Body, Off: c.Key == ClauseAnnexes}
	}
	return out
}

// Templates keeps the template: the built-in one, with what the coordinator changed.
type Templates interface {
	// Template returns the template as it is now.
	Template(ctx context.Context) (Template, error)
	// SaveTemplate keeps the whole template.
	SaveTemplate(ctx context.Context, t Template) error
	// ResetTemplate goes back to the built-in template.
	ResetTemplate(ctx context.Context) error
}
