package persistence

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kumppani/model"
)

var _ model.Backups = (*File)(nil)

const (
	backupFolder  = "backups"
	backupMoment  = "2006-01-02T15-04-05" // without colons, which Windows does not have in names
	backupEnding  = ".sqlite"
	oldVersion    = "version-" // what the name of a copy of an older version goes on with
	halfBackup    = ".tmp"     // the ending of a copy that is not whole yet
	journalEnding = "-journal"
)

// Backup implements model.Backups. Of the latest day all backups stay: the one that was made before an import is wanted just
// when a later one of the same day has the import in it.
func (f *File) Backup(ctx context.Context) (model.Backup, error) {
	folder := filepath.Join(filepath.Dir(f.path), backupFolder)
	var made model.Backup
	f.backing.Lock()
	defer f.backing.Unlock()
	err := f.alone(ctx, func(ctx context.Context) error {
		if err := f.inPlace(); err != nil {
			return wrap("back up data file", f.path, err)
		}
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		clearHalf(folder, f.backupStem())
		have, err := f.backupsIn(folder)
		if err != nil {
			return err
		}
		made.At = f.options.Now().Truncate(time.Second)
		taken := func(b model.Backup) bool { return b.At.Equal(made.At) }
		for slices.ContainsFunc(have, taken) {
			made.At = made.At.Add(time.Second)
		}
		made.Path = filepath.Join(folder, f.backupStem()+made.At.Format(backupMoment)+backupEnding)
		if made.Size, err = f.copyTo(ctx, made.Path); err != nil {
			return err
		}
		for _, old := range outlived(append(have, made)) {
			_ = os.Remove(old.Path) // one too many does no harm; the next backup tries again
		}
		return nil
	})
	return made, wrap("back up data file", folder, err)
}

// keepOldVersion copies a data file that is about to be brought to a newer version, beside the backups and for as long as
// nobody takes it away.
func (f *File) keepOldVersion(ctx context.Context) error {
	var version int64
	if err := f.conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil || version == schemaVersion() {
		return err
	}
	folder := filepath.Join(filepath.Dir(f.path), backupFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	_, err := f.copyTo(ctx, filepath.Join(folder, fmt.Sprint(f.backupStem(), oldVersion, version, backupEnding)))
	return err
}

// BackupIfChanged makes a backup, as Backup does, when something was written since the latest one.
func (f *File) BackupIfChanged(ctx context.Context) error {
	all, err := f.Backups(ctx)
	if err != nil {
		return err
	}
	info, err := os.Stat(f.path)
	if err == nil && len(all) > 0 && !info.ModTime().After(all[0].At) {
		return nil
	}
	_, err = f.Backup(ctx)
	return err
}

// BackupTo implements model.Backups. CodeLocked when the path is that of a data file that is open here. A data file that was
// moved or deleted while it is open can still be saved in this way.
func (f *File) BackupTo(ctx context.Context, path string) (model.Backup, error) {
	const op = "copy data file"
	path, err := filepath.Abs(path)
	if err != nil {
		return model.Backup{}, wrap(op, path, err)
	}
	if isOpen(path) {
		return model.Backup{}, &model.Error{Code: model.CodeLocked, Op: op, Record: path}
	}
	made := model.Backup{Path: path, At: f.options.Now()}
	err = f.alone(ctx, func(ctx context.Context) (err error) {
		clearHalf(filepath.Dir(path), filepath.Base(path)+".")
		made.Size, err = f.copyTo(ctx, path)
		return err
	})
	return made, wrap(op, path, err)
}

// isOpen reports whether the file at the path is one that this process has open.
func isOpen(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	opened.Lock()
	defer opened.Unlock()
	return slices.ContainsFunc(opened.files, func(f *File) bool { return os.SameFile(f.identity, info) })
}

// Backups implements model.Backups. It looks at names only, and so waits for nothing.
func (f *File) Backups(ctx context.Context) ([]model.Backup, error) {
	const op = "list backups"
	folder := filepath.Join(filepath.Dir(f.path), backupFolder)
	if err := ctx.Err(); err != nil {
		return nil, wrap(op, folder, err)
	}
	out, err := f.backupsIn(folder)
	return out, wrap(op, folder, err)
}

// backupStem is what the names of this file's backups begin with. The sample region may lie in the same folder, and must not
// push the backups of real data out.
func (f *File) backupStem() string {
	base := filepath.Base(f.path)
	return strings.TrimSuffix(base, filepath.Ext(base)) + "-"
}

func (f *File) backupsIn(folder string) ([]model.Backup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []model.Backup
	for _, e := range entries {
		at, ok := f.backupTime(e.Name())
		if !ok {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			out = append(out, model.Backup{Path: filepath.Join(folder, e.Name()), At: at, Size: info.Size()})
		}
	}
	slices.SortFunc(out, func(a, b model.Backup) int { return b.At.Compare(a.At) })
	return out, nil
}

// backupTime reads the moment out of the name of a backup of this file.
func (f *File) backupTime(name string) (time.Time, bool) {
	rest, ours := strings.CutPrefix(name, f.backupStem())
	moment, whole := strings.CutSuffix(rest, backupEnding)
	at, err := time.ParseInLocation(backupMoment, moment, f.options.Now().Location())
	return at, ours && whole && err == nil
}

// clearHalf removes the half copies that a crash left in a folder, by what their names begin with.
func clearHalf(folder, stem string) {
	entries, _ := os.ReadDir(folder) // what cannot be listed cannot be cleared
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), journalEnding)
		if strings.HasPrefix(name, stem) && strings.HasSuffix(name, halfBackup) {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}
