package commands

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

func TestLeadersAsJSON(t *testing.T) {
	all := objects(t, village(), "list", "leaders")
	for _, c := range []struct {
		leader int
		want   any
		path   []any
	}{
		{0, "Eevi Salo", []any{"name"}},
		{0, "active", []any{"state"}},
		{0, true, []any{"available"}},
		{0, "missing", []any{"readiness"}},
		{0, 1.0, []any{"missing"}}, // the consent for the second task
		{0, 1.0, []any{"older_texts"}},
		{0, "Sarkajärven kunta", []any{"home_organisation"}},
		{0, []any{"se", "sv"}, []any{"languages"}},
		{0, []any{"tue_morning"}, []any{"availability"}},
		{0, true, []any{"name_is_public"}},
		{0, nil, []any{"birth_year"}},
		{0, nil, []any{"kept_until"}},
		{0, 1.5, []any{"hours"}}, // those of the future are not given yet
		{0, nil, []any{"fees"}},
		{0, "seen", []any{"tasks", 0, "check"}},
		{0, "2024-01-10", []any{"tasks", 0, "extract_issued"}},
		{0, "consent_missing", []any{"tasks", 1, "check"}},
		{0, "Vaitiolositoumus", []any{"completed", 0, "requirement"}},
		{0, "expiring", []any{"training", 0, "state"}},
		{0, "2026-12-15", []any{"training", 0, "until"}},
		{0, "e3", []any{"training", 0, "planned_event_id"}},
		{1, nil, []any{"availability"}}, // nobody said: not never
		{1, []any{}, []any{"training"}},
		{3, "professional", []any{"kind"}},
		{3, "=1+1", []any{"job_title"}},
		{4, "ended", []any{"state"}},
		{4, "2026-05-31", []any{"kept_until"}},
		{5, "", []any{"name"}},
		{5, "2026-01-01", []any{"anonymised_on"}},
	} {
		if got := at(t, all[c.leader], c.path...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v of %d: %#v, want %#v", c.path, c.leader, got, c.want)
		}
	}
}

// The lists tell no more of a background check than may be recorded of it.
func TestListsDoNotTellWhoSawAnExtract(t *testing.T) {
	for _, what := range []string{"leaders", "readiness", "training"} {
		for _, format := range []string{"json", "csv"} {
			out := run(t, village(), "list", what, "--format", format).out
			for _, secret := range []string{"Näkijä", "2024-01-12", "12.1.2024", "seen_on", "seen_by"} {
				if strings.Contains(out, secret) {
					t.Errorf("%s as %s tells %q", what, format, secret)
				}
			}
		}
	}
}

func TestReadinessAsJSON(t *testing.T) {
	type line struct{ name, kind, task, programme, state, level, on, by any }
	var got []line
	for _, o := range objects(t, village(), "list", "readiness") {
		got = append(got, line{
			o["name"], o["requirement_kind"], o["task_id"], o["programme"], o["state"], o["level"], o["on"], o["by"],
		})
	}
	want := []line{
		{"Eevi Salo", "undertaking", nil, nil, "in_order", "ok", "2025-02-01", nil},
		{"Eevi Salo", "background_check", "t1", nil, "in_order", "ok", "2024-01-10", nil},
		{"Eevi Salo", "background_check", "t2", nil, "no_consent", "missing", nil, nil},
		{"Eevi Salo", "training", nil, "Vertaisohjaaja", "due_soon", "due", "2024-12-15", "2026-12-15"},
		{"Onni Aho", "undertaking", nil, nil, "missing", "missing", nil, nil},
		{"Onni Niemi", "undertaking", nil, nil, "missing", "missing", nil, nil},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v\nwant\n%v", got, want)
	}
	first := objects(t, village(), "list", "readiness")[0]
	if first["version"] != "2025" || first["older"] != true || first["counts"] != true {
		t.Errorf("%v", first)
	}
	later := objects(t, village(), "list", "readiness", "--today", "2026-12-16")
	if at(t, later[3], "state") != "expired" || at(t, later[3], "counts") != false {
		t.Errorf("after it ran out: %v", later[3])
	}
}

