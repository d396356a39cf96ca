package organisations

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// organisationForm edits a draft of one organisation; its inputs write into the draft at once.
type organisationForm struct {
	*form.Sheet
	s     *Screen
	o     model.Organisation // the draft
	isNew bool
	alike *fyne.Container // links to organisations that may be the same
}

func newForm(s *Screen, o model.Organisation, isNew bool) *organisationForm {
	o.Contacts = slices.Clone(o.Contacts)
	f := &organisationForm{Sheet: form.NewSheet(s.desk, s.register.Save, form.Cancel(s.register.Leave)), s: s, o: o, isNew: isNew}
	f.Build, f.Problems, f.Write = f.build, f.amiss, f.write
	f.Early = true
	f.Make()
	return f
}

// build makes the fields: the names first, the language of the window first, and what kind of organisation it is.
func (f *organisationForm) build() {
	heading := words.T("organisations.section.facts")
	if f.isNew {
		heading = words.T("organisations.section.new")
	}
	f.View.Section(heading)
	b := f.bind()
	for i, name := range b.Texts("name", &f.o.Name) {
		if i == 0 {
			name.Required, name.Hint, f.First = true, words.T("organisations.hint.name"), form.FocusOf(name)
		}
		f.View.Row(name)
	}
	f.View.Row(form.OneOf(b, "sector", form.Offered("sector", model.Sectors()), &f.o.Sector))
	id := b.Hinted(b.Entry("business_id", &f.o.BusinessID, model.MaxShort))
	id.Width = 190
	f.View.Row(id)
	f.alike = container.NewVBox()
	f.View.Add(f.alike)
	f.View.Row(b.Area("core_task", &f.o.CoreTask))
	f.View.Row(form.Choice(b, "language", form.Offered("language", model.Languages()), &f.o.Language))
	f.View.Row(b.Hinted(b.Date("ended_on", &f.o.EndedOn)))
	f.address(b)
	f.people()
	f.View.Section(words.T("organisations.notes"))
	f.View.Row(b.Area("notes", &f.o.Notes))
}

// bind makes fields of the organisation.
func (f *organisationForm) bind() form.Binder {
	return f.Bind("organisations.field.", "organisations.hint.")
}

func (f *organisationForm) address(b form.Binder) {
	f.View.Section(words.T("organisations.field.address"))
	f.View.Row(b.Hinted(b.Municipality(f.s.records.places, &f.o.Municipality)))
	f.View.Row(b.Entry("street", &f.o.Address.Street, model.MaxName))
	code := b.Entry("postal_code", &f.o.Address.PostalCode, model.MaxShort)
	code.Width = 130
	f.View.Row(code)
	f.View.Row(b.Entry("town", &f.o.Address.Town, model.MaxShort))
}

func (f *organisationForm) write(ctx context.Context) (model.ID, string, error) {
	draft := tidied(f.o)
	var err error
	if f.isNew {
		draft, err = f.s.store.CreateOrganisation(ctx, draft)
	} else {
		draft, err = f.s.store.UpdateOrganisation(ctx, draft.ID, func(kept *model.Organisation) error {
			*kept = draft
			return nil
		})
	}
	return draft.ID, words.T("form.saved", "name", draft.Name.Best(words.Current())), err
}

// amiss is what the model finds amiss and which organisations may be the same one, to which it shows the way.
func (f *organisationForm) amiss() []kit.Problem {
	draft := tidied(f.o)
	all := form.Said(draft.Check(), "name")
	f.alike.RemoveAll()
	directory := model.DirectoryOf(f.s.records.organisations)
	for _, x := range alikeOf(draft, f.s.records.organisations) {
		name := directory.Name(x.id, words.Current())
		all = append(all, kit.Problem{Field: x.field, Warning: true, Sentence: words.T("organisations.alike."+x.code, "name", name)})
		f.alike.Add(kit.NewLink(words.T("organisations.alike.open", "name", name), func() { f.s.desk.Open(model.KindOrganisation, x.id) }))
	}
	return all
}

// likely is an organisation that may be the same one.
type likely struct {
	field string // in which they are alike: a name or the Business ID
	code  string // of what is said about that
	id    model.ID
}

// alikeOf finds other organisations that may be the same as o, and what is said about that.
func alikeOf(o model.Organisation, all []model.Organisation) []likely {
	var out []likely
	for _, a := range model.AlikeOrganisations(o, all) {
		code := "name"
		if a.Field == "business_id" {
			code = a.Field
		}
		out = append(out, likely{a.Field, code, a.ID})
	}
	return out
}

// tidied is the draft as it is kept: without white space at the ends of its texts, and with a sound Business ID in its
// official form.
func tidied(o model.Organisation) model.Organisation {
	o.Name = o.Name.Trimmed()
	o.Contacts = slices.Clone(o.Contacts)
	texts := []*string{
		&o.BusinessID, &o.Municipality.Name, &o.Address.Street, &o.Address.PostalCode, &o.Address.Town, &o.CoreTask, &o.Notes,
	}
	for i := range o.Contacts {
		c := &o.Contacts[i]
		texts = append(texts, &c.Name, &c.Title, &c.Phone, &c.Email)
	}
	for _, s := range texts {
		*s = strings.TrimSpace(*s)
	}
	if id, wrong := model.CheckBusinessID(o.BusinessID); wrong == "" {
		o.BusinessID = id
	}
	return o
}
