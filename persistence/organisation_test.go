package persistence

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"kumppani/model"
)

// The tests of the stores go through the interfaces of the model where they can: they would hold for any other store.

var ctx = context.Background()

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
	}
}

func TestOrganisationComesBackWhole(t *testing.T) {
	f := newFile(t)
	o := model.Organisation{
		Name: model.Text{Fi: " Suvannon Tupa ry ", Sv: "Suvanto Stuga rf", En: "Suvanto Cottage"}, Sector: model.Association,
		BusinessID: "9999008 2", Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
		Address:  model.Address{Street: "Kylätie 1", PostalCode: "00100", Town: "Suvanto"},
		CoreTask: "perheet", Language: model.Swedish, EndedOn: model.MustDate("2030-12-31"), Notes: "emoji 🙂\x00\x1f\x07\nrivi",
		Contacts: []model.Contact{
			{Name: "Öman", Title: "pj", Phone: "+358 40", Email: "a@b.fi", Language: model.Finnish, From: model.MustDate("2020-02-29"), Until: model.MustDate("2026-01-31")},
			{Name: "Aalto"},
		},
	}
	saved, err := f.CreateOrganisation(ctx, o)
	must(t, err)
	o.ID, o.Contacts[0].ID, o.Contacts[1].ID = saved.ID, saved.Contacts[0].ID, saved.Contacts[1].ID
	o.Name.Fi, o.BusinessID = "Suvannon Tupa ry", "9999008-2"
	equal(t, "saved", saved, o)
	got, err := f.Organisation(ctx, saved.ID)
	must(t, err)
	equal(t, "read", got, o)
	all, err := f.Organisations(ctx)
	must(t, err)
	equal(t, "listed", all, []model.Organisation{o})
}

func TestOrganisationsAreInFinnishOrder(t *testing.T) {
	f := newFile(t)
	want := []string{"Aalto", "Wanha", "Åbo", "Ähtäri", "Östersund"}
	for _, name := range []string{"Östersund", "Ähtäri", "Åbo", "Wanha", "Aalto"} {
		_, err := f.CreateOrganisation(ctx, association(name))
		must(t, err)
	}
	all, err := f.Organisations(ctx)
	must(t, err)
	var got []string
	for _, o := range all {
		got = append(got, o.Name.Fi)
	}
	equal(t, "order", got, want)
}

func TestOrganisationRefusals(t *testing.T) {
	f := newFile(t)
	for _, name := range []string{"", " \t\u00a0", strings.Repeat("a", model.MaxName+1)} {
		_, err := f.CreateOrganisation(ctx, association(name))
		wantCode(t, err, model.CodeInvalid)
	}
	all, err := f.Organisations(ctx)
	must(t, err)
	if len(all) != 0 {
		t.Errorf("%d refused organisations were kept", len(all))
	}
	_, err = f.Organisation(ctx, newID())
	wantCode(t, err, model.CodeNotFound)
	_, err = f.UpdateOrganisation(ctx, newID(), func(*model.Organisation) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.DeleteOrganisation(ctx, newID()), model.CodeNotFound)
	long := association(strings.Repeat("ä", model.MaxName)) // runes are counted, not bytes
	_, err = f.CreateOrganisation(ctx, long)
	must(t, err)
}

func TestUpdateOrganisation(t *testing.T) {
	f := newFile(t)
	o := twoOrganisations(t, f)[0]
	stop := errors.New("changed my mind")
	_, err := f.UpdateOrganisation(ctx, o.ID, func(o *model.Organisation) error {
		o.Name.Fi, o.Contacts[0].Name = "Toinen", "Toinen"
		return stop
	})
	if err != stop {
		t.Errorf("got %v, want the error of change as it is", err)
	}
	got, err := f.Organisation(ctx, o.ID)
	must(t, err)
	equal(t, "after an error", got, o)

	got, err = f.UpdateOrganisation(ctx, o.ID, func(o *model.Organisation) error {
		o.Contacts = []model.Contact{{Name: "Uusi"}, o.Contacts[1]}
		o.ID = "another"
		return nil
	})
	must(t, err)
	o.Contacts = []model.Contact{{ID: got.Contacts[0].ID, Name: "Uusi"}, o.Contacts[1]}
	equal(t, "updated", got, o)
	got, err = f.Organisation(ctx, o.ID)
	must(t, err)
	equal(t, "read", got, o)
}

