package meetings

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

// shownRows are the rows of a dry run in words, the verb after a bar.
func shownRows(l *planList) []string {
	var out []string
	for _, r := range l.rows {
		x := l.describe(r)
		out = append(out, words.Joined(x.title, x.chip.Word, x.detail)+" | "+x.verb)
	}
	return out
}

// wantRows fails the test unless each of the rows is among those of a dry run.
func wantRows(t *testing.T, l *planList, rows ...string) {
	t.Helper()
	got := shownRows(l)
	for _, want := range rows {
		if !slices.Contains(got, want) {
			t.Errorf("no row is %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

func TestDryRun(t *testing.T) {
	x := showPlans(t, planRegion(), seasonsTab, model.Finnish)
	p := x.plan()
	got := shownRows(p.list)
	for i, want := range []string{
		"Iltapiiri · pari vajaa 8 kerralla · 8 tehdään · 1 jää väliin · 1 kauden jälkeen · sopimus 2026-008 päättyy 31.10.2026 · joka toinen keskiviikko klo 17.30–19.30 · Kylätalo | ",
		"Perhekahvila · 2 törmäystä · 14 tehdään · 1 jää väliin · ohjaaja estynyt 1 kerralla · joka tiistai klo 9.30–11.30 · Perhetupa | ",
		"Vauvaryhmä · 2 törmäystä · 2 tehdään · joka tiistai klo 11.00–12.00 · Perhetupa | ",
	} {
		if i >= len(got) || got[i] != want {
			t.Errorf("row %d is %q, want %q", i, got[min(i, len(got)-1)], want)
		}
	}
	if len(got) != 3 {
		t.Errorf("%d groups are shown; one that has ended is none of them", len(got))
	}
	x.SeesPart("24 tehdään", "2 jää väliin", "4 törmäystä", "1 kauden jälkeen", "pari vajaa 8 kerralla", "ohjaaja estynyt 1 kerralla")
	if len(x.store.sessions) != 0 {
		t.Error("a dry run has written")
	}
	x.Tap("Avaa kaikki")
	wantRows(t, p.list,
		"Väliin jäävät päivät | Pidä kaikki silti",
		"ke 14.10.2026 · jää väliin · Putkirikko | Pidä silti",
		"ke 23.12.2026 · tehdään · kauden päättymisen jälkeen · vapaaehtoinen puuttuu | Jätä pois",
		"ti 8.9.2026 · tehdään · Aino Kettula ei ole käytettävissä | Jätä pois",
		"ti 20.10.2026 · jää väliin · Syysloma | Pidä silti",
		"ti 8.12.2026 · tehdään · paikka on varattu: Vauvaryhmä klo 11.00–12.00 | Jätä pois",
		"ti 8.12.2026 · tehdään · paikka on varattu: Perhekahvila klo 9.30–11.30 | Jätä pois")
	x.desk.SetHidden(true)
	x.Reload()
	if got := shownRows(p.list); !slices.Contains(got, "ti 8.9.2026 · tehdään · A. K. ei ole käytettävissä | Jätä pois") {
		t.Error("a name is shown while personal data is hidden")
	}
}

// The rows are there, and one is chosen, before the window has given the list its size.
func TestDryRunBeginsAtItsFirstGroup(t *testing.T) {
	x := showPlans(t, planRegion(), seasonsTab, model.Finnish)
	l := newPlanList(x.plan().p)
	l.MinSize()
	l.fill()
	l.Resize(fyne.NewSize(600, planRowHeight+20)) // not all of them fit
	if l.at != 0 || l.GetScrollOffset() != 0 {
		t.Errorf("the list begins at row %d and is scrolled by %v", l.at, l.GetScrollOffset())
	}
}

func TestDryRunInSwedish(t *testing.T) {
	x := showPlans(t, planRegion(), seasonsTab, model.Swedish)
	p := x.plan()
	x.Tap("Öppna alla")
	got := shownRows(p.list)
	for _, want := range []string{"ti 20.10.2026 · hoppas över · Höstlov | Håll ändå", "ti 8.9.2026 · görs · Aino Kettula är inte tillgänglig | Lämna bort"} {
		if !slices.Contains(got, want) {
			t.Errorf("no row is %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

func TestPlanIsWrittenOnceWithTheKeyboard(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	p := x.plan()
	if x.Window.Canvas().Focused() != fyne.Focusable(p.list) {
		t.Fatalf("the keyboard is at %v, not in the list", x.Window.Canvas().Focused())
	}
	at := func() string { return shownRows(p.list)[p.list.at] }
	x.Press(fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown) // unfold the café, past the choice about all
	if got := at(); got != "ti 1.9.2026 · tehdään | Jätä pois" {
		t.Fatalf("the keyboard is at %q", got)
	}
	x.Press(fyne.KeyReturn)
	if got := at(); got != "ti 1.9.2026 · jätetään pois | Peru valinta" {
		t.Fatalf("after Enter the row is %q", got)
	}
	x.Press(fyne.KeyUp, fyne.KeyReturn) // hold all that are skipped
	if got := at(); got != "Väliin jäävät päivät | Älä pidä yhtään" {
		t.Fatalf("after Enter the row is %q", got)
	}
	x.SeesPart("24 tehdään", "1 jää väliin", "1 jätetään pois", "1 pidetään silti")
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "write plan"}
	x.writePlan()
	if x.Window.Canvas().Overlays().Top() == nil || !p.p.decided() {
		t.Fatal("a full disk is not told, or the choices are gone")
	}
	x.Press(fyne.KeyReturn)
	store.fails = nil
	x.writePlan()
	if said := x.desk.Messages.Text(); said != "Suunnitelma kirjoitettiin: 24 kertaa tehtiin ja 1 päivä jätettiin pois." {
		t.Errorf("said %q", said)
	}
	if len(store.sessions) != 24 {
		t.Errorf("%d sessions were written", len(store.sessions))
	}
	forced := store.which(func(s model.Session) bool { return s.Date == model.MustDate("2026-10-20") })
	if len(forced) != 1 || !forced[0].Edited || len(store.which(func(s model.Session) bool { return s.Date == model.MustDate("2026-09-01") })) != 0 {
		t.Errorf("the forced day is %+v", forced)
	}
	x.SeesPart("Mikään ei muutu", "24 on jo", "1 pidetään silti", "4 törmäystä")
	if got := shownRows(p.list); !slices.Contains(got, "ti 20.10.2026 · on jo · muutettu käsin · pidetään silti, Syysloma | ") {
		t.Errorf("the forced day is none of %q", got)
	}
	if !p.save.Disabled() {
		t.Error("a plan that changes nothing can be written")
	}
	x.Save()
	if store.written != 1 {
		t.Errorf("written %d times", store.written)
	}
	x.Press(fyne.KeyEscape)
	if x.seasons().plan != nil {
		t.Error("Esc does not lead back to the season")
	}
	rows, err := x.seasons().rows()
	if err != nil || rows[0].Detail != "31.8.–11.12.2026 · 24 kertaa" || rows[1].Detail != "12.1.–22.5.2026" {
		t.Errorf("the list says %q, %q (%v)", rows[0].Detail, rows[1].Detail, err)
	}
}

func TestWritingCollisionsAsksFirst(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	p := x.plan()
	x.Save()
	x.SeesPart("4 törmäystä, ohjaaja estynyt 1 kerralla ja pari vajaa 8 kerralla")
	x.Press(fyne.KeyEscape)
	if len(store.sessions) != 0 || x.Window.Canvas().Focused() != fyne.Focusable(p.list) {
		t.Fatalf("%d sessions were written by going back to the plan", len(store.sessions))
	}
	p.p.only = []model.ID{"piiri"} // whose pair is incomplete, which alone asks nothing
	p.p.make()
	x.Save()
	if len(store.sessions) != 8 || x.InDialog() {
		t.Errorf("%d sessions were written, and something is asked: %v", len(store.sessions), x.InDialog())
	}
}

func TestPlanSaysWhatChanges(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	x.plan()
	x.writePlan()
	store.groups[1].From, store.groups[1].PlaceID = at("10:00"), "sali" // the café
	store.groups[3].RunsUntil = model.MustDate("2026-12-02")
	for i, s := range store.sessions {
		if s.GroupID == "kahvila" && s.Date == model.MustDate("2026-09-01") {
			store.sessions[i].Counts.Adults = model.CountOf(7)
		}
	}
	x.Reload()
	p := x.seasons().plan
	x.Tap("Avaa kaikki")
	got := shownRows(p.list)
	wantRows(t, p.list,
		"ti 1.9.2026 · on jo · pidetty | ",
		"ti 15.9.2026 · muutetaan · klo 9.30–11.30 › 10.00–11.30 · paikka Perhetupa › Kylätalo | ",
		"ti 8.12.2026 · poistetaan · ryhmä ei enää kokoonnu tänä päivänä | ")
	i := slices.Index(got, "ti 1.9.2026 · on jo · pidetty | ")
	p.list.press(i)
	if p.p.decided() {
		t.Error("a session that was held can be decided about")
	}
}

func TestPlanOfChosenGroups(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	p := x.plan()
	p.groups.SetValues([]model.ID{"vauva"})
	p.groups.OnChanged()
	if got := shownRows(p.list); len(got) != 1 || !strings.HasPrefix(got[0], "Vauvaryhmä · 2 tehdään") {
		t.Errorf("shown %q: the café is not planned, and so nothing is in the way", got)
	}
	x.Save()
	if len(store.sessions) != 2 {
		t.Errorf("%d sessions were written for one group", len(store.sessions))
	}
}

func TestPlanShowsOnlyWhatToLookAt(t *testing.T) {
	store := planRegion()
	store.groups = store.groups[1:2]
	x := showPlans(t, store, seasonsTab, model.Finnish)
	p := x.plan()
	p.list.foldAll(true)
	p.list.notable = true
	p.fill()
	if got := shownRows(p.list); len(got) != 4 { // the group, the choice about all, 8.9. and 20.10.
		t.Errorf("%d rows: %q", len(got), got)
	}
	store.closures, store.leaders[0].Absences = nil, nil
	x.Reload()
	x.SeesPart("Suunnitelmassa ei ole huomioitavaa.")
}

func TestLeavingAPlanAsksAboutChoices(t *testing.T) {
	x := showPlans(t, planRegion(), seasonsTab, model.Finnish)
	x.plan()
	x.Bring(closuresTab, func() {})
	if x.Current() != closuresTab {
		t.Fatal("without choices a dry run is left without a question")
	}
	x.Bring(seasonsTab, func() {})
	p := x.plan()
	p.list.fold(0, true)
	p.list.press(2)
	x.Bring(closuresTab, func() {})
	if x.Current() != seasonsTab {
		t.Fatal("choices were lost without a question")
	}
	x.Tap("Hylkää valinnat")
	if x.Current() != closuresTab || x.seasons().plan != nil {
		t.Errorf("view %d is shown", x.Current())
	}
}

func TestPlanOfNoGroups(t *testing.T) {
	store := planRegion()
	store.groups = nil
	x := showPlans(t, store, seasonsTab, model.Finnish)
	x.plan()
	x.SeesPart("Kaudella ei kokoonnu yhtään ryhmää. Lisää ryhmiä näkymässä Ryhmät.", "Mikään ei muutu")
	x.Press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyEnd)
}

// manyGroups are 400 groups at 60 places with 200 leaders.
func manyGroups() *shelf {
	store := planRegion()
	store.groups, store.places, store.leaders = nil, nil, nil
	for i := range 60 {
		store.places = append(store.places, model.MeetingPlace{ID: model.ID("p" + strconv.Itoa(i)), Name: model.Text{Fi: "Paikka " + strconv.Itoa(i)}, Municipality: model.Municipality{Name: "Kunta " + strconv.Itoa(i%9)}})
	}
	for i := range 200 {
		store.leaders = append(store.leaders, model.Leader{ID: model.ID("l" + strconv.Itoa(i)), Name: "Ohjaaja " + strconv.Itoa(i), Kind: model.LeaderKinds()[i%2], Statuses: []model.LeaderStatus{{State: model.LeaderActive}}})
	}
	for i := range 400 {
		store.groups = append(store.groups, model.Group{
			ID: model.ID("g" + strconv.Itoa(i)), Name: model.Text{Fi: "Ryhmä " + strconv.Itoa(i)}, PlaceID: store.places[i%60].ID,
			Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: time.Weekday(1 + i%5), Every: 1},
			From:       at(strconv.Itoa(8+i%10) + ":00"), Until: at(strconv.Itoa(10+i%10) + ":00"), Leaders: []model.ID{store.leaders[i%200].ID, store.leaders[(i*7+1)%200].ID},
		})
	}
	return store
}

func BenchmarkDryRunOf400Groups(b *testing.B) {
	x := showPlans(b, manyGroups(), seasonsTab, model.Finnish)
	season := x.store.seasons[0]
	for b.Loop() {
		if _, err := newPlanning(x.Screen, season); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecideAboutADayOf400Groups(b *testing.B) {
	x := showPlans(b, manyGroups(), seasonsTab, model.Finnish)
	p := x.plan()
	x.Tap(words.T("meetings.plan.unfold"))
	p.list.move(3000)
	for b.Loop() {
		p.list.press(p.list.at)
	}
}
