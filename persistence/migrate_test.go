package persistence

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
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
			keptOldVersion(t, path, version)
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
			if version >= 3 {
				wantMeetings(t, f)
			}
			if version >= 4 {
				wantNetwork(t, f)
			}
			_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Notes = "yhä elossa"; return nil })
			must(t, err)
		})
	}
}

// A file that was opened by this version has the same tables as one that it made new: the steps and testdata agree.
// keptOldVersion makes sure that a file of an older version was copied before it was changed, and one of the newest was not.
func keptOldVersion(t *testing.T, path string, version int) {
	t.Helper()
	kept := filepath.Join(filepath.Dir(path), "backups", fmt.Sprintf("kumppani-version-%d.sqlite", version))
	b, err := os.ReadFile(kept)
	if version == int(schemaVersion()) {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the newest version was copied as well: %v", err)
		}
		return
	}
	must(t, err)
	if got := binary.BigEndian.Uint32(b[60:]); int(got) != version { // user_version, https://www.sqlite.org/fileformat2.html
		t.Errorf("the copy is of version %d, want %d", got, version)
	}
}

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
	a, organisations := usedAgreement(t, f)
	_, err := attach(t, f, a.ID, "liite.txt", []byte("liite"))
	must(t, err)
	l, err := f.CreateLeader(ctx, fullLeader(t, f, "Avoi"))
	must(t, err)
	_, err = f.CreateEvent(ctx, fullEvent(l.Elsewhere[0].ProgrammeID, l.HomeOrganisation, l.ID))
	must(t, err)
	m := meetingsOf(t, f, organisations, []model.ID{l.ID})
	writeMeetings(t, m)
	writeNetwork(t, f, organisations[0].ID, m.groups[1].ID)
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

// writeMeetings puts something of everything about meeting places into the file.
func writeMeetings(t *testing.T, m *meetings) {
	t.Helper()
	own := categories(t, m.f, "isovanhemmat")
	_, err := m.f.SaveClosure(ctx, closureOf(model.ClosedEverywhere, "2026-10-19", "2026-10-25"))
	must(t, err)
	sessions := m.written(t)
	_, err = m.f.UpdateSession(ctx, sessions[0].ID, func(s *model.Session) error {
		s.Counts = model.Counts{Adults: model.CountOf(9), Children: model.CountOf(0), Own: map[model.ID]int{own[0]: 3}}
		return nil
	})
	must(t, err)
	extra := sessions[0]
	extra.ID, extra.Date = "", extra.Date.AddDays(2)
	_, err = m.f.CreateSession(ctx, extra)
	must(t, err)
	must(t, m.f.WriteSplit(ctx, m.split(t, model.MustDate("2026-11-01"))))
	m.partner(t)
	must(t, m.f.KeepPrintedCalendar(ctx, m.printed()))
}

func wantMeetings(t *testing.T, f *File) {
	t.Helper()
	seasons, err := f.Seasons(ctx)
	must(t, err)
	closures, err := f.Closures(ctx)
	must(t, err)
	groups, err := f.Groups(ctx)
	must(t, err)
	policy, err := f.MeetingPolicy(ctx)
	must(t, err)
	if len(seasons) != 1 || len(closures) != 1 || len(groups) != 3 || len(policy.Categories) != 1 {
		t.Fatalf("%d seasons, %d closures, %d groups, %d categories", len(seasons), len(closures), len(groups), len(policy.Categories))
	}
	sessions, err := f.SeasonSessions(ctx, seasons[0].ID)
	must(t, err)
	first := sessions[0].Counts
	if len(sessions) != 14+8+1 || len(sessions[0].Leaders) != 1 || first.Visits() != model.CountOf(9) || first.Own[policy.Categories[0].ID] != 3 {
		t.Errorf("%d sessions, the first with %+v", len(sessions), sessions[0])
	}
	partners, err := f.PartnerCalendars(ctx)
	must(t, err)
	events, err := f.PartnerEvents(ctx, seasons[0].From, seasons[0].From)
	must(t, err)
	printed, err := f.PrintedCalendar(ctx, seasons[0].ID, model.CalendarArea{}.Key())
	must(t, err)
	if len(partners) != 1 || len(events) != 2 || len(printed.Lines) != 1 || len(printed.Lines[0].Days) != 2 {
		t.Errorf("partners' calendars %+v with %+v, and printed was %+v", partners, events, printed)
	}
}
