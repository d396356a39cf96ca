package settings

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

func openRequirements(t testing.TB, prepare func(*shelf)) (*table, *Screen, *requirementsPart) {
	t.Helper()
	s := newStage(t)
	if prepare != nil {
		prepare(s.kept)
	}
	screen := s.open(Appearance{})
	s.Tap("Ohjaajilta pyydettävät asiat")
	return s, screen, screen.tabs[3].part.(*requirementsPart)
}

// open opens the requirement at a place of the list.
func (p *requirementsPart) openAt(s *table, i int) {
	s.T.Helper()
	s.Window.Canvas().Focus(p.list.Focusable())
	for range i {
		s.Press(fyne.KeyDown)
	}
	s.Press(fyne.KeyReturn)
	s.WantFocus("Nimi suomeksi")
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
	s.Type("Alkukeskustelu")
	s.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.WantFocus("Missä tehtävissä")
	s.Type("isäryhmän")
	s.Press(fyne.KeyReturn)
	s.TabTo("Ammattilaiset")
	s.Type(" ")
	s.TabTo("Merkitys")
	s.Type("vain")
	s.Press(fyne.KeyReturn)
	s.TabTo("Voimassa, kuukautta")
	s.Type("24")
	s.TabTo("Aikaa hoitaa, päivää")
	s.Type("30")
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
		s.TabTo(label)
		s.Press(fyne.KeyBackspace, fyne.KeyBackspace)
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
		s.TabTo("Voimassa, kuukautta")
		s.Type(c.typed)
		screen.Save()
		if s.kept.saves != 0 || !s.Mentions(c.says) || !p.Changed() {
			t.Errorf("%s: %d saves, said %v", c.typed, s.kept.saves, s.Mentions(c.says))
		}
		s.WantFocus("Voimassa, kuukautta")
	}
}

func TestOwnRequirementIsAddedAndRemoved(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	s.Tap("Lisää oma kohta")
	screen.Save()
	if len(s.kept.asked) != 5 || len(p.draft) != 5 {
		t.Fatalf("one without a name was kept: %d", len(s.kept.asked))
	}
	s.Tap("Lisää oma kohta")
	s.Type("Ensiapukurssi")
	screen.Save()
	if len(s.kept.asked) != 6 {
		t.Fatalf("%d saved", len(s.kept.asked))
	}
	if r := s.kept.asked[5]; r.Name.Fi != "Ensiapukurssi" || r.Kind != model.RequireOther || r.Weight != model.Wanted || r.ID == "" {
		t.Errorf("saved %+v", r)
	}
	s.Tap("Poista")
	s.Tap("Poista") // in the dialog
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
	if s.kept.saves != 0 || !s.Mentions(words.T("problem.required")) {
		t.Errorf("%d saves", s.kept.saves)
	}
	s.WantFocus("Nimi suomeksi")
}

func TestUsedRequirementComesBack(t *testing.T) {
	s, screen, p := openRequirements(t, func(k *shelf) {
		k.asked = slices.Insert(k.asked, 1, model.Requirement{ID: "own", Kind: model.RequireOther, Name: model.Text{Fi: "Ensiapu"}})
		k.used = "own"
	})
	s.Window.Canvas().Focus(p.list.Focusable())
	s.Press(fyne.KeyDown, fyne.KeyDelete)
	s.Tap("Poista")
	screen.Save()
	s.wantDialog("Eevi Salo")
	s.Tap("Sulje")
	if len(p.draft) != 6 || p.draft[1].ID != "own" || s.kept.saves != 0 {
		t.Errorf("the draft has %d, saves %d", len(p.draft), s.kept.saves)
	}
}

