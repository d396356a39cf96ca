package model

import (
	"cmp"
	"maps"
	"slices"
)

// hidingPasses is how often rows are hidden one by one before the measure is hidden altogether.
const hidingPasses = 40

// hideLeaks hides rows until nothing leaks; if that does not come to an end, all of them.
func (h *townHiding) hideLeaks() {
	for range hidingPasses {
		leaks := h.leaks()
		if len(leaks) == 0 {
			return
		}
		for _, used := range leaks {
			if !slices.ContainsFunc(used, func(r int) bool { return h.hidden[r] }) {
				h.hidden[h.leastMissed(used)] = true
			}
		}
	}
	h.hideAll(hidingOrder[:]...)
}

// leastMissed is the row that is hidden of some.
func (h *townHiding) leastMissed(rows []int) int {
	return slices.MinFunc(rows, func(x, y int) int {
		a, b := h.rows[x], h.rows[y]
		return cmp.Or(
			cmp.Compare(slices.Index(hidingOrder[:], a.dimension), slices.Index(hidingOrder[:], b.dimension)),
			cmp.Compare(sum(h.measure, &a.all), sum(h.measure, &b.all)), cmp.Compare(a.key, b.key),
		)
	})
}

// leaks lists what rows that are told can be added up, some of them taken away, to 1–4 visitors of a closed group, of a row
// of one, or of all closed groups of a row. Whoever reads the report may know from the calendar when and where every group
// met, but of no session who came; a row of nobody tells that nobody came to any of its sessions.
func (h *townHiding) leaks() [][]int {
	var out [][]int
	for i := range h.measure.of(&CountTotal{}) {
		out = append(out, newLeakSearch(h, i).leaks()...)
	}
	return out
}

// leakSearch looks for numbers that can be added up. A number is the sum of some cells, and can be found when weights of the
// rows that are told exist such that in every one of those cells the weights of its rows add up to one, and in all
// others to nothing: one equation a cell. The weight of a group, which stands in the equations of that group only, is left
// out by taking the first equation of the group from its others.
type leakSearch struct {
	*townHiding
	groups  []leakGroup
	columns []int // by row: that of its weight; −1 where the row is hidden, or of a group
	told    []int // the rows by column
}

// leakGroup are the cells of a group of which it is not known that nobody came.
type leakGroup struct {
	row    int
	closed bool
	cells  []leakCell
	unlike [][]uint64 // of a closed group: its equations that no open group has
}

type leakCell struct {
	*tallyCell
	n int // visitors
}

// in reports whether the cell lies in a row; none does not.
func (c *leakCell) in(row int) bool { return c != nil && slices.Contains(c.rows[:], row) }

// newLeakSearch is about one number of the measure: adults or children.
func newLeakSearch(h *townHiding, number int) *leakSearch {
	s := &leakSearch{townHiding: h, columns: make([]int, len(h.rows))}
	for i, r := range h.rows {
		s.columns[i] = -1
		if !h.hidden[i] && r.dimension != ByGroup {
			s.columns[i] = len(s.told)
			s.told = append(s.told, i)
		}
	}
	nobody := make([]bool, len(h.rows))
	for i, r := range h.rows {
		nobody[i] = !h.hidden[i] && h.measure.of(&r.all)[number].N == 0
	}
	for _, x := range h.parts {
		for _, c := range x.sorted {
			n := h.measure.of(&c.total)[number]
			if !n.Known || slices.ContainsFunc(c.rows[:], func(r int) bool { return nobody[r] }) {
				continue
			}
			if last := len(s.groups) - 1; last < 0 || s.groups[last].row != c.rows[orderGroup] {
				s.groups = append(s.groups, leakGroup{row: c.rows[orderGroup], closed: x.closed})
			}
			g := &s.groups[len(s.groups)-1]
			g.cells = append(g.cells, leakCell{c, n.N})
		}
	}
	return s
}

