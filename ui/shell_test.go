package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// opened is a window on a new data file; with fill the sample region is in it.
func opened(t *testing.T, fill bool) *shell {
	t.Helper()
	f, err := persistence.Open(t.Context(), filepath.Join(t.TempDir(), "kumppani.sqlite"), persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if fill {
		if err := persistence.LoadSample(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	a := test.NewTempApp(t)
	a.Settings().SetTheme(kit.Theme{})
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
		words.Use(model.Finnish)
	})
	s := newShell(Options{
		Store: f, Today: func() model.Date { return model.MustDate("2026-11-22") }, Language: model.Finnish,
		OpenSample: func(model.Language) error { return nil },
	}, a, t.TempDir())
	s.desk.Beside = func(work func()) { work() }
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
	s.window.Resize(fyne.NewSize(1280, 700))
	return s
}

// said are all words on the window, one text a line.
func said(s *shell) string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		switch x := o.(type) {
		case *widget.Label:
			b.WriteString(x.Text + "\n")
		case *kit.Text:
			b.WriteString(x.Text + "\n")
		case *kit.Link:
			b.WriteString(x.Text + "\n")
		case *kit.Button:
			b.WriteString(x.Text + "\n")
		}
	}
	return b.String()
}

func sees(t *testing.T, s *shell, all ...string) {
	t.Helper()
	text := said(s)
	for _, want := range all {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the window:\n%s", want, text)
		}
	}
}

func press(s *shell, key fyne.KeyName) {
	for _, x := range s.shortcuts() {
		if x.Key == key {
			x.Do(s.capable(), false)
		}
	}
}

func TestHomeSaysWhatNeedsAttention(t *testing.T) {
	s := opened(t, true)
	sees(t, s, "Työpöytä", "sunnuntai 22.11.2026", "Tarkistus on myöhässä", "Seurakunnan ja kuntien perhetyön yhteistyösopimus",
		"Tarkistus oli sovittu pidettäväksi 31.10.2026.", "Viimeinen voimassaolopäivä on 31.12.2026.",
		"odottaa: Suvannon kansalaisopisto", "Tarkistus pidettävä viimeistään 30.11.2026.", "Päättyi 30.6.2026.")
}

func TestEveryPlaceOpensByItsKey(t *testing.T) {
	s := opened(t, true)
	for i, want := range []string{"Mitä tänään on tehtävä", "", "Hiidenlammen kunta", "Etsi ohjaajaa", "Kumppanien kalenterit", "Kellonajat", "Tapahtumat", "Kyselyt", "Koordinaattori"} {
		press(s, fyne.KeyName(rune('1'+i)))
		if s.current != i {
			t.Fatalf("Ctrl+%d shows place %d", i+1, s.current)
		}
		if i != 1 { // the register draws its rows by hand; the page beside it has words
			sees(t, s, want)
		}
	}
}

func TestSearchFindsAgreementsOrganisationsAndContacts(t *testing.T) {
	s := opened(t, true)
	options, err := searchOptions(t.Context(), s.options.Store, s.desk.Person)
	if err != nil {
		t.Fatal(err)
	}
	find := func(label, detail string) (found, bool) {
		for _, o := range options {
			if strings.Contains(o.Label, label) && strings.Contains(o.Detail, detail) {
				return o.Value, true
			}
		}
		return found{}, false
	}
	for _, c := range [][2]string{
		{"Perhetupa Sarkan kumppanuussopimus", "sopimus"},
		{"Sarkajärven kunta", "kumppani"},
		{"Marja Aaltola", "Sarkajärven kunta"},
		{"Johan Backman", "ohjaaja"},
		{"Perhetupa Sarka", "paikka, Sarkajärvi"},
		{"Familjecafé Strandnäs", "ryhmä, Avoin päiväkoti Ranta"},
		{"Huolen puheeksi ottaminen", "koulutusohjelma"},
		{"Isätoiminnan koulutus", "koulutus 15.4.2027"},
	} {
		f, ok := find(c[0], c[1])
		if !ok {
			t.Errorf("%q is not found", c[0])
			continue
		}
		s.desk.Open(f.kind, f.id)
		if !slices.Contains(s.places[s.current].kinds, f.kind) {
			t.Errorf("%q opened place %d", c[0], s.current)
		}
	}
}

func TestLanguageChangesWithoutRestart(t *testing.T) {
	s := opened(t, true)
	centre, err := s.options.Store.Centre(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		language   model.Language
		home, fyne string
	}{
		{model.Swedish, "Skrivbord", "Avbryt"}, {model.English, "Home", "Cancel"}, {model.Finnish, "Työpöytä", "Peruuta"},
	} {
		centre.Language = c.language
		if err := s.options.Store.SaveCentre(t.Context(), centre); err != nil {
			t.Fatal(err)
		}
		sees(t, s, c.home)
		if got := lang.L("Cancel"); got != c.fyne {
			t.Errorf("in %s Fyne says %q for Cancel", c.language, got)
		}
	}
}

func TestFirstStartBegins(t *testing.T) {
	s := opened(t, false)
	sees(t, s, "Kumppani", "Suomi", "Svenska", "English")
	centre := model.Centre{Name: model.Text{Fi: "Äänekosken perhekeskus"}, Language: model.Finnish, LeadDays: 30}
	if err := s.options.Store.SaveCentre(t.Context(), centre); err != nil {
		t.Fatal(err)
	}
	s.build(centre)
	s.show(0)
	sees(t, s, "Tästä alkuun", "Siirry kumppaneihin", "Siirry kohtaamispaikkoihin")
}

func TestPersonalDataIsHiddenAndShownAgain(t *testing.T) {
	s := opened(t, true)
	leaders, err := s.options.Store.Leaders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(leaders, func(l model.Leader) bool { return l.Name == "Oksana Melnyk" })
	s.open(model.KindLeader, leaders[i].ID)
	sees(t, s, "Oksana Melnyk", leaders[i].Phone)
	press(s, fyne.KeyH)
	sees(t, s, "O. M.", "Henkilötiedot ovat piilossa")
	if text := said(s); strings.Contains(text, "Oksana") || strings.Contains(text, "Melnyk") || strings.Contains(text, leaders[i].Phone) {
		t.Errorf("the person is to be seen:\n%s", text)
	}
	s.capable().(kit.Editor).Edit()
	press(s, fyne.KeyH)
	sees(t, s, "Puhelin")
	press(s, fyne.KeyH)
	if text := said(s); strings.Contains(text, "Puhelin") || !strings.Contains(text, "Lomake on piilossa") {
		t.Errorf("the open form is to be seen:\n%s", text)
	}
	press(s, fyne.KeyH)
	sees(t, s, "Puhelin")
}

func TestUnsavedFormIsAskedAbout(t *testing.T) {
	s := opened(t, true)
	press(s, "3")
	s.capable().(kit.Newer).New()
	test.Type(s.window.Canvas().Focused(), "Uusi yhdistys")
	press(s, "1")
	if s.current != 2 || s.window.Canvas().Overlays().Top() == nil {
		t.Error("a form with changes was left without a question")
	}
}

func TestNoWindowIsSaidInOneSentence(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	err := Run(Options{Language: model.Finnish})
	if err == nil || !strings.Contains(err.Error(), "näytön") || strings.Count(err.Error(), ".") != 1 {
		t.Errorf("said %v", err)
	}
}
