package model_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"kumppani/model"
)

func oldAgreement() (model.Agreement, model.Directory) {
	a := wholeAgreement()
	a.Parties = append(a.Parties, model.Party{ID: "p3", OrganisationID: "gone", Signing: model.Signing{SignedOn: d("2024-12-02")}})
	a.Parties[0].ContactID, a.Parties[1].ContactID, a.Parties[0].DecisionBody = "left", "stays", "Sivistyslautakunta"
	a.Clauses = []model.Clause{{ID: "c1", Key: "costs", Heading: model.Text{Fi: "Kustannukset"}, Body: model.Text{Fi: "Kukin vastaa."}}}
	a.Tasks = []model.Task{{ID: "t1", Description: model.Text{Fi: "Avaimet"}, PartyIDs: []model.ID{"p1", "p3"}}}
	a.Contributions = []model.Contribution{
		{ID: "k1", PartyID: "p1", Kind: model.ContributedMoney, Per: model.PerYear, DoneOn: d("2026-01-31"), DueOn: d("2026-01-31")},
		{ID: "k2", PartyID: "p1", Kind: model.ContributedSupplies, Per: model.Once},
		{ID: "k3", PartyID: "p3", Kind: model.ContributedStaff, Per: model.PerWeek},
	}
	a.Reviews, a.ReviewOn = []model.Review{{ID: "r1", HeldOn: d("2026-01-01")}}, d("2027-01-01")
	a.Attachments = []model.Attachment{{ID: "x", Role: model.Annex, Name: "liite.pdf"}}
	return a, model.DirectoryOf([]model.Organisation{
		{ID: "o1", Contacts: []model.Contact{{ID: "left", Until: d("2026-06-30")}}},
		{ID: "o2", Contacts: []model.Contact{{ID: "stays"}}},
		{ID: "gone", EndedOn: d("2026-01-01")},
	})
}

// newIDs makes IDs that no other record of a test has.
func newIDs() func() model.ID {
	n := 0
	return func() model.ID {
		n++
		return model.ID(fmt.Sprint("new-", n))
	}
}

func TestRenewCopiesWhatStillHolds(t *testing.T) {
	a, organisations := oldAgreement()
	r := model.Renew(a, "2027-001", organisations, d("2027-09-01"), newIDs())
	if r.PredecessorID != a.ID || r.ID == a.ID || r.Number != "2027-001" {
		t.Errorf("identity: %+v", r.AgreementSummary)
	}
	if r.ValidFrom != d("2028-01-01") || r.ValidUntil != d("2030-12-31") {
		t.Errorf("term %s–%s", r.ValidFrom, r.ValidUntil)
	}
	if len(r.Parties) != 2 || r.Parties[0].ContactID != "" || r.Parties[1].ContactID != "stays" {
		t.Errorf("parties: %+v", r.Parties)
	}
	if r.Frozen() || r.Parties[0].DecisionBody != "" {
		t.Error("signatures and decisions belong to the old agreement")
	}
	if len(r.Contributions) != 1 || r.Contributions[0].PartyID != r.Parties[0].ID || !r.Contributions[0].DoneOn.IsZero() {
		t.Errorf("contributions: %+v", r.Contributions)
	}
	if len(r.Tasks) != 1 || !slices.Equal(r.Tasks[0].PartyIDs, []model.ID{r.Parties[0].ID}) {
		t.Errorf("tasks: %+v", r.Tasks)
	}
	if len(r.Reviews)+len(r.Attachments) != 0 || !r.ReviewOn.IsZero() {
		t.Error("reviews and attachments belong to the old agreement")
	}
	if len(r.Clauses) != 1 || r.Clauses[0].ID == "c1" || r.Clauses[0].Body.Fi != "Kukin vastaa." {
		t.Errorf("clauses: %+v", r.Clauses)
	}
	if p := model.Refusals(model.CheckAgreement(r)); len(p) != 0 {
		t.Errorf("a renewed agreement can be saved: %v", p)
	}
}

