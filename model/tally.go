package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Dimension is what sessions are tallied by.
type Dimension string

// The dimensions. The key of a row is the ID of a group or place, MunicipalityKey, the languages of the group joined by
// "+", the month as 2026-11, or the number of the weekday, Sunday being 0; it is empty where that is not known.
const (
	ByGroup        Dimension = "group"
	ByPlace        Dimension = "place"
	ByMunicipality Dimension = "municipality"
	ByLanguage     Dimension = "language"
	ByWeekday      Dimension = "weekday"
	ByMonth        Dimension = "month"
)

// Dimensions lists them.
func Dimensions() []Dimension {
	return []Dimension{ByPlace, ByGroup, ByMonth, ByWeekday, ByLanguage, ByMunicipality}
}

// MunicipalityKey is the same for what Municipality.Same says is the same, where both have a code or neither has.
func MunicipalityKey(m Municipality) string { return cmp.Or(m.Code, Fold(m.Name)) }

// Planned is how many sessions there were to be: held, cancelled, not entered and still ahead together.
func (t CountTotal) Planned() int { return t.Held + t.NotEntered + t.Cancelled + t.Ahead }

// TallyFacts is what the sessions of a tally refer to.
type TallyFacts struct {
	Groups GroupDirectory
	Places PlaceDirectory
	Heirs  map[ID]ID // groups that are told of in the row of another, by ID; no heir has one itself
}

// Tally is the sessions of a period and their visitors, added up by every dimension. In each dimension the rows together
// make the total. Cells that would tell of a few families of a closed group are hidden, see Hides.
type Tally struct {
	Total  CountTotal
	rows   map[Dimension]map[string]*CountTotal
	hidden map[hiddenCell]bool
}

// NewTally adds up the sessions as they stand on the day, in one pass over them.
func NewTally(sessions []Session, f TallyFacts, day Date) Tally {
	b := tallyBuilder{
		Tally:  Tally{rows: map[Dimension]map[string]*CountTotal{}, hidden: map[hiddenCell]bool{}},
		facts:  f,
		groups: map[ID]*groupTally{}, places: map[ID]*placeTally{}, months: map[int]*CountTotal{}, weekdays: map[int]*CountTotal{},
		parts: map[partKey]*tallyPart{},
	}
	for _, d := range Dimensions() {
		b.rows[d] = map[string]*CountTotal{}
	}
	for i := range sessions {
		b.add(&sessions[i], day)
	}
	b.hide()
	for _, from := range slices.Sorted(maps.Keys(f.Heirs)) {
		b.inherit(string(from), string(f.Heirs[from]))
	}
	return b.Tally
}

// inherit tells of a group in the row of its heir. That comes after the hiding: what is hidden of the group is so of its
// heir, and a report in which the two stand apart tells no more.
func (b *tallyBuilder) inherit(from, heir string) {
	r := b.rows[ByGroup][from]
	if r == nil {
		return
	}
	b.row(ByGroup, heir).plus(r)
	delete(b.rows[ByGroup], from)
	for c := range maps.Clone(b.hidden) {
		if c.dimension == ByGroup && c.key == from {
			delete(b.hidden, c)
			b.hidden[hiddenCell{ByGroup, heir, c.measure}] = true
		}
	}
}

// Keys lists the keys of a dimension in byte order.
func (t Tally) Keys(d Dimension) []string { return slices.Sorted(maps.Keys(t.rows[d])) }

// Row is the row of a key; a row without sessions is empty.
func (t Tally) Row(d Dimension, key string) CountTotal {
	if r := t.rows[d][key]; r != nil {
		return *r
	}
	return CountTotal{}
}

// tallyBuilder is a tally while it is added up, with every group and place looked up once.
type tallyBuilder struct {
	Tally
	facts    TallyFacts
	groups   map[ID]*groupTally
	places   map[ID]*placeTally
	months   map[int]*CountTotal // by monthNumber
	weekdays map[int]*CountTotal
	parts    map[partKey]*tallyPart
}

type groupTally struct {
	closed         bool
	language       string
	row, languages *CountTotal
}

type placeTally struct {
	municipality        string
	row, municipalities *CountTotal
}

func (b *tallyBuilder) row(d Dimension, key string) *CountTotal {
	r := b.rows[d][key]
	if r == nil {
		r = &CountTotal{}
		b.rows[d][key] = r
	}
	return r
}

func (b *tallyBuilder) add(s *Session, day Date) {
	g, p := b.group(s.GroupID), b.place(s.PlaceID)
	at := cellTime{monthNumber(s.Date), int(s.Date.Weekday())}
	month, week := b.time(b.months, ByMonth, at.month, at.monthKey), b.time(b.weekdays, ByWeekday, at.weekday, at.weekdayKey)
	cell := b.part(partKey{s.GroupID, s.PlaceID}, g, p).at(at)
	for _, t := range [...]*CountTotal{&b.Total, g.row, g.languages, p.row, p.municipalities, month, week, &cell.total} {
		t.add(s, day)
	}
}

func (b *tallyBuilder) group(id ID) *groupTally {
	g := b.groups[id]
	if g == nil {
		of := b.facts.Groups[id]
		languages := make([]string, len(of.Languages))
		for i, l := range of.Languages {
			languages[i] = string(l)
		}
		g = &groupTally{closed: of.Type == TargetedGroup, language: strings.Join(languages, "+"), row: b.row(ByGroup, string(id))}
		g.languages = b.row(ByLanguage, g.language)
		b.groups[id] = g
	}
	return g
}

func (b *tallyBuilder) place(id ID) *placeTally {
	p := b.places[id]
	if p == nil {
		p = &placeTally{municipality: MunicipalityKey(b.facts.Places[id].Municipality), row: b.row(ByPlace, string(id))}
		p.municipalities = b.row(ByMunicipality, p.municipality)
		b.places[id] = p
	}
	return p
}

func (b *tallyBuilder) time(known map[int]*CountTotal, d Dimension, n int, key func() string) *CountTotal {
	t := known[n]
	if t == nil {
		t = b.row(d, key())
		known[n] = t
	}
	return t
}

func (b *tallyBuilder) part(k partKey, g *groupTally, p *placeTally) *tallyPart {
	x := b.parts[k]
	if x == nil {
		x = &tallyPart{key: k, closed: g.closed, language: g.language, municipality: p.municipality, cells: map[cellTime]*tallyCell{}}
		b.parts[k] = x
	}
	return x
}
