package calendar

import (
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/kit"
)

func TestWhatIsAtTheFrontIsPrintedFirst(t *testing.T) {
	x := showPrints(t)
	for tab, want := range map[int]string{
		weekTab: "Perheiden toimintakalenteri", monthTab: "Perheiden toimintakalenteri",
		countTab: "Kävijöiden laskentalomake", dutiesTab: "Ohjaajien vuorolista",
	} {
		x.Show(tab)
		x.Print()
		if got := x.buttons(); len(got) != 7 || got[0] != want {
			t.Errorf("view %d: %q", tab, got)
		}
		x.Tap("Peruuta")
	}
	x.Show(weekTab)
	x.Print()
	if b, ok := x.Window.Canvas().Focused().(*kit.Button); !ok || b.Text != "Perheiden toimintakalenteri" {
		t.Errorf("the keyboard is at %v", x.Window.Canvas().Focused())
	}
}

// The calendar that is given out is remembered, and the next time its day is told; one that was only looked at is not.
func TestTheCalendarThatIsGivenOutIsRemembered(t *testing.T) {
	x := showPrints(t)
	open := func() {
		x.Print()
		x.Tap("Perheiden toimintakalenteri")
	}
	open()
	if box := printField[*kit.Check](x, "Kerro muutokset"); !box.Disabled() || box.Checked {
		t.Error("changes of a calendar that was never given out can be told")
	}
	remember := printField[*kit.Check](x, "Muista tämä jaetuksi")
	remember.SetChecked(false)
	x.Tap("Tulosta")
	if len(x.Viewed) != 1 || len(x.store.given) != 0 {
		t.Fatalf("only looked at: shown %q, remembered %v", x.Viewed, x.store.given)
	}
	open()
	x.Tap("Tulosta")
	if len(x.Viewed) != 2 || len(x.store.given) != 1 {
		t.Fatalf("given out: shown %q, remembered %v", x.Viewed, x.store.given)
	}
	given := x.store.given[0]
	if given.SeasonID != "syksy" || given.Area != "region" || given.On != model.MustDate("2026-11-22") || len(given.Lines) != 1 || len(given.Lines[0].Days) != 3 {
		t.Errorf("remembered is %+v", given)
	}
	open()
	if box := printField[*kit.Check](x, "Kerro, mikä on muuttunut 22.11.2026 jaetusta"); box.Disabled() || !box.Checked {
		t.Error("the changes since the day on which it was given out are not told")
	}
	choose(x, "Alue", model.CalendarArea{PlaceID: "tupa"})
	if box := printField[*kit.Check](x, "Kerro muutokset"); !box.Disabled() || box.Checked {
		t.Error("what was given out of the region is taken for what was given out of the place")
	}
	x.Tap("Peruuta")
}

func TestTheCalendarTellsWhatHasChanged(t *testing.T) {
	x := showPrints(t)
	if _, err := x.read(); err != nil {
		t.Fatal(err)
	}
	wish := calendarWish{season: "syksy", area: model.CalendarArea{PlaceID: "tupa"}, tongues: "fi+sv", byVillage: true}
	before, err := x.calendarSheet(t.Context(), wish)
	if err != nil {
		t.Fatal(err)
	}
	x.printCalendar(before, true)
	x.store.sessions = slices.DeleteFunc(x.store.sessions, func(s model.Session) bool { return s.ID == "open2026-12-01" })
	wish.changes = true
	after, err := x.calendarSheet(t.Context(), wish)
	if err != nil || len(after.Changes) != 1 || after.Changes[0].Kind != model.CalendarLost || after.ChangedSince != model.MustDate("2026-11-22") {
		t.Errorf("changes %+v since %v, %v", after.Changes, after.ChangedSince, err)
	}
	if !after.ByVillage || !slices.Equal(after.Languages, []model.Language{model.Finnish, model.Swedish}) {
		t.Errorf("by village %v in %v", after.ByVillage, after.Languages)
	}
}

