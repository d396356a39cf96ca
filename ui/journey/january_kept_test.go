//go:build journey

package journey

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// sumOfSessions is what sessions come to.
type sumOfSessions struct {
	planned, held, cancelled, open     int
	adults, children, fresh, men, were int // visitors; "were" is all of them
	counted                            bool
}

func (s *sumOfSessions) add(x keptSession) {
	s.planned++
	switch x.Status {
	case "held":
		s.held++
	case "cancelled":
		s.cancelled++
	case "not_entered":
		s.open++
	}
	for _, n := range []struct {
		of *int
		to *int
	}{{x.Adults, &s.adults}, {x.Children, &s.children}, {x.New, &s.fresh}, {x.Men, &s.men}, {x.Visits, &s.were}} {
		if n.of != nil && x.Status == "held" {
			*n.to += *n.of
		}
	}
	s.counted = s.counted || x.Visits != nil && x.Status == "held"
}

// figuresOfYears are the sessions of the year reported and of the one before, by month, by group and by place.
type figuresOfYears struct{ now, before map[string]*sumOfSessions }

// all is the key of the sum of everything.
const all = "Yhteensä"

var months = strings.Fields("Tammikuu Helmikuu Maaliskuu Huhtikuu Toukokuu Kesäkuu Heinäkuu Elokuu Syyskuu Lokakuu Marraskuu Joulukuu")

// sessionFigures adds up what the command line tells of every session.
func (j *januaryJourney) sessionFigures() figuresOfYears {
	j.t.Helper()
	year := func(n int) map[string]*sumOfSessions {
		var kept []keptSession
		j.decode(&kept, "list", "sessions", "--from", fmt.Sprintf("%d-01-01", n), "--to", fmt.Sprintf("%d-12-31", n),
			"--format", "json", "--file", j.file, "--today", j.today)
		sums := map[string]*sumOfSessions{}
		for _, x := range kept {
			on, err := time.Parse(time.DateOnly, x.Date)
			if err != nil {
				j.t.Fatal(err)
			}
			for _, key := range []string{all, months[on.Month()-1], "group " + x.Group, "place " + x.Place} {
				if sums[key] == nil {
					sums[key] = &sumOfSessions{}
				}
				sums[key].add(x)
			}
		}
		if sums[all] == nil || sums[all].held == 0 {
			j.t.Fatalf("no sessions were held in %d", n)
		}
		return sums
	}
	return figuresOfYears{now: year(2026), before: year(2025)}
}

// line is the line of the report on a month, a group or a place: planned, held, cancelled, not entered, visits, visits the
// year before, and the change, each empty when nobody knows.
func (f figuresOfYears) line(key string) []string {
	now, before := f.now[key], f.before[key]
	if now == nil {
		now = &sumOfSessions{}
	}
	if before == nil {
		before = &sumOfSessions{}
	}
	line := []string{strconv.Itoa(now.planned), strconv.Itoa(now.held), strconv.Itoa(now.cancelled), strconv.Itoa(now.open), "", "", ""}
	if now.counted {
		line[4] = strconv.Itoa(now.were)
	}
	if before.counted {
		line[5] = strconv.Itoa(before.were)
	}
	if now.counted && before.counted {
		line[6] = strconv.Itoa(now.were - before.were)
	}
	return line
}

// checkYear finds what was entered of the year, and what was there before.
func (j *januaryJourney) checkYear() {
	j.t.Helper()
	if got := j.rowsOf("SELECT kind, given, amount, note FROM year_resource WHERE year = 2026 ORDER BY kind"); strings.Join(got, "\n") != strings.Join([]string{
		"budget|yes|2100000|Talousarvion oma kohta", "coordination_posts|yes|50|Hyvinvointialueen vakanssi", "leader_training|yes|210000|",
		"premises|yes|700|" + premises,
	}, "\n") {
		j.t.Errorf("resources of the year: %q", got)
	}
	if got := j.rowsOf("SELECT step, note FROM year_quality WHERE year = 2026 AND topic = 'integration'"); len(got) != 1 || got[0] != "4|"+ties {
		j.t.Errorf("quality of the year: %q", got)
	}
}

