package model_test

import (
	"slices"
	"testing"

	"kumppani/model"
)

func twoDays() model.Event {
	return model.Event{
		ID: "e", ProgrammeID: "p", State: model.EventHeld, PassShare: model.DefaultPassShare,
		Days: []model.EventDay{
			{ID: "d2", Date: d("2026-08-27"), From: clock("09:00"), Until: clock("15:00")},
			{ID: "d1", Date: d("2026-08-20"), From: clock("09:00"), Until: clock("15:00")},
		},
	}
}

func TestProposedPass(t *testing.T) {
	five := twoDays()
	for _, x := range []string{"2026-09-01", "2026-09-02", "2026-09-03"} {
		five.Days = append(five.Days, model.EventDay{ID: model.ID(x), Date: d(x)})
	}
	for _, c := range []struct {
		name  string
		event model.Event
		days  map[model.ID]bool
		want  model.Answer
	}{
		{"nothing entered", twoDays(), nil, ""},
		{"came both days", twoDays(), map[model.ID]bool{"d1": true, "d2": true}, model.Yes},
		{"came one day, the other is not entered", twoDays(), map[model.ID]bool{"d1": true}, ""},
		{"missed one day of two, the other is not entered", twoDays(), map[model.ID]bool{"d1": false}, model.No},
		{"came four days of five", five, map[model.ID]bool{"d1": true, "d2": true, "2026-09-01": true, "2026-09-02": true, "2026-09-03": false}, model.Yes},
		{"four came is enough before the fifth is entered", five, map[model.ID]bool{"d1": true, "d2": true, "2026-09-01": true, "2026-09-02": true}, model.Yes},
		{"a day that the event no longer has does not count", twoDays(), map[model.ID]bool{"gone": true}, ""},
		{"no days", model.Event{PassShare: 80}, map[model.ID]bool{"d1": true}, ""},
	} {
		if got := c.event.ProposedPass(model.Participation{Days: c.days}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCheckEvent(t *testing.T) {
	for _, c := range []struct {
		name     string
		change   func(*model.Event)
		severity model.Severity
		field    string
		code     string
	}{
		{"no programme", func(e *model.Event) { e.ProgrammeID = "" }, model.Refusal, "programme", "required"},
		{"no days", func(e *model.Event) { e.Days = nil }, model.Warning, "days", "no_days"},
		{"a day without a date", func(e *model.Event) { e.Days[0].Date = model.Date{} }, model.Refusal, "days.0.date", "required"},
		{"the same day twice", func(e *model.Event) { e.Days[1].Date = e.Days[0].Date }, model.Warning, "days.1.date", "day_twice"},
		{"ends before it begins", func(e *model.Event) { e.Days[0].Until = clock("08:00") }, model.Refusal, "days.0.until", "clock_order"},
		{"ends when it begins", func(e *model.Event) { e.Days[0].Until = clock("09:00") }, model.Refusal, "days.0.until", "clock_order"},
		{"held in the future", func(e *model.Event) { e.Days[0].Date = d("2026-11-23") }, model.Warning, "state", "held_in_future"},
		{"planned, and over", func(e *model.Event) { e.State = model.EventPlanned }, model.Warning, "days", "planned_in_past"},
		{"a day of another year", func(e *model.Event) { e.Days[1].Date = d("2025-08-20") }, model.Warning, "days", "days_far_apart"},
		{"cancelled, and somebody has passed", func(e *model.Event) {
			e.State, e.Participations = model.EventCancelled, []model.Participation{{LeaderID: "a", Passed: model.Yes}}
		}, model.Warning, "state", "cancelled_with_passes"},
		{"no room at all", func(e *model.Event) { e.Capacity = model.CountOf(0) }, model.Refusal, "capacity", "not_positive"},
		{"more than there is room for", func(e *model.Event) {
			e.Capacity = model.CountOf(1)
			e.Participations = []model.Participation{{LeaderID: "a"}, {LeaderID: "b"}}
		}, model.Warning, "capacity", "over_capacity"},
		{"a leader twice", func(e *model.Event) {
			e.Participations = []model.Participation{{LeaderID: "a"}, {LeaderID: "a"}}
		}, model.Refusal, "participants.1.name", "participant_twice"},
		{"an outsider twice", func(e *model.Event) {
			e.Participations = []model.Participation{
				{Outsider: model.Outsider{Name: "Ahti Öst", Organisation: "MLL"}}, {Outsider: model.Outsider{Name: "ahti öst", Organisation: "mll"}},
			}
		}, model.Refusal, "participants.1.name", "participant_twice"},
		{"an outsider without a name", func(e *model.Event) { e.Participations = []model.Participation{{}} }, model.Refusal, "participants.0.name", "required"},
		{"a rating of six", func(e *model.Event) {
			e.Participations = []model.Participation{{LeaderID: "a", Rating: model.CountOf(6)}}
		}, model.Refusal, "participants.0.rating", "rating_range"},
		{"a share above all", func(e *model.Event) { e.PassShare = 101 }, model.Refusal, "pass_share", "share_range"},
		{"a trainer without a name", func(e *model.Event) { e.Trainers = []model.Trainer{{}} }, model.Refusal, "trainers.0.name", "required"},
	} {
		e := twoDays()
		c.change(&e)
		found := e.Check(d("2026-11-22"))
		if !slices.ContainsFunc(found, func(p model.Problem) bool {
			return p.Severity == c.severity && p.Field == c.field && p.Code == c.code
		}) {
			t.Errorf("%s: %v", c.name, found)
		}
	}
	if found := twoDays().Check(d("2026-11-22")); len(found) != 0 {
		t.Errorf("nothing is amiss: %v", found)
	}
	namesakes := twoDays()
	namesakes.Participations = []model.Participation{
		{Outsider: model.Outsider{Name: "Ahti Öst", Organisation: "MLL"}}, {Outsider: model.Outsider{Name: "Ahti Öst", Organisation: "SPR"}},
	}
	if found := namesakes.Check(d("2026-11-22")); len(found) != 0 {
		t.Errorf("two people of the same name from two places: %v", found)
	}
}

func TestDaysOfAnEvent(t *testing.T) {
	e := twoDays()
	if e.FirstDay() != d("2026-08-20") || e.LastDay() != d("2026-08-27") {
		t.Errorf("%s–%s", e.FirstDay(), e.LastDay())
	}
	if !(model.Event{}).FirstDay().IsZero() || !(model.Event{}).LastDay().IsZero() {
		t.Error("an event without days has no first or last")
	}
}
