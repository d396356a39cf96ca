package home

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/region"
	"kumppani/ui/words"
)

var (
	on       = model.MustDate
	today    = on("2026-11-22")
	partners = model.Directory{"o": {
		ID: "o", Name: model.Text{Fi: "Suvannon kansalaisopisto"},
		Contacts: []model.Contact{{ID: "new", Name: "Aino Salo", From: on("2026-11-01")}, {ID: "old", Name: "Eero Kivi", Until: on("2026-10-31")}},
	}, "us": {ID: "us", Name: model.Text{Fi: "Sarkajärven kunta"}}}
	tupa = &model.AgreementSummary{
		ID: "a", Number: "2026-001", Title: model.Text{Fi: "Perhetupa Sarka"},
		Parties: []model.Party{{ID: "p", OrganisationID: "o", ContactID: "new"}, {ID: "q", OrganisationID: "us"}},
	}
	cafe    = model.Session{ID: "s", GroupID: "cafe", PlaceID: "hall", Date: on("2026-11-24"), From: clock(9), Until: clock(11)}
	aino    = &model.Leader{ID: "l", Name: "Aino Kettula"}
	hygiene = model.Requirement{ID: "h", Name: model.Text{Fi: "hygieniapassi"}}
	area    = &model.Body{ID: "b", Name: model.Text{Fi: "Alueen johtoryhmä"}, TimesAYear: model.CountOf(2)}
)

func clock(hour int) model.Clock {
	c, _ := model.NewClock(hour, 0)
	return c
}

// told is a teller of a small region.
func told() teller {
	r := &reading{Records: region.Records{
		Today: today, OrganisationOf: partners,
		GroupOf: model.GroupDirectory{"cafe": {ID: "cafe", Name: model.Text{Fi: "Perhekahvila Sarka"}}, "band": {ID: "band", Name: model.Text{Fi: "Isien ilta"}}},
		PlaceOf: model.PlaceDirectory{"hall": {ID: "hall", Name: model.Text{Fi: "Sarkan tupa"}}}, LeaderOf: model.LeaderDirectory{"l": *aino},
	}}
	r.input.Rules.Programmes = []model.Programme{{ID: "course", Name: model.Text{Fi: "vertaisohjaajan koulutus"}}}
	return teller{reading: r, desk: &desk.Desk{}, in: words.In(words.Current())}
}

func TestLinesOfAgreementsSayWhatAndWhen(t *testing.T) {
	words.Use(model.Finnish)
	for _, c := range []struct {
		item         model.AgendaItem
		detail, chip string
		tone         kit.Tone
	}{
		{model.AgendaItem{Matter: model.MatterReviewLate, On: on("2026-10-31")}, "Tarkistus oli sovittu pidettäväksi 31.10.2026.", "22 päivää myöhässä", kit.Danger},
		{model.AgendaItem{Matter: model.MatterReview, On: on("2026-11-22")}, "Tarkistus pidettävä viimeistään 22.11.2026.", "tänään", kit.Danger},
		{model.AgendaItem{Matter: model.MatterReview, On: on("2026-11-23")}, "Tarkistus pidettävä viimeistään 23.11.2026.", "huomenna", kit.Attention},
		{model.AgendaItem{Matter: model.MatterUnsigned, On: on("2026-11-21"), Parties: []model.ID{"p"}}, "Lähetetty 21.11.2026, odottaa: Suvannon kansalaisopisto.", "odottanut päivän", kit.Waiting},
		{model.AgendaItem{Matter: model.MatterUnsigned, Parties: []model.ID{"p"}}, "Odottaa: Suvannon kansalaisopisto.", "odottaa", kit.Waiting},
		{model.AgendaItem{Matter: model.MatterEnding, On: on("2026-12-31")}, "Viimeinen voimassaolopäivä on 31.12.2026.", "39 päivän päästä", kit.Attention},
		{model.AgendaItem{Matter: model.MatterEnding}, "Irtisanottu, mutta viimeistä voimassaolopäivää ei ole kirjattu.", "irtisanottu", kit.Attention},
		{model.AgendaItem{Matter: model.MatterEnded, On: on("2026-06-30")}, "Päättyi 30.6.2026.", "päättynyt", kit.Past},
		{model.AgendaItem{Matter: model.MatterDraft}, "Ei vielä lähetetty allekirjoitettavaksi tai sovittu.", "luonnos", kit.Neutral},
		{model.AgendaItem{Matter: model.MatterService, Parties: []model.ID{"p"}, Services: []model.Service{model.FamilyWork}}, "Suvannon kansalaisopisto: perhetyö siirtyi hyvinvointialueelle 1.1.2023.", "tarkista", kit.Attention},
		{
			model.AgendaItem{Matter: model.MatterContribution, On: on("2026-11-01"), Parties: []model.ID{"p"}, Contribution: model.Contribution{Description: model.Text{Fi: "Kurssi"}}},
			"Suvannon kansalaisopisto: Kurssi, sovittu 1.11.2026", "21 päivää myöhässä", kit.Danger,
		},
		{
			model.AgendaItem{Matter: model.MatterContact, On: on("2026-11-01"), Parties: []model.ID{"p"}, Contacts: partners["o"].Contacts},
			"Suvannon kansalaisopisto: Aino Salo aloitti 1.11.2026 ja Eero Kivi lopetti 31.10.2026. Ilmoita: Sarkajärven kunta.", "21 päivää sitten", kit.Attention,
		},
	} {
		c.item.Agreement = tupa
		got := told().line(c.item)
		if got.title != "2026-001 Perhetupa Sarka" || got.detail != c.detail || got.chip.Word != c.chip || got.chip.Tone != c.tone {
			t.Errorf("%s: %+v", c.item.Matter, got)
		}
	}
}

