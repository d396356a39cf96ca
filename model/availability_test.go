package model_test

import (
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

func TestAvailabilityHasEverySlotOnce(t *testing.T) {
	var a model.Availability
	for _, d := range model.Weekdays() {
		for _, p := range model.DayParts() {
			if a.Free(d, p) {
				t.Errorf("%s is set by another slot", model.SlotCode(d, p))
			}
			a = a.With(d, p, true)
		}
	}
	if got := len(a.Codes()); got != 21 {
		t.Errorf("21 slots, got %d", got)
	}
	a = a.With(time.Sunday, model.Evening, false)
	if a.Free(time.Sunday, model.Evening) || len(a.Codes()) != 20 {
		t.Error("Sunday evening was taken away")
	}
}

func TestAvailabilityCodes(t *testing.T) {
	want := []string{"mon_evening", "tue_morning", "sun_afternoon"}
	a, err := model.AvailabilityOf([]string{"sun_afternoon", "tue_morning", "mon_evening"})
	if err != nil || !slices.Equal(a.Codes(), want) {
		t.Errorf("got %v, %v; want %v", a.Codes(), err, want)
	}
	if _, err := model.AvailabilityOf([]string{"tue_night"}); err == nil {
		t.Error("there is no such part of the day as night")
	}
	if model.Availability(0).Said() {
		t.Error("nothing was said")
	}
}
