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
	*stage
	*First
	done, samples int
	sampleError   error
}

func openFirst(t testing.TB) *firstStage {
	t.Helper()
	s := &firstStage{stage: newStage(t)}
	s.stage.d.Messages = nil // as in the shell
	s.kept.centre = model.Centre{LeadDays: model.DefaultLeadDays}
	s.First = NewFirstStart(s.stage.d, s.kept, FirstStart{
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
	s.w.SetContent(s.Content())
	s.FocusFirst()
	return s
}

func TestFirstStartByKeyboard(t *testing.T) {
	s := openFirst(t)
	s.wantFocus("Suomi")
	s.press(fyne.KeyTab, fyne.KeyReturn) // Svenska
	s.wantFocus("Fortsätt")
	if !s.says("Allt du antecknar stannar på den här datorn.") {
		t.Error("the window does not speak Swedish")
	}
	s.press(fyne.KeyReturn)
	s.wantFocus("Familjecentrets namn")
	s.typed("Suvanto familjecenter")
	s.press(fyne.KeyTab, fyne.KeyTab)
	s.typed("Marja Aaltola")
	s.press(fyne.KeyReturn) // Enter in a field goes on
	s.wantFocus("Regionens namn")
	s.typed("Suvantoland")
	s.press(fyne.KeyTab)
	s.typed("korsh")
	s.press(fyne.KeyReturn)
	s.press(fyne.KeyTab, fyne.KeyTab) // Back, then Begin
	s.wantFocus("Börja")
	s.press(fyne.KeyReturn)
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
	s.wantFocus("Perhekeskuksen nimi")
	if s.step != 1 || !s.says("Tämä on pakollinen tieto") {
		t.Fatalf("step %d without a name", s.step)
	}
	s.typed("Tupa")
	s.Next()
	s.Next()
	if s.done != 1 || s.kept.centre.Name.Fi != "Tupa" || len(s.kept.centre.Municipalities) != 0 {
		t.Errorf("done %d, saved %+v", s.done, s.kept.centre)
	}
}

func TestFirstStartWarnsOnce(t *testing.T) {
	s := openFirst(t)
	s.Next()
	s.typed("Tupa")
	s.form.FocusField("email")
	s.typed("marja")
	s.Next()
	if s.step != 1 || !s.says("ei näytä sähköpostiosoitteelta") {
		t.Fatalf("step %d: the address was not looked at", s.step)
	}
	s.wantFocus("Sähköposti")
	s.Next()
	if s.step != 2 {
		t.Error("a warning keeps from going on")
	}
}

func TestFirstStartGoesBackWithoutLoss(t *testing.T) {
	s := openFirst(t)
	s.Next()
	s.typed("Tupa")
	s.press(fyne.KeyEscape)
	if s.step != 0 {
		t.Fatalf("step %d", s.step)
	}
	s.button("English")
	s.Next()
	if s.name != "Tupa" || s.centre().Name != (model.Text{En: "Tupa"}) || s.centre().Language != model.English {
		t.Errorf("the name is %+v", s.centre().Name)
	}
}

func TestFirstStartOnAFullDisk(t *testing.T) {
	s := openFirst(t)
	s.Next()
	s.typed("Tupa")
	s.Next()
	s.kept.fails = diskFull
	s.Next()
	s.wantDialog("Levy on täynnä")
	s.button("Sulje")
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
		s.button("Tutustu esimerkkialueeseen")
		if s.samples != step+1 || !s.says("hetken kuluttua") {
			t.Errorf("step %d: opened %d times, or nothing was said", step, s.samples)
		}
		s.name = "Tupa"
		if step < 2 {
			s.Next()
		}
	}
	s.sampleError = errors.New("no room")
	s.button("Tutustu esimerkkialueeseen")
	s.wantDialog("virhe")
}