// checkPDF reads the printed report, and leaves a picture of each of its pages.
func (j *januaryJourney) checkPDF(pdf string, f figuresOfYears) {
	j.t.Helper()
	text := j.paperText(pdf)
	now, before := f.now[all], f.before[all]
	j.reads(text, annual, "Suvantomaan perhekeskus", "1.1.–31.12.2026", premises, ties, "Käynti ei ole henkilö", "not {{", "not LUONNOS",
		fmt.Sprintf("Ryhmät kokoontuivat %d kertaa.", now.held), "Käyntejä laskettiin "+thousands(now.were), "2025: "+thousands(before.were),
		fmt.Sprintf("%d kerran kävijät ovat laskematta", now.open))
	out, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		j.t.Fatalf("pdftotext: %v", err)
	}
	for _, m := range append(months, all) {
		parts := []string{regexp.QuoteMeta(m)}
		for i, cell := range f.line(m) {
			switch n, _ := strconv.Atoi(cell); {
			case cell == "": // nothing stands there
			case i == 6 && n > 0:
				parts = append(parts, regexp.QuoteMeta("+"+thousands(n)))
			case i == 6 && n < 0:
				parts = append(parts, "[-−]"+thousands(-n))
			default:
				parts = append(parts, thousands(n))
			}
		}
		if !regexp.MustCompile(`(?m)^ *` + strings.Join(parts, ` +`) + ` *$`).Match(bytes.ReplaceAll(out, []byte("\u00a0"), []byte(" "))) {
			j.t.Errorf("the paper has no line %q", parts)
		}
	}
	j.checkArchive(pdf)
}

// thousands writes a number as on paper.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d %03d", n/1000, n%1000)
}

// checkArchive finds the marks of PDF/A-2b, of a tagged paper and of its language, and renders each page.
func (j *januaryJourney) checkArchive(pdf string) {
	j.t.Helper()
	content, err := os.ReadFile(pdf)
	if err != nil {
		j.t.Fatal(err)
	}
	for _, mark := range []string{
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", "/OutputIntents", "/MarkInfo << /Marked true >>",
		"<rdf:li>fi-FI</rdf:li>",
	} {
		if !bytes.Contains(content, []byte(mark)) {
			j.t.Errorf("%s is not in the report", mark)
		}
	}
	info, err := exec.Command("pdfinfo", pdf).Output()
	if err != nil {
		j.t.Fatalf("pdfinfo: %v", err)
	}
	var pages int
	if found := regexp.MustCompile(`Pages:\s+(\d+)`).FindSubmatch(info); found != nil {
		pages, _ = strconv.Atoi(string(found[1]))
	}
	if pages < 10 || pages > 20 {
		j.t.Errorf("the report has %d pages", pages)
	}
	if !strings.Contains(j.paperText(pdf), fmt.Sprintf("%d (%d)", pages, pages)) && !strings.Contains(j.paperText(pdf), fmt.Sprintf("%d/%d", pages, pages)) {
		j.t.Errorf("the last page is not numbered %d of %d", pages, pages)
	}
	j.do("pdftoppm", "-r", "70", "-png", pdf, filepath.Join(j.shots, "paper"))
	if drawn, _ := filepath.Glob(filepath.Join(j.shots, "paper-*.png")); len(drawn) != pages {
		j.t.Errorf("%d of %d pages can be drawn", len(drawn), pages)
	}
}

