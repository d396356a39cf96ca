package persistence

import (
	"context"
	"maps"
	"reflect"
	"slices"

	"kumppani/model"
)

var _ model.Sessions = (*File)(nil)

// Sessions implements model.Sessions.
func (f *File) Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error) {
	return f.sessions(ctx, "list sessions", from.String(), heldBetween, from.String(), until.String())
}

// SeasonSessions implements model.Sessions.
func (f *File) SeasonSessions(ctx context.Context, season model.ID) ([]model.Session, error) {
	return f.sessions(ctx, "list sessions of season", string(season), " WHERE season_id = ?", string(season))
}

// GroupSessions implements model.Sessions.
func (f *File) GroupSessions(ctx context.Context, group model.ID) ([]model.Session, error) {
	return f.sessions(ctx, "list sessions of group", string(group), " WHERE group_id = ?", string(group))
}

func (f *File) sessions(ctx context.Context, op, record, where string, args ...any) ([]model.Session, error) {
	var out []model.Session
	err := f.read(ctx, op, record, func(ctx context.Context, q querier) (err error) {
		out, err = readSessions(ctx, q, where, args...)
		return err
	})
	return out, err
}

// Session implements model.Sessions.
func (f *File) Session(ctx context.Context, id model.ID) (model.Session, error) {
	var s model.Session
	err := f.read(ctx, "read session", string(id), func(ctx context.Context, q querier) (err error) {
		s, err = readSession(ctx, q, id)
		return err
	})
	return s, err
}

// UpdateSession implements model.Sessions.
func (f *File) UpdateSession(ctx context.Context, id model.ID, change func(*model.Session) error) (model.Session, error) {
	after, err := f.UpdateSessions(ctx, []model.ID{id}, change)
	if len(after) == 0 {
		return model.Session{}, err
	}
	return after[0], err
}

// UpdateSessions implements model.Sessions. A change that changes nothing marks nothing. Sequence grows by one when anything
// but the counts changes.
func (f *File) UpdateSessions(ctx context.Context, which []model.ID, change func(*model.Session) error) ([]model.Session, error) {
	var after []model.Session
	record := ""
	if len(which) == 1 {
		record = string(which[0])
	}
	a := action{"update session", record, []model.Kind{model.KindSession}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		after = nil
		var old, changed []model.Session
		for _, id := range which {
			before, err := readSession(ctx, q, id)
			if err != nil {
				return err
			}
			now, err := changedSession(before, change)
			if err != nil {
				return err
			}
			after = append(after, now)
			if !reflect.DeepEqual(before, now) {
				old, changed = append(old, before), append(changed, now)
			}
		}
		return saveSessions(ctx, q, old, changed)
	})
	return after, err
}

// changedSession is a session after a change by a person.
func changedSession(before model.Session, change func(*model.Session) error) (model.Session, error) {
	after := before
	after.Leaders, after.Counts.Own = slices.Clone(before.Leaders), maps.Clone(before.Counts.Own)
	if err := change(&after); err != nil {
		return before, asIs{err}
	}
	after.ID, after.Sequence, after.Edited = before.ID, before.Sequence, before.Edited
	after = preparedSession(after)
	if reflect.DeepEqual(before, after) {
		return before, nil
	}
	after.Edited = true
	if err := refuse(before.Check(), after.Check()); err != nil {
		return before, err
	}
	uncounted := after
	uncounted.Counts, uncounted.Edited = before.Counts, before.Edited
	if !reflect.DeepEqual(before, uncounted) {
		after.Sequence++
	}
	return after, nil
}

// WritePlan implements model.Sessions. A plan that was made before something else changed does no harm: a session that has
// been touched meanwhile stays as it is, and none is made for a slot that has one.
func (f *File) WritePlan(ctx context.Context, p model.Plan) error {
	kinds := []model.Kind{model.KindSession}
	dropped := p.Dropped()
	if len(dropped) > 0 {
		kinds = append(kinds, model.KindGroup)
	}
	return f.write(ctx, action{"write plan", string(p.Season.ID), kinds}, func(ctx context.Context, q querier) error {
		if err := present(ctx, q, seasonTable, p.Season.ID); err != nil {
			return err
		}
		before, err := readSessions(ctx, q, " WHERE season_id = ?", string(p.Season.ID))
		if err != nil {
			return err
		}
		save, remove, err := planned(p, before)
		if err != nil {
			return err
		}
		for _, id := range remove {
			if err := sessionTable.sync(ctx, q, id, nil); err != nil {
				return err
			}
		}
		if err := saveSessions(ctx, q, before, save); err != nil {
			return err
		}
		for group, days := range dropped {
			if err := leaveOut(ctx, q, group, days); err != nil {
				return err
			}
		}
		return nil
	})
}

// planned lists what a plan changes among the sessions that the season has now.
func planned(p model.Plan, now []model.Session) (save []model.Session, remove []model.ID, err error) {
	have := make(map[model.ID]*model.Session, len(now))
	taken := make(map[model.Slot]bool, len(now))
	for i := range now {
		have[now[i].ID] = &now[i]
		taken[model.Slot{GroupID: now[i].GroupID, On: now[i].SlotOn}] = true
	}
	for _, l := range p.Lines {
		old := have[l.Session.ID]
		switch untouched := old != nil && !old.Touched(); {
		case l.Act == model.PlanRemove && untouched:
			remove = append(remove, old.ID)
		case l.Act == model.PlanMake && !taken[l.Slot()], l.Act == model.PlanChange && untouched:
			taken[l.Slot()] = true
			s := preparedSession(l.Session)
			s.SeasonID = p.Season.ID
			if err := refuse(nil, s.Check()); err != nil {
				return nil, nil, err
			}
			save = append(save, s)
		}
	}
	return save, remove, nil
}

// leaveOut adds days to those that a group leaves out.
func leaveOut(ctx context.Context, q querier, group model.ID, days []model.Date) error {
	g, err := readGroup(ctx, q, group)
	if err != nil {
		return err
	}
	all := daysValue(inOrder(slices.Concat(g.Recurrence.Without, days)))
	_, err = q.ExecContext(ctx, "UPDATE meeting_group SET exdates = ? WHERE id = ?", all, group)
	return err
}

// preparedSession brings a session into the form in which it is kept.
func preparedSession(s model.Session) model.Session {
	if s.ID == "" {
		s.ID = newID()
	}
	if s.State == "" {
		s.State = model.SessionPlanned
	}
	if s.State != model.SessionCancelled {
		s.ClosedBy = ""
	}
	s.Leaders = distinct(s.Leaders)
	if len(s.Counts.Own) == 0 {
		s.Counts.Own = nil
	}
	return s
}
