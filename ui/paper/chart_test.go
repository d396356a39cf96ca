package paper

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// counts are values; a negative one is not known.
func counts(values ...int) []model.Count {
	out := make([]model.Count, len(values))
	for i, v := range values {
		if v >= 0 {
			out[i] = model.CountOf(v)
		}
	}
	return out
}

// chartOf is a chart of so many categories and series.
func chartOf(kind table.ChartKind, categories, series int, name func(i int) string) table.Chart {
	c := table.Chart{Title: "Käynnit", Kind: kind, Summary: "Käyntejä on eniten keväällä."}
	for i := range categories {
		c.Categories = append(c.Categories, name(i))
	}
	for s := range series {
		one := table.Series{Name: strconv.Itoa(2026 - s)}
		for i := range categories {
			one.Values = append(one.Values, model.CountOf((i*317+s*1771)%2345))
		}
		c.Series = append(c.Series, one)
	}
	return c
}

func months(l model.Language) func(i int) string {
	return func(i int) string { return words.In(l).Month(time.Month(i%12 + 1)) }
}

func longNames(i int) string {
	return fmt.Sprintf("Strömfors församlingshem och lekparksverksamhet %d", i+1)
}

// figure is what is drawn of the one chart of a document.
func figure(t *testing.T, d Document) (content, *element) {
	t.Helper()
	f := readPDF(t, mustRender(t, d).PDF)
	var found []content
	for _, p := range f.pages() {
		for _, c := range f.contents(p) {
			if c.tag == "Figure" {
				found = append(found, c)
			}
		}
	}
	figures := f.structure().all("Figure")
	if len(found) != 1 || len(figures) != 1 {
		t.Fatalf("drawn in %d parts, %d in the structure", len(found), len(figures))
	}
	return found[0], figures[0]
}

func TestAxisIsRound(t *testing.T) {
	for _, c := range []struct{ most, top, step int }{
		{0, 1, 1},
		{1, 1, 1},
		{6, 6, 1},
		{7, 8, 2},
		{12, 12, 2},
		{13, 15, 5},
		{60, 60, 10},
		{61, 80, 20},
		{1685, 2000, 500},
		{2345, 2500, 500},
		{14321, 15000, 5000},
		{999999, 1000000, 200000},
	} {
		if got := axisOf([]table.Series{{Values: counts(-1, c.most, 0)}}); got != (axis{c.top, c.step}) {
			t.Errorf("%d: %+v", c.most, got)
		}
	}
}

func TestChartIsReadAloud(t *testing.T) {
	_, e := figure(t, plainDocument(Chart{chartOf(table.Bars, 12, 2, months(model.Finnish))}))
	if e.alt != "Käyntejä on eniten keväällä." {
		t.Errorf("read as %q", e.alt)
	}
	for _, wanted := range []string{"tammikuu", "joulukuu", "2026", "2025", "2\u00a0500"} {
		if !strings.Contains(e.text, wanted) {
			t.Errorf("%q is not drawn: %q", wanted, e.text)
		}
	}
	c := chartOf(table.Bars, 3, 1, months(model.Finnish))
	c.Summary = ""
	if _, e := figure(t, plainDocument(Chart{c})); e.alt != "Käynnit" || strings.Contains(e.text, "2026") {
		t.Errorf("without a summary it is read as %q; one series has a legend: %q", e.alt, e.text)
	}
}

// TestUnknownIsNotZero: what nobody counted is a gap, and nothing at all is said to be 0.
func TestUnknownIsNotZero(t *testing.T) {
	for _, name := range []func(int) string{months(model.Finnish), longNames} {
		c := table.Chart{Kind: table.Bars, Series: []table.Series{{Name: "2026", Values: counts(5, -1, 0, 8)}}}
		for i := range 4 {
			c.Categories = append(c.Categories, name(i))
		}
		drawn, _ := figure(t, plainDocument(Chart{c}))
		if n := strings.Count(drawn.ops, " re f"); n != 2 {
			t.Errorf("%d bars for two values above 0", n)
		}
		if n := strings.Count(strings.Join(texts(t, drawn), "|")+"|", "0|"); n != 2 { // of the axis, and of the value
			t.Errorf("%d times 0 in %q", n, texts(t, drawn))
		}
	}
	c := table.Chart{Kind: table.Lines, Categories: make([]string, 7), Series: []table.Series{{Values: counts(5, 6, -1, 0, -1, 3, 4)}}}
	drawn, _ := figure(t, plainDocument(Chart{c}))
	if lines, marks := strings.Count(drawn.ops, "1 j [] 0 d"), strings.Count(drawn.ops, "1 J"); lines != 2 || marks != 5 {
		t.Errorf("%d lines and %d marks", lines, marks)
	}
}

func TestSeriesDifferWithoutColour(t *testing.T) {
	drawn, _ := figure(t, plainDocument(Chart{chartOf(table.Lines, 12, 4, months(model.Finnish))}))
	for _, dash := range []string{"[] 0 d", "[4 2] 0 d", "[1 2] 0 d", "[6 2 1 2] 0 d"} {
		if !strings.Contains(drawn.ops, dash) {
			t.Errorf("no line %s", dash)
		}
	}
	grey := func(c colour) float64 { return 0.3*c[0] + 0.59*c[1] + 0.11*c[2] }
	for i := range 4 {
		for j := range i {
			if d := grey(lookOfSeries(i).fill) - grey(lookOfSeries(j).fill); d*d < 0.01 {
				t.Errorf("bars %d and %d are the same grey", i, j)
			}
		}
	}
}

