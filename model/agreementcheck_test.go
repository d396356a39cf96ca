package model_test

import (
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func wholeAgreement() model.Agreement {
	return model.Agreement{AgreementSummary: func() model.AgreementSummary {
		a := signedAgreement()
		a.Title, a.Languages = model.Text{Fi: "Perhetupa Sarka"}, []model.Language{model.Finnish}
		return a
	}()}
}

func TestCheckAgreement(t *testing.T) {
	for _, c := range []struct {
		name     string
		change   func(*model.Agreement)
		severity model.Severity
		field    string
		code     string
	}{
		{"no title", func(a *model.Agreement) { a.Title = model.Text{} }, model.Refusal, "title", "required"},
		{"a title of blanks", func(a *model.Agreement) { a.Title = model.Text{Fi: " \u00a0 "} }, model.Refusal, "title", "required"},
		{"a title too long", func(a *model.Agreement) { a.Title.Fi = strings.Repeat("ä", model.MaxName+1) }, model.Refusal, "title_fi", "too_long"},
		{"no number", func(a *model.Agreement) { a.Number = "" }, model.Refusal, "number", "required"},
		{"no form", func(a *model.Agreement) { a.Form = "" }, model.Refusal, "form", "required"},
		{"no language", func(a *model.Agreement) { a.Languages = nil }, model.Refusal, "languages", "required"},
		{"no title in its second language", func(a *model.Agreement) { a.Languages = []model.Language{"fi", "sv"} }, model.Warning, "title_sv", "title_language_missing"},
		{"end before start", func(a *model.Agreement) { a.ValidUntil = d("2024-12-31") }, model.Refusal, "valid_until", "ends_before_start"},
		{"one party", func(a *model.Agreement) { a.Parties = a.Parties[:1] }, model.Warning, "parties", "too_few_parties"},
		{"51 parties", func(a *model.Agreement) { a.Parties = make([]model.Party, 51) }, model.Refusal, "parties", "too_many_parties"},
		{"a party twice", func(a *model.Agreement) { a.Parties[1].OrganisationID = "o1" }, model.Refusal, "parties.1.organisation", "party_twice"},
		{"a party without an organisation", func(a *model.Agreement) { a.Parties[1].OrganisationID = "" }, model.Refusal, "parties.1.organisation", "required"},
		{"signed before sent", func(a *model.Agreement) { a.Parties[1].Signing.SentOn = d("2024-12-03") }, model.Warning, "parties.1.signed_on", "signed_before_sent"},
		{"returned before signed", func(a *model.Agreement) { a.Parties[1].Signing.ReturnedOn = d("2024-12-01") }, model.Warning, "parties.1.returned_on", "returned_before_signed"},
		{"copy before signed", func(a *model.Agreement) { a.Parties[1].Signing.CopyOn = d("2024-12-01") }, model.Warning, "parties.1.copy_on", "copy_before_signed"},
		{"notice with no day", func(a *model.Agreement) { a.Notice.By = "p1" }, model.Refusal, "notice_given_on", "required"},
		{"notice that ends before it is given", func(a *model.Agreement) { a.Notice = model.Notice{GivenOn: d("2026-10-05"), EndsOn: d("2026-10-04")} }, model.Refusal, "notice_ends_on", "ends_before_start"},
		{"notice shorter than agreed", func(a *model.Agreement) { a.Notice = model.Notice{GivenOn: d("2026-10-05"), EndsOn: d("2027-01-04")} }, model.Warning, "notice_ends_on", "notice_too_short"},
		{"notice beyond the term", func(a *model.Agreement) { a.Notice = model.Notice{GivenOn: d("2027-10-05"), EndsOn: d("2028-01-05")} }, model.Warning, "notice_ends_on", "notice_after_term"},
		{"notice of 11 years", func(a *model.Agreement) { a.NoticeMonths = model.CountOf(132) }, model.Refusal, "notice_months", "notice_months_range"},
		{"a contribution of nobody", func(a *model.Agreement) { a.Contributions = []model.Contribution{{Kind: model.ContributedMoney}} }, model.Refusal, "contributions.0.party", "not_a_party"},
		{"a contribution below zero", func(a *model.Agreement) {
			a.Contributions = []model.Contribution{{PartyID: "p1", Kind: model.ContributedMoney, Amount: model.AmountOf(-1)}}
		}, model.Refusal, "contributions.0.amount", "negative"},
		{"a task of a stranger", func(a *model.Agreement) {
			a.Tasks = []model.Task{{Description: model.Text{Fi: "Avaimet"}, PartyIDs: []model.ID{"x"}}}
		}, model.Refusal, "tasks.0.parties", "not_a_party"},
		{"notice by a stranger", func(a *model.Agreement) { a.Notice = model.Notice{By: "x", GivenOn: d("2026-10-05")} }, model.Refusal, "notice_by", "not_a_party"},
		{"an amendment signed by a stranger", func(a *model.Agreement) {
			a.Amendments = []model.Amendment{{Number: 1, Body: model.Text{Fi: "x"}, Signatures: []model.AmendmentSignature{{PartyID: "p1"}, {PartyID: "x"}}}}
		}, model.Refusal, "amendments.0.signatures", "not_a_party"},
		{"its own predecessor", func(a *model.Agreement) { a.PredecessorID = a.ID }, model.Refusal, "predecessor", "own_predecessor"},
		{"a review with no day", func(a *model.Agreement) { a.Reviews = []model.Review{{Notes: "x"}} }, model.Refusal, "reviews.0.held_on", "required"},
		{"an amendment with no text", func(a *model.Agreement) { a.Amendments = []model.Amendment{{Number: 1}} }, model.Refusal, "amendments.0.body", "required"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := wholeAgreement()
			c.change(&a)
			if !slices.ContainsFunc(model.CheckAgreement(a), func(p model.Problem) bool {
				return p.Severity == c.severity && p.Field == c.field && p.Code == c.code
			}) {
				t.Errorf("problems: %v", model.CheckAgreement(a))
			}
		})
	}
	if p := model.CheckAgreement(wholeAgreement()); len(p) != 0 {
		t.Errorf("a sound agreement: %v", p)
	}
	long := wholeAgreement()
	long.Clauses = []model.Clause{{Body: model.Text{Fi: strings.Repeat("ö", 100_000)}}}
	if p := model.CheckAgreement(long); len(p) != 0 {
		t.Errorf("a clause of 100,000 letters: %v", p)
	}
}

