package persistence

import (
	"context"
	"slices"
	"strings"

	"kumppani/model"
)

var leaderTable = table{name: "leader", key: "id", columns: leaderColumns + ", sort, fold"}

// anonymousSort is the sort key of an anonymised leader: after that of every name.
const anonymousSort = "\U0010FFFD"

// preparedLeader brings a leader into the form in which it is kept.
func preparedLeader(l model.Leader) model.Leader {
	if l.ID == "" {
		l.ID = newID()
	}
	l.Name = strings.TrimSpace(l.Name)
	for _, list := range leaderLists {
		list.prepare(&l)
	}
	slices.SortStableFunc(l.Statuses, func(a, b model.LeaderStatus) int { return a.From.Compare(b.From) })
	return l
}

// keptChecks takes from the tasks what is not kept of background checks: of a professional anything at all, and of a
// volunteer who has seen an extract and when unless the policy says so. No leader is written without it.
func keptChecks(ctx context.Context, q querier, l *model.Leader) error {
	policy, err := readPolicy(ctx, q)
	if err != nil {
		return err
	}
	for i := range l.Tasks {
		c := &l.Tasks[i].Check
		if l.Kind == model.Professional {
			*c = model.BackgroundCheck{}
		}
		if !policy.KeepSeen {
			c.SeenOn, c.SeenBy = model.Date{}, ""
		}
	}
	return nil
}

// saveLeader writes a prepared leader and makes of it what was kept.
func saveLeader(ctx context.Context, q querier, l *model.Leader) error {
	if err := keptChecks(ctx, q, l); err != nil {
		return err
	}
	sort := model.SortKey(l.Name)
	if l.Anonymised() {
		sort = anonymousSort
	}
	p := l.Publication
	err := leaderTable.sync(ctx, q, l.ID, []row{{l.ID, []any{
		string(l.Kind), l.Name, l.Phone, l.Email, l.Municipality.Code, l.Municipality.Name, idValue(l.HomeOrganisation),
		l.JobTitle, codesValue(l.Languages), codesValue(l.Audiences), l.Skills, countValue(l.BirthYear),
		dateValue(l.StartedOn), strings.Join(l.Availability.Codes(), ","), dateValue(p.On), flagValue(p.Name),
		flagValue(p.Phone), dateValue(p.WithdrawnOn), string(l.Source), dateValue(l.SourceOn), l.Notes,
		dateValue(l.AnonymisedOn), sort, model.Fold(l.Name),
	}}})
	if err != nil {
		return err
	}
	for _, list := range leaderLists {
		if err := list.save(ctx, q, *l); err != nil {
			return err
		}
	}
	return nil
}

// leaderRefersWell refuses a leader that newly refers to a requirement or a programme that is not there (CodeNotFound),
// and one to whom a background check is written down as met or waived: what may be kept of it stands in the task and
// nowhere else.
func leaderRefersWell(ctx context.Context, q querier, before, after model.Leader) error {
	requirements, err := readRequirements(ctx, q)
	if err != nil {
		return err
	}
	kinds := map[model.ID]model.RequirementKind{}
	for _, r := range requirements {
		kinds[r.ID] = r.Kind
	}
	for _, x := range after.Completed {
		kind, known := kinds[x.RequirementID]
		switch {
		case slices.ContainsFunc(before.Completed, func(b model.Fulfilment) bool { return b == x }):
		case !known:
			return notFound(x.RequirementID)
		case kind == model.RequireCheck:
			return refusal(model.CodeInvalid, "a background check is kept with its task")
		}
	}
	var programmes []model.ID
	for _, w := range after.Waivers {
		if slices.Contains(before.Waivers, w) {
			continue
		}
		switch kind, known := kinds[w.RequirementID]; {
		case !known:
			return notFound(w.RequirementID)
		case kind == model.RequireCheck:
			return refusal(model.CodeInvalid, "whether a background check is needed is judged with its task")
		}
		programmes = append(programmes, w.ProgrammeID)
	}
	for _, e := range after.Elsewhere {
		if !slices.Contains(before.Elsewhere, e) {
			programmes = append(programmes, e.ProgrammeID)
		}
	}
	for _, id := range programmes {
		var found bool
		err := q.QueryRowContext(ctx, "SELECT ? = '' OR EXISTS (SELECT 1 FROM programme WHERE id = ?)", id, id).Scan(&found)
		if err != nil {
			return err
		}
		if !found {
			return notFound(id)
		}
	}
	return nil
}
