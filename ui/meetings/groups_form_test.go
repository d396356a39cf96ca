package meetings

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestCreateGroupByKeyboard(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindGroup, "")
	x.New()
	x.Type(" Iltakerho ")
	x.TabTo("Tyyppi")
	x.Type("suunnattu")
	x.Press(fyne.KeyReturn, fyne.KeyTab)
	x.Type("sarka")
	x.Press(fyne.KeyReturn)
	x.TabTo("Viikonpäivä")
	x.Type("keskiviikko")
	x.Press(fyne.KeyReturn, fyne.KeyTab)
	x.TypeFields("2", "1730", "19.30")
	x.Sees("Joka toinen keskiviikko klo 17.30–19.30",
		"Seuraavat päivät: ke 25.11.2026, ke 9.12.2026, ke 13.1.2027, ke 27.1.2027 ja ke 10.2.2027.")
	x.TabTo("Ammattilaiset")
	x.Type("terhi")
	x.Press(fyne.KeyReturn, fyne.KeyTab)
	x.Sees("Työparista puuttuu vapaaehtoinen.")
	x.TabTo("Vapaaehtoiset")
	x.Type("aino")
	x.Press(fyne.KeyReturn)
	x.Sees("Työpari on koossa: Terhi Terveydenhoitaja ja Aino Kettula.")
	x.TabTo("Kohderyhmä")
	x.Type("kaikki")
	x.Press(fyne.KeyReturn)
	x.TabTo("Paikkoja")
	x.Type("20")
	x.Save()
	if len(x.store.groups) != 5 {
		t.Fatalf("nothing was created: %s", x.desk.Messages.Text())
	}
	want := model.Group{
		Name: model.Text{Fi: "Iltakerho"}, Type: model.DirectedGroup, PlaceID: "sarka", Audiences: []model.Audience{model.AllFamilies},
		Leaders: []model.ID{"terhi", "aino"}, Languages: []model.Language{model.Finnish}, Capacity: model.CountOf(20), Unit: model.Persons,
		Public: true, Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: time.Wednesday, Every: 2},
		From: at("17:30"), Until: at("19:30"),
	}
	got := x.store.groups[4]
	want.ID = got.ID
	if !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
	if x.FormOpen() || x.desk.Messages.Text() != "Iltakerho on tallennettu." {
		t.Errorf("after saving: %q", x.desk.Messages.Text())
	}
}

func TestSingleDatesByKeyboard(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	f := x.groupForm(func(g *model.Group) { g.Recurrence.Every = 1 })
	f.Focus("rhythm")
	x.Type("yksitt")
	x.Press(fyne.KeyReturn)
	if e, ok := x.Window.Canvas().Focused().(interface{ AccessibilityLabel() string }); !ok || !strings.HasPrefix(e.AccessibilityLabel(), "Kokoontuu") {
		t.Fatalf("after choosing the rhythm the keyboard is at %v", x.Window.Canvas().Focused())
	}
	x.Sees("Valinnoista ei tule yhtään päivää.", "Yhtään päivää ei ole vielä.")
	x.Save()
	if !x.FormOpen() {
		t.Fatal("a group without days was saved before anybody could see that")
	}
	x.Sees("Huomaa: Päiviä ei ole vielä merkitty.")
	for _, day := range []string{"5.12.2026", "28.11.2026"} {
		x.Tap("Lisää päivä")
		x.Type(day)
	}
	x.Sees("Seuraavat päivät: la 28.11.2026 ja la 5.12.2026.")
	x.Save()
	want := model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{model.MustDate("2026-11-28"), model.MustDate("2026-12-05")}}
	if got := x.store.groups[0].Recurrence; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v, want %+v", got, want)
	}
}