func (s *leakSearch) leaks() [][]int {
	var closed []leakGroup
	open := newEquations(len(s.told), 0)
	known := map[sameEquation]bool{}
	for _, g := range s.groups {
		if g.closed {
			closed = append(closed, g)
			continue
		}
		for _, v := range s.unlike(open, g, known) {
			open.add(v)
		}
	}
	for i := range closed {
		closed[i].unlike = s.unlike(open, closed[i], maps.Clone(known))
	}
	var out [][]int
	for i := range closed {
		others := slices.Concat(closed[:i], closed[i+1:])
		out = append(out, s.leaksOf(open, closed[i:i+1], others)...)
	}
	if len(closed) > 1 {
		out = append(out, s.leaksOf(open, closed, nil)...)
	}
	return out
}

// leaksOf lists how numbers of some groups together can be found: of all their cells, and of those in any row.
func (s *leakSearch) leaksOf(open *equations, groups, others []leakGroup) [][]int {
	sums := make([]int, len(s.rows))
	for _, g := range groups {
		for _, c := range g.cells {
			for _, r := range c.rows {
				sums[r] += c.n
			}
		}
	}
	var wanted []int
	for r, n := range sums {
		if tooFew(n) {
			wanted = append(wanted, r)
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	e := open.with(len(wanted))
	for _, g := range others {
		for _, v := range g.unlike {
			copy(e.blank(), v)
			e.add(e.scratch)
		}
	}
	for _, g := range groups {
		s.equate(e, g, wanted)
	}
	var out [][]int
	for i := range wanted {
		if weights := e.solve(i); weights != nil {
			out = append(out, s.used(weights, groups, wanted[i]))
		}
	}
	return out
}

// pairs are the cells of a group that make an equation each, and that which is taken away from all of them: none when the
// group is hidden and has no weight.
func (s *leakSearch) pairs(g leakGroup) (cells []leakCell, first *leakCell) {
	if s.hidden[g.row] {
		return g.cells, nil
	}
	return g.cells[1:], &g.cells[0]
}

// equate adds the equations of a group that is looked for: in the cells that lie in a wanted row its weights make one.
func (s *leakSearch) equate(e *equations, g leakGroup, wanted []int) {
	cells, first := s.pairs(g)
	for i := range cells {
		c := &cells[i]
		_, v := s.equation(e, c, first)
		for j, r := range wanted {
			if in := c.in(r); in != first.in(r) {
				v[e.unknowns+j] = prime - 1
				if in {
					v[e.unknowns+j] = 1
				}
			}
		}
		e.add(v)
	}
}

// unlike lists the equations of a group that is not looked for, but for those that are known; they are known then.
func (s *leakSearch) unlike(e *equations, g leakGroup, known map[sameEquation]bool) [][]uint64 {
	var out [][]uint64
	cells, first := s.pairs(g)
	for i := range cells {
		if key, v := s.equation(e, &cells[i], first); !known[key] {
			known[key] = true
			out = append(out, slices.Clone(v))
		}
	}
	return out
}

// sameEquation is alike for equations that are: many groups meet alike. It holds the columns of a cell and of that which is
// taken away, plus one.
type sameEquation [2 * len(hidingOrder)]int

// equation fills in the weights of the rows of a cell less those of another, which may be nil.
func (s *leakSearch) equation(e *equations, c, less *leakCell) (sameEquation, []uint64) {
	var key sameEquation
	v := e.blank()
	for k, r := range c.rows {
		if less.in(r) {
			continue
		}
		if column := s.columns[r]; column >= 0 {
			v[column], key[2*k] = 1, column+1
		}
		if less == nil {
			continue
		}
		if column := s.columns[less.rows[k]]; column >= 0 {
			v[column], key[2*k+1] = prime-1, column+1
		}
	}
	return key, v
}

// used lists the rows that have a weight.
func (s *leakSearch) used(weights []uint64, groups []leakGroup, wanted int) []int {
	var out []int
	for c, w := range weights {
		if w != 0 {
			out = append(out, s.told[c])
		}
	}
	for _, g := range s.groups {
		if s.hidden[g.row] {
			continue
		}
		var n uint64
		for _, r := range g.cells[0].rows {
			if c := s.columns[r]; c >= 0 {
				n += weights[c]
			}
		}
		want := uint64(0)
		if g.cells[0].in(wanted) && slices.ContainsFunc(groups, func(o leakGroup) bool { return o.row == g.row }) {
			want = 1
		}
		if n%prime != want {
			out = append(out, g.row)
		}
	}
	return out
}
