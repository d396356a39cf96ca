package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// View is one of the views of a screen. It may have the capabilities of shortcuts besides.
type View interface {
	Content() fyne.CanvasObject
	// Reload reads the records again; an open form is left alone.
	Reload()
	// MayLeave does then, after asking what is to become of unsaved changes.
	MayLeave(then func())
}

// NamedView is a view with the word of its button; it is made when it is first shown.
type NamedView struct {
	Word string
	Make func() View
}

// Views shows one of several views under a bar of buttons, and passes shortcuts on to the one at the front. A screen
// embeds it.
type Views struct {
	all     []*viewTab
	current int
	room    *fyne.Container // where the current view stands
	content fyne.CanvasObject
}

type viewTab struct {
	button *Button
	make   func() View
	view   View
	stale  bool // records changed while it was not shown
}

// NewViews makes the bar and shows the first view.
func NewViews(all ...NamedView) *Views {
	v := &Views{room: container.NewStack()}
	bar := Flow()
	for i, n := range all {
		b := NewQuietButton(n.Word, nil, func() { v.Bring(i, func() {}) })
		bar.Add(b)
		v.all = append(v.all, &viewTab{button: b, make: n.Make})
	}
	v.content = Headed(column(4, container.New(layout.NewCustomPaddedLayout(4, 2, 8, 8), bar), widget.NewSeparator()), v.room)
	return v
}

// Content is the bar with the view under it.
func (v *Views) Content() fyne.CanvasObject { return v.content }

// Current is the place of the view at the front.
func (v *Views) Current() int { return v.current }

// View is one of the views; nil before it was first shown.
func (v *Views) View(i int) View { return v.all[i].view }

// Bring brings a view to the front, after the current one let go, and then does then.
func (v *Views) Bring(i int, then func()) {
	if i == v.current {
		then()
		return
	}
	v.MayLeave(func() {
		v.Show(i)
		then()
	})
}

// Show brings a view to the front without asking the one that is there.
func (v *Views) Show(i int) {
	v.current = i
	t := v.all[i]
	switch {
	case t.view == nil:
		t.view = t.make()
	case t.stale:
		t.view.Reload()
	}
	t.stale = false
	for j, other := range v.all {
		other.button.Importance = widget.LowImportance
		if j == i {
			other.button.Importance = widget.HighImportance
		}
		other.button.Refresh()
	}
	v.room.Objects = []fyne.CanvasObject{t.view.Content()}
	v.room.Refresh()
}

// Reload reads again what the current view shows; the others do so when they come to the front.
func (v *Views) Reload() {
	for i, t := range v.all {
		t.stale = i != v.current
	}
	v.all[v.current].view.Reload()
}

// MayLeave does then; unsaved changes ask first what is to become of them.
func (v *Views) MayLeave(then func()) { v.all[v.current].view.MayLeave(then) }

// FrontView is the view at the front if it has the capability.
func FrontView[C any](v *Views) (C, bool) {
	c, ok := v.all[v.current].view.(C)
	return c, ok
}

// FocusSearch gives the keyboard to the search of the current view.
func (v *Views) FocusSearch() {
	if f, ok := FrontView[Finder](v); ok {
		f.FocusSearch()
	}
}

// New begins a new record of the current view.
func (v *Views) New() {
	if f, ok := FrontView[Newer](v); ok {
		f.New()
	}
}

// Edit opens the form of the record whose page is shown.
func (v *Views) Edit() {
	if f, ok := FrontView[Editor](v); ok {
		f.Edit()
	}
}

// Save saves the open form.
func (v *Views) Save() {
	if f, ok := FrontView[Saver](v); ok {
		f.Save()
	}
}

// Print prints what the current view shows.
func (v *Views) Print() {
	if f, ok := FrontView[Printer](v); ok {
		f.Print()
	}
}

// List prints or saves the list that the current view shows.
func (v *Views) List() {
	if f, ok := FrontView[Lister](v); ok {
		f.List()
	}
}

// Leave closes the open form, asking when something changed, or goes back to the list.
func (v *Views) Leave() {
	if f, ok := FrontView[Leaver](v); ok {
		f.Leave()
	}
}

// Step opens the page of the record before (−1) or after (+1) in the list.
func (v *Views) Step(delta int) {
	if f, ok := FrontView[Stepper](v); ok {
		f.Step(delta)
	}
}

// FormOpen reports whether a form is open.
func (v *Views) FormOpen() bool {
	f, ok := FrontView[interface{ FormOpen() bool }](v)
	return ok && f.FormOpen()
}

// FocusPage gives the keyboard to the page of the record.
func (v *Views) FocusPage() {
	if f, ok := FrontView[PageFocuser](v); ok {
		f.FocusPage()
	}
}

// MoreKeys are the keys of the current view itself, and what they do.
func (v *Views) MoreKeys() [][2]string {
	if t, ok := FrontView[KeyTeller](v); ok {
		return t.MoreKeys()
	}
	return nil
}
