package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// registerList is Fyne's list with the keys of a register: arrows open the page of the next row at once, Enter goes
// over to the page.
type registerList struct {
	widget.List
	at      int // selected row, −1 = none
	focused bool
	short   bool // rows have names alone
	enter   func()
}

func newRegisterList(length func() int, update func(int, *rowItem), selected func(int), enter func()) *registerList {
	l := &registerList{at: -1, enter: enter}
	l.Length = length
	l.CreateItem = func() fyne.CanvasObject { return l.newRow() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		row := o.(*rowItem)
		row.selected, row.focused = i == l.at, l.focused
		update(i, row)
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.at = i
		selected(i)
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *registerList) newRow() *rowItem {
	r := newRowItem()
	r.short = l.short
	return r
}

// FocusGained is called by Fyne.
func (l *registerList) FocusGained() {
	l.focused = true
	l.List.FocusGained()
	l.Refresh()
}

// FocusLost is called by Fyne.
func (l *registerList) FocusLost() {
	l.focused = false
	l.List.FocusLost()
	l.Refresh()
}

// TypedKey is called by Fyne.
func (l *registerList) TypedKey(e *fyne.KeyEvent) {
	to, moves := ListStep(&l.List, l.at, l.newRow().MinSize().Height, e.Name)
	switch {
	case moves:
		l.move(to)
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter, e.Name == fyne.KeySpace:
		l.enter()
	default:
		PassKey(l, e)
	}
}

// ListStep is the row to which a key leads from row at of a list whose rows are so high, in Fyne's units, and false for a
// key that leads nowhere. The row may lie beyond the first or the last one.
func ListStep(l *widget.List, at int, rowHeight float32, key fyne.KeyName) (to int, moves bool) {
	page := max(int(l.Size().Height/(rowHeight+theme.Padding()))-1, 1)
	switch key {
	case fyne.KeyDown:
		return at + 1, true
	case fyne.KeyUp:
		return at - 1, true
	case fyne.KeyPageDown:
		return at + page, true
	case fyne.KeyPageUp:
		return at - page, true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return l.Length() - 1, true
	}
	return at, false
}

func (l *registerList) move(to int) {
	if l.Length() > 0 {
		l.Select(max(0, min(to, l.Length()-1)))
	}
}

// searchEntry is the search field above a list: ↓ and Enter go down to the list, Esc empties it.
type searchEntry struct {
	Entry
	down func()
	hint string
}

func newSearchEntry(hint string, searched func(string), down func()) *searchEntry {
	e := &searchEntry{down: down, hint: hint}
	e.init(e, DefaultEntryRunes)
	e.PlaceHolder, e.Icon = hint, theme.SearchIcon()
	e.Entry.OnChanged = searched
	e.SetLabel(hint)
	return e
}

// Resize is called by Fyne. A hint too long for the field would give it a scroll bar.
func (e *searchEntry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	room := size.Width - e.Theme().Size(theme.SizeNameInlineIcon) - 4*e.Theme().Size(theme.SizeNameInnerPadding)
	hint := ellipsis(e.hint, room, &canvas.Text{TextSize: e.Theme().Size(theme.SizeNameText)})
	if hint != e.PlaceHolder {
		e.SetPlaceHolder(hint)
	}
}

// TypedKey is called by Fyne.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyDown, k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter:
		e.down()
	case k.Name == fyne.KeyEscape && e.Text != "":
		e.SetText("")
	case k.Name == fyne.KeyEscape, k.Name == fyne.KeyF1:
		PassKey(e, k)
	default:
		e.Entry.TypedKey(k)
	}
}

func (v *RegisterView[R]) rowCount() int { return len(v.hits.found) }

func (v *RegisterView[R]) updateRow(i int, o *rowItem) {
	if i >= len(v.hits.found) {
		return
	}
	r := &v.hits.rows[v.hits.found[i]]
	o.name, o.detail = r.Name, r.Detail
	o.chip.Set(r.Chip)
	o.Refresh()
}

