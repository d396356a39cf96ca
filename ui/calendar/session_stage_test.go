package calendar

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
)

var panelToday = model.MustDate("2026-11-22")

// panelTable is a window with a panel in it and everything that a test looks at.
type panelTable struct {
	*panel
	*stage.Stage
	store  *shelf
	closed int
}

func newPanelTable(t testing.TB, store *shelf, l model.Language) *panelTable {
	t.Helper()
	x := &panelTable{Stage: stage.New(t, l, panelToday), store: store}
	x.Window.Resize(fyne.NewSize(420, 700))
	x.panel = &panel{s: New(x.Desk, store)}
	return x
}

// showPanel opens the panel of a kept session.
func showPanel(t testing.TB, store *shelf, id model.ID, l model.Language) *panelTable {
	t.Helper()
	x := newPanelTable(t, store, l)
	x.show(store.kept(id))
	return x
}

func (x *panelTable) show(session model.Session) {
	x.panel = newPanel(x.panel.s, session, func() { x.closed++ })
	x.Put(x.Content(), func() any { return x.panel })
}

// do chooses an action of the menu.
func (x *panelTable) do(label string) {
	x.T.Helper()
	for _, a := range x.actions() {
		if a.Label == label {
			a.Do()
			return
		}
	}
	x.T.Fatalf("the menu has no %q", label)
}

func (x *panelTable) offers(label string) bool {
	return slices.ContainsFunc(x.actions(), func(a kit.Action) bool { return a.Label == label })
}

// into types a text into a field of the open form in the place of what was there.
func (x *panelTable) into(field, text string) {
	x.T.Helper()
	if !x.part.(interface{ Focus(string) bool }).Focus(field) {
		x.T.Fatalf("there is no field %q", field)
	}
	x.Retype(text)
}

// panelVillage has a café of Tuesdays with a whole pair, whose volunteer is away in December; a group of Tuesdays
// elsewhere that another volunteer leads; and a group of a fixed number that has lost sessions.
func panelVillage() *shelf {
	day := model.MustDate
	active := []model.LeaderStatus{{State: model.LeaderActive, From: day("2024-01-01")}}
	sarka, ranta := model.Municipality{Code: "994", Name: "Sarkajärvi"}, model.Municipality{Code: "997", Name: "Rantaniemi"}
	signed := []model.Fulfilment{{ID: "f", RequirementID: "vaitiolo", On: day("2024-01-02")}}
	tuesday := model.Availability(0).With(time.Tuesday, model.Morning, true)
	week := func(d time.Weekday) model.Recurrence {
		return model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: d, Every: 1}
	}
	s := &shelf{
		policy: model.MeetingPolicy{TravelMinutes: 30, Categories: []model.CountCategory{
			{ID: "iso", Name: model.Text{Fi: "Isovanhempia", Sv: "Mor- och farföräldrar"}}, {ID: "vanha", Name: model.Text{Fi: "Vanha luokka"}, Off: true},
		}},
		seasons:  []model.Season{{ID: "syksy", Name: model.Text{Fi: "Syksy 2026", Sv: "Hösten 2026"}, From: day("2026-08-31"), Until: day("2026-12-18")}},
		closures: []model.Closure{{ID: "putki", Scope: model.ClosedPlace, PlaceID: "sarka", From: day("2026-12-08"), Until: day("2026-12-09"), Reason: model.Text{Fi: "Putkiremontti"}}},
		leaders: []model.Leader{
			{ID: "aino", Kind: model.Volunteer, Name: "Aino Kettula", Statuses: active, Completed: signed, Absences: []model.Absence{{ID: "a", From: day("2026-12-01"), Until: day("2026-12-31")}}},
			{ID: "bertta", Kind: model.Volunteer, Name: "Bertta Salo", Statuses: active, Municipality: sarka, Phone: "040 000 0102", Availability: tuesday, Completed: signed},
			{ID: "kaisu", Kind: model.Volunteer, Name: "Kaisu Ranta", Statuses: active, Municipality: ranta},
			{ID: "onni", Kind: model.Volunteer, Name: "Onni Tauko", Statuses: []model.LeaderStatus{{State: model.LeaderOnBreak, From: day("2026-09-01")}}},
			{ID: "terhi", Kind: model.Professional, Name: "Terhi Terveydenhoitaja", Statuses: active},
		},
		places: []model.MeetingPlace{
			{ID: "kyla", Name: model.Text{Fi: "Kylätalo"}, Kind: model.VillageHall, Municipality: ranta},
			{ID: "sarka", Name: model.Text{Fi: "Perhetupa Sarka", Sv: "Familjestugan Sarka"}, Kind: model.FamilyRoom, Municipality: sarka},
		},
		groups: []model.Group{
			{ID: "cafe", Name: model.Text{Fi: "Perhekahvila Sarka", Sv: "Familjekaféet Sarka"}, Type: model.OpenGroup, PlaceID: "sarka", Leaders: []model.ID{"terhi", "aino"}, ThemeEvery: 2, Recurrence: week(time.Tuesday), From: clock("09:30"), Until: clock("11:30")},
			{ID: "ranta", Name: model.Text{Fi: "Rannan ryhmä"}, Type: model.OpenGroup, PlaceID: "kyla", Leaders: []model.ID{"kaisu"}, Recurrence: week(time.Tuesday), From: clock("10:00"), Until: clock("12:00")},
			{ID: "viisi", Name: model.Text{Fi: "Viiden kerran ryhmä"}, Type: model.TargetedGroup, PlaceID: "kyla", FixedSessions: model.CountOf(5), Recurrence: week(time.Friday), From: clock("10:00"), Until: clock("11:30")},
		},
	}
	for _, on := range []string{"2026-11-17", "2026-11-24", "2026-12-01", "2026-12-15"} {
		s.add(model.ID("c"+on), "cafe", "sarka", on+" 09:30–11:30", "terhi", "aino")
		s.add(model.ID("r"+on), "ranta", "kyla", on+" 10:00–12:00", "kaisu")
	}
	s.add("v2026-11-27", "viisi", "kyla", "2026-11-27 10:00–11:30", "terhi")
	return s
}
