package meetings

import (
	"context"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// placeForm edits a draft of one place; its inputs write into the draft at once.
type placeForm struct {
	*form.Sheet
	s     *Screen
	m     model.MeetingPlace
	isNew bool
}

func newPlaceForm(v *placesView, m model.MeetingPlace, isNew bool) *placeForm {
	f := &placeForm{Sheet: v.s.newSheet(v.register.Save, v.register.Leave), s: v.s, m: m, isNew: isNew}
	f.Build = func() {
		f.basics()
		f.access()
		f.premises()
	}
	f.Problems = func() []kit.Problem { return form.Said(tidyPlace(f.m).Check(), "name", "village", "access") }
	f.Write = f.write
	f.Make()
	return f
}

// basics are what the place is called, of which kind it is, and where.
func (f *placeForm) basics() {
	heading := "meetings.section.facts"
	if f.isNew {
		heading = "meetings.place.section.new"
	}
	f.View.Section(words.T(heading))
	b := bind(f.Sheet)
	nameRows(f.Sheet, &f.m.Name, "meetings.hint.name")
	f.View.Row(form.OneOf(b, "kind", form.Offered("place.kind", model.PlaceKinds()), &f.m.Kind))
	f.View.Section(words.T("meetings.section.where"))
	town := b.Hinted(b.Municipality(f.s.records.towns, &f.m.Municipality))
	town.Required = true
	f.View.Row(town)
	for _, field := range b.Texts("village", &f.m.Village) {
		f.View.Row(field)
	}
	f.View.Row(b.Entry("street", &f.m.Address.Street, model.MaxName))
	code := b.Entry("postal_code", &f.m.Address.PostalCode, model.MaxShort)
	code.Width = 130
	f.View.Row(code, b.Entry("town", &f.m.Address.Town, model.MaxShort))
}

// access is how one gets in and around; what nobody knows stays empty.
func (f *placeForm) access() {
	f.View.Section(words.T("meetings.section.access"))
	f.View.Add(kit.NewText(words.T("meetings.access_explained")))
	b := bind(f.Sheet)
	facts := accessFacts(&f.m.Access)
	var fields []*kit.Field
	for _, x := range facts {
		field := form.Choice(b, x.name, form.Offered("answer", []model.Answer{model.Yes, model.No}), x.answer)
		field.Input.(*kit.Select[model.Answer]).SetHint(words.T("meetings.unsaid"))
		fields = append(fields, field)
	}
	for i := 0; i < len(fields); i += 2 {
		f.View.Row(fields[i:min(i+2, len(fields))]...)
	}
	areaRows(f.Sheet, "access", &f.m.Access.Notes)
}

// premises is whose the place is, how one gets the keys, and by which agreement it is used.
func (f *placeForm) premises() {
	m, b := &f.m, bind(f.Sheet)
	f.View.Section(words.T("meetings.section.owner"))
	f.View.Row(b.Hinted(form.Choice(b, "host", f.s.records.organisationOptions(m.HostID), &m.HostID)))
	f.View.Row(b.Hinted(form.Choice(b, "owner", f.s.records.organisationOptions(m.OwnerID), &m.OwnerID)))
	f.View.Row(form.Choice(b, "agreement", f.s.records.agreementOptions(m.AgreementID), &m.AgreementID))
	f.View.Row(b.Hinted(b.Count("capacity", &m.Capacity)))
	f.View.Row(b.Area("equipment", &m.Equipment))
	f.View.Section(words.T("meetings.section.keys"))
	f.View.Row(b.Hinted(b.Area("keys", &m.Keys)))
	f.View.Row(b.Entry("booking_name", &m.Booking.Name, model.MaxName))
	f.View.Row(b.Entry("booking_phone", &m.Booking.Phone, model.MaxShort), b.Entry("booking_email", &m.Booking.Email, model.MaxShort))
	f.View.Section(words.T("meetings.field.notes"))
	f.View.Row(b.Hinted(b.Date("ended_on", &m.EndedOn)))
	f.View.Row(b.Area("notes", &m.Notes))
}

func (f *placeForm) write(ctx context.Context) (model.ID, string, error) {
	draft := tidyPlace(f.m)
	var err error
	if f.isNew {
		draft, err = f.s.store.CreateMeetingPlace(ctx, draft)
	} else {
		draft, err = f.s.store.UpdateMeetingPlace(ctx, draft.ID, func(kept *model.MeetingPlace) error {
			*kept = draft
			return nil
		})
	}
	return draft.ID, words.T("form.saved", "name", draft.Name.Best(words.Current())), err
}

// tidyPlace is the draft as it is kept: without white space at the ends of its texts.
func tidyPlace(m model.MeetingPlace) model.MeetingPlace {
	m.Name, m.Village, m.Access.Notes = m.Name.Trimmed(), m.Village.Trimmed(), m.Access.Notes.Trimmed()
	for _, s := range []*string{
		&m.Municipality.Name, &m.Address.Street, &m.Address.PostalCode, &m.Address.Town, &m.Equipment, &m.Keys, &m.Notes,
		&m.Booking.Name, &m.Booking.Phone, &m.Booking.Email,
	} {
		*s = strings.TrimSpace(*s)
	}
	return m
}