// A calendar with nothing in it is not printed, and what was chosen stays.
func TestAnEmptyCalendarIsNotPrinted(t *testing.T) {
	x := showPrints(t)
	x.Print()
	x.Tap("Perheiden toimintakalenteri")
	choose(x, "Alue", model.CalendarArea{PlaceID: "koulu"}) // only the closed group meets there
	x.Tap("Tulosta")
	if !x.Mentions("joka näkyisi perheille") || len(x.Viewed)+len(x.store.given) > 0 {
		t.Errorf("shown %q, remembered %v", x.Viewed, x.store.given)
	}
	choose(x, "Alue", model.CalendarArea{Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}})
	x.Tap("Tulosta")
	if len(x.Viewed) != 1 || x.store.given[0].Area != "municipality:994" {
		t.Errorf("shown %q, remembered %v", x.Viewed, x.store.given)
	}
}

// The calendar of a season that is over is looked at, and not given out.
func TestTheCalendarOfAPastSeasonIsOnlyLookedAt(t *testing.T) {
	x := showPrints(t)
	x.desk.Today = func() model.Date { return model.MustDate("2027-01-05") }
	x.Print() // the screen still shows a week of the autumn
	x.Tap("Perheiden toimintakalenteri")
	if printField[*kit.Check](x, "Muista tämä jaetuksi").Checked {
		t.Error("it would be remembered as given out")
	}
}

func TestPapersOfAPlace(t *testing.T) {
	for _, what := range []string{"Paikan viikkojuliste", "Paikan ovikyltti", "Kävijöiden laskentalomake"} {
		x := showPrints(t)
		x.Print()
		x.Tap(what)
		x.Tap("Tulosta")
		if !x.Mentions("Tämä on pakollinen tieto") || len(x.Viewed) > 0 {
			t.Errorf("%s: no place is chosen, and shown is %q", what, x.Viewed)
		}
		choose(x, "Paikka", model.ID("tupa"))
		x.Tap("Tulosta")
		if len(x.Viewed) != 1 {
			t.Errorf("%s: shown is %q", what, x.Viewed)
		}
		x.lens.place = "koulu"
		x.Print()
		x.Tap(what)
		if id, _ := printField[*kit.Select[model.ID]](x, "Paikka").Value(); id != "koulu" {
			t.Errorf("%s: the place that is looked at is not chosen: %q", what, id)
		}
	}
}

func TestThePlaceOfTheOpenSessionIsChosen(t *testing.T) {
	x := showPrints(t)
	x.View(weekTab).(*weekView).panel = &panel{x: sitting{of: x.store.sessions[0]}}
	if got := x.placeNow(); got != "tupa" {
		t.Errorf("chosen is %q", got)
	}
	x.lens.place = "koulu"
	if got := x.placeNow(); got != "koulu" {
		t.Errorf("the lens looks at koulu, and chosen is %q", got)
	}
}

