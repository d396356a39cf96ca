package calendar

import (
	"slices"
	"testing"

	"kumppani/model"
)

func TestSubstitutesAreToldWithTheirReasons(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-12-01", model.Finnish)
	x.Tap("Kuka pääsee?")
	var order []string
	for _, text := range x.Texts() {
		if slices.Contains([]string{"Bertta Salo", "Kaisu Ranta", "Onni Tauko", "Terhi Terveydenhoitaja"}, text) {
			order = append(order, text)
		}
	}
	if !slices.Equal(order, []string{"Bertta Salo", "Onni Tauko", "Kaisu Ranta"}) { // who is free first
		t.Errorf("offered %v", order)
	}
	x.Sees("Aino Kettula tarvitsee sijaisen: ti 1.12.2026 klo 9.30–11.30", "vapaa",
		"yleensä vapaa: ti aamupäivä · sama kunta, Sarkajärvi · ohjaa 0 kertaa kaudella · 040 000 0102",
		"ohjaa samaan aikaan", "Kaisu Ranta ohjaa samaan aikaan: Rannan ryhmä klo 10.00–12.00.", "toinen kunta, Rantaniemi · ohjaa 4 kertaa kaudella",
		"tauolla", "valmius: puuttuu")
	x.Tap("Takaisin")
	x.Sees("3/4 · Syksy 2026")
}

func TestASubstituteForOneSession(t *testing.T) {
	store := panelVillage()
	store.leaders[0].Absences = nil
	x := showPanel(t, store, "c2026-12-01", model.Finnish)
	x.Tap("Kuka pääsee sijaiseksi: Aino Kettula")
	x.Tap("Valitse Bertta Salo")
	if got := x.store.kept("c2026-12-01").Leaders; !slices.Equal(got, []model.ID{"terhi", "bertta"}) {
		t.Errorf("led by %v", got)
	}
	x.Sees("Bertta Salo")
	if want := "Bertta Salo ohjaa kerran (ti 1.12.2026 klo 9.30–11.30). Ohjaajana oli Aino Kettula."; x.Desk.Messages.Text() != want {
		t.Errorf("said %q", x.Desk.Messages.Text())
	}
	undo(x.Stage)
	if got := x.store.kept("c2026-12-01").Leaders; !slices.Equal(got, []model.ID{"terhi", "aino"}) {
		t.Errorf("after undoing led by %v", got)
	}
}

func TestASubstituteForAWholeAbsence(t *testing.T) {
	for verb, want := range map[string][]bool{
		"Vain tämä kerta": {false, true, false}, "Kaikki 2 kertaa": {false, true, true}, "Peruuta": {false, false, false},
	} {
		t.Run(verb, func(t *testing.T) {
			x := showPanel(t, panelVillage(), "c2026-12-01", model.Finnish)
			x.Tap("Kuka pääsee sijaiseksi: Aino Kettula")
			x.Tap("Valitse Kaisu Ranta")
			x.Sees("ti 1.12.2026 klo 9.30–11.30, Perhekahvila Sarka. Kaisu Ranta ohjaa samaan aikaan: Rannan ryhmä klo 10.00–12.00.")
			x.Tap(verb)
			for i, id := range []model.ID{"c2026-11-24", "c2026-12-01", "c2026-12-15"} {
				if got := x.store.kept(id); got.Led("kaisu") != want[i] || got.Led("aino") == want[i] {
					t.Errorf("%s is led by %v", id, got.Leaders)
				}
			}
			if verb == "Kaikki 2 kertaa" {
				undo(x.Stage)
				if !x.store.kept("c2026-12-01").Led("aino") || !x.store.kept("c2026-12-15").Led("aino") {
					t.Error("not all were taken back")
				}
			}
		})
	}
}

func TestTheMissingHalf(t *testing.T) {
	store := panelVillage()
	x := showPanel(t, store, "r2026-11-24", model.Finnish)
	x.Tap("Kuka pääsee?")
	x.Sees("Terhi Terveydenhoitaja")
	x.Misses("Bertta Salo")
	x.Tap("Näytä myös vapaaehtoiset")
	x.Sees("Bertta Salo", "Terhi Terveydenhoitaja")
	x.Tap("Valitse Bertta Salo")
	if got := x.store.kept("r2026-11-24").Leaders; !slices.Equal(got, []model.ID{"kaisu", "bertta"}) {
		t.Errorf("led by %v", got)
	}
}

func TestManySubstitutesAreShownInParts(t *testing.T) {
	store := panelVillage()
	for i := range 30 {
		l := store.leaders[1]
		l.ID = model.ID(rune('A' + i))
		store.leaders = append(store.leaders, l)
	}
	x := showPanel(t, store, "c2026-12-01", model.Finnish)
	x.findSubstitute("aino", "")
	count := func() (n int) {
		for _, text := range x.Texts() {
			if text == "Valitse" {
				n++
			}
		}
		return n
	}
	if got := count(); got != substitutesShown {
		t.Fatalf("%d are shown at first", got)
	}
	x.Tap("Näytä lisää (21)")
	if got := count(); got != 2*substitutesShown {
		t.Errorf("%d are shown then", got)
	}
}