func TestChartOfNothingIsLeftOut(t *testing.T) {
	for name, c := range map[string]table.Chart{
		"empty":      {},
		"not known":  {Title: "x", Categories: []string{"a"}, Series: []table.Series{{Values: counts(-1)}}},
		"no values":  {Title: "x", Categories: []string{"a"}, Series: []table.Series{{}}},
		"no columns": {Title: "x", Series: []table.Series{{Values: counts(1)}}},
		"too many":   chartOf(table.Bars, 300, 1, longNames),
	} {
		if root := read(t, withName(plainDocument(Chart{c}, Text("", "jatkuu")))); len(root.all("Figure")) != 0 || strings.Contains(root.text, "x\n") {
			t.Errorf("%s: %q", name, root.text)
		}
	}
}

func withName(d Document) Document {
	d.FileName = "a.pdf"
	return d
}

func TestChartIsNeverParted(t *testing.T) {
	for lines := range 45 {
		figure(t, plainDocument(Text("", strings.Repeat("x\n", lines)+"x"), Heading{Level: 1, Text: "Otsikko"}, Chart{chartOf(table.Bars, 12, 2, longNames)}))
	}
}

var reDrawn = regexp.MustCompile(`BT [\d.]+ g ([\d.-]+) ([\d.-]+) Td /F(\d) ([\d.]+) Tf <([0-9a-f]*)> Tj ET`)

// drawnText is a text of a figure with the box around it, in points.
type drawnText struct {
	text                   string
	left, right, low, high float64
}

func drawnTexts(t *testing.T, c content) []drawnText {
	t.Helper()
	var out []drawnText
	rest := c.text
	for _, m := range reDrawn.FindAllStringSubmatch(c.ops, -1) {
		number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
		gids, err := hex.DecodeString(m[5])
		if err != nil {
			t.Fatal(err)
		}
		width := 0
		for i := 0; i < len(gids); i += 2 {
			width += int(typeface()[regular].advances[int(gids[i])<<8|int(gids[i+1])])
		}
		runes := []rune(rest)
		x, y, size := number(m[1]), number(m[2]), number(m[4])
		out = append(out, drawnText{string(runes[:len(gids)/2]), x, x + float64(width)/1000*size, y, y + 0.714*size})
		rest = string(runes[len(gids)/2:])
	}
	return out
}

func texts(t *testing.T, c content) []string {
	t.Helper()
	var out []string
	for _, d := range drawnTexts(t, c) {
		out = append(out, d.text)
	}
	return out
}

func TestLabelsDoNotTouch(t *testing.T) {
	weeks := func(i int) string { return "vko " + strconv.Itoa(i+1) }
	for _, kind := range []table.ChartKind{table.Bars, table.Lines} {
		for name, of := range map[string]func(int) string{"fi": months(model.Finnish), "sv": months(model.Swedish), "long": longNames, "weeks": weeks} {
			for _, categories := range []int{1, 5, 12, 53} {
				for series := 1; series <= 4; series++ {
					for _, landscape := range []bool{false, true} {
						if kind == table.Bars && landscape && categories == 53 {
							continue // higher than the page
						}
						d := plainDocument(Chart{chartOf(kind, categories, series, of)})
						d.Landscape = landscape
						drawn, _ := figure(t, d)
						checkApart(t, fmt.Sprintf("%s %s %d × %d", kind, name, categories, series), drawnTexts(t, drawn), newGeometry(landscape))
					}
				}
			}
		}
	}
}

func checkApart(t *testing.T, name string, all []drawnText, g geometry) {
	t.Helper()
	if len(all) < 3 {
		t.Errorf("%s: only %d texts", name, len(all))
	}
	for i, a := range all {
		if a.left < g.left*mm-0.1 || a.right > (g.left+g.width)*mm+0.5 {
			t.Errorf("%s: %q is beside the page's text: %.1f–%.1f", name, a.text, a.left, a.right)
		}
		for _, b := range all[:i] {
			if a.left < b.right-0.1 && b.left < a.right-0.1 && a.low < b.high-0.1 && b.low < a.high-0.1 {
				t.Errorf("%s: %q and %q touch", name, a.text, b.text)
			}
		}
	}
}

func TestChartGivesTheSameBytes(t *testing.T) {
	d := plainDocument(Chart{chartOf(table.Lines, 12, 3, months(model.Finnish))}, Chart{chartOf(table.Bars, 12, 3, longNames)})
	if !bytes.Equal(mustRender(t, d).PDF, mustRender(t, d).PDF) {
		t.Error("two files of the same chart differ")
	}
}

func TestRuns(t *testing.T) {
	got := runs(counts(-1, 1, 2, -1, 3))
	if len(got) != 2 || got[0].from != 1 || !slices.Equal(got[0].values, counts(1, 2)) || got[1].from != 4 {
		t.Errorf("%+v", got)
	}
}

// FuzzChart: whatever the figures and names, a chart is drawn or left out, and the file is made.
func FuzzChart(f *testing.F) {
	f.Add("tammikuu", "2026", 12, 3, true)
	f.Add("", "\xff😀\n", 0, -1, false)
	f.Add(strings.Repeat("Pitkä", 100), "a b", 1<<62, 7, true)
	f.Fuzz(func(t *testing.T, category, name string, value, n int, lines bool) {
		c := table.Chart{Title: name, Kind: table.Bars, Summary: category}
		if lines {
			c.Kind = table.Lines
		}
		for i := range n & 31 {
			c.Categories = append(c.Categories, category+strconv.Itoa(i))
		}
		for s := range n & 3 {
			c.Series = append(c.Series, table.Series{Name: name, Values: []model.Count{{N: value, Known: true}, {}, {N: s, Known: true}}})
		}
		mustRender(t, plainDocument(Chart{c}))
	})
}
