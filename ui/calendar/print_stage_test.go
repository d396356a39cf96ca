package calendar

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// printShelf is a store in memory with what is printed of: two places in two municipalities, a group for everybody and a
// closed one, and an autumn with three sessions of each.
type printShelf struct {
	Store
	sessions []model.Session
	given    []model.PrintedCalendar
	fails    error
}

func newPrintShelf() *printShelf {
	s := &printShelf{}
	from, _ := model.NewClock(9, 30)
	until, _ := model.NewClock(11, 0)
	for _, g := range []struct{ group, place, leader model.ID }{{"open", "tupa", "aino"}, {"closed", "koulu", "bo"}} {
		for _, on := range []string{"2026-11-17", "2026-11-24", "2026-12-01"} {
			s.sessions = append(s.sessions, model.Session{
				ID: g.group + model.ID(on), GroupID: g.group, SeasonID: "autumn", SlotOn: model.MustDate(on), Date: model.MustDate(on),
				From: from, Until: until, PlaceID: g.place, Leaders: []model.ID{g.leader}, State: model.SessionPlanned,
			})
		}
	}
	return s
}

func (s *printShelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{
		Name:           model.Text{Fi: "Suvantomaan perhekeskus"},
		Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Åkersjö"}, {Code: "997", Fi: "Rantaniemi"}},
	}, nil
}

func (s *printShelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return model.MeetingPolicy{}, s.fails
}

func (s *printShelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) {
	return []model.MeetingPlace{
		{ID: "koulu", Name: model.Text{Fi: "Koulu"}, Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}},
		{ID: "tupa", Name: model.Text{Fi: "Perhetupa"}, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}},
		{ID: "old", Name: model.Text{Fi: "Vanha tupa"}, EndedOn: model.MustDate("2020-01-01")},
	}, nil
}

func (s *printShelf) Groups(context.Context) ([]model.Group, error) {
	return []model.Group{
		{ID: "open", Name: model.Text{Fi: "Perhekahvila"}, PlaceID: "tupa", Public: true},
		{ID: "closed", Name: model.Text{Fi: "Eroryhmä"}, PlaceID: "koulu"},
	}, nil
}

func (s *printShelf) Closures(context.Context) ([]model.Closure, error) { return nil, nil }

func (s *printShelf) Seasons(context.Context) ([]model.Season, error) {
	season := func(id, name, from, until string) model.Season {
		return model.Season{ID: model.ID(id), Name: model.Text{Fi: name}, From: model.MustDate(from), Until: model.MustDate(until)}
	}
	return []model.Season{
		season("spring", "Kevät 2027", "2027-01-11", "2027-05-21"), season("autumn", "Syksy 2026", "2026-08-31", "2026-12-11"),
	}, nil
}

func (s *printShelf) PartnerEvents(context.Context, model.Date, model.Date) ([]model.PartnerEvent, error) {
	return nil, nil
}

func (s *printShelf) Leaders(context.Context) ([]model.Leader, error) {
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	return []model.Leader{
		{ID: "aino", Name: "Aino Kettula", Kind: model.Volunteer, Statuses: active},
		{ID: "bo", Name: "Bo Ek", Kind: model.Professional, Statuses: active},
		{ID: "ended", Name: "Entinen Ohjaaja", Statuses: []model.LeaderStatus{{State: model.LeaderEnded}}},
	}, nil
}

func (s *printShelf) Organisations(context.Context) ([]model.Organisation, error) { return nil, nil }

func (s *printShelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool {
		return x.Date.Before(from) || x.Date.After(until)
	}), nil
}

func (s *printShelf) SeasonSessions(_ context.Context, season model.ID) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool { return x.SeasonID != season }), nil
}

func (s *printShelf) PrintedCalendar(_ context.Context, season model.ID, area string) (model.PrintedCalendar, error) {
	for _, c := range slices.Backward(s.given) {
		if c.SeasonID == season && c.Area == area {
			return c, nil
		}
	}
	return model.PrintedCalendar{}, nil
}

func (s *printShelf) KeepPrintedCalendar(_ context.Context, c model.PrintedCalendar) error {
	s.given = append(s.given, c)
	return nil
}

// blankView stands in for the views, which printing asks nothing.
type blankView struct{}

func (blankView) Content() fyne.CanvasObject { return container.NewStack() }
func (blankView) Reload()                    {}
func (blankView) MayLeave(then func())       { then() }

// printTable is a window with the screen in it and everything that a test looks at.
type printTable struct {
	*Screen
	t      *testing.T
	shelf  *printShelf
	window fyne.Window
	viewed []string // names of the documents that were shown
}

func showPrints(t *testing.T) *printTable {
	t.Helper()
	words.Use(model.Finnish)
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	x := &printTable{t: t, shelf: newPrintShelf(), window: test.NewTempWindow(t, widget.NewLabel(""))}
	x.window.Resize(fyne.NewSize(1366, 768))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.window}, Messages: kit.NewMessages(), Printed: t.TempDir(),
		Today: func() model.Date { return model.MustDate("2026-11-22") },
		View: func(path string) error {
			x.viewed = append(x.viewed, filepath.Base(path))
			return nil
		},
	}
	blank := kit.NamedView{Word: "–", Make: func() kit.View { return blankView{} }}
	x.Screen = &Screen{Views: kit.NewViews(blank, blank, blank, blank), desk: d, store: x.shelf, day: d.Today()}
	x.Show(weekTab)
	x.window.SetContent(x.Content())
	return x
}

// inDialog lists everything in the dialog on top of the window, in the order in which it is read.
func (x *printTable) inDialog() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	var look func(o fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		out = append(out, o)
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				look(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				look(c)
			}
		}
	}
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		look(top)
	}
	return out
}

// buttons are the words of the buttons of the dialog.
func (x *printTable) buttons() []string {
	var out []string
	for _, o := range x.inDialog() {
		if b, ok := o.(*kit.Button); ok {
			out = append(out, b.Text)
		}
	}
	return out
}

func (x *printTable) press(label string) {
	x.t.Helper()
	for _, o := range x.inDialog() {
		if b, ok := o.(*kit.Button); ok && b.Text == label {
			b.Tapped(nil)
			return
		}
	}
	x.t.Fatalf("there is no %q to press among %q", label, x.buttons())
}

// says reports whether a label in the dialog has the text in it.
func (x *printTable) says(text string) bool {
	return slices.ContainsFunc(x.inDialog(), func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *widget.Label:
			return strings.Contains(o.Text, text)
		case *kit.Check:
			return strings.Contains(o.Text, text)
		}
		return false
	})
}

// printField finds the input of the dialog that is labelled so.
func printField[I fyne.CanvasObject](x *printTable, label string) I {
	x.t.Helper()
	for _, o := range x.inDialog() {
		if i, ok := o.(I); ok && strings.HasPrefix(any(i).(interface{ AccessibilityLabel() string }).AccessibilityLabel(), label) {
			return i
		}
	}
	var none I
	x.t.Fatalf("there is no field %q of type %T", label, none)
	return none
}

func choose[T comparable](x *printTable, label string, value T) {
	x.t.Helper()
	s := printField[*kit.Select[T]](x, label)
	s.SetValue(value)
	s.OnChanged()
}
