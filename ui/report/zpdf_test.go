package report_test

import (
	"os"
	"testing"

	"kumppani/model"
	"kumppani/ui/paper"
	"kumppani/ui/report"
	"kumppani/ui/words"
)

func TestPDF(t *testing.T) {
	seen := map[report.Code]bool{}
	for _, q := range questions(t, sample) {
		if seen[q.Code] {
			continue
		}
		seen[q.Code] = true
		facts, _ := report.Read(ctx, sample, q)
		r := report.Make(words.In(model.Language(os.Getenv("DUMP"))), q, facts)
		res, err := paper.Render(paper.Office{Centre: facts.Centre, Today: today}.Report(r))
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile("/tmp/d_"+string(q.Code)+".pdf", res.PDF, 0o644)
	}
}
