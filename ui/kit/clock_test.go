package kit

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestClockField(t *testing.T) {
	words.Use(model.Finnish)
	test.NewTempApp(t)
	for _, c := range []struct {
		typed, shown string
		known, ok    bool
	}{
		{"9", "9.00", true, true},
		{"930", "9.30", true, true},
		{"9:30", "9.30", true, true},
		{"9.30", "9.30", true, true},
		{"0", "0.00", true, true},
		{"", "", false, true},
		{"25", "25", false, false},
		{"9.75", "9.75", false, false},
		{"aamulla", "aamulla", false, false},
	} {
		f := NewClockField()
		w := test.NewTempWindow(t, f)
		said, told := "", 0
		f.SetOnProblem(func(p Problem) { said = p.Sentence })
		f.OnChanged = func() { told++ }
		w.Canvas().Focus(f)
		for _, r := range c.typed {
			f.TypedRune(r)
		}
		if told != len([]rune(c.typed)) {
			t.Errorf("%q: told of %d changes", c.typed, told)
		}
		w.Canvas().Unfocus()
		v, ok := f.Value()
		if f.Text != c.shown || ok != c.ok || !v.IsZero() != c.known || (said == "") != c.ok {
			t.Errorf("%q is shown as %q, value %v %v, said %q", c.typed, f.Text, v, ok, said)
		}
	}
}

func TestClockFieldShowsWhatItIsGiven(t *testing.T) {
	test.NewTempApp(t)
	nine, _ := model.NewClock(9, 5)
	f := NewClockField()
	f.OnChanged = func() { t.Error("the program set the time, and a change was told") }
	f.SetValue(nine)
	if v, ok := f.Value(); f.Text != "9.05" || v != nine || !ok {
		t.Errorf("shows %q, value %v", f.Text, v)
	}
	f.SetValue(model.Clock{})
	if f.Text != "" {
		t.Errorf("no time is shown as %q", f.Text)
	}
}
