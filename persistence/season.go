package persistence

import (
	"context"
	"slices"

	"kumppani/model"
)

var _ model.Seasons = (*File)(nil)

var seasonTable = table{name: "season", key: "id", columns: "name_fi, name_sv, name_en, from_on, until_on, eves"}

// Seasons implements model.Seasons.
func (f *File) Seasons(ctx context.Context) ([]model.Season, error) {
	var out []model.Season
	err := f.read(ctx, "list seasons", "", func(ctx context.Context, q querier) (err error) {
		out, err = readSeasons(ctx, q)
		return err
	})
	return out, err
}

// SaveSeason implements model.Seasons.
func (f *File) SaveSeason(ctx context.Context, s model.Season) (model.Season, error) {
	if s.ID == "" {
		s.ID = newID()
	}
	s.Name = s.Name.Trimmed()
	a := action{"save season", s.Name.Best(model.Finnish), []model.Kind{model.KindSeason}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		all, err := readSeasons(ctx, q)
		if err != nil {
			return err
		}
		var before []model.Problem
		if i := slices.IndexFunc(all, func(o model.Season) bool { return o.ID == s.ID }); i >= 0 {
			before = all[i].Check(all)
		}
		if err := refuse(before, s.Check(all)); err != nil {
			return err
		}
		return seasonTable.sync(ctx, q, s.ID, seasonRows(s))
	})
	return s, err
}

func seasonRows(s model.Season) []row {
	return []row{{s.ID, []any{
		s.Name.Fi, s.Name.Sv, s.Name.En, dateValue(s.From), dateValue(s.Until), flagValue(s.Eves),
	}}}
}

// DeleteSeason implements model.Seasons. The Uses are the groups that have sessions in it.
func (f *File) DeleteSeason(ctx context.Context, id model.ID) error {
	a := action{"delete season", string(id), []model.Kind{model.KindSeason}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := present(ctx, q, seasonTable, id); err != nil {
			return err
		}
		uses, err := seasonUses(ctx, q, id)
		if err != nil {
			return err
		}
		if len(uses) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: uses}
		}
		return seasonTable.sync(ctx, q, id, nil)
	})
}

// present gives CodeNotFound when the table has no row with the ID.
func present(ctx context.Context, q querier, t table, id model.ID) error {
	var found bool
	err := q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+t.name+" WHERE "+t.key+" = ?)", id).Scan(&found)
	if err == nil && !found {
		return notFound(id)
	}
	return err
}

// readSeasons reads all of them, the latest first.
func readSeasons(ctx context.Context, q querier) ([]model.Season, error) {
	return collect(ctx, q, scanSeason, "SELECT id, "+seasonTable.columns+" FROM season ORDER BY from_on DESC, until_on DESC, id")
}

func scanSeason(r scanner) (model.Season, error) {
	var s model.Season
	err := r.Scan(&s.ID, &s.Name.Fi, &s.Name.Sv, &s.Name.En, readDate{&s.From}, readDate{&s.Until}, &s.Eves)
	return s, err
}