func TestOtherLinesSayWhoAndWhat(t *testing.T) {
	words.Use(model.Finnish)
	band := model.Session{ID: "o", GroupID: "band", From: clock(10), Until: clock(12)}
	session := func(m model.Matter, times int) model.AgendaItem {
		return model.AgendaItem{Matter: m, Record: "cafe", Session: &cafe, On: cafe.Date, Times: times}
	}
	half, clash, closed := session(model.MatterHalfPair, 1), session(model.MatterClash, 2), session(model.MatterClosed, 1)
	half.Gap = model.NoVolunteer
	clash.Conflict, clash.Other = &model.Conflict{Kind: model.ConflictPlace}, &band
	closed.Conflict = &model.Conflict{Kind: model.ConflictClosed, Closed: &model.Closed{Closure: model.Closure{
		From: on("2026-11-23"), Until: on("2026-11-24"), Reason: model.Text{Fi: "lattiaremontti"},
	}}}
	uncounted := session(model.MatterNotCounted, 3)
	uncounted.On = on("2026-11-10")
	reminder := model.FollowUp{ID: "f", Kind: model.KindOrganisation, RecordID: "o", On: on("2026-11-20"), Text: "Soita"}
	for _, c := range []struct {
		item                model.AgendaItem
		title, detail, chip string
	}{
		{session(model.MatterNoLeader, 2), "Perhekahvila Sarka", "Ohjaaja puuttuu: 2 kertaa, ensimmäinen ti 24.11.2026.", "2 päivän päästä"},
		{half, "Perhekahvila Sarka", "Vapaaehtoinen puuttuu: ti 24.11.2026.", "2 päivän päästä"},
		{clash, "Perhekahvila Sarka", "2 kertaa, ensimmäinen ti 24.11.2026. Samassa paikassa on samaan aikaan Isien ilta klo 10.00–12.00.", "2 päivän päästä"},
		{closed, "Perhekahvila Sarka", "Ti 24.11.2026. Suljettu 23.–24.11.2026: lattiaremontti.", "2 päivän päästä"},
		{uncounted, "Perhekahvila Sarka", "Kävijöitä ei ole kirjattu: 3 kertaa, ensimmäinen ti 10.11.2026.", "12 päivää sitten"},
		{
			model.AgendaItem{Matter: model.MatterReadiness, Leader: aino, Readiness: []model.Readiness{{Requirement: &hygiene}, {Requirement: &model.Requirement{}, ProgrammeID: "course"}}},
			"Aino Kettula", "Puuttuu: hygieniapassi ja vertaisohjaajan koulutus.", "puuttuu",
		},
		{
			model.AgendaItem{Matter: model.MatterRunningOut, Leader: aino, On: on("2026-12-01"), Readiness: []model.Readiness{{Requirement: &hygiene, By: on("2026-12-01")}}},
			"Aino Kettula", "Hoidettava tai uusittava: hygieniapassi (1.12.2026 mennessä).", "9 päivän päästä",
		},
		{model.AgendaItem{Matter: model.MatterFollowUpLate, On: reminder.On, FollowUp: &reminder}, "Soita", "Suvannon kansalaisopisto, muistutus päivälle 20.11.2026.", "2 päivää myöhässä"},
		{model.AgendaItem{Matter: model.MatterMeeting, Kind: model.KindBody, On: on("2026-10-27"), Body: area}, "Alueen johtoryhmä", "Seuraava kokous olisi 27.10.2026. Sovi päivä.", "26 päivää myöhässä"},
		{model.AgendaItem{Matter: model.MatterMeeting, Kind: model.KindNetwork, On: on("2026-11-24"), Body: area}, "Alueen johtoryhmä", "Kokous 24.11.2026.", "2 päivän päästä"},
		{model.AgendaItem{Matter: model.MatterBackup}, "Tietotiedosto", "Tiedoista ei ole yhtään varmuuskopiota.", "puuttuu"},
		{
			model.AgendaItem{Matter: model.MatterBackup, On: on("2026-11-10"), Backup: &model.Backup{At: time.Date(2026, 11, 10, 9, 0, 0, 0, time.Local)}},
			"Tietotiedosto", "Viimeisin varmuuskopio on otettu 10.11.2026.", "12 päivää sitten",
		},
	} {
		if got := told().line(c.item); got.title != c.title || got.detail != c.detail || got.chip.Word != c.chip {
			t.Errorf("%s:\n got %+v\nwant %q, %q, %q", c.item.Matter, got, c.title, c.detail, c.chip)
		}
	}
}

