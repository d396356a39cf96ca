package home

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// row is a line on the page.
type row struct {
	item model.AgendaItem
	link *kit.Link
	done *kit.Button // nil when nothing can be done at once
	menu *kit.Button
}

// The chips of all lines are of one width, so that the titles stand in one column.
const (
	chipWidth  = 150
	chipHeight = 22
	chipTop    = 7
)

// add makes the row of an item: how near it is, where it leads, what is the matter, and what can be done about it.
func (s *Screen) add(x model.AgendaItem) fyne.CanvasObject {
	said := s.teller().line(x)
	r := &row{item: x, link: kit.NewLink(said.title, nil)}
	r.link.OnTapped = func() {
		s.begin(r)
		s.followed = true
		s.open(x)
	}
	s.rows = append(s.rows, r)
	acts := s.acts(x)
	r.link.OnRune = func(typed rune) {
		if i := slices.IndexFunc(acts, func(a act) bool { return a.key == typed }); i >= 0 {
			s.begin(r)
			acts[i].do()
		}
	}
	right := container.NewHBox()
	var more []kit.Action
	for _, a := range acts {
		do := func() {
			s.begin(r)
			a.do()
		}
		if a.key == doneKey {
			r.done = kit.NewQuietButton(a.label, theme.ConfirmIcon(), do)
			r.done.SetLabel(a.label + ": " + said.title)
			right.Add(r.done)
			continue
		}
		more = append(more, kit.Action{Label: a.label, Icon: a.icon, Do: do})
	}
	r.menu = kit.NewQuietButton("", theme.MoreVerticalIcon(), func() { kit.ShowMenu(r.menu, more) })
	r.menu.SetLabel(words.T("home.menu", "title", said.title))
	right.Add(r.menu)
	detail := kit.NewText(said.detail)
	detail.Importance = widget.LowImportance
	chip := container.New(layout.NewCustomPaddedLayout(chipTop, 0, 0, 0), // beside the first line of the words
		container.NewGridWrap(fyne.NewSize(chipWidth, chipHeight), kit.NewStateChip(said.chip)))
	middle := container.NewGridWithColumns(2, r.link, detail)
	return container.NewBorder(nil, nil, chip, right, middle)
}

// open shows the record that settles the item.
func (s *Screen) open(x model.AgendaItem) {
	switch {
	case x.Matter == model.MatterNotCounted && s.Count != nil:
		s.Count(x.ID)
	case x.Kind == model.KindFollowUp:
		s.remind(x)
	case x.Kind == "":
		s.backUp()
	default:
		s.desk.Open(x.Kind, x.ID)
	}
}

// begin remembers on which line something is begun, so that the keyboard comes back to it.
func (s *Screen) begin(r *row) { s.last = max(slices.Index(s.rows, r), 0) }

// focused is the row that has the keyboard, −1 for none.
func (s *Screen) focused() int {
	f := s.desk.Dialogs.Window.Canvas().Focused()
	if f == nil {
		return -1
	}
	return slices.IndexFunc(s.rows, func(r *row) bool {
		return f == fyne.Focusable(r.link) || f == fyne.Focusable(r.menu) || (r.done != nil && f == fyne.Focusable(r.done))
	})
}

// FocusPage gives the keyboard to the line on which something was begun last, or to the one that has taken its place.
func (s *Screen) FocusPage() {
	switch {
	case s.view == nil: // it could not be read
	case len(s.rows) > 0:
		kit.Focus(s.rows[min(s.last, len(s.rows)-1)].link)
	case s.reading.empty:
		kit.Focus(s.begins)
	default:
		s.view.FocusFirst()
	}
}

// FocusSearch gives the keyboard to the first line, and to the one that was followed when a person comes back from there.
func (s *Screen) FocusSearch() {
	if !s.followed {
		s.last = 0
	}
	s.followed = false
	s.FocusPage()
}

// MoreKeys are the keys of a line, and what they do.
func (s *Screen) MoreKeys() [][2]string {
	return [][2]string{
		{string(doneKey), words.T("home.key.done")},
		{string(postponeKey), words.T("home.key.postpone")},
		{string(dismissKey), words.T("home.key.dismiss")},
	}
}
