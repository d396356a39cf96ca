package calendar

import (
	"strings"
	"testing"

	"kumppani/model"
)

func TestFilters(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	v := x.week()
	if got := v.bar.count.Text; got != "5 kertaa" || v.bar.clear.Visible() {
		t.Errorf("without a filter: %q", got)
	}
	v.bar.town.SetValue(model.Municipality{Code: "997", Name: "Rantaniemi"})
	v.bar.town.OnChanged()
	if got := v.bar.count.Text; got != "4 kertaa, kaikkiaan 5" || !v.bar.clear.Visible() {
		t.Errorf("in one municipality: %q", got)
	}
	x.Show(monthTab)
	if got, _ := x.month().bar.town.Value(); got.Code != "997" {
		t.Error("the month looks through another lens")
	}
	x.Show(weekTab)
	v.bar.clear.Tapped(nil)
	v.bar.chosen(func(l *lens) { l.organiser = "mll" })
	if got := v.bar.count.Text; got != "1 kerta, kaikkiaan 5" {
		t.Errorf("of one organiser: %q", got)
	}
	if options := placeChoices(x.records, map[model.ID]int{"kyla": 3}); options[0].Label != "Kylätalo" || options[0].Detail != "3" {
		t.Errorf("offered %+v", options)
	}
	session, _ := v.agenda.find("r2026-11-24")
	v.open(session)
	if (x.lens != lens{}) {
		t.Error("a session that the lens hides was opened, and the lens stayed")
	}
}

func TestHelpTellsTheKeysOfTheGrid(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	for tab, want := range map[int]int{weekTab: 6, monthTab: 3, countTab: 3} {
		x.Show(tab)
		keys := x.MoreKeys()
		for _, k := range keys {
			if k[0] == "" || strings.Contains(k[0]+k[1], "calendar.") {
				t.Errorf("help says %q", k)
			}
		}
		if len(keys) != want {
			t.Errorf("view %d tells %d keys", tab, len(keys))
		}
	}
}
