package importing

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"kumppani/model"
)

func mapping(d *Draft) map[string]Field {
	out := map[string]Field{}
	for _, c := range d.Columns {
		out[c.Letter+" "+c.Head] = c.Field
	}
	return out
}

// A list as volunteers are kept in real life: a merged title, empty rows, twenty columns too many, a second sheet in front
// of it, phone numbers that Excel took for numbers, and names in two orders.
func TestAMessyListOfVolunteers(t *testing.T) {
	head := []any{"Sukunimi", "Etunimi *", "Puh. (gsm)", "S-posti", "Kotikunta", "Järjestö", "Kielet", "Aloittanut", "Synt. vuosi", "Tila", "Huom!"}
	for i := range 20 {
		head = append(head, fmt.Sprintf("Turha %d", i))
	}
	rows := [][]any{
		{"Vapaaehtoiset vertaisohjaajat 2026"},
		nil,
		{"päivitetty", "3.3.2026"},
		nil, head,
		{"Virtanen", "Aino", 401234567, "aino@esimerkki.example", "Sarkajärvi", "Perheyhdistys ry", "suomi, ruotsi", 45352, 1968, "aktiivinen", "=1+1"},
		{"Uusi\u00a0 ", " Ulla", 358501112223, "ulla@esimerkki.example", "Strandnäs", "Tuntematon ry", "suomi ja englanti", "1.8.24", "5.6.1970", nil, "@lisä"},
		{"Salo", "Ville", nil, nil, nil, nil, "klingon", "syksyllä", "sata"},
		{nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "  "},
		{"Aho", "Onni"},
		{nil, "Pelkkä"},
		{"Uusi", "Ulla", "+358 50 111 2223"},
		{"Hetu", "Heikki", "010170-123K", nil, nil, nil, nil, nil, nil, nil, "hetu 010170-123K"},
	}
	path := written(t, "Ohje", [][]any{{"Täytä nimi ja puhelin"}}, "Lista", rows)
	f := factsOf(t, village(), model.Finnish)
	d, p := planned(t, f, Leaders, path)
	if d.Sheets()[d.Sheet] != "Lista" || d.Header != 5 || d.Kind != Leaders {
		t.Errorf("%s of sheet %d, header in row %d", d.Kind, d.Sheet, d.Header)
	}
	for head, want := range map[string]Field{
		"A Sukunimi": LastName, "B Etunimi *": FirstName, "C Puh. (gsm)": Phone, "D S-posti": Email, "E Kotikunta": Municipality,
		"F Järjestö": HomeOrganisation, "G Kielet": Languages, "H Aloittanut": StartedOn, "I Synt. vuosi": BirthYear, "J Tila": State,
		"K Huom!": Notes, "L Turha 0": "", "AE Turha 19": "",
	} {
		if got, there := mapping(d)[head]; got != want || !there {
			t.Errorf("%s is %q, want %q", head, got, want)
		}
	}
	want := []string{
		"6 differs", "7 new no_organisation", "8 same same_name not_a_choice not_a_year not_a_date", "10 undecided", "11 error missing",
		"12 same", "13 new identity_code identity_code",
	}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	if len(p.NotUsed) != 20 {
		t.Errorf("not used: %v", p.NotUsed)
	}
	var aino model.Leader
	b := p.Batch()
	for _, l := range b.Leaders {
		if strings.Contains(fmt.Sprint(l), "010170") {
			t.Errorf("a personal identity code is taken in: %+v", l)
		}
		if l.ID == "l1" {
			aino = l
		}
	}
	if aino.Name != "Aino Virtanen" || aino.Phone != "0401234567" || aino.HomeOrganisation != "o2" || aino.Municipality != sarka ||
		!slices.Equal(aino.Languages, []model.Spoken{"fi", "sv"}) || aino.StartedOn != day("2024-03-01") || aino.BirthYear != model.CountOf(1968) ||
		aino.Notes != "=1+1" || len(aino.Statuses) != 1 {
		t.Errorf("%+v", aino)
	}
	ulla := b.Leaders[1]
	if ulla.Name != "Ulla Uusi" || ulla.Phone != "+358501112223" || ulla.Municipality != (model.Municipality{Code: "997", Name: "Rantaniemi"}) ||
		ulla.StartedOn != day("2024-08-01") || ulla.BirthYear != model.CountOf(1970) || ulla.ID == "" || ulla.Notes != "@lisä" {
		t.Errorf("%+v", ulla)
	}
}

