package model

import (
	"cmp"
	"maps"
	"slices"
)

// MinimumCell is the smallest number of visitors of a closed group that is told. A smaller one, but for zero, would tell of
// single families.
const MinimumCell = 5

// Measure is what of visitors is hidden together. Visits, adults and children go together: each is known from the two others.
type Measure string

// The measures; OwnMeasure makes those of the centre's own categories.
const (
	MeasureVisits Measure = "visits"
	MeasureNew    Measure = "new"
	MeasureMen    Measure = "men"
)

const ownMeasure = "own:"

// OwnMeasure is the measure of a category of the centre's own.
func OwnMeasure(category ID) Measure { return ownMeasure + Measure(category) }

// of takes the numbers of a measure out of a total.
func (m Measure) of(t *CountTotal) []Count {
	switch m {
	case MeasureVisits:
		return []Count{t.Adults, t.Children}
	case MeasureNew:
		return []Count{t.New}
	case MeasureMen:
		return []Count{t.Men}
	default:
		return []Count{t.Own[ID(m[len(ownMeasure):])]}
	}
}

type hiddenCell struct {
	dimension Dimension // empty = the total
	key       string
	measure   Measure
}

// Hides reports whether a cell is not to be told. Hidden are 1–4 visitors of a closed group, and what they could be found
// from by subtraction: a second cell, of at least MinimumCell, which with the first makes a sum that tells neither. The
// second is sought at the same place, then in the same municipality, so that a report of the municipality alone hides the
// same; where the two lie in different rows of another dimension, both rows are hidden there too. Without a second cell
// the total is hidden. A month or weekday, which no table crosses with groups, is hidden when it has closed groups only.
func (t Tally) Hides(d Dimension, key string, m Measure) bool { return t.hidden[hiddenCell{d, key, m}] }

// HidesTotal reports whether the total of a measure is not to be told.
func (t Tally) HidesTotal(m Measure) bool { return t.hidden[hiddenCell{measure: m}] }

// HidesAny reports whether anything is hidden.
func (t Tally) HidesAny() bool { return len(t.hidden) > 0 }

type partKey struct{ group, place ID }

// tallyPart is what a group did at a place: it lies in one row of every dimension but month and weekday.
type tallyPart struct {
	key                    partKey
	closed                 bool
	language, municipality string
	weekdays               uint8 // bits of those on which visitors were counted
	total                  CountTotal
}

// rows lists the rows in which the part lies, month apart.
func (x *tallyPart) rows(d Dimension) []string {
	switch d {
	case ByGroup:
		return []string{string(x.key.group)}
	case ByPlace:
		return []string{string(x.key.place)}
	case ByMunicipality:
		return []string{x.municipality}
	case ByLanguage:
		return []string{x.language}
	default:
		var out []string
		for n := range 7 {
			if x.weekdays&(1<<n) != 0 {
				out = append(out, string(rune('0'+n)))
			}
		}
		return out
	}
}

func (b *tallyBuilder) hide() {
	measures := []Measure{MeasureVisits, MeasureNew, MeasureMen}
	for id := range b.Total.Own {
		measures = append(measures, OwnMeasure(id))
	}
	parts := slices.SortedFunc(maps.Values(b.parts), func(x, y *tallyPart) int {
		return cmp.Or(cmp.Compare(x.key.group, y.key.group), cmp.Compare(x.key.place, y.key.place))
	})
	for _, m := range measures {
		for _, x := range parts {
			if x.closed && few(m, &x.total) {
				b.hidePart(m, x, second(m, x, parts))
			}
		}
		b.hideTimes(ByMonth, b.months, m)
		b.hideTimes(ByWeekday, b.weekdays, m)
	}
}

// few reports whether the measure has a number that is not told.
func few(m Measure, t *CountTotal) bool {
	return slices.ContainsFunc(m.of(t), func(c Count) bool { return c.N > 0 && c.N < MinimumCell })
}

// covers reports whether the other has enough of everything of which there is too little to be told.
func covers(m Measure, t, other *CountTotal) bool {
	enough := m.of(other)
	for i, c := range m.of(t) {
		if c.N > 0 && c.N < MinimumCell && enough[i].N < MinimumCell {
			return false
		}
	}
	return true
}

// second finds the part that is hidden with one, nil when there is none.
func second(m Measure, x *tallyPart, parts []*tallyPart) *tallyPart {
	var best *tallyPart
	far := func(o *tallyPart) int { // how many rows have to be hidden for it, the municipality before all
		n := 0
		for i, differs := range [...]bool{
			o.key.group != x.key.group, o.weekdays != x.weekdays, o.language != x.language, o.key.place != x.key.place,
			o.municipality != x.municipality,
		} {
			if differs {
				n += 1 << i
			}
		}
		return n
	}
	for _, o := range parts {
		if o == x || !covers(m, &x.total, &o.total) {
			continue
		}
		if best == nil || far(o) < far(best) || (far(o) == far(best) && sum(m, &o.total) < sum(m, &best.total)) {
			best = o
		}
	}
	return best
}

func sum(m Measure, t *CountTotal) int {
	n := 0
	for _, c := range m.of(t) {
		n += c.N
	}
	return n
}

// hidePart hides the rows of a part and of its second wherever they are not the same row.
func (b *tallyBuilder) hidePart(m Measure, x, other *tallyPart) {
	if other == nil {
		b.hidden[hiddenCell{measure: m}] = true
	}
	for _, d := range []Dimension{ByGroup, ByPlace, ByMunicipality, ByLanguage, ByWeekday} {
		rows := x.rows(d)
		if other != nil {
			rows = append(rows, other.rows(d)...)
			slices.Sort(rows)
			if len(slices.Compact(rows)) == 1 {
				continue
			}
		}
		for _, key := range rows {
			b.hidden[hiddenCell{d, key, m}] = true
		}
	}
}

// hideTimes hides months or weekdays that have closed groups only, each with the smallest row that covers it.
func (b *tallyBuilder) hideTimes(d Dimension, times map[int]*timeTally, m Measure) {
	all := slices.SortedFunc(maps.Values(times), func(x, y *timeTally) int {
		return cmp.Or(cmp.Compare(sum(m, x.row), sum(m, y.row)), cmp.Compare(x.key, y.key))
	})
	for _, t := range all {
		if b.hidden[hiddenCell{d, t.key, m}] || !few(m, t.closed) || !slices.Equal(m.of(t.row), m.of(t.closed)) {
			continue
		}
		b.hidden[hiddenCell{d, t.key, m}] = true
		i := slices.IndexFunc(all, func(o *timeTally) bool { return o != t && covers(m, t.row, o.row) })
		if i < 0 {
			b.hidden[hiddenCell{measure: m}] = true
			continue
		}
		b.hidden[hiddenCell{d, all[i].key, m}] = true
	}
}
