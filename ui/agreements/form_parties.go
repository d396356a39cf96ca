package agreements

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// partyEditor edits the parties; they are equal, and their order is that of the paper.
type partyEditor struct {
	f     *agreementForm
	items *kit.Items[model.Party]
}

func (f *agreementForm) parties() {
	p := partyEditor{f, kit.NewItems[model.Party](f.View, f.d.Dialogs)}
	l := p.items
	l.Name, l.Fixed = "parties", f.frozen
	l.Add, l.Empty = words.T("agreement_form.party.add"), words.T("agreement_form.party.none")
	l.Line = p.line
	l.Edit = p.edit
	l.New = func() model.Party { return model.Party{ID: ids.New()} }
	l.Blank = func(x model.Party) bool { return x.OrganisationID == "" && x.Role == "" && x.CoreTask == "" }
	l.OnChanged = f.dropStrangers
	f.View.Section(words.T("agreement_form.parties"))
	form.AddList(f.Sheet, l, &f.a.Parties)
}

// dropStrangers takes parties that were removed out of the division of work. A contribution of a removed party stays and
// asks for another: it was somebody's promise.
func (f *agreementForm) dropStrangers() {
	for i := range f.a.Tasks {
		f.a.Tasks[i].PartyIDs = slices.DeleteFunc(slices.Clone(f.a.Tasks[i].PartyIDs), func(id model.ID) bool {
			return !slices.ContainsFunc(f.a.Parties, func(p model.Party) bool { return p.ID == id })
		})
	}
}

func (p partyEditor) line(i int, x model.Party) kit.ItemLine {
	name := p.f.directory.Name(x.OrganisationID, words.Current())
	number := words.In(words.Current()).Number(int64(i+1)*100) + ". "
	line := kit.ItemLine{Title: number + cmp.Or(name, words.T("agreement_form.party.unnamed"))}
	var detail []string
	for _, s := range []string{x.Role, p.person(x)} {
		if s != "" {
			detail = append(detail, s)
		}
	}
	in := words.In(words.Current())
	switch s := x.Signing; {
	case p.f.a.Form != model.Written:
	case !s.SignedOn.IsZero():
		detail = append(detail, words.T("agreement_form.party.signed", "date", in.Date(s.SignedOn)))
	case !s.SentOn.IsZero():
		detail = append(detail, words.T("agreement_form.party.sent", "date", in.Date(s.SentOn)))
	}
	line.Detail = strings.Join(detail, " · ")
	return line
}

// person is the contact of the party.
func (p partyEditor) person(x model.Party) string {
	c, _ := p.f.directory[x.OrganisationID].Contact(x.ContactID)
	return c.Name
}

func (p partyEditor) edit(x *model.Party, into *kit.Fields) {
	b, living := of(p.f.signed(), "party", p.items.Changed), of(p.f.alive(), "party", p.items.Changed)
	into.Row(p.organisation(b, x))
	into.Row(b.Entry("role", &x.Role, model.MaxName))
	into.Row(b.Area("core_task", &x.CoreTask))
	into.Row(form.Choices(living, "services", form.Offered("service", model.Services()), &x.Services))
	into.Row(p.contact(living, x, "contact", &x.ContactID), p.contact(living, x, "deputy", &x.DeputyID))
	if p.f.a.Form == model.Written {
		into.Row(living.Entry("signatory", &x.Signatory, model.MaxName), living.Entry("signatory_title", &x.SignatoryTitle, model.MaxName))
	}
	into.Row(living.Entry("decision_body", &x.DecisionBody, model.MaxName))
	section := living.Entry("decision_section", &x.DecisionSection, model.MaxShort)
	section.Width = 120
	into.Row(living.Date("decision_on", &x.DecisionOn), section)
	if p.f.a.Form == model.Written {
		p.signing(living, x, into)
	}
}

