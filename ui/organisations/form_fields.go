package organisations

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// field puts its label, "organisations.field.<name>", beside an input.
func (f *form) field(name string, input kit.Input) *kit.Field {
	return &kit.Field{Name: name, Label: words.T("organisations.field." + name), Input: input}
}

func (f *form) entry(name string, value *string, limit int) *kit.Field {
	e := kit.NewEntry()
	e.MaxRunes = limit
	e.SetValue(*value)
	e.OnChanged = func(s string) {
		*value = s
		f.changed = true
	}
	e.OnLeave = f.left
	return f.field(name, e)
}

func (f *form) area(name string, value *string) *kit.Field {
	e := kit.NewArea()
	e.MinRows, e.MaxRunes = 2, model.MaxNotes
	e.SetValue(*value)
	e.OnChanged = func(s string) {
		*value = s
		f.changed = true
	}
	return f.field(name, e)
}

func (f *form) date(name string, value *model.Date) *kit.Field {
	e := kit.NewDateField()
	e.Today = f.s.desk.Today
	e.SetValue(*value)
	e.OnChanged = func() {
		if d, ok := e.Value(); ok {
			*value = d
		}
		f.changed = true
	}
	return f.field(name, e)
}

// choice makes a field whose empty choice is the empty code.
func choice[C ~string](f *form, name string, options []kit.Option[C], value *C) *kit.Field {
	s := kit.NewSelect(options)
	if *value != "" {
		s.SetValue(*value)
	}
	s.OnChanged = func() {
		*value, _ = s.Value()
		f.changed = true
	}
	return f.field(name, s)
}

// codes offers a closed set with the words of the window.
func codes[C ~string](set string, all []C) []kit.Option[C] {
	out := make([]kit.Option[C], len(all))
	for i, c := range all {
		out[i] = kit.Option[C]{Value: c, Label: words.Capital(words.T(set + string(c)))}
	}
	return out
}

// people is the list of contacts.
func (f *form) people() {
	l := kit.NewItems[model.Contact](f.view, f.s.desk.Dialogs)
	f.contacts = l
	l.Name = "contacts"
	l.Add, l.Empty = words.T("organisations.contact.add"), words.T("organisations.no_contacts")
	l.Line = f.contactLine
	l.Edit = f.editContact
	l.New = func() model.Contact { return model.Contact{ID: ids.New()} }
	l.Blank = blank
	l.OnChanged = func() {
		f.o.Contacts = l.Values()
		f.changed = true
	}
	l.SetValues(f.o.Contacts)
	f.view.Section(words.T("organisations.section.contacts"))
	f.view.Add(l)
}

// blank reports whether nothing was said of the contact.
func blank(c model.Contact) bool {
	return tidied(model.Organisation{Contacts: []model.Contact{c}}).Contacts[0] == model.Contact{ID: c.ID}
}

// dropBlank takes away contacts that were added and never filled in.
func (f *form) dropBlank() {
	var kept []model.Contact
	for _, c := range f.o.Contacts {
		if !blank(c) {
			kept = append(kept, c)
		}
	}
	if len(kept) != len(f.o.Contacts) {
		f.o.Contacts = kept
		f.contacts.SetValues(kept)
	}
}

func (f *form) contactLine(_ int, c model.Contact) kit.ItemLine {
	name := c.Name
	if name == "" {
		name = words.T("organisations.contact.unnamed")
	}
	detail := joined(c.Title, c.Phone)
	if c.FormerOn(f.s.desk.Today()) {
		detail = words.T("organisations.contact.former") + " " + words.In(words.Current()).DateRange(c.From, c.Until)
	}
	return kit.ItemLine{Title: name, Detail: detail}
}

func (f *form) editContact(c *model.Contact, into *kit.Fields) {
	name := f.contactEntry("name", &c.Name, model.MaxName)
	name.Required = true
	into.Row(name)
	into.Row(f.contactEntry("title", &c.Title, model.MaxName))
	into.Row(f.contactEntry("phone", &c.Phone, model.MaxShort))
	into.Row(f.contactEntry("email", &c.Email, model.MaxShort))
	into.Row(f.ofContact(choice(f, "language", codes("language.", model.Languages()), &c.Language)))
	from, until := f.ofContact(f.date("from", &c.From)), f.ofContact(f.date("until", &c.Until))
	until.Hint = words.T("organisations.contact.until_hint")
	into.Row(from, until)
	if c.Until.IsZero() && c.Name != "" {
		into.Add(leftButton(func() {
			c.Until = f.s.desk.Today()
			f.contacts.Changed()
			f.contacts.Rebuild("until")
		}))
	}
}

// leftButton says that the contact has left.
func leftButton(do func()) fyne.CanvasObject {
	return kit.NewButton(words.T("organisations.contact.leave"), theme.LogoutIcon(), do)
}

func (f *form) contactEntry(name string, value *string, limit int) *kit.Field {
	return f.ofContact(f.entry(name, value, limit))
}

// ofContact makes a field one of the open contact: its line is written anew at each change.
func (f *form) ofContact(field *kit.Field) *kit.Field {
	field.Label = words.T("organisations.contact_field." + field.Name)
	switch input := field.Input.(type) {
	case *kit.Entry:
		input.OnLeave = nil // problems of a contact are shown when somebody saves
		input.OnChanged = after(input.OnChanged, f.contacts.Changed)
	case *kit.DateField:
		input.OnChanged = both(input.OnChanged, f.contacts.Changed)
	case *kit.Select[model.Language]:
		input.OnChanged = both(input.OnChanged, f.contacts.Changed)
	}
	return field
}

func both(first, then func()) func() {
	return func() {
		first()
		then()
	}
}

func after(first func(string), then func()) func(string) {
	return func(s string) {
		first(s)
		then()
	}
}
