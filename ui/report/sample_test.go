package report_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/report"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

var (
	ctx   = context.Background()
	today = model.MustDate("2026-11-22")
)

// sample is a file with the sample region in it. Reports only read: all tests share it.
var sample *persistence.File

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "report")
	if err == nil {
		sample, err = persistence.Open(ctx, filepath.Join(dir, "sample.kumppani"), persistence.Options{})
	}
	if err == nil {
		err = persistence.LoadSample(ctx, sample)
	}
	if err != nil {
		panic(err)
	}
	code := m.Run()
	_ = sample.Close()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// questions asks for every report: of the year, of a municipality, of an organisation, of a contact person and of a leader.
func questions(t *testing.T, f *persistence.File) []report.Question {
	t.Helper()
	organisations, err := f.Organisations(ctx)
	if err != nil {
		t.Fatal(err)
	}
	leaders, err := f.Leaders(ctx)
	if err != nil {
		t.Fatal(err)
	}
	centre, err := f.Centre(ctx)
	if err != nil {
		t.Fatal(err)
	}
	town := model.Municipality{Code: centre.Municipalities[0].Code, Name: centre.Municipalities[0].Fi}
	period := model.YearPeriod(2026)
	var out []report.Question
	for _, code := range report.Codes() {
		switch code {
		case report.Partner, report.Handover:
			for _, o := range organisations {
				out = append(out, report.Question{
					Code: code, Period: period, AsOf: today, Subject: report.Subject{Kind: model.KindOrganisation, ID: o.ID},
				})
			}
		default:
			out = append(
				out, report.Question{Code: code, Period: period, AsOf: today},
				report.Question{Code: code, Period: period, AsOf: today, Municipality: town},
				report.Question{
					Code: code, Period: model.Period{From: model.MustDate("2026-09-01"), Until: model.MustDate("2026-10-31")}, AsOf: today,
				},
				report.Question{Code: code, Period: model.YearPeriod(2031), AsOf: today},
			)
		}
	}
	o := organisations[0]
	out = append(out, report.Question{
		Code: report.Handover, Period: period, AsOf: today,
		Subject: report.Subject{Kind: model.KindOrganisation, ID: o.ID, ContactID: o.Contacts[0].ID},
	})
	for _, l := range leaders {
		out = append(out, report.Question{
			Code: report.Handover, Period: period, AsOf: today, Subject: report.Subject{Kind: model.KindLeader, ID: l.ID},
		})
	}
	return out
}

// untranslated is what a key, or a name that was given no value, looks like.
var untranslated = regexp.MustCompile(`\b[a-z_]+\.[a-z_]+\.[a-z_]+\b|<no value>|\{\{`)

// Every report can be made in every language: nothing in it is without words, and its totals are those of its rows.
func TestEveryReportOfTheSample(t *testing.T) {
	f := sample
	for _, q := range questions(t, f) {
		facts, err := report.Read(ctx, f, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range model.Languages() {
			checkReport(t, report.Make(words.In(l), q, facts))
		}
	}
}

func checkReport(t *testing.T, r table.Report) {
	t.Helper()
	where := r.Title + " (" + string(r.Language) + ")"
	say := func(what, s string) {
		if strings.TrimSpace(s) == "" || untranslated.MatchString(strings.ReplaceAll(s, "esimerkki.example", "")) {
			t.Errorf("%s: %s %q", where, what, s)
		}
	}
	say("title", r.Title)
	say("file name", r.FileName)
	for _, n := range r.Notes {
		say("note", n)
	}
	for _, x := range r.Facts {
		say("label", x.Label)
		say(x.Label, x.Value)
	}
	codes := map[string]bool{}
	if len(r.Sections) == 0 {
		t.Errorf("%s: no sections", where)
	}
	for _, s := range r.Sections {
		say("title of a section", s.Title)
		if len(s.Text)+len(s.Facts)+len(s.Tables) == 0 {
			t.Errorf("%s: %s says nothing", where, s.Title)
		}
		for _, x := range s.Text {
			say("text", x)
		}
		for _, x := range s.Tables {
			say("title of a table", x.Title)
			say("what an empty table says", x.Empty)
			if codes[x.Code] || x.Code == "" {
				t.Errorf("%s: table %q twice", where, x.Code)
			}
			codes[x.Code] = true
			checkTable(t, where+": "+x.Title, x)
		}
		for _, c := range s.Charts {
			say("title of a chart", c.Title)
			say("summary of a chart", c.Summary)
			for _, series := range c.Series {
				say("name of a series", series.Name)
				if len(series.Values) != len(c.Categories) {
					t.Errorf("%s: %s has %d values of %d", where, c.Title, len(series.Values), len(c.Categories))
				}
			}
		}
	}
}

func checkTable(t *testing.T, where string, x table.Table) {
	t.Helper()
	heads, codes := map[string]bool{}, map[string]bool{}
	for _, c := range x.Columns {
		if heads[c.Head] || codes[c.Code] || c.Head == "" || untranslated.MatchString(c.Head) {
			t.Errorf("%s: column %q %q", where, c.Code, c.Head)
		}
		heads[c.Head], codes[c.Code] = true, true
	}
	for _, r := range x.Rows {
		if len(r) != len(x.Columns) {
			t.Fatalf("%s: %d cells in %d columns", where, len(r), len(x.Columns))
		}
		if r[0].Text == "" {
			t.Errorf("%s: a row without a name: %v", where, r)
		}
		for _, v := range r {
			if untranslated.MatchString(strings.ReplaceAll(v.Text, "esimerkki.example", "")) {
				t.Errorf("%s: %q", where, v.Text)
			}
		}
	}
	checkTotal(t, where, x)
}

// checkTotal reckons the total anew from the rows. Where something is hidden, the rows shown lack at least the second cell.
func checkTotal(t *testing.T, where string, x table.Table) {
	t.Helper()
	if x.Total == nil {
		return
	}
	if len(x.Total) != len(x.Columns) {
		t.Fatalf("%s: total of %d cells", where, len(x.Total))
	}
	for i, c := range x.Columns {
		total, ok := x.Total[i].Number()
		if !ok || c.Code == "change" { // the change of the totals, also of rows that have no year before
			continue
		}
		var sum int64
		hidden := false
		for _, r := range x.Rows {
			n, known := r[i].Number()
			hidden = hidden || (!known && r[i].Text != "")
			sum += n
		}
		if (!hidden && sum != total) || (hidden && sum+model.MinimumCell*100 >= total) {
			t.Errorf("%s: %s is %d in all, its rows %d", where, c.Head, total, sum)
		}
	}
}
