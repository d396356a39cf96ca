package spreadsheet

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/table"
)

func mustCSV(t testing.TB, r table.Report) string {
	t.Helper()
	b, err := CSV(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestCSVOfOneTable(t *testing.T) {
	r := only(visits())
	r.Facts, r.Notes = annual().Facts, annual().Notes
	want := "\uFEFFRyhmä;Puhelin;Ensimmäinen;Käyntejä;Tunteja\r\n" +
		"Perhetupa;+358 40 000 0100;22.11.2026;1234;1,5\r\n" +
		"\"'=HYPERLINK(\"\"http://x.example\"\")\";040 123;;0;-2\r\n" +
		"\"'@a<b>&\"\"c\"\"\r\nd;e\";;1.1.1900;;\r\n" +
		"Yhteensä;;;1234;-0,5\r\n"
	if got := mustCSV(t, r); got != want {
		t.Errorf("got\n%q, not\n%q", got, want)
	}
	r.Language = model.English
	if got := mustCSV(t, r); !strings.Contains(got, ";1234;1.5\r\n") {
		t.Errorf("in English:\n%s", got)
	}
}

func TestCSVOfSeveralTables(t *testing.T) {
	got := mustCSV(t, annual())
	want := "\uFEFFToimintakertomus 2026\r\nKausi;1.1.–31.12.2026\r\nKunta;'=kaikki\r\n\r\n" +
		"Luvut\r\nKäyntejä;1 234\r\nVuosi oli vilkas.\r\n\r\nKävijät\r\nKäynnit: ryhmittäin\r\nRyhmä;"
	if !strings.HasPrefix(got, want) {
		t.Errorf("it begins\n%q, not\n%q", got[:min(len(got), len(want))], want)
	}
	want = "Yhteensä;;;1234;-0,5\r\nKolmen kerran luvut puuttuvat.\r\n\r\nKäynnit: ryhmittäin\r\nRyhmä;Puhelin;Ensimmäinen;Käyntejä;Tunteja\r\n" +
		"Ei käyntejä.\r\nKolmen kerran luvut puuttuvat.\r\n\r\nKäynti ei ole henkilö.\r\n"
	if !strings.HasSuffix(got, want) {
		t.Errorf("it ends\n%q, not\n%q", got[max(len(got)-len(want), 0):], want)
	}
	r := annual()
	r.Sections[1].Title = r.Sections[1].Tables[0].Title
	if got = mustCSV(t, r); !strings.Contains(got, "\r\n\r\nKäynnit: ryhmittäin\r\nRyhmä;") || strings.Contains(got, "ryhmittäin\r\nKäynnit") {
		t.Errorf("a heading is said twice:\n%s", got)
	}
}

func TestCellRunsNoFormula(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Tupa": "Tupa", "=1+1": "'=1+1", "+1+cmd|' /C calc'!A0": "'+1+cmd|' /C calc'!A0", "-2": "'-2", "@SUM(A1)": "'@SUM(A1)",
		"\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1", "+358 40 000 0100": "+358 40 000 0100", "+358-40-(0)1": "+358-40-(0)1",
		"040 000": "040 000", "a=b": "a=b",
	} {
		if got := Cell(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// FuzzCSV: whatever is typed into a record comes back as it was, but for the apostrophe before a formula, and makes no
// other line or cell.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"", "a;b", "\"", "=1", "a\nb", "\r\n", "å\x00", "+358 40"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tbl := visits()
		tbl.Columns, tbl.Total = tbl.Columns[:2], nil
		tbl.Rows = [][]table.Value{{table.Words("x"), table.Words(s)}}
		reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(mustCSV(t, only(tbl)), "\uFEFF")))
		reader.Comma = ';'
		lines, err := reader.ReadAll()
		if err != nil || len(lines) != 2 || len(lines[1]) != 2 {
			t.Fatalf("%q: %v %q", s, err, lines)
		}
		if plain := strings.NewReplacer("\r", "", "\n", ""); plain.Replace(lines[1][1]) != plain.Replace(Cell(s)) {
			t.Errorf("%q came back as %q", s, lines[1][1])
		}
	})
}

func TestJSON(t *testing.T) {
	b, err := JSON(annual())
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Code, Title, Language string
		AsOf                  string `json:"as_of"`
		Facts                 []table.Fact
		Notes                 []string
		Sections              []struct {
			Title  string
			Facts  []table.Fact
			Tables []struct {
				Code, Title string
				Rows        []map[string]any
				Total       map[string]any
			}
		}
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatalf("%v in\n%s", err, b)
	}
	if got.Code != "annual" || got.AsOf != "2026-11-22" || got.Language != "fi" || len(got.Facts) != 2 || len(got.Notes) != 1 || len(got.Sections) != 2 {
		t.Errorf("%+v", got)
	}
	tables := got.Sections[1].Tables
	if tables[0].Code != "visits" || tables[1].Code != "again" || tables[1].Rows == nil || tables[1].Total != nil {
		t.Errorf("%+v", tables)
	}
	first, third, total := tables[0].Rows[0], tables[0].Rows[2], tables[0].Total
	if first["visits"] != 1234.0 || first["hours"] != 1.5 || first["first"] != "2026-11-22" || first["phone"] != "+358 40 000 0100" {
		t.Errorf("%v", first)
	}
	for _, code := range []string{"phone", "visits", "hours"} {
		if v, there := third[code]; !there || v != nil {
			t.Errorf("what is not known is %v", v)
		}
	}
	if total["hours"] != -0.5 || !strings.Contains(string(b), "@a<b>&") {
		t.Errorf("%v", total)
	}
	if !strings.Contains(string(b), `"group": "Perhetupa"`) || strings.Index(string(b), `"group": "P`) > strings.Index(string(b), `"hours": 1.5`) {
		t.Error("the values are not in the order of the columns")
	}
}

func TestDecimal(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 100: "1", 150: "1.5", 5: "0.05", -25: "-0.25", -200: "-2", 123456: "1234.56", -1 << 63: "-92233720368547758.08"} {
		if got := decimal(n); got != want {
			t.Errorf("%d: %s, not %s", n, got, want)
		}
	}
}