// The end is mended after the first save; that no days are marked must still be said before anything is kept.
func TestAWarningThatNobodySawIsNotSavedPast(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	f := x.groupForm(func(g *model.Group) {
		g.Recurrence = model.Recurrence{Rhythm: model.SingleDates}
		g.Until = at("08:00")
	})
	before := x.store.groups[0]
	x.Save()
	f.Focus("until")
	x.Retype("11.30")
	x.Save()
	if !x.FormOpen() || !reflect.DeepEqual(x.store.groups[0], before) {
		t.Fatal("a group without days was saved without a word")
	}
	x.Sees("Tallenna silti")
	x.Tap("Tallenna silti")
	if x.FormOpen() {
		t.Errorf("it is not saved all the same: %q", x.desk.Messages.Text())
	}
}

func TestEveryRhythmHasItsFields(t *testing.T) {
	for rhythm, want := range map[model.Rhythm]struct {
		kept  model.Recurrence
		words string
	}{
		model.EveryNWeeks: {model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: time.Tuesday, Every: 1}, "Joka tiistai klo 9.00–11.30"},
		model.OddWeeks:    {model.Recurrence{Rhythm: model.OddWeeks, Weekday: time.Tuesday}, "Parittomien viikkojen tiistait klo 9.00–11.30"},
		model.EvenWeeks:   {model.Recurrence{Rhythm: model.EvenWeeks, Weekday: time.Tuesday}, "Parillisten viikkojen tiistait klo 9.00–11.30"},
		model.Monthly:     {model.Recurrence{Rhythm: model.Monthly, Weekday: time.Tuesday, Nth: 1}, "Kuukauden ensimmäinen tiistai klo 9.00–11.30"},
	} {
		x := showVillage(t, village(), model.Finnish)
		f := x.groupForm(func(*model.Group) {})
		x.TabTo(words.T("meetings.field.rhythm"))
		x.Choose(words.T("group.rhythm." + string(rhythm)))
		x.Sees(want.words)
		if hasEvery, hasNth := f.View.FocusField("every"), f.View.FocusField("nth"); hasEvery != (rhythm == model.EveryNWeeks) || hasNth != (rhythm == model.Monthly) {
			t.Errorf("%s: field of weeks %v, of the month %v", rhythm, hasEvery, hasNth)
		}
		x.Save()
		if got := x.store.groups[0].Recurrence; !reflect.DeepEqual(got, want.kept) {
			t.Errorf("%s: kept %+v", rhythm, got)
		}
	}
}

func TestADayIsLeftOutAndComesBack(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.groupForm(func(*model.Group) {})
	x.Tap("Jätä päivä pois")
	x.Type("24.11.2026")
	x.Tap("Lisää ylimääräinen päivä")
	x.Type("26.11.2026")
	x.Sees("Seuraavat päivät: to 26.11.2026, ti 1.12.2026 (jää väliin: Putkiremontti), ti 8.12.2026, ti 12.1.2027 ja ti 19.1.2027.")
	x.Save()
	r := x.store.groups[0].Recurrence
	if !slices.Equal(r.Without, []model.Date{model.MustDate("2026-11-24")}) || !slices.Equal(r.Dates, []model.Date{model.MustDate("2026-11-26")}) {
		t.Fatalf("kept %+v", r)
	}
	x.Sees("to 26.11.2026, ti 1.12.2026 (jää väliin: Putkiremontti), ti 8.12.2026, ti 12.1.2027 ja ti 19.1.2027", "ti 24.11.2026")
}

