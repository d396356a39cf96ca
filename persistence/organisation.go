package persistence

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"kumppani/model"
)

var organisationTable = table{
	name: "organisation", key: "id",
	columns: "name_fi, name_sv, name_en, sector, business_id, municipality_code, municipality, street, postal_code, town," +
		" core_task, language, ended_on, notes, sort, fold",
}

var contactTable = table{
	name: "contact", parent: "organisation_id", key: "id",
	columns: "position, name, title, phone, email, language, from_on, until_on, sort, fold",
}

const (
	selectOrganisation = `SELECT id, name_fi, name_sv, name_en, sector, business_id, municipality_code, municipality,
		street, postal_code, town, core_task, language, ended_on, notes FROM organisation `
	selectContact = `SELECT organisation_id, id, name, title, phone, email, language, from_on, until_on FROM contact `
)

var _ model.Organisations = (*File)(nil)

// Organisations implements model.Organisations.
func (f *File) Organisations(ctx context.Context) ([]model.Organisation, error) {
	var out []model.Organisation
	err := f.read(ctx, "list organisations", "", func(ctx context.Context, q querier) (err error) {
		out, err = collect(ctx, q, scanOrganisation, selectOrganisation+"ORDER BY sort, id")
		if err != nil {
			return err
		}
		contacts, err := collect(ctx, q, scanContact, selectContact+"ORDER BY organisation_id, position")
		if err != nil {
			return err
		}
		at := make(map[model.ID]int, len(out))
		for i, o := range out {
			at[o.ID] = i
		}
		for _, c := range contacts {
			if i, ok := at[c.organisation]; ok {
				out[i].Contacts = append(out[i].Contacts, c.Contact)
			}
		}
		return nil
	})
	return out, err
}

// Organisation implements model.Organisations.
func (f *File) Organisation(ctx context.Context, id model.ID) (model.Organisation, error) {
	var o model.Organisation
	err := f.read(ctx, "read organisation", string(id), func(ctx context.Context, q querier) (err error) {
		o, err = readOrganisation(ctx, q, id)
		return err
	})
	return o, err
}

// CreateOrganisation implements model.Organisations.
func (f *File) CreateOrganisation(ctx context.Context, o model.Organisation) (model.Organisation, error) {
	o = preparedOrganisation(o)
	a := action{"create organisation", o.Name.Best(model.Finnish), []model.Kind{model.KindOrganisation}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, o.Check()); err != nil {
			return err
		}
		return saveOrganisation(ctx, q, o)
	})
	return o, err
}

// UpdateOrganisation implements model.Organisations. CodeInUse when a contact that an agreement names is left out.
func (f *File) UpdateOrganisation(
	ctx context.Context, id model.ID, change func(*model.Organisation) error,
) (model.Organisation, error) {
	var after model.Organisation
	a := action{"update organisation", string(id), []model.Kind{model.KindOrganisation}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readOrganisation(ctx, q, id)
		if err != nil {
			return err
		}
		after = before
		after.Contacts = slices.Clone(before.Contacts)
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedOrganisation(after)
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		if err := contactsStillUsed(ctx, q, before, after); err != nil {
			return err
		}
		return saveOrganisation(ctx, q, after)
	})
	return after, err
}

// DeleteOrganisation implements model.Organisations.
func (f *File) DeleteOrganisation(ctx context.Context, id model.ID) error {
	a := action{"delete organisation", string(id), []model.Kind{model.KindOrganisation}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if _, err := readOrganisation(ctx, q, id); err != nil {
			return err
		}
		uses, err := organisationUses(ctx, q, id)
		if err != nil {
			return err
		}
		if len(uses) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: uses}
		}
		return deleteOrganisation(ctx, q, id)
	})
}

// OrganisationUses implements model.Organisations.
func (f *File) OrganisationUses(ctx context.Context, id model.ID) ([]model.Use, error) {
	var uses []model.Use
	err := f.read(ctx, "list uses of organisation", string(id), func(ctx context.Context, q querier) (err error) {
		uses, err = organisationUses(ctx, q, id)
		return err
	})
	return uses, err
}

// MergeOrganisations implements model.Organisations.
func (f *File) MergeOrganisations(ctx context.Context, keep, drop model.ID) (model.Organisation, error) {
	var merged model.Merged
	kinds := []model.Kind{
		model.KindOrganisation, model.KindAgreement, model.KindLeader, model.KindEvent, model.KindPlace, model.KindGroup,
		model.KindClosure, model.KindBody, model.KindNetwork, model.KindFollowUp, model.KindDeferral,
	}
	a := action{"merge organisations", string(keep), kinds}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if keep == drop {
			return refusal(model.CodeInvalid, "an organisation cannot be merged with itself")
		}
		kept, err := readOrganisation(ctx, q, keep)
		if err != nil {
			return err
		}
		dropped, err := readOrganisation(ctx, q, drop)
		if err != nil {
			return err
		}
		common, err := collect(ctx, q, scanUse, `SELECT DISTINCT a.id, a.number, 'party' FROM agreement a
			JOIN party p ON p.agreement_id = a.id AND p.organisation_id = ?
			JOIN party r ON r.agreement_id = a.id AND r.organisation_id = ? ORDER BY a.number`, keep, drop)
		if err != nil {
			return err
		}
		if len(common) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: common}
		}
		merged = model.Merge(kept, dropped)
		if err := repoint(ctx, q, keep, drop, merged.Contacts); err != nil {
			return err
		}
		if err := saveOrganisation(ctx, q, merged.Organisation); err != nil {
			return err
		}
		return deleteOrganisation(ctx, q, drop)
	})
	return merged.Organisation, err
}

