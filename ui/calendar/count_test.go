package calendar

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestCountRows(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	v := x.counting()
	for i, want := range []string{
		"ma 16.11. 9.30–11.30|Perhekahvila|Kylätalo||||||" + "|21|kirjaamatta",
		"ke 18.11. 13.00–14.30|Vauvakahvila|Rantatupa||||||" + "|4|kirjaamatta", // of the group that it continues
		"to 19.11. 9.30–11.30|Perhekahvila|Kylätalo||||||" + "|21|peruttu: ohjaaja sairastui",
	} {
		if got := v.texts(i); got != want {
			t.Errorf("row %d is\n%s, want\n%s", i, got, want)
		}
	}
	if got, want := v.feet(0), "Viikko yhteensä||–|–|–|–|–|–||2 kirjaamatta"; got != want {
		t.Errorf("the foot is %s, want %s", got, want)
	}
	if got, want := v.feet(1), "Vuotta aiemmin, viikko 47||13|12|–|–|–|25|25|"; got != want {
		t.Errorf("the foot of last year is %s, want %s", got, want)
	}
	x.SeesPart("Viikko 47: 16.–22.11.2026", "Käynti ei ole henkilö", "Älä kirjaa nimiä",
		"Vuotta aiemmin: ma 17.11.2025 9.30–11.30 21 käyntiä (aikuisia 9, lapsia 12).")
}

func TestCountIsTypedByKeyboardAlone(t *testing.T) {
	store := countRegion()
	x := showCount(t, store, countTab, model.Finnish)
	kit.Focus(x.counting().grid)
	x.Type("12")
	if store.writes != 0 {
		t.Error("it was written before the cell was left")
	}
	x.Press(fyne.KeyTab)
	if got := store.kept("1").Counts; got.Adults != model.CountOf(12) || got.Children.Known {
		t.Errorf("after the first cell: %+v", got)
	}
	x.Type("0")
	x.Press(fyne.KeyEnter)
	x.Press(fyne.KeyTab, fyne.KeyTab)
	x.Type("3") // a category of the centre's own
	x.Press(fyne.KeyTab)
	x.Type("7")
	x.Press(fyne.KeyUp)
	one, two := store.kept("1").Counts, store.kept("2").Counts
	if one.Children != model.CountOf(0) || one.New.Known || one.Men.Known || one.Own["mummot"] != 3 || len(one.Own) != 1 {
		t.Errorf("the first row is kept as %+v", one)
	}
	if two.Adults != model.CountOf(7) || two.Children.Known {
		t.Errorf("the second row is kept as %+v", two)
	}
	v := x.counting()
	if got, want := v.texts(0), "ma 16.11. 9.30–11.30|Perhekahvila|Kylätalo|12|0|||3|12|21|pidetty"; got != want {
		t.Errorf("the row says %s, want %s", got, want)
	}
	if got, want := v.feet(0), "Viikko yhteensä||19|0|–|–|3|19||"; got != want {
		t.Errorf("the foot says %s, want %s", got, want)
	}
	x.Press(fyne.KeyDelete, fyne.KeyTab)
	if store.kept("1").Counts.Adults.Known || !store.kept("1").Counts.Children.Known {
		t.Errorf("emptied: %+v", store.kept("1").Counts)
	}
	if store.writes != 5 {
		t.Errorf("%d writes for 5 numbers", store.writes)
	}
}

func TestTabPassesCancelledSessionsAndLeavesAtTheEnd(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	v := x.counting()
	kit.Focus(v.grid)
	for range 9 {
		x.Press(fyne.KeyTab)
	}
	if row, column := v.grid.At(); row != 1 || column != firstNumber+4 {
		t.Fatalf("after ten numbers the keyboard is at %d, %d", row, column)
	}
	x.Press(fyne.KeyTab)
	if x.Window.Canvas().Focused() == fyne.Focusable(v.grid) {
		t.Error("Tab is caught in the grid")
	}
}

