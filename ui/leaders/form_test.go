package leaders

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
)

func TestNewLeaderByKeyboardAlone(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.New()
	if got := x.FocusedLabel(); !strings.HasPrefix(got, "Nimi") {
		t.Fatalf("the keyboard begins at %q", got)
	}
	x.Type("Aili Näkkäläjärvi")
	x.Press(fyne.KeyTab, fyne.KeyTab) // over the role
	x.Choose("perehd")
	x.Press(fyne.KeyTab)
	x.Retype("1.11.2026")
	x.Press(fyne.KeyTab)
	x.Type("040 555 1234")
	x.TabTo("Kielet")
	x.Choose("pohjoiss")
	x.TabTo("Lisää tehtävä")
	x.Press(fyne.KeyReturn)
	x.Choose("perhekahvila")
	x.TabTo("Voi yleensä tulla, ma")
	x.Press(fyne.KeyRight, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	x.Save()
	if x.register.FormOpen() {
		t.Fatalf("the form is still open: %q", x.Texts())
	}
	got := store.leaders[len(store.leaders)-1]
	if len(got.Statuses) != 1 || len(got.Tasks) != 1 {
		t.Fatalf("kept %+v", got)
	}
	got.ID, got.Statuses[0].ID, got.Tasks[0].ID = "", "", ""
	want := model.Leader{
		Kind: model.Volunteer, Name: "Aili Näkkäläjärvi", Phone: "040 555 1234", SourceOn: sunday, Languages: []model.Spoken{"se"},
		Availability: model.Availability(0).With(2, model.Morning, true).With(2, model.Afternoon, true),
		Statuses:     []model.LeaderStatus{{State: model.LeaderIntroducing, From: model.MustDate("2026-11-01")}},
		Tasks:        []model.LeaderTask{{Kind: model.FamilyCafeLeader, Check: model.BackgroundCheck{Need: model.CheckToAssess}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
	if m := x.desk.Messages.Text(); m != "Aili Näkkäläjärvi on tallennettu." {
		t.Errorf("message %q", m)
	}
}

func TestEditChangesOnlyWhatIsTouched(t *testing.T) {
	store := village()
	want := copyOf(store.leader("sanna"))
	x := editing(t, store, "sanna", "email")
	x.Type("sanna@example.org")
	x.Save()
	want.Email = "sanna@example.org"
	if got := store.leader("sanna"); !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
}

func TestNamesOfEveryScriptAreKept(t *testing.T) {
	for _, name := range []string{"Áile Ánneš Čáhppesmuoraš", "Skiäŋŋá Ǥuʹđđ", "فاطمة الزهراء", "Åsa Öhman-d’Arc"} {
		store := village()
		x := stageOn(t, store)
		x.New()
		x.Type("  " + name + " ")
		x.Save()
		if got := store.leaders[len(store.leaders)-1].Name; got != name {
			t.Errorf("%q was kept as %q", name, got)
		}
	}
}

func TestARefusalIsShownAtItsField(t *testing.T) {
	store := village()
	x := editing(t, store, "sanna", "name")
	x.Retype("x")
	x.Press(fyne.KeyBackspace)
	x.Save()
	x.SeesPart("Korjaa: Tämä on pakollinen tieto.")
	if !x.register.FormOpen() || store.leader("sanna").Name != "Sanna Virtamäki" || !strings.HasPrefix(x.FocusedLabel(), "Nimi") {
		t.Errorf("form open %v, kept %q, the keyboard at %q", x.register.FormOpen(), store.leader("sanna").Name, x.FocusedLabel())
	}
}

func TestARefusalInsideAListOpensItsItem(t *testing.T) {
	store := village()
	x := editing(t, store, "sanna", "waivers")
	x.Press(fyne.KeyReturn)
	x.Choose("perehd")
	x.Save()
	if !x.register.FormOpen() || len(store.leader("sanna").Waivers) != 0 {
		t.Fatal("a waiver without a reason was saved")
	}
	if got := x.FocusedLabel(); !strings.HasPrefix(got, "Peruste") {
		t.Errorf("the keyboard is at %q", got)
	}
	x.Type("Sairaus")
	x.Save()
	if got := store.leader("sanna").Waivers; x.register.FormOpen() || len(got) != 1 || got[0].RequirementID != "intro" || got[0].Reason != "Sairaus" {
		t.Errorf("form open %v, kept %+v", x.register.FormOpen(), got)
	}
}

// TestEveryWarning types what is doubtful into a field and leaves it: the sentence stands there, and saving all the same
// works.
func TestEveryWarning(t *testing.T) {
	for _, c := range []struct{ id, field, text, says string }{
		{"sanna", "email", "sanna at home", "Huomaa: "},
		{"sanna", "birth_year", "2012", "Huomaa: "}, // 14 years: a guardian signs
		{"sanna", "notes", "Hetu 131052-308T", "Huomaa: "},
		{"entinen", "name", "sanna virtamaki", "Huomaa: Samanniminen ohjaaja on jo rekisterissä: Sanna Virtamäki."},
	} {
		store := village()
		store.leaders[2].Phone = ""
		x := editing(t, store, model.ID(c.id), c.field)
		x.Retype(c.text)
		x.Misses("Huomaa: ")
		x.Press(fyne.KeyTab)
		x.SeesPart(c.says, "Tallenna silti")
		x.Save()
		if x.register.FormOpen() {
			t.Errorf("%s %q: a warning that was seen kept from saving", c.field, c.text)
		}
	}
}

func TestTheYearOfBirthHasARange(t *testing.T) {
	x := editing(t, village(), "sanna", "birth_year")
	x.Type("1812")
	x.Save()
	x.SeesPart("Korjaa: ")
	if !x.register.FormOpen() {
		t.Error("a leader of 214 years was saved")
	}
}

func TestAWarningThatNobodyHasSeenStopsTheFirstSave(t *testing.T) {
	store := village()
	x := editing(t, store, "sanna", "birth_year")
	x.Type("2012")
	x.Save()
	if !x.register.FormOpen() || store.leader("sanna").BirthYear.Known {
		t.Fatal("it was saved before anybody could see the warning")
	}
	x.Save()
	if got := store.leader("sanna").BirthYear; x.register.FormOpen() || got != model.CountOf(2012) {
		t.Errorf("form open %v, kept %v", x.register.FormOpen(), got)
	}
}

func TestTheSamePersonTwice(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.New()
	x.Type("sanna  Virtamäki")
	x.TabTo("Puhelin")
	x.Type("+358401234567")
	x.Save()
	if len(store.leaders) != 3 {
		t.Fatal("the same person was made twice without a word")
	}
	x.SeesPart("Rekisterissä on jo Sanna Virtamäki, jolla on sama nimi ja sama puhelinnumero")
	x.Tap("Avaa Sanna Virtamäki")
	if !slices.Equal(x.OpenedIDs(), []model.ID{"sanna"}) {
		t.Errorf("opened %v", x.OpenedIDs())
	}
	x.Save()
	if len(store.leaders) != 4 {
		t.Error("it could not be saved all the same")
	}
	if got := store.leaders[3].Name; got != "sanna Virtamäki" {
		t.Errorf("kept %q with the two spaces of a spreadsheet", got)
	}
}

func TestADiskFullKeepsTheForm(t *testing.T) {
	store := village()
	x := editing(t, store, "sanna", "phone")
	x.Retype("050 1")
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update leader"}
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil || !x.register.FormOpen() {
		t.Fatal("nothing was told, or the form is gone")
	}
	x.Press(fyne.KeyReturn)
	store.fails = nil
	x.Save()
	if got := store.leader("sanna").Phone; x.register.FormOpen() || got != "050 1" {
		t.Errorf("when there was room again %q was saved", got)
	}
}

func TestLeavingAsksOnlyAfterAChange(t *testing.T) {
	x := editing(t, village(), "sanna", "phone")
	x.Leave()
	if x.register.FormOpen() || x.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("a form without changes asks")
	}
	x.openForm(x.store.leader("sanna"), false, "phone")
	x.Type("!")
	x.Leave()
	x.Tap("Hylkää muutokset")
	if x.register.FormOpen() || x.store.leader("sanna").Phone != "040 123 4567" {
		t.Error("the change was not discarded")
	}
}

func TestOnlyAProfessionalHasAJobTitleAndNoBackgroundCheck(t *testing.T) {
	x := editing(t, village(), "sanna", "kind")
	x.Misses("Ammattinimike")
	x.Choose("ammatt")
	x.SeesPart("Ammattinimike", "Työnantaja")
	if got := x.FocusedLabel(); !strings.HasPrefix(got, "Rooli") {
		t.Errorf("the keyboard went to %q", got)
	}
	x.focusList("tasks")
	x.Press(fyne.KeyReturn)
	x.SeesPart("Ammattilaisen taustan selvittää työnantaja")
	x.Misses("Rikostaustaotteen saa pyytää", "Suostumus annettu")
}

// focusList gives the keyboard to a list of the open form.
func (x *table) focusList(name string) {
	x.T.Helper()
	words := map[string]string{"tasks": "Perhekahvilaohjaaja"}
	x.TabTo(words[name])
}

func TestTheCheckOfATaskInTheForm(t *testing.T) {
	store := village()
	x := editing(t, store, "sanna", "tasks")
	x.Press(fyne.KeyReturn)
	x.SeesPart("Rikostaustaotteen saa pyytää vain, jos")
	x.Misses("Otteen antopäivä", "Kuka näki")
	x.TabTo("Rikostaustaote")
	x.Choose("tarvitaan")
	x.TabTo("Suostumus annettu")
	x.Type("1.11.2026")
	x.Press(fyne.KeyTab)
	x.Type("1.4.2026")
	x.Press(fyne.KeyTab)
	x.SeesPart("Huomaa: ", "Tallenna silti")
	x.Misses("Kuka näki")
	x.Save()
	want := model.BackgroundCheck{Need: model.CheckNeeded, ConsentOn: model.MustDate("2026-11-01"), ExtractIssued: model.MustDate("2026-04-01")}
	if got := store.leader("sanna").Tasks[0].Check; x.register.FormOpen() || got != want {
		t.Errorf("form open %v, kept %+v", x.register.FormOpen(), got)
	}
}

func TestWhoSawTheExtractIsAskedOnlyWhenThatIsKept(t *testing.T) {
	store := village()
	store.policy.KeepSeen = true
	store.leaders[0].Tasks[0].Check.Need = model.CheckNeeded
	x := editing(t, store, "sanna", "tasks")
	x.Press(fyne.KeyReturn)
	x.SeesPart("Kuka näki")
}

func TestItemsWithoutAWordAreDropped(t *testing.T) {
	store := village()
	x := editing(t, store, "pekka", "absences")
	for _, add := range []string{"Lisää poissaolo", "Lisää tehtävä", "Lisää vapautus", "Lisää muualla saatu koulutus", "Lisää tunteja tai korvaus"} {
		x.Tap(add)
	}
	x.Save()
	got := store.leader("pekka")
	if x.register.FormOpen() || len(got.Absences)+len(got.Waivers)+len(got.Elsewhere)+len(got.Entries) != 0 || len(got.Tasks) != 1 {
		t.Errorf("form open %v, kept %+v", x.register.FormOpen(), got)
	}
}

func TestTheVersionFollowsTheDayOfSigning(t *testing.T) {
	store := village()
	x := editing(t, store, "pekka", "completed")
	x.Press(fyne.KeyReturn)
	x.Choose("vaitio")
	if e, ok := x.focused("Tekstin versio").(*kit.Entry); !ok || e.Text != "2" {
		t.Errorf("today version 2 is signed, the form proposes %v", e)
	}
	x.openItem("Vaitiolositoumus")
	x.TabTo("Päivä")
	x.Retype("5.5.2024")
	x.Save()
	got := store.leader("pekka").Completed
	if len(got) != 1 || got[0].Version != "1" || got[0].On != model.MustDate("2024-05-05") {
		t.Errorf("kept %+v", got)
	}
}

// focused goes to the input with that label by Tab and returns it.
func (x *table) focused(label string) fyne.Focusable {
	x.T.Helper()
	x.TabTo(label)
	return x.Window.Canvas().Focused()
}

// openItem goes on to the first field of the item that is open.
func (x *table) openItem(string) { x.TabTo("Vaatimus") }

func TestAlikeOf(t *testing.T) {
	all := village().leaders
	for _, c := range []struct {
		l    model.Leader
		want []likely
	}{
		{all[0], nil}, // herself
		{model.Leader{Name: "sanna virtamaki"}, []likely{{"sanna", false}}},
		{model.Leader{Name: "Sanna Virtamäki", Phone: "+358 40 1234567"}, []likely{{"sanna", true}}},
		{model.Leader{Name: "Sanna Virtamäki", Phone: "050 1"}, nil}, // another number tells them apart
		{model.Leader{}, nil},
	} {
		got := alikeOf(c.l, all)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q is like %v, want %v", c.l.Name, got, c.want)
		}
	}
}
