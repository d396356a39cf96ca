package settings

import (
	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// fields makes the fields of one requirement. A field that would change nothing for its kind is left out.
func (p *requirementsPart) fields(r *model.Requirement, f *kit.Fields) {
	f.Add(kit.NewText(words.Code(words.In(words.Current()), "settings.requirement.about", r.Kind)))
	b := p.Bind("settings.requirement.field.", "settings.requirement.hint.").Of(p.list.Changed)
	for i, name := range p.Bind("settings.field.", "").Of(p.list.Changed).Texts("name", &r.Name) {
		name.Required = i == 0
		f.Row(name)
	}
	f.Row(b.Hinted(form.Choices(b, "tasks", form.Offered("leader.task", model.TaskKinds()), &r.Tasks)))
	professionals := b.Box("professionals", words.T("settings.requirement.professionals.text"), &r.Professionals)
	professionals.Label = words.T("settings.requirement.professionals")
	weight := b.Hinted(form.OneOf(b, "weight", form.Offered("requirement.weight", model.Weights()), &r.Weight))
	weight.Required, weight.Width = false, 220
	f.Row(professionals, weight)
	if r.Kind == model.RequireIntroduction || r.Kind == model.RequireUndertaking || r.Kind == model.RequireOther {
		f.Row(b.Hinted(b.Count("valid_months", &r.ValidMonths))) // empty is for ever
	}
	if r.Kind != model.RequireCheck {
		f.Row(b.Hinted(b.Number("grace_days", &r.GraceDays)))
	}
	if r.Kind == model.RequireUndertaking || r.Kind == model.RequirePublication {
		p.texts(r, f)
	}
	if o, ok := builtInRequirements()[r.ID]; ok {
		f.Row(&kit.Field{Label: words.T("settings.template.original"), Input: p.restore(r, o), Width: 300})
	}
}