// repoint makes everything that refers to one organisation and its contacts refer to another.
func repoint(ctx context.Context, q querier, keep, drop model.ID, same map[model.ID]model.ID) error {
	exec := func(query string, args ...any) error {
		_, err := q.ExecContext(ctx, query, args...)
		return err
	}
	for theirs, ours := range same {
		err := errors.Join(
			exec("UPDATE party SET contact_id = ? WHERE contact_id = ?", ours, theirs),
			exec("UPDATE party SET deputy_id = ? WHERE deputy_id = ?", ours, theirs),
			exec("DELETE FROM contact WHERE id = ?", theirs),
		)
		if err != nil {
			return err
		}
	}
	return errors.Join(
		exec("UPDATE party SET organisation_id = ? WHERE organisation_id = ?", keep, drop),
		exec("UPDATE contact SET organisation_id = ? WHERE organisation_id = ?", keep, drop),
		exec("UPDATE leader SET home_organisation_id = ? WHERE home_organisation_id = ?", keep, drop),
		exec("UPDATE leader_task SET organisation_id = ? WHERE organisation_id = ?", keep, drop),
		repointTraining(ctx, q, keep, drop),
		repointMeetings(ctx, q, keep, drop),
		repointNetwork(ctx, q, keep, drop),
		rehang(ctx, q, keep, drop),
	)
}

// preparedOrganisation brings an organisation into the form in which it is kept.
func preparedOrganisation(o model.Organisation) model.Organisation {
	if o.ID == "" {
		o.ID = newID()
	}
	o.Name = o.Name.Trimmed()
	if id, problem := model.CheckBusinessID(o.BusinessID); problem == "" {
		o.BusinessID = id
	}
	o.Contacts = slices.Clone(o.Contacts)
	for i := range o.Contacts {
		c := &o.Contacts[i]
		if c.ID == "" {
			c.ID = newID()
		}
		c.Name = strings.TrimSpace(c.Name)
	}
	return o
}

func saveOrganisation(ctx context.Context, q querier, o model.Organisation) error {
	names := strings.Join([]string{o.Name.Fi, o.Name.Sv, o.Name.En, o.BusinessID, o.Municipality.Name}, "\n")
	err := organisationTable.sync(ctx, q, o.ID, []row{{o.ID, []any{
		o.Name.Fi, o.Name.Sv, o.Name.En, string(o.Sector), o.BusinessID, o.Municipality.Code, o.Municipality.Name,
		o.Address.Street, o.Address.PostalCode, o.Address.Town, o.CoreTask, string(o.Language), dateValue(o.EndedOn),
		o.Notes, model.SortKey(o.Name.Best(model.Finnish)), model.Fold(names),
	}}})
	if err != nil {
		return err
	}
	var rows []row
	for i, c := range o.Contacts {
		rows = append(rows, row{c.ID, []any{
			int64(i), c.Name, c.Title, c.Phone, c.Email, string(c.Language), dateValue(c.From), dateValue(c.Until),
			model.SortKey(c.Name), model.Fold(c.Name),
		}})
	}
	return contactTable.sync(ctx, q, o.ID, rows)
}

func deleteOrganisation(ctx context.Context, q querier, id model.ID) error {
	if err := contactTable.sync(ctx, q, id, nil); err != nil {
		return err
	}
	return organisationTable.sync(ctx, q, id, nil)
}

func readOrganisation(ctx context.Context, q querier, id model.ID) (model.Organisation, error) {
	o, err := scanOrganisation(q.QueryRowContext(ctx, selectOrganisation+"WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return o, notFound(id)
	}
	if err != nil {
		return o, err
	}
	contacts, err := collect(ctx, q, scanContact, selectContact+"WHERE organisation_id = ? ORDER BY position", id)
	for _, c := range contacts {
		o.Contacts = append(o.Contacts, c.Contact)
	}
	return o, err
}

func scanOrganisation(r scanner) (model.Organisation, error) {
	var o model.Organisation
	err := r.Scan(&o.ID, &o.Name.Fi, &o.Name.Sv, &o.Name.En, &o.Sector, &o.BusinessID, &o.Municipality.Code,
		&o.Municipality.Name, &o.Address.Street, &o.Address.PostalCode, &o.Address.Town, &o.CoreTask, &o.Language,
		readDate{&o.EndedOn}, &o.Notes)
	return o, err
}

// contactRow is a contact with the organisation that it belongs to.
type contactRow struct {
	organisation model.ID
	model.Contact
}

func scanContact(r scanner) (contactRow, error) {
	var c contactRow
	err := r.Scan(&c.organisation, &c.ID, &c.Name, &c.Title, &c.Phone, &c.Email, &c.Language, readDate{&c.From},
		readDate{&c.Until})
	return c, err
}
