package paper

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestFamiliesCalendarIsReadInEachLanguage(t *testing.T) {
	r := testRegion()
	for _, test := range []struct {
		languages []model.Language
		wanted    []string
	}{
		{onlyFinnish, []string{
			"Suvantomaan perhekeskus · Suvantomaa", "Perheiden toimintakalenteri", "Syksy 2026", "31.8.–11.12.2026", "Tulostettu 22.11.2026",
			"Maanantai", "9.30–11.30", "Perhekahvila Hiidenlampi", "Avoin · 0–6-vuotiaiden perheet · joka maanantai 31.8.–7.12., ei 19.10. (syysloma), ei 2.–16.11. (vesivahinko)",
			"Hiidenlammen koulun kerhohuone", "Koulutie 1, Hiidenlampi", "Tiistai", "29.9. sijaan 30.9.", "Familjecafé Strandnäs", "kieli: ruotsi",
			"Vapaaehtoiset ohjaajat: Maija Lahti, Ville Korhonen 040 222 3333", "Vapaaehtoinen ohjaaja: ", "joka toinen lauantai: 5., 19.9., 3., 17.10., 14., 28.11.",
			"parittomien viikkojen keskiviikot: 9., 23.9., 7.10., 2.12., ei 4., 18.11. (vesivahinko)", "kuukauden ensimmäinen keskiviikko: 2.9., 7.10., 4.11., 2.12.",
			"25.9. klo 10.00–11.00, 2.10. (paikka: Avoin päiväkoti Ranta)", "Yksittäisinä päivinä", "la 5.9., la 28.11.",
			"Kolme askelmaa", "Avoin: kaikille, ilman ilmoittautumista", "Sarkan perheyhdistys ry", "esteetön sisäänkäynti", "ei esteetöntä sisäänkäyntiä",
			"Yhteystiedot", "Hanna Virkkala, 040 123 4567, perhekeskus@suvantomaa.example", "Hiidenlammen Lapsiystävät ry, Riikka Salmela, 040 000 0107",
		}},
		{in(model.Swedish), []string{
			"Verksamhetskalender för familjer", "Hösten 2026", "Måndag", "Familjeträning", "Riktad · familjer med barn i åldern 0–6", "ej 19.10. (höstlov)",
			"Strandparken", "Strandnäs", "Kolme askelmaa", "Leikkiä, laulua", "Öppen: för alla, utan anmälan", "skötbord", "Kontaktuppgifter",
		}},
		{in(model.English), []string{"Families’ activity calendar", "Monday", "not 19.10. (syysloma)", "30.9. instead of 29.9.", "step-free entrance"}},
		{sideBySide, []string{
			"Perheiden toimintakalenteri Verksamhetskalender för familjer", "Maanantai / Måndag", "Perhevalmennus / Familjeträning",
			"Avoin päiväkoti Ranta / Öppna daghemmet Stranden", "joka maanantai 31.8.–28.9.", "varje måndag 31.8.–28.9.", "hoitopöytä / skötbord", "Familjecafé Strandnäs Avoin",
		}},
	} {
		d := r.o.FamiliesCalendar(r.sheet(PaperA4, test.languages))
		root := read(t, d)
		contains(t, root, test.wanted...)
		lacks(t, root, "Voimaryhmä", "Ekavauva", "no value")
		if len(root.all("H1")) != len(test.languages) {
			t.Errorf("%v: %d titles", test.languages, len(root.all("H1")))
		}
	}
	d := r.o.FamiliesCalendar(r.sheet(PaperA4, onlyFinnish))
	if d.FileName != "Perheiden toimintakalenteri Syksy 2026 Suvantomaa.pdf" {
		t.Errorf("named %q", d.FileName)
	}
	if n := mustRender(t, d).Pages; n != 2 {
		t.Errorf("fourteen groups take %d pages", n)
	}
}

