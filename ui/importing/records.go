package importing

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/ids"
)

// index finds records by a folded name or another key.
type index map[string][]model.ID

func (x index) add(key string, id model.ID) {
	if key != "" && !slices.Contains(x[key], id) {
		x[key] = append(x[key], id)
	}
}

func (x index) texts(t model.Text, id model.ID) {
	for _, l := range model.Languages() {
		x.add(model.Fold(t.In(l)), id)
	}
}

// records are the registers as the rows so far would leave them, as far as rows name other records.
type records struct {
	f             *Facts
	organisations index // by name
	businesses    index // by Business ID
	leaders       index // by nameKey
	places        index
	groups        index
	programmes    index
	newProgrammes map[model.ID]model.Programme
	item          int // which contact or training of its record the row is about, -1 for none
}

func newRecords(f *Facts) *records {
	x := &records{
		f: f, organisations: index{}, businesses: index{}, leaders: index{}, places: index{}, groups: index{}, programmes: index{},
		newProgrammes: map[model.ID]model.Programme{},
	}
	for _, o := range f.Organisations {
		x.learnOrganisation(&o)
	}
	for _, l := range f.Leaders {
		if !l.Anonymised() {
			x.leaders.add(nameKey(l.Name), l.ID)
		}
	}
	for _, p := range f.Places {
		x.places.texts(p.Name, p.ID)
	}
	for _, g := range f.Groups {
		x.groups.texts(g.Name, g.ID)
	}
	for _, p := range f.Programmes {
		x.programmes.texts(p.Name, p.ID)
	}
	return x
}

func (x *records) learnOrganisation(o *model.Organisation) {
	x.organisations.texts(o.Name, o.ID)
	if id, wrong := model.CheckBusinessID(o.BusinessID); wrong == "" {
		x.businesses.add(id, o.ID)
	}
}

// one finds the only record of a name.
func one(x index, key, text, what string) (model.ID, *Trouble) {
	switch all := x[key]; len(all) {
	case 1:
		return all[0], nil
	case 0:
		return "", wrong("no_"+what, text)
	default:
		return "", wrong("two_"+what, text)
	}
}

// organisation finds one by its name or its Business ID.
func (x *records) organisation(text string) (model.ID, *Trouble) {
	if id, wrong := model.CheckBusinessID(text); wrong == "" && len(x.businesses[id]) == 1 {
		return x.businesses[id][0], nil
	}
	return one(x.organisations, model.Fold(text), text, "organisation")
}

func (x *records) place(text string) (model.ID, *Trouble) {
	return one(x.places, model.Fold(text), text, "place")
}

func (x *records) leader(text string) (model.ID, *Trouble) {
	return one(x.leaders, nameKey(personName(text)), text, "leader")
}

// programme finds a training programme by its name; one that is not known becomes a new one.
func (x *records) programme(text string) (id model.ID, isNew bool, t *Trouble) {
	id, t = one(x.programmes, model.Fold(text), text, "programme")
	if t == nil || t.Code != "no_programme" {
		_, isNew = x.newProgrammes[id]
		return id, isNew, t
	}
	p := model.Programme{ID: ids.New(), Name: model.TextIn(x.f.language(x.f.In), text), Kind: model.OwnProgramme}
	x.programmes.add(model.Fold(text), p.ID)
	x.newProgrammes[p.ID] = p
	return p.ID, true, nil
}

// programmeName is the name of a programme of the register or of a new one.
func (x *records) programmeName(id model.ID) string {
	if p, ok := x.newProgrammes[id]; ok {
		return p.Name.Best(x.f.language(x.f.In))
	}
	i := slices.IndexFunc(x.f.Programmes, func(p model.Programme) bool { return p.ID == id })
	if i < 0 {
		return ""
	}
	return x.f.Programmes[i].Name.Best(x.f.language(x.f.In))
}

// organisationName is the name of an organisation of the register.
func (x *records) organisationName(id model.ID) string {
	return x.f.Organisations.Name(id, x.f.language(x.f.In))
}
