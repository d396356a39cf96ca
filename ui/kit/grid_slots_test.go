package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSlotGridByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	g := NewSlotGrid([]string{"aamu", "ilta"}, []string{"ma", "ti", "ke"})
	g.SetLabel("Vapaa")
	g.SetTicked(1, 2, true)
	type tick struct {
		row, column int
		on          bool
	}
	var told []tick
	g.OnChanged = func(row, column int, on bool) { told = append(told, tick{row, column, on}) }
	w := test.NewTempWindow(t, g)
	c := w.Canvas()
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	said := func() string { return c.Focused().(*slotBox).AccessibilityLabel() }

	c.FocusNext()
	if said() != "Vapaa, ma aamu" {
		t.Errorf("Tab begins at %q", said())
	}
	c.FocusNext()
	if said() != "Vapaa, ti aamu" {
		t.Errorf("Tab goes on to %q", said())
	}
	press(fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyDown, fyne.KeyDown)
	if said() != "Vapaa, ma ilta" {
		t.Errorf("the arrow keys leave the table or go elsewhere: %q", said())
	}
	c.Focused().TypedRune(' ')
	press(fyne.KeyRight, fyne.KeyRight)
	c.Focused().TypedRune(' ')
	if want := []tick{{1, 0, true}, {1, 2, false}}; len(told) != 2 || told[0] != want[0] || told[1] != want[1] {
		t.Errorf("told %v", told)
	}
	if !g.Ticked(1, 0) || g.Ticked(1, 2) || g.Ticked(0, 0) {
		t.Error("other boxes are ticked than those that were")
	}
}
