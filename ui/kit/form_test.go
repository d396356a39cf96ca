package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestProblemsAreShownBesideTheirFields(t *testing.T) {
	name, until := NewEntry(), NewDateField()
	fields := []*Field{{Name: "name", Label: "Nimi", Input: name, Required: true}, {Name: "valid_until", Label: "Päättyy", Input: until}}
	f := NewForm()
	f.Section("Sopimus")
	f.Row(fields...)
	w := shown(t, f)
	unplaced := f.SetProblems([]Problem{
		{Field: "name.sv", Warning: true, Sentence: "Ruotsinkielinen nimi puuttuu."},
		{Field: "valid_until", Sentence: "Päättyy ennen kuin alkaa."},
		{Field: "parties.2.signed_on", Sentence: "Allekirjoituspäivä puuttuu."},
	})
	if len(unplaced) != 1 || unplaced[0].Field != "parties.2.signed_on" {
		t.Errorf("unplaced: %v", unplaced)
	}
	for i, want := range []string{"Huomaa: Ruotsinkielinen nimi puuttuu.", "Korjaa: Päättyy ennen kuin alkaa."} {
		if got := fields[i].problem; got.Hidden || got.Text != want || fields[i].symbol.Hidden {
			t.Errorf("%s: %q, hidden %v, want %q", fields[i].Name, got.Text, got.Hidden, want)
		}
	}
	if fields[0].symbol.Resource.Name() == fields[1].symbol.Resource.Name() {
		t.Error("a warning and a refusal have the same symbol")
	}
	if !f.Refused() || !f.FocusFirstProblem() || w.Canvas().Focused() != fyne.Focusable(until) {
		t.Error("the field that must be put right is not focused before the one with a warning")
	}
	high := f.body.MinSize().Height
	f.SetProblems(nil)
	if f.Refused() || !fields[0].problem.Hidden || !fields[1].problem.Hidden || f.FocusFirstProblem() {
		t.Error("the problems stay after they were put right")
	}
	if low := f.body.MinSize().Height; low >= high {
		t.Errorf("the form stays %.0f high without problems (%.0f with them)", low, high)
	}
	f.SetProblems([]Problem{{Field: "name", Warning: true, Sentence: "Pitkä nimi."}})
	if f.Refused() {
		t.Error("a warning refuses")
	}
	if !f.FocusFirstProblem() || w.Canvas().Focused() != fyne.Focusable(name) {
		t.Error("the field with a warning is not focused")
	}
}

func TestAFieldOfAFormMadeAnewIsShownWithWhatFollows(t *testing.T) {
	f := NewForm()
	for i := range 30 {
		f.Row(&Field{Name: fmt.Sprint(i), Label: "x", Input: NewEntry()})
	}
	shown(t, f)
	height := f.scroll.Size().Height
	for _, c := range []struct {
		field   string
		y, want float32
	}{
		{"15", 60, 60},                  // stays where it was
		{"15", height - 20, height / 3}, // comes up from the lower edge
		{"15", -100, formMargin},        // was not seen
	} {
		if !f.FocusFieldAt(c.field, c.y) {
			t.Fatal("there is no such field")
		}
		if got := f.FieldY(c.field); got < c.want-1 || got > c.want+1 {
			t.Errorf("from %v it comes to %v, want %v", c.y, got, c.want)
		}
	}
	f.FocusFieldAt("0", 200)
	if f.scroll.Offset.Y != 0 {
		t.Error("there is nothing above the first field to scroll to")
	}
	if f.FocusFieldAt("99", 0) || f.FieldY("99") != 0 {
		t.Error("there is no such field")
	}
}

