package agreements

import (
	"context"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// newOrganisation asks for the little that a new organisation needs and makes it; the rest is told on its own page.
func (f *form) newOrganisation(name string, then func(model.Organisation)) {
	var o model.Organisation
	o.Name.Set(words.Current(), name)
	o.Language = words.Current()
	typed := name
	b := f.alive(nil)
	into := kit.NewFields()
	into.Row(required(b.entry("name", words.T("agreement_form.organisation.name"), &typed, model.MaxName)))
	into.Row(choice(b, kit.Field{Name: "sector", Label: words.T("agreement_form.organisation.sector"), Required: true},
		codes("sector.", model.Sectors()), &o.Sector, nil))
	f.ask(words.T("agreement_form.organisation.title"), into, func() ([]model.Problem, error) {
		o.Name = model.TextIn(words.Current(), typed)
		if p := o.Check(); len(p) > 0 {
			return p, nil
		}
		made, err := f.store.CreateOrganisation(context.Background(), o)
		if err != nil {
			return nil, err
		}
		f.learn(made)
		then(made)
		return nil, nil
	})
}

// newContact asks for a new contact of the organisation and keeps it there.
func (f *form) newContact(organisation model.ID, name string, then func(model.Contact)) {
	c := model.Contact{ID: model.NewID(), Name: name, From: f.d.Today()}
	b := f.alive(nil)
	into := kit.NewFields()
	into.Row(required(b.entry("name", words.T("agreement_form.contact.name"), &c.Name, model.MaxName)))
	into.Row(b.entry("title", words.T("agreement_form.contact.title"), &c.Title, model.MaxName))
	into.Row(b.entry("phone", words.T("agreement_form.contact.phone"), &c.Phone, model.MaxShort))
	into.Row(b.entry("email", words.T("agreement_form.contact.email"), &c.Email, model.MaxShort))
	warned := false
	f.ask(words.T("agreement_form.contact.heading"), into, func() ([]model.Problem, error) {
		problems := model.Organisation{Name: model.TextIn(model.Finnish, "-"), Sector: model.OtherSector, Contacts: []model.Contact{c}}.Check()
		for i := range problems {
			problems[i].Field = problems[i].Field[len("contacts.0."):]
		}
		if len(problems) > 0 && (!warned || len(model.Refusals(problems)) > 0) {
			warned = true
			return problems, nil
		}
		o, err := f.store.UpdateOrganisation(context.Background(), organisation, func(o *model.Organisation) error {
			o.Contacts = append(o.Contacts, c)
			return nil
		})
		if err != nil {
			return nil, err
		}
		f.learn(o)
		then(c)
		return nil, nil
	})
}

// ask shows fields in a dialog until they are kept or given up. A failed save keeps the dialog with what was typed.
func (f *form) ask(title string, into *kit.Fields, keep func() ([]model.Problem, error)) {
	f.d.Dialogs.Show(
		title, into,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("agreement_form.add"), Default: true, Keep: func() bool {
			problems, err := keep()
			if err != nil {
				f.d.Fail(err, nil)
				return true
			}
			var shown []kit.Problem
			for _, p := range problems {
				shown = append(shown, kit.Problem{Field: p.Field, Warning: p.Severity == model.Warning, Sentence: desk.Problem(p)})
			}
			into.SetProblems(shown)
			return len(shown) > 0 && into.FocusFirstProblem()
		}},
	)
}

// learn takes an organisation that was made or changed here into what can be chosen.
func (f *form) learn(o model.Organisation) {
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
