package model_test

import (
	"testing"
	"time"

	"kumppani/model"
)

func TestBodyMeetsNext(t *testing.T) {
	d := model.MustDate
	met := func(on string) model.NetworkMeeting {
		return model.NetworkMeeting{ID: model.ID(on), BodyID: "b", Date: d(on)}
	}
	cancelled := met("2026-12-01")
	cancelled.Cancelled = true
	twice := model.Body{ID: "b", TimesAYear: model.CountOf(2), StartsOn: d("2025-01-15")}
	team := model.Body{
		ID: "b", Recurs: true, StartsOn: d("2026-01-12"),
		Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 2, Weekday: time.Monday},
	}
	ended := team
	ended.EndedOn = d("2026-11-20")
	ends := team
	ends.EndedOn = d("2026-11-29")
	for name, c := range map[string]struct {
		body     model.Body
		meetings []model.NetworkMeeting
		on       string // empty: it cannot be told
		agreed   model.ID
	}{
		"an agreed meeting comes first":        {twice, []model.NetworkMeeting{met("2027-03-01"), met("2026-11-30"), met("2026-05-01")}, "2026-11-30", "2026-11-30"},
		"today's meeting is still to come":     {twice, []model.NetworkMeeting{met("2026-11-22")}, "2026-11-22", "2026-11-22"},
		"a cancelled one does not count":       {twice, []model.NetworkMeeting{cancelled, met("2026-08-01")}, "2027-01-30", ""},
		"half a year after the last, late":     {twice, []model.NetworkMeeting{met("2026-03-01"), met("2025-09-01")}, "2026-08-30", ""},
		"the first of one that has never met":  {twice, nil, "2025-01-15", ""},
		"every second Monday":                  {team, []model.NetworkMeeting{met("2026-11-16")}, "2026-11-30", ""},
		"a day that was cancelled is left out": {team, []model.NetworkMeeting{{BodyID: "b", Date: d("2026-11-30"), Cancelled: true}}, "2026-12-14", ""},
		"meetings of others are not its own":   {team, []model.NetworkMeeting{{BodyID: "other", Date: d("2026-11-23")}}, "2026-11-30", ""},
		"after its end none":                   {ended, []model.NetworkMeeting{met("2026-11-30")}, "", ""},
		"no day of the rhythm before its end":  {ends, nil, "", ""},
		"without rhythm it cannot be told":     {model.Body{ID: "b"}, []model.NetworkMeeting{met("2026-05-01")}, "", ""},
		"without a first day it is not late":   {model.Body{ID: "b", TimesAYear: model.CountOf(2)}, nil, "", ""},
		"monthly, by the weekday of the month": {model.Body{ID: "b", Recurs: true, StartsOn: d("2026-01-01"), Recurrence: model.Recurrence{Rhythm: model.Monthly, Nth: -1, Weekday: time.Friday}}, nil, "2026-11-27", ""},
	} {
		next, known := c.body.Next(c.meetings, d("2026-11-22"))
		if known != (c.on != "") || next.On.String() != c.on || next.MeetingID != c.agreed {
			t.Errorf("%s: %v %+v", name, known, next)
		}
	}
}

func TestMeetingsHeldOfAYear(t *testing.T) {
	d := model.MustDate
	meetings := []model.NetworkMeeting{
		{BodyID: "b", Date: d("2026-01-01"), Present: []model.ID{"o1"}},
		{BodyID: "b", Date: d("2026-11-21"), Present: []model.ID{"o2", "o1"}},
		{BodyID: "b", Date: d("2026-11-22")},
		{BodyID: "b", Date: d("2026-05-01"), Cancelled: true},
		{BodyID: "b", Date: d("2025-12-31")},
		{BodyID: "c", Date: d("2026-05-01"), Present: []model.ID{"o3"}},
	}
	b := model.Body{ID: "b", Members: []model.ID{"o2"}}
	if n := b.MeetingsHeld(meetings, model.YearPeriod(2026), d("2026-11-22")); n != 2 {
		t.Errorf("%d meetings held", n)
	}
	if got := b.Organisations(meetings); len(got) != 2 || got[0] != "o2" || got[1] != "o1" {
		t.Errorf("organisations %v", got)
	}
}

