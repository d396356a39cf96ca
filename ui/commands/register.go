package commands

import (
	"context"
	"slices"

	"kumppani/model"
)

// register is what is read once for a list: everything that says how one agreement stands among the others.
type register struct {
	calendar      model.Calendar
	summaries     []model.AgreementSummary // by decision day, as on paper and in the window
	organisations []model.Organisation
	directory     model.Directory
	numbers       map[model.ID]string // of agreements
}

func readRegister(ctx context.Context, store Store, centre model.Centre, today model.Date) (register, error) {
	summaries, err := store.Agreements(ctx)
	if err != nil {
		return register{}, err
	}
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return register{}, err
	}
	r := register{ // the calendar points into a copy: the summaries are about to be sorted
		calendar: model.Calendar{
			Today: today, LeadDays: centre.LeadDays, Successors: model.SuccessorsOf(slices.Clone(summaries)),
		},
		summaries: summaries, organisations: organisations, directory: model.DirectoryOf(organisations),
		numbers: make(map[model.ID]string, len(summaries)),
	}
	for _, a := range summaries {
		r.numbers[a.ID] = a.Number
	}
	slices.SortStableFunc(r.summaries, func(a, b model.AgreementSummary) int {
		return model.CompareByDecision(&a, &b, a.StatusOn(r.calendar), b.StatusOn(r.calendar))
	})
	return r, nil
}

// whole reads every agreement with its texts, in the order of the register.
func (r register) whole(ctx context.Context, store Store) ([]model.Agreement, error) {
	out := make([]model.Agreement, 0, len(r.summaries))
	for _, s := range r.summaries {
		a, err := store.Agreement(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}
