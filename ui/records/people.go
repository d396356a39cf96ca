package records

import (
	"context"

	"kumppani/model"
)

// People is what is read once to tell about leaders and training: everything that says how one leader stands on the day.
type People struct {
	Today         model.Date
	Leaders       []model.Leader
	Directory     model.LeaderDirectory
	Events        []model.Event
	Taught        model.ProgrammeDirectory
	Rules         model.ReadinessRules
	Policy        model.LeaderPolicy
	Organisations model.Directory
}

// ReadPeople reads it as it stands on the day.
func ReadPeople(ctx context.Context, store Store, organisations model.Directory, today model.Date) (People, error) {
	p := People{Today: today, Organisations: organisations}
	for _, read := range []func() error{
		func() (err error) { p.Leaders, err = store.Leaders(ctx); return err },
		func() (err error) { p.Events, err = store.Events(ctx); return err },
		func() (err error) { p.Policy, err = store.LeaderPolicy(ctx); return err },
		func() (err error) { p.Rules.Requirements, err = store.Requirements(ctx); return err },
		func() (err error) { p.Rules.Programmes, err = store.Programmes(ctx); return err },
		func() (err error) { p.Rules.Record, err = store.TrainingRecord(ctx); return err },
	} {
		if err := read(); err != nil {
			return People{}, err
		}
	}
	p.Directory = model.LeaderDirectoryOf(p.Leaders)
	p.Taught = model.ProgrammeDirectoryOf(p.Rules.Programmes)
	return p, nil
}

// requirement names what is asked, in one language.
func (p People) requirement(id model.ID, l model.Language) string {
	for _, r := range p.Rules.Requirements {
		if r.ID == id {
			return r.Name.Best(l)
		}
	}
	return ""
}
