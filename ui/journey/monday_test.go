//go:build journey

package journey

import (
	"path/filepath"
	"testing"
	"time"
)

// TestMonday is a Monday morning in the sample region: Home says what needs attention, and the coordinator goes through it
// by keyboard, what hurts first, until nothing is left. What was put off is back a week later, what was left out is not.
func TestMonday(t *testing.T) {
	r := newRobot(t, "monday")
	m := &mondayJourney{seasonJourney: &seasonJourney{robot: r, file: filepath.Join(r.home, "data", "kumppani", "esimerkki.sqlite")}}
	m.day("2026-11-20", func() {}) // makes the sample region
	m.contactChanges()

	m.day("2026-11-23", func() {
		m.picture("what needs attention")
		m.findsLeader()
		m.leavesOut("Sovittu", 2) // the other two who are away
		m.does("x")               // both reminders
		m.picture("one reminder is done")
		m.does("x")
		m.leavesOut("Tammikuussa", 1) // a review that is late
		m.leavesOut("Kysytty", 3)     // what leaders lack
		m.countsVisitors()
		m.putsOff(3) // groups to be counted
		m.leavesOut("Yksin", 1)
		m.putsOff(1) // a half of a pair
		m.tellsContact()
		m.putsOff(2) // an agreement that ends, and one that waits for its signatures
		m.does("x")  // a copy of the data
		m.until("backup", func() bool { return len(m.backups()) == 1 })
		m.picture("a copy is made")
		m.leavesOutAll("Ei", 13)
		m.picture("nothing is left")
	})
	m.checkMorning()

	m.day("2026-11-30", func() {
		m.picture("a week later")
		m.leavesOutAll("Hoitui", 16)
		m.picture("nothing is left again")
	})
	m.checkWeekLater()
}

// mondayJourney is a robot in the sample region.
type mondayJourney struct {
	*seasonJourney
	left []string // what was left out in the morning
}

const home = "ctrl+1"

// leavesOut dismisses the first n lines of Home for a reason.
func (m *mondayJourney) leavesOut(reason string, n int) {
	m.t.Helper()
	m.keys(home)
	for range n {
		m.dismisses(reason)
	}
}

// dismisses the line that has the keyboard, which then goes to the next.
func (m *mondayJourney) dismisses(reason string) {
	m.t.Helper()
	m.keys("minus")
	time.Sleep(afterStep)
	m.types(reason)
	m.keys("Return")
}

// linesOfHome is more than Home has on a Monday.
const linesOfHome = 40

// leavesOutAll dismisses one line of Home after another, until the key that asks why asks nothing any more. It looks for
// that only when so many are gone, because looking takes its time.
func (m *mondayJourney) leavesOutAll(reason string, atLeast int) {
	m.t.Helper()
	m.leavesOut(reason, atLeast)
	for range linesOfHome {
		time.Sleep(afterStep)
		before := m.look()
		m.keys("minus")
		time.Sleep(afterStep)
		if m.look() == before {
			return
		}
		m.types(reason)
		m.keys("Return")
	}
	m.picture("still something left")
	m.t.Errorf("%d lines were dismissed, and Home still has some", linesOfHome)
}

// putsOff puts the first n lines of Home off to the day that is offered, a week later.
func (m *mondayJourney) putsOff(n int) {
	m.t.Helper()
	m.keys(home)
	for range n {
		m.keys("plus")
		time.Sleep(afterStep)
		m.keys("Return")
	}
}

// does what the first line of Home offers to do at once.
func (m *mondayJourney) does(key string) {
	m.t.Helper()
	m.keys(home, key)
	time.Sleep(2 * afterStep)
}

// findsLeader opens the session of today whose leader is away, and takes the first who could come, for today alone.
func (m *mondayJourney) findsLeader() {
	m.keys("Return")
	time.Sleep(2 * afterStep)
	m.picture("a leader is away today")
	m.tab(2)
	m.keys("Return")
	m.picture("who could come")
	m.tab(2)
	m.keys("Return")
	m.picture("somebody comes")
	m.keys(home)
	m.picture("one thing less")
}

// countsVisitors enters the visitors of the session that waits for them longest.
func (m *mondayJourney) countsVisitors() {
	m.keys(home)
	m.picture("somebody has to count")
	m.keys("Return")
	time.Sleep(2 * afterStep)
	m.types("6")
	m.tab(1)
	m.types("8")
	m.tab(1)
	m.picture("counted")
	m.keys(home)
}

// tellsContact prints whom the other parties may call now.
func (m *mondayJourney) tellsContact() {
	m.keys(home)
	m.picture("somebody new to call")
	m.does("x")
	m.picture("told")
	m.checkText(m.printed(noticeTitle), newContact, "Hiidenlammen kunta")
}
