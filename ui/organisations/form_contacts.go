package organisations

import (
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// people is the list of contacts.
func (f *organisationForm) people() {
	l := kit.NewItems[model.Contact](f.View, f.s.desk.Dialogs)
	l.Name = "contacts"
	l.Add, l.Empty = words.T("organisations.contact.add"), words.T("organisations.no_contacts")
	l.Line = f.contactLine
	l.Edit = func(c *model.Contact, into *kit.Fields) { f.editContact(l, c, into) }
	l.New = func() model.Contact { return model.Contact{ID: ids.New()} }
	l.Blank = blank
	f.View.Section(words.T("organisations.section.contacts"))
	form.AddList(f.Sheet, l, &f.o.Contacts)
}

// blank reports whether nothing was said of the contact.
func blank(c model.Contact) bool {
	return tidied(model.Organisation{Contacts: []model.Contact{c}}).Contacts[0] == model.Contact{ID: c.ID}
}

func (f *organisationForm) contactLine(_ int, c model.Contact) kit.ItemLine {
	name := c.Name
	if name == "" {
		name = words.T("organisations.contact.unnamed")
	}
	detail := words.Joined(c.Title, c.Phone)
	if c.FormerOn(f.s.desk.Today()) {
		detail = words.T("organisations.contact.former") + " " + words.In(words.Current()).DateRange(c.From, c.Until)
	}
	return kit.ItemLine{Title: name, Detail: detail}
}

func (f *organisationForm) editContact(l *kit.Items[model.Contact], c *model.Contact, into *kit.Fields) {
	b := f.Bind("organisations.contact_field.", "organisations.contact_hint.").Of(l.Changed)
	b.Left = nil // problems of a contact are shown when somebody saves
	into.Row(form.Required(b.Entry("name", &c.Name, model.MaxName)))
	into.Row(b.Entry("title", &c.Title, model.MaxName))
	into.Row(b.Entry("phone", &c.Phone, model.MaxShort))
	into.Row(b.Entry("email", &c.Email, model.MaxShort))
	into.Row(form.Choice(b, "language", form.Offered("language", model.Languages()), &c.Language))
	into.Row(b.Date("from", &c.From), b.Hinted(b.Date("until", &c.Until)))
	if c.Until.IsZero() && c.Name != "" {
		into.Add(kit.NewButton(words.T("organisations.contact.leave"), theme.LogoutIcon(), func() {
			c.Until = f.s.desk.Today()
			l.Changed()
			l.Rebuild("until")
		}))
	}
}
