package persistence

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kumppani/model"
)

var keepVersion = flag.Bool("keep-version", false, "write testdata/version-N.sqlite.gz for the newest version of the data file")

// Every version of the data file that was ever released opens and brings what was in it. The files in testdata were
// written by the program of that version (go test -keep-version when a version is released) and never change.
func TestEveryVersionOpens(t *testing.T) {
	if *keepVersion {
		writeVersion(t)
	}
	for version := 1; version <= int(schemaVersion()); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			packed, err := os.Open(versionFile(version))
			must(t, err)
			defer packed.Close()
			r, err := gzip.NewReader(packed)
			must(t, err)
			b, err := io.ReadAll(r)
			must(t, err)
			path := filepath.Join(t.TempDir(), "kumppani.sqlite")
			must(t, os.WriteFile(path, b, 0o600))
			f := reopen(t, path)
			soundFile(t, f)
			all, err := f.Agreements(ctx)
			must(t, err)
			if len(all) != 1 {
				t.Fatalf("%d agreements, want 1", len(all))
			}
			a, err := f.Agreement(ctx, all[0].ID)
			must(t, err)
			organisations, err := f.Organisations(ctx)
			must(t, err)
			b, err = f.AttachmentContent(ctx, a.Attachments[0].ID)
			must(t, err)
			leaders, err := f.Leaders(ctx)
			must(t, err)
			events, err := f.Events(ctx)
			must(t, err)
			if version >= 2 {
				if len(leaders) != 1 || len(leaders[0].Tasks) != 2 || len(events) != 1 || len(events[0].Participations) == 0 {
					t.Errorf("%d leaders, %d events", len(leaders), len(events))
				}
				organisations = slices.DeleteFunc(organisations, func(o model.Organisation) bool { return o.Name.Fi == "Avoin yhdistys" })
			}
			if len(organisations) != 2 || len(a.Parties) != 2 || len(a.Clauses) < 10 || !bytes.Equal(b, []byte("liite")) {
				t.Errorf("%d organisations, %d parties, %d clauses, attachment %q", len(organisations), len(a.Parties), len(a.Clauses), b)
			}
			_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Notes = "yhä elossa"; return nil })
			must(t, err)
		})
	}
}

// A file that was opened by this version has the same tables as one that it made new: the steps and testdata agree.
func TestVersionHasTheSchemaOfItsSteps(t *testing.T) {
	schema := func(f *File) []string {
		all, err := collect(ctx, f.conn, scanText, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
		must(t, err)
		return all
	}
	packed, err := os.Open(versionFile(int(schemaVersion())))
	must(t, err)
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	must(t, err)
	b, err := io.ReadAll(r)
	must(t, err)
	path := filepath.Join(t.TempDir(), "kumppani.sqlite")
	must(t, os.WriteFile(path, b, 0o600))
	equal(t, "schema", schema(reopen(t, path)), schema(newFile(t)))
}

func versionFile(version int) string {
	return filepath.Join("testdata", fmt.Sprintf("version-%d.sqlite.gz", version))
}

func writeVersion(t *testing.T) {
	t.Helper()
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	_, err := attach(t, f, a.ID, "liite.txt", []byte("liite"))
	must(t, err)
	l, err := f.CreateLeader(ctx, fullLeader(t, f, "Avoi"))
	must(t, err)
	_, err = f.CreateEvent(ctx, fullEvent(l.Elsewhere[0].ProgrammeID, l.HomeOrganisation, l.ID))
	must(t, err)
	must(t, f.Close())
	b, err := os.ReadFile(f.Path())
	must(t, err)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err = w.Write(b)
	must(t, err)
	must(t, w.Close())
	must(t, os.MkdirAll("testdata", 0o755))
	must(t, os.WriteFile(versionFile(int(schemaVersion())), packed.Bytes(), 0o644))
}
