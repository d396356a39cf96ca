package network

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/municipalities"
	"kumppani/ui/words"
)

// Store is what the records of the network are kept in, and what the registers show of a year.
type Store interface {
	model.Networks
	model.Surveys
	model.Years
	Centre(ctx context.Context) (model.Centre, error)
	Organisations(ctx context.Context) ([]model.Organisation, error)
	Agreements(ctx context.Context) ([]model.AgreementSummary, error)
	Contributions(ctx context.Context) ([]model.AgreementContribution, error)
	MeetingPlaces(ctx context.Context) ([]model.MeetingPlace, error)
	Groups(ctx context.Context) ([]model.Group, error)
	Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error)
	Leaders(ctx context.Context) ([]model.Leader, error)
	Programmes(ctx context.Context) ([]model.Programme, error)
	Events(ctx context.Context) ([]model.Event, error)
}

// organisations are the organisations of the region, as they were last read.
type organisations struct {
	today     model.Date
	all       []model.Organisation
	directory model.Directory
	towns     municipalities.List
}

func readOrganisations(ctx context.Context, store Store, today model.Date) (organisations, error) {
	r := organisations{today: today}
	centre, err := store.Centre(ctx)
	if err != nil {
		return r, err
	}
	r.towns = municipalities.Of(centre)
	if r.all, err = store.Organisations(ctx); err != nil {
		return r, err
	}
	r.directory = model.DirectoryOf(r.all)
	return r, nil
}

func (r organisations) name(id model.ID) string { return r.directory.Name(id, words.Current()) }

// names are the names of organisations; one that is no longer known is left out.
func (r organisations) names(ids []model.ID) []string {
	var out []string
	for _, id := range ids {
		if name := r.name(id); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// options are the organisations that there still are and those that are chosen already, these first.
func (r organisations) options(first []model.ID) []kit.Option[model.ID] {
	var chosen, others []kit.Option[model.ID]
	for _, o := range r.all {
		option := kit.Option[model.ID]{Value: o.ID, Label: o.Name.Best(words.Current()), Detail: r.towns.Name(o.Municipality)}
		switch {
		case slices.Contains(first, o.ID):
			chosen = append(chosen, option)
		case !o.EndedBy(r.today):
			others = append(others, option)
		}
	}
	return append(chosen, others...)
}

// bind makes fields with the labels "network.field.<name>".
func bind(f *form.Sheet) form.Binder { return f.Bind("network.field.", "network.hint.") }

// dayText is a day with its day of the week: to 3.12.2026.
func dayText(d model.Date) string {
	return words.In(words.Current()).WeekdayDate(d)
}

// one is a code as a filter wants it; none when it is empty.
func one[C ~string](c C) []string {
	if c == "" {
		return nil
	}
	return []string{string(c)}
}
