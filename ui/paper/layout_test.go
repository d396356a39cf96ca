package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// placedPages lays a document out without drawing it, and checks what holds on every page: nothing overlaps, nothing
// leaves the text area, no page is empty.
func placedPages(t *testing.T, d Document) [][]placed {
	t.Helper()
	l, pages, _ := fitted(d, nil)
	for n, page := range pages {
		y := l.top
		if n == 0 {
			y = l.firstTop
		}
		if len(page) == 0 && len(pages) > 1 && d.Paper != PaperLeaflet {
			t.Fatalf("page %d of %d is empty", n+1, len(pages))
		}
		for _, p := range page {
			if p.y < y-0.001 {
				t.Fatalf("page %d: a %s at %.2f mm overlaps what ends at %.2f", n+1, p.kind, p.y, y)
			}
			y = p.y + p.height
		}
		if y > l.bottom+0.01 {
			t.Fatalf("page %d reaches down to %.2f mm", n+1, y)
		}
	}
	return pages
}

func filler(lines int) []Block {
	var out []Block
	for range lines {
		out = append(out, Text("", "Rivi."))
	}
	return out
}

func TestHeadingIsNeverLastOnAPage(t *testing.T) {
	for lines := range 45 {
		for name, next := range map[string]Block{
			"paragraph": Text("", strings.Repeat(sentence, 6)),
			"table":     Table{Columns: []Column{{Cell{Text("", "A")}, 1}}, Rows: [][]Cell{{{Text("", sentence)}}}},
			"facts":     Facts{[]Fact{{Text("", "A"), Text("", sentence)}}},
		} {
			blocks := append(filler(lines), Heading{Level: 1, Text: "Otsikko"}, Heading{Level: 2, Text: "Alaotsikko"}, next)
			for n, page := range placedPages(t, plainDocument(blocks...)) {
				if last := page[len(page)-1].kind; last == kindHeading || last == kindHeader {
					t.Fatalf("%d lines and a %s: page %d ends in a %s", lines, name, n+1, last)
				}
			}
		}
	}
}

func TestNoLineIsLeftAlone(t *testing.T) {
	for lines := range 45 {
		pages := placedPages(t, plainDocument(append(filler(lines), Text("", strings.Repeat(sentence, 7)))...))
		if len(pages) != 2 {
			continue
		}
		long := pages[1][len(pages[1])-1].group
		for n, page := range pages {
			count := 0
			for _, p := range page {
				if p.group == long {
					count++
				}
			}
			if count == 1 {
				t.Errorf("%d lines before: page %d has one line of the paragraph", lines, n+1)
			}
		}
	}
}

func TestSignaturesAreNeverAlone(t *testing.T) {
	for _, parties := range []int{1, 2, 3, 4, 7, 50} {
		for lines := range 45 {
			blocks := append(filler(lines+1), Signatures{Parties: signatures(parties), Continued: "Jatkuu"})
			rows := 0
			for n, page := range placedPages(t, plainDocument(blocks...)) {
				for _, p := range page {
					if p.kind == kindSignature {
						rows++
					}
				}
				if page[0].kind == kindSignature {
					t.Fatalf("%d parties after %d lines: page %d has signatures and nothing that is signed", parties, lines, n+1)
				}
			}
			if rows != (parties+1)/2 {
				t.Fatalf("%d parties in %d rows", parties, rows)
			}
		}
	}
}

func TestFewSignaturesStayOnOnePage(t *testing.T) {
	for lines := range 45 {
		pages := placedPages(t, plainDocument(append(filler(lines+1), Signatures{Parties: signatures(4), Continued: "Jatkuu"})...))
		with := 0
		for _, page := range pages {
			for _, p := range page {
				if p.kind == kindSignature {
					with++
					break
				}
			}
		}
		if with != 1 {
			t.Errorf("after %d lines the signatures of four are on %d pages", lines, with)
		}
	}
}

func TestOneSheetIsSetSmallerOnlyIfThatIsEnough(t *testing.T) {
	sheet := func(lines int, one bool) Document {
		d := plainDocument(append(filler(lines), Signatures{Parties: signatures(1)})...)
		d.OnePage = one
		return d
	}
	lines := 1 // the most that fit at full size
	for mustRender(t, sheet(lines+1, true)).Pages == 1 && mustRender(t, sheet(lines+1, false)).Pages == 1 {
		lines++
	}
	if n := mustRender(t, sheet(lines+2, true)).Pages; n != 1 {
		t.Errorf("two lines too many make %d pages", n)
	}
	if n := mustRender(t, sheet(lines+2, false)).Pages; n != 2 {
		t.Errorf("a document that is not a sheet to sign was set smaller: %d pages", n)
	}
	for _, lines := range []int{lines, 2 * lines} {
		full, one := mustRender(t, sheet(lines, false)), mustRender(t, sheet(lines, true))
		if !bytes.Equal(full.PDF, one.PDF) {
			t.Errorf("%d lines, %d pages, are set smaller in vain", lines, one.Pages)
		}
	}
}

