package words

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kumppani/assets"
	"kumppani/model"
)

// message is one entry of a translation file: the forms of a sentence by plural category, "" for one that has none.
type message struct {
	file  string
	forms map[string]string
}

// translations reads the files of a language apart from go-i18n, which would not tell of what this test looks for.
func translations(t *testing.T, l model.Language) map[string]message {
	t.Helper()
	files, err := fs.Glob(assets.Translations, "translations/"+string(l)+"/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no translations for %s: %v", l, err)
	}
	out := map[string]message{}
	for _, f := range files {
		b, err := assets.Translations.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var raw map[string]any
		if err := json.Unmarshal(b, &raw); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		for key, v := range raw {
			if other, ok := out[key]; ok {
				t.Errorf("%s: %q is in %s too", f, key, other.file)
			}
			m := message{file: path.Base(f), forms: map[string]string{}}
			switch v := v.(type) {
			case string:
				m.forms[""] = v
			case map[string]any:
				for form, s := range v {
					m.forms[form], _ = s.(string)
				}
			}
			out[key] = m
		}
	}
	return out
}

// shape is which forms a message has: "" for a plain one, "one other" for one with plurals.
func (m message) shape() string {
	forms := make([]string, 0, len(m.forms))
	for f := range m.forms {
		forms = append(forms, f)
	}
	slices.Sort(forms)
	return strings.Join(forms, " ")
}

// names lists the placeholders of all forms together, sorted.
func (m message) names() []string {
	var out []string
	for _, s := range m.forms {
		for _, found := range nameForm.FindAllStringSubmatch(s, -1) {
			out = append(out, found[1])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var nameForm = regexp.MustCompile(`\{\{\.([a-z][a-zA-Z_]*)\}\}`)

// A name that go-i18n gives a meaning of its own makes a whole file one message.
var reserved = []string{
	"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other",
}

func TestEveryMessageIsInEveryLanguage(t *testing.T) {
	finnish := translations(t, model.Finnish)
	for _, l := range model.Languages() {
		other := translations(t, l)
		for key, fi := range finnish {
			m, ok := other[key]
			if !ok {
				t.Errorf("%s: %q of %s is missing", l, key, fi.file)
				continue
			}
			if m.file != fi.file {
				t.Errorf("%s: %q is in %s, in Finnish in %s", l, key, m.file, fi.file)
			}
			if m.shape() != fi.shape() {
				t.Errorf("%s: %q has the forms %q, in Finnish %q", l, key, m.shape(), fi.shape())
			}
			if !slices.Equal(m.names(), fi.names()) {
				t.Errorf("%s: %q names %v, in Finnish %v", l, key, m.names(), fi.names())
			}
		}
		for key, m := range other {
			if _, ok := finnish[key]; !ok {
				t.Errorf("fi: %q of %s/%s is missing", key, l, m.file)
			}
		}
	}
}

func TestEveryMessageIsWellFormed(t *testing.T) {
	for _, l := range model.Languages() {
		for key, m := range translations(t, l) {
			if slices.Contains(reserved, strings.ToLower(key)) {
				t.Errorf("%s/%s: go-i18n keeps the key %q for itself", l, m.file, key)
			}
			if s := m.shape(); s != "" && s != "one other" {
				t.Errorf("%s/%s: %q has the forms %q, not a sentence or one and other", l, m.file, key, s)
			}
			for _, s := range m.forms {
				if strings.TrimSpace(s) == "" {
					t.Errorf("%s/%s: %q is empty", l, m.file, key)
				}
				if plain := nameForm.ReplaceAllString(s, ""); strings.Contains(plain, "{{") {
					t.Errorf("%s/%s: %q has a placeholder that is not {{.name}}: %s", l, m.file, key, s)
				}
			}
		}
	}
}

// twoWords is what is surely language: two words in a row. A single one (Excel, PDF, Kumppani) can be the same in all.
var twoWords = regexp.MustCompile(`\p{L}{3,}[ ,]+\p{L}{3,}`)

func TestNothingIsLeftInEnglish(t *testing.T) {
	english := translations(t, model.English)
	for _, l := range []model.Language{model.Finnish, model.Swedish} {
		for key, m := range translations(t, l) {
			for form, s := range m.forms {
				if s == english[key].forms[form] && twoWords.MatchString(nameForm.ReplaceAllString(s, "")) {
					t.Errorf("%s/%s: %q is the same as in English: %s", l, m.file, key, s)
				}
			}
		}
	}
}

func TestMissingKeyIsSeen(t *testing.T) {
	if got := In(model.Finnish).T("nothing.has.this.key"); got != "nothing.has.this.key" {
		t.Errorf("a missing key is said as %q", got)
	}
}

func TestErrorsAreSaid(t *testing.T) {
	for _, l := range model.Languages() {
		got := In(l).T("error."+string(model.CodeLocked), "record", "tupa.kumppani")
		if !strings.Contains(got, "Kumppani") || !strings.Contains(got, "tupa.kumppani") {
			t.Errorf("%s: %q does not say which file is open", l, got)
		}
	}
}
