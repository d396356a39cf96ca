package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/kit"
)

func TestSessionPage(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
	x.Sees("Perhekahvila Sarka", "Ti 24.11.2026 klo 9.30–11.30", "tulossa", "Perhetupa Sarka · Sarkajärvi", "2/4 · Syksy 2026",
		"Terhi Terveydenhoitaja", "Aino Kettula", "Kävijät kirjataan, kun kerta on pidetty.", "Tällä kerralla pitäisi olla teema tai vieras.")
	for _, link := range []string{"Perhetupa Sarka · Sarkajärvi", "Terhi Terveydenhoitaja", "Aino Kettula"} {
		x.Tap(link)
	}
	x.Step(1)
	x.Step(-1)
	x.Step(1)
	want := "[{meeting_place sarka} {leader terhi} {leader aino} {session c2026-12-01} {session c2026-11-17} {session c2026-12-01}]"
	if fmt.Sprint(x.Opened) != want {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
	x.Tap("Lisää teema")
	x.Retype("Unikoulu")
	x.Save()
	x.Sees("Unikoulu")
	x.Misses("Tällä kerralla pitäisi olla teema tai vieras.")
	if got := x.store.kept("c2026-11-24"); got.Theme != "Unikoulu" || !slices.Equal(got.Leaders, []model.ID{"terhi", "aino"}) {
		t.Errorf("kept %+v", got)
	}
}

func TestSessionsThatDoNotWantAThemeSayNothing(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-12-01", model.Finnish)
	x.Sees("3/4 · Syksy 2026")
	x.Misses("Tällä kerralla pitäisi olla teema tai vieras.")
}

func TestWhatStandsInTheWayIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*shelf)
		says   string
	}{
		"absent": {func(s *shelf) { s.leaders[0].Absences[0].From = model.MustDate("2026-11-24") }, "Ohjaaja Aino Kettula: poissa 24.11.–31.12.2026. Etsi sijainen."},
		"closed": {func(s *shelf) { s.closures[0].From = model.MustDate("2026-11-23") }, "Suljettu 23.11.–9.12.2026: Putkiremontti. Siirrä tai peru kerta."},
		"place": {func(s *shelf) {
			s.sessions[3].PlaceID = "sarka"
		}, "Samassa paikassa on samaan aikaan Rannan ryhmä klo 10.00–12.00. Siirrä toinen kerroista toiseen aikaan tai paikkaan."},
		"leader": {func(s *shelf) {
			s.sessions[3].Leaders = []model.ID{"aino"}
		}, "Aino Kettula ohjaa samaan aikaan: Rannan ryhmä klo 10.00–12.00. Etsi toiselle kerralle toinen ohjaaja."},
		"travel": {func(s *shelf) {
			s.sessions[3].Leaders, s.sessions[3].From = []model.ID{"aino"}, clock("11:45")
		}, "Aino Kettula ehtii huonosti kunnasta toiseen, väliä on 15 min: Rannan ryhmä klo 11.45–12.00. Muuta aikaa tai etsi sijainen."},
		"booked": {func(s *shelf) {
			s.booked = []model.PartnerEvent{{PlaceID: "sarka", Date: model.MustDate("2026-11-24"), From: clock("11:00"), Until: clock("13:00"), Title: "Kuoro"}}
		}, "Paikka on varattu kumppanin kalenterissa: Kuoro klo 11.00–13.00. Sovi asiasta kumppanin kanssa tai siirrä kerta."},
		"no pair": {func(s *shelf) { s.sessions[2].Leaders = []model.ID{"terhi"} }, "Työparista puuttuu vapaaehtoinen."},
	} {
		t.Run(name, func(t *testing.T) {
			store := panelVillage()
			c.change(store)
			showPanel(t, store, "c2026-11-24", model.Finnish).Sees(c.says)
		})
	}
}

func TestPageOfASessionThatIsOver(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-17", model.Finnish)
	x.Sees("kirjaamatta", "Kerta on ohi, mutta kävijöitä ei ole kirjattu.", "Ei kirjattu.")
	x.Misses("Kuka pääsee?")
}

func TestAGroupThatLostSessionsLeadsToPlanning(t *testing.T) {
	x := showPanel(t, panelVillage(), "v2026-11-27", model.Finnish)
	x.Sees("Ryhmältä puuttuu 4 kertaa: suunnittele kausi uudelleen.", "1/1 · Syksy 2026")
	x.Tap("Suunnittele kausi")
	if fmt.Sprint(x.Opened) != "[{season syksy}]" {
		t.Errorf("opened %v", x.Opened)
	}
}

func TestCancelAndRestore(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
	x.do("Peru kerta")
	x.Tap("Peru kerta")
	x.Sees("Korjaa: Tämä on pakollinen tieto. Täytä kenttä.")
	if x.store.kept("c2026-11-24").State == model.SessionCancelled {
		t.Fatal("cancelled without a reason")
	}
	x.Retype("Ohjaaja sairastui")
	x.Tap("Peru kerta")
	x.Sees("peruttu", "Ohjaaja sairastui", "Syksy 2026")
	x.Misses("Työparista puuttuu vapaaehtoinen.")
	if got := x.store.kept("c2026-11-24"); got.State != model.SessionCancelled || got.Reason != "Ohjaaja sairastui" {
		t.Errorf("kept %+v", got)
	}
	if x.offers("Kirjaa kävijät") || x.offers("Peru kerta") {
		t.Error("a cancelled session offers to count or to cancel")
	}
	x.do("Palauta peruttu kerta")
	x.Sees("tulossa")
	if got := x.store.kept("c2026-11-24"); got.State != model.SessionPlanned || got.Reason != "" {
		t.Errorf("kept %+v", got)
	}
	undo(x.Stage)
	if got := x.store.kept("c2026-11-24"); got.State != model.SessionCancelled || got.Reason != "Ohjaaja sairastui" {
		t.Errorf("after undoing, kept %+v", got)
	}
}

