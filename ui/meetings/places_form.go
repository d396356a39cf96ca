package meetings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// placeForm edits a draft of one place; its inputs write into the draft at once.
type placeForm struct {
	draft
	v     *placesView
	m     model.MeetingPlace
	isNew bool
	first fyne.Focusable
}

func newPlaceForm(v *placesView, m model.MeetingPlace, isNew bool) *placeForm {
	f := &placeForm{draft: newDraft(v.s, v.register.Save, v.register.Leave), v: v, m: m, isNew: isNew}
	f.basics()
	f.access()
	f.premises()
	return f
}

// basics are what the place is called, of which kind it is, and where.
func (f *placeForm) basics() {
	heading := "meetings.section.facts"
	if f.isNew {
		heading = "meetings.place.section.new"
	}
	f.view.Section(words.T(heading))
	for i, field := range f.texts("name", &f.m.Name) {
		if i == 0 {
			field.Required, field.Hint, f.first = true, words.T("meetings.hint.name"), field.Input.(*kit.Entry)
		}
		f.view.Row(field)
	}
	f.view.Row(must[model.PlaceKind](choice(&f.draft, "kind", offered("place.kind", model.PlaceKinds()), &f.m.Kind)))
	f.view.Section(words.T("meetings.section.where"))
	town := hinted(f.municipality(&f.m.Municipality))
	town.Required = true
	f.view.Row(town)
	for _, field := range f.texts("village", &f.m.Village) {
		f.view.Row(field)
	}
	f.view.Row(f.entry("street", &f.m.Address.Street, model.MaxName))
	code := f.entry("postal_code", &f.m.Address.PostalCode, model.MaxShort)
	code.Width = 130
	f.view.Row(code, f.entry("town", &f.m.Address.Town, model.MaxShort))
}

// access is how one gets in and around; what nobody knows stays empty.
func (f *placeForm) access() {
	f.view.Section(words.T("meetings.section.access"))
	f.view.Add(kit.NewText(words.T("meetings.access_explained")))
	facts := accessFacts(&f.m.Access)
	var fields []*kit.Field
	for _, x := range facts {
		field := choice(&f.draft, x.name, offered("answer", []model.Answer{model.Yes, model.No}), x.answer)
		field.Input.(*kit.Select[model.Answer]).SetHint(words.T("meetings.unsaid"))
		fields = append(fields, field)
	}
	for i := 0; i < len(fields); i += 2 {
		f.view.Row(fields[i:min(i+2, len(fields))]...)
	}
	f.areas("access", &f.m.Access.Notes)
}

// premises is whose the place is, how one gets the keys, and by which agreement it is used.
func (f *placeForm) premises() {
	m := &f.m
	f.view.Section(words.T("meetings.section.owner"))
	f.view.Row(hinted(choice(&f.draft, "host", f.s.records.organisationOptions(m.HostID), &m.HostID)))
	f.view.Row(hinted(choice(&f.draft, "owner", f.s.records.organisationOptions(m.OwnerID), &m.OwnerID)))
	f.view.Row(choice(&f.draft, "agreement", f.s.records.agreementOptions(m.AgreementID), &m.AgreementID))
	f.view.Row(hinted(f.count("capacity", &m.Capacity)))
	f.view.Row(f.area("equipment", &m.Equipment))
	f.view.Section(words.T("meetings.section.keys"))
	f.view.Row(hinted(f.area("keys", &m.Keys)))
	f.view.Row(f.entry("booking_name", &m.Booking.Name, model.MaxName))
	f.view.Row(f.entry("booking_phone", &m.Booking.Phone, model.MaxShort), f.entry("booking_email", &m.Booking.Email, model.MaxShort))
	f.view.Section(words.T("meetings.field.notes"))
	f.view.Row(hinted(f.date("ended_on", &m.EndedOn)))
	f.view.Row(f.area("notes", &m.Notes))
}

// trySave saves, or shows why not and returns false; everything that was typed stays.
func (f *placeForm) trySave() (id string, ok bool) {
	c := f.s.desk.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() {
		return "", false
	}
	draft := tidyPlace(f.m)
	all := f.problems(draft.Check())
	f.view.SetProblems(all)
	if refused, fresh := f.sound(all); refused || fresh {
		f.view.FocusFirstProblem()
		return "", false
	}
	saved, err := f.write(context.Background(), draft)
	if err != nil {
		if focused != nil {
			c.Focus(focused)
		}
		f.s.desk.Fail(err, nil)
		return "", false
	}
	f.changed = false
	f.s.desk.Say(words.T("meetings.saved", "name", saved.Name.Best(words.Current())))
	return string(saved.ID), true
}

func (f *placeForm) write(ctx context.Context, draft model.MeetingPlace) (model.MeetingPlace, error) {
	if f.isNew {
		return f.s.store.CreateMeetingPlace(ctx, draft)
	}
	return f.s.store.UpdateMeetingPlace(ctx, draft.ID, func(kept *model.MeetingPlace) error {
		*kept = draft
		return nil
	})
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
