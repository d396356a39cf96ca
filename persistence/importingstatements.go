package persistence

import (
	"context"
	"database/sql"
)

// preparing is a querier that prepares every statement once. An import runs the same few statements for each of thousands of
// records, and reading SQL takes longer than doing what it says.
type preparing struct {
	querier
	statements map[string]*statement
}

// statement is one that is prepared when it comes the second time: most come once.
type statement struct{ prepared *sql.Stmt }

func (p preparing) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	s, again := p.statements[query]
	if !again {
		p.statements[query] = &statement{}
		return nil, nil
	}
	var err error
	if s.prepared == nil {
		s.prepared, err = p.PrepareContext(ctx, query)
	}
	return s.prepared, err
}

// ExecContext implements querier.
func (p preparing) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := p.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return p.querier.ExecContext(ctx, query, args...)
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext implements querier.
func (p preparing) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := p.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return p.querier.QueryContext(ctx, query, args...)
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext implements querier.
func (p preparing) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if s, err := p.statement(ctx, query); s != nil && err == nil {
		return s.QueryRowContext(ctx, args...)
	}
	return p.querier.QueryRowContext(ctx, query, args...) // which gives the error, if there is one
}

func (p preparing) close() {
	for _, s := range p.statements {
		if s.prepared != nil {
			_ = s.prepared.Close() // nothing depends on it
		}
	}
}
