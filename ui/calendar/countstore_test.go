package calendar

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/region"
	"kumppani/ui/words"
)

// countShelf is a store in memory: what counting and duties do not ask for is not there.
type countShelf struct {
	Store
	places   []model.MeetingPlace
	groups   []model.Group
	seasons  []model.Season
	sessions []model.Session
	leaders  []model.Leader
	policy   model.MeetingPolicy
	fails    error // what every write answers
	writes   int
	tell     func() // called after each write, as the shell is
}

func (s *countShelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Name: model.Text{Fi: "Suvannon perhekeskus"}, Language: model.Finnish, Municipalities: []model.RegionMunicipality{
		{Code: "994", Fi: "Sarkajärvi"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"},
	}}, nil
}

func (s *countShelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return s.policy, nil
}

func (s *countShelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) {
	return s.places, nil
}
func (s *countShelf) Groups(context.Context) ([]model.Group, error)     { return s.groups, nil }
func (s *countShelf) Closures(context.Context) ([]model.Closure, error) { return nil, nil }
func (s *countShelf) Seasons(context.Context) ([]model.Season, error)   { return s.seasons, nil }
func (s *countShelf) Leaders(context.Context) ([]model.Leader, error)   { return s.leaders, nil }
func (s *countShelf) PartnerEvents(context.Context, model.Date, model.Date) ([]model.PartnerEvent, error) {
	return nil, nil
}

func (s *countShelf) Organisations(context.Context) ([]model.Organisation, error) {
	return nil, nil
}

func (s *countShelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	var out []model.Session
	for _, x := range s.sessions {
		if !x.Date.Before(from) && !x.Date.After(until) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Session) int { return a.Date.Compare(b.Date) })
	return out, nil
}

func (s *countShelf) SeasonSessions(_ context.Context, id model.ID) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool { return x.SeasonID != id }), nil
}

func (s *countShelf) UpdateSession(_ context.Context, id model.ID, change func(*model.Session) error) (model.Session, error) {
	if s.fails != nil {
		return model.Session{}, s.fails
	}
	i := slices.IndexFunc(s.sessions, func(x model.Session) bool { return x.ID == id })
	x := s.sessions[i]
	if err := change(&x); err != nil {
		return x, err
	}
	s.sessions[i] = x
	s.writes++
	s.tell()
	return x, nil
}

func (s *countShelf) session(id model.ID) model.Session {
	i := slices.IndexFunc(s.sessions, func(x model.Session) bool { return x.ID == id })
	return s.sessions[i]
}

func countClock(text string) model.Clock {
	c, err := model.ParseClock(text)
	if err != nil {
		panic(err)
	}
	return c
}

