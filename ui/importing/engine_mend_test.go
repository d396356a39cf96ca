package importing

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/persistence"
	export "kumppani/ui/records"
	"kumppani/ui/words"
)

// judged fails when the rows are not judged so, or when a remark is no sentence.
func judged(t *testing.T, p *Plan, want ...string) {
	t.Helper()
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
}

// Visitors of a cancelled session are in no report: they would be lost unnoticed.
func TestCountsOfACancelledSession(t *testing.T) {
	v := village()
	v.sessions[0].State, v.sessions[2].State = model.SessionCancelled, model.SessionCancelled
	_, p := planned(t, factsOf(t, v, model.Finnish), Counts, text(t,
		"Päivä;Ryhmä;Aikuiset;Ei pidetty",
		"3.11.2026;Perhekahvila;8;",  // was cancelled
		"3.11.2026;Perhekahvila;;x",  // says the same as the calendar
		"3.11.2026;Perhekahvila;;",   // says nothing
		"10.11.2026;Perhekahvila;5;", // was cancelled when it had been counted
		"10.11.2026;Perhekahvila;6;",
		"3.11.2026;Vauvakahvila;4;",
		"3.11.2026;Vauvakahvila;;x",
	))
	judged(t, p,
		"2 error session_cancelled", "3 same", "4 empty", "5 same", "6 error session_cancelled", "7 differs", "8 error not_held_but_counted")
	if x := p.Rows[0].Troubles[0]; x.Column != "Päivä" || x.Text != "3.11.2026" {
		t.Errorf("%+v", x)
	}
	if b := p.Batch(); len(b.Counts) != 1 || b.Counts[0].SessionID != "s2" {
		t.Errorf("%+v", b.Counts)
	}
}

// Rows about two contacts of an organisation, or two trainings of a leader, say nothing against each other.
func TestOnlyRowsAboutTheSameContradict(t *testing.T) {
	v := village()
	v.organisations[0].Contacts = append(v.organisations[0].Contacts, model.Contact{ID: "c2", Name: "Outi Niemi", Phone: "0405550000", Email: "outi@esimerkki.example"})
	v.leaders[0].Elsewhere = []model.Elsewhere{
		{ID: "x1", ProgrammeID: "g1", On: day("2024-03-01"), Where: "Opisto"}, {ID: "x2", ProgrammeID: "g1", On: day("2025-03-01"), Where: "Opisto"},
	}
	f := factsOf(t, v, model.Finnish)
	_, p := planned(t, f, Contacts, text(t, "Organisaatio;Yhdyshenkilö;Puhelin",
		"Sarkajärven kunta;Marja Aaltola;0401000001", "Sarkajärven kunta;Outi Niemi;0401000002", "Sarkajärven kunta;Marja Aaltola;0401000003"))
	judged(t, p, "2 differs", "3 differs", "4 differs other_row")
	_, p = planned(t, f, Training, text(t, "Ohjaaja;Koulutus;Pvm;Missä",
		"Aino Virtanen;Huolen puheeksi ottaminen;1.3.2024;Koulu", "Aino Virtanen;Huolen puheeksi ottaminen;1.3.2025;Kirjasto",
		"Aino Virtanen;Huolen puheeksi ottaminen;1.3.2024;Opisto"))
	judged(t, p, "2 differs", "3 differs", "4 differs other_row")
	_, p = planned(t, f, Organisations, text(t, "Nimi;Muistiinpanot;Yhdyshenkilö",
		"Perheyhdistys ry;yksi;A B", "Perheyhdistys ry;kaksi;C D")) // what is the organisation's own is
	judged(t, p, "2 differs", "3 differs other_row")
}

// A row that is decided on late does not call a row below it the one above.
func TestARowDecidedOnLate(t *testing.T) {
	v := village()
	v.leaders[2].Phone, v.leaders[3].Phone = "0401", "0402"
	f := factsOf(t, v, model.Finnish)
	_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin;Kunta;Aloitti", "Onni Aho;;Strandnäs;kohta", "Onni Aho;0402;Sarkajärvi;"))
	judged(t, p, "2 undecided", "3 differs")
	p.Decide(0, "l4")
	judged(t, p, "2 differs not_a_date", "3 differs")
	if x := p.Rows[0].Troubles[0]; x.Column != "Aloitti" {
		t.Errorf("%+v", x)
	}
}

