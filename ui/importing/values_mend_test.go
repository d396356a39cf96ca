package importing

import (
	"slices"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
)

func TestOnlyAWeekdayIsAWeekday(t *testing.T) {
	for text, want := range map[string]time.Weekday{
		"maanantaisin": time.Monday, "Tiistaina": time.Tuesday, "torstaina": time.Thursday, "sunnuntai": time.Sunday, "keskiviikkoisin": time.Wednesday,
		"måndagar": time.Monday, "på måndag": time.Monday, "tisdagar": time.Tuesday, "lördagen": time.Saturday, "Mondays": time.Monday,
		"on Monday": time.Monday, "every Tuesday": time.Tuesday, "on": time.Wednesday, "ons.": time.Wednesday, "ti.": time.Tuesday, "MA": time.Monday,
		"joka perjantai": time.Friday, "aina to": time.Thursday, "ti / tis": time.Tuesday, "Thu": time.Thursday,
	} {
		if got, rest := weekdayOf(text); got != want || rest != "" {
			t.Errorf("%q: %s %s", text, got, rest)
		}
	}
	for text, want := range map[string]string{
		"sopimuksen mukaan": "not_a_weekday", "kerran kuussa": "not_a_weekday", "lokakuussa": "not_a_weekday", "1.9.2026": "not_a_weekday",
		"": "not_a_weekday", "tilauksesta": "not_a_weekday", "topp": "not_a_weekday", "ma-pe": "several_weekdays", "ma–pe": "several_weekdays",
		"ke ja pe": "several_weekdays", "torstai/perjantai": "several_weekdays", "arkisin": "several_weekdays", "Mon to Fri": "several_weekdays",
		"tiistaisin parillisilla viikoilla": "more_than_weekday", "joka toinen tiistai": "more_than_weekday", "kuun 1. ti": "more_than_weekday",
		"to 17.9.": "more_than_weekday", "ti 9-11": "more_than_weekday", "ti klo 9–11": "weekday_and_time", "tis kl. 9.30": "weekday_and_time",
	} {
		if _, rest := weekdayOf(text); rest != want {
			t.Errorf("%q: %q", text, rest)
		}
	}
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Groups, text(t,
		"Ryhmä;Paikka;Viikonpäivä;Klo;Kuinka usein", "Perhekahvila;Perhetupa Sarka;ma-pe;;", "Perhekahvila;Perhetupa Sarka;to klo 9;;",
		"Uusi;Perhetupa Sarka;kerran kuussa;17:00—19:00;", "Toinen;Perhetupa Sarka;ti ja to;9-11;joka viikko",
	))
	if got, want := states(p), []string{"2 same several_weekdays", "3 differs weekday_and_time", "4 new not_a_weekday problem.no_days", "5 error several_weekdays missing problem.no_days"}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	if g := p.Batch().Groups[1]; g.From != at("17:00") || g.Until != at("19:00") || g.Recurrence.Rhythm != model.SingleDates {
		t.Errorf("%+v", g)
	}
}

func TestAListThatIsUnderstoodInPartTakesNothingAway(t *testing.T) {
	v := village()
	v.leaders[0].Languages = []model.Spoken{"fi", "en"}
	v.leaders[0].Audiences = []model.Audience{"fathers"}
	v.groups[0].Leaders = []model.ID{"l1", "l2"}
	v.groups[0].Organisers = []model.ID{"o1"}
	f := factsOf(t, v, model.Finnish)
	_, p := planned(t, f, Leaders, text(t,
		"Nimi;Puhelin;Kielet;Kohderyhmä",
		"Aino Virtanen;0401234567;suomi, enklanti, klingon;yksinhuoltajat ja eroperheet ja isät",
		"Aino Virtanen;0401234567;ruotsi, enklanti;isät, yksinhuoltajat ja eroperheet",
		"Aino Virtanen;0401234567;suomi;ensamförsörjare och skilda familjer, pappor och mammor",
		"Uusi Ulla;;;single parents and separated families / fathers and mothers",
		"Uusi Usko;;klingon ja enklanti;",
	))
	want := []string{"2 differs choices_in_part", "3 differs choices_in_part", "4 differs other_row other_row", "5 new", "6 new not_a_choice"}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	if got := p.Rows[0].Troubles[0].Text; got != "enklanti, klingon" {
		t.Errorf("not all that is not understood is named: %q", got)
	}
	if c := p.Rows[0].Changes; len(c) != 1 || c[0].Field != Audiences {
		t.Errorf("languages that the register has are gone: %+v", c)
	}
	if c := p.Rows[1].Changes; len(c) != 1 || c[0].New != "suomi, englanti, ruotsi" {
		t.Errorf("%+v", c)
	}
	b := p.Batch() // what is understood whole takes the place of what was there
	if l := b.Leaders[0]; !slices.Equal(l.Languages, []model.Spoken{"fi"}) || !slices.Equal(l.Audiences, []model.Audience{"single_parents", "fathers", "mothers"}) {
		t.Errorf("%+v", l)
	}
	if l := b.Leaders[1]; !slices.Equal(l.Audiences, []model.Audience{"single_parents", "fathers", "mothers"}) {
		t.Errorf("%+v", l)
	}
	if l := f.Leaders["l1"]; !slices.Equal(l.Languages, []model.Spoken{"fi", "en"}) {
		t.Errorf("the register itself was changed: %+v", l)
	}
	_, p = planned(t, f, Groups, text(t,
		"Ryhmä;Paikka;Ohjaajat;Järjestäjät",
		"Perhekahvila;Perhetupa Sarka;Onni Aho, Ville Salo, K. Öster;Tuntematon ja toinen ry",
		"Perhekahvila;Perhetupa Sarka;Ville Salo;Perheyhdistys ry",
		"Vauvakahvila;Perhetupa Sarka;\"Virtanen, Aino; Salo, Ville\";",
	))
	want = []string{"2 same no_organisation names_in_part", "3 differs others_stay others_stay", "4 differs"}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	if got := p.Rows[0].Troubles; got[0].Text != "Tuntematon ja toinen ry" || got[1].Text != "Onni Aho, K. Öster" {
		t.Errorf("%+v", got)
	}
	b = p.Batch()
	if g := b.Groups[0]; !slices.Equal(g.Leaders, []model.ID{"l1", "l2"}) || !slices.Equal(g.Organisers, []model.ID{"o1", "o2"}) {
		t.Errorf("%+v", g)
	}
	if g := b.Groups[1]; !slices.Equal(g.Leaders, []model.ID{"l1", "l2"}) {
		t.Errorf("%+v", g)
	}
}

func TestPhoneNumbersKeptAsNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"91234567": "091234567", "295123456": "0295123456", "191234567": "0191234567", "201234567": "0201234567", "401234567": "0401234567",
		"358401234567": "+358401234567", "35812345": "035812345", "116117": "116117", "112": "112", "46701234567": "46701234567", "0401234567": "0401234567",
	} {
		if got := phoneIn(spreadsheet.Value{Text: text, Numeric: true}); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	if got := phoneIn(spreadsheet.Value{Text: "91234567"}); got != "91234567" {
		t.Errorf("what is written as text becomes %q", got)
	}
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Organisations, written(t, "A", [][]any{{"Nimi", "Postinumero", "Yhteyshenkilö", "Puh"}, {"Uusi ry", 2100, "Uusi Yhteys", 295123456}}))
	if o := p.Batch().Organisations[0]; o.Address.PostalCode != "02100" || o.Contacts[0].Phone != "0295123456" {
		t.Errorf("%+v", o)
	}
}

func TestAReasonWithoutAMark(t *testing.T) {
	v := village()
	v.sessions[1].State, v.sessions[1].Reason = model.SessionCancelled, "flunssa"
	_, p := planned(t, factsOf(t, v, model.Finnish), Counts, text(t,
		"Päivä;Ryhmä;Aikuiset;Ei pidetty;Syy",
		"3.11.2026;Perhekahvila;;;flunssa", "10.11.2026;Perhekahvila;;ei;flunssa", "10.11.2026;Perhekahvila;7;;retki",
		"3.11.2026;Vauvakahvila;;x;flunssa", "3.11.2026;Vauvakahvila;;x;hiihtoloma", "3.11.2026;Perhekahvila;;?;", "3.11.2026;Perhekahvila;;ehkä;",
		"3.11.2026;Perhekahvila;;ei pidetty;hiihtoloma", "10.11.2026;Perhekahvila;;;",
	))
	want := []string{
		"2 error reason_without_mark", "3 error reason_without_mark", "4 differs reason_without_mark", "5 same", "6 same cancelled_already",
		"7 error not_yes_or_no", "8 error not_yes_or_no", "9 differs", "10 empty",
	}
	if got := states(p); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	b := p.Batch()
	if len(b.Counts) != 2 || b.Counts[0].NotHeld || b.Counts[0].Counts.Adults != model.CountOf(7) || !b.Counts[1].NotHeld || b.Counts[1].Reason != "hiihtoloma" {
		t.Errorf("%+v", b.Counts)
	}
}

