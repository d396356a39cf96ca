package meetings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is what the screen of meeting places needs kept.
type Store interface {
	model.MeetingPlaces
	model.Groups
	model.Closures
	model.Seasons
	model.Sessions
	model.Leaders
	model.Organisations
	model.Agreements
	model.Centres
}

// view is one of the views of the screen. It may have capabilities of kit besides.
type view interface {
	Content() fyne.CanvasObject
	// Reload reads the records again; an open form is left alone.
	Reload()
	// MayLeave does then, after asking what is to become of unsaved changes.
	MayLeave(then func())
}

// opener is a view of records that have pages.
type opener interface{ Open(id model.ID) }

// The views, in the order of their buttons.
const (
	placesTab = iota
	groupsTab
	seasonsTab
	closuresTab
)

// tab is a view with its button; the view is made when it is first shown.
type tab struct {
	button *kit.Button
	make   func() view
	view   view
	stale  bool // records changed while it was not shown
}

// Screen is where and when families meet, in four views.
type Screen struct {
	desk    *desk.Desk
	store   Store
	records *records
	tabs    []*tab
	current int
	room    *fyne.Container // where the current view stands
	content fyne.CanvasObject
}

// New makes the screen and shows the places.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, records: &records{today: d.Today()}, room: container.NewStack()}
	bar := container.NewHBox()
	for i, t := range []struct {
		word string
		make func() view
	}{
		placesTab:   {"meetings.view.places", func() view { return newPlacesView(s) }},
		groupsTab:   {"meetings.view.groups", func() view { return newGroupsView(s) }},
		seasonsTab:  {"meetings.view.seasons", func() view { return newSeasonsView(s) }},
		closuresTab: {"meetings.view.closures", func() view { return newClosuresView(s) }},
	} {
		b := kit.NewQuietButton(words.T(t.word), nil, func() { s.bring(i, func() {}) })
		bar.Add(b)
		s.tabs = append(s.tabs, &tab{button: b, make: t.make})
	}
	top := container.NewVBox(container.New(layout.NewCustomPaddedLayout(4, 2, 8, 8), bar), widget.NewSeparator())
	// Not NewBorder: Tab follows the order of the objects.
	s.content = container.New(layout.NewBorderLayout(top, nil, nil, nil), top, s.room)
	s.show(placesTab)
	return s
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Reload reads again what the current view shows; the others do so when they come to the front.
func (s *Screen) Reload() {
	for _, t := range s.tabs {
		t.stale = true
	}
	s.reloadCurrent()
}

func (s *Screen) reloadCurrent() {
	t := s.tabs[s.current]
	t.stale = false
	t.view.Reload()
}

// read reads all records anew, for the view that is being filled.
func (s *Screen) read() (*records, error) {
	r, err := readRecords(context.Background(), s.store, s.desk.Today())
	if err == nil {
		s.records = r
	}
	return s.records, err
}

// bring brings a view to the front, after the current one let go, and then does then.
func (s *Screen) bring(i int, then func()) {
	if i == s.current {
		then()
		return
	}
	s.MayLeave(func() {
		s.show(i)
		then()
	})
}

func (s *Screen) show(i int) {
	s.current = i
	t := s.tabs[i]
	switch {
	case t.view == nil:
		t.view = t.make()
	case t.stale:
		s.reloadCurrent()
	}
	t.stale = false
	for j, other := range s.tabs {
		other.button.Importance = widget.LowImportance
		if j == i {
			other.button.Importance = widget.HighImportance
		}
		other.button.Refresh()
	}
	s.room.Objects = []fyne.CanvasObject{t.view.Content()}
	s.room.Refresh()
}

// front is the view at the front if it has the capability.
func front[C any](s *Screen) (C, bool) {
	c, ok := s.tabs[s.current].view.(C)
	return c, ok
}

// MayLeave does then; unsaved changes ask first what is to become of them.
func (s *Screen) MayLeave(then func()) { s.tabs[s.current].view.MayLeave(then) }

// OpenKind shows the page of a place, group, season or closure, or for an empty ID its register.
func (s *Screen) OpenKind(kind model.Kind, id model.ID) {
	i, known := map[model.Kind]int{
		model.KindPlace: placesTab, model.KindGroup: groupsTab, model.KindSeason: seasonsTab, model.KindClosure: closuresTab,
	}[kind]
	if !known {
		return
	}
	s.bring(i, func() {
		if o, ok := front[opener](s); ok && id != "" {
			o.Open(id)
		}
	})
}

// newGroup begins a new group at the place, which may be empty.
func (s *Screen) newGroup(place model.ID) {
	s.bring(groupsTab, func() { s.tabs[groupsTab].view.(*groupsView).begin(place) })
}

// newPlace begins a new place, without which there is no group.
func (s *Screen) newPlace() { s.bring(placesTab, s.New) }

// newClosure begins a new closure of the place.
func (s *Screen) newClosure(place model.ID) {
	s.bring(closuresTab, func() {
		s.tabs[closuresTab].view.(*closuresView).begin(model.Closure{Scope: model.ClosedPlace, PlaceID: place})
	})
}

// FocusSearch gives the keyboard to the search of the current view.
func (s *Screen) FocusSearch() {
	if v, ok := front[kit.Finder](s); ok {
		v.FocusSearch()
	}
}

// New begins a new record of the current view.
func (s *Screen) New() {
	if v, ok := front[kit.Newer](s); ok {
		v.New()
	}
}

// Edit opens the form of the record whose page is shown.
func (s *Screen) Edit() {
	if v, ok := front[kit.Editor](s); ok {
		v.Edit()
	}
}

// Save saves the open form.
func (s *Screen) Save() {
	if v, ok := front[kit.Saver](s); ok {
		v.Save()
	}
}

// Print prints what the current view shows.
func (s *Screen) Print() {
	if v, ok := front[kit.Printer](s); ok {
		v.Print()
	}
}

// Leave closes the open form, asking when something changed, or goes back to the list.
func (s *Screen) Leave() {
	if v, ok := front[kit.Leaver](s); ok {
		v.Leave()
	}
}

// Step opens the page of the record before (−1) or after (+1) in the list.
func (s *Screen) Step(delta int) {
	if v, ok := front[kit.Stepper](s); ok {
		v.Step(delta)
	}
}

// FormOpen reports whether a form is open.
func (s *Screen) FormOpen() bool {
	v, ok := front[interface{ FormOpen() bool }](s)
	return ok && v.FormOpen()
}
