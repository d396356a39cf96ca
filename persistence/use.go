package persistence

import (
	"context"
	"slices"

	"kumppani/model"
)

// organisationUses lists what uses an organisation: agreements – as a party, as one that contributes, and by naming one
// of its contacts –, leaders, training, what families are offered, and the bodies of the network.
func organisationUses(ctx context.Context, q querier, id model.ID) ([]model.Use, error) {
	agreements, err := collect(ctx, q, scanUse, `
		SELECT a.id, a.number, 'party' AS role FROM party p JOIN agreement a ON a.id = p.agreement_id
			WHERE p.organisation_id = ?1
		UNION SELECT a.id, a.number, 'contribution' FROM party p JOIN contribution c ON c.party_id = p.id
			JOIN agreement a ON a.id = p.agreement_id WHERE p.organisation_id = ?1
		UNION SELECT a.id, a.number, 'contact' FROM contact k JOIN party p ON p.contact_id = k.id
			JOIN agreement a ON a.id = p.agreement_id WHERE k.organisation_id = ?1
		UNION SELECT a.id, a.number, 'contact' FROM contact k JOIN party p ON p.deputy_id = k.id
			JOIN agreement a ON a.id = p.agreement_id WHERE k.organisation_id = ?1
		ORDER BY 2, 3`, id)
	if err != nil {
		return nil, err
	}
	leaders, err := collect(ctx, q, scanKindUse, `
		SELECT 'leader', id, name, 'home_organisation' FROM leader WHERE home_organisation_id = ?1
		UNION SELECT 'leader', l.id, l.name, 'leader_task' FROM leader_task t JOIN leader l ON l.id = t.leader_id
			WHERE t.organisation_id = ?1 ORDER BY 3, 4, 2`, id)
	if err != nil {
		return nil, err
	}
	trainings, err := trainingUses(ctx, q, id)
	if err != nil {
		return nil, err
	}
	meetings, err := meetingUses(ctx, q, id)
	if err != nil {
		return nil, err
	}
	network, err := networkUses(ctx, q, id)
	return slices.Concat(agreements, leaders, trainings, meetings, network), err
}

// requirementUses lists the leaders who have met a requirement, or of whom it is not asked.
func requirementUses(ctx context.Context, q querier, id model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'leader', l.id, l.name, 'fulfilment' FROM leader_fulfilment x JOIN leader l ON l.id = x.leader_id
			WHERE x.requirement_id = ?1
		UNION SELECT 'leader', l.id, l.name, 'waiver' FROM leader_waiver x JOIN leader l ON l.id = x.leader_id
			WHERE x.requirement_id = ?1 ORDER BY 3, 4, 2`, id)
}

// contactsStillUsed refuses to leave out a contact that an agreement names: contacts leave by a last day, and stay.
func contactsStillUsed(ctx context.Context, q querier, before, after model.Organisation) error {
	var uses []model.Use
	for _, c := range before.Contacts {
		if _, stays := after.Contact(c.ID); stays {
			continue
		}
		found, err := collect(ctx, q, scanUse, `
			SELECT DISTINCT a.id, a.number, 'contact' FROM party p JOIN agreement a ON a.id = p.agreement_id
			WHERE p.contact_id = ?1 OR p.deputy_id = ?1 ORDER BY a.number`, c.ID)
		if err != nil {
			return err
		}
		uses = append(uses, found...)
	}
	if len(uses) > 0 {
		return &model.Error{Code: model.CodeInUse, Uses: uses}
	}
	return nil
}

// agreementUses lists the agreements that continue an agreement or stand under it, and the places and groups that it is
// for.
func agreementUses(ctx context.Context, q querier, id model.ID) ([]model.Use, error) {
	agreements, err := collect(ctx, q, scanUse, `
		SELECT id, number, 'predecessor' FROM agreement WHERE predecessor_id = ?1
		UNION SELECT id, number, 'parent' FROM agreement WHERE parent_id = ?1 ORDER BY 2, 3`, id)
	if err != nil {
		return nil, err
	}
	meetings, err := meetingAgreementUses(ctx, q, id)
	return slices.Concat(agreements, meetings), err
}

func scanUse(r scanner) (model.Use, error) {
	u := model.Use{Kind: model.KindAgreement}
	err := r.Scan(&u.ID, &u.Label, &u.Role)
	return u, err
}

// refuse makes an error of those refusals that are new. What was amiss already when the record was read does not keep
// it from being saved: an old record can always be worked on.
func refuse(before, after []model.Problem) error {
	type place struct{ field, code string }
	old := map[place]bool{}
	for _, p := range before {
		old[place{p.Field, p.Code}] = true
	}
	var fresh []model.Problem
	for _, p := range model.Refusals(after) {
		if !old[place{p.Field, p.Code}] {
			fresh = append(fresh, p)
		}
	}
	if len(fresh) > 0 {
		return &model.Error{Code: model.CodeInvalid, Problems: fresh}
	}
	return nil
}
