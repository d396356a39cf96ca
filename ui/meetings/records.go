package meetings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/municipalities"
	"kumppani/ui/region"
)

// records is what the views are made of, as it was last read. None of it may be changed.
type records struct {
	region.Records
	towns       municipalities.List
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
	r := &records{Records: read, towns: municipalities.Of(read.Centre)}
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

// townName is the name of a municipality in the language of the window.
func (r *records) townName(m model.Municipality) string { return r.towns.Name(m) }
