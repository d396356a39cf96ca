package persistence

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"kumppani/model"
)

// importUndo is what it takes to take an import back. It is in memory only: in the file, it would keep what was written
// over, people's data among it. It goes when a person is removed.
type importUndo struct {
	source        string
	kinds         []model.Kind
	ids           map[model.Kind][]model.ID
	before, after importedRows
}

// importedTable is a table that an import writes to.
type importedTable struct {
	name  string
	kind  model.Kind // of the records that its rows belong to
	under string     // column with the ID of the record
}

// importedTables come in the order in which they are written.
var importedTables = []importedTable{
	{"organisation", model.KindOrganisation, "id"},
	{"contact", model.KindOrganisation, "organisation_id"},
	{"programme", model.KindProgramme, "id"},
	{"leader", model.KindLeader, "id"},
	{"leader_status", model.KindLeader, "leader_id"},
	{"leader_task", model.KindLeader, "leader_id"},
	{"leader_absence", model.KindLeader, "leader_id"},
	{"leader_fulfilment", model.KindLeader, "leader_id"},
	{"leader_waiver", model.KindLeader, "leader_id"},
	{"leader_elsewhere", model.KindLeader, "leader_id"},
	{"leader_entry", model.KindLeader, "leader_id"},
	{"meeting_place", model.KindPlace, "id"},
	{"meeting_group", model.KindGroup, "id"},
	{"group_organiser", model.KindGroup, "group_id"},
	{"group_leader", model.KindGroup, "group_id"},
	{"session", model.KindSession, "id"},
}

// LastImport implements model.Imports. It waits for nothing.
func (f *File) LastImport() (source string, ok bool) {
	last := f.lastImport.Load()
	if last == nil {
		return "", false
	}
	return last.source, true
}

// UndoImport implements model.Imports. What was hung on a record that the import made – a session of its group, a course of
// its leader, a reminder – counts as changed too.
func (f *File) UndoImport(ctx context.Context) error {
	const op = "take import back"
	var last *importUndo
	err := f.alone(ctx, func(ctx context.Context) (err error) {
		if last = f.lastImport.Load(); last == nil {
			return refusal(model.CodeNotFound, "nothing was imported")
		}
		if err := f.inPlace(); err != nil {
			return err
		}
		f.summaries, f.leaders = nil, nil
		// Foreign keys rest, so that removing a leader does not silently take along what was entered of that leader since; at
		// the end all of them are looked up. Inside a transaction the pragma does nothing.
		if _, err := f.conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
			return err
		}
		defer func() {
			if _, on := f.conn.ExecContext(ctx, "PRAGMA foreign_keys = ON"); err == nil {
				err = on
			}
		}()
		return f.commit(ctx, func() error { return last.takeBack(ctx, f.conn) })
	})
	if err != nil {
		source, _ := f.LastImport()
		return wrap(op, source, err)
	}
	// Unless another import has come meanwhile.
	f.lastImport.CompareAndSwap(last, nil)
	f.subscribers.tell(append(slices.Clone(last.kinds), model.KindDeferral)) // which goes with its record
	return nil
}

