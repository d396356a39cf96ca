package meetings

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// placesView is the register of meeting places.
type placesView struct {
	s        *Screen
	register *kit.RegisterView[placeEntry]
}

func newPlacesView(s *Screen) *placesView {
	v := &placesView{s: s}
	v.register = kit.Register[placeEntry]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.openForm(model.MeetingPlace{}, true, "") },
		NewLabel: words.T("meetings.place.new"),
		Empty:    words.T("meetings.place.empty"),
		Search:   words.T("meetings.place.search"),
		Filters:  v.filters(),
		Few:      fewPlaceFilters,
		Sorts:    placeSorts(),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	return v
}

func (v *placesView) Content() fyne.CanvasObject { return v.register }
func (v *placesView) Reload()                    { v.register.Reload() }
func (v *placesView) FocusSearch()               { v.register.FocusSearch() }
func (v *placesView) New()                       { v.register.New() }
func (v *placesView) Edit()                      { v.register.Edit() }
func (v *placesView) Save()                      { v.register.Save() }
func (v *placesView) List()                      { v.register.List() }
func (v *placesView) Leave()                     { v.register.Leave() }
func (v *placesView) Step(delta int)             { v.register.Step(delta) }
func (v *placesView) FormOpen() bool             { return v.register.FormOpen() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *placesView) MayLeave(then func()) { v.register.Away(then) }

// Open shows the page of a place.
func (v *placesView) Open(id model.ID) { v.register.Select(string(id)) }

func (v *placesView) rows() ([]kit.Row[placeEntry], error) {
	r, err := v.s.read()
	if err != nil {
		return nil, err
	}
	return r.placeRows(), nil
}

// openForm edits a new or a kept place; field, which may be empty, has the keyboard at the start.
func (v *placesView) openForm(m model.MeetingPlace, isNew bool, field string) {
	f := newPlaceForm(v, m, isNew)
	v.register.OpenForm(f.EditForm())
	if v.register.FormOpen() && field != "" {
		f.Focus(field)
	}
}

// askDelete removes the place, after a question; one that is used is told where.
func (v *placesView) askDelete(m model.MeetingPlace) {
	name := m.Name.Best(words.Current())
	v.s.desk.Dialogs.Confirm(words.T("meetings.place.delete.title", "name", name), words.T("meetings.place.delete.text"),
		words.T("meetings.delete"), true, func() {
			if err := v.s.store.DeleteMeetingPlace(context.Background(), m.ID); err != nil {
				v.s.desk.Fail(err, nil)
				return
			}
			v.s.desk.Say(words.T("meetings.deleted", "name", name))
			v.Reload()
		})
}
