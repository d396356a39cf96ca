package persistence

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	lib "modernc.org/sqlite/lib"

	"kumppani/model"
	"kumppani/persistence/internal/faultvfs"
)

// withAttachment is a file with something of everything in it.
func withAttachment(t testing.TB) *File {
	t.Helper()
	m := newMeetings(t)
	m.written(t)
	a, err := m.f.CreateAgreement(ctx, fullAgreement("2026-001", m.organisations...))
	must(t, err)
	_, err = m.f.UpdateAgreement(ctx, a.ID, func(*model.Agreement) error { return nil }, model.NewAttachment{
		Attachment: model.Attachment{Role: model.Scan, Name: "skannaus.pdf"}, Content: bytes.Repeat([]byte("%PDF-1.7 sivu\n"), 2_000),
	})
	must(t, err)
	return m.f
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestBackup(t *testing.T) {
	f := withAttachment(t)
	before := snapshot(t, f)
	b, err := f.Backup(ctx)
	must(t, err)
	folder := filepath.Join(filepath.Dir(f.Path()), "backups")
	if want := filepath.Join(folder, "kumppani-2026-11-22T12-30-00.sqlite"); b.Path != want || !b.At.Equal(testNow) {
		t.Errorf("made %s of %v, want %s", b.Path, b.At, want)
	}
	info, err := os.Stat(b.Path)
	must(t, err)
	if info.Size() != b.Size || info.Mode().Perm() != 0o600 {
		t.Errorf("%d bytes for %v, want %d, for the owner only", info.Size(), info.Mode().Perm(), b.Size)
	}
	copied := reopen(t, b.Path)
	if !reflect.DeepEqual(snapshot(t, copied), before) {
		t.Error("the copy does not say what the data file says")
	}
	soundFile(t, copied)

	// In the same second there is a second one: the first stays what it is.
	later, err := f.Backup(ctx)
	must(t, err)
	all, err := f.Backups(ctx)
	must(t, err)
	equal(t, "the list, the latest first", all, []model.Backup{later, b})

	// And the data file is still held by this process alone.
	_, out, _ := second(t, "open", f.Path())
	if got := says(t, out); got != "code locked" {
		t.Errorf("another process says %q, want code locked", got)
	}
}

func TestBackupsOfOthersAreLeftAlone(t *testing.T) {
	f := newFile(t)
	none, err := f.Backups(ctx)
	must(t, err)
	if none != nil {
		t.Errorf("without a folder there are %v", none)
	}
	folder := filepath.Join(filepath.Dir(f.Path()), "backups")
	must(t, os.MkdirAll(folder, 0o700))
	others := []string{
		"esimerkki-2020-01-01T00-00-00.sqlite", "kumppani-2020-01-01.sqlite", "kumppani-kopio-2020-01-01T00-00-00.sqlite", "muistiinpanot.tmp",
	}
	left := []string{"kumppani-2019-01-01T00-00-00.sqlite.123.tmp", "kumppani-2019-01-01T00-00-00.sqlite.123.tmp-journal"}
	for _, name := range slices.Concat(others, left) {
		must(t, os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600))
	}
	made, err := f.Backup(ctx)
	must(t, err)
	all, err := f.Backups(ctx)
	must(t, err)
	equal(t, "backups", all, []model.Backup{made})
	want := append(others, filepath.Base(made.Path))
	slices.Sort(want)
	equal(t, "what is in the folder, without what a crash left", namesIn(t, folder), want)
}

