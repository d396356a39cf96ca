// Package table is what a report or a list says, before it is on a screen, on paper or in a spreadsheet: titles, tables of
// typed values with their totals, and charts, in the words of one language. All of them show the same rows.
//
// What does not live here: what a report says (ui/report), and how it is drawn or written (ui/reports, ui/paper,
// ui/spreadsheet). It works without a display.
package table

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// Report is one report or list.
type Report struct {
	Code      string // stable: "annual", "visits", "leaders"
	Title     string // with its period: "Toimintakertomus 2026"
	FileName  string // under which it is saved, without an ending
	Language  model.Language
	AsOf      model.Date // the day on which everything in it stands so
	Facts     []Fact     // period, day, filter: what the figures are of
	Sections  []Section
	Notes     []string // what must be known to read it right, at its end
	Landscape bool
	Personal  bool // it names volunteers or contact persons: not for a notice board
}

// Fact is a label and its value.
type Fact struct{ Label, Value string }

// Section is a part of a report.
type Section struct {
	Title  string // empty in a report that has one
	Text   []string
	Facts  []Fact
	Tables []Table
	Charts []Chart
}

// Table is rows of values under columns.
type Table struct {
	Code    string // stable, unique in its report: the name of its sheet and of its part of JSON
	Title   string
	Columns []Column
	Rows    [][]Value // each as long as Columns
	Total   []Value   // as long as Columns; nil when there is none
	Empty   string    // what is said in place of a table without rows
	Notes   []string  // what is missing from it
}

// Column is a column of a table.
type Column struct {
	Code   string // stable: the key in JSON
	Head   string
	Number bool    // its values are numbers, set at the right
	Weight float64 // share of the width on paper; 0 counts as 1
}

// Chart is a picture of a table's figures. What it shows can be read in the table too.
type Chart struct {
	Title      string
	Kind       ChartKind
	Categories []string
	Series     []Series // this year and the last
	Summary    string   // in words, for one who does not see it
}

// ChartKind is how a chart is drawn.
type ChartKind string

// The kinds of charts.
const (
	Bars  ChartKind = "bars"
	Lines ChartKind = "lines"
)

// Series is one row of a chart, a value for each category; an unknown one is a gap, not zero.
type Series struct {
	Name   string
	Values []model.Count
}

// Value is what stands in a cell: how a person reads it, and what it is. The zero Value is an empty cell: not known.
type Value struct {
	Text string
	kind kind
	n    int64 // hundredths of a number
	day  model.Date
}

type kind int

const (
	kindText kind = iota
	kindNumber
	kindDay
)

// Words is a text.
func Words(s string) Value { return Value{Text: s} }

// Number is a whole number.
func Number(in words.In, n int) Value { return Hundredths(in, int64(n)*100) }

// Hundredths is a number of at most two decimals, from its hundredths.
func Hundredths(in words.In, n int64) Value {
	return Value{Text: in.Number(n), kind: kindNumber, n: n}
}

// Count is a count; one that nobody entered is an empty cell.
func Count(in words.In, c model.Count) Value {
	if !c.Known {
		return Value{}
	}
	return Number(in, c.N)
}

// Amount is an amount; one that is not known is an empty cell.
func Amount(in words.In, a model.Amount) Value {
	if !a.Known {
		return Value{}
	}
	return Hundredths(in, a.Hundredths)
}

// Day is a date; the zero Date is an empty cell.
func Day(in words.In, d model.Date) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{Text: in.Date(d), kind: kindDay, day: d}
}

// Number reports the number in hundredths, and false when the value is none.
func (v Value) Number() (hundredths int64, ok bool) { return v.n, v.kind == kindNumber }

// Day reports the date, and false when the value is none.
func (v Value) Day() (model.Date, bool) { return v.day, v.kind == kindDay }
