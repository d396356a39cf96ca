//go:build journey

package journey

import (
	"path/filepath"
	"testing"
)

// TestJanuary is the report of the year that ended, in the sample region: what only a person can say of the year is
// entered, the annual report is read on the screen from its beginning to its end, printed, and saved as a workbook and as
// a text of commas.
func TestJanuary(t *testing.T) {
	r := newRobot(t, "january")
	j := &januaryJourney{&seasonJourney{robot: r, file: filepath.Join(r.home, "data", "kumppani", "esimerkki.sqlite")}}

	var printed string
	j.day("2027-01-11", func() {
		j.entersYear()
		j.readsReport()
		printed = j.printsReport()
		j.savesReport(2, "xlsx")
		j.savesReport(3, "csv")
		j.picture("saved")
	})
	j.checkYear()
	figures := j.sessionFigures()
	j.checkPDF(printed, figures)
	j.checkCSV(figures)
	j.checkWorkbook()
}

// januaryJourney is a robot in the sample region.
type januaryJourney struct{ *seasonJourney }

const reports = "ctrl+8"

// annual is the title of the report, and the name of its files.
const annual = "Toimintakertomus 2026"

// yearView is how far the button of the yearly page stands before the search of the reports.
const yearView = 4

// What is entered of the year.
const (
	premises = "Perhetupa, kerhohuoneet ja kylätalo"
	ties     = "Neuvolan ja kahviloiden yhteinen vuosikello"
)

// entersYear says how many premises the year had, and assesses a topic of quality.
func (j *januaryJourney) entersYear() {
	j.keys(reports)
	j.picture("the report before")
	j.back(yearView)
	j.keys("Return", "ctrl+Next")
	j.tab(3)
	j.picks("kyllä")
	j.tab(1)
	j.types("7")
	j.tab(1)
	j.types(premises)
	j.picture("premises of the year")
	j.keys("ctrl+Next", "ctrl+Next", "ctrl+Next")
	j.chooses("4")
	j.tab(1)
	j.types(ties)
	j.picture("quality of the year")
	j.saves()
	j.picture("the year is entered")
}

// screenfuls is more than the annual report has.
const screenfuls = 40

// sheetOfReport is a place on the report that is shown.
var sheetOfReport = place{950, 500}

// readsReport goes through the report screen by screen until it comes to its end.
func (j *januaryJourney) readsReport() {
	j.keys(reports)
	j.tab(1)
	j.keys("Return")
	j.picture("the report of the year")
	j.clicks(sheetOfReport)
	seen := ""
	for n := range screenfuls {
		j.do("xdotool", "click", "--repeat", "17", "--delay", "15", "5") // of the wheel
		j.picture("read on the screen")
		now := j.look()
		if now == seen {
			if n < 15 {
				j.t.Errorf("the report ends after %d screenfuls", n)
			}
			return
		}
		seen = now
	}
	j.t.Errorf("the report has no end after %d screenfuls", screenfuls)
}

// printsReport prints the report and keeps the paper, which goes away with the program.
func (j *januaryJourney) printsReport() string {
	j.keys("ctrl+p")
	j.picture("printed")
	return j.keeps(j.printed(annual))
}

// savesReport saves the report in the format that is so many fields on, under the offered name in the person's own folder.
func (j *januaryJourney) savesReport(fields int, ending string) {
	j.keys("ctrl+shift+p")
	j.tab(fields)
	j.keys("space")
	j.tab(5 - fields) // past the other formats and "cancel"
	j.picture("as " + ending)
	j.keys("Return")
	j.picture("where to")
	j.keys("Return")
	j.until("file "+ending, func() bool { return j.exists(j.saved(ending)) })
}

// saved is where the report is saved in a format.
func (j *januaryJourney) saved(ending string) string { return filepath.Join(j.home, annual+"."+ending) }