func TestTrainingAsJSON(t *testing.T) {
	all := objects(t, village(), "list", "training")
	for _, c := range []struct {
		event int
		want  any
		path  []any
	}{
		{0, "planned", []any{"state"}},
		{0, nil, []any{"capacity"}},
		{1, "Vertaisohjaaja", []any{"name"}},
		{1, "peer_group_leader", []any{"programme_kind"}},
		{1, 12.5, []any{"programme_hours"}},
		{1, "2026-10-12", []any{"first_day"}},
		{1, "2026-10-13", []any{"last_day"}},
		{1, "Sarkajärven kunta", []any{"organiser"}},
		{1, true, []any{"full"}},
		{1, 1.0, []any{"passed_count"}},
		{1, "17:00", []any{"days", 0, "from"}},
		{1, nil, []any{"days", 1, "from"}},
		{1, "Čáŋalas Ánne", []any{"trainers", 0, "name"}},
		{1, "Vieras Kouluttaja", []any{"trainers", 1, "name"}},
		{1, "Onni Aho", []any{"participants", 0, "name"}},
		{1, []any{"2026-10-12", "2026-10-13"}, []any{"participants", 0, "attended_on"}},
		{1, "yes", []any{"participants", 0, "passed"}},
		{1, 5.0, []any{"participants", 0, "rating"}},
		{1, "Ulla", []any{"participants", 1, "name"}},
		{1, []any{"2026-10-13"}, []any{"participants", 1, "missed_on"}},
		{1, "no", []any{"participants", 1, "proposed_pass"}},
		{1, nil, []any{"participants", 1, "passed"}}, // nobody has confirmed it
		{1, nil, []any{"participants", 2, "proposed_pass"}},
		{2, "Syyskurssi", []any{"name"}},
	} {
		if got := at(t, all[c.event], c.path...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v of %d: %#v, want %#v", c.path, c.event, got, c.want)
		}
	}
}

func TestPeopleAsCSV(t *testing.T) {
	leaders, sv := table(t, village(), "list", "leaders"), table(t, village(), "list", "leaders", "--lang", "sv")
	events := table(t, village(), "list", "training")
	for _, c := range []struct {
		table     [][]string
		line      int
		key, want string
	}{
		{leaders, 1, "state", words.In("fi").T("leader.state.active")},
		{sv, 1, "state", words.In("sv").T("leader.state.active")},
		{leaders, 1, "availability", "tiistai aamupäivä"},
		{leaders, 1, "hours", "1,50"},
		{leaders, 1, "phone", "+358 40 000 0100"},
		{leaders, 1, "completed", "Vaitiolositoumus (1.2.2025, 2025)"},
		{sv, 1, "completed", "Tystnadsförbindelse (1.2.2025, 2025)"},
		{leaders, 4, "job_title", "'=1+1"},
		{events, 2, "days", "12.10.2026 (17.00–20.30); 13.10.2026"},
		{events, 2, "participants", "Onni Aho (hyväksytty); Ulla (Seura); Onni Niemi"},
		{events, 2, "trainers", "Čáŋalas Ánne; Vieras Kouluttaja"},
	} {
		if got := column(t, c.table, c.line, c.key); got != c.want {
			t.Errorf("%s: %q, want %q", c.key, got, c.want)
		}
	}
}

func TestWhichLeader(t *testing.T) {
	for _, c := range []struct{ text, want, says string }{
		{"l3", "l3", ""},
		{"Eevi Salo", "l1", ""},
		{"  eevi SALO ", "l1", ""},
		{"salo", "l1", ""},
		{"Salo Eevi", "l1", ""},
		{"canalas", "l4", ""},
		{"Aino Vanha", "l5", ""}, // one who has ended still gets a certificate
		{"Onni", "", "Onni Aho (Rantaniemi)  l2\n  Onni Niemi  l3"},
		{"Eev", "", "Ohjaajaa Eev ei ole"},
		{"l6", "", "Ohjaajaa l6 ei ole"}, // no longer a person
	} {
		l, err := findLeader(village().leaders, c.text)
		said := ""
		if f, ok := err.(*fault); ok {
			said = f.Say("fi")
		}
		if string(l.ID) != c.want || !strings.Contains(said, c.says) || (err == nil) != (c.says == "") {
			t.Errorf("%q: %q %q", c.text, l.ID, said)
		}
	}
	twins := []model.Leader{{ID: "1", Name: "Eevi Salo"}, {ID: "2", Name: "Eevi Salo"}, {ID: "3", Name: "Eevi Anna Salo"}}
	_, err := findLeader(twins, "Eevi Salo")
	if f, ok := err.(*fault); !ok || !strings.Contains(f.Say("en"), "Eevi Salo  1\n  Eevi Salo  2") || strings.Contains(f.Say("en"), "Anna") {
		t.Errorf("two of the same name: %v", err)
	}
	many := make([]model.Leader, 14)
	for i := range many {
		many[i] = model.Leader{ID: model.ID(rune('a' + i)), Name: "Eevi Salo"}
	}
	if _, err := findLeader(many, "Eevi"); !strings.HasSuffix(err.(*fault).Say("en"), "j\n  … + 4") {
		t.Errorf("many of the same name: %v", err)
	}
}

