package assets

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestMunicipalities(t *testing.T) {
	all := Municipalities()
	if len(all) != 308 {
		t.Fatalf("%d municipalities, not 308", len(all))
	}
	code := regexp.MustCompile(`^\d{3}$`)
	regions, counties := codes(t, Regions()), codes(t, Counties())
	for i, m := range all {
		if !code.MatchString(m.Code) {
			t.Errorf("%s: code %q", m.Fi, m.Code)
		}
		if i > 0 && all[i-1].Code >= m.Code {
			t.Errorf("%s comes after %s", m.Code, all[i-1].Code)
		}
		for _, name := range []string{m.Fi, m.Sv} {
			if name == "" || name != strings.TrimSpace(name) {
				t.Errorf("%s: name %q", m.Code, name)
			}
		}
		if !regions[m.Region] || !counties[m.County] {
			t.Errorf("%s: unknown region %q or county %q", m.Fi, m.Region, m.County)
		}
	}
}

func TestMunicipalityNames(t *testing.T) {
	for _, want := range []Municipality{
		{"179", "Jyväskylä", "Jyväskylä", "13", "15"},
		{"499", "Mustasaari", "Korsholm", "15", "17"},
		{"491", "Mikkeli", "S:t Michel", "10", "12"},
		{"091", "Helsinki", "Helsingfors", "01", "90"},
		{"989", "Ähtäri", "Etseri", "14", "16"},
	} {
		if !slices.Contains(Municipalities(), want) {
			t.Errorf("%+v is not in the list", want)
		}
	}
}

func TestAreas(t *testing.T) {
	if n := len(Regions()); n != 19 {
		t.Errorf("%d regions, not 19", n)
	}
	if n := len(Counties()); n != 21+2 {
		t.Errorf("%d counties, not 21 with Helsinki and Åland", n)
	}
}

// codes returns the codes of areas, all of which have a name in the three languages and a code of their own.
func codes(t *testing.T, all []Area) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, a := range all {
		if a.Fi == "" || a.Sv == "" || a.En == "" || out[a.Code] {
			t.Errorf("area without a name, or twice: %+v", a)
		}
		out[a.Code] = true
	}
	return out
}
