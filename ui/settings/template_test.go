package settings

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
)

func openTemplate(t testing.TB) (*table, *Screen, *templatePart) {
	t.Helper()
	s := newStage(t)
	screen := s.open(Appearance{})
	s.Tap("Sopimuspohja")
	return s, screen, screen.tabs[2].part.(*templatePart)
}

func TestClauseIsEditedInOneLanguage(t *testing.T) {
	s, screen, p := openTemplate(t)
	s.WantFocus("Tekstin kieli")
	s.Type("sv")
	s.Press(fyne.KeyReturn)
	s.WantFocus("Tekstin kieli")
	s.Press(fyne.KeyTab, fyne.KeyReturn) // opens the first clause
	s.Type("Parterna")
	screen.Save()
	want := builtIn()
	want.Clauses[0].Heading.Sv = "Parterna"
	if !reflect.DeepEqual(s.kept.template, want) {
		t.Errorf("saved %+v", s.kept.template.Clauses[0])
	}
	if p.Changed() || !s.Mentions("muokattu") {
		t.Errorf("changed %v, or the clause is not marked as edited", p.Changed())
	}
}

func TestOwnClauseIsAdded(t *testing.T) {
	s, screen, _ := openTemplate(t)
	s.Tap("Lisää oma kohta")
	s.Type("Leikkivälineet")
	s.Press(fyne.KeyTab)
	s.Type("Välineet hankkii ")
	s.Press(fyne.KeyTab) // to the menu of placeholders
	s.Type("osapuolet")
	s.Press(fyne.KeyReturn)
	s.WantFocus("Teksti")
	s.Type(".")
	screen.Save()
	all := s.kept.template.Clauses
	if len(all) != 17 {
		t.Fatalf("%d clauses, not 17", len(all))
	}
	own := all[16]
	if own.Heading.Fi != "Leikkivälineet" || own.Body.Fi != "Välineet hankkii {{osapuolet}}." || own.Key == "" {
		t.Errorf("added %+v", own)
	}
}

func TestClausesWithoutWordsAreNotKept(t *testing.T) {
	s, screen, p := openTemplate(t)
	s.Tap("Lisää oma kohta")
	screen.Save()
	if len(s.kept.template.Clauses) != 16 || len(p.draft.Clauses) != 16 || p.Changed() {
		t.Errorf("kept %d, shown %d", len(s.kept.template.Clauses), len(p.draft.Clauses))
	}
}

func TestUnknownPlaceholdersAreNamed(t *testing.T) {
	s, screen, _ := openTemplate(t)
	s.Tap("Lisää oma kohta")
	s.TypeFields("Oma", "Nimi {{osapoulet}}")
	screen.Save()
	if s.kept.saves != 0 || !s.Mentions("{{osapoulet}} ei tunneta suomenkielisessä") {
		t.Fatal("the misspelt placeholder was not said")
	}
	s.Tap("Tallenna silti")
	if s.kept.saves != 1 {
		t.Error("it could not be saved all the same")
	}
}

func TestUnknownPlaceholders(t *testing.T) {
	for _, c := range []struct {
		text string
		want []model.Placeholder
	}{
		{"", nil},
		{"{{osapuolet}} ja {{ Alue }}", nil},
		{"{{a}} {{osapuolet}} {{b}} {{a}}", []model.Placeholder{"a", "b"}},
		{"{{pvm}}", []model.Placeholder{"pvm"}}, // only the memo has it
	} {
		if got := unknownPlaceholders(c.text, clausePlaceholders()); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, not %v", c.text, got, c.want)
		}
	}
}

func TestTemplateProblemsNameTheirPlace(t *testing.T) {
	template := builtIn()
	if p := templateProblems(template); len(p) != 0 {
		t.Errorf("the built-in text has problems: %v", p)
	}
	template.Clauses[2].Body.Sv += " {{delar}}"
	template.Clauses[3].Heading.En = "Premises of {{osapuolet}}" // headings are printed as they stand
	template.Memo.Body.Fi += " {{muu}} {{pvm}}"
	var got []string
	for _, p := range templateProblems(template) {
		if !p.Warning {
			t.Errorf("%s keeps from saving", p.Field)
		}
		got = append(got, p.Field)
	}
	if want := []string{"clauses.2.body", "clauses.3.heading", "memo.0.body"}; !slices.Equal(got, want) {
		t.Errorf("problems at %v, not %v", got, want)
	}
}

func TestMemoIsEdited(t *testing.T) {
	s, screen, p := openTemplate(t)
	p.Focus("memo")
	s.Press(fyne.KeyReturn)
	s.Type("Muistio")
	screen.Save()
	if s.kept.template.Memo.Heading.Fi != "Muistio" || len(s.kept.template.Clauses) != 16 {
		t.Errorf("memo %+v", s.kept.template.Memo.Heading)
	}
}

func TestBackToTheBuiltInText(t *testing.T) {
	s := newStage(t)
	s.kept.template.Clauses[0].Body.Fi = "Omat sanat"
	s.kept.template.Clauses = s.kept.template.Clauses[:2]
	screen := s.open(Appearance{})
	s.Tap("Sopimuspohja")
	p := screen.tabs[2].part.(*templatePart)
	s.Press(fyne.KeyTab, fyne.KeyReturn) // the first clause
	s.Tap("Palauta tämän kohdan alkuperäinen teksti")
	s.Tap("Palauta tämän kohdan alkuperäinen teksti") // in the dialog
	if p.draft.Clauses[0] != builtIn().Clauses[0] || s.kept.saves != 0 {
		t.Errorf("the draft says %q, saves %d", p.draft.Clauses[0].Body.Fi, s.kept.saves)
	}
	s.Tap("Palauta kaikki alkuperäiset tekstit")
	s.Tap("Peruuta")
	if s.kept.saves != 0 {
		t.Fatal("Cancel did it")
	}
	s.Tap("Palauta kaikki alkuperäiset tekstit")
	s.Tap("Palauta kaikki alkuperäiset tekstit") // in the dialog
	if !reflect.DeepEqual(s.kept.template, builtIn()) || len(p.draft.Clauses) != 16 || p.Changed() {
		t.Errorf("kept %d clauses, shown %d", len(s.kept.template.Clauses), len(p.draft.Clauses))
	}
}

func TestFullDiskKeepsTheTemplateAsTyped(t *testing.T) {
	s, screen, p := openTemplate(t)
	s.Press(fyne.KeyTab, fyne.KeyReturn)
	s.Type("Uusi otsikko")
	s.kept.fails = diskFull
	screen.Save()
	s.wantDialog("Levy on täynnä")
	s.Tap("Sulje")
	if p.draft.Clauses[0].Heading.Fi != "Uusi otsikko" || !p.Changed() {
		t.Errorf("the form says %q", p.draft.Clauses[0].Heading.Fi)
	}
}
