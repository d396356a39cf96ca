package importing

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// placeKind is meeting places.
func placeKind(x *records) kindOf[model.MeetingPlace] {
	type place = model.MeetingPlace
	seen := map[model.ID]place{}
	attributes := slices.Concat(namesOf(func(p *place) *model.Text { return &p.Name }), []attribute[place]{
		choiceOf(x, PlaceKind, "place.kind", model.PlaceKinds(), func(p *place) *model.PlaceKind { return &p.Kind }),
	}, addressOf(func(p *place) *model.Address { return &p.Address }), []attribute[place]{
		municipalityOf(x, func(p *place) *model.Municipality { return &p.Municipality }),
		nameOf(VillageFi, model.Finnish, func(p *place) *model.Text { return &p.Village }),
		nameOf(VillageSv, model.Swedish, func(p *place) *model.Text { return &p.Village }),
		organisationOf(x, Host, func(p *place) *model.ID { return &p.HostID }),
		organisationOf(x, Owner, func(p *place) *model.ID { return &p.OwnerID }),
		numberAt(Capacity, func(p *place) *model.Count { return &p.Capacity }),
		answerOf(x, StepFree, func(p *place) *model.Answer { return &p.Access.StepFree }),
		answerOf(x, Toilet, func(p *place) *model.Answer { return &p.Access.Toilet }),
		answerOf(x, ChangingTable, func(p *place) *model.Answer { return &p.Access.ChangingTable }),
		answerOf(x, Parking, func(p *place) *model.Answer { return &p.Access.Parking }),
		answerOf(x, PramSpace, func(p *place) *model.Answer { return &p.Access.PramSpace }),
		textOf(Equipment, func(p *place) *string { return &p.Equipment }),
		textOf(Keys, func(p *place) *string { return &p.Keys }),
	}, contactOf(x, func(p *place) *model.Contact { return &p.Booking })[:4], []attribute[place]{
		dayOf(x, EndedOn, func(p *place) *model.Date { return &p.EndedOn }),
		textOf(Notes, func(p *place) *string { return &p.Notes }),
	})
	return kindOf[place]{
		attributes: attributes,
		known:      x.f.Places,
		fresh:      func(id model.ID) place { return x.newPlace(id) },
		find: func(r *Row) found {
			all := x.named(x.places, r)
			town := x.f.municipality(r.cells[Municipality].Text)
			at := func(id model.ID) place {
				if p, ok := seen[id]; ok {
					return p
				}
				return x.f.Places[id]
			}
			if r.cells[Municipality].Text != "" { // two villages may have a place of the same name
				all = slices.DeleteFunc(all, func(id model.ID) bool {
					m := at(id).Municipality
					return m.Code != town.Code || (m.Code == "" && m.Name != town.Name)
				})
			}
			return chosen(all, func(id model.ID) Candidate {
				p := at(id)
				return Candidate{id, p.Name.Best(x.f.language(x.f.In)), words.Joined(p.Municipality.Name, p.Address.Street)}
			})
		},
		end: func(r *Row, p *place, isNew bool) {
			if p.Municipality.IsZero() {
				if m := x.f.municipality(p.Address.Town); m.Code != "" {
					p.Municipality = m
				}
			}
			if _, said := r.cells[PlaceKind]; isNew && !said {
				r.Troubles = append(r.Troubles, Trouble{Field: PlaceKind, Code: "place_kind_other", Kept: true})
			}
		},
		check: func(p *place) []model.Problem { return p.Check() },
		learn: func(p *place) {
			seen[p.ID] = *p
			x.places.texts(p.Name, p.ID)
		},
		label: func(p *place) string { return p.Name.Best(x.f.language(x.f.In)) },
		put:   func(b *model.ImportBatch, p place) { b.Places = append(b.Places, p) },
	}
}

// newPlace is a place of which nothing is known; a centre of one municipality has it there.
func (x *records) newPlace(id model.ID) model.MeetingPlace {
	p := model.MeetingPlace{ID: id, Kind: model.OtherPlace}
	if all := x.f.Centre.Municipalities; len(all) == 1 {
		p.Municipality = model.Municipality{Code: all[0].Code, Name: all[0].Name(x.f.language(x.f.In))}
	}
	return p
}

// named lists the records that have one of the names of a row.
func (x *records) named(all index, r *Row) []model.ID {
	var out []model.ID
	for _, field := range []Field{NameFi, NameSv, NameEn} {
		for _, id := range all[model.Fold(r.cells[field].Text)] {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// chosen is the only one of the records, or they are to be chosen from.
func chosen(all []model.ID, candidate func(model.ID) Candidate) found {
	switch len(all) {
	case 0:
		return found{}
	case 1:
		return found{id: all[0]}
	}
	var f found
	for _, id := range all {
		f.candidates = append(f.candidates, candidate(id))
	}
	return f
}
