//go:build journey

package journey

import (
	"path/filepath"
	"testing"
)

// volunteer is the person of the journey, and what is written of that person. Nobody has this name.
var volunteer = struct{ name, search, phone, task, break_, reason string }{
	"Väinö Sääskilahti", "saaskilahti", "040 123 4567", "Muuramen isäryhmä", "Työkiireitä", "Muutti Ähtäriin",
}

const taught = "Perheryhmän ohjaajan koulutus"

// TestVolunteer is the way of a volunteer from the first call to the certificate, and out of the register again, as a
// coordinator keeps it by keyboard: interested, introduced, sworn to confidentiality on paper, trained over two days,
// active in a task, on a break, gone, thanked, and anonymised when the time to keep the facts is over.
func TestVolunteer(t *testing.T) {
	r := newRobot(t, "volunteer")
	v := &volunteerJourney{robot: r, file: filepath.Join(r.home, "Vapaaehtoiset", "kumppani.sqlite")}

	v.day("2026-09-01", func() {
		r.firstStart()
		v.calls()
		v.introduced()
		v.programme()
		v.event()
	})
	v.checkIntroduced()
	v.checkPlanned()

	v.day("2026-10-21", func() {
		v.attendance()
		v.takesTask()
	})
	v.checkActive()

	v.day("2027-02-01", func() {
		v.goesOnBreak()
		v.ends()
		v.certificates()
	})
	v.checkEnded()

	v.day("2028-02-02", v.anonymised)
	v.checkGone()
}

// volunteerJourney is a robot with the data file of the volunteer and the day of the chapter.
type volunteerJourney struct {
	*robot
	file, today string
}

// day is a chapter: the program is opened on a day, used and closed.
func (v *volunteerJourney) day(today string, do func()) {
	v.today = today
	v.start("--file", v.file, "--today", today)
	do()
	v.quit()
}

// The places in the order of the window, by their shortcuts.
const (
	leaders  = "ctrl+4"
	training = "ctrl+7"
)

// page goes to the page of the only record of a place: from the search to the list, and from there to the first button of
// the page, past n more.
func (v *volunteerJourney) page(place string, n int) {
	v.keys(place)
	v.keys("Down")
	v.opened(n)
}

// The buttons in the head of a page: to edit, to print, and the menu. Behind them comes what is to be done next.
const (
	menuOfPage = 2
	stepOfPage = 3
)

// menu presses the item of the page's menu that has n others above it.
func (v *volunteerJourney) menu(place string, n int) {
	v.page(place, menuOfPage)
	v.keys("Return")
	for range n {
		v.keys("Down")
	}
	v.keys("Return")
}

// prints presses the last button of a dialog with two selects, of which the first has the focus.
func (v *volunteerJourney) prints() {
	v.tab(3)
	v.keys("Return")
}

// calls keeps who has called: someone interested since last week.
func (v *volunteerJourney) calls() {
	v.keys(leaders)
	v.keys("ctrl+n")
	v.types(volunteer.name)
	v.tab(3)
	v.keys("ctrl+a")
	v.types("28.8.2026")
	v.tab(1)
	v.types(volunteer.phone)
	v.tab(2)
	v.chooses("Muurame")
	v.tab(3)
	v.chooses("henkilo itse")
	v.tab(2)
	v.chooses("suomi")
	v.chooses("ruotsi")
	v.picture("a new volunteer")
	v.saves()
}

// introduced goes through what is asked of a new volunteer.
func (v *volunteerJourney) introduced() {
	v.page(leaders, stepOfPage)
	v.keys("Return") // the state that comes next is proposed
	v.saves()
	v.opened(stepOfPage)
	v.keys("Return") // introduction is done
	v.keys("Return")

	v.keys("ctrl+p")
	v.prints()
	v.picture("undertaking printed")
	v.checkPrinted("Vaitiolositoumus", volunteer.name, "Allekirjoitus")
	v.page(leaders, stepOfPage+1)
	v.keys("Return")
	v.keys("Return")
	v.picture("all that is asked is in order")
}

