package region

import (
	"context"

	"kumppani/model"
)

// overrunDays is for how many days after the end of a season sessions are looked at: a group with a fixed number goes on
// for the days that it lost.
const overrunDays = 366

// PlanStore is what the sessions of a plan are read from; see model.Sessions and model.PartnerCalendars.
type PlanStore interface {
	Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error)
	SeasonSessions(ctx context.Context, season model.ID) ([]model.Session, error)
	PartnerEvents(ctx context.Context, from, until model.Date) ([]model.PartnerEvent, error)
}

// PlanInput reads what the plan of a season is made of, for all groups: its sessions, wherever they were moved to, those of
// other seasons at the same time, and what partners have in their calendars.
func (r *Records) PlanInput(ctx context.Context, store PlanStore, season model.Season) (model.PlanInput, error) {
	until := season.Until.AddDays(overrunDays)
	all, err := store.Sessions(ctx, season.From, until)
	if err != nil {
		return model.PlanInput{}, err
	}
	own, err := store.SeasonSessions(ctx, season.ID)
	if err != nil {
		return model.PlanInput{}, err
	}
	for _, x := range own {
		if x.Date.Before(season.From) || x.Date.After(until) {
			all = append(all, x)
		}
	}
	booked, err := store.PartnerEvents(ctx, season.From, until)
	return model.PlanInput{Season: season, Groups: r.Groups, Existing: all, Facts: r.Facts(season, booked), Today: r.Today}, err
}
