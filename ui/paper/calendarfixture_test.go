package paper

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"kumppani/model"
)

var autumn = model.Season{
	ID: "s1", Name: model.Text{Fi: "Syksy 2026", Sv: "Hösten 2026", En: "Autumn 2026"}, From: day("2026-08-31"), Until: day("2026-12-11"),
}

func weekly(d time.Weekday, every int) model.Recurrence {
	return model.Recurrence{Rhythm: model.EveryNWeeks, Weekday: d, Every: every}
}

// region is a fictional region with seven places and fourteen groups, its autumn planned.
type region struct {
	o        Office
	f        MeetingFacts
	groups   []model.Group
	sessions []model.Session
}

func testRegion() region {
	o := testOffice()
	for id, name := range map[model.ID]model.Text{
		"k1": {Fi: "Sarkajärven kunta", Sv: "Sarkajärvi kommun"}, "k4": {Fi: "Rantaniemen kunta", Sv: "Strandnäs kommun"},
		"w": {Fi: "Suvantomaan hyvinvointialue", Sv: "Suvantolands välfärdsområde"}, "l": {Fi: "Hiidenlammen Lapsiystävät ry"},
	} {
		o.Organisations[id] = model.Organisation{ID: id, Name: name}
	}
	lapset := o.Organisations["l"]
	lapset.Contacts = []model.Contact{{ID: "lc", Name: "Riikka Salmela", Phone: "+358 40 000 0107"}}
	o.Organisations["l"] = lapset
	o.Centre.Region = model.Text{Fi: "Suvantomaa", Sv: "Suvantoland"}
	o.Centre.Email = "perhekeskus@suvantomaa.example"
	o.Centre.Municipalities = []model.RegionMunicipality{
		{Code: "994", Fi: "Sarkajärvi", Sv: "Sarkajärvi"}, {Code: "995", Fi: "Hiidenlampi"}, {Code: "996", Fi: "Myllyvaara"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"},
	}
	r := region{o: o, groups: testGroups()}
	r.f = MeetingFacts{
		Groups: model.GroupDirectoryOf(r.groups), Places: model.PlaceDirectoryOf(testPlaces()), Leaders: model.LeaderDirectoryOf(testPair()),
		Closures: []model.Closure{
			{ID: "c1", Scope: model.ClosedEverywhere, From: day("2026-10-19"), Until: day("2026-10-25"), Reason: model.Text{Fi: "syysloma", Sv: "höstlov"}},
			{ID: "c2", Scope: model.ClosedPlace, PlaceID: "p3", From: day("2026-11-02"), Until: day("2026-11-22"), Reason: model.Text{Fi: "vesivahinko", Sv: "vattenskada"}},
		},
		Policy: model.MeetingPolicy{Categories: []model.CountCategory{{ID: "x1", Name: model.Text{Fi: "Isovanhemmat", Sv: "Mor- och farföräldrar"}}, {ID: "x2", Name: model.Text{Fi: "Vanha"}, Off: true}}},
	}
	facts := model.ConflictFacts{Groups: r.f.Groups, Places: r.f.Places, Leaders: r.f.Leaders, Closures: r.f.Closures[:1]}
	plan := model.PlanSeason(model.PlanInput{Season: autumn, Groups: r.groups, Facts: facts, Today: day("2026-08-01")})
	for _, l := range plan.Lines {
		if l.Act == model.PlanMake {
			s := l.Session
			s.ID, s.SeasonID = model.ID(fmt.Sprint(s.GroupID, s.SlotOn)), autumn.ID
			r.sessions = append(r.sessions, s)
		}
	}
	facts.Closures = r.f.Closures
	for _, s := range model.AfterClosures(r.sessions, facts, day("2026-08-01")) {
		r.change(s.ID, func(x *model.Session) { *x = s })
	}
	r.change("g12026-09-29", func(x *model.Session) { x.Date = day("2026-09-30") })
	r.change("g22026-11-26", func(x *model.Session) { x.State, x.Reason = model.SessionCancelled, "Maija sairastui" })
	r.change("g142026-09-25", func(x *model.Session) { x.From = clock(10, 0) })
	r.change("g142026-10-02", func(x *model.Session) { x.PlaceID = "p6" })
	r.change("g42026-11-25", func(x *model.Session) { x.Theme, x.Guest = "Lapsen uni", "terveydenhoitaja" })
	return r
}

func (r *region) change(id model.ID, change func(*model.Session)) {
	for i := range r.sessions {
		if r.sessions[i].ID == id {
			change(&r.sessions[i])
			return
		}
	}
	panic("no session " + id)
}

func (r *region) sheet(size PaperSize, languages []model.Language) CalendarSheet {
	return CalendarSheet{
		Season: autumn, Size: size, Languages: languages, Facts: r.f,
		Entries: model.PublicCalendar(r.sessions, r.groups, r.f.Places, model.CalendarArea{}),
	}
}

func testPlaces() []model.MeetingPlace {
	all := model.Access{StepFree: model.Yes, Toilet: model.Yes, ChangingTable: model.Yes, Parking: model.Yes, PramSpace: model.Yes}
	place := func(id model.ID, fi, sv, code, street string, kind model.PlaceKind) model.MeetingPlace {
		name := map[string]string{"994": "Sarkajärvi", "995": "Hiidenlampi", "996": "Myllyvaara", "997": "Rantaniemi"}[code]
		return model.MeetingPlace{
			ID: id, Name: model.Text{Fi: fi, Sv: sv}, Kind: kind, Municipality: model.Municipality{Code: code, Name: name},
			Address: model.Address{Street: street, PostalCode: "99" + code, Town: name}, Access: all,
		}
	}
	out := []model.MeetingPlace{
		place("p1", "Perhetupa Sarka", "", "994", "Kylätie 12", model.FamilyRoom),
		place("p2", "Seurakuntakodin kerhotila", "", "994", "Kirkkotie 3", model.ParishClubRoom),
		place("p3", "Hiidenlammen koulun kerhohuone", "", "995", "Koulutie 1", model.FamilyCafe),
		place("p4", "Myllyvaaran neuvola", "", "996", "Terveystie 4 B", model.Clinic),
		place("p5", "Myllyvaaran kylätalo", "", "996", "Myllytie 40", model.VillageHall),
		place("p6", "Avoin päiväkoti Ranta", "Öppna daghemmet Stranden", "997", "Rantatie 8", model.OpenDaycare),
		place("p7", "Rantapuisto", "Strandparken", "997", "", model.FamilyPark),
	}
	out[0].Village, out[1].Village = model.Text{Fi: "Sarka"}, model.Text{Fi: "Kirkonkylä"}
	out[0].Booking = model.Contact{Name: "Maija Lahti", Phone: "040 765 4321"} // a volunteer
	out[2].HostID, out[2].Booking = "l", model.Contact{Name: "Riikka Salmela", Phone: "040 000 0107"}
	out[3].Booking = model.Contact{Name: "Vieras Ihminen", Phone: "050 111"}
	out[4].Access = model.Access{StepFree: model.No, Parking: model.Yes, Notes: model.Text{Fi: "Kolme askelmaa, apua saa soittamalla."}}
	out[6].Access = model.Access{StepFree: model.Yes, PramSpace: model.Yes}
	return out
}

func testPair() []model.Leader {
	maija := filledLeader()
	maija.Publication = model.Publication{On: day("2024-09-02"), Name: true}
	return []model.Leader{
		maija,
		{ID: "l2", Kind: model.Volunteer, Name: "Ville Korhonen", Phone: "040 222 3333", Publication: model.Publication{On: day("2026-01-01"), Name: true, Phone: true}},
		{ID: "l3", Kind: model.Volunteer, Name: "Salla Salainen", Phone: "040 999 8888"},
		{ID: "l4", Kind: model.Professional, Name: "Hanna Virkkala"},
	}
}

func testGroups() []model.Group {
	group := func(id, place model.ID, fi, sv string, kind model.GroupType, r model.Recurrence, from, until string) model.Group {
		a, _ := model.ParseClock(from)
		b, _ := model.ParseClock(until)
		return model.Group{
			ID: id, PlaceID: place, Name: model.Text{Fi: fi, Sv: sv}, Type: kind, Recurrence: r, From: a, Until: b, Public: true,
			Audiences: []model.Audience{model.Families0to6}, Organisers: []model.ID{"o2"}, Leaders: []model.ID{"l1", "l4"},
		}
	}
	open, directed := model.OpenGroup, model.DirectedGroup
	out := []model.Group{
		group("g1", "p1", "Perhekahvila Sarka", "", open, weekly(time.Tuesday, 1), "09:00", "11:30"),
		group("g2", "p1", "Vauvakahvila", "", open, weekly(time.Thursday, 1), "13:00", "15:00"),
		group("g3", "p1", "Isä-lapsi-lauantai", "", directed, weekly(time.Saturday, 2), "10:00", "12:00"),
		group("g4", "p2", "Perhekerho", "", open, weekly(time.Wednesday, 1), "09:30", "11:30"),
		group("g5", "p4", "Perhevalmennus", "Familjeträning", directed, weekly(time.Monday, 1), "17:00", "19:00"),
		group("g6", "p3", "Perhekahvila Hiidenlampi", "", open, weekly(time.Monday, 1), "09:30", "11:30"),
		group("g7", "p3", "Iltakahvila", "", open, model.Recurrence{Rhythm: model.OddWeeks, Weekday: time.Wednesday}, "17:30", "19:30"),
		group("g8", "p4", "Ekavauva", "", model.TargetedGroup, weekly(time.Friday, 1), "10:00", "11:30"),
		group("g9", "p5", "Kylän vauvakahvila", "", open, weekly(time.Thursday, 1), "10:00", "12:00"),
		group("g10", "p1", "Voimaryhmä", "", model.TargetedGroup, weekly(time.Tuesday, 1), "17:00", "18:30"),
		group("g11", "p6", "", "Familjecafé Strandnäs", open, weekly(time.Tuesday, 1), "09:30", "11:30"),
		group("g12", "p6", "Avoin päiväkoti", "Öppet daghem", open, weekly(time.Thursday, 1), "09:00", "12:00"),
		group("g13", "p1", "Monikulttuurinen perhekahvila", "Mångkulturellt familjecafé", directed, model.Recurrence{Rhythm: model.Monthly, Weekday: time.Wednesday, Nth: 1}, "13:00", "15:00"),
		group("g14", "p7", "Ulkoilutreffit", "Uteträffar", open, weekly(time.Friday, 1), "09:30", "11:00"),
		group("g15", "p1", "Perhetapahtuma", "Familjefest", open, model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{day("2026-09-05"), day("2026-11-28")}}, "12:00", "15:00"),
	}
	out[4].FixedSessions = model.CountOf(5)
	out[7].Public, out[9].Public = false, false
	out[0].Leaders = []model.ID{"l1", "l2", "l3", "l4"}
	out[1].Leaders = []model.ID{"l3"}
	out[2].Audiences, out[1].Audiences = []model.Audience{model.Fathers}, []model.Audience{model.BabyFamilies}
	out[3].Organisers, out[5].Organisers, out[11].Organisers = []model.ID{"o3"}, []model.ID{"l", "k1"}, []model.ID{"k4"}
	out[10].Organisers, out[13].Organisers, out[4].Organisers = []model.ID{"k4"}, []model.ID{"k4"}, []model.ID{"w"}
	out[10].Languages, out[11].Languages = []model.Language{model.Swedish}, []model.Language{model.Finnish, model.Swedish}
	out[0].Description = model.Text{Fi: "Leikkiä, laulua ja kahvia. Joka toisella kerralla teema tai vieras."}
	return out
}

