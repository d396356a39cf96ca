package settings

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

func openRequirements(t testing.TB, prepare func(*shelf)) (*stage, *Screen, *requirementsPart) {
	t.Helper()
	s := newStage(t)
	if prepare != nil {
		prepare(s.kept)
	}
	screen := s.open(Appearance{})
	s.button("Ohjaajilta pyydettävät asiat")
	return s, screen, screen.tabs[3].part.(*requirementsPart)
}

// open opens the requirement at a place of the list.
func (p *requirementsPart) openAt(s *stage, i int) {
	s.t.Helper()
	s.w.Canvas().Focus(p.list.Focusable())
	for range i {
		s.press(fyne.KeyDown)
	}
	s.press(fyne.KeyReturn)
	s.wantFocus("Nimi suomeksi")
}

func TestBuiltInRequirementsAreSound(t *testing.T) {
	all := builtInOrder()
	if len(all) != 5 {
		t.Fatalf("%d built in, not 5", len(all))
	}
	kinds := map[model.RequirementKind]bool{}
	for _, r := range all {
		kinds[r.Kind] = true
		if p := r.Check(); len(p) > 0 {
			t.Errorf("%s: %v", r.Kind, p)
		}
		for _, l := range model.Languages() {
			if r.Name.In(l) == "" {
				t.Errorf("%s has no name in %s", r.Kind, l)
			}
			for _, text := range r.Texts {
				if len(text.Body.In(l)) < 300 || text.Version != "2026" {
					t.Errorf("%s %q in %s: %d bytes", r.Kind, text.Version, l, len(text.Body.In(l)))
				}
			}
		}
		if signed := r.Kind == model.RequireUndertaking || r.Kind == model.RequirePublication; signed != (len(r.Texts) == 1) {
			t.Errorf("%s has %d texts", r.Kind, len(r.Texts))
		}
	}
	if len(kinds) != 5 || kinds[model.RequireOther] {
		t.Errorf("kinds %v", kinds)
	}
}

func TestRequirementIsEdited(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	p.openAt(s, 0)
	s.typed("Alkukeskustelu")
	s.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.wantFocus("Missä tehtävissä")
	s.typed("isäryhmän")
	s.press(fyne.KeyReturn)
	s.tabTo("Ammattilaiset")
	s.typed(" ")
	s.tabTo("Merkitys")
	s.typed("vain")
	s.press(fyne.KeyReturn)
	s.tabTo("Voimassa, kuukautta")
	s.typed("24")
	s.tabTo("Aikaa hoitaa, päivää")
	s.typed("30")
	screen.Save()
	want := builtInOrder()
	want[0].Name.Fi, want[0].Tasks, want[0].Professionals = "Alkukeskustelu", []model.TaskKind{model.FathersGroupLeader}, true
	want[0].Weight, want[0].ValidMonths, want[0].GraceDays = model.Information, model.CountOf(24), 30
	if !reflect.DeepEqual(s.kept.asked, want) {
		t.Errorf("saved %+v\nwant %+v", s.kept.asked[0], want[0])
	}
	if p.Changed() {
		t.Error("it still has changes")
	}
}

func TestBlankTimesAreForEverAndAtOnce(t *testing.T) {
	s, screen, p := openRequirements(t, func(k *shelf) {
		k.asked[0].ValidMonths, k.asked[0].GraceDays = model.CountOf(12), 14
	})
	p.openAt(s, 0)
	for _, label := range []string{"Voimassa, kuukautta", "Aikaa hoitaa, päivää"} {
		s.tabTo(label)
		s.press(fyne.KeyBackspace, fyne.KeyBackspace)
	}
	screen.Save()
	if r := s.kept.asked[0]; r.ValidMonths.Known || r.GraceDays != 0 {
		t.Errorf("valid %v, grace %d", r.ValidMonths, r.GraceDays)
	}
}

