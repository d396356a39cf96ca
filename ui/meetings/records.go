package meetings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/region"
)

// records is what the views are made of, as it was last read. None of it may be changed.
type records struct {
	region.Records
	agreements  []model.AgreementSummary
	partners    []model.PartnerCalendar // alphabetically
	agreementOf map[model.ID]*model.AgreementSummary
	calendar    model.Calendar
}

func readRecords(ctx context.Context, store Store, today model.Date) (*records, error) {
	read, err := region.Read(ctx, store, today)
	if err != nil {
		return nil, err
	}
	r := &records{Records: read}
	if r.agreements, err = store.Agreements(ctx); err != nil {
		return nil, err
	}
	if r.partners, err = store.PartnerCalendars(ctx); err != nil {
		return nil, err
	}
	r.agreementOf = make(map[model.ID]*model.AgreementSummary, len(r.agreements))
	for i := range r.agreements {
		r.agreementOf[r.agreements[i].ID] = &r.agreements[i]
	}
	r.calendar = model.Calendar{Today: today, LeadDays: r.Centre.LeadDays, Successors: model.SuccessorsOf(r.agreements)}
	return r, nil
}
