package kit

import "fyne.io/fyne/v2"

// move puts the keyboard on a row and shows it.
func (t *DataTable) move(to int) {
	if len(t.cells) == 0 || len(t.edges) == 0 {
		return
	}
	t.at = max(0, min(to, len(t.cells)-1))
	top := t.edges[t.at] - t.edges[0] // the heads lie over what is above
	if t.reveal != nil {
		t.reveal(t, top, t.edges[t.at+1])
	}
	t.draw()
}

// TypedKey is called by Fyne.
func (t *DataTable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		t.step(1, dataStep)
	case fyne.KeyUp:
		t.step(-1, -dataStep)
	case fyne.KeyPageDown:
		t.step(dataPage, 1)
	case fyne.KeyPageUp:
		t.step(-dataPage, -1)
	case fyne.KeyHome:
		t.move(0)
	case fyne.KeyEnd:
		t.move(len(t.cells) - 1)
	default:
		PassKey(t, e)
	}
}

// dataStep is how far an arrow key scrolls beyond the end of a table, as a share of what is seen at once.
const dataStep = 0.12

// step moves the keyboard by some rows or, from the last or the first, scrolls by a share of what is seen at once: between
// tables there are texts and charts.
func (t *DataTable) step(rows int, screens float32) {
	last := max(len(t.cells)-1, 0)
	if t.beyond != nil && ((rows > 0 && t.at == last) || (rows < 0 && t.at == 0)) {
		t.beyond(screens)
		return
	}
	t.move(t.at + rows)
}

// TypedRune is called by Fyne.
func (t *DataTable) TypedRune(rune) {}

// FocusGained is called by Fyne.
func (t *DataTable) FocusGained() {
	t.focused = true
	t.focusGained()
	t.move(t.at)
}

// FocusLost is called by Fyne.
func (t *DataTable) FocusLost() {
	t.focused = false
	t.draw()
}