func TestTimesOutOfRangeAreRefused(t *testing.T) {
	for _, c := range []struct{ typed, says string }{
		{"0", words.T("problem.months_range")},
		{"601", words.T("problem.months_range")},
		{"kaksi", "kaksi"},
		{"1,5", "1,5"},
	} {
		s, screen, p := openRequirements(t, nil)
		p.openAt(s, 0)
		s.tabTo("Voimassa, kuukautta")
		s.typed(c.typed)
		screen.Save()
		if s.kept.saves != 0 || !s.says(c.says) || !p.Changed() {
			t.Errorf("%s: %d saves, said %v", c.typed, s.kept.saves, s.says(c.says))
		}
		s.wantFocus("Voimassa, kuukautta")
	}
}

func TestOwnRequirementIsAddedAndRemoved(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	s.button("Lisää oma kohta")
	screen.Save()
	if len(s.kept.asked) != 5 || len(p.draft) != 5 {
		t.Fatalf("one without a name was kept: %d", len(s.kept.asked))
	}
	s.button("Lisää oma kohta")
	s.typed("Ensiapukurssi")
	screen.Save()
	if len(s.kept.asked) != 6 {
		t.Fatalf("%d saved", len(s.kept.asked))
	}
	if r := s.kept.asked[5]; r.Name.Fi != "Ensiapukurssi" || r.Kind != model.RequireOther || r.Weight != model.Wanted || r.ID == "" {
		t.Errorf("saved %+v", r)
	}
	s.button("Poista")
	s.button("Poista") // in the dialog
	screen.Save()
	if len(s.kept.asked) != 5 {
		t.Errorf("%d are left", len(s.kept.asked))
	}
}

func TestRequirementWithoutItsNameIsRefused(t *testing.T) {
	s, screen, p := openRequirements(t, func(k *shelf) {
		k.asked = append(k.asked, model.Requirement{
			ID: "own", Kind: model.RequireUndertaking, Texts: []model.RequirementText{{ID: "t", Version: "1"}},
		})
	})
	p.Touch()
	screen.Save()
	if s.kept.saves != 0 || !s.says(words.T("problem.required")) {
		t.Errorf("%d saves", s.kept.saves)
	}
	s.wantFocus("Nimi suomeksi")
}

func TestUsedRequirementComesBack(t *testing.T) {
	s, screen, p := openRequirements(t, func(k *shelf) {
		k.asked = slices.Insert(k.asked, 1, model.Requirement{ID: "own", Kind: model.RequireOther, Name: model.Text{Fi: "Ensiapu"}})
		k.used = "own"
	})
	s.w.Canvas().Focus(p.list.Focusable())
	s.press(fyne.KeyDown, fyne.KeyDelete)
	s.button("Poista")
	screen.Save()
	s.wantDialog("Eevi Salo")
	s.button("Sulje")
	if len(p.draft) != 6 || p.draft[1].ID != "own" || s.kept.saves != 0 {
		t.Errorf("the draft has %d, saves %d", len(p.draft), s.kept.saves)
	}
}

func TestBuiltInRequirementIsSwitchedOffInsteadOfRemoved(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	s.w.Canvas().Focus(p.list.Focusable())
	s.press(fyne.KeyDown, fyne.KeyDelete)
	if s.w.Canvas().Overlays().Top() != nil {
		t.Error("it asks about something that cannot be lost")
	}
	screen.Save()
	want := builtInOrder()
	want[1].Off = true
	if !reflect.DeepEqual(s.kept.asked, want) {
		t.Errorf("kept %+v", s.kept.asked)
	}
}

func TestRequirementsAreSwitchedAndMoved(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	s.w.Canvas().Focus(p.list.Focusable())
	s.press(fyne.KeySpace, fyne.KeyReturn)
	s.button("Siirrä alas")
	screen.Save()
	if a := s.kept.asked; !a[1].Off || a[1].Kind != model.RequireIntroduction || a[0].Kind != model.RequireUndertaking {
		t.Errorf("kept %s %v, %s %v", a[0].Kind, a[0].Off, a[1].Kind, a[1].Off)
	}
}

