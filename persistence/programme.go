package persistence

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"kumppani/model"
)

var _ model.Trainings = (*File)(nil)

var programmeTable = table{
	name: "programme", key: "id",
	columns: "name_fi, name_sv, name_en, kind, content_fi, content_sv, content_en, hours, validity, valid_months," +
		" end_of_year, valid_until, grace_days, tasks, ended, sort",
}

const selectProgramme = `SELECT id, name_fi, name_sv, name_en, kind, content_fi, content_sv, content_en, hours, validity,
	valid_months, end_of_year, valid_until, grace_days, tasks, ended FROM programme `

// Programmes implements model.Trainings.
func (f *File) Programmes(ctx context.Context) ([]model.Programme, error) {
	var out []model.Programme
	err := f.read(ctx, "list programmes", "", func(ctx context.Context, q querier) (err error) {
		out, err = collect(ctx, q, scanProgramme, selectProgramme+"ORDER BY sort, id")
		return err
	})
	return out, err
}

// CreateProgramme implements model.Trainings.
func (f *File) CreateProgramme(ctx context.Context, p model.Programme) (model.Programme, error) {
	p = preparedProgramme(p)
	a := action{"create programme", p.Name.Best(model.Finnish), []model.Kind{model.KindProgramme}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, p.Check()); err != nil {
			return err
		}
		return saveProgramme(ctx, q, p)
	})
	return p, err
}

// UpdateProgramme implements model.Trainings.
func (f *File) UpdateProgramme(
	ctx context.Context, id model.ID, change func(*model.Programme) error,
) (model.Programme, error) {
	var after model.Programme
	a := action{"update programme", string(id), []model.Kind{model.KindProgramme}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readProgramme(ctx, q, id)
		if err != nil {
			return err
		}
		after = before
		after.Tasks = slices.Clone(before.Tasks)
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedProgramme(after)
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		return saveProgramme(ctx, q, after)
	})
	return after, err
}

// DeleteProgramme implements model.Trainings.
func (f *File) DeleteProgramme(ctx context.Context, id model.ID) error {
	a := action{"delete programme", string(id), []model.Kind{model.KindProgramme}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if _, err := readProgramme(ctx, q, id); err != nil {
			return err
		}
		uses, err := programmeUses(ctx, q, id)
		if err != nil {
			return err
		}
		if len(uses) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: uses}
		}
		return programmeTable.sync(ctx, q, id, nil)
	})
}

// programmeUses lists the events and extensions of a programme, and the leaders who completed it elsewhere or need not.
func programmeUses(ctx context.Context, q querier, id model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'event' AS kind, e.id, `+eventName+` AS label, 'event' AS role FROM event e
			JOIN programme p ON p.id = e.programme_id WHERE p.id = ?1
		UNION SELECT 'leader', l.id, l.name, 'elsewhere' FROM leader_elsewhere x JOIN leader l ON l.id = x.leader_id
			WHERE x.programme_id = ?1
		UNION SELECT 'leader', l.id, l.name, 'waiver' FROM leader_waiver x JOIN leader l ON l.id = x.leader_id
			WHERE x.programme_id = ?1
		UNION SELECT 'training', id, reason, 'extension' FROM extension WHERE programme_id = ?1
		ORDER BY 4, 3, 2`, id)
}

// eventName is the title of an event e or else the name of its programme p, in the first language that has one.
const eventName = `coalesce(nullif(e.title_fi, ''), nullif(e.title_sv, ''), nullif(e.title_en, ''), nullif(p.name_fi, ''),
	nullif(p.name_sv, ''), p.name_en)`

// scanKindUse reads a use by a record of any kind.
func scanKindUse(r scanner) (model.Use, error) {
	var u model.Use
	err := r.Scan(&u.Kind, &u.ID, &u.Label, &u.Role)
	return u, err
}

// preparedProgramme brings a programme into the form in which it is kept.
func preparedProgramme(p model.Programme) model.Programme {
	if p.ID == "" {
		p.ID = newID()
	}
	p.Name = p.Name.Trimmed()
	return p
}

func saveProgramme(ctx context.Context, q querier, p model.Programme) error {
	v := p.Validity
	return programmeTable.sync(ctx, q, p.ID, []row{{p.ID, []any{
		p.Name.Fi, p.Name.Sv, p.Name.En, string(p.Kind), p.Content.Fi, p.Content.Sv, p.Content.En, amountValue(p.Hours),
		string(v.Kind), int64(v.Months), flagValue(v.EndOfYear), dateValue(v.Day), int64(v.GraceDays), codesValue(p.Tasks),
		flagValue(p.Ended), model.SortKey(p.Name.Best(model.Finnish)),
	}}})
}

func readProgramme(ctx context.Context, q querier, id model.ID) (model.Programme, error) {
	p, err := scanProgramme(q.QueryRowContext(ctx, selectProgramme+"WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return p, notFound(id)
	}
	return p, err
}

func scanProgramme(r scanner) (model.Programme, error) {
	var p model.Programme
	v := &p.Validity
	err := r.Scan(&p.ID, &p.Name.Fi, &p.Name.Sv, &p.Name.En, &p.Kind, &p.Content.Fi, &p.Content.Sv, &p.Content.En,
		readAmount{&p.Hours}, &v.Kind, &v.Months, &v.EndOfYear, readDate{&v.Day}, &v.GraceDays,
		readCodes[model.TaskKind]{&p.Tasks}, &p.Ended)
	return p, err
}