func TestAClosureThatCancelledIsNamed(t *testing.T) {
	store := panelVillage()
	store.sessions[2].State, store.sessions[2].ClosedBy = model.SessionCancelled, "putki"
	x := showPanel(t, store, "c2026-11-24", model.Finnish)
	x.Tap("Suljettu 8.–9.12.2026: Putkiremontti.")
	if fmt.Sprint(x.Opened) != "[{closure putki}]" {
		t.Errorf("opened %v", x.Opened)
	}
}

func TestCounting(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-17", model.Finnish)
	x.Tap("Kirjaa kävijät")
	x.Misses("Vanha luokka")
	x.into("adults", "8")
	x.into("men", "9")
	x.into("own.iso", "-1")
	x.Save()
	x.Sees("Korjaa: Luvun pitää olla 0–10 000.", "Huomaa: Luku on suurempi kuin aikuisten määrä.")
	x.into("own.iso", "2")
	x.into("men", "0")
	x.Save()
	got := x.store.kept("c2026-11-17").Counts
	if got.Adults != model.CountOf(8) || got.Men != model.CountOf(0) || got.Children.Known || got.New.Known || got.Own["iso"] != 2 {
		t.Errorf("counted %+v", got)
	}
	x.Sees("pidetty", "Aikuisia", "8", "Isovanhempia", "–")
	undo(x.Stage)
	if x.store.kept("c2026-11-17").Counts.Entered() {
		t.Error("the counts were not taken back")
	}
}

func TestCountsOfACategoryNoLongerCountedStay(t *testing.T) {
	store := panelVillage()
	store.sessions[0].Counts = model.Counts{Adults: model.CountOf(3), Own: map[model.ID]int{"vanha": 1}}
	x := showPanel(t, store, "c2026-11-17", model.Finnish)
	x.Sees("Vanha luokka")
	x.openCount()
	x.into("adults", "4")
	x.Save()
	if got := x.store.kept("c2026-11-17").Counts; got.Own["vanha"] != 1 || got.Adults != model.CountOf(4) {
		t.Errorf("counted %+v", got)
	}
}

func TestNotHeldAsksWhy(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-17", model.Finnish)
	x.openCount()
	x.Tap("Ei pidetty")
	x.Retype("Ei kävijöitä")
	x.Tap("Peru kerta")
	if got := x.store.kept("c2026-11-17"); got.State != model.SessionCancelled || got.Reason != "Ei kävijöitä" || got.Counts.Entered() {
		t.Errorf("kept %+v", got)
	}
}

func TestDeletingACountedSessionIsRefused(t *testing.T) {
	store := panelVillage()
	store.sessions[2].SlotOn, store.sessions[2].Counts.Adults = model.Date{}, model.CountOf(1)
	x := showPanel(t, store, "c2026-11-24", model.Finnish)
	x.do("Poista kerta")
	x.Tap("Poista kerta")
	if !x.Mentions("Peru kerta.") {
		t.Errorf("the refusal is not said: %q", x.Texts())
	}
	if x.closed != 0 {
		t.Error("the panel closed")
	}
}

func TestASessionThatIsGoneClosesThePanel(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
	x.store.sessions = nil
	x.Reload()
	if x.closed != 1 {
		t.Errorf("closed %d times", x.closed)
	}
}

func TestThePanelHidesPeople(t *testing.T) {
	store := panelVillage()
	store.sessions[2].Guest = "Vieno Vieras"
	store.leaders[0].Absences[0].From = model.MustDate("2026-11-24")
	x := showPanel(t, store, "c2026-11-24", model.Finnish)
	x.s.desk.SetHidden(true)
	x.Reload()
	x.Sees("A. K.", "T. T.", "V. V.")
	for _, name := range []string{"Kettula", "Terveydenhoitaja", "Vieras "} {
		if x.Mentions(name) {
			t.Errorf("%q is shown: %q", name, x.Texts())
		}
	}
	x.findSubstitute("aino", "")
	if x.Mentions("Kettula") || x.Mentions("Bertta") || x.Mentions("040 000") {
		t.Errorf("the substitutes show %q", x.Texts())
	}
}

func TestThePanelSpeaksThreeLanguages(t *testing.T) {
	for l, want := range map[model.Language][]string{
		model.Swedish: {"Familjekaféet Sarka", "Ti 24.11.2026 kl. 9.30–11.30", "Familjestugan Sarka · Sarkajärvi", "2/4 · Hösten 2026", "Ledare"},
		model.English: {"Perhekahvila Sarka", "Tue 24.11.2026 9:30–11:30", "2/4 · Syksy 2026", "Leaders"},
	} {
		x := showPanel(t, panelVillage(), "c2026-11-24", l)
		x.Sees(want...)
		for _, text := range x.Texts() {
			if strings.Contains(text, "calendar.") {
				t.Errorf("%s: %q has no words", l, text)
			}
		}
	}
}

func TestAChangeOfSeveralSessionsIsAllOrNone(t *testing.T) {
	store := panelVillage()
	x := newPanelTable(t, store, model.Finnish)
	store.fails, store.failsOn = errors.New("disk"), "c2026-12-01"
	err := x.s.changeSessions([]model.ID{"c2026-11-24", "c2026-12-01"}, "", func(s *model.Session) { s.Theme = "x" })
	if err == nil || x.store.kept("c2026-11-24").Theme != "" {
		t.Errorf("error %v, theme %q", err, x.store.kept("c2026-11-24").Theme)
	}
}

var _ kit.View = (*panel)(nil)
