package commands

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/report"
)

func TestReportMisuse(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct{ args, says string }{
		{"report", "report"},
		{"report people", "people"},
		{"report annual", "--format"},
		{"report annual --format doc", "doc"},
		{"report annual --format pdf", "-o"},
		{"report annual --format xlsx", "-o"},
		{"report annual --format csv --output=", "-o"},
		{"report annual extra --format csv", "extra"},
		{"report annual --format csv --year soon", "soon"},
		{"report annual --format csv --year 0", "”0”"},
		{"report annual --format csv --year 2026 --from 2026-01-01 --to 2026-02-01", "--year"},
		{"report annual --format csv --from 2026-01-01", "--to"},
		{"report annual --format csv --from 2026-01-01 --to 31.1.2026", "31.1.2026"},
		{"report annual --format csv --from 2026-02-01 --to 2026-01-01", "2026-01-01"},
		{"report annual --format csv --municipality=", "--municipality"},
		{"report annual --format csv --lang fi+sv", "fi+sv"},
		{"report partner --format csv", "namn"},
		{"report handover --format csv", "namn"},
		{"report partner Sarka --format csv --municipality Sarka", "flaggan"},
	} {
		r := run(t, village(), strings.Fields(c.args)...)
		if r.code != Misuse || r.out != "" || len(r.opened) > 0 {
			t.Errorf("%s: exit %d, out %q, opened %v", c.args, r.code, r.out, r.opened)
		}
		if strings.Contains(r.complaints, "commands.") || c.says != "flaggan" && !strings.Contains(r.complaints, c.says) {
			t.Errorf("%s: %q", c.args, r.complaints)
		}
	}
}

func TestEveryReportInEveryFormat(t *testing.T) {
	folder := t.TempDir()
	for _, code := range report.Codes() {
		args := []string{"report", string(code)}
		if len(code.Wants()) > 0 {
			args = append(args, "Sarkajärven", "kunta")
		}
		for format, begins := range map[string]string{"pdf": "%PDF", "xlsx": "PK", "csv": "\uFEFF", "json": "{"} {
			path := filepath.Join(folder, "a."+format)
			r := run(t, village(), append(args, "--year", "2026", "--format", format, "-o", path, "--lang", "sv")...)
			b, err := os.ReadFile(path)
			if r.code != Done || r.out != "" || err != nil || !bytes.HasPrefix(b, []byte(begins)) {
				t.Errorf("%s as %s: exit %d, %d bytes: %s", code, format, r.code, len(b), r.complaints)
			}
			_ = os.Remove(path)
		}
	}
}

// TestReportSaysTheSameInEveryFormat: the visits of the village stand in each of them.
func TestReportSaysTheSameInEveryFormat(t *testing.T) {
	args := []string{"report", "visits", "--from", "2026-01-01", "--to", "2026-11-30", "--lang", "fi", "--format"}
	var made struct {
		Code     string
		AsOf     string `json:"as_of"`
		Sections []struct {
			Title  string
			Tables []struct {
				Code, Title string
				Rows        []map[string]any
			}
		}
	}
	if err := json.Unmarshal([]byte(run(t, village(), append(args, "json")...).out), &made); err != nil {
		t.Fatal(err)
	}
	if made.Code != "visits" || made.AsOf != "2026-11-22" || len(made.Sections) == 0 || len(made.Sections[0].Tables) == 0 {
		t.Fatalf("%+v", made)
	}
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(run(t, village(), append(args, "csv")...).out, "\uFEFF")))
	reader.Comma, reader.FieldsPerRecord = ';', -1
	lines, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(strings.NewReader(run(t, village(), append(args, "xlsx", "-o", "-")...).out))
	if err != nil {
		t.Fatal(err)
	}
	tables, rows := 0, 0
	for _, s := range made.Sections {
		for _, x := range s.Tables {
			tables++
			rows += len(x.Rows)
		}
	}
	if got := len(book.GetSheetList()); got != tables+1 {
		t.Errorf("%d tables on %d sheets", tables, got)
	}
	if rows == 0 || len(lines) < rows+2*tables {
		t.Errorf("%d rows of %d tables, %d lines of CSV", rows, tables, len(lines))
	}
}

func TestReportIsAboutWhomItIsAsked(t *testing.T) {
	m := village()
	m.leaders[0].Name = "Maija Kurki" // as a contact person is called, too
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"partner Sarkajärven kunta", Done, "Sarkajärven kunta"},
		{"partner o1", Done, "Sarkajärven kunta"},
		{"partner Sarkajärvi kommun", Done, "Sarkajärven kunta"},
		{"partner Maija Kurki", Failed, "Maija Kurki"},
		{"handover Aino Ö", Done, "Aino Ö"},
		{"handover Maija Kurki", Failed, "\n  Maija Kurki"},
		{"handover c1", Done, "Maija Kurki"},
		{"handover " + string(m.leaders[0].ID), Done, "Maija Kurki"},
		{"handover nobody", Failed, "nobody"},
	} {
		r := run(t, m, append(append([]string{"report"}, strings.Fields(c.args)...), "--format", "json", "--lang", "fi")...)
		if r.code != c.code || !strings.Contains(r.out+r.complaints, c.says) || strings.Contains(r.complaints, "commands.") {
			t.Errorf("%s: exit %d %q %q", c.args, r.code, r.out, r.complaints)
		}
	}
}

func TestReportOfAMunicipality(t *testing.T) {
	m := village()
	m.centre.Municipalities = []model.RegionMunicipality{{Code: "995", Fi: "Hiidenlampi", Sv: "Trollträsk"}}
	for _, name := range []string{"Hiidenlampi", "Trollträsk", "995"} {
		r := run(t, m, "report", "visits", "--format", "csv", "--municipality", name, "--lang", "fi")
		if r.code != Done || !strings.Contains(r.out, ";Hiidenlampi\r\n") {
			t.Errorf("%s: exit %d %q %s", name, r.code, r.out, r.complaints)
		}
	}
	if r := run(t, m, "report", "visits", "--format", "csv", "--municipality", "Turku"); r.code != Failed || r.out != "" {
		t.Errorf("exit %d %q", r.code, r.out)
	}
}

func TestReportHelpIsTranslated(t *testing.T) {
	for _, l := range model.Languages() {
		for _, code := range report.Codes() {
			r := run(t, village(), "report", string(code), "--help", "--lang", string(l))
			if r.code != Done || strings.Contains(r.out, "commands.") {
				t.Errorf("%s in %s: exit %d\n%s", code, l, r.code, r.out)
			}
		}
	}
}
