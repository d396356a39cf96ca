package paper

import (
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

// notices are all documents of this part, by name.
func (r *region) notices(languages []model.Language) map[string]Document {
	monday := day("2026-11-23")
	var week []model.Session
	for _, s := range r.sessions {
		if s.PlaceID == "p1" && s.Date.Monday() == monday {
			week = append(week, s)
		}
	}
	place := r.f.Places["p1"]
	behind := model.PublicCalendar(r.sessions, r.groups, r.f.Places, model.CalendarArea{PlaceID: "p1"})
	village := r.sheet(PaperA4, languages)
	village.ByVillage = true
	return map[string]Document{
		"A4":       r.o.FamiliesCalendar(r.sheet(PaperA4, languages)),
		"villages": r.o.FamiliesCalendar(village),
		"A3":       r.o.FamiliesCalendar(r.sheet(PaperA3, languages)),
		"leaflet":  r.o.FamiliesCalendar(r.sheet(PaperLeaflet, languages)),
		"poster":   r.o.WeekPoster(place, monday, r.sessions, r.f, languages),
		"door":     r.o.DoorSign(place, behind, r.f, languages),
		"count":    r.o.CountingSheet(place, monday, model.CountWeek(week, nil, r.f.Groups), r.f, languages),
		"duties":   r.o.DutyList(autumn, r.sessions, r.f, languages[0]),
	}
}

// TestLeafletFolds folds the sheets in thought: each page lies on the back of the one before or beside it.
func TestLeafletFolds(t *testing.T) {
	for _, test := range []struct {
		pages, sides int
		want         string // by side, left and right
	}{
		{1, 2, "-,1 -,-"},
		{4, 2, "4,1 2,3"},
		{7, 4, "-,1 2,7 6,3 4,5"},
		{8, 4, "8,1 2,7 6,3 4,5"},
		{12, 6, "12,1 2,11 10,3 4,9 8,5 6,7"},
	} {
		places, sides := PaperLeaflet.landings(test.pages)
		at := make([][2]string, sides)
		for i := range at {
			at[i] = [2]string{"-", "-"}
		}
		for page, l := range places {
			half := 0
			if l.x > 0 {
				half = 1
			}
			at[l.side][half] = strconv.Itoa(page + 1)
		}
		var got []string
		for _, side := range at {
			got = append(got, side[0]+","+side[1])
		}
		if sides != test.sides || strings.Join(got, " ") != test.want {
			t.Errorf("%d pages lie on %d sides as %q", test.pages, sides, got)
		}
	}
}

func TestLeafletIsReadFromFirstToLastPage(t *testing.T) {
	r := testRegion()
	leaflet, flat := r.o.FamiliesCalendar(r.sheet(PaperLeaflet, onlyFinnish)), r.o.FamiliesCalendar(r.sheet(PaperA4, onlyFinnish))
	small := mustRender(t, leaflet)
	if small.Pages != 4 {
		t.Errorf("the leaflet has %d pages", small.Pages)
	}
	words := func(d Document) string { return strings.Join(strings.Fields(plainText(read(t, d))), " ") }
	if a, b := words(leaflet), words(flat); a != b {
		t.Errorf("the leaflet reads\n%s\nand the sheet\n%s", a, b)
	}
	f := readPDF(t, small.PDF)
	if n := len(f.pages()); n != 2 {
		t.Fatalf("%d sides", n)
	}
	for i, side := range f.pages() {
		if !strings.Contains(f.objects[f.ref(f.catalog(), "/Pages")]+f.objects[side], "/MediaBox [0 0 841.89 595.28]") {
			t.Errorf("side %d is not A4 lying: %s", i+1, f.objects[side])
		}
		var numbers []string
		for _, c := range f.contents(side) {
			if m := regexp.MustCompile(`\d \(4\)$`).FindString(c.text); m != "" && c.mcid < 0 {
				numbers = append(numbers, m)
			}
		}
		if want := [][]string{{"1 (4)", "4 (4)"}, {"2 (4)", "3 (4)"}}[i]; !slices.Equal(numbers, want) {
			t.Errorf("side %d has the pages %q", i+1, numbers)
		}
	}
}

func TestLeafletHasContactsOnItsBackAndLinesOnEmptyPages(t *testing.T) {
	r := testRegion()
	c := r.sheet(PaperLeaflet, onlyFinnish)
	c.Entries = c.Entries[:3]
	d := r.o.FamiliesCalendar(c)
	l, pages, _ := fitted(d, nil)
	if len(pages) != 4 || len(pages[3]) == 0 || len(pages[2]) != 0 || len(l.pieces) == 0 {
		t.Errorf("three groups are on %d pages, the last of %d pieces", len(pages), len(pages[len(pages)-1]))
	}
	f := readPDF(t, mustRender(t, d).PDF)
	text := ""
	for _, side := range f.pages() {
		for _, c := range f.contents(side) {
			text += c.text + "\n"
		}
	}
	if n := strings.Count(text, "Muistiinpanoja"); n != 2 {
		t.Errorf("%d pages are to write on", n)
	}
}

// A notice board has room for one sheet, and it is read down its left column and then its right one.
func TestCalendarFillsOneSheetOfA3(t *testing.T) {
	r := testRegion()
	for name, languages := range map[string][]model.Language{"fi": onlyFinnish, "fi+sv": sideBySide, "en": in(model.English)} {
		c := r.sheet(PaperA3, languages)
		c.Entries = c.Entries[:12]
		d := r.o.FamiliesCalendar(c)
		l, columns, _ := fitted(d, nil)
		if got := mustRender(t, d); got.Pages != 1 || len(columns) != 2 {
			t.Fatalf("%s: twelve groups take %d sheets and %d columns", name, got.Pages, len(columns))
		}
		if points := styleTable.size * l.scale.text * PaperA3.enlargement(); points < 8.5 {
			t.Errorf("%s is printed in letters of %.1f points", name, points)
		}
		if first, second := columns[0][1].y, columns[1][0].y; math.Abs(first-second) > 0.01 {
			t.Errorf("%s: the columns begin at %.1f and %.1f mm", name, first, second)
		}
		last := columns[1][len(columns[1])-1]
		if end := last.y + last.height; end < l.bottom*0.85 {
			t.Errorf("%s: the right column ends at %.0f of %.0f mm, and the letters could be larger", name, end, l.bottom)
		}
		var bands []string
		for _, h := range read(t, d).all("H2")[:5] {
			bands = append(bands, strings.ToLower(strings.Fields(plainText(h))[0]))
		}
		var days []string
		for i := range time.Saturday {
			days = append(days, words.In(languages[0]).Weekday(i+1))
		}
		for i := range days {
			days[i] = strings.ToLower(days[i])
		}
		if !slices.Equal(bands, days[:5]) {
			t.Errorf("%s: read in the order %q", name, bands)
		}
	}
	few := r.sheet(PaperA3, sideBySide)
	few.Entries = few.Entries[:3]
	if _, pages, _ := fitted(r.o.FamiliesCalendar(few), nil); len(pages) != 1 {
		t.Errorf("three groups are set in %d columns", len(pages))
	}
}

// A sheet printed on both sides is what people take with them: a few lines more must not cost another one.
func TestCalendarSparesAPageThatWouldBeNearlyEmpty(t *testing.T) {
	r := testRegion()
	all := r.sheet(PaperA4, sideBySide)
	spared := 0
	for n := range len(all.Entries) {
		c := all
		c.Entries = all.Entries[:n+1]
		d := r.o.FamiliesCalendar(c)
		_, pages, _ := fitted(d, nil)
		smallest := d.Sizes[len(d.Sizes)-1]
		airy, _ := newLayouter(d, scale{smallest, smallest}).layout(d, nil)
		if spared += len(airy) - len(pages); len(pages) > len(airy) {
			t.Errorf("%d groups take %d pages and would take %d", n+1, len(pages), len(airy))
		}
	}
	if spared == 0 {
		t.Error("no page is spared")
	}
}

func TestNoticesOnA3AreEnlarged(t *testing.T) {
	r := testRegion()
	d := r.o.FamiliesCalendar(r.sheet(PaperA3, onlyFinnish))
	r.o.Centre.Logo = nil
	f := readPDF(t, mustRender(t, d).PDF)
	if !strings.Contains(f.objects[f.ref(f.catalog(), "/Pages")], "/MediaBox [0 0 841.89 1190.55]") {
		t.Errorf("the pages are %s", f.objects[f.ref(f.catalog(), "/Pages")])
	}
	entry := regexp.MustCompile(`/Dest \[\d+ 0 R /XYZ 0 ([\d.]+) null\]`)
	for n, o := range f.objects {
		if m := entry.FindStringSubmatch(o); m != nil {
			if y, _ := strconv.ParseFloat(m[1], 64); y < 40 || y > 1190 {
				t.Errorf("entry %d of the outline leads to %s", n, m[1])
			}
		}
	}
}

// TestNoTextLeavesItsPage looks at every line of text where it stands on the paper.
func TestNoTextLeavesItsPage(t *testing.T) {
	show := regexp.MustCompile(`^BT [\d.]+ g ([\d.-]+) ([\d.-]+) Td (.*) ET$`)
	run := regexp.MustCompile(`/F(\d) ([\d.]+) Tf <([0-9a-f]*)> Tj`)
	check := func(name string, d Document) {
		g, masthead := geometryOf(d), 0.0
		if _, pages, _ := fitted(d, nil); d.Columns > 1 {
			masthead = pages[0][0].y + pages[0][0].height
		}
		f := readPDF(t, mustRender(t, d).PDF)
		for _, side := range f.pages() {
			for _, c := range f.contents(side) {
				for op := range strings.SplitSeq(c.ops, "\n") {
					m := show.FindStringSubmatch(op)
					if m == nil {
						continue
					}
					x, _ := strconv.ParseFloat(m[1], 64)
					y, _ := strconv.ParseFloat(m[2], 64)
					right := x
					for _, part := range run.FindAllStringSubmatch(m[3], -1) {
						size, _ := strconv.ParseFloat(part[2], 64)
						weight, _ := strconv.Atoi(part[1])
						raw, _ := hex.DecodeString(part[3])
						space := typeface()[0].gid(' ')
						for i := 0; i < len(raw); i += 2 {
							if gid := uint16(raw[i])<<8 | uint16(raw[i+1]); i < len(raw)-2 || gid != space {
								right += float64(typeface()[weight-1].advances[gid]) / 1000 * size
							}
						}
					}
					area := g.full()
					if high := y / mm; high > g.pageHeight-masthead || high < g.pageHeight-g.bottom { // the masthead and the foot
						area = g.across()
					}
					if x/mm < g.left-0.1 || right/mm > area.x+area.width+0.3 || y < 0 || y/mm > g.pageHeight {
						t.Errorf("%s: %q stands from %.1f to %.1f mm, %.1f mm high, of a page of %.1f × %.1f", name, c.text, x/mm, right/mm, y/mm, g.pageWidth, g.pageHeight)
						return
					}
				}
			}
		}
	}
	r := testRegion()
	for _, languages := range [][]model.Language{in(model.Swedish), sideBySide} {
		for name, d := range r.notices(languages) {
			check(name, d)
		}
	}
	hard := hardRegion()
	for name, d := range hard.notices(sideBySide) {
		check("hard "+name, d)
		placedPages(t, d)
	}
}

// hardRegion is a region in which everything that can be long is, and what can be missing is.
func hardRegion() region {
	r := testRegion()
	name := model.Text{Fi: long, Sv: long + "."}
	for id, p := range r.f.Places {
		p.Name, p.Village, p.Address.Street, p.Access.Notes = name, name, long, name
		r.f.Places[id] = p
	}
	delete(r.f.Places, "p3")
	for i := range r.groups {
		g := &r.groups[i]
		g.Name, g.Description = name, model.Text{Fi: strings.Repeat(sentence, 20)}
		g.Audiences = model.Audiences()
		for id := range r.o.Organisations {
			g.Organisers = append(g.Organisers, id)
		}
		r.f.Groups[g.ID] = *g
	}
	slices.SortFunc(r.groups[0].Organisers, func(a, b model.ID) int { return strings.Compare(string(a), string(b)) })
	for i := range r.sessions {
		s := &r.sessions[i]
		s.Theme, s.Guest = long, long
		if i%2 == 0 {
			s.State, s.Reason = model.SessionCancelled, long
		} else {
			s.From = clock(8, i%60)
		}
	}
	for id, l := range r.f.Leaders {
		l.Name = long
		r.f.Leaders[id] = l
	}
	r.f.Policy.Categories = nil
	for i := range 12 {
		r.f.Policy.Categories = append(r.f.Policy.Categories, model.CountCategory{ID: model.ID(fmt.Sprint(i)), Name: model.Text{Fi: long[:80]}})
	}
	r.o.Centre.Name, r.o.Centre.Coordinator = name, long
	return r
}

func TestNoticesAreSoundFiles(t *testing.T) {
	one, other := testRegion(), testRegion()
	again := other.notices(sideBySide)
	for name, d := range one.notices(sideBySide) {
		r := mustRender(t, d)
		if string(r.PDF) != string(mustRender(t, again[name]).PDF) {
			t.Errorf("%s: two files of the same differ", name)
		}
		if len(r.Unprintable) > 0 {
			t.Errorf("%s: unprintable %q", name, r.Unprintable)
		}
		file := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(file, r.PDF, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: qpdf: %v\n%s", name, err, out)
		}
		out, err := exec.Command("pdftotext", file, "-").CombinedOutput()
		if err != nil || !strings.Contains(string(out), "Perhe") {
			t.Errorf("%s: pdftotext: %v\n%s", name, err, out)
		}
		read(t, d)
	}
}

func TestTimesOfDayStayOnOneLine(t *testing.T) {
	r := testRegion()
	for i := range r.groups {
		r.groups[i].From, r.groups[i].Until = clock(10, 0), clock(18, 0)
	}
	for i := range r.sessions {
		r.sessions[i].From, r.sessions[i].Until = clock(10, 0), clock(18, 0)
	}
	for name, d := range r.notices(onlyFinnish) {
		if name == "duties" || name == "count" {
			continue
		}
		broken := regexp.MustCompile(`10\.00–18\.?$`)
		f := readPDF(t, mustRender(t, d).PDF)
		whole, fonts := 0, f.fontMaps()
		for _, side := range f.pages() {
			for _, c := range f.contents(side) {
				for line := range strings.SplitSeq(c.ops, "\n") {
					said := decodeText(t, fonts, line)
					if broken.MatchString(said) {
						t.Fatalf("%s: %q is broken", name, said)
					}
					if said == "10.00–18.00" {
						whole++
					}
				}
			}
		}
		if whole == 0 {
			t.Errorf("%s tells no time of day", name)
		}
	}
}

func TestMastheadShowsTheLogo(t *testing.T) {
	r := testRegion()
	r.o.Centre.Logo = testLogo(t)
	for name, d := range r.notices(sideBySide) {
		root := read(t, d)
		if figures := root.all("Figure"); len(figures) != 1 || figures[0].alt == "" {
			t.Errorf("%s: figures %v", name, figures)
		}
	}
	a3 := mustRender(t, r.notices(onlyFinnish)["A3"])
	f := readPDF(t, a3.PDF)
	at := regexp.MustCompile(`q ([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm /I`)
	found := false
	for _, c := range f.contents(f.pages()[0]) {
		if m := at.FindStringSubmatch(c.ops); m != nil {
			found = true
			bottom, _ := strconv.ParseFloat(m[4], 64)
			if bottom < 600 || bottom > longA4*mm || math.IsNaN(bottom) { // in points before it is enlarged
				t.Errorf("the logo is drawn at a height of %.0f points", bottom)
			}
		}
	}
	if !found {
		t.Error("the logo is not drawn")
	}
}
