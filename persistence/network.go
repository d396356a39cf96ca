package persistence

import (
	"context"
	"database/sql"
	"errors"
	"reflect"

	"kumppani/model"
)

var _ model.Networks = (*File)(nil)

var (
	bodyTable = table{
		name: "network_body", key: "id",
		columns: "name_fi, name_sv, name_en, kind, times_a_year, recurs, rrule, rdates, exdates, from_at, until_at, starts_on," +
			" ended_on, notes, sort",
	}
	bodyMemberTable = table{name: "network_body_member", parent: "body_id", key: "organisation_id", columns: "position"}
)

// Bodies implements model.Networks.
func (f *File) Bodies(ctx context.Context) ([]model.Body, error) {
	var out []model.Body
	err := f.read(ctx, "list bodies", "", func(ctx context.Context, q querier) error {
		rules := map[string]model.Recurrence{} // reading one takes longer than all the rest, and most have the same few
		scan := func(r scanner) (bodyRow, error) { return scanBody(r, rules) }
		rows, err := collect(ctx, q, scan, "SELECT id, "+bodyTable.columns+" FROM network_body ORDER BY sort, id")
		if err != nil {
			return err
		}
		members, err := idsUnder(ctx, q, bodyMemberTable, "")
		for _, b := range rows {
			b.Members = members[b.ID]
			out = append(out, b.Body)
		}
		return err
	})
	return out, err
}

// CreateBody implements model.Networks.
func (f *File) CreateBody(ctx context.Context, b model.Body) (model.Body, error) {
	b = preparedBody(b)
	a := action{"create body", b.Name.Best(model.Finnish), []model.Kind{model.KindBody}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, b.Check()); err != nil {
			return err
		}
		return saveBody(ctx, q, bodyRow{b, b.Recurrence.RRULE()})
	})
	return b, err
}

// UpdateBody implements model.Networks. A rule of recurrence that this version does not know stays as it is until somebody
// changes the recurrence.
func (f *File) UpdateBody(ctx context.Context, id model.ID, change func(*model.Body) error) (model.Body, error) {
	var after bodyRow
	a := action{"update body", string(id), []model.Kind{model.KindBody}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readBody(ctx, q, id)
		if err != nil {
			return err
		}
		// Read again rather than copied: the two must share no list that change might write into.
		if after, err = readBody(ctx, q, id); err != nil {
			return err
		}
		if err := change(&after.Body); err != nil {
			return asIs{err}
		}
		after.ID = id
		after.Body = preparedBody(after.Body)
		if before.Recurs != after.Recurs || !reflect.DeepEqual(before.Recurrence, after.Recurrence) {
			after.rule = after.Recurrence.RRULE()
		}
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		return saveBody(ctx, q, after)
	})
	return after.Body, err
}

// DeleteBody implements model.Networks.
func (f *File) DeleteBody(ctx context.Context, id model.ID) error {
	a := action{"delete body", string(id), []model.Kind{model.KindBody}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := present(ctx, q, bodyTable, id); err != nil {
			return err
		}
		uses, err := bodyUses(ctx, q, id)
		if err != nil {
			return err
		}
		if len(uses) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: uses}
		}
		return bodyTable.sync(ctx, q, id, nil)
	})
}

// preparedBody brings a body into the form in which it is kept: no organisation is in it twice, and it has a recurrence only
// when it recurs.
func preparedBody(b model.Body) model.Body {
	if b.ID == "" {
		b.ID = newID()
	}
	b.Name, b.Members = b.Name.Trimmed(), distinct(b.Members)
	if b.Recurs {
		b.Recurrence = preparedRecurrence(b.Recurrence)
	} else {
		b.Recurrence = model.Recurrence{}
	}
	return b
}

// bodyRow is a body with the rule of its recurrence as it stands in the file.
type bodyRow struct {
	model.Body
	rule string
}

func saveBody(ctx context.Context, q querier, b bodyRow) error {
	r := b.Recurrence
	err := bodyTable.sync(ctx, q, b.ID, []row{{b.ID, []any{
		b.Name.Fi, b.Name.Sv, b.Name.En, string(b.Kind), countValue(b.TimesAYear), flagValue(b.Recurs), b.rule,
		daysValue(r.Dates), daysValue(r.Without), b.From.String(), b.Until.String(), dateValue(b.StartsOn),
		dateValue(b.EndedOn), b.Notes, model.SortKey(b.Name.Best(model.Finnish)),
	}}})
	if err != nil {
		return err
	}
	return bodyMemberTable.sync(ctx, q, b.ID, idRows(b.Members))
}

// idRows are the rows of a list that has nothing but IDs.
func idRows(ids []model.ID) []row { return rowsOf(ids, func(id model.ID) row { return row{key: id} }) }

func readBody(ctx context.Context, q querier, id model.ID) (bodyRow, error) {
	b, err := scanBody(q.QueryRowContext(ctx, "SELECT id, "+bodyTable.columns+" FROM network_body WHERE id = ?", id),
		map[string]model.Recurrence{})
	if errors.Is(err, sql.ErrNoRows) {
		return b, notFound(id)
	}
	if err != nil {
		return b, err
	}
	members, err := idsUnder(ctx, q, bodyMemberTable, "WHERE body_id = ? ", id)
	b.Members = members[id]
	return b, err
}

func scanBody(r scanner, rules map[string]model.Recurrence) (bodyRow, error) {
	var b bodyRow
	var dates, without []model.Date
	err := r.Scan(&b.ID, &b.Name.Fi, &b.Name.Sv, &b.Name.En, &b.Kind, readCount{&b.TimesAYear}, &b.Recurs, &b.rule,
		readDays{&dates}, readDays{&without}, readClock{&b.From}, readClock{&b.Until}, readDate{&b.StartsOn},
		readDate{&b.EndedOn}, &b.Notes, skip{})
	if b.Recurs {
		b.Recurrence = once(rules, b.rule, readRule)
		b.Recurrence.Dates, b.Recurrence.Without = dates, without
	}
	return b, err
}

// idsUnder reads the lists of a table that has nothing but IDs, in their order, by what they belong to.
func idsUnder(ctx context.Context, q querier, t table, where string, args ...any) (map[model.ID][]model.ID, error) {
	out := map[model.ID][]model.ID{}
	_, err := collect(ctx, q, func(r scanner) (struct{}, error) {
		var parent model.ID
		var ids []model.ID
		err := r.Scan(&parent, readCodes[model.ID]{&ids})
		out[parent] = ids
		return struct{}{}, err
	}, "SELECT "+t.parent+", group_concat("+t.key+", ',' ORDER BY position) FROM "+t.name+" "+where+"GROUP BY "+t.parent, args...)
	return out, err
}
