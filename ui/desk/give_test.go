package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/stage"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// listOf is a list of so many rows.
func listOf(rows int) table.Report {
	in := words.In(model.Finnish)
	t := table.Table{Code: "places", Columns: []table.Column{{Code: "name", Head: "Nimi"}, {Code: "n", Head: "Määrä", Number: true}}}
	for i := range rows {
		t.Rows = append(t.Rows, []table.Value{table.Words("Perhekahvila"), table.Number(in, i)})
	}
	return table.Report{
		Code: "places", Title: "Kohtaamispaikat", FileName: "Kohtaamispaikat 2026-11-22", Language: model.Finnish,
		AsOf: model.MustDate("2026-11-22"), Sections: []table.Section{{Tables: []table.Table{t}}},
	}
}

func newStage(t *testing.T) *stage.Stage {
	t.Helper()
	return stage.New(t, model.Finnish, model.MustDate("2026-11-22"))
}

func content(t *testing.T, x *stage.Stage, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(x.Desk.Printed, name))
	if err != nil {
		t.Error(err)
	}
	return string(b)
}

func TestAListIsGivenInTheChosenFormat(t *testing.T) {
	for _, c := range []struct{ choice, ending, begins string }{
		{"PDF – tulostettavaksi tai lähetettäväksi", ".pdf", "%PDF"},
		{"Excel – laskettavaksi tai muokattavaksi", ".xlsx", "PK"},
		{"CSV – siirrettäväksi toiseen ohjelmaan", ".csv", "\uFEFFNimi;Määrä"},
	} {
		x := newStage(t)
		x.Desk.Give(listOf(3))
		x.SeesPart("3 riviä.")
		x.Misses("ihmisten nimiä")
		x.Tap(c.choice)
		x.Tap("Avaa")
		if len(x.Viewed) != 1 || x.Viewed[0] != "Kohtaamispaikat 2026-11-22"+c.ending {
			t.Errorf("%s: opened %v", c.choice, x.Viewed)
			continue
		}
		if got := content(t, x, x.Viewed[0]); !strings.HasPrefix(got, c.begins) {
			t.Errorf("%s begins %q", c.choice, got[:20])
		}
		x.Desk.Give(listOf(1)) // the format is remembered, and Enter opens
		x.Press(fyne.KeyReturn)
		if len(x.Viewed) != 2 || !strings.HasSuffix(x.Viewed[1], c.ending) {
			t.Errorf("%s: the second time opened %v", c.choice, x.Viewed)
		}
	}
}

func TestAListIsSavedElsewhere(t *testing.T) {
	x := newStage(t)
	x.Desk.Give(listOf(1))
	x.Tap("Tallenna nimellä…")
	if !x.InDialog() || len(x.Viewed) > 0 {
		t.Errorf("nobody is asked where; opened %v", x.Viewed)
	}
}

func TestPersonalDataIsToldOfAndNotGivenWhileHidden(t *testing.T) {
	x := newStage(t)
	r := listOf(1)
	r.Personal = true
	x.Desk.Give(r)
	x.SeesPart("ihmisten nimiä")
	x.Tap("Peruuta")
	x.Desk.SetHidden(true)
	for _, give := range []func(){func() { x.Desk.Give(r) }, func() { x.Desk.PrintReport(r) }} {
		give()
		x.SeesPart("Henkilötiedot ovat nyt piilossa")
		x.Tap("Sulje")
	}
	if len(x.Viewed) > 0 {
		t.Errorf("opened %v", x.Viewed)
	}
	x.Desk.PrintReport(listOf(1))
	if len(x.Viewed) != 1 {
		t.Error("what names nobody is not given either")
	}
}

func TestAListHasItsOwnDocument(t *testing.T) {
	x := newStage(t)
	x.Desk.GiveAs(listOf(1), func() (desk.Sheet, error) { return desk.Sheet{Name: "Oma.pdf", PDF: []byte("%PDF own")}, nil })
	x.Tap("Avaa")
	if len(x.Viewed) != 1 || content(t, x, "Oma.pdf") != "%PDF own" {
		t.Errorf("opened %v", x.Viewed)
	}
	x.Desk.GiveAs(listOf(1), func() (desk.Sheet, error) { return desk.Sheet{}, errors.New("no paper") })
	x.Tap("Avaa")
	if !x.InDialog() {
		t.Error("making the document failed, and nothing was said")
	}
}

// A file that somebody has open in a spreadsheet is not written over, and what is opened cannot be written into.
func TestAnOpenedFileIsForReading(t *testing.T) {
	x := newStage(t)
	for range 2 {
		x.Desk.Give(listOf(1))
		x.Tap("CSV – siirrettäväksi toiseen ohjelmaan")
		x.Tap("Avaa")
	}
	info, err := os.Stat(filepath.Join(x.Desk.Printed, "Kohtaamispaikat 2026-11-22.csv"))
	if err != nil || info.Mode().Perm()&0o222 != 0 {
		t.Errorf("%v %v", info, err)
	}
	if len(x.Viewed) != 2 {
		t.Errorf("opened %v", x.Viewed)
	}
}

func TestALargeListIsMadeBeside(t *testing.T) {
	for _, stop := range []bool{false, true} {
		x := newStage(t)
		x.Put(x.Desk.Messages, func() any { return nil })
		besides := 0
		x.Desk.Beside = func(work func()) {
			besides++
			x.SeesPart("Tehdään ”Kohtaamispaikat 2026-11-22.xlsx”")
			if stop {
				x.Tap("Keskeytä")
			}
			done := make(chan struct{})
			go func() { work(); close(done) }()
			<-done
		}
		x.Desk.Give(listOf(5000))
		x.SeesPart("5\u00a0000 riviä.")
		x.Tap("Excel – laskettavaksi tai muokattavaksi")
		x.Tap("Avaa")
		opened, said := len(x.Viewed), x.Desk.Messages.Text()
		if besides != 1 || stop != (opened == 0) || stop != strings.Contains(said, "Keskeytettiin") || x.InDialog() {
			t.Errorf("stopped %v: beside %d times, opened %d, said %q", stop, besides, opened, said)
		}
		x.Misses("Tehdään")
	}
}
