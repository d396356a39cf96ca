//go:build journey

package journey

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// listFile is the messy list as a volunteer keeps it.
const listFile = "Vapaaehtoiset syksy 2026.xlsx"

// extraColumns are columns that have a head and nothing that anyone would keep.
const extraColumns = 20

// writeList writes the list: a sheet with advice before the one that is meant, merged rows of a title, an empty row above
// the heads and one among the people, telephone numbers as numbers, days as days and as text, marks at which a spreadsheet
// begins to reckon, and twenty columns too many. Of the people, one is in the register and speaks another language, one is
// in it as she is here, and one has no surname; the last row adds up.
func (x *excelJourney) writeList() {
	x.t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	ok := func(err error) {
		if err != nil {
			x.t.Fatal(err)
		}
	}
	ok(book.SetSheetName("Sheet1", "Lue tämä ensin"))
	ok(book.SetCellValue("Lue tämä ensin", "B3", "Täytä vain keltaiset sarakkeet ja lähetä takaisin."))
	const sheet = "Lista"
	_, err := book.NewSheet(sheet)
	ok(err)
	ok(book.SetCellValue(sheet, "A1", "VAPAAEHTOISET, SYKSY 2026"))
	ok(book.MergeCell(sheet, "A1", "H1"))
	ok(book.SetCellValue(sheet, "A2", "päivitetty 3.11.2026 / Pirkko"))
	ok(book.MergeCell(sheet, "A2", "D2"))
	day := time.Date(2026, time.September, 1, 0, 0, 0, 0, time.UTC)
	rows := map[int][]any{
		4:  {"Sukunimi", "Etunimi", "Puh.", "Sähköposti", "Kotikunta", "Aloittanut", "Kielet", "Huom."},
		5:  {"Väänänen", "Tuija", 401234567, "tuija.vaananen@example.fi", "Sarkajärvi", day, "suomi, ruotsi", "=ei maanantaisin"},
		7:  {"LINDQVIST ", " Börje", "+358 40 123 4568", "borje@example.fi", "Rantaniemi", "15.10.2026", "ruotsi", "-"},
		8:  {"Kettula", "Aino", 400000120, "", "", "", "suomi, englanti", ""},
		9:  {"Rintamäki", "Nea", "", "", "", "", "", ""},
		10: {"", "Martti", "0401234569", "", "Sarkajärvi", "31.2.2026", "suomi", ""},
		11: {"Öhman", "Åsa", "040-1234570", "@asa", "Hiidenlampi", "3.11.2026", "suomi; ruotsi", "+ autolla"},
		13: {"Yhteensä", 6},
	}
	for i := range extraColumns {
		rows[4] = append(rows[4], "Viikko "+string(rune('A'+i)))
		rows[5] = append(rows[5], "x")
	}
	for row, values := range rows {
		for i, v := range values {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			ok(err)
			ok(book.SetCellValue(sheet, at, v))
		}
	}
	ok(book.SaveAs(filepath.Join(x.home, listFile)))
}

// everything is the whole content of the data file, table by table and row by row.
func (s *seasonJourney) everything() string {
	s.t.Helper()
	var all []string
	for _, table := range s.rowsOf("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
		rows := s.rowsOf("SELECT * FROM \"" + table + "\"")
		for _, row := range rows {
			all = append(all, table+": "+row)
		}
	}
	return strings.Join(all, "\n")
}

// copied is a copy of the data file as it is now. The program keeps others out of it, but not from reading its bytes.
func (x *excelJourney) copied() string {
	x.t.Helper()
	content, err := os.ReadFile(x.file)
	if err != nil {
		x.t.Fatal(err)
	}
	path := filepath.Join(x.home, "copy.sqlite")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		x.t.Fatal(err)
	}
	return path
}

// checkAsBefore compares the whole data file with what it was. Only the mark of the last write is another one.
func (x *excelJourney) checkAsBefore(before string) {
	x.t.Helper()
	was, is := strings.Split(before, "\n"), strings.Split(x.everything(), "\n")
	for _, line := range is {
		if !slices.Contains(was, line) && !strings.HasPrefix(line, "latest_write:") {
			x.t.Errorf("after the import was taken back there is %q", line)
		}
	}
	if len(was) != len(is) {
		x.t.Errorf("%d rows were there before the import, %d are after it was taken back", len(was), len(is))
	}
}

// taken are those who were taken in, and the one who was changed, as a data file tells of them.
var taken = map[string]keptPerson{
	"Tuija Väänänen":  {"0401234567", "tuija.vaananen@example.fi", "Sarkajärvi", "2026-09-01", "=ei maanantaisin", []string{"fi", "sv"}},
	"Börje LINDQVIST": {"+358 40 123 4568", "borje@example.fi", "Rantaniemi", "2026-10-15", "", []string{"sv"}},
	"Åsa Öhman":       {"040-1234570", "@asa", "Hiidenlampi", "2026-11-03", "+ autolla", []string{"fi", "sv"}},
	"Aino Kettula":    {"040 000 0120", "aino.kettula@esimerkki.example", "Sarkajärvi", "", "", []string{"fi", "en"}},
}

// keptPerson is what the command line tells of a leader, as far as the list says anything.
type keptPerson struct {
	Phone, Email, Municipality string
	StartedOn                  string `json:"started_on"`
	Notes                      string
	Languages                  []string
}

// people are the leaders in a data file.
func (x *excelJourney) people(file string) map[string]keptPerson {
	x.t.Helper()
	var all []struct {
		Name string
		keptPerson
	}
	x.decode(&all, "list", "leaders", "--format", "json", "--file", file, "--today", "2026-11-23")
	out := map[string]keptPerson{}
	for _, p := range all {
		out[p.Name] = p.keptPerson
	}
	return out
}

// checkTakenIn finds in a data file who was taken in and who was changed, and everybody else as before.
func (x *excelJourney) checkTakenIn(file string, before map[string]keptPerson) {
	x.t.Helper()
	want := maps.Clone(before)
	maps.Copy(want, taken)
	got := x.people(file)
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, there := want[name]; !there {
			x.t.Errorf("nobody should be called %q", name)
		}
	}
	for name, p := range want {
		if !reflect.DeepEqual(got[name], p) {
			x.t.Errorf("%s is kept as %+v, want %+v", name, got[name], p)
		}
	}
	if len(want) != len(before)+3 {
		t := slices.Sorted(maps.Keys(taken))
		x.t.Errorf("of %q, %d were in the register", t, len(before)+len(taken)-len(want))
	}
}
