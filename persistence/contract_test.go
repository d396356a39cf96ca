package persistence

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kumppani/assets"
	"kumppani/model"
)

// These tests hold for any implementation of the stores: they use nothing but the interfaces of the model.

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
	_, err = f.Organisation(ctx, model.NewID())
	wantCode(t, err, model.CodeNotFound)
	_, err = f.UpdateOrganisation(ctx, model.NewID(), func(*model.Organisation) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.DeleteOrganisation(ctx, model.NewID()), model.CodeNotFound)
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

func usedAgreement(t *testing.T, f *File) (model.Agreement, []model.Organisation) {
	t.Helper()
	organisations := twoOrganisations(t, f)
	a, err := f.CreateAgreement(ctx, fullAgreement("2026-001", organisations...))
	must(t, err)
	return a, organisations
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

func TestAgreementComesBackWhole(t *testing.T) {
	f := newFile(t)
	organisations := twoOrganisations(t, f)
	frame, err := f.CreateAgreement(ctx, fullAgreement("2025-001", organisations...))
	must(t, err)
	want := fullAgreement("2026-\x1f001", organisations...)
	want.ID, want.ParentID, want.PredecessorID = model.NewID(), frame.ID, frame.ID
	want.Title.Sv = "with \x00 and \x1f in it 🙂"
	saved, err := f.CreateAgreement(ctx, want)
	must(t, err)
	equal(t, "saved", saved, want)
	got, err := f.Agreement(ctx, saved.ID)
	must(t, err)
	equal(t, "read", got, want)
	all, err := f.Agreements(ctx)
	must(t, err)
	if len(all) != 2 {
		t.Fatalf("%d listed", len(all))
	}
	equal(t, "listed", all[0], listed(frame))
	equal(t, "listed", all[1], listed(want))
	due, err := f.DueContributions(ctx)
	must(t, err)
	if len(due) != 4 || due[0].AgreementID != frame.ID || due[0].Contribution != frame.Contributions[0] {
		t.Errorf("due: %+v", due)
	}
}

// listed is what the register shows of an agreement.
func listed(a model.Agreement) model.AgreementSummary {
	s := a.AgreementSummary
	s.Parties = nil
	for _, p := range a.Parties {
		s.Parties = append(s.Parties, model.Party{
			ID: p.ID, OrganisationID: p.OrganisationID, Services: p.Services, ContactID: p.ContactID, DeputyID: p.DeputyID,
			Signing: p.Signing,
		})
	}
	return s
}

func TestEmptyAgreementComesBackEmpty(t *testing.T) {
	f := newFile(t)
	want, err := f.CreateAgreement(ctx, model.Agreement{AgreementSummary: model.AgreementSummary{
		Number: "1", Title: model.Text{Sv: "Avtal"}, Languages: []model.Language{model.Swedish}, Form: model.Written,
	}})
	must(t, err)
	got, err := f.Agreement(ctx, want.ID)
	must(t, err)
	equal(t, "read", got, want)
	if got.NoticeMonths.Known || got.MeetingsPerYear.Known {
		t.Error("a count that nobody entered is known")
	}
	all, err := f.Agreements(ctx)
	must(t, err)
	if len(all) != 1 || all[0].NoticeMonths.Known || len(all[0].Parties) != 0 {
		t.Errorf("listed %+v", all)
	}
}

func TestUpdateAgreementChangesLists(t *testing.T) {
	f := newFile(t)
	a, organisations := usedAgreement(t, f)
	third, err := f.CreateOrganisation(ctx, association("Kolmas"))
	must(t, err)
	got, err := f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error {
		slices.Reverse(a.Parties)
		slices.Reverse(a.Clauses)
		a.Clauses = append(a.Clauses[:2], model.Clause{Heading: model.Text{Fi: "Uusi"}})
		a.Parties = append(a.Parties, model.Party{OrganisationID: third.ID})
		a.Tasks[0].PartyIDs = a.Tasks[0].PartyIDs[:1]
		a.Tasks = a.Tasks[:1]
		a.Contributions[0].DoneOn = model.MustDate("2026-06-01")
		a.Amendments[0].Signatures = a.Amendments[0].Signatures[1:]
		a.Reviews = append(a.Reviews, model.Review{HeldOn: model.MustDate("2026-11-22")})
		a.WrittenInto = nil
		return nil
	})
	must(t, err)
	read, err := f.Agreement(ctx, a.ID)
	must(t, err)
	equal(t, "read", read, got)
	all, err := f.Agreements(ctx)
	must(t, err)
	equal(t, "listed", all[0], listed(got))
	if got.Parties[0].OrganisationID != organisations[1].ID || got.Parties[2].ID == "" {
		t.Errorf("parties %+v", got.Parties)
	}
	soundFile(t, f)
}

