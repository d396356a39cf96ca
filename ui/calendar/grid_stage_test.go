package calendar

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// gridShelf is the store of the panel with what the week and the month ask for besides.
type gridShelf struct {
	*panelShelf
	organisations []model.Organisation
	written       func() // as the shell is told of a change
	reads         int    // of whole seasons
}

func (s *gridShelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s *gridShelf) SeasonSessions(_ context.Context, id model.ID) ([]model.Session, error) {
	s.reads++
	return s.which(func(x model.Session) bool { return x.SeasonID == id }), nil
}

func (s *gridShelf) UpdateSession(ctx context.Context, id model.ID, change func(*model.Session) error) (model.Session, error) {
	x, err := s.panelShelf.UpdateSession(ctx, id, change)
	if err == nil && s.written != nil {
		s.written()
	}
	return x, err
}

// gridVillage is the village of the panel in the last week of November, with what makes a week hard to read: a pair
// without a professional, a session that lacks its theme, one that was cancelled and one that was moved, a partner who
// has a place, and a closure.
func gridVillage() *gridShelf {
	day := model.MustDate
	s := &gridShelf{panelShelf: panelVillage(), organisations: []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}}}}
	s.groups[0].Organisers = []model.ID{"mll"}
	s.sessions = append(s.sessions,
		model.Session{
			ID: "peruttu", GroupID: "ranta", SeasonID: "syksy", SlotOn: day("2026-11-25"), Date: day("2026-11-25"), From: panelClock("17:00"), Until: panelClock("19:00"),
			PlaceID: "kyla", Leaders: []model.ID{"kaisu"}, State: model.SessionCancelled, Reason: "Kaisu kipeänä",
		},
		model.Session{
			ID: "siirretty", GroupID: "viisi", SeasonID: "syksy", SlotOn: day("2026-11-20"), Date: day("2026-11-26"), From: panelClock("10:00"), Until: panelClock("11:30"),
			PlaceID: "kyla", Leaders: []model.ID{"terhi", "bertta"}, State: model.SessionPlanned,
		})
	s.booked = []model.PartnerEvent{
		{CalendarID: "srk", PlaceID: "kyla", Date: day("2026-11-26"), From: panelClock("13:00"), Until: panelClock("15:00"), Title: "Rippikoulu"},
		{CalendarID: "srk", PlaceID: "kyla", Date: day("2026-11-27"), Title: "Talo varattu"},
	}
	s.closures = append(s.closures, model.Closure{
		ID: "loma", Scope: model.ClosedMunicipality, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
		From: day("2026-11-26"), Until: day("2026-11-27"), Reason: model.Text{Fi: "Syysloma", Sv: "Höstlov"},
	})
	return s
}

// gridTable is a window with the calendar in it.
type gridTable struct {
	*Screen
	t      testing.TB
	store  *gridShelf
	window fyne.Window
}

// showGrids shows the calendar on Monday 23 November 2026.
func showGrids(t testing.TB, store *gridShelf, l model.Language) *gridTable {
	t.Helper()
	words.Use(l)
	t.Cleanup(func() { words.Use(model.Finnish) })
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	x := &gridTable{t: t, store: store, window: test.NewTempWindow(t, widget.NewLabel(""))}
	x.window.Resize(fyne.NewSize(1186, 700))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.window}, Messages: kit.NewMessages(), Today: func() model.Date { return model.MustDate("2026-11-23") },
	}
	d.Open = func(k model.Kind, id model.ID) { x.OpenKind(k, id) }
	x.Screen = New(d, store)
	store.written = x.Reload
	x.window.SetContent(x.Content())
	kit.NewKeyboard(d.Dialogs, func() any { return x.Screen })
	return x
}

func (x *gridTable) week() *weekView   { return x.View(weekTab).(*weekView) }
func (x *gridTable) month() *monthView { return x.View(monthTab).(*monthView) }

