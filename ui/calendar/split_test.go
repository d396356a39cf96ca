package calendar

import (
	"slices"
	"testing"

	"kumppani/model"
)

// newTime opens the split from the session and moves it half an hour later.
func newTime(t *testing.T, store *shelf) *panelTable {
	t.Helper()
	x := showPanel(t, store, "c2026-12-01", model.Finnish)
	x.do("Muuta tästä eteenpäin")
	x.into("from", "10.00")
	x.into("until", "12.00")
	return x
}

func TestThisAndFollowing(t *testing.T) {
	store := panelVillage()
	store.sessions[6].Edited, store.sessions[6].Theme = true, "Joulujuhla" // 15.12.
	x := newTime(t, store)
	x.Save()
	x.Sees("Muutetaanko ryhmä päivästä ti 1.12.2026 alkaen?",
		"Muutos: 1 uusi kerta, 1 kerta poistuu ja 1 muokattu, kirjattu tai mennyt kerta jatkuu ennallaan.",
		"ti 15.12.2026 klo 9.30–11.30 pysyy ennallaan, koska sitä on muokattu tai siitä on kirjattu tietoja.",
		"ti 8.12.2026 jää väliin. Suljettu 8.–9.12.2026: Putkiremontti.",
		"ti 1.12.2026: Ohjaaja Aino Kettula: poissa 1.–31.12.2026.")
	if len(store.groups) != 3 {
		t.Fatal("written before it was agreed to")
	}
	x.Tap("Peruuta")
	if !x.FormOpen() || len(store.groups) != 3 {
		t.Fatal("not agreed to, and written or gone")
	}
	x.Save()
	x.Tap("Muuta")
	if len(store.groups) != 4 {
		t.Fatalf("%d groups", len(store.groups))
	}
	before, after := store.groups[0], store.groups[3]
	if before.RunsUntil != model.MustDate("2026-11-30") || before.From != clock("09:30") {
		t.Errorf("the group that ends: %+v", before)
	}
	if after.ContinuesID != "cafe" || after.RunsFrom != model.MustDate("2026-12-01") || after.From != clock("10:00") {
		t.Errorf("the group that goes on: %+v", after)
	}
	if got := x.store.kept("c2026-12-15"); got.GroupID != after.ID || got.From != clock("09:30") || got.Theme != "Joulujuhla" {
		t.Errorf("the edited session: %+v", got)
	}
	x.Sees("Ti 1.12.2026 klo 10.00–12.00", "3/4 · Syksy 2026") // the session in the place of the one that was removed
}

func TestASplitThatMeansNothingIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		field, text, says string
	}{
		"nothing changes":  {"until", "11.30", "Korjaa: Mikään ei muuttuisi. Muuta aikaa, paikkaa tai ohjaajia."},
		"end before start": {"until", "9.00", "Korjaa: Loppumisajan pitää olla alkamisajan jälkeen samana päivänä."},
		"no day":           {"split_from", "", "Korjaa: Tämä on pakollinen tieto. Täytä kenttä."},
		"before the group": {"split_from", "1.9.2026", "Korjaa: Ryhmä alkaa vasta silloin. Muuta ryhmää sen omalla lomakkeella."},
		"after the group":  {"split_from", "1.9.2027", "Korjaa: Ryhmä on silloin jo päättynyt. Valitse aiempi päivä."},
	} {
		t.Run(name, func(t *testing.T) {
			store := panelVillage()
			store.groups[0].RunsFrom, store.groups[0].RunsUntil = model.MustDate("2026-09-01"), model.MustDate("2026-12-31")
			x := showPanel(t, store, "c2026-12-01", model.Finnish)
			x.do("Muuta tästä eteenpäin")
			x.into(c.field, c.text)
			x.Save()
			x.Sees(c.says)
			if len(store.groups) != 3 {
				t.Error("written")
			}
		})
	}
}

func TestASplitThatCannotBeWrittenKeepsTheForm(t *testing.T) {
	store := panelVillage()
	x := newTime(t, store)
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "write split"}
	x.Save()
	x.Tap("Muuta")
	if !x.FormOpen() || len(store.groups) != 3 {
		t.Error("the form is gone")
	}
}

func TestASplitTellsCollisions(t *testing.T) {
	store := panelVillage()
	store.booked = []model.PartnerEvent{{PlaceID: "sarka", Date: model.MustDate("2026-12-01"), From: clock("11:30"), Until: clock("13:00"), Title: "Kuoro"}}
	x := newTime(t, store)
	x.Save()
	x.Sees("ti 1.12.2026: Paikka on varattu kumppanin kalenterissa: Kuoro klo 11.30–13.00.")
	if got := x.Texts(); slices.Contains(got, "ti 15.12.2026: Paikka on varattu kumppanin kalenterissa: Kuoro klo 11.30–13.00.") {
		t.Error("a conflict is told of a day that has none")
	}
}
