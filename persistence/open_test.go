package persistence

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"kumppani/model"
)

func TestOpenMakesFileAndFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "uusi", "kansio", "kumppani.sqlite")
	f := reopen(t, path)
	o, err := f.CreateOrganisation(context.Background(), association("Suvannon perhekerho ry"))
	must(t, err)
	must(t, f.Close())
	if runtime.GOOS != "windows" {
		for p, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
			info, err := os.Stat(p)
			must(t, err)
			if got := info.Mode().Perm(); got != want {
				t.Errorf("%s has mode %o, want %o: it holds people's names", p, got, want)
			}
		}
	}
	got, err := reopen(t, path).Organisation(context.Background(), o.ID)
	must(t, err)
	if got.Name != o.Name {
		t.Errorf("read %q, saved %q", got.Name, o.Name)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	for _, e := range left {
		if !strings.HasPrefix(e.Name(), "kumppani.sqlite") || strings.Contains(e.Name(), ".new") {
			t.Errorf("%s was left beside the file", e.Name())
		}
	}
}

func TestOpenInAwkwardFolders(t *testing.T) {
	for _, folder := range []string{"Äitien 100 % #1?", "väli lyönti", "a%20b", "?mode=memory", "#", "é\u0301", "file:x", "'\"&=+"} {
		t.Run(folder, func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.ContainsAny(folder, `?":`) {
				return // no such folder can be there
			}
			path := filepath.Join(t.TempDir(), folder, "tieto kanta 100%.sqlite")
			f := reopen(t, path)
			_, err := f.CreateOrganisation(context.Background(), association("Yhdistys"))
			must(t, err)
			must(t, f.Close())
			b, err := os.ReadFile(path)
			must(t, err)
			if !bytes.Contains(b, []byte("Yhdistys")) {
				t.Error("what was saved is not in the file at this path")
			}
		})
	}
}

func TestDSN(t *testing.T) {
	for path, want := range map[string]string{
		`/home/a/x.sqlite`:          "file:///home/a/x.sqlite?",
		`C:/Users/Äiti 1/x.sqlite`:  "file:///C:/Users/%C3%84iti%201/x.sqlite?",
		`//server/jako/x.sqlite`:    "file:////server/jako/x.sqlite?",
		`/a/100 % #1?/kumppani.sql`: "file:///a/100%20%25%20%231%3F/kumppani.sql?",
	} {
		if got := dsn(path, ""); !strings.HasPrefix(got, want) {
			t.Errorf("dsn(%q) = %q, want %q…", path, got, want)
		}
	}
}

func TestSettingsHold(t *testing.T) {
	f := newFile(t)
	for pragma, want := range map[string]string{
		"journal_mode": "truncate", "synchronous": "3", "locking_mode": "exclusive", "foreign_keys": "1",
		"secure_delete": "1", "trusted_schema": "0", "cell_size_check": "1",
		"user_version": strconv.FormatInt(schemaVersion(), 10),
	} {
		var got string
		must(t, f.conn.QueryRowContext(context.Background(), "PRAGMA "+pragma).Scan(&got))
		if got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
}

// soundBytes returns the bytes of a sound data file with something in it.
func soundBytes(t testing.TB) []byte {
	t.Helper()
	f := newFile(t)
	for i := range 50 {
		_, err := f.CreateOrganisation(context.Background(), association(fmt.Sprint("Yhdistys ", i)))
		must(t, err)
	}
	must(t, f.Close())
	b, err := os.ReadFile(f.Path())
	must(t, err)
	return b
}

func TestOpenRefuses(t *testing.T) {
	sound := soundBytes(t)
	with := func(at int, value uint32) []byte {
		b := bytes.Clone(sound)
		binary.BigEndian.PutUint32(b[at:], value)
		return b
	}
	inside := bytes.Clone(sound)
	for i := 4096; i < len(inside); i++ { // every page but the first
		inside[i] = byte(i * 7)
	}
	for _, c := range []struct {
		name  string
		bytes []byte
		want  model.Code
	}{
		{"empty", nil, model.CodeEmptyFile},
		{"one byte", []byte{'S'}, model.CodeForeign},
		{"text", []byte(strings.Repeat("Ohjaajalista 2019\n", 100)), model.CodeForeign},
		{"zeros", make([]byte, 8192), model.CodeForeign},
		{"cut in the header", sound[:40], model.CodeDamaged},
		{"cut after the header", sound[:100], model.CodeDamaged},
		{"cut in the middle", sound[:len(sound)/2], model.CodeDamaged},
		{"cut by one byte", sound[:len(sound)-1], model.CodeDamaged},
		{"no application", with(atApplicationID, 0), model.CodeForeign},
		{"other application", with(atApplicationID, 0x0f055112), model.CodeForeign},
		{"newer", with(atUserVersion, uint32(schemaVersion())+1), model.CodeNewer},
		{"version 0", with(atUserVersion, 0), model.CodeDamaged},
		{"damaged inside", inside, model.CodeDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "kumppani.sqlite")
			must(t, os.WriteFile(path, c.bytes, 0o600))
			old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
			must(t, os.Chtimes(path, old, old))

			f, err := Open(context.Background(), path, testOptions())
			if err == nil {
				must(t, f.Close())
			}
			wantCode(t, err, c.want)
			if err != nil && !strings.Contains(err.Error(), "kumppani.sqlite") {
				t.Errorf("%v does not name the file", err)
			}
			b, err := os.ReadFile(path)
			must(t, err)
			info, err := os.Stat(path)
			must(t, err)
			if !bytes.Equal(b, c.bytes) || !info.ModTime().Equal(old) {
				t.Error("the refused file was written to")
			}
			left, err := os.ReadDir(folder)
			must(t, err)
			if len(left) != 1 {
				t.Errorf("left beside the refused file: %v", left)
			}
			if len(c.bytes) > 0 { // and the file is free again
				must(t, os.WriteFile(path, sound, 0o600))
				f, err := Open(context.Background(), path, testOptions())
				must(t, err)
				must(t, f.Close())
			}
		})
	}
}