// signers have signed the first version: one who goes on, one who has ended, and one who signed another paper.
func signers(k *shelf) {
	undertaking := k.asked[1].ID
	on := model.MustDate("2026-02-01")
	signed := []model.Fulfilment{{RequirementID: undertaking, On: on, Version: "2026"}}
	k.leaders = []model.Leader{
		{ID: "1", Name: "Eevi", Statuses: []model.LeaderStatus{{State: model.LeaderActive}}, Completed: signed},
		{ID: "2", Name: "Onni", Statuses: []model.LeaderStatus{{State: model.LeaderEnded}}, Completed: signed},
		{ID: "3", Name: "Aava", Completed: []model.Fulfilment{{RequirementID: k.asked[0].ID, On: on, Version: "2026"}}},
	}
}

func TestNewVersionOfAText(t *testing.T) {
	s, screen, p := openRequirements(t, signers)
	opened := model.Kind("")
	s.d.Open = func(kind model.Kind, _ model.ID) { opened = kind }
	p.openAt(s, 1)
	if !s.says("2 ohjaajaa on allekirjoittanut tämän version") || s.says("vanhemman tekstin") {
		t.Error("it is not said how many have signed this text")
	}
	s.button("Tee uusi versio")
	s.wantFocus("Versio")
	s.typed("2026")
	s.button("Tee versio")
	s.wantDialog(words.T("problem.version_twice"))
	s.wantFocus("Versio")
	s.press(fyne.KeyEnd)
	s.typed(" b")
	s.press(fyne.KeyTab)
	s.typed("23.11.2026")
	s.press(fyne.KeyReturn)
	if s.w.Canvas().Overlays().Top() != nil {
		t.Fatal("the dialog is still open")
	}
	s.wantFocus("Teksti")
	s.typed("Uutta: ")
	if s.says("vanhemman tekstin") {
		t.Error("a text of tomorrow makes that of today old")
	}
	screen.Save()
	texts := s.kept.asked[1].Texts
	old := builtInOrder()[1].Texts[0]
	if len(texts) != 2 || !reflect.DeepEqual(texts[0], old) {
		t.Fatalf("the earlier text is %+v", texts)
	}
	if n := texts[1]; n.Version != "2026 b" || n.From != model.MustDate("2026-11-23") || n.ID == "" ||
		n.Body.Sv != old.Body.Sv || n.Body.Fi == old.Body.Fi || len(n.Body.Fi) != len(old.Body.Fi)+len("Uutta: ") {
		t.Errorf("the new text is %+v", n)
	}
	s.d.Today = func() model.Date { return model.MustDate("2026-11-23") }
	p.Discard()
	p.openAt(s, 1)
	if !s.says("1 ohjaaja on allekirjoittanut vanhemman tekstin") {
		t.Error("it is not said who signed an older text")
	}
	s.button("Avaa ohjaajat")
	if opened != model.KindLeader {
		t.Errorf("opened %q", opened)
	}
}

func TestEarlierVersionIsOnlyRead(t *testing.T) {
	later := model.RequirementText{ID: "later", Version: "2027", From: model.MustDate("2027-01-01"), Body: model.Text{Fi: "Myöhempi", Sv: "Senare"}}
	s, _, p := openRequirements(t, func(k *shelf) { k.asked[1].Texts = append(k.asked[1].Texts, later) })
	p.openAt(s, 1)
	s.tabTo("Versio")
	s.typed("2026")
	s.press(fyne.KeyReturn)
	if !s.says("Versio 2026 on aiempi") || !s.says("Vaitiolo jatkuu") {
		t.Error("the earlier text is not shown")
	}
	s.wantFocus("Versio")
	s.press(fyne.KeyTab)
	s.wantFocus("Tekstin kieli")
	s.typed("sv")
	s.press(fyne.KeyReturn)
	if !s.says("Tystnadsplikten fortsätter") {
		t.Error("it is not shown in Swedish")
	}
	s.press(fyne.KeyTab)
	s.wantFocus("Tekstin versiot")
	if p.Changed() {
		t.Error("reading is taken for a change")
	}
}

