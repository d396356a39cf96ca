package assets

import (
	"io/fs"
	"slices"
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
	if err != nil || len(files) != 19 {
		t.Fatalf("%d tables, not 19: %v", len(files), err)
	}
	for _, f := range files {
		if heading, rows := sampleTable(t, f); len(heading) < 4 || len(rows) < 2 {
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

// What the tables of leaders and training refer to is there.
func TestSampleTrainingNamesKnownLeaders(t *testing.T) {
	ids := func(file string) map[string]bool {
		known := map[string]bool{}
		_, rows := sampleTable(t, file)
		for _, r := range rows {
			if known[r[0]] {
				t.Errorf("%s: %q twice", file, r[0])
			}
			known[r[0]] = true
		}
		return known
	}
	leaders, programmes, places := ids("sample/leaders_more.tsv"), ids("sample/training_programmes.tsv"), ids("sample/places.tsv")
	for v := range ids("sample/volunteers.tsv") {
		if !leaders[v] {
			t.Errorf("nothing more about %s", v)
		}
	}
	heading, groups := sampleTable(t, "sample/groups.tsv")
	professional := slices.Index(heading, "professional")
	for _, g := range groups {
		if !leaders[g[professional]] {
			t.Errorf("%s: unknown professional %q", g[0], g[professional])
		}
	}
	heading, events := sampleTable(t, "sample/training_events.tsv")
	for _, e := range events {
		cell := func(column string) string { return e[slices.Index(heading, column)] }
		if !programmes[cell("programme")] || !places[cell("place")] {
			t.Errorf("%s: unknown programme %q or place %q", e[0], cell("programme"), cell("place"))
		}
		for _, who := range strings.Split(cell("attended")+";"+cell("enrolled"), ";") {
			if who != "" && !leaders[who] {
				t.Errorf("%s: unknown participant %q", e[0], who)
			}
		}
	}
}

// What the tables of places, groups and sessions refer to is there.
func TestSampleMeetingsNameWhatIsThere(t *testing.T) {
	ids := func(file string) map[string]bool {
		known := map[string]bool{"": true}
		_, rows := sampleTable(t, file)
		for _, r := range rows {
			known[r[0]] = true
		}
		return known
	}
	known := map[string]map[string]bool{
		"place": ids("sample/places.tsv"), "group": ids("sample/groups.tsv"), "agreement": ids("sample/agreements.tsv"),
		"organisers": ids("sample/organisations.tsv"), "volunteers": ids("sample/volunteers.tsv"),
		"municipality": ids("sample/municipalities.tsv"),
	}
	for _, name := range []string{"host_org", "premises_owner", "members", "present"} {
		known[name] = known["organisers"]
	}
	named := 0
	known["body"] = ids("sample/bodies.tsv")
	for _, file := range []string{"places", "groups", "closures", "sessions", "bodies", "network_meetings", "surveys", "practices"} {
		heading, rows := sampleTable(t, "sample/"+file+".tsv")
		for _, r := range rows {
			for i, column := range heading {
				for _, id := range strings.Split(r[i], ";") {
					if of := known[column]; of != nil && !of[id] {
						t.Errorf("%s: %s names the unknown %s %q", file, r[0], column, id)
					} else if of != nil && id != "" {
						named++
					}
				}
			}
		}
	}
	if named < 200 {
		t.Errorf("only %d names were looked at", named)
	}
}
