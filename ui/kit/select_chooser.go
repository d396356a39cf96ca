package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

const (
	chooserRows     = 8
	chooserMinWidth = 260
)

// chooser is the open list of a select: a search in place of the field and the rows under it.
type chooser struct {
	choices   *choices
	typed     string // what the search starts with
	hint      string // what is chosen now, shown while the search is empty
	start     int    // option to begin at
	keep, add bool   // offer to keep a text of one's own; offer to make something new
	// done is called once, after the list closed, with the row chosen (rowNone for none) and the text of the search.
	done func(row choiceRow, typed string)

	drop   *drop
	search *chooserSearch
	list   *widget.List
	none   *widget.Label
	rows   []choiceRow
	cursor int
	moved  bool // a key or a letter has pointed at a row, so that Tab takes it
}

func (c *chooser) show(cv fyne.Canvas, field fyne.CanvasObject) {
	c.search = newChooserSearch(c)
	c.none = widget.NewLabel(words.T("kit.select.none"))
	c.none.Importance = widget.LowImportance
	c.list = widget.NewList(func() int { return len(c.rows) }, newChooserRow, c.drawRow)
	c.list.HideSeparators = true
	c.list.OnSelected = func(i widget.ListItemID) { c.leave(c.rows[i]) }
	body := container.NewStack(c.none, c.list)
	c.drop = &drop{canvas: cv, anchor: field, head: c.search, body: body, size: func() fyne.Size {
		return fyne.NewSize(max(chooserMinWidth, field.Size().Width), c.height())
	}, away: c.leaveByTab}
	c.search.SetText(c.typed)
	c.search.CursorColumn = len([]rune(c.typed))
	c.filter()
	if c.typed == "" && c.start > 0 {
		c.cursor = c.start
	}
	c.drop.open(c.search)
	c.search.OnChanged = func(string) {
		c.moved = true
		c.filter()
	}
	c.list.ScrollTo(c.cursor)
	c.moved = c.typed != "" && !c.keep
}

func (c *chooser) height() float32 {
	row := newChooserRow().MinSize().Height + theme.Padding()
	return row*float32(max(1, min(chooserRows, len(c.rows)))) + theme.Padding()
}

// filter shows the rows for what is in the search now. A text of one's own that the list opens with is not a search.
func (c *chooser) filter() {
	query := c.search.Text
	if c.keep && !c.moved && query == c.typed && len([]rune(query)) > 1 {
		query = ""
	}
	c.rows = c.choices.rows(query, c.keep, c.add)
	c.cursor = 0
	c.none.Hidden = len(c.rows) > 0
	c.list.Refresh()
	c.list.ScrollToTop()
	c.drop.Refresh()
}

func (c *chooser) move(to int) {
	if len(c.rows) == 0 {
		return
	}
	c.moved = true
	c.cursor = max(0, min(len(c.rows)-1, to))
	c.list.ScrollTo(c.cursor)
	c.list.Refresh()
}

// leave closes the list with this row.
func (c *chooser) leave(row choiceRow) {
	c.drop.close()
	c.done(row, strings.TrimSpace(c.search.Text))
}

// leaveByTab closes the list when the person goes on without a word: what was pointed at is meant.
func (c *chooser) leaveByTab() {
	row := choiceRow{}
	switch {
	case c.moved && c.cursor < len(c.rows) && c.rows[c.cursor].kind != rowAdd:
		row = c.rows[c.cursor]
	case c.keep && c.moved:
		row.kind = rowKeep
	}
	c.leave(row)
}

// enter takes the row at the cursor; with no row there is nothing to take, and the list stays.
func (c *chooser) enter() {
	if c.cursor < len(c.rows) {
		c.leave(c.rows[c.cursor])
	}
}

func newChooserRow() fyne.CanvasObject {
	label, detail := widget.NewLabel(""), widget.NewLabel("")
	label.Truncation, detail.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	detail.Importance = widget.LowImportance
	mark := canvas.NewRectangle(theme.Color(theme.ColorNameSelection))
	mark.CornerRadius = theme.SelectionRadiusSize()
	return container.NewStack(mark, container.New(choiceLayout{}, label, detail))
}

