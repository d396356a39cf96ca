package persistence

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kumppani/model"
)

// looseReferenceFindings looks up the requirements that leaders refer to without a foreign key: some of them are built in.
func looseReferenceFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	requirements, err := readRequirements(ctx, q)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, r := range requirements {
		known[string(r.ID)] = true
	}
	var out []model.Finding
	for _, table := range []string{"leader_fulfilment", "leader_waiver"} {
		rows, err := collect(ctx, q, scanReferring, "SELECT id, requirement_id FROM "+table)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if !known[r.to] {
				out = append(out, model.Finding{
					Code: model.FindingReference, Table: table, Record: r.record,
					Detail: fmt.Sprintf("requirement_id is %q, and there is no such requirement", r.to),
				})
			}
		}
	}
	return out, nil
}

// sessionReferenceFindings looks up the leaders and the categories that are in sessions as text. Of sessions that have the
// same, the first is named.
func sessionReferenceFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	var out []model.Finding
	for _, c := range []struct{ column, table, kind string }{
		{"leaders", "leader", "leader"}, {"own_counts", "count_category", "category"},
	} {
		ids, err := collect(ctx, q, scanText, "SELECT id FROM "+c.table)
		if err != nil {
			return nil, err
		}
		known := map[string]bool{}
		for _, id := range ids {
			known[id] = true
		}
		rows, err := collect(ctx, q, scanReferring,
			"SELECT min(id), "+c.column+" FROM session WHERE "+c.column+" <> '' GROUP BY "+c.column)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			for one := range strings.SplitSeq(r.to, ",") {
				if id, _, _ := strings.Cut(one, ":"); !known[id] {
					out = append(out, model.Finding{
						Code: model.FindingReference, Table: "session", Record: r.record,
						Detail: fmt.Sprintf("%s has %q, and there is no such %s", c.column, id, c.kind),
					})
				}
			}
		}
	}
	return out, nil
}

// followUpReferenceFindings looks up the records on which reminders hang, of every kind that this version knows; any other
// is found by its code.
func followUpReferenceFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	var out []model.Finding
	for _, kind := range slices.Sorted(maps.Keys(recordTables)) {
		t := recordTables[kind]
		rows, err := collect(ctx, q, scanReferring, "SELECT id, record_id FROM follow_up WHERE kind = ? AND record_id NOT IN (SELECT "+
			t.key+" FROM "+t.name+") ORDER BY id", string(kind))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out = append(out, model.Finding{
				Code: model.FindingReference, Table: followUpTable.name, Record: r.record,
				Detail: fmt.Sprintf("record_id is %q, and there is no such %s", r.to, kind),
			})
		}
	}
	return out, nil
}

// referring is a record and what it refers to.
type referring struct{ record, to string }

func scanReferring(r scanner) (referring, error) {
	var x referring
	err := r.Scan(&x.record, &x.to)
	return x, err
}
