package records

import (
	"context"
	"slices"

	"kumppani/model"
)

// Register is what is read once for a list: everything that says how one agreement stands among the others.
type Register struct {
	Calendar      model.Calendar
	Summaries     []model.AgreementSummary // by decision day, as on paper and in the window
	Organisations []model.Organisation
	Directory     model.Directory
	Numbers       map[model.ID]string // of agreements
}

// ReadRegister reads it as it stands on the day.
func ReadRegister(ctx context.Context, store Store, centre model.Centre, today model.Date) (Register, error) {
	summaries, err := store.Agreements(ctx)
	if err != nil {
		return Register{}, err
	}
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return Register{}, err
	}
	r := Register{ // the calendar points into a copy: the summaries are about to be sorted
		Calendar: model.Calendar{
			Today: today, LeadDays: centre.LeadDays, Successors: model.SuccessorsOf(slices.Clone(summaries)),
		},
		Summaries: summaries, Organisations: organisations, Directory: model.DirectoryOf(organisations),
		Numbers: make(map[model.ID]string, len(summaries)),
	}
	for _, a := range summaries {
		r.Numbers[a.ID] = a.Number
	}
	slices.SortStableFunc(r.Summaries, func(a, b model.AgreementSummary) int {
		return model.CompareByDecision(&a, &b, a.StatusOn(r.Calendar), b.StatusOn(r.Calendar))
	})
	return r, nil
}

// whole reads every agreement with its texts, in the order of the register.
func (r Register) whole(ctx context.Context, store Store) ([]model.Agreement, error) {
	out := make([]model.Agreement, 0, len(r.Summaries))
	for _, s := range r.Summaries {
		a, err := store.Agreement(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}
