package persistence

import (
	"context"
	"strings"

	"kumppani/model"
)

var _ model.Deferrals = (*File)(nil)

var deferralTable = table{name: "deferral", key: "key", columns: "record_id, until_on, reason, made_on"}

// Deferrals implements model.Deferrals.
func (f *File) Deferrals(ctx context.Context) ([]model.Deferral, error) {
	var out []model.Deferral
	err := f.read(ctx, "list deferrals", "", func(ctx context.Context, q querier) (err error) {
		out, err = collect(ctx, q, scanDeferral, "SELECT key, "+deferralTable.columns+" FROM deferral ORDER BY made_on DESC, key")
		return err
	})
	return out, err
}

// SaveDeferral implements model.Deferrals.
func (f *File) SaveDeferral(ctx context.Context, d model.Deferral) error {
	d.Reason = strings.TrimSpace(d.Reason)
	a := action{"save deferral", d.Key, []model.Kind{model.KindDeferral}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, d.Check()); err != nil {
			return err
		}
		return deferralTable.sync(ctx, q, model.ID(d.Key), []row{{model.ID(d.Key), []any{
			idValue(d.RecordID), dateValue(d.Until), d.Reason, dateValue(d.MadeOn),
		}}})
	})
}

// DeleteDeferral implements model.Deferrals.
func (f *File) DeleteDeferral(ctx context.Context, key string) error {
	a := action{"delete deferral", key, []model.Kind{model.KindDeferral}}
	return f.remove(ctx, a, deferralTable, model.ID(key))
}

func scanDeferral(r scanner) (model.Deferral, error) {
	var d model.Deferral
	err := r.Scan(&d.Key, readID{&d.RecordID}, readDate{&d.Until}, &d.Reason, readDate{&d.MadeOn})
	return d, err
}
