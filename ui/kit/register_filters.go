package kit

import "kumppani/ui/words"

// toggleFilters shows all filters, or only the first few and those in force.
func (v *RegisterView[R]) toggleFilters() {
	v.wide = !v.wide
	v.showFilters()
}

func (v *RegisterView[R]) showFilters() {
	if v.rest == nil {
		return
	}
	changed := false
	for i, b := range v.filters {
		shown := v.wide || i < v.config.Few || v.hits.facets[i].chosen != ""
		changed = changed || shown != b.Visible()
		show(b, shown)
	}
	label := words.T("kit.register.more_filters")
	if v.wide {
		label = words.T("kit.register.fewer_filters")
	}
	if v.rest.Text != label {
		v.rest.SetText(label)
		changed = true
	}
	if changed {
		v.flow.Refresh()
		v.top.Refresh()
		v.split.Leading.Refresh()
	}
}