func TestAreasAreOfferedInOrder(t *testing.T) {
	x := showPrints(t)
	if _, err := x.read(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range x.printAreas() {
		got = append(got, o.Label)
	}
	if want := []string{"Koko alue", "Rantaniemi", "Sarkajärvi", "Koulu", "Perhetupa"}; !slices.Equal(got, want) {
		t.Errorf("offered are %q, want %q", got, want)
	}
	x.lens.town = model.Municipality{Code: "994", Name: "Åkersjö"} // as the window calls it in Swedish
	if a := x.areaNow(); a.Key() != "municipality:994" || a.Municipality.Name != "Sarkajärvi" {
		t.Errorf("the municipality that is looked at is %+v", a)
	}
}

func TestTheWeekThatIsLookedAtIsChosen(t *testing.T) {
	x := showPrints(t)
	x.day = model.MustDate("2026-12-30")
	x.Print()
	x.Tap("Paikan viikkojuliste")
	week := printField[*kit.Select[model.Date]](x, "Viikko")
	if monday, _ := week.Value(); monday != model.MustDate("2026-12-28") || week.Text() != "Viikko 53" {
		t.Errorf("chosen is %v, %q", monday, week.Text())
	}
}

func TestDutiesAreOfOneLeaderOrAll(t *testing.T) {
	x := showPrints(t)
	x.desk.SetHidden(true)
	x.lens.leader = "aino"
	x.Print()
	x.Tap("Ohjaajien vuorolista")
	leader := printField[*kit.Select[model.ID]](x, "Ohjaaja")
	if id, _ := leader.Value(); id != "aino" || leader.Text() != "A. K." {
		t.Errorf("chosen is %q, %q", id, leader.Text())
	}
	x.Tap("Tulosta")
	if len(x.Viewed) != 1 {
		t.Errorf("shown is %q", x.Viewed)
	}
	if o := x.printLeaders(); len(o) != 2 {
		t.Errorf("offered are %+v", o)
	}
}

func TestExport(t *testing.T) {
	x := showPrints(t)
	if _, err := x.read(); err != nil {
		t.Fatal(err)
	}
	days := func(from, until string) exportWish {
		a, _ := model.ParseDate(from)
		b, _ := model.ParseDate(until)
		return exportWish{from: a, until: b, internal: true}
	}
	of := func(w exportWish, who whose) exportWish {
		w.whose = who
		return w
	}
	for _, c := range []struct {
		wish exportWish
		n    int
		name string
	}{
		{days("", ""), 6, "Suvantomaan perhekeskus"},
		{days("2026-11-22", "2026-11-30"), 2, "Suvantomaan perhekeskus"},
		{exportWish{}, 3, "Suvantomaan perhekeskus"}, // what families may see
		{of(days("", ""), whose{leader: "bo"}), 3, "Suvantomaan perhekeskus – Bo Ek"},
		{of(days("2026-12-01", ""), whose{area: model.CalendarArea{PlaceID: "tupa"}}), 1, "Perhetupa"},
		{of(days("", ""), whose{area: model.CalendarArea{Municipality: model.Municipality{Code: "997"}}}), 3, "Suvantomaan perhekeskus – Rantaniemi"},
	} {
		f, err := x.feed(t.Context(), c.wish)
		if err != nil || len(f.Sessions) != c.n || f.Name != c.name || f.Internal != c.wish.internal {
			t.Errorf("%+v: %d sessions of %q, %v", c.wish, len(f.Sessions), f.Name, err)
		}
	}
}

// Nothing is asked about a file until there is something to write into it.
func TestAskingForAnExport(t *testing.T) {
	x := showPrints(t)
	x.askExport()
	from := printField[*kit.DateField](x, "Alkaen")
	if d, _ := from.Value(); d != model.MustDate("2026-08-31") {
		t.Errorf("it begins on %v, not with the season", d)
	}
	from.SetText("1.1.2028")
	x.Tap("Tallenna tiedosto")
	if !x.Mentions("on ennen alkamispäivää") {
		t.Error("it ends before it begins, and nothing is said")
	}
	printField[*kit.DateField](x, "Päättyen").SetText("")
	x.Tap("Tallenna tiedosto")
	if !x.Mentions("ei löydy yhtään kertaa") {
		t.Error("there is nothing to export, and nothing is said")
	}
}

func TestFileNames(t *testing.T) {
	for name, want := range map[string]string{
		"Perhetupa Sarka": "Perhetupa Sarka", `a/b\c:d`: "a-b-c-d", "<x>|\"y\"?*\t": "-x---y----", " å ä ö ": "å ä ö",
	} {
		if got := fileName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestPrintingTellsWhenNothingCanBeRead(t *testing.T) {
	x := showPrints(t)
	x.store.unread = &model.Error{Code: model.CodeIO}
	x.Print()
	if slices.Contains(x.buttons(), "Perheiden toimintakalenteri") || len(x.buttons()) == 0 {
		t.Errorf("the dialog has %q", x.buttons())
	}
}