func TestGroupRefusalsAndWarnings(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*model.Group)
		says   string
		saved  bool // by saving a second time
	}{
		"no name":               {func(g *model.Group) { g.Name = model.Text{} }, "Korjaa: Tämä on pakollinen tieto. Täytä kenttä.", false},
		"no place":              {func(g *model.Group) { g.PlaceID = "" }, "Korjaa: Tämä on pakollinen tieto. Täytä kenttä.", false},
		"no time":               {func(g *model.Group) { g.From = model.Clock{} }, "Korjaa: Tämä on pakollinen tieto. Täytä kenttä.", false},
		"end before start":      {func(g *model.Group) { g.Until = at("08:00") }, "Korjaa: Loppumisajan pitää olla alkamisajan jälkeen samana päivänä.", false},
		"over midnight":         {func(g *model.Group) { g.From, g.Until = at("22:00"), at("01:00") }, "Korjaa: Loppumisajan pitää olla alkamisajan jälkeen samana päivänä.", false},
		"53 weeks":              {func(g *model.Group) { g.Recurrence.Every = 53 }, "Korjaa: Viikkojen määrän pitää olla 1–52.", false},
		"0 weeks":               {func(g *model.Group) { g.Recurrence.Every = 0 }, "Korjaa: Viikkojen määrän pitää olla 1–52.", false},
		"10,000 sessions":       {func(g *model.Group) { g.FixedSessions = model.CountOf(10_000) }, "Korjaa: Kertoja voi olla 1–366.", false},
		"no seats":              {func(g *model.Group) { g.Capacity = model.CountOf(0) }, "Korjaa: Luvun pitää olla suurempi kuin nolla. Jätä kenttä tyhjäksi, jos sitä ei tiedetä.", false},
		"minimum over capacity": {func(g *model.Group) { g.Minimum = model.CountOf(31) }, "Huomaa: Vähimmäismäärä on suurempi kuin paikkamäärä.", true},
		"closed and public":     {func(g *model.Group) { g.Type = model.TargetedGroup }, "Huomaa: Kohdennettu ryhmä on yleensä vain kutsutuille. Nyt se näkyy julkisessa kalenterissa.", true},
		"ends before it begins": {func(g *model.Group) {
			g.RunsFrom, g.RunsUntil = model.MustDate("2026-09-01"), model.MustDate("2026-08-01")
		}, "Korjaa: Päättymispäivä 1.8.2026 on ennen alkamispäivää 1.9.2026. Tarkista päivät.", false},
	} {
		t.Run(name, func(t *testing.T) {
			x := showVillage(t, village(), model.Finnish)
			x.groupForm(c.change)
			x.Save()
			if !x.FormOpen() {
				t.Fatal("it was saved before anybody could see what is amiss")
			}
			x.Sees(c.says)
			x.Save()
			if saved := !x.FormOpen(); saved != c.saved {
				t.Errorf("saved at the second try: %v, want %v", saved, c.saved)
			}
		})
	}
}

func TestATimeOrADayThatIsNoneIsSaid(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	f := x.groupForm(func(*model.Group) {})
	f.Focus("until")
	x.Type("25.00")
	x.Save()
	if e, ok := x.Window.Canvas().Focused().(*kit.ClockField); !ok || e.Text != "25.00" || !x.FormOpen() {
		t.Errorf("the keyboard is at %v, not at the time that does not exist", x.Window.Canvas().Focused())
	}
	f.Focus("from")
	f.Focus("until") // what is there is replaced
	x.Type("11.45")
	x.Tap("Lisää ylimääräinen päivä")
	x.Type("29.2.2027")
	x.Save()
	if e, ok := x.Window.Canvas().Focused().(*kit.DateField); !ok || e.Text != "29.2.2027" || !x.FormOpen() {
		t.Errorf("the keyboard is at %v, not at the day that does not exist", x.Window.Canvas().Focused())
	}
}

func TestAClosedGroupIsNotPublicByItself(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	f := x.groupForm(func(*model.Group) {})
	f.Focus("type")
	x.Type("kohdennettu")
	x.Press(fyne.KeyReturn)
	if f.g.Public || f.public.Checked {
		t.Fatal("a group that was made a closed one is still in the calendar")
	}
	x.Sees("Suljettu ryhmä, johon tullaan kutsusta.")
	f.Focus("public")
	x.Type(" ")
	f.Focus("type")
	x.Type("avoin")
	x.Press(fyne.KeyReturn)
	x.Type("kohdennettu")
	x.Press(fyne.KeyReturn)
	if !f.g.Public {
		t.Error("what somebody has said about the calendar gave way to the type")
	}
}