// block is the block of a session in the week by time.
func (x *gridTable) block(id string) kit.TimeBlock {
	x.t.Helper()
	_, blocks, _ := x.week().timeParts()
	i := slices.IndexFunc(blocks, func(b kit.TimeBlock) bool { return b.Key == id })
	if i < 0 {
		x.t.Fatalf("the week does not show %s", id)
	}
	return blocks[i]
}

// said is what a screen reader says of a session in the week by time.
func (x *gridTable) said(id string) string {
	b := x.block(id)
	return x.week().timeText(id, b.TimeSpot)
}

// drawn is where a text is drawn in the window; the first of several.
func (x *gridTable) drawn(text string) fyne.Position {
	x.t.Helper()
	var found *canvas.Text
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			if found == nil && o.Text == text {
				found = o
			}
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
	look(x.Content())
	if found == nil {
		x.t.Fatalf("%q is not drawn", text)
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
}

func (x *gridTable) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		x.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (x *gridTable) kept(id model.ID) string {
	s, err := x.store.Session(context.Background(), id)
	if err != nil {
		x.t.Fatal(err)
	}
	return fmt.Sprint(s.Date, " ", s.From, "–", s.Until, " slot ", s.SlotOn)
}

// bigRegion has 60 places, 400 groups and 250 sessions a week for four weeks, and a season of 5,000 sessions.
func bigRegion() *gridShelf {
	s := &gridShelf{panelShelf: &panelShelf{}}
	monday := model.MustDate("2026-11-23")
	for i := range 60 {
		town := model.Municipality{Code: fmt.Sprint(900 + i%8), Name: fmt.Sprint("Kunta ", i%8)}
		s.places = append(s.places, model.MeetingPlace{ID: model.ID(fmt.Sprint("p", i)), Name: model.Text{Fi: fmt.Sprintf("Kohtaamispaikka %02d", i)}, Municipality: town})
	}
	for i := range 150 {
		kind := model.Volunteer
		if i%3 == 0 {
			kind = model.Professional
		}
		s.leaders = append(s.leaders, model.Leader{
			ID: model.ID(fmt.Sprint("l", i)), Kind: kind, Name: fmt.Sprintf("Etunimi Sukunimi%03d", i),
			Statuses: []model.LeaderStatus{{State: model.LeaderActive, From: model.MustDate("2020-01-01")}},
		})
	}
	for i := range 400 {
		s.groups = append(s.groups, model.Group{ID: model.ID(fmt.Sprint("g", i)), Name: model.Text{Fi: fmt.Sprint("Perhekahvila ", i)}, PlaceID: s.places[i%60].ID, ThemeEvery: i % 3})
	}
	for i := range 100 {
		s.closures = append(s.closures, model.Closure{ID: model.ID(fmt.Sprint("c", i)), Scope: model.ClosedMunicipality, Municipality: s.places[i%8].Municipality, From: monday.AddDays(-30 * i), Until: monday.AddDays(7 - 30*i), Reason: model.Text{Fi: "Loma"}})
	}
	s.seasons = []model.Season{{ID: "syksy", Name: model.Text{Fi: "Syksy 2026"}, From: monday.AddDays(-90), Until: monday.AddDays(50)}}
	for i := range 5000 {
		day := monday.AddDays(-7*15 + 7*(i/250) + i%5)
		from, _ := model.NewClock(9+(i/5)%8, 30*(i%2))
		until, _ := model.NewClock(11+(i/5)%8, 30*(i%2))
		s.sessions = append(s.sessions, model.Session{
			ID: model.ID(fmt.Sprint("s", i)), GroupID: s.groups[i%400].ID, SeasonID: "syksy", SlotOn: day, Date: day, From: from, Until: until,
			PlaceID: s.places[i%60].ID, Leaders: []model.ID{s.leaders[i%150].ID, s.leaders[(i+7)%150].ID}, State: model.SessionPlanned,
		})
	}
	return s
}
