package meetings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// hallFile is the calendar of the village hall: a flea market on an evening of the Iltapiiri, a weekly choir, and more
// that is not kept.
var hallFile = strings.ReplaceAll(`BEGIN:VCALENDAR
X-WR-CALNAME:Kylätalon varaukset
BEGIN:VEVENT
UID:1
SUMMARY:Kirppis
DTSTART;TZID=Europe/Helsinki:20260902T180000
DTEND;TZID=Europe/Helsinki:20260902T200000
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Kuoro
DTSTART;TZID=Europe/Helsinki:20200106T180000
DURATION:PT2H
RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260930
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20150101T100000Z
DTEND:20150101T110000Z
END:VEVENT
BEGIN:VJOURNAL
END:VJOURNAL
END:VCALENDAR
`, "\n", "\r\n")

// showPartners shows the view of partners' calendars.
func showPartners(t *testing.T, store *shelf, l model.Language) (*table, *partnersView) {
	t.Helper()
	x := showPlans(t, store, placesTab, l)
	v := newPartnersView(x.Screen)
	x.Views = kit.NewViews(kit.NamedView{Word: "–", Make: func() kit.View { return v }})
	x.Show(0)
	x.Window.SetContent(x.Content())
	return x, v
}

// withHall is the region with the calendar of the hall kept already.
func withHall(readOn string) *shelf {
	store := planRegion()
	store.partners = []model.PartnerCalendar{{
		ID: "talo", Name: "Kylätalon varaukset", PlaceID: "sali", File: "talo.ics", ReadOn: model.MustDate(readOn), From: model.MustDate("2026-05-01"), Until: model.MustDate("2027-05-01"), Events: 2,
	}}
	store.booked = []model.PartnerEvent{
		{CalendarID: "talo", Date: model.MustDate("2026-09-02"), From: at("18:00"), Until: at("20:00"), Title: "Kirppis"},
		{CalendarID: "talo", Date: model.MustDate("2026-09-16")},
	}
	return store
}

func TestPartnerCalendarIsShownBeforeItIsKept(t *testing.T) {
	store := planRegion()
	x, v := showPartners(t, store, model.Finnish)
	x.SeesPart(words.T("partners.empty"))
	v.take(model.PartnerCalendar{}, "talo.ics", strings.NewReader(hallFile))
	x.SeesPart(
		"Tiedostosta talo.ics luettiin päiviltä 15.8.2026–15.8.2027 8 aikaa: ensimmäinen 17.8.2026, viimeinen 28.9.2026.",
		"1 tapahtuma, joka ei ole näinä päivinä", "1 merkintä, joka ei ole tapahtuma",
	)
	if len(store.partners) != 0 {
		t.Fatal("it was kept before that was agreed to")
	}
	if e, ok := x.Window.Canvas().Focused().(*kit.Entry); !ok || e.Text != "Kylätalon varaukset" {
		t.Fatalf("the name is not ready to be changed: %v", x.Window.Canvas().Focused())
	}
	x.Press(fyne.KeyTab, fyne.KeySpace) // the place
	x.Press(fyne.KeyReturn)
	x.Save()
	if len(store.partners) != 1 || len(store.booked) != 8 {
		t.Fatalf("kept %+v with %d times", store.partners, len(store.booked))
	}
	c := store.partners[0]
	if c.Name != "Kylätalon varaukset" || c.PlaceID != "sali" || c.File != "talo.ics" || c.ReadOn != planToday || c.Until != model.MustDate("2027-08-15") {
		t.Errorf("kept %+v", c)
	}
	x.SeesPart("Kylätalon varaukset", "ajan tasalla", "Tulevat ajat (8)", "ke 2.9.2026 18.00–20.00 · Kirppis")
	if said := x.desk.Messages.Text(); said != "Kalenteri ”Kylätalon varaukset” otettiin käyttöön: 8 aikaa." {
		t.Errorf("said %q", said)
	}
}

func TestPartnerCalendarIsNotKept(t *testing.T) {
	store := planRegion()
	x, v := showPartners(t, store, model.Finnish)
	v.take(model.PartnerCalendar{}, "lasku.pdf", strings.NewReader("%PDF-1.7"))
	x.SeesPart("Kalenteria ei luettu", "Kumppanien kalenterit ovat ennallaan.")
	x.Press(fyne.KeyEscape)
	v.take(model.PartnerCalendar{}, "ensi vuosi.ics", strings.NewReader("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20301231\nEND:VEVENT\nEND:VCALENDAR"))
	x.SeesPart("Tiedostossa ensi vuosi.ics ei ole yhtään aikaa")
	if e, ok := x.Window.Canvas().Focused().(*kit.Entry); !ok || e.Text != "ensi vuosi" {
		t.Error("a calendar without a name has that of its file")
	}
	x.Retype("")
	x.Press(fyne.KeyDelete)
	x.Save()
	x.SeesPart(words.T("problem.required"))
	x.Type("Talo")
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "save partner calendar"}
	x.Save()
	x.SeesPart(words.T("error.disk_full"))
	x.Press(fyne.KeyReturn)
	if !v.FormOpen() || len(store.partners) != 0 {
		t.Error("what was read is gone, or it was kept")
	}
}

