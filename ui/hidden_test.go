package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/calendar"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
)

// hide presses Ctrl+Shift+H as the window does: through its keyboard, which mostly sleeps while a dialog is open.
func hide(s *shell) {
	for _, x := range s.shortcuts() {
		if x.Key == fyne.KeyH && (x.Awake || s.window.Canvas().Overlays().Top() == nil) {
			x.Do(s.capable(), false)
		}
	}
}

func TestAnOpenDialogIsCovered(t *testing.T) {
	s := opened(t, true)
	c := s.window.Canvas()
	name, pressed := kit.NewEntry(), 0
	fields := kit.NewFields()
	fields.Row(&kit.Field{Label: "Nimi", Input: name})
	s.desk.Dialogs.Show("Oksana Melnyk", fields, kit.Choice{Label: "Peruuta", Cancel: true, Do: func() { pressed++ }})
	test.Type(c.Focused(), "Oksana")
	dialog := c.Overlays().Top()
	for _, lift := range []func(){
		func() { hide(s) },
		func() { c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		func() { c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
		func() { c.Unfocus(); c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	} {
		hide(s)
		if top := c.Overlays().Top(); top == dialog || top.Size() != c.Size() || !c.Overlays().Top().Visible() {
			t.Fatal("the dialog is to be seen")
		}
		if words := strings.Join(texts(c.Overlays().Top()), "\n"); !strings.Contains(words, "Ikkuna on piilossa") {
			t.Errorf("the cover says %q", words)
		}
		lift()
		if c.Overlays().Top() != dialog || c.Focused() != fyne.Focusable(name) || name.Text != "Oksana" || pressed != 0 {
			t.Fatalf("lifted: the dialog is gone or changed, focus %v, text %q, left %d times", c.Focused(), name.Text, pressed)
		}
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if pressed != 1 || c.Overlays().Top() != nil {
		t.Error("afterwards Esc does not leave the dialog")
	}
}

func texts(o fyne.CanvasObject) (out []string) {
	stage.Find(o, func(o fyne.CanvasObject) bool {
		out = append(out, stage.Said(o))
		return false
	})
	return out
}

func TestHidingKeepsTheKeyboardAndMovesNothing(t *testing.T) {
	s := opened(t, true)
	c := s.window.Canvas()
	s.open(model.KindSession, "")
	screen := s.shown().(*calendar.Screen)
	screen.Show(2) // the visitors
	screen.FocusPage()
	before, top := c.Focused(), s.room.Position()
	if before == nil {
		t.Fatal("nothing has the keyboard")
	}
	for _, toggle := range []func(){
		func() { hide(s) }, func() { hide(s) }, func() { hide(s) },
		func() { s.hiding.show.Tapped(nil) }, // with the mouse
	} {
		toggle()
		if c.Focused() != before || s.room.Position() != top {
			t.Errorf("hidden %v: the keyboard is at %v, the screen at %v instead of %v", s.desk.Hidden(), c.Focused(), s.room.Position(), top)
		}
	}
	if s.desk.Hidden() {
		t.Error("the button does not show the data")
	}
}

func TestTheFieldThatWasTypedInGetsTheKeyboardBack(t *testing.T) {
	s := opened(t, true)
	c := s.window.Canvas()
	press(s, "3")
	s.capable().(kit.Newer).New()
	field := c.Focused()
	test.Type(field, "Yhdistys")
	hide(s)
	if b, ok := c.Focused().(*kit.Button); !ok || b.Text != "Näytä tiedot" {
		t.Fatalf("under the cover the keyboard is at %v", c.Focused())
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.desk.Hidden() || c.Focused() != field {
		t.Errorf("hidden %v, the keyboard is at %v", s.desk.Hidden(), c.Focused())
	}
}
