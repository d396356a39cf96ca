package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Register describes a register: its list on the left, the page or the form of a record on the right.
type Register[R any] struct {
	// Rows reads all rows. It is called when the register is first shown and at each Reload.
	Rows func() ([]Row[R], error)
	// Open builds the page of a record. The page may have capabilities (Printer, Editor) of its own.
	Open func(id string) fyne.CanvasObject
	// New begins a new record, usually by calling RegisterView.Edit; nil: this register has no New.
	New      func()
	NewLabel string // the verb on its button
	Empty    string // the sentence of a register without records
	Search   string // the hint in the search field: what is searched
	Short    bool   // a dozen rows that stay the same: names alone, without search and count
	Filters  []Filter[R]
	// Few is how many of the filters are always at hand; the others come with a press, and those in force are always
	// shown. 0: all of them are.
	Few   int
	Sorts []Sort[R] // the first is in force at the start
	// Fold makes a search blind to case and diacritics, in the same way in which Row.Search was made.
	Fold func(string) string
	// Blank stands on the right while no record is selected; nil: the first hit is selected then. FocusFirst of it, if it
	// has one, gives it the keyboard.
	Blank fyne.CanvasObject
	// Listed is told each time after the hits, and with them the counts of the filters, may have changed.
	Listed func()
	// List gives the hits to be printed or saved, as RegisterView.Hits and Narrowed tell them; nil: this register has no List.
	List func()
	// Failed tells that the rows could not be read; the old ones stay on the screen.
	Failed func(error)
	// Offset is the place of the divider, 0…1, 0 being the usual place; Moved is told the new one.
	Offset float64
	Moved  func(offset float64)
}

// usualOffset leaves the page a little more than the list at 1366 pixels.
const usualOffset = 0.36

// View builds the register and reads its rows.
func (r Register[R]) View(d Dialogs) *RegisterView[R] {
	v := &RegisterView[R]{config: r, dialogs: d, hits: newHits(r.Filters), sorted: 0}
	v.ExtendBaseWidget(v)
	v.right = container.NewStack()
	v.list = newRegisterList(v.rowCount, v.updateRow, v.listSelected, v.FocusPage)
	v.list.short = r.Short
	v.search = newSearchEntry(r.Search, v.searched, v.focusList)
	v.buildTop()
	v.noHits = centred(words.T("kit.register.nohits"), NewButton(words.T("kit.register.showall"), nil, v.ShowAll))
	v.noHits.Hide()
	if r.Offset == 0 {
		r.Offset = usualOffset
	}
	left := border(v.top, nil, container.NewStack(v.list, v.noHits))
	if r.Short {
		left = container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), v.list)
	}
	v.split = newSplit(left, v.right, r.Offset, r.Moved)
	v.empty = centred(r.Empty, nil)
	if r.New != nil {
		begin := NewPrimaryButton(r.NewLabel, theme.ContentAddIcon(), v.New)
		v.empty = centred(r.Empty, begin)
	}
	v.Reload()
	return v
}

// RegisterView is a register on the screen. It is a Finder, Newer, Editor, Saver, Printer, Lister, Stepper and Leaver.
type RegisterView[R any] struct {
	widget.BaseWidget
	config  Register[R]
	dialogs Dialogs
	hits    *hits[R]
	sorted  int // of config.Sorts

	selected string    // ID of the record whose page is open, "" = none
	form     *EditForm // in the place of the page, nil = none
	syncing  bool      // the list is being told what is selected; it need not tell back

	list        *registerList
	search      *searchEntry
	filters     []*Button
	rest        *Button // shows the filters after the first few
	filterWidth float32 // of all filters together, when room was made for them last
	flow        *fyne.Container
	wide        bool // all filters are shown
	sortBy      *Button
	listing     *Button
	count       *widget.Label
	clear       *Button
	top         *fyne.Container
	noHits      *fyne.Container
	empty       *fyne.Container
	right       *fyne.Container
	page        fyne.CanvasObject
	last        *PageView // the page that was shown last, of the record lastOf; nil when it was none
	lastOf      string
	split       *container.Split
}

// CreateRenderer is Fyne's.
func (v *RegisterView[R]) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(v.split, v.empty))
}

// AccessibilityLabel is the number of hits.
func (v *RegisterView[R]) AccessibilityLabel() string { return v.count.Text }

// AccessibilityRole is that of a container.
func (v *RegisterView[R]) AccessibilityRole() fyne.AccessibleRole {
	return fyne.AccessibleRoleContainer
}

