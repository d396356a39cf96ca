package records

import (
	"archive/zip"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

var exportDay = model.MustDate("2026-11-22")

// filesIn are the files in a folder, by their names with slashes.
func filesIn(t *testing.T, root fs.FS) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(root, path)
		out[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestExportAll(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Kaikki tiedot 100 %")
	var steps []int
	x := Export{In: "fi", Today: exportDay, Path: folder, Progress: func(done, of int) { steps = append(steps, done, of) }}
	if err := ExportAll(t.Context(), filled{}, x); err != nil {
		t.Fatal(err)
	}
	got := filesIn(t, os.DirFS(folder))
	want := []string{
		"README.txt", "attachments/2026_001 (2)/_NUL.txt", "attachments/2026_001/KIRJE (2).pdf", "attachments/2026_001/_.._pois.pdf",
		"attachments/2026_001/kirje.pdf",
	}
	for _, k := range Kinds() {
		want = append(want, string(k)+".csv", string(k)+".json")
		if !strings.Contains(got["README.txt"], string(k)+": ") {
			t.Errorf("the README does not speak of %s", k)
		}
	}
	slices.Sort(want)
	var names []string
	for name := range got {
		names = append(names, name)
	}
	slices.Sort(names)
	if !slices.Equal(names, want) {
		t.Errorf("written:\n%v, want\n%v", names, want)
	}
	if got["attachments/2026_001/KIRJE (2).pdf"] != "sisältö f2" {
		t.Error("an attachment is under another's name")
	}
	if last := steps[len(steps)-2:]; last[0] != last[1] || last[1] != len(Kinds())+4 || steps[0] != 0 {
		t.Errorf("progress %v", steps)
	}

	// The same in a zip, which replaces what was there.
	x.Path = filepath.Join(t.TempDir(), "kaikki.ZIP")
	if err := os.WriteFile(x.Path, []byte("vanha"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := ExportAll(t.Context(), filled{}, x); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(x.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if !reflect.DeepEqual(filesIn(t, z), got) {
		t.Error("the zip is not the folder")
	}
	onlyOne(t, x.Path)
}

// onlyOne asserts that a path is the only thing in its folder.
func onlyOne(t *testing.T, path string) {
	t.Helper()
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 || left[0].Name() != filepath.Base(path) {
		t.Errorf("beside %s: %v %v", path, left, err)
	}
}

// Every field of every kind is in its JSON; what must not be listed is told in record_test.go.
func TestEverythingIsExported(t *testing.T) {
	for kind, kept := range map[Kind]any{
		Programmes: whole[model.Programme](), Extensions: whole[model.Extension](), Seasons: whole[model.Season](),
		Closures: whole[model.Closure](), PartnerEvents: whole[model.PartnerEvent](), Bodies: whole[model.Body](),
		NetworkMeetings: whole[model.NetworkMeeting](), Surveys: whole[model.Survey](), FollowUps: whole[model.FollowUp](),
		Deferrals: whole[model.Deferral](), Requirements: whole[model.Requirement](),
	} {
		_, all, err := List(t.Context(), filled{}, Query{Kind: kind, In: "fi", Today: exportDay})
		b, jsonErr := JSON(all)
		if err != nil || jsonErr != nil || len(all) != 1 {
			t.Fatalf("%s: %d, %v %v", kind, len(all), err, jsonErr)
		}
		if missing := unseen(reflect.ValueOf(kept), string(b)); len(missing) > 0 {
			t.Errorf("%s: not exported: %v", kind, missing)
		}
	}
	_, all, err := List(t.Context(), filled{}, Query{Kind: Years, In: "fi", Today: exportDay})
	if err != nil {
		t.Fatal(err)
	}
	b, err := JSON(all)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range model.ResourceKinds() {
		if !strings.Contains(string(b), "huomautus "+string(k)) {
			t.Errorf("the resource %s is not exported", k)
		}
	}
	for _, q := range model.QualityTopics() {
		if !strings.Contains(string(b), "laatu "+string(q)) {
			t.Errorf("the quality %s is not exported", q)
		}
	}
	if n := strings.Count(string(b), `"sometimes"`); n != len(model.Services()) {
		t.Errorf("%d services are exported", n)
	}
}

// Every list has the same columns in CSV and JSON, with lines and without, and speaks the language of the export.
func TestEveryListIsATable(t *testing.T) {
	for _, l := range model.Languages() {
		for _, kind := range Kinds() {
			head, all, err := List(t.Context(), filled{}, Query{Kind: kind, In: words.In(l), Today: exportDay})
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			b, err := CSV(head, all)
			if err != nil {
				t.Fatal(err)
			}
			r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "\uFEFF")))
			r.Comma = ';' // every line has to have as many columns as the first
			lines, err := r.ReadAll()
			if err != nil || len(lines) != len(all)+1 {
				t.Errorf("%s: %d lines for %d records: %v", kind, len(lines), len(all), err)
			}
			b, err = JSON(all)
			var objects []map[string]any
			if err == nil {
				err = json.Unmarshal(b, &objects)
			}
			if err != nil || len(objects) != len(all) {
				t.Errorf("%s: %v", kind, err)
			}
			for _, o := range objects {
				if len(o) != len(head) {
					t.Errorf("%s: %d fields under %d heads", kind, len(o), len(head))
				}
			}
		}
		said := readme(Export{In: words.In(l), Today: exportDay}, []string{"x"})
		if strings.Contains(said, "export_all.") {
			t.Errorf("%s: the README has no words: %s", l, said)
		}
	}
}

// Every code has a word in every language: one that has none would be shown as its key.
func TestCodesHaveWords(t *testing.T) {
	for _, l := range model.Languages() {
		in := words.In(l)
		var all []Record
		for _, k := range model.ValidityKinds() {
			all = append(all, programmeRecord(in, model.Programme{Validity: model.Validity{Kind: k}}))
		}
		for _, k := range model.ClosureScopes() {
			all = append(all, closureRecord(in, model.Closure{Scope: k}, Meetings{}))
		}
		for _, k := range model.BodyKinds() {
			all = append(all, bodyRecord(in, model.Body{Kind: k}, Register{}))
		}
		for _, k := range model.SurveyKinds() {
			all = append(all, surveyRecord(in, model.Survey{Kind: k}, Meetings{}))
		}
		for _, k := range model.RequirementKinds() {
			for _, w := range model.Weights() {
				all = append(all, requirementRecord(in, model.Requirement{Kind: k, Weight: w, Tasks: model.TaskKinds()}))
			}
		}
		for _, r := range all {
			for _, f := range r.fields {
				if strings.Contains(f.word, ".kind.") || strings.Contains(f.word, ".choice.") || strings.Contains(f.word, ".scope.") ||
					strings.Contains(f.word, ".weight.") || strings.Contains(f.word, ".task.") {
					t.Errorf("%s in %s is %q", f.key, l, f.word)
				}
			}
		}
		for _, kind := range []Kind{Years, Practices} {
			head, all, err := List(t.Context(), filled{}, Query{Kind: kind, In: words.In(l), Today: exportDay})
			if err != nil {
				t.Fatal(err)
			}
			b, err := CSV(head, all)
			if err != nil {
				t.Fatal(err)
			}
			for _, set := range []string{"resource.", "service.", "quality.", "practice.", "cooperation.", "answer."} {
				if strings.Contains(string(b), set) {
					t.Errorf("%s in %s shows a key with %q", kind, l, set)
				}
			}
		}
	}
}

func TestExportAllLeavesNothingHalf(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for name, c := range map[string]struct {
		ctx   context.Context
		store filled
		want  model.Code
	}{
		"broken":  {t.Context(), filled{broken: &model.Error{Code: model.CodeIO}}, model.CodeIO},
		"stopped": {stopped, filled{}, model.CodeCancelled},
	} {
		for _, ending := range []string{"", ".zip"} {
			path := filepath.Join(t.TempDir(), "kaikki"+ending)
			if ending == "" {
				if err := os.Mkdir(path, 0o700); err != nil {
					t.Fatal(err)
				}
			} else if err := os.WriteFile(path, []byte("vanha"), 0o600); err != nil {
				t.Fatal(err)
			}
			err := ExportAll(c.ctx, c.store, Export{In: "fi", Today: exportDay, Path: path})
			if got := model.CodeOf(err); got != c.want {
				t.Errorf("%s: %v", name, err)
			}
			onlyOne(t, path)
			if b, err := os.ReadFile(path); ending != "" && (err != nil || string(b) != "vanha") {
				t.Errorf("%s: the old zip is %q %v", name, b, err)
			}
		}
	}
}

func TestExportAllRefuses(t *testing.T) {
	folder := t.TempDir()
	notes := filepath.Join(folder, "muistiinpanot.txt")
	if err := os.WriteFile(notes, []byte("omat"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{folder: fs.ErrExist, notes: fs.ErrExist, filepath.Join(folder, "ei", "ole"): fs.ErrNotExist} {
		if err := ExportAll(t.Context(), filled{}, Export{In: "fi", Today: exportDay, Path: path}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	onlyOne(t, notes)
}

func TestExportAllNamesDamagedAttachments(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kaikki")
	if err := ExportAll(t.Context(), filled{damage: true}, Export{In: "fi", Today: exportDay, Path: path}); err != nil {
		t.Fatal(err)
	}
	got := filesIn(t, os.DirFS(path))
	if _, there := got["attachments/2026_001/KIRJE (2).pdf"]; there || !strings.Contains(got["README.txt"], "attachments/2026_001/KIRJE (2).pdf") {
		t.Errorf("the README says %q", got["README.txt"])
	}
}

func TestSafeName(t *testing.T) {
	for in, want := range map[string]string{
		"kirje.pdf": "kirje.pdf", "Äiti & isä.pdf": "Äiti & isä.pdf", "a/b\\c:d.pdf": "a_b_c_d.pdf", "": "_", "..": "_", ". .": "_",
		"nul": "_nul", "COM1.txt": "_COM1.txt", "con .x": "_con .x", "common.txt": "common.txt", ".piilo": "piilo", "x. ": "x",
		"a\x00b\n": "a_b_", "\xff.pdf": "_.pdf", strings.Repeat("å", 200) + ".pdf": strings.Repeat("å", 58) + ".pdf",
	} {
		if got := SafeName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	for _, s := range []string{"", "..", "a/../b", "CON", "x.", strings.Repeat("ä", 300), "a\x00", "😀.pdf", strings.Repeat("a", 130) + " ."} {
		f.Add(s)
	}
	root := f.TempDir()
	f.Fuzz(func(t *testing.T, s string) {
		name := SafeName(s)
		if name != filepath.Base(name) || name == "." || name == ".." || strings.ContainsAny(name, `<>:"/\|?*`) || len(name) > longestName+1 {
			t.Fatalf("%q: %q", s, name)
		}
		if strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || SafeName(name) != name {
			t.Errorf("%q: %q is not safe yet: %q", s, name, SafeName(name))
		}
		path := filepath.Join(root, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		_ = os.Remove(path)
		once := taken{}
		if first, second := once.free(s), once.free(s); first == second {
			t.Errorf("%q twice: %q", s, first)
		}
	})
}

// BenchmarkSessions100000 makes the largest list as CSV and as JSON.
func BenchmarkSessions100000(b *testing.B) {
	s := whole[model.Session]()
	all := make([]model.Session, 100_000)
	for i := range all {
		all[i] = s
	}
	store := many{filled{}, all}
	for b.Loop() {
		head, all, err := List(b.Context(), store, Query{Kind: Sessions, In: "fi", Today: exportDay})
		if err != nil {
			b.Fatal(err)
		}
		if err := writeList(nowhere{}, "sessions", head, all); err != nil {
			b.Fatal(err)
		}
	}
}

type many struct {
	filled
	sessions []model.Session
}

func (m many) Sessions(context.Context, model.Date, model.Date) ([]model.Session, error) {
	return m.sessions, nil
}

type nowhere struct{ tree }

func (nowhere) write(_ string, b []byte) error { _, err := io.Discard.Write(b); return err }