func (c *chooser) drawRow(i widget.ListItemID, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	mark, line := parts[0].(*canvas.Rectangle), parts[1].(*fyne.Container).Objects
	label, detail := line[0].(*widget.Label), line[1].(*widget.Label)
	mark.FillColor = theme.Color(theme.ColorNameSelection)
	mark.Hidden = i != c.cursor
	mark.Refresh()
	label.Text, label.TextStyle, detail.Text = c.rowText(c.rows[i])
	label.Refresh()
	detail.Refresh()
	parts[1].Refresh() // the widths follow the texts
}

// choiceLayout sets the name of a choice and what tells it from others of that name. The name goes first: it is cut only
// where it leaves less than a quarter of the row to the detail.
type choiceLayout struct{}

func (choiceLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := func(o fyne.CanvasObject) float32 {
		l := o.(*widget.Label)
		return fyne.MeasureText(l.Text, theme.TextSize(), l.TextStyle).Width + 2*theme.InnerPadding() + 2
	}
	detail := float32(0)
	if o[1].(*widget.Label).Text != "" {
		detail = min(width(o[1]), max(size.Width/4, size.Width-width(o[0])))
	}
	place(o[0], 0, 0, size.Width-detail, size.Height)
	place(o[1], size.Width-detail, 0, detail, size.Height)
}

func (choiceLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+o[1].MinSize().Width, o[0].MinSize().Height)
}

func (c *chooser) rowText(r choiceRow) (label string, style fyne.TextStyle, detail string) {
	typed := strings.TrimSpace(c.search.Text)
	switch {
	case r.kind == rowKeep:
		return words.T("kit.select.keep", "text", typed), fyne.TextStyle{Italic: true}, ""
	case r.kind == rowAdd && typed == "":
		return words.T("kit.select.add"), fyne.TextStyle{Bold: true}, ""
	case r.kind == rowAdd:
		return words.T("kit.select.add_typed", "text", typed), fyne.TextStyle{Bold: true}, ""
	default:
		return c.choices.labels[r.index], fyne.TextStyle{}, c.choices.details[r.index]
	}
}

// chooserSearch is the search of an open list; it has the keys of the list too.
type chooserSearch struct {
	Entry
	list  *chooser
	shift bool
}

func newChooserSearch(c *chooser) *chooserSearch {
	s := &chooserSearch{list: c}
	s.init(s, DefaultEntryRunes)
	s.PlaceHolder = c.hint
	if c.hint == "" {
		s.PlaceHolder = words.T("kit.select.search")
	}
	s.ActionItem = newIconTap(theme.SearchIcon(), words.T("kit.select.search"), func() {})
	return s
}

// AcceptsTab is true so that Tab can close the list before the focus moves on.
func (s *chooserSearch) AcceptsTab() bool { return true }

// KeyDown is called by Fyne.
func (s *chooserSearch) KeyDown(key *fyne.KeyEvent) {
	s.shift = s.shift || key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight
	s.Entry.KeyDown(key)
}

// KeyUp is called by Fyne.
func (s *chooserSearch) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		s.shift = false
	}
	s.Entry.KeyUp(key)
}

// TypedRune is called by Fyne. A space at the beginning is the letter of the key that opened the list.
func (s *chooserSearch) TypedRune(r rune) {
	if r != ' ' || s.Text != "" {
		s.Entry.TypedRune(r)
	}
}

// TypedKey is called by Fyne.
func (s *chooserSearch) TypedKey(key *fyne.KeyEvent) {
	c := s.list
	switch key.Name {
	case fyne.KeyDown:
		c.move(c.cursor + 1)
	case fyne.KeyUp:
		c.move(c.cursor - 1)
	case fyne.KeyPageDown:
		c.move(c.cursor + chooserRows - 1)
	case fyne.KeyPageUp:
		c.move(c.cursor - chooserRows + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.enter()
	case fyne.KeyEscape:
		c.leave(choiceRow{})
	case fyne.KeyTab:
		c.leaveByTab()
		if s.shift {
			c.drop.canvas.FocusPrevious()
		} else {
			c.drop.canvas.FocusNext()
		}
	default:
		s.Entry.TypedKey(key)
	}
}

// TypedShortcut is called by Fyne: Alt+↑ closes what Alt+↓ opened, and the window's shortcuts sleep.
func (s *chooserSearch) TypedShortcut(sc fyne.Shortcut) {
	if custom, ok := sc.(*desktop.CustomShortcut); ok && custom.KeyName == fyne.KeyUp && custom.Modifier == fyne.KeyModifierAlt {
		s.list.leave(choiceRow{})
		return
	}
	s.Entry.TypedShortcut(sc)
}