func TestRenewedTerm(t *testing.T) {
	for _, c := range [][4]string{
		{"2025-01-01", "2027-12-31", "2028-01-01", "2030-12-31"},
		{"2026-08-01", "2027-07-31", "2027-08-01", "2028-07-31"},
		{"2024-03-01", "2025-02-28", "2025-03-01", "2026-02-28"},
		{"2026-01-15", "2026-02-20", "2026-02-21", "2026-03-29"},
		{"2025-01-01", "", "", ""},
		{"", "2027-12-31", "2028-01-01", ""},
	} {
		a := wholeAgreement()
		a.ValidFrom, a.ValidUntil = d(c[0]), d(c[1])
		r := model.Renew(a, "x", nil, d("2026-01-01"), newIDs())
		if r.ValidFrom.String() != c[2] || r.ValidUntil.String() != c[3] {
			t.Errorf("after %s–%s: %s–%s", c[0], c[1], r.ValidFrom, r.ValidUntil)
		}
	}
}

func TestCompareShowsWhatChanged(t *testing.T) {
	a, organisations := oldAgreement()
	r := model.Renew(a, "2027-001", organisations, d("2027-09-01"), newIDs())
	r.Clauses[0].Body.Fi = "Kunta vastaa."
	r.Clauses = append(r.Clauses, model.Clause{ID: "n", Heading: model.Text{Fi: "Uusi"}, Body: model.Text{Fi: "Lisätty."}})
	r.Title.Fi = "Perhetupa Sarka 2028"
	got := map[string]int{}
	for _, c := range model.CompareAgreements(a, r, model.Finnish) {
		key := c.Field
		if c.Added {
			key += " added"
		}
		if c.Removed {
			key += " removed"
		}
		got[key]++
	}
	want := map[string]int{
		"title": 1, "valid_from": 1, "valid_until": 1, "parties removed": 1, "clauses": 1, "clauses added": 1, "tasks": 1,
		"contributions removed": 2,
	}
	if !maps.Equal(got, want) {
		t.Errorf("changes %v, want %v", got, want)
	}
	if same := model.CompareAgreements(a, a, model.Finnish); len(same) != 0 {
		t.Errorf("an agreement differs from itself: %v", same)
	}
}

func TestMergeLosesNothing(t *testing.T) {
	keep := model.Organisation{
		ID: "k", Name: model.Text{Fi: "Sarkajärven kunta"}, Sector: model.Municipal, BusinessID: "9999001-5",
		Contacts: []model.Contact{{ID: "c1", Name: "Marja Aaltola", Title: "sivistysjohtaja"}},
	}
	other := model.Organisation{
		ID: "o", Name: model.Text{Fi: "Sarkajärven  Kunta", Sv: "Sarkajärvi kommun"}, Sector: model.Municipal, Notes: "Kirje 3.2.",
		Contacts: []model.Contact{
			{ID: "c2", Name: "marja aaltola", Phone: "040 000 0100"}, {ID: "c3", Name: "Pekka Rautanen"},
		},
	}
	m := model.Merge(keep, other)
	o := m.Organisation
	if o.ID != "k" || o.Name.Sv != "Sarkajärvi kommun" || o.Name.Fi != "Sarkajärven kunta" {
		t.Errorf("merged: %+v", o)
	}
	if o.Notes != "Kirje 3.2.\n(Sarkajärven  Kunta)" {
		t.Errorf("notes: %q", o.Notes)
	}
	if len(o.Contacts) != 2 || o.Contacts[0].Phone != "040 000 0100" || m.Contacts["c2"] != "c1" {
		t.Errorf("contacts: %+v %v", o.Contacts, m.Contacts)
	}
	if len(keep.Contacts) != 1 || keep.Contacts[0].Phone != "" {
		t.Error("the records that were handed in are left as they were")
	}
}
