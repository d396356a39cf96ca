package leaders

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
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
	x.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn) // the likely one is chosen already; look at what changes
	x.SeesPart("sanna@example.org (täydentyy)", "Sanna Virtamäki · 040 123 4567", "sanna virtamäki · +358401234567")
	x.Tap("Vaihda, kumpi jää")
	x.SeesPart("2 lisää", "1 tapahtuma siirtyy")
	x.Press(fyne.KeyReturn)
	if len(store.leaders) != 4 {
		t.Fatal("Enter merged, but it must only leave")
	}
	x.merge(store.leader("sanna"))
	x.Tap("Katso, mitä muuttuu")
	x.Tap("Yhdistä")
	if got := store.leader("sanna"); len(store.leaders) != 3 || got.Email != "sanna@example.org" {
		t.Errorf("%d leaders, kept %+v", len(store.leaders), got)
	}
}

func TestMergeKeepsTheLongerKnownAndTellsTheState(t *testing.T) {
	store := village()
	again := model.Leader{ID: "tupla", Kind: model.Volunteer, Name: "Sanna Virtamäki", Phone: "0401234567"}
	again.Statuses = []model.LeaderStatus{{State: model.LeaderOnBreak, From: sunday}}
	store.leaders = append(store.leaders, again)
	x := stageOn(t, store)
	x.merge(store.leader("tupla"))
	x.Tap("Katso, mitä muuttuu")
	x.SeesPart("Tila sen jälkeen", "Tauolla "+words.In(model.Finnish).Date(sunday)+" alkaen")
	x.Tap("Yhdistä")
	if len(store.leaders) != 3 || store.at("sanna") < 0 || store.at("tupla") >= 0 {
		t.Errorf("kept %+v", store.leaders)
	}
}

func TestMergeAsksForTheOther(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.merge(store.leader("sanna"))
	x.Tap("Katso, mitä muuttuu")
	x.SeesPart("Valitse ohjaaja.")
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
		store.sessions = []model.Session{
			{ID: "held", Date: sunday.AddDays(-7), Leaders: []model.ID{"sanna"}},
			{ID: "next", Date: sunday.AddDays(1), Leaders: []model.ID{"x", "sanna"}},
			{ID: "off", Date: sunday.AddDays(2), Leaders: []model.ID{"sanna"}, State: model.SessionCancelled},
			{ID: "far", Date: sunday.AddDays(400), Leaders: []model.ID{"sanna"}},
			{ID: "others", Date: sunday.AddDays(3), Leaders: []model.ID{"x"}},
		}
		x := stageOn(t, store)
		x.remove(store.leader("sanna"))
		x.Press(fyne.KeyReturn)
		if x.Window.Canvas().Overlays().Top() != nil {
			t.Fatal("Enter does not leave")
		}
		x.remove(store.leader("sanna"))
		x.Tap(c.first)
		x.SeesPart(c.says...)
		x.SeesPart("Tätä ei voi perua", "myös ohjelman omista varmuuskopioista", "hävitä myös ne",
			"2 kerralle on etsittävä toinen ohjaaja")
		x.Press(fyne.KeyReturn)
		if len(c.gone(store)) != 0 {
			t.Fatalf("%s: Enter removed, but it must only leave", c.first)
		}
		x.remove(store.leader("sanna"))
		x.Tap(c.first)
		x.Tap(c.second)
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
	x.Tap("Anonymisoi")
	if x.Window.Canvas().Overlays().Top() == nil || x.desk.Messages.Text() != "" {
		t.Error("nothing was told")
	}
}

func TestReviewProposesAndDoesNothingByItself(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.Tap("Läpikäytävää: 3")
	x.SeesPart("Ensio Entinen", "Sanna Virtamäki", "Vertaisohjaaja", "säilytetään 12 kuukautta")
	if len(store.anonymised)+len(store.erased) != 0 || store.events[0].Participations[1].Outsider.Name != "Ulla Ulkopuolinen" {
		t.Fatal("something was removed by itself")
	}

	x.Tap("Poista nimet") // asks
	x.Tap("Poista nimet")
	got := store.events[0].Participations
	if got[1].Outsider != (model.Outsider{Organisation: "Srk", Sector: model.Parish, Removed: true}) || got[1].Feedback != "" || got[0].Feedback != "Hyvä" {
		t.Errorf("kept %+v", got)
	}
	x.Misses("Poista nimet")

	x.Tap("Poista otteen päivät")
	x.Tap("Poista otteen päivät")
	if got := store.leader("sanna").Tasks[1].Check; got != (model.BackgroundCheck{Need: model.CheckNeeded}) {
		t.Errorf("kept %+v", got)
	}
	x.Misses("Poista otteen päivät")

	x.Tap("Poista henkilö…")
	x.Tap("Anonymisoi…")
	x.Tap("Anonymisoi")
	x.SeesPart("Poistettavaa ei ole.")
	x.Misses("Läpikäytävää: 3")
	if !slices.Equal(store.anonymised, []model.ID{"entinen"}) {
		t.Errorf("removed %v", store.anonymised)
	}
}
