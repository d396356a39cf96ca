package model_test

import (
	"testing"

	"kumppani/model"
)

func TestMondayAgreesWithTheISOWeek(t *testing.T) {
	for day := d("2019-12-20"); day.Before(d("2027-01-20")); day = day.AddDays(1) {
		m := day.Monday()
		y1, w1 := day.ISOWeek()
		y2, w2 := m.ISOWeek()
		if y1 != y2 || w1 != w2 || m.Weekday() != 1 {
			t.Fatalf("%s: Monday %s", day, m)
		}
		for _, years := range []int{-1, 1, 5} {
			same := day.SameWeek(years)
			y, w := same.ISOWeek()
			if y != y1+years || same.Weekday() != day.Weekday() || (w != w1 && !(w1 == 53 && w == 52)) {
				t.Fatalf("%s %+d years: %s (week %d of %d)", day, years, same, w, y)
			}
		}
	}
	if got := d("2026-12-30").SameWeek(-1); got != d("2025-12-24") {
		t.Errorf("week 53 of 2026 a year before is %s", got)
	}
}

func TestCountWeekFindsLastYear(t *testing.T) {
	a := group("a", model.Recurrence{})
	b := group("b", model.Recurrence{})
	b.ContinuesID = "a"
	groups := model.GroupDirectoryOf([]model.Group{a, b})
	at := func(id, g model.ID, on, from string) model.Session {
		return model.Session{ID: id, GroupID: g, Date: d(on), From: clock(from), Until: clock("20:00")}
	}
	rows := model.CountWeek(
		[]model.Session{at("3", "x", "2026-11-17", "10:00"), at("2", "b", "2026-11-17", "09:00"), at("1", "a", "2026-11-16", "17:00")},
		[]model.Session{at("o1", "a", "2025-11-11", "09:00"), at("o2", "a", "2025-11-12", "09:00"), at("o3", "b", "2025-11-13", "09:00")}, groups)
	var got string
	for _, r := range rows {
		got += string(r.Session.ID) + ":"
		for _, o := range r.LastYear {
			got += string(o.ID) + ","
		}
		got += " "
	}
	if want := "1:o1,o2, 2:o1,o2,o3, 3: "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTotalsOfNothingAreUnknown(t *testing.T) {
	day := d("2026-11-22")
	s := func(on string, adults, children int) model.Session {
		x := model.Session{Date: d(on)}
		if adults >= 0 {
			x.Counts.Adults = model.CountOf(adults)
		}
		if children >= 0 {
			x.Counts.Children = model.CountOf(children)
		}
		return x
	}
	empty := model.TotalCounts([]model.Session{s("2026-11-20", -1, -1), s("2026-11-23", -1, -1)}, day)
	if empty.Visits().Known || empty.NotEntered != 1 || empty.Ahead != 1 || empty.Held != 0 {
		t.Errorf("nothing was entered: %+v", empty)
	}
	cancelled := s("2026-11-19", -1, -1)
	cancelled.State = model.SessionCancelled
	own := s("2026-11-18", 0, -1)
	own.Counts.Own = map[model.ID]int{"g": 2}
	total := model.TotalCounts([]model.Session{s("2026-11-17", 3, 4), own, own, cancelled}, day)
	if total.Visits() != model.CountOf(7) || total.Held != 3 || total.Cancelled != 1 || total.Own["g"] != model.CountOf(4) || total.New.Known {
		t.Errorf("%+v", total)
	}
}
