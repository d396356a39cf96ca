package paper

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func TestReportHasItsParts(t *testing.T) {
	o := testOffice()
	d := o.Report(testReport(model.Finnish))
	root := read(t, d)
	if d.FileName != "Toimintakertomus 2026.pdf" || d.Title != "Toimintakertomus 2026" || d.Date != today || d.Landscape {
		t.Errorf("%q %q %v", d.FileName, d.Title, d.Date)
	}
	var headings []string
	for _, kind := range []string{"H1", "H2", "H3"} {
		for _, h := range root.all(kind) {
			headings = append(headings, plainText(h))
		}
	}
	want := []string{
		"Toimintakertomus 2026", "1  Vuosi lyhyesti", "2  Kohtaamispaikat", "3  Kyselyt", "Lukijalle", "2.1  Käynnit kuukausittain", "2.2  Kerrat ryhmittäin",
	}
	if !slices.Equal(headings, want) {
		t.Errorf("headings %q", headings)
	}
	tables := root.all("Table")
	if len(tables) != 2 || len(root.all("Figure")) != 3 {
		t.Fatalf("%d tables, %d charts", len(tables), len(root.all("Figure")))
	}
	rows := cells(tables[0])
	if !slices.Equal(rows[0], []string{"Kuukausi", "Pidettyjä kertoja", "2026", "2025"}) || !slices.Equal(rows[13], []string{"Yhteensä", "306", "14 321", "12 045"}) {
		t.Errorf("head %q, total %q", rows[0], rows[len(rows)-1])
	}
	if july := rows[7]; !slices.Equal(july, []string{"Heinäkuu", "26", "", "0"}) {
		t.Errorf("what is not known is printed: %q", july)
	}
	for _, wanted := range []string{
		"1.1.–31.12.2026", "koko alue", "Käyntejä\n14 321", "Heinäkuun luvut puuttuvat 3 kerralta 24:stä.", "Kyselyjä ei tehty.",
		"Tieto puuttuu kahdesta kunnasta.", "Käynti ei ole henkilö", "järjestettiin kolmessa kunnassa",
	} {
		if !strings.Contains(plainText(root), wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
	if strings.Contains(root.text, words.In("fi").T("paper.report.personal")) {
		t.Error("a report without names warns of them")
	}
}

func TestReportInOtherLanguages(t *testing.T) {
	r := testReport(model.Swedish)
	r.Personal = true
	root := read(t, testOffice().Report(r))
	for _, wanted := range []string{"Verksamhetsberättelse 2026", "Till läsaren", "Suvantolands familjecenter", "namn på personer"} {
		if !strings.Contains(root.text, wanted) {
			t.Errorf("%q is not printed", wanted)
		}
	}
	r.Language, r.FileName = model.English, ""
	if d := testOffice().Report(r); d.FileName != "Verksamhetsberättelse 2026.pdf" || d.Language != model.English {
		t.Errorf("%q in %q", d.FileName, d.Language)
	}
}

func TestReportOfOneListIsWithoutNumbers(t *testing.T) {
	one := testReport(model.Finnish).Sections[1].Tables[0]
	r := table.Report{Title: one.Title, Language: model.Finnish, AsOf: today, Sections: []table.Section{{Tables: []table.Table{one}}}}
	root := read(t, testOffice().Report(r))
	if len(root.all("H1")) != 1 || len(root.all("H2"))+len(root.all("H3")) != 0 {
		t.Error("the title is said twice")
	}
	if len(root.all("Table")) != 1 {
		t.Error("there is no table")
	}
}

func TestReportStandsOnItsSideWhenItMust(t *testing.T) {
	wide := func(columns int) table.Report {
		tbl := table.Table{Title: "Ohjaajat"}
		row := []table.Value{}
		for range columns {
			tbl.Columns = append(tbl.Columns, table.Column{Head: "Yhteyshenkilö"})
			row = append(row, table.Words("vapaaehtoinen@sarka.example"))
		}
		tbl.Rows = [][]table.Value{row}
		return table.Report{Title: "Ohjaajat", Language: model.Finnish, AsOf: today, Sections: []table.Section{{Tables: []table.Table{tbl}}}}
	}
	for columns, landscape := range map[int]bool{3: false, 6: false, 12: true} {
		d := testOffice().Report(wide(columns))
		read(t, d)
		if d.Landscape != landscape {
			t.Errorf("%d columns: on its side %t", columns, d.Landscape)
		}
	}
	r := wide(2)
	r.Landscape = true
	if !testOffice().Report(r).Landscape {
		t.Error("it is upright although it asks for its side")
	}
}

// TestNumbersAreNotBroken: a number stays on its line, however many columns there are and whatever their weights.
func TestNumbersAreNotBroken(t *testing.T) {
	in := words.In(model.Finnish)
	for columns := 1; columns <= 14; columns++ {
		for _, weight := range []float64{0, 3, 30} {
			tbl := table.Table{Columns: []table.Column{{Head: "Ryhmä", Weight: weight}}}
			row := []table.Value{table.Words("Vauvaperheiden perhekahvila keskiviikkoisin")}
			for range columns {
				tbl.Columns = append(tbl.Columns, table.Column{Head: "Vapaaehtoistyön tunteja", Number: true})
				row = append(row, table.Number(in, 1234567))
			}
			tbl.Rows, tbl.Total = [][]table.Value{row}, row
			r := table.Report{Title: "Tunnit", Language: model.Finnish, AsOf: today, Sections: []table.Section{{Tables: []table.Table{tbl}}}}
			rows := cells(read(t, testOffice().Report(r)).all("Table")[0])
			d := testOffice().Report(r)
			l := newLayouter(d, fullScale)
			for _, b := range d.Blocks {
				printed, ok := b.(Table)
				if !ok {
					continue
				}
				look := l.lookOf(printed)
				for i, area := range l.columns(printed, look.gap)[1:] {
					for _, row := range printed.Rows {
						if n := len(l.wrapped(row[i+1][0], look.text.perMille(area.width))); n != 1 {
							t.Fatalf("%d columns of weight %g: %q takes %d lines in %.1f mm", columns, weight, rows[1][i+1], n, area.width)
						}
					}
				}
			}
		}
	}
}

// TestTableStaysWithItsHeading: a table that is not long begins on the page of its heading and is not parted.
func TestTableStaysWithItsHeading(t *testing.T) {
	r := testReport(model.Finnish)
	for lines := range 50 {
		d := plainDocument(Text("", strings.Repeat("x\n", lines)+"x"))
		short := r.Sections[1].Tables[0]
		short.Rows = short.Rows[:5]
		part := table.Section{Title: "Otsikko", Text: []string{"Johdanto."}, Tables: []table.Table{short}}
		report := testOffice().Report(table.Report{Title: "x", Language: model.Finnish, Sections: []table.Section{part}})
		d.Blocks = append(d.Blocks, report.Blocks...)
		first, last := -1, -1
		f := readPDF(t, mustRender(t, d).PDF)
		for i, p := range f.pages() {
			for _, c := range f.contents(p) {
				if c.mcid < 0 {
					continue // a head that is repeated
				}
				if strings.Contains(c.text, "Otsikko") {
					first = i
				}
				if strings.Contains(c.text, "Heinäkuun luvut") {
					last = i
				}
			}
		}
		if first < 0 || first != last {
			t.Fatalf("after %d lines the heading is on page %d, the end of its table on page %d", lines, first+1, last+1)
		}
	}
}

// TestNotesAreNotAloneOnAPage: the last page has the end of a table on it, not only what must be known to read it.
func TestNotesAreNotAloneOnAPage(t *testing.T) {
	r := testReport(model.Finnish)
	long := r.Sections[1].Tables[0]
	pages := 0
	for n := range 60 {
		long.Rows = append(long.Rows, long.Rows[n%len(long.Rows)])
		r.Sections = []table.Section{{Tables: []table.Table{long}}}
		all := placedPages(t, testOffice().Report(r))
		last := all[len(all)-1]
		if !slices.ContainsFunc(last, func(p placed) bool { return p.kind == kindRow }) {
			t.Fatalf("%d rows: page %d has only notes", len(long.Rows), len(all))
		}
		pages = max(pages, len(all))
	}
	if pages < 2 {
		t.Error("nothing went over a page")
	}
}

func TestOnlyNumbersAreSetLarge(t *testing.T) {
	for value, want := range map[string]bool{
		"1\u00a0234,50": true, "1,234.50": true, "17 (15)": true, "83 %": true, "0": true,
		"040 123 4567": false, "1234567-1": false, "22.11.2026": false, "": false, "3 kertaa": false,
	} {
		facts := []table.Fact{{Value: "1"}, {Value: value}, {Value: "2"}}
		if areFigures(facts) != want || areFigures(facts[:2]) {
			t.Errorf("%q: not %t", value, want)
		}
	}
}

func TestReportIsASoundFile(t *testing.T) {
	for _, l := range model.Languages() {
		r := mustRender(t, testOffice().Report(testReport(l)))
		if !bytes.Equal(r.PDF, mustRender(t, testOffice().Report(testReport(l))).PDF) || len(r.Unprintable) > 0 {
			t.Errorf("%s: not the same again, or unprintable %q", l, r.Unprintable)
		}
		name := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(name, r.PDF, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("qpdf", "--check", name).CombinedOutput(); err != nil {
			t.Errorf("%s: qpdf: %v\n%s", l, err, out)
		}
	}
}

func TestReportWithoutAnything(t *testing.T) {
	d := testOffice().Report(table.Report{Title: "Tyhjä", Language: model.Finnish, Sections: []table.Section{{}, {Tables: []table.Table{{}}}}})
	if r := mustRender(t, d); r.Pages != 1 {
		t.Errorf("%d pages", r.Pages)
	}
}

func BenchmarkReport(b *testing.B) {
	o, r := testOffice(), testReport(model.Finnish)
	for len(r.Sections) < 24 { // about as long as an annual report is
		r.Sections = append(r.Sections, r.Sections[:3]...)
	}
	pages := 0
	for b.Loop() {
		pages = mustRender(b, o.Report(r)).Pages
	}
	b.ReportMetric(float64(pages), "pages")
}
