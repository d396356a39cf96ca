package persistence

import (
	"context"
	"strings"

	"kumppani/model"
)

// The tables of an agreement, in the order in which they are written: what is referred to comes first.
var (
	agreementTable = table{
		name: "agreement", key: "id",
		columns: "number, title_fi, title_sv, title_en, languages, form, kind, area_fi, area_sv, area_en, parent_id," +
			" predecessor_id, agreed_on, valid_from, valid_until, notice_months, review_on, notice_by, notice_given_on," +
			" notice_ends_on, sort, fold",
	}
	agreementTextTable = table{
		name: "agreement_text", key: "id",
		columns: "place_fi, place_sv, place_en, meetings_per_year, court_fi, court_sv, court_en, signed_at_fi, signed_at_sv," +
			" signed_at_en, oral_where, oral_present, oral_content_fi, oral_content_sv, oral_content_en, oral_noted_by," +
			" oral_memo_sent_to, oral_memo_sent_on, notes",
	}
	partyTable = table{
		name: "party", parent: "agreement_id", key: "id",
		columns: "position, organisation_id, role, core_task, services, contact_id, deputy_id, signatory, signatory_title," +
			" sent_on, signed_on, returned_on, copy_on, electronic, decision_body, decision_on, decision_section",
	}
	clauseTable = table{
		name: "clause", parent: "agreement_id", key: "id",
		columns: "position, key, heading_fi, heading_sv, heading_en, off, body_fi, body_sv, body_en",
	}
	taskTable = table{
		name: "task", parent: "agreement_id", key: "id",
		columns: "position, description_fi, description_sv, description_en",
	}
	taskPartyTable    = table{name: "task_party", parent: "task_id", key: "party_id", columns: "position"}
	contributionTable = table{
		name: "contribution", parent: "agreement_id", key: "id",
		columns: "position, party_id, kind, description_fi, description_sv, description_en, amount, unit, per, due_on, done_on",
	}
	writtenIntoTable = table{
		name: "written_into", parent: "agreement_id", key: "id",
		columns: "position, party_id, document, year",
	}
	reviewTable = table{
		name: "review", parent: "agreement_id", key: "id",
		columns: "position, held_on, present, notes",
	}
	amendmentTable = table{
		name: "amendment", parent: "agreement_id", key: "id",
		columns: "position, number, title_fi, title_sv, title_en, body_fi, body_sv, body_en, valid_from",
	}
	amendmentSignatureTable = table{
		name: "amendment_signature", parent: "amendment_id", key: "party_id",
		columns: "position, sent_on, signed_on, returned_on, copy_on, electronic",
	}
	attachmentTable = table{
		name: "attachment", parent: "agreement_id", key: "id",
		columns: "position, role, name, media_type, size, sha256, added_at",
	}
)

