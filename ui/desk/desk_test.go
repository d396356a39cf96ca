package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func newDesk(t *testing.T, view func(string) error) *desk.Desk {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	return &desk.Desk{
		Dialogs: kit.Dialogs{Window: w}, Messages: kit.NewMessages(), Printed: filepath.Join(t.TempDir(), "printed"), View: view,
	}
}

func TestTroubleSaysWhatHappenedAndWhere(t *testing.T) {
	words.Use(model.Finnish)
	err := &model.Error{
		Code: model.CodeInUse, Op: "delete organisation", Record: "Sarkajärven kunta",
		Uses: []model.Use{{Label: "2026-001", Role: "party"}},
	}
	got := desk.Trouble(err)
	if !strings.Contains(got.Text, "käytetään muualla") || !strings.Contains(got.Safe, "2026-001 – osapuolena") {
		t.Errorf("told %+v", got)
	}
	got = desk.Trouble(&model.Error{Code: model.CodeInvalid, Problems: []model.Problem{{
		Code: "ends_before_start", Args: map[string]any{"from": model.MustDate("2026-02-01"), "until": model.MustDate("2026-01-01")},
	}}})
	if !strings.Contains(got.Safe, "1.2.2026") || !strings.Contains(got.Safe, "1.1.2026") {
		t.Errorf("told %+v", got)
	}
	if got := desk.Trouble(errors.New("boom")); got.Text == "" || strings.HasPrefix(got.Text, "error.") || got.Details != "boom" {
		t.Errorf("a fault of the program: %+v", got)
	}
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	words.Use(model.Swedish)
	defer words.Use(model.Finnish)
	for _, code := range []model.Code{
		model.CodeInternal, model.CodeNotFound, model.CodeInvalid, model.CodeInUse, model.CodeNumberTaken, model.CodeFrozen,
		model.CodeLocked, model.CodeReadOnly, model.CodeDiskFull, model.CodeIO, model.CodeMoved, model.CodeNewer,
		model.CodeForeign, model.CodeDamaged, model.CodeEmptyFile, model.CodeTooLarge, model.CodeCancelled,
	} {
		if text := desk.Trouble(&model.Error{Code: code, Record: "x.sqlite"}).Text; strings.HasPrefix(text, "error.") || strings.Contains(text, "{{") {
			t.Errorf("%s: %q", code, text)
		}
	}
}

func TestPrintOpensTheDocument(t *testing.T) {
	words.Use(model.Finnish)
	var viewed string
	d := newDesk(t, func(path string) error { viewed = path; return nil })
	d.Print(func() (desk.Sheet, error) { return desk.Sheet{Name: "Sopimus 1.pdf", PDF: []byte("%PDF")}, nil })
	if b, err := os.ReadFile(viewed); err != nil || string(b) != "%PDF" || filepath.Base(viewed) != "Sopimus 1.pdf" {
		t.Errorf("viewed %q: %q %v", viewed, b, err)
	}
	if !strings.Contains(d.Messages.Text(), "Sopimus 1.pdf") {
		t.Errorf("said %q", d.Messages.Text())
	}
	if d.Dialogs.Window.Canvas().Overlays().Top() != nil {
		t.Error("nothing was left out, yet a dialog is open")
	}
}

func TestPrintWithoutAViewerSaysWhereTheFileIs(t *testing.T) {
	words.Use(model.Finnish)
	d := newDesk(t, func(string) error { return errors.New("no viewer") })
	d.Print(func() (desk.Sheet, error) { return desk.Sheet{Name: "Sopimus 1.pdf", PDF: []byte("%PDF")}, nil })
	if !strings.Contains(d.Messages.Text(), d.Printed) {
		t.Errorf("said %q", d.Messages.Text())
	}
}

func TestPrintTellsWhatIsLeftOutAndWhatFailed(t *testing.T) {
	words.Use(model.Finnish)
	d := newDesk(t, func(string) error { return nil })
	overlays := d.Dialogs.Window.Canvas().Overlays()
	for name, sheet := range map[string]desk.Sheet{
		"a character": {Name: "a.pdf", Unprintable: []rune("😀")}, "the logo": {Name: "a.pdf", LogoError: errors.New("broken")},
	} {
		d.Print(func() (desk.Sheet, error) { return sheet, nil })
		if overlays.Top() == nil {
			t.Errorf("%s is missing from the paper, and nothing was said", name)
			continue
		}
		overlays.Remove(overlays.Top())
	}
	d.Print(func() (desk.Sheet, error) { return desk.Sheet{}, errors.New("no paper") })
	if overlays.Top() == nil {
		t.Error("printing failed, and nothing was said")
	}
}

// Fyne's file dialog panics when it is given a size before it is shown.
func TestSaveAsAsksWhere(t *testing.T) {
	words.Use(model.Finnish)
	d := newDesk(t, nil)
	d.Dialogs.Window.Resize(fyne.NewSize(1000, 700))
	d.SaveAs("Vuorolista.pdf", []byte("x"))
	if d.Dialogs.Window.Canvas().Overlays().Top() == nil {
		t.Error("nothing is asked")
	}
}
