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
		groups: map[ID]*groupTally{}, places: map[ID]*placeTally{}, months: map[int]*timeTally{}, weekdays: map[int]*timeTally{},
		parts: map[partKey]*tallyPart{},
	}
	for _, d := range Dimensions() {
		b.rows[d] = map[string]*CountTotal{}
	}
	for i := range sessions {
		b.add(&sessions[i], day)
	}
	b.hide()
	return b.Tally
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
	months   map[int]*timeTally // by year × 12 + month
	weekdays map[int]*timeTally
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

// timeTally is the row of a month or weekday, and what of it are closed groups.
type timeTally struct {
	key         string
	row, closed *CountTotal
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
	weekday := int(s.Date.Weekday())
	month := b.time(b.months, ByMonth, s.Date.Year()*12+int(s.Date.Month())-1, func() string { return s.Date.String()[:len("2026-11")] })
	week := b.time(b.weekdays, ByWeekday, weekday, func() string { return string(rune('0' + weekday)) })
	part := b.part(partKey{s.GroupID, s.PlaceID}, g, p)
	for _, t := range [...]*CountTotal{&b.Total, g.row, g.languages, p.row, p.municipalities, month.row, week.row, &part.total} {
		t.add(s, day)
	}
	if s.Counts.Entered() && s.State != SessionCancelled {
		part.weekdays |= 1 << weekday
	}
	if g.closed {
		month.closed.add(s, day)
		week.closed.add(s, day)
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

func (b *tallyBuilder) time(known map[int]*timeTally, d Dimension, n int, key func() string) *timeTally {
	t := known[n]
	if t == nil {
		k := key()
		t = &timeTally{k, b.row(d, k), &CountTotal{}}
		known[n] = t
	}
	return t
}

func (b *tallyBuilder) part(k partKey, g *groupTally, p *placeTally) *tallyPart {
	x := b.parts[k]
	if x == nil {
		x = &tallyPart{key: k, closed: g.closed, language: g.language, municipality: p.municipality}
		b.parts[k] = x
	}
	return x
}