func TestWrongNumbersStayAndAreNotWritten(t *testing.T) {
	for _, text := range []string{"12a", "99999", "10001", "1,5", "3 €", "5-"} {
		store := countRegion()
		x := showCount(t, store, countTab, model.Finnish)
		v := x.counting()
		kit.Focus(v.grid)
		x.Type(text)
		x.Press(fyne.KeyRight)
		if c := v.cell(0, firstNumber); store.writes != 0 || !c.Wrong || c.Text != text {
			t.Errorf("%q: %d writes, the cell is %+v", text, store.writes, c)
		}
		x.Press(fyne.KeyLeft)
		x.SeesPart("”" + text + "” ei ole kokonaisluku väliltä 0–10 000. Sitä ei tallennettu.")
		gone := false
		v.MayLeave(func() { gone = true })
		x.SeesPart("Yksi luku on jäänyt tallentamatta")
		x.Tap("Korjaa")
		x.Type("8")
		x.Press(fyne.KeyEnter)
		v.MayLeave(func() { gone = true })
		if !gone || store.kept("1").Counts.Adults != model.CountOf(8) || v.cell(0, firstNumber).Wrong {
			t.Errorf("%q: put right, it is %+v", text, store.kept("1").Counts)
		}
	}
}

func TestWrongNumberIsGivenUp(t *testing.T) {
	store := countRegion()
	store.sessions[0].Counts.Adults = model.CountOf(5)
	x := showCount(t, store, countTab, model.Finnish)
	v := x.counting()
	kit.Focus(v.grid)
	x.Type("5x")
	x.Press(fyne.KeyEnter, fyne.KeyUp, fyne.KeyLeft)
	x.Leave() // Esc
	if c := v.cell(0, firstNumber); c.Wrong || c.Text != "5" || store.writes != 0 {
		t.Errorf("given up, the cell is %+v", c)
	}
	x.Type("77")
	x.Press(fyne.KeyEscape, fyne.KeyEnter)
	if store.writes != 0 {
		t.Error("Esc did not take back what was typed")
	}
}

func TestNumberThatCannotBeKeptStays(t *testing.T) {
	store := countRegion()
	x := showCount(t, store, countTab, model.Finnish)
	kit.Focus(x.counting().grid)
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "save", Err: errors.New("full")}
	x.Type("12")
	x.Press(fyne.KeyEnter)
	if x.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing tells that it was not kept")
	}
	if c := x.counting().cell(0, firstNumber); !c.Wrong || c.Text != "12" {
		t.Errorf("the cell is %+v", c)
	}
	x.Press(fyne.KeyEscape)
	store.fails = nil
	x.counting().Save()
	if got := store.kept("1").Counts.Adults; got != model.CountOf(12) || len(x.counting().wrong) != 0 {
		t.Errorf("Ctrl+S kept %v once the disk had room, and %d numbers are amiss", got, len(x.counting().wrong))
	}
}