func (v *RegisterView[R]) buildTop() {
	v.count = widget.NewLabel("")
	v.count.Truncation = fyne.TextTruncateEllipsis
	v.clear = NewQuietButton(words.T("kit.register.clear"), theme.ContentClearIcon(), v.ShowAll)
	first := fyne.CanvasObject(v.search)
	if v.config.New != nil {
		add := NewPrimaryButton(v.config.NewLabel, theme.ContentAddIcon(), v.New)
		first = container.New(layout.NewBorderLayout(nil, nil, nil, add), v.search, add)
	}
	v.flow = container.New(&flowLayout{gap: 4})
	for i := range v.config.Filters {
		b := NewButton("", theme.MenuDropDownIcon(), nil)
		b.IconPlacement = widget.ButtonIconTrailingText
		b.OnTapped = func() { v.pickFilter(i) }
		v.filters = append(v.filters, b)
		v.flow.Add(b)
	}
	if v.config.Few > 0 && v.config.Few < len(v.filters) {
		v.rest = NewQuietButton("", nil, v.toggleFilters)
		v.flow.Add(v.rest)
	}
	tools := container.NewHBox()
	if len(v.filters) > 0 {
		v.flow.Add(v.clear)
	} else {
		tools.Add(v.clear)
	}
	if len(v.config.Sorts) > 1 {
		v.sortBy = NewQuietButton("", theme.MenuDropDownIcon(), v.pickSort)
		v.sortBy.IconPlacement = widget.ButtonIconTrailingText
		tools.Add(v.sortBy)
	}
	v.listing = NewQuietButton(words.T("kit.register.list"), nil, v.List)
	tools.Add(v.listing)
	last := container.New(layout.NewBorderLayout(nil, nil, nil, tools), v.count, tools)
	rows := container.New(layout.NewCustomPaddedVBoxLayout(6), first)
	if len(v.filters) > 0 {
		rows.Add(v.flow)
	}
	rows.Add(last)
	v.top = container.New(layout.NewCustomPaddedLayout(8, 2, 8, 8), rows)
}

// centred sets a sentence and the button below it in the middle; button may be nil.
func centred(sentence string, button fyne.CanvasObject) *fyne.Container {
	text := widget.NewLabelWithStyle(sentence, fyne.TextAlignCenter, fyne.TextStyle{})
	text.Wrapping = fyne.TextWrapWord
	box := container.NewVBox(text)
	if button != nil {
		box.Add(container.NewCenter(button))
	}
	return container.NewVBox(layout.NewSpacer(), box, layout.NewSpacer())
}

// Reload reads the rows again and shows the page anew. Search, filters, order and the selected record stay; a record
// that is gone gives its place to Register.Blank or else the first hit. An open form is left alone.
func (v *RegisterView[R]) Reload() {
	rows, err := v.config.Rows()
	if err != nil {
		if v.config.Failed != nil {
			v.config.Failed(err)
		}
		return
	}
	v.hits.load(rows, v.sort())
	v.refreshList()
	if v.form != nil {
		return
	}
	if !v.exists(v.selected) {
		v.selected = ""
		if v.config.Blank == nil && len(v.hits.found) > 0 {
			v.selected = v.hits.rows[v.hits.found[0]].ID
		}
	}
	v.syncList()
	v.openPage()
}

func (v *RegisterView[R]) exists(id string) bool {
	for i := range v.hits.rows {
		if v.hits.rows[i].ID == id {
			return true
		}
	}
	return false
}

func (v *RegisterView[R]) sort() *Sort[R] {
	if len(v.config.Sorts) == 0 {
		return nil
	}
	return &v.config.Sorts[v.sorted]
}

// Selected returns the ID of the record whose page is open, "" when none is.
func (v *RegisterView[R]) Selected() string { return v.selected }

// Select opens the page of a record, wherever the list stands; a form with changes asks first.
func (v *RegisterView[R]) Select(id string) {
	if id == v.selected && v.form == nil {
		v.syncList()
		return
	}
	v.Away(func() {
		v.selected = id
		v.syncList()
		v.openPage()
	})
}

// openPage makes the page of the selected record. Made anew, be it after a form, it stays where it was scrolled.
func (v *RegisterView[R]) openPage() {
	before := v.last
	if v.lastOf != v.selected {
		before = nil
	}
	v.page = nil
	v.right.Objects = nil
	if v.selected != "" && v.config.Open != nil {
		if v.page = v.config.Open(v.selected); v.page != nil {
			v.right.Objects = []fyne.CanvasObject{v.page}
		}
	}
	if v.page == nil && v.config.Blank != nil {
		v.right.Objects = []fyne.CanvasObject{v.config.Blank}
	}
	v.right.Refresh()
	v.last, _ = v.page.(*PageView)
	v.lastOf = v.selected
	if before != nil && v.last != nil {
		v.last.ScrollAs(before)
	}
}
