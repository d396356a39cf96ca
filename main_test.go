package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/commands"
)

// command runs the program on the day of the sample region and returns its exit code, output and complaints.
func command(t *testing.T, args ...string) (code int, out, complaints string) {
	t.Helper()
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("LC_ALL", "fi_FI.UTF-8")
	t.Setenv("LANGUAGE", "")
	var o, c bytes.Buffer
	code = program().Run(t.Context(), append(args, "--today", "2026-11-22"), &o, &c)
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("%v left %v behind", args, left)
	}
	return code, o.String(), c.String()
}

func listed(t *testing.T, args ...string) []map[string]any {
	t.Helper()
	code, out, complaints := command(t, append([]string{"list"}, append(args, "--format", "json")...)...)
	if code != commands.Done || complaints != "" {
		t.Fatalf("%v: exit %d: %s", args, code, complaints)
	}
	var all []map[string]any
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestSampleAgreements(t *testing.T) {
	want := map[string]string{
		"2025-002": "in_force", "2024-003": "in_force", "2023-001": "review_due", "2026-001": "in_force", "2024-002": "in_force",
		"2026-003": "draft", "2026-002": "out_for_signature", "2025-001": "under_notice", "2024-001": "ended_no_successor",
	}
	for range 2 { // each time a fresh copy
		got := map[string]string{}
		for _, a := range listed(t, "agreements", "--sample") {
			got[a["number"].(string)] = a["state"].(string)
			if a["number"] == "2026-002" && !reflect.DeepEqual(a["waiting_for"], []any{"Suvannon kansalaisopisto"}) {
				t.Errorf("waits for %v", a["waiting_for"])
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func TestSampleOrganisations(t *testing.T) {
	without := map[any]bool{}
	all := listed(t, "organisations", "--sample")
	for _, o := range all {
		if o["in_force"] == false {
			without[o["name"]] = true
		}
	}
	if len(all) != 12 || len(without) != 2 || !without["Suvannon kansalaisopisto"] {
		t.Errorf("%d organisations, without an agreement in force: %v", len(all), without)
	}
}

func TestSampleIsSound(t *testing.T) {
	if code, out, complaints := command(t, "check", "--sample"); code != commands.Done {
		t.Errorf("exit %d: %s%s", code, out, complaints)
	}
}

func TestCommandsOnADataFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Äitien 100 % #1?", "tupa.sqlite")
	if code, _, complaints := command(t, "list", "agreements", "--format", "csv", "--file", path); code != commands.Failed ||
		!strings.Contains(complaints, path) {
		t.Errorf("a file that is not there: exit %d: %s", code, complaints)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a command that lists has made a data file")
	}
	f, err := persistence.Open(t.Context(), path, persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.CreateOrganisation(t.Context(), model.Organisation{Name: model.Text{Fi: "=Tupa ry"}, Sector: model.Association})
	if err != nil {
		t.Fatal(err)
	}
	if code, _, complaints := command(t, "check", "--file", path); code != commands.Failed || !strings.Contains(complaints, "jo auki") {
		t.Errorf("a file that is open elsewhere: exit %d: %s", code, complaints)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if all := listed(t, "organisations", "--file", path); len(all) != 1 || all[0]["name"] != "=Tupa ry" {
		t.Errorf("%v", all)
	}
	if _, out, _ := command(t, "list", "organisations", "--format", "csv", "--file", path); !strings.Contains(out, ";'=Tupa ry;") {
		t.Errorf("%s", out)
	}
	if code, out, complaints := command(t, "check", "--file", path); code != commands.Done || complaints != "" {
		t.Errorf("exit %d: %s%s", code, out, complaints)
	}
	if err := os.WriteFile(path, []byte("not a data file, whatever its name says, but longer than a header; "+strings.Repeat("x", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, complaints := command(t, "check", "--file", path); code != commands.Failed || out != "" || !strings.Contains(complaints, path) {
		t.Errorf("a foreign file: exit %d: %s%s", code, out, complaints)
	}
}

func TestMisuse(t *testing.T) {
	if code, out, complaints := command(t, "lst"); code != commands.Misuse || out != "" || !strings.Contains(complaints, "Käyttö") {
		t.Errorf("exit %d: %s%s", code, out, complaints)
	}
}