func TestOpenRefusesFolder(t *testing.T) {
	_, err := Open(context.Background(), t.TempDir(), testOptions())
	wantCode(t, err, model.CodeForeign)
}

func TestOpenChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kumppani.sqlite")
	sound := soundBytes(t)
	must(t, os.WriteFile(path, sound, 0o600))
	f, err := Open(context.Background(), path, testOptions())
	must(t, err)
	_, err = f.Organisations(context.Background())
	must(t, err)
	must(t, f.Close())
	b, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(b, sound) {
		t.Error("opening, reading and closing changed the file")
	}
}

func TestSecondOpeningInThisProcess(t *testing.T) {
	f := newFile(t)
	link := filepath.Join(t.TempDir(), "linkki.sqlite")
	must(t, os.Symlink(f.Path(), link))
	for _, path := range []string{f.Path(), link} {
		_, err := Open(context.Background(), path, testOptions())
		wantCode(t, err, model.CodeLocked)
	}
	// Looking at the open file must not have freed it for others.
	_, out, _ := second(t, "open", f.Path())
	if got := says(t, out); got != "code locked" {
		t.Errorf("another process says %q, want code locked", got)
	}
	_, err := f.CreateOrganisation(context.Background(), association("Yhdistys"))
	must(t, err)
}

func TestSecondInstance(t *testing.T) {
	f := newFile(t)
	_, out, _ := second(t, "open", f.Path())
	started := time.Now()
	if got := says(t, out); got != "code locked" {
		t.Errorf("the second instance says %q, want code locked", got)
	}
	if d := time.Since(started); d > 5*time.Second {
		t.Errorf("it took %v to say so", d)
	}
	o, err := f.CreateOrganisation(context.Background(), association("Yhdistys")) // the older one is unharmed
	must(t, err)
	must(t, f.Close())

	cmd, out, in := second(t, "hold", f.Path()) // and once it is closed, the other has its turn
	if got := says(t, out); got != "open" {
		t.Fatalf("after closing, the second instance says %q, want open", got)
	}
	_, err = Open(context.Background(), f.Path(), testOptions())
	wantCode(t, err, model.CodeLocked)
	must(t, in.Close())
	must(t, cmd.Wait())
	_, err = reopen(t, f.Path()).Organisation(context.Background(), o.ID)
	must(t, err)
}

func TestOpenWithACancelledContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	f := newFile(t)
	cancel()
	_, err := f.Organisations(ctx)
	wantCode(t, err, model.CodeCancelled)
	_, err = f.Organisations(context.Background())
	must(t, err)
}

func FuzzJudgeHeader(f *testing.F) {
	sound := soundBytes(f)[:headerSize]
	f.Add(sound, int64(100), false)
	f.Add(sound[:50], int64(50), true)
	f.Add([]byte{}, int64(0), false)
	f.Fuzz(func(t *testing.T, header []byte, size int64, crashed bool) {
		err := judgeHeader(header, size, crashed)
		if err == nil && !crashed && !bytes.HasPrefix(header, []byte(headerMagic)) {
			t.Errorf("accepted %q", header)
		}
		if err != nil && model.CodeOf(err) == model.CodeInternal {
			t.Errorf("%v has no code for a person", err)
		}
	})
}