// programme keeps what volunteers are taught.
func (v *volunteerJourney) programme() {
	v.keys(training)
	v.tab(2)
	v.keys("Return") // the view of programmes
	v.keys("ctrl+n")
	v.types(taught)
	v.tab(3)
	v.chooses("vertais")
	v.tab(1)
	v.types("12")
	v.tab(4)
	v.chooses("tietyn")
	v.tab(1)
	v.types("24")
	v.tab(3)
	v.chooses("vertais")
	v.saves()
}

// event plans two days of it, in which the volunteer takes part.
func (v *volunteerJourney) event() {
	v.opened(2)
	v.keys("Return") // from the page of the programme
	v.tab(3)
	v.types("Muuramen työväentalo")
	v.tab(3)
	v.keys("Return")
	v.types("13.10.2026")
	v.tab(1)
	v.types("9")
	v.tab(1)
	v.types("1530")
	v.tab(6) // past the place and the buttons of the first day
	v.keys("Return")
	v.types("20.10.2026")
	v.tab(9)
	v.chooses(volunteer.search)
	v.picture("a participant")
	v.saves()
}

// attendance enters who came, confirms who passed, and says that the event was held.
func (v *volunteerJourney) attendance() {
	v.page(training, stepOfPage+1)
	v.picture("was it held")
	v.keys("Return")
	v.keys("space", "Right", "space")
	v.tab(4)
	v.keys("Return")
	v.picture("passed")
	v.saves()
	v.opened(stepOfPage)
	v.keys("Return")
}

// takesTask gives the volunteer a task for which an extract is needed, and makes the volunteer active.
func (v *volunteerJourney) takesTask() {
	v.menu(leaders, 1)
	v.chooses("vertais")
	v.tab(1)
	v.types(volunteer.task)
	v.tab(4)
	v.chooses("tarvitaan")
	v.tab(1)
	v.types("5.10.2026")
	v.tab(1)
	v.types("12.10.2026")
	v.picture("a task with its background check")
	v.saves()
	v.opened(stepOfPage)
	v.keys("Return") // the state that comes next is proposed
	v.saves()
	v.picture("active")
}

// goesOnBreak keeps, a while later, that the volunteer has not come since December, and the hours before that.
func (v *volunteerJourney) goesOnBreak() {
	v.menu(leaders, 3)
	v.tab(2)
	v.types("17,5")
	v.keys("Return")
	v.menu(leaders, 0)
	v.tab(1)
	v.keys("ctrl+a")
	v.types("1.12.2026")
	v.tab(1)
	v.types(volunteer.break_)
	v.saves()
	v.picture("on a break")
}

// ends says that the volunteer does not come back.
func (v *volunteerJourney) ends() {
	v.opened(stepOfPage)
	v.keys("Return")
	v.chooses("lopettanut")
	v.tab(2)
	v.types(volunteer.reason)
	v.picture("does not come back")
	v.saves()
}

// certificates prints what a volunteer is given at the end.
func (v *volunteerJourney) certificates() {
	v.keys("ctrl+p")
	v.chooses("todistus")
	v.prints()
	v.checkPrinted("Todistus vapaaehtoistyöstä", volunteer.name, volunteer.task, taught, "17,5")
	v.menu(training, 4)
	v.prints()
	v.picture("certificate of training printed")
	v.checkPrinted("Todistus koulutuksesta", volunteer.name, taught, "12", "13.10.2026", "20.10.2028")
}

// anonymised finds the one who ended a year ago, whom the list hides, and takes the person out of the register.
func (v *volunteerJourney) anonymised() {
	v.keys("ctrl+k")
	v.chooses(volunteer.search)
	v.picture("kept for long enough")
	v.page(leaders, stepOfPage)
	v.keys("Return")
	v.tab(2)
	v.keys("Return")
	v.picture("what goes and what stays")
	v.tab(1)
	v.keys("Return")
	v.picture("anonymised")
	v.keys(training, "Down")
	v.picture("an event with somebody who had a name")
}