func TestTableHeadIsRepeatedAndRowsStayWhole(t *testing.T) {
	var rows [][]Cell
	for i := range 60 {
		rows = append(rows, []Cell{{Text("", fmt.Sprint(i))}, {Text("", strings.Repeat(sentence, 1+i%5))}})
	}
	d := plainDocument(Table{Columns: []Column{{Cell{Text("", "Nro")}, 1}, {Cell{Text("", "Teksti")}, 3}}, Rows: rows})
	pages := placedPages(t, d)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	of := map[int]int{} // page of each row
	for n, page := range pages {
		if page[0].kind != kindHeader {
			t.Errorf("page %d begins with a %s", n+1, page[0].kind)
		}
		for _, p := range page {
			if p.kind != kindRow {
				continue
			}
			if before, ok := of[p.group]; ok && before != n {
				t.Errorf("a row is split between the pages %d and %d", before+1, n+1)
			}
			of[p.group] = n
		}
	}
}

func TestRowsDoNotFollowTheHeadingOfTheNextTable(t *testing.T) {
	table := func(rows int) []Block {
		x := Table{Columns: []Column{{Cell{Text("", "A")}, 1}}}
		for range rows {
			x.Rows = append(x.Rows, []Cell{{Text("", "Rivi.")}})
		}
		return []Block{Heading{Level: 1, Text: "Otsikko"}, Legend{Items: []Paragraph{Text("", "14 kertaa")}}, x}
	}
	for rows := 3; rows < 60; rows++ {
		alone, both := placedPages(t, plainDocument(table(rows)...)), placedPages(t, plainDocument(append(table(rows), table(4)...)...))
		if len(both[0]) < len(alone[0]) {
			t.Fatalf("%d rows: %d pieces on the first page, and %d when another table follows", rows, len(alone[0]), len(both[0]))
		}
		for n, page := range both {
			for i, p := range page {
				if p.kind == kindHeading && (i+4 >= len(page) || page[i+3].kind != kindRow) {
					t.Fatalf("%d rows: page %d ends under a heading", rows, n+1)
				}
			}
		}
	}
}

func TestRowTallerThanAPageIsSplit(t *testing.T) {
	rows := [][]Cell{{{Text("", "1")}, {Text("", strings.Repeat(sentence, 200))}}, {{Text("", "2")}}}
	pages := placedPages(t, plainDocument(
		Heading{Level: 1, Text: "Otsikko"},
		Table{Columns: []Column{{Cell{Text("", "Nro")}, 1}, {Cell{Text("", "Teksti")}, 3}}, Rows: rows},
	))
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	if len(pages[0]) < 10 {
		t.Errorf("only %d lines on the first page", len(pages[0]))
	}
}

func TestPairIsAlignedOverThePages(t *testing.T) {
	d := plainDocument(append(filler(30), Pair{Text("", strings.Repeat("Lyhyt. ", 100)), Text("", strings.Repeat(sentence, 12))})...)
	pages := placedPages(t, d)
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	if p := pages[1][0]; len(p.columns) != 2 || p.columns[0] == nil || p.columns[1] == nil {
		t.Error("the texts do not go on next to each other on the second page")
	}
}

func TestPageBreaks(t *testing.T) {
	d := plainDocument(PageBreak{}, Text("", "a"), PageBreak{}, PageBreak{}, Spacer{30}, Text("", "b"), PageBreak{})
	pages := placedPages(t, d)
	if len(pages) != 2 {
		t.Fatalf("%d pages", len(pages))
	}
	if y := pages[1][0].y; y != runningTop {
		t.Errorf("the second page begins at %.1f mm", y)
	}
}

func TestLongNamesStayInTheHeader(t *testing.T) {
	long := strings.Repeat("Perhetoiminta", 31)
	d := plainDocument(Text("", sentence))
	d.Header = Header{Sender: []string{long, long, long}, Name: long, Number: long, Details: []string{long}}
	l := &layouter{geometry: newGeometry(false), scale: fullScale, root: &node{kind: "Document"}}
	l.layout(d, nil)
	if l.firstTop > 90 {
		t.Errorf("the text begins at %.0f mm", l.firstTop)
	}
	placedPages(t, d)
}

