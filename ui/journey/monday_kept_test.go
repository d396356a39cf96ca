//go:build journey

package journey

import (
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
		slices.Repeat([]string{"clash||Sovittu"}, 2), []string{"review||Tammikuussa"},
		slices.Repeat([]string{"readiness||Kysytty"}, 3), slices.Repeat([]string{"not_counted|2026-11-30|"}, 3),
		[]string{
			"half_pair|2026-11-27|", // the day of the session, beyond which none is offered
			"half_pair||Yksin", "contact||Ilmoitus tulostettu 23.11.2026.", "ending|2026-11-30|",
			"unsigned|2026-11-30|", "running_out||Ei", "draft||Ei", "ended||Ei",
		},
		slices.Repeat([]string{"meeting||Ei"}, 2), slices.Repeat([]string{"theme||Ei"}, 5),
		slices.Repeat([]string{"review||Ei"}, 3))))...)
	m.left = m.deferred("until_on IS NULL")
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

// checkWeekLater finds that all that was put off was on Home again, and nothing of what was left out. Groups whose visitors
// are not counted have not counted those of another week by then, which is another thing.
func (m *mondayJourney) checkWeekLater() {
	m.t.Helper()
	m.are("still left out are", m.deferred("made_on = '2026-11-23' AND until_on IS NULL"), m.left...)
	m.are("still put off are", m.deferred("until_on IS NOT NULL"), slices.Repeat([]string{"not_counted|2026-11-30|"}, 3)...)
	m.are("back are", m.deferred("made_on = '2026-11-30' AND key NOT LIKE 'not_counted%' AND key NOT LIKE 'backup%'"),
		"ending||Hoitui", "half_pair||Hoitui", "unsigned||Hoitui")
	m.are("groups that were not counted again are", m.rowsOf(`SELECT count(*) FROM deferral a JOIN deferral b USING (record_id)
		WHERE a.key LIKE 'not_counted%' AND b.key LIKE 'not_counted%' AND a.made_on = '2026-11-23' AND b.made_on = '2026-11-30'`), "3")
}
