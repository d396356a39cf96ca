package persistence

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"kumppani/model"
)

var _ model.Agreements = (*File)(nil)

// Agreement implements model.Agreements.
func (f *File) Agreement(ctx context.Context, id model.ID) (model.Agreement, error) {
	var a model.Agreement
	err := f.read(ctx, "read agreement", string(id), func(ctx context.Context, q querier) (err error) {
		a, err = readAgreement(ctx, q, id)
		return err
	})
	return a, err
}

// NextAgreementNumber implements model.Agreements.
func (f *File) NextAgreementNumber(ctx context.Context, year int) (string, error) {
	last := 0
	err := f.read(ctx, "propose agreement number", strconv.Itoa(year), func(ctx context.Context, q querier) error {
		numbers, err := collect(ctx, q, scanText, "SELECT number FROM agreement WHERE number GLOB ?", fmt.Sprintf("%d-[0-9]*", year))
		for _, number := range numbers {
			if m := runningNumber.FindStringSubmatch(number); m != nil {
				n, _ := strconv.Atoi(m[1]) // nine digits at most
				last = max(last, n)
			}
		}
		return err
	})
	return fmt.Sprintf("%d-%03d", year, last+1), err
}

// runningNumber is the form of the numbers that are proposed. Others can be typed, and do not count.
var runningNumber = regexp.MustCompile(`^\d+-(\d{1,9})$`)

// CreateAgreement implements model.Agreements. The attachments of a new agreement come with UpdateAgreement.
func (f *File) CreateAgreement(ctx context.Context, a model.Agreement) (model.Agreement, error) {
	a = preparedAgreement(a)
	a.Attachments = nil
	act := action{"create agreement", a.Number, []model.Kind{model.KindAgreement}}
	err := f.write(ctx, act, func(ctx context.Context, q querier) error {
		if err := refuse(nil, model.CheckAgreement(a)); err != nil {
			return err
		}
		return saveAgreement(ctx, q, a)
	})
	return a, err
}

// UpdateAgreement implements model.Agreements.
func (f *File) UpdateAgreement(
	ctx context.Context, id model.ID, change func(*model.Agreement) error, add ...model.NewAttachment,
) (model.Agreement, error) {
	var after model.Agreement
	act := action{"update agreement", string(id), []model.Kind{model.KindAgreement}}
	err := f.write(ctx, act, func(ctx context.Context, q querier) error {
		before, err := readAgreement(ctx, q, id)
		if err != nil {
			return err
		}
		// Read again rather than copied: the two must share no list that change might write into.
		if after, err = readAgreement(ctx, q, id); err != nil {
			return err
		}
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedAgreement(after)
		if err := refuse(model.CheckAgreement(before), model.CheckAgreement(after)); err != nil {
			return err
		}
		if err := model.CheckFrozen(before, after); err != nil {
			return err
		}
		contents, err := f.attach(before, &after, add)
		if err != nil {
			return err
		}
		if err := saveAgreement(ctx, q, after); err != nil {
			return err
		}
		return saveContents(ctx, q, contents)
	})
	return after, err
}

// DeleteAgreement implements model.Agreements.
func (f *File) DeleteAgreement(ctx context.Context, id model.ID) error {
	act := action{"delete agreement", string(id), []model.Kind{model.KindAgreement}}
	return f.write(ctx, act, func(ctx context.Context, q querier) error {
		a, err := readAgreement(ctx, q, id)
		if err != nil {
			return err
		}
		if a.Frozen() {
			return refusal(model.CodeFrozen, "a party has signed it")
		}
		uses, err := agreementUses(ctx, q, id)
		if err != nil {
			return err
		}
		if len(uses) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: uses}
		}
		_, err = q.ExecContext(ctx, "DELETE FROM agreement WHERE id = ?", id)
		return err
	})
}

// DueContributions implements model.Agreements.
func (f *File) DueContributions(ctx context.Context) ([]model.AgreementContribution, error) {
	return f.contributions(ctx, "list due contributions", "WHERE due_on IS NOT NULL AND done_on IS NULL ORDER BY due_on, id")
}

// Contributions implements model.Agreements.
func (f *File) Contributions(ctx context.Context) ([]model.AgreementContribution, error) {
	return f.contributions(ctx, "list contributions", "ORDER BY agreement_id, id")
}

func (f *File) contributions(ctx context.Context, op, which string) ([]model.AgreementContribution, error) {
	var all []model.AgreementContribution
	err := f.read(ctx, op, "", func(ctx context.Context, q querier) (err error) {
		scan := func(r scanner) (model.AgreementContribution, error) {
			id, c, err := scanContribution(r)
			return model.AgreementContribution{AgreementID: id, Contribution: c}, err
		}
		all, err = collect(ctx, q, scan, "SELECT agreement_id, id, "+contributionTable.columns+" FROM contribution "+which)
		return err
	})
	return all, err
}

// preparedAgreement brings an agreement into the form in which it is kept: everything in it has an ID.
func preparedAgreement(a model.Agreement) model.Agreement {
	if a.ID == "" {
		a.ID = newID()
	}
	a.Title = a.Title.Trimmed()
	giveIDs(&a.Parties, func(p *model.Party) *model.ID { return &p.ID })
	giveIDs(&a.Clauses, func(c *model.Clause) *model.ID { return &c.ID })
	giveIDs(&a.Tasks, func(t *model.Task) *model.ID { return &t.ID })
	giveIDs(&a.Contributions, func(c *model.Contribution) *model.ID { return &c.ID })
	giveIDs(&a.WrittenInto, func(w *model.WrittenInto) *model.ID { return &w.ID })
	giveIDs(&a.Reviews, func(r *model.Review) *model.ID { return &r.ID })
	giveIDs(&a.Amendments, func(m *model.Amendment) *model.ID { return &m.ID })
	return a
}

// giveIDs gives an ID to those items that have none, in a copy of the list: the caller's stays as it is.
func giveIDs[T any](list *[]T, id func(*T) *model.ID) {
	*list = append([]T(nil), *list...)
	for i := range *list {
		if p := id(&(*list)[i]); *p == "" {
			*p = newID()
		}
	}
}

// numberFree refuses a number that another agreement has.
func numberFree(ctx context.Context, q querier, a model.Agreement) error {
	var other model.ID
	err := q.QueryRowContext(ctx, "SELECT id FROM agreement WHERE number = ? AND id <> ?", a.Number, a.ID).Scan(&other)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	return &model.Error{
		Code: model.CodeNumberTaken,
		Uses: []model.Use{{Kind: model.KindAgreement, ID: other, Label: a.Number, Role: "number"}},
	}
}

func scanText(r scanner) (string, error) {
	var s string
	err := r.Scan(&s)
	return s, err
}