func TestVersionThatNobodySignedIsTakenBack(t *testing.T) {
	later := model.RequirementText{ID: "later", Version: "2027", From: model.MustDate("2027-01-01"), Body: model.Text{Fi: "Myöhempi"}}
	s, screen, p := openRequirements(t, func(k *shelf) { k.asked[1].Texts = append(k.asked[1].Texts, later) })
	p.openAt(s, 1)
	s.button("Poista versio 2027")
	s.button("Poista versio 2027") // in the dialog
	screen.Save()
	if !reflect.DeepEqual(s.kept.asked, builtInOrder()) {
		t.Errorf("kept %+v", s.kept.asked[1].Texts)
	}
}

func TestVersionProblems(t *testing.T) {
	last := model.RequirementText{ID: "1", Version: "A", From: model.MustDate("2026-03-01")}
	r := model.Requirement{Texts: []model.RequirementText{last}}
	for _, c := range []struct {
		name, from string
		want       []string
	}{
		{"B", "2026-03-02", nil},
		{"B", "2026-03-01", []string{"from"}},
		{"B", "", []string{"from"}},
		{"", "2026-03-02", []string{"version"}},
		{"a ", "2026-02-28", []string{"version", "from"}},
	} {
		from, _ := model.ParseDate(c.from)
		var got []string
		for _, p := range versionProblems(r, last, c.name, from) {
			got = append(got, p.Field)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q from %q: %v, not %v", c.name, c.from, got, c.want)
		}
	}
	if p := versionProblems(model.Requirement{}, model.RequirementText{}, "A", model.MustDate("1990-01-01")); len(p) > 0 {
		t.Errorf("the first version: %v", p)
	}
}

func TestRequirementIsPutBack(t *testing.T) {
	own := model.RequirementText{ID: "own", Version: "2027", From: model.MustDate("2027-01-01"), Body: model.Text{Fi: "Oma"}}
	s, screen, p := openRequirements(t, func(k *shelf) {
		k.asked[1].Name.Fi, k.asked[1].GraceDays = "Lupaus", 90
		k.asked[1].Texts[0].Body.Fi = "Muutettu"
		k.asked[1].Texts = append(k.asked[1].Texts, own)
	})
	p.openAt(s, 1)
	s.button("Palauta alkuperäinen")
	s.button("Peruuta")
	if p.Changed() {
		t.Error("Cancel did it")
	}
	s.button("Palauta alkuperäinen")
	s.button("Palauta alkuperäinen") // in the dialog
	screen.Save()
	want := builtInOrder()
	want[1].Texts = append(want[1].Texts, own)
	if !reflect.DeepEqual(s.kept.asked, want) {
		t.Errorf("kept %+v", s.kept.asked[1])
	}
}

func TestFieldsFitTheKind(t *testing.T) {
	for i, c := range []struct{ validity, grace, text bool }{
		{true, true, false}, {true, true, true}, {false, true, true}, {false, false, false}, {false, true, false},
	} {
		s, _, p := openRequirements(t, nil)
		p.openAt(s, i)
		if s.says("Voimassa, kuukautta") != c.validity || s.says("Aikaa hoitaa, päivää") != c.grace || s.says("Tekstin versiot") != c.text {
			t.Errorf("%s: validity %v, grace %v, text %v", p.draft[i].Kind, s.says("Voimassa"), s.says("Aikaa"), s.says("Tekstin versiot"))
		}
	}
}

func TestUnsavedRequirementsAreNotLost(t *testing.T) {
	s, _, p := openRequirements(t, nil)
	p.openAt(s, 0)
	s.typed("Alku")
	s.button("Tietosuoja")
	s.wantDialog(words.T("kit.unsaved.text"))
	s.button(words.T("kit.unsaved.discard"))
	if p.Changed() || p.draft[0].Name.Fi != "Perehdytys" || s.kept.saves != 0 {
		t.Errorf("changed %v, name %q", p.Changed(), p.draft[0].Name.Fi)
	}
}

func TestFullDiskKeepsRequirementsAsTyped(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	p.openAt(s, 0)
	s.typed("Alku")
	s.kept.fails = diskFull
	screen.Save()
	s.wantDialog("Levy on täynnä")
	s.button("Sulje")
	if p.draft[0].Name.Fi != "Alku" || !p.Changed() {
		t.Errorf("the form says %q", p.draft[0].Name.Fi)
	}
}
