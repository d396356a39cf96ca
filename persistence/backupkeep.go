package persistence

import (
	"fmt"
	"slices"

	"kumppani/model"
)

// keptBackups says of how many of the latest days, weeks and months that have backups one stays.
var keptBackups = []struct {
	many   int
	period func(model.Backup) string
}{
	{7, backupDay},
	{4, func(b model.Backup) string { return fmt.Sprint(b.At.ISOWeek()) }},
	{12, func(b model.Backup) string { return b.At.Format("2006-01") }},
}

func backupDay(b model.Backup) string { return b.At.Format("2006-01-02") }

// outlived lists the backups that go. Of each day, week or month the latest stays, and of the latest day all. Days without a
// backup are not counted, so a summer without the program does not take anything away.
func outlived(all []model.Backup) []model.Backup {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b model.Backup) int { return b.At.Compare(a.At) })
	stays := make([]bool, len(all))
	for i := range all {
		stays[i] = backupDay(all[i]) == backupDay(all[0])
	}
	for _, k := range keptBackups {
		periods, period := 0, ""
		for i := range all {
			if p := k.period(all[i]); p != period {
				periods, period = periods+1, p
				stays[i] = stays[i] || periods <= k.many
			}
		}
	}
	var out []model.Backup
	for i, b := range all {
		if !stays[i] {
			out = append(out, b)
		}
	}
	return out
}
