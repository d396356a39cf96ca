package home

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/region"
)

// Store is what Home reads, and what is written by what can be done on it; see the registers of model.
type Store interface {
	region.Store
	Agreements(ctx context.Context) ([]model.AgreementSummary, error)
	Agreement(ctx context.Context, id model.ID) (model.Agreement, error)
	UpdateAgreement(ctx context.Context, id model.ID, change func(*model.Agreement) error, add ...model.NewAttachment) (model.Agreement, error)
	DueContributions(ctx context.Context) ([]model.AgreementContribution, error)
	Requirements(ctx context.Context) ([]model.Requirement, error)
	Programmes(ctx context.Context) ([]model.Programme, error)
	TrainingRecord(ctx context.Context) (model.TrainingRecord, error)
	Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error)
	SeasonSessions(ctx context.Context, season model.ID) ([]model.Session, error)
	PartnerEvents(ctx context.Context, from, until model.Date) ([]model.PartnerEvent, error)
	Bodies(ctx context.Context) ([]model.Body, error)
	NetworkMeetings(ctx context.Context) ([]model.NetworkMeeting, error)
	Backups(ctx context.Context) ([]model.Backup, error)
	Backup(ctx context.Context) (model.Backup, error)
	model.FollowUps
	model.Deferrals
}

// reading is what Home shows, computed for a day.
type reading struct {
	region.Records
	input  model.AgendaInput
	agenda model.Agenda
	empty  bool // nothing is kept yet that could need attention
}

// Look computes what needs attention on a day.
func Look(ctx context.Context, store Store, today model.Date) (model.Agenda, error) {
	r, err := read(ctx, store, today)
	return r.agenda, err
}

func read(ctx context.Context, store Store, today model.Date) (reading, error) {
	records, err := region.Read(ctx, store, today)
	if err != nil {
		return reading{}, err
	}
	r := reading{Records: records}
	in := &r.input
	in.Organisations, in.Leaders = r.OrganisationOf, r.Leaders
	in.Calendar = model.Calendar{Today: today, LeadDays: r.Centre.LeadDays}
	var booked []model.PartnerEvent
	for _, part := range []func() error{
		func() (err error) { in.Agreements, err = store.Agreements(ctx); return err },
		func() (err error) { in.Contributions, err = store.DueContributions(ctx); return err },
		func() (err error) { in.Rules.Requirements, err = store.Requirements(ctx); return err },
		func() (err error) { in.Rules.Programmes, err = store.Programmes(ctx); return err },
		func() (err error) { in.Rules.Record, err = store.TrainingRecord(ctx); return err },
		func() (err error) {
			in.Sessions, err = store.Sessions(ctx, r.sessionsFrom(), today.AddDays(model.AgendaSessionDays))
			return err
		},
		func() (err error) {
			booked, err = store.PartnerEvents(ctx, today, today.AddDays(model.AgendaSessionDays))
			return err
		},
		func() (err error) { in.NoTheme, err = r.noTheme(ctx, store); return err },
		func() (err error) { in.Bodies, err = store.Bodies(ctx); return err },
		func() (err error) { in.Meetings, err = store.NetworkMeetings(ctx); return err },
		func() (err error) { in.FollowUps, err = store.FollowUps(ctx); return err },
		func() (err error) { in.Deferrals, err = store.Deferrals(ctx); return err },
		func() (err error) { in.Backups, err = store.Backups(ctx); return err },
	} {
		if err := part(); err != nil {
			return reading{}, err
		}
	}
	in.Calendar.Successors = model.SuccessorsOf(in.Agreements)
	season, _ := model.SeasonOf(r.Seasons, today)
	in.Facts = r.Facts(season, booked)
	r.agenda = model.AgendaOf(r.input)
	r.empty = len(in.Agreements)+len(r.Groups)+len(r.Leaders)+len(in.FollowUps)+len(in.Bodies) == 0
	if r.empty { // a missing copy of nothing hurts nobody
		r.agenda = model.Agenda{}
	}
	return r, nil
}

// movedDays is how many days before its season a session may have been moved to and still be met when the sessions of the
// season are read by their days.
const movedDays = 31

// sessionsFrom is the first day of which sessions are read: as far back as visitors are asked for and, where groups have
// themes, from the beginning of the season, so that it is known which of the season each session is.
func (r *reading) sessionsFrom() model.Date {
	from := r.Today.AddDays(-model.AgendaCountDays)
	if !slices.ContainsFunc(r.Groups, func(g model.Group) bool { return g.ThemeEvery > 0 }) {
		return from
	}
	for _, s := range r.Seasons {
		begins := s.From.AddDays(-movedDays)
		if !s.Until.Before(r.Today) && !s.From.After(r.Today.AddDays(model.AgendaSessionDays)) && begins.Before(from) {
			from = begins
		}
	}
	return from
}

// noTheme finds the sessions ahead that lack a theme. The sessions of a season that has ended, and of which some are still
// to come, are read by themselves.
func (r *reading) noTheme(ctx context.Context, store Store) (map[model.ID]bool, error) {
	out, looked := map[model.ID]bool{}, map[model.ID]bool{}
	for i := range r.input.Sessions {
		x := &r.input.Sessions[i]
		if looked[x.SeasonID] || x.SeasonID == "" || x.Date.Before(r.Today) || x.Theme != "" || x.Guest != "" || r.GroupOf[x.GroupID].ThemeEvery == 0 {
			continue
		}
		looked[x.SeasonID] = true
		sessions, err := r.ofSeason(ctx, store, x.SeasonID)
		if err != nil {
			return nil, err
		}
		for id := range model.LackingTheme(x.SeasonID, sessions, r.GroupOf) {
			out[id] = true
		}
	}
	return out, nil
}

// ofSeason are sessions among which are those of a season: the ones that were read anyhow, where they go back far enough.
func (r *reading) ofSeason(ctx context.Context, store Store, id model.ID) ([]model.Session, error) {
	i := slices.IndexFunc(r.Seasons, func(s model.Season) bool { return s.ID == id })
	if i < 0 || r.Seasons[i].From.AddDays(-movedDays).Before(r.sessionsFrom()) {
		return store.SeasonSessions(ctx, id)
	}
	return r.input.Sessions, nil
}

// Ahead waits for what ReadAhead has begun and hands it over.
type Ahead func() (reading, error)

// ReadAhead begins to compute what Home shows, while the computer is still opening the window.
func ReadAhead(store Store, today model.Date) Ahead {
	var r reading
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		r, err = read(context.Background(), store, today)
	}()
	return func() (reading, error) {
		<-done
		return r, err
	}
}
