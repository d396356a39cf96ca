package calendar

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kumppani/model"
)

// countRegion is a week with sessions that are over, cancelled, and of a group that goes on from another, and the same
// week a year before.
func countRegion() *shelf {
	day := model.MustDate
	sarka, ranta := model.Municipality{Code: "994", Name: "Sarkajärvi"}, model.Municipality{Code: "997", Name: "Rantaniemi"}
	s := &shelf{
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
	}
	s.add("1", "kahvila", "talo", "2026-11-16 09:30–11:30", "eevi", "paula")
	s.add("2", "vauva", "tupa", "2026-11-18 13:00–14:30", "eevi")
	s.add("3", "kahvila", "talo", "2026-11-19 09:30–11:30", "paula")
	s.add("4", "kahvila", "talo", "2026-11-23 09:30–11:30", "eevi", "paula")
	s.add("0", "kahvila", "talo", "2026-11-09 09:30–11:30", "eevi", "paula")
	s.add("a", "kahvila", "talo", "2025-11-17 09:30–11:30")
	s.add("b", "vauva-vanha", "talo", "2025-11-19 13:00–14:30")
	s.sessions[2].State, s.sessions[2].Reason = model.SessionCancelled, "ohjaaja sairastui"
	s.sessions[5].Counts = model.Counts{Adults: model.CountOf(9), Children: model.CountOf(12)}
	s.sessions[6].Counts = model.Counts{Adults: model.CountOf(4)}
	for i := 5; i < 7; i++ {
		s.sessions[i].SeasonID = "vanha"
	}
	return s
}

// showCount shows the counting or the duties on Sunday 22 November 2026.
func showCount(t testing.TB, store *shelf, tab int, l model.Language) *table {
	t.Helper()
	return showCalendar(t, store, tab, model.MustDate("2026-11-22"), l)
}

func (x *table) counting() *countView { return x.View(countTab).(*countView) }
func (x *table) duties() *dutiesView  { return x.View(dutiesTab).(*dutiesView) }

func (x *table) ctrl(key fyne.KeyName) {
	x.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
}

// texts are the cells of a row of the grid, the place after its group.
func (v *countView) texts(row int) string {
	var out []string
	for c := range v.columns() {
		cell := v.cell(row, c)
		out = append(out, cell.Text)
		if c == groupColumn {
			out = append(out, cell.Small)
		}
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
func manyCounts(n int) *shelf {
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
				SeasonID: "syksy", Date: day, From: clock("09:30"), Until: clock("11:30"), State: model.SessionPlanned,
			}
			if i%2 == 0 || day.Year() == 2025 {
				x.Counts = model.Counts{Adults: model.CountOf(10), Children: model.CountOf(12)}
			}
			s.sessions = append(s.sessions, x)
		}
	}
	return s
}
