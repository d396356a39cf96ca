//go:build journey

package journey

import (
	"path/filepath"
	"testing"
	"time"
)

// TestSeason is an autumn of the sample region, from a season without a single session to counted visitors: planned and
// given out as a calendar in August; in October a pipe breaks, a volunteer is away, a group moves and a session is dragged
// to another day, and families are told on a new calendar; in November the visitors of a week are entered.
func TestSeason(t *testing.T) {
	r := newRobot(t, "season")
	s := &seasonJourney{robot: r, file: filepath.Join(r.home, "data", "kumppani", "esimerkki.sqlite")}

	s.day("2027-08-02", func() {
		s.newSeason()
		s.copiesBreak()
	})
	said := s.dryRun("--drop", "Avoin päiväkoti:16.9.2027", "--force", "Perhekahvila Sarka:26.10.2027")
	s.day("2027-08-02", func() {
		s.plans()
		s.givesOutCalendar()
	})
	s.checkPlanned(said)

	s.day("2027-10-04", s.pipeBreaks)
	s.checkClosed()

	s.day("2027-10-05", func() {
		s.pipeIsMended()
		s.leaderIsAway()
	})
	s.checkReopened()

	s.day("2027-10-06", func() {
		s.findsSubstitute()
		s.dragsSessions()
		s.movesGroup()
		s.givesOutChanges()
	})
	s.checkMoved()

	s.day("2027-11-15", s.countsWeek)
	s.checkCounted()
}

// seasonJourney is a robot in the sample region.
type seasonJourney struct {
	*robot
	file, today string
}

// day is a chapter: the program is opened on a day, used and closed.
func (s *seasonJourney) day(today string, do func()) {
	s.today = today
	s.start("--sample", "--today", today)
	do()
	s.quit()
}

// The places in the order of the window, by their shortcuts.
const (
	meetings = "ctrl+5"
	calendar = "ctrl+6"
)

// The views of the meeting places, by how far their buttons stand before the search.
const (
	seasonsView  = 3
	closuresView = 2
)

// view goes to a view of the meeting places, and there to the search.
func (s *seasonJourney) view(fieldsBack int) {
	s.keys(meetings)
	s.back(fieldsBack)
	s.keys("Return", "ctrl+f")
}

// newSeason writes down when the autumn begins and ends. Nothing is planned by that.
func (s *seasonJourney) newSeason() {
	s.view(seasonsView)
	s.keys("ctrl+n")
	s.types("Syksy 2027")
	s.tab(3)
	s.types("30.8.2027")
	s.tab(1)
	s.types("10.12.2027")
	s.saves()
	s.picture("an empty autumn")
}

// copiesBreak takes over last year's autumn break of a municipality: the same week has other days.
func (s *seasonJourney) copiesBreak() {
	s.view(closuresView)
	s.types("syysloma sarka")
	s.keys("Down")
	s.opened(1)
	s.keys("Return", "Return") // the first that the menu offers
	s.picture("the break a year later")
	s.keys("Return")
	s.picture("copied")
}

// plans looks at the dry run, decides otherwise about two days, and writes it twice.
func (s *seasonJourney) plans() {
	s.view(seasonsView)
	s.keys("Down")
	s.opened(2)
	s.keys("Return")
	s.picture("dry run")
	s.keys("Right", "Down", "Down", "Down", "Return") // 16.9. of the first group is left out
	s.picture("one day left out")
	s.keys("Left")
	s.times(7, "Down")
	s.keys("Right")
	s.times(10, "Down")
	s.keys("Return") // 26.10. of Perhekahvila Sarka, in the middle of the break, is held
	s.picture("one day held all the same")
	s.saves()
	s.picture("what would be written along with it")
	s.keys("Return")
	s.picture("written")
	s.saves()
	s.picture("written again")
}

// times presses a key n times.
func (s *seasonJourney) times(n int, key string) {
	for range n {
		s.keys(key)
	}
}

// printsFirst opens the first choice of printing and presses its last button, past n fields.
func (s *seasonJourney) printsFirst(n int, picture string) {
	s.keys("ctrl+p", "Return")
	s.picture(picture)
	s.tab(n)
	s.keys("Return")
}

// givesOutCalendar prints the families' calendar as it is offered: A4, both languages, and remembered as given out.
func (s *seasonJourney) givesOutCalendar() {
	s.keys(calendar)
	s.printsFirst(7, "the first calendar")
	s.checkFamiliesCalendar()
}

