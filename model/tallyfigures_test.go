package model_test

import (
	"reflect"
	"testing"

	"kumppani/model"
)

// agreed is an oral agreement between organisations, in force from a day to another.
func agreed(id, from, until string, parties ...model.ID) model.AgreementSummary {
	a := model.AgreementSummary{ID: model.ID(id), Number: id, Form: model.Oral, ValidFrom: d(from), ValidUntil: d(until)}
	for _, p := range parties {
		a.Parties = append(a.Parties, model.Party{OrganisationID: p})
	}
	return a
}

func TestTallyAgreements(t *testing.T) {
	names := model.Directory{
		"town": {ID: "town", Sector: model.Municipal}, "village": {ID: "village", Sector: model.Municipal}, "parish": {ID: "parish", Sector: model.Parish},
	}
	written := agreed("written", "2026-03-01", "", "town", "parish")
	written.Form = model.Written
	for i := range written.Parties {
		written.Parties[i].Signing.SignedOn = d("2026-02-01")
	}
	draft := agreed("draft", "", "", "town")
	draft.Form = model.Written
	all := []model.AgreementSummary{
		agreed("old", "2020-01-01", "2025-12-31", "town", "parish"),   // over before the year
		agreed("goes on", "2020-01-01", "", "town", "village"),        // two of one sector
		agreed("ended", "2024-01-01", "2026-06-30", "town", "parish"), // in the year
		agreed("ends", "2024-01-01", "2026-12-31", "town", "parish"),  // on the last day of the year
		agreed("next", "2027-01-01", "", "town", "parish"),
		written, draft,
	}
	year := model.YearPeriod(2026)
	on := func(day string) model.Calendar {
		return model.Calendar{Today: d(day), Successors: model.SuccessorsOf(all)}
	}
	for _, x := range []struct {
		day                    string
		inForce, began, ended  int
		oral, written          int
		municipalities, parish int
		drafts, endedStates    int
	}{
		{"2026-02-28", 3, 0, 0, 3, 0, 3, 2, 1, 0},
		{"2026-03-01", 4, 1, 0, 3, 1, 4, 3, 1, 0},
		{"2026-07-01", 3, 1, 1, 2, 1, 3, 2, 1, 1},
		{"2026-12-31", 3, 1, 2, 2, 1, 3, 2, 1, 1},
	} {
		got := model.TallyAgreements(all, year, on(x.day), names)
		if got.InForce != x.inForce || got.Began != x.began || got.Ended != x.ended || got.Forms[model.Oral] != x.oral ||
			got.Forms[model.Written] != x.written || got.Sectors[model.Municipal] != x.municipalities || got.Sectors[model.Parish] != x.parish ||
			got.States[model.StateDraft] != x.drafts || got.States[model.StateEndedNoSuccessor] != x.endedStates {
			t.Errorf("%s: %+v", x.day, got)
		}
	}
}

func TestContributionsOfAPeriod(t *testing.T) {
	year := model.YearPeriod(2026)
	for _, x := range []struct {
		name      string
		due, done string
		per       model.Per
		want      bool
	}{
		{"without a day", "", "", "", true},
		{"due in the year", "2026-05-01", "", model.Once, true},
		{"due after it", "2027-05-01", "", model.Once, false},
		{"due after it, done in it", "2027-05-01", "2026-12-31", model.Once, true},
		{"owed since the year before", "2025-05-01", "", model.Once, true},
		{"done before it", "2025-05-01", "2025-05-02", model.Once, false},
		{"done before it, given every year", "", "2025-05-02", model.PerYear, true},
		{"done after it, due in it", "2026-05-01", "2027-01-02", model.Once, true},
	} {
		c := model.Contribution{DueOn: d(x.due), DoneOn: d(x.done), Per: x.per}
		if got := c.OwedIn(year); got != x.want {
			t.Errorf("%s: %v", x.name, got)
		}
	}
}

func TestContributionTally(t *testing.T) {
	var got model.ContributionTally
	for _, c := range []model.Contribution{
		{DueOn: d("2026-05-01"), DoneOn: d("2026-05-01")}, {DueOn: d("2026-05-01"), DoneOn: d("2026-12-01")}, {DueOn: d("2026-12-24")}, {},
	} {
		got.Add(c, d("2026-11-22"))
	}
	if want := (model.ContributionTally{All: 4, Delivered: 1, Promised: 2, NotDelivered: 1}); got != want {
		t.Errorf("%+v", got)
	}
}

