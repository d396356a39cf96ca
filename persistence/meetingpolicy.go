package persistence

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"kumppani/model"
)

var _ model.MeetingPolicies = (*File)(nil)

var countCategoryTable = table{name: "count_category", key: "id", columns: "position, name_fi, name_sv, name_en, off"}

// MeetingPolicy implements model.MeetingPolicies.
func (f *File) MeetingPolicy(ctx context.Context) (model.MeetingPolicy, error) {
	var p model.MeetingPolicy
	err := f.read(ctx, "read meeting policy", "", func(ctx context.Context, q querier) (err error) {
		p, err = readMeetingPolicy(ctx, q)
		return err
	})
	return p, err
}

// SaveMeetingPolicy implements model.MeetingPolicies. The problem of a category that is left out though sessions have
// counted it names its place in the list before, "categories.2.name".
func (f *File) SaveMeetingPolicy(ctx context.Context, p model.MeetingPolicy) error {
	giveIDs(&p.Categories, func(c *model.CountCategory) *model.ID { return &c.ID })
	for i := range p.Categories {
		p.Categories[i].Name = p.Categories[i].Name.Trimmed()
	}
	a := action{op: "save meeting policy", kinds: []model.Kind{model.KindMeetings}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, p.Check()); err != nil {
			return err
		}
		if err := dropCategories(ctx, q, p.Categories); err != nil {
			return err
		}
		for i, c := range p.Categories {
			err := countCategoryTable.sync(ctx, q, c.ID, []row{{c.ID, []any{
				int64(i), c.Name.Fi, c.Name.Sv, c.Name.En, flagValue(c.Off),
			}}})
			if err != nil {
				return err
			}
		}
		_, err := q.ExecContext(ctx, "INSERT OR REPLACE INTO meeting_policy (id, travel_minutes) VALUES (1, ?)", p.TravelMinutes)
		return err
	})
}

// dropCategories removes those that are not there any longer, CodeInvalid when sessions have counted one.
func dropCategories(ctx context.Context, q querier, after []model.CountCategory) error {
	before, err := readMeetingPolicy(ctx, q)
	if err != nil {
		return err
	}
	var refused []model.Problem
	for i, c := range before.Categories {
		if slices.ContainsFunc(after, func(x model.CountCategory) bool { return x.ID == c.ID }) {
			continue
		}
		var counted bool
		err := q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM session WHERE instr(own_counts, ?))", c.ID).Scan(&counted)
		if err != nil {
			return err
		}
		if counted {
			refused = append(refused, model.Problem{
				Severity: model.Refusal, Field: fmt.Sprintf("categories.%d.name", i), Code: "category_counted",
			})
		}
		if err := countCategoryTable.sync(ctx, q, c.ID, nil); err != nil {
			return err
		}
	}
	if len(refused) > 0 {
		return &model.Error{Code: model.CodeInvalid, Problems: refused}
	}
	return nil
}

func readMeetingPolicy(ctx context.Context, q querier) (model.MeetingPolicy, error) {
	p := model.MeetingPolicy{TravelMinutes: model.DefaultTravelMinutes}
	err := q.QueryRowContext(ctx, "SELECT travel_minutes FROM meeting_policy").Scan(&p.TravelMinutes)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return p, err
	}
	p.Categories, err = collect(ctx, q, func(r scanner) (model.CountCategory, error) {
		var c model.CountCategory
		err := r.Scan(&c.ID, &c.Name.Fi, &c.Name.Sv, &c.Name.En, &c.Off)
		return c, err
	}, "SELECT id, name_fi, name_sv, name_en, off FROM count_category ORDER BY position, id")
	return p, err
}