// What a person has not let the calendar say is not in it, however it got into the file.
func TestFamiliesCalendarKeepsWhatIsNotItsToTell(t *testing.T) {
	r := testRegion()
	root := read(t, r.o.FamiliesCalendar(r.sheet(PaperA4, sideBySide)))
	lacks(t, root, "Salla Salainen", "999", "040 765 4321", "765", "Vieras Ihminen", "050 111", "sairastui", "Hanna Virkkala,\u00a0")
	withdrawn := r.f.Leaders["l2"]
	withdrawn.Publication.WithdrawnOn = today
	r.f.Leaders["l2"] = withdrawn
	lacks(t, read(t, r.o.FamiliesCalendar(r.sheet(PaperA4, onlyFinnish))), "Ville Korhonen", "222")
	maija := r.f.Leaders["l1"]
	maija.Publication.Phone = true
	r.f.Leaders["l1"] = maija
	contains(t, read(t, r.o.FamiliesCalendar(r.sheet(PaperA4, onlyFinnish))), "Perhetupa Sarka Maija Lahti, 040 765 4321")
}

func TestDaysOfAGroupAreToldAsTheyAre(t *testing.T) {
	at := func(s string, change ...func(*model.Session)) model.Session {
		x := model.Session{SlotOn: day(s), Date: day(s), From: clock(9, 0), Until: clock(11, 0), PlaceID: "p"}
		for _, c := range change {
			c(&x)
		}
		return x
	}
	group := model.Group{PlaceID: "p", From: clock(9, 0), Until: clock(11, 0), Recurrence: weekly(time.Tuesday, 1)}
	single := group
	single.Recurrence = model.Recurrence{Rhythm: model.SingleDates}
	other := group
	other.Recurrence.Every = 2
	f := MeetingFacts{Closures: []model.Closure{{ID: "c", Scope: model.ClosedEverywhere, From: day("2026-10-13"), Until: day("2026-11-01"), Reason: model.Text{Fi: "remontti"}}}}
	extra := func(x *model.Session) { x.SlotOn = model.Date{} }
	for name, test := range map[string]struct {
		group             model.Group
		held              []model.Session
		off               []model.Session
		usual, unlikeThat string
	}{
		"every week":             {group, []model.Session{at("2026-09-01"), at("2026-09-08"), at("2026-09-15")}, nil, "joka tiistai 1.9.–15.9.", ""},
		"one day is missing":     {group, []model.Session{at("2026-09-01"), at("2026-09-15")}, nil, "joka tiistai 1.9.–15.9.", "ei 8.9."},
		"once":                   {group, []model.Session{at("2026-09-01")}, nil, "ti 1.9.", ""},
		"a closure of weeks":     {group, []model.Session{at("2026-10-06"), at("2026-11-03")}, nil, "joka tiistai 6.10.–3.11.", "ei 13.–27.10. (remontti)"},
		"over a holiday":         {group, []model.Session{at("2027-01-05"), at("2027-01-12")}, nil, "joka tiistai 5.1.–12.1.", ""},
		"cancelled":              {group, []model.Session{at("2026-09-01"), at("2026-09-15")}, []model.Session{at("2026-09-08"), at("2026-09-22")}, "joka tiistai 1.9.–15.9.", "ei 8., 22.9."},
		"cancelled by a closure": {other, []model.Session{at("2026-09-01"), at("2026-09-15")}, []model.Session{at("2026-10-13", func(x *model.Session) { x.ClosedBy = "c" })}, "joka toinen tiistai: 1., 15.9.", "ei 13.10. (remontti)"},
		"all cancelled":          {group, nil, []model.Session{at("2026-09-01")}, "", "ei 1.9."},
		"moved":                  {group, []model.Session{at("2026-09-01"), at("2026-09-08", func(x *model.Session) { x.Date, x.From = day("2026-09-10"), clock(10, 0) }), at("2026-09-15")}, nil, "joka tiistai 1.9.–15.9.", "8.9. sijaan 10.9. klo 10.00–11.00"},
		"the first is moved":     {group, []model.Session{at("2026-09-01", func(x *model.Session) { x.Date = day("2026-09-03") }), at("2026-09-08")}, nil, "joka tiistai 3.9.–8.9.", "1.9. sijaan 3.9."},
		"one more":               {group, []model.Session{at("2026-09-01"), at("2026-09-05", extra), at("2026-09-08")}, nil, "joka tiistai 1.9.–8.9.", "lisäksi 5.9."},
		"one more in a list":     {other, []model.Session{at("2026-09-01"), at("2026-09-05", extra), at("2026-09-15")}, nil, "joka toinen tiistai: 1., 5., 15.9.", ""},
		"single days":            {single, []model.Session{at("2026-09-05"), at("2026-12-31"), at("2027-01-02")}, nil, "la 5.9., to 31.12., la 2.1.", ""},
		"over the new year":      {other, []model.Session{at("2026-12-15"), at("2026-12-29"), at("2027-01-12")}, nil, "joka toinen tiistai: 15., 29.12., 12.1.", ""},
	} {
		e := model.CalendarEntry{Group: test.group, Held: test.held, Not: test.off}
		for _, s := range test.held {
			if s.Moved() || s.Extra() || s.From != test.group.From {
				e.Other = append(e.Other, s)
			}
		}
		slices.SortFunc(e.Held, func(a, b model.Session) int { return a.Date.Compare(b.Date) })
		d := daysOfEntry{e, f, words.In(model.Finnish)}
		got := [2]string{d.usual(), strings.ReplaceAll(d.otherwise(), "\u00a0", " ")}
		if got != [2]string{test.usual, test.unlikeThat} {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestFamiliesCalendarByVillage(t *testing.T) {
	r := testRegion()
	c := r.sheet(PaperA4, sideBySide)
	c.ByVillage = true
	root := read(t, r.o.FamiliesCalendar(c))
	var bands []string
	for _, h := range root.all("H2") {
		bands = append(bands, plainText(h))
	}
	want := []string{
		"Hiidenlampi", "Myllyvaara", "Rantaniemi / Strandnäs", "Sarkajärvi – Kirkonkylä", "Sarkajärvi – Sarka",
		"Merkkien selitykset / Teckenförklaring", "Yhteystiedot / Kontaktuppgifter",
	}
	if !slices.Equal(bands, want) {
		t.Errorf("headings %q", bands)
	}
	contains(t, root, "Maanantai Måndag 17.00–19.00")
}

func TestFamiliesCalendarTellsWhatHasChanged(t *testing.T) {
	r := testRegion()
	c := r.sheet(PaperA4, onlyFinnish)
	printed := model.Printed(c.Entries)
	for i := range printed {
		switch printed[i].GroupID {
		case "g1":
			printed[i].From = clock(8, 30)
		case "g2":
			printed[i].Name.Fi = "Vauvatreffit"
		case "g4":
			printed[i].PlaceID, printed[i].Place = "x", model.Text{Fi: "Vanha kerhotila"}
		case "g6":
			printed[i].GroupID = "gone"
			printed[i].Name.Fi = "Entinen ryhmä"
		case "g9":
			printed[i].Days = printed[i].Days[2:]
		case "g12":
			printed[i].Days = append(slices.Clone(printed[i].Days), day("2026-12-17"))
		}
	}
	c.Changes, c.ChangedSince = model.CalendarChanges(printed, c.Entries, day("2026-09-01")), day("2026-08-20")
	root := read(t, r.o.FamiliesCalendar(c))
	contains(t, root, "Muutokset 20.8.2026 jaettuun kalenteriin", "Perhekahvila Sarka: uusi aika joka tiistai klo 9.00–11.30. Ennen: joka tiistai klo 8.30–11.30.",
		"Vauvakahvila on uusi nimi. Ennen: Vauvatreffit.", "Perhekerho: uusi paikka Seurakuntakodin kerhotila. Ennen: Vanha kerhotila.",
		"Uusi ryhmä Perhekahvila Hiidenlampi: joka maanantai klo 9.30–11.30", "Entinen ryhmä: ryhmä ei enää kokoonnu.", "Kylän vauvakahvila: lisäksi 3., 10.9.",
		"Avoin päiväkoti: jää väliin 17.12.")
	lacks(t, read(t, r.o.FamiliesCalendar(r.sheet(PaperA4, onlyFinnish))), "Muutokset")
	c.Languages = in(model.Swedish)
	contains(t, read(t, r.o.FamiliesCalendar(c)), "Ändringar i kalendern som delades ut 20.8.2026", "Perhekahvila Sarka: ny tid")
}

func TestFootTellsTheDayOfPrintingAndBothLanguagesWhereThereIsRoom(t *testing.T) {
	r := testRegion()
	for _, size := range []PaperSize{PaperA4, PaperA3, PaperLeaflet} {
		for _, languages := range [][]model.Language{onlyFinnish, in(model.Swedish), in(model.English), sideBySide} {
			_, _, around := fitted(r.o.FamiliesCalendar(r.sheet(size, languages)), nil)
			var foot []rune
			for _, g := range around.foot.glyphs {
				foot = append(foot, g.r)
			}
			name := words.In(languages[0]).T("paper.calendar")
			if text := string(foot); !strings.HasPrefix(text, name) || !strings.HasSuffix(text, "22.11.2026") {
				t.Errorf("%s %v: %q at the foot", size, languages, text)
			} else if both := len(languages) == 2 && size != PaperLeaflet; both != strings.Contains(text, "Tulostettu / Utskriven") {
				t.Errorf("%s %v: %q at the foot", size, languages, text)
			}
		}
	}
}

func TestFamiliesCalendarWithoutGroupsSaysSo(t *testing.T) {
	r := testRegion()
	for _, size := range []PaperSize{PaperA4, PaperA3, PaperLeaflet} {
		c := r.sheet(size, sideBySide)
		c.Entries = nil
		root := read(t, r.o.FamiliesCalendar(c))
		contains(t, root, "Kaudella ei ole perheille avoimia ryhmiä tällä alueella.", "Under säsongen finns inga grupper", "Hanna Virkkala")
		lacks(t, root, "Merkkien selitykset")
	}
}

func TestOrganisersHaveMarksOfTheirOwn(t *testing.T) {
	names := map[string]string{
		"Sarkan perheyhdistys ry": "SP", "Strandnäs Familjeförening rf": "SF", "MLL": "ML", "Suvannon palvelut": "SP2", "Ry": "?", "4H-yhdistys Åbo": "4YÅ",
		"A B C D E": "ABC",
	}
	directory := model.Directory{}
	var e model.CalendarEntry
	for name := range names {
		id := model.ID(name)
		directory[id] = model.Organisation{ID: id, Name: model.Text{Fi: name}}
		e.Group.Organisers = append(e.Group.Organisers, id)
	}
	marks := marksOf([]model.CalendarEntry{e, {Group: model.Group{Organisers: []model.ID{"unknown"}}}}, directory, model.Finnish)
	for name, want := range names {
		if marks[model.ID(name)] != want {
			t.Errorf("%s has the mark %q", name, marks[model.ID(name)])
		}
	}
	if len(marks) != len(names) {
		t.Errorf("%d marks", len(marks))
	}
}

func TestSignsAreReadAsWhatTheyMean(t *testing.T) {
	r := testRegion()
	signs := map[string]int{}
	for _, span := range read(t, r.o.FamiliesCalendar(r.sheet(PaperA4, onlyFinnish))).all("Span") {
		signs[span.actual]++
	}
	for _, wanted := range []string{
		"Sarkan perheyhdistys ry", "Hiidenlammen Lapsiystävät ry", "Esteetön sisäänkäynti", "Ei esteetöntä sisäänkäyntiä", "Esteetön wc",
		"Hoitopöytä", "Tilaa lastenvaunuille", "Pysäköintipaikka",
	} {
		if signs[wanted] == 0 {
			t.Errorf("no sign is read as %q: %v", wanted, signs)
		}
	}
	if signs["Ei esteetöntä sisäänkäyntiä"] != 1 {
		t.Errorf("%d places are told to have steps", signs["Ei esteetöntä sisäänkäyntiä"])
	}
}

func BenchmarkFamiliesCalendar(b *testing.B) {
	for name, size := range map[string]PaperSize{"A4": PaperA4, "A3": PaperA3, "leaflet": PaperLeaflet} {
		b.Run(name, func(b *testing.B) {
			r := largeRegion(60, 400)
			c := r.sheet(size, sideBySide)
			pages := 0
			b.ResetTimer()
			for b.Loop() {
				pages = mustRender(b, r.o.FamiliesCalendar(c)).Pages
			}
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(float64(len(c.Entries)), "groups")
		})
	}
}
