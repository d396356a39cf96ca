package organisations

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestList(t *testing.T) {
	x := show(t, region(), model.Finnish)
	rows, err := x.rows()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range rows {
		names = append(names, r.Name)
	}
	if want := []string{"Sarkajärven kunta", "Sarkajärven seurakunta", "Strandnäs Familjeförening rf"}; !slices.Equal(names, want) {
		t.Errorf("the list shows %q, want %q: what has ceased to exist is hidden", names, want)
	}
	for i, engaged := range []string{"in_force", "in_force", "without"} {
		if got := rows[i].Of.engaged(); got != engaged {
			t.Errorf("%s is in the filter %q, want %q", names[i], got, engaged)
		}
	}
	if got, want := rows[0].Detail, "Kunta · Sarkajärvi · Marja Aaltola"; got != want {
		t.Errorf("the second line is %q, want %q: a contact who has left is not the one to call", got, want)
	}
	for _, find := range []string{"vanha vastaava", "sarkajarvi kommun", "9999001-5"} {
		if !strings.Contains(rows[0].Search, find) {
			t.Errorf("the municipality is not found by %q", find)
		}
	}
}

func TestEndedAreShownWhenAskedFor(t *testing.T) {
	x := show(t, region(), model.Finnish)
	x.ended.Checked = true
	x.ended.OnChanged()
	rows, _ := x.rows()
	if len(rows) != 4 || rows[3].Chip.Tone != kit.Past {
		t.Errorf("%d rows, the last %+v; the one that has ceased is missing", len(rows), rows[len(rows)-1].Chip)
	}
}

func TestOpenShowsOneThatHasCeased(t *testing.T) {
	x := show(t, region(), model.Finnish)
	x.Open("entinen")
	x.Reload()
	if got := x.register.Selected(); got != "entinen" {
		t.Fatalf("%q is selected", got)
	}
	x.Sees("Ähtävän kerho")
}

func TestSorts(t *testing.T) {
	x := show(t, region(), model.Finnish)
	x.ended.Checked = true
	rows, _ := x.rows()
	for i, want := range [][]model.ID{
		{"kunta", "srk", "forening", "entinen"}, // by name: å ä ö last
		{"kunta", "srk", "forening", "entinen"}, // by sector
		{"forening", "kunta", "srk", "entinen"}, // by municipality, those without one last
	} {
		slices.SortStableFunc(rows, sorts()[i].Compare)
		var got []model.ID
		for _, r := range rows {
			got = append(got, r.Of.of.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("sort %d gives %v, want %v", i, got, want)
		}
	}
}

func TestNextSteps(t *testing.T) {
	store := region()
	x := show(t, store, model.Finnish)
	for id, want := range map[model.ID][]string{
		"kunta": nil, "srk": nil, "forening": {"preparing", "business_id", "no_contact"}, "entinen": nil,
	} {
		o, _ := x.records.organisation(id)
		var got []string
		for _, s := range nextSteps(o, x.records.engagements(id), today) {
			got = append(got, s.code)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: next steps %v, want %v", id, got, want)
		}
	}
	gone, _ := x.records.organisation("kunta")
	gone.EndedOn = model.MustDate("2026-01-01")
	if s := nextSteps(gone, x.records.engagements("kunta"), today); len(s) != 1 || s[0].code != "ended_in_force" || s[0].agreement.Number != "2025-001" {
		t.Errorf("one that has ceased but is still bound: %+v", s)
	}
	if s := nextSteps(model.Organisation{Contacts: []model.Contact{{Name: "A"}}}, nil, today); len(s) != 1 || s[0].code != "no_agreement" {
		t.Errorf("one without an agreement: %+v", s)
	}
}

func TestEngagementsAreInOrder(t *testing.T) {
	x := show(t, region(), model.Finnish)
	var got []string
	for _, e := range x.records.engagements("kunta") {
		got = append(got, e.of.Number+" "+string(e.state))
	}
	if want := []string{"2026-002 draft", "2025-001 in_force"}; !slices.Equal(got, want) {
		t.Errorf("agreements %v, want %v", got, want)
	}
}

func TestPage(t *testing.T) {
	x := show(t, region(), model.Finnish)
	x.Open("kunta")
	x.Sees("Sarkajärven kunta", "Sarkajärvi kommun", "9999001-5", "Marja Aaltola, sivistysjohtaja",
		"Vanha Vastaava\n31.12.2025 asti", "Sopimus 2025-001", "2025-001 Sopimus 2025-001", "4\u00a0500\u00a0€ vuodessa", "5\u00a0000,50\u00a0€ vuodessa")
	x.Tap("Sopimus 2026-002")
	if !slices.Equal(x.OpenedIDs(), []model.ID{"b"}) {
		t.Errorf("the link of an agreement opened %v", x.OpenedIDs())
	}
	x.Open("forening")
	x.Sees("Strandnäs Familjeförening rf", "Voimassa olevaa sopimusta ei ole. Sopimus 2026-002 on tekeillä.", "Korjaa tunnus")
	x.Tap("Korjaa tunnus")
	if e, ok := x.Window.Canvas().Focused().(*kit.Entry); !ok || e.Text != "1234567-8" {
		t.Errorf("the button that corrects the Business ID gives the keyboard to %v", x.Window.Canvas().Focused())
	}
}

func TestNewAgreementIsOffered(t *testing.T) {
	store := region()
	store.agreements = nil
	x := show(t, store, model.Finnish)
	x.Open("srk")
	x.Tap("Tee sopimus")
	if len(x.OpenedIDs()) != 1 || x.OpenedIDs()[0] != "" {
		t.Errorf("without a way to begin an agreement its register is not shown: %v", x.OpenedIDs())
	}
	var with model.ID
	x.NewAgreement = func(id model.ID) { with = id }
	x.Tap("Tee sopimus")
	if with != "srk" {
		t.Errorf("an agreement was begun with %q", with)
	}
}

func TestManyAgreementsAreShownOnDemand(t *testing.T) {
	store := region()
	for range 60 {
		a := store.agreements[1]
		a.ID = ids.New()
		store.agreements = append(store.agreements, a)
	}
	x := show(t, store, model.Finnish)
	x.Open("kunta")
	if x.Shows("2025-001 Sopimus 2025-001") {
		t.Error("the contributions of the last of 62 agreements were read at once")
	}
	x.Tap("Näytä vielä 22 sopimusta panostuksineen")
	x.Sees("2025-001 Sopimus 2025-001")
}

func TestDeleteInUseIsRefused(t *testing.T) {
	store := region()
	store.uses["kunta"] = []model.Use{{Kind: model.KindAgreement, ID: "a", Label: "2025-001", Role: "party"}}
	x := show(t, store, model.Finnish)
	o, _ := x.records.organisation("kunta")
	x.askDelete(o)
	x.Sees("Organisaatiota ei voi poistaa")
	x.Tap("2025-001 – " + words.T("use.party"))
	if len(store.organisations) != 4 || !slices.Equal(x.OpenedIDs(), []model.ID{"a"}) || x.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("%d organisations are left, opened %v", len(store.organisations), x.OpenedIDs())
	}
}