func TestOldBackupsGo(t *testing.T) {
	f := newFile(t)
	folder := filepath.Join(filepath.Dir(f.Path()), backupFolder)
	must(t, os.MkdirAll(folder, 0o700))
	for i := range 39 {
		name := f.backupStem() + testNow.AddDate(0, 0, i).Format(backupMoment) + backupEnding
		must(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
	}
	f.options.Now = func() time.Time { return testNow.AddDate(0, 0, 39) }
	_, err := f.Backup(ctx)
	must(t, err)
	all, err := f.Backups(ctx)
	must(t, err)
	var days []string
	for _, b := range all {
		days = append(days, b.At.Format(time.DateOnly))
	}
	equal(t, "days of the backups that stay", days, []string{
		"2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26", "2026-12-25", "2026-12-20", "2026-12-13", "2026-11-30",
	})
}

func TestBackupTo(t *testing.T) {
	f := withAttachment(t)
	path := filepath.Join(t.TempDir(), "Äidin 100 % #1", "varmuuskopio.sqlite")
	_, err := f.BackupTo(ctx, path)
	wantCode(t, err, model.CodeIO) // the stick is not there
	must(t, os.Mkdir(filepath.Dir(path), 0o700))
	must(t, os.WriteFile(path, []byte("vanha"), 0o600))
	must(t, os.WriteFile(path+".1.tmp", []byte("kesken"), 0o600))
	b, err := f.BackupTo(ctx, path)
	must(t, err)
	equal(t, "the folder", namesIn(t, filepath.Dir(path)), []string{"varmuuskopio.sqlite"})
	info, err := os.Stat(path)
	must(t, err)
	if b.Path != path || b.Size != info.Size() {
		t.Errorf("made %+v", b)
	}
	want := snapshot(t, f)
	if !reflect.DeepEqual(snapshot(t, reopen(t, path)), want) {
		t.Error("the copy does not say what the data file says")
	}
}

func TestBackupNeverReplacesAnOpenFile(t *testing.T) {
	f, other := newFile(t), newFile(t)
	link := filepath.Join(t.TempDir(), "linkki.sqlite")
	must(t, os.Symlink(f.Path(), link))
	for _, path := range []string{f.Path(), link, other.Path()} {
		_, err := f.BackupTo(ctx, path)
		wantCode(t, err, model.CodeLocked)
	}
	_, err := f.CreateOrganisation(ctx, association("Yhdistys"))
	must(t, err)
}

func TestBackupOfAMovedFile(t *testing.T) {
	f := withAttachment(t)
	want := snapshot(t, f)
	must(t, os.Rename(f.Path(), f.Path()+".siirretty"))
	_, err := f.Backup(ctx)
	wantCode(t, err, model.CodeMoved)
	path := filepath.Join(t.TempDir(), "pelastettu.sqlite")
	_, err = f.BackupTo(ctx, path)
	must(t, err)
	if !reflect.DeepEqual(snapshot(t, reopen(t, path)), want) {
		t.Error("what was saved is not what the moved file says")
	}
	must(t, os.Rename(f.Path()+".siirretty", f.Path()))
}

func TestBackupErrors(t *testing.T) {
	f := withAttachment(t)
	folder := filepath.Join(filepath.Dir(f.Path()), "backups")
	must(t, os.WriteFile(folder, nil, 0o600))
	_, err := f.Backup(ctx)
	wantCode(t, err, model.CodeIO)
	must(t, os.Remove(folder))

	target := filepath.Join(t.TempDir(), "kansio.sqlite")
	must(t, os.MkdirAll(filepath.Join(target, "jotain"), 0o700))
	_, err = f.BackupTo(ctx, target)
	wantCode(t, err, model.CodeIO)
	equal(t, "what is beside the folder in the way", namesIn(t, filepath.Dir(target)), []string{"kansio.sqlite"})

	must(t, f.Close())
	_, err = f.Backup(ctx)
	wantCode(t, err, model.CodeInternal)
}

// A disk that fails at any operation of a backup: the caller is told, the data file is as before and can be written, and no
// half copy is left, nor is an old one replaced.
func TestDiskFailsWhileBackupIsMade(t *testing.T) {
	b, _ := start(t)
	for _, fault := range []struct {
		code int
		goOn bool
	}{{lib.SQLITE_FULL, false}, {lib.SQLITE_IOERR_WRITE, true}} {
		path := filepath.Join(t.TempDir(), "kumppani.sqlite")
		must(t, os.WriteFile(path, b, 0o600))
		f := openFaulty(t, path)
		before := snapshot(t, f)
		target := filepath.Join(t.TempDir(), "varmuuskopio.sqlite")
		must(t, os.WriteFile(target, []byte("vanha"), 0o600))
		failures := 0
		for n, failed := 1, true; failed; n += max(everyNth, 7) {
			faultvfs.Fail(n, fault.code, fault.goOn)
			_, err := f.BackupTo(ctx, target)
			_, failed = faultvfs.Heal()
			content, readErr := os.ReadFile(target)
			must(t, readErr)
			switch {
			case err != nil:
				failures++
				if got := model.CodeOf(err); got != model.CodeDiskFull && got != model.CodeIO && got != model.CodeReadOnly {
					t.Fatalf("operation %d: %v does not say that it is the disk", n, err)
				}
				if string(content) != "vanha" {
					t.Fatalf("operation %d: the old copy is gone", n)
				}
			default:
				if !bytes.HasPrefix(content, []byte(headerMagic)) {
					t.Fatalf("operation %d: success was reported, and there is no copy", n)
				}
				must(t, os.WriteFile(target, []byte("vanha"), 0o600))
			}
			if names := namesIn(t, filepath.Dir(target)); len(names) != 1 {
				t.Fatalf("operation %d left %v", n, names)
			}
			if !reflect.DeepEqual(snapshot(t, f), before) {
				t.Fatalf("operation %d: the data file is not as before", n)
			}
		}
		_, err := f.CreateOrganisation(ctx, association("Jatkuu"))
		must(t, err)
		must(t, f.Close())
		if failures == 0 {
			t.Error("nothing failed: the test proves nothing")
		}
	}
}

// A copy that opens and is sound, and is not the data file, is found out.
func TestSameContentFindsOut(t *testing.T) {
	f := withAttachment(t)
	for _, c := range []struct{ name, harm string }{
		{"a row is missing", "DELETE FROM group_leader WHERE position = 0"},
		{"a table is missing", "DROP TABLE leader_policy"},
		{"another version", "PRAGMA user_version = 1"},
		{"another program", "PRAGMA application_id = 7"},
		{"an attachment is not what it was", "UPDATE attachment_content SET content = zeroblob(length(content))"},
		{"an attachment has no content", "DELETE FROM attachment_content"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kopio.sqlite")
			_, err := f.BackupTo(ctx, path)
			must(t, err)
			harmed := &File{path: path}
			must(t, harmed.lock(ctx))
			defer func() { must(t, harmed.disconnect()) }()
			must(t, sameContent(ctx, f.conn, harmed.conn))
			_, err = harmed.conn.ExecContext(ctx, c.harm)
			must(t, err)
			wantCode(t, sameContent(ctx, f.conn, harmed.conn), model.CodeDamaged)
		})
	}
}

