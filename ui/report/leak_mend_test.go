package report_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/report"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// searched is a small region made at random, all of whose reports of visits somebody lays side by side to add them up.
type searched struct {
	facts  report.Facts
	towns  []model.Municipality
	places map[model.ID]model.MeetingPlace
	groups map[model.ID]model.Group
	cells  map[string]map[string]int // visitors by column, and by sessions that no table tells apart
	rows   map[string][]string       // of those sessions: "table|label" of the rows in which they are
}

func randomRegion(seed uint64) *searched {
	r := rand.New(rand.NewPCG(seed, 7)) // the same regions every time
	s := &searched{
		towns:  []model.Municipality{{Code: "991", Name: "Ala"}, {Code: "992", Name: "Ylä"}}[:1+r.IntN(2)],
		places: map[model.ID]model.MeetingPlace{}, groups: map[model.ID]model.Group{},
		cells: map[string]map[string]int{"adults": {}, "children": {}, "new": {}, "men": {}}, rows: map[string][]string{},
	}
	s.facts.Centre.Municipalities = []model.RegionMunicipality{{Code: "991", Fi: "Ala"}, {Code: "992", Fi: "Ylä"}}
	for i := range 1 + r.IntN(4) {
		p := model.MeetingPlace{ID: model.ID(fmt.Sprint("p", i)), Name: model.Text{Fi: fmt.Sprint("Tupa ", i)}, Municipality: s.towns[r.IntN(len(s.towns))]}
		s.facts.Places, s.places[p.ID] = append(s.facts.Places, p), p
	}
	for i := range 1 + r.IntN(6) {
		g := model.Group{ID: model.ID(fmt.Sprint("g", i)), Name: model.Text{Fi: fmt.Sprint("Ryhmä ", i)}, Type: model.GroupTypes()[r.IntN(3)]}
		g.Languages = [][]model.Language{{model.Finnish}, {model.Swedish}, {model.Finnish, model.Swedish}}[r.IntN(3)]
		s.facts.Groups, s.groups[g.ID] = append(s.facts.Groups, g), g
		s.meet(r, g)
	}
	return s
}

// meet makes sessions of a group: mostly at one place on one weekday, in a run of months.
func (s *searched) meet(r *rand.Rand, g model.Group) {
	place, weekday, month := r.IntN(len(s.places)), r.IntN(3), 1+r.IntN(4)
	most := []int{2, 4, 8, 20}[r.IntN(4)]
	for range 1 + r.IntN(6) {
		if r.IntN(5) == 0 {
			place, weekday = r.IntN(len(s.places)), r.IntN(3)
		}
		month = min(10, month+r.IntN(3))
		day := model.MustDate(fmt.Sprintf("2026-%02d-01", month))
		for int(day.Weekday()) != 1+weekday {
			day = day.AddDays(1)
		}
		x := model.Session{GroupID: g.ID, PlaceID: s.facts.Places[place].ID, Date: day, Counts: model.Counts{
			Adults: model.CountOf(r.IntN(most)), Children: model.CountOf(r.IntN(most)),
		}}
		if r.IntN(3) > 0 {
			x.Counts.New = model.CountOf(r.IntN(3))
		}
		if r.IntN(3) > 0 {
			x.Counts.Men = model.CountOf(r.IntN(most))
		}
		s.keep(x)
	}
}

func (s *searched) keep(x model.Session) {
	s.facts.Sessions = append(s.facts.Sessions, x)
	g, town := s.groups[x.GroupID], s.places[x.PlaceID].Municipality
	cell := fmt.Sprint(x.GroupID, x.PlaceID, x.Date.Month(), x.Date.Weekday())
	in := words.In(model.Finnish)
	var spoken []string
	for _, l := range g.Languages {
		spoken = append(spoken, in.T("language."+string(l)))
	}
	s.rows[cell] = []string{
		"group|" + g.Name.Fi, "place|" + s.places[x.PlaceID].Name.Fi, "month|" + words.Capital(in.Month(x.Date.Month())),
		"weekday|" + words.Capital(in.Weekday(x.Date.Weekday())), "language|" + words.Capital(in.List(spoken)), "municipality|" + town.Name, "total",
	}
	for column, n := range map[string]model.Count{"adults": x.Counts.Adults, "children": x.Counts.Children, "new": x.Counts.New, "men": x.Counts.Men} {
		if n.Known {
			s.cells[column][cell] += n.N
		}
	}
}

// unknowns numbers the cells of every column.
func (s *searched) unknowns() map[string]int {
	out := map[string]int{}
	for _, column := range slices.Sorted(maps.Keys(s.cells)) {
		for _, cell := range slices.Sorted(maps.Keys(s.cells[column])) {
			out[column+" "+cell] = len(out)
		}
	}
	return out
}

// equations are what the reports of the region and of every municipality tell: which unknowns make a number. Where the number
// is nothing, each of them is nothing.
func (s *searched) equations(t *testing.T, number map[string]int) (told *span) {
	t.Helper()
	told = &span{size: len(number), rows: map[int][]int64{}}
	for _, town := range append([]model.Municipality{{}}, s.towns...) {
		made := visits2026(s.facts, town)
		for _, section := range made.Sections {
			for _, x := range section.Tables {
				for i, row := range append(slices.Clone(x.Rows), x.Total) {
					for j, v := range row {
						n, ok := v.Number()
						column, label := of(x, i, j, row)
						if !ok || column == "" {
							continue
						}
						s.tell(t, told, number, fact{column, label, town.Name, int(n / 100)})
					}
				}
			}
		}
	}
	return told
}