// listSelected is told by the list that a person chose row i.
func (v *RegisterView[R]) listSelected(i int) {
	if v.syncing || i >= len(v.hits.found) {
		return
	}
	id := v.hits.rows[v.hits.found[i]].ID
	if id == v.selected && v.form == nil {
		return
	}
	if v.form != nil && v.form.Changed() {
		v.syncList() // until the question is answered the list stays where it was
	}
	v.Select(id)
}

// syncList marks the selected record in the list, if it is among the hits.
func (v *RegisterView[R]) syncList() {
	v.syncing = true
	defer func() { v.syncing = false }()
	at := v.hits.at(v.selected)
	if v.selected == "" {
		at = -1
	}
	v.list.UnselectAll()
	v.list.at = at
	if at >= 0 {
		v.list.Select(at)
		v.list.Highlight(at)
	}
	v.list.Refresh()
}

func (v *RegisterView[R]) searched(text string) {
	v.hits.words = strings.Fields(v.fold(text))
	v.refilter()
}

func (v *RegisterView[R]) fold(s string) string {
	if v.config.Fold != nil {
		return v.config.Fold(s)
	}
	return strings.ToLower(s)
}

func (v *RegisterView[R]) refilter() {
	v.hits.apply()
	v.refreshList()
	v.list.ScrollToTop()
	v.syncList()
}

// ShowAll takes search and filters away.
func (v *RegisterView[R]) ShowAll() {
	for i := range v.hits.facets {
		v.hits.facets[i].chosen = ""
	}
	v.hits.words = nil
	v.search.SetValue("")
	v.refilter()
}

// refreshList shows the hits, their number and the counts of the filters.
func (v *RegisterView[R]) refreshList() {
	in := words.In(words.Current())
	v.count.SetText(words.T("kit.register.count", "hits", in.Number(int64(len(v.hits.found))*100), "all", in.Number(int64(len(v.hits.rows))*100)))
	show(v.clear, v.hits.narrowed())
	show(v.listing, v.canList())
	for i, b := range v.filters {
		f, filter := v.hits.facets[i], v.config.Filters[i]
		label, importance := filter.Label, widget.MediumImportance
		if f.chosen != "" {
			n := in.Number(int64(f.counts[f.number[f.chosen]]) * 100)
			label, importance = words.T("kit.filter.chosen", "word", filter.Word(f.chosen), "n", n), widget.HighImportance
		}
		if b.Text != label || b.Importance != importance {
			b.Text, b.Importance = label, importance
			b.Refresh()
		}
	}
	v.showFilters()
	if v.sortBy != nil {
		v.sortBy.SetText(v.config.Sorts[v.sorted].Label)
	}
	show(v.noHits, len(v.hits.found) == 0 && len(v.hits.rows) > 0)
	v.showSplit()
	v.list.Refresh()
	if v.config.Listed != nil {
		v.config.Listed()
	}
}

// showSplit shows the sentence of an empty register in place of everything, until a form is opened.
func (v *RegisterView[R]) showSplit() {
	empty := len(v.hits.rows) == 0 && v.form == nil
	show(v.empty, empty)
	show(v.split, !empty)
}

func show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible == o.Visible():
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}

func (v *RegisterView[R]) pickFilter(i int) {
	options := append([]option{{"", words.T("kit.filter.any"), v.hits.without(i)}}, v.hits.options(i)...)
	openPickList(v.filters[i], options, v.hits.facets[i].chosen, v.fold, func(code string, ok bool) {
		if ok {
			v.Filter(i, code)
		}
	})
}

// Filter narrows the list with filter i (of Register.Filters) to the rows with code; "" shows all.
func (v *RegisterView[R]) Filter(i int, code string) {
	v.hits.choose(i, code)
	v.refilter()
}

func (v *RegisterView[R]) pickSort() {
	var actions []Action
	for i, s := range v.config.Sorts {
		a := Action{Label: s.Label, Do: func() { v.sortWith(i) }}
		if i == v.sorted {
			a.Icon = theme.ConfirmIcon()
		}
		actions = append(actions, a)
	}
	ShowMenu(v.sortBy, actions)
}

func (v *RegisterView[R]) sortWith(i int) {
	v.sorted = i
	v.hits.sort(v.sort())
	v.refreshList()
	v.syncList()
}
