package report_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/report"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func TestDump(t *testing.T) {
	f := sample
	var b strings.Builder
	line := func(r []table.Value) {
		var s []string
		for _, v := range r {
			s = append(s, v.Text)
		}
		fmt.Fprintln(&b, "   ", strings.Join(s, " | "))
	}
	seen := map[report.Code]int{}
	for _, q := range questions(t, f) {
		seen[q.Code]++
		if q.Period != model.YearPeriod(2026) || seen[q.Code] > 2 && q.Subject.Kind != model.KindLeader {
			continue
		}
		facts, _ := report.Read(ctx, f, q)
		r := report.Make(words.In(model.Language(os.Getenv("DUMP"))), q, facts)
		fmt.Fprintln(&b, "=====", r.Title, "|", r.FileName, r.Landscape, r.Personal)
		for _, x := range r.Facts {
			fmt.Fprintln(&b, " ", x.Label, ":", x.Value)
		}
		for _, s := range r.Sections {
			fmt.Fprintln(&b, "##", s.Title)
			for _, x := range s.Text {
				fmt.Fprintln(&b, " ", x)
			}
			for _, x := range s.Facts {
				fmt.Fprintln(&b, " ", x.Label, ":", x.Value)
			}
			for _, x := range s.Tables {
				fmt.Fprintln(&b, "  --", x.Title)
				var h []table.Value
				for _, c := range x.Columns {
					h = append(h, table.Words(c.Head))
				}
				line(h)
				for _, r := range x.Rows {
					line(r)
				}
				if x.Total != nil {
					line(x.Total)
				}
				fmt.Fprintln(&b, "   !", x.Notes)
			}
			for _, c := range s.Charts {
				fmt.Fprintln(&b, "  chart", c)
			}
		}
		fmt.Fprintln(&b, "NOTES", strings.Join(r.Notes, "\n  "))
	}
	os.WriteFile("/tmp/d_dump.txt", []byte(b.String()), 0o644)
}
