package calendar

import (
	"testing"
)

// A change from then on cannot be taken back with Ctrl+Z; neither is something older taken back in its place.
func TestUndoAfterASplitTakesBackNothingOlder(t *testing.T) {
	x := newTime(t, panelVillage())
	older := 0
	x.panel.s.undo = func() { older++ }
	x.Save()
	x.Tap("Peruuta")
	x.panel.s.Undo()
	if older != 1 {
		t.Fatal("a split that was not agreed to has forgotten what can be taken back")
	}
	x.panel.s.undo = func() { older++ }
	x.Save()
	x.Tap("Muuta")
	x.panel.s.Undo()
	if older != 1 {
		t.Error("Ctrl+Z after the split took back an older change")
	}
}
