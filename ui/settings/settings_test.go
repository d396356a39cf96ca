package settings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestCentreIsEditedByKeyboard(t *testing.T) {
	s := newStage(t)
	screen := s.open(Appearance{})
	p := screen.tabs[0].part.(*centrePart)
	p.FocusFirst()
	s.WantFocus("Nimi suomeksi")
	s.TypeFields("Uusi perhekeskus", "Nytt familjecenter", "", "", "Suvantoland", "Suvanto Region", // what was there is selected
		"Suvantomaan hyvinvointialue", "Marja Aaltola", "040 000 0104", "marja@esimerkki.example", "Rantatie 1", "")
	s.WantFocus("Valitse kuva")
	s.Press(fyne.KeyTab)
	s.Type("jyväs")
	s.Press(fyne.KeyReturn)
	s.Type("korpilahti") // no longer a municipality
	s.Press(fyne.KeyReturn)
	if len(p.draft.Municipalities) != 2 {
		t.Fatalf("the municipalities are %+v", p.draft.Municipalities)
	}
	p.View.FocusField("lead_days")
	s.Type("45")
	screen.Save()
	want := model.Centre{
		Name:   model.Text{Fi: "Uusi perhekeskus", Sv: "Nytt familjecenter"},
		Region: model.Text{Fi: "Suvantomaa", Sv: "Suvantoland", En: "Suvanto Region"}, Host: "Suvantomaan hyvinvointialue",
		Coordinator: "Marja Aaltola", Phone: "040 000 0104", Email: "marja@esimerkki.example", Letterhead: "Rantatie 1",
		LeadDays: 45, Language: model.Finnish,
	}
	got := s.kept.centre
	if len(got.Municipalities) != 2 || got.Municipalities[0].Code != "179" || got.Municipalities[1] != (model.RegionMunicipality{Fi: "korpilahti"}) {
		t.Errorf("municipalities %+v", got.Municipalities)
	}
	if got.Municipalities = nil; !equal(got, want) {
		t.Errorf("saved\n%+v, not\n%+v", got, want)
	}
	if screen.editor().Changed() || s.Desk.Messages.Text() != words.T("settings.centre.saved") {
		t.Errorf("changed %v, message %q", screen.editor().Changed(), s.Desk.Messages.Text())
	}
}

func equal(a, b model.Centre) bool {
	a.Logo, b.Logo = nil, nil
	return a.Name == b.Name && a.Region == b.Region && a.Host == b.Host && a.Coordinator == b.Coordinator && a.Phone == b.Phone &&
		a.Email == b.Email && a.Letterhead == b.Letterhead && a.LeadDays == b.LeadDays && a.Language == b.Language
}

func TestCentreProblemsAreSaidBesideTheirFields(t *testing.T) {
	long := strings.Repeat("a", model.MaxNotes+1)
	for _, c := range []struct {
		name    string
		spoil   func(*model.Centre)
		focus   string
		warning bool
	}{
		{"no name", func(c *model.Centre) { c.Name = model.Text{Sv: " "} }, "Nimi suomeksi", false},
		{"long name", func(c *model.Centre) { c.Name.Sv = long }, "Nimi ruotsiksi", false},
		{"long region", func(c *model.Centre) { c.Region.Fi = long }, "Alue suomeksi", false},
		{"long host", func(c *model.Centre) { c.Host = long }, "Ylläpitäjä", false},
		{"long coordinator", func(c *model.Centre) { c.Coordinator = long }, "Koordinaattori", false},
		{"long phone", func(c *model.Centre) { c.Phone = long }, "Puhelin", false},
		{"long letterhead", func(c *model.Centre) { c.Letterhead = long }, "Osoiterivit", false},
		{"lead time", func(c *model.Centre) { c.LeadDays = 366 }, "Päätösaika", false},
		{"e-mail", func(c *model.Centre) { c.Email = "marja" }, "Sähköposti", true},
	} {
		s := newStage(t)
		c.spoil(&s.kept.centre)
		screen := s.open(Appearance{})
		screen.Save()
		s.WantFocus(c.focus)
		if s.kept.saves != 0 {
			t.Errorf("%s: it was saved at once", c.name)
		}
		screen.Save()
		if saved := s.kept.saves == 1; saved != c.warning {
			t.Errorf("%s: saved at the second time: %v", c.name, saved)
		}
	}
}

func TestNoLeadTimeIsNotZero(t *testing.T) {
	s := newStage(t)
	screen := s.open(Appearance{})
	p := screen.tabs[0].part.(*centrePart)
	p.View.FocusField("lead_days")
	s.Press(fyne.KeyDelete)
	screen.Save()
	if s.kept.saves != 0 || !s.Mentions("0–365") {
		t.Errorf("an empty lead time was saved as %d", s.kept.centre.LeadDays)
	}
	s.Type("0")
	screen.Save()
	if s.kept.saves != 1 || s.kept.centre.LeadDays != 0 {
		t.Errorf("lead time %d, not 0", s.kept.centre.LeadDays)
	}
}

