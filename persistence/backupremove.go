package persistence

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"kumppani/model"
)

// removeFromBackups removes a person from every backup of this file, with the statements that removed the person from the file
// itself, and clears the bytes of each. A backup in which that cannot be done goes: one with a person who must not be in it
// helps nobody; only one that is open elsewhere stays, with an error. So do the copies of older versions of the file, to which the statements do not fit.
func (f *File) removeFromBackups(ctx context.Context, remove func(context.Context, querier) error) error {
	folder := filepath.Join(filepath.Dir(f.path), backupFolder)
	all, err := f.backupsIn(folder)
	if err != nil {
		return err
	}
	for _, b := range all {
		switch e := f.removeFromBackup(ctx, b.Path, remove); {
		case e == nil:
		case codeOf(e) == model.CodeLocked:
			err = errors.Join(err, e) // somebody is looking at it
		default:
			err = errors.Join(err, os.Remove(b.Path))
		}
	}
	entries, listed := os.ReadDir(folder)
	if listed != nil {
		return err // there is no folder, so there is nothing in it
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), f.backupStem()+oldVersion) {
			err = errors.Join(err, os.Remove(filepath.Join(folder, e.Name())))
		}
	}
	return err
}

func (f *File) removeFromBackup(ctx context.Context, path string, remove func(context.Context, querier) error) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	b := &File{path: path, identity: info, options: f.options}
	if err := b.lock(ctx); err != nil {
		return err
	}
	err = b.verify(ctx)
	if err == nil {
		err = migrate(ctx, b.conn)
	}
	if err == nil {
		err = transact(ctx, b.conn, func() error { return dueAfter(ctx, b.conn, remove) })
		if model.CodeOf(err) == model.CodeNotFound {
			err = nil // the person came later
		}
	}
	if err == nil {
		err = b.scrub(ctx)
	}
	return errors.Join(err, b.disconnect())
}

// dueAfter removes, and notes that the bytes are to be cleared.
func dueAfter(ctx context.Context, q querier, remove func(context.Context, querier) error) error {
	if err := remove(ctx, q); err != nil {
		return err
	}
	_, err := q.ExecContext(ctx, "INSERT OR IGNORE INTO scrub_due (id) VALUES (1)")
	return err
}
