package paper

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

// contains checks that a text is printed.
func contains(t *testing.T, root *element, wanted ...string) {
	t.Helper()
	text := strings.Join(strings.Fields(plainText(root)), " ")
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not printed in\n%s", w, text)
		}
	}
}

// lacks checks that a text is not printed.
func lacks(t *testing.T, root *element, unwanted ...string) {
	t.Helper()
	for _, w := range unwanted {
		if strings.Contains(plainText(root), w) {
			t.Errorf("%q is printed in\n%s", w, plainText(root))
		}
	}
}

func in(l model.Language) []model.Language { return []model.Language{l} }

func TestUndertakingIsTheTextOfTheDay(t *testing.T) {
	o, l, r := testOffice(), filledLeader(), testRequirements()[0]
	for _, test := range []struct {
		languages []model.Language
		wanted    []string
	}{
		{in(model.Finnish), []string{"Vaitiolositoumus", "Versio 2026", "Maija Lahti", "Sarkan perheyhdistys ry", "Isäryhmän ohjaaja", "En kerro ulkopuolisille", "Lupaus jatkuu tehtävän jälkeen.", "Paikka ja aika"}},
		{in(model.Swedish), []string{"Tystnadsförbindelse", "Version 2026", "Maija Lahti", "Ledare för pappagrupp", "Jag berättar inte", "Ort och datum"}},
		{in(model.English), []string{"Confidentiality undertaking", "Version 2026", "En kerro ulkopuolisille", "Place and date"}},
		{sideBySide, []string{"Vaitiolositoumus / Tystnadsförbindelse", "Versio 2026 / Version 2026", "En kerro ulkopuolisille", "Jag berättar inte", "Lupaus jatkuu", "Nimi / Namn"}},
	} {
		d := o.Undertaking(l, r, test.languages)
		root := read(t, d)
		contains(t, root, test.wanted...)
		lacks(t, root, "Vanha teksti", "Tuleva teksti", "Perhekahvila", "1979", "Huoltaja", "Vårdnadshavare")
		if mustRender(t, d).Pages != 1 || len(root.all("Sect")) != 1 {
			t.Errorf("%v: %d pages, %d places to sign", test.languages, mustRender(t, d).Pages, len(root.all("Sect")))
		}
	}
	if name := o.Undertaking(l, r, onlyFinnish).FileName; name != "Vaitiolositoumus Maija Lahti.pdf" {
		t.Errorf("named %q", name)
	}
	for _, p := range read(t, o.Undertaking(l, r, in(model.English))).all("P") {
		if strings.HasPrefix(p.text, "En kerro") && p.language != "fi-FI" {
			t.Errorf("the Finnish text is read as %q", p.language)
		}
	}
}

func TestUndertakingWithoutATextSaysSo(t *testing.T) {
	r := testRequirements()[0]
	r.Texts = r.Texts[2:] // which begins next year
	contains(t, read(t, testOffice().Undertaking(filledLeader(), r, onlyFinnish)), "Tälle päivälle ei ole tekstiä.")
}

func TestGuardianSignsForAYoungLeader(t *testing.T) {
	o, l := testOffice(), filledLeader()
	l.BirthYear = model.CountOf(2012)
	for _, d := range []Document{
		o.Undertaking(l, testRequirements()[0], sideBySide), o.PublicationConsent(l, testRequirements()[2], sideBySide),
		o.CheckConsent(l, l.Tasks[1], sideBySide),
	} {
		root := read(t, d)
		places := root.all("Sect")
		if len(places) != 2 || !strings.Contains(places[1].text, "Huoltaja / Vårdnadshavare") || strings.Contains(places[1].text, "Maija") {
			t.Errorf("%s: %d places to sign", d.Title, len(places))
		}
	}
	contains(t, read(t, o.Undertaking(l, testRequirements()[0], onlyFinnish)), "2012")
}

