//go:build journey

package journey

import (
	"path/filepath"
	"testing"
	"time"
)

// TestExcel takes a messy list of volunteers into the sample region: looked at before anything is written, taken in, taken
// back, taken in again, and printed from the register.
func TestExcel(t *testing.T) {
	r := newRobot(t, "excel")
	x := &excelJourney{&seasonJourney{robot: r, file: filepath.Join(r.home, "data", "kumppani", "esimerkki.sqlite")}}
	x.day("2026-11-20", func() {}) // makes the sample region
	x.writeList()
	before, people := x.everything(), x.people(x.file)

	x.day("2026-11-23", func() {
		x.looksAtList()
		x.looksAtRows()
		x.takesIn()
		x.checkTakenIn(x.copied(), people)
		x.keys("ctrl+z")
		time.Sleep(2 * afterStep)
		x.picture("taken back")
	})
	x.checkAsBefore(before)

	x.day("2026-11-23", func() {
		x.looksAtList()
		x.takesIn()
		x.printsLeaders()
	})
	x.checkTakenIn(x.file, people)
}

// excelJourney is a robot in the sample region.
type excelJourney struct{ *seasonJourney }

// The list in the dialog of files, and the button that opens it.
var (
	listInDialog = place{816, 245}
	openButton   = place{1052, 651}
)

// looksAtList opens the list, and looks what it would change.
func (x *excelJourney) looksAtList() {
	x.keys(reports)
	x.back(1)
	x.keys("Return")
	x.tab(1)
	x.picture("in and out")
	x.keys("Return")
	time.Sleep(2 * afterStep)
	x.clicks(listInDialog)
	x.picture("which file")
	x.clicks(openButton)
	time.Sleep(2 * afterStep)
	x.picture("what the columns are")
	x.back(3)
	x.keys("Return")
	time.Sleep(2 * afterStep)
	x.picture("what would change")
}

// looksAtRows goes through the rows: one who is in the register, and one that adds up the others.
func (x *excelJourney) looksAtRows() {
	x.keys("Down", "Down")
	x.picture("one who is in the register")
	x.keys("End")
	x.picture("a row that adds up")
}

// takesIn writes what would change.
func (x *excelJourney) takesIn() {
	x.back(12)
	x.picture("take it in")
	x.keys("Return")
	time.Sleep(4 * afterStep)
	x.picture("taken in")
}

// printsLeaders prints the list of the register.
func (x *excelJourney) printsLeaders() {
	x.keys(leaders)
	x.keys("ctrl+shift+p")
	x.picture("the list of leaders")
	x.keys("Return")
	x.picture("printed")
	pdf := x.keeps(x.printed("Ohjaajat"))
	x.checkText(pdf, "Tuija Väänänen", "Börje LINDQVIST", "Åsa Öhman", "Nea Rintamäki")
}
