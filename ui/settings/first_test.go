package settings

import (
	"errors"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

type firstStage struct {
	*table
	*First
	done, samples int
	sampleError   error
}

func openFirst(t testing.TB) *firstStage {
	t.Helper()
	s := &firstStage{table: newStage(t)}
	s.Desk.Messages = nil // as in the shell
	s.kept.centre = model.Centre{LeadDays: model.DefaultLeadDays}
	s.First = NewFirstStart(s.Desk, s.kept, FirstStart{
		Language: model.Finnish,
		Speak: func(l model.Language) error {
			words.Use(l)
			return nil
		},
		OpenSample: func() error {
			s.samples++
			return s.sampleError
		},
		Done: func() { s.done++ },
	})
	s.Window.SetContent(s.Content())
	s.FocusFirst()
	return s
}

func TestFirstStartByKeyboard(t *testing.T) {
	s := openFirst(t)
	s.WantFocus("Suomi")
	s.Press(fyne.KeyTab, fyne.KeyReturn) // Svenska
	s.WantFocus("Fortsätt")
	if !s.Mentions("Allt du antecknar stannar på den här datorn.") {
		t.Error("the window does not speak Swedish")
	}
	s.Press(fyne.KeyReturn)
	s.WantFocus("Familjecentrets namn")
	s.Type("Suvanto familjecenter")
	s.Press(fyne.KeyTab, fyne.KeyTab)
	s.Type("Marja Aaltola")
	s.Press(fyne.KeyReturn) // Enter in a field goes on
	s.WantFocus("Regionens namn")
	s.Type("Suvantoland")
	s.Press(fyne.KeyTab)
	s.Type("korsh")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyTab, fyne.KeyTab) // Back, then Begin
	s.WantFocus("Börja")
	s.Press(fyne.KeyReturn)
	want := model.Centre{
		Name: model.Text{Sv: "Suvanto familjecenter"}, Region: model.Text{Sv: "Suvantoland"}, Coordinator: "Marja Aaltola",
		Municipalities: []model.RegionMunicipality{{Code: "499", Fi: "Mustasaari", Sv: "Korsholm"}},
		Language:       model.Swedish, LeadDays: model.DefaultLeadDays,
	}
	if s.done != 1 || !reflect.DeepEqual(s.kept.centre, want) {
		t.Errorf("done %d, saved %+v", s.done, s.kept.centre)
	}
}

func TestFirstStartNeedsANameOnly(t *testing.T) {
	s := openFirst(t)
	s.Next()
	s.Next()
	s.WantFocus("Perhekeskuksen nimi")
	if s.step != 1 || !s.Mentions("Tämä on pakollinen tieto") {
		t.Fatalf("step %d without a name", s.step)
	}
	s.Type("Tupa")
	s.Next()
	s.Next()
	if s.done != 1 || s.kept.centre.Name.Fi != "Tupa" || len(s.kept.centre.Municipalities) != 0 {
		t.Errorf("done %d, saved %+v", s.done, s.kept.centre)
	}
}

func TestFirstStartWarnsOnce(t *testing.T) {
	s := openFirst(t)
	s.Next()
	s.Type("Tupa")
	s.form.FocusField("email")
	s.Type("marja")
	s.Next()
	if s.step != 1 || !s.Mentions("ei näytä sähköpostiosoitteelta") {
		t.Fatalf("step %d: the address was not looked at", s.step)
	}
	s.WantFocus("Sähköposti")
	s.Next()
	if s.step != 2 {
		t.Error("a warning keeps from going on")
	}
}

func TestFirstStartGoesBackWithoutLoss(t *testing.T) {
	s := openFirst(t)
	s.Next()
	s.Type("Tupa")
	s.Press(fyne.KeyEscape)
	if s.step != 0 {
		t.Fatalf("step %d", s.step)
	}
	s.Tap("English")
	s.Next()
	if s.name != "Tupa" || s.centre().Name != (model.Text{En: "Tupa"}) || s.centre().Language != model.English {
		t.Errorf("the name is %+v", s.centre().Name)
	}
}

func TestFirstStartOnAFullDisk(t *testing.T) {
	s := openFirst(t)
	s.Next()
	s.Type("Tupa")
	s.Next()
	s.kept.fails = diskFull
	s.Next()
	s.wantDialog("Levy on täynnä")
	s.Tap("Sulje")
	if s.done != 0 || s.step != 2 || s.name != "Tupa" {
		t.Fatalf("done %d, step %d, name %q", s.done, s.step, s.name)
	}
	s.kept.fails = nil
	s.Next()
	if s.done != 1 || s.kept.centre.Name.Fi != "Tupa" {
		t.Error("the second try did not save")
	}
}

func TestSampleRegionFromEachStep(t *testing.T) {
	s := openFirst(t)
	for step := range 3 {
		s.Tap("Tutustu esimerkkialueeseen")
		if s.samples != step+1 || !s.Mentions("hetken kuluttua") {
			t.Errorf("step %d: opened %d times, or nothing was said", step, s.samples)
		}
		s.name = "Tupa"
		if step < 2 {
			s.Next()
		}
	}
	s.sampleError = errors.New("no room")
	s.Tap("Tutustu esimerkkialueeseen")
	s.wantDialog("virhe")
}
