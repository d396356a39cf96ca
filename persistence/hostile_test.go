package persistence

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	lib "modernc.org/sqlite/lib"

	"kumppani/model"
	"kumppani/persistence/internal/faultvfs"
)

// deed is something that is done to a data file while the disk fails or the power goes.
type deed struct {
	name string
	do   func(f *File, id model.ID) error
	step int // every how many operations the disk fails or the power goes; 0 for each
}

// every is how many operations lie between the tries.
func (d deed) every() int { return max(everyNth, d.step) }

// deeds are all of them or, under the race detector, a sample.
func deeds() []deed {
	var out []deed
	for i, d := range slices.Concat(recordDeeds(), meetingDeeds(), networkDeeds(), importDeeds()) {
		if i%everyNthDeed == 0 {
			out = append(out, d)
		}
	}
	return out
}

func recordDeeds() []deed {
	scan := model.NewAttachment{
		Attachment: model.Attachment{Role: model.Scan, Name: "skannaus.pdf"}, Content: bytes.Repeat([]byte("%PDF-1.7 sivu\n"), 2_000),
	}
	change := func(a *model.Agreement) error {
		a.Title.Fi = "Muutettu"
		a.Clauses[0].Body.Fi = strings.Repeat("pitkä ", 1_500)
		a.Parties, a.Tasks, a.Amendments, a.WrittenInto = a.Parties[1:], nil, nil, nil
		a.Contributions, a.Notice = a.Contributions[1:], model.Notice{}
		return nil
	}
	return []deed{
		{name: "save", do: func(f *File, id model.ID) error {
			_, err := f.UpdateAgreement(ctx, id, change)
			return err
		}},
		{name: "attach", do: func(f *File, id model.ID) error {
			_, err := f.UpdateAgreement(ctx, id, func(*model.Agreement) error { return nil }, scan)
			return err
		}},
		{name: "delete", do: func(f *File, id model.ID) error { return f.DeleteAgreement(ctx, id) }},
		{name: "save leader", step: 3, do: func(f *File, _ model.ID) error {
			_, err := f.UpdateLeader(ctx, personA, func(l *model.Leader) error {
				l.Name, l.Notes, l.Tasks, l.Entries = "Muutettu", strings.Repeat("pitkä ", 1_500), l.Tasks[1:], nil
				return nil
			})
			return err
		}},
		{name: "merge leaders", step: 5, do: func(f *File, _ model.ID) error {
			_, err := f.MergeLeaders(ctx, personA, personB)
			return err
		}},
		// These write every page of the file afresh: hundreds of operations.
		{name: "anonymise", step: 19, do: func(f *File, _ model.ID) error {
			return f.AnonymiseLeader(ctx, personA, model.MustDate("2026-11-22"))
		}},
		{name: "erase", step: 23, do: func(f *File, _ model.ID) error { return f.EraseLeader(ctx, personA) }},
		{name: "migrate", do: func(f *File, _ model.ID) error {
			return migrateWith(ctx, f.conn, append(slices.Clone(migrations()), nextStep))
		}},
	}
}

// nextStep is a migration as a later version may have it: it rebuilds a table that others refer to.
const nextStep = `
	CREATE TABLE review_new (id TEXT PRIMARY KEY NOT NULL, agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
		position INTEGER NOT NULL, held_on TEXT, present TEXT NOT NULL, notes TEXT NOT NULL, place TEXT NOT NULL) STRICT;
	INSERT INTO review_new SELECT id, agreement_id, position, held_on, present, notes, 'täällä' FROM review;
	DROP TABLE review;
	ALTER TABLE review_new RENAME TO review;
	CREATE INDEX review_agreement ON review (agreement_id);
	ALTER TABLE organisation ADD COLUMN website TEXT NOT NULL DEFAULT '';`

// personA and personB are the leaders in the file of start, who take part in the same event.
const (
	personA model.ID = "01900000-0000-7000-8000-0000000000aa"
	personB model.ID = "01900000-0000-7000-8000-0000000000bb"
)

// start makes a data file with one agreement, two leaders and a group, closes it, and returns its bytes and the agreement.
func start(t *testing.T) ([]byte, model.Agreement) {
	t.Helper()
	f := newFile(t)
	a := fullAgreement("2026-001", twoOrganisations(t, f)...)
	a.Clauses = a.Clauses[:3] // fewer pages, so fewer operations to fail at
	a, err := f.CreateAgreement(ctx, a)
	must(t, err)
	startLeaders(t, f)
	startMeetings(t, f)
	startNetwork(t, f)
	must(t, f.Close())
	b, err := os.ReadFile(f.Path())
	must(t, err)
	return b, a
}

