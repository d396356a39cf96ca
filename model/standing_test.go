package model_test

import (
	"testing"

	"kumppani/model"
)

func programme(v model.Validity) model.Programme {
	return model.Programme{ID: "p", Name: model.Text{Fi: "Huoli puheeksi"}, Kind: model.RaisingConcerns, Validity: v}
}

func completed(days ...string) []model.Completion {
	var out []model.Completion
	for _, x := range days {
		out = append(out, model.Completion{LeaderID: "l", ProgrammeID: "p", On: d(x)})
	}
	return out
}

func TestStandingOn(t *testing.T) {
	months := func(n int) model.Validity { return model.Validity{Kind: model.ValidMonths, Months: n} }
	toYearsEnd := model.Validity{Kind: model.ValidMonths, Months: 24, EndOfYear: true}
	fixed := model.Validity{Kind: model.ValidUntilDay, Day: d("2027-06-30")}
	graced := model.Validity{Kind: model.ValidMonths, Months: 12, GraceDays: 30}
	for _, c := range []struct {
		name     string
		validity model.Validity
		done     []string
		on       string
		state    model.StandingState
		until    string
	}{
		{"never done", months(12), nil, "2026-11-22", model.StandingMissing, ""},
		{"done later than the day asked about", months(12), []string{"2026-12-01"}, "2026-11-22", model.StandingMissing, ""},
		{"for ever", model.Validity{}, []string{"1999-01-01"}, "2026-11-22", model.StandingValid, ""},
		{"12 months, its last day", months(12), []string{"2025-11-22"}, "2026-11-22", model.StandingExpiring, "2026-11-22"},
		{"12 months, a day later", months(12), []string{"2025-11-21"}, "2026-11-22", model.StandingExpired, "2026-11-21"},
		{"91 days left", months(12), []string{"2026-02-21"}, "2026-11-22", model.StandingValid, "2027-02-21"},
		{"90 days left", months(12), []string{"2026-02-20"}, "2026-11-22", model.StandingExpiring, "2027-02-20"},
		{"a leap day, 12 months", months(12), []string{"2024-02-29"}, "2024-03-01", model.StandingValid, "2025-02-28"},
		{"a leap day, 48 months", months(48), []string{"2024-02-29"}, "2024-03-01", model.StandingValid, "2028-02-29"},
		{"rounded to the end of the year", toYearsEnd, []string{"2024-09-29"}, "2026-11-22", model.StandingExpiring, "2026-12-31"},
		{"the same day for everybody", fixed, []string{"2020-01-01"}, "2026-11-22", model.StandingValid, "2027-06-30"},
		{"in grace, the last day", graced, []string{"2025-10-23"}, "2026-11-22", model.StandingGrace, "2026-10-23"},
		{"grace is over", graced, []string{"2025-10-22"}, "2026-11-22", model.StandingExpired, "2026-10-22"},
		{"renewed early: the old until it ends", months(12), []string{"2025-06-01", "2026-03-01"}, "2026-11-22", model.StandingValid, "2027-06-01"},
		{"renewed too early to count as a renewal", months(12), []string{"2026-01-01", "2026-02-01"}, "2026-11-22", model.StandingExpiring, "2027-02-01"},
		{"renewed late", months(12), []string{"2024-01-01", "2026-10-01"}, "2026-11-22", model.StandingValid, "2027-10-01"},
		{"before the renewal the old one counts", months(12), []string{"2025-06-01", "2026-03-01"}, "2026-02-28", model.StandingValid, "2026-06-01"},
	} {
		r := model.NewTrainingRecord(completed(c.done...), nil, nil)
		s := r.StandingOn(d(c.on), "l", programme(c.validity))
		if s.State != c.state || s.Until.String() != c.until {
			t.Errorf("%s: %s until %s, want %s until %s", c.name, s.State, s.Until, c.state, c.until)
		}
	}
}

