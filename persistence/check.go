package persistence

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kumppani/model"
)

// Check looks through the whole file: the structure of its pages, references, attachments against their hashes, codes and
// dates. It takes about two seconds for 10,000 agreements and changes nothing.
func (f *File) Check(ctx context.Context) ([]model.Finding, error) {
	var out []model.Finding
	err := f.read(ctx, "check data file", f.path, func(ctx context.Context, q querier) error {
		for _, look := range []func(context.Context, querier) ([]model.Finding, error){
			func(ctx context.Context, q querier) ([]model.Finding, error) {
				return pragmaFindings(ctx, q, "integrity_check")
			},
			foreignKeyFindings, looseReferenceFindings, sessionReferenceFindings, followUpReferenceFindings, attachmentFindings,
			codeFindings, dateFindings, recurrenceFindings,
		} {
			found, err := look(ctx, q)
			if err != nil {
				return err
			}
			out = append(out, found...)
		}
		return nil
	})
	return out, err
}

// attachmentFindings compares every kept file with its hash, one at a time.
func attachmentFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	ids, err := collect(ctx, q, scanText, "SELECT id FROM attachment ORDER BY id")
	var out []model.Finding
	for _, id := range ids {
		if _, err := readContent(ctx, q, model.ID(id)); model.CodeOf(err) == model.CodeDamaged {
			out = append(out, model.Finding{Code: model.FindingAttachment, Table: "attachment", Record: id, Detail: err.Error()})
		} else if err != nil {
			return nil, err
		}
	}
	return out, err
}

// codeColumn is a column with codes of a closed set; an empty code says nothing.
type codeColumn struct {
	table, column string
	known         []string
}

// record is the column with the ID of the record: what is entered of a year has none of its own.
func (c codeColumn) record() string {
	if strings.HasPrefix(c.table, "year_") {
		return "year"
	}
	return "id"
}

func codeColumns() []codeColumn {
	languages, answers := texts(model.Languages()), texts([]model.Answer{model.Yes, model.No})
	return []codeColumn{
		{"centre", "language", languages},
		{"organisation", "sector", texts(model.Sectors())},
		{"organisation", "language", languages},
		{"contact", "language", languages},
		{"agreement", "languages", languages},
		{"agreement", "form", texts(model.Forms())},
		{"agreement", "kind", texts(model.AgreementKinds())},
		{"party", "services", texts(model.Services())},
		{"contribution", "kind", texts(model.ContributionKinds())},
		{"contribution", "per", texts(model.Pers())},
		{"leader", "kind", texts(model.LeaderKinds())},
		{"leader", "audiences", texts(model.Audiences())},
		{"leader", "availability", slices.Collect(maps.Keys(slots()))},
		{"leader", "source", texts(model.FactSources())},
		{"leader_status", "state", texts(model.LeaderStates())},
		{"leader_task", "kind", texts(model.TaskKinds())},
		{"leader_task", "check_need", texts(model.CheckNeeds())},
		{"leader_entry", "kind", texts(model.EntryKinds())},
		{"requirement", "kind", texts(model.RequirementKinds())},
		{"requirement", "tasks", texts(model.TaskKinds())},
		{"requirement", "weight", texts(model.Weights())},
		{"programme", "kind", texts(model.ProgrammeKinds())},
		{"programme", "validity", texts(model.ValidityKinds())},
		{"programme", "tasks", texts(model.TaskKinds())},
		{"event", "state", texts(model.EventStates())},
		{"event", "languages", languages},
		{"participation", "sector", texts(model.Sectors())},
		{"participation", "passed", answers},
		{"meeting_place", "kind", texts(model.PlaceKinds())},
		{"meeting_place", "step_free", answers},
		{"meeting_place", "toilet", answers},
		{"meeting_place", "changing_table", answers},
		{"meeting_place", "parking", answers},
		{"meeting_place", "pram_space", answers},
		{"meeting_place", "booking_language", languages},
		{"meeting_group", "type", texts(model.GroupTypes())},
		{"meeting_group", "audiences", texts(model.Audiences())},
		{"meeting_group", "languages", languages},
		{"meeting_group", "unit", texts(model.CapacityUnits())},
		{"closure", "scope", texts(model.ClosureScopes())},
		{"session", "state", texts([]model.SessionState{model.SessionPlanned, model.SessionCancelled})},
		{"attachment", "role", append(texts(model.AttachmentRoles()), string(model.SignedText))},
	}
}