func TestWhichEvent(t *testing.T) {
	m := village()
	p := records.People{Today: day("2026-11-22"), Events: m.events, Taught: model.ProgrammeDirectoryOf(m.programmes)}
	for _, c := range []struct{ text, want, says string }{
		{"e1", "e1", ""},
		{"Vertaisohjaaja 2026-10-12", "e1", ""},
		{"vertaisohjaaja  2026-10-13", "e1", ""}, // its second day
		{"Vertaisohjaaja 12.10.2026", "e1", ""},
		{"Kamratledare 2027-01-09", "e3", ""},
		{"Syyskurssi", "e2", ""},
		{"Vertaisohjaaja 2024-12-15", "e2", ""},
		{"Vertaisohjaaja", "", "Vertaisohjaaja 12.–13.10.2026  e1"},
		{"Vertaisohjaaja 2026-10-14", "", "ei ole"},
		{"2026-10-12", "", "ei ole"},
		{"Kurssi", "", "ei ole"},
	} {
		e, err := findEvent(p, c.text, "fi")
		said := ""
		if f, ok := err.(*fault); ok {
			said = f.Say("fi")
		}
		if string(e.ID) != c.want || !strings.Contains(said, c.says) || (err == nil) != (c.says == "") {
			t.Errorf("%q: %q %q", c.text, e.ID, said)
		}
	}
}

func FuzzWhich(f *testing.F) {
	for _, s := range []string{"", " ", "Eevi", "Vertaisohjaaja 12.10.2026", "\xff", "l1", "a 0000-00-00"} {
		f.Add(s)
	}
	m := village()
	p := records.People{Today: day("2026-11-22"), Events: m.events, Taught: model.ProgrammeDirectoryOf(m.programmes)}
	f.Fuzz(func(t *testing.T, s string) {
		if l, err := findLeader(m.leaders, s); (err == nil) != (l.ID != "") {
			t.Errorf("%q: %q %v", s, l.ID, err)
		}
		if e, err := findEvent(p, s, "fi"); (err == nil) != (e.ID != "") {
			t.Errorf("%q: %q %v", s, e.ID, err)
		}
	})
}

func TestPrintLeader(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"Eevi Salo", "/Lang (sv"}, // her language, as in the window
		{"Eevi Salo --lang en", "/Lang (en"},
		{"Onni Aho", "/Lang (fi"},
		{"l1 --document certificate", "/Lang (sv"},
		{"l1 --document undertaking --lang fi", "/Lang (fi"},
		{"l1 --document undertaking --lang sv+fi", "/Lang (sv"},
		{"l1 --document consent --lang fi", "/Lang (fi"},
	} {
		r := run(t, village(), append([]string{"print", "leader", "-o", "-"}, strings.Fields(c.args)...)...)
		if r.code != Done || !strings.HasPrefix(r.out, "%PDF") || !strings.Contains(r.out, c.want) {
			t.Errorf("%s: exit %d, no %q in %d bytes: %s", c.args, r.code, c.want, len(r.out), r.complaints)
		}
	}
}

func TestWhatCannotBePrinted(t *testing.T) {
	for _, c := range []struct{ args, says string }{
		{"leader Onni", "Onni Niemi"},
		{"leader Kukaan", "Kukaan"},
		{"leader l1 --document publication", "publication"}, // it is switched off
		{"leader l2 --document consent", "Onni Aho"},        // no task needs it
		{"leader l4 --document consent", "Ánne"},            // the employer's business
		{"certificates Vertaisohjaaja", "e1"},
		{"certificates e3", "Vertaisohjaaja 9.1.2027"}, // nobody has passed
		{"certificates Kurssi", "Kurssi"},
	} {
		path := filepath.Join(t.TempDir(), "x.pdf")
		r := run(t, village(), append(append([]string{"print"}, strings.Fields(c.args)...), "-o", path)...)
		if r.code != Failed || !strings.Contains(r.complaints, c.says) || strings.Contains(r.complaints, "commands.") {
			t.Errorf("%s: exit %d %q", c.args, r.code, r.complaints)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s wrote a file (exit %d)", c.args, r.code)
		}
	}
}

// A page for each task for which an extract is to be asked.
func TestConsentForEachTask(t *testing.T) {
	m := village()
	pages := func() int {
		return strings.Count(run(t, m, "print", "leader", "l1", "--document", "consent", "-o", "-").out, "/Type /Page\n")
	}
	one := pages()
	m.leaders[0].Tasks[0].Check = model.BackgroundCheck{Need: model.CheckNeeded}
	if two := pages(); one == 0 || two != 2*one {
		t.Errorf("%d pages for one task, %d for two", one, two)
	}
}

func TestPrintCertificatesAndMatrix(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.pdf")
	for _, args := range []string{
		"certificates e1", "certificates Vertaisohjaaja 2026-10-12 --lang sv", "matrix", "matrix --today 2024-12-16 --lang en",
	} {
		r := run(t, village(), append([]string{"print"}, append(strings.Fields(args), "-o", path)...)...)
		b, err := os.ReadFile(path)
		if r.code != Done || err != nil || !bytes.HasPrefix(b, []byte("%PDF")) || r.out != "" {
			t.Errorf("%s: exit %d, %d bytes %v: %s", args, r.code, len(b), err, r.complaints)
		}
		_ = os.Remove(path)
	}
}
