package exchange

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/importing"
	"kumppani/ui/kit"
)

func (x *table) preview() *preview {
	x.T.Helper()
	p, ok := x.view.step.(*preview)
	if !ok {
		x.T.Fatalf("no preview, but %q", x.Texts())
	}
	return p
}

// A messy list from the first page to the batch, with the keyboard alone.
func TestAMessyListIsTakenIn(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.drop(messy(t))
	x.SeesPart("Vaihe 1/3", "vapaaehtoiset 2026.xlsx")
	x.Sees("A  Sukunimi", "Esim. Virtanen · Uusi · Aho", "Sarakkeet (rivejä 5)")
	x.WantFocus("Mitä tuodaan: Ohjaajat")
	x.TabTo("E  Lempiväri: Ei tuoda")
	x.Choose("Osaaminen")
	x.TabTo("Näytä, mitä muuttuisi")
	x.Press(fyne.KeyReturn)
	p := x.preview()
	x.Sees("Kaikki 5", "Uusi 2", "Muuttuu 1", "Ratkaistava 1", "Virheellinen 1", "Tuo 3 riviä")
	if x.Shows("Sama 0") || len(x.store.order) > 0 {
		t.Errorf("a button for nothing, or something written: %v", x.store.order)
	}
	x.WantFocus("Rivi 4 · ")
	x.Sees("Rivi 4 · Aino Virtanen", "tyhjä › uusi tieto")
	x.Press(fyne.KeyDown)
	x.WantFocus("Rivi 5 · ")
	x.Sees("sininen")
	x.Press(fyne.KeyReturn) // to what stands beside it
	x.WantFocus("Tuo tämä rivi")
	x.TabTo("Muistiinpanot: =1+1")
	x.Press(fyne.KeySpace)
	x.Tap("Ratkaistava 1")
	kept := p.list.row()
	x.Sees("Riviä ei tuoda ennen kuin valitset, mistä on kyse.")
	p.focusFirst()
	x.Press(fyne.KeyReturn)
	x.WantFocus("Kumpi tai mikä se on")
	x.Choose("Ei mikään")
	x.WantFocus("Kumpi tai mikä se on: Ei mikään näistä")
	if r := p.plan.Rows[kept]; r.State != importing.RowNew || !x.Shows("Tuo 4 riviä") {
		t.Errorf("%s %q", r.State, x.Texts())
	}
	x.Tap("Kaikki 5")
	p.focusFirst()
	x.Press(fyne.KeyEnd)
	x.WantFocus("Rivi 8 · ")
	x.SeesPart("Gsm: Solussa näyttää olevan henkilötunnus")
	x.Misses("010170")
	x.Press(fyne.KeySpace)
	x.Sees("Tuo 3 riviä")
	x.WantFocus("Rivi 8 · Heikki Hetu · uusi · ei tuoda")
	x.TabTo("Kaikki")
	x.Tap("Tuo 3 riviä")
	if !slices.Equal(x.store.order, []string{"backup", "import"}) {
		t.Fatalf("written: %v", x.store.order)
	}
	b := x.store.imported[0]
	var names []string
	for _, l := range b.Leaders {
		names = append(names, l.Name+" "+l.Notes)
	}
	if !slices.Equal(names, []string{"Aino Virtanen uusi tieto", "Ulla Uusi ", "Onni Aho "}) || b.Leaders[1].Skills != "sininen" || b.Leaders[1].Phone != "0400000200" {
		t.Errorf("%q %+v", names, b.Leaders[1])
	}
	x.SeesPart("2 riviä lisättiin uusina.", "1 rivi muutti", "2 riviä jäi tuomatta", "kumppani-2026-11-22T10-05-00.sqlite")
	x.Press(fyne.KeyReturn) // the register
	if len(x.Opened) != 1 || x.Opened[0].Kind != model.KindLeader {
		t.Errorf("opened %v", x.Opened)
	}
}

