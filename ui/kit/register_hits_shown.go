package kit

import "strings"

// Hits returns the rows that the list shows, in its order.
func (v *RegisterView[R]) Hits() []Row[R] {
	out := make([]Row[R], len(v.hits.found))
	for i, at := range v.hits.found {
		out[i] = v.hits.rows[at]
	}
	return out
}

// Narrowed says in words what narrows the list: the search and the filters in force; empty when it shows everything.
func (v *RegisterView[R]) Narrowed() string {
	var parts []string
	if text := strings.TrimSpace(v.search.Text); text != "" {
		parts = append(parts, "”"+text+"”")
	}
	for i := range v.hits.facets {
		if code := v.hits.facets[i].chosen; code != "" {
			parts = append(parts, v.config.Filters[i].Label+": "+v.config.Filters[i].Word(code))
		}
	}
	return strings.Join(parts, ", ")
}
