package training

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

var eventToday = model.MustDate("2026-11-22")

// eventShelf is a store in memory: what the register of events does not ask for is not there.
type eventShelf struct {
	Store
	programmes    []model.Programme
	events        []model.Event
	leaders       []model.Leader
	organisations []model.Organisation
	extensions    []model.Extension
	fails         error // what every write answers
}

func (s *eventShelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Name: model.Text{Fi: "Suvantomaan perhekeskus"}, Language: model.Finnish}, nil
}

func (s *eventShelf) Programmes(context.Context) ([]model.Programme, error) { return s.programmes, nil }

func (s *eventShelf) Events(context.Context) ([]model.Event, error) {
	return slices.Clone(s.events), nil
}

func (s *eventShelf) Leaders(context.Context) ([]model.Leader, error) { return s.leaders, nil }

func (s *eventShelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s *eventShelf) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.NewTrainingRecord(nil, nil, s.extensions), nil
}

func (s *eventShelf) Extensions(context.Context) ([]model.Extension, error) { return s.extensions, nil }

func (s *eventShelf) at(id model.ID) int {
	return slices.IndexFunc(s.events, func(e model.Event) bool { return e.ID == id })
}

func (s *eventShelf) CreateEvent(_ context.Context, e model.Event) (model.Event, error) {
	if s.fails != nil {
		return e, s.fails
	}
	e.ID = ids.New()
	s.events = append(s.events, e)
	return e, nil
}

func (s *eventShelf) UpdateEvent(_ context.Context, id model.ID, change func(*model.Event) error) (model.Event, error) {
	if s.fails != nil {
		return model.Event{}, s.fails
	}
	err := change(&s.events[s.at(id)])
	return s.events[s.at(id)], err
}

func (s *eventShelf) DeleteEvent(_ context.Context, id model.ID) error {
	if s.fails == nil {
		s.events = slices.Delete(s.events, s.at(id), s.at(id)+1)
	}
	return s.fails
}

func clock(hour, minute int) model.Clock {
	c, _ := model.NewClock(hour, minute)
	return c
}

// autumn is a training that was held on two days, one that is planned although its day has passed, one that is to come,
// one that was cancelled, and one without a day.
func autumn() *eventShelf {
	day := func(id, date string) model.EventDay {
		return model.EventDay{ID: model.ID(id), Date: model.MustDate(date), From: clock(9, 0), Until: clock(15, 30)}
	}
	part := func(id, leader string, days map[model.ID]bool) model.Participation {
		return model.Participation{ID: model.ID(id), LeaderID: model.ID(leader), Days: days}
	}
	both := func(a, b bool) map[model.ID]bool { return map[model.ID]bool{"d1": a, "d2": b} }
	held := model.Event{
		ID: "held", ProgrammeID: "vertais", State: model.EventHeld, OrganiserID: "mll", Place: "Sarkajärven kirjasto",
		Languages: []model.Language{model.Finnish}, Capacity: model.CountOf(12), Cost: model.AmountOf(35_000), PassShare: 80,
		Days:     []model.EventDay{day("d1", "2026-08-20"), day("d2", "2026-08-27")},
		Trainers: []model.Trainer{{ID: "t1", LeaderID: "ville"}, {ID: "t2", Name: "Outi Ulkopuolinen", OrganisationID: "mll"}},
		Participations: []model.Participation{
			part("p1", "aino", both(true, true)), part("p2", "sari", both(true, false)), part("p3", "ville", map[model.ID]bool{"d1": true}),
			{ID: "p4", Outsider: model.Outsider{Name: "Kaisa Muualta", Organisation: "Srk"}, Days: both(true, true), Passed: model.Yes, Rating: model.CountOf(4), Feedback: "Hyvä päivä"},
		},
	}
	late := model.Event{ID: "late", ProgrammeID: "huoli", State: model.EventPlanned, PassShare: 80, Days: []model.EventDay{day("l1", "2026-11-10")}}
	ahead := model.Event{
		ID: "ahead", ProgrammeID: "huoli", Title: model.Text{Fi: "Huoli puheeksi Rantaniemessä"}, State: model.EventPlanned,
		Capacity: model.CountOf(1), PassShare: 80, Days: []model.EventDay{day("a1", "2027-01-14")},
		Participations: []model.Participation{part("p5", "aino", nil)},
	}
	gone := model.Event{ID: "gone", ProgrammeID: "huoli", State: model.EventCancelled, Reason: "Kouluttaja sairastui", PassShare: 80, Days: []model.EventDay{day("g1", "2026-03-03")}}
	open := model.Event{ID: "open", ProgrammeID: "vertais", State: model.EventPlanned, PassShare: 80}
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	return &eventShelf{
		programmes: []model.Programme{
			{ID: "huoli", Name: model.Text{Fi: "Huolen puheeksi ottaminen", Sv: "Att ta upp oron"}, Kind: model.RaisingConcerns},
			{ID: "vertais", Name: model.Text{Fi: "Vertaisryhmän ohjaajan koulutus"}, Kind: model.PeerGroupTraining},
			{ID: "vanha", Name: model.Text{Fi: "Vanha ohjelma"}, Kind: model.OwnProgramme, Ended: true},
		},
		events: []model.Event{open, ahead, late, held, gone},
		leaders: []model.Leader{
			{ID: "aino", Name: "Aino Kettula", Statuses: active, HomeOrganisation: "mll"},
			{ID: "sari", Name: "Sari Lampila", Statuses: active},
			{ID: "ville", Name: "Ville Harjunen", Statuses: active},
			{ID: "entinen", Name: "Entinen Ohjaaja", Statuses: []model.LeaderStatus{{State: model.LeaderEnded}}},
		},
		organisations: []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}, Sector: model.Association}},
	}
}