func TestBuiltInRequirementIsSwitchedOffInsteadOfRemoved(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	s.Window.Canvas().Focus(p.list.Focusable())
	s.Press(fyne.KeyDown, fyne.KeyDelete)
	if s.Window.Canvas().Overlays().Top() != nil {
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
	s.Window.Canvas().Focus(p.list.Focusable())
	s.Press(fyne.KeySpace, fyne.KeyReturn)
	s.Tap("Siirrä alas")
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
	s.Desk.Open = func(kind model.Kind, _ model.ID) { opened = kind }
	p.openAt(s, 1)
	if !s.Mentions("2 ohjaajaa on allekirjoittanut tämän version") || s.Mentions("vanhemman tekstin") {
		t.Error("it is not said how many have signed this text")
	}
	s.Tap("Tee uusi versio")
	s.WantFocus("Versio")
	s.Type("2026")
	s.Tap("Tee versio")
	s.wantDialog(words.T("problem.version_twice"))
	s.WantFocus("Versio")
	s.Press(fyne.KeyEnd)
	s.TypeFields(" b", "23.11.2026")
	s.Press(fyne.KeyReturn)
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("the dialog is still open")
	}
	s.WantFocus("Teksti")
	s.Type("Uutta: ")
	if s.Mentions("vanhemman tekstin") {
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
	s.Desk.Today = func() model.Date { return model.MustDate("2026-11-23") }
	p.Discard()
	p.openAt(s, 1)
	if !s.Mentions("1 ohjaaja on allekirjoittanut vanhemman tekstin") {
		t.Error("it is not said who signed an older text")
	}
	s.Tap("Avaa ohjaajat")
	if opened != model.KindLeader {
		t.Errorf("opened %q", opened)
	}
}

func TestEarlierVersionIsOnlyRead(t *testing.T) {
	later := model.RequirementText{ID: "later", Version: "2027", From: model.MustDate("2027-01-01"), Body: model.Text{Fi: "Myöhempi", Sv: "Senare"}}
	s, _, p := openRequirements(t, func(k *shelf) { k.asked[1].Texts = append(k.asked[1].Texts, later) })
	p.openAt(s, 1)
	s.TabTo("Versio")
	s.Type("2026")
	s.Press(fyne.KeyReturn)
	if !s.Mentions("Versio 2026 on aiempi") || !s.Mentions("Vaitiolo jatkuu") {
		t.Error("the earlier text is not shown")
	}
	s.WantFocus("Versio")
	s.Press(fyne.KeyTab)
	s.WantFocus("Tekstin kieli")
	s.Type("sv")
	s.Press(fyne.KeyReturn)
	if !s.Mentions("Tystnadsplikten fortsätter") {
		t.Error("it is not shown in Swedish")
	}
	s.Press(fyne.KeyTab)
	s.WantFocus("Tekstin versiot")
	if p.Changed() {
		t.Error("reading is taken for a change")
	}
}

func TestVersionThatNobodySignedIsTakenBack(t *testing.T) {
	later := model.RequirementText{ID: "later", Version: "2027", From: model.MustDate("2027-01-01"), Body: model.Text{Fi: "Myöhempi"}}
	s, screen, p := openRequirements(t, func(k *shelf) { k.asked[1].Texts = append(k.asked[1].Texts, later) })
	p.openAt(s, 1)
	s.Tap("Poista versio 2027")
	s.Tap("Poista versio 2027") // in the dialog
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
	s.Tap("Palauta alkuperäinen")
	s.Tap("Peruuta")
	if p.Changed() {
		t.Error("Cancel did it")
	}
	s.Tap("Palauta alkuperäinen")
	s.Tap("Palauta alkuperäinen") // in the dialog
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
		if s.Mentions("Voimassa, kuukautta") != c.validity || s.Mentions("Aikaa hoitaa, päivää") != c.grace || s.Mentions("Tekstin versiot") != c.text {
			t.Errorf("%s: validity %v, grace %v, text %v", p.draft[i].Kind, s.Mentions("Voimassa"), s.Mentions("Aikaa"), s.Mentions("Tekstin versiot"))
		}
	}
}

func TestUnsavedRequirementsAreNotLost(t *testing.T) {
	s, _, p := openRequirements(t, nil)
	p.openAt(s, 0)
	s.Type("Alku")
	s.Tap("Tietosuoja")
	s.wantDialog(words.T("kit.unsaved.text"))
	s.Tap(words.T("kit.unsaved.discard"))
	if p.Changed() || p.draft[0].Name.Fi != "Perehdytys" || s.kept.saves != 0 {
		t.Errorf("changed %v, name %q", p.Changed(), p.draft[0].Name.Fi)
	}
}

func TestFullDiskKeepsRequirementsAsTyped(t *testing.T) {
	s, screen, p := openRequirements(t, nil)
	p.openAt(s, 0)
	s.Type("Alku")
	s.kept.fails = diskFull
	screen.Save()
	s.wantDialog("Levy on täynnä")
	s.Tap("Sulje")
	if p.draft[0].Name.Fi != "Alku" || !p.Changed() {
		t.Errorf("the form says %q", p.draft[0].Name.Fi)
	}
}
