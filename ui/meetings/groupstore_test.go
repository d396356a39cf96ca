package meetings

import (
	"testing"
	"time"

	"kumppani/model"
)

var sunday = model.MustDate("2026-11-22")

// village is a place with a whole pair, a place that is not accessible, one that has been given up, and groups of every
// hard kind: a half of the pair missing, on a break, an agreement that is a draft, ends mid-season or has ended.
func village() *shelf {
	day := model.MustDate
	active := []model.LeaderStatus{{State: model.LeaderActive, From: day("2024-01-01")}}
	var tuesday model.Availability
	tuesday = tuesday.With(time.Tuesday, model.Morning, true)
	sarka := model.Municipality{Code: "994", Name: "Sarkajärvi"}
	signed := []model.Party{{ID: "p1", OrganisationID: "mll", Signing: model.Signing{SignedOn: day("2025-01-01")}}}
	week := func(weekday time.Weekday, every int) model.Recurrence {
		return model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: weekday, Every: every}
	}
	s := &shelf{
		centre: model.Centre{
			Name: model.Text{Fi: "Suvantomaan perhekeskus"}, Language: model.Finnish,
			Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}},
		},
		organisations: []model.Organisation{
			{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi"}, Municipality: sarka}, {ID: "kunta", Name: model.Text{Fi: "Sarkajärven kunta"}},
		},
		agreements: []model.AgreementSummary{
			{ID: "voimassa", Number: "2025-001", Title: model.Text{Fi: "Perhetupa"}, Form: model.Written, Parties: signed, ValidFrom: day("2025-01-01")},
			{ID: "luonnos", Number: "2026-006", Title: model.Text{Fi: "Ekavauva"}, Form: model.Written, Parties: []model.Party{{ID: "p2", OrganisationID: "mll"}}},
			{ID: "kesken", Number: "2025-008", Title: model.Text{Fi: "Kylätalo"}, Form: model.Written, Parties: signed, ValidFrom: day("2025-01-01"), ValidUntil: day("2027-02-28")},
		},
		seasons: []model.Season{
			{ID: "kevat", Name: model.Text{Fi: "Kevät 2027"}, From: day("2027-01-11"), Until: day("2027-05-21"), Eves: true},
			{ID: "syksy", Name: model.Text{Fi: "Syksy 2026"}, From: day("2026-08-31"), Until: day("2026-12-11"), Eves: true},
		},
		closures: []model.Closure{
			{ID: "hiihto", Scope: model.ClosedMunicipality, Municipality: sarka, From: day("2027-03-08"), Until: day("2027-03-14"), Reason: model.Text{Fi: "Talviloma"}},
			{ID: "putki", Scope: model.ClosedPlace, PlaceID: "sarka", From: day("2026-12-01"), Until: day("2026-12-02"), Reason: model.Text{Fi: "Putkiremontti"}},
			{ID: "ohi", Scope: model.ClosedPlace, PlaceID: "sarka", From: day("2026-02-01"), Until: day("2026-02-02"), Reason: model.Text{Fi: "Mennyt sulku"}},
		},
		leaders: []model.Leader{
			{ID: "aino", Kind: model.Volunteer, Name: "Aino Kettula", Statuses: active, Municipality: sarka},
			{ID: "bertta", Kind: model.Volunteer, Name: "Bertta Salo", Statuses: active, Availability: tuesday},
			{ID: "tauko", Kind: model.Volunteer, Name: "Cecilia Tauko", Statuses: []model.LeaderStatus{{State: model.LeaderOnBreak, From: day("2026-09-01")}}},
			{ID: "entinen", Kind: model.Volunteer, Name: "Entinen Ohjaaja", Statuses: []model.LeaderStatus{{State: model.LeaderEnded, From: day("2026-09-01")}}},
			{ID: "terhi", Kind: model.Professional, Name: "Terhi Terveydenhoitaja", Statuses: active},
		},
		places: []model.MeetingPlace{
			{ID: "kyla", Name: model.Text{Fi: "Kylätalo"}, Kind: model.VillageHall, Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, Access: model.Access{StepFree: model.No}, AgreementID: "kesken"},
			{ID: "sarka", Name: model.Text{Fi: "Perhetupa Sarka", Sv: "Familjestugan Sarka"}, Kind: model.FamilyRoom, Municipality: sarka, Village: model.Text{Fi: "Keskusta"}, HostID: "mll", OwnerID: "kunta", Capacity: model.CountOf(30), Access: model.Access{StepFree: model.Yes, Toilet: model.No}, Address: model.Address{Street: "Rantatie 1", PostalCode: "99400", Town: "SARKAJÄRVI"}, Keys: "Avain Marjalla", Booking: model.Contact{Name: "Marja Avain", Phone: "040 000 0101"}, AgreementID: "voimassa"},
			{ID: "vanha", Name: model.Text{Fi: "Vanha koulu"}, Kind: model.SchoolPlace, Municipality: sarka, EndedOn: day("2026-05-31")},
		},
	}
	s.groups = []model.Group{
		{ID: "cafe", Name: model.Text{Fi: "Perhekahvila Sarka"}, Type: model.OpenGroup, PlaceID: "sarka", Audiences: []model.Audience{model.Families0to6}, Organisers: []model.ID{"mll"}, Leaders: []model.ID{"terhi", "aino"}, Languages: []model.Language{model.Finnish}, Capacity: model.CountOf(30), Minimum: model.CountOf(4), Unit: model.Persons, ThemeEvery: 2, AgreementID: "voimassa", Public: true, Recurrence: week(time.Tuesday, 1), From: at("09:00"), Until: at("11:30")},
		{ID: "eka", Name: model.Text{Fi: "Ekavauva"}, Type: model.TargetedGroup, PlaceID: "kyla", Leaders: []model.ID{"terhi"}, FixedSessions: model.CountOf(15), Unit: model.Families, Capacity: model.CountOf(10), AgreementID: "luonnos", Recurrence: week(time.Friday, 1), From: at("10:00"), Until: at("11:30")},
		{ID: "ilta", Name: model.Text{Fi: "Iltakahvila"}, Type: model.OpenGroup, PlaceID: "vanha", Leaders: []model.ID{"tauko"}, AgreementID: "kesken", Recurrence: week(time.Wednesday, 2), From: at("17:30"), Until: at("19:30"), Public: true},
		{ID: "loppu", Name: model.Text{Fi: "Loppunut ryhmä"}, Type: model.OpenGroup, PlaceID: "sarka", Recurrence: week(time.Monday, 1), From: at("09:00"), Until: at("10:00"), RunsUntil: day("2026-05-31")},
	}
	for i, date := range []string{"2026-09-01", "2026-09-08", "2026-09-15", "2026-11-24", "2026-12-08"} {
		x := model.Session{ID: model.ID("s" + date), GroupID: "cafe", SeasonID: "syksy", SlotOn: day(date), Date: day(date), From: at("09:00"), Until: at("11:30"), PlaceID: "sarka", Leaders: []model.ID{"terhi", "aino"}, State: model.SessionPlanned}
		switch i {
		case 0:
			x.Counts = model.Counts{Adults: model.CountOf(8), Children: model.CountOf(11)}
		case 1:
			x.State, x.Reason = model.SessionCancelled, "Sairaus"
		case 4:
			x.Leaders, x.PlaceID, x.SlotOn = []model.ID{"terhi"}, "kyla", day("2026-12-01")
		}
		s.sessions = append(s.sessions, x)
	}
	return s
}

func showVillage(t testing.TB, store *shelf, l model.Language) *table {
	t.Helper()
	return show(t, store, placesTab, sunday, l)
}

// groupForm opens the form of a kept group.
func (x *table) groupForm(change func(*model.Group)) *groupForm {
	x.T.Helper()
	x.OpenKind(model.KindGroup, "cafe")
	g := copyOfGroup(x.records.GroupOf["cafe"])
	change(&g)
	return x.View(groupsTab).(*groupsView).openForm(g, false, "")
}