// An attachment that is damaged already keeps nobody from saving everything else.
func TestBackupWithADamagedAttachment(t *testing.T) {
	f := withAttachment(t)
	_, err := f.conn.ExecContext(ctx, "UPDATE attachment_content SET content = zeroblob(length(content))")
	must(t, err)
	_, err = f.Backup(ctx)
	must(t, err)
}

func BenchmarkBackup100000Sessions(b *testing.B) {
	f, _ := manyMeetings(b)
	path := filepath.Join(b.TempDir(), "kopio.sqlite")
	for b.Loop() {
		made, err := f.BackupTo(ctx, path)
		must(b, err)
		b.ReportMetric(float64(made.Size)/(1<<20), "MB")
	}
}

func TestBackupIfChanged(t *testing.T) {
	f := newFile(t)
	if got := namesIn(t, filepath.Dir(f.Path())); slices.Contains(got, "backups") {
		t.Fatalf("a new file begins with a backup: %q", got)
	}
	must(t, f.BackupIfChanged(ctx))
	must(t, os.Chtimes(f.Path(), testNow.Add(-time.Minute), testNow.Add(-time.Minute)))
	must(t, f.BackupIfChanged(ctx))
	if all, err := f.Backups(ctx); err != nil || len(all) != 1 {
		t.Fatalf("nothing was written, and there are %d backups, %v", len(all), err)
	}
	must(t, os.Chtimes(f.Path(), testNow.Add(time.Minute), testNow.Add(time.Minute)))
	must(t, f.BackupIfChanged(ctx))
	if all, err := f.Backups(ctx); err != nil || len(all) != 2 {
		t.Errorf("something was written, and there are %d backups, %v", len(all), err)
	}
}
