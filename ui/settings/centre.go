package settings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// centrePart is the form of the own centre.
type centrePart struct{ *keeper[model.Centre] }

func newCentrePart(d *desk.Desk, store Store) *centrePart {
	p := &centrePart{newKeeper[model.Centre](d, words.T("settings.centre.saved"))}
	p.read = store.Centre
	p.write = func(ctx context.Context, c model.Centre) (model.Centre, error) { return c, store.SaveCentre(ctx, c) }
	p.Build = p.build
	p.Problems = func() []kit.Problem { return form.Said(p.draft.Check(), "name") }
	p.Discard()
	return p
}

func (p *centrePart) build() {
	b, c := p.Bind("settings.field.", "settings.hint."), &p.draft
	p.View.Section(words.T("settings.centre.names"))
	for i, name := range b.Texts("name", &c.Name) {
		name.Required = i == 0
		p.View.Row(name)
	}
	for i, region := range b.Texts("region", &c.Region) {
		if i == 0 {
			hint(region, "settings.hint.region")
		}
		p.View.Row(region)
	}
	p.View.Section(words.T("settings.centre.contact"))
	p.View.Row(b.Hinted(b.Entry("host", &c.Host, model.MaxName)))
	p.View.Row(b.Entry("coordinator", &c.Coordinator, model.MaxName))
	p.View.Row(b.Entry("phone", &c.Phone, model.MaxShort))
	p.View.Row(b.Entry("email", &c.Email, model.MaxShort))
	p.View.Section(words.T("settings.centre.paper"))
	p.View.Row(b.Hinted(b.Area("letterhead", &c.Letterhead)))
	p.View.Row(b.Hinted(b.Field("logo", newLogoInput(p.d, c.Logo, func(logo []byte) {
		c.Logo = logo
		p.Touch()
	}))))
	p.View.Section(words.T("settings.centre.region"))
	p.View.Row(b.Hinted(b.Field("municipalities", municipalityInput(&c.Municipalities, p.Touch))))
	p.View.Section(words.T("settings.centre.decisions"))
	p.View.Row(b.Hinted(b.Asked("lead_days", &c.LeadDays)))
}