// countRegion is a week with sessions that are over, cancelled, and of a group that goes on from another, and the same
// week a year before.
func countRegion() *countShelf {
	day := model.MustDate
	sarka, ranta := model.Municipality{Code: "994", Name: "Sarkajärvi"}, model.Municipality{Code: "997", Name: "Rantaniemi"}
	session := func(id, group, place model.ID, on, from, until string, leaders ...model.ID) model.Session {
		return model.Session{
			ID: id, GroupID: group, PlaceID: place, SeasonID: "syksy", Date: day(on), SlotOn: day(on), From: countClock(from), Until: countClock(until),
			State: model.SessionPlanned, Leaders: leaders,
		}
	}
	s := &countShelf{
		tell:   func() {},
		places: []model.MeetingPlace{{ID: "talo", Name: model.Text{Fi: "Kylätalo"}, Municipality: sarka}, {ID: "tupa", Name: model.Text{Fi: "Rantatupa"}, Municipality: ranta}},
		groups: []model.Group{
			{ID: "kahvila", Name: model.Text{Fi: "Perhekahvila", Sv: "Familjecafé"}, PlaceID: "talo"},
			{ID: "vauva", Name: model.Text{Fi: "Vauvakahvila"}, PlaceID: "tupa", ContinuesID: "vauva-vanha"},
			{ID: "vauva-vanha", Name: model.Text{Fi: "Vauvakerho"}, PlaceID: "talo"},
		},
		seasons: []model.Season{
			{ID: "syksy", Name: model.Text{Fi: "Syksy 2026", Sv: "Hösten 2026"}, From: day("2026-08-31"), Until: day("2026-12-11")},
			{ID: "vanha", Name: model.Text{Fi: "Syksy 2025"}, From: day("2025-09-01"), Until: day("2025-12-12")},
		},
		leaders: []model.Leader{
			{ID: "eevi", Name: "Eevi Salo", Kind: model.Volunteer},
			{ID: "outi", Name: "Outi Vainio", Kind: model.Volunteer},
			{ID: "paula", Name: "Paula Ahlström", Kind: model.Professional},
		},
		policy: model.MeetingPolicy{TravelMinutes: 30, Categories: []model.CountCategory{
			{ID: "mummot", Name: model.Text{Fi: "isovanhempia", Sv: "mor- och farföräldrar"}}, {ID: "pois", Name: model.Text{Fi: "vanha"}, Off: true},
		}},
		sessions: []model.Session{
			session("1", "kahvila", "talo", "2026-11-16", "09:30", "11:30", "eevi", "paula"),
			session("2", "vauva", "tupa", "2026-11-18", "13:00", "14:30", "eevi"),
			session("3", "kahvila", "talo", "2026-11-19", "09:30", "11:30", "paula"),
			session("4", "kahvila", "talo", "2026-11-23", "09:30", "11:30", "eevi", "paula"),
			session("0", "kahvila", "talo", "2026-11-09", "09:30", "11:30", "eevi", "paula"),
			session("a", "kahvila", "talo", "2025-11-17", "09:30", "11:30"),
			session("b", "vauva-vanha", "talo", "2025-11-19", "13:00", "14:30"),
		},
	}
	s.sessions[2].State, s.sessions[2].Reason = model.SessionCancelled, "ohjaaja sairastui"
	s.sessions[5].Counts = model.Counts{Adults: model.CountOf(9), Children: model.CountOf(12)}
	s.sessions[6].Counts = model.Counts{Adults: model.CountOf(4)}
	for i := 5; i < 7; i++ {
		s.sessions[i].SeasonID = "vanha"
	}
	return s
}

// countTable is the screen of the calendar in a window of the test driver.
type countTable struct {
	*Screen
	t    testing.TB
	w    fyne.Window
	kept *countShelf
}

func showCount(t testing.TB, shelf *countShelf, tab int, l model.Language) *countTable {
	t.Helper()
	app := test.NewApp()
	app.Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	words.Use(l)
	x := &countTable{t: t, w: test.NewWindow(nil), kept: shelf}
	t.Cleanup(func() { x.w.Close(); app.Quit(); words.Use(model.Finnish) })
	x.w.Resize(fyne.NewSize(1180, 680))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.w}, Messages: kit.NewMessages(),
		Today: func() model.Date { return model.MustDate("2026-11-22") }, Open: func(model.Kind, model.ID) {},
	}
	x.Screen = &Screen{desk: d, store: shelf, records: &records{Records: region.Records{Today: d.Today()}}, day: d.Today()}
	views := []kit.NamedView{
		{Word: "-", Make: func() kit.View { return noView{} }},
		{Word: "-", Make: func() kit.View { return noView{} }},
		{Word: "Kävijät", Make: func() kit.View { return newCountView(x.Screen) }},
		{Word: "Vuorot", Make: func() kit.View { return newDutiesView(x.Screen) }},
	}
	x.Views = kit.NewViews(views...)
	x.Show(tab)
	shelf.tell = x.Reload
	x.w.SetContent(x.Screen.Content())
	return x
}

// noView stands for the views that are not looked at here.
type noView struct{}

func (noView) Content() fyne.CanvasObject { return widget.NewLabel("") }
func (noView) Reload()                    {}
func (noView) MayLeave(then func())       { then() }

