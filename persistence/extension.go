package persistence

import (
	"cmp"
	"context"
	"slices"

	"kumppani/model"
)

var (
	extensionTable       = table{name: "extension", key: "id", columns: "programme_id, until_on, reason, made_on"}
	extensionLeaderTable = table{name: "extension_leader", parent: "extension_id", key: "leader_id", columns: "position"}
)

// Extensions implements model.Trainings.
func (f *File) Extensions(ctx context.Context) ([]model.Extension, error) {
	var out []model.Extension
	err := f.read(ctx, "list extensions", "", func(ctx context.Context, q querier) (err error) {
		out, err = readExtensions(ctx, q)
		return err
	})
	slices.SortFunc(out, func(a, b model.Extension) int {
		return cmp.Or(b.MadeOn.Compare(a.MadeOn), cmp.Compare(b.ID, a.ID))
	})
	return out, err
}

// CreateExtension implements model.Trainings.
func (f *File) CreateExtension(ctx context.Context, x model.Extension) (model.Extension, error) {
	x = preparedExtension(x)
	a := action{"create extension", string(x.ProgrammeID), []model.Kind{model.KindTraining}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, x.Check()); err != nil {
			return err
		}
		err := extensionTable.sync(ctx, q, x.ID, []row{{x.ID, []any{
			string(x.ProgrammeID), dateValue(x.Until), x.Reason, dateValue(x.MadeOn),
		}}})
		if err != nil {
			return err
		}
		return extensionLeaderTable.sync(ctx, q, x.ID, rowsOf(x.Leaders, func(l model.ID) row { return row{l, nil} }))
	})
	return x, err
}

// DeleteExtension implements model.Trainings.
func (f *File) DeleteExtension(ctx context.Context, id model.ID) error {
	a := action{"delete extension", string(id), []model.Kind{model.KindTraining}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		done, err := q.ExecContext(ctx, "DELETE FROM extension WHERE id = ?", id)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return cmp.Or(err, notFound(id))
		}
		return nil
	})
}

// preparedExtension brings an extension into the form in which it is kept: a leader is in it once.
func preparedExtension(x model.Extension) model.Extension {
	if x.ID == "" {
		x.ID = newID()
	}
	var once []model.ID
	for _, l := range x.Leaders {
		if !slices.Contains(once, l) {
			once = append(once, l)
		}
	}
	x.Leaders = once
	return x
}

// readExtensions reads all of them, in no order.
func readExtensions(ctx context.Context, q querier) ([]model.Extension, error) {
	out, err := collect(ctx, q, scanExtension, "SELECT id, programme_id, until_on, reason, made_on FROM extension")
	if err != nil {
		return nil, err
	}
	at := make(map[model.ID]*model.Extension, len(out))
	for i := range out {
		at[out[i].ID] = &out[i]
	}
	scan := func(r scanner) (struct{}, error) {
		var extension, leader model.ID
		err := r.Scan(&extension, &leader)
		if x, ok := at[extension]; ok && err == nil {
			x.Leaders = append(x.Leaders, leader)
		}
		return struct{}{}, err
	}
	_, err = collect(ctx, q, scan, "SELECT extension_id, leader_id FROM extension_leader ORDER BY extension_id, position")
	return out, err
}

func scanExtension(r scanner) (model.Extension, error) {
	var x model.Extension
	err := r.Scan(&x.ID, &x.ProgrammeID, readDate{&x.Until}, &x.Reason, readDate{&x.MadeOn})
	return x, err
}
