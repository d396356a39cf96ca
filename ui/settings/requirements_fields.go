package settings

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// fields makes the fields of one requirement. A field that would change nothing for its kind is left out.
func (p *requirementsPart) fields(r *model.Requirement, f *kit.Fields) {
	f.Add(kit.NewText(words.Code(words.In(words.Current()), "settings.requirement.about", r.Kind)))
	for _, l := range model.Languages() {
		name := p.name(r, l)
		name.Required = l == words.Current()
		f.Row(name)
	}
	f.Row(p.tasks(r))
	f.Row(p.professionals(r), p.weight(r))
	if r.Kind == model.RequireIntroduction || r.Kind == model.RequireUndertaking || r.Kind == model.RequireOther {
		f.Row(p.validMonths(r))
	}
	if r.Kind != model.RequireCheck {
		f.Row(p.graceDays(r))
	}
	if r.Kind == model.RequireUndertaking || r.Kind == model.RequirePublication {
		p.texts(r, f)
	}
	if o, ok := builtInRequirements()[r.ID]; ok {
		f.Row(&kit.Field{Label: words.T("settings.template.original"), Input: p.restore(r, o), Width: 300})
	}
}

func (p *requirementsPart) name(r *model.Requirement, l model.Language) *kit.Field {
	field := "name_" + string(l)
	e := kit.NewEntry()
	e.MaxRunes = model.MaxName
	e.SetValue(r.Name.In(l))
	e.OnChanged = func(text string) {
		r.Name.Set(l, text)
		p.list.Changed()
	}
	return &kit.Field{Name: field, Label: words.T("settings.field." + field), Input: e}
}

func (p *requirementsPart) tasks(r *model.Requirement) *kit.Field {
	var options []kit.Option[model.TaskKind]
	for _, k := range model.TaskKinds() {
		options = append(options, kit.Option[model.TaskKind]{
			Value: k, Label: words.Capital(words.Code(words.In(words.Current()), "leader.task", k)),
		})
	}
	m := kit.NewMultiSelect(options)
	m.SetValues(r.Tasks)
	m.OnChanged = func() {
		r.Tasks = m.Values()
		p.list.Changed()
	}
	f := &kit.Field{Name: "tasks", Label: words.T("settings.requirement.tasks"), Input: m}
	return hint(f, "settings.hint.requirement_tasks")
}

func (p *requirementsPart) professionals(r *model.Requirement) *kit.Field {
	c := kit.NewCheck(words.T("settings.requirement.professionals.text"))
	c.SetValue(r.Professionals)
	c.OnChanged = func() {
		r.Professionals = c.Checked
		p.list.Changed()
	}
	return &kit.Field{Name: "professionals", Label: words.T("settings.requirement.professionals"), Input: c}
}

func (p *requirementsPart) weight(r *model.Requirement) *kit.Field {
	var options []kit.Option[model.Weight]
	for _, w := range model.Weights() {
		options = append(options, kit.Option[model.Weight]{
			Value: w, Label: words.Capital(words.Code(words.In(words.Current()), "requirement.weight", w)),
		})
	}
	s := kit.NewSelect(options)
	s.Required = true
	s.SetValue(r.Weight)
	s.OnChanged = func() {
		r.Weight, _ = s.Value()
		p.list.Changed()
	}
	f := &kit.Field{Name: "weight", Label: words.T("settings.requirement.weight"), Input: s, Width: 220}
	return hint(f, "settings.hint.requirement_weight")
}

// validMonths is a field in which nothing is for ever.
func (p *requirementsPart) validMonths(r *model.Requirement) *kit.Field {
	n := kit.NewNumberField()
	n.Whole = true
	n.SetValue(int64(r.ValidMonths.N)*100, r.ValidMonths.Known)
	n.OnChanged = func() {
		if hundredths, known, ok := n.Value(); ok {
			r.ValidMonths = model.Count{N: int(hundredths / 100), Known: known}
		}
		p.list.Changed()
	}
	f := &kit.Field{Name: "valid_months", Label: words.T("settings.requirement.valid_months"), Input: n, Width: 120}
	return hint(f, "settings.hint.requirement_valid_months")
}

// graceDays is a field in which nothing is no grace.
func (p *requirementsPart) graceDays(r *model.Requirement) *kit.Field {
	n := kit.NewNumberField()
	n.Whole = true
	n.SetValue(int64(r.GraceDays)*100, r.GraceDays != 0)
	n.OnChanged = func() {
		if hundredths, _, ok := n.Value(); ok {
			r.GraceDays = int(hundredths / 100)
		}
		p.list.Changed()
	}
	f := &kit.Field{Name: "grace_days", Label: words.T("settings.requirement.grace_days"), Input: n, Width: 120}
	return hint(f, "settings.hint.requirement_grace_days")
}