func TestHeadsInThreeLanguages(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	for _, c := range []struct {
		kind Kind
		head string
		want []Field
	}{
		{Leaders, "Efternamn;Förnamn;Tfn;E-post;Ort;Hemorganisation;Språk", []Field{LastName, FirstName, Phone, Email, Municipality, HomeOrganisation, Languages}},
		{Leaders, "Full name;Mobile;E-mail address;Municipality;Born", []Field{Name, Phone, Email, Municipality, BirthYear}},
		{Leaders, "Nimi / Namn;Puhelin / Telefon;Kunta / Kommun", []Field{Name, Phone, Municipality}},
		{Organisations, "Järjestön nimi;Y-tunnus;Yhteyshenkilö;Puhelinnumero;Sähköpostiosoite;Kunta", []Field{NameFi, BusinessID, ContactName, ContactPhone, ContactEmail, Municipality}},
		{Organisations, "Nimi suomeksi;Namn på svenska;FO-nummer;Kontaktperson", []Field{NameFi, NameSv, BusinessID, ContactName}},
		{Contacts, "Organisaatio;Nimi;Nimike;Puhelin", []Field{OrganisationName, ContactName, ContactTitle, ContactPhone}},
		{Training, "Nimi;Koulutus;Pvm;Järjestäjä;Tunnit", []Field{Name, Programme, CompletedOn, Where, Hours}},
		{Training, "Namn;Kurs;Datum;Timmar", []Field{Name, Programme, CompletedOn, Hours}},
		{Places, "Kohtaamispaikka;Osoite;Postinumero;Postitoimipaikka;Kunta;Esteetön", []Field{NameFi, Street, PostalCode, Town, Municipality, StepFree}},
		{Groups, "Ryhmä;Paikka;Viikonpäivä;Klo;Ohjaajat", []Field{NameFi, PlaceName, Weekday, From, GroupLeaders}},
		{Counts, "Pvm;Ryhmä;Aikuiset;Lapset;Joista uusia;Miehiä;Isovanhempia", []Field{On, GroupName, Adults, Children, New, Men, "own.k1"}},
		{Counts, "Datum;Grupp;Vuxna;Barn;Nya;Hölls inte", []Field{On, GroupName, Adults, Children, New, NotHeld}},
	} {
		d, err := Open(t.Context(), text(t, c.head, strings.Repeat("x;", strings.Count(c.head, ";"))+"x"), f, nil)
		if err != nil {
			t.Fatal(err)
		}
		d.Choose(c.kind, 0)
		var got []Field
		for _, column := range d.Columns {
			got = append(got, column.Field)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s as %s: %q, want %q", c.head, c.kind, got, c.want)
		}
	}
}

func TestColumnsWithoutHeads(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	d, err := Open(t.Context(), text(t, "Aino Virtanen;0401234567;a@b.example", "Ville Salo;0501112223;v@b.example"), f, nil)
	if err != nil {
		t.Fatal(err)
	}
	d.Choose(Leaders, 0)
	if d.Header != 0 || d.Rows() != 2 || d.Columns[1].Field != Phone || d.Columns[2].Field != Email || len(d.Missing()) != 1 {
		t.Errorf("%+v", d)
	}
	d.Map(0, Name)
	d.Map(2, Name) // a field is that of one column
	if d.Columns[0].Field != "" || d.Columns[2].Field != Name || len(d.Missing()) != 0 {
		t.Errorf("%+v", d.Columns)
	}
}

