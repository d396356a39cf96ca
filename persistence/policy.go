package persistence

import (
	"context"
	"database/sql"
	"errors"

	"kumppani/model"
)

// LeaderPolicy implements model.Leaders.
func (f *File) LeaderPolicy(ctx context.Context) (model.LeaderPolicy, error) {
	var p model.LeaderPolicy
	err := f.read(ctx, "read leader policy", "", func(ctx context.Context, q querier) (err error) {
		p, err = readPolicy(ctx, q)
		return err
	})
	return p, err
}

// SaveLeaderPolicy implements model.Leaders. CodeInvalid when Check refuses it.
func (f *File) SaveLeaderPolicy(ctx context.Context, p model.LeaderPolicy) error {
	a := action{op: "save leader policy", kinds: []model.Kind{model.KindRequirement, model.KindLeader}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, p.Check()); err != nil {
			return err
		}
		_, err := q.ExecContext(ctx, "INSERT OR REPLACE INTO leader_policy (id, keep_months, keep_seen) VALUES (1, ?, ?)",
			p.KeepMonths, flagValue(p.KeepSeen))
		if err != nil || p.KeepSeen {
			return err
		}
		_, err = q.ExecContext(ctx, `UPDATE leader_task SET check_seen_on = NULL, check_seen_by = ''
			WHERE check_seen_on IS NOT NULL OR check_seen_by <> ''`)
		return err
	})
}

func readPolicy(ctx context.Context, q querier) (model.LeaderPolicy, error) {
	p := model.LeaderPolicy{KeepMonths: model.DefaultKeepMonths}
	err := q.QueryRowContext(ctx, "SELECT keep_months, keep_seen FROM leader_policy").Scan(&p.KeepMonths, &p.KeepSeen)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return p, err
}
