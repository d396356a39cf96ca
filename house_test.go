package main

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The rules of the house that a compiler does not know. CONTRIBUTING.md tells them to people.

const (
	maxFileLines        = 400
	maxConstructorLines = 60
	maxParameters       = 5
)

// pkg is a package as go list tells of it: Imports are its own, Deps those of its imports too.
type pkg struct {
	ImportPath    string
	Imports, Deps []string
}

// packages lists the packages of the program by the path within it: "model", "ui/paper", "" for main.
func packages(t *testing.T) map[string]pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-tags", "migrated_fynedo", "-json=ImportPath,Imports,Deps", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]pkg{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, "kumppani"), "/")] = p
	}
	for _, name := range []string{"model", "assets", "ui/words"} {
		if len(all[name].Imports) == 0 {
			t.Fatalf("package %s is not found: the rules below would hold of nothing", name)
		}
	}
	return all
}

func within(path, tree string) bool { return path == tree || strings.HasPrefix(path, tree+"/") }

func anyWithin(path string, trees ...string) bool {
	return slices.ContainsFunc(trees, func(tree string) bool { return within(path, tree) })
}

// isStd tells the standard library by its first element, which has no dot.
func isStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first != "kumppani"
}

func TestImportRules(t *testing.T) {
	drawing := []string{"fyne.io", "github.com/go-gl"}
	data := []string{"modernc.org", "kumppani/persistence"}
	for name, p := range packages(t) {
		never := func(why string, trees ...string) {
			t.Helper()
			for _, d := range p.Deps {
				if anyWithin(d, trees...) {
					t.Errorf("%s needs %s: %s", name, d, why)
				}
			}
		}
		if name == "" { // main, and only main, sees both sides
			never("only tests have a stage", "kumppani/ui/stage", "fyne.io/fyne/v2/test")
			continue
		}
		switch {
		case within(name, "model"):
			for _, d := range p.Deps {
				if !isStd(d) && !anyWithin(d, "golang.org/x/text", "github.com/teambition/rrule-go") {
					t.Errorf("model needs %s: it is pure Go with x/text and a library of recurrence rules", d)
				}
			}
			never("it has no network and no database, not even through others", "net", "database")
			for _, d := range p.Imports {
				if anyWithin(d, "os", "embed", "path/filepath", "log") {
					t.Errorf("model imports %s: it has no files", d)
				}
			}
		case name == "assets":
			never("it knows nothing of what the files are used for", "kumppani")
		case name == "persistence" || within(name, "persistence"):
			never("the data file knows nothing of windows and paper", append(drawing, "kumppani/ui", "github.com/jung-kurt")...)
		case within(name, "ui"):
			never("only main sees the window and the data file", data...)
			if slices.Contains(p.Deps, "database/sql") { // the driver of it, which ui/ids needs through uuid, is only an interface
				t.Errorf("%s needs database/sql: SQL lives in persistence", name)
			}
		}
		if anyWithin(name, "ui/paper", "ui/icalendar", "ui/region", "ui/words", "ui/commands", "ui/table", "ui/report", "ui/lists", "ui/spreadsheet", "ui/importing", "ui/records") {
			never("it works without a display", drawing...)
		}
		if name == "ui/kit" {
			for _, d := range p.Deps {
				if within(d, "kumppani") && !slices.Contains([]string{"kumppani/model", "kumppani/ui/words", "kumppani/assets"}, d) {
					t.Errorf("ui/kit needs %s: it knows no register", d)
				}
			}
		}
	}
}

// eachFile calls do with every file of the repository, built ones apart.
func eachFile(t *testing.T, do func(path string, content []byte)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if path == ".git" || path == "build" {
				return filepath.SkipDir
			}
			return nil
		}
		n++
		b, err := os.ReadFile(path)
		if err == nil {
			do(filepath.ToSlash(path), b)
		}
		return err
	})
	if err != nil || n < 20 {
		t.Fatalf("%d files read: %v", n, err)
	}
}

func TestFilesAreShort(t *testing.T) {
	eachFile(t, func(path string, content []byte) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		if n := bytes.Count(content, []byte("\n")); n > maxFileLines {
			t.Errorf("%s has %d lines, over %d: it holds more than one concept", path, n, maxFileLines)
		}
	})
}

func TestFunctionsAreShort(t *testing.T) {
	eachFile(t, func(path string, content []byte) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, content, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := fn.Type.Params.NumFields(); n > maxParameters {
				t.Errorf("%s: %s has %d parameters, over %d", path, fn.Name.Name, n, maxParameters)
			}
			lines := files.Position(fn.End()).Line - files.Position(fn.Pos()).Line + 1
			if strings.HasPrefix(strings.ToLower(fn.Name.Name), "new") && lines > maxConstructorLines {
				t.Errorf("%s: %s has %d lines, over %d", path, fn.Name.Name, lines, maxConstructorLines)
			}
		}
	})
}

func TestPackagesSayWhatTheyAre(t *testing.T) {
	commented := map[string]bool{}
	eachFile(t, func(path string, content []byte) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, content, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Dir(path)
		commented[dir] = commented[dir] || f.Doc.Text() != ""
	})
	for dir, ok := range commented {
		if !ok {
			t.Errorf("%s: no package comment says what lives there and what does not", dir)
		}
	}
}

// The clock is handed in: what is computed for a day is computed for the day that --today names.
func TestModelHasNoClock(t *testing.T) {
	eachFile(t, func(path string, content []byte) {
		if within(path, "model") && !strings.HasSuffix(path, "_test.go") && bytes.Contains(content, []byte("time.Now(")) {
			t.Errorf("%s reads the clock", path)
		}
	})
}

// tracked lists the top level of the repository: what has been built, or only lies there, does not belong to it. Where
// there is no Git, the sources came as an archive, and what is there is the repository.
func tracked(t *testing.T) []string {
	t.Helper()
	var names []string
	if out, err := exec.Command("git", "ls-files", "-z").Output(); err == nil {
		for path := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
			top, _, _ := strings.Cut(path, "/")
			names = append(names, top)
		}
		return slices.Compact(names) // in order of path
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestTopLevel(t *testing.T) {
	allowed := []string{
		"main.go", "main_test.go", "start_test.go", "house_test.go", "ui", "model", "persistence", "assets", "FyneApp.toml", "go.mod",
		"go.sum", "README.md", "Makefile", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", ".ci", ".gitignore",
	}
	names := tracked(t)
	for _, name := range names {
		if !slices.Contains(allowed, name) {
			t.Errorf("%s does not belong to the top level", name)
		}
	}
	if !slices.Contains(names, "main.go") {
		t.Errorf("the top level has %v and no main.go", names)
	}
}

// What is only true on one machine or on one day of work is not for the repository.
func TestNothingOfTheWorkshop(t *testing.T) {
	// The patterns are written so that they do not match themselves.
	never := regexp.MustCompile(`TO[D]O|FIX[M]E|X[X]X|[^\w.~-]/(work|root)/\w|\bproxy\.[g]olang|\blocal[h]ost\b|\b[Ii]ssue [0-9]`)
	eachFile(t, func(path string, content []byte) {
		if bytes.IndexByte(content, 0) >= 0 || strings.HasSuffix(path, "go.sum") {
			return
		}
		for i, line := range bytes.Split(content, []byte("\n")) {
			if found := never.Find(line); found != nil {
				t.Errorf("%s:%d: %q", path, i+1, found)
			}
		}
	})
}