// eventTable is a window with the screen in it and everything that a test looks at.
type eventTable struct {
	*Screen
	t      testing.TB
	store  *eventShelf
	window fyne.Window
	opened []model.ID
	viewed []string // names of the documents that were shown
}

func showEvents(t testing.TB, store *eventShelf, l model.Language) *eventTable {
	t.Helper()
	words.Use(l)
	t.Cleanup(func() { words.Use(model.Finnish) })
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	x := &eventTable{t: t, store: store, window: test.NewTempWindow(t, widget.NewLabel(""))}
	x.window.Resize(fyne.NewSize(1366, 768))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.window}, Messages: kit.NewMessages(), Today: func() model.Date { return eventToday },
		Open:    func(_ model.Kind, id model.ID) { x.opened = append(x.opened, id) },
		Printed: t.TempDir(),
		View: func(path string) error {
			x.viewed = append(x.viewed, filepath.Base(path))
			return nil
		},
	}
	x.Screen = New(d, store)
	x.window.SetContent(x.Content())
	kit.NewKeyboard(d.Dialogs, func() any { return x.Screen })
	return x
}

func (x *eventTable) events() *eventsView { return x.View(eventsTab).(*eventsView) }

// form opens the form of a kept event.
func (x *eventTable) form(id model.ID) *eventForm {
	x.t.Helper()
	e, ok := x.records.event(id)
	if !ok {
		x.t.Fatalf("there is no event %q", id)
	}
	return x.events().openForm(e, false, "")
}

// grid opens the attendance of an event.
func (x *eventTable) grid(id model.ID) *attendanceGrid {
	x.t.Helper()
	x.OpenKind(model.KindEvent, id)
	x.tap("Kirjaa läsnäolo")
	g, ok := x.window.Canvas().Focused().(*attendanceGrid)
	if !ok {
		x.t.Fatalf("the keyboard is at %v, not in the grid", x.window.Canvas().Focused())
	}
	return g
}

// press presses keys on the focused widget, as the window would.
func (x *eventTable) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := x.window.Canvas()
		switch focused := c.Focused(); {
		case k == fyne.KeyTab:
			c.FocusNext()
		case focused != nil:
			focused.TypedKey(&fyne.KeyEvent{Name: k})
		default:
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// typed types a text; the first letter may move the focus, as in a select that opens.
func (x *eventTable) typed(text string) {
	x.t.Helper()
	for _, r := range text {
		focused := x.window.Canvas().Focused()
		if focused == nil {
			x.t.Fatalf("nothing has the focus to type %q into", text)
		}
		focused.TypedRune(r)
	}
}

// find returns the widget that says the text, looking into a dialog on top of the window first.
func (x *eventTable) find(text string) fyne.CanvasObject {
	return x.findOne(func(o fyne.CanvasObject) bool { return saidBy(o) == text })
}

func (x *eventTable) findOne(wanted func(fyne.CanvasObject) bool) fyne.CanvasObject {
	var look func(fyne.CanvasObject) fyne.CanvasObject
	look = func(o fyne.CanvasObject) fyne.CanvasObject {
		if !o.Visible() {
			return nil
		}
		if wanted(o) {
			return o
		}
		var inside []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			inside = o.Objects
		case fyne.Widget:
			inside = test.WidgetRenderer(o).Objects()
		}
		for _, c := range inside {
			if found := look(c); found != nil {
				return found
			}
		}
		return nil
	}
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		return look(top)
	}
	return look(x.Content())
}

// saidBy is the text of one object.
func saidBy(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Label:
		return o.Text
	case *kit.Text:
		return o.Text
	case *kit.Link:
		return o.Text
	case *kit.Button:
		return o.Text
	case *kit.StateChip:
		return o.Chip().Word
	case *widget.RichText:
		return o.String()
	}
	return ""
}

// sees fails the test unless the text is shown, whole, by something.
func (x *eventTable) sees(texts ...string) {
	x.t.Helper()
	for _, text := range texts {
		if x.find(text) == nil {
			x.t.Errorf("nothing shows %q", text)
		}
	}
}

// tap presses the button or follows the link that says the label.
func (x *eventTable) tap(label string) {
	x.t.Helper()
	o := x.findOne(func(o fyne.CanvasObject) bool {
		_, can := o.(fyne.Tappable)
		return can && saidBy(o) == label
	})
	switch b := o.(type) {
	case *kit.Link:
		b.OnTapped()
	case *kit.Button:
		b.Tapped(nil)
	default:
		x.t.Fatalf("there is no %q to press", label)
	}
}

// focusOn goes on with Tab to what begins with the label.
func (x *eventTable) focusOn(label string) {
	x.t.Helper()
	for range 60 {
		x.window.Canvas().FocusNext()
		o, ok := x.window.Canvas().Focused().(interface{ AccessibilityLabel() string })
		if ok && strings.HasPrefix(o.AccessibilityLabel(), label) {
			return
		}
	}
	x.t.Fatalf("Tab does not come to %q", label)
}
