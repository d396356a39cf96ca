package persistence

import (
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

func TestOutlived(t *testing.T) {
	end := time.Date(2026, 11, 22, 16, 0, 0, 0, time.UTC) // a Sunday, in week 47
	daily := func(days int) []model.Backup {
		var out []model.Backup
		for i := range days {
			out = append(out, model.Backup{At: end.AddDate(0, 0, -i)})
		}
		return out
	}
	for _, c := range []struct {
		name string
		have []model.Backup
		stay []string // the latest first
	}{
		{"none", nil, nil},
		{"one", daily(1), []string{"2026-11-22 16"}},
		{"a week", daily(7), []string{
			"2026-11-22 16", "2026-11-21 16", "2026-11-20 16", "2026-11-19 16", "2026-11-18 16", "2026-11-17 16", "2026-11-16 16",
		}},
		{"two years, every day", daily(730), []string{
			"2026-11-22 16", "2026-11-21 16", "2026-11-20 16", "2026-11-19 16", "2026-11-18 16", "2026-11-17 16", "2026-11-16 16",
			"2026-11-15 16", "2026-11-08 16", "2026-11-01 16", // the last days of weeks
			"2026-10-31 16", "2026-09-30 16", "2026-08-31 16", "2026-07-31 16", "2026-06-30 16", "2026-05-31 16", "2026-04-30 16",
			"2026-03-31 16", "2026-02-28 16", "2026-01-31 16", "2025-12-31 16",
		}},
		{"several on the latest day and on an earlier one", []model.Backup{
			{At: end}, {At: end.Add(-3 * time.Hour)}, {At: end.Add(-24 * time.Hour)}, {At: end.Add(-26 * time.Hour)},
		}, []string{"2026-11-22 16", "2026-11-22 13", "2026-11-21 16"}},
		{"a year of silence takes nothing", []model.Backup{{At: end}, {At: end.AddDate(-1, 0, 0)}, {At: end.AddDate(-3, 0, 0)}}, []string{
			"2026-11-22 16", "2025-11-22 16", "2023-11-22 16",
		}},
		{"the turn of the year is in one week", []model.Backup{
			{At: time.Date(2027, 1, 3, 9, 0, 0, 0, time.UTC)},
			{At: time.Date(2026, 12, 31, 9, 0, 0, 0, time.UTC)},
			{At: time.Date(2026, 12, 28, 9, 0, 0, 0, time.UTC)},
		}, []string{"2027-01-03 09", "2026-12-31 09", "2026-12-28 09"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			// In any order: folders are not listed by time.
			have := slices.Clone(c.have)
			slices.Reverse(have)
			gone := outlived(have)
			var stay []string
			for _, b := range c.have {
				if !slices.ContainsFunc(gone, func(g model.Backup) bool { return g.At.Equal(b.At) }) {
					stay = append(stay, b.At.Format("2006-01-02 15"))
				}
			}
			equal(t, "what stays", stay, c.stay)
			if len(gone)+len(stay) != len(c.have) {
				t.Errorf("%d go and %d stay of %d", len(gone), len(stay), len(c.have))
			}
		})
	}
}
