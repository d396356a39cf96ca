package model_test

import (
	"slices"
	"testing"

	"kumppani/model"
)

var d = model.MustDate

// signedAgreement is a written agreement of two parties signed on 2.12.2024, in force 1.1.2025–31.12.2027 with three
// months' notice: the last day of notice is 30.9.2027 and, with 30 days of lead time, the decision day 31.8.2027.
func signedAgreement() model.AgreementSummary {
	return model.AgreementSummary{
		ID: "a", Number: "2024-001", Form: model.Written, ValidFrom: d("2025-01-01"), ValidUntil: d("2027-12-31"),
		NoticeMonths: model.CountOf(3),
		Parties: []model.Party{
			{ID: "p1", OrganisationID: "o1", Signing: model.Signing{SignedOn: d("2024-12-01")}},
			{ID: "p2", OrganisationID: "o2", Signing: model.Signing{SignedOn: d("2024-12-02")}},
		},
	}
}

func TestStateAtEveryBoundary(t *testing.T) {
	open := func(a *model.AgreementSummary) { a.ValidUntil = model.Date{} }
	notice := func(a *model.AgreementSummary) {
		a.Notice = model.Notice{By: "p1", GivenOn: d("2026-10-05"), EndsOn: d("2026-12-31")}
	}
	sent := func(a *model.AgreementSummary) {
		a.Parties[0].Signing = model.Signing{SentOn: d("2024-11-01")}
		a.Parties[1].Signing = model.Signing{}
	}
	unsigned := func(a *model.AgreementSummary) {
		a.Parties[0].Signing, a.Parties[1].Signing = model.Signing{}, model.Signing{}
	}
	oral := func(a *model.AgreementSummary) { unsigned(a); a.Form = model.Oral }
	review := func(a *model.AgreementSummary) { a.ReviewOn = d("2026-11-30") }
	concluded := &model.AgreementSummary{ID: "b", Form: model.Oral, ValidFrom: d("2028-01-01")}
	draft := &model.AgreementSummary{ID: "b", Form: model.Written}
	for _, c := range []struct {
		name      string
		change    func(*model.AgreementSummary)
		successor *model.AgreementSummary
		day       string
		want      model.State
	}{
		{"nothing sent or signed", unsigned, nil, "2026-11-22", model.StateDraft},
		{"unsigned, though its term has begun", unsigned, nil, "2025-06-01", model.StateDraft},
		{"unsigned, though its term is over", unsigned, nil, "2028-06-01", model.StateDraft},
		{"sent to one party", sent, nil, "2026-11-22", model.StateOutForSignature},
		{"one of two signed", func(a *model.AgreementSummary) { a.Parties[1].Signing = model.Signing{} }, nil, "2026-11-22", model.StateOutForSignature},
		{"no parties at all", func(a *model.AgreementSummary) { a.Parties = nil }, nil, "2026-11-22", model.StateDraft},
		{"the day before its first day", nil, nil, "2024-12-31", model.StateNotYetInForce},
		{"its first day", nil, nil, "2025-01-01", model.StateInForce},
		{"no first day said: from the last signature", func(a *model.AgreementSummary) { a.ValidFrom = model.Date{} }, nil, "2024-12-01", model.StateNotYetInForce},
		{"on the day of the last signature", func(a *model.AgreementSummary) { a.ValidFrom = model.Date{} }, nil, "2024-12-02", model.StateInForce},
		{"the day before the review", review, nil, "2026-11-29", model.StateInForce},
		{"the day of the review", review, nil, "2026-11-30", model.StateReviewDue},
		{"the day before the decision day", nil, nil, "2027-08-30", model.StateInForce},
		{"the decision day", nil, nil, "2027-08-31", model.StateDecisionDue},
		{"a decision comes before an overdue review", review, nil, "2027-08-31", model.StateDecisionDue},
		{"the last day of notice", nil, nil, "2027-09-30", model.StateDecisionDue},
		{"the day after the last day of notice", nil, nil, "2027-10-01", model.StateEnding},
		{"the last day in force", nil, nil, "2027-12-31", model.StateEnding},
		{"the day after", nil, nil, "2028-01-01", model.StateEndedNoSuccessor},
		{"with a successor there is nothing to decide", nil, draft, "2027-08-31", model.StateEnding},
		{"with a successor before the decision day", nil, draft, "2027-08-30", model.StateInForce},
		{"ended while the successor is a draft", nil, draft, "2028-01-01", model.StateEndedNoSuccessor},
		{"ended with a concluded successor", nil, concluded, "2028-01-01", model.StateEndedSuccessor},
		{"until further notice never ends", open, nil, "2099-01-01", model.StateInForce},
		{"the day before notice was given", notice, nil, "2026-10-04", model.StateInForce},
		{"the day notice was given", notice, nil, "2026-10-05", model.StateUnderNotice},
		{"last day under notice", notice, nil, "2026-12-31", model.StateUnderNotice},
		{"the day after notice ran out", notice, nil, "2027-01-01", model.StateEndedNoSuccessor},
		{"notice of an open-ended agreement", func(a *model.AgreementSummary) { open(a); notice(a) }, nil, "2027-01-01", model.StateEndedNoSuccessor},
		{"notice cannot lengthen a term", func(a *model.AgreementSummary) { notice(a); a.Notice.EndsOn = d("2029-01-01") }, nil, "2028-01-01", model.StateEndedNoSuccessor},
		{"notice without an end day", func(a *model.AgreementSummary) { open(a); notice(a); a.Notice.EndsOn = model.Date{} }, nil, "2099-01-01", model.StateUnderNotice},
		{"oral: its first day is known", oral, nil, "2025-01-01", model.StateInForce},
		{"oral: agreed but nothing else known", func(a *model.AgreementSummary) {
			oral(a)
			open(a)
			a.ValidFrom, a.AgreedOn = model.Date{}, d("2024-08-26")
		}, nil, "2024-08-26", model.StateInForce},
		{"oral: agreed, begins later", func(a *model.AgreementSummary) { oral(a); a.AgreedOn = d("2024-08-26") }, nil, "2024-12-31", model.StateNotYetInForce},
		{"oral: no day known", func(a *model.AgreementSummary) { oral(a); a.ValidFrom = model.Date{} }, nil, "2026-11-22", model.StateDraft},
		{"oral: sending a memo is no signing", func(a *model.AgreementSummary) {
			oral(a)
			a.ValidFrom = model.Date{}
			a.Parties[0].Signing.SentOn = d("2026-01-01")
		}, nil, "2026-11-22", model.StateDraft},
		{"in municipal structures", func(a *model.AgreementSummary) { unsigned(a); a.Form = model.Structural }, nil, "2025-01-01", model.StateInForce},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := signedAgreement()
			if c.change != nil {
				c.change(&a)
			}
			calendar := model.Calendar{Today: d(c.day), LeadDays: 30}
			if c.successor != nil {
				calendar.Successors = map[model.ID]*model.AgreementSummary{"a": c.successor}
			}
			if got := a.StatusOn(calendar).State; got != c.want {
				t.Errorf("on %s: %s, want %s", c.day, got, c.want)
			}
		})
	}
}

