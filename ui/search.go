package ui

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// found is a record that the search leads to. Contact tells contacts of the same organisation apart.
type found struct {
	kind    model.Kind
	id      model.ID
	contact model.ID
}

// search finds any record by its name or number: agreements, organisations and their contacts, leaders, training, meeting places and
// groups.
type search struct {
	input *kit.Select[found]
	store Store
	desk  *desk.Desk
	stale bool // records have changed since the choices were made
}

func newSearch(store Store, d *desk.Desk) *search {
	s := &search{input: kit.NewSelect[found](nil), store: store, desk: d, stale: true}
	s.input.SetHint(words.T("shell.search"))
	s.input.SetLabel(words.T("shell.search"))
	s.input.SetOnFocus(s.load)
	s.input.OnChanged = func() {
		f, ok := s.input.Value()
		s.input.Clear()
		if ok {
			d.Open(f.kind, f.id)
		}
	}
	return s
}

// focus opens the search, ready to be typed into.
func (s *search) focus() {
	s.load()
	kit.Focus(s.input)
	s.input.Open("")
}

func (s *search) load() {
	if !s.stale {
		return
	}
	options, err := searchOptions(context.Background(), s.store, s.desk.Person)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.stale = false
	s.input.SetOptions(options)
}

// searchOptions lists everything there is, agreements first; person says how the name of a person is shown.
func searchOptions(ctx context.Context, store Store, person func(string) string) ([]kit.Option[found], error) {
	all, err := store.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	l := words.Current()
	var out []kit.Option[found]
	for _, a := range all {
		out = append(out, kit.Option[found]{
			Value: found{kind: model.KindAgreement, id: a.ID}, Label: a.Number + " " + a.Title.Best(l), Detail: words.T("shell.search.agreement"),
		})
	}
	for _, o := range organisations {
		name := o.Name.Best(l)
		out = append(out, kit.Option[found]{
			Value: found{kind: model.KindOrganisation, id: o.ID}, Label: name, Detail: words.T("shell.search.organisation"),
		})
		for _, c := range o.Contacts {
			out = append(out, kit.Option[found]{
				Value: found{model.KindOrganisation, o.ID, c.ID}, Label: person(c.Name),
				Detail: words.T("shell.search.contact", "organisation", name),
			})
		}
	}
	leaders, err := leaderOptions(ctx, store, person)
	if err != nil {
		return nil, err
	}
	meetings, err := meetingOptions(ctx, store)
	return slices.Concat(out, leaders, meetings), err
}

// leaderOptions lists leaders who are persons, programmes, and the events of each.
func leaderOptions(ctx context.Context, store Store, person func(string) string) ([]kit.Option[found], error) {
	leaders, err := store.Leaders(ctx)
	if err != nil {
		return nil, err
	}
	programmes, err := store.Programmes(ctx)
	if err != nil {
		return nil, err
	}
	events, err := store.Events(ctx)
	if err != nil {
		return nil, err
	}
	in, l := words.In(words.Current()), words.Current()
	var out []kit.Option[found]
	for _, x := range leaders {
		if !x.Anonymised() {
			out = append(out, kit.Option[found]{
				Value: found{kind: model.KindLeader, id: x.ID}, Label: person(x.Name), Detail: words.T("shell.search.leader"),
			})
		}
	}
	for _, x := range programmes {
		out = append(out, kit.Option[found]{
			Value: found{kind: model.KindProgramme, id: x.ID}, Label: x.Name.Best(l), Detail: words.T("shell.search.programme"),
		})
	}
	names := model.ProgrammeDirectoryOf(programmes)
	for _, x := range events {
		out = append(out, kit.Option[found]{
			Value: found{kind: model.KindEvent, id: x.ID}, Label: x.Name(names, l),
			Detail: words.T("shell.search.event", "day", in.Date(x.FirstDay())),
		})
	}
	return out, nil
}

// meetingOptions lists meeting places and groups.
func meetingOptions(ctx context.Context, store Store) ([]kit.Option[found], error) {
	places, err := store.MeetingPlaces(ctx)
	if err != nil {
		return nil, err
	}
	groups, err := store.Groups(ctx)
	if err != nil {
		return nil, err
	}
	l := words.Current()
	var out []kit.Option[found]
	for _, x := range places {
		out = append(out, kit.Option[found]{
			Value: found{kind: model.KindPlace, id: x.ID}, Label: x.Name.Best(l), Detail: words.T("shell.search.place", "town", x.Municipality.Name),
		})
	}
	names := model.PlaceDirectoryOf(places)
	for _, x := range groups {
		out = append(out, kit.Option[found]{
			Value: found{kind: model.KindGroup, id: x.ID}, Label: x.Name.Best(l), Detail: words.T("shell.search.group", "place", names.Name(x.PlaceID, l)),
		})
	}
	return out, nil
}
