package agreements

import (
	"context"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// newOrganisation asks for the little that a new organisation needs and makes it; the rest is told on its own page.
func (f *form) newOrganisation(name string, then func(model.Organisation)) {
	o := model.Organisation{Language: words.Current()}
	typed := name
	b := f.alive(nil)
	into := kit.NewFields()
	into.Row(b.required().entry("name", words.T("agreement_form.organisation.name"), &typed, model.MaxName))
	into.Row(choice(b, kit.Field{Name: "sector", Label: words.T("agreement_form.organisation.sector"), Required: true},
		codes("sector.", model.Sectors()), &o.Sector, nil))
	keep := func() ([]model.Problem, error) {
		o.Name = model.TextIn(words.Current(), typed)
		if p := o.Check(); len(p) > 0 {
			return p, nil
		}
		made, err := f.store.CreateOrganisation(context.Background(), o)
		if err == nil {
			f.learn(made)
			o = made
		}
		return nil, err
	}
	f.ask(words.T("agreement_form.organisation.title"), into, keep, func() { then(o) })
}

// newContact asks for a new contact of the organisation and keeps it there.
func (f *form) newContact(organisation model.ID, name string, then func(model.Contact)) {
	c := model.Contact{ID: ids.New(), Name: name, From: f.d.Today()}
	b := f.alive(nil)
	into := kit.NewFields()
	into.Row(b.required().entry("name", words.T("agreement_form.contact.name"), &c.Name, model.MaxName))
	into.Row(b.entry("title", words.T("agreement_form.contact.title"), &c.Title, model.MaxName))
	into.Row(b.entry("phone", words.T("agreement_form.contact.phone"), &c.Phone, model.MaxShort))
	into.Row(b.entry("email", words.T("agreement_form.contact.email"), &c.Email, model.MaxShort))
	warned := false
	keep := func() ([]model.Problem, error) {
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
		if err == nil {
			f.learn(o)
		}
		return nil, err
	}
	f.ask(words.T("agreement_form.contact.heading"), into, keep, func() { then(c) })
}

// ask shows fields in a dialog until they are kept or given up; then runs after they were kept and the dialog closed. A
// failed save keeps the dialog with what was typed.
func (f *form) ask(title string, into *kit.Fields, keep func() ([]model.Problem, error), then func()) {
	f.d.Dialogs.Show(
		title, into,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("agreement_form.add"), Default: true, Do: then, Keep: func() bool {
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
			into.FocusFirstProblem()
			return len(shown) > 0
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
