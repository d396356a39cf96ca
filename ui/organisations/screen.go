// Package organisations is the register of organisations: the list, the page of one organisation with its contacts,
// agreements and contributions, its form, and the merge of two that turn out to be the same.
//
// What does not live here: the rules (model), widgets that other registers use as well (ui/kit).
package organisations

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is what the screen of organisations needs kept.
type Store interface {
	model.Organisations
	model.Agreements
	model.Centres
}

// Screen is the register of organisations.
type Screen struct {
	// NewAgreement begins an agreement of which the organisation is a party. While it is nil, the register of agreements
	// is shown instead.
	NewAgreement func(organisation model.ID)

	desk     *desk.Desk
	store    Store
	records  records
	register *kit.RegisterView[entry]
	ended    *kit.Check // shows organisations that have ceased to exist too
	bottom   *fyne.Container
	content  fyne.CanvasObject
	whole    model.ID // the organisation of which all agreements are shown, however many
}

// New makes the screen and reads the register.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, ended: kit.NewCheck("")}
	s.ended.OnChanged = s.Reload
	s.bottom = container.NewHBox(s.ended)
	s.register = kit.Register[entry]{
		Rows:     s.rows,
		Open:     s.page,
		New:      func() { s.openForm(model.Organisation{}, true, "") },
		NewLabel: words.T("organisations.new"),
		Empty:    words.T("organisations.empty"),
		Search:   words.T("organisations.search"),
		Filters:  filters(),
		Sorts:    sorts(),
		Fold:     model.Fold,
		List:     s.list,
		Failed:   func(err error) { d.Fail(err, nil) },
	}.View(d.Dialogs)
	s.content = container.NewBorder(nil, s.bottom, nil, nil, s.register)
	return s
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Reload reads the records again; an open form is left alone.
func (s *Screen) Reload() { s.register.Reload() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (s *Screen) MayLeave(then func()) { s.register.Away(then) }

// Open shows the page of an organisation, also of one that the list hides because it has ceased to exist.
func (s *Screen) Open(id model.ID) {
	s.register.Select(string(id))
	if s.register.Selected() == string(id) {
		s.Reload()
	}
}

// FocusSearch gives the keyboard to the search.
func (s *Screen) FocusSearch() { s.register.FocusSearch() }

// New begins a new organisation.
func (s *Screen) New() { s.register.New() }

// Edit opens the form of the organisation whose page is shown.
func (s *Screen) Edit() { s.register.Edit() }

// Save saves the open form.
func (s *Screen) Save() { s.register.Save() }

// List prints or saves the list.
func (s *Screen) List() { s.register.List() }

// Leave closes the open form, asking when something changed, or goes back to the list.
func (s *Screen) Leave() { s.register.Leave() }

// Step opens the page of the organisation before (−1) or after (+1) in the list.
func (s *Screen) Step(delta int) { s.register.Step(delta) }

// rows reads everything that the list and the pages show.
func (s *Screen) rows() ([]kit.Row[entry], error) {
	r, err := readRecords(context.Background(), s.store, s.desk.Today())
	if err != nil {
		return nil, err
	}
	s.records = r
	selected := ""
	if s.register != nil {
		selected = s.register.Selected()
	}
	hidden := 0
	var rows []kit.Row[entry]
	for _, e := range r.entries() {
		if e.ended {
			hidden++
		}
		if e.ended && !s.ended.Checked && string(e.of.ID) != selected {
			continue
		}
		e.contact = s.desk.Person(e.contact)
		rows = append(rows, e.row())
	}
	s.ended.SetText(words.N("organisations.show_ended", hidden))
	s.bottom.Hidden = hidden == 0
	return rows, nil
}

// openForm edits a new or a kept organisation; field, which may be empty, has the keyboard at the start.
func (s *Screen) openForm(o model.Organisation, isNew bool, field string) {
	f := newForm(s, o, isNew)
	s.register.OpenForm(f.EditForm())
	if s.register.FormOpen() && field != "" {
		f.Focus(field)
	}
}

// FormOpen reports whether a form is open.
func (s *Screen) FormOpen() bool { return s.register.FormOpen() }

// FocusPage gives the keyboard to the page of the record.
func (s *Screen) FocusPage() { s.register.FocusPage() }
