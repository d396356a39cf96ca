package organisations

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
)

const contactAdd = "Lisää yhdyshenkilö"

func TestCreateByKeyboard(t *testing.T) {
	store := region()
	x := show(t, store, model.Finnish)
	x.New()
	x.Type("  Hiidenlammen Lapsiystävät ry ")
	x.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	x.Type("järj")
	x.Press(fyne.KeyReturn, fyne.KeyTab)
	x.Type("9999009-0")
	x.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	x.Type("Korpilahti")
	x.Press(fyne.KeyReturn, fyne.KeyTab)
	x.Type("Rantatie 1")
	x.Press(fyne.KeyTab)
	x.Type("00100")
	x.Press(fyne.KeyTab)
	x.Type("Helsinki")
	x.Press(fyne.KeyTab, fyne.KeyReturn) // the button that adds a contact
	x.Type("Riikka Salmela")
	x.Press(fyne.KeyTab)
	x.Type("perhekahvilavastaava")
	x.Save()
	if len(store.organisations) != 5 {
		t.Fatal("nothing was created")
	}
	got := store.organisations[4]
	id := got.Contacts[0].ID
	got.ID, got.Contacts[0].ID = "", ""
	want := model.Organisation{
		Name: model.Text{Fi: "Hiidenlammen Lapsiystävät ry"}, Sector: model.Association, BusinessID: "9999009-0",
		Municipality: model.Municipality{Name: "Korpilahti"}, Address: model.Address{Street: "Rantatie 1", PostalCode: "00100", Town: "Helsinki"},
		Contacts: []model.Contact{{Name: "Riikka Salmela", Title: "perhekahvilavastaava"}},
	}
	if !reflect.DeepEqual(got, want) || id == "" {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
	if x.register.FormOpen() || x.desk.Messages.Text() != "Hiidenlammen Lapsiystävät ry on tallennettu." {
		t.Errorf("after saving: form open %v, message %q", x.register.FormOpen(), x.desk.Messages.Text())
	}
	x.Sees("Hiidenlammen Lapsiystävät ry", "Riikka Salmela, perhekahvilavastaava")
}

func TestEditKeepsWhatIsNotTouched(t *testing.T) {
	store := region()
	want := store.organisations[0]
	want.Contacts = slices.Clone(want.Contacts)
	x := show(t, store, model.Swedish)
	x.Open("kunta")
	x.Edit()
	if e, ok := x.Window.Canvas().Focused().(*kit.Entry); !ok || e.Text != "Sarkajärvi kommun" {
		t.Fatalf("a Swedish window begins with %v, not with the Swedish name", x.Window.Canvas().Focused())
	}
	x.Press(fyne.KeyTab, fyne.KeyTab)
	x.Type("Municipality of Sarkajärvi")
	x.Save()
	want.Name.En = "Municipality of Sarkajärvi"
	if got := store.organisations[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
}

func TestRefusals(t *testing.T) {
	store := region()
	x := show(t, store, model.Finnish)
	x.New()
	x.Tap(contactAdd)
	x.Press(fyne.KeyTab)
	x.Type("lehtori")
	x.Save()
	x.Sees("Korjaa: Tämä on pakollinen tieto. Täytä kenttä.")
	if len(store.organisations) != 4 || !x.register.FormOpen() {
		t.Error("an organisation without name and sector was saved")
	}
	if e, ok := x.Window.Canvas().Focused().(*kit.Entry); !ok || !strings.HasPrefix(e.AccessibilityLabel(), "Nimi suomeksi") {
		t.Errorf("the keyboard is at %v, not at the name", x.Window.Canvas().Focused())
	}
}

func TestContactsWithoutAWordAreDropped(t *testing.T) {
	store := region()
	x := show(t, store, model.Finnish)
	x.Open("srk")
	x.Edit()
	x.Tap(contactAdd)
	x.Type("  ")
	x.Save()
	if got := store.organisations[1].Contacts; x.register.FormOpen() || len(got) != 1 {
		t.Errorf("form open %v, contacts %+v", x.register.FormOpen(), got)
	}
}

// warned opens the form of the parish, and types a text into the field of this name and leaves it.
func warned(t *testing.T, field, text string) *table {
	t.Helper()
	x := show(t, region(), model.Finnish)
	o, _ := x.records.organisation("srk")
	x.openForm(o, false, field)
	x.Type(text)
	x.Press(fyne.KeyTab)
	return x
}

func TestWarningsAreSaidWhenTheFieldIsLeft(t *testing.T) {
	for _, c := range []struct{ field, text, says string }{
		{"business_id", "1234567-8", "Huomaa: Y-tunnuksen tarkistusnumero ei täsmää, joten jokin numero on väärin. Vertaa tunnusta alkuperäiseen."},
		{"business_id", "kysy", "Huomaa: Y-tunnus on muotoa 1234567-8. Tarkista tunnus."},
		{"business_id", "99990015", "Huomaa: Sama Y-tunnus on jo organisaatiolla Sarkajärven kunta. Tarkista, onko se sama."},
		{"name_sv", "SARKAJARVI kommun", "Huomaa: Samanniminen organisaatio on jo rekisterissä: Sarkajärven kunta. Tarkista, onko se sama."},
		{"postal_code", "123", "Huomaa: Suomalaisessa postinumerossa on viisi numeroa. Tarkista postinumero."},
	} {
		x := warned(t, c.field, c.text)
		x.Sees(c.says, "Tallenna silti")
		x.Save()
		if x.register.FormOpen() {
			t.Errorf("%s %q: a warning that was seen kept from saving", c.field, c.text)
		}
	}
}

func TestAWarningNobodyHasSeenStopsTheFirstSave(t *testing.T) {
	store := region()
	x := show(t, store, model.Finnish)
	o, _ := x.records.organisation("srk")
	x.openForm(o, false, "business_id")
	x.Type("1234567-8")
	x.Save()
	if !x.register.FormOpen() || store.organisations[1].BusinessID != "" {
		t.Fatal("it was saved before anybody could see the warning")
	}
	x.Sees("Tallenna silti")
	x.Save()
	if x.register.FormOpen() || store.organisations[1].BusinessID != "1234567-8" {
		t.Error("it could not be saved all the same")
	}
}

func TestAlikeCanBeOpened(t *testing.T) {
	x := warned(t, "business_id", "9999001-5")
	x.Tap("Avaa Sarkajärven kunta")
	if !slices.Equal(x.OpenedIDs(), []model.ID{"kunta"}) {
		t.Errorf("opened %v", x.OpenedIDs())
	}
}

func TestAlikeOf(t *testing.T) {
	all := region().organisations
	for _, c := range []struct {
		o    model.Organisation
		want []likely
	}{
		{all[0], nil}, // itself
		{model.Organisation{Name: model.Text{En: "sarkajarvi KOMMUN"}}, []likely{{"name_en", "name", "kunta"}}},
		{model.Organisation{Name: model.Text{Fi: "Sarkajärven kunta", Sv: "Sarkajärvi kommun"}, BusinessID: "9999001-5"}, []likely{{"name_fi", "name", "kunta"}}},
		{model.Organisation{BusinessID: "9999001-5"}, []likely{{"business_id", "business_id", "kunta"}}},
		{model.Organisation{BusinessID: "1234567-8"}, nil}, // wrong in both: a slip, not a likeness
		{model.Organisation{}, nil},
	} {
		got := alikeOf(c.o, all)
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v is like %v, want %v", c.o, got, c.want)
		}
	}
}

func TestADiskFullKeepsTheForm(t *testing.T) {
	x := warned(t, "town", "Sarkajärvi")
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update organisation"}
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was told")
	}
	x.Press(fyne.KeyReturn)
	x.store.fails = nil
	x.Save()
	if got := x.store.organisations[1].Address.Town; x.register.FormOpen() || got != "Sarkajärvi" {
		t.Errorf("when there was room again %q was saved", got)
	}
}

func TestLeavingAsksOnlyAfterAChange(t *testing.T) {
	x := show(t, region(), model.Finnish)
	x.Open("srk")
	x.Edit()
	x.Leave()
	if x.register.FormOpen() || x.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("a form without changes asks")
	}
	x.Edit()
	x.Type("!")
	left := false
	x.MayLeave(func() { left = true })
	if x.Window.Canvas().Overlays().Top() == nil || left {
		t.Fatal("a change is lost without a question")
	}
	x.Tap("Hylkää muutokset")
	if !left || x.store.organisations[1].Name.Fi != "Sarkajärven seurakunta" {
		t.Errorf("left %v, name %q", left, x.store.organisations[1].Name.Fi)
	}
}

func TestContactLeaves(t *testing.T) {
	x := show(t, region(), model.Finnish)
	x.Open("srk")
	x.Edit()
	x.focusContacts()
	x.Press(fyne.KeyReturn)
	x.Tap("Merkitse lähteneeksi tänään")
	x.Save()
	if got := x.store.organisations[1].Contacts[0]; got.Until != today {
		t.Errorf("kept %+v", got)
	}
}