func TestAReminderNamesTheRecordItHangsOn(t *testing.T) {
	words.Use(model.Finnish)
	x := told()
	x.Seasons = []model.Season{{ID: "autumn", Name: model.Text{Fi: "Syksy 2026"}}}
	x.Closures = []model.Closure{{ID: "floor", Reason: model.Text{Fi: "Lattiaremontti"}, From: on("2026-11-23"), Until: on("2026-11-24")}}
	x.input.Sessions, x.input.Bodies = []model.Session{cafe}, []model.Body{*area}
	x.input.Agreements = []model.AgreementSummary{*tupa}
	for _, c := range []struct {
		kind model.Kind
		id   model.ID
		want string
	}{
		{model.KindOrganisation, "o", "Suvannon kansalaisopisto"},
		{model.KindAgreement, "a", "2026-001 Perhetupa Sarka"},
		{model.KindLeader, "l", "Aino Kettula"},
		{model.KindPlace, "hall", "Sarkan tupa"},
		{model.KindGroup, "cafe", "Perhekahvila Sarka"},
		{model.KindProgramme, "course", "vertaisohjaajan koulutus"},
		{model.KindSeason, "autumn", "Syksy 2026"},
		{model.KindClosure, "floor", "Lattiaremontti · 23.–24.11.2026"},
		{model.KindSession, "s", "Perhekahvila Sarka · ti 24.11.2026"},
		{model.KindBody, "b", "Alueen johtoryhmä"},
		{model.KindEvent, "e", ""}, // not read by Home; the link leads there
		{"", "", ""},
	} {
		if got := x.recordName(c.kind, c.id); got != c.want {
			t.Errorf("a %s is named %q, want %q", c.kind, got, c.want)
		}
	}
}

// Whoever looks over the shoulder learns nobody's name.
func TestHiddenLinesNameNobody(t *testing.T) {
	words.Use(model.Finnish)
	x := told()
	x.desk.SetHidden(true)
	reminder := model.FollowUp{Text: "Soita Eero Kivelle", On: today}
	for _, item := range []model.AgendaItem{
		{Matter: model.MatterReadiness, Leader: aino},
		{Matter: model.MatterFollowUpLate, FollowUp: &reminder},
		{Matter: model.MatterContact, Agreement: tupa, Parties: []model.ID{"p"}, Contacts: partners["o"].Contacts},
		{Matter: model.MatterClash, Session: &cafe, Conflict: &model.Conflict{Kind: model.ConflictAbsent, LeaderID: "l"}, Times: 1, On: today},
	} {
		got := x.line(item)
		for _, name := range []string{"Aino", "Kettula", "Eero", "Salo", "Kivi"} {
			if strings.Contains(got.title+got.detail, name) {
				t.Errorf("%s tells of %s: %+v", item.Matter, name, got)
			}
		}
	}
}

