package persistence

import (
	"context"

	"kumppani/model"
)

// CreateSession implements model.Sessions. What a person adds is beside the recurrence of its group: it has no slot.
func (f *File) CreateSession(ctx context.Context, s model.Session) (model.Session, error) {
	s = preparedSession(s)
	s.SlotOn, s.Edited, s.Sequence = model.Date{}, true, 0
	a := action{"create session", s.Date.String(), []model.Kind{model.KindSession}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, s.Check()); err != nil {
			return err
		}
		return saveSessions(ctx, q, nil, []model.Session{s})
	})
	return s, err
}

// DeleteSession implements model.Sessions.
func (f *File) DeleteSession(ctx context.Context, id model.ID) error {
	a := action{"delete session", string(id), []model.Kind{model.KindSession}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		s, err := readSession(ctx, q, id)
		if err != nil {
			return err
		}
		if !s.Extra() || s.Counts.Entered() {
			return invalid("date", "session_of_series")
		}
		return sessionTable.sync(ctx, q, id, nil)
	})
}
