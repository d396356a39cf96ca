package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// On a low window the head of a page must not leave what is under it a single line.
func TestHeadOfALowPageScrolls(t *testing.T) {
	step := NextStep{Tone: Attention, Text: "Ohjaaja on poissa. Etsi sijainen.", Verb: "Kuka pääsee?", Do: func() {}}
	v := Page{Title: "Perhekahvila", Subtitle: "ma 23.11.2026", Edit: func() {}, Next: []NextStep{step}, Sections: []fyne.CanvasObject{widget.NewLabel("Milloin")}}.View()
	shown(t, v)
	for _, c := range []struct {
		height float32
		low    bool
	}{{600, false}, {200, true}, {600, false}, {180, true}} {
		v.Resize(fyne.NewSize(300, c.height))
		if low := v.scroll.Size().Height == c.height; low != c.low {
			t.Errorf("at height %v the head scrolls: %v, want %v", c.height, low, c.low)
		}
		if got := v.scroll.Size().Height; got < leastPageBody {
			t.Errorf("at height %v only %v is left for the page", c.height, got)
		}
	}
}

// In a narrow page the words of a step keep their width, and its button goes under them.
func TestButtonOfANarrowStepIsBelow(t *testing.T) {
	shown(t, widget.NewLabel("")) // a theme to measure with
	for _, c := range []struct {
		width float32
		below bool
	}{{700, false}, {260, true}} {
		l := &bannerLayout{}
		text := widget.NewLabel("Samassa paikassa on samaan aikaan toinen kerta. Siirrä toinen kerroista.")
		text.Wrapping = fyne.TextWrapWord
		o := []fyne.CanvasObject{widget.NewIcon(nil), text, widget.NewButton("Siirrä kertaa", nil)}
		l.Layout(o, fyne.NewSize(c.width, 40))
		size := fyne.NewSize(c.width, l.MinSize(o).Height)
		l.Layout(o, size)
		button := o[2]
		if below := button.Position().Y >= text.Position().Y+text.Size().Height; below != c.below {
			t.Errorf("at width %v the button is below: %v, want %v", c.width, below, c.below)
		}
		if end := button.Position().Y + button.Size().Height; end > size.Height {
			t.Errorf("at width %v the button ends at %v of %v", c.width, end, size.Height)
		}
	}
}

// Choices that begin alike are told apart: the name keeps its width before what is beside it.
func TestNameOfAChoiceGoesBeforeItsDetail(t *testing.T) {
	shown(t, widget.NewLabel(""))
	name, detail := widget.NewLabel("Perhekahvila Sarka"), widget.NewLabel("joka tiistai klo 9.00–11.30")
	choiceLayout{}.Layout([]fyne.CanvasObject{name, detail}, fyne.NewSize(300, 36))
	if got, want := name.Size().Width, fyne.MeasureText(name.Text, theme.TextSize(), fyne.TextStyle{}).Width; got < want {
		t.Errorf("the name has %v, its letters take %v", got, want)
	}
	if detail.Size().Width < 75 || detail.Position().X+detail.Size().Width > 300 {
		t.Errorf("the detail is %v wide at %v", detail.Size().Width, detail.Position().X)
	}
}

// Views whose buttons do not fit beside each other must not make the window wider than the screen.
func TestManyViewsBreakIntoRows(t *testing.T) {
	var all []NamedView
	for range 12 {
		all = append(all, NamedView{Word: "Ohjaajilta pyydettävät asiat", Make: func() View { return nil }})
	}
	content := NewViews(all...).Content()
	shown(t, content)
	if got := content.MinSize().Width; got > 900 {
		t.Errorf("the bar wants %v of a window of 900", got)
	}
	last := NewViews(all[0]).all[0].button.MinSize().Height
	if got := content.MinSize().Height; got < 3*last {
		t.Errorf("the bar is %v high, which is not three rows of %v", got, last)
	}
}

// On a page longer than the window, Tab never leads to something that is not seen, on whatever it stands.
func TestTabScrollsAPage(t *testing.T) {
	row := func(name string) fyne.CanvasObject {
		return container.NewHBox(NewLink(name, func() {}), NewButton("Tehty", nil, func() {}))
	}
	many := container.NewVBox()
	for range 30 {
		many.Add(row("Perhekahvila"))
	}
	v := Page{
		Title: "Työpöytä", Edit: func() {},
		Next:     []NextStep{{Tone: Attention, Text: "Yhdyshenkilö on vaihtunut.", Verb: "Ilmoita", Do: func() {}}},
		Sections: []fyne.CanvasObject{Section("Mistä on päätettävä", many), container.NewGridWithColumns(2, row("Tuonti"), row("Vienti"))},
	}.View()
	w := shown(t, v)
	seen := func(when string) {
		o := w.Canvas().Focused().(fyne.CanvasObject)
		top, onPage := topWithin(v.scroll.Content, o)
		if !onPage {
			return // in the head, which is always seen
		}
		if bottom := top + o.Size().Height; top < v.scroll.Offset.Y || bottom > v.scroll.Offset.Y+v.scroll.Size().Height {
			t.Fatalf("%s: the keyboard is at %v–%v, seen is %v and %v below it", when, top, bottom, v.scroll.Offset.Y, v.scroll.Size().Height)
		}
	}
	v.FocusFirst()
	for range 66 { // all, and round once more
		w.Canvas().FocusNext()
		seen("Tab")
	}
	farthest := float32(0)
	for range 66 {
		w.Canvas().FocusPrevious()
		seen("Shift+Tab")
		farthest = max(farthest, v.scroll.Offset.Y)
	}
	if want := v.scroll.Content.Size().Height - v.scroll.Size().Height - 40; farthest < want {
		t.Errorf("the page was scrolled to %v, its end is beyond %v", farthest, want)
	}
}

// A person who looks at something else in the meantime finds the page as it was left.
func TestAPageStaysWhereItWasScrolled(t *testing.T) {
	many := container.NewVBox(NewButton("Ensimmäinen", nil, func() {}))
	for range 40 {
		many.Add(widget.NewLabel("rivi"))
	}
	v := Page{Title: "Ohjaaja", Sections: []fyne.CanvasObject{many}}.View()
	w := shown(t, v)
	w.Canvas().FocusNext()
	v.scroll.ScrollToOffset(fyne.NewPos(0, 400))
	w.Canvas().Focused().FocusGained() // as when the window comes back to the front
	if v.scroll.Offset.Y != 400 {
		t.Errorf("the page is at %v, it was left at 400", v.scroll.Offset.Y)
	}
}
