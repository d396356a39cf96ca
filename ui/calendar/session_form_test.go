package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
)

func TestMovingASession(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
	x.do("Siirrä kerta")
	x.Retype("2.12.2026")
	x.Save()
	got := x.store.kept("c2026-11-24")
	if got.Date != model.MustDate("2026-12-02") || got.SlotOn != model.MustDate("2026-11-24") {
		t.Errorf("moved to %v, slot %v", got.Date, got.SlotOn)
	}
	x.Sees("siirretty", "ti 24.11.2026 › ke 2.12.2026")
	if want := "Siirretty: ti 24.11.2026 klo 9.30–11.30 › ke 2.12.2026 klo 9.30–11.30."; x.Desk.Messages.Text() != want {
		t.Errorf("said %q, want %q", x.Desk.Messages.Text(), want)
	}
	if fmt.Sprint(x.Opened) != "[{session c2026-11-24}]" {
		t.Errorf("the grid did not follow: %v", x.Opened)
	}
	undo(x.Stage)
	if got := x.store.kept("c2026-11-24"); got.Date != model.MustDate("2026-11-24") {
		t.Errorf("after undoing on %v", got.Date)
	}
}

func TestUndoLeavesALaterChangeAlone(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
	x.do("Siirrä kerta")
	x.Retype("25.11.2026")
	x.Save()
	x.store.sessions[2].Theme = "Myöhempi teema"
	undo(x.Stage)
	if got := x.store.kept("c2026-11-24"); got.Theme != "Myöhempi teema" || got.Date != model.MustDate("2026-11-25") {
		t.Errorf("kept %+v", got)
	}
	if !strings.Contains(x.Desk.Messages.Text(), "Kertaa on muutettu tämän jälkeen") {
		t.Errorf("said %q", x.Desk.Messages.Text())
	}
}

func TestTheFormSaysWhatWouldStandInTheWay(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
	x.Edit()
	x.Sees("Päällekkäisyyksiä ei ole.")
	x.into("date", "8.12.2026")
	x.Sees("Suljettu 8.–9.12.2026: Putkiremontti.\nOhjaaja Aino Kettula: poissa 1.–31.12.2026.")
	x.Save()
	if got := x.store.kept("c2026-11-24"); got.Date != model.MustDate("2026-12-08") {
		t.Errorf("a conflict kept the session from being moved: %v", got.Date)
	}
}

func TestWrongInputInTheForm(t *testing.T) {
	for name, c := range map[string]struct {
		fields map[string]string
		says   string
		twice  bool // saving again keeps it
	}{
		"end before start": {map[string]string{"from": "11.00", "until": "10.00"}, "Korjaa: Loppumisajan pitää olla alkamisajan jälkeen samana päivänä.", false},
		"over midnight":    {map[string]string{"from": "23.30", "until": "0.30"}, "Korjaa: Loppumisajan pitää olla alkamisajan jälkeen samana päivänä.", false},
		"no such hour":     {map[string]string{"until": "25.00"}, "Korjaa: ”25.00” ei ole kellonaika. Kirjoita esimerkiksi 9.30.", false},
		"no day":           {map[string]string{"date": ""}, "Korjaa: Tämä on pakollinen tieto. Täytä kenttä.", false},
		"year 2062":        {map[string]string{"date": "24.11.2062"}, "Huomaa: Päivä ei kuulu mihinkään kauteen. Tarkista päivä.", true},
	} {
		t.Run(name, func(t *testing.T) {
			x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
			before := x.store.kept("c2026-11-24")
			x.Edit()
			for field, text := range c.fields {
				x.into(field, text)
			}
			x.Save()
			x.Sees(c.says)
			if got := x.store.kept("c2026-11-24"); got.Date != before.Date || got.From != before.From || got.Until != before.Until {
				t.Fatalf("kept %v %v–%v", got.Date, got.From, got.Until)
			}
			x.Save()
			if got := x.store.kept("c2026-11-24"); (got.Date != before.Date) != c.twice {
				t.Errorf("saved again: kept on %v", got.Date)
			}
		})
	}
}

