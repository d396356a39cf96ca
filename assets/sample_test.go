package assets

import (
	"io/fs"
	"strings"
	"testing"
)

// sampleTable reads a table of the sample region; each row has as many columns as the heading.
func sampleTable(t *testing.T, file string) (heading []string, rows [][]string) {
	t.Helper()
	b, err := Sample.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		row := strings.Split(line, "\t")
		if i == 0 {
			heading = row
			continue
		}
		if len(row) != len(heading) {
			t.Errorf("%s, line %d: %d columns, not %d", file, i+1, len(row), len(heading))
		}
		rows = append(rows, row)
	}
	return heading, rows
}

func TestSampleTables(t *testing.T) {
	files, err := fs.Glob(Sample, "sample/*.tsv")
	if err != nil || len(files) != 9 {
		t.Fatalf("%d tables, not 9: %v", len(files), err)
	}
	for _, f := range files {
		if heading, rows := sampleTable(t, f); len(heading) < 4 || len(rows) < 4 {
			t.Errorf("%s: %d columns, %d rows", f, len(heading), len(rows))
		}
	}
}

func TestSampleAgreementsNameKnownOrganisations(t *testing.T) {
	known := map[string]bool{}
	_, organisations := sampleTable(t, "sample/organisations.tsv")
	for _, o := range organisations {
		known[o[0]] = true
	}
	agreements := map[string]bool{}
	_, rows := sampleTable(t, "sample/agreements.tsv")
	for _, a := range rows {
		agreements[a[0]] = true
		for _, party := range strings.Split(a[2], ";") {
			if !known[party] {
				t.Errorf("%s: unknown party %q", a[0], party)
			}
		}
	}
	_, contributions := sampleTable(t, "sample/contributions.tsv")
	for _, c := range contributions {
		if !agreements[c[0]] || !known[c[1]] {
			t.Errorf("contribution of an unknown agreement or organisation: %v", c)
		}
	}
}
