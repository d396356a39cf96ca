package leaders

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
)

func TestMergeOffersTheLikelyOnesFirst(t *testing.T) {
	store := village()
	store.leaders = append(store.leaders, model.Leader{ID: "tupla", Kind: model.Volunteer, Name: "sanna virtamäki", Phone: "+358401234567", Email: "sanna@example.org"})
	x := stageOn(t, store)
	options := x.mergeOptions(store.leader("sanna"))
	if len(options) != 3 || options[0].Value != "tupla" || options[0].Detail != "samanniminen" {
		t.Fatalf("offered %+v", options)
	}
	x.merge(store.leader("sanna"))
	x.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn) // the likely one is chosen already; look at what changes
	x.sees("sanna@example.org (täydentyy)", "Sanna Virtamäki · 040 123 4567", "sanna virtamäki · +358401234567")
	x.tap("Vaihda, kumpi jää")
	x.sees("2 lisää", "1 tapahtuma siirtyy")
	x.press(fyne.KeyReturn)
	if len(store.leaders) != 4 {
		t.Fatal("Enter merged, but it must only leave")
	}
	x.merge(store.leader("sanna"))
	x.tap("Katso, mitä muuttuu")
	x.tap("Yhdistä")
	if got := store.leader("sanna"); len(store.leaders) != 3 || got.Email != "sanna@example.org" {
		t.Errorf("%d leaders, kept %+v", len(store.leaders), got)
	}
}

func TestMergeAsksForTheOther(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.merge(store.leader("sanna"))
	x.tap("Katso, mitä muuttuu")
	x.sees("Valitse ohjaaja.")
}

func TestRemovalSaysWhatGoesAndWhatStays(t *testing.T) {
	for _, c := range []struct {
		first, second string
		says          []string
		gone          func(*drawer) []model.ID
	}{
		{"Anonymisoi…", "Anonymisoi", []string{"3 tietoa poistuu", "2 jää ilman nimeä", "1 tieto poistuu", "1 jää ilman nimeä"}, func(d *drawer) []model.ID { return d.anonymised }},
		{"Poista kokonaan…", "Poista kokonaan", []string{"3 tietoa poistuu", "2 tietoa poistuu"}, func(d *drawer) []model.ID { return d.erased }},
	} {
		store := village()
		x := stageOn(t, store)
		x.remove(store.leader("sanna"))
		x.press(fyne.KeyReturn)
		if x.window.Canvas().Overlays().Top() != nil {
			t.Fatal("Enter does not leave")
		}
		x.remove(store.leader("sanna"))
		x.tap(c.first)
		x.sees(c.says...)
		x.sees("Tätä ei voi perua", "aiemmin otetuissa kopioissa")
		x.press(fyne.KeyReturn)
		if len(c.gone(store)) != 0 {
			t.Fatalf("%s: Enter removed, but it must only leave", c.first)
		}
		x.remove(store.leader("sanna"))
		x.tap(c.first)
		x.tap(c.second)
		if !slices.Equal(c.gone(store), []model.ID{"sanna"}) {
			t.Errorf("%s removed %v", c.first, c.gone(store))
		}
	}
}

func TestARemovalThatFailsSaysSo(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.previewRemoval(store.leader("sanna"), false, func() { t.Error("done was called") })
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "anonymise leader"}
	x.tap("Anonymisoi")
	if x.window.Canvas().Overlays().Top() == nil || x.desk.Messages.Text() != "" {
		t.Error("nothing was told")
	}
}

func TestReviewProposesAndDoesNothingByItself(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.review()
	x.sees("Ensio Entinen", "Sanna Virtamäki", "Vertaisohjaaja", "säilytetään 12 kuukautta")
	if len(store.anonymised)+len(store.erased) != 0 || store.events[0].Participations[1].Outsider.Name != "Ulla Ulkopuolinen" {
		t.Fatal("something was removed by itself")
	}

	x.tap("Poista nimet") // asks
	x.tap("Poista nimet")
	got := store.events[0].Participations
	if got[1].Outsider != (model.Outsider{Organisation: "Srk", Sector: model.Parish, Removed: true}) || got[1].Feedback != "" || got[0].Feedback != "Hyvä" {
		t.Errorf("kept %+v", got)
	}
	x.misses("Poista nimet")

	x.tap("Poista otteen päivät")
	x.tap("Poista otteen päivät")
	if got := store.leader("sanna").Tasks[1].Check; got != (model.BackgroundCheck{Need: model.CheckNeeded}) {
		t.Errorf("kept %+v", got)
	}
	x.misses("Poista otteen päivät")

	x.tap("Poista henkilö…")
	x.tap("Anonymisoi…")
	x.tap("Anonymisoi")
	x.sees("Poistettavaa ei ole.")
	if !slices.Equal(store.anonymised, []model.ID{"entinen"}) {
		t.Errorf("removed %v", store.anonymised)
	}
}
