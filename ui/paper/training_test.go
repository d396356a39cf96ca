package paper

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func TestParticipantsSignEachDay(t *testing.T) {
	o, e := testOffice(), testEvent()
	d := o.Participants(e, testTrainingFacts(), onlyFinnish)
	root := read(t, d)
	rows := cells(root.all("Table")[0])
	want := [][]string{
		{"", "Nimi", "Taustayhteisö", "la 7.3.20269.30–15.00", "la 21.3.20269.30–15.00Perhetupa Sarka"},
		{"1", "Maija Lahti", "Sarkan perheyhdistys ry", "", ""},
		{"2", "Áilu Ǩiârŋâi-Máhtte", "Suvannon kaupunki", "", ""},
		{"3", "Risto Ruotsi", "Sarkan koulu", "", ""},
		{"4", "", "", "", ""},
	}
	if !slices.EqualFunc(rows[:5], want, slices.Equal) || len(rows) != 1+3+extraRows || d.Landscape {
		t.Errorf("%d rows: %q", len(rows), rows)
	}
	contains(t, root, "Vertaisryhmän ohjaajan koulutus", "7.3.2026 ja 21.3.2026", "Suvannon kirjasto, Perhetupa Sarka", "Suvannon kaupunki", "Åke Öhman", "Osallistujia 3")
	contains(t, read(t, o.Participants(e, testTrainingFacts(), sideBySide)), "Osallistujaluettelo / Deltagarlista", "la / lö 7.3.2026", "Suvanto stad")
	contains(t, read(t, o.Participants(e, testTrainingFacts(), in(model.English))), "List of participants", "Sat 7.3.2026", "9:30–15:00")

	e.Capacity = model.CountOf(12)
	root = read(t, o.Participants(e, testTrainingFacts(), onlyFinnish))
	contains(t, root, "3, paikkoja 12")
	if n := len(cells(root.all("Table")[0])); n != 1+12 {
		t.Errorf("%d rows for 12 places", n)
	}
}

func TestManyDaysMakeMoreTables(t *testing.T) {
	o, e := testOffice(), testEvent()
	e.Days = nil
	for i := range 7 {
		e.Days = append(e.Days, model.EventDay{ID: model.ID(fmt.Sprint(i)), Date: day("2026-03-07").AddDays(7 * i)})
	}
	d := o.Participants(e, testTrainingFacts(), onlyFinnish)
	tables := read(t, d).all("Table")
	if len(tables) != 2 || len(cells(tables[0])[0]) != 3+4 || len(cells(tables[1])[0]) != 3+3 || !d.Landscape {
		t.Errorf("%d tables", len(tables))
	}
	e.Days = nil
	if head := cells(read(t, o.Participants(e, testTrainingFacts(), onlyFinnish)).all("Table")[0])[0]; head[3] != "Allekirjoitus" {
		t.Errorf("without days they sign under %q", head)
	}
}

func TestCertificatesAreAPageEach(t *testing.T) {
	o, e, f := testOffice(), testEvent(), testTrainingFacts()
	d := o.Certificates(e, e.Participations, f, model.Finnish)
	r := mustRender(t, d)
	root := read(t, d)
	names := root.all("H1")
	if r.Pages != 3 || len(names) != 3 || names[2].text != "Risto Ruotsi" {
		t.Fatalf("%d pages, %d names", r.Pages, len(names))
	}
	contains(t, root, "Todistus koulutuksesta", "on suorittanut koulutuksen", "Vertaisryhmän ohjaajan koulutus", "12 h", "7.3.2026 ja 21.3.2026",
		"Ryhmän aloittaminen", "Suvannon kaupunki", "Suvannon kirjasto", "Åke Öhman, Suvannon seurakuntayhtymä", "31.12.2028 saakka", "Hanna Virkkala")
	if n := strings.Count(root.text, "31.12.2028"); n != 2 {
		t.Errorf("%d have a validity: one has not passed", n)
	}
	if n := strings.Count(root.text, "on osallistunut koulutukseen"); n != 1 {
		t.Errorf("%d have taken part", n)
	}
	f2 := readPDF(t, r.PDF)
	bookmarks := 0
	for _, object := range f2.objects {
		if strings.Contains(object, "/Dest [") {
			bookmarks++
		}
	}
	if bookmarks != 3 {
		t.Errorf("%d bookmarks", bookmarks)
	}
	for _, p := range f2.pages() {
		for _, c := range f2.contents(p) {
			if c.mcid < 0 && c.text != "" {
				t.Errorf("a certificate has %q around the text", c.text)
			}
		}
	}
}

