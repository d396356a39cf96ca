package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// navigation is the list of places at the left, each with its icon and its word.
type navigation struct {
	buttons []*kit.Button
}

func newNavigation(places []*place, show func(i int)) *navigation {
	n := &navigation{}
	for i, p := range places {
		b := kit.NewQuietButton(words.T(p.word), p.icon, func() { show(i) })
		b.Alignment = widget.ButtonAlignLeading
		n.buttons = append(n.buttons, b)
	}
	return n
}

func (n *navigation) content() fyne.CanvasObject {
	box := container.New(layout.NewCustomPaddedVBoxLayout(4))
	for _, b := range n.buttons {
		box.Add(b)
	}
	return container.New(layout.NewCustomPaddedLayout(8, 8, 6, 6), box)
}

// mark shows which place is at the front: by a filled button, not by colour of the word alone.
func (n *navigation) mark(current int) {
	for i, b := range n.buttons {
		b.Importance = widget.LowImportance
		if i == current {
			b.Importance = widget.HighImportance
		}
		b.Refresh()
	}
}

// shortcuts are those of the window itself: Ctrl+1… for the places, Ctrl+K for the search, Ctrl+Q to quit.
func (s *shell) shortcuts() []kit.Shortcut {
	var out []kit.Shortcut
	for i, p := range s.places {
		out = append(out, kit.Shortcut{
			Key: fyne.KeyName(strconv.Itoa(i + 1)), Mod: fyne.KeyModifierControl,
			Word: p.word, Do: always(func() { s.show(i) }),
		})
	}
	return append(out,
		kit.Shortcut{Key: fyne.KeyK, Mod: fyne.KeyModifierControl, Word: "shell.shortcut.search", Do: always(s.search.focus)},
		kit.Shortcut{
			Key: fyne.KeyH, Mod: fyne.KeyModifierControl | fyne.KeyModifierShift, Word: "shell.shortcut.hide", Do: always(s.toggleHidden), Awake: true,
		},
		kit.Shortcut{Key: fyne.KeyQ, Mod: fyne.KeyModifierControl, Word: "shell.shortcut.quit", Do: always(func() { s.leave(s.close) })},
	)
}

// always is a shortcut that every screen obeys.
func always(do func()) func(any, bool) bool {
	return func(_ any, dry bool) bool {
		if !dry {
			do()
		}
		return true
	}
}