func TestARemarkIsThatOfItsRow(t *testing.T) {
	v := village()
	v.organisations[0].Contacts[0].Email = "ei osoite"
	f := factsOf(t, v, model.Finnish)
	_, p := planned(t, f, Contacts, text(t, "Organisaatio;Yhdyshenkilö;Sähköposti;Puhelin",
		"Sarkajärven kunta;Outi Niemi;outi@esimerkki.example;", "Sarkajärven kunta;Ville Uusi;väärä;", "Sarkajärven kunta;Outi Niemi;o@esimerkki.example;0401",
		"Sarkajärven kunta;Marja Aaltola;;0409", "Sarkajärven kunta;Marja Aaltola;yhä väärä;"))
	judged(t, p, "2 differs", "3 differs problem.email_form", "4 differs other_row", "5 differs", "6 differs problem.email_form")
	_, p = planned(t, f, Training, text(t, "Ohjaaja;Koulutus;Pvm",
		"Aino Virtanen;Huolen puheeksi ottaminen;1.3.2027", "Aino Virtanen;Huolen puheeksi ottaminen;3.4.2026"))
	judged(t, p, "2 differs problem.in_future", "3 differs")
}

// What a row makes wrong by changing something else is said, and said of what is wrong.
func TestAChangeThatMakesAnotherFieldWrong(t *testing.T) {
	v := village()
	v.sessions[0].Counts = model.Counts{Adults: model.CountOf(8), Men: model.CountOf(5)}
	v.sessions[1].Counts = model.Counts{Adults: model.CountOf(2), Men: model.CountOf(5)} // has been wrong all along
	_, p := planned(t, factsOf(t, v, model.Finnish), Counts, text(t, "Päivä;Ryhmä;Aikuiset;Lapset",
		"3.11.2026;Perhekahvila;3;", "3.11.2026;Vauvakahvila;;4"))
	judged(t, p, "2 differs problem.more_than_adults", "3 differs")
	if x := p.Rows[0].Troubles[0]; x.Field != Men || x.Column != "Miehiä" || !x.Kept {
		t.Errorf("%+v", x)
	}
}

// A remark about what no column of the file has says what it is about.
func TestARemarkWithoutAColumn(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Groups, text(t, "Ryhmä;Paikka;Päivä;Alkaa", "Uusi;Perhetupa Sarka;ti;9.00"))
	judged(t, p, "2 error problem.required")
	if x := p.Rows[0].Troubles[0]; x.Column != "Päättyy klo" {
		t.Errorf("%+v", x)
	}
	if row := p.Errors().Sections[0].Tables[0].Rows[0]; row[2].Text != "Päättyy klo" {
		t.Errorf("in the list of errors: %+v", row)
	}
}

func TestRowsOfTotals(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	for name, total := range map[string]bool{
		"Yhteensä:": true, "Yht": true, "YHT.": true, "Summa yht.": true, "Yhteensä 23 henkilöä": true, "Summa: 12": true, "Totalt:": true,
		"Total:": true, "Sammanlagt 12 personer": true, "Kaikki yhteensä": true, "12 kpl yht.": true, "Total 12 volunteers": true,
		"Summanen Aino": false, "Total Kitchen Oy": false, "Summa Alla": false, "Yhteensä ry": false, "Aino Summa": false, "Henkilö": false, "12": false,
	} {
		_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin", name+";0401112223"))
		want := "2 new"
		if total {
			want = "2 error total_row"
		}
		if got := states(p); got[0] != want {
			t.Errorf("%s: %s", name, got[0])
		}
	}
}