func TestPublicationConsentIsGivenByHand(t *testing.T) {
	l := filledLeader()
	l.Publication = model.Publication{On: today, Name: true, Phone: true}
	for language, wanted := range map[model.Language][]string{
		model.Finnish: {"Seuraavat tietoni saa julkaista.", "Nimi: Maija Lahti", "Puhelinnumero: 040 765 4321", "Tietojani ei saa julkaista.", "Sen voi perua milloin tahansa"},
		model.Swedish: {"Följande uppgifter får publiceras.", "Namn: Maija Lahti", "Mina uppgifter får inte publiceras.", "återtas när som helst"},
		model.English: {"The following may be published.", "Phone number: 040 765 4321", "withdrawn at any time"},
	} {
		root := read(t, testOffice().PublicationConsent(l, testRequirements()[2], in(language)))
		contains(t, root, wanted...)
		boxes := root.all("Lbl")
		if len(boxes) != 3 {
			t.Fatalf("%d boxes", len(boxes))
		}
		for i, b := range boxes {
			if b.actual != "☐" {
				t.Errorf("box %d is ticked by the paper", i+1)
			}
		}
	}
}

func TestCheckConsentSaysWhatTheActWants(t *testing.T) {
	o, l := testOffice(), filledLeader()
	for language, wanted := range map[model.Language][]string{
		model.Finnish: {
			"Suvannon seurakuntayhtymä", "Isäryhmän ohjaaja", "Oikeusrekisterikeskukselta", "(148/2014)", "Otetta käytetään vain", "seksuaalirikokset",
			"enintään kuusi kuukautta vanha", "annetaan minulle", "ei oteta kopiota", "vain otteen antopäivä", "Minun ei ole pakko antaa suostumusta",
		},
		model.Swedish: {
			"Suvanto kyrkliga samfällighet", "Rättsregistercentralen", "(148/2014)", "sexualbrott", "högst sex månader", "kopieras inte",
			"utfärdandedag", "Jag måste inte ge mitt samtycke",
		},
		model.English: {"Legal Register Centre", "(148/2014)", "sexual offences", "at most six months", "not copied", "date of issue", "do not have to consent"},
	} {
		d := o.CheckConsent(l, l.Tasks[1], in(language))
		root := read(t, d)
		contains(t, root, wanted...)
		lacks(t, root, "Hanna Virkkala", "21.8.2025", "1979")
		if mustRender(t, d).Pages != 1 {
			t.Errorf("%s: more than a page", language)
		}
	}
	contains(t, read(t, o.CheckConsent(l, l.Tasks[1], sideBySide)), "Mitä otteessa on", "Innehåll", "Miten otetta käsitellään", "Hur utdraget behandlas")

	old := l.Tasks[1]
	old.From = day("2014-04-30")
	contains(t, read(t, o.CheckConsent(l, old, onlyFinnish)), "alkanut ennen 1.5.2014")
	l.Kind = model.Professional
	contains(t, read(t, o.CheckConsent(l, l.Tasks[1], onlyFinnish)), "(504/2002)")
}

func TestVolunteerCertificateTellsWhatWasDone(t *testing.T) {
	o, f := testOffice(), testLeaderFacts()
	for language, wanted := range map[model.Language][]string{
		model.Finnish: {
			"Suvantomaan perhekeskus", "Todistus vapaaehtoistyöstä", "15.8.2024 alkaen", "Perhekahvilaohjaaja, Sarkan tiistairyhmä", "11.9.2024–20.5.2025",
			"4.9.2025 alkaen", "Tunnit yhteensä 46 h", "Vertaisryhmän ohjaajan koulutus", "12 h", "21.3.2026", "Huolen puheeksi ottaminen", "4,5 h", "Lämmin kiitos", "koordinaattori",
		},
		model.Swedish: {"Intyg över frivilligarbete", "från och med 15.8.2024", "Timmar sammanlagt", "Utbildning för ledare av kamratstödsgrupper", "Varmt tack"},
		model.English: {"Certificate of volunteering", "since 15.8.2024", "Peer-group leader training", "Our warm thanks"},
	} {
		d := o.VolunteerCertificate(filledLeader(), f, language)
		root := read(t, d)
		contains(t, root, append(wanted, "Maija Lahti", "Hanna Virkkala")...)
		lacks(t, root, "27.5.2027", "120", "040 765", "ulkomailla")
		if mustRender(t, d).Pages != 1 || plainText(root.all("H1")[0]) != "Maija Lahti" {
			t.Errorf("%s: %d pages, headed %q", language, mustRender(t, d).Pages, root.all("H1")[0].text)
		}
	}
}

