package importing

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/words"
)

// organisationKind is organisations, with a contact of each.
func organisationKind(x *records) kindOf[model.Organisation] {
	k := contactsOfOrganisations(x)
	seen := map[model.ID]model.Organisation{} // new ones of the rows above
	k.attributes = slices.Concat(namesOf(func(o *model.Organisation) *model.Text { return &o.Name }), []attribute[model.Organisation]{
		choiceOf(x, SectorField, "sector", model.Sectors(), func(o *model.Organisation) *model.Sector { return &o.Sector }),
		{
			BusinessID,
			func(_ *Row, o *model.Organisation, v spreadsheet.Value) *Trouble {
				o.BusinessID, _ = model.CheckBusinessID(v.Text) // a wrong one stays as it is written, and the model warns
				return nil
			},
			func(o *model.Organisation) string { return o.BusinessID },
		},
		municipalityOf(x, func(o *model.Organisation) *model.Municipality { return &o.Municipality }),
	}, addressOf(func(o *model.Organisation) *model.Address { return &o.Address }), []attribute[model.Organisation]{
		textOf(CoreTask, func(o *model.Organisation) *string { return &o.CoreTask }),
		languageChoice(x, Language, func(o *model.Organisation) *model.Language { return &o.Language }),
		dayOf(x, EndedOn, func(o *model.Organisation) *model.Date { return &o.EndedOn }),
		textOf(Notes, func(o *model.Organisation) *string { return &o.Notes }),
	}, k.attributes)
	k.fresh = func(id model.ID) model.Organisation { return model.Organisation{ID: id} }
	k.learn = func(o *model.Organisation) {
		seen[o.ID] = *o
		x.learnOrganisation(o)
	}
	k.find = func(r *Row) found {
		probe := model.Organisation{
			Name:       model.Text{Fi: r.cells[NameFi].Text, Sv: r.cells[NameSv].Text, En: r.cells[NameEn].Text},
			BusinessID: r.cells[BusinessID].Text,
		}
		return x.alike(probe, seen)
	}
	end := k.end
	k.end = func(r *Row, o *model.Organisation, isNew bool) {
		end(r, o, isNew)
		if i := slices.IndexFunc(r.Changes, renames); i >= 0 && !isNew { // found by its Business ID alone
			r.Troubles = append(r.Troubles, Trouble{Field: r.Changes[i].Field, Text: r.Changes[i].New, Code: "renamed", Kept: true})
		}
		if o.Sector == "" { // has to be there, and lists of partners seldom say it
			o.Sector = model.OtherSector
			r.Troubles = append(r.Troubles, Trouble{Field: SectorField, Code: "sector_other", Kept: true})
		}
	}
	return k
}

// renames reports whether a name that was there becomes another one, more than its letters and spaces.
func renames(c Change) bool {
	name := c.Field == NameFi || c.Field == NameSv || c.Field == NameEn
	return name && c.Old != "" && model.Fold(c.Old) != model.Fold(c.New)
}

// alike finds which organisation of the register or of the rows above is meant, by the rule of the model; one Business ID
// that differs from another tells two of the same name apart.
func (x *records) alike(o model.Organisation, seen map[model.ID]model.Organisation) found {
	id, wrong := model.CheckBusinessID(o.BusinessID)
	var near []model.Organisation
	add := func(all []model.ID) {
		for _, id := range all {
			other, ok := seen[id]
			if !ok {
				other = x.f.Organisations[id]
			}
			if !slices.ContainsFunc(near, func(n model.Organisation) bool { return n.ID == id }) {
				near = append(near, other)
			}
		}
	}
	for _, l := range model.Languages() {
		if name := o.Name.In(l); name != "" {
			add(x.organisations[model.Fold(name)])
		}
	}
	if wrong == "" {
		add(x.businesses[id])
	}
	var same []model.Organisation
	for _, a := range model.AlikeOrganisations(o, near) {
		other := near[slices.IndexFunc(near, func(n model.Organisation) bool { return n.ID == a.ID })]
		theirs, bad := model.CheckBusinessID(other.BusinessID)
		if wrong == "" && bad == "" && theirs == id {
			return found{id: a.ID}
		}
		if wrong != "" || bad != "" || id == "" || theirs == "" {
			same = append(same, other)
		}
	}
	if len(same) == 1 {
		return found{id: same[0].ID}
	}
	var f found
	for _, other := range same {
		f.candidates = append(f.candidates, x.candidate(other))
	}
	return f
}

func (x *records) candidate(o model.Organisation) Candidate {
	return Candidate{o.ID, o.Name.Best(x.f.language(x.f.In)), words.Joined(o.Municipality.Name, o.BusinessID)}
}

