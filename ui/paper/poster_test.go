package paper

import (
	"image"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func testLogo(t testing.TB) []byte { return pngOf(t, image.NewGray(image.Rect(0, 0, 300, 120))) }

func TestWeekPoster(t *testing.T) {
	r := testRegion()
	d := r.notices(sideBySide)["poster"]
	root := read(t, d)
	contains(t, root, "Perhetupa Sarka", "Viikko 48 Vecka 48 23.–29.11.2026", "Maanantai 23.11. / Måndag 23.11. Ei ryhmiä / Inga grupper",
		"Tiistai 24.11. / Tisdag 24.11. 9.00–11.30 Perhekahvila Sarka", "13.00–15.00 Vauvakahvila Peruttu: Maija sairastui Inställd: Maija sairastui",
		"Lauantai 28.11. / Lördag 28.11.", "Perhetapahtuma / Familjefest", "Lisätietoja / Mer information: Hanna Virkkala, 040 123 4567")
	lacks(t, root, "Voimaryhmä", "Sunnuntai", "Perhekerho", "17.11.")
	if d.FileName != "Viikko 48 Perhetupa Sarka.pdf" {
		t.Errorf("named %q", d.FileName)
	}
	struck := 0
	for _, b := range d.Blocks {
		if table, ok := b.(Table); ok {
			for _, row := range table.Rows {
				for _, c := range row {
					for _, p := range c {
						if p.Struck {
							struck++
						}
					}
				}
			}
		}
	}
	if struck != 2 {
		t.Errorf("%d texts are crossed out, not time and name of one session", struck)
	}
	contains(t, read(t, r.o.WeekPoster(r.f.Places["p2"], day("2026-11-23"), r.sessions, r.f, onlyFinnish)), "Teema: Lapsen uni", "Vierailija: terveydenhoitaja")
	contains(t, read(t, r.o.WeekPoster(r.f.Places["p3"], day("2026-11-16"), r.sessions, r.f, in(model.Swedish))), "Inställd: vattenskada")
	contains(t, read(t, r.o.WeekPoster(r.f.Places["p1"], day("2027-07-05"), r.sessions, r.f, onlyFinnish)), "Tällä viikolla paikassa ei ole ryhmiä.")
}

func TestPostersAreAsLargeAsFitsOnAPage(t *testing.T) {
	r := testRegion()
	size := func(d Document) float64 {
		l, pages, _ := fitted(d, nil)
		if len(pages) != 1 {
			t.Errorf("%d pages", len(pages))
		}
		return l.scale.text
	}
	few := size(r.o.WeekPoster(r.f.Places["p2"], day("2026-11-23"), r.sessions, r.f, onlyFinnish))
	many := size(r.o.WeekPoster(r.f.Places["p1"], day("2026-11-23"), r.sessions, r.f, sideBySide))
	if few <= many || many < 1 {
		t.Errorf("a full week is set %.2f times as large as usual, an empty one %.2f times", many, few)
	}
}

// The largest letters are no gain when the name of the place is torn to pieces by them.
func TestTitlesOfPostersTakeTwoLinesAtMost(t *testing.T) {
	r := testRegion()
	for _, name := range []string{"Perhetupa", "Hiidenlammen koulun kerhohuone", "Rantaniemen avoin päiväkoti ja perhekahvila", "Suvantomaan hyvinvointialueen neuvola, Kirkonkylän toimipiste"} {
		place := r.f.Places["p2"]
		place.Name = model.Text{Fi: name}
		for _, d := range []Document{r.o.DoorSign(place, nil, r.f, onlyFinnish), r.o.WeekPoster(place, day("2026-11-23"), nil, r.f, onlyFinnish)} {
			l, pages, _ := fitted(d, nil)
			if l.crowded || len(pages) != 1 {
				t.Errorf("%s: set %.2f times as large it is crowded on %d pages", name, l.scale.text, len(pages))
			}
		}
	}
}

func TestDoorSign(t *testing.T) {
	r := testRegion()
	root := read(t, r.notices(onlyFinnish)["door"])
	contains(t, root, "Perhetupa Sarka", "Suvantomaan perhekeskus · Perhetupa", "Kylätie 12 99994 Sarkajärvi", "Tiistai 9.00–11.30 Perhekahvila Sarka Avoin · 0–6-vuotiaiden perheet",
		"Joka tiistai 1.9.–8.12., ei 20.10. (syysloma), 29.9. sijaan 30.9.", "Yksittäisinä päivinä", "esteetön wc")
	lacks(t, root, "Voimaryhmä", "sairastui")
	contains(t, read(t, r.o.DoorSign(r.f.Places["p1"], nil, r.f, sideBySide)), "Täällä ei ole tällä kaudella ryhmiä.", "Här finns inga grupper")
	contains(t, read(t, r.o.DoorSign(r.f.Places["p6"], model.PublicCalendar(r.sessions, r.groups, r.f.Places, model.CalendarArea{PlaceID: "p6"}), r.f, in(model.Swedish))),
		"Öppna daghemmet Stranden", "Varje torsdag 3.9.–10.12., ej 22.10. (höstlov)", "99997 Strandnäs")
}

func TestDutyList(t *testing.T) {
	r := testRegion()
	root := read(t, r.o.DutyList(autumn, r.sessions, r.f, model.Finnish))
	var names []string
	for _, h := range root.all("H2") {
		names = append(names, h.text)
	}
	if !slices.Equal(names, []string{"Hanna Virkkala", "Maija Lahti", "Salla Salainen", "Ville Korhonen"}) {
		t.Errorf("lists of %q", names)
	}
	one := read(t, r.o.DutyList(autumn, r.sessions, r.f, model.Finnish, "l3"))
	if len(one.all("H2")) != 1 {
		t.Errorf("%d lists of one leader", len(one.all("H2")))
	}
	contains(t, one, "Salla Salainen 27 kertaa, 61 h; tulossa 5; peruttu 1")
	rows := cells(one.all("Table")[0])
	if got := rows[1]; !slices.Equal(got, []string{"ti 1.9.2026", "9.00–11.30", "Perhekahvila Sarka", "Perhetupa Sarka", "Maija Lahti|Ville Korhonen|Hanna Virkkala"}) {
		t.Errorf("the first duty is %q", got)
	}
	alone := rows[2]
	if alone[2] != "Vauvakahvila" || alone[4] != "ammattilainen puuttuu" {
		t.Errorf("a duty without a pair is %q", alone)
	}
	cancelled := slices.IndexFunc(rows, func(row []string) bool { return strings.HasSuffix(row[2], "|peruttu: Maija sairastui") })
	if cancelled < 0 || rows[cancelled][4] != "" {
		t.Errorf("nothing is cancelled in %q", rows)
	}
	contains(t, read(t, r.o.DutyList(autumn, r.sessions, r.f, model.Swedish, "l3")), "Turlista Hösten 2026", "27 träffar", "Arbetspar")
	contains(t, read(t, r.o.DutyList(autumn, nil, r.f, model.English)), "There are no duties this season.")
}

func TestCountingSheetHasBoxesAndNoNames(t *testing.T) {
	r := testRegion()
	d := r.notices(sideBySide)["count"]
	root := read(t, d)
	table := cells(root.all("Table")[0])
	if want := []string{
		"Ryhmä|Grupp", "Aikuiset|Vuxna", "Lapset|Barn", "Uudet aikuiset|Nya vuxna", "Miehet|Män", "Isovanhemmat|Mor- och farföräldrar", "Ei pidetty|Inte hållen",
	}; !slices.EqualFunc(table[0], want, func(a, b string) bool { return strings.Join(strings.Fields(a), " ") == b || strings.Contains(a, "-") }) {
		t.Errorf("columns %q", table[0])
	}
	if got := table[1]; got[0] != "Perhekahvila Sarka|ti 24.11. 9.00–11.30" || got[1]+got[2]+got[3]+got[4]+got[5] != "" || !strings.Contains(got[6], "ei pidetty, syy / inte hållen, orsak:|"+strings.Repeat("_", 20)) {
		t.Errorf("the first row is %q", got)
	}
	if len(table) != 1+5+2 || table[3][6] != "peruttu / inställd: Maija sairastui" || table[7][0] != "" {
		t.Errorf("rows %q", table)
	}
	contains(t, root, "Perhetupa Sarka", "Viikko 48", "Älä kirjoita nimiä.", "Skriv inga namn.")
	lacks(t, root, "Vanha", "Maija Lahti", "Salla")
	ticks := map[string]int{}
	for _, s := range root.all("Span") {
		ticks[s.actual]++
	}
	if ticks["☐"] != 6 || ticks["☒"] != 1 {
		t.Errorf("boxes %v", ticks)
	}
	if n := mustRender(t, d).Pages; n != 1 {
		t.Errorf("%d pages", n)
	}
	read(t, r.o.CountingSheet(model.MeetingPlace{}, day("2026-11-23"), nil, MeetingFacts{}, nil))
}

func TestLineToWriteOnTakesTheWholeWidth(t *testing.T) {
	l := newLayouter(Document{}, fullScale)
	for _, width := range []int{500, 5000, 12345, 40000} {
		lines := l.wrapped(Text("", filled(width)), width)
		if len(lines) != 1 || lines[0].width > width || lines[0].width < width-500 {
			t.Errorf("in a width of %d there are %d lines, the first %d wide", width, len(lines), lines[0].width)
		}
	}
}
