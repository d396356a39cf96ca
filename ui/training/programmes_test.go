package training

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

func TestValidityText(t *testing.T) {
	words.Use(model.Finnish)
	for want, v := range map[string]model.Validity{
		"ei vanhene": {},
		"36 kk":      {Kind: model.ValidMonths, Months: 36},
		"24 kk, vuoden loppuun, lisäaika 1 päivä": {Kind: model.ValidMonths, Months: 24, EndOfYear: true, GraceDays: 1},
		"31.12.2027 asti, lisäaika 30 päivää":     {Kind: model.ValidUntilDay, Day: model.MustDate("2027-12-31"), GraceDays: 30},
	} {
		if got := validityText(v); got != want {
			t.Errorf("%+v is %q, want %q", v, got, want)
		}
	}
}

func TestProgrammeRows(t *testing.T) {
	x := showLearnt(t, learnt(), programmesTab, model.Finnish)
	rows := x.records.programmeRows()
	for i, want := range []struct{ name, detail, chip string }{
		{"Huolen puheeksi ottaminen", "36 kk", "3 ohjaajalla"}, // Outi's has expired, and Entinen has ended
		{"Vertaisryhmän ohjaajan koulutus", "Vertaisryhmän ohjaaminen · ei vanhene", "ei kenelläkään"},
		{"Vanha ohjelma", "Oma aihe · ei vanhene", "ei enää järjestetä"},
	} {
		if r := rows[i]; r.Name != want.name || r.Detail != want.detail || r.Chip.Word != want.chip {
			t.Errorf("row %d is %q, %q, %q; want %+v", i, r.Name, r.Detail, r.Chip.Word, want)
		}
	}
	slices.SortStableFunc(rows, programmeSorts()[0].Compare)
	if last := rows[2]; !last.Of.of.Ended {
		t.Errorf("%s is the last; programmes that are no longer held come after the others", last.Name)
	}
}

func TestProgrammePage(t *testing.T) {
	x := showLearnt(t, learnt(), programmesTab, model.Finnish)
	x.OpenKind(model.KindProgramme, "huoli")
	x.Sees("Voimassa (1)", "Vanhenemassa (1)", "Uusittavissa (1)", "Vanhentunut (1)", "Perhekahvilaohjaaja",
		"Sari Lampila · 31.12.2026 asti", "pidettiinkö?")
	x.Tap("Sari Lampila · 31.12.2026 asti")
	x.Tap("Huoli puheeksi Rantaniemessä · to 14.1.2027 · 1/1 paikkaa")
	if !slices.Equal(x.Opened, []stage.Record{{Kind: model.KindLeader, ID: "sari"}, {Kind: model.KindEvent, ID: "ahead"}}) {
		t.Errorf("opened %v", x.Opened)
	}
	x.desk.SetHidden(true)
	x.Reload()
	x.Sees("S. L. · 31.12.2026 asti")
}

func TestNineProgrammes(t *testing.T) {
	shelf := learnt()
	shelf.programmes, shelf.events, shelf.completions, shelf.enrolments = nil, nil, nil, nil
	x := showLearnt(t, shelf, programmesTab, model.Swedish)
	x.Tap("Lägg till de nio vanliga programmen")
	if len(shelf.programmes) != 9 {
		t.Fatalf("%d programmes were made", len(shelf.programmes))
	}
	for _, p := range shelf.programmes {
		if p.Name.Fi == "" || p.Name.Sv == "" || p.Name.En == "" || p.Hours.Known {
			t.Errorf("%+v: three names, and hours that nobody has said", p)
		}
	}
	if x.programmes().nine.Visible() {
		t.Error("the nine are offered again")
	}
}

func TestNineAreNotOfferedBehindAForm(t *testing.T) {
	shelf := learnt()
	shelf.programmes = nil
	x := showLearnt(t, shelf, programmesTab, model.Finnish)
	x.New()
	if x.programmes().nine.Visible() {
		t.Error("the button lies over the form")
	}
	x.Type("Oma koulutus")
	x.Leave()
	x.Tap("Hylkää muutokset")
	if !x.programmes().nine.Visible() {
		t.Error("after the form the nine are no longer offered")
	}
}

func TestProgrammeForm(t *testing.T) {
	shelf := learnt()
	x := showLearnt(t, shelf, programmesTab, model.Finnish)
	x.New()
	x.Save()
	x.Sees(words.T("kit.form.refusal") + " " + words.T("problem.required")) // the name is missing
	x.Type("Oma koulutus")
	shelf.fails = shelfFull
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil || !x.programmes().register.FormOpen() {
		t.Fatal("a full disk is not told, or the form is gone")
	}
	x.Press(fyne.KeyReturn)
	shelf.fails = nil
	x.Save()
	i := slices.IndexFunc(shelf.programmes, func(p model.Programme) bool { return p.Name.Fi == "Oma koulutus" })
	if i < 0 || shelf.programmes[i].Kind != model.OwnProgramme || shelf.programmes[i].Validity.Kind != model.ValidForEver {
		t.Errorf("kept %+v", shelf.programmes)
	}
}

func TestProgrammeFormRefuses(t *testing.T) {
	shelf := learnt()
	x := showLearnt(t, shelf, programmesTab, model.Finnish)
	x.OpenKind(model.KindProgramme, "huoli")
	x.Edit()
	v := x.programmes()
	for range 20 { // to the number of months
		if x.Window.Canvas().Focused() == nil {
			break
		}
		if l, ok := x.Window.Canvas().Focused().(interface{ AccessibilityLabel() string }); ok && l.AccessibilityLabel() == "Kuukausia: 36" {
			break
		}
		x.Press(fyne.KeyTab)
	}
	x.Type("700")
	x.Save()
	x.Sees(words.T("kit.form.refusal") + " Kuukausien määrän pitää olla 1–600.")
	if !v.register.FormOpen() || shelf.programmes[0].Validity.Months != 36 {
		t.Errorf("700 months were kept: %+v", shelf.programmes[0].Validity)
	}
}

func TestTidyProgramme(t *testing.T) {
	day := model.MustDate("2027-12-31")
	full := model.Validity{Months: 12, EndOfYear: true, Day: day, GraceDays: 5}
	for kind, want := range map[model.ValidityKind]model.Validity{
		model.ValidForEver:  {Kind: model.ValidForEver},
		model.ValidMonths:   {Kind: model.ValidMonths, Months: 12, EndOfYear: true, GraceDays: 5},
		model.ValidUntilDay: {Kind: model.ValidUntilDay, Day: day, GraceDays: 5},
	} {
		full.Kind = kind
		if got := tidyProgramme(model.Programme{Validity: full}).Validity; got != want {
			t.Errorf("%s keeps %+v, want %+v", kind, got, want)
		}
	}
}

func TestDeleteProgramme(t *testing.T) {
	shelf := learnt()
	shelf.inUse = true
	x := showLearnt(t, shelf, programmesTab, model.Finnish)
	x.programmes().askDelete(shelf.programmes[0])
	x.Tap("Poista ohjelma")
	if len(shelf.programmes) != 3 || x.Window.Canvas().Overlays().Top() == nil {
		t.Error("a programme in use must stay, and why must be said")
	}
	x.Window.Canvas().Overlays().Remove(x.Window.Canvas().Overlays().Top())
	shelf.inUse = false
	x.programmes().askDelete(shelf.programmes[2])
	x.Tap("Poista ohjelma")
	if len(shelf.programmes) != 2 {
		t.Error("a programme that nothing uses can be removed")
	}
}