func (p partyEditor) signing(b form.Binder, x *model.Party, into *kit.Fields) {
	s := &x.Signing
	into.Row(b.Date("sent_on", &s.SentOn), b.Date("signed_on", &s.SignedOn))
	into.Row(b.Date("returned_on", &s.ReturnedOn), b.Date("copy_on", &s.CopyOn))
	electronic := b.Box("electronic", words.T("agreement_form.party.electronic"), &s.Electronic)
	electronic.Label = words.T("agreement_form.party.way")
	into.Row(electronic)
}

func (p partyEditor) organisation(b form.Binder, x *model.Party) *kit.Field {
	options := make([]kit.Option[model.ID], len(p.f.organisations))
	for i, o := range p.f.organisations {
		options[i] = kit.Option[model.ID]{Value: o.ID, Label: o.Name.Best(words.Current()), Detail: o.Municipality.Name}
	}
	field := b.Hinted(form.OneOf(b.Then(func() { p.chose(x) }), "organisation", options, &x.OrganisationID))
	s := field.Input.(*kit.Select[model.ID])
	s.AddNew = func(typed string) {
		p.f.newOrganisation(typed, func(o model.Organisation) {
			x.OrganisationID = o.ID
			b.Changed()
			p.chose(x)
		})
	}
	return field
}

// chose proposes what the organisation says of itself: its core task, and its contact if there is only one.
func (p partyEditor) chose(x *model.Party) {
	o := p.f.directory[x.OrganisationID]
	if x.CoreTask == "" {
		x.CoreTask = o.CoreTask
	}
	if _, ok := o.Contact(x.ContactID); !ok {
		x.ContactID = ""
		if now := p.current(o); len(now) == 1 {
			p.choseContact(x, now[0].ID)
		}
	}
	if _, ok := o.Contact(x.DeputyID); !ok {
		x.DeputyID = ""
	}
	p.items.Changed()
	p.items.Rebuild("organisation")
}

// choseContact makes the person the contact and proposes the same one as signatory, unless another was named.
func (p partyEditor) choseContact(x *model.Party, id model.ID) {
	before, _ := p.f.directory[x.OrganisationID].Contact(x.ContactID)
	after, _ := p.f.directory[x.OrganisationID].Contact(id)
	if x.Signatory == "" || x.Signatory == before.Name {
		x.Signatory, x.SignatoryTitle = after.Name, after.Title
	}
	x.ContactID = id
}

// current are the contacts of the organisation who have not left.
func (p partyEditor) current(o model.Organisation) []model.Contact {
	return slices.DeleteFunc(slices.Clone(o.Contacts), func(c model.Contact) bool { return c.FormerOn(p.f.d.Today()) })
}

// contact chooses the contact or the deputy. One who has left stays chosen until another is.
func (p partyEditor) contact(b form.Binder, x *model.Party, role string, id *model.ID) *kit.Field {
	o := p.f.directory[x.OrganisationID]
	people := p.current(o)
	if c, ok := o.Contact(*id); ok && c.FormerOn(p.f.d.Today()) {
		c.Title = words.T("agreement_form.party.former")
		people = append(people, c)
	}
	options := make([]kit.Option[model.ID], len(people))
	for i, c := range people {
		options[i] = kit.Option[model.ID]{Value: c.ID, Label: c.Name, Detail: c.Title}
	}
	take := func(chosen model.ID) {
		if role == "contact" {
			p.choseContact(x, chosen)
		} else {
			*id = chosen
		}
		b.Changed()
		p.items.Rebuild(role)
	}
	chosen := *id
	field := form.Choice(b.Of(func() { take(chosen) }), role, options, &chosen)
	s := field.Input.(*kit.Select[model.ID])
	if x.OrganisationID == "" {
		s.Disable()
	}
	s.AddNew = func(typed string) {
		p.f.newContact(x.OrganisationID, typed, func(c model.Contact) { take(c.ID) })
	}
	return field
}