func TestLeavingAFormAsks(t *testing.T) {
	x := showPanel(t, panelVillage(), "c2026-11-24", model.Finnish)
	x.Edit()
	x.Leave()
	if x.FormOpen() {
		t.Fatal("a form without changes stays open")
	}
	x.Edit()
	x.into("theme", "Unikoulu")
	x.Leave()
	x.Press(fyne.KeyEscape)
	if !x.FormOpen() {
		t.Fatal("Esc in the question lost the form")
	}
	x.Leave()
	x.Tap("Hylkää muutokset")
	if x.FormOpen() || x.store.kept("c2026-11-24").Theme != "" {
		t.Error("the changes were not given up")
	}
	x.Edit()
	x.into("theme", "Unikoulu")
	left := false
	x.MayLeave(func() { left = true })
	x.Tap("Tallenna")
	if !left || x.store.kept("c2026-11-24").Theme != "Unikoulu" {
		t.Errorf("left %v, theme %q", left, x.store.kept("c2026-11-24").Theme)
	}
	x.Leave()
	if x.closed != 1 {
		t.Errorf("leaving the page closed the panel %d times", x.closed)
	}
}

func TestWritingThatFailsKeepsTheForm(t *testing.T) {
	store := panelVillage()
	x := showPanel(t, store, "c2026-11-24", model.Finnish)
	x.Edit()
	x.into("theme", "Unikoulu")
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update session"}
	x.Save()
	x.Press(fyne.KeyEscape)
	if !x.FormOpen() || !x.Mentions("Perhekahvila Sarka") {
		t.Fatal("the form is gone")
	}
	store.fails = nil
	x.Save()
	if x.store.kept("c2026-11-24").Theme != "Unikoulu" {
		t.Error("what was typed is lost")
	}
}

func TestANewSession(t *testing.T) {
	x := newPanelTable(t, panelVillage(), model.Finnish)
	x.show(model.Session{Date: model.MustDate("2026-11-26"), From: clock("13:00"), PlaceID: "kyla"})
	before := len(x.store.sessions)
	x.Save()
	if !x.FormOpen() || len(x.store.sessions) != before {
		t.Fatal("a session without a group was kept")
	}
	x.part.(*sessionForm).Focus("group")
	for _, r := range "perhek" {
		x.Window.Canvas().Focused().TypedRune(r)
	}
	x.Press(fyne.KeyReturn)
	x.Save()
	got := x.store.sessions[len(x.store.sessions)-1]
	if len(x.store.sessions) != before+1 || got.GroupID != "cafe" || got.From != clock("13:00") || got.Until != clock("15:00") || got.PlaceID != "kyla" ||
		!slices.Equal(got.Leaders, []model.ID{"terhi", "aino"}) || got.SeasonID != "syksy" {
		t.Errorf("kept %+v", got)
	}
	x.Sees("ylimääräinen", "To 26.11.2026 klo 13.00–15.00")
	if x.offers("Muuta tästä eteenpäin") {
		t.Error("an extra session offers to change the following ones")
	}
	x.do("Poista kerta")
	x.Tap("Poista kerta")
	if len(x.store.sessions) != before || x.closed != 1 {
		t.Errorf("%d sessions, closed %d times", len(x.store.sessions), x.closed)
	}
	undo(x.Stage)
	if len(x.store.sessions) != before+1 {
		t.Error("the session was not brought back")
	}
}

func TestANewSessionIsGivenUp(t *testing.T) {
	x := newPanelTable(t, panelVillage(), model.Finnish)
	x.show(model.Session{Date: model.MustDate("2026-11-26")})
	x.Leave()
	if x.closed != 1 {
		t.Errorf("closed %d times", x.closed)
	}
}