func TestFullDiskKeepsWhatWasTyped(t *testing.T) {
	s := newStage(t)
	screen := s.open(Appearance{})
	screen.editor().FocusFirst()
	s.Type("Uusi nimi")
	s.kept.fails = diskFull
	screen.Save()
	s.wantDialog("Levy on täynnä")
	s.Tap("Sulje")
	p := screen.tabs[0].part.(*centrePart)
	screen.Reload() // another window of the program must not take it away either
	if p.draft.Name.Fi != "Uusi nimi" || !p.Changed() {
		t.Fatalf("the form says %q", p.draft.Name.Fi)
	}
	s.kept.fails = nil
	screen.Save()
	if s.kept.centre.Name.Fi != "Uusi nimi" {
		t.Error("it was not saved at the second time")
	}
}

func TestLeavingAsksAboutUnsavedChanges(t *testing.T) {
	for _, c := range []struct {
		answer string
		left   bool
		name   string // as it is kept afterwards
	}{
		{"Palaa lomakkeeseen", false, "Suvannon perhekeskus"},
		{"Hylkää muutokset", true, "Suvannon perhekeskus"},
		{"Tallenna", true, "Uusi"},
	} {
		s := newStage(t)
		screen := s.open(Appearance{})
		left := false
		if screen.MayLeave(func() { left = true }); !left {
			t.Error("an untouched form asks")
		}
		left = false
		screen.editor().FocusFirst()
		s.Type("Uusi")
		screen.MayLeave(func() { left = true })
		s.Tap(c.answer)
		if left != c.left || s.kept.centre.Name.Fi != c.name {
			t.Errorf("%s: left %v, name %q", c.answer, left, s.kept.centre.Name.Fi)
		}
		if screen.editor().Changed() != !c.left {
			t.Errorf("%s: changed %v", c.answer, screen.editor().Changed())
		}
	}
}

func TestAnotherPartAsksFirst(t *testing.T) {
	s := newStage(t)
	screen := s.open(Appearance{})
	screen.editor().FocusFirst()
	s.Type("Uusi")
	s.Tap("Sopimuspohja")
	s.Tap("Palaa lomakkeeseen")
	if screen.current != 0 {
		t.Fatal("it left all the same")
	}
	s.Tap("Sopimuspohja")
	s.Tap("Hylkää muutokset")
	if screen.current != 2 || !s.Mentions("Kohdat ovat kolmella kielellä") {
		t.Errorf("part %d", screen.current)
	}
	s.WantFocus("Tekstin kieli")
}

func TestLanguageIsKept(t *testing.T) {
	s := newStage(t)
	s.open(Appearance{})
	s.Tap("Kieli ja ulkoasu")
	s.Tap("Svenska")
	if s.kept.centre.Language != model.Swedish || s.kept.centre.Name.Fi == "" {
		t.Errorf("kept %+v", s.kept.centre)
	}
	s.kept.fails = diskFull
	s.Tap("English")
	s.wantDialog("Levy on täynnä")
	if s.kept.centre.Language != model.Swedish {
		t.Error("the language changed")
	}
}

func TestAppearanceChangesAtOnce(t *testing.T) {
	s := newStage(t)
	var set []kit.Appearance
	screen := s.open(Appearance{Now: kit.Light, Set: func(a kit.Appearance) { set = append(set, a) }})
	s.Tap("Kieli ja ulkoasu")
	s.Tap("Tumma")
	s.Tap("Kuten tietokoneessa")
	if len(set) != 2 || set[0] != kit.Dark || set[1] != kit.FollowSystem {
		t.Errorf("set %v", set)
	}
	p := screen.tabs[1].part.(*windowPart)
	if p.appearances[kit.FollowSystem].Icon == nil || p.appearances[kit.Light].Icon != nil {
		t.Error("the tick is at the wrong one")
	}
}

func TestAboutNamesVersionAndLicences(t *testing.T) {
	s := newStage(t)
	s.open(Appearance{Version: "1.2.3"})
	s.Tap("Tietoja ohjelmasta")
	for _, want := range []string{"1.2.3", "MIT", "Open Font License", "CC BY 4.0"} {
		if !s.Mentions(want) {
			t.Errorf("it does not say %q", want)
		}
	}
}

func TestMunicipalityOptions(t *testing.T) {
	gone := model.RegionMunicipality{Code: "277", Fi: "Korpilahti", Sv: "Korpilahti"}
	options := municipalityOptions(model.Swedish, []model.RegionMunicipality{gone})
	if len(options) != 309 {
		t.Fatalf("%d options, not 308 and the one that is gone", len(options))
	}
	found := map[string]string{}
	for i, o := range options {
		found[o.Label] = o.Detail
		if i > 0 && model.SortKey(options[i-1].Label) > model.SortKey(o.Label) {
			t.Errorf("%s before %s", options[i-1].Label, o.Label)
		}
	}
	for label, detail := range map[string]string{"Korsholm": "Mustasaari · Österbotten", "Jyväskylä": "Mellersta Finland", "Korpilahti": ""} {
		if got, ok := found[label]; !ok || got != detail {
			t.Errorf("%s: detail %q (%v), not %q", label, got, ok, detail)
		}
	}
}