func TestAnExtensionCountsFromTheDayItWasMade(t *testing.T) {
	x := model.Extension{ProgrammeID: "p", Until: d("2027-06-30"), Reason: "Kouluttaja sairastui", MadeOn: d("2026-10-01"), Leaders: []model.ID{"l"}}
	p := programme(model.Validity{Kind: model.ValidMonths, Months: 12})
	r := model.NewTrainingRecord(completed("2025-10-15"), nil, []model.Extension{x})
	if s := r.StandingOn(d("2026-09-30"), "l", p); s.Until != d("2026-10-15") || s.Extended {
		t.Errorf("before it was made: %+v", s)
	}
	if s := r.StandingOn(d("2026-11-22"), "l", p); s.Until != d("2027-06-30") || !s.Extended || s.State != model.StandingValid {
		t.Errorf("afterwards: %+v", s)
	}
	if s := r.StandingOn(d("2026-11-22"), "other", p); s.State != model.StandingMissing {
		t.Errorf("it is for those named: %+v", s)
	}
	x.Until = d("2026-01-01")
	r = model.NewTrainingRecord(completed("2025-10-15"), nil, []model.Extension{x})
	if s := r.StandingOn(d("2026-11-22"), "l", p); s.Until != d("2026-10-15") {
		t.Errorf("an extension never shortens: %+v", s)
	}
}

func TestAPlannedEventIsSeenInTheStanding(t *testing.T) {
	r := model.NewTrainingRecord(nil, []model.Enrolment{
		{LeaderID: "l", ProgrammeID: "p", EventID: "late", On: d("2027-04-15")},
		{LeaderID: "l", ProgrammeID: "p", EventID: "soon", On: d("2026-11-26")},
	}, nil)
	s := r.StandingOn(d("2026-11-22"), "l", programme(model.Validity{}))
	if s.State != model.StandingMissing || s.PlannedIn != "soon" || s.PlannedOn != d("2026-11-26") {
		t.Errorf("got %+v", s)
	}
}

func TestNeedsOnAndExpiringOn(t *testing.T) {
	p := programme(model.Validity{Kind: model.ValidMonths, Months: 12})
	p.Tasks = []model.TaskKind{model.FamilyCafeLeader}
	leader := func(id model.ID, place string, from, until string, state model.LeaderState) model.Leader {
		return model.Leader{
			ID: id, Name: string(id), Municipality: model.Municipality{Name: place},
			Statuses: []model.LeaderStatus{{State: state}},
			Tasks:    []model.LeaderTask{{Kind: model.FamilyCafeLeader, From: d(from), Until: d(until)}},
		}
	}
	leaders := []model.Leader{
		leader("has", "Åbo", "2025-01-01", "", model.LeaderActive),
		leader("lacks", "Åbo", "2025-01-01", "", model.LeaderActive),
		leader("ran out", "Ähtäri", "2025-01-01", "", model.LeaderOnBreak),
		leader("ended", "Åbo", "2025-01-01", "", model.LeaderEnded),
		leader("task over", "Åbo", "2025-01-01", "2026-11-21", model.LeaderActive),
		leader("task to come", "Åbo", "2026-11-23", "", model.LeaderActive),
	}
	r := model.NewTrainingRecord([]model.Completion{
		{LeaderID: "has", ProgrammeID: "p", On: d("2026-01-10")},
		{LeaderID: "ran out", ProgrammeID: "p", On: d("2025-01-10")},
		{LeaderID: "ended", ProgrammeID: "p", On: d("2026-01-10")},
	}, []model.Enrolment{{LeaderID: "lacks", ProgrammeID: "p", EventID: "e", On: d("2026-12-03")}}, nil)
	needs := model.NeedsOn(d("2026-11-22"), leaders, []model.Programme{p}, r)
	if len(needs) != 2 || needs[0].Municipality.Name != "Åbo" || needs[0].Concerned != 2 || needs[0].Planned != 1 ||
		len(needs[0].Leaders) != 1 || needs[0].Leaders[0] != "lacks" || needs[1].Municipality.Name != "Ähtäri" {
		t.Errorf("today: %+v", needs)
	}
	needs = model.NeedsOn(d("2027-03-01"), leaders, []model.Programme{p}, r)
	if len(needs) != 2 || needs[0].Concerned != 3 || len(needs[0].Leaders) != 3 || needs[0].Planned != 1 {
		t.Errorf("by spring: %+v", needs)
	}
	expiring := model.ExpiringOn(d("2026-11-22"), 90, leaders, []model.Programme{p}, r)
	if len(expiring) != 1 || expiring[0].LeaderID != "has" || expiring[0].Standing.Until != d("2027-01-10") {
		t.Errorf("expiring: %+v", expiring)
	}
	if got := model.ExpiringOn(d("2026-11-22"), 30, leaders, []model.Programme{p}, r); len(got) != 0 {
		t.Errorf("not within 30 days: %+v", got)
	}
}