func (x *countTable) counting() *countView { return x.View(countTab).(*countView) }
func (x *countTable) duties() *dutiesView  { return x.View(dutiesTab).(*dutiesView) }

func (x *countTable) press(keys ...fyne.KeyName) {
	x.t.Helper()
	for _, key := range keys {
		focused := x.w.Canvas().Focused()
		if tab, ok := focused.(fyne.Tabbable); key == fyne.KeyTab && (!ok || !tab.AcceptsTab()) {
			x.w.Canvas().FocusNext()
			continue
		}
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (x *countTable) typed(text string) {
	for _, r := range text {
		x.w.Canvas().Focused().TypedRune(r)
	}
}

func (x *countTable) ctrl(key fyne.KeyName) {
	x.w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
}

// says reports whether a text is seen in the window or, where there is one, in the dialog.
func (x *countTable) says(text string) bool {
	top := x.w.Canvas().Overlays().Top()
	if top == nil {
		top = x.w.Content()
	}
	for _, o := range test.LaidOutObjects(top) {
		var said string
		switch l := o.(type) {
		case *widget.Label:
			said = l.Text
		case *kit.Text:
			said = l.Text
		case *kit.Link:
			said = l.Text
		case *widget.RichText:
			said = l.String()
		}
		if o.Visible() && strings.Contains(said, text) {
			return true
		}
	}
	return false
}

func (x *countTable) wantSays(texts ...string) {
	x.t.Helper()
	for _, text := range texts {
		if !x.says(text) {
			x.t.Errorf("nothing says %q", text)
		}
	}
}

// tap presses the button of this name in the window or in the dialog.
func (x *countTable) tap(label string) {
	x.t.Helper()
	top := x.w.Canvas().Overlays().Top()
	if top == nil {
		top = x.w.Content()
	}
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(*kit.Button); ok && b.Visible() && (b.Text == label || b.AccessibilityLabel() == label) {
			b.Tapped(nil)
			return
		}
	}
	x.t.Fatalf("there is no button %q", label)
}

// texts are the cells of a row of the grid.
func (v *countView) texts(row int) string {
	var out []string
	for c := range v.columns() {
		out = append(out, v.cell(row, c).Text)
	}
	return strings.Join(out, "|")
}

func (v *countView) feet(row int) string {
	var out []string
	for c := range v.columns() {
		out = append(out, v.foot(row, c).Text)
	}
	return strings.Join(out, "|")
}

// manyCounts is a region with a week of n sessions, half of them counted, and the same a year before.
func manyCounts(n int) *countShelf {
	s := countRegion()
	s.groups, s.places, s.sessions = nil, nil, nil
	for i := range 60 {
		s.places = append(s.places, model.MeetingPlace{ID: model.ID(fmt.Sprint("p", i)), Name: model.Text{Fi: fmt.Sprintf("Kohtaamispaikka %d", i)}})
	}
	for i := range 400 {
		s.groups = append(s.groups, model.Group{ID: model.ID(fmt.Sprint("g", i)), Name: model.Text{Fi: fmt.Sprintf("Perheryhmä numero %d", i)}})
	}
	monday := model.MustDate("2026-11-16")
	for i := range n {
		for _, day := range []model.Date{monday.AddDays(i % 5), monday.SameWeek(-1).AddDays(i % 5)} {
			x := model.Session{
				ID: model.ID(fmt.Sprint(day.Year(), "-", i)), GroupID: model.ID(fmt.Sprint("g", i)), PlaceID: model.ID(fmt.Sprint("p", i%60)),
				SeasonID: "syksy", Date: day, From: countClock("09:30"), Until: countClock("11:30"), State: model.SessionPlanned,
			}
			if i%2 == 0 || day.Year() == 2025 {
				x.Counts = model.Counts{Adults: model.CountOf(10), Children: model.CountOf(12)}
			}
			s.sessions = append(s.sessions, x)
		}
	}
	return s
}