func TestAgreementNumbers(t *testing.T) {
	f := newFile(t)
	next := func(year int) string {
		n, err := f.NextAgreementNumber(ctx, year)
		must(t, err)
		return n
	}
	equal(t, "first number", next(2026), "2026-001")
	organisations := twoOrganisations(t, f)
	var last model.Agreement
	for _, n := range []string{"2026-009", "2026-010", "2025-077", "2026-vanha 99", "D/123/2026", "2026-0100x"} {
		var err error
		last, err = f.CreateAgreement(ctx, fullAgreement(n, organisations...))
		must(t, err)
	}
	equal(t, "next number", next(2026), "2026-011")
	equal(t, "next number", next(2024), "2024-001")
	_, err := f.CreateAgreement(ctx, fullAgreement("2026-010", organisations...))
	wantCode(t, err, model.CodeNumberTaken)
	_, err = f.UpdateAgreement(ctx, last.ID, func(a *model.Agreement) error { a.Number = "2026-010"; return nil })
	wantCode(t, err, model.CodeNumberTaken)
}

func TestAgreementRefusals(t *testing.T) {
	f := newFile(t)
	a, organisations := usedAgreement(t, f)
	bad := map[string]func(a *model.Agreement){
		"no title":           func(a *model.Agreement) { a.Title = model.Text{} },
		"party twice":        func(a *model.Agreement) { a.Parties[1].OrganisationID = a.Parties[0].OrganisationID },
		"end before start":   func(a *model.Agreement) { a.ValidUntil = model.MustDate("2020-01-01") },
		"stray notice":       func(a *model.Agreement) { a.Notice.By = model.NewID() },
		"stray contribution": func(a *model.Agreement) { a.Contributions[0].PartyID = model.NewID() },
		"stray signature":    func(a *model.Agreement) { a.Amendments[0].Signatures[0].PartyID = model.NewID() },
		"stray task":         func(a *model.Agreement) { a.Tasks[0].PartyIDs[0] = model.NewID() },
		"too long a clause":  func(a *model.Agreement) { a.Clauses[0].Body.Fi = strings.Repeat("ä", model.MaxClause+1) },
	}
	for name, change := range bad {
		t.Run(name, func(t *testing.T) {
			fresh := fullAgreement("2026-002", organisations...)
			change(&fresh)
			_, err := f.CreateAgreement(ctx, fresh)
			wantCode(t, err, model.CodeInvalid)
			_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { change(a); return nil })
			wantCode(t, err, model.CodeInvalid)
		})
	}
	gone := fullAgreement("2026-003", organisations...)
	gone.Parties[0].OrganisationID = model.NewID()
	_, err := f.CreateAgreement(ctx, gone)
	wantCode(t, err, model.CodeNotFound)
	got, err := f.Agreement(ctx, a.ID)
	must(t, err)
	equal(t, "after refusals", got, a)
	all, err := f.Agreements(ctx)
	must(t, err)
	if len(all) != 1 {
		t.Errorf("%d agreements, want the one that was not refused", len(all))
	}
}

func TestHundredThousandLetters(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	long := strings.Repeat("pykälä 🙂 ", 12_500)
	_, err := f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Clauses[0].Body.Fi = long; return nil })
	must(t, err)
	got, err := f.Agreement(ctx, a.ID)
	must(t, err)
	if got.Clauses[0].Body.Fi != long {
		t.Error("the clause came back changed")
	}
}

func TestSignedTextIsFrozen(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	_, err := f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Form = model.Written; return nil })
	must(t, err)
	_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Clauses[0].Body.Fi = "toisin"; return nil })
	wantCode(t, err, model.CodeFrozen)
	wantCode(t, f.DeleteAgreement(ctx, a.ID), model.CodeFrozen)
	_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error {
		a.Reviews, a.Notes, a.Contributions[0].DoneOn = nil, "elää", model.MustDate("2026-01-01")
		return nil
	})
	must(t, err)
}