func (u *importUndo) takeBack(ctx context.Context, q querier) error {
	now, err := readImported(ctx, q, u.ids)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(now, u.after) {
		return refusal(model.CodeChanged, "records of the import were changed since")
	}
	var reminders, stay int
	const count = "SELECT count(*) FROM follow_up"
	broken, err := brokenReferences(ctx, q)
	if err == nil {
		err = q.QueryRowContext(ctx, count).Scan(&reminders)
	}
	if err != nil {
		return err
	}
	for _, t := range slices.Backward(importedTables) {
		if err := t.restore(ctx, q, u.after[t.name], u.before[t.name]); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	left, err := brokenReferences(ctx, q)
	if err == nil {
		err = q.QueryRowContext(ctx, count).Scan(&stay)
	}
	if err == nil && (stay != reminders || !reflect.DeepEqual(left, broken)) {
		return refusal(model.CodeChanged, "other records refer to those of the import")
	}
	return err
}

// brokenReferences lists what refers to records that are not there; in a sound file nothing does.
func brokenReferences(ctx context.Context, q querier) ([]model.Finding, error) {
	var out []model.Finding
	for _, look := range []func(context.Context, querier) ([]model.Finding, error){
		foreignKeyFindings, looseReferenceFindings, sessionReferenceFindings, followUpReferenceFindings,
	} {
		found, err := look(ctx, q)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// importedRows are the rows of the records of an import, by table.
type importedRows map[string]rowsByKey

// rowsByKey are rows of a table as they stand in the file, by their key.
type rowsByKey struct {
	columns []string // without what SQLite computes; those of the key come first
	keys    int      // how many columns are the key
	rows    map[string][]any
}

// roots are the IDs of the records themselves.
func (r importedRows) roots() map[model.ID]bool {
	out := map[model.ID]bool{}
	for _, t := range importedTables {
		if t.under == "id" {
			for key := range r[t.name].rows {
				out[model.ID(key)] = true
			}
		}
	}
	return out
}

func readImported(ctx context.Context, q querier, ids map[model.Kind][]model.ID) (importedRows, error) {
	out := importedRows{}
	for _, t := range importedTables {
		if len(ids[t.kind]) == 0 {
			continue
		}
		rows, err := t.read(ctx, q, ids[t.kind])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.name, err)
		}
		out[t.name] = rows
	}
	return out, nil
}

func (t importedTable) read(ctx context.Context, q querier, ids []model.ID) (rowsByKey, error) {
	r := rowsByKey{rows: make(map[string][]any, len(ids))}
	scan := func(s scanner) (bool, error) {
		var column string
		var isKey bool
		err := s.Scan(&column, &isKey)
		r.columns = append(r.columns, column)
		return isKey, err
	}
	// table_info has no computed columns, table_xinfo would.
	areKeys, err := collect(ctx, q, scan, "SELECT name, pk > 0 FROM pragma_table_info(?) ORDER BY pk = 0, pk, cid", t.name)
	if err != nil {
		return r, err
	}
	for _, isKey := range areKeys {
		if isKey {
			r.keys++
		}
	}
	_, err = collect(ctx, q, func(s scanner) (struct{}, error) {
		values, into := make([]any, len(r.columns)), make([]any, len(r.columns))
		for i := range values {
			into[i] = &values[i]
		}
		err := s.Scan(into...)
		parts := make([]string, r.keys)
		for i := range parts {
			parts[i] = fmt.Sprint(values[i])
		}
		r.rows[strings.Join(parts, separator)] = values
		return struct{}{}, err
	}, "SELECT "+strings.Join(r.columns, ", ")+" FROM "+t.name+" WHERE "+t.under+" IN (SELECT value FROM json_each(?))", jsonIDs(ids))
	return r, err
}

// jsonIDs are IDs for json_each.
func jsonIDs(ids []model.ID) string {
	b, err := json.Marshal(ids)
	if err != nil {
		panic(err) // texts have a JSON form
	}
	return string(b)
}

// restore makes the rows that are now those that were before.
func (t importedTable) restore(ctx context.Context, q querier, now, before rowsByKey) error {
	where := " WHERE " + strings.Join(now.columns[:now.keys], " = ? AND ") + " = ?"
	for key, row := range now.rows {
		was, stays := before.rows[key]
		var err error
		switch {
		case !stays:
			_, err = q.ExecContext(ctx, "DELETE FROM "+t.name+where, row[:now.keys]...)
		case !slices.EqualFunc(was, row, sameValue):
			set := strings.Join(now.columns[now.keys:], " = ?, ") + " = ?"
			_, err = q.ExecContext(ctx, "UPDATE "+t.name+" SET "+set+where, append(slices.Clone(was[now.keys:]), was[:now.keys]...)...)
		}
		if err != nil {
			return err
		}
	}
	var removed [][]any
	for key, row := range before.rows {
		if _, there := now.rows[key]; !there {
			removed = append(removed, row)
		}
	}
	return insertAll(ctx, q, t.name+" ("+strings.Join(before.columns, ", ")+")", "", removed)
}
