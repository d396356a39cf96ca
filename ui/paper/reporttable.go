package paper

import (
	"slices"
	"strings"

	"kumppani/ui/table"
)

// Widths that the columns of a report need at least and wish for at most, in millimetres at the usual size.
const (
	leastColumn = 9.0
	mostHead    = 17.0 // of a long word in a head, which may be broken when there is no room for it
	mostWord    = 26.0 // the same in a cell
	mostColumn  = 75.0
)

// need is the width that a column needs and that it wishes for.
type need struct{ least, wish float64 }

// table is a table of a report: numbers at the right, the total bold, its columns as wide as what stands in them unless
// the report says otherwise, in small print when it is wide.
func (s *reportSheet) table(t table.Table) Table {
	width := newGeometry(s.doc.Landscape).width
	out := Table{Empty: t.Empty, Total: t.Total != nil, Together: true, Dense: !fits(needsOf(t, mostHead), width, styleTable.size)}
	size, gap := styleTable.size, 3.0
	if out.Dense {
		size, gap = styleDense.size, 2
	}
	needs := needsOf(t, mostColumn)
	if !fits(needs, width, size) {
		needs = needsOf(t, mostHead)
	}
	widths := shared(t.Columns, needs, width-gap*float64(len(t.Columns)-1), size/styleTable.size)
	for i, c := range t.Columns {
		head := Text("", c.Head)
		head.Right = c.Number
		out.Columns = append(out.Columns, Column{Cell{head}, widths[i]})
	}
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, cellsOf(t.Columns, row, false))
	}
	if t.Total != nil {
		out.Rows = append(out.Rows, cellsOf(t.Columns, t.Total, true))
	}
	for _, note := range t.Notes {
		out.Notes = append(out.Notes, Text("", note))
	}
	return out
}

// cellsOf are the cells of a row. An unknown value is an empty cell.
func cellsOf(columns []table.Column, row []table.Value, total bool) []Cell {
	out := make([]Cell, len(row))
	for i, v := range row {
		if v.Text == "" {
			continue
		}
		p := Paragraph{Spans: []Span{{Text: v.Text, Bold: total}}}
		p.Right = i < len(columns) && columns[i].Number
		out[i] = Cell{p}
	}
	return out
}

// tooWide reports whether a table does not fit on an upright page even in small print.
func tooWide(tables []table.Table) bool {
	return slices.ContainsFunc(tables, func(t table.Table) bool {
		return !fits(needsOf(t, mostHead), newGeometry(false).width, styleDense.size)
	})
}

func fits(needs []need, width, size float64) bool {
	total := 0.0
	for _, n := range needs {
		total += n.least * size / styleTable.size
	}
	return total+3*float64(len(needs)-1) <= width
}

// needsOf measures the columns of a table, in which a word of a head needs no more than so much.
func needsOf(t table.Table, head float64) []need {
	out := make([]need, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = need{min(longestWord(c.Head, bold), head), widthOf(c.Head, bold)}
	}
	look := func(row []table.Value, weight uint8) {
		for i, v := range row[:min(len(row), len(out))] {
			if v.Text == "" {
				continue
			}
			whole, word := widthOf(v.Text, weight), 0.0
			if _, number := v.Number(); number {
				word = whole
			} else if word = whole; whole > out[i].least {
				word = min(longestWord(v.Text, weight), mostWord)
			}
			out[i].least, out[i].wish = max(out[i].least, word), max(out[i].wish, whole)
		}
	}
	for _, row := range t.Rows {
		look(row, regular)
	}
	look(t.Total, bold)
	for i := range out {
		out[i].least = max(out[i].least+0.5, leastColumn)
		out[i].wish = min(max(out[i].wish+0.5, out[i].least), mostColumn)
	}
	return out
}

// widthOf is how wide text is in a table of the usual size.
func widthOf(s string, weight uint8) float64 {
	f, longest, n := typeface()[weight], 0, 0
	for _, r := range s {
		if r == '\n' {
			n = 0
			continue
		}
		n += int(f.advances[f.gid(r)])
		longest = max(longest, n)
	}
	return styleTable.millimetres(longest)
}

func longestWord(s string, weight uint8) float64 {
	longest := 0.0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\n' }) {
		longest = max(longest, widthOf(word, weight))
	}
	return longest
}

// shared shares a width among columns: by their weights if there are any, else each as wide as it wishes, and what is left
// goes to all, to those of text twice as much as to numbers. None is narrower than it needs as long as there is room.
func shared(columns []table.Column, needs []need, width, scale float64) []float64 {
	out := make([]float64, len(columns))
	weights, wishes, parts := 0.0, 0.0, 0.0
	part := func(c table.Column) float64 {
		if c.Number {
			return 0.5
		}
		return 1
	}
	for i, c := range columns {
		weights += c.Weight
		wishes += needs[i].wish * scale
		parts += part(c)
	}
	for i, c := range columns {
		switch {
		case weights > 0:
			weight := c.Weight
			if weight == 0 {
				weight = 1
			}
			out[i] = weight
		case wishes < width:
			out[i] = needs[i].wish*scale + (width-wishes)*part(c)/parts
		default:
			out[i] = needs[i].wish * scale
		}
	}
	stretch(out, width)
	short, spare := 0.0, 0.0
	for i := range out {
		if d := needs[i].least*scale - out[i]; d > 0 {
			short += d
		} else {
			spare -= d
		}
	}
	if short == 0 || spare == 0 {
		return out
	}
	for i := range out {
		least := needs[i].least * scale
		if out[i] < least {
			out[i] = least
		} else {
			out[i] -= (out[i] - least) * min(short/spare, 1)
		}
	}
	stretch(out, width)
	return out
}

// stretch makes widths add up to one.
func stretch(widths []float64, to float64) {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	for i := range widths {
		widths[i] *= to / max(sum, 1e-9)
	}
}
