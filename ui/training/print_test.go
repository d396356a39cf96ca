package training

import (
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestPrintsOfAnEvent(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.OpenKind(model.KindEvent, "held")
	x.Print()
	x.Tap("Suomi ja ruotsi")
	e, _ := x.records.event("held")
	p := &eventPage{eventsView: x.events(), r: x.records, e: e, in: words.In(model.Finnish)}
	p.askCertificates()
	x.Sees("Tulostetaan 1 hyväksytyn todistus. Millä kielellä?")
	x.Tap("Ruotsi")
	p.askCertificate()
	x.Tap("Tulosta")
	if len(x.Viewed) != 3 {
		t.Fatalf("shown were %q", x.Viewed)
	}
	for i, want := range []string{"Osallistujaluettelo", "Utbildningsintyg", "Todistus"} {
		if !strings.HasPrefix(x.Viewed[i], want) || !strings.HasSuffix(x.Viewed[i], ".pdf") {
			t.Errorf("document %d is %q, want %s", i, x.Viewed[i], want)
		}
	}
}

func TestTheListOfASwedishEventBeginsInSwedish(t *testing.T) {
	p := &eventPage{e: model.Event{Languages: []model.Language{model.Swedish}}}
	if got := p.languagePair(); got[0] != model.Swedish || got[1] != model.Finnish {
		t.Errorf("the languages of the paper are %v", got)
	}
}
