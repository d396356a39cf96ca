package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// AcceptsTab is called by Fyne: Tab goes through the cells, and past the last of them it leaves the grid.
func (g *EntryGrid) AcceptsTab() bool {
	_, more := g.next(g.direction())
	return more && !g.empty()
}

// direction is that of Tab: back with Shift.
func (g *EntryGrid) direction() int {
	if g.shift() {
		return -1
	}
	return 1
}

// TypedRune is called by Fyne.
func (g *EntryGrid) TypedRune(r rune) {
	switch {
	case g.empty(), r == ' ' && !g.typing:
	case !g.typing && g.OnRune != nil && g.OnRune(r):
	default:
		g.typeRune(r)
	}
}

// TypedKey is called by Fyne.
func (g *EntryGrid) TypedKey(e *fyne.KeyEvent) {
	to := g.at
	page := max(1, int(g.scroll.Size().Height/entryRowHeight)-1)
	switch e.Name {
	case fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter:
		to, _ = g.next(g.direction())
	case fyne.KeyDown:
		to.row++
	case fyne.KeyUp:
		to.row--
	case fyne.KeyRight:
		to.column = g.neighbour(to.column, 1)
	case fyne.KeyLeft:
		to.column = g.neighbour(to.column, -1)
	case fyne.KeyPageDown:
		to.row += page
	case fyne.KeyPageUp:
		to.row -= page
	case fyne.KeyHome:
		to.column = g.neighbour(-1, 1)
	case fyne.KeyEnd:
		to.column = g.neighbour(len(g.columns), -1)
	default:
		g.typedOther(e)
		return
	}
	g.move(to)
}

// typedOther takes keys that do not leave the cell.
func (g *EntryGrid) typedOther(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && g.typing:
		g.typing, g.typed = false, ""
		g.body.redraw(g.at.row)
	case e.Name == fyne.KeyBackspace && g.typing && g.typed != "":
		runes := []rune(g.typed)
		g.typed = string(runes[:len(runes)-1])
		g.body.redraw(g.at.row)
	case e.Name == fyne.KeyBackspace || e.Name == fyne.KeyDelete:
		if !g.empty() {
			g.typing, g.typed = true, ""
			g.body.redraw(g.at.row)
		}
	default:
		PassKey(g, e)
	}
}

// TypedShortcut is called by Fyne: what is pasted is typed.
func (g *EntryGrid) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok {
		g.typing, g.typed = false, ""
		for _, r := range firstRunes(strings.TrimSpace(paste.Clipboard.Content()), entryRunes) {
			g.typeRune(r)
		}
		return
	}
	if g.OnShortcut == nil || !g.OnShortcut(s) {
		passOn(g, s)
	}
}

// FocusGained is called by Fyne.
func (g *EntryGrid) FocusGained() {
	g.focused = true
	g.focusGained()
	g.move(g.at)
}

// FocusLost is called by Fyne.
func (g *EntryGrid) FocusLost() {
	g.Commit()
	g.focused = false
	g.scrolled()
}

// AccessibilityLabel is the cell on which the keyboard stands.
func (g *EntryGrid) AccessibilityLabel() string {
	switch {
	case g.empty() || g.Spoken == nil:
		return g.label
	case g.typing:
		return g.spoken(g.typed)
	default:
		return g.spoken(g.Spoken(g.at.row, g.at.column))
	}
}

// AccessibilityRole is that of a container.
func (g *EntryGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
