// Package lists says of the records that a register shows what a coordinator wants to have on paper or in a spreadsheet:
// one function for each kind of record, which makes a table of them in the order in which they are given.
//
// What does not live here: which records these are and in which order (the screens), reports that add up (ui/report), and
// files (ui/paper, ui/spreadsheet). It works without a display.
package lists

import (
	"fmt"
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// About is what a list says of itself: its language, the day on which everything in it stands so, and in words what it was
// narrowed to, empty when to nothing.
type About struct {
	In     words.In
	Day    model.Date
	Filter string
}

// column is a column of a list of R. Its head is the translation "lists.column.<code>", unless it has one of its own.
type column[R any] struct {
	code   string
	head   string
	weight float64
	number bool
	value  func(R) table.Value
}

// text is a column of words.
func text[R any](code string, weight float64, of func(R) string) column[R] {
	return column[R]{code: code, weight: weight, value: func(r R) table.Value { return table.Words(of(r)) }}
}

// day is a column of dates.
func day[R any](a About, code string, of func(R) model.Date) column[R] {
	return column[R]{code: code, weight: 20, value: func(r R) table.Value { return table.Day(a.In, of(r)) }}
}

// number is a column of numbers that are known.
func number[R any](a About, code string, of func(R) int) column[R] {
	return count(a, code, func(r R) model.Count { return model.CountOf(of(r)) })
}

// count is a column of numbers that may not be known.
func count[R any](a About, code string, of func(R) model.Count) column[R] {
	return column[R]{code: code, weight: 15, number: true, value: func(r R) table.Value { return table.Count(a.In, of(r)) }}
}

// list makes the table of rows; name is its stable code, of which "lists.<name>" is the title.
func list[R any](a About, name string, columns []column[R], rows []R) table.Report {
	t := table.Table{Code: name, Empty: a.In.T("lists.empty"), Rows: make([][]table.Value, len(rows))}
	for _, c := range columns {
		head := c.head
		if head == "" {
			head = a.In.T("lists.column." + c.code)
		}
		t.Columns = append(t.Columns, table.Column{Code: c.code, Head: head, Number: c.number, Weight: c.weight})
	}
	for i, r := range rows {
		line := make([]table.Value, len(columns))
		for n, c := range columns {
			line[n] = c.value(r)
		}
		t.Rows[i] = line
	}
	title := a.In.T("lists." + name)
	r := table.Report{
		Code: name, Title: title, FileName: fmt.Sprintf("%s %s", title, a.Day), Language: model.Language(a.In), AsOf: a.Day,
		Facts:    []table.Fact{{Label: a.In.T("lists.day"), Value: a.In.Date(a.Day)}},
		Sections: []table.Section{{Tables: []table.Table{t}}}, Landscape: true,
	}
	if a.Filter != "" {
		r.Facts = append(r.Facts, table.Fact{Label: a.In.T("lists.filter"), Value: a.Filter})
	}
	r.Facts = append(r.Facts, table.Fact{Label: a.In.T("lists.rows"), Value: a.In.Number(int64(len(rows)) * 100)})
	return r
}

// among adds a fact to those of a list, before the number of its rows: the week, the season.
func among(r table.Report, label, value string) table.Report {
	last := len(r.Facts) - 1
	r.Facts = append(r.Facts[:last:last], table.Fact{Label: label, Value: value}, r.Facts[last])
	return r
}

// word is the word of a code, capitalised as at the head of a cell.
func word[C ~string](a About, set string, code C) string {
	return words.Capital(words.Code(a.In, set, code))
}

// each says the word of each code, with commas.
func each[C ~string](a About, set string, codes []C) string {
	said := make([]string, len(codes))
	for i, c := range codes {
		said[i] = words.Code(a.In, set, c)
	}
	return words.Capital(strings.Join(said, ", "))
}

// address is on one line: Rantatie 1, 41340 Laukaa.
func address(x model.Address) string {
	place := strings.TrimSpace(x.PostalCode + " " + x.Town)
	if x.Street == "" || place == "" {
		return x.Street + place
	}
	return x.Street + ", " + place
}
