package words_test

import (
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestEveryPracticeHasItsName(t *testing.T) {
	for _, l := range model.Languages() {
		seen := map[string]model.Practice{}
		for _, a := range model.PracticeAreas() {
			for _, p := range a.Practices() {
				name := words.In(l).Practice(p)
				if name == "" || strings.Contains(name, "practice.") || strings.Contains(name, ".kind") || strings.Contains(name, "{{") {
					t.Errorf("%s in %s is called %q", p, l, name)
				}
				if other, twice := seen[name]; twice {
					t.Errorf("%s and %s are both called %q in %s", p, other, name, l)
				}
				seen[name] = p
			}
		}
	}
	if got := words.In(model.Finnish).Practice(model.PeerGroupsFor(model.Fathers)); got != "vertaisryhmä: isät" {
		t.Errorf("fathers' groups are called %q", got)
	}
}