func wrapped(t *testing.T, text string, width int) []string {
	t.Helper()
	var c cleaner
	clean := c.clean(text)
	var out []string
	var joined []rune
	for _, l := range wrap(glyphsOf(clean, regular), width) {
		w, s := 0, []rune{}
		for _, g := range l.glyphs {
			s = append(s, g.r)
		}
		trimmed := len(strings.TrimRight(string(s), " "))
		for i, g := range l.glyphs {
			if len(string(s[:i])) < trimmed {
				w += g.advance()
			}
		}
		if w > width && len([]rune(strings.TrimSpace(string(s)))) > 1 {
			t.Fatalf("%q is %d wide in a line of %d", string(s), w, width)
		}
		joined = append(joined, s...)
		out = append(out, string(s))
	}
	// All letters are there, in order; only hyphens may have been added and line breaks taken.
	letters := func(rs []rune) string {
		return strings.Map(func(r rune) rune {
			if r == '-' || r == '\n' {
				return -1
			}
			return r
		}, string(rs))
	}
	if letters(joined) != letters(clean) {
		t.Fatalf("%q became %q", string(clean), string(joined))
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 5000, ""},
		{"yksi kaksi", 50000, "yksi kaksi"},
		{"yksi kaksi", 3000, "yksi |kaksi"},
		{"yksi   kaksi", 3000, "yksi   |kaksi"},
		{"a\n\nb", 5000, "a||b"},
		{"perhe-hanke", 4000, "perhe-|hanke"},
		{"1.–5.6.2026", 4200, "1.–5.6.|2026"},
		{"1.1.2027–31.12.2028", 8000, "1.1.2027–|31.12.2028"},
		{"Perhekahvilatoiminta", 6000, "Perhekahvi-|latoiminta"},
		{"kohta 5\u00a0€ a", 4300, "kohta |5\u00a0€ a"},
		{"perhekeskus@suvantomaa.fi", 9000, "perhekeskus@|suvantomaa.fi"},
	} {
		got := strings.ReplaceAll(strings.Join(wrapped(t, test.text, test.width), "|"), "\u00a0", "\u00a0")
		if got != test.want {
			t.Errorf("%q in %d: %q, not %q", test.text, test.width, got, test.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Perhekahvilatoiminta ja muu  toiminta\n\nhttps://suvantomaa.fi/a_b", 3000)
	f.Add(strings.Repeat("a", 400), 1000)
	f.Add("😀\x00\u0301", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		wrapped(t, text, 1+max(width, -width, 0)%100_000)
	})
}

func FuzzClean(f *testing.F) {
	f.Add("A\u0308 😀\r\n\t\x1b \u2028")
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		var c cleaner
		for _, r := range c.clean(s) {
			if r != '\n' && (!hasGlyph(r) || unicode.IsControl(r)) {
				t.Fatalf("%U is left in", r)
			}
		}
	})
}

func FuzzRender(f *testing.F) {
	f.Add("Otsikko", "teksti", 3)
	f.Add(strings.Repeat("x", 400), strings.Repeat("y ", 2000), 40)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		rows := make([][]Cell, max(n, 0)%20)
		for i := range rows {
			rows[i] = []Cell{{Text("", a), Text("", b)}, {Text("", b)}}
		}
		d := plainDocument(
			Title{Text: a}, Heading{Text: b, Number: a}, Text("", b), Pair{Text("", a), Text("", b)},
			Table{Columns: []Column{{Cell{Text("", a)}, 1}, {Cell{Text("", b)}, 0}, {nil, -1}}, Rows: rows, Empty: a},
			Signatures{Parties: []Signature{{Party: a, Name: b}, {}}, Continued: b},
		)
		d.Header.Details, d.DraftMark, d.Subject = []string{a, b}, a, b
		readPDF(t, mustRender(t, d).PDF).structure()
	})
}

func TestHugeTextIsPrinted(t *testing.T) {
	d := plainDocument(
		Text("", strings.Repeat(sentence, 1000)), Text("", strings.Repeat("ä", 100_000)),
		Pair{Text("", strings.Repeat("b", 400)), Heading{Text: strings.Repeat("c", 400)}},
	)
	if pages := placedPages(t, d); len(pages) < 40 {
		t.Errorf("%d pages", len(pages))
	}
}

func BenchmarkRenderThreePages(b *testing.B) {
	d := manyBlocks()
	for b.Loop() {
		mustRender(b, d)
	}
}

func BenchmarkRenderFortyPages(b *testing.B) {
	d := manyBlocks()
	for len(d.Blocks) < 500 {
		d.Blocks = append(d.Blocks, Heading{1, "1", "Otsikko", ""}, Text("", strings.Repeat(sentence, 5)))
	}
	pages := 0
	for b.Loop() {
		pages = mustRender(b, d).Pages
	}
	b.ReportMetric(float64(pages), "pages")
}
