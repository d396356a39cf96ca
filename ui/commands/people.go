package commands

import (
	"context"

	"kumppani/model"
)

// people is what is read once to tell about leaders and training: everything that says how one leader stands on the day.
type people struct {
	today         model.Date
	leaders       []model.Leader
	directory     model.LeaderDirectory
	events        []model.Event
	taught        model.ProgrammeDirectory
	rules         model.ReadinessRules
	policy        model.LeaderPolicy
	organisations model.Directory
}

func readPeople(ctx context.Context, store Store, organisations model.Directory, today model.Date) (people, error) {
	p := people{today: today, organisations: organisations}
	for _, read := range []func() error{
		func() (err error) { p.leaders, err = store.Leaders(ctx); return err },
		func() (err error) { p.events, err = store.Events(ctx); return err },
		func() (err error) { p.policy, err = store.LeaderPolicy(ctx); return err },
		func() (err error) { p.rules.Requirements, err = store.Requirements(ctx); return err },
		func() (err error) { p.rules.Programmes, err = store.Programmes(ctx); return err },
		func() (err error) { p.rules.Record, err = store.TrainingRecord(ctx); return err },
	} {
		if err := read(); err != nil {
			return people{}, err
		}
	}
	p.directory = model.LeaderDirectoryOf(p.leaders)
	p.taught = model.ProgrammeDirectoryOf(p.rules.Programmes)
	return p, nil
}

// requirement names what is asked, in one language.
func (p people) requirement(id model.ID, l model.Language) string {
	for _, r := range p.rules.Requirements {
		if r.ID == id {
			return r.Name.Best(l)
		}
	}
	return ""
}
