package persistence

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"kumppani/model"
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
	old := filepath.Join(filepath.Dir(with.Path), "kumppani-version-3.sqlite")
	must(t, os.WriteFile(old, b, 0o600))

	must(t, f.EraseLeader(ctx, l.ID))
	wantNoTraces(t, f.Path())
	for _, gone := range []string{broken.Path, old} {
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

// A backup that somebody looks at in another window is neither changed nor taken away, and that is said.
func TestRemovedPersonInABackupThatIsOpen(t *testing.T) {
	f := newFile(t)
	l, err := f.CreateLeader(ctx, traceable(t, f))
	must(t, err)
	b, err := f.Backup(ctx)
	must(t, err)
	looking := reopen(t, b.Path)
	wantCode(t, f.EraseLeader(ctx, l.ID), model.CodeNotScrubbed)
	if _, err := os.Stat(b.Path); err != nil {
		t.Error(err)
	}
	must(t, looking.Close())
	wantCode(t, f.EraseLeader(ctx, l.ID), model.CodeNotFound) // again
	wantNoTraces(t, f.Path())
}
