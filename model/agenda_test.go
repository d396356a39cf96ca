package model_test

import (
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

func TestAgendaListsWhatHurtsFirst(t *testing.T) {
	oral := func(number string, change func(*model.AgreementSummary)) model.AgreementSummary {
		a := model.AgreementSummary{ID: model.ID(number), Number: number, Form: model.Oral, ValidFrom: d("2020-01-01")}
		change(&a)
		return a
	}
	unsigned := signedAgreement()
	unsigned.ID, unsigned.Number, unsigned.Parties[1].Signing = "unsigned", "unsigned", model.Signing{}
	unsigned.Parties[0].Signing.SentOn = d("2026-10-26")
	all := []model.AgreementSummary{
		oral("far review", func(a *model.AgreementSummary) { a.ReviewOn = d("2027-01-22") }), // 61 days ahead
		oral("review", func(a *model.AgreementSummary) { a.ReviewOn = d("2027-01-21") }),
		oral("today", func(a *model.AgreementSummary) { a.ReviewOn = d("2026-11-22") }),
		oral("late", func(a *model.AgreementSummary) { a.ReviewOn = d("2026-11-21") }),
		oral("decide", func(a *model.AgreementSummary) { a.ValidUntil = d("2027-02-20") }),
		oral("ending", func(a *model.AgreementSummary) { a.ValidUntil, a.NoticeMonths = d("2026-12-31"), model.CountOf(3) }),
		oral("continued", func(a *model.AgreementSummary) { a.ValidUntil, a.NoticeMonths = d("2026-12-31"), model.CountOf(3) }),
		oral("next", func(a *model.AgreementSummary) { a.PredecessorID, a.ValidFrom = "continued", d("2027-01-01") }),
		oral("ended", func(a *model.AgreementSummary) { a.ValidUntil = d("2026-06-30") }),
		oral("long ago", func(a *model.AgreementSummary) { a.ValidUntil = d("2025-06-30") }),
		oral("draft", func(a *model.AgreementSummary) { a.ValidFrom = model.Date{} }),
		oral("promised", func(a *model.AgreementSummary) {}),
		oral("moved", func(a *model.AgreementSummary) {
			a.Parties = []model.Party{{ID: "p", OrganisationID: "town", Services: []model.Service{model.FamilyWork}}}
		}),
		unsigned,
	}
	due := []model.AgreementContribution{
		{AgreementID: "promised", Contribution: model.Contribution{DueOn: d("2026-11-21")}},
		{AgreementID: "promised", Contribution: model.Contribution{DueOn: d("2026-11-22")}},
		{AgreementID: "deleted", Contribution: model.Contribution{DueOn: d("2026-01-01")}},
	}
	town := model.DirectoryOf([]model.Organisation{{ID: "town", Sector: model.Municipal}})
	var got []string
	in := model.AgendaInput{
		Agreements: all, Contributions: due, Organisations: town, Backups: fresh,
		Calendar: model.Calendar{Today: d("2026-11-22"), LeadDays: 30, Successors: model.SuccessorsOf(all)},
	}
	for _, x := range model.AgendaOf(in).Items {
		got = append(got, string(x.Matter)+" "+x.Agreement.Number+" "+x.On.String())
	}
	want := []string{
		"contribution_late promised 2026-11-21", "review_late late 2026-11-21", "decision decide 2027-02-20",
		"ending ending 2026-12-31", "unsigned unsigned 2026-10-26", "review today 2026-11-22", "review review 2027-01-21",
		"service_moved moved ", "draft draft ", "ended ended 2026-06-30",
	}
	if !slices.Equal(got, want) {
		t.Errorf("agenda:\n got %q\nwant %q", got, want)
	}
}

// fresh is a copy of the data file that nobody needs to be told of.
var fresh = []model.Backup{{At: time.Date(2026, 11, 21, 12, 0, 0, 0, time.Local)}}
