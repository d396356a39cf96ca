// Package municipalities offers municipalities to choose from, and their names in the language of the window.
//
// What does not live here: the list of municipalities (assets) and the region of the centre (model.Centre).
package municipalities

import (
	"slices"
	"strings"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// List is the municipalities to choose from: those of the centre's region first, then all of Finland.
type List struct {
	Options []kit.Option[model.Municipality]
	names   map[string]string // by code, in the language of the window
}

// Of lists the municipalities for a centre, in the language of the window.
func Of(c model.Centre) List {
	p := List{names: map[string]string{}}
	for _, m := range c.Municipalities {
		p.add(m, words.T("municipalities.own_region"))
	}
	type keyed struct {
		key string
		of  model.RegionMunicipality
	}
	var all []keyed
	for _, m := range assets.Municipalities() {
		x := model.RegionMunicipality{Code: m.Code, Fi: m.Fi, Sv: m.Sv}
		all = append(all, keyed{model.SortKey(x.Name(words.Current())), x})
	}
	slices.SortFunc(all, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	for _, m := range all {
		p.add(m.of, "")
	}
	return p
}

func (p *List) add(m model.RegionMunicipality, detail string) {
	if _, known := p.names[m.Code]; known && m.Code != "" {
		return
	}
	name := m.Name(words.Current())
	other := m.Fi
	if other == name {
		other = m.Sv
	}
	if other == name {
		other = ""
	}
	p.names[m.Code] = name
	parts := slices.DeleteFunc([]string{other, detail}, func(s string) bool { return s == "" })
	p.Options = append(p.Options, kit.Option[model.Municipality]{
		Value: model.Municipality{Code: m.Code, Name: name}, Label: name, Detail: strings.Join(parts, " · "),
	})
}

// Name is the municipality in the language of the window, or as it was typed.
func (p List) Name(m model.Municipality) string {
	if name, known := p.names[m.Code]; known && m.Code != "" {
		return name
	}
	return m.Name
}

// Option is the municipality as it is offered, and false for one that is not in the list.
func (p List) Option(m model.Municipality) (model.Municipality, bool) {
	i := slices.IndexFunc(p.Options, func(o kit.Option[model.Municipality]) bool { return o.Value.Code == m.Code })
	if m.Code == "" || i < 0 {
		return m, false
	}
	return p.Options[i].Value, true
}
