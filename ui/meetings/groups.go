package meetings

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// groupsView is the register of groups.
type groupsView struct {
	s        *Screen
	register *kit.RegisterView[*groupEntry]
}

func newGroupsView(s *Screen) *groupsView {
	v := &groupsView{s: s}
	v.register = kit.Register[*groupEntry]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.begin("") },
		NewLabel: words.T("meetings.group.new"),
		Empty:    words.T("meetings.group.empty"),
		Search:   words.T("meetings.group.search"),
		Filters:  v.filters(),
		Few:      fewGroupFilters,
		Sorts:    groupSorts(),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	return v
}

func (v *groupsView) Content() fyne.CanvasObject { return v.register }
func (v *groupsView) Reload()                    { v.register.Reload() }
func (v *groupsView) FocusSearch()               { v.register.FocusSearch() }
func (v *groupsView) New()                       { v.register.New() }
func (v *groupsView) Edit()                      { v.register.Edit() }
func (v *groupsView) Save()                      { v.register.Save() }
func (v *groupsView) List()                      { v.register.List() }
func (v *groupsView) Leave()                     { v.register.Leave() }
func (v *groupsView) Step(delta int)             { v.register.Step(delta) }
func (v *groupsView) FormOpen() bool             { return v.register.FormOpen() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *groupsView) MayLeave(then func()) { v.register.Away(then) }

// Open shows the page of a group.
func (v *groupsView) Open(id model.ID) { v.register.Select(string(id)) }

func (v *groupsView) rows() ([]kit.Row[*groupEntry], error) {
	r, err := v.s.read()
	if err != nil {
		return nil, err
	}
	return r.groupRows(), nil
}

// begin begins a new group at the place, which may be empty; without any place one is made first.
func (v *groupsView) begin(place model.ID) {
	r := v.s.records
	if len(r.Places) == 0 {
		v.s.desk.Dialogs.Confirm(words.T("meetings.group.new"), words.T("meetings.group.no_places"),
			words.T("meetings.group.make_place"), false, v.s.newPlace)
		return
	}
	g := model.Group{
		Type: model.OpenGroup, Public: true, Unit: model.Persons, PlaceID: place,
		Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Monday},
	}
	if l := r.Centre.Language; l != "" {
		g.Languages = []model.Language{l}
	}
	if host := r.PlaceOf[place].HostID; host != "" {
		g.Organisers = []model.ID{host}
	}
	v.openForm(g, true, "")
}

// openForm edits a new or a kept group; field, which may be empty, has the keyboard at the start.
func (v *groupsView) openForm(g model.Group, isNew bool, field string) *groupForm {
	f := newGroupForm(v, g, isNew)
	v.register.OpenForm(f.EditForm())
	if v.register.FormOpen() && field != "" {
		f.Focus(field)
	}
	return f
}

// askDelete removes the group, after a question; one that has met or will is told so.
func (v *groupsView) askDelete(g model.Group) {
	name := g.Name.Best(words.Current())
	v.s.desk.Dialogs.Confirm(words.T("meetings.group.delete.title", "name", name), words.T("meetings.group.delete.text"),
		words.T("meetings.delete"), true, func() {
			if err := v.s.store.DeleteGroup(context.Background(), g.ID); err != nil {
				v.s.desk.Fail(err, nil)
				return
			}
			v.s.desk.Say(words.T("meetings.deleted", "name", name))
			v.Reload()
		})
}
