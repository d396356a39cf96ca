package persistence

import (
	"context"

	"kumppani/model"
)

var _ model.Leaders = (*File)(nil)

// Leaders implements model.Leaders. The list and the lists within it are the caller's own.
func (f *File) Leaders(ctx context.Context) ([]model.Leader, error) {
	var out []model.Leader
	err := f.read(ctx, "list leaders", "", func(ctx context.Context, q querier) (err error) {
		if f.leaders == nil {
			if f.leaders, err = readLeaders(ctx, q); err != nil {
				return err
			}
		}
		out = make([]model.Leader, len(f.leaders))
		for i := range f.leaders {
			out[i] = ownLists(f.leaders[i])
		}
		return nil
	})
	return out, err
}

// Leader implements model.Leaders.
func (f *File) Leader(ctx context.Context, id model.ID) (model.Leader, error) {
	var l model.Leader
	err := f.read(ctx, "read leader", string(id), func(ctx context.Context, q querier) (err error) {
		l, err = readLeader(ctx, q, id)
		return err
	})
	return l, err
}

// CreateLeader implements model.Leaders. CodeNotFound when an organisation, a requirement or a programme is not there.
func (f *File) CreateLeader(ctx context.Context, l model.Leader) (model.Leader, error) {
	l = preparedLeader(l)
	a := action{"create leader", string(l.ID), []model.Kind{model.KindLeader}} // the log has no names of people
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, l.Check(f.today())); err != nil {
			return err
		}
		if err := leaderRefersWell(ctx, q, model.Leader{}, l); err != nil {
			return err
		}
		return saveLeader(ctx, q, &l)
	})
	return l, err
}

// UpdateLeader implements model.Leaders. CodeNotFound as with CreateLeader. Nobody is put back into an anonymised record.
func (f *File) UpdateLeader(ctx context.Context, id model.ID, change func(*model.Leader) error) (model.Leader, error) {
	var after model.Leader
	a := action{"update leader", string(id), []model.Kind{model.KindLeader}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readLeader(ctx, q, id)
		if err != nil {
			return err
		}
		// Read again rather than copied: the two must share no list that change might write into.
		if after, err = readLeader(ctx, q, id); err != nil {
			return err
		}
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID, after.AnonymisedOn = id, before.AnonymisedOn
		if before.Anonymised() {
			after = after.Anonymous(before.AnonymisedOn)
		}
		after = preparedLeader(after)
		if err := refuse(before.Check(f.today()), after.Check(f.today())); err != nil {
			return err
		}
		if err := leaderRefersWell(ctx, q, before, after); err != nil {
			return err
		}
		return saveLeader(ctx, q, &after)
	})
	return after, err
}

// today is the day by the clock of the file.
func (f *File) today() model.Date { return model.DateOf(f.options.Now()) }
