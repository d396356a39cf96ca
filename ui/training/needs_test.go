package training

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestNextSpring(t *testing.T) {
	for today, want := range map[string]string{
		"2026-11-22": "2027-03-01", "2027-02-28": "2027-03-01", "2027-03-01": "2027-03-01", "2027-03-02": "2028-03-01",
	} {
		if got := nextSpring(model.MustDate(today)); got != model.MustDate(want) {
			t.Errorf("on %s the next spring is %s, want %s", today, got, want)
		}
	}
}

func TestNeeds(t *testing.T) {
	x := showLearnt(t, learnt(), needsTab, model.Finnish)
	x.Sees("Rantaniemi", "Sarkajärvi", "Perhekahvilaohjaaja", "Vertaisryhmän ohjaaja",
		// Sari's training can still be renewed on 1.3.2027; Kaisa takes part in January
		"Huolen puheeksi ottaminen: puuttuu 1/3 ohjaajalta. 1 on mukana suunnitellussa tapahtumassa.\nKaisa Öster",
		"Vertaisryhmän ohjaajan koulutus: puuttuu 2/2 ohjaajalta.\nOuti Vainio, Ville Harjunen")
	v := x.needs()
	v.date.SetText("1.6.2027")
	x.Sees("Huolen puheeksi ottaminen: puuttuu 2/3 ohjaajalta. 1 on mukana suunnitellussa tapahtumassa.\nKaisa Öster, Sari Lampila")
}

func TestNeedsInSwedishWithHiddenNames(t *testing.T) {
	shelf := learnt()
	x := showLearnt(t, shelf, needsTab, model.Swedish)
	x.desk.SetHidden(true)
	x.Reload()
	x.Sees("Strandnäs", "Åkersjö", "Att ta upp oron: 1 av 3 ledare saknar den. 1 är med i ett planerat tillfälle.\nK. Ö.")
}

func TestNeedBeginsAnEvent(t *testing.T) {
	x := showLearnt(t, learnt(), needsTab, model.Finnish)
	v := x.needs()
	all := model.NeedsOn(v.day, x.records.leaders, x.records.programmes, x.records.record)
	i := slices.IndexFunc(all, func(n model.Need) bool { return n.ProgrammeID == "huoli" })
	if got := v.notEnrolled(all[i]); len(got) != 0 {
		t.Errorf("%v are entered into a second event; Kaisa takes part in one already", got)
	}
	x.Tap("Suunnittele koulutus") // the first: peer group leaders of Rantaniemi
	if x.Current() != eventsTab || !x.events().register.FormOpen() {
		t.Fatal("no event was begun")
	}
	x.Save()
	x.Save() // it has no days yet
	made := x.store.events[len(x.store.events)-1]
	if made.ProgrammeID != "vertais" || len(made.Participations) != 2 || made.Participations[0].LeaderID != "outi" {
		t.Errorf("made %+v", made)
	}
}

func TestNothingNeeded(t *testing.T) {
	shelf := learnt()
	for i := range shelf.programmes {
		shelf.programmes[i].Tasks = nil
	}
	showLearnt(t, shelf, needsTab, model.Finnish).Sees("Tarpeet lasketaan ohjelmista, joita suositellaan johonkin tehtävään. Lisää suositus ohjelman lomakkeella.")
	shelf.leaders, shelf.completions = nil, nil
	shelf.programmes[0].Tasks = model.TaskKinds()
	x := showLearnt(t, shelf, needsTab, model.Finnish)
	x.Sees("Kaikilla ohjaajilla on tehtäviinsä suositellut koulutukset.", "Mikään koulutus ei vanhene 90 päivän sisällä.")
}

func TestExpiring(t *testing.T) {
	x := showLearnt(t, learnt(), needsTab, model.Finnish)
	x.Sees("20.10.2026 · Ville Harjunen · Huolen puheeksi ottaminen", "31.12.2026 · Sari Lampila · Huolen puheeksi ottaminen")
	v := x.needs()
	v.choice.SetValue(30)
	v.choice.OnChanged()
	if x.Shows("31.12.2026 · Sari Lampila · Huolen puheeksi ottaminen") {
		t.Error("what runs out in 39 days is listed among 30")
	}
	x.Tap("20.10.2026 · Ville Harjunen · Huolen puheeksi ottaminen")
	if !slices.Equal(x.OpenedIDs(), []model.ID{"ville"}) {
		t.Errorf("opened %v", x.OpenedIDs())
	}
}

func TestExtend(t *testing.T) {
	shelf := learnt()
	x := showLearnt(t, shelf, needsTab, model.Finnish)
	x.Tap("Jatka monen voimassaoloa")
	f := x.needs().form
	if !slices.Equal(f.x.Leaders, []model.ID{"ville", "sari"}) || f.x.ProgrammeID != "huoli" {
		t.Fatalf("the draft is %+v: the only programme that runs out, and everybody in it", f.x)
	}
	x.Save()
	x.Sees(words.T("kit.form.refusal") + " " + words.T("problem.required"))
	x.Type("31.5.2027") // the first field that was refused has the keyboard
	x.Press(fyne.KeyTab)
	x.Type("Kevään kurssi peruttiin")
	f.tick("ville", false)
	shelf.fails = shelfFull
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil || x.needs().form == nil {
		t.Fatal("a full disk is not told, or the form is gone")
	}
	x.Press(fyne.KeyReturn)
	shelf.fails = nil
	x.Save()
	want := model.Extension{
		ProgrammeID: "huoli", Until: model.MustDate("2027-05-31"), Reason: "Kevään kurssi peruttiin", MadeOn: eventToday, Leaders: []model.ID{"sari"},
	}
	if len(shelf.extensions) != 1 {
		t.Fatalf("%d extensions", len(shelf.extensions))
	}
	got := shelf.extensions[0]
	want.ID = got.ID
	if got.ID == "" || got.Reason != want.Reason || got.Until != want.Until || got.MadeOn != want.MadeOn || !slices.Equal(got.Leaders, want.Leaders) {
		t.Errorf("made %+v, want %+v", got, want)
	}
	if x.Shows("31.12.2026 · Sari Lampila · Huolen puheeksi ottaminen") {
		t.Error("Sari's training still runs out on 31.12.")
	}
	x.Tap("Peru jatko")
	x.Tap("Peru jatko") // in the dialog
	if len(shelf.extensions) != 0 {
		t.Error("the extension was not taken back")
	}
	x.Sees("31.12.2026 · Sari Lampila · Huolen puheeksi ottaminen")
}

func TestExtendNobody(t *testing.T) {
	shelf := learnt()
	x := showLearnt(t, shelf, needsTab, model.Finnish)
	x.Tap("Jatka monen voimassaoloa")
	f := x.needs().form
	f.x.Until, f.x.Reason = model.MustDate("2027-05-31"), "syy"
	f.tick("ville", false)
	f.tick("sari", false)
	x.Save()
	x.Sees("Valitse vähintään yksi ohjaaja.")
	if len(shelf.extensions) != 0 {
		t.Error("an extension for nobody was kept")
	}
}

func TestExtendAsksBeforeItIsLost(t *testing.T) {
	x := showLearnt(t, learnt(), needsTab, model.Finnish)
	x.Tap("Jatka monen voimassaoloa")
	x.needs().form.tick("ville", false)
	x.Bring(matrixTab, func() {})
	if x.Current() != needsTab {
		t.Fatal("the form was left without a question")
	}
	x.Tap("Hylkää muutokset")
	if x.Current() != matrixTab || x.needs().form != nil {
		t.Errorf("view %d is shown, the form is %v", x.Current(), x.needs().form)
	}
}
