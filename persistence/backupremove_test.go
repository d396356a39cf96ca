package persistence

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	lib "modernc.org/sqlite/lib"

	"kumppani/model"
	"kumppani/persistence/internal/faultvfs"
)

// A person who is removed is in no backup either; everything else in them stays as it was. What cannot be cleared goes, and
// what was made before the person came is not touched.
func TestRemovedPersonLeavesTheBackups(t *testing.T) {
	f := newFile(t)
	before, err := f.Backup(ctx)
	must(t, err)
	untouched, err := os.ReadFile(before.Path)
	must(t, err)
	l, err := f.CreateLeader(ctx, traceable(t, f))
	must(t, err)
	other, err := f.CreateLeader(ctx, model.Leader{Kind: model.Volunteer, Name: "Toinen Vapaaehtoinen"})
	must(t, err)
	with, err := f.Backup(ctx)
	must(t, err)
	broken, err := f.Backup(ctx)
	must(t, err)
	b, err := os.ReadFile(broken.Path)
	must(t, err)
	must(t, os.WriteFile(broken.Path, b[:len(b)/2], 0o600))
	empty, err := f.Backup(ctx)
	must(t, err)
	must(t, os.WriteFile(empty.Path, nil, 0o600))
	old := filepath.Join(filepath.Dir(with.Path), "kumppani-version-3.sqlite")
	must(t, os.WriteFile(old, b, 0o600))

	must(t, f.EraseLeader(ctx, l.ID))
	wantNoTraces(t, f.Path())
	for _, gone := range []string{broken.Path, empty.Path, old} {
		if _, err := os.Stat(gone); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there: %v", filepath.Base(gone), err)
		}
	}
	if now, err := os.ReadFile(before.Path); err != nil || string(now) != string(untouched) {
		t.Errorf("the backup from before the person came is another, %v", err)
	}
	all, err := f.Backups(ctx)
	must(t, err)
	if len(all) != 2 || all[0].Path != with.Path || !all[0].At.Equal(with.At) {
		t.Errorf("backups %+v", all)
	}
	copied := reopen(t, with.Path)
	soundFile(t, copied)
	if got, err := copied.Leader(ctx, other.ID); err != nil || got.Name != other.Name {
		t.Errorf("the other leader in the backup: %+v, %v", got, err)
	}
	_, err = copied.Leader(ctx, l.ID)
	wantCode(t, err, model.CodeNotFound)
}

// Who was entered twice and merged is in older backups twice, or under the ID that is no more, and leaves them all the same.
func TestRemovedPersonLeavesTheBackupsFromBeforeAMerge(t *testing.T) {
	for name, remove := range map[string]func(f *File, id model.ID) error{
		"anonymised": func(f *File, id model.ID) error { return f.AnonymiseLeader(ctx, id, model.MustDate("2026-11-22")) },
		"erased":     func(f *File, id model.ID) error { return f.EraseLeader(ctx, id) },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t)
			first, err := f.CreateLeader(ctx, traceable(t, f))
			must(t, err)
			_, err = f.Backup(ctx) // with the first only
			must(t, err)
			second, err := f.CreateLeader(ctx, model.Leader{Kind: model.Volunteer, Name: traces[0], Phone: traces[7]})
			must(t, err)
			_, err = f.Backup(ctx)
			must(t, err)
			third, err := f.CreateLeader(ctx, model.Leader{Kind: model.Volunteer, Name: traces[0], Email: traces[8]})
			must(t, err)
			_, err = f.MergeLeaders(ctx, second.ID, first.ID)
			must(t, err)
			_, err = f.MergeLeaders(ctx, third.ID, second.ID)
			must(t, err)
			half := filepath.Join(filepath.Dir(f.Path()), backupFolder, f.backupStem()+"x.sqlite.1.tmp")
			must(t, os.WriteFile(half, []byte(traces[0]), 0o600))
			must(t, remove(f, third.ID))
			wantNoTraces(t, f.Path())
			all, err := f.Backups(ctx)
			must(t, err)
			if len(all) != 2 {
				t.Errorf("%d backups are left", len(all))
			}
			for _, b := range all {
				soundFile(t, reopen(t, b.Path))
			}
			soundFile(t, f)
		})
	}
}

