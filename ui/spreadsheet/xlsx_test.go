package spreadsheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/table"
)

func workbook(t testing.TB, r table.Report) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteXLSX(t.Context(), &b, r, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, b.Bytes()
}

func TestSheetsOfAReport(t *testing.T) {
	f, _ := workbook(t, annual())
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Tietoja", "Käynnit- ryhmittäin", "Käynnit- ryhmittäin 2"}) {
		t.Errorf("sheets %q", got)
	}
	rows, err := f.GetRows("Tietoja")
	if err != nil {
		t.Fatal(err)
	}
	about := ""
	for _, r := range rows {
		about += strings.Join(r, "|") + "\n"
	}
	want := "Toimintakertomus 2026\nKausi|1.1.–31.12.2026\nKunta|=kaikki\n\nLuvut\nKäyntejä|1 234\nVuosi oli vilkas.\n\nKäynti ei ole henkilö.\n"
	if about != want {
		t.Errorf("about the report:\n%s", about)
	}
	rows, _ = f.GetRows("Käynnit- ryhmittäin 2")
	if len(rows) < 2 || rows[1][0] != "Ei käyntejä." {
		t.Errorf("an empty table says %q", rows)
	}
	if props, _ := f.GetDocProps(); props.Title != "Toimintakertomus 2026" || props.Created != "2026-11-22T00:00:00Z" || props.Creator != "Kumppani" {
		t.Errorf("properties %+v", props)
	}
}

func TestOneTableIsTheFirstSheet(t *testing.T) {
	f, _ := workbook(t, only(visits()))
	if got := f.GetSheetList(); len(got) != 1 {
		t.Errorf("with nothing to say beside it: %q", got)
	}
	r := only(visits())
	r.Facts = annual().Facts
	r.Sections[0].Tables[0].Title = ""
	f, _ = workbook(t, r)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Luettelo", "Tietoja"}) {
		t.Errorf("sheets %q", got)
	}
}

func TestReportWithoutTablesIsOneSheet(t *testing.T) {
	r := annual()
	r.Sections = nil
	if f, _ := workbook(t, r); len(f.GetSheetList()) != 1 {
		t.Errorf("sheets %q", f.GetSheetList())
	}
}

func TestCellsHaveTypes(t *testing.T) {
	f, _ := workbook(t, only(visits()))
	const sheet = "Käynnit- ryhmittäin"
	type shown struct {
		raw, text string
		kind      excelize.CellType
	}
	for at, want := range map[string]shown{
		"A1": {"Ryhmä", "Ryhmä", excelize.CellTypeInlineString},
		"B2": {"+358 40 000 0100", "+358 40 000 0100", excelize.CellTypeInlineString},
		"C2": {"46348", "22.11.2026", excelize.CellTypeUnset},
		"D2": {"1234", "1,234", excelize.CellTypeUnset},
		"E2": {"1.5", "1.50", excelize.CellTypeUnset},
		"A3": {`=HYPERLINK("http://x.example")`, `=HYPERLINK("http://x.example")`, excelize.CellTypeInlineString},
		"B3": {"040 123", "040 123", excelize.CellTypeInlineString},
		"C3": {"", "", excelize.CellTypeUnset},
		"D3": {"0", "0", excelize.CellTypeUnset},
		"E3": {"-2", "-2.00", excelize.CellTypeUnset},
		"A4": {"@a<b>&\"c\"\nd;e", "@a<b>&\"c\"\nd;e", excelize.CellTypeInlineString},
		"C4": {"1.1.1900", "1.1.1900", excelize.CellTypeInlineString}, // a day that spreadsheets count wrongly
		"D4": {"", "", excelize.CellTypeUnset},                        // unknown is not zero
		"A5": {"Yhteensä", "Yhteensä", excelize.CellTypeInlineString},
		"E5": {"-0.5", "-0.50", excelize.CellTypeUnset},
		"A7": {"Kolmen kerran luvut puuttuvat.", "Kolmen kerran luvut puuttuvat.", excelize.CellTypeInlineString},
	} {
		raw, _ := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
		text, err := f.GetCellValue(sheet, at)
		kind, _ := f.GetCellType(sheet, at)
		if err != nil || (shown{raw, text, kind}) != want {
			t.Errorf("%s is %q, shown %q, of type %d; want %+v", at, raw, text, kind, want)
		}
		if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
			t.Errorf("%s is a formula", at)
		}
	}
	for at, bold := range map[string]bool{"A1": true, "D1": true, "A2": false, "A5": true, "D5": true, "B5": true} {
		id, _ := f.GetCellStyle(sheet, at)
		style, err := f.GetStyle(id)
		if err != nil || (style.Font != nil && style.Font.Bold) != bold {
			t.Errorf("%s: bold is not %t", at, bold)
		}
	}
}

func TestSheetIsReadyToUse(t *testing.T) {
	f, raw := workbook(t, only(visits()))
	const sheet = "Käynnit- ryhmittäin"
	panes, err := f.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 0 {
		t.Errorf("panes %+v", panes)
	}
	for column, least := range map[string]float64{"A": 30, "B": 16, "D": narrowest} {
		if w, _ := f.GetColWidth(sheet, column); w < least || w > widest {
			t.Errorf("column %s is %g wide", column, w)
		}
	}
	xml := part(t, raw, "xl/worksheets/sheet1.xml")
	if !strings.Contains(xml, `<autoFilter ref="$A$1:$E$4">`) && !strings.Contains(xml, `<autoFilter ref="A1:E4">`) {
		t.Error("no filter over the rows, without the total")
	}
	if !strings.Contains(xml, `fitToPage="1"`) && !strings.Contains(xml, `fitToPage="true"`) {
		t.Error("it does not print on the width of a page")
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'"+sheet+"'!$1:$1" {
		t.Errorf("names %v", names)
	}
}

