package meetings

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
)

func TestPlaceRows(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	rows := x.records.placeRows()
	for i, want := range []struct{ name, detail, chip string }{
		{"Kylätalo", "Kylätalo · Rantaniemi", "1 ryhmä"},
		{"Perhetupa Sarka", "Perhetupa · Sarkajärvi · Keskusta", "1 ryhmä"}, // the group that is over is not counted
		{"Vanha koulu", "Koulu · Sarkajärvi", "luovuttu"},
	} {
		if got := rows[i]; got.Name != want.name || got.Detail != want.detail || got.Chip.Word != want.chip {
			t.Errorf("row %d: %q, %q, %q; want %+v", i, got.Name, got.Detail, got.Chip.Word, want)
		}
	}
	x.store.groups = nil
	x.Reload()
	if got := x.records.placeRows()[0].Chip.Word; got != "ei toimintaa" {
		t.Errorf("a place without groups has the chip %q", got)
	}
	for _, find := range []string{"familjestugan", "keskusta", "mll", "rantatie"} {
		if !strings.Contains(rows[1].Search, find) {
			t.Errorf("the place is not found by %q", find)
		}
	}
}

func TestPlaceFilters(t *testing.T) {
	x := showVillage(t, village(), model.Swedish)
	filters := x.View(placesTab).(*placesView).filters()
	rows := x.records.placeRows()
	for i, want := range [][]string{
		{"village_hall", "family_room", "school"},
		{"Strandnäs", "Sarkajärvi", "Sarkajärvi"},
		{"no", "yes", "unsaid"},
		{"", "mll", ""},
		{"", "other", ""},
	} {
		for j, code := range want {
			if got := strings.Join(filters[i].Of(rows[j].Of), " "); got != code {
				t.Errorf("filter %d says %q of row %d, want %q", i, got, j, code)
			}
		}
	}
}

func TestPlacePage(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindPlace, "sarka")
	x.Sees("Familjestugan Sarka", "Rantatie 1 · 99400 SARKAJÄRVI", "30 henkilöä", "Kyllä", "Ei", "ei tietoa", "voimassa",
		"Tilan omistaa Sarkajärven kunta, toiminnasta vastaa MLL Sarkajärvi.", "Marja Avain · 040 000 0101", "Avain Marjalla",
		"joka tiistai klo 9.00–11.30", "Putkiremontti", "Talviloma · kunta")
	if x.Shows("Mennyt sulku") {
		t.Error("a closure that is over is shown as one ahead")
	}
	for _, link := range []string{"MLL Sarkajärvi", "Sarkajärven kunta", "2025-001 Perhetupa"} {
		x.Tap(link)
	}
	if want := []stage.Record{{Kind: model.KindOrganisation, ID: "mll"}, {Kind: model.KindOrganisation, ID: "kunta"}, {Kind: model.KindAgreement, ID: "voimassa"}}; !slices.Equal(x.Opened, want) {
		t.Errorf("links opened %v, want %v", x.Opened, want)
	}
	x.Tap("Perhekahvila Sarka")
	if x.Current() != groupsTab || x.View(groupsTab).(*groupsView).register.Selected() != "cafe" {
		t.Error("the link does not lead to the group")
	}
	x.OpenKind(model.KindPlace, "vanha")
	x.Sees("Paikasta on luovuttu, mutta 1 ryhmä kokoontuu yhä täällä. Valitse ryhmälle uusi paikka.")
	x.OpenKind(model.KindPlace, "kyla")
	x.Sees("Sopimus 2025-008 päättyy 28.2.2027 kesken kauden Kevät 2027.")
}

func TestPersonalDataOfAPlaceIsHidden(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.desk.SetHidden(true)
	x.Reload()
	x.OpenKind(model.KindPlace, "sarka")
	if x.Shows("Marja Avain · 040 000 0101") || x.Shows("Avain Marjalla") {
		t.Error("the contact is shown while personal data is hidden")
	}
	x.Sees("M. A. · •••")
}

