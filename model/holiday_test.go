package model_test

import (
	"testing"

	"kumppani/model"
)

func TestHolidayOn(t *testing.T) {
	for on, want := range map[string]model.Holiday{
		"2026-01-01": model.NewYearsDay, "2026-01-06": model.Epiphany, "2026-04-03": model.GoodFriday,
		"2026-04-05": model.EasterSunday, "2026-04-06": model.EasterMonday, "2026-05-01": model.MayDay,
		"2026-05-14": model.AscensionDay, "2026-05-24": model.WhitSunday, "2026-06-19": model.MidsummerEve,
		"2026-06-20": model.MidsummerDay, "2026-10-31": model.AllSaintsDay, "2026-12-06": model.IndependenceDay,
		"2026-12-24": model.ChristmasEve, "2026-12-25": model.ChristmasDay, "2026-12-26": model.BoxingDay,
		"2027-03-26": model.GoodFriday, "2027-03-27": "", "2027-03-29": model.EasterMonday, "2027-05-06": model.AscensionDay,
		"2027-05-16": model.WhitSunday, "2027-06-26": model.MidsummerDay, "2027-11-06": model.AllSaintsDay,
		"2028-04-14": model.GoodFriday, "2028-04-17": model.EasterMonday, "2028-05-25": model.AscensionDay,
		"2028-06-04": model.WhitSunday, "2028-06-24": model.MidsummerDay, "2028-11-04": model.AllSaintsDay,
		"2026-04-04": "", "2026-12-31": "", "2026-10-30": "", "2026-11-07": "",
	} {
		if got, is := model.HolidayOn(d(on)); got != want || is != (want != "") {
			t.Errorf("%s is %q, want %q", on, got, want)
		}
	}
}

func TestEveryYearHasAsManyHolidays(t *testing.T) {
	for year := 1990; year <= 2100; year++ {
		n := 0
		day, _ := model.NewDate(year, 1, 1)
		for ; day.Year() == year; day = day.AddDays(1) {
			if _, is := model.HolidayOn(day); is {
				n++
			}
		}
		if n != 15 && n != 14 { // Ascension Day can be the first of May
			t.Errorf("%d has %d holidays", year, n)
		}
	}
}
