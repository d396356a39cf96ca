package meetings

import (
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

var planToday = model.MustDate("2026-08-15")

// planRegion is a café that meets every Tuesday, an evening group of eight times whose hall is closed once and which has no
// volunteer, a group of December in the room of the café, and one that has ended.
func planRegion() *shelf {
	weekly := func(day time.Weekday, every int) model.Recurrence {
		return model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: day, Every: every}
	}
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	sarka, ranta := model.Municipality{Code: "994", Name: "Sarkajärvi"}, model.Municipality{Code: "997", Name: "Rantaniemi"}
	return &shelf{
		centre: model.Centre{Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Åkersjö"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}}},
		places: []model.MeetingPlace{
			{ID: "sali", Name: model.Text{Fi: "Kylätalo"}, Kind: model.VillageHall, Municipality: ranta},
			{ID: "tupa", Name: model.Text{Fi: "Perhetupa"}, Kind: model.FamilyRoom, Municipality: sarka},
		},
		groups: []model.Group{
			{
				ID: "piiri", Name: model.Text{Fi: "Iltapiiri", Sv: "Kvällsringen"}, Type: model.DirectedGroup, PlaceID: "sali", Recurrence: weekly(time.Wednesday, 2),
				From: at("17:30"), Until: at("19:30"), FixedSessions: model.CountOf(8), Leaders: []model.ID{"ville"}, AgreementID: "suullinen",
			},
			{
				ID: "kahvila", Name: model.Text{Fi: "Perhekahvila", Sv: "Familjecafé"}, Type: model.OpenGroup, PlaceID: "tupa", Recurrence: weekly(time.Tuesday, 1),
				From: at("09:30"), Until: at("11:30"), Leaders: []model.ID{"aino", "ville"}, Organisers: []model.ID{"mll"},
			},
			{
				ID: "vanha", Name: model.Text{Fi: "Vanha ryhmä"}, PlaceID: "tupa", Recurrence: weekly(time.Monday, 1), From: at("09:00"), Until: at("10:00"),
				RunsUntil: model.MustDate("2025-05-31"),
			},
			{
				ID: "vauva", Name: model.Text{Fi: "Vauvaryhmä"}, Type: model.OpenGroup, PlaceID: "tupa", Recurrence: weekly(time.Tuesday, 1), From: at("11:00"),
				Until: at("12:00"), RunsFrom: model.MustDate("2026-12-01"), Leaders: []model.ID{"ville", "sari"},
			},
		},
		closures: []model.Closure{
			{ID: "loma", Scope: model.ClosedMunicipality, Municipality: sarka, From: model.MustDate("2026-10-19"), Until: model.MustDate("2026-10-25"), Reason: model.Text{Fi: "Syysloma", Sv: "Höstlov"}},
			{ID: "putki", Scope: model.ClosedPlace, PlaceID: "sali", From: model.MustDate("2026-10-12"), Until: model.MustDate("2026-10-18"), Reason: model.Text{Fi: "Putkirikko"}},
		},
		seasons: []model.Season{
			{ID: "syksy", Name: model.Text{Fi: "Syksy 2026", Sv: "Hösten 2026"}, From: model.MustDate("2026-08-31"), Until: model.MustDate("2026-12-11"), Eves: true},
			{ID: "vanha", Name: model.Text{Fi: "Kevät 2026"}, From: model.MustDate("2026-01-12"), Until: model.MustDate("2026-05-22")},
		},
		leaders: []model.Leader{
			{ID: "aino", Kind: model.Volunteer, Name: "Aino Kettula", Statuses: active, Absences: []model.Absence{{From: model.MustDate("2026-09-08"), Until: model.MustDate("2026-09-09")}}},
			{ID: "sari", Kind: model.Volunteer, Name: "Sari Lampila", Statuses: active},
			{ID: "ville", Kind: model.Professional, Name: "Ville Harjunen", Statuses: active},
		},
		organisations: []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}, Sector: model.Association}},
		agreements: []model.AgreementSummary{{
			ID: "suullinen", Number: "2026-008", Title: model.Text{Fi: "Salin käyttö"}, Form: model.Oral, AgreedOn: model.MustDate("2026-01-01"),
			ValidFrom: model.MustDate("2026-01-01"), ValidUntil: model.MustDate("2026-10-31"),
		}},
	}
}

// showPlans shows a view of the screen.
func showPlans(t testing.TB, store *shelf, tab int, l model.Language) *table {
	t.Helper()
	return show(t, store, tab, planToday, l)
}

func (x *table) seasons() *seasonsView   { return x.View(seasonsTab).(*seasonsView) }
func (x *table) closures() *closuresView { return x.View(closuresTab).(*closuresView) }

// plan opens the dry run of the autumn.
func (x *table) plan() *planView {
	x.T.Helper()
	x.OpenKind(model.KindSeason, "syksy")
	x.Tap(words.T("meetings.season.plan"))
	if x.seasons().plan == nil {
		x.T.Fatal("no dry run is shown")
	}
	return x.seasons().plan
}

// writePlan writes the dry run, with the collisions that it has.
func (x *table) writePlan() {
	x.T.Helper()
	x.Save()
	x.SeesPart(words.T("meetings.plan.amiss.title"))
	x.Tap(words.T("meetings.plan.write"))
}
