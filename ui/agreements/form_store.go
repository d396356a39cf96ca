package agreements

import (
	"context"

	"kumppani/model"
)

// Store is what the screen of agreements needs kept.
type Store interface {
	model.Agreements
	model.Organisations
	model.Templates
	model.Centres
	// MeetingPlaces, Groups and GroupSessions tell what an agreement has brought about; see model.MeetingPlaces,
	// model.Groups and model.Sessions.
	MeetingPlaces(ctx context.Context) ([]model.MeetingPlace, error)
	Groups(ctx context.Context) ([]model.Group, error)
	GroupSessions(ctx context.Context, group model.ID) ([]model.Session, error)
}