func startLeaders(t *testing.T, f *File) {
	t.Helper()
	l := fullLeader(t, f, "Aino Öman")
	e := twoDayEvent(t, f, l.Elsewhere[0].ProgrammeID)
	for _, id := range []model.ID{personA, personB} {
		other := l
		other.ID, other.Notes = id, "numero "+string(id)
		other = renewed(other)
		_, err := f.CreateLeader(ctx, other)
		must(t, err)
		e.Participations = append(e.Participations, model.Participation{
			LeaderID: id, Days: map[model.ID]bool{e.Days[0].ID: true}, Feedback: "palaute",
		})
	}
	_, err := f.CreateEvent(ctx, e)
	must(t, err)
}

// renewed takes the IDs from the lists, so that new ones are made.
func renewed(l model.Leader) model.Leader {
	l = ownLists(l)
	for i := range l.Statuses {
		l.Statuses[i].ID = ""
	}
	for i := range l.Tasks {
		l.Tasks[i].ID = ""
	}
	l.Absences, l.Waivers, l.Completed, l.Elsewhere = nil, nil, nil, nil
	for i := range l.Entries {
		l.Entries[i].ID = ""
	}
	return l
}

func openFaulty(t *testing.T, path string) *File {
	t.Helper()
	faultvfs.Register()
	o := testOptions()
	o.vfs = faultvfs.Name
	f, err := Open(ctx, path, o)
	must(t, err)
	return f
}

// snapshot is everything that a file says, for comparison.
func snapshot(t *testing.T, f *File) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	tables, err := collect(ctx, f.conn, scanText, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
	must(t, err)
	for _, table := range append(tables, "pragma_user_version") {
		columns, err := collect(ctx, f.conn, scanText, "SELECT name FROM pragma_table_info(?)", table)
		must(t, err)
		list := strings.Join(columns, "), quote(")
		if table == "pragma_user_version" {
			list = "user_version"
		}
		rows, err := collect(ctx, f.conn, scanText, "SELECT concat_ws(' ', quote("+list+")) FROM "+table+" ORDER BY 1")
		must(t, err)
		out[table] = rows
	}
	delete(out, "latest_write")
	delete(out, "scrub_due")          // goes when the bytes are cleared, which may be later
	delete(out, "attachment_content") // the ID is new each time; what the hash says of it is checked by Check
	for i, row := range out["attachment"] {
		out["attachment"][i] = row[40:]
	}
	return out
}

// outcome does the deed to a copy of the file on a healthy disk and returns what the file says before and after.
func outcome(t *testing.T, b []byte, a model.Agreement, d deed) (before, after map[string][]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kumppani.sqlite")
	must(t, os.WriteFile(path, b, 0o600))
	f := reopen(t, path)
	before = snapshot(t, f)
	must(t, d.do(f, a.ID))
	after = snapshot(t, f)
	if reflect.DeepEqual(before, after) {
		t.Fatal("the deed changes nothing, so the test would prove nothing")
	}
	return before, after
}

// A disk that fails at any operation, once or from then on, in any way: the caller is told, nothing is half done, the
// same window can go on when the disk is well again, and the file is sound.
func TestDiskFailsAtEveryOperation(t *testing.T) {
	b, a := start(t)
	for _, d := range deeds() {
		t.Run(d.name, func(t *testing.T) {
			before, after := outcome(t, b, a, d)
			for _, fault := range []struct {
				code int
				goOn bool
			}{{lib.SQLITE_FULL, false}, {lib.SQLITE_IOERR_WRITE, true}} {
				folder := t.TempDir()
				for n, failed := 1, true; failed; n += d.every() {
					path := filepath.Join(folder, fmt.Sprint(n, ".sqlite"))
					must(t, os.WriteFile(path, b, 0o600))
					failed = failOnce(t, path, a.ID, d, n, fault.code, fault.goOn, before, after)
					if t.Failed() {
						t.Fatalf("operation %d, code %d, going on: %v", n, fault.code, fault.goOn)
					}
				}
			}
		})
	}
}

func failOnce(
	t *testing.T, path string, id model.ID, d deed, n, code int, goOn bool, before, after map[string][]string,
) (failed bool) {
	t.Helper()
	f := openFaulty(t, path)
	faultvfs.Fail(n, code, goOn)
	err := d.do(f, id)
	_, failed = faultvfs.Heal()
	now := snapshot(t, f)
	switch {
	case err == nil && !reflect.DeepEqual(now, after):
		t.Error("success was reported, but it is not done")
	case err != nil && !reflect.DeepEqual(now, before) && !reflect.DeepEqual(now, after):
		t.Errorf("failure was reported (%v), and half of it is done", err)
	case model.CodeOf(err) == model.CodeNotScrubbed && reflect.DeepEqual(now, after): // the removal itself is done
	case err != nil && !reflect.DeepEqual(now, before) && !goOn && d.name != "migrate":
		// A disk that stays broken from the last sync on leaves it open whether the change is on it.
		t.Errorf("failure was reported (%v), but the file changed", err)
	case err != nil && d.name != "migrate":
		if got := model.CodeOf(err); got != model.CodeDiskFull && got != model.CodeIO && got != model.CodeReadOnly {
			t.Errorf("%v does not say that it is the disk", err)
		}
	}
	if err != nil && reflect.DeepEqual(now, before) { // the same window goes on
		if err := d.do(f, id); err != nil {
			t.Errorf("when the disk was well again: %v", err)
		}
		now = snapshot(t, f)
	}
	must(t, f.Close())
	if d.name == "migrate" {
		return failed // this version does not open the later one's file
	}
	again := reopen(t, path)
	if !reflect.DeepEqual(snapshot(t, again), now) {
		t.Error("reopened, the file says something else than before")
	}
	soundFile(t, again)
	must(t, again.Close())
	return failed
}

