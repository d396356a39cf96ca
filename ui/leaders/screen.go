// Package leaders is the register of leaders: the list, the panel that finds a leader for a group, the page of one
// leader with readiness, papers and training, its form, the small forms of its page, the merge of two records of one
// person, and the removal of a person.
//
// What does not live here: the rules (model), the papers (ui/paper), widgets that other registers use as well (ui/kit).
package leaders

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is what the screen of leaders needs kept.
type Store interface {
	model.Leaders
	model.Requirements
	model.Trainings
	model.Organisations
	model.Centres
	Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error)
}

// Screen is the register of leaders.
type Screen struct {
	desk     *desk.Desk
	store    Store
	records  records
	register *kit.RegisterView[line]
	finder   *finder
	ended    *kit.Check  // shows those who have ended or are anonymised too
	due      *kit.Button // opens the yearly review, when there is something to review
	content  fyne.CanvasObject
}

// New makes the screen and reads the register.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, ended: kit.NewCheck("")}
	s.ended.OnChanged = s.Reload
	s.due = kit.NewButton("", nil, func() { s.MayLeave(s.review) })
	s.finder = newFinder(s)
	s.register = kit.Register[line]{
		Rows:     s.rows,
		Open:     s.page,
		Blank:    s.finder,
		Listed:   s.finder.update,
		New:      func() { s.openForm(model.Leader{Kind: model.Volunteer}, true, "") },
		NewLabel: words.T("leaders.new"),
		Empty:    words.T("leaders.empty"),
		Search:   words.T("leaders.search"),
		Filters:  filters(),
		Few:      fewFilters,
		Sorts:    sorts(),
		Fold:     model.Fold,
		List:     s.list,
		Failed:   func(err error) { d.Fail(err, nil) },
	}.View(d.Dialogs)
	find := kit.NewButton(words.T("leaders.find"), theme.SearchIcon(), s.Find)
	bottom := container.NewHBox(find, s.ended, s.due)
	s.content = container.NewBorder(nil, bottom, nil, nil, s.register)
	s.finder.update()
	return s
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Reload reads the records again; an open form is left alone.
func (s *Screen) Reload() { s.register.Reload() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (s *Screen) MayLeave(then func()) { s.register.Away(then) }

// Open shows the page of a leader, also of one that the list hides because the leader has ended.
func (s *Screen) Open(id model.ID) {
	if id == "" {
		return
	}
	s.register.Select(string(id))
	if s.register.Selected() == string(id) {
		s.Reload()
	}
}

// Find shows the panel that finds a leader in the place of the page. What is left in the search would hide those who fit,
// so it goes unless the panel is in use.
func (s *Screen) Find() {
	s.register.Deselect()
	if s.register.Selected() == "" {
		if len(s.finder.chosen()) == 0 {
			s.register.ShowAll()
		}
		s.register.FocusPage()
	}
}

// FocusSearch gives the keyboard to the search.
func (s *Screen) FocusSearch() { s.register.FocusSearch() }

// New begins a new leader.
func (s *Screen) New() { s.register.New() }

// Edit opens the form of the leader whose page is shown.
func (s *Screen) Edit() { s.register.Edit() }

// Save saves the open form.
func (s *Screen) Save() { s.register.Save() }

// Print offers the papers of the leader whose page is shown.
func (s *Screen) Print() { s.register.Print() }

// List prints or saves the list.
func (s *Screen) List() { s.register.List() }

// Leave closes the open form, asking when something changed, or goes back to the list.
func (s *Screen) Leave() { s.register.Leave() }

// Step opens the page of the leader before (−1) or after (+1) in the list.
func (s *Screen) Step(delta int) { s.register.Step(delta) }

// rows reads everything that the list and the pages show.
func (s *Screen) rows() ([]kit.Row[line], error) {
	r, err := readRecords(context.Background(), s.store, s.desk.Today())
	if err != nil {
		return nil, err
	}
	s.records = r
	selected := ""
	if s.register != nil {
		selected = s.register.Selected()
	}
	rows := make([]kit.Row[line], len(r.leaders))
	share(len(rows), func(i int) { rows[i] = s.row(s.records.line(&s.records.leaders[i])) })
	hidden := 0
	for _, row := range rows {
		if row.Of.gone {
			hidden++
		}
	}
	if hidden < len(rows) { // a register in which all have ended is not an empty one
		rows = slices.DeleteFunc(rows, func(row kit.Row[line]) bool {
			return row.Of.gone && !s.ended.Checked && row.ID != selected
		})
	}
	s.ended.SetText(words.N("leaders.show_ended", hidden))
	s.ended.Hidden = hidden == 0
	return rows, nil
}

// openForm edits a new or a kept leader; field, which may be empty, has the keyboard at the start.
func (s *Screen) openForm(l model.Leader, isNew bool, field string) {
	f := newForm(s, l, isNew)
	s.register.OpenForm(f.EditForm())
	if s.register.FormOpen() && field != "" {
		f.Focus(field)
	}
}

// FormOpen reports whether a form is open.
func (s *Screen) FormOpen() bool { return s.register.FormOpen() }

// FocusPage gives the keyboard to the page of the record.
func (s *Screen) FocusPage() { s.register.FocusPage() }
