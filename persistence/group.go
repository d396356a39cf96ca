package persistence

import (
	"context"
	"database/sql"
	"errors"
	"reflect"
	"slices"

	"kumppani/model"
)

var _ model.Groups = (*File)(nil)

// Groups implements model.Groups.
func (f *File) Groups(ctx context.Context) ([]model.Group, error) {
	var out []model.Group
	err := f.read(ctx, "list groups", "", func(ctx context.Context, q querier) (err error) {
		out, err = readGroups(ctx, q)
		return err
	})
	return out, err
}

// Group implements model.Groups.
func (f *File) Group(ctx context.Context, id model.ID) (model.Group, error) {
	var g groupRow
	err := f.read(ctx, "read group", string(id), func(ctx context.Context, q querier) (err error) {
		g, err = readGroup(ctx, q, id)
		return err
	})
	return g.Group, err
}

// CreateGroup implements model.Groups.
func (f *File) CreateGroup(ctx context.Context, g model.Group) (model.Group, error) {
	g = preparedGroup(g)
	a := action{"create group", g.Name.Best(model.Finnish), []model.Kind{model.KindGroup}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, g.Check()); err != nil {
			return err
		}
		return saveGroup(ctx, q, groupRow{g, g.Recurrence.RRULE()})
	})
	return g, err
}

// UpdateGroup implements model.Groups. A rule of recurrence that this version does not know stays as it is until somebody
// changes the recurrence.
func (f *File) UpdateGroup(ctx context.Context, id model.ID, change func(*model.Group) error) (model.Group, error) {
	var after groupRow
	a := action{"update group", string(id), []model.Kind{model.KindGroup}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readGroup(ctx, q, id)
		if err != nil {
			return err
		}
		// Read again rather than copied: the two must share no list that change might write into.
		if after, err = readGroup(ctx, q, id); err != nil {
			return err
		}
		if err := change(&after.Group); err != nil {
			return asIs{err}
		}
		after.ID = id
		after.Group = preparedGroup(after.Group)
		if !reflect.DeepEqual(before.Recurrence, after.Recurrence) {
			after.rule = after.Recurrence.RRULE()
		}
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		return saveGroup(ctx, q, after)
	})
	return after.Group, err
}

// DeleteGroup implements model.Groups. Sessions use a group, the group that continues it, and surveys.
func (f *File) DeleteGroup(ctx context.Context, id model.ID) error {
	a := action{"delete group", string(id), []model.Kind{model.KindGroup}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if _, err := readGroup(ctx, q, id); err != nil {
			return err
		}
		uses, err := groupUses(ctx, q, id)
		if err != nil {
			return err
		}
		if len(uses) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: uses}
		}
		return groupTable.sync(ctx, q, id, nil)
	})
}

// preparedGroup brings a group into the form in which it is kept: nobody is in it twice, the days are in order, and of
// the recurrence there is what its rhythm needs.
func preparedGroup(g model.Group) model.Group {
	if g.ID == "" {
		g.ID = newID()
	}
	g.Name, g.Description = g.Name.Trimmed(), g.Description.Trimmed()
	g.Organisers, g.Leaders = distinct(g.Organisers), distinct(g.Leaders)
	g.Audiences, g.Languages = slices.Clone(g.Audiences), slices.Clone(g.Languages)
	g.Recurrence = preparedRecurrence(g.Recurrence)
	return g
}

func preparedRecurrence(r model.Recurrence) model.Recurrence {
	out := model.Recurrence{Rhythm: r.Rhythm, Dates: inOrder(r.Dates), Without: inOrder(r.Without)}
	switch r.Rhythm {
	case model.EveryNWeeks:
		out.Weekday, out.Every = r.Weekday, r.Every
	case model.Monthly:
		out.Weekday, out.Nth = r.Weekday, r.Nth
	case model.OddWeeks, model.EvenWeeks:
		out.Weekday = r.Weekday
	}
	return out
}

// inOrder returns the days in order, each once, in a list of its own; nil when there are none.
func inOrder(days []model.Date) []model.Date {
	out := slices.DeleteFunc(slices.Clone(days), model.Date.IsZero)
	slices.SortFunc(out, model.Date.Compare)
	if out = slices.Compact(out); len(out) == 0 {
		return nil
	}
	return out
}

