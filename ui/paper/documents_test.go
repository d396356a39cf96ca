package paper

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

var (
	onlyFinnish = []model.Language{model.Finnish}
	sideBySide  = []model.Language{model.Finnish, model.Swedish}
)

// read renders a document and reads it back.
func read(t *testing.T, d Document) *element {
	t.Helper()
	placedPages(t, d)
	r := mustRender(t, d)
	if r.Name != d.FileName || !strings.HasSuffix(r.Name, ".pdf") {
		t.Errorf("the file is named %q", r.Name)
	}
	root := readPDF(t, r.PDF).structure()
	if strings.Contains(root.text, "{{") || strings.Contains(root.text, "paper.") {
		t.Errorf("a raw token is printed:\n%s", root.text)
	}
	return root
}

func plainText(e *element) string { return strings.ReplaceAll(e.text, "\u00a0", " ") }

// cells are the texts of the rows of a table.
func cells(table *element) [][]string {
	var out [][]string
	for _, row := range table.all("TR") {
		var texts []string
		for _, c := range row.kids {
			texts = append(texts, strings.ReplaceAll(strings.TrimSpace(plainText(c)), "\n", "|"))
		}
		out = append(out, texts)
	}
	return out
}

func TestAgreementReadsAsAgreed(t *testing.T) {
	o := testOffice()
	d := o.Agreement(testAgreement(o), onlyFinnish)
	root := read(t, d)
	if d.FileName != "Kumppanuussopimus 2026-004 Perhetupa Sarka.pdf" || d.Title != "Kumppanuussopimus 2026-004 Perhetupa Sarka" {
		t.Errorf("it is named %q and %q", d.FileName, d.Title)
	}
	if root.all("H1")[0].text != "Perhetupa Sarka" {
		t.Errorf("titled %q", root.all("H1")[0].text)
	}
	var headings []string
	for _, h := range root.all("H2") {
		headings = append(headings, plainText(h))
	}
	if len(headings) != 16 || headings[0] != "1  Osapuolet" || headings[15] != "Allekirjoitukset" {
		t.Errorf("headings %q", headings)
	}
	tables := root.all("Table")
	if len(tables) != 4 {
		t.Fatalf("%d tables", len(tables))
	}
	for i, want := range [][][]string{
		{
			{"Osapuoli", "Y-tunnus", "Osoite", "Edustaja", "Päätös"},
			{"Suvannon kaupunki|tilojen tarjoaja", "0201256-6", "Torikatu 4 44500 Suvanto", "Anna Sarka, sivistysjohtaja", "Sivistyslautakunta 12.12.2026 § 42"},
			{"Sarkan perheyhdistys ry", "1234567-1", "Kylätie 12 44510 Sarka", "Maija Lahti, puheenjohtaja", ""},
			{"Suvannon seurakuntayhtymä", "", "", "", ""},
		},
		{
			{"Tehtävä", "Vastuutaho"},
			{"Perhetuvan avaaminen ja sulkeminen", "Sarkan perheyhdistys ry ja Suvannon seurakuntayhtymä"},
			{"Vapaaehtoisten perehdytys", "Sarkan perheyhdistys ry"},
		},
		{
			{"Osapuoli", "Panostus", "Määrä", "Viimeistään"},
			{"Suvannon kaupunki", words.In("fi").T("contribution.kind.premises") + ": Perhetuvan tilat ja siivous", "", ""},
			{"Suvannon kaupunki", words.In("fi").T("contribution.kind.money"), "1 200,50 € " + words.In("fi").T("contribution.per.year"), "31.3.2027"},
			{"Sarkan perheyhdistys ry", words.In("fi").T("contribution.kind.volunteers"), "0 hlö", ""},
		},
		{
			{"Osapuoli", "Yhdyshenkilö", "Puhelin", "Sähköposti"},
			{"Suvannon kaupunki", "Hanna Virkkala, palveluohjaaja", "040 123 4567", "hanna.virkkala@suvanto.example"},
			{"Sarkan perheyhdistys ry", "Maija Lahti, puheenjohtaja", "", "maija@sarka.example"},
			{"", "varalla: Åke Öhman", "", ""},
		},
	} {
		got := cells(tables[i])
		for n := range got {
			for c := range got[n] {
				got[n][c] = strings.ReplaceAll(strings.ReplaceAll(got[n][c], "4Torikatu", ""), "  ", " ")
			}
		}
		if !slices.EqualFunc(got, want, func(a, b []string) bool {
			return slices.EqualFunc(a, b, func(x, y string) bool {
				return strings.EqualFold(strings.ReplaceAll(x, " ", ""), strings.ReplaceAll(y, " ", ""))
			})
		}) {
			t.Errorf("table %d is\n%q, not\n%q", i+1, got, want)
		}
	}
	if n := len(root.all("Sect")); n != 3 {
		t.Errorf("%d places to sign", n)
	}
	for _, wanted := range []string{
		"LUONNOS", "on voimassa 31.12.2028 saakka", "Irtisanomisaika on 3 kuukautta", "Sopimusta on tehty 3 samansisältöistä",
		"ratkaistaan " + blank, "Nimenselvennys ja asema", "Paikka ja aika",
	} {
		if !strings.Contains(plainText(root), wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
}

func TestAgreementSideBySide(t *testing.T) {
	o := testOffice()
	root := read(t, o.Agreement(testAgreement(o), sideBySide))
	if n := len(root.all("Table")); n != 4 {
		t.Errorf("%d tables: each is printed once, in both languages", n)
	}
	headings := root.all("H2")
	if len(headings) != 32 || headings[1].language != "sv-FI" || plainText(headings[1]) != "1  Avtalsparter" {
		t.Errorf("%d headings", len(headings))
	}
	tasks := cells(root.all("Table")[1])
	if tasks[0][0] != "Tehtävä|Uppgift" || tasks[1][0] != "Perhetuvan avaaminen ja sulkeminen|Öppna och stänga familjestugan" ||
		tasks[2][0] != "Vapaaehtoisten perehdytys" {
		t.Errorf("tasks %q", tasks)
	}
	for _, wanted := range []string{
		"Kumppanuussopimus / Partnerskapsavtal", "Suvannon kaupunki / Suvanto stad", "Paikka ja aika / Ort och datum",
		"Parterna ordnar tillsammans",
	} {
		if !strings.Contains(plainText(root), wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
}

func TestDraftMarkGoesWhenItIsSent(t *testing.T) {
	o := testOffice()
	a := testAgreement(o)
	if d := o.Agreement(a, onlyFinnish); d.DraftMark != "LUONNOS" || d.Header.Details[0] != "22.11.2026" {
		t.Errorf("a draft is marked %q", d.DraftMark)
	}
	if d := o.Agreement(a, []model.Language{model.Swedish}); d.DraftMark != "UTKAST" {
		t.Errorf("a draft in Swedish is marked %q", d.DraftMark)
	}
	a.Parties[0].Signing.SentOn = today
	if d := o.Agreement(a, onlyFinnish); d.DraftMark != "" {
		t.Error("what is out for signature is marked as a draft")
	}
	m := model.Amendment{Number: 1, Body: model.Text{Fi: "Uusi tila."}}
	if d := o.Amendment(a, m, onlyFinnish); d.DraftMark == "" {
		t.Error("an amendment nobody was sent is not marked")
	}
	m.Signatures = []model.AmendmentSignature{{PartyID: "p1", Signing: model.Signing{SentOn: today}}}
	if d := o.Amendment(a, m, onlyFinnish); d.DraftMark != "" {
		t.Error("an amendment out for signature is marked as a draft")
	}
}

func TestClauseSwitchedOffIsNotPrinted(t *testing.T) {
	o := testOffice()
	a := testAgreement(o)
	a.Clauses[0].Off, a.Clauses[2].Off = true, true
	root := read(t, o.Agreement(a, onlyFinnish))
	if strings.Contains(root.text, "Tavoitteet") || plainText(root.all("H2")[0]) != "1  Tausta ja tarkoitus" {
		t.Error("a clause that is off is printed or counted")
	}
	if cells(root.all("Table")[0])[1][1] != "0201256-6" {
		t.Error("without the clause on the parties there is no table of them")
	}
}

func TestClauseInAnotherLanguageOnlyIsPrintedInIt(t *testing.T) {
	o := testOffice()
	a := testAgreement(o)
	a.Clauses = []model.Clause{{Heading: model.Text{Fi: "Otsikko"}, Body: model.Text{Fi: "Vain suomeksi."}}}
	root := read(t, o.Agreement(a, []model.Language{model.English}))
	var found *element
	for _, p := range root.all("P") {
		if p.text == "Vain suomeksi." {
			found = p
		}
	}
	if found == nil || found.language != "fi-FI" {
		t.Errorf("the clause is %+v", found)
	}
	if strings.Count(read(t, o.Agreement(a, sideBySide)).text, "Vain suomeksi.") != 1 {
		t.Error("the clause stands in the Swedish column too")
	}
}

func TestElectronicSignatureIsNoted(t *testing.T) {
	o := testOffice()
	a := testAgreement(o)
	a.Parties[0].Signing = model.Signing{Electronic: true}
	a.Parties[1].Signing = model.Signing{Electronic: true, SignedOn: model.MustDate("2026-12-24")}
	root := read(t, o.Agreement(a, onlyFinnish))
	blocks := root.all("Sect")
	if !strings.Contains(blocks[0].text, "Allekirjoitetaan sähköisesti.") || !strings.Contains(blocks[1].text, "Allekirjoitettu sähköisesti 24.12.2026.") ||
		strings.Contains(blocks[2].text, "sähköisesti") {
		t.Errorf("the notes are in %q %q %q", blocks[0].text, blocks[1].text, blocks[2].text)
	}
}

func TestOralAgreementIsAMemoWithoutSignatures(t *testing.T) {
	o := testOffice()
	a := testAgreement(o)
	a.Form, a.AgreedOn = model.Oral, model.MustDate("2026-09-01")
	a.OralTerms = model.OralTerms{Where: "Sarkan kirjasto", Present: "Hanna ja Maija", Content: model.Text{Fi: "Tila on käytössä tiistaisin."}, NotedBy: "Hanna Virkkala"}
	d := o.Agreement(a, onlyFinnish)
	root := read(t, d)
	if d.FileName != "Muistio 2026-004 Perhetupa Sarka.pdf" || d.DraftMark != "" {
		t.Errorf("named %q, marked %q", d.FileName, d.DraftMark)
	}
	for _, wanted := range []string{"Muistio suullisesta sopimuksesta", "Sarkan kirjasto", "Hanna ja Maija", "Tila on käytössä tiistaisin", "1.9.2026", "1.1.2027–31.12.2028"} {
		if !strings.Contains(root.text, wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
	if len(root.all("Sect")) != 0 || len(root.all("Table")) != 2 {
		t.Errorf("%d places to sign, %d tables", len(root.all("Sect")), len(root.all("Table")))
	}
	if mustRender(t, d).Pages != 1 {
		t.Error("the memo takes more than a page")
	}
}

func TestAmendment(t *testing.T) {
	o := testOffice()
	m := model.Amendment{Number: 2, Title: model.Text{Fi: "Tilojen vaihto"}, Body: model.Text{Fi: "Toiminta siirtyy.\nYhdyshenkilöt: {{yhdyshenkilot}}"}, ValidFrom: model.MustDate("2027-08-01")}
	d := o.Amendment(testAgreement(o), m, onlyFinnish)
	root := read(t, d)
	if d.FileName != "Muutosliite 2 2026-004 Perhetupa Sarka.pdf" {
		t.Errorf("named %q", d.FileName)
	}
	for _, wanted := range []string{"Muutosliite 2: Tilojen vaihto", "Toiminta siirtyy.", "1.8.2027", "Muilta osin sopimus pysyy ennallaan."} {
		if !strings.Contains(root.text, wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
	if len(root.all("Sect")) != 3 || len(root.all("Table")) != 1 {
		t.Errorf("%d places to sign, %d tables", len(root.all("Sect")), len(root.all("Table")))
	}
}

func TestRegister(t *testing.T) {
	o := testOffice()
	a := testAgreement(o).AgreementSummary
	open := a
	open.Number, open.ValidUntil, open.NoticeMonths = "2026-005", model.Date{}, model.Count{}
	c := model.Calendar{Today: today, LeadDays: 30}
	d := o.Register([]model.AgreementSummary{a, open}, c, model.Finnish, "Sarka")
	root := read(t, d)
	if d.FileName != "Sopimusluettelo 2026-11-22.pdf" || !d.Landscape {
		t.Errorf("named %q", d.FileName)
	}
	rows := cells(root.all("Table")[0])
	want := []string{"31.8.2028", "2026-004", "Perhetupa Sarka", "Suvannon kaupunki, Sarkan perheyhdistys ry ja Suvannon seurakuntayhtymä"}
	if !slices.Equal(rows[1][:4], want) || rows[1][7] != "3 kk" {
		t.Errorf("row %q", rows[1])
	}
	if rows[2][0] != "" || rows[2][6] != "1.1.2027 – toistaiseksi" || rows[2][7] != "" {
		t.Errorf("what is not known is printed: %q", rows[2])
	}
	for _, wanted := range []string{"22.11.2026, 2 sopimusta", "Sarka", "30 päivää"} {
		if !strings.Contains(plainText(root), wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
	if empty := read(t, o.Register(nil, c, model.Swedish, "")); !strings.Contains(empty.text, "Inga avtal.") || strings.Contains(empty.text, "Urval") {
		t.Errorf("an empty register says %q", empty.text)
	}
}

func TestContactNotice(t *testing.T) {
	o := testOffice()
	root := read(t, o.ContactNotice(testAgreement(o), "p1", "", model.Finnish))
	for _, wanted := range []string{
		"2026-004 Perhetupa Sarka", "Hanna Virkkala, palveluohjaaja", "1.11.2026", "Pekka Entinen (31.10.2026 saakka)", "Sarkan perheyhdistys ry",
	} {
		if !strings.Contains(plainText(root), wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
	if strings.Contains(root.text, "Vanha Virkailija") {
		t.Error("a contact of long ago is named")
	}
	read(t, o.ContactNotice(testAgreement(o), "nobody", "", model.English))
}

func TestExtremesLookRight(t *testing.T) {
	o := testOffice()
	long := strings.Repeat("Perhetoimintayhdistys", 19) // 399 letters
	for _, parties := range []int{0, 1, 2, 50} {
		for _, name := range []string{"A", long, strings.Repeat("W", 1000), "😀", strings.Repeat("pitkä nimi ", 36)} {
			if parties == 50 && len(name) > 400 {
				continue // slow, and no more than the others show
			}
			for _, languages := range [][]model.Language{onlyFinnish, sideBySide} {
				a := testAgreement(o)
				a.Title, a.Parties, a.Contributions = model.Text{Fi: name, Sv: name}, nil, nil
				o.Organisations["long"] = model.Organisation{Name: model.Text{Fi: name, Sv: name + "."}, BusinessID: name}
				for i := range parties {
					id := model.ID(fmt.Sprint(i))
					a.Parties = append(a.Parties, model.Party{ID: id, OrganisationID: "long", Role: name, Signatory: name, SignatoryTitle: name})
					a.Contributions = append(a.Contributions, model.Contribution{PartyID: id, Description: model.Text{Fi: name}, Unit: name, Amount: model.AmountOf(1)})
				}
				read(t, o.Agreement(a, languages))
			}
		}
	}
	read(t, Office{Today: today}.Agreement(model.Agreement{}, nil))
	read(t, Office{Today: today}.Amendment(model.Agreement{}, model.Amendment{}, sideBySide))
	read(t, Office{Today: today}.Agreement(model.Agreement{AgreementSummary: model.AgreementSummary{Form: model.Oral}}, sideBySide))
}
