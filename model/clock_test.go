package model_test

import (
	"testing"

	"kumppani/model"
)

func clock(s string) model.Clock {
	c, err := model.ParseClock(s)
	if err != nil {
		panic(err)
	}
	return c
}

func TestClockIsReadAndWrittenToTheMinute(t *testing.T) {
	for _, s := range []string{"00:00", "09:05", "23:59"} {
		if got := clock(s).String(); got != s {
			t.Errorf("%s came back as %s", s, got)
		}
	}
	for _, s := range []string{"24:00", "9", "09:60", "9.30", "-1:00"} {
		if c, err := model.ParseClock(s); err == nil {
			t.Errorf("%q was read as %s", s, c)
		}
	}
	if c, err := model.ParseClock(""); err != nil || !c.IsZero() {
		t.Errorf("no text is %v, %v; want no time", c, err)
	}
	if clock("00:00").IsZero() {
		t.Error("midnight is a time")
	}
}

func TestClockOrder(t *testing.T) {
	if !clock("09:30").Before(clock("10:00")) || clock("10:00").Before(clock("10:00")) {
		t.Error("09:30 is before 10:00, and 10:00 is not before itself")
	}
	if (model.Clock{}).Before(clock("00:00")) || clock("00:00").Before(model.Clock{}) {
		t.Error("a time that is not known has no order")
	}
	if n := clock("09:30").MinutesUntil(clock("11:15")); n != 105 {
		t.Errorf("105 minutes, got %d", n)
	}
}
