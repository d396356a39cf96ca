package training

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// records is what the views are made of, as it was last read. None of it may be changed.
type records struct {
	today         model.Date
	centre        model.Centre
	programmes    []model.Programme // alphabetically
	events        []model.Event     // the latest first
	leaders       []model.Leader    // alphabetically, the anonymised ones last
	organisations []model.Organisation
	record        model.TrainingRecord

	programmeOf    model.ProgrammeDirectory
	leaderOf       model.LeaderDirectory
	organisationOf model.Directory
}

func readRecords(ctx context.Context, store Store, today model.Date) (*records, error) {
	r := &records{today: today}
	var err error
	if r.centre, err = store.Centre(ctx); err != nil {
		return nil, err
	}
	if r.programmes, err = store.Programmes(ctx); err != nil {
		return nil, err
	}
	if r.events, err = store.Events(ctx); err != nil {
		return nil, err
	}
	if r.leaders, err = store.Leaders(ctx); err != nil {
		return nil, err
	}
	if r.organisations, err = store.Organisations(ctx); err != nil {
		return nil, err
	}
	if r.record, err = store.TrainingRecord(ctx); err != nil {
		return nil, err
	}
	r.programmeOf, r.leaderOf = model.ProgrammeDirectoryOf(r.programmes), model.LeaderDirectoryOf(r.leaders)
	r.organisationOf = model.DirectoryOf(r.organisations)
	return r, nil
}

// event returns the one with the ID, and false when it is gone.
func (r *records) event(id model.ID) (model.Event, bool) {
	i := slices.IndexFunc(r.events, func(e model.Event) bool { return e.ID == id })
	if i < 0 {
		return model.Event{}, false
	}
	return r.events[i], true
}

// programmeName is the name of a programme in the language of the window.
func (r *records) programmeName(id model.ID) string { return r.programmeOf.Name(id, words.Current()) }

// organisationName is the name of an organisation in the language of the window.
func (r *records) organisationName(id model.ID) string {
	return r.organisationOf.Name(id, words.Current())
}

// leaderName is the whole name of a leader; what is shown of it the desk decides.
func (r *records) leaderName(id model.ID) string {
	l, known := r.leaderOf[id]
	if !known || l.Anonymised() {
		return words.T("training.anonymised")
	}
	return l.Name
}

// participantName is the whole name of a participant, be it a leader or an outsider.
func (r *records) participantName(p model.Participation) string {
	if p.LeaderID != "" {
		return r.leaderName(p.LeaderID)
	}
	if p.Outsider.Removed {
		return words.T("training.anonymised")
	}
	return p.Outsider.Name
}