func TestCancelWithOneKeyAndBack(t *testing.T) {
	store := countRegion()
	x := showCount(t, store, countTab, model.Finnish)
	v := x.counting()
	kit.Focus(v.grid)
	x.Type("p")
	x.SeesPart("Merkitäänkö kerta perutuksi?", "Perhekahvila, ma 16.11.2026")
	x.Press(fyne.KeyEnter)
	if store.writes != 0 {
		t.Error("cancelled without a reason")
	}
	x.Tap("ohjaaja sairastui") // offered, because it was given lately
	x.Press(fyne.KeyEnter)
	if got := store.kept("1"); got.State != model.SessionCancelled || got.Reason != "ohjaaja sairastui" {
		t.Fatalf("kept %+v", got)
	}
	if c := v.cell(0, groupColumn); !c.Quiet {
		t.Error("the row is not grey")
	}
	x.SeesPart("Peruttu: ohjaaja sairastui")
	if x.Window.Canvas().Focused() != fyne.Focusable(v.grid) {
		t.Error("the keyboard did not come back")
	}
	x.Type("4")
	x.Press(fyne.KeyEnter, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if store.kept("1").Counts.Entered() {
		t.Error("visitors were entered for a cancelled session")
	}
	x.Type("P")
	if got := store.kept("1"); got.State != model.SessionPlanned || got.Reason != "" {
		t.Errorf("brought back, it is %+v", got)
	}
	if !strings.Contains(x.desk.Messages.Text(), "on palautettu") {
		t.Errorf("the message is %q", x.desk.Messages.Text())
	}
}

func TestLettersThatMeanNothingBeginNoNumber(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	kit.Focus(x.counting().grid)
	x.Type("xy z")
	if x.counting().grid.Typing() {
		t.Error("a letter began a number")
	}
}

func TestWeeks(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	v := x.counting()
	kit.Focus(v.grid)
	x.Type("3")
	x.ctrl(fyne.KeyDown)
	if x.store.kept("1").Counts.Adults != model.CountOf(3) {
		t.Error("going to another week lost a number")
	}
	x.SeesPart("Viikko 48: 23.–29.11.2026")
	if c := v.cell(0, groupColumn); len(v.rows) != 1 || !c.Quiet || v.feet(0) != "Viikko yhteensä||–|–|–|–|–|–||" {
		t.Errorf("a session to come: %+v, foot %s", c, v.feet(0))
	}
	x.Type("5")
	x.Press(fyne.KeyTab)
	x.SeesPart("Kerta on vasta ma 23.11.2026")
	x.ctrl(fyne.KeyUp)
	x.ctrl(fyne.KeyUp)
	x.SeesPart("Viikko 46: 9.–15.11.2026")
	x.Tap("Etsi kirjaamaton")
	if row, column := v.grid.At(); v.monday != model.MustDate("2026-11-16") || row != 1 || column != firstNumber {
		t.Errorf("the next one is looked for in the week of %s, at %d, %d", v.monday, row, column)
	}
	x.Tap("Etsi kirjaamaton")
	if v.monday != model.MustDate("2026-11-09") {
		t.Errorf("after the last comes the first, not that of %s", v.monday)
	}
	for _, id := range []model.ID{"0", "2"} {
		_, _ = x.store.UpdateSession(t.Context(), id, func(s *model.Session) error { s.Counts.Adults = model.CountOf(1); return nil })
	}
	x.Tap("Etsi kirjaamaton")
	if !strings.Contains(x.desk.Messages.Text(), "Kaikki pidetyt kerrat on kirjattu") {
		t.Errorf("the message is %q", x.desk.Messages.Text())
	}
}

func TestOnlyNotEntered(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	v := x.counting()
	v.filter.SetChecked(true)
	if len(v.rows) != 2 {
		t.Fatalf("%d rows are not entered", len(v.rows))
	}
	kit.Focus(v.grid)
	x.Type("3")
	x.Press(fyne.KeyEnter)
	if len(v.rows) != 2 {
		t.Error("a row went away while it was being filled in")
	}
	x.Reload()
	if len(v.rows) != 1 || v.feet(0) != "Viikko yhteensä||3|–|–|–|–|3||1 kirjaamatta" {
		t.Errorf("%d rows, foot %s", len(v.rows), v.feet(0))
	}
}

func TestCountThroughTheLens(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Finnish)
	x.Show(dutiesTab)
	x.lens = lens{place: "tupa"}
	x.day = model.MustDate("2026-11-17")
	x.Show(countTab)
	v := x.counting()
	x.SeesPart("1 kerta, kaikkiaan 3")
	if len(v.rows) != 1 || v.texts(0) != "ke 18.11. 13.00–14.30|Vauvakahvila|Rantatupa|||||||4|kirjaamatta" {
		t.Errorf("%d rows", len(v.rows))
	}
	if got := v.feet(1); got != "Vuotta aiemmin, viikko 47||–|–|–|–|–|–|–|" {
		t.Errorf("the place had no sessions a year before, but the foot says %s", got)
	}
	x.Tap(words.T("calendar.grid.clear"))
	if len(v.rows) != 3 || x.lens != (lens{}) {
		t.Errorf("%d rows after the lens was taken away", len(v.rows))
	}
}