// csvLines are the lines of the saved text of commas.
func (j *januaryJourney) csvLines() [][]string {
	j.t.Helper()
	content, err := os.ReadFile(j.saved("csv"))
	if err != nil {
		j.t.Fatal(err)
	}
	content, marked := bytes.CutPrefix(content, []byte("\uFEFF"))
	if !marked {
		j.t.Error("the text of commas has no byte order mark, by which spreadsheets know UTF-8")
	}
	var lines [][]string
	for line := range bytes.SplitSeq(content, []byte("\r\n")) {
		r := csv.NewReader(bytes.NewReader(line))
		r.Comma = ';'
		fields, _ := r.Read() // of an empty line none
		lines = append(lines, fields)
	}
	return lines
}

// checkCSV finds in the saved text the lines of each month, group and place.
func (j *januaryJourney) checkCSV(f figuresOfYears) {
	j.t.Helper()
	there := map[string]bool{}
	for _, line := range j.csvLines() {
		there[strings.Join(line, ";")] = true
	}
	checked := 0
	want := func(name, key string) {
		checked++
		if line := name + ";" + strings.Join(f.line(key), ";"); !there[line] {
			j.t.Errorf("the text of commas has no line %q", line)
		}
	}
	for _, m := range append(months, all) {
		want(m, m)
	}
	for key := range f.now {
		for _, kind := range []string{"group ", "place "} {
			if name, ok := strings.CutPrefix(key, kind); ok && f.now[key].planned > 0 {
				want(name, key)
			}
		}
	}
	now, before := f.now[all], f.before[all]
	for name, n := range map[string][2]int{
		"Aikuiset": {now.adults, before.adults}, "Lapset": {now.children, before.children}, "Uusia": {now.fresh, before.fresh},
		"Miehiä": {now.men, before.men}, "Pidettyjä kertoja": {now.held, before.held}, "Käyntejä": {now.were, before.were},
	} {
		if line := fmt.Sprintf("%s;%d;%d;%d", name, n[0], n[1], n[0]-n[1]); !there[line] {
			j.t.Errorf("the text of commas has no line %q", line)
		}
	}
	if !there["Toimintaan osoitetut tilat;7;4;tilaa;"+premises] {
		j.t.Error("the premises that were entered are not in the text of commas")
	}
	if checked < 30 {
		j.t.Errorf("only %d lines were checked", checked)
	}
}

// checkWorkbook finds every row of every sheet in the text of commas, in the same order.
func (j *januaryJourney) checkWorkbook() {
	j.t.Helper()
	lines := j.csvLines()
	book, err := excelize.OpenFile(j.saved("xlsx"))
	if err != nil {
		j.t.Fatal(err)
	}
	defer book.Close()
	sheets := book.GetSheetList()[1:] // the first says what the report is about
	if len(sheets) < 30 {
		j.t.Errorf("the workbook has only %d tables", len(sheets))
	}
	at := 0
	for _, sheet := range sheets {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			j.t.Fatal(err)
		}
		for len(rows) > 0 && at < len(lines) && !sameLine(rows[0], lines[at]) {
			at++ // to the head of the table
		}
		for i, row := range rows {
			if len(row) == 0 {
				break // notes follow
			}
			if at >= len(lines) || !sameLine(row, lines[at]) {
				j.t.Errorf("row %d of %s, %q, is not in the text of commas", i+1, sheet, row)
				return
			}
			at++
		}
	}
}

// sameLine reports whether a row of a workbook says what a line of the text of commas says.
func sameLine(row, line []string) bool {
	for len(line) > 0 && line[len(line)-1] == "" {
		line = line[:len(line)-1] // a workbook has no cells that say nothing
	}
	if len(row) != len(line) {
		return false
	}
	for i, cell := range row {
		if cell != line[i] && strings.Replace(cell, ".", ",", 1) != line[i] && dayOf(cell) != line[i] {
			return false
		}
	}
	return true
}

// dayOf is the day that a number of a workbook stands for, as it is written; empty when it is none.
func dayOf(cell string) string {
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return ""
	}
	day, err := excelize.ExcelDateToTime(n, false)
	if err != nil {
		return ""
	}
	return day.Format("2.1.2006")
}