func TestVolunteerCertificateInventsNothing(t *testing.T) {
	o := testOffice()
	l := model.Leader{
		ID: "l9", Kind: model.Volunteer, Name: "Uusi Ohjaaja",
		Statuses: []model.LeaderStatus{{State: model.LeaderActive}, {State: model.LeaderEnded, From: day("2026-09-01")}},
		Tasks: []model.LeaderTask{
			{Kind: model.OtherTask, Description: "leivonta"},
			{Kind: model.FamilyCafeLeader, From: day("2026-01-07"), Until: day("2026-05-27")},
			{Kind: model.BabyCafeLeader, From: day("2027-01-01")},
		},
	}
	root := read(t, o.VolunteerCertificate(l, testLeaderFacts(), model.Finnish))
	contains(t, root, "Leivonta", "7.1.–27.5.2026", "7.1.–31.8.2026")
	lacks(t, root, "Tunnit", "0 h", "Suoritetut koulutukset", "Vauvakahvila", "Vertaisryhmän ohjaajan koulutus")

	empty := read(t, o.VolunteerCertificate(model.Leader{}, LeaderFacts{}, model.Finnish))
	contains(t, empty, blank, "Todistus vapaaehtoistyöstä")
	l.Kind = model.Professional
	contains(t, read(t, o.VolunteerCertificate(l, testLeaderFacts(), model.Swedish)), "Intyg över ledning av grupper")
}

// everyLeaderPaper makes each of the documents about a leader and an event.
func everyLeaderPaper(o Office, l model.Leader, e model.Event, languages []model.Language) []Document {
	f, tf := testLeaderFacts(), testTrainingFacts()
	f.Events = []model.Event{e}
	tf.Leaders[l.ID] = l
	first := model.Finnish
	if len(languages) > 0 {
		first = languages[0]
	}
	task := model.LeaderTask{}
	if len(l.Tasks) > 0 {
		task = l.Tasks[0]
	}
	return []Document{
		o.Undertaking(l, testRequirements()[0], languages), o.PublicationConsent(l, testRequirements()[2], languages),
		o.CheckConsent(l, task, languages), o.VolunteerCertificate(l, f, first), o.OwnData(l, f, first), o.Participants(e, tf, languages),
		o.Certificates(e, e.Participations, tf, first), o.Matrix([]model.Leader{l}, testProgrammes(), f.Rules.Record, first, l.Name),
	}
}

func TestLeaderPapersAreTheSameEachTime(t *testing.T) {
	o := testOffice()
	first := everyLeaderPaper(o, filledLeader(), testEvent(), sideBySide)
	again := everyLeaderPaper(o, filledLeader(), testEvent(), sideBySide)
	for i := range first {
		if !bytes.Equal(mustRender(t, first[i]).PDF, mustRender(t, again[i]).PDF) {
			t.Errorf("%s differs from one time to the next", first[i].Title)
		}
	}
}

func TestLeaderPapersTakeAnyName(t *testing.T) {
	o := testOffice()
	long := strings.Repeat("Perhetoimintayhdistys", 19)
	for name, unprintable := range map[string][]rune{
		"Áilu Ǩiârŋâi-Máhtte": nil, "فاطمة": []rune("اةطفم"), long: nil, strings.Repeat("pitkä nimi ", 36): nil, "": nil, "😀": {'😀'},
	} {
		l, e := filledLeader(), testEvent()
		l.Name, l.Notes, l.Tasks[0].Description, l.Absences[0].Title = name, name, name, name
		e.Title, e.Place, e.Trainers[0].Name, e.Participations[2].Outsider.Name = model.Text{Fi: name}, name, name, name
		o.Centre.Coordinator = name
		for _, languages := range [][]model.Language{onlyFinnish, sideBySide, in(model.English)} {
			for _, d := range everyLeaderPaper(o, l, e, languages) {
				read(t, d)
				if got := mustRender(t, d).Unprintable; !slices.Equal(got, unprintable) {
					t.Errorf("%s of %q: unprintable %q", d.Header.Name, name, got)
				}
			}
		}
	}
}

func TestLeaderPapersOfNothing(t *testing.T) {
	for _, languages := range [][]model.Language{nil, sideBySide} {
		for _, d := range everyLeaderPaper(Office{Today: today}, model.Leader{}, model.Event{}, languages) {
			root := read(t, d)
			if len(strings.Fields(root.text)) < 3 {
				t.Errorf("%s is empty", d.Title)
			}
			lacks(t, root, "1.1.0001", "0 h", "31.12.0000")
		}
	}
}