func networkCodeColumns() []codeColumn {
	var practices []string
	for _, area := range model.PracticeAreas() {
		practices = append(practices, texts(area.Practices())...)
	}
	return []codeColumn{
		{"follow_up", "kind", texts(slices.Collect(maps.Keys(recordTables)))},
		{"network_body", "kind", texts(model.BodyKinds())},
		{"survey", "kind", texts(model.SurveyKinds())},
		{"year_resource", "kind", texts(model.ResourceKinds())},
		{"year_resource", "given", texts([]model.Answer{model.Yes, model.No})},
		{"year_service", "service", texts(model.Services())},
		{"year_service", "part", texts(model.ServiceParts())},
		{"year_cooperation", "sector", texts(model.Sectors())},
		{"year_cooperation", "goes", texts(model.SectorCooperations())},
		{"year_quality", "topic", texts(model.QualityTopics())},
		{"year_practice", "practice", practices},
		{"year_practice", "stage", texts(model.PracticeStages())},
	}
}

func texts[C ~string](codes []C) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}

func codeFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	var out []model.Finding
	for _, c := range slices.Concat(codeColumns(), networkCodeColumns()) {
		scan := func(r scanner) (model.Finding, error) {
			found := model.Finding{Code: model.FindingCodeValue, Table: c.table}
			err := r.Scan(&found.Record, &found.Detail)
			return found, err
		}
		rows, err := collect(ctx, q, scan, "SELECT "+c.record()+", "+c.column+" FROM "+c.table+" WHERE "+c.column+" <> ''")
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			for _, code := range codesOf[string](r.Detail) {
				if !slices.Contains(c.known, code) {
					out = append(out, model.Finding{Code: r.Code, Table: r.Table, Record: r.Record, Detail: fmt.Sprintf("%s is %q", c.column, code)})
				}
			}
		}
	}
	return out, nil
}

// dateFindings looks into every column that holds a civil date, known by its name.
func dateFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	columns, err := collect(ctx, q, func(r scanner) ([2]string, error) {
		var c [2]string
		err := r.Scan(&c[0], &c[1])
		return c, err
	}, `SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.schema = 'main'
		AND (c.name LIKE '%\_on' ESCAPE '\' OR c.name IN ('valid_from', 'valid_until')) ORDER BY 1, 2`)
	if err != nil {
		return nil, err
	}
	var out []model.Finding
	for _, c := range columns {
		table, column := c[0], c[1]
		bad, err := collect(ctx, q, scanText, "SELECT "+column+" FROM "+table+" WHERE "+column+" IS NOT NULL AND NOT ("+
			column+" GLOB '[1-9]???-??-??' AND date("+column+") IS "+column+")")
		if err != nil {
			return nil, err
		}
		for _, value := range bad {
			out = append(out, model.Finding{Code: model.FindingDate, Table: table, Detail: fmt.Sprintf("%s is %q", column, value)})
		}
	}
	return out, nil
}

// recurrenceFindings looks into the rules of groups and of bodies of the network, and into the days that they and printed calendars name.
func recurrenceFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	var out []model.Finding
	for _, c := range []struct{ table, record, days string }{
		{"meeting_group", "id", "rdates"},
		{"meeting_group", "id", "exdates"},
		{"printed_line", "group_id", "days"},
		{"network_body", "id", "rdates"},
		{"network_body", "id", "exdates"},
	} {
		rows, err := collect(ctx, q, scanReferring, "SELECT "+c.record+", "+c.days+" FROM "+c.table+" WHERE "+c.days+" <> ''")
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			for _, day := range codesOf[string](r.to) {
				if d, err := model.ParseDate(day); err != nil || d.IsZero() {
					out = append(out, model.Finding{
						Code: model.FindingDate, Table: c.table, Record: r.record, Detail: fmt.Sprintf("%s has %q", c.days, day),
					})
				}
			}
		}
	}
	for _, table := range []string{"meeting_group", "network_body"} {
		rules, err := collect(ctx, q, scanReferring, "SELECT id, rrule FROM "+table+" ORDER BY id")
		if err != nil {
			return nil, err
		}
		for _, r := range rules {
			if _, err := model.ParseRRULE(r.to); err != nil {
				out = append(out, model.Finding{
					Code: model.FindingCodeValue, Table: table, Record: r.record, Detail: fmt.Sprintf("rrule is %q", r.to),
				})
			}
		}
	}
	return out, nil
}

// pragmaFindings runs quick_check or integrity_check.
func pragmaFindings(ctx context.Context, q querier, pragma string) ([]model.Finding, error) {
	rows, err := q.QueryContext(ctx, "PRAGMA "+pragma)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []model.Finding
	for rows.Next() {
		var detail string
		if err := rows.Scan(&detail); err != nil {
			return nil, err
		}
		if detail != "ok" {
			out = append(out, model.Finding{Code: model.FindingStructure, Detail: detail})
		}
	}
	return out, rows.Err()
}

func foreignKeyFindings(ctx context.Context, q querier) ([]model.Finding, error) {
	rows, err := q.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []model.Finding
	for rows.Next() {
		var table, parent string
		var row *int64
		var key int
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return nil, err
		}
		out = append(out, model.Finding{
			Code: model.FindingReference, Table: table,
			Detail: fmt.Sprintf("a row of %s refers to a row of %s that is not there", table, parent),
		})
	}
	return out, rows.Err()
}