// A power cut at any operation, with whatever part of the unsynced writes having reached the disk: the file opens, is
// sound, and has either all of the change or nothing of it; all of it once success was reported.
func TestPowerCutAtEveryOperation(t *testing.T) {
	b, a := start(t)
	for _, d := range deeds() {
		t.Run(d.name, func(t *testing.T) {
			before, after := outcome(t, b, a, d)
			path := filepath.Join(t.TempDir(), "kumppani.sqlite")
			must(t, os.WriteFile(path, b, 0o600))
			f := openFaulty(t, path)
			faultvfs.Record()
			must(t, d.do(f, a.ID))
			acknowledged := faultvfs.Count()
			must(t, f.Close())
			log := faultvfs.Recorded()
			if acknowledged < 5 {
				t.Fatalf("only %d operations were recorded", acknowledged)
			}
			chance := rand.New(rand.NewPCG(2026, 11))
			disk := faultvfs.NewDisk(map[string][]byte{path: b})
			seen := map[bool]int{}
			for done := 0; done <= len(log); done++ {
				if done > 0 {
					disk.Do(log[done-1])
				}
				if done%d.every() != 0 && done < acknowledged-1 {
					continue
				}
				for _, reached := range []float64{0, 0.5, 1} {
					now := afterCut(t, disk.Cut(reached, chance), path, d.name == "migrate")
					isAfter := reflect.DeepEqual(now, after)
					seen[isAfter]++
					if !isAfter && !reflect.DeepEqual(now, before) {
						t.Fatalf("cut after operation %d of %d, %g reached: half a change", done, len(log), reached)
					}
					if !isAfter && done >= acknowledged {
						t.Fatalf("cut after operation %d, %g reached: success was reported after %d and is lost", done, reached, acknowledged)
					}
				}
			}
			t.Logf("%d images: %d before, %d after the change", seen[true]+seen[false], seen[false], seen[true])
			if seen[true] == 0 || seen[false] == 0 {
				t.Error("every image was the same: the power cut does not cut")
			}
		})
	}
}

// afterCut puts the files that were left on a disk, opens them as the next start of the program does, and returns what
// the data file says.
func afterCut(t *testing.T, files map[string][]byte, path string, migrated bool) map[string][]string {
	t.Helper()
	folder, err := os.MkdirTemp("", "kumppani-cut-*")
	must(t, err)
	defer os.RemoveAll(folder)
	for name, b := range files {
		if name == "" { // a temporary file of SQLite, gone when the program is
			continue
		}
		must(t, os.WriteFile(filepath.Join(folder, filepath.Base(name)), b, 0o600))
	}
	f, err := Open(ctx, filepath.Join(folder, filepath.Base(path)), testOptions())
	if migrated && model.CodeOf(err) == model.CodeNewer {
		f = &File{path: filepath.Join(folder, filepath.Base(path))}
		must(t, f.lock(ctx))
		defer func() { must(t, f.disconnect()) }()
		return snapshot(t, f)
	}
	must(t, err)
	soundFile(t, f)
	defer func() { must(t, f.Close()) }()
	return snapshot(t, f)
}

// A failing disk while a new data file is made leaves nothing that keeps the next start from making it.
func TestDiskFailsWhileFileIsMade(t *testing.T) {
	faultvfs.Register()
	for _, code := range []int{lib.SQLITE_FULL, lib.SQLITE_IOERR_WRITE} {
		for n, failed := 1, true; failed; n += everyNth {
			path := filepath.Join(t.TempDir(), "kumppani.sqlite")
			o := testOptions()
			o.vfs = faultvfs.Name
			faultvfs.Fail(n, code, true)
			f, err := Open(ctx, path, o)
			_, failed = faultvfs.Heal()
			if err == nil {
				must(t, f.Close())
			} else if got := model.CodeOf(err); got != model.CodeDiskFull && got != model.CodeIO && got != model.CodeReadOnly {
				t.Fatalf("operation %d: %v does not say that it is the disk", n, err)
			}
			again := reopen(t, path)
			_, err = again.CreateOrganisation(ctx, association("Yhdistys"))
			must(t, err)
			must(t, again.Close())
			left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.new-*"))
			must(t, err)
			if len(left) > 0 {
				t.Errorf("operation %d: %v was left", n, left)
			}
		}
	}
}