// contactKind is contacts of organisations that are in the register.
func contactKind(x *records) kindOf[model.Organisation] {
	k := contactsOfOrganisations(x)
	k.find = func(r *Row) found {
		name := r.cells[OrganisationName].Text
		probe := model.Organisation{Name: model.TextIn(model.Finnish, name), BusinessID: r.cells[BusinessID].Text}
		if probe.BusinessID == "" { // it may stand for the name
			probe.BusinessID = name
		}
		f := x.alike(probe, nil)
		if f.id == "" && len(f.candidates) == 0 {
			if name == "" {
				name = r.cells[BusinessID].Text
			}
			f.trouble = wrong("no_organisation", name)
			f.trouble.Field = OrganisationName
		}
		return f
	}
	return k
}

// contactsOfOrganisations is what organisations and their contacts share.
func contactsOfOrganisations(x *records) kindOf[model.Organisation] {
	at := func(o *model.Organisation) *model.Contact {
		if x.item < 0 {
			return nil
		}
		return &o.Contacts[x.item]
	}
	k := kindOf[model.Organisation]{
		attributes: contactOf(x, at),
		known:      x.f.Organisations,
		fresh:      func(id model.ID) model.Organisation { return model.Organisation{ID: id} },
		check:      func(o *model.Organisation) []model.Problem { return o.Check() },
		learn:      func(*model.Organisation) {},
		label:      func(o *model.Organisation) string { return o.Name.Best(x.f.language(x.f.In)) },
		put:        func(b *model.ImportBatch, o model.Organisation) { b.Organisations = append(b.Organisations, o) },
	}
	k.begin = func(r *Row, o *model.Organisation) {
		x.item = -1
		name := nameKey(personName(r.cells[ContactName].Text))
		if name == "" {
			return
		}
		o.Contacts = slices.Clone(o.Contacts)
		x.item = slices.IndexFunc(o.Contacts, func(c model.Contact) bool {
			return nameKey(c.Name) == name && !c.FormerOn(x.f.Today)
		})
		if x.item < 0 {
			x.item = len(o.Contacts)
			o.Contacts = append(o.Contacts, model.Contact{ID: ids.New()})
		}
	}
	k.end = func(_ *Row, o *model.Organisation, _ bool) { // a contact whose name was left out is none
		o.Contacts = slices.DeleteFunc(slices.Clone(o.Contacts), func(c model.Contact) bool { return c.Name == "" })
	}
	return k
}

// contactOf are the attributes of a contact; at is nil for a row that names none.
func contactOf[T any](x *records, at func(*T) *model.Contact) []attribute[T] {
	none := model.Contact{}
	of := func(t *T) *model.Contact {
		if c := at(t); c != nil {
			return c
		}
		none = model.Contact{}
		return &none
	}
	all := []attribute[T]{
		{
			ContactName,
			func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
				if name := personName(v.Text); nameKey(of(t).Name) != nameKey(name) {
					of(t).Name = name
				}
				return nil
			},
			func(t *T) string { return of(t).Name },
		},
		textOf(ContactTitle, func(t *T) *string { return &of(t).Title }),
		phoneAt(ContactPhone, func(t *T) *string { return &of(t).Phone }),
		emailAt(ContactEmail, func(t *T) *string { return &of(t).Email }),
		languageChoice(x, ContactLanguage, func(t *T) *model.Language { return &of(t).Language }),
		dayOf(x, ContactFrom, func(t *T) *model.Date { return &of(t).From }),
		dayOf(x, ContactUntil, func(t *T) *model.Date { return &of(t).Until }),
	}
	for i, a := range all {
		all[i].set = func(r *Row, t *T, v spreadsheet.Value) *Trouble {
			if at(t) == nil {
				return wrong("contact_without_name", v.Text)
			}
			return a.set(r, t, v)
		}
	}
	return all
}

func addressOf[T any](at func(*T) *model.Address) []attribute[T] {
	return []attribute[T]{
		textOf(Street, func(t *T) *string { return &at(t).Street }),
		{
			PostalCode,
			func(_ *Row, t *T, v spreadsheet.Value) *Trouble { // kept as a number, 00100 has lost its zeros
				code := v.Text
				if v.Numeric && len(code) < 5 && len(code) > 2 {
					code = "00000"[len(code):] + code
				}
				at(t).PostalCode = code
				return nil
			},
			func(t *T) string { return at(t).PostalCode },
		},
		textOf(Town, func(t *T) *string { return &at(t).Town }),
	}
}