// A backup that somebody looks at in another window is neither changed nor taken away; that is said, and nobody is removed.
func TestRemovedPersonInABackupThatIsOpen(t *testing.T) {
	f := newFile(t)
	l, err := f.CreateLeader(ctx, traceable(t, f))
	must(t, err)
	b, err := f.Backup(ctx)
	must(t, err)
	looking := reopen(t, b.Path)
	err = f.EraseLeader(ctx, l.ID)
	wantCode(t, err, model.CodeBackupHolds)
	if e, ok := errors.AsType[*model.Error](err); !ok || e.Record != b.Path {
		t.Errorf("%v does not name the backup", err)
	}
	if _, err := os.Stat(b.Path); err != nil {
		t.Error(err)
	}
	if got, err := f.Leader(ctx, l.ID); err != nil || got.Name != l.Name {
		t.Errorf("the register has %+v, %v", got, err)
	}
	must(t, looking.Close())
	must(t, f.EraseLeader(ctx, l.ID)) // again
	wantNoTraces(t, f.Path())
}

// A disk that fails takes no backup away: either the person is gone from everywhere, or from the register not at all, and can
// be removed when the disk is well again.
func TestDiskFailsWhilePersonLeavesBackups(t *testing.T) {
	made := newFile(t)
	l, err := made.CreateLeader(ctx, traceable(t, made))
	must(t, err)
	backup, err := made.Backup(ctx)
	must(t, err)
	must(t, made.Close())
	file, err := os.ReadFile(made.Path())
	must(t, err)
	copied, err := os.ReadFile(backup.Path)
	must(t, err)
	held := 0
	for _, goOn := range []bool{false, true} {
		for n, failed := 1, true; failed; n += max(everyNth, 29) {
			folder := t.TempDir()
			path, copyPath := filepath.Join(folder, filepath.Base(made.Path())), filepath.Join(folder, backupFolder, filepath.Base(backup.Path))
			must(t, os.Mkdir(filepath.Dir(copyPath), 0o700))
			must(t, os.WriteFile(path, file, 0o600))
			must(t, os.WriteFile(copyPath, copied, 0o600))
			f := openFaulty(t, path)
			faultvfs.Fail(n, lib.SQLITE_FULL, goOn)
			err := f.EraseLeader(ctx, l.ID)
			_, failed = faultvfs.Heal()
			if _, gone := os.Stat(copyPath); gone != nil {
				t.Fatalf("operation %d, going on %v: the backup is gone: %v", n, goOn, gone)
			}
			switch _, there := f.Leader(ctx, l.ID); {
			case err == nil && model.CodeOf(there) != model.CodeNotFound:
				t.Fatalf("operation %d, going on %v: success was reported, and the person is in the register: %v", n, goOn, there)
			case there == nil:
				held++
				must(t, f.EraseLeader(ctx, l.ID))
			}
			must(t, f.Close())
			soundFile(t, reopen(t, path)) // it clears the bytes where that is still due
			soundFile(t, reopen(t, copyPath))
			wantNoTraces(t, path)
			if t.Failed() {
				t.Fatalf("operation %d, going on %v: %v", n, goOn, err)
			}
		}
	}
	if held == 0 {
		t.Error("the disk never kept the person in: the test proves nothing")
	}
}

// What each backup adds to the removal of a person.
func BenchmarkRemovePersonFromBackup(b *testing.B) {
	f, _ := manyMeetings(b)
	_, err := f.Backup(ctx)
	must(b, err)
	for b.Loop() {
		must(b, f.removeFromBackups(ctx, []model.ID{"x"}, func(context.Context, querier, model.ID) error { return nil }))
	}
}

// Whoever closes the window while a person is being removed finds the person removed all the same.
func TestClosingWaitsForARemoval(t *testing.T) {
	f := newFile(t)
	l, err := f.CreateLeader(ctx, traceable(t, f))
	must(t, err)
	f.backing.Lock() // the removal is at the backups
	closed := make(chan error)
	go func() { closed <- f.Close() }()
	select {
	case err := <-closed:
		t.Fatalf("closed meanwhile: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	must(t, f.alone(ctx, func(ctx context.Context) error {
		_, err := f.conn.ExecContext(ctx, "DELETE FROM leader WHERE id = ?", l.ID)
		return err
	}))
	f.backing.Unlock()
	must(t, <-closed)
}
