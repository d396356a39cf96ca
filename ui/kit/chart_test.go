package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
)

func TestScaleIsRound(t *testing.T) {
	for most, want := range map[int][2]int{1: {1, 1}, 3: {1, 3}, 7: {2, 8}, 10: {2, 10}, 83: {20, 100}, 5296: {2000, 6000}, 100: {20, 100}} {
		if step, top := chartScale(most); step != want[0] || top != want[1] {
			t.Errorf("of %d: every %d up to %d, want %v", most, step, top, want)
		}
	}
	for most := 1; most < 5000; most++ {
		if step, top := chartScale(most); top < most || top-step >= most || top/step > 6 {
			t.Errorf("of %d: every %d up to %d", most, step, top)
		}
	}
}

func shownChart(t *testing.T, change func(*Chart)) *Chart {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	c := NewChart("Käynnit kuukausittain", "Eniten maaliskuussa, 40.")
	c.Categories = []string{"tammi", "helmi", "maalis"}
	c.Series = []ChartSeries{
		{"2026", []model.Count{model.CountOf(20), {}, model.CountOf(40)}},
		{"2025", []model.Count{model.CountOf(0), model.CountOf(10), model.CountOf(30)}},
	}
	change(c)
	w := test.NewTempWindow(t, c)
	w.Resize(fyne.NewSize(700, 400))
	return c
}

func (c *Chart) said() string {
	var out []string
	for _, x := range c.texts[:c.textsAt] {
		out = append(out, x.Text)
	}
	return strings.Join(out, "|")
}

// What is not known is a gap, not zero.
func TestAnUnknownFigureIsAGap(t *testing.T) {
	bars := shownChart(t, func(*Chart) {})
	if got := bars.said(); !strings.Contains(got, "–") || !strings.Contains(got, "40") || !strings.Contains(got, "2026|2025") {
		t.Errorf("the bars say %q", got)
	}
	lines := shownChart(t, func(c *Chart) { c.Lines = true })
	n := 0
	for _, o := range lines.objects {
		if _, is := o.(*canvas.Line); is {
			n++
		}
	}
	if n != 2 { // of 2025 alone: 2026 has a gap in the middle
		t.Errorf("%d lines between six figures with a gap, want 2", n)
	}
	if got := lines.AccessibilityLabel(); got != "Käynnit kuukausittain. Eniten maaliskuussa, 40." {
		t.Errorf("it says %q", got)
	}
}

func TestBarsOfLongNamesLie(t *testing.T) {
	long := shownChart(t, func(c *Chart) {
		c.Categories = []string{strings.Repeat("Sarkajärven seurakuntatalo ", 9), "b", "c"}
	})
	if !long.lying() || shownChart(t, func(*Chart) {}).lying() {
		t.Error("bars lie, or stand, for the wrong names")
	}
	if got := long.said(); !strings.Contains(got, "…") || !strings.Contains(got, "40") {
		t.Errorf("lying bars say %q", got)
	}
	for _, x := range long.texts[:long.textsAt] {
		if x.Position().X < 0 || x.Position().X+x.MinSize().Width > long.Size().Width {
			t.Errorf("%q stands outside", x.Text)
		}
	}
}
