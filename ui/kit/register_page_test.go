package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// What was just added far down on a page is still seen when the page is made anew.
func TestAPageMadeAnewStaysWhereItWasScrolled(t *testing.T) {
	d := newDesk(t, things)
	lines := 60
	d.view.config.Open = func(id string) fyne.CanvasObject {
		body := container.NewVBox()
		for range lines {
			body.Add(NewText(strings.Repeat("Sovittiin kokouksessa. ", 12)))
		}
		return Page{Title: id, Sections: []fyne.CanvasObject{body}}.View()
	}
	d.view.Select("2")
	at := func() float32 { return d.view.page.(*PageView).scroll.Offset.Y }
	scroll := func(y float32) { d.view.page.(*PageView).scroll.ScrollToOffset(fyne.NewPos(0, y)) }
	want := func(when string, y float32) {
		t.Helper()
		if at() != y {
			t.Errorf("%s the page is at %v, want %v", when, at(), y)
		}
	}
	form := EditForm{Content: widget.NewLabel("form"), Changed: func() bool { return false }}

	scroll(700)
	d.view.Reload()
	want("after a reminder was added", 700)
	form.Save = func() (string, bool) { return "2", true }
	d.view.OpenForm(form)
	d.view.Save()
	want("after a form was saved", 700)
	d.view.OpenForm(form)
	d.view.Leave()
	want("after a form was left", 700)
	d.view.Select("3")
	want("of another record", 0)
	d.view.Select("2")
	want("of a record that was chosen again", 0)
	scroll(700)
	form.Save = func() (string, bool) { return "3", true }
	d.view.OpenForm(form)
	d.view.Save()
	want("of a record that was made", 0)

	scroll(700)
	lines = 1
	d.view.Reload()
	want("that has become short", 0)
}
