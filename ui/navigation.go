package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// navigation is the list of places at the left, each with its icon and its word, and how much there needs attention.
type navigation struct {
	buttons []*kit.Button
	badges  []*kit.StateChip
}

func newNavigation(places []*place, show func(i int)) *navigation {
	n := &navigation{}
	for i, p := range places {
		b := kit.NewQuietButton(words.T(p.word), p.icon, func() { show(i) })
		b.Alignment = widget.ButtonAlignLeading
		n.buttons = append(n.buttons, b)
		n.badges = append(n.badges, kit.NewStateChip(kit.Chip{}))
	}
	return n
}

func (n *navigation) content() fyne.CanvasObject {
	box := container.New(layout.NewCustomPaddedVBoxLayout(4))
	for i, b := range n.buttons {
		box.Add(container.New(badged{}, b, n.badges[i]))
	}
	return container.New(layout.NewCustomPaddedLayout(8, 8, 6, 6), box)
}

// count shows at each place how many pressing things lead to its records, and at Home how many there are in all.
func (n *navigation) count(places []*place, a model.Agenda) {
	counts := a.Counts()
	for i, p := range places {
		of := 0
		for _, k := range p.kinds {
			of += counts[k]
		}
		if i == atHome {
			of = a.Pressing()
		}
		word, badge := words.T(p.word), kit.Chip{Tone: kit.Attention}
		switch {
		case of == 0:
		case of > 99:
			badge.Word = "99+"
		default:
			badge.Word = strconv.Itoa(of)
		}
		if of > 0 {
			word = words.N("shell.count", of, "place", word)
		}
		n.buttons[i].SetLabel(word)
		n.badges[i].Set(badge)
	}
}

// badged lays a button out over the whole width, and a badge on it at the right; there is always room for one, so that
// nothing jumps when it comes.
type badged struct{}

const badgeRoom = 42

// Layout is called by Fyne.
func (badged) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
	chip := objects[1].MinSize()
	objects[1].Resize(chip)
	objects[1].Move(fyne.NewPos(size.Width-chip.Width-6, (size.Height-chip.Height)/2))
}

// MinSize is called by Fyne.
func (badged) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(badgeRoom, 0)
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
