package kit

import "kumppani/ui/words"

// toggleFilters shows all filters, or only the first few and those in force.
func (v *RegisterView[R]) toggleFilters() {
	v.wide = !v.wide
	v.showFilters()
}

// showFilters shows the filters that there is room for or that are in force, and makes room for their words: the line of
// filters may have become two.
func (v *RegisterView[R]) showFilters() {
	changed := false
	width := float32(0)
	for i, b := range v.filters {
		if v.rest != nil {
			shown := v.wide || i < v.config.Few || v.hits.facets[i].chosen != ""
			changed = changed || shown != b.Visible()
			show(b, shown)
		}
		width += b.MinSize().Width
	}
	if v.rest != nil {
		label := words.T("kit.register.more_filters")
		if v.wide {
			label = words.T("kit.register.fewer_filters")
		}
		if v.rest.Text != label {
			v.rest.SetText(label)
			changed = true
		}
	}
	if v.clear.Visible() {
		width += v.clear.MinSize().Width
	}
	if changed || width != v.filterWidth {
		v.filterWidth = width
		v.flow.Refresh()
		v.top.Refresh()
		v.split.Leading.Refresh()
	}
}