// What this program wrote of everything changes nothing when it is taken in again.
func TestOurOwnExport(t *testing.T) {
	file, err := persistence.Open(t.Context(), filepath.Join(t.TempDir(), "sample.sqlite"), persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if err = persistence.LoadSample(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	f := factsOf(t, file, model.Finnish)
	for kind, list := range map[Kind]export.Kind{
		Organisations: export.Organisations, Leaders: export.Leaders, Places: export.Places, Groups: export.Groups, Counts: export.Sessions,
	} {
		for _, l := range model.Languages() {
			head, all, err := export.List(t.Context(), file, export.Query{Kind: list, In: words.In(l), Today: f.Today})
			if err != nil || len(all) == 0 {
				t.Fatal(err)
			}
			b, err := export.CSV(head, all)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "own.csv")
			if err = os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			d, p := planned(t, f, kind, path)
			if opened, _ := Open(t.Context(), path, f, nil); opened.Kind != kind {
				t.Errorf("%s is taken for %s", list, opened.Kind)
			}
			if p.Batch().Len() != 0 || p.Counted()[RowSame] == 0 {
				t.Errorf("%s in %s: %v", list, l, p.Counted())
			}
			for _, r := range p.Rows {
				if r.State == RowSame || (kind == Counts && r.State == RowEmpty) {
					continue
				}
				t.Errorf("%s in %s, row %d: %s %s %+v %v", list, l, r.N, r.State, r.Name, r.Changes, r.Troubles)
			}
			if fields := fmt.Sprint(mapping(d)); strings.Contains(fields, string(Rhythm)+" ") {
				t.Errorf("a rhythm without its weeks: %s", fields)
			}
		}
	}
}

// Columns of our own files are known when a person has taken some of them away, and heads that people write beside each
// other are not mistaken for a contact's.
func TestHeadsOfOurOwn(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	for _, c := range []struct {
		kind Kind
		head string
		want []Field
	}{
		{Places, "name;name_fi;name_sv;name_en;kind;access_notes;access_notes_fi;accessible_toilet;booking_name;booking_phone;notes", []Field{
			"", NameFi, NameSv, NameEn, PlaceKind, "", "", Toilet, ContactName, ContactPhone, Notes,
		}},
		{Places, "id;name;name_fi;name_sv;municipality_code;access_notes;booking_name;ended;notes", []Field{
			"", "", NameFi, NameSv, "", "", ContactName, "", Notes,
		}},
		{Organisations, "name;name_sv;business_id;core_task", []Field{NameFi, NameSv, BusinessID, CoreTask}},
		{Organisations, "Nimi;Nimi ruotsiksi;Puhelin", []Field{NameFi, NameSv, ContactPhone}},
		{Organisations, "Nimi;Nimi suomeksi;Nimi ruotsiksi", []Field{"", NameFi, NameSv}},
		{Organisations, "Organisaation nimi;Nimi;Puhelin", []Field{NameFi, ContactName, ContactPhone}},
		{Groups, "name_fi;type;place;leaders;languages;municipality_code;id;rhythm;weekday;from;until;runs_from", []Field{
			NameFi, GroupType, PlaceName, GroupLeaders, GroupLanguages, "", "", "", Weekday, From, Until, RunsFrom,
		}},
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

// Candidates stand in one order, however often a file is opened.
func TestTheOrderOfCandidates(t *testing.T) {
	for range 40 {
		f := factsOf(t, village(), model.Finnish)
		_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin", "Onni Aho;0405556667"))
		if c := p.Rows[0].Candidates; c[0].ID != "l3" || c[1].ID != "l4" {
			t.Fatalf("%+v", c)
		}
	}
}

// The ID of a session is not taken for an identity code when its digits look like one, but what a person writes there is.
func TestTheIDOfASessionIsNoIdentityCode(t *testing.T) {
	v := village()
	v.sessions[0].ID = "0a131052-308a-7a1a-a336-a010180a1235"
	if !model.HasIdentityCode(string(v.sessions[0].ID)) {
		t.Fatal("it does not look like one")
	}
	_, p := planned(t, factsOf(t, v, model.Finnish), Counts, text(t, "Kerran tunniste;Aikuiset", string(v.sessions[0].ID)+";8", "010180-123N;8"))
	judged(t, p, "2 differs", "3 error identity_code missing")
}

// A row of which everything was left out is not as if it had been empty.
func TestARowWithAnIdentityCodeAlone(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin", "010170-123K;", "-;–", "Uusi Ihminen;"))
	judged(t, p, "2 error identity_code", "3 empty", "4 new")
	if row := p.Errors().Sections[0].Tables[0].Rows[0]; row[5].Text != "riviä ei tuoda" || row[3].Text != "" {
		t.Errorf("%+v", row)
	}
	if b := p.Batch(); len(b.Leaders) != 1 {
		t.Errorf("%+v", b)
	}
}
