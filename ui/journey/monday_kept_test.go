//go:build journey

package journey

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// newContact is the contact person of a party to one agreement that is in force.
const newContact = "Riikka Salmela"

// noticeTitle begins the name of the notice on a contact person.
const noticeTitle = "Ilmoitus"

// contactChanges has the contact person of a partner begin a week before the Monday, as somebody has entered who did not
// tell anyone.
func (m *mondayJourney) contactChanges() {
	m.t.Helper()
	m.headless("check", "--sample")
	db := m.open()
	defer db.Close()
	done, err := db.Exec("UPDATE contact SET from_on = '2026-11-16' WHERE name = ?", newContact)
	if err != nil {
		m.t.Fatal(err)
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		m.t.Fatalf("%d contact persons have begun: %v", n, err)
	}
}

// backups are the copies of the data file.
func (m *mondayJourney) backups() []string {
	found, _ := filepath.Glob(filepath.Join(filepath.Dir(m.file), "backups", "*.sqlite"))
	return found
}

// deferred says of each thing that is kept off Home what it is, until when and why.
func (m *mondayJourney) deferred(where string) []string {
	m.t.Helper()
	all := m.rowsOf("SELECT substr(key, 1, instr(key, '|') - 1), ifnull(until_on, ''), reason FROM deferral WHERE " + where)
	slices.Sort(all)
	return all
}

// checkMorning finds in the data file how each thing was settled.
func (m *mondayJourney) checkMorning() {
	m.t.Helper()
	m.are("kept off Home are", m.deferred("made_on = '2026-11-23'"), slices.Sorted(slices.Values(slices.Concat(
		slices.Repeat([]string{"clash||Omassa porukassa sovittu"}, 2), []string{"review||Pidetään tammikuussa"},
		slices.Repeat([]string{"readiness||Kysytty tänään"}, 3), slices.Repeat([]string{"not_counted|2026-11-30|"}, 3),
		[]string{
			"half_pair|2026-11-30|", "half_pair||Käy yksin", "contact||Ilmoitus tulostettu 23.11.2026.", "ending|2026-11-30|",
			"unsigned|2026-11-30|", "running_out||Ehtii myöhemmin", "draft||Ehtii myöhemmin", "ended||Ehtii myöhemmin",
		},
		slices.Repeat([]string{"meeting||Ehtii myöhemmin"}, 2), slices.Repeat([]string{"theme||Ehtii myöhemmin"}, 5),
		slices.Repeat([]string{"review||Ehtii myöhemmin"}, 3))))...)
	m.are("done are", m.rowsOf("SELECT text FROM follow_up WHERE done_on = '2026-11-23' ORDER BY due_on"),
		"Soita kansalaisopiston rehtorille: sopimus on allekirjoittamatta.", "Sovi perehdytyksen päivä ja pyydä vaitiolositoumus.")

	if today := m.session("2026-11-23", "Perhekahvila Hiidenlampi"); slices.Contains(m.ledBy(today), "Nea Rintamäki") || len(today.Leaders) == 0 {
		m.t.Errorf("today's session is led by %q", m.ledBy(today))
	}
	x := m.session("2026-10-14", "Perhekerho")
	if x.Status != "held" || x.Adults == nil || *x.Adults != 6 || x.Children == nil || *x.Children != 8 || x.Men != nil {
		m.t.Errorf("the counted session: %+v", x)
	}
	for _, copied := range m.backups() {
		if out := string(m.headless("check", "--file", copied)); !strings.Contains(out, "ehjä") {
			m.t.Errorf("of the copy, check said %q", out)
		}
	}
}

// session is the session of a group on a day.
func (m *mondayJourney) session(on, group string) keptSession {
	m.t.Helper()
	var all []keptSession
	m.decode(&all, "list", "sessions", "--from", on, "--to", on, "--format", "json", "--file", m.file, "--today", m.today)
	i := slices.IndexFunc(all, func(x keptSession) bool { return x.Group == group })
	if i < 0 {
		m.t.Fatalf("%s has no session on %s", group, on)
	}
	return all[i]
}

// ledBy names those who lead a session.
func (m *mondayJourney) ledBy(x keptSession) []string {
	var names []string
	for _, l := range x.Leaders {
		names = append(names, l.Name)
	}
	return names
}

// checkWeekLater finds that all that was put off was on Home again, and nothing of what was left out.
func (m *mondayJourney) checkWeekLater() {
	m.t.Helper()
	m.are("still put off are", m.deferred("until_on IS NOT NULL"))
	m.are("left out a week before are", []string{fmt.Sprint(len(m.deferred("made_on = '2026-11-23'")))}, "20")
	back := m.deferred("made_on = '2026-11-30'")
	for matter, n := range map[string]int{"not_counted": 3, "half_pair": 1, "ending": 1, "unsigned": 1} {
		got := 0
		for _, line := range back {
			if strings.HasPrefix(line, matter+"||Hoidettu maanantaina") {
				got++
			}
		}
		if got < n {
			m.t.Errorf("%d things of %s were back, %d were put off: %q", got, matter, n, back)
		}
	}
}
