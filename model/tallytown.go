package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

type partKey struct{ group, place ID }

// cellTime is a weekday in a month.
type cellTime struct{ month, weekday int }

// monthNumber counts months from the year 0.
func monthNumber(d Date) int { return d.Year()*12 + int(d.Month()) - 1 }

func (c cellTime) monthKey() string   { return fmt.Sprintf("%04d-%02d", c.month/12, c.month%12+1) }
func (c cellTime) weekdayKey() string { return string(rune('0' + c.weekday)) }

// tallyCell is what a group did at a place on a weekday of a month: it lies in one row of every dimension.
type tallyCell struct {
	total CountTotal
	rows  [len(hidingOrder)]int // in the rows of the town, by hidingOrder
}

// counted reports whether anything of visitors was counted.
func (c *tallyCell) counted() bool {
	t := &c.total
	return t.Adults.Known || t.Children.Known || t.New.Known || t.Men.Known || len(t.Own) > 0
}

// tallyPart is what a group did at a place: it lies in one row of every dimension but month and weekday.
type tallyPart struct {
	key                    partKey
	closed                 bool
	language, municipality string
	cells                  map[cellTime]*tallyCell
	sorted                 []*tallyCell // of which something was counted, by month and weekday
	weekdays               uint8        // bits of those on which something was counted
	total                  CountTotal
}

func (x *tallyPart) at(t cellTime) *tallyCell {
	c := x.cells[t]
	if c == nil {
		c = &tallyCell{}
		x.cells[t] = c
	}
	return c
}

// rows lists the rows of a dimension, by its place in hidingOrder, in which the part lies.
func (x *tallyPart) rows(dimension int) []int {
	var out []int
	for _, c := range x.sorted {
		if r := c.rows[dimension]; !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// hidingOrder is the order in which rows are hidden, those first that are missed least. The row of the municipality is its
// total.
var hidingOrder = [...]Dimension{ByMonth, ByWeekday, ByLanguage, ByPlace, ByGroup, ByMunicipality}

// orderGroup is where groups stand in hidingOrder.
const orderGroup = 4

// tallyTown is the sessions of a municipality, with the rows that a report of it has.
type tallyTown struct {
	parts []*tallyPart // sorted by group and place
	rows  []*townRow
}

// townRow is a row of a dimension, and what of it are closed groups.
type townRow struct {
	dimension   Dimension
	key         string
	all, closed CountTotal
}

func newTallyTown(parts []*tallyPart) *tallyTown {
	t := &tallyTown{parts: parts}
	known := [len(hidingOrder)]map[string]int{}
	for i := range known {
		known[i] = map[string]int{}
	}
	for _, x := range parts {
		for _, at := range slices.SortedFunc(maps.Keys(x.cells), func(a, b cellTime) int {
			return cmp.Or(cmp.Compare(a.month, b.month), cmp.Compare(a.weekday, b.weekday))
		}) {
			c := x.cells[at]
			if !c.counted() {
				continue
			}
			x.sorted = append(x.sorted, c)
			x.weekdays |= 1 << at.weekday
			x.total.plus(&c.total)
			for i, key := range [...]string{at.monthKey(), at.weekdayKey(), x.language, string(x.key.place), string(x.key.group), x.municipality} {
				r, found := known[i][key]
				if !found {
					r = len(t.rows)
					known[i][key], t.rows = r, append(t.rows, &townRow{dimension: hidingOrder[i], key: key})
				}
				c.rows[i] = r
				t.rows[r].all.plus(&c.total)
				if x.closed {
					t.rows[r].closed.plus(&c.total)
				}
			}
		}
	}
	return t
}

// rowsOf lists the rows of a dimension.
func (t *tallyTown) rowsOf(d Dimension) []int {
	var out []int
	for i, r := range t.rows {
		if r.dimension == d {
			out = append(out, i)
		}
	}
	return out
}

// plus adds another total.
func (t *CountTotal) plus(o *CountTotal) {
	t.Held, t.NotEntered, t.Cancelled, t.Ahead = t.Held+o.Held, t.NotEntered+o.NotEntered, t.Cancelled+o.Cancelled, t.Ahead+o.Ahead
	t.Adults, t.Children, t.New, t.Men = plus(t.Adults, o.Adults), plus(t.Children, o.Children), plus(t.New, o.New), plus(t.Men, o.Men)
	for id, n := range o.Own {
		if t.Own == nil {
			t.Own = map[ID]Count{}
		}
		t.Own[id] = plus(t.Own[id], n)
	}
}