func TestEveryMatterHasItsWords(t *testing.T) {
	defer words.Use(model.Finnish)
	for _, l := range model.Languages() {
		words.Use(l)
		for _, m := range model.Matters() {
			if questionOf[m] == "" || tones[m] == "" {
				t.Errorf("%s belongs to %q with the tone %q", m, questionOf[m], tones[m])
			}
			for _, n := range []int{1, 2} {
				if head := words.N("home.matter."+string(m), n); strings.Contains(head, "home.") {
					t.Errorf("%s in %s: %q", m, l, head)
				}
			}
		}
		for _, q := range []question{toDecide, ofSessions, toTell} {
			if said := words.T("home.question." + string(q)); strings.Contains(said, "home.") {
				t.Errorf("%s in %s: %q", q, l, said)
			}
		}
		for _, item := range []model.AgendaItem{
			{Matter: model.MatterDraft, Agreement: tupa},
			{Matter: model.MatterService, Agreement: tupa},
			{Matter: model.MatterUnsigned, Agreement: tupa},
			{Matter: model.MatterEnding, Agreement: tupa},
			{Matter: model.MatterReadiness, Leader: aino},
			{Matter: model.MatterRunningOut, Leader: aino},
			{Matter: model.MatterBackup},
			{Matter: model.MatterContact, Agreement: tupa, Parties: []model.ID{"q"}},
			{Matter: model.MatterTheme, Session: &cafe, On: today},
			{Matter: model.MatterNoDecisions, Body: area, On: on("2026-11-01")},
			{Matter: model.MatterMeeting, Kind: model.KindNetwork, Body: area, On: on("2026-11-01")},
			{Matter: model.MatterClash, Session: &cafe, On: today, Conflict: &model.Conflict{Kind: model.ConflictBooked, Booking: &model.PartnerEvent{}}},
			{Matter: model.MatterFollowUp, On: today, FollowUp: &model.FollowUp{}},
		} {
			x := told().line(item)
			if strings.Contains(x.detail+x.chip.Word+x.title, "home.") || x.detail == "" || x.chip.Word == "" {
				t.Errorf("%s in %s: %+v", item.Matter, l, x)
			}
		}
	}
}

func TestGroupsFollowTheAgenda(t *testing.T) {
	item := func(m model.Matter) model.AgendaItem { return model.AgendaItem{Matter: m, Agreement: tupa} }
	questions, groups := groupsOf([]model.AgendaItem{
		item(model.MatterNoLeader), item(model.MatterDecision), item(model.MatterTheme), item(model.MatterReview), item(model.MatterReview),
	})
	if len(questions) != 2 || questions[0] != ofSessions || questions[1] != toDecide {
		t.Errorf("questions %v", questions)
	}
	if g := groups[toDecide]; len(g) != 2 || g[0].matter != model.MatterDecision || len(g[1].items) != 2 {
		t.Errorf("groups %+v", groups)
	}
}

func TestAScreenfulIsSharedOut(t *testing.T) {
	for _, c := range []struct{ of, want []int }{
		{[]int{3, 2}, []int{3, 2}},
		{[]int{10, 2, 100}, []int{10, 2, 12}}, // what hurts first is shown whole
		{[]int{22, 3, 3}, []int{22, 1, 1}},    // of each there is a line
		{[]int{22, 3, 2}, []int{22, 1, 2}},    // a button for one line would take as much room
		{[]int{2, 2, 2}, []int{2, 2, 2}},
	} {
		if got := shared(c.of); !slices.Equal(got, c.want) {
			t.Errorf("of %v there are %v, want %v", c.of, got, c.want)
		}
	}
	if got := shared(slices.Repeat([]int{5}, 30)); slices.Min(got) != 1 {
		t.Errorf("of thirty matters there are %v", got)
	}
}

func TestLongTitlesAreCut(t *testing.T) {
	long := &model.AgreementSummary{Number: "1", Title: model.Text{Fi: strings.Repeat("ä", 400)}}
	if got := []rune(told().line(model.AgendaItem{Matter: model.MatterDraft, Agreement: long}).title); len(got) > 100 || got[len(got)-1] != '…' {
		t.Errorf("%d letters", len(got))
	}
}