// largeRegion is a region of many places and groups, all in a season of sessions.
func largeRegion(places, groups int) region {
	r := testRegion()
	some := testPlaces()
	r.f.Places, r.groups, r.f.Groups = model.PlaceDirectory{}, nil, model.GroupDirectory{}
	for i := range places {
		p := some[i%len(some)]
		p.ID, p.Name = model.ID(fmt.Sprint("p", i)), model.Text{Fi: fmt.Sprintf("%s %d", cmp.Or(p.Name.Fi, p.Name.Sv), i)}
		r.f.Places[p.ID] = p
	}
	kinds := testGroups()
	for i := range groups {
		g := kinds[i%len(kinds)]
		g.ID, g.PlaceID, g.Public = model.ID(fmt.Sprint("g", i)), model.ID(fmt.Sprint("p", i%places)), true
		g.Recurrence.Weekday = time.Weekday(1 + i%5)
		r.groups = append(r.groups, g)
		r.f.Groups[g.ID] = g
	}
	r.sessions = nil
	plan := model.PlanSeason(model.PlanInput{Season: autumn, Groups: r.groups, Today: day("2026-08-01"), Facts: model.ConflictFacts{
		Groups: r.f.Groups, Places: r.f.Places, Leaders: r.f.Leaders, Closures: r.f.Closures,
	}})
	for _, l := range plan.Lines {
		if l.Act == model.PlanMake {
			r.sessions = append(r.sessions, l.Session)
		}
	}
	return r
}

// long is a name of as many letters as a name may have.
var long = strings.Repeat("Perhetoimintayhdistys", 9)
