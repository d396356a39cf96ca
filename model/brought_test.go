package model_test

import (
	"testing"

	"kumppani/model"
)

func TestBroughtByAnAgreementIsWhatHappenedInItsTime(t *testing.T) {
	a := model.AgreementSummary{ID: "a", ValidFrom: d("2026-09-01"), ValidUntil: d("2026-12-31")}
	mine, other := group("mine", model.Recurrence{}), group("other", model.Recurrence{})
	mine.AgreementID, other.AgreementID = "a", "b"
	at := func(g model.ID, on string, adults int) model.Session {
		s := model.Session{GroupID: g, Date: d(on)}
		if adults >= 0 {
			s.Counts.Adults = model.CountOf(adults)
		}
		return s
	}
	sessions := []model.Session{
		at("mine", "2026-08-31", 100), at("mine", "2026-09-01", 5), at("mine", "2026-10-01", -1), at("mine", "2026-12-31", -1),
		at("mine", "2027-01-01", 100), at("other", "2026-10-01", 100),
	}
	given := sarka()
	given.AgreementID = "a"
	b := model.BroughtBy(&a, []model.MeetingPlace{given, {ID: "x"}}, []model.Group{mine, other}, sessions, d("2026-11-22"))
	if len(b.Places) != 1 || len(b.Groups) != 1 || b.Nothing() {
		t.Fatalf("%+v", b)
	}
	if got := b.Groups[0].Total; got.Held != 1 || got.NotEntered != 1 || got.Ahead != 1 || got.Visits() != model.CountOf(5) || b.Total.Visits() != got.Visits() {
		t.Errorf("%+v", got)
	}
	a.Notice = model.Notice{GivenOn: d("2026-08-15"), EndsOn: d("2026-08-31")}
	if b := model.BroughtBy(&a, nil, []model.Group{mine}, sessions, d("2026-11-22")); b.Total.Held+b.Total.NotEntered+b.Total.Ahead != 0 {
		t.Errorf("after notice has ended it: %+v", b.Total)
	}
	draft := model.AgreementSummary{ID: "c"}
	if b := model.BroughtBy(&draft, nil, []model.Group{mine, other}, sessions, d("2026-11-22")); !b.Nothing() {
		t.Errorf("%+v", b)
	}
}
