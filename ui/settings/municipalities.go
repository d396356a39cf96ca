package settings

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// municipalityOptions offers the municipalities of Finland by their name in l, with the name in the other language and
// the region beside it: who types the name of a region is offered its municipalities. Those chosen that are not in the
// list, because they no longer exist or were typed, are offered too.
func municipalityOptions(l model.Language, chosen []model.RegionMunicipality) []kit.Option[model.RegionMunicipality] {
	regions := map[string]string{}
	for _, r := range assets.Regions() {
		t := model.Text{Fi: r.Fi, Sv: r.Sv, En: r.En}
		regions[r.Code] = t.Best(l)
	}
	type sorted struct {
		option kit.Option[model.RegionMunicipality]
		key    string
	}
	var all []sorted
	listed := map[model.RegionMunicipality]bool{}
	add := func(m model.RegionMunicipality, region string) {
		listed[m] = true
		detail := region
		if other := otherName(m, l); other != "" {
			detail = strings.TrimSuffix(other+" · "+region, " · ")
		}
		all = append(all, sorted{
			kit.Option[model.RegionMunicipality]{Value: m, Label: m.Name(l), Detail: detail}, model.SortKey(m.Name(l)),
		})
	}
	for _, m := range assets.Municipalities() {
		add(model.RegionMunicipality{Code: m.Code, Fi: m.Fi, Sv: m.Sv}, regions[m.Region])
	}
	for _, m := range chosen {
		if !listed[m] {
			add(m, "")
		}
	}
	slices.SortStableFunc(all, func(a, b sorted) int { return cmp.Compare(a.key, b.key) })
	out := make([]kit.Option[model.RegionMunicipality], len(all))
	for i, s := range all {
		out[i] = s.option
	}
	return out
}

// otherName is the name in the other national language, empty where it is the same.
func otherName(m model.RegionMunicipality, l model.Language) string {
	other := m.Sv
	if l == model.Swedish {
		other = m.Fi
	}
	if other == m.Name(l) {
		return ""
	}
	return other
}

// municipalityInput chooses municipalities into value, and takes names that are not in the list.
func municipalityInput(value *[]model.RegionMunicipality, changed func()) *kit.MultiSelect[model.RegionMunicipality] {
	m := kit.NewMultiSelect(municipalityOptions(words.Current(), *value))
	m.SetValues(*value)
	m.OnChanged = func() {
		*value = m.Values()
		changed()
	}
	m.SetAddNew(func(typed string) {
		typed = strings.TrimSpace(typed)
		own := model.RegionMunicipality{Fi: typed}
		if typed == "" || slices.Contains(*value, own) {
			return
		}
		*value = append(m.Values(), own)
		m.SetOptions(municipalityOptions(words.Current(), *value))
		m.SetValues(*value)
		changed()
	})
	return m
}
