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

// List gives the hits to be printed or saved.
func (v *RegisterView[R]) List() {
	if v.canList() && v.form == nil {
		v.config.List()
	}
}

func (v *RegisterView[R]) canList() bool { return v.config.List != nil && len(v.hits.found) > 0 }

// Shown makes something of each row that the list shows, in its order.
func Shown[R, T any](v *RegisterView[R], as func(R) T) []T {
	out := make([]T, len(v.hits.found))
	for i, at := range v.hits.found {
		out[i] = as(v.hits.rows[at].Of)
	}
	return out
}