// pipeBreaks closes the busiest place for two weeks.
func (s *seasonJourney) pipeBreaks() {
	s.view(closuresView)
	s.keys("ctrl+n")
	s.picks("paikka")
	s.tab(1)
	s.picks("Perhetupa")
	s.tab(1)
	s.types("4.10.2027")
	s.tab(1)
	s.types("17.10.2027")
	s.tab(1)
	s.types("Putkirikko")
	s.tab(1)
	s.types("Rörbrott")
	s.saves()
	s.picture("what a closure cancels")
	s.keys("Return")
	s.picture("closed")
}

// pipeIsMended shortens the closure by a week.
func (s *seasonJourney) pipeIsMended() {
	s.view(closuresView)
	s.types("putkirikko")
	s.keys("Down")
	s.opened(0)
	s.keys("ctrl+e")
	s.tab(3)
	s.keys("ctrl+a")
	s.types("10.10.2027")
	s.saves()
	s.picture("what comes back")
	s.keys("Return")
	s.picture("shortened")
}

// leaderIsAway keeps that a volunteer does not come before November. Why is nobody's business.
func (s *seasonJourney) leaderIsAway() {
	s.keys(leaders)
	s.types("aino kettula")
	s.keys("Down")
	s.opened(menuOfPage)
	s.keys("Return", "Down", "Down", "Return")
	s.tab(1)
	s.types("31.10.2027")
	s.picture("away")
	s.keys("Return")
}

// findsSubstitute sees in the week that a leader is away, and takes the first who could come, for that day alone.
func (s *seasonJourney) findsSubstitute() {
	s.keys(calendar)
	s.tab(5) // past the filters and the list to the week
	s.keys("Next")
	s.times(9, "Left")
	s.keys("Right", "Home")
	s.picture("a leader is away")
	s.keys("Return")
	time.Sleep(2 * afterStep)
	s.tab(2)
	s.keys("Return")
	s.picture("who could come")
	s.tab(2)
	s.keys("Return")
	s.picture("once or all the time")
	s.back(1)
	s.keys("Return")
	s.picture("a substitute")
	s.keys("Escape")
}

// The week of 11.10.2027 and the week of 1.11.2027 in a window of 1362×742.
var (
	wednesdayClub   = place{655, 385}  // its upper half: the end of a session stretches it
	fridayAnHourOn  = place{1000, 427} // two columns on and an hour later
	saturdayFathers = place{1170, 415}
	wednesdayCafe   = place{655, 541} // of another group in the same place
	messageButton   = place{1310, 742}
)

// dragsSessions drags a session onto another one, which is told, and gives it up with Esc; and another one to a free time.
func (s *seasonJourney) dragsSessions() {
	s.drags(saturdayFathers, wednesdayCafe, func() {
		s.picture("in the way of another")
		s.do("xdotool", "key", "Escape")
	})
	s.picture("given up")
	s.drags(wednesdayClub, fridayAnHourOn, func() { s.picture("no conflict") })
	s.picture("dragged")
}

// movesGroup has a group go on on another weekday and in another place, from the first of November.
func (s *seasonJourney) movesGroup() {
	s.keys(calendar)
	s.tab(5)
	s.times(3, "Next")
	s.clicks(wednesdayCafe)
	s.tab(1)
	s.keys("Return", "Down", "Down", "Return")
	s.types("1.11.2027")
	s.tab(1)
	s.picks("torstai")
	s.tab(3)
	s.picks("Seurakunta")
	s.picture("from this on")
	s.saves()
	s.picture("what would change")
	s.keys("Return")
	s.picture("moved")
	s.clicks(messageButton)
	s.picture("the group that goes on")
}

// givesOutChanges prints the calendar with what has changed since August.
func (s *seasonJourney) givesOutChanges() {
	s.keys(calendar)
	s.printsFirst(8, "the second calendar")
	s.checkChangesPrinted()
}

// countsWeek enters a week: a session with all numbers, one to which nobody came, one that was not held, one of which only
// the adults were counted, and the others not at all.
func (s *seasonJourney) countsWeek() {
	s.keys(calendar)
	s.back(9)
	s.keys("Return")
	s.tab(5)
	s.keys("ctrl+a")
	s.types("8.11.2027")
	s.tab(8)
	s.picture("nothing is entered")
	for _, n := range []string{"5", "7", "0", "2", "0", "0"} {
		s.types(n)
		s.tab(1)
	}
	s.tab(2)
	s.keys("p")
	s.types("Ohjaaja estynyt")
	s.keys("Return")
	s.keys("Down")
	s.types("9")
	s.keys("Down")
	s.picture("a week is counted")
}