func TestPartnerCalendarThatIsOldIsReadAgain(t *testing.T) {
	store := withHall("2026-06-15") // 61 days ago
	x, v := showPartners(t, store, model.Finnish)
	v.Open("talo")
	x.SeesPart("lue uudelleen", "Kalenteri luettiin 15.6.2026, 61 päivää sitten.", "ke 16.9.2026 koko päivän · varattu")
	v.take(store.partners[0], "uusi.ics", strings.NewReader(strings.Replace(hallFile, "Kylätalon varaukset", "Toinen talo", 1)))
	x.SeesPart("Tiedostossa kalenterin nimi on ”Toinen talo”.")
	x.Save()
	if c := store.partners[0]; len(store.partners) != 1 || c.ID != "talo" || c.Name != "Kylätalon varaukset" || c.PlaceID != "sali" || c.Events != 8 || c.ReadOn != planToday {
		t.Errorf("kept %+v", store.partners)
	}
	if store := withHall("2026-06-16"); partnerChip(store.partners[0], planToday).Word != "ajan tasalla" {
		t.Error("60 days are not over 60 days")
	}
}

func TestPartnerCalendarIsRenamedAndDeleted(t *testing.T) {
	store := withHall("2026-08-01")
	x, v := showPartners(t, store, model.Finnish)
	v.Open("talo")
	x.Edit()
	x.Retype("Talo")
	x.Save()
	if c := store.partners[0]; c.Name != "Talo" || c.PlaceID != "sali" || c.File != "talo.ics" || len(store.booked) != 2 {
		t.Errorf("kept %+v", c)
	}
	v.askDelete(store.partners[0])
	x.SeesPart("Kerrat eivät muutu.")
	x.Press(fyne.KeyEscape)
	if len(store.partners) != 1 {
		t.Fatal("Esc deleted it")
	}
	v.askDelete(store.partners[0])
	x.Tap("Poista kalenteri")
	if len(store.partners)+len(store.booked) != 0 {
		t.Errorf("left %+v", store.partners)
	}
}

func TestPartnerCalendarTellsWhatCollides(t *testing.T) {
	store := withHall("2026-08-01")
	store.sessions = []model.Session{
		{ID: "a", GroupID: "piiri", SeasonID: "syksy", Date: model.MustDate("2026-09-02"), From: at("17:30"), Until: at("19:30"), PlaceID: "sali"},
		{ID: "b", GroupID: "kahvila", SeasonID: "syksy", Date: model.MustDate("2026-09-02"), From: at("17:30"), Until: at("19:30"), PlaceID: "tupa"},
		{ID: "c", GroupID: "piiri", SeasonID: "syksy", Date: model.MustDate("2026-09-16"), From: at("09:00"), Until: at("10:00"), PlaceID: "sali", State: model.SessionCancelled},
		{ID: "d", GroupID: "piiri", SeasonID: "syksy", Date: model.MustDate("2026-09-02"), From: at("16:00"), Until: at("18:00"), PlaceID: "sali"},
	}
	x, v := showPartners(t, store, model.Finnish)
	v.Open("talo")
	x.SeesPart("Kerrat samaan aikaan (1)", "ke 2.9.2026 17.30–19.30 Iltapiiri · 18.00–20.00 Kirppis")
}

func TestDryRunSeesWhatAPartnerHasBooked(t *testing.T) {
	store := withHall("2026-08-01")
	x := showPlans(t, store, seasonsTab, model.Finnish)
	p := x.plan()
	x.Tap("Avaa kaikki")
	wantRows(t, p.list,
		"ke 2.9.2026 · tehdään · paikka on varattu kumppanin kalenterissa: Kirppis 18.00–20.00 · vapaaehtoinen puuttuu | Jätä pois",
		"ke 16.9.2026 · tehdään · paikka on varattu kumppanin kalenterissa: varattu koko päivän · vapaaehtoinen puuttuu | Jätä pois",
		"ke 30.9.2026 · tehdään · vapaaehtoinen puuttuu | Jätä pois")
}

func TestDryRunTakesTheTravelTimeOfTheSettings(t *testing.T) {
	for minutes, want := range map[int]int{20: 0, 45: 7} { // the eighth is after the last of the other group
		store := planRegion()
		store.travel = minutes
		for i := range store.groups { // Ville leads in Sarkajärvi until half an hour before he leads in Rantaniemi
			switch g := &store.groups[i]; g.ID {
			case "kahvila":
				g.Recurrence.Weekday, g.From, g.Until, g.Leaders = store.groups[0].Recurrence.Weekday, at("15:00"), at("17:00"), []model.ID{"ville"}
			}
		}
		p := showPlans(t, store, seasonsTab, model.Finnish).plan()
		travels := 0
		for _, l := range p.p.plan.Lines {
			for _, c := range l.Conflicts {
				if c.Kind == model.ConflictTravel && l.Session.GroupID == "piiri" {
					travels++
				}
			}
		}
		if travels != want {
			t.Errorf("with %d minutes, %d sessions are too near, want %d", minutes, travels, want)
		}
	}
}

func TestPartnersInSwedish(t *testing.T) {
	x, v := showPartners(t, withHall("2026-06-01"), model.Swedish)
	v.Open("talo")
	x.SeesPart("Läs på nytt…", "Kommande tider (2)", "hela dagen · bokat")
}