func TestAPlaceLeadsToNewClosuresAndGroups(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindPlace, "sarka")
	x.Tap("Lisää sulku")
	if x.Current() != closuresTab || !x.FormOpen() {
		t.Error("no closure was begun")
	}
	x.OpenKind(model.KindPlace, "sarka")
	x.Tap("Lisää ryhmä")
	x.Type("Uusi")
	x.TabTo("Alkaa")
	x.Type("9")
	x.Press(fyne.KeyTab)
	x.Type("11")
	x.Save()
	got := x.store.groups[len(x.store.groups)-1]
	if got.Name.Fi != "Uusi" || got.PlaceID != "sarka" || !slices.Equal(got.Organisers, []model.ID{"mll"}) {
		t.Errorf("began %+v", got)
	}
}

func TestCreatePlaceByKeyboard(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.New()
	x.Type(" Rantapuisto ")
	x.TabTo("Laji")
	x.Type("perhepuisto")
	x.Press(fyne.KeyReturn, fyne.KeyTab)
	x.Type("rantaniemi")
	x.Press(fyne.KeyReturn)
	x.TabTo("Postinumero")
	x.Type("1234")
	x.TabTo("Hoitopöytä")
	x.Type("k")
	x.Press(fyne.KeyReturn)
	x.TabTo("Tilan omistaja")
	x.Type("kunta")
	x.Press(fyne.KeyReturn)
	x.TabTo("Paikkoja")
	x.Type("60")
	x.Save()
	if !x.FormOpen() {
		t.Fatal("a postal code of four digits was saved before anybody could see that")
	}
	x.Sees("Huomaa: Suomalaisessa postinumerossa on viisi numeroa. Tarkista postinumero.")
	x.Save()
	want := model.MeetingPlace{
		Name: model.Text{Fi: "Rantapuisto"}, Kind: model.FamilyPark, Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"},
		Address: model.Address{PostalCode: "1234"}, OwnerID: "kunta", Capacity: model.CountOf(60),
		Access: model.Access{ChangingTable: model.Yes},
	}
	got := x.store.places[len(x.store.places)-1]
	want.ID = got.ID
	if !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
}

func TestAPlaceWithoutNameKindAndMunicipalityIsRefused(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.New()
	x.Save()
	x.Sees("Korjaa: Tämä on pakollinen tieto. Täytä kenttä.")
	x.Save()
	if !x.FormOpen() || len(x.store.places) != 3 {
		t.Error("a place without a name was saved")
	}
	if e, ok := x.Window.Canvas().Focused().(*kit.Entry); !ok || !strings.HasPrefix(e.AccessibilityLabel(), "Nimi suomeksi") {
		t.Errorf("the keyboard is at %v, not at the name", x.Window.Canvas().Focused())
	}
}

func TestEditPlaceKeepsWhatIsNotTouched(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	want := x.store.places[1]
	x.OpenKind(model.KindPlace, "sarka")
	x.Edit()
	x.TabTo("Muistiinpanot")
	x.Type("Kahvinkeitin")
	x.Save()
	want.Notes = "Kahvinkeitin"
	if got := x.store.places[1]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
}

func TestDeletePlace(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	v := x.View(placesTab).(*placesView)
	x.store.fails = &model.Error{Code: model.CodeInUse, Record: "Vanha koulu", Uses: []model.Use{{Label: "Iltakahvila", Role: "party"}}}
	v.askDelete(x.store.places[2])
	x.Tap("Poista")
	if len(x.store.places) != 3 || x.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was told of a place that is used")
	}
	x.Press(fyne.KeyReturn)
	x.store.fails = nil
	v.askDelete(x.store.places[2])
	if len(x.store.places) != 3 {
		t.Fatal("it was deleted without a question")
	}
	x.Tap("Poista")
	if len(x.store.places) != 2 {
		t.Error("it was not deleted")
	}
}

func TestADiskFullKeepsThePlaceForm(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindPlace, "sarka")
	x.Edit()
	x.Type("Toinen nimi")
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update meeting place"}
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was told")
	}
	x.Press(fyne.KeyReturn)
	x.store.fails = nil
	x.Save()
	if got := x.store.places[1].Name.Fi; x.FormOpen() || got != "Toinen nimi" {
		t.Errorf("when there was room again %q was saved", got)
	}
}
