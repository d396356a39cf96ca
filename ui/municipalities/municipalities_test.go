package municipalities_test

import (
	"testing"

	"kumppani/model"
	"kumppani/ui/municipalities"
	"kumppani/ui/words"
)

func TestMunicipalitiesToChooseFrom(t *testing.T) {
	words.Use(model.Swedish)
	t.Cleanup(func() { words.Use(model.Finnish) })
	p := municipalities.Of(model.Centre{Municipalities: []model.RegionMunicipality{{Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}, {Code: "091", Fi: "Helsinki", Sv: "Helsingfors"}}})
	if n := len(p.Options); n != 309 {
		t.Errorf("%d municipalities are offered, want 308 and one of the region that Finland does not have", n)
	}
	if p.Options[0].Label != "Strandnäs" || p.Options[1].Label != "Helsingfors" {
		t.Errorf("first offered are %q and %q, not the region's own", p.Options[0].Label, p.Options[1].Label)
	}
	for m, want := range map[model.Municipality]string{
		{Code: "997", Name: "Rantaniemi"}: "Strandnäs", {Code: "049", Name: "Espoo"}: "Esbo", {Name: "Korpilahti"}: "Korpilahti", {}: "",
	} {
		if got := p.Name(m); got != want {
			t.Errorf("%+v is called %q in Swedish, want %q", m, got, want)
		}
	}
}