func TestDecisionDayIsEndMinusNoticeMinusLeadTime(t *testing.T) {
	for _, c := range []struct {
		until            string
		notice           model.Count
		lead             int
		last, decisionOn string
	}{
		{"2027-12-31", model.CountOf(3), 30, "2027-09-30", "2027-08-31"},
		{"2027-07-31", model.CountOf(2), 30, "2027-05-31", "2027-05-01"},
		{"2028-03-31", model.CountOf(1), 0, "2028-02-29", "2028-02-29"},
		{"2027-03-31", model.CountOf(1), 14, "2027-02-28", "2027-02-14"},
		{"2027-12-31", model.Count{}, 30, "2027-12-31", "2027-12-01"},
		{"", model.CountOf(6), 30, "", ""},
	} {
		a := signedAgreement()
		a.ValidUntil, a.NoticeMonths = d(c.until), c.notice
		s := a.StatusOn(model.Calendar{Today: d("2026-11-22"), LeadDays: c.lead})
		if s.LastNotice.String() != c.last || s.DecisionDay.String() != c.decisionOn {
			t.Errorf("until %q: last notice %s and decision day %s, want %s and %s", c.until, s.LastNotice, s.DecisionDay, c.last, c.decisionOn)
		}
	}
}

func TestWaitingForThoseWhoHaveNotSigned(t *testing.T) {
	a := signedAgreement()
	a.Parties = append(a.Parties, model.Party{ID: "p3"}, model.Party{ID: "p4"})
	s := a.StatusOn(model.Calendar{Today: d("2026-11-22")})
	if len(s.WaitingFor) != 2 || s.WaitingFor[0] != "p3" || s.WaitingFor[1] != "p4" || s.Parties != 4 {
		t.Errorf("waiting for %v of %d", s.WaitingFor, s.Parties)
	}
	a.Form = model.Oral
	if s := a.StatusOn(model.Calendar{Today: d("2026-11-22")}); len(s.WaitingFor) != 0 {
		t.Errorf("nobody signs an oral agreement, yet it waits for %v", s.WaitingFor)
	}
}

