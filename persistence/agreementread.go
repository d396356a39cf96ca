package persistence

import (
	"context"
	"database/sql"
	"errors"

	"kumppani/model"
)

// readAgreement reads one agreement whole. Each list is read with the columns, and in the order, in which it is written.
func readAgreement(ctx context.Context, q querier, id model.ID) (model.Agreement, error) {
	var a model.Agreement
	var err error
	a.AgreementSummary, err = scanAgreement(q.QueryRowContext(ctx, selectAgreement+"WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return a, notFound(id)
	}
	if err != nil {
		return a, err
	}
	text := q.QueryRowContext(ctx, "SELECT "+agreementTextTable.columns+" FROM agreement_text WHERE id = ?", id)
	if err := scanAgreementText(text, &a); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return a, err
	}
	signatures := map[model.ID][]model.AmendmentSignature{}
	err = errors.Join(
		list[model.Party]{partyTable, scanParty, &a.Parties}.read(ctx, q, id),
		list[model.Clause]{clauseTable, scanClause, &a.Clauses}.read(ctx, q, id),
		list[model.Task]{taskTable, scanTask, &a.Tasks}.read(ctx, q, id),
		readTaskParties(ctx, q, id, a.Tasks),
		list[model.Contribution]{contributionTable, contributionOnly, &a.Contributions}.read(ctx, q, id),
		list[model.WrittenInto]{writtenIntoTable, scanWrittenInto, &a.WrittenInto}.read(ctx, q, id),
		list[model.Review]{reviewTable, scanReview, &a.Reviews}.read(ctx, q, id),
		list[model.Amendment]{amendmentTable, scanAmendment, &a.Amendments}.read(ctx, q, id),
		readSignatures(ctx, q, id, signatures),
		list[model.Attachment]{attachmentTable, scanAttachment, &a.Attachments}.read(ctx, q, id),
	)
	for i := range a.Amendments {
		a.Amendments[i].Signatures = signatures[a.Amendments[i].ID]
	}
	return a, err
}

// list is a list of an agreement: the table it is kept in, how a row of it is read, and where the rows go.
type list[T any] struct {
	table table
	scan  func(scanner) (T, error)
	into  *[]T
}

// read reads the rows under an agreement, in their order.
func (l list[T]) read(ctx context.Context, q querier, agreement model.ID) (err error) {
	t := l.table
	*l.into, err = collect(ctx, q, l.scan,
		"SELECT "+t.parent+", "+t.key+", "+t.columns+" FROM "+t.name+" WHERE "+t.parent+" = ? ORDER BY position", agreement)
	return err
}

const selectAgreement = `SELECT id, number, title_fi, title_sv, title_en, languages, form, kind, area_fi, area_sv, area_en,
	parent_id, predecessor_id, agreed_on, valid_from, valid_until, notice_months, review_on, notice_by, notice_given_on,
	notice_ends_on FROM agreement `

func scanAgreement(r scanner) (model.AgreementSummary, error) {
	var a model.AgreementSummary
	err := r.Scan(&a.ID, &a.Number, &a.Title.Fi, &a.Title.Sv, &a.Title.En, readCodes[model.Language]{&a.Languages}, &a.Form,
		&a.Kind, &a.Area.Fi, &a.Area.Sv, &a.Area.En, readID{&a.ParentID}, readID{&a.PredecessorID}, readDate{&a.AgreedOn},
		readDate{&a.ValidFrom}, readDate{&a.ValidUntil}, readCount{&a.NoticeMonths}, readDate{&a.ReviewOn},
		readID{&a.Notice.By}, readDate{&a.Notice.GivenOn}, readDate{&a.Notice.EndsOn})
	return a, err
}

func scanAgreementText(r scanner, a *model.Agreement) error {
	o := &a.OralTerms
	return r.Scan(&a.Place.Fi, &a.Place.Sv, &a.Place.En, readCount{&a.MeetingsPerYear}, &a.Court.Fi, &a.Court.Sv, &a.Court.En,
		&a.SignedAt.Fi, &a.SignedAt.Sv, &a.SignedAt.En, &o.Where, &o.Present, &o.Content.Fi, &o.Content.Sv, &o.Content.En,
		&o.NotedBy, &o.MemoSentTo, readDate{&o.MemoSentOn}, &a.Notes)
}

// skip takes a column that is not needed.
type skip struct{}

// Scan implements sql.Scanner.
func (skip) Scan(any) error { return nil }