func TestLeadersWhoCanBeAskedStandFirst(t *testing.T) {
	store := village()
	other := store.groups[0]
	other.ID, other.Name, other.Leaders, other.From, other.Until = "toinen", model.Text{Fi: "Vauvakahvila"}, []model.ID{"aino"}, at("11:00"), at("12:00")
	store.groups = append(store.groups, other)
	x := showVillage(t, store, model.Finnish)
	f := x.groupForm(func(g *model.Group) { g.Leaders = []model.ID{"terhi"} })
	said := func() string {
		var out []string
		for _, o := range f.leaderOptions(model.Volunteer, f.clashes()) {
			out = append(out, o.Label+": "+o.Detail)
		}
		return strings.Join(out, "; ")
	}
	if got, want := said(), "Bertta Salo: vapaa: ti aamupäivä; Aino Kettula: Sarkajärvi · samaan aikaan: Vauvakahvila; Cecilia Tauko: tauolla"; got != want {
		t.Errorf("offered %q, want %q", got, want)
	}
	f.g.Until = at("11:00") // one ends when the other begins
	if got, want := said(), "Bertta Salo: vapaa: ti aamupäivä; Aino Kettula: Sarkajärvi; Cecilia Tauko: tauolla"; got != want {
		t.Errorf("offered %q, want %q", got, want)
	}
	f.g.Recurrence.Weekday = time.Thursday
	if got, want := said(), "Aino Kettula: Sarkajärvi; Bertta Salo: ei vapaa: to aamupäivä; Cecilia Tauko: tauolla"; got != want {
		t.Errorf("offered %q, want %q", got, want)
	}
	f.g.Leaders = []model.ID{"entinen"}
	if !strings.Contains(said(), "Entinen Ohjaaja: lopettanut") {
		t.Errorf("one who was chosen and has ended is not offered: %q", said())
	}
}

func TestEditGroupKeepsWhatIsNotTouched(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.store.groups[0].Leaders = []model.ID{"terhi", "aino", "kadonnut"} // one who is no longer known
	want := copyOfGroup(x.store.groups[0])
	x.Reload()
	f := x.groupForm(func(*model.Group) {})
	f.Focus("notes")
	x.Type("Kahvi")
	x.Save()
	want.Notes = "Kahvi"
	if got := x.store.groups[0]; !reflect.DeepEqual(withoutNil(got), withoutNil(want)) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
}

// withoutNil makes empty lists of days and none the same.
func withoutNil(g model.Group) model.Group {
	g.Recurrence.Dates = append([]model.Date{}, g.Recurrence.Dates...)
	g.Recurrence.Without = append([]model.Date{}, g.Recurrence.Without...)
	return g
}

func TestALeaderIsTakenAwayByKeyboard(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	f := x.groupForm(func(*model.Group) {})
	x.TabTo("Poista: Aino Kettula")
	x.Press(fyne.KeyDelete)
	if !slices.Equal(f.g.Leaders, []model.ID{"terhi"}) {
		t.Errorf("leaders %v", f.g.Leaders)
	}
	x.Sees("Työparista puuttuu vapaaehtoinen.")
}

func TestLeavingAGroupFormAsksOnlyAfterAChange(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.groupForm(func(*model.Group) {})
	x.Leave()
	if x.FormOpen() || x.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("a form without changes asks")
	}
	x.groupForm(func(*model.Group) {})
	x.Type("!")
	x.Tap("Paikat")
	if x.Window.Canvas().Overlays().Top() == nil || x.Current() != groupsTab {
		t.Fatal("a change is lost without a question")
	}
	x.Tap("Hylkää muutokset")
	if x.Current() != placesTab || x.store.groups[0].Name.Fi != "Perhekahvila Sarka" {
		t.Errorf("view %d, name %q", x.Current(), x.store.groups[0].Name.Fi)
	}
}
