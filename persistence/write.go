package persistence

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"

	"kumppani/model"
)

// querier runs SQL inside the transaction that read or write began.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// action says what is being done, to which record, and which kinds of records change by it.
type action struct {
	op     string
	record string
	kinds  []model.Kind
}

// write is the one place where records change: it runs fn in a transaction, commits it, and tells the subscribers.
// When anything fails, nothing of it is written, and the error says what failed. Everything that must hold for every
// change belongs here.
func (f *File) write(ctx context.Context, a action, fn func(context.Context, querier) error) error {
	err := f.alone(ctx, func(ctx context.Context) error {
		if err := f.inPlace(); err != nil {
			return err
		}
		f.summaries, f.leaders = nil, nil
		return f.commit(ctx, func() error { return fn(ctx, f.conn) })
	})
	if err != nil {
		return wrap(a.op, a.record, err)
	}
	f.subscribers.tell(a.kinds)
	return nil
}

// remove removes a record that nothing else needs, with all that belongs to it. CodeNotFound when there is none.
func (f *File) remove(ctx context.Context, a action, t table, id model.ID) error {
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := present(ctx, q, t, id); err != nil {
			return err
		}
		return t.sync(ctx, q, id, nil)
	})
}

// commit runs fn in a transaction that leaves a mark. The very last step of a commit, syncing the emptied journal, can
// fail when everything is in the file already. Then the mark tells so, and another small transaction makes it certain.
func (f *File) commit(ctx context.Context, fn func() error) error {
	mark := newID()
	err := transact(ctx, f.conn, func() error {
		if err := fn(); err != nil {
			return err
		}
		return leaveMark(ctx, f.conn, mark)
	})
	if err == nil || !hasMark(ctx, f.conn, mark) {
		return err
	}
	if transact(ctx, f.conn, func() error { return leaveMark(ctx, f.conn, newID()) }) != nil {
		return err
	}
	return nil
}

func leaveMark(ctx context.Context, q querier, mark model.ID) error {
	_, err := q.ExecContext(ctx, "INSERT OR REPLACE INTO latest_write (id, write_id) VALUES (1, ?)", mark)
	return err
}

func hasMark(ctx context.Context, q querier, mark model.ID) bool {
	var found model.ID
	err := q.QueryRowContext(ctx, "SELECT write_id FROM latest_write").Scan(&found)
	return err == nil && found == mark
}

// read runs fn while nothing changes.
func (f *File) read(ctx context.Context, op, record string, fn func(context.Context, querier) error) error {
	return wrap(op, record, f.alone(ctx, func(ctx context.Context) error { return fn(ctx, f.conn) }))
}

// alone runs fn while nothing else uses the file. A cancelled context stops it beforehand and not in the middle: an
// interrupted connection is dropped by database/sql, and the lock on the file with it.
func (f *File) alone(ctx context.Context, fn func(context.Context) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return errors.New("the data file is closed")
	}
	return fn(context.WithoutCancel(ctx))
}

// inPlace makes sure that the file at its path is still the one that was opened. SQLite goes on writing happily to a
// file that was moved, replaced or deleted, and nobody would find what was written.
func (f *File) inPlace() error {
	info, err := os.Stat(f.path)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && !os.SameFile(info, f.identity)) {
		return refusal(model.CodeMoved, "the file at this path is not the one that was opened")
	}
	return err
}

// transact runs fn between BEGIN and COMMIT, and takes everything back when either fails. (sql.Tx forgets a transaction
// whose COMMIT failed, and leaves it open in SQLite.)
func transact(ctx context.Context, conn *sql.Conn, fn func() error) error {
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := fn()
	if err == nil {
		_, err = conn.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		// After some failures SQLite has rolled back by itself, and says here that there is no transaction.
		_, _ = conn.ExecContext(ctx, "ROLLBACK")
	}
	return err
}
