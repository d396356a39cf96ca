package importing

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
)

func TestDatesAsPeopleWriteThem(t *testing.T) {
	f := factsOf(t, shelf{}, model.Finnish)
	first := day("2024-03-01")
	for text, want := range map[string]model.Date{
		"1.3.2024": first, "01.03.2024": first, "1.3.24": first, "2024-03-01": first, "1/3/2024": first, "1. 3. 2024": first,
		"45352": first, "pe 1.3.2024": first, "fredag 1.3.2024": first, "2024-03-01T00:00:00": first, "2024-03-01 09:30:00": first,
		"1.3.2024 klo 9.30": first, "010324": first, "01032024": first,
	} {
		if got, trouble := f.dateOf(spreadsheet.Value{Text: text}); got != want || trouble != nil {
			t.Errorf("%q: %s %v", text, got, trouble)
		}
	}
	for text, code := range map[string]string{
		"1.3.": "no_year", "1.3": "no_year", "2024": "not_a_date", "31.2.2024": "not_a_date", "ma": "not_a_date", "+7": "not_a_date",
		"huomenna": "not_a_date", "maaliskuu 2024": "not_a_date", "syksy": "not_a_date", "12": "not_a_date", "999999": "not_a_date",
	} {
		if got, trouble := f.dateOf(spreadsheet.Value{Text: text}); trouble == nil || trouble.Code != code {
			t.Errorf("%q: %s %v", text, got, trouble)
		}
	}
}

func TestPhoneNumbersThatExcelTookForNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"401234567": "0401234567", "501112223": "0501112223", "358401234567": "+358401234567", "0401234567": "0401234567",
		"040 123 4567": "040 123 4567", "+358 40 1": "+358 40 1", "141234": "141234", "112": "112", "4512345678": "04512345678",
		"puhelin puuttuu": "puhelin puuttuu",
	} {
		if got := phoneOf(text); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func TestCleanText(t *testing.T) {
	for text, want := range map[string]string{
		"a": "a", "": "", " ": "", "  a  b ": "a b", "a\u00a0\u00a0b": "a b", "\u200ba\ufeff": "a", "a\tb": "a b", "a \n b\n": "a\nb",
		"'=1+1": "=1+1", "'-5": "-5", "'kerho": "'kerho", "=1+1": "=1+1", "\xff": "\uFFFD",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func TestWhenAGroupMeets(t *testing.T) {
	for text, want := range map[string]time.Weekday{
		"ti": time.Tuesday, "Tiistaisin": time.Tuesday, "tis": time.Tuesday, "Tue": time.Tuesday, "torsdagar": time.Thursday, "onsdag": time.Wednesday,
		"lördag": time.Saturday, "SÖ": time.Sunday, "Sunday": time.Sunday, "ke klo 9": time.Wednesday,
	} {
		if got, rest := weekdayOf(text); got != want || (rest != "" && rest != "weekday_and_time") {
			t.Errorf("%q: %s", text, got)
		}
	}
	for text, want := range map[string]model.Recurrence{
		"joka viikko": {Rhythm: model.EveryNWeeks, Every: 1}, "Varannan vecka": {Rhythm: model.EveryNWeeks, Every: 2},
		"every 3 weeks": {Rhythm: model.EveryNWeeks, Every: 3}, "4 viikon välein": {Rhythm: model.EveryNWeeks, Every: 4},
		"parittomat viikot": {Rhythm: model.OddWeeks}, "jämna veckor": {Rhythm: model.EvenWeeks},
		"kerran kuussa": {Rhythm: model.Monthly, Nth: 1}, "kuukauden 3. tiistai": {Rhythm: model.Monthly, Nth: 3}, "sista i månaden": {Rhythm: model.Monthly, Nth: -1},
	} {
		if got, ok := rhythmOf(text); !ok || got.Rhythm != want.Rhythm || got.Every != want.Every || got.Nth != want.Nth {
			t.Errorf("%q: %+v", text, got)
		}
	}
	for _, text := range []string{"", "x", "silloin tällöin", "kun ehditään"} {
		if got, ok := rhythmOf(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestSeveralValuesInACell(t *testing.T) {
	for text, want := range map[string][]string{
		"suomi, ruotsi": {"suomi", "ruotsi"}, "suomi ja ruotsi": {"suomi", "ruotsi"}, "fi/sv;en": {"fi", "sv", "en"}, " , ": nil,
		"Aino Virtanen & Ville Salo\nJanne Jalo": {"Aino Virtanen", "Ville Salo", "Janne Jalo"},
	} {
		if got := listOf(text, func(s string) bool { return slices.Contains(want, s) }); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// Whatever stands in a file, a preview comes to an end, and its batch has nothing that the model refuses.
func FuzzPreview(f *testing.F) {
	f.Add("Nimi;Puhelin;Aloittanut\nAino Virtanen;401234567;1.3.2024\n;;\n")
	f.Add("Pvm;Ryhmä;Aikuiset;Ei pidetty\n3.11.2026;Perhekahvila;-1;x\n")
	f.Add("Ryhmä;Paikka;Viikonpäivä;Klo;Kuinka usein\nX;Perhetupa Sarka;ti;9-10;53 viikon välein\n")
	f.Add("Nimi;Y-tunnus;Yhteyshenkilö;Puh\n\"a\n;\";1234567-8;,;\n")
	facts := factsOf(f, village(), model.Finnish)
	path := filepath.Join(f.TempDir(), "lista.csv")
	f.Fuzz(func(t *testing.T, s string) {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := Open(t.Context(), path, facts, nil)
		if err != nil {
			return
		}
		for _, k := range Kinds() {
			d.Choose(k, 0)
			for i, field := range d.Fields()[:min(len(d.Fields()), len(d.Columns))] {
				d.Map(i, field)
			}
			p, err := d.Preview(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			b := p.Batch()
			for _, l := range b.Leaders {
				if len(model.Refusals(l.Check(facts.Today))) > 0 || model.HasIdentityCode(l.Name+" "+l.Notes) {
					t.Errorf("%+v", l)
				}
			}
			for _, g := range b.Groups {
				if len(model.Refusals(g.Check())) > 0 {
					t.Errorf("%+v", g)
				}
			}
		}
	})
}

// BenchmarkPreview10000Rows is a list of ten thousand leaders against a register of five thousand of them; reading the file
// is measured with it.
func BenchmarkPreview10000Rows(b *testing.B) {
	store := village()
	rows := [][]any{{"Nimi", "Puhelin", "Sähköposti", "Kunta", "Järjestö", "Kielet", "Aloittanut", "Syntymävuosi", "Tila", "Huom", "Osaaminen", "Nimike"}}
	for i := range 10_000 {
		name, phone := fmt.Sprintf("Etu%d Suku%d", i%700, i), fmt.Sprintf("040%07d", i)
		if i%2 == 0 {
			store.leaders = append(store.leaders, model.Leader{ID: model.ID(fmt.Sprint("x", i)), Kind: model.Volunteer, Name: name, Phone: phone})
		}
		rows = append(rows, []any{
			name, 400000000 + i, fmt.Sprintf("n%d@esimerkki.example", i), "Sarkajärvi", "Perheyhdistys ry", "suomi, ruotsi",
			45000 + i%800, 1950 + i%50, "aktiivinen", strings.Repeat("ä", i%40), "leipoo", "ohjaaja",
		})
	}
	path := written(b, "Lista", rows)
	f := factsOf(b, store, model.Finnish)
	b.ResetTimer()
	for b.Loop() {
		d, err := Open(b.Context(), path, f, nil)
		if err != nil {
			b.Fatal(err)
		}
		d.Choose(Leaders, 0)
		p, err := d.Preview(b.Context(), nil)
		if err != nil {
			b.Fatal(err)
		}
		if n := p.Counted(); n[RowNew]+n[RowDiffers] != 10_000 {
			b.Fatalf("%v %v", n, p.Rows[0])
		}
	}
}
