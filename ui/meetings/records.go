package meetings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/municipalities"
	"kumppani/ui/words"
)

// records is what the views are made of, as it was last read. None of it may be changed. Sessions, of which there are a
// hundred thousand, are read by who shows them.
type records struct {
	today         model.Date
	centre        model.Centre
	places        []model.MeetingPlace // alphabetically
	groups        []model.Group        // alphabetically
	closures      []model.Closure      // the latest first
	seasons       []model.Season       // the latest first
	leaders       []model.Leader       // alphabetically, the anonymised ones last
	organisations []model.Organisation
	agreements    []model.AgreementSummary
	partners      []model.PartnerCalendar // alphabetically
	policy        model.MeetingPolicy

	placeOf        model.PlaceDirectory
	groupOf        model.GroupDirectory
	leaderOf       model.LeaderDirectory
	organisationOf model.Directory
	agreementOf    map[model.ID]*model.AgreementSummary
	calendar       model.Calendar
	towns          municipalities.List
}

func readRecords(ctx context.Context, store Store, today model.Date) (*records, error) {
	r := &records{today: today}
	var err error
	if r.centre, err = store.Centre(ctx); err != nil {
		return nil, err
	}
	if r.places, err = store.MeetingPlaces(ctx); err != nil {
		return nil, err
	}
	if r.groups, err = store.Groups(ctx); err != nil {
		return nil, err
	}
	if r.closures, err = store.Closures(ctx); err != nil {
		return nil, err
	}
	if r.seasons, err = store.Seasons(ctx); err != nil {
		return nil, err
	}
	if r.leaders, err = store.Leaders(ctx); err != nil {
		return nil, err
	}
	if r.organisations, err = store.Organisations(ctx); err != nil {
		return nil, err
	}
	if r.agreements, err = store.Agreements(ctx); err != nil {
		return nil, err
	}
	if r.partners, err = store.PartnerCalendars(ctx); err != nil {
		return nil, err
	}
	if r.policy, err = store.MeetingPolicy(ctx); err != nil {
		return nil, err
	}
	r.index()
	return r, nil
}

func (r *records) index() {
	r.placeOf, r.groupOf = model.PlaceDirectoryOf(r.places), model.GroupDirectoryOf(r.groups)
	r.leaderOf, r.organisationOf = model.LeaderDirectoryOf(r.leaders), model.DirectoryOf(r.organisations)
	r.agreementOf = make(map[model.ID]*model.AgreementSummary, len(r.agreements))
	for i := range r.agreements {
		r.agreementOf[r.agreements[i].ID] = &r.agreements[i]
	}
	r.calendar = model.Calendar{Today: r.today, LeadDays: r.centre.LeadDays, Successors: model.SuccessorsOf(r.agreements)}
	r.towns = municipalities.Of(r.centre)
}

// placeName is the name of a place in the language of the window.
func (r *records) placeName(id model.ID) string { return r.placeOf.Name(id, words.Current()) }

// groupName is the name of a group in the language of the window.
func (r *records) groupName(id model.ID) string { return r.groupOf[id].Name.Best(words.Current()) }

// organisationName is the name of an organisation in the language of the window.
func (r *records) organisationName(id model.ID) string {
	return r.organisationOf.Name(id, words.Current())
}

// leaderName is the whole name of a leader; what is shown of it the desk decides.
func (r *records) leaderName(id model.ID) string {
	l, known := r.leaderOf[id]
	if !known || l.Anonymised() {
		return words.T("meetings.anonymised")
	}
	return l.Name
}

// season is the one of the day or else the next to come, and false when none is known.
func (r *records) season(day model.Date) (model.Season, bool) { return model.SeasonOn(r.seasons, day) }

// townName is the name of a municipality in the language of the window.
func (r *records) townName(m model.Municipality) string { return r.towns.Name(m) }