// saveAgreement writes the agreement and everything in it, except the contents of its attachments.
func saveAgreement(ctx context.Context, q querier, a model.Agreement) error {
	if err := numberFree(ctx, q, a); err != nil {
		return err
	}
	for _, step := range []struct {
		table table
		rows  []row
	}{
		{agreementTable, []row{{a.ID, agreementValues(a)}}},
		{agreementTextTable, []row{{a.ID, agreementTextValues(a)}}},
		{partyTable, rowsOf(a.Parties, partyRow)},
		{clauseTable, rowsOf(a.Clauses, clauseRow)},
		{taskTable, rowsOf(a.Tasks, taskRow)},
		{contributionTable, rowsOf(a.Contributions, contributionRow)},
		{writtenIntoTable, rowsOf(a.WrittenInto, writtenIntoRow)},
		{reviewTable, rowsOf(a.Reviews, reviewRow)},
		{amendmentTable, rowsOf(a.Amendments, amendmentRow)},
		{attachmentTable, rowsOf(a.Attachments, attachmentRow)},
	} {
		if err := step.table.sync(ctx, q, a.ID, step.rows); err != nil {
			return err
		}
	}
	for _, t := range a.Tasks {
		if err := taskPartyTable.sync(ctx, q, t.ID, rowsOf(t.PartyIDs, taskPartyRow)); err != nil {
			return err
		}
	}
	for _, m := range a.Amendments {
		if err := amendmentSignatureTable.sync(ctx, q, m.ID, rowsOf(m.Signatures, signatureRow)); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf makes the rows of a list; each begins with its position.
func rowsOf[T any](list []T, one func(T) row) []row {
	rows := make([]row, len(list))
	for i, item := range list {
		r := one(item)
		rows[i] = row{r.key, append([]any{int64(i)}, r.values...)}
	}
	return rows
}

func agreementValues(a model.Agreement) []any {
	return []any{
		a.Number, a.Title.Fi, a.Title.Sv, a.Title.En, codesValue(a.Languages), string(a.Form), string(a.Kind),
		a.Area.Fi, a.Area.Sv, a.Area.En, idValue(a.ParentID), idValue(a.PredecessorID), dateValue(a.AgreedOn),
		dateValue(a.ValidFrom), dateValue(a.ValidUntil), countValue(a.NoticeMonths), dateValue(a.ReviewOn),
		idValue(a.Notice.By), dateValue(a.Notice.GivenOn), dateValue(a.Notice.EndsOn),
		model.SortKey(a.Title.Best(model.Finnish)),
		model.Fold(strings.Join([]string{a.Number, a.Title.Fi, a.Title.Sv, a.Title.En}, "\n")),
	}
}

func agreementTextValues(a model.Agreement) []any {
	o := a.OralTerms
	return []any{
		a.Place.Fi, a.Place.Sv, a.Place.En, countValue(a.MeetingsPerYear), a.Court.Fi, a.Court.Sv, a.Court.En,
		a.SignedAt.Fi, a.SignedAt.Sv, a.SignedAt.En, o.Where, o.Present, o.Content.Fi, o.Content.Sv, o.Content.En, o.NotedBy,
		o.MemoSentTo, dateValue(o.MemoSentOn), a.Notes,
	}
}

func partyRow(p model.Party) row {
	values := []any{
		string(p.OrganisationID), p.Role, p.CoreTask, codesValue(p.Services), idValue(p.ContactID), idValue(p.DeputyID),
		p.Signatory, p.SignatoryTitle,
	}
	values = append(values, signingValues(p.Signing)...)
	return row{p.ID, append(values, p.DecisionBody, dateValue(p.DecisionOn), p.DecisionSection)}
}

func signingValues(s model.Signing) []any {
	return []any{
		dateValue(s.SentOn), dateValue(s.SignedOn), dateValue(s.ReturnedOn), dateValue(s.CopyOn), flagValue(s.Electronic),
	}
}

func clauseRow(c model.Clause) row {
	return row{c.ID, []any{
		c.Key, c.Heading.Fi, c.Heading.Sv, c.Heading.En, flagValue(c.Off), c.Body.Fi, c.Body.Sv, c.Body.En,
	}}
}

func taskRow(t model.Task) row {
	return row{t.ID, []any{t.Description.Fi, t.Description.Sv, t.Description.En}}
}

func taskPartyRow(party model.ID) row { return row{party, nil} }

func contributionRow(c model.Contribution) row {
	return row{c.ID, []any{
		string(c.PartyID), string(c.Kind), c.Description.Fi, c.Description.Sv, c.Description.En, amountValue(c.Amount),
		c.Unit, string(c.Per), dateValue(c.DueOn), dateValue(c.DoneOn),
	}}
}

func writtenIntoRow(w model.WrittenInto) row {
	var year any
	if w.Year != 0 {
		year = int64(w.Year)
	}
	return row{w.ID, []any{string(w.PartyID), w.Document, year}}
}

func reviewRow(r model.Review) row {
	return row{r.ID, []any{dateValue(r.HeldOn), r.Present, r.Notes}}
}

func amendmentRow(m model.Amendment) row {
	return row{m.ID, []any{
		int64(m.Number), m.Title.Fi, m.Title.Sv, m.Title.En, m.Body.Fi, m.Body.Sv, m.Body.En, dateValue(m.ValidFrom),
	}}
}

func signatureRow(s model.AmendmentSignature) row { return row{s.PartyID, signingValues(s.Signing)} }

func attachmentRow(a model.Attachment) row {
	return row{a.ID, []any{string(a.Role), a.Name, a.MediaType, a.Size, a.SHA256, momentValue(a.AddedAt)}}
}