func TestCertificateInOtherLanguages(t *testing.T) {
	o, e, f := testOffice(), testEvent(), testTrainingFacts()
	one := e.Participations[:1]
	for language, wanted := range map[model.Language][]string{
		model.Swedish: {"Utbildningsintyg", "har genomgått utbildningen", "Utbildning för ledare av kamratstödsgrupper", "till och med 31.12.2028", "Suvanto stad"},
		model.English: {"Certificate of training", "has completed the training", "Peer-group leader training", "until 31.12.2028"},
	} {
		contains(t, read(t, o.Certificates(e, one, f, language)), append(wanted, "Maija Lahti")...)
	}
	if name := o.Certificates(e, one, f, model.Finnish).FileName; name != "Todistus koulutuksesta Vertaisryhmän ohjaajan koulutus, Maija Lahti.pdf" {
		t.Errorf("named %q", name)
	}
	e.ProgrammeID = "p2"
	contains(t, read(t, o.Certificates(e, one, f, model.Finnish)), "Voimassa toistaiseksi")
	form := o.Certificates(e, nil, f, model.Finnish)
	contains(t, read(t, form), blank)
	if n := mustRender(t, form).Pages; n != 1 {
		t.Errorf("the form has %d pages", n)
	}
}

func TestMatrixTellsEachStanding(t *testing.T) {
	o := testOffice()
	year := model.Validity{Kind: model.ValidMonths, Months: 12, GraceDays: 30}
	programmes := []model.Programme{{ID: "p1", Name: model.Text{Fi: "Varhainen vuorovaikutus"}, Validity: year}, {ID: "p2", Name: model.Text{Fi: "Perhetyö"}}}
	var leaders []model.Leader
	for _, id := range []model.ID{"a", "b", "c", "d", "e", "x"} {
		leaders = append(leaders, model.Leader{ID: id, Name: "Ohjaaja " + string(id), Municipality: model.Municipality{Name: "Sarka"}})
	}
	leaders[5].AnonymisedOn = today
	record := model.NewTrainingRecord([]model.Completion{
		{LeaderID: "a", ProgrammeID: "p1", On: day("2026-10-01")},
		{LeaderID: "b", ProgrammeID: "p1", On: day("2025-12-24")},
		{LeaderID: "c", ProgrammeID: "p1", On: day("2025-11-10")},
		{LeaderID: "d", ProgrammeID: "p1", On: day("2025-05-01")},
		{LeaderID: "a", ProgrammeID: "p2", On: day("2020-10-01")},
	}, []model.Enrolment{{LeaderID: "e", ProgrammeID: "p1", EventID: "v", On: day("2027-02-06")}, {LeaderID: "e", ProgrammeID: "p2", EventID: "w"}}, nil)
	d := o.Matrix(leaders, programmes, record, model.Finnish, "Aktiiviset")
	root := read(t, d)
	want := [][]string{
		{"Nimi", "Kunta", "Varhainen vuorovaikutus", "Perhetyö"},
		{"Ohjaaja a", "Sarka", "1.10.2027", "voimassa"},
		{"Ohjaaja b", "Sarka", "24.12.2026", "puuttuu"},
		{"Ohjaaja c", "Sarka", "10.11.2026", "puuttuu"},
		{"Ohjaaja d", "Sarka", "1.5.2026", "puuttuu"},
		{"Ohjaaja e", "Sarka", "puuttuu|+ 6.2.2027", "puuttuu|+ ilmoittautunut"},
	}
	if got := cells(root.all("Table")[0]); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("%q", got)
	}
	var reads []string
	for _, c := range root.all("TD") {
		if c.actual != "" {
			reads = append(reads, c.actual)
		}
	}
	if !slices.Equal(reads, []string{
		"voimassa 1.10.2027", "voimassa", "vanhenemassa 24.12.2026", "puuttuu", "uusittavissa 10.11.2026", "puuttuu", "vanhentunut 1.5.2026", "puuttuu",
	}) {
		t.Errorf("read aloud: %q", reads)
	}
	contains(t, root, "22.11.2026, 5 ohjaajaa", "Rajaus Aktiiviset", "voimassa vanhenemassa uusittavissa vanhentunut puuttuu")
	if d.FileName != "Koulutusmatriisi 2026-11-22.pdf" || !d.Landscape {
		t.Errorf("named %q", d.FileName)
	}
	contains(t, read(t, o.Matrix(leaders, programmes, record, model.Swedish, "")), "Utbildningsmatris", "5 ledare", "giltig")
	contains(t, read(t, o.Matrix(nil, programmes, record, model.Finnish, "")), "Ei ohjaajia.")
	contains(t, read(t, o.Matrix(leaders, nil, record, model.English, "")), "No training programmes.")
}