func TestDeleteAgreement(t *testing.T) {
	f := newFile(t)
	a, organisations := usedAgreement(t, f)
	child := fullAgreement("2026-002", organisations...)
	child.ParentID, child.PredecessorID = a.ID, a.ID
	child, err := f.CreateAgreement(ctx, child)
	must(t, err)
	err = f.DeleteAgreement(ctx, a.ID)
	wantCode(t, err, model.CodeInUse)
	if e, ok := errors.AsType[*model.Error](err); ok {
		equal(t, "uses", e.Uses, []model.Use{
			{Kind: model.KindAgreement, ID: child.ID, Label: child.Number, Role: "parent"},
			{Kind: model.KindAgreement, ID: child.ID, Label: child.Number, Role: "predecessor"},
		})
	}
	must(t, f.DeleteAgreement(ctx, child.ID))
	must(t, f.DeleteAgreement(ctx, a.ID))
	wantCode(t, f.DeleteAgreement(ctx, a.ID), model.CodeNotFound)
	for _, table := range []string{"party", "clause", "task", "task_party", "contribution", "written_into", "review", "amendment", "amendment_signature", "agreement_text"} {
		var n int
		must(t, f.conn.QueryRowContext(ctx, "SELECT count(*) FROM "+table).Scan(&n))
		if n != 0 {
			t.Errorf("%d rows are left in %s", n, table)
		}
	}
}

func TestCentre(t *testing.T) {
	f := newFile(t)
	got, err := f.Centre(ctx)
	must(t, err)
	equal(t, "before the first start", got, model.Centre{LeadDays: model.DefaultLeadDays})
	wantCode(t, f.SaveCentre(ctx, model.Centre{}), model.CodeInvalid)
	want := model.Centre{
		Name: model.Text{Fi: "Suvannon perhekeskus"}, Region: model.Text{Fi: "Suvantomaa", Sv: "Suvantoland"}, Host: "Suvanto",
		Coordinator: "Aino", Phone: "040", Email: "a@b.fi", Letterhead: "Katu 1\n00100 Suvanto", Logo: []byte{0x89, 'P', 0, 1},
		Municipalities: []model.RegionMunicipality{{Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}, {Code: "994", Fi: "Sarkajärvi"}},
		Language:       model.Swedish, LeadDays: 0,
	}
	must(t, f.SaveCentre(ctx, want))
	got, err = f.Centre(ctx)
	must(t, err)
	equal(t, "read", got, want)
	want.Logo, want.Municipalities = nil, nil
	must(t, f.SaveCentre(ctx, want))
	got, err = f.Centre(ctx)
	must(t, err)
	equal(t, "read", got, want)
}

func TestTemplate(t *testing.T) {
	f := newFile(t)
	built, err := f.Template(ctx)
	must(t, err)
	if len(built.Clauses) != len(assets.Template().Clauses) || built.Memo.Body.Fi == "" || built.Clauses[0].Heading.Sv == "" {
		t.Fatalf("the built-in template is %+v", built)
	}
	own := model.Template{Clauses: slices.Clone(built.Clauses[:3]), Memo: built.Memo}
	own.Clauses[0].Body.Fi = "Meillä on tapana {{osapuolet}}."
	own.Memo.Body.Sv = "eget"
	must(t, f.SaveTemplate(ctx, own))
	got, err := f.Template(ctx)
	must(t, err)
	equal(t, "read", got, own)
	must(t, f.ResetTemplate(ctx))
	got, err = f.Template(ctx)
	must(t, err)
	equal(t, "reset", got, built)
}

func TestSubscribe(t *testing.T) {
	f := newFile(t)
	var told [][]model.Kind
	cancel := f.Subscribe(func(kinds []model.Kind) {
		told = append(told, kinds)
		_, err := f.Organisations(ctx) // a subscriber reads again
		must(t, err)
	})
	a, organisations := usedAgreement(t, f)
	_, err := f.CreateOrganisation(ctx, association("")) // refused: nothing changed
	wantCode(t, err, model.CodeInvalid)
	must(t, f.DeleteAgreement(ctx, a.ID))
	_, err = f.MergeOrganisations(ctx, organisations[0].ID, organisations[1].ID)
	must(t, err)
	cancel()
	must(t, f.ResetTemplate(ctx))
	equal(t, "told", told, [][]model.Kind{
		{model.KindOrganisation},
		{model.KindOrganisation},
		{model.KindAgreement},
		{model.KindAgreement},
		{model.KindOrganisation, model.KindAgreement},
	})
}

// A text that is not touched is not written, so that the journal of changes can tell what changed.
func TestOnlyWhatChangedIsWritten(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	changes := func() (n int) {
		must(t, f.conn.QueryRowContext(ctx, "SELECT total_changes()").Scan(&n))
		return n
	}
	before := changes()
	_, err := f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Clauses[3].Body.Fi = "uusi"; return nil })
	must(t, err)
	if n := changes() - before; n != 2 { // the clause and the mark of the transaction
		t.Errorf("%d rows were written for one clause", n)
	}
}

func soundFile(t *testing.T, f *File) {
	t.Helper()
	findings, err := f.Check(ctx)
	must(t, err)
	if len(findings) > 0 {
		t.Errorf("the file is not sound: %+v", findings)
	}
}