func TestDatesWithWordsBesideThem(t *testing.T) {
	f := factsOf(t, shelf{}, model.Finnish)
	third := day("2026-04-03")
	for _, text := range []string{
		"3. huhtikuuta 2026", "3 april 2026", "3 April 2026", "3. huhtikuuta 2026 klo 9.30", "perjantai 3. huhtikuuta 2026", "fredag den 3 april 2026", "3.4.2026 (ke)",
		"3.4.2026 pe", "pe3.4.2026", "3 . 4 . 2026", "Pe. 3.4.2026", "3 apr. 2026", "3.4.2026 klo 9.30–11.30", "2026-04-03T09:30:00.000Z", "alkaen 3.4.2026",
	} {
		if got, trouble := f.dateOf(spreadsheet.Value{Text: text}); got != third || trouble != nil {
			t.Errorf("%q: %s %v", text, got, trouble)
		}
	}
	for text, code := range map[string]string{
		"2026": "not_a_date", "4/26": "not_a_date", "1403": "not_a_date", "3. huhtikuuta": "no_year", "3.4.": "no_year", "31. huhtikuuta 2026": "not_a_date",
		"n. 3.4.2026": "not_exact_date", "noin 3.4.2026": "not_exact_date", "ca 3.4.2026": "not_exact_date", "~3.4.2026": "not_exact_date",
		"3.4.2026 noin": "not_exact_date", "ennen 3.4.2026": "not_exact_date", "viikko 3.4.2026": "not_a_date", "1.10.2024 - 12.10.2024": "not_a_date",
		"3. kissakuuta 2026": "not_a_date",
	} {
		if got, trouble := f.dateOf(spreadsheet.Value{Text: text}); trouble == nil || trouble.Code != code {
			t.Errorf("%q: %s %v", text, got, trouble)
		}
	}
}

func TestHoursOfATrainingHaveBounds(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Training, text(t,
		"Ohjaaja;Koulutus;Pvm;Tunnit",
		"Aino Virtanen;Huolen puheeksi ottaminen;1.3.2024;-3", "Aino Virtanen;Huolen puheeksi ottaminen;2.3.2024;10000,5",
		"Aino Virtanen;Huolen puheeksi ottaminen;3.3.2024;10000", "Aino Virtanen;Huolen puheeksi ottaminen;4.3.2024;0",
	))
	if got, want := states(p), []string{"2 differs hours_range", "3 differs hours_range", "4 differs", "5 differs"}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	sayings(t, p)
	e := p.Batch().Leaders[0].Elsewhere
	if e[0].Hours.Known || e[1].Hours.Known || e[2].Hours != model.AmountOf(1_000_000) || e[3].Hours != model.AmountOf(0) {
		t.Errorf("%+v", e)
	}
}

// A phone number of which the spreadsheet has lost digits is no phone number; one with dots or spaces is.
func TestPhonesThatLostTheirDigits(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	for cell, want := range map[string]string{
		"4.01E+08": "", "4,01E+08": "", "4.01235e+08": "", "401234577.00": "",
		"040.123.4567": "040.123.4567", "040 123 4567": "040 123 4567", "+358 40 1234567": "+358 40 1234567",
	} {
		_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin", "Uusi Ulla;"+cell))
		r := p.Rows[0]
		lost := slices.ContainsFunc(r.Troubles, func(x Trouble) bool { return x.Code == "phone_lost_digits" })
		if got := p.Batch().Leaders[0].Phone; got != want || lost != (want == "") {
			t.Errorf("%q: kept %q, said %v", cell, got, r.Troubles)
		}
	}
}

// What the spreadsheet could not work out is said, and is nobody's name; a code in the row of heads is not shown.
func TestFaultsAndCodesAreLeftOut(t *testing.T) {
	f := factsOf(t, village(), model.Finnish)
	_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin;Muistiinpanot", "Uusi Ulla;#REF!;131052\u00ad308T", "#REF!;0401234567;"))
	if got := p.Batch().Leaders; len(got) != 1 || got[0].Phone != "" || got[0].Notes != "" {
		t.Errorf("takes in %+v", got)
	}
	for i, want := range [][]string{{"cell_fault", "identity_code"}, {"cell_fault", "missing"}} {
		var got []string
		for _, x := range p.Rows[i].Troubles {
			got = append(got, x.Code)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("row %d: %v, want %v", i, got, want)
		}
	}
	d, _ := planned(t, f, Leaders, text(t, "Nimi;Puhelin;131052-308T", "Uusi Ulla;0401234567;x"))
	for _, c := range d.Columns {
		if model.HasIdentityCode(c.Head) {
			t.Errorf("shows %q", c.Head)
		}
	}
}

// A batch says which of its records were there, so that none comes back that is removed meanwhile.
func TestABatchKnowsWhatItChanges(t *testing.T) {
	store := village()
	f := factsOf(t, store, model.Finnish)
	_, p := planned(t, f, Leaders, text(t, "Nimi;Puhelin;Osaaminen", "Uusi Ulla;0401234567;", store.leaders[0].Name+";"+store.leaders[0].Phone+";soittaa kitaraa"))
	if b := p.Batch(); len(b.Leaders) != 2 || !slices.Equal(b.Known, []model.ID{store.leaders[0].ID}) {
		t.Errorf("%d leaders, known %v", len(b.Leaders), b.Known)
	}
}