func TestSumsKeepSumsOfOne(t *testing.T) {
	all := []model.Contribution{
		{Kind: model.ContributedMoney, Amount: model.AmountOf(100_00), Unit: "€", Per: model.PerYear},
		{Kind: model.ContributedMoney, Amount: model.AmountOf(50_50), Unit: "€ ", Per: model.PerYear},
		{Kind: model.ContributedMoney, Amount: model.AmountOf(7_00), Unit: "€", Per: model.PerWeek},
		{Kind: model.ContributedMoney, Unit: "€", Per: model.PerYear}, // nobody has said how much
	}
	want := []model.Total{
		{Kind: model.ContributedMoney, Unit: "€", Per: model.PerYear, Amount: model.AmountOf(150_50), Count: 2},
		{Kind: model.ContributedMoney, Unit: "€", Per: model.PerWeek, Amount: model.AmountOf(7_00), Count: 1},
	}
	if got := model.Sums(all); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if got := model.Totals(all); !reflect.DeepEqual(got, want[:1]) {
		t.Errorf("totals %+v", got)
	}
}

func TestLeadersOfAPeriod(t *testing.T) {
	year := model.YearPeriod(2026)
	for _, x := range []struct {
		name         string
		leader       model.Leader
		began, ended bool
	}{
		{"began with a task", model.Leader{Tasks: []model.LeaderTask{{From: d("2026-01-01")}}}, true, false},
		{"began before", model.Leader{StartedOn: d("2025-12-31")}, false, false},
		{"nobody knows when", model.Leader{}, false, false},
		{"ended", model.Leader{Statuses: []model.LeaderStatus{status(model.LeaderActive, "2020-01-01"), status(model.LeaderEnded, "2026-11-22")}}, false, true},
		{"ends later", model.Leader{Statuses: []model.LeaderStatus{status(model.LeaderEnded, "2026-11-23")}}, false, false},
		{"ended and came back", model.Leader{Statuses: []model.LeaderStatus{
			status(model.LeaderEnded, "2026-02-01"), status(model.LeaderActive, "2026-09-01"),
		}}, false, false},
	} {
		if began, ended := x.leader.BeganIn(year), x.leader.EndedIn(year, d("2026-11-22")); began != x.began || ended != x.ended {
			t.Errorf("%s: began %v, ended %v", x.name, began, ended)
		}
	}
}

func TestLedSessions(t *testing.T) {
	led := func(day, from, until string, adults int) model.Session {
		s := met("open", "a", day, adults, -1)
		s.From, s.Until, s.Leaders = clock(from), clock(until), []model.ID{"aino", "ville"}
		return s
	}
	cancelled := led("2026-10-01", "09:00", "11:00", -1)
	cancelled.State = model.SessionCancelled
	alone := led("2026-10-08", "09:00", "09:50", 5)
	alone.Leaders = []model.ID{"aino"}
	got := model.LedSessions([]model.Session{
		led("2026-09-01", "09:00", "11:30", 8), led("2026-09-08", "09:00", "11:30", -1), cancelled, alone, led("2026-12-01", "09:00", "11:30", -1),
	}, d("2026-11-22"))
	if got["aino"] != (model.Led{Sessions: 2, Minutes: 200}) || got["ville"] != (model.Led{Sessions: 1, Minutes: 150}) {
		t.Errorf("%+v", got)
	}
	if h := got["aino"].Hours(); h != model.AmountOf(3_33) {
		t.Errorf("200 minutes are %v", h)
	}
	if h := got["nobody"].Hours(); h.Known {
		t.Errorf("who led nothing has %v hours", h)
	}
}

func TestTrainingTally(t *testing.T) {
	held := model.Event{State: model.EventHeld, Days: []model.EventDay{{Date: d("2025-12-30")}, {Date: d("2026-01-02")}}}
	held.Participations = []model.Participation{
		{LeaderID: "aino", Passed: model.Yes}, {LeaderID: "ville", Passed: model.No}, {Outsider: model.Outsider{Name: "Liisa"}, Passed: model.Yes},
	}
	planned := held
	planned.State = model.EventPlanned
	if !held.HeldIn(model.YearPeriod(2026)) || held.HeldIn(model.YearPeriod(2025)) || planned.HeldIn(model.YearPeriod(2026)) {
		t.Error("an event belongs to the year of its last day, when it was held")
	}
	var got model.TrainingTally
	got.Add(held, model.Programme{Hours: model.AmountOf(6_00)})
	got.Add(held, model.Programme{})
	if want := (model.TrainingTally{Events: 2, Participants: 6, Outsiders: 2, Passed: 4, Hours: model.AmountOf(6_00)}); got != want {
		t.Errorf("%+v", got)
	}
	var none model.TrainingTally
	none.Add(held, model.Programme{})
	if none.Hours.Known {
		t.Errorf("hours that no programme has are %v", none.Hours)
	}
}
