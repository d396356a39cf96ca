package meetings

import (
	"testing"

	"kumppani/model"
)

func TestAGroupThatGoesOnFromAnotherLeadsToIt(t *testing.T) {
	store := village()
	for i := range store.groups {
		if store.groups[i].ID == "eka" {
			store.groups[i].ContinuesID, store.groups[i].RunsFrom = "loppu", model.MustDate("2026-06-01")
		}
	}
	x := showVillage(t, store, model.Finnish)
	x.OpenKind(model.KindGroup, "eka")
	x.Sees("Jatkaa ryhmää")
	x.Tap("Loppunut ryhmä · –31.5.2026")
	x.Sees("Jatkuu ryhmänä", "Ekavauva · 1.6.2026–")
}