func TestStandingsHaveMarksOfTheirOwn(t *testing.T) {
	seen := map[Mark]model.StandingState{}
	for _, s := range model.StandingStates() {
		m := standingMarks[s]
		if other, taken := seen[m]; taken || m == "" {
			t.Errorf("%s has the mark of %s: %q", s, other, m)
		}
		seen[m] = s
	}
	ops := map[string]Mark{}
	for m := range seen {
		p := Text("", "a")
		p.Mark = m
		f := readPDF(t, mustRender(t, plainDocument(Table{Columns: []Column{{}}, Rows: [][]Cell{{{p}}}})).PDF)
		for _, c := range f.contents(f.pages()[0]) {
			if c.tag == "TD" {
				if other, same := ops[c.ops]; same {
					t.Errorf("%s is drawn like %s", m, other)
				}
				ops[c.ops] = m
			}
		}
	}
	if len(ops) != len(seen) {
		t.Errorf("%d of %d marks are drawn", len(ops), len(seen))
	}
}

func TestMatrixRepeatsItsHeadAndSplitsItsColumns(t *testing.T) {
	leaders, programmes, record := manyLeaders(70, 13)
	d := testOffice().Matrix(leaders, programmes, record, model.Finnish, "")
	for n, page := range placedPages(t, d) {
		if n > 0 && page[0].kind != kindHeader {
			t.Errorf("page %d begins with a %s", n+1, page[0].kind)
		}
	}
	tables := read(t, d).all("Table")
	if len(tables) != 2 {
		t.Fatalf("%d tables", len(tables))
	}
	var heads []string
	for _, table := range tables {
		rows := cells(table)
		heads = append(heads, rows[0][2:]...)
		if len(rows) != 71 {
			t.Errorf("%d rows", len(rows))
		}
	}
	if len(heads) != 13 || heads[12] != programmes[12].Name.Fi {
		t.Errorf("programmes %q", heads)
	}
}

func TestFootGoesToTheFoot(t *testing.T) {
	pages := placedPages(t, plainDocument(Text("", "a"), Foot{}, Text("", "b"), Text("", "c"), PageBreak{}, Text("", "d")))
	first, second := pages[0], pages[1]
	bottom := newGeometry(false).bottom
	if last := first[len(first)-1]; last.y+last.height < bottom-0.01 || first[0].y > 60 || second[0].y != runningTop {
		t.Errorf("they end at %.1f, begin at %.1f and %.1f", last.y+last.height, first[0].y, second[0].y)
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0 ", 12: "12 ", 12.3: "12.3 ", 12.345: "12.35 ", 0.05: "0.05 ", -0.001: "0 ", -1.5: "-1.5 ", 841.889764: "841.89 "} {
		if got := string(number(nil, v)); got != want {
			t.Errorf("%v is written %q", v, got)
		}
	}
}

func BenchmarkMatrixPaper2000x20(b *testing.B) {
	leaders, programmes, record := manyLeaders(2000, 20)
	o, pages := testOffice(), 0
	for b.Loop() {
		pages = mustRender(b, o.Matrix(leaders, programmes, record, model.Finnish, "")).Pages
	}
	b.ReportMetric(float64(pages), "pages")
}

func BenchmarkCertificates60(b *testing.B) {
	o, e, f := testOffice(), testEvent(), testTrainingFacts()
	for i := range 60 {
		e.Participations = append(e.Participations[:i:i], model.Participation{Outsider: model.Outsider{Name: fmt.Sprint("Osallistuja ", i)}, Passed: model.Yes})
	}
	pages := 0
	for b.Loop() {
		pages = mustRender(b, o.Certificates(e, e.Participations, f, model.Finnish)).Pages
	}
	b.ReportMetric(float64(pages), "pages")
}
