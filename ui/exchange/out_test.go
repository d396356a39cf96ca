package exchange

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
)

func benchStage(b *testing.B) *table {
	x := &table{Stage: stage.New(b, model.Finnish, today), store: village()}
	x.view = newView(x.Desk, x.store)
	x.Put(x.view.Content(), func() any { return x.view })
	return x
}

func TestEverythingIsWrittenOut(t *testing.T) {
	x := show(t, village(), model.Swedish)
	x.Tap("Spara alla uppgifter…")
	x.SeesPart("namn och kontaktuppgifter")
	x.Press(fyne.KeyEscape)
	folder := t.TempDir()
	path := free(folder, "Kumppani", ".zip")
	x.view.everything(path)
	z, err := zip.OpenReader(path)
	must(t, err)
	defer z.Close()
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if !slices.Contains(names, "leaders.csv") || !slices.Contains(names, "README.txt") || x.Desk.Messages.Text() == "" {
		t.Errorf("%q %q", names, x.Desk.Messages.Text())
	}
	if second := free(folder, "Kumppani", ".zip"); second != filepath.Join(folder, "Kumppani (2).zip") {
		t.Errorf("the first would be overwritten: %s", second)
	}
	x.view.everything(filepath.Join(folder, "gone", "Kumppani.zip"))
	x.SeesPart("Uppgifterna kunde inte sparas")
}

func TestWritingOutIsStopped(t *testing.T) {
	x := show(t, village(), model.Finnish)
	folder := t.TempDir()
	x.later()
	x.view.everything(filepath.Join(folder, "Kumppani.zip"))
	x.Window.SetContent(x.Desk.Messages)
	x.Tap("Keskeytä")
	x.now()
	left, err := os.ReadDir(folder)
	if err != nil || len(left) > 0 || x.Desk.Messages.Text() != "Keskeytit toiminnon. Mitään ei muutettu." {
		t.Errorf("%v %v %q", err, left, x.Desk.Messages.Text())
	}
}

func TestBackups(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.Sees("Varmuuskopiota ei ole vielä otettu.")
	x.Tap("Varmuuskopioi nyt")
	x.Sees("Viimeisin varmuuskopio: 22.11.2026 klo 10.05, 1,2 Mt.", "22.11.2026 klo 10.05")
	x.SeesPart("/data/backups", "Sulje ohjelma")
	x.store.fails = &model.Error{Code: model.CodeReadOnly, Record: "backups"}
	x.Tap("Varmuuskopioi nyt")
	x.SeesPart("ei voi kirjoittaa")
	x.Press(fyne.KeyEscape)
	x.Tap("Tallenna kopio muistitikulle…")
	if !x.InDialog() {
		t.Error("no folder is asked for")
	}
	x.Window.Canvas().Overlays().Remove(x.Window.Canvas().Overlays().Top())
	x.store.backups[0].At = time.Date(2026, 11, 15, 9, 0, 0, 0, time.UTC)
	x.view.Reload()
	x.SeesPart("15.11.2026 klo 9.00")
}

func TestCountingSheet(t *testing.T) {
	x := show(t, village(), model.Finnish)
	x.Tap("Tee laskentataulukko kumppanille…")
	x.Tap("Tallenna taulukko…")
	x.SeesPart("Valitse paikka tai ryhmä")
	x.TabTo("Paikka tai ryhmä")
	x.Choose("Perhekahvila")
	x.Tap("Tallenna taulukko…")
	if x.Shows("Laskentataulukko kumppanille") || !x.InDialog() {
		t.Errorf("it is not asked where to: %q", x.Texts())
	}
	x.Window.Canvas().Overlays().Remove(x.Window.Canvas().Overlays().Top())
	a := &askedSheet{v: x.view, of: sheetOf{model.KindGroup, "r1"}, from: today, until: today.AddDays(1), languages: []model.Language{model.Finnish}}
	if got := a.problems(); len(got) != 1 || got[0].Field != "until" || len(a.sessions) > 0 {
		t.Errorf("%v", got)
	}
	a.until = today.AddDays(2)
	if got := a.problems(); len(got) > 0 || len(a.sessions) != 1 {
		t.Errorf("%v %v", got, a.sessions)
	}
	x.store.sessions[0].State = model.SessionCancelled
	if got := a.problems(); len(got) != 1 {
		t.Errorf("a sheet of what is cancelled: %v", got)
	}
	a.until = today.AddDays(-1)
	if got := a.problems(); len(got) != 1 || got[0].Field != "until" {
		t.Errorf("%v", got)
	}
	if got := (&askedSheet{v: x.view}).problems(); len(got) != 4 {
		t.Errorf("%v", got)
	}
}

func TestErrorsHaveTheirOwnSentence(t *testing.T) {
	x := show(t, village(), model.English)
	x.view.fail(&notWritten{"/stick/all.zip", errors.New("no room")})
	x.SeesPart("/stick/all.zip", "no half file was left")
}

// Whoever comes to the place by the keyboard goes on with it.
func TestKeyboardIsAtTheFirstThing(t *testing.T) {
	x := show(t, village(), model.Finnish)
	var view kit.Finder = x.view
	view.FocusSearch()
	x.WantFocus("Valitse tiedosto…")
}