func TestTabGoesThroughTheFieldsAsTheyAreReadAndScrolls(t *testing.T) {
	f := NewForm()
	var inputs []*Entry
	for i := range 15 {
		a, b := NewEntry(), NewEntry()
		inputs = append(inputs, a, b)
		f.Row(&Field{Label: fmt.Sprint("A", i), Hint: "vihje", Input: a}, &Field{Label: fmt.Sprint("B", i), Input: b})
	}
	w := shown(t, f)
	f.FocusFirst()
	check := func(i int) {
		t.Helper()
		if w.Canvas().Focused() != fyne.Focusable(inputs[i]) {
			t.Fatalf("field %d does not have the focus", i)
		}
		top := inputs[i].Position().Y - f.scroll.Offset.Y
		if top < 0 || top+inputs[i].Size().Height > f.scroll.Size().Height {
			t.Fatalf("field %d lies at %.0f, outside the %.0f that are seen", i, top, f.scroll.Size().Height)
		}
	}
	for i := range inputs {
		check(i)
		w.Canvas().FocusNext()
	}
	for i := len(inputs) - 1; i >= 0; i-- {
		Focus(inputs[i])
		check(i)
	}
}

func TestLabelsStandAboveWhereItIsNarrowAndNothingOverlaps(t *testing.T) {
	f := NewForm()
	from := &Field{Name: "from", Label: "Alkaa", Input: NewDateField()}
	until := &Field{Name: "until", Label: "Päättyy viimeistään", Hint: "Tyhjä tarkoittaa, että sopimus on voimassa toistaiseksi", Input: NewDateField()}
	f.Section("Voimassaolo")
	f.Row(from, until)
	f.Add(container.NewHBox(NewButton("Lisää osapuoli", nil, func() {})))
	f.Row(&Field{Name: "aim", Label: "Tavoite", Input: NewArea()})
	w := shown(t, f)
	f.SetProblems([]Problem{{Field: "from", Sentence: "Tämä on pitkä selitys siitä, mikä päivässä on vialla ja mitä sille tulee tehdä."}})
	for _, width := range []float32{320, 500, 599, 601, 700, 980, 1400} {
		w.Resize(fyne.NewSize(width, 700))
		above := from.label.Position().Y < from.Input.Position().Y
		if above != (f.body.width < formWide) {
			t.Errorf("%.0f wide: labels above is %v", width, above)
		}
		var seen []fyne.CanvasObject
		for _, o := range f.body.objects {
			if !o.Visible() {
				continue
			}
			if o.Position().X+o.Size().Width > f.body.width {
				t.Errorf("%.0f wide: %T reaches %.0f", width, o, o.Position().X+o.Size().Width)
			}
			for _, other := range seen {
				if overlap(o, other) {
					t.Errorf("%.0f wide: %T at %v lies over %T at %v", width, o, o.Position(), other, other.Position())
				}
			}
			seen = append(seen, o)
		}
		if got := f.body.Size().Height; got < f.body.MinSize().Height {
			t.Errorf("%.0f wide: the form is cut at %.0f", width, got)
		}
	}
}

// overlap reports whether two parts lie over each other by more than the margins of labels, which hold no ink.
func overlap(a, b fyne.CanvasObject) bool {
	const margin = 8
	ap, bp, as, bs := a.Position(), b.Position(), a.Size(), b.Size()
	return ap.X+margin < bp.X+bs.Width && bp.X+margin < ap.X+as.Width &&
		ap.Y+margin < bp.Y+bs.Height && bp.Y+margin < ap.Y+as.Height
}

func TestDisabledFieldIsPassedOver(t *testing.T) {
	locked, open := NewEntry(), NewEntry()
	locked.Disable()
	f := NewForm()
	f.Row(&Field{Name: "a", Label: "Lukittu", Input: locked}, &Field{Name: "b", Label: "Avoin", Input: open})
	w := shown(t, f)
	f.FocusFirst()
	if w.Canvas().Focused() != fyne.Focusable(open) {
		t.Error("the first field that can be written in does not have the focus")
	}
	if f.FocusField("a") || !f.FocusField("b") {
		t.Error("a locked field takes the focus, or an open one does not")
	}
}

func BenchmarkFormOfSixtyFieldsIsBuiltAndShown(b *testing.B) {
	test.NewApp()
	for b.Loop() {
		f := NewForm()
		for range 30 {
			f.Row(&Field{Label: "Nimi", Input: NewEntry()}, &Field{Label: "Alkaa", Hint: "vihje", Input: NewDateField()})
		}
		w := test.NewWindow(f)
		w.Resize(fyne.NewSize(900, 640))
		w.Close()
	}
}