func TestSignedTextIsFrozen(t *testing.T) {
	before := wholeAgreement()
	before.Clauses = []model.Clause{{ID: "c", Body: model.Text{Fi: "Teksti"}}}
	before.Contributions = []model.Contribution{{ID: "k", PartyID: "p1", Kind: model.ContributedMoney}}
	for _, c := range []struct {
		name   string
		change func(*model.Agreement)
		field  string // "" = allowed
	}{
		{"a clause", func(a *model.Agreement) { a.Clauses[0].Body.Fi = "Muu" }, "clauses"},
		{"a clause switched off", func(a *model.Agreement) { a.Clauses[0].Off = true }, "clauses"},
		{"the end", func(a *model.Agreement) { a.ValidUntil = d("2030-12-31") }, "valid_until"},
		{"a party less", func(a *model.Agreement) { a.Parties = a.Parties[:1] }, "parties"},
		{"what a party promised", func(a *model.Agreement) { a.Contributions[0].Unit = "h" }, "contributions"},
		{"that it was delivered", func(a *model.Agreement) { a.Contributions[0].DoneOn = d("2026-01-01") }, ""},
		{"a contact", func(a *model.Agreement) { a.Parties[0].ContactID = "new" }, ""},
		{"the next review", func(a *model.Agreement) { a.ReviewOn = d("2027-01-01") }, ""},
		{"notice", func(a *model.Agreement) { a.Notice.GivenOn = d("2026-01-01") }, ""},
		{"taking back the signatures", func(a *model.Agreement) {
			a.Parties[0].Signing, a.Parties[1].Signing = model.Signing{}, model.Signing{}
			a.Clauses[0].Body.Fi = "Muu"
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			after := before
			after.Parties, after.Clauses = slices.Clone(before.Parties), slices.Clone(before.Clauses)
			after.Contributions = slices.Clone(before.Contributions)
			c.change(&after)
			err := model.CheckFrozen(before, after)
			if c.field == "" && err != nil {
				t.Errorf("refused: %v", err)
			}
			if c.field != "" && (model.CodeOf(err) != model.CodeFrozen || !strings.Contains(err.Error(), c.field)) {
				t.Errorf("not refused for %s: %v", c.field, err)
			}
		})
	}
}

func TestBusinessID(t *testing.T) {
	for typed, want := range map[string][2]string{
		"2077474-0": {"2077474-0", ""}, "1572860-0": {"1572860-0", ""}, "2617416-4": {"2617416-4", ""},
		"9999001-5": {"9999001-5", ""}, " 20774740": {"2077474-0", ""}, "2077474–0": {"2077474-0", ""},
		"737546-2":  {"0737546-2", ""}, // an old ID of six digits gets its zero
		"0737546-1": {"0737546-1", "business_id_digit"}, "2077474-1": {"2077474-1", "business_id_digit"},
		"abc": {"abc", "business_id_form"}, "2077474": {"2077474", "business_id_form"}, "123-4": {"123-4", "business_id_form"},
		"٢٠٧٧٤٧٤-٠": {"٢٠٧٧٤٧٤-٠", "business_id_form"}, "-": {"-", "business_id_form"},
	} {
		if id, problem := model.CheckBusinessID(typed); id != want[0] || problem != want[1] {
			t.Errorf("%q: %q %q, want %q", typed, id, problem, want)
		}
	}
}

func FuzzCheckBusinessID(f *testing.F) {
	for _, s := range []string{"2077474-0", "737546-2", "", "FI20774740", "20774740-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, problem := model.CheckBusinessID(s)
		if problem != "" && id != s {
			t.Errorf("%q does not hold, but was changed to %q", s, id)
		}
		if again, p := model.CheckBusinessID(id); problem == "" && (again != id || p != "") {
			t.Errorf("%q gave %q, which gave %q %s", s, id, again, p)
		}
	})
}
