package kit

import (
	"cmp"
	"slices"
)

// Deselect closes the page, and Register.Blank takes its place; a form with changes asks first.
func (v *RegisterView[R]) Deselect() {
	v.Away(func() {
		v.selected = ""
		v.refreshList()
		v.syncList()
		v.openPage()
	})
}

// FilterOption is a code of a filter and how many rows it would leave.
type FilterOption struct {
	Code string
	Word string
	Rows int
}

// FilterOptions returns the codes of filter i (of Register.Filters), in the order in which they are offered, with how
// many rows each would leave if the filters in also were narrowed to those codes as well.
func (v *RegisterView[R]) FilterOptions(i int, also map[int]string) []FilterOption {
	found := v.hits.optionsOf(i, v.hits.countsWith(i, also))
	out := make([]FilterOption, len(found))
	for n, o := range found {
		out[n] = FilterOption{o.code, o.word, o.count}
	}
	return out
}

// Chosen returns the code to which filter i narrows the list, "" when it shows all.
func (v *RegisterView[R]) Chosen(i int) string { return v.hits.facets[i].chosen }

// Narrow sets several filters at once, as Filter sets one.
func (v *RegisterView[R]) Narrow(filters map[int]string) {
	for i, code := range filters {
		v.hits.choose(i, code)
	}
	v.refilter()
}

// countsWith counts, for each code of filter i, the rows that the search and the other filters let through when those
// in also are chosen.
func (h *hits[R]) countsWith(i int, also map[int]string) []int {
	counts := make([]int, len(h.facets[i].codes))
	wanted := make([]int, len(h.facets)) // number of a code, −1 = any
	for j := range h.facets {
		wanted[j] = -1
		code := cmp.Or(also[j], h.facets[j].chosen)
		if code == "" || j == i {
			continue
		}
		n, known := h.facets[j].number[code]
		if !known {
			return counts // no row has it
		}
		wanted[j] = n
	}
	for r := range h.rows {
		passes := h.matches(h.rows[r].Search)
		for j := range h.facets {
			passes = passes && (wanted[j] < 0 || slices.Contains(h.facets[j].of[r], wanted[j]))
		}
		if !passes {
			continue
		}
		for _, n := range h.facets[i].of[r] {
			counts[n]++
		}
	}
	return counts
}
