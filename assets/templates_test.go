package assets_test

import (
	"slices"
	"testing"

	"kumppani/assets"
	"kumppani/model"
)

func TestTemplate(t *testing.T) {
	template := assets.Template()
	if n := len(template.Clauses); n != 16 {
		t.Errorf("%d clauses, not 16", n)
	}
	keys := map[string]bool{}
	for _, c := range slices.Concat(template.Clauses, []assets.TemplateClause{template.Memo}) {
		if c.Key == "" || keys[c.Key] {
			t.Errorf("key %q is empty or there twice", c.Key)
		}
		keys[c.Key] = true
		for _, text := range []assets.TemplateText{c.Heading, c.Body} {
			if text.Fi == "" || text.Sv == "" || text.En == "" {
				t.Errorf("%s: a language is missing", c.Key)
			}
		}
		fi, sv, en := placeholders(c.Body.Fi), placeholders(c.Body.Sv), placeholders(c.Body.En)
		if !slices.Equal(fi, sv) || !slices.Equal(fi, en) {
			t.Errorf("%s: placeholders differ: fi %v, sv %v, en %v", c.Key, fi, sv, en)
		}
		for _, p := range fi {
			if !slices.Contains(model.Placeholders(), p) {
				t.Errorf("%s: unknown placeholder %q", c.Key, p)
			}
		}
	}
	if !keys[model.ClauseAnnexes] {
		t.Errorf("no clause has the key %q, which the rules look for", model.ClauseAnnexes)
	}
}

// placeholders returns the placeholders of a clause, sorted.
func placeholders(body string) []model.Placeholder {
	var out []model.Placeholder
	for _, s := range model.Segments(body) {
		if s.Placeholder != "" {
			out = append(out, s.Placeholder)
		}
	}
	slices.Sort(out)
	return out
}
