package persistence

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"kumppani/model"
)

// removeFromBackups removes a person, who may be in them under several IDs, from every backup of this file, with the statements
// that are to remove the person from the file itself, and clears the bytes of each. CodeBackupHolds names one that cannot be changed, because it is open
// elsewhere or the disk is full. A backup that is of no use anyhow goes, and so do the copies of older versions of the file,
// to which the statements do not fit.
func (f *File) removeFromBackups(ctx context.Context, ids []model.ID, remove removal) error {
	folder := filepath.Join(filepath.Dir(f.path), backupFolder)
	clearHalf(folder, f.backupStem())
	all, err := f.backupsIn(folder)
	if err != nil {
		return err
	}
	holds := func(path string, err error) error {
		return &model.Error{Code: model.CodeBackupHolds, Op: "remove person from backup", Record: path, Err: err}
	}
	for _, b := range all {
		err := f.removeFromBackup(ctx, b.Path, ids, remove)
		switch model.CodeOf(wrap("", "", err)) {
		case "":
			continue
		case model.CodeDamaged, model.CodeForeign: // what has a backup's name and is no data file was one
			err = os.Remove(b.Path)
		}
		if err != nil {
			return holds(b.Path, err)
		}
	}
	entries, listed := os.ReadDir(folder)
	if listed != nil {
		return nil // there is no folder, so there is nothing in it
	}
	for _, e := range entries {
		if path := filepath.Join(folder, e.Name()); strings.HasPrefix(e.Name(), f.backupStem()+oldVersion) {
			if err := os.Remove(path); err != nil {
				return holds(path, err)
			}
		}
	}
	return nil
}

func (f *File) removeFromBackup(ctx context.Context, path string, ids []model.ID, remove removal) error {
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
		err = transact(ctx, b.conn, func() error { return dueAfter(ctx, b.conn, ids, remove) })
		if model.CodeOf(err) == model.CodeNotFound {
			err = nil // the person came later
		}
	}
	if err == nil {
		err = b.scrub(ctx)
	}
	return errors.Join(err, b.disconnect())
}

// dueAfter removes, and notes that the bytes are to be cleared. CodeNotFound when none of the IDs is there.
func dueAfter(ctx context.Context, q querier, ids []model.ID, remove removal) error {
	var absent error
	there := 0
	for _, id := range ids {
		switch err := remove(ctx, q, id); {
		case model.CodeOf(err) == model.CodeNotFound:
			absent = err
		case err != nil:
			return err
		default:
			there++
		}
	}
	if there == 0 {
		return absent
	}
	_, err := q.ExecContext(ctx, "INSERT OR IGNORE INTO scrub_due (id) VALUES (1)")
	return err
}
