// Package agreements is the register of agreements: the list, the page of one agreement with everything that can be done
// about it, and its form.
//
// What does not live here: the rules and what is computed of a day (model), documents (ui/paper), and widgets that other
// registers use as well (ui/kit).
package agreements

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Screen is the register of agreements.
type Screen struct {
	desk     *desk.Desk
	store    Store
	records  *records
	register *kit.RegisterView[*entry]
	reading  map[model.ID]model.Language // in which of its two languages an agreement is being read
}

// New makes the screen and reads the register.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, records: &records{}, reading: map[model.ID]model.Language{}}
	s.register = kit.Register[*entry]{
		Rows:     s.rows,
		Open:     s.page,
		New:      func() { s.openForm(model.Agreement{}, true, "") },
		NewLabel: words.T("agreements.new"),
		Empty:    words.T("agreements.empty"),
		Search:   words.T("agreements.search"),
		Filters:  s.filters(),
		Sorts:    sorts(),
		Fold:     model.Fold,
		List:     s.list,
		Failed:   func(err error) { d.Fail(err, nil) },
	}.View(d.Dialogs)
	return s
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.register }

// Reload reads the records again; an open form is left alone.
func (s *Screen) Reload() { s.register.Reload() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (s *Screen) MayLeave(then func()) { s.register.Away(then) }

// Open shows the page of an agreement.
func (s *Screen) Open(id model.ID) { s.register.Select(string(id)) }

// FocusSearch gives the keyboard to the search.
func (s *Screen) FocusSearch() { s.register.FocusSearch() }

// New begins a new agreement.
func (s *Screen) New() { s.register.New() }

// NewWith begins a new agreement of which the organisation is a party.
func (s *Screen) NewWith(organisation model.ID) {
	s.register.Away(func() {
		var a model.Agreement
		a.Parties = []model.Party{{ID: ids.New(), OrganisationID: organisation}}
		s.openForm(a, true, "")
	})
}

// Edit opens the form of the agreement whose page is shown.
func (s *Screen) Edit() { s.register.Edit() }

// Save saves the open form.
func (s *Screen) Save() { s.register.Save() }

// Print prints the agreement whose page is shown.
func (s *Screen) Print() { s.register.Print() }

// List prints or saves the list.
func (s *Screen) List() { s.register.List() }

// Leave closes the open form, asking when something changed, or goes back to the list.
func (s *Screen) Leave() { s.register.Leave() }

// Step opens the page of the agreement before (−1) or after (+1) in the list.
func (s *Screen) Step(delta int) { s.register.Step(delta) }

// rows reads everything that the list shows.
func (s *Screen) rows() ([]kit.Row[*entry], error) {
	r, err := readRecords(context.Background(), s.store, s.desk.Today())
	if err != nil {
		return nil, err
	}
	s.records = r
	return r.rows(), nil
}

// openForm edits a new or a kept agreement; field, which may be empty, has the keyboard at the start.
func (s *Screen) openForm(a model.Agreement, isNew bool, field string) {
	f := newForm(s.desk, s.store, a, isNew, formEnd{save: s.register.Save, leave: s.register.Leave, keep: s.signedText})
	s.register.OpenForm(f.EditForm())
	if s.register.FormOpen() && (field == "" || !f.Focus(field)) {
		f.FocusFirst()
	}
}

// update changes an agreement in one write, and says what was done or why it was not.
func (s *Screen) update(id model.ID, said string, change func(*model.Agreement) error, add ...model.NewAttachment) bool {
	if err := s.apply(context.Background(), id, change, add...); err != nil {
		s.desk.Fail(err, nil)
		return false
	}
	s.desk.Say(said)
	return true
}

// apply changes an agreement in one write. What the parties sign is kept with their first signature.
func (s *Screen) apply(ctx context.Context, id model.ID, change func(*model.Agreement) error, add ...model.NewAttachment) error {
	before, err := s.store.Agreement(ctx, id)
	if err != nil {
		return err
	}
	after := copyOf(before)
	if err = change(&after); err != nil {
		return err
	}
	if !before.Frozen() && after.Frozen() {
		kept, err := s.signedText(after)
		if err != nil {
			return err
		}
		add = append(add, kept...)
	}
	_, err = s.store.UpdateAgreement(ctx, id, change, add...)
	return err
}

// FormOpen reports whether a form is open.
func (s *Screen) FormOpen() bool { return s.register.FormOpen() }

// FocusPage gives the keyboard to the page of the record.
func (s *Screen) FocusPage() { s.register.FocusPage() }
