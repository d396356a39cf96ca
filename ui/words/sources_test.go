package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kumppani/model"
)

// said is what the sources of the program (not its tests) say and name.
type said struct {
	calls    []call              // T("key", …) and N("key", …)
	problems []call              // refuse(field, "code", …) and warn(field, "code", …) of the model
	sets     map[string]string   // prefixes of Code(in, "prefix", …) and where
	prefixes []call              // "prefix." of Code(…) and of T("prefix." + …)
	literals map[string]string   // every string literal and where
	codes    map[string][]string // values of the closed sets by their type: model.State
}

// call is one place where a key is said.
type call struct {
	key   string
	names []string // names that are given values
	open  bool     // more names may be given: the arguments are a slice
	where string
}

func readSources(t *testing.T) said {
	t.Helper()
	s := said{
		sets: map[string]string{}, literals: map[string]string{}, codes: map[string][]string{},
	}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "build" || len(d.Name()) > 2 && d.Name()[0] == '.') {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		ast.Inspect(f, func(n ast.Node) bool {
			if n != nil {
				s.see(n, filepath.ToSlash(rel)+":"+strconv.Itoa(files.Position(n.Pos()).Line))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.literals) < 100 || len(s.codes["model.Code"]) == 0 {
		t.Fatalf("only %d literals, or no codes of errors, found: the sources are not where they were", len(s.literals))
	}
	return s
}

func (s *said) see(n ast.Node, where string) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if v, ok := literal(n); ok {
			s.literals[v] = where
		}
	case *ast.ValueSpec: // const StateDraft State = "draft"
		if typ, ok := n.Type.(*ast.Ident); ok && len(n.Values) == 1 {
			if v, ok := literal(n.Values[0]); ok {
				name := path.Dir(where) + "." + typ.Name
				s.codes[name] = append(s.codes[name], v)
			}
		}
	case *ast.CallExpr:
		s.seeCall(n, where)
	}
}

func (s *said) seeCall(n *ast.CallExpr, where string) {
	var name string
	switch f := n.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	inModel := strings.HasPrefix(where, "model/")
	switch {
	case (name == "T" || name == "N") && len(n.Args) > 0 && !inModel:
		values := n.Args[1:]
		var given []string
		if name == "N" && len(values) > 0 {
			values, given = values[1:], []string{"n"}
		}
		s.seeKey(n.Args[0], call{names: append(given, names(values)...), open: n.Ellipsis.IsValid(), where: where})
	case name == "Bind": // what the keys of labels and of hints begin with
		for _, a := range n.Args {
			if prefix, ok := literal(a); ok && strings.HasSuffix(prefix, ".") {
				s.prefixes = append(s.prefixes, call{key: prefix, where: where})
			}
		}
	case (name == "offered" || name == "Offered") && len(n.Args) == 2:
		if set, ok := literal(n.Args[0]); ok {
			s.sets[set] = where
			s.prefixes = append(s.prefixes, call{key: set + ".", where: where})
		}
	case (name == "code" || name == "codes") && len(n.Args) == 4:
		if set, ok := literal(n.Args[2]); ok {
			s.sets[set] = where
			s.prefixes = append(s.prefixes, call{key: set + ".", where: where})
		}
	case name == "Code" && len(n.Args) == 3:
		if set, ok := literal(n.Args[1]); ok {
			s.sets[set] = where
			s.prefixes = append(s.prefixes, call{key: set + ".", where: where})
		}
	case (name == "refuse" || name == "warn") && len(n.Args) > 1 && inModel:
		if code, ok := literal(n.Args[1]); ok {
			s.problems = append(s.problems, call{
				key: "problem." + code, names: names(n.Args[2:]), open: n.Ellipsis.IsValid(), where: where,
			})
		}
	}
}

