package kit

import (
	"cmp"
	"slices"
	"strings"
)

// Row is one record in the list of a register: what is shown of it, and Search, the folded text that the search looks
// through. Of is the record itself, or as much of it as the filters and sorts need.
type Row[R any] struct {
	ID     string
	Name   string
	Detail string
	Chip   Chip
	Search string
	Of     R
}

// Filter narrows the list to the rows with one code. A row may have several codes, or none.
type Filter[R any] struct {
	Label string
	Of    func(R) []string
	Word  func(code string) string
	// Codes are offered always and first, in this order; others that rows have follow in the order of their words.
	Codes []string
}

// Sort is one order of the list. Rows that compare equal stay in the order in which Rows returned them.
type Sort[R any] struct {
	Label   string
	Compare func(a, b Row[R]) int
}

// hits finds the rows to show. It has no widgets, so that it can be measured and tested alone.
type hits[R any] struct {
	filters []Filter[R]
	rows    []Row[R]
	order   []int    // of rows, sorted
	found   []int    // of rows, sorted and filtered
	words   []string // folded words of the search; all must occur
	facets  []facet
}

// facet is a filter with its codes numbered, so that counting 10,000 rows costs no map look-ups.
type facet struct {
	codes  []string
	number map[string]int
	of     [][]int // row → numbers of its codes
	counts []int   // number → rows that the search and the other filters let through
	chosen string  // "" = all
}

func (f *facet) add(code string) int {
	n, ok := f.number[code]
	if !ok {
		n = len(f.codes)
		f.number[code] = n
		f.codes = append(f.codes, code)
	}
	return n
}

func newHits[R any](filters []Filter[R]) *hits[R] {
	return &hits[R]{filters: filters, facets: make([]facet, len(filters))}
}

// load takes new rows. What was chosen and searched stays.
func (h *hits[R]) load(rows []Row[R], s *Sort[R]) {
	h.rows = rows
	for i, filter := range h.filters {
		f := &h.facets[i]
		f.codes, f.number, f.of = nil, map[string]int{}, make([][]int, len(rows))
		for _, c := range filter.Codes {
			f.add(c)
		}
		for r := range rows {
			for _, c := range filter.Of(rows[r].Of) {
				f.of[r] = append(f.of[r], f.add(c))
			}
		}
		if f.chosen != "" {
			f.add(f.chosen) // its last row is gone; it stays chosen, with no hits
		}
		f.counts = make([]int, len(f.codes))
	}
	h.sort(s)
}

// sort orders the rows; nil keeps the order in which they came.
func (h *hits[R]) sort(s *Sort[R]) {
	h.order = make([]int, len(h.rows))
	for i := range h.order {
		h.order[i] = i
	}
	if s != nil {
		slices.SortStableFunc(h.order, func(a, b int) int { return s.Compare(h.rows[a], h.rows[b]) })
	}
	h.apply()
}

// apply finds the hits and counts the codes. A filter counts the rows that everything but itself lets through, so
// that its numbers say what choosing another code would give.
func (h *hits[R]) apply() {
	h.found = h.found[:0]
	for i := range h.facets {
		clear(h.facets[i].counts)
	}
	for _, r := range h.order {
		if !h.matches(h.rows[r].Search) {
			continue
		}
		switch missed, by := h.missed(r); missed {
		case 0:
			h.found = append(h.found, r)
			for i := range h.facets {
				h.facets[i].count(r)
			}
		case 1:
			h.facets[by].count(r)
		}
	}
}

func (h *hits[R]) matches(text string) bool {
	for _, w := range h.words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// missed returns how many filters row r does not pass, and the last of them.
func (h *hits[R]) missed(r int) (n, by int) {
	for i := range h.facets {
		f := &h.facets[i]
		if f.chosen != "" && !slices.Contains(f.of[r], f.number[f.chosen]) {
			n, by = n+1, i
		}
	}
	return n, by
}

func (f *facet) count(row int) {
	for _, n := range f.of[row] {
		f.counts[n]++
	}
}

// narrowed reports whether a search or a filter hides rows.
func (h *hits[R]) narrowed() bool {
	return len(h.words) > 0 || slices.ContainsFunc(h.facets, func(f facet) bool { return f.chosen != "" })
}

// at returns the place of a record among the hits, −1 when it is not among them.
func (h *hits[R]) at(id string) int {
	return slices.IndexFunc(h.found, func(r int) bool { return h.rows[r].ID == id })
}

// option is one line of an open filter.
type option struct {
	code  string
	word  string
	count int
}

// options returns the codes of filter i with their words and counts, in the order in which they are offered.
func (h *hits[R]) options(i int) []option { return h.optionsOf(i, h.facets[i].counts) }

func (h *hits[R]) optionsOf(i int, counts []int) []option {
	f, filter := &h.facets[i], h.filters[i]
	out := make([]option, len(f.codes))
	for n, c := range f.codes {
		out[n] = option{c, filter.Word(c), counts[n]}
	}
	slices.SortStableFunc(out[min(len(filter.Codes), len(out)):], func(a, b option) int { return cmp.Compare(a.word, b.word) })
	return out
}

// choose narrows filter i to code; "" takes the filter away. apply must follow.
func (h *hits[R]) choose(i int, code string) {
	f := &h.facets[i]
	f.chosen = code
	if code != "" {
		f.add(code)
		f.counts = make([]int, len(f.codes))
	}
}

// without returns how many rows there would be without filter i.
func (h *hits[R]) without(i int) int {
	n := 0
	for r := range h.rows {
		missed, by := h.missed(r)
		if (missed == 0 || missed == 1 && by == i) && h.matches(h.rows[r].Search) {
			n++
		}
	}
	return n
}