func TestSuccessorIsTheConcludedOne(t *testing.T) {
	all := []model.AgreementSummary{
		{ID: "a"},
		{ID: "draft", Number: "2027-001", PredecessorID: "a", Form: model.Written},
		{ID: "made", Number: "2027-002", PredecessorID: "a", Form: model.Oral, AgreedOn: d("2027-01-01")},
		{ID: "late", Number: "2027-003", PredecessorID: "a", Form: model.Oral, AgreedOn: d("2027-02-01")},
		{ID: "itself", PredecessorID: "itself", Form: model.Oral, AgreedOn: d("2027-02-01")},
	}
	found := model.SuccessorsOf(all)
	if found["a"] == nil || found["a"].ID != "made" {
		t.Errorf("successor of a: %v", found["a"])
	}
	if found["itself"] != nil {
		t.Error("an agreement is not its own successor")
	}
}

func TestRegisterOrder(t *testing.T) {
	calendar := model.Calendar{Today: d("2026-11-22"), LeadDays: 30}
	oral := func(number, until, review string) *model.AgreementSummary {
		return &model.AgreementSummary{Number: number, Form: model.Oral, ValidFrom: d("2020-01-01"), ValidUntil: d(until), ReviewOn: d(review)}
	}
	inOrder := []*model.AgreementSummary{
		oral("4", "2027-01-31", ""), oral("3", "2027-12-31", ""),
		oral("5", "", "2026-10-31"), oral("2", "", "2027-01-15"), oral("1", "", ""), oral("6", "", ""),
		oral("8", "2026-06-30", ""), oral("7", "2025-06-30", ""),
	}
	for i := range inOrder {
		for j := range inOrder {
			got := model.CompareByDecision(inOrder[i], inOrder[j], inOrder[i].StatusOn(calendar), inOrder[j].StatusOn(calendar))
			if (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%s against %s: %d", inOrder[i].Number, inOrder[j].Number, got)
			}
		}
	}
}

func TestDeliveryOfContributions(t *testing.T) {
	for _, c := range []struct {
		due, done, day string
		want           model.Delivery
	}{
		{"", "", "2026-11-22", model.Promised},
		{"2026-11-22", "", "2026-11-22", model.Promised},
		{"2026-11-21", "", "2026-11-22", model.NotDelivered},
		{"2026-11-21", "2026-11-22", "2026-11-22", model.Delivered},
		{"2026-11-21", "2026-11-23", "2026-11-22", model.NotDelivered},
		{"", "2026-01-01", "2026-11-22", model.Delivered},
	} {
		if got := (model.Contribution{DueOn: d(c.due), DoneOn: d(c.done)}).DeliveryOn(d(c.day)); got != c.want {
			t.Errorf("due %q done %q on %s: %s, want %s", c.due, c.done, c.day, got, c.want)
		}
	}
}

func TestWhoNoLongerOrganisesAService(t *testing.T) {
	p := model.Party{Services: []model.Service{model.FamilyWork, model.EarlyEducation, model.MaternityAndChildHealth}}
	municipality := func(code string) model.Organisation {
		return model.Organisation{Sector: model.Municipal, Municipality: model.Municipality{Code: code}}
	}
	for _, c := range []struct {
		name string
		o    model.Organisation
		day  string
		want int
	}{
		{"municipality on the last day before the reform", municipality("179"), "2022-12-31", 0},
		{"municipality on the day of the reform", municipality("179"), "2023-01-01", 2},
		{"municipality whose name is typed", municipality(""), "2026-11-22", 2},
		{"Helsinki organises them itself", municipality("091"), "2026-11-22", 0},
		{"Mariehamn lies on Åland", municipality("478"), "2026-11-22", 0},
		{"the county organises them", model.Organisation{Sector: model.County}, "2026-11-22", 0},
		{"a parish", model.Organisation{Sector: model.Parish}, "2026-11-22", 0},
	} {
		if got := model.NoLongerOrganises(p, c.o, d(c.day)); len(got) != c.want {
			t.Errorf("%s: %v, want %d services", c.name, got, c.want)
		}
	}
}

func TestTotals(t *testing.T) {
	money := func(hundredths int64, unit string, per model.Per) model.Contribution {
		return model.Contribution{Kind: model.ContributedMoney, Amount: model.AmountOf(hundredths), Unit: unit, Per: per}
	}
	unknown := money(0, "€", model.PerYear)
	unknown.Amount = model.Amount{}
	got := model.Totals([]model.Contribution{
		money(450000, "€", model.PerYear), money(50050, " €", model.PerYear), money(100, "€", model.PerMonth),
		money(200, "kpl", model.PerYear), unknown,
	})
	want := []model.Total{{model.ContributedMoney, "€", model.PerYear, model.AmountOf(500050), 2}}
	if !slices.Equal(got, want) {
		t.Errorf("totals %+v, want %+v: only what is of one kind, unit and period is summed up", got, want)
	}
}
