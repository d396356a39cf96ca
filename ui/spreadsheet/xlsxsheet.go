package spreadsheet

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"kumppani/ui/table"
)

// Widths of columns, in characters.
const (
	narrowest = 8
	widest    = 60
	besides   = 3 // beside the text: the arrow of the filter in the head
	aboutWide = 34
)

// writeTable writes a table on a sheet of its own, with its head in the first row.
func (b *book) writeTable(title string, t table.Table) error {
	name, w, err := b.newSheet(title)
	if err != nil {
		return err
	}
	if err := setWidths(w, t); err != nil {
		return err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	s := sheet{book: b, w: w, decimals: decimals(t)}
	if len(t.Columns) > 0 {
		if err := s.head(name, t); err != nil {
			return err
		}
	}
	if len(t.Rows) == 0 && t.Empty != "" {
		s.text(t.Empty, b.styles.plain)
	}
	for _, row := range t.Rows {
		s.values(row, b.styles.body)
		if s.err != nil {
			return s.err
		}
		if err := b.step(); err != nil {
			return err
		}
	}
	if t.Total != nil {
		s.values(t.Total, b.styles.total)
	}
	if len(t.Notes) > 0 {
		s.next++
	}
	for _, note := range t.Notes {
		s.text(note, b.styles.note)
	}
	if s.err != nil {
		return s.err
	}
	return w.Flush()
}

// sheet is a sheet being written from top to bottom. It keeps the first error.
type sheet struct {
	*book
	w        *excelize.StreamWriter
	next     int    // rows above the next one
	decimals []bool // of the columns that have some
	cells    []any  // of a row, used again
	err      error
}

// head writes the head of a table, which is repeated on every printed page, with filters over the rows below it.
func (s *sheet) head(name string, t table.Table) error {
	cells := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		style := s.styles.head
		if c.Number {
			style = s.styles.numberHead
		}
		cells[i] = excelize.Cell{StyleID: style, Value: c.Head}
	}
	s.row(cells)
	if s.err != nil {
		return s.err
	}
	last, err := excelize.CoordinatesToCellName(len(t.Columns), max(len(t.Rows), 1)+1)
	if err != nil {
		return err
	}
	if err := s.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	return s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name})
}

func (s *sheet) text(text string, style int) {
	s.row([]any{excelize.Cell{StyleID: style, Value: text}})
}

// values writes a row of a table. An unknown value is an empty cell.
func (s *sheet) values(row []table.Value, st valueStyles) {
	s.cells = s.cells[:0]
	for i, v := range row {
		s.cells = append(s.cells, st.cell(v, i < len(s.decimals) && s.decimals[i]))
	}
	s.row(s.cells)
}

func (s *sheet) row(cells []any) {
	s.next++
	if s.err != nil {
		return
	}
	at, err := excelize.CoordinatesToCellName(1, s.next)
	if err == nil {
		err = s.w.SetRow(at, cells)
	}
	s.err = err
}

// decimals tells of each column whether a number in it has some: then all have, so that they stand in line.
func decimals(t table.Table) []bool {
	out := make([]bool, len(t.Columns))
	look := func(row []table.Value) {
		for i, v := range row {
			if n, ok := v.Number(); ok && n%100 != 0 && i < len(out) {
				out[i] = true
			}
		}
	}
	for _, row := range t.Rows {
		look(row)
	}
	look(t.Total)
	return out
}

// setWidths makes the columns as wide as what stands in them, within reason.
func setWidths(w *excelize.StreamWriter, t table.Table) error {
	widths := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = longestLine(c.Head)
	}
	look := func(row []table.Value) {
		for i, v := range row {
			if i < len(widths) && len(v.Text) > widths[i] {
				widths[i] = max(widths[i], longestLine(v.Text))
			}
		}
	}
	for _, row := range t.Rows {
		look(row)
	}
	look(t.Total)
	for i, n := range widths {
		if err := w.SetColWidth(i+1, i+1, float64(min(max(n+besides, narrowest), widest))); err != nil {
			return err
		}
	}
	return nil
}

func longestLine(s string) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n = max(n, utf8.RuneCountInString(line))
	}
	return n
}

// hasAbout reports whether there is anything to say of the report beside its one table.
func (b *book) hasAbout() bool {
	r := b.report
	if len(r.Facts)+len(r.Notes) > 0 {
		return true
	}
	for _, s := range r.Sections {
		if len(s.Text)+len(s.Facts) > 0 {
			return true
		}
	}
	return false
}

// writeAbout writes the sheet that tells what the report is about, with all of it that is in no table.
func (b *book) writeAbout(title string) error {
	_, w, err := b.newSheet(title)
	if err != nil {
		return err
	}
	if err := w.SetColWidth(1, 1, aboutWide); err != nil {
		return err
	}
	if err := w.SetColWidth(2, 2, widest); err != nil {
		return err
	}
	s := sheet{book: b, w: w}
	s.text(b.report.Title, b.styles.title)
	s.facts(b.report.Facts)
	for _, section := range b.report.Sections {
		if len(section.Text)+len(section.Facts) == 0 {
			continue
		}
		s.next++
		if section.Title != "" {
			s.text(section.Title, b.styles.bold)
		}
		s.facts(section.Facts)
		for _, text := range section.Text {
			s.text(text, b.styles.plain)
		}
	}
	if len(b.report.Notes) > 0 {
		s.next++
	}
	for _, note := range b.report.Notes {
		s.text(note, b.styles.plain)
	}
	if s.err != nil {
		return s.err
	}
	return w.Flush()
}

func (s *sheet) facts(facts []table.Fact) {
	for _, f := range facts {
		s.row([]any{
			excelize.Cell{StyleID: s.styles.label, Value: f.Label},
			excelize.Cell{StyleID: s.styles.body.text, Value: f.Value},
		})
	}
}