func TestTheHeaderIsSaidByHand(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	d, err := Open(t.Context(), text(t, "Kuka;Mistä", "Aino Virtanen;Sarkajärvi"), f, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d.Header != 0 || d.Rows() != 2 { // it might be a person
		t.Errorf("row %d", d.Header)
	}
	if d.UseHeader(1); d.Header != 1 || d.Rows() != 1 || d.Columns[0].Head != "Kuka" {
		t.Errorf("%+v", d)
	}
	if d.UseHeader(0); d.Header != 0 || d.Rows() != 2 {
		t.Errorf("%+v", d)
	}
	d, err = Open(t.Context(), text(t, "Kuka;Koska", "Aino Virtanen;1.3.2024"), f, nil)
	if err != nil || d.Header != 1 {
		t.Errorf("words above a date: row %d %v", d.Header, err)
	}
}

func TestWhichKindAFileIs(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	for head, want := range map[string]Kind{
		"Nimi;Puhelin;Sähköposti;Kotikunta":        Leaders,
		"Organisaatio;Y-tunnus;Osoite;Postinumero": Organisations,
		"Pvm;Ryhmä;Aikuisia;Lapsia":                Counts,
		"Ohjaaja;Koulutus;Suorituspäivä":           Training,
		"Ryhmä;Kohtaamispaikka;Viikonpäivä;Klo":    Groups,
	} {
		d, err := Open(t.Context(), text(t, head, "x;x;x;x"), f, nil)
		if err != nil || d.Kind != want {
			t.Errorf("%s: %s %v", head, d.Kind, err)
		}
	}
}

func TestOrganisationsAndContacts(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Organisations, text(t,
		"Nimi;Sektori;Y-tunnus;Kunta;Postinumero;Yhteyshenkilö;Puh;Muistiinpanot",
		"SARKAJÄRVEN KUNTA;kunta;;Sarkajärvi;;Aaltola Marja;+358 40 000 0100;",
		"Perheyhdistys ry;järjestö;;Sarkajärvi;00100;Uusi Yhteys;0501112223;",
		"Perheyhdistys ry;;;;;Toinen Yhteys;;uusi tieto",
		"Uusi säätiö;säätiö;9999002-3;Helsingfors;;;040;",
		"Uusi säätiö sr;;9999002-3;;;;;",
		"Väärä tunnus;yritys;1234567-8;Ruotsi;;;;",
	))
	want := []string{
		"2 same", "3 differs", "4 differs", "5 new contact_without_name", "6 differs renamed other_row",
		"7 new no_municipality problem.business_id_digit",
	}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	c := p.Rows[2].Changes
	if len(c) != 2 || c[0].Field != Notes || c[0].Old != "vanha tieto" || c[0].New != "uusi tieto" {
		t.Errorf("%+v", c)
	}
	c[0].Keep = false
	p.Rows[5].Accepted = false
	b := p.Batch()
	if b.Source != "lista.csv" || b.Len() != 2 {
		t.Fatalf("%+v", b)
	}
	union, foundation := b.Organisations[0], b.Organisations[1]
	if union.ID != "o2" || len(union.Contacts) != 2 || union.Contacts[1].Name != "Toinen Yhteys" || union.Notes != "vanha tieto" || union.Address.PostalCode != "00100" {
		t.Errorf("%+v", union)
	}
	if foundation.Sector != model.Foundation || foundation.Name.Fi != "Uusi säätiö sr" || len(foundation.Contacts) != 0 || foundation.Municipality.Code != "091" {
		t.Errorf("%+v", foundation)
	}
	if f.Organisations["o2"].Contacts != nil || f.Organisations["o1"].Name.Fi != "Sarkajärven kunta" {
		t.Error("the register itself was changed")
	}
	_, p = planned(t, f, Contacts, text(t,
		"Organisation;Namn;Titel;Telefon;E-post",
		"Sarkajärvi kommun;Marja Aaltola;bildningsdirektör;0400000100;marja@esimerkki.example",
		"9999001-5;Ny Person;;;ej en adress", "Ingen;X;;;", ";Y;;;",
	))
	if got := states(p); !slices.Equal(got, []string{"2 differs", "3 differs problem.email_form", "4 error no_organisation", "5 error missing"}) {
		t.Errorf("%q", got)
	}
}