func TestNetworkRecordsThatAreRefused(t *testing.T) {
	d := model.MustDate
	codes := func(problems []model.Problem) (out []string) {
		for _, p := range problems {
			out = append(out, string(p.Severity)+" "+p.Field+" "+p.Code)
		}
		return out
	}
	clock := func(s string) model.Clock { c, _ := model.ParseClock(s); return c }
	body := model.Body{Name: model.Text{Fi: "Johtoryhmä"}, Kind: model.AreaGroup}
	recurs := body
	recurs.Recurs = true
	often := body
	often.TimesAYear = model.CountOf(400)
	never := body
	never.TimesAYear = model.CountOf(0)
	backwards := body
	backwards.From, backwards.Until, backwards.StartsOn, backwards.EndedOn = clock("12:00"), clock("11:00"), d("2026-02-01"), d("2026-01-01")
	survey := model.Survey{Name: "Palaute", Kind: model.FeedbackSurvey, On: d("2026-05-01")}
	more := survey
	more.Asked, more.Answers, more.Positive = model.CountOf(10), model.CountOf(11), model.CountOf(101)
	guess := survey
	guess.Positive = model.CountOf(80)
	negative := survey
	negative.Answers = model.CountOf(-1)
	year := model.NewYearRecord(2026)
	year.Resources[model.ResourceBudget] = model.Resource{Given: model.No, Amount: model.AmountOf(100)}
	year.Resources[model.ResourcePremises] = model.Resource{Amount: model.AmountOf(-100)}
	year.Quality[model.QualityCommunity] = model.QualityMark{Step: model.CountOf(5)}
	year.Practices = []model.PracticeEntry{{Practice: model.CoupleWork}}
	for name, c := range map[string]struct {
		got  []string
		want []string
	}{
		"a body":              {codes(body.Check()), nil},
		"nothing of a body":   {codes(model.Body{}.Check()), []string{"refusal name required", "refusal kind required"}},
		"no rhythm":           {codes(recurs.Check()), []string{"refusal rhythm required", "refusal starts_on required"}},
		"too often":           {codes(often.Check()), []string{"refusal times_a_year sessions_range"}},
		"never":               {codes(never.Check()), []string{"refusal times_a_year not_positive"}},
		"backwards":           {codes(backwards.Check()), []string{"refusal until clock_order", "refusal ended_on ends_before_start"}},
		"a meeting":           {codes(model.NetworkMeeting{BodyID: "b", Date: d("2026-01-01")}.Check()), nil},
		"nothing of one":      {codes(model.NetworkMeeting{}.Check()), []string{"refusal body required", "refusal date required"}},
		"decided by nobody":   {codes(model.NetworkMeeting{BodyID: "b", Date: d("2026-01-01"), Cancelled: true, Decisions: "x"}.Check()), []string{"warning decisions cancelled_with_decisions"}},
		"a survey":            {codes(survey.Check()), nil},
		"more than asked":     {codes(more.Check()), []string{"warning answers more_answers_than_asked", "refusal positive share_range"}},
		"positive of unknown": {codes(guess.Check()), []string{"warning answers positive_of_unknown"}},
		"negative":            {codes(negative.Check()), []string{"refusal answers negative"}},
		"a year": {codes(year.Check()), []string{
			"warning resource.budget amount_of_nothing", "refusal resource.premises negative", "refusal quality.community quality_range",
			"refusal practices.0.municipality required",
		}},
		"no year":       {codes(model.NewYearRecord(0).Check()), []string{"refusal year required"}},
		"a reminder":    {codes(model.FollowUp{Text: "soita", On: d("2026-01-01")}.Check()), nil},
		"no reminder":   {codes(model.FollowUp{Text: " "}.Check()), []string{"refusal text required", "refusal on required"}},
		"snoozed":       {codes(model.Deferral{Key: "k", MadeOn: d("2026-01-01"), Until: d("2026-01-02")}.Check()), nil},
		"until today":   {codes(model.Deferral{Key: "k", MadeOn: d("2026-01-01"), Until: d("2026-01-01")}.Check()), []string{"refusal until not_later"}},
		"for no reason": {codes(model.Deferral{Key: "k", MadeOn: d("2026-01-01")}.Check()), []string{"refusal reason required"}},
	} {
		if len(c.got) != len(c.want) {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
			continue
		}
		for i := range c.got {
			if c.got[i] != c.want[i] {
				t.Errorf("%s: %q, want %q", name, c.got, c.want)
			}
		}
	}
}

func TestDeferredUntilADay(t *testing.T) {
	d := model.MustDate
	snoozed := model.Deferral{Until: d("2026-12-01")}
	if !snoozed.HidesOn(d("2026-11-30")) || snoozed.HidesOn(d("2026-12-01")) {
		t.Error("what is put off until a day comes back on that day")
	}
	if !(model.Deferral{}).HidesOn(d("2099-01-01")) {
		t.Error("what was dismissed came back")
	}
}

func TestResponseRate(t *testing.T) {
	for _, c := range []struct{ asked, answers, want model.Count }{
		{model.CountOf(57), model.CountOf(57), model.CountOf(100)},
		{model.CountOf(200), model.CountOf(57), model.CountOf(29)},
		{model.CountOf(3), model.CountOf(1), model.CountOf(33)},
		{model.CountOf(10), model.CountOf(0), model.CountOf(0)},
		{model.CountOf(0), model.CountOf(0), model.Count{}},
		{model.Count{}, model.CountOf(5), model.Count{}},
		{model.CountOf(10), model.Count{}, model.Count{}},
	} {
		if got := (model.Survey{Asked: c.asked, Answers: c.answers}).ResponseRate(); got != c.want {
			t.Errorf("%v of %v: %v, want %v", c.answers, c.asked, got, c.want)
		}
	}
}