// A change from elsewhere while a number is being typed must neither tear it in two nor put it into another row.
func TestReloadWhileTyping(t *testing.T) {
	store := countRegion()
	x := showCount(t, store, countTab, model.Finnish)
	kit.Focus(x.counting().grid)
	x.Press(fyne.KeyDown)
	x.Type("1")
	store.sessions = append(store.sessions, model.Session{
		ID: "neu", GroupID: "kahvila", PlaceID: "talo", Date: model.MustDate("2026-11-16"), From: clock("08:00"), Until: clock("09:00"),
	})
	x.Reload()
	x.Type("5")
	x.Press(fyne.KeyTab)
	if got := store.kept("2").Counts.Adults; got != model.CountOf(15) {
		t.Errorf("kept %+v", got)
	}
	if v := x.counting(); len(v.rows) != 4 || v.current() != "2" {
		t.Errorf("%d rows, the keyboard is at session %q", len(v.rows), v.current())
	}
}

func TestCountInSwedishWithHiddenReasons(t *testing.T) {
	x := showCount(t, countRegion(), countTab, model.Swedish)
	x.desk.SetHidden(true)
	x.Reload()
	if got, want := x.counting().texts(2), "to 19.11. 9.30–11.30|Familjecafé|Kylätalo|||||||21|inställd: •••"; got != want {
		t.Errorf("the row is %s, want %s", got, want)
	}
	kit.Focus(x.counting().grid)
	x.Type("i")
	x.SeesPart("Ska träffen märkas som inställd?")
	if x.Mentions("ohjaaja sairastui") {
		t.Error("a hidden reason is offered")
	}
}

func TestSpokenCell(t *testing.T) {
	store := countRegion()
	store.sessions[0].Counts.Children = model.CountOf(0)
	x := showCount(t, store, countTab, model.Finnish)
	g := x.counting().grid
	kit.Focus(g)
	if got, want := g.AccessibilityLabel(), "Kävijämäärät: ma 16.11. 9.30–11.30 Perhekahvila Kylätalo, aikuisia: kirjaamatta"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	x.Press(fyne.KeyRight)
	if got := g.AccessibilityLabel(); !strings.HasSuffix(got, "lapsia: 0") {
		t.Errorf("zero is said as %q", got)
	}
}

func FuzzParseCount(f *testing.F) {
	for _, s := range []string{"", " 0 ", "12", "12a", "99999", "10 000", "1.000", "-1", "1,5", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := parseCount(s)
		if n.Known && (n.N < 0 || n.N > 10_000) || n.Known && !ok {
			t.Errorf("%q is %+v, %v", s, n, ok)
		}
		if ok && n.Known {
			if again, ok := parseCount(written(n, "")); !ok || again != n {
				t.Errorf("%q is shown as %q and then read as %+v", s, written(n, ""), again)
			}
		}
	})
}

// A week is read and drawn into the widgets.
func BenchmarkCountOpen250(b *testing.B) {
	store := manyCounts(250)
	x := showCount(b, store, countTab, model.Finnish)
	for b.Loop() {
		x.counting().fill()
	}
}

// A digit and Tab, with the write.
func BenchmarkCountKey250(b *testing.B) {
	store := manyCounts(250)
	x := showCount(b, store, countTab, model.Finnish)
	kit.Focus(x.counting().grid)
	for b.Loop() {
		x.Type("7")
		x.Press(fyne.KeyTab)
		if row, _ := x.counting().grid.At(); row > 200 {
			x.counting().grid.GoTo(0, firstNumber)
		}
	}
}