func TestUndo(t *testing.T) {
	x := show(t, village(), model.Swedish)
	undo := func() { any(x.view).(kit.Undoer).Undo() }
	take := func() {
		x.drop(messy(t))
		x.Tap("Visa vad som skulle ändras")
		x.Tap("Importera 3 rader")
	}
	take()
	x.store.fails = &model.Error{Code: model.CodeChanged}
	x.view.Undo()
	x.SeesPart("har ändrats")
	x.Tap("Stäng")
	x.store.fails = nil
	undo()
	if !slices.Equal(x.store.order, []string{"backup", "import", "undo"}) || x.Desk.Messages.Text() != "Importen ångrades. Uppgifterna är som före den." {
		t.Fatalf("%v %q", x.store.order, x.Desk.Messages.Text())
	}
	x.Sees("Import och export")
	undo()
	if len(x.store.order) != 3 || x.InDialog() {
		t.Errorf("undone twice: %v", x.store.order)
	}
	take()
	x.Tap("Avsluta")
	x.SeesPart("Senaste import: vapaaehtoiset 2026.xlsx")
	undo() // some time has passed: it is asked first
	x.SeesPart("Allt som importerades från filen")
	if len(x.store.order) != 5 {
		t.Errorf("undone without asking: %v", x.store.order)
	}
	x.Tap("Ångra importen")
	if len(x.store.order) != 6 || x.Mentions("Senaste import") {
		t.Errorf("not undone: %v", x.store.order)
	}
}

func TestNothingIsWrittenWhenTheCopyOrTheImportFails(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.drop(messy(t))
	x.Tap("Näytä, mitä muuttuisi")
	x.store.fails = &model.Error{Code: model.CodeDiskFull}
	x.Tap("Tuo 3 riviä")
	x.SeesPart("Levy on täynnä")
	x.Tap("Sulje")
	x.Sees("Tuo 3 riviä") // with everything that was decided
	if len(x.store.order) > 0 {
		t.Errorf("written: %v", x.store.order)
	}
}

func TestLeavingHalfWayAsks(t *testing.T) {
	x := show(t, village(), model.Finnish)
	left := 0
	leave := func() { x.view.MayLeave(func() { left++ }) }
	leave()
	x.drop(messy(t))
	leave()
	x.Sees("Jätetäänkö tuonti kesken?")
	x.Press(fyne.KeyEscape)
	if left != 1 || !x.view.FormOpen() {
		t.Errorf("left %d times", left)
	}
	x.Tap("Näytä, mitä muuttuisi")
	p := x.preview()
	x.Press(fyne.KeySpace)
	x.Tap("Takaisin sarakkeisiin")
	x.SeesPart("unohtuvat")
	x.Press(fyne.KeyEscape)
	if x.view.step != step(p) {
		t.Error("what was decided is forgotten without asking")
	}
	x.view.Leave()
	x.Tap("Jätä kesken")
	x.Sees("Tuonti ja vienti", "Varmuuskopiot")
	if x.view.FormOpen() || left != 1 || len(x.store.order) > 0 {
		t.Errorf("left %d times, written %v", left, x.store.order)
	}
}

func TestCancel(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.later()
	x.drop(messy(t))
	x.WantFocus("Keskeytä")
	x.Press(fyne.KeyReturn)
	x.now()
	x.Sees("Varmuuskopiot")
	if x.Desk.Messages.Text() != "Keskeytit toiminnon. Mitään ei muutettu." {
		t.Errorf("%q", x.Desk.Messages.Text())
	}
	x.drop(messy(t))
	x.view.Leave()
	x.Tap("Jätä kesken")
	x.now() // what comes late changes nothing
	x.Sees("Varmuuskopiot")
	x.drop(messy(t))
	x.now()
	x.Tap("Näytä, mitä muuttuisi")
	x.Press(fyne.KeyReturn)
	x.now()
	x.Sees("Näytä, mitä muuttuisi")
}

func TestAFileThatCannotBeReadIsSaid(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		must(t, os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "none.xlsx"): "ei ole",
		file("kirje.xlsx", "%PDF-1.7"):     "ei ole taulukko",
		file("vanha.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"): "vanhaa",
		file("salattu.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"+wide("EncryptedPackage")):             "salasanalla",
		file("rikki.xlsx", "PK\x03\x04rikki"):                                                         "vaurioitunut",
		file("tyhjä.csv", "\n \n"):                                                                    "ei ole mitään",
		file("leveä.csv", strings.Repeat("x;", 600)):                                                  "saraketta",
	} {
		x := show(t, village(), model.Finnish)
		x.drop(path)
		x.SeesPart(want, "Mitään ei tuotu", filepath.Base(path))
		x.Misses("importing.")
		x.Press(fyne.KeyEscape)
		x.Sees("Valitse tiedosto…")
		if len(x.store.order) > 0 || x.view.FormOpen() {
			t.Errorf("%s: %v", path, x.store.order)
		}
	}
}

func wide(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteByte(c)
		b.WriteByte(0)
	}
	return b.String()
}

