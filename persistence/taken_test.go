package persistence

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func TestKilledWhileSaving(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kumppani.sqlite")
	for round := range 5 {
		cmd, out, _ := second(t, "save", path)
		saved := 0
		for range 3 + 4*round {
			if got := says(t, out); !strings.HasPrefix(got, "saved") {
				t.Fatalf("the other process says %q", got)
			}
			saved++
		}
		must(t, cmd.Process.Kill())
		for { // what it had said before it died was saved too
			line := says(t, out)
			if !strings.HasPrefix(line, "saved") {
				break
			}
			saved++
		}
		_ = cmd.Wait() // killed
		f := reopen(t, path)
		all, err := f.Organisations(ctx)
		must(t, err)
		if len(all) < saved {
			t.Errorf("%d organisations, but %d were reported as saved", len(all), saved)
		}
		for _, o := range all {
			must(t, f.DeleteOrganisation(ctx, o.ID))
		}
		soundFile(t, f)
		must(t, f.Close())
	}
}

func TestFileTakenAwayWhileOpen(t *testing.T) {
	b, _ := start(t)
	for name, take := range map[string]func(path string) error{
		"moved":   func(path string) error { return os.Rename(path, path+".old") },
		"deleted": os.Remove,
		"replaced": func(path string) error {
			must(t, os.Rename(path, path+".old"))
			return os.WriteFile(path, b, 0o600)
		},
		"folder deleted": func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kansio", "kumppani.sqlite")
			f := reopen(t, path)
			_, err := f.CreateOrganisation(ctx, association("Ensin"))
			must(t, err)
			must(t, take(path))
			_, err = f.CreateOrganisation(ctx, association("Sitten"))
			wantCode(t, err, model.CodeMoved)
			all, err := f.Organisations(ctx) // what is there can still be read
			must(t, err)
			if len(all) != 1 {
				t.Errorf("%d organisations can be read, want 1", len(all))
			}
			if name == "replaced" {
				now, err := os.ReadFile(path)
				must(t, err)
				if !bytes.Equal(now, b) {
					t.Error("the file in its place was written to")
				}
			}
		})
	}
}

func TestDiskFullKeepsEverything(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	var pages int
	must(t, f.conn.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages))
	must(t, f.conn.QueryRowContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages)).Scan(&pages))
	_, err := f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error {
		a.Clauses[0].Body.Fi = strings.Repeat("x", 100_000)
		return nil
	})
	wantCode(t, err, model.CodeDiskFull)
	got, err := f.Agreement(ctx, a.ID)
	must(t, err)
	equal(t, "after a full disk", got, a)
	must(t, f.conn.QueryRowContext(ctx, "PRAGMA max_page_count = 100000").Scan(&pages))
	_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Notes = "tilaa on"; return nil })
	must(t, err)
}

func TestMigrationThatFailsChangesNothing(t *testing.T) {
	for name, step := range map[string]string{
		"wrong SQL":         "CREATE TABLE x (id TEXT) STRICT; DROP TABLE nothing;",
		"broken references": "UPDATE party SET organisation_id = 'nobody';",
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t)
			usedAgreement(t, f)
			before := snapshot(t, f)
			if err := migrateWith(ctx, f.conn, append(slices.Clone(migrations()), step)); err == nil {
				t.Fatal("the migration went through")
			}
			if !maps.EqualFunc(snapshot(t, f), before, slices.Equal) {
				t.Error("a failed migration left something behind")
			}
		})
	}
}

// A name that was deleted must not remain in the bytes of the file.
func TestDeletedNameLeavesTheFile(t *testing.T) {
	f := newFile(t)
	o := association("Salainen Nimitieto ry")
	o.Contacts = []model.Contact{{Name: "Poistettu Henkilönimi"}}
	o, err := f.CreateOrganisation(ctx, o)
	must(t, err)
	must(t, f.DeleteOrganisation(ctx, o.ID))
	must(t, f.Close())
	files, err := os.ReadDir(filepath.Dir(f.Path()))
	must(t, err)
	for _, e := range files {
		b, err := os.ReadFile(filepath.Join(filepath.Dir(f.Path()), e.Name()))
		must(t, err)
		for _, name := range []string{"Nimitieto", "Henkilönimi"} {
			if bytes.Contains(b, []byte(name)) {
				t.Errorf("%s still has the bytes of %s", e.Name(), name)
			}
		}
	}
}

func TestClosedFile(t *testing.T) {
	f := newFile(t)
	must(t, f.Close())
	must(t, f.Close())
	if _, err := f.Organisations(context.Background()); err == nil {
		t.Error("a closed file answers")
	}
}
