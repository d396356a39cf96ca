package meetings

import (
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestSeasonPage(t *testing.T) {
	x := showPlans(t, planRegion(), seasonsTab, model.Finnish)
	x.OpenKind(model.KindSeason, "syksy")
	x.SeesPart("31.8.–11.12.2026 · 15 viikkoa", "tulossa", "Kautta ei ole suunniteltu.", "Syysloma · Sarkajärvi", "la 31.10.2026", "pyhäinpäivä",
		"itsenäisyyspäivä", "juhannus- ja jouluaattona ei kokoonnuta")
	x.Tap("Syysloma · Sarkajärvi")
	if x.Current() != closuresTab || x.closures().register.Selected() != "loma" {
		t.Errorf("view %d shows %q", x.Current(), x.closures().register.Selected())
	}
}

func TestSeasonForm(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	x.New()
	x.Save()
	x.SeesPart(words.T("problem.required"))
	x.TypeFields("Kevät 2027", "", "", "21.5.2027", "11.1.2027")
	x.Save()
	x.SeesPart("Päättymispäivä 11.1.2027 on ennen alkamispäivää 21.5.2027. Tarkista päivät.")
	if len(store.seasons) != 2 {
		t.Fatal("a season that ends before it begins was kept")
	}
	x.Retype("21.12.2027") // the field with the problem has the keyboard
	x.Save()
	if len(store.seasons) != 3 {
		x.T.Fatalf("not saved: %+v", store.seasons)
	}
	made := store.seasons[2]
	if made.Name.Fi != "Kevät 2027" || made.From != model.MustDate("2027-05-21") || made.Until != model.MustDate("2027-12-21") || !made.Eves {
		t.Errorf("kept %+v", made)
	}
}

func TestSeasonsThatOverlapAreWarnedAbout(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	x.seasons().openForm(model.Season{Name: model.Text{Fi: "Joulu"}, From: model.MustDate("2026-12-01"), Until: model.MustDate("2026-12-31")}, true)
	x.Save()
	x.SeesPart("Kausi menee päällekkäin kauden ”Syksy 2026” kanssa.")
	if len(store.seasons) != 2 {
		t.Error("the warning was not shown before saving")
	}
	x.Save()
	if len(store.seasons) != 3 {
		t.Error("a warning that was seen keeps from saving")
	}
}

func TestDeleteSeason(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	x.plan()
	x.writePlan()
	x.Leave()
	x.seasons().askDelete(store.seasons[0])
	x.Tap("Poista kausi")
	if len(store.seasons) != 2 || x.Window.Canvas().Overlays().Top() == nil {
		t.Error("a season with sessions must stay, and why must be said")
	}
	x.Press(fyne.KeyReturn)
	x.seasons().askDelete(store.seasons[1])
	x.Tap("Poista kausi")
	if len(store.seasons) != 1 {
		t.Error("a season without sessions can be removed")
	}
}

func TestASeasonCountsItsSessions(t *testing.T) {
	x := showPlans(t, planRegion(), seasonsTab, model.Swedish)
	x.plan()
	x.writePlan()
	x.Leave()
	x.Sees("Kommande", "24", "Hållna", "Inte antecknade", "Inställda")
	for want, n := range map[string]sessionTally{
		"":                              {},
		"3 träffar":                     {model.StatusAhead: 2, model.StatusHeld: 1},
		"6 träffar · 5 inte antecknade": {model.StatusCancelled: 1, model.StatusNotEntered: 5},
	} {
		if got := n.say(); got != want {
			t.Errorf("the list says %q, want %q", got, want)
		}
	}
}

func TestNoSeasons(t *testing.T) {
	store := planRegion()
	store.seasons = nil
	x := showPlans(t, store, seasonsTab, model.Swedish)
	x.SeesPart("Det finns inga säsonger ännu.")
}