func TestTraining(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Training, written(t, "Koulutukset", [][]any{
		{"Ohjaaja", "Koulutus", "Pvm", "Missä", "Tunnit"},
		{"Virtanen Aino", "Att ta upp oron", time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC), "Opisto", 7.5},
		{"Aino Virtanen", "Huolen puheeksi ottaminen", "1.3.2024", "Opisto", "7,5"},
		{"Ville Salo", "Huolen puheeksi ottaminen", "1.10.2025"},
		{"Ville Salo", "Ensiapu EA1", "2026-05-05"},
		{"Ville Salo", "Ensiapu EA1", "maaliskuussa"},
		{"Onni Aho", "Ensiapu EA1", "5.5.2026"},
		{"Tuntematon Taina", "Ensiapu EA1", "5.5.2026"},
	}))
	want := []string{
		"2 differs", "3 same", "4 same attended", "5 differs new_programme",
		"6 error new_programme not_a_date problem.required", "7 undecided", "8 error no_leader",
	}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	p.Decide(5, p.Rows[5].Candidates[1].ID)
	b := p.Batch()
	if len(b.Leaders) != 3 || len(b.Programmes) != 1 || b.Programmes[0].Name.Fi != "Ensiapu EA1" || b.Leaders[2].ID != "l4" {
		t.Fatalf("%+v", b)
	}
	if e := b.Leaders[0].Elsewhere; len(e) != 1 || e[0].ProgrammeID != "g1" || e[0].On != day("2024-03-01") || e[0].Hours != model.AmountOf(750) {
		t.Errorf("%+v", e)
	}
	if e := b.Leaders[1].Elsewhere; len(e) != 1 || e[0].ProgrammeID != b.Programmes[0].ID {
		t.Errorf("%+v", e)
	}
}

func TestPlacesAndGroups(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Places, text(t,
		"Kohtaamispaikka,Tyyppi,Osoite,Postitoimipaikka,Ylläpitäjä,Paikkoja,Esteetön,Yhteyshenkilö,Puhelin",
		"perhetupa sarka,perhetupa,Koskitie 4,Sarkajärvi,Perheyhdistys ry,30,x,,",
		"Rannan kerho,,Rantatie 1,Strandnäs,,kaksi,ehkä,Katri Laine,0401112223",
		"Missä lie,,,,,,,,",
	))
	want := []string{"2 differs", "3 new not_a_count not_yes_or_no place_kind_other", "4 error place_kind_other problem.required"}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	b := p.Batch()
	if x := b.Places[0]; x.ID != "p1" || x.Name.Fi != "Perhetupa Sarka" || x.Address.Street != "Koskitie 4" || x.HostID != "o2" || x.Capacity != model.CountOf(30) || x.Access.StepFree != model.Yes {
		t.Errorf("%+v", x)
	}
	if x := b.Places[1]; x.Municipality.Code != "997" || x.Kind != model.OtherPlace || x.Booking.Phone != "0401112223" || x.Capacity.Known || x.Access.StepFree != "" {
		t.Errorf("%+v", x)
	}
	_, p = planned(t, f, Groups, text(t,
		"Ryhmä;Paikka;Viikonpäivä;Kuinka usein;Klo;Ohjaajat;Laji;Kielet",
		"Perhekahvila;Perhetupa Sarka;tiistaisin;joka viikko;9.30–11.30;Virtanen Aino, Ville Salo;avoin;suomi",
		"Isäkerho;Perhetupa Sarka;la;parittomat viikot;10-12;Onni Aho;suljettu;",
		"Retket;Perhetupa Sarka;;;9:00-10:00;;;",
		"Kerho;Ei ole;ke;;9-10;;;",
	))
	want = []string{"2 differs", "3 new two_leader", "4 new problem.no_days", "5 error no_place problem.required"}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	b = p.Batch()
	if g := b.Groups[0]; g.ID != "r1" || !slices.Equal(g.Leaders, []model.ID{"l1", "l2"}) || g.Until != at("11:30") {
		t.Errorf("%+v", g)
	}
	if g := b.Groups[1]; g.Type != model.TargetedGroup || g.Public || g.Recurrence.Rhythm != model.OddWeeks || g.Recurrence.Weekday != time.Saturday || g.From != at("10:00") || g.Until != at("12:00") {
		t.Errorf("%+v", g)
	}
}

