package training

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// eventsView is the register of training events.
type eventsView struct {
	s        *Screen
	register *kit.RegisterView[*eventEntry]
	first    fyne.CanvasObject // in place of the register while there is no programme of which an event could be held
	content  fyne.CanvasObject
}

func newEventsView(s *Screen) *eventsView {
	v := &eventsView{s: s}
	sentence := widget.NewLabelWithStyle(words.T("training.event.no_programmes"), fyne.TextAlignCenter, fyne.TextStyle{})
	button := kit.NewPrimaryButton(words.T("training.event.make_programme"), theme.ContentAddIcon(), s.newProgramme)
	v.first = container.NewCenter(container.NewVBox(sentence, container.NewCenter(button)))
	v.first.Hide()
	v.register = kit.Register[*eventEntry]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.begin("", nil) },
		NewLabel: words.T("training.event.new"),
		Empty:    words.T("training.event.empty"),
		Search:   words.T("training.event.search"),
		Filters:  v.filters(),
		Sorts:    eventSorts(),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	v.showFirst()
	v.content = container.NewStack(v.register, v.first)
	return v
}

// Content is the register on the screen.
func (v *eventsView) Content() fyne.CanvasObject { return v.content }

// Reload reads the records again; an open form is left alone.
func (v *eventsView) Reload() {
	v.register.Reload()
	v.showFirst()
}

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *eventsView) MayLeave(then func()) { v.register.Away(then) }

// Open shows the page of an event.
func (v *eventsView) Open(id model.ID) { v.register.Select(string(id)) }

// FocusSearch gives the keyboard to the search.
func (v *eventsView) FocusSearch() { v.register.FocusSearch() }

// New begins a new event.
func (v *eventsView) New() { v.register.New() }

// Edit opens the form of the event whose page is shown.
func (v *eventsView) Edit() { v.register.Edit() }

// Save saves the open form.
func (v *eventsView) Save() { v.register.Save() }

// Print prints the list of participants of the event whose page is shown.
func (v *eventsView) Print() { v.register.Print() }

// List prints or saves the list of events.
func (v *eventsView) List() { v.register.List() }

// Leave closes the open form, asking when something changed, or goes back to the list.
func (v *eventsView) Leave() { v.register.Leave() }

// Step opens the page of the event before (−1) or after (+1) in the list.
func (v *eventsView) Step(delta int) { v.register.Step(delta) }

func (v *eventsView) rows() ([]kit.Row[*eventEntry], error) {
	r, err := v.s.read()
	if err != nil {
		return nil, err
	}
	return r.eventRows(), nil
}

// showFirst offers to make a programme while there is none.
func (v *eventsView) showFirst() {
	none := len(v.s.records.programmes) == 0 && len(v.s.records.events) == 0
	if none {
		v.register.Hide()
		v.first.Show()
	} else {
		v.first.Hide()
		v.register.Show()
	}
}

// begin begins an event of the programme in which these leaders take part. Either may be empty.
func (v *eventsView) begin(programme model.ID, leaders []model.ID) {
	if len(v.s.records.programmes) == 0 {
		v.s.desk.Dialogs.Confirm(words.T("training.event.new"), words.T("training.event.no_programmes"),
			words.T("training.event.make_programme"), false, v.s.newProgramme)
		return
	}
	e := model.Event{ProgrammeID: programme, State: model.EventPlanned, PassShare: model.DefaultPassShare}
	if l := v.s.records.centre.Language; l != "" {
		e.Languages = []model.Language{l}
	}
	for _, id := range leaders {
		e.Participations = append(e.Participations, model.Participation{ID: ids.New(), LeaderID: id})
	}
	v.openForm(e, true, "")
}

// duplicate begins an event like another.
func (v *eventsView) duplicate(e model.Event) { v.openForm(anotherLike(e), true, "days") }

// anotherLike is an event like another: everything but the dates of its days and what became of it.
func anotherLike(e model.Event) model.Event {
	days := e.Days
	e = copyOf(e)
	e.ID, e.State, e.Reason, e.Notes, e.Cost, e.Participations, e.Days = "", model.EventPlanned, "", "", model.Amount{}, nil, nil
	for i := range e.Trainers {
		e.Trainers[i].ID = ids.New()
	}
	for _, d := range days {
		e.Days = append(e.Days, model.EventDay{ID: ids.New(), From: d.From, Until: d.Until, Place: d.Place})
	}
	return e
}

// openForm edits a new or a kept event; field, which may be empty, has the keyboard at the start.
func (v *eventsView) openForm(e model.Event, isNew bool, field string) *eventForm {
	f := newEventForm(v, e, isNew)
	v.register.OpenForm(f.EditForm())
	if v.register.FormOpen() {
		f.focus(field)
	}
	return f
}

// update changes an event in one write, and says what was done or why it was not.
func (v *eventsView) update(id model.ID, said string, change func(*model.Event)) bool {
	_, err := v.s.store.UpdateEvent(context.Background(), id, func(e *model.Event) error {
		change(e)
		return nil
	})
	if err != nil {
		v.s.desk.Fail(err, nil)
		return false
	}
	v.s.desk.Say(said)
	return true
}

// FormOpen reports whether a form is open.
func (v *eventsView) FormOpen() bool { return v.register.FormOpen() }

// FocusPage gives the keyboard to the page of the record.
func (v *eventsView) FocusPage() { v.register.FocusPage() }
