package network

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/stage"
)

func showYear(t *testing.T, store *shelf, l model.Language) *table[*Year] {
	t.Helper()
	x := &table[*Year]{Stage: stage.New(t, l, today), store: store}
	x.view = NewYear(x.Desk, store)
	x.Put(x.view.Content(), func() any { return x.view })
	return x
}

// stands puts the keyboard on the cell of a practice in a municipality.
func (x *tableOfYear) stands(p model.Practice, town int) {
	x.T.Helper()
	row := slices.IndexFunc(x.view.table.rows, func(l practiceLine) bool { return l.practice == p })
	if row < 0 {
		x.T.Fatalf("%s is not shown", p)
	}
	x.Press(fyne.KeyHome)
	for range row {
		x.Press(fyne.KeyDown)
	}
	for range len(x.view.facts.municipalities) {
		x.Press(fyne.KeyLeft)
	}
	for range town {
		x.Press(fyne.KeyRight)
	}
}

type tableOfYear struct{ *table[*Year] }

func TestAYearIsMostlyFilledFromTheRegisters(t *testing.T) {
	x := showYear(t, region(), model.Finnish)
	x.Sees("Vuosi 2026", "1 (edellisvuonna 1)", "16 (edellisvuonna 5)", "1 · 1 kirjaamatta (edellisvuonna 1)", "2 (edellisvuonna 1)")
	x.SeesPart("Vuodesta 2026 ei ole vielä kirjattu mitään", "Edellisvuonna: 12\u00a0000\u00a0€ · hyvinvointilautakunta", "Rekisterissä: 1 kohtaamispaikka käytössä",
		"Edellisvuonna: 2 – alussa · ei hissiä", "Edellisvuonna: joskus")
	x.Tap("16 (edellisvuonna 5)")
	if want := (stage.Record{Kind: model.KindSession}); len(x.Opened) != 1 || x.Opened[0] != want {
		t.Errorf("opened %v", x.Opened)
	}
}

// A register that was begun later, or is empty, does not say zero.
func TestWhatNoRegisterTellsIsNotZero(t *testing.T) {
	x := showYear(t, &shelf{years: map[int]model.YearRecord{}}, model.Finnish)
	x.Sees("Verkoston kokouksia", unknown)
	x.Misses("edellisvuonna")
	if x.Shows("0") {
		t.Error("an empty register says zero")
	}
	store := region()
	store.events = []model.Event{{State: model.EventHeld, Days: []model.EventDay{{Date: d("2026-03-01")}}}}
	store.surveys = store.surveys[:1]
	x = showYear(t, store, model.Finnish)
	x.Sees("1 koulutustapahtuma · 0 hyväksyttyä suoritusta", "2 (edellisvuonna 1)") // of last year only the meetings are known
	store.surveys[0].On = d("2025-03-01")
	x = showYear(t, store, model.Finnish)
	x.Sees("0 (edellisvuonna 1)") // a year without surveys after one with some
}

func TestWhatAgreementsPromiseForAYear(t *testing.T) {
	store := region()
	store.agreements = []model.AgreementSummary{
		{ID: "now", Form: model.Oral, AgreedOn: d("2026-01-01")},
		{ID: "over", Form: model.Oral, AgreedOn: d("2024-01-01"), ValidUntil: d("2025-12-31")},
	}
	money := model.Contribution{Kind: model.ContributedMoney, Amount: model.AmountOf(50_000), Unit: "€", Per: model.PerYear}
	store.contributions = []model.AgreementContribution{
		{AgreementID: "now", Contribution: money},
		{AgreementID: "now", Contribution: money},
		{AgreementID: "over", Contribution: money},
		{AgreementID: "now", Contribution: model.Contribution{Kind: model.ContributedPremises}},
	}
	x := showYear(t, store, model.Finnish)
	x.Sees("1\u00a0000\u00a0€ vuodessa (edellisvuonna 500\u00a0€ vuodessa)")
	x.SeesPart("Rekisterissä: 1 kohtaamispaikka käytössä, sopimuksissa 1 tila")
}

func TestAYearIsSavedAsAWhole(t *testing.T) {
	x := showYear(t, region(), model.Finnish)
	x.TabTo("Oma määräraha")
	x.Choose("kyllä")
	x.TabTo("Määrä (€)")
	x.Type("15000")
	x.TabTo("Kirjasto")
	x.Choose("aktiiv")
	x.TabTo("Seurakunta")
	x.Choose("hyvin")
	x.TabTo("Saavutettavuus")
	x.Choose("3")
	if len(x.store.years) != 1 {
		t.Fatal("something is written before it is saved")
	}
	x.view.Save()
	want := model.NewYearRecord(2026)
	want.Resources[model.ResourceBudget] = model.Resource{Given: model.Yes, Amount: model.AmountOf(1_500_000)}
	want.Services[model.Library] = model.TakesPartActively
	want.Cooperation[model.Parish] = model.CooperatesWell
	want.Quality[model.QualityAccessibility] = model.QualityMark{Step: model.CountOf(3)}
	if got := x.store.years[2026]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v", got)
	}
	sheet := x.view.sheet
	x.view.Reload()
	if x.view.sheet != sheet {
		t.Error("the page was made anew although nothing in it is different")
	}
}

