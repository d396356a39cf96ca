package model_test

import (
	"testing"

	"kumppani/model"
)

func status(state model.LeaderState, from string) model.LeaderStatus {
	return model.LeaderStatus{State: state, From: d(from)}
}

func TestStatusOn(t *testing.T) {
	l := model.Leader{Statuses: []model.LeaderStatus{
		status(model.LeaderEnded, "2026-06-01"), // not in order
		status(model.LeaderInterested, "2024-01-10"),
		status(model.LeaderActive, "2024-03-01"),
		status(model.LeaderOnBreak, "2025-01-01"),
		status(model.LeaderActive, "2025-06-01"),
	}}
	for on, want := range map[string]model.LeaderState{
		"2023-12-31": model.LeaderInterested, "2024-01-10": model.LeaderInterested, "2024-02-29": model.LeaderInterested,
		"2024-03-01": model.LeaderActive, "2025-05-31": model.LeaderOnBreak, "2025-06-01": model.LeaderActive,
		"2026-05-31": model.LeaderActive, "2026-06-01": model.LeaderEnded,
	} {
		if got := l.StatusOn(d(on)).State; got != want {
			t.Errorf("on %s %s, want %s", on, got, want)
		}
	}
	if next, ok := l.NextStatus(d("2024-12-01")); !ok || next.State != model.LeaderOnBreak {
		t.Errorf("after 1.12.2024 comes the break, got %v", next)
	}
	if _, ok := l.NextStatus(d("2026-06-01")); ok {
		t.Error("nothing comes after the end")
	}
	if got := l.EndedOn(d("2026-11-22")); got != d("2026-06-01") {
		t.Errorf("ended %s", got)
	}
	if got := l.EndedOn(d("2026-05-31")); !got.IsZero() {
		t.Errorf("had not ended yet, got %s", got)
	}
}

func TestWithoutStatusesALeaderIsInterested(t *testing.T) {
	if got := (model.Leader{}).StatusOn(d("2026-11-22")).State; got != model.LeaderInterested {
		t.Errorf("got %s", got)
	}
}

func TestWithStatusReplacesThatOfTheSameDay(t *testing.T) {
	l := model.Leader{Statuses: []model.LeaderStatus{status(model.LeaderActive, "2026-01-01")}}
	l.Statuses = l.WithStatus(status(model.LeaderOnBreak, "2026-01-01"))
	l.Statuses = l.WithStatus(status(model.LeaderInterested, "2025-01-01"))
	if len(l.Statuses) != 2 || l.Statuses[0].State != model.LeaderInterested || l.Statuses[1].State != model.LeaderOnBreak {
		t.Errorf("got %v", l.Statuses)
	}
}

func TestAvailableOn(t *testing.T) {
	l := model.Leader{
		Statuses: []model.LeaderStatus{status(model.LeaderActive, "2026-01-01")},
		Absences: []model.Absence{
			{Title: "matka", From: d("2026-11-01"), Until: d("2026-11-30")}, {From: d("2027-06-01")},
		},
	}
	for on, want := range map[string]bool{
		"2025-12-31": false, "2026-10-31": true, "2026-11-01": false, "2026-11-30": false, "2026-12-01": true,
		"2027-05-31": true, "2027-06-01": false, "2030-01-01": false,
	} {
		if got := l.AvailableOn(d(on)); got != want {
			t.Errorf("on %s %v, want %v", on, got, want)
		}
	}
}

func TestEntryTotal(t *testing.T) {
	l := model.Leader{Entries: []model.LeaderEntry{
		{Kind: model.EnteredHours, On: d("2026-01-01"), Amount: model.AmountOf(250)},
		{Kind: model.EnteredHours, On: d("2026-12-31"), Amount: model.AmountOf(150)},
		{Kind: model.EnteredHours, On: d("2025-12-31"), Amount: model.AmountOf(9900)},
		{Kind: model.EnteredFee, On: d("2026-05-01"), Amount: model.AmountOf(5000)},
	}}
	if got := l.EntryTotal(model.EnteredHours, d("2026-01-01"), d("2026-12-31")); got != model.AmountOf(400) {
		t.Errorf("4 hours in 2026, got %v", got)
	}
	if got := l.EntryTotal(model.EnteredExpense, model.Date{}, model.Date{}); got.Known {
		t.Errorf("no expenses were entered; that is not %v", got)
	}
}
