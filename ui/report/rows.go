package report

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
)

// text is a column of texts, as wide as weight times a column of numbers.
func (m *maker) text(code string, weight float64) table.Column {
	return table.Column{Code: code, Head: m.in.T("report.column." + code), Weight: weight}
}

// number is a column of numbers.
func (m *maker) number(code string) table.Column {
	return table.Column{Code: code, Head: m.in.T("report.column." + code), Number: true}
}

// numbers are columns of numbers.
func (m *maker) numbers(codes ...string) []table.Column {
	out := make([]table.Column, len(codes))
	for i, code := range codes {
		out[i] = m.number(code)
	}
	return out
}

// yearColumns are the columns of this period, the one before, and the change.
func (m *maker) yearColumns() []table.Column {
	return []table.Column{
		{Code: "now", Head: m.period(m.q.Period), Number: true},
		{Code: "before", Head: m.period(m.last), Number: true},
		m.number("change"),
	}
}

// newTable is a table without rows. Its code is that of its title.
func (m *maker) newTable(code string, columns ...table.Column) table.Table {
	return m.titled(code, m.in.T("report.table."+code), columns)
}

func (m *maker) titled(code, title string, columns []table.Column) table.Table {
	return table.Table{Code: code, Title: title, Columns: columns, Empty: m.in.T("report.nothing")}
}

func (m *maker) words(s string) table.Value             { return table.Words(s) }
func (m *maker) n(n int) table.Value                    { return table.Number(m.in, n) }
func (m *maker) count(c model.Count) table.Value        { return table.Count(m.in, c) }
func (m *maker) amount(a model.Amount) table.Value      { return table.Amount(m.in, a) }
func (m *maker) date(d model.Date) table.Value          { return table.Day(m.in, d) }
func (m *maker) row(cells ...table.Value) []table.Value { return cells }

// hidden is what stands in place of a number that is not told.
func (m *maker) hidden() table.Value {
	m.note("report.note.hidden")
	return table.Words("*")
}

// figure is a count that may be hidden.
type figure struct {
	count  model.Count
	hidden bool
}

func known(n int) figure { return figure{count: model.CountOf(n)} }

// some is a number of what there is among records; not known when there are none: nobody has entered anything.
func some[T any](records []T, n int) figure {
	if len(records) == 0 {
		return figure{}
	}
	return known(n)
}

// since is a number of what happened in a period; not known when the register has nothing so early: it was begun later.
func since(first model.Date, p model.Period, n int) figure {
	if first.IsZero() || first.After(p.Until) {
		return figure{}
	}
	return known(n)
}

// earliest is the first of the days, zero when there are none.
func earliest[T any](all []T, day func(*T) model.Date) model.Date {
	var first model.Date
	for i := range all {
		if d := day(&all[i]); !d.IsZero() && (first.IsZero() || d.Before(first)) {
			first = d
		}
	}
	return first
}

// cell is how the figure stands in a table.
func (m *maker) cell(f figure) table.Value {
	if f.hidden {
		return m.hidden()
	}
	return m.count(f.count)
}

// change is the difference of two figures with its sign, empty when either is not known.
func (m *maker) change(now, before figure) table.Value {
	if now.hidden || before.hidden {
		return m.hidden()
	}
	if !now.count.Known || !before.count.Known {
		return table.Value{}
	}
	return m.signed(int64(now.count.N-before.count.N) * 100)
}

// signed is a number in hundredths with its sign; the minus is as wide as the plus.
func (m *maker) signed(hundredths int64) table.Value {
	v := table.Hundredths(m.in, hundredths)
	if hundredths > 0 {
		v.Text = "+" + v.Text
	}
	v.Text = strings.Replace(v.Text, "-", "−", 1)
	return v
}

func (f figure) plus(o figure) figure {
	return figure{plus(f.count, o.count), f.hidden || o.hidden}
}

// compared is a line of a table of this year and the last.
type compared struct {
	label       string
	now, before figure
}

func (m *maker) comparedRow(r compared) []table.Value {
	return m.row(m.words(r.label), m.cell(r.now), m.cell(r.before), m.change(r.now, r.before))
}

// compare is a table of this year and the last; with a total when its rows can be added up.
func (m *maker) compare(code, what string, rows []compared, total bool) table.Table {
	t := m.newTable(code, append([]table.Column{m.text(what, 3)}, m.yearColumns()...)...)
	sum := compared{label: m.in.T("report.total")}
	for _, r := range rows {
		t.Rows = append(t.Rows, m.comparedRow(r))
		sum.now, sum.before = sum.now.plus(r.now), sum.before.plus(r.before)
	}
	if total && len(rows) > 0 {
		t.Total = m.comparedRow(sum)
	}
	return t
}

func plus(a, b model.Count) model.Count {
	if !a.Known {
		return b
	}
	if !b.Known {
		return a
	}
	return model.CountOf(a.N + b.N)
}

// totalled gives the table a total of its columns of numbers; of a column in which nothing is known there is none.
func (m *maker) totalled(t table.Table) table.Table {
	if len(t.Rows) == 0 {
		return t
	}
	t.Total = make([]table.Value, len(t.Columns))
	for i, c := range t.Columns {
		var sum int64
		known := false
		for _, r := range t.Rows {
			if n, ok := r[i].Number(); ok && c.Number {
				sum, known = sum+n, true
			}
		}
		switch {
		case known && c.Code == "change":
			t.Total[i] = m.signed(sum)
		case known:
			t.Total[i] = table.Hundredths(m.in, sum)
		}
	}
	t.Total[0] = m.words(m.in.T("report.total"))
	return t
}

// section is a section with a title.
func (m *maker) section(code string) table.Section {
	return table.Section{Title: m.in.T("report.section." + code)}
}

// orNothing lets a section of which nothing is known say so in one sentence.
func (m *maker) orNothing(s table.Section, known bool) table.Section {
	if known {
		return s
	}
	return table.Section{Title: s.Title, Text: []string{m.in.T("report.nothing")}}
}