func part(t *testing.T, raw []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestSameReportGivesTheSameBytes(t *testing.T) {
	_, first := workbook(t, annual())
	for range 5 {
		if _, again := workbook(t, annual()); !bytes.Equal(first, again) {
			t.Fatal("two workbooks of the same report differ")
		}
	}
}

func TestWritingIsStopped(t *testing.T) {
	for _, after := range []int{0, progressEvery} {
		ctx, stop := context.WithCancel(t.Context())
		if after == 0 {
			stop()
		}
		var out bytes.Buffer
		seen := 0
		err := WriteXLSX(ctx, &out, counts(3*progressEvery), func(done, of int) {
			seen = done
			if of != 3*progressEvery {
				t.Errorf("%d of %d", done, of)
			}
			stop()
		})
		stop()
		if model.CodeOf(err) != model.CodeCancelled || !errors.Is(err, context.Canceled) || out.Len() > 0 || seen > progressEvery {
			t.Errorf("stopped after %d: %v, %d bytes, %d rows", after, err, out.Len(), seen)
		}
	}
}

func TestProgressReachesTheEnd(t *testing.T) {
	last := 0
	n := progressEvery + 7
	err := WriteXLSX(t.Context(), io.Discard, counts(n), func(done, _ int) { last = done })
	if err != nil || last != n {
		t.Errorf("the last row said is %d: %v", last, err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestDiskFull(t *testing.T) {
	if err := WriteXLSX(t.Context(), full{}, annual(), nil); !errors.Is(err, io.ErrShortWrite) || model.CodeOf(err) == model.CodeCancelled {
		t.Errorf("%v", err)
	}
}

func TestSheetNames(t *testing.T) {
	names := sheetNames{}
	long := "Käynnit ryhmittäin ja kuukausittain vuonna 2026"
	for _, c := range []struct{ title, want string }{
		{"Käynnit", "Käynnit"},
		{"KÄYNNIT", "KÄYNNIT 2"},
		{"a/b:c?[d]*\\e", "a-b-c--d---e"},
		{"'Tupa'", "’Tupa’"},
		{"", "_"},
		{"History", "History_"},
		{"a\x00\n b", "a b"},
		{long, "Käynnit ryhmittäin ja"},
		{long, "Käynnit ryhmittäin ja 2"},
		{strings.Repeat("ä", 40), strings.Repeat("ä", 31)},
		{strings.Repeat("ä", 40), strings.Repeat("ä", 29) + " 2"},
		{strings.Repeat("😀", 40), strings.Repeat("😀", 15)},
	} {
		if got := names.name(c.title); got != c.want {
			t.Errorf("%q: %q, not %q", c.title, got, c.want)
		}
	}
}

// FuzzSheetName: whatever the titles of two tables are, Excel takes the names of their sheets.
func FuzzSheetName(f *testing.F) {
	for _, s := range []string{"", "'", "a:b", "History", strings.Repeat("😀", 20), "\xff", "ǅ", "İ"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		names := sheetNames{}
		a, b := names.name(first), names.name(second)
		if strings.EqualFold(a, b) {
			t.Errorf("%q and %q are the same", a, b)
		}
		for _, name := range []string{a, b} {
			if name == "" || len(utf16.Encode([]rune(name))) > maxSheetName || strings.ContainsAny(name, `:\/?*[]'`) {
				t.Errorf("%q", name)
			}
			book := excelize.NewFile()
			if _, err := book.NewSheet(name); err != nil {
				t.Errorf("%q: %v", name, err)
			}
		}
	})
}

// FuzzCells: whatever is typed into a record, the workbook opens, has it as text, and runs no formula.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"", "=1+1", "+358 40", "@x", "<b>&\"'", "a\nb\t", "\x00\x1f", "_x0041_", "\xff", "😀", " a "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tbl := visits()
		tbl.Rows = [][]table.Value{{table.Words(s), table.Words("x")}}
		tbl.Total, tbl.Notes, tbl.Title = nil, []string{s}, s
		r := only(tbl)
		r.Title, r.Facts = s, []table.Fact{{Label: s, Value: s}}
		book, _ := workbook(t, r)
		sheet := book.GetSheetName(0)
		got, err := book.GetCellValue(sheet, "A2")
		if formula, _ := book.GetCellFormula(sheet, "A2"); err != nil || formula != "" {
			t.Errorf("%q: %v, formula %q", s, err, formula)
		}
		if plain := isPlain(s); plain && got != s {
			t.Errorf("%q came back as %q", s, got)
		}
		if next, _ := book.GetCellValue(sheet, "B2"); next != "x" {
			t.Errorf("%q: the next cell is %q", s, next)
		}
	})
}

// isPlain reports whether XML can say all of s.
func isPlain(s string) bool {
	return len(s) < 30000 && !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r == '\ufffd' || r == '\ufffe' || r == '\uffff'
	})
}

func BenchmarkXLSX100000(b *testing.B) {
	r := counts(100_000)
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		var out bytes.Buffer
		if err := WriteXLSX(b.Context(), &out, r, nil); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size), "bytes")
}
