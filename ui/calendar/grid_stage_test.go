package calendar

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
)

// gridVillage is the village of the panel in the last week of November, with what makes a week hard to read: a pair
// without a professional, a session that lacks its theme, one that was cancelled and one that was moved, a partner who
// has a place, and a closure.
func gridVillage() *shelf {
	day := model.MustDate
	s := panelVillage()
	s.organisations = []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}}}
	s.groups[0].Organisers = []model.ID{"mll"}
	s.add("peruttu", "ranta", "kyla", "2026-11-25 17:00–19:00", "kaisu")
	s.add("siirretty", "viisi", "kyla", "2026-11-26 10:00–11:30", "terhi", "bertta")
	cancelled, moved := &s.sessions[s.at("peruttu")], &s.sessions[s.at("siirretty")]
	cancelled.State, cancelled.Reason = model.SessionCancelled, "Kaisu kipeänä"
	moved.SlotOn = day("2026-11-20")
	s.booked = []model.PartnerEvent{
		{CalendarID: "srk", PlaceID: "kyla", Date: day("2026-11-26"), From: clock("13:00"), Until: clock("15:00"), Title: "Rippikoulu"},
		{CalendarID: "srk", PlaceID: "kyla", Date: day("2026-11-27"), Title: "Talo varattu"},
	}
	s.closures = append(s.closures, model.Closure{
		ID: "loma", Scope: model.ClosedMunicipality, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
		From: day("2026-11-26"), Until: day("2026-11-27"), Reason: model.Text{Fi: "Syysloma", Sv: "Höstlov"},
	})
	return s
}

// showGrids shows the calendar on Monday 23 November 2026; what it asks to open it opens itself.
func showGrids(t testing.TB, store *shelf, l model.Language) *table {
	t.Helper()
	x := showCalendar(t, store, weekTab, model.MustDate("2026-11-23"), l)
	x.Desk.Open = x.OpenKind
	return x
}

func (x *table) week() *weekView   { return x.View(weekTab).(*weekView) }
func (x *table) month() *monthView { return x.View(monthTab).(*monthView) }

// block is the block of a session in the week by time.
func (x *table) block(id string) kit.TimeBlock {
	x.T.Helper()
	_, blocks, _ := x.week().timeParts()
	i := slices.IndexFunc(blocks, func(b kit.TimeBlock) bool { return b.Key == id })
	if i < 0 {
		x.T.Fatalf("the week does not show %s", id)
	}
	return blocks[i]
}

// said is what a screen reader says of a session in the week by time.
func (x *table) said(id string) string {
	b := x.block(id)
	return x.week().timeText(id, b.TimeSpot)
}

// drawn is where a text is drawn in the window; the first of several.
func (x *table) drawn(text string) fyne.Position {
	x.T.Helper()
	found := stage.Find(x.Content(), func(o fyne.CanvasObject) bool {
		drawn, is := o.(*canvas.Text)
		return is && drawn.Text == text
	})
	if found == nil {
		x.T.Fatalf("%q is not drawn", text)
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
}

func (x *table) kept(id model.ID) string {
	s := x.store.kept(id)
	return fmt.Sprint(s.Date, " ", s.From, "–", s.Until, " slot ", s.SlotOn)
}

// bigRegion has 60 places, 400 groups and 250 sessions a week for four weeks, and a season of 5,000 sessions.
func bigRegion() *shelf {
	s := &shelf{}
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
