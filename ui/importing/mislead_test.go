package importing

import (
	"slices"
	"testing"

	"kumppani/model"
)

// Rows that real lists have: one that adds up the others, two of one person that differ, an organisation found by a number
// that is another's. Taken in once, there is nothing to take in any more.
func TestRowsThatMislead(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	path := text(t,
		"Nimi;Puhelin;Kunta", "Aino Virtanen;0401234567;Sarkajärvi", "Virtanen Aino;0401234567;Strandnäs", "YHTEENSÄ;2;", "Summa Sulo;0409;",
	)
	_, p := planned(t, f, Leaders, path)
	if got, want := states(p), []string{"2 differs", "3 differs other_row", "4 error total_row", "5 new"}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	b := p.Batch()
	if len(b.Leaders) != 2 || b.Leaders[0].Municipality.Name != "Rantaniemi" {
		t.Fatalf("%+v", b.Leaders)
	}
	after := village()
	after.leaders = append(after.leaders[1:], b.Leaders...)
	_, p = planned(t, factsOf(t, after, model.Finnish), Leaders, path)
	if b = p.Batch(); b.Len() != 0 {
		t.Errorf("taken in again: %+v", b.Leaders)
	}
	_, p = planned(t, f, Leaders, text(t, "Sukunimi;Etunimi;Kunta", "Summa;Sulo;Sarkajärvi", "Yhteensä;6;", "Summa;;"))
	if got, want := states(p), []string{"2 new", "3 error total_row", "4 error total_row"}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	_, p = planned(t, f, Organisations, text(t, "Nimi;Y-tunnus", "Aivan muu ry;9999001-5", "sarkajärven  KUNTA;9999001-5"))
	if got, want := states(p), []string{"2 differs renamed", "3 differs renamed other_row"}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestCountsOfADayAhead(t *testing.T) {
	v := village()
	v.sessions[1].Date = day("2026-11-24")
	_, p := planned(t, factsOf(t, v, model.Finnish), Counts, text(t, "Päivä;Ryhmä;Aikuiset;Ei pidetty", "24.11.2026;Vauvakahvila;8;"))
	if got := states(p); !slices.Equal(got, []string{"2 differs problem.in_future"}) {
		t.Errorf("%q", got)
	}
	_, p = planned(t, factsOf(t, v, model.Finnish), Counts, text(t, "Päivä;Ryhmä;Aikuiset;Ei pidetty", "24.11.2026;Vauvakahvila;;x"))
	if got := states(p); !slices.Equal(got, []string{"2 differs"}) {
		t.Errorf("what is cancelled ahead: %q", got)
	}
}
