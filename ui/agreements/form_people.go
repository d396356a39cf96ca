package agreements

import (
	"context"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// newOrganisation asks for the little that a new organisation needs and makes it; the rest is told on its own page.
func (f *agreementForm) newOrganisation(name string, then func(model.Organisation)) {
	o := model.Organisation{Language: words.Current()}
	b := of(f.alive(), "organisation", f.Touch)
	into := kit.NewFields()
	into.Row(form.Required(b.Entry("name", &name, model.MaxName)))
	into.Row(form.OneOf(b, "sector", form.Offered("sector", model.Sectors()), &o.Sector))
	form.Question{
		Title: words.T("agreement_form.organisation.title"), Verb: words.T("agreement_form.add"), Fields: into,
		Problems: func() []kit.Problem {
			o.Name = model.TextIn(words.Current(), name)
			return form.Said(o.Check())
		},
		Write: func(ctx context.Context) (string, error) {
			made, err := f.store.CreateOrganisation(ctx, o)
			if err == nil {
				f.learn(made)
				o = made
			}
			return "", err
		},
		Then: func() { then(o) },
	}.Ask(f.d)
}

// newContact asks for a new contact of the organisation and keeps it there.
func (f *agreementForm) newContact(organisation model.ID, name string, then func(model.Contact)) {
	c := model.Contact{ID: ids.New(), Name: name, From: f.d.Today()}
	b := of(f.alive(), "contact", f.Touch)
	into := kit.NewFields()
	into.Row(form.Required(b.Entry("name", &c.Name, model.MaxName)))
	into.Row(b.Entry("title", &c.Title, model.MaxName))
	into.Row(b.Entry("phone", &c.Phone, model.MaxShort))
	into.Row(b.Entry("email", &c.Email, model.MaxShort))
	form.Question{
		Title: words.T("agreement_form.contact.heading"), Verb: words.T("agreement_form.add"), Fields: into,
		Problems: func() []kit.Problem {
			alone := model.Organisation{Name: model.TextIn(model.Finnish, "-"), Sector: model.OtherSector, Contacts: []model.Contact{c}}
			all := form.Said(alone.Check())
			for i := range all {
				all[i].Field = strings.TrimPrefix(all[i].Field, "contacts.0.")
			}
			return all
		},
		Write: func(ctx context.Context) (string, error) {
			o, err := f.store.UpdateOrganisation(ctx, organisation, func(o *model.Organisation) error {
				o.Contacts = append(o.Contacts, c)
				return nil
			})
			if err == nil {
				f.learn(o)
			}
			return "", err
		},
		Then: func() { then(c) },
	}.Ask(f.d)
}

// learn takes an organisation that was made or changed here into what can be chosen.
func (f *agreementForm) learn(o model.Organisation) {
	if _, known := f.directory[o.ID]; !known {
		f.organisations = append(f.organisations, o)
	}
	f.directory[o.ID] = o
	for i := range f.organisations {
		if f.organisations[i].ID == o.ID {
			f.organisations[i] = o
		}
	}
}
