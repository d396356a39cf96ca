package network

import (
	"testing"

	"kumppani/model"
	"kumppani/ui/stage"
)

func showSurveys(t *testing.T, store *shelf, l model.Language) *table[*Surveys] {
	t.Helper()
	x := &table[*Surveys]{Stage: stage.New(t, l, today), store: store}
	x.view = NewSurveys(x.Desk, store)
	x.Put(x.view.Content(), func() any { return x.view })
	return x
}

func TestASurveyBesideTheLastOneLikeIt(t *testing.T) {
	x := showSurveys(t, region(), model.Finnish)
	x.Sees("120 (edellisessä 100)", "48 (edellisessä 30)", "40\u00a0% (edellisessä 30\u00a0%)", "92\u00a0% (edellisessä 88\u00a0%)", "Aukioloa toivotaan myös iltaisin.")
	x.Tap("Edellinen vastaava: Palautekysely 2025, 21.5.2025")
	x.Sees("30\u00a0%")
	x.SeesPart("Aiempaa vastaavaa kyselyä ei ole kirjattu")
}

func TestSurveyForm(t *testing.T) {
	x := showSurveys(t, region(), model.Swedish)
	x.view.New()
	x.Sees("Bara summor: inga enskilda svar.")
	x.Type("Rådgivningens enkät")
	x.TabTo("Tillfrågade")
	x.TypeFields("10", "12")
	x.view.Save()
	if len(x.store.surveys) != 3 {
		t.Fatal("more answers than were asked are kept without a word")
	}
	x.view.Save()
	made := x.store.surveys[len(x.store.surveys)-1]
	if made.Name != "Rådgivningens enkät" || made.On != today || made.Answers != model.CountOf(12) || made.Positive.Known {
		t.Errorf("kept %+v", made)
	}
	x.view.askDelete(made)
	x.Tap("Ta bort")
	if len(x.store.surveys) != 3 {
		t.Error("it is not removed")
	}
}