func scanParty(r scanner) (model.Party, error) {
	var p model.Party
	s := &p.Signing
	err := r.Scan(skip{}, &p.ID, skip{}, &p.OrganisationID, &p.Role, &p.CoreTask, readCodes[model.Service]{&p.Services},
		readID{&p.ContactID}, readID{&p.DeputyID}, &p.Signatory, &p.SignatoryTitle, readDate{&s.SentOn}, readDate{&s.SignedOn},
		readDate{&s.ReturnedOn}, readDate{&s.CopyOn}, &s.Electronic, &p.DecisionBody, readDate{&p.DecisionOn},
		&p.DecisionSection)
	return p, err
}

func scanClause(r scanner) (model.Clause, error) {
	var c model.Clause
	err := r.Scan(skip{}, &c.ID, skip{}, &c.Key, &c.Heading.Fi, &c.Heading.Sv, &c.Heading.En, &c.Off, &c.Body.Fi, &c.Body.Sv,
		&c.Body.En)
	return c, err
}

func scanTask(r scanner) (model.Task, error) {
	var t model.Task
	err := r.Scan(skip{}, &t.ID, skip{}, &t.Description.Fi, &t.Description.Sv, &t.Description.En)
	return t, err
}

func readTaskParties(ctx context.Context, q querier, id model.ID, tasks []model.Task) error {
	type taskParty struct{ task, party model.ID }
	scan := func(r scanner) (tp taskParty, err error) {
		err = r.Scan(&tp.task, &tp.party)
		return tp, err
	}
	all, err := collect(ctx, q, scan, `SELECT tp.task_id, tp.party_id FROM task t JOIN task_party tp ON tp.task_id = t.id
		WHERE t.agreement_id = ? ORDER BY tp.task_id, tp.position`, id)
	for i := range tasks {
		for _, tp := range all {
			if tp.task == tasks[i].ID {
				tasks[i].PartyIDs = append(tasks[i].PartyIDs, tp.party)
			}
		}
	}
	return err
}

// scanContribution reads a contribution and the ID of its agreement.
func scanContribution(r scanner) (model.ID, model.Contribution, error) {
	var agreement model.ID
	var c model.Contribution
	err := r.Scan(&agreement, &c.ID, skip{}, &c.PartyID, &c.Kind, &c.Description.Fi, &c.Description.Sv, &c.Description.En,
		readAmount{&c.Amount}, &c.Unit, &c.Per, readDate{&c.DueOn}, readDate{&c.DoneOn})
	return agreement, c, err
}

func contributionOnly(r scanner) (model.Contribution, error) {
	_, c, err := scanContribution(r)
	return c, err
}

func scanWrittenInto(r scanner) (model.WrittenInto, error) {
	var w model.WrittenInto
	var year model.Count
	err := r.Scan(skip{}, &w.ID, skip{}, &w.PartyID, &w.Document, readCount{&year})
	w.Year = year.N
	return w, err
}

func scanReview(r scanner) (model.Review, error) {
	var v model.Review
	err := r.Scan(skip{}, &v.ID, skip{}, readDate{&v.HeldOn}, &v.Present, &v.Notes)
	return v, err
}

func scanAmendment(r scanner) (model.Amendment, error) {
	var m model.Amendment
	err := r.Scan(skip{}, &m.ID, skip{}, &m.Number, &m.Title.Fi, &m.Title.Sv, &m.Title.En, &m.Body.Fi, &m.Body.Sv, &m.Body.En,
		readDate{&m.ValidFrom})
	return m, err
}

// readSignatures reads the signatures of all amendments of an agreement, by amendment.
func readSignatures(ctx context.Context, q querier, id model.ID, into map[model.ID][]model.AmendmentSignature) error {
	scan := func(r scanner) (model.AmendmentSignature, error) {
		var amendment model.ID
		var x model.AmendmentSignature
		s := &x.Signing
		err := r.Scan(&amendment, &x.PartyID, readDate{&s.SentOn}, readDate{&s.SignedOn}, readDate{&s.ReturnedOn},
			readDate{&s.CopyOn}, &s.Electronic)
		into[amendment] = append(into[amendment], x)
		return x, err
	}
	_, err := collect(ctx, q, scan, `SELECT s.amendment_id, s.party_id, s.sent_on, s.signed_on, s.returned_on, s.copy_on,
		s.electronic FROM amendment m JOIN amendment_signature s ON s.amendment_id = m.id WHERE m.agreement_id = ?
		ORDER BY s.amendment_id, s.position`, id)
	return err
}

func scanAttachment(r scanner) (model.Attachment, error) {
	var a model.Attachment
	err := r.Scan(skip{}, &a.ID, skip{}, &a.Role, &a.Name, &a.MediaType, &a.Size, &a.SHA256, readMoment{&a.AddedAt})
	return a, err
}