func (s *said) seeKey(key ast.Expr, c call) {
	if v, ok := literal(key); ok {
		c.key = v
		s.calls = append(s.calls, c)
	} else if sum, ok := key.(*ast.BinaryExpr); ok {
		for b, ok := sum.X.(*ast.BinaryExpr); ok; b, ok = sum.X.(*ast.BinaryExpr) {
			sum = b
		}
		if v, ok := literal(sum.X); ok && strings.Contains(v, ".") {
			c.key = v
			s.prefixes = append(s.prefixes, c)
		}
	}
}

func literal(e ast.Expr) (string, bool) {
	b, ok := e.(*ast.BasicLit)
	if !ok || b.Kind != token.STRING {
		return "", false
	}
	v, err := strconv.Unquote(b.Value)
	return v, err == nil
}

// names takes the names out of name-value pairs.
func names(args []ast.Expr) []string {
	var out []string
	for i := 0; i < len(args); i += 2 {
		if v, ok := literal(args[i]); ok {
			out = append(out, v)
		}
	}
	return out
}

func TestWhatIsSaidIsTranslated(t *testing.T) {
	all := translations(t, model.Finnish)
	s := readSources(t)
	if len(s.problems) == 0 {
		t.Error("no problem of the model was found: they are told in another way now")
	}
	for _, c := range slices.Concat(s.calls, s.problems) {
		m, ok := all[c.key]
		if !ok {
			t.Errorf("%s: %q is not translated", c.where, c.key)
			continue
		}
		c.gives(t, c.key, m)
	}
	for _, c := range s.prefixes {
		for key, m := range all {
			if _, whole := s.literals[key]; !whole && strings.HasPrefix(key, c.key) {
				c.gives(t, key, m)
			}
		}
	}
	for _, code := range s.codes["model.Code"] {
		if _, ok := all["error."+code]; !ok {
			t.Errorf("the error %q is not translated", code)
		}
	}
}

// gives checks that every name in the sentence is given a value; it would be said as "<no value>".
func (c call) gives(t *testing.T, key string, m message) {
	t.Helper()
	for _, name := range m.names() {
		if !c.open && !slices.Contains(c.names, name) {
			t.Errorf("%s: %q names {{.%s}}, which is not given", c.where, key, name)
		}
	}
}

// Keys are kept in tables too, T(column.title): a literal that looks like a key of a group must be one.
func TestKeysInTablesAreTranslated(t *testing.T) {
	all := translations(t, model.Finnish)
	groups := map[string]bool{}
	for key := range all {
		for i, c := range key {
			if c == '.' {
				groups[key[:i]] = true
			}
		}
	}
	key := regexp.MustCompile(`^([a-z][a-z_0-9]*\.[a-z][a-z_0-9]*)(\.[a-z][a-z_0-9]*)+$`)
	for v, where := range readSources(t).literals {
		if m := key.FindStringSubmatch(v); m != nil && groups[m[1]] && !groups[v] {
			if _, ok := all[v]; !ok {
				t.Errorf("%s: %q looks like a key and is not translated", where, v)
			}
		}
	}
}

// A closed set of which one code has no word would show the code to a person.
func TestClosedSetsAreTranslated(t *testing.T) {
	all := translations(t, model.Finnish)
	s := readSources(t)
	for set, where := range s.sets {
		whole := false
		for _, codes := range s.codes {
			whole = whole || !slices.ContainsFunc(codes, func(c string) bool {
				_, ok := all[set+"."+c]
				return !ok && c != ""
			})
		}
		if !whole {
			t.Errorf("%s: no closed set has all its codes translated under %q", where, set)
		}
	}
}

func TestWhatIsTranslatedIsSaid(t *testing.T) {
	s := readSources(t)
	for key, m := range translations(t, model.Finnish) {
		if _, ok := s.literals[key]; ok {
			continue
		}
		if code, ok := strings.CutPrefix(key, "problem."); ok {
			key = code
		} else if code, ok := strings.CutPrefix(key, "error."); ok {
			key = code
		}
		_, ok := s.literals[key]
		for _, c := range s.prefixes {
			ok = ok || strings.HasPrefix(key, c.key)
		}
		if !ok {
			t.Errorf("%s: nothing says %q", m.file, key)
		}
	}
}
