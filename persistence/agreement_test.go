package persistence

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func usedAgreement(t *testing.T, f *File) (model.Agreement, []model.Organisation) {
	t.Helper()
	organisations := twoOrganisations(t, f)
	a, err := f.CreateAgreement(ctx, fullAgreement("2026-001", organisations...))
	must(t, err)
	return a, organisations
}

// What separates columns and lines in the data file may stand in a text too.
func TestAgreementsWithSeparatorsInThem(t *testing.T) {
	for _, title := range []string{"a\x00b", "a\x1eb", "a\x1fb", "\x1e\x1f\x1e"} {
		f := newFile(t)
		organisations := twoOrganisations(t, f)
		for _, number := range []string{"2026-001", "2026-002"} {
			want := fullAgreement(number, organisations...)
			want.Title.Fi = title
			_, err := f.CreateAgreement(ctx, want)
			must(t, err)
		}
		all, err := f.Agreements(ctx)
		must(t, err)
		for i, number := range []string{"2026-001", "2026-002"} {
			if len(all) != 2 || all[i].Number != number || all[i].Title.Fi != title || len(all[i].Parties) != len(organisations) {
				t.Errorf("%q: %v", title, all)
			}
		}
	}
}

func TestAgreementComesBackWhole(t *testing.T) {
	f := newFile(t)
	organisations := twoOrganisations(t, f)
	frame, err := f.CreateAgreement(ctx, fullAgreement("2025-001", organisations...))
	must(t, err)
	want := fullAgreement("2026-\x1f001", organisations...)
	want.ID, want.ParentID, want.PredecessorID = newID(), frame.ID, frame.ID
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

func TestListIsTheCallersOwn(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	for range 2 {
		all, err := f.Agreements(ctx)
		must(t, err)
		if len(all) != 1 || all[0].Number != a.Number {
			t.Fatalf("listed %+v", all)
		}
		all[0].Number = "changed by the caller"
	}
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
		"stray notice":       func(a *model.Agreement) { a.Notice.By = newID() },
		"stray contribution": func(a *model.Agreement) { a.Contributions[0].PartyID = newID() },
		"stray signature":    func(a *model.Agreement) { a.Amendments[0].Signatures[0].PartyID = newID() },
		"stray task":         func(a *model.Agreement) { a.Tasks[0].PartyIDs[0] = newID() },
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
	gone.Parties[0].OrganisationID = newID()
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
		{
			model.KindOrganisation, model.KindAgreement, model.KindLeader, model.KindEvent, model.KindPlace, model.KindGroup,
			model.KindClosure, model.KindBody, model.KindNetwork, model.KindFollowUp, model.KindDeferral,
		},
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
