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
// second is sought at the same place, then in the same municipality; where the two lie in different rows of another
// dimension but the month, both rows are hidden there too. Without a second cell the total is hidden, and every row in
// which the first lies. A month or weekday that has closed groups only is hidden with the smallest that covers it. Last,
// rows are hidden from which such a number of a closed group, or of a month, weekday or place of one, could still be added
// up: see leaks.
//
// Every municipality is seen to by itself, and what is hidden of one is hidden of the region: so the reports of the region
// and of its municipalities, laid side by side, tell no more than each alone.
func (t Tally) Hides(d Dimension, key string, m Measure) bool { return t.hidden[hiddenCell{d, key, m}] }

// HidesTotal reports whether the total of a measure is not to be told.
func (t Tally) HidesTotal(m Measure) bool { return t.hidden[hiddenCell{measure: m}] }

// HidesAny reports whether anything is hidden.
func (t Tally) HidesAny() bool { return len(t.hidden) > 0 }

func (b *tallyBuilder) hide() {
	measures := []Measure{MeasureVisits, MeasureNew, MeasureMen}
	for id := range b.Total.Own {
		measures = append(measures, OwnMeasure(id))
	}
	for _, t := range b.towns() {
		for _, m := range measures {
			for i, hidden := range t.hide(m) {
				if hidden {
					b.hidden[hiddenCell{t.rows[i].dimension, t.rows[i].key, m}] = true
				}
				if hidden && t.rows[i].dimension == ByMunicipality {
					b.hidden[hiddenCell{measure: m}] = true
				}
			}
		}
	}
}

// few reports whether the measure has a number that is not told.
func few(m Measure, t *CountTotal) bool {
	return slices.ContainsFunc(m.of(t), func(c Count) bool { return tooFew(c.N) })
}

func tooFew(n int) bool { return n > 0 && n < MinimumCell }

// covers reports whether the other has enough of everything of which there is too little to be told.
func covers(m Measure, t, other *CountTotal) bool {
	enough := m.of(other)
	for i, c := range m.of(t) {
		if tooFew(c.N) && enough[i].N < MinimumCell {
			return false
		}
	}
	return true
}

func sum(m Measure, t *CountTotal) int {
	n := 0
	for _, c := range m.of(t) {
		n += c.N
	}
	return n
}

// townHiding is the hiding of one measure in one municipality.
type townHiding struct {
	*tallyTown
	measure Measure
	hidden  []bool // by the rows of the town
}

// hide tells which rows of the municipality are not told of the measure.
func (t *tallyTown) hide(m Measure) []bool {
	h := townHiding{t, m, make([]bool, len(t.rows))}
	if !slices.ContainsFunc(t.parts, func(x *tallyPart) bool { return x.closed && sum(m, &x.total) > 0 }) {
		return h.hidden
	}
	for _, x := range t.parts {
		if x.closed && few(m, &x.total) {
			h.hidePart(x, h.second(x))
		}
	}
	h.hideTimes(ByMonth)
	h.hideTimes(ByWeekday)
	h.hideLeaks()
	return h.hidden
}

// second finds the part that is hidden with one, nil when there is none in the municipality.
func (h *townHiding) second(x *tallyPart) *tallyPart {
	var best *tallyPart
	far := func(o *tallyPart) int { // how many rows have to be hidden for it
		n := 0
		for i, differs := range [...]bool{
			o.key.group != x.key.group, o.weekdays != x.weekdays, o.language != x.language, o.key.place != x.key.place,
		} {
			if differs {
				n += 1 << i
			}
		}
		return n
	}
	for _, o := range h.parts {
		if o == x || !covers(h.measure, &x.total, &o.total) {
			continue
		}
		if best == nil || far(o) < far(best) || (far(o) == far(best) && sum(h.measure, &o.total) < sum(h.measure, &best.total)) {
			best = o
		}
	}
	return best
}

// hidePart hides the rows of a part and of its second wherever they are not the same row; without a second every row of the
// part.
func (h *townHiding) hidePart(x, other *tallyPart) {
	for i, d := range hidingOrder {
		if other != nil && d == ByMonth {
			continue
		}
		rows := x.rows(i)
		if other != nil {
			rows = append(rows, other.rows(i)...)
			slices.Sort(rows)
			if rows = slices.Compact(rows); len(rows) == 1 {
				continue
			}
		}
		for _, r := range rows {
			h.hidden[r] = true
		}
	}
}

// hideTimes hides months or weekdays that have closed groups only, each with the smallest row that covers it.
func (h *townHiding) hideTimes(d Dimension) {
	m := h.measure
	all := h.rowsOf(d)
	slices.SortFunc(all, func(x, y int) int {
		return cmp.Or(cmp.Compare(sum(m, &h.rows[x].all), sum(m, &h.rows[y].all)), cmp.Compare(h.rows[x].key, h.rows[y].key))
	})
	for _, r := range all {
		t := h.rows[r]
		if !few(m, &t.closed) || !slices.Equal(m.of(&t.all), m.of(&t.closed)) {
			continue
		}
		h.hidden[r] = true
		if i := slices.IndexFunc(all, func(o int) bool { return o != r && covers(m, &t.all, &h.rows[o].all) }); i >= 0 {
			h.hidden[all[i]] = true
		} else {
			h.hideAll(ByMunicipality)
		}
	}
}

// hideAll hides every row of some dimensions.
func (h *townHiding) hideAll(dimensions ...Dimension) {
	for i, r := range h.rows {
		h.hidden[i] = h.hidden[i] || slices.Contains(dimensions, r.dimension)
	}
}

// towns are the parts of the tally by municipality, in byte order of their keys.
func (b *tallyBuilder) towns() []*tallyTown {
	parts := slices.SortedFunc(maps.Values(b.parts), func(x, y *tallyPart) int {
		return cmp.Or(cmp.Compare(x.municipality, y.municipality), cmp.Compare(x.key.group, y.key.group), cmp.Compare(x.key.place, y.key.place))
	})
	var out []*tallyTown
	for len(parts) > 0 {
		n := slices.IndexFunc(parts, func(x *tallyPart) bool { return x.municipality != parts[0].municipality })
		if n < 0 {
			n = len(parts)
		}
		out = append(out, newTallyTown(parts[:n]))
		parts = parts[n:]
	}
	return out
}