// An old record with something that would be refused today can still be worked on, but not made worse.
func TestOldRecordOpensAndSaves(t *testing.T) {
	f := newFile(t)
	o := twoOrganisations(t, f)[0]
	must(t, f.write(ctx, action{op: "age"}, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, "UPDATE organisation SET sector = 'from the future', language = 'se' WHERE id = ?", o.ID)
		return err
	}))
	got, err := f.UpdateOrganisation(ctx, o.ID, func(o *model.Organisation) error { o.Notes = "soita"; return nil })
	must(t, err)
	if got.Sector != "from the future" || got.Language != "se" {
		t.Errorf("codes became %q and %q", got.Sector, got.Language)
	}
	_, err = f.UpdateOrganisation(ctx, o.ID, func(o *model.Organisation) error { o.Name = model.Text{}; return nil })
	wantCode(t, err, model.CodeInvalid)
}

func TestUsesKeepAnOrganisation(t *testing.T) {
	f := newFile(t)
	a, organisations := usedAgreement(t, f)
	o := organisations[0]
	want := []model.Use{
		{Kind: model.KindAgreement, ID: a.ID, Label: a.Number, Role: "contact"},
		{Kind: model.KindAgreement, ID: a.ID, Label: a.Number, Role: "contribution"},
		{Kind: model.KindAgreement, ID: a.ID, Label: a.Number, Role: "party"},
	}
	uses, err := f.OrganisationUses(ctx, o.ID)
	must(t, err)
	equal(t, "uses", uses, want)
	err = f.DeleteOrganisation(ctx, o.ID)
	wantCode(t, err, model.CodeInUse)
	if e, ok := errors.AsType[*model.Error](err); ok {
		equal(t, "uses in the error", e.Uses, want)
	}
	_, err = f.UpdateOrganisation(ctx, o.ID, func(o *model.Organisation) error { o.Contacts = nil; return nil })
	wantCode(t, err, model.CodeInUse)
	must(t, f.DeleteAgreement(ctx, a.ID))
	must(t, f.DeleteOrganisation(ctx, o.ID))
	_, err = f.Organisation(ctx, o.ID)
	wantCode(t, err, model.CodeNotFound)
}

func TestMergeOrganisations(t *testing.T) {
	f := newFile(t)
	a, organisations := usedAgreement(t, f)
	_, err := f.MergeOrganisations(ctx, organisations[0].ID, organisations[1].ID)
	wantCode(t, err, model.CodeInUse) // both are parties of the same agreement

	twin := association("Åbo Förening")
	twin.Contacts = []model.Contact{{Name: "aino öman", Phone: "040"}, {Name: "Uusi"}}
	twin, err = f.CreateOrganisation(ctx, twin)
	must(t, err)
	merged, err := f.MergeOrganisations(ctx, twin.ID, organisations[1].ID)
	must(t, err)
	got, err := f.Organisation(ctx, twin.ID)
	must(t, err)
	equal(t, "merged", got, merged)
	if len(got.Contacts) != 3 {
		t.Errorf("contacts %v, want the two of the twin and the one it lacked", got.Contacts)
	}
	_, err = f.Organisation(ctx, organisations[1].ID)
	wantCode(t, err, model.CodeNotFound)
	read, err := f.Agreement(ctx, a.ID)
	must(t, err)
	p := read.Parties[1]
	if p.OrganisationID != twin.ID || p.ContactID != twin.Contacts[0].ID || p.DeputyID != organisations[1].Contacts[1].ID {
		t.Errorf("the party is %+v, want it to point to the merged organisation and its contacts", p)
	}
	_, err = f.MergeOrganisations(ctx, twin.ID, twin.ID)
	wantCode(t, err, model.CodeInvalid)
	soundFile(t, f)
}