func TestAnotherYearAsksForUnsavedChanges(t *testing.T) {
	x := showYear(t, region(), model.Finnish)
	x.TabTo("Kirjasto")
	x.Choose("joskus")
	x.view.Step(-1)
	x.Tap("Palaa lomakkeeseen")
	x.Sees("Vuosi 2026")
	x.view.Reload()
	if part := *x.view.draft.services[model.Library]; part != model.TakesPartSometimes {
		t.Errorf("what was not saved is lost: %q", part)
	}
	x.view.Step(-1)
	x.Tap("Hylkää muutokset")
	x.Sees("Vuosi 2025")
	x.view.Step(1)
	x.view.Step(1)
	x.Sees("Vuosi 2027")
	x.view.Step(1) // the future is not told yet
	x.Sees("Vuosi 2027")
	x.view.Open("2025")
	x.Sees("Vuosi 2025")
	if len(x.store.years) != 1 {
		t.Error("looking writes")
	}
}

func TestAYearBeginsFromTheLast(t *testing.T) {
	x := showYear(t, region(), model.Finnish)
	x.Tap("Aloita viime vuoden tiedoista")
	x.Misses("Vuodesta 2026 ei ole vielä kirjattu mitään")
	x.view.Save()
	got := x.store.years[2026]
	if !maps.Equal(got.Services, map[model.Service]model.ServicePart{model.Library: model.TakesPartSometimes}) || len(got.Practices) != 1 || len(got.Resources)+len(got.Quality) > 0 {
		t.Errorf("kept %+v", got)
	}
}

func TestPracticesInMunicipalities(t *testing.T) {
	x := tableOfYear{showYear(t, region(), model.Finnish)}
	x.Tap("Käytännöt kunnissa")
	fathers := model.PeerGroupsFor("fathers")
	x.stands(fathers, 0)
	x.SeesPart("Vertaisryhmä: isät · Sarkajärvi: rekisterissä")
	x.Type("3")
	x.SeesPart("Vertaisryhmä: isät · Sarkajärvi: vakiintunut")
	x.stands(model.CoupleWork, 1)
	x.SeesPart("Parisuhteen tukeminen · Rantaniemi: ei vastausta · Edellisvuonna: kokeilu")
	x.Type("4")
	x.Type("0")
	x.SeesPart("Rantaniemi: ei vastausta")
	x.Press(fyne.KeyReturn)
	x.Choose("vakiintum")
	x.Press(fyne.KeyTab)
	x.Type("Kaksi paria")
	x.Tap("Aseta")
	x.view.Save()
	got := x.store.years[2026].Practices
	want := []model.PracticeEntry{
		{Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, Practice: model.CoupleWork, Stage: model.PracticeBecoming, Detail: "Kaksi paria"},
		{Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, Practice: fathers, Stage: model.PracticeEstablished},
	}
	if !slices.Equal(got, want) {
		t.Errorf("kept %+v", got)
	}
}

func TestLongAreasShowFirstWhatIsInUse(t *testing.T) {
	x := tableOfYear{showYear(t, region(), model.Finnish)}
	x.Tap("Käytännöt kunnissa")
	shown := func(a model.PracticeArea) (n int) {
		for _, l := range x.view.table.rows {
			if l.area == a && l.practice != "" {
				n++
			}
		}
		return n
	}
	if got := shown(model.AreaPeerGroups); got != 1 {
		t.Fatalf("%d audiences are shown, of which one has a group", got)
	}
	head := slices.IndexFunc(x.view.table.rows, func(l practiceLine) bool { return l.area == model.AreaPeerGroups })
	x.view.table.open(head, -1)
	if got := shown(model.AreaPeerGroups); got != len(model.Audiences()) {
		t.Errorf("%d audiences are shown after asking for all", got)
	}
}

func TestAYearInSwedishLeadsToItsReport(t *testing.T) {
	x := showYear(t, region(), model.Swedish)
	asked := 0
	x.view.SetOnReport(func(year int) { asked = year })
	x.Tap("Verksamhetsberättelse")
	if asked != 2026 {
		t.Errorf("asked for %d", asked)
	}
	x.Sees("År 2026", "16 (året innan 5)")
}

func TestARefusedYearSaysWhere(t *testing.T) {
	x := showYear(t, region(), model.Finnish)
	x.TabTo("Määrä (€)")
	x.Type("-5")
	x.Tap("Käytännöt kunnissa")
	x.view.Save()
	x.SeesPart("Luku ei voi olla negatiivinen.")
	if _, kept := x.store.years[2026]; kept {
		t.Error("it was kept")
	}
}

func TestEarlyInTheYearTheLastOneIsShown(t *testing.T) {
	for day, want := range map[string]int{"2027-01-08": 2026, "2027-03-31": 2026, "2027-04-01": 2027} {
		s := stage.New(t, model.Finnish, d(day))
		if got := NewYear(s.Desk, region()).year; got != want {
			t.Errorf("on %s it shows %d, want %d", day, got, want)
		}
	}
}