func TestColumnsAreChosenByHand(t *testing.T) {
	x := show(t, village(), model.English)
	x.drop(written(t, "Lista", [][]any{{"Kuka", "Mistä"}, {"Uusi Ulla", "+358 40 000 0200"}}))
	x.TabTo("What to import")
	x.Choose("Leaders")
	x.WantFocus("What to import: Leaders")
	x.SeesPart("Still to choose: the column with Name")
	if !x.view.step.(*columns).next.Disabled() {
		t.Error("one can go on without a name")
	}
	x.TabTo("A  Kuka")
	x.Choose("Name")
	x.Misses("Still to choose")
	x.TabTo("B  Mistä: Phone")
	x.Choose("Name") // the name is that of one column
	x.TabTo("A  Kuka: Not imported")
}

func TestHeadsAndSheetsAreChosen(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.drop(messy(t))
	x.TabTo("Otsikkorivi")
	x.Retype("4")
	x.Press(fyne.KeyTab)
	x.SeesPart("A  Virtanen")
	x.TabTo("Taulukko: Lista")
	x.Choose("Ohje")
	x.SeesPart("Täytä nimi ja puhelin")
	x.Misses("A  Virtanen")
}

func TestPersonalDataIsHidden(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.Desk.SetHidden(true)
	x.drop(messy(t))
	x.Misses("Virtanen", "Ulla")
	x.Tap("Näytä, mitä muuttuisi")
	p := x.preview()
	for range p.plan.Rows {
		x.Misses("Virtanen", "Aho", "Ulla", "4000", "uusi tieto", "sininen")
		x.Press(fyne.KeyDown)
	}
	x.Tap("Ratkaistava 1")
	x.Misses("Onni", "0301")
	x.SeesPart("O. A.")
	x.Tap("Tallenna virheluettelo…")
	x.SeesPart("piilo")
	x.Press(fyne.KeyEscape)
	x.Desk.SetHidden(false)
	x.view.Reload()
	x.SeesPart("Onni Aho")
}

func TestWhatHasTheKeyboardIsSeen(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.Window.Resize(fyne.NewSize(1000, 400))
	x.drop(messy(t))
	x.Tap("Näytä, mitä muuttuisi")
	p := x.preview()
	x.Press(fyne.KeyDown, fyne.KeyReturn)
	if p.detail.scroll.Offset.Y != 0 {
		t.Errorf("scrolled to %v for what was seen", p.detail.scroll.Offset.Y)
	}
	x.TabTo("Muistiinpanot")
	box := p.detail.keeps[len(p.detail.keeps)-1]
	if y, height := box.Position().Y-p.detail.scroll.Offset.Y, p.detail.scroll.Size().Height; y < 0 || y+box.Size().Height > height {
		t.Errorf("the box begins at %v of %v", y, height)
	}
}

func TestManyRowsAreLight(t *testing.T) {
	rows := [][]any{{"Sukunimi", "Etunimi", "Gsm"}}
	for i := range 10_000 {
		rows = append(rows, []any{fmt.Sprintf("Uusi%d", i), "Ulla", fmt.Sprintf("040%07d", i)})
	}
	x := show(t, village(), model.Finnish)
	x.drop(written(t, "Lista", rows))
	x.Tap("Näytä, mitä muuttuisi")
	drawn := 0
	x.Look(func(o fyne.CanvasObject) bool {
		if _, ok := o.(*rowItem); ok {
			drawn++
		}
		return false
	})
	if drawn < 5 || drawn > 60 {
		t.Errorf("%d rows are drawn", drawn)
	}
	x.Press(fyne.KeyEnd)
	x.WantFocus("Rivi 10001 · Ulla Uusi9999")
	x.Tap("Poista rastit näkyvistä")
	x.Sees("Tuo 0 riviä")
	x.Tap("Tuo 0 riviä")
	if len(x.store.order) > 0 {
		t.Error("nothing is taken in, and something is written")
	}
}

func BenchmarkMoveInTenThousandRows(b *testing.B) {
	plan := &importing.Plan{Kind: importing.Leaders, Rows: make([]importing.Row, 10_000)}
	for i := range plan.Rows {
		plan.Rows[i] = importing.Row{N: i + 1, State: importing.RowSame, Name: fmt.Sprint("Ulla Uusi ", i)}
	}
	x := benchStage(b)
	p := newPreview(&columns{v: x.view}, plan)
	x.view.turn(p)
	for b.Loop() {
		x.Press(fyne.KeyPageDown)
		if p.list.at == len(p.list.rows)-1 {
			x.Press(fyne.KeyHome)
		}
	}
}