func TestDeleteAsksFirst(t *testing.T) {
	store := region()
	x := show(t, store, model.Finnish)
	o, _ := x.records.organisation("srk")
	x.askDelete(o)
	x.Press(fyne.KeyReturn)
	if len(store.organisations) != 4 {
		t.Fatal("Enter alone deleted an organisation")
	}
	x.askDelete(o)
	x.Tap("Poista")
	if len(store.organisations) != 3 || x.desk.Messages.Text() != "Sarkajärven seurakunta on poistettu." {
		t.Errorf("%d organisations, message %q", len(store.organisations), x.desk.Messages.Text())
	}
}

func TestMerge(t *testing.T) {
	store := region()
	store.organisations = append(store.organisations, model.Organisation{
		ID: "kaksonen", Name: model.Text{Fi: "Sarkajärven Kunta"}, Sector: model.Municipal, CoreTask: "Sivistys", BusinessID: "9999002-3",
	})
	store.uses["kaksonen"] = []model.Use{{Kind: model.KindAgreement, ID: "b", Label: "2026-002", Role: "party"}}
	x := show(t, store, model.Finnish)
	o, _ := x.records.organisation("kunta")
	x.askMerge(o)
	x.Tap("Katso, mitä muuttuu")
	x.Sees("Korjaa: Valitse organisaatio.")
	x.Type("sarkajarven k")
	x.Press(fyne.KeyReturn)
	x.Tap("Katso, mitä muuttuu")
	x.Sees("Sivistys (täydentyy)", "Jää: 9999001-5\nMuistiinpanoihin: 9999002-3", "2026-002 – "+words.T("use.party"))
	x.Tap("Vaihda, kumpi jää")
	x.Sees("Jää: 9999002-3\nMuistiinpanoihin: 9999001-5")
	x.Tap("Vaihda, kumpi jää")
	x.Tap("Yhdistä")
	if len(store.organisations) != 4 || store.organisations[0].CoreTask != "Sivistys" || x.register.Selected() != "kunta" {
		t.Errorf("after the merge: %d organisations, first %+v, selected %q", len(store.organisations), store.organisations[0], x.register.Selected())
	}
}

func TestMergeOfPartiesOfOneAgreementIsRefused(t *testing.T) {
	store := region()
	store.fails = &model.Error{Code: model.CodeInUse, Uses: []model.Use{{Kind: model.KindAgreement, ID: "a", Label: "2025-001", Role: "party"}}}
	x := show(t, store, model.Finnish)
	x.merge(store.organisations[0], store.organisations[1])
	x.Sees("Organisaatioita ei yhdistetty", "2025-001 – "+words.T("use.party"))
}

// The register is read again after every change of a record.
func BenchmarkRows(b *testing.B) {
	store := region()
	for i := range 2_000 {
		o := store.organisations[i%3]
		o.ID = model.ID(fmt.Sprint(i))
		store.organisations = append(store.organisations, o)
	}
	for i := range 10_000 {
		a := store.agreements[0]
		a.Parties = slices.Clone(a.Parties)
		a.ID, a.Parties[0].OrganisationID = model.ID(fmt.Sprint(i)), model.ID(fmt.Sprint(i%2_000))
		store.agreements = append(store.agreements, a)
	}
	x := show(b, store, model.Finnish)
	for b.Loop() {
		if rows, err := x.rows(); err != nil || len(rows) < 2_000 {
			b.Fatal(len(rows), err)
		}
	}
}
