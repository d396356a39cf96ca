package persistence

import (
	"context"

	"kumppani/model"
)

// WriteSplit implements model.Sessions. A split that was made before something else changed does no harm: a session that
// has been touched meanwhile is not removed but goes on with the new group, and what was entered in one stays.
func (f *File) WriteSplit(ctx context.Context, s model.GroupSplit) error {
	kinds := []model.Kind{model.KindGroup, model.KindSession}
	return f.write(ctx, action{"write split", string(s.Before.ID), kinds}, func(ctx context.Context, q querier) error {
		if err := splitGroup(ctx, q, s); err != nil {
			return err
		}
		before, err := readSessions(ctx, q, " WHERE group_id = ?", string(s.Before.ID))
		if err != nil {
			return err
		}
		save, remove, err := splitSessions(s, before)
		if err != nil {
			return err
		}
		for _, id := range remove {
			if err := sessionTable.sync(ctx, q, id, nil); err != nil {
				return err
			}
		}
		return saveSessions(ctx, q, before, save)
	})
}

// splitGroup writes the last day of the group that ends, and the one that continues it, which must be new.
func splitGroup(ctx context.Context, q querier, s model.GroupSplit) error {
	ending, err := readGroup(ctx, q, s.Before.ID)
	if err != nil {
		return err
	}
	problems := ending.Check()
	ending.RunsUntil = s.Before.RunsUntil
	if err := refuse(problems, ending.Check()); err != nil {
		return err
	}
	after := preparedGroup(s.After)
	if after.ID != s.After.ID || after.ContinuesID != ending.ID || present(ctx, q, groupTable, after.ID) == nil {
		return refusal(model.CodeInvalid, "the group that continues another must be new")
	}
	if err := refuse(nil, after.Check()); err != nil {
		return err
	}
	if err := saveGroup(ctx, q, ending); err != nil {
		return err
	}
	return saveGroup(ctx, q, groupRow{after, after.Recurrence.RRULE()})
}

// splitSessions lists what a split changes among the sessions that the group has now.
func splitSessions(s model.GroupSplit, now []model.Session) (save []model.Session, remove []model.ID, err error) {
	type slot struct {
		season model.ID
		on     model.Date
	}
	have, taken := make(map[model.ID]model.Session, len(now)), map[slot]bool{}
	for _, o := range now {
		have[o.ID] = o
	}
	goesOn := func(o model.Session) {
		o.GroupID = s.After.ID
		taken[slot{o.SeasonID, o.SlotOn}] = true
		save = append(save, o)
	}
	for _, id := range s.Remove {
		if o, there := have[id]; there && o.Touched() {
			goesOn(o)
		} else if there {
			remove = append(remove, id)
		}
	}
	for _, o := range s.Save {
		old, there := have[o.ID]
		switch {
		case there:
			goesOn(old)
		case !taken[slot{o.SeasonID, o.SlotOn}] || o.Extra():
			o = preparedSession(o)
			o.GroupID = s.After.ID
			if err := refuse(nil, o.Check()); err != nil {
				return nil, nil, err
			}
			save = append(save, o)
		}
	}
	return save, remove, nil
}
