package persistence

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"kumppani/model"
)

// table tells how the rows of one table are written. Every row belongs to a parent and has a key among its siblings; a
// root, which has no parent column, is its own parent.
type table struct {
	name    string
	parent  string // column with the ID of the parent; empty for a root
	key     string // column with the ID of the row
	columns string // the other columns, in the order of row.values
}

// row is one row as it shall be. Values are string, int64, []byte or nil, as SQLite gives them back.
type row struct {
	key    model.ID
	values []any
}

// sync makes the rows under a parent those that are wanted: it adds new ones, changes those that differ, and removes
// those that are gone. A row that is the same is not touched, so that what is written is what changed.
func (t table) sync(ctx context.Context, q querier, parent model.ID, want []row) error {
	have, err := t.load(ctx, q, parent)
	if err != nil {
		return fmt.Errorf("%s: %w", t.name, err)
	}
	for _, r := range want {
		old, there := have[r.key]
		delete(have, r.key)
		switch {
		case !there:
			err = t.insert(ctx, q, parent, r)
		case !slices.EqualFunc(old, r.values, sameValue):
			err = t.update(ctx, q, parent, r)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	for key := range have {
		_, err := q.ExecContext(ctx, "DELETE FROM "+t.name+" WHERE "+t.where(), t.address(parent, key)...)
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return nil
}

func (t table) load(ctx context.Context, q querier, parent model.ID) (map[model.ID][]any, error) {
	under := t.parent
	if under == "" {
		under = t.key
	}
	rows, err := q.QueryContext(ctx, "SELECT "+t.key+", "+t.columns+" FROM "+t.name+" WHERE "+under+" = ?", string(parent))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	have := map[model.ID][]any{}
	for rows.Next() {
		var key model.ID
		values := make([]any, strings.Count(t.columns, ",")+1)
		into := []any{readKey{&key}}
		for i := range values {
			into = append(into, &values[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		have[key] = values
	}
	return have, rows.Err()
}

// readKey reads a key, which is a number in tables that have no IDs.
type readKey struct{ to *model.ID }

// Scan implements sql.Scanner.
func (r readKey) Scan(value any) error {
	*r.to = model.ID(fmt.Sprint(value))
	return nil
}

func (t table) insert(ctx context.Context, q querier, parent model.ID, r row) error {
	address := t.key
	if t.parent != "" {
		address = t.parent + ", " + t.key
	}
	args := append(t.address(parent, r.key), r.values...)
	marks := strings.Repeat(", ?", len(args))[2:]
	_, err := q.ExecContext(ctx, "INSERT INTO "+t.name+" ("+address+", "+t.columns+") VALUES ("+marks+")", args...)
	return err
}

func (t table) update(ctx context.Context, q querier, parent model.ID, r row) error {
	set := strings.ReplaceAll(t.columns, ",", " = ?,") + " = ?"
	args := append(slices.Clone(r.values), t.address(parent, r.key)...)
	_, err := q.ExecContext(ctx, "UPDATE "+t.name+" SET "+set+" WHERE "+t.where(), args...)
	return err
}

func (t table) where() string {
	if t.parent == "" {
		return t.key + " = ?"
	}
	return t.parent + " = ? AND " + t.key + " = ?"
}

func (t table) address(parent, key model.ID) []any {
	if t.parent == "" {
		return []any{string(key)}
	}
	return []any{string(parent), string(key)}
}

func sameValue(a, b any) bool {
	if x, ok := a.([]byte); ok {
		y, ok := b.([]byte)
		return ok && bytes.Equal(x, y)
	}
	return a == b
}

// collect reads all rows of a query with scan.
func collect[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, item)
	}
	return out, rows.Err()
}

// scanner is a row that is being read: *sql.Row or *sql.Rows.
type scanner interface{ Scan(into ...any) error }

var (
	_ scanner = (*sql.Row)(nil)
	_ scanner = (*sql.Rows)(nil)
)