// distinct returns the IDs in their order, each once, in a list of its own; nil when there are none.
func distinct(ids []model.ID) []model.ID {
	var out []model.ID
	for _, id := range ids {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// groupRow is a group with the rule of its recurrence as it stands in the file.
type groupRow struct {
	model.Group
	rule string
}

var (
	groupTable = table{
		name: "meeting_group", key: "id",
		columns: "name_fi, name_sv, name_en, type, place_id, audiences, languages, capacity, minimum, unit, fixed_sessions," +
			" theme_every, agreement_id, public, rrule, rdates, exdates, from_at, until_at, runs_from_on, runs_until_on," +
			" continues_id, description_fi, description_sv, description_en, notes, sort",
	}
	groupOrganiserTable = table{name: "group_organiser", parent: "group_id", key: "organisation_id", columns: "position"}
	groupLeaderTable    = table{name: "group_leader", parent: "group_id", key: "leader_id", columns: "position"}
)

func saveGroup(ctx context.Context, q querier, g groupRow) error {
	r := g.Recurrence
	err := groupTable.sync(ctx, q, g.ID, []row{{g.ID, []any{
		g.Name.Fi, g.Name.Sv, g.Name.En, string(g.Type), string(g.PlaceID), codesValue(g.Audiences), codesValue(g.Languages),
		countValue(g.Capacity), countValue(g.Minimum), string(g.Unit), countValue(g.FixedSessions), int64(g.ThemeEvery),
		idValue(g.AgreementID), flagValue(g.Public), g.rule, daysValue(r.Dates), daysValue(r.Without), g.From.String(),
		g.Until.String(), dateValue(g.RunsFrom), dateValue(g.RunsUntil), idValue(g.ContinuesID), g.Description.Fi,
		g.Description.Sv, g.Description.En, g.Notes, model.SortKey(g.Name.Best(model.Finnish)),
	}}})
	if err != nil {
		return err
	}
	return errors.Join(
		groupOrganiserTable.sync(ctx, q, g.ID, idRows(g.Organisers)),
		groupLeaderTable.sync(ctx, q, g.ID, idRows(g.Leaders)),
	)
}

// readGroups reads all groups in the order of the register.
func readGroups(ctx context.Context, q querier) ([]model.Group, error) {
	rules := map[string]model.Recurrence{} // the same few rules come again and again
	scan := func(r scanner) (model.Group, error) {
		g, err := scanGroup(r, rules)
		return g.Group, err
	}
	out, err := collect(ctx, q, scan, "SELECT id, "+groupTable.columns+" FROM meeting_group ORDER BY sort, id")
	if err != nil {
		return nil, err
	}
	return out, readGroupPeople(ctx, q, out, "")
}

// readGroup reads one group whole.
func readGroup(ctx context.Context, q querier, id model.ID) (groupRow, error) {
	g, err := scanGroup(q.QueryRowContext(ctx, "SELECT id, "+groupTable.columns+" FROM meeting_group WHERE id = ?", id),
		map[string]model.Recurrence{})
	if errors.Is(err, sql.ErrNoRows) {
		return g, notFound(id)
	}
	if err != nil {
		return g, err
	}
	one := []model.Group{g.Group}
	err = readGroupPeople(ctx, q, one, "WHERE group_id = ? ", id)
	g.Group = one[0]
	return g, err
}

// readGroupPeople gives the groups their organisers and leaders.
func readGroupPeople(ctx context.Context, q querier, groups []model.Group, where string, args ...any) error {
	at := make(map[model.ID]*model.Group, len(groups))
	for i := range groups {
		at[groups[i].ID] = &groups[i]
	}
	for _, list := range []struct {
		table table
		of    func(*model.Group) *[]model.ID
	}{
		{groupOrganiserTable, func(g *model.Group) *[]model.ID { return &g.Organisers }},
		{groupLeaderTable, func(g *model.Group) *[]model.ID { return &g.Leaders }},
	} {
		scan := func(r scanner) (struct{}, error) {
			var group, id model.ID
			err := r.Scan(&group, &id)
			if g, known := at[group]; known && err == nil {
				*list.of(g) = append(*list.of(g), id)
			}
			return struct{}{}, err
		}
		_, err := collect(ctx, q, scan, "SELECT group_id, "+list.table.key+" FROM "+list.table.name+" "+where+
			"ORDER BY group_id, position", args...)
		if err != nil {
			return err
		}
	}
	return nil
}

func scanGroup(r scanner, rules map[string]model.Recurrence) (groupRow, error) {
	var g groupRow
	var dates, without []model.Date
	err := r.Scan(&g.ID, &g.Name.Fi, &g.Name.Sv, &g.Name.En, &g.Type, &g.PlaceID, readCodes[model.Audience]{&g.Audiences},
		readCodes[model.Language]{&g.Languages}, readCount{&g.Capacity}, readCount{&g.Minimum}, &g.Unit,
		readCount{&g.FixedSessions}, &g.ThemeEvery, readID{&g.AgreementID}, &g.Public, &g.rule, readDays{&dates},
		readDays{&without}, readClock{&g.From}, readClock{&g.Until}, readDate{&g.RunsFrom}, readDate{&g.RunsUntil},
		readID{&g.ContinuesID}, &g.Description.Fi, &g.Description.Sv, &g.Description.En, &g.Notes, skip{})
	if err != nil {
		return g, err
	}
	g.Recurrence = once(rules, g.rule, readRule)
	g.Recurrence.Dates, g.Recurrence.Without = dates, without
	return g, nil
}

// readRule reads a rule of recurrence. One that this version does not know gives single dates only; Check reports it.
func readRule(rule string) model.Recurrence {
	r, err := model.ParseRRULE(rule)
	if err != nil {
		return model.Recurrence{Rhythm: model.SingleDates}
	}
	return r
}