func TestCounts(t *testing.T) {
	f := factsOf(t, village(), model.Swedish)
	_, p := planned(t, f, Counts, text(t,
		"Datum;Klockan;Plats;Grupp;Vuxna;Barn;Nya;Män;Mor- och farföräldrar;Hölls inte",
		"3.11.2026;;;Familjekafé;8;0;2;9;1;",
		"3.11.2026;13.00;Perhetupa Sarka;;4;-;;;;",
		"3.11.2026;;Perhetupa Sarka;;4;;;;;",
		"10.11.2026;;;Familjekafé;;;;;;x",
		"10.11.2026;;;Familjekafé;7;;;;;",
		"17.11.2026;;;Familjekafé;7;;;;;",
		"3.11.;;;Familjekafé;7;;;;;",
		"3.11.2026;;;Familjekafé;;;;;;",
		"3.11.2026;;;Vauvakahvila;20000;-1;1,5;;;",
		"3.11.2026;;;Vauvakahvila;;;;;;flunssa",
	))
	want := []string{
		"2 differs problem.more_than_adults", "3 differs", "4 undecided", "5 error counted_already", "6 differs", "7 error no_session",
		"8 error no_year", "9 empty", "10 error not_a_count not_a_count problem.count_range", "11 error not_held_but_counted",
	}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	b := p.Batch()
	if len(b.Counts) != 3 || b.Counts[0].SessionID != "s1" || !reflect.DeepEqual(b.Counts[0].Counts, model.Counts{
		Adults: model.CountOf(8), Children: model.CountOf(0), New: model.CountOf(2), Men: model.CountOf(9), Own: map[model.ID]int{"k1": 1},
	}) {
		t.Errorf("%+v", b.Counts)
	}
	if c := b.Counts[2].Counts; c.Adults != model.CountOf(7) || c.Own["k1"] != 2 { // what the file does not say stays
		t.Errorf("%+v", c)
	}
	_, p = planned(t, f, Counts, text(t, "Datum;Grupp;Hölls inte", "3.11.2026;Vauvakahvila;flunssa"))
	if b := p.Batch(); len(b.Counts) != 1 || !b.Counts[0].NotHeld || b.Counts[0].Reason != "flunssa" || b.Counts[0].Counts.Entered() {
		t.Errorf("%+v", b)
	}
}

func TestADecisionIsForgottenByNothing(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin", "Onni Aho;0405556667"))
	if p.Rows[0].State != RowUndecided || len(p.Batch().Leaders) != 0 || len(p.Rows[0].Candidates) != 2 {
		t.Fatalf("%+v", p.Rows[0])
	}
	p.Decide(0, "l4")
	if b := p.Batch(); p.Rows[0].State != RowDiffers || b.Leaders[0].ID != "l4" || b.Leaders[0].Phone != "0405556667" {
		t.Errorf("%+v %+v", p.Rows[0], b)
	}
	p.Decide(0, "")
	if b := p.Batch(); p.Rows[0].State != RowNew || f.Leaders[b.Leaders[0].ID].ID != "" || len(p.Rows[0].Candidates) != 2 {
		t.Errorf("%+v %+v", p.Rows[0], b)
	}
}

func TestErrorsAsAList(t *testing.T) {
	f := factsOf(t, village(), model.English)
	_, p := planned(t, f, Leaders, text(t, "Nimi;Aloittanut", "Aino Virtanen;kohta", ";1.1.2020", "Onni Aho;", "Uusi Ihminen;5.5.2020"))
	r := p.Errors()
	var got []string
	for _, row := range r.Sections[0].Tables[0].Rows {
		got = append(got, row[0].Text+"|"+row[2].Text+"|"+row[3].Text+"|"+row[5].Text)
	}
	want := []string{"2|Nimi|Aino Virtanen|taken in", "2|Aloittanut|kohta|the cell is not taken in", "3|Nimi||the row is not taken in", "4|||the row is not taken in"}
	if !slices.Equal(got, want) || r.Language != model.English {
		t.Errorf("%q", got)
	}
}

func TestPreviewIsCancelled(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	d, err := Open(t.Context(), text(t, "Nimi;Puhelin", strings.Repeat("X Y;1\n", 1000)), f, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = d.Preview(ctx, func(done, of int) {
		if done > 0 && of == 1000 {
			cancel()
		}
	})
	if model.CodeOf(err) != model.CodeCancelled {
		t.Error(err)
	}
}
