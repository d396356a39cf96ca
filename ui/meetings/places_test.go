package meetings

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
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
	x.sees("Familjestugan Sarka", "Rantatie 1 · 99400 SARKAJÄRVI", "30 henkilöä", "Kyllä", "Ei", "ei tietoa", "voimassa",
		"Tilan omistaa Sarkajärven kunta, toiminnasta vastaa MLL Sarkajärvi.", "Marja Avain · 040 000 0101", "Avain Marjalla",
		"joka tiistai klo 9.00–11.30", "Putkiremontti", "Talviloma · kunta")
	if x.shows("Mennyt sulku") {
		t.Error("a closure that is over is shown as one ahead")
	}
	for _, link := range []string{"MLL Sarkajärvi", "Sarkajärven kunta", "2025-001 Perhetupa"} {
		x.tap(link)
	}
	if want := []string{"organisation mll", "organisation kunta", "agreement voimassa"}; !slices.Equal(x.opened, want) {
		t.Errorf("links opened %v, want %v", x.opened, want)
	}
	x.tap("Perhekahvila Sarka")
	if x.Current() != groupsTab || x.View(groupsTab).(*groupsView).register.Selected() != "cafe" {
		t.Error("the link does not lead to the group")
	}
	x.OpenKind(model.KindPlace, "vanha")
	x.sees("Paikasta on luovuttu, mutta 1 ryhmä kokoontuu yhä täällä. Valitse ryhmälle uusi paikka.")
	x.OpenKind(model.KindPlace, "kyla")
	x.sees("Sopimus 2025-008 päättyy 28.2.2027 kesken kauden Kevät 2027.")
}

func TestPersonalDataOfAPlaceIsHidden(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.desk.SetHidden(true)
	x.Reload()
	x.OpenKind(model.KindPlace, "sarka")
	if x.shows("Marja Avain · 040 000 0101") || x.shows("Avain Marjalla") {
		t.Error("the contact is shown while personal data is hidden")
	}
	x.sees("M. A. · •••")
}

func TestAPlaceLeadsToNewClosuresAndGroups(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindPlace, "sarka")
	x.tap("Lisää sulku")
	if x.Current() != closuresTab || !x.FormOpen() {
		t.Error("no closure was begun")
	}
	x.OpenKind(model.KindPlace, "sarka")
	x.tap("Lisää ryhmä")
	x.typed("Uusi")
	x.focusOn("Alkaa")
	x.typed("9")
	x.press(fyne.KeyTab)
	x.typed("11")
	x.Save()
	got := x.store.groups[len(x.store.groups)-1]
	if got.Name.Fi != "Uusi" || got.PlaceID != "sarka" || !slices.Equal(got.Organisers, []model.ID{"mll"}) {
		t.Errorf("began %+v", got)
	}
}

func TestCreatePlaceByKeyboard(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.New()
	x.typed(" Rantapuisto ")
	x.focusOn("Laji")
	x.typed("perhepuisto")
	x.press(fyne.KeyReturn, fyne.KeyTab)
	x.typed("rantaniemi")
	x.press(fyne.KeyReturn)
	x.focusOn("Postinumero")
	x.typed("1234")
	x.focusOn("Hoitopöytä")
	x.typed("k")
	x.press(fyne.KeyReturn)
	x.focusOn("Tilan omistaja")
	x.typed("kunta")
	x.press(fyne.KeyReturn)
	x.focusOn("Paikkoja")
	x.typed("60")
	x.Save()
	if !x.FormOpen() {
		t.Fatal("a postal code of four digits was saved before anybody could see that")
	}
	x.sees("Huomaa: Suomalaisessa postinumerossa on viisi numeroa. Tarkista postinumero.")
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
	x.sees("Korjaa: Tämä on pakollinen tieto. Täytä kenttä.")
	x.Save()
	if !x.FormOpen() || len(x.store.places) != 3 {
		t.Error("a place without a name was saved")
	}
	if e, ok := x.window.Canvas().Focused().(*kit.Entry); !ok || !strings.HasPrefix(e.AccessibilityLabel(), "Nimi suomeksi") {
		t.Errorf("the keyboard is at %v, not at the name", x.window.Canvas().Focused())
	}
}

func TestEditPlaceKeepsWhatIsNotTouched(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	want := x.store.places[1]
	x.OpenKind(model.KindPlace, "sarka")
	x.Edit()
	x.focusOn("Muistiinpanot")
	x.typed("Kahvinkeitin")
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
	x.tap("Poista")
	if len(x.store.places) != 3 || x.window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was told of a place that is used")
	}
	x.press(fyne.KeyReturn)
	x.store.fails = nil
	v.askDelete(x.store.places[2])
	if len(x.store.places) != 3 {
		t.Fatal("it was deleted without a question")
	}
	x.tap("Poista")
	if len(x.store.places) != 2 {
		t.Error("it was not deleted")
	}
}

func TestADiskFullKeepsThePlaceForm(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindPlace, "sarka")
	x.Edit()
	x.typed("Toinen nimi")
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update meeting place"}
	x.Save()
	if x.window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was told")
	}
	x.press(fyne.KeyReturn)
	x.store.fails = nil
	x.Save()
	if got := x.store.places[1].Name.Fi; x.FormOpen() || got != "Toinen nimi" {
		t.Errorf("when there was room again %q was saved", got)
	}
}