// fact is a number that a report tells.
type fact struct {
	column, row string
	town        string // whose report it is; empty = of the region
	n           int
}

// of tells what a cell of a table says of this year: which column of visitors, and in which row; empty when it is no such cell.
func of(x table.Table, i, j int, row []table.Value) (column, label string) {
	dimension, byRows := strings.CutPrefix(x.Code, "by_")
	switch {
	case byRows && i == len(x.Rows):
		return visitorColumns[x.Columns[j].Code], "total"
	case byRows:
		return visitorColumns[x.Columns[j].Code], dimension + "|" + row[0].Text
	case (x.Code == "visitors" || x.Code == "among") && x.Columns[j].Code == "now":
		return map[string]string{"Aikuiset": "adults", "Lapset": "children", "Yhteensä": "visits", "Uusia": "new", "Miehiä": "men"}[row[0].Text], "total"
	default:
		return "", ""
	}
}

var visitorColumns = map[string]string{"adults": "adults", "children": "children", "visits": "visits", "new": "new", "men": "men"}

// tell adds what a number says, having checked that it is right.
func (s *searched) tell(t *testing.T, told *span, number map[string]int, f fact) {
	t.Helper()
	columns := []string{f.column}
	if f.column == "visits" {
		columns = []string{"adults", "children"}
	}
	v, sum := make([]int64, told.size), 0
	for _, column := range columns {
		for cell, n := range s.cells[column] {
			if slices.Contains(s.rows[cell], f.row) && (f.town == "" || slices.Contains(s.rows[cell], "municipality|"+f.town)) {
				v[number[column+" "+cell]], sum = 1, sum+n
			}
		}
	}
	if sum != f.n {
		t.Errorf("%s of %s in %q: %d, and by hand %d", f.column, f.row, f.town, f.n, sum)
	}
	told.add(v)
	if f.n > 0 {
		return
	}
	for i, x := range v {
		if x != 0 {
			nobody := make([]int64, told.size)
			nobody[i] = 1
			told.add(nobody)
		}
	}
}

// span is all that can be added up and taken away from some equations; numbers are modulo a prime.
type span struct {
	size int
	rows map[int][]int64 // by the first unknown, of which there is one
}

const modulus = 1_000_000_007

// left is what is left of an equation when the others are taken away: −1 and nil when nothing is.
func (s *span) left(v []int64) (int, []int64) {
	v = slices.Clone(v)
	for i := range v {
		if v[i] == 0 {
			continue
		}
		row := s.rows[i]
		if row == nil {
			return i, v
		}
		factor := v[i]
		for j := i; j < len(v); j++ {
			v[j] = ((v[j]-factor*row[j])%modulus + modulus) % modulus
		}
	}
	return -1, nil
}

func (s *span) add(v []int64) {
	first, row := s.left(v)
	if first < 0 {
		return
	}
	inverse, base := int64(1), row[first]
	for power := modulus - 2; power > 0; power >>= 1 {
		if power&1 == 1 {
			inverse = inverse * base % modulus
		}
		base = base * base % modulus
	}
	for j := range row {
		row[j] = row[j] * inverse % modulus
	}
	s.rows[first] = row
}

// leaks lists the numbers from 1 to 4 that the reports tell: of a closed group, of a row of one, and of all closed groups in a
// row. The second number is how many there are to be kept from the reader.
func (s *searched) leaks(told *span, number map[string]int) (leaks []string, secrets int) {
	vectors, sums := map[string][]int64{}, map[string]int{}
	for column, cells := range s.cells {
		for cell, n := range cells {
			rows := s.rows[cell]
			name, _ := strings.CutPrefix(rows[0], "group|")
			if g := s.facts.Groups[slices.IndexFunc(s.facts.Groups, func(g model.Group) bool { return g.Name.Fi == name })]; g.Type != model.TargetedGroup {
				continue
			}
			for _, who := range []string{"all closed groups", name} {
				for _, row := range rows {
					key := fmt.Sprintf("%s of %s in %s", column, who, row)
					if vectors[key] == nil {
						vectors[key] = make([]int64, told.size)
					}
					vectors[key][number[column+" "+cell]], sums[key] = 1, sums[key]+n
				}
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(sums)) {
		if sums[key] < 1 || sums[key] >= model.MinimumCell {
			continue
		}
		secrets++
		if first, _ := told.left(vectors[key]); first < 0 {
			leaks = append(leaks, fmt.Sprintf("%d %s", sums[key], key))
		}
	}
	return leaks, secrets
}

// Whoever lays the reports of a region and of its municipalities side by side, adds up and takes away what they tell, and
// knows from the calendar when and where every group met, does not find that 1–4 of a closed group came: not in the
// period, nor in a month, on a weekday, at a place, in a language or in a municipality.
func TestNothingHiddenCanBeReckoned(t *testing.T) {
	secrets, told, hidden := 0, 0, 0
	for seed := range uint64(400) {
		s := randomRegion(seed)
		number := s.unknowns()
		equations := s.equations(t, number)
		leaks, n := s.leaks(equations, number)
		if len(leaks) > 0 {
			t.Fatalf("region %d tells %q\n%+v", seed, leaks, s.facts.Sessions)
		}
		secrets, told, hidden = secrets+n, told+len(equations.rows), hidden+len(number)-len(equations.rows)
	}
	t.Logf("%d numbers kept, %d of %d told", secrets, told, told+hidden)
	if secrets < 5_000 || told < hidden {
		t.Errorf("the regions have %d numbers to hide, and %d of %d unknowns are told: that proves nothing", secrets, told, told+hidden)
	}
}
