package persistence

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kumppani/assets"
	"kumppani/model"
)

var requirementTable = table{
	name: "requirement", key: "id",
	columns: "position, kind, name_fi, name_sv, name_en, tasks, professionals, weight, valid_months, grace_days, off",
}

var requirementTextTable = table{
	name: "requirement_text", parent: "requirement_id", key: "id",
	columns: "position, version, from_on, body_fi, body_sv, body_en",
}

var _ model.Requirements = (*File)(nil)

// Requirements implements model.Requirements.
func (f *File) Requirements(ctx context.Context) ([]model.Requirement, error) {
	var all []model.Requirement
	err := f.read(ctx, "list requirements", "", func(ctx context.Context, q querier) (err error) {
		all, err = readRequirements(ctx, q)
		return err
	})
	return all, err
}

// SaveRequirements implements model.Requirements.
func (f *File) SaveRequirements(ctx context.Context, all []model.Requirement) ([]model.Requirement, error) {
	all = preparedRequirements(all)
	a := action{op: "save requirements", kinds: []model.Kind{model.KindRequirement}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, requirementProblems(all)); err != nil {
			return err
		}
		before, err := readRequirements(ctx, q)
		if err != nil {
			return err
		}
		all = append(all, missingRequirements(all)...)
		if err := dropRequirements(ctx, q, before, all); err != nil {
			return err
		}
		return saveRequirements(ctx, q, all)
	})
	return all, err
}

// readRequirements reads all requirements in their order, those that are built in and not kept yet at the end.
func readRequirements(ctx context.Context, q querier) ([]model.Requirement, error) {
	all, err := collect(ctx, q, scanRequirement, "SELECT id, kind, name_fi, name_sv, name_en, tasks, professionals, weight,"+
		" valid_months, grace_days, off FROM requirement ORDER BY position, id")
	if err != nil {
		return nil, err
	}
	at := map[model.ID]int{}
	for i, r := range all {
		at[r.ID] = i
	}
	list, err := collect(ctx, q, scanRequirementText, "SELECT requirement_id, id, version, from_on, body_fi, body_sv, body_en"+
		" FROM requirement_text ORDER BY requirement_id, position")
	for _, t := range list {
		if i, known := at[t.requirement]; known { // otherwise a damaged file; Check tells
			all[i].Texts = append(all[i].Texts, t.RequirementText)
		}
	}
	return append(all, missingRequirements(all)...), err
}

// missingRequirements are the built-in ones that are not in the list.
func missingRequirements(all []model.Requirement) []model.Requirement {
	return slices.DeleteFunc(builtInRequirements(), func(b model.Requirement) bool {
		return slices.ContainsFunc(all, func(r model.Requirement) bool { return r.ID == b.ID })
	})
}

func builtInRequirements() []model.Requirement {
	var out []model.Requirement
	for _, b := range assets.Requirements() {
		r := model.Requirement{
			ID: model.ID(b.ID), Kind: model.RequirementKind(b.Kind), Name: model.Text(b.Name), Professionals: b.Professionals,
			Weight: model.Weight(b.Weight), GraceDays: b.GraceDays,
		}
		if b.ValidMonths > 0 {
			r.ValidMonths = model.CountOf(b.ValidMonths)
		}
		for _, t := range b.Tasks {
			r.Tasks = append(r.Tasks, model.TaskKind(t))
		}
		for _, t := range b.Texts {
			from, _ := model.ParseDate(t.From) // a test of the built-in set sees to it that it is one
			r.Texts = append(r.Texts, model.RequirementText{
				ID: model.ID(t.ID), Version: t.Version, From: from, Body: model.Text(t.Body),
			})
		}
		out = append(out, r)
	}
	return out
}

// preparedRequirements brings the list into the form in which it is kept, in a copy.
func preparedRequirements(all []model.Requirement) []model.Requirement {
	giveIDs(&all, func(r *model.Requirement) *model.ID { return &r.ID })
	for i := range all {
		r := &all[i]
		r.Name = r.Name.Trimmed()
		giveIDs(&r.Texts, func(t *model.RequirementText) *model.ID { return &t.ID })
		for j := range r.Texts {
			r.Texts[j].Version = strings.TrimSpace(r.Texts[j].Version)
		}
	}
	return all
}

func requirementProblems(all []model.Requirement) []model.Problem {
	var out []model.Problem
	for i, r := range all {
		for _, p := range r.Check() {
			p.Field = strconv.Itoa(i) + "." + p.Field
			out = append(out, p)
		}
	}
	return out
}

// dropRequirements removes those that are not there any longer, CodeInUse when leaders have met one or it is waived.
func dropRequirements(ctx context.Context, q querier, before, after []model.Requirement) error {
	var uses []model.Use
	for _, r := range before {
		if slices.ContainsFunc(after, func(x model.Requirement) bool { return x.ID == r.ID }) {
			continue
		}
		found, err := requirementUses(ctx, q, r.ID)
		if err != nil {
			return err
		}
		uses = append(uses, found...)
		if err := requirementTable.sync(ctx, q, r.ID, nil); err != nil {
			return err
		}
	}
	if len(uses) > 0 {
		return &model.Error{Code: model.CodeInUse, Uses: uses}
	}
	return nil
}

func saveRequirements(ctx context.Context, q querier, all []model.Requirement) error {
	for i, r := range all {
		err := requirementTable.sync(ctx, q, r.ID, []row{{r.ID, []any{
			int64(i), string(r.Kind), r.Name.Fi, r.Name.Sv, r.Name.En, codesValue(r.Tasks), flagValue(r.Professionals),
			string(r.Weight), countValue(r.ValidMonths), int64(r.GraceDays), flagValue(r.Off),
		}}})
		if err != nil {
			return err
		}
		var rows []row
		for j, t := range r.Texts {
			rows = append(rows, row{t.ID, []any{
				int64(j), t.Version, dateValue(t.From), t.Body.Fi, t.Body.Sv, t.Body.En,
			}})
		}
		if err := requirementTextTable.sync(ctx, q, r.ID, rows); err != nil {
			return err
		}
	}
	return nil
}

func scanRequirement(r scanner) (model.Requirement, error) {
	var x model.Requirement
	err := r.Scan(&x.ID, &x.Kind, &x.Name.Fi, &x.Name.Sv, &x.Name.En, readCodes[model.TaskKind]{&x.Tasks}, &x.Professionals,
		&x.Weight, readCount{&x.ValidMonths}, &x.GraceDays, &x.Off)
	return x, err
}

// requirementTextRow is a version of a text with the requirement that it belongs to.
type requirementTextRow struct {
	requirement model.ID
	model.RequirementText
}

func scanRequirementText(r scanner) (requirementTextRow, error) {
	var t requirementTextRow
	err := r.Scan(&t.requirement, &t.ID, &t.Version, readDate{&t.From}, &t.Body.Fi, &t.Body.Sv, &t.Body.En)
	return t, err
}
