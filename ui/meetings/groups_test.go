package meetings

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

func TestGroupRows(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	rows := x.records.groupRows()
	for i, want := range []struct{ name, detail, chip string }{
		{"Perhekahvila Sarka", "joka tiistai klo 9.00–11.30 · Perhetupa Sarka", "työpari"},
		{"Ekavauva", "joka perjantai klo 10.00–11.30 · Kylätalo", "vapaaehtoinen puuttuu"},
		{"Iltakahvila", "joka toinen keskiviikko klo 17.30–19.30 · Vanha koulu", "ammattilainen puuttuu"},
		{"Loppunut ryhmä", "joka maanantai klo 9.00–10.00 · Perhetupa Sarka", "päättynyt"},
	} {
		if got := rows[i]; got.Name != want.name || got.Detail != want.detail || got.Chip.Word != want.chip {
			t.Errorf("row %d: %q, %q, %q; want %+v", i, got.Name, got.Detail, got.Chip.Word, want)
		}
	}
	for _, find := range []string{"aino kettula", "familjestugan", "sarkajarvi", "mll"} {
		if !strings.Contains(rows[0].Search, find) {
			t.Errorf("the group is not found by %q", find)
		}
	}
}

func TestGroupFiltersAndSorts(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindGroup, "")
	filters := x.View(groupsTab).(*groupsView).filters()
	rows := x.records.groupRows()
	for i, want := range [][]string{
		{"open", "targeted", "open", "open"},
		{"Sarkajärvi", "Rantaniemi", "Sarkajärvi", "Sarkajärvi"},
		{"2", "5", "3", "1"},
		{"", "no_volunteer", "no_professional", ""},
		{"families_0_6", "", "", ""},
		{"fi", "", "", ""},
		{"mll", "", "", ""},
	} {
		for j, code := range want {
			if got := strings.Join(filters[i].Of(rows[j].Of), " "); got != code {
				t.Errorf("filter %d says %q of %s, want %q", i, got, rows[j].ID, code)
			}
		}
	}
	if got := filters[2].Word("3"); got != "Keskiviikko" {
		t.Errorf("the weekday is said as %q", got)
	}
	single := model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{model.MustDate("2026-11-24"), model.MustDate("2026-12-01"), model.MustDate("2026-12-05")}}
	if got := weekdaysOf(single); !slices.Equal(got, []string{"2", "6"}) {
		t.Errorf("single dates are on the weekdays %v", got)
	}
	for i, want := range []string{"eka ilta loppu cafe", "loppu cafe ilta eka", "eka loppu cafe ilta"} {
		slices.SortStableFunc(rows, groupSorts()[i].Compare)
		var got []string
		for _, r := range rows {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("sort %d gives %v, want %s", i, got, want)
		}
	}
}

func TestGroupPage(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindGroup, "cafe")
	x.Sees("Avoin. Kaikki saavat tulla, ei ilmoittautumista.", "0–6-vuotiaiden perheet", "30 henkilöä, vähintään 4", "Näkyy perheille",
		"teema tai vieras joka 2. kerralla", "koko kauden ajan",
		"ti 24.11.2026, ti 1.12.2026 (jää väliin: Putkiremontti), ti 8.12.2026, ti 12.1.2027 ja ti 19.1.2027",
		"1 pidetty, 1 peruttu, 1 kirjaamatta ja 2 tulossa · 19 käyntiä",
		"9.00–11.30 · Kylätalo · siirretty, oli ti 1.12.2026", "vapaaehtoinen puuttuu")
	for _, link := range []string{"Terhi Terveydenhoitaja", "Aino Kettula", "MLL Sarkajärvi", "2025-001 Perhetupa"} {
		x.Tap(link)
	}
	if want := []stage.Record{{Kind: model.KindLeader, ID: "terhi"}, {Kind: model.KindLeader, ID: "aino"}, {Kind: model.KindOrganisation, ID: "mll"}, {Kind: model.KindAgreement, ID: "voimassa"}}; !slices.Equal(x.Opened, want) {
		t.Errorf("links opened %v, want %v", x.Opened, want)
	}
	x.OpenKind(model.KindGroup, "ilta")
	x.Sees("tauolla", "Sopimus 2025-008 päättyy 28.2.2027 kesken kauden Kevät 2027.", "Ryhmälle ei ole vielä suunniteltu kertoja.",
		"Paikasta Vanha koulu on luovuttu. Ryhmä tarvitsee uuden paikan.")
	x.Opened = nil
	x.Tap("Etsi ohjaaja")
	if !slices.Equal(x.Opened, []stage.Record{{Kind: model.KindLeader}}) {
		t.Errorf("opened %v, not the register of leaders", x.Opened)
	}
	x.OpenKind(model.KindGroup, "eka")
	x.Sees("Työparista puuttuu vapaaehtoinen.", "Sopimus 2026-006 ei ole vielä voimassa: luonnos.", "15 kertaa kaudessa", "10 perhettä", "Ei näy perheille")
	x.Tap("Suunnittele kausi")
	if x.Current() != seasonsTab {
		t.Error("the button does not lead to planning")
	}
}

func TestAgreementOfAGroup(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	for until, want := range map[string]string{
		"":           "",
		"2026-11-22": "Sopimus 2025-001 päättyy 22.11.2026 kesken kauden Syksy 2026.",
		"2026-12-11": "", // with the season
		"2026-12-31": "", // between two seasons
		"2027-01-11": "Sopimus 2025-001 päättyy 11.1.2027 kesken kauden Kevät 2027.",
		"2026-11-21": "Sopimus 2025-001 päättyi 21.11.2026.",
	} {
		day, err := model.ParseDate(until)
		if err != nil {
			t.Fatal(err)
		}
		x.records.agreementOf["voimassa"].ValidUntil = day
		got := ""
		for _, s := range agreementSteps(x.records, "voimassa") {
			got += s.Text
		}
		if got != want {
			t.Errorf("ending %s: %q, want %q", until, got, want)
		}
	}
}

func TestNamesOfLeadersAreHidden(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.desk.SetHidden(true)
	x.OpenKind(model.KindGroup, "cafe")
	x.Sees("A. K.", "T. T.")
	if x.Shows("Aino Kettula") {
		t.Error("a name is shown while personal data is hidden")
	}
	x.Edit()
	if f := x.Look(func(o fyne.CanvasObject) bool { return strings.Contains(stage.Said(o), "Kettula") }); f != nil {
		t.Errorf("the form shows %q while personal data is hidden", stage.Said(f))
	}
}

func TestNextDays(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	r := x.records
	said := func(g model.Group) string {
		var out []string
		for _, d := range r.nextDays(g, 3) {
			out = append(out, d.on.String())
		}
		return strings.Join(out, " ")
	}
	cafe := r.GroupOf["cafe"]
	ends := cafe
	ends.RunsUntil = model.MustDate("2026-12-01")
	few := cafe
	few.FixedSessions = model.CountOf(3)
	few.RunsFrom = model.MustDate("2026-11-20")
	few.RunsUntil = model.MustDate("2027-01-31")
	for name, c := range map[string]struct {
		group model.Group
		want  string
	}{
		"open":                       {cafe, "2026-11-24 2026-12-01 2026-12-08"},
		"every other week, in phase": {r.GroupOf["ilta"], "2026-11-25 2026-12-09 2027-01-13"}, // from 2.9. and from 13.1.
		"ends":                       {ends, "2026-11-24 2026-12-01"},
		"a lost day is made up for":  {few, "2026-11-24 2026-12-01 2026-12-08"},
		"over":                       {r.GroupOf["loppu"], ""},
	} {
		if got := said(c.group); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := r.nextDays(few, 9); got[3].on != model.MustDate("2026-12-15") {
		t.Errorf("after a lost day a group of three times goes on to %v", got)
	}
	r.Seasons = nil
	if got := said(cafe); got != "2026-11-24 2026-12-01 2026-12-08" {
		t.Errorf("without seasons: %q", got)
	}
}

func TestTally(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	if got := words.In(model.Finnish).Totals(model.TotalCounts(nil, sunday)); got != "" {
		t.Errorf("nothing is said as %q", got)
	}
	s := x.store.sessions[:1]
	s[0].Counts = model.Counts{Own: map[model.ID]int{"koirat": 2}}
	if got := words.In(model.Finnish).Totals(model.TotalCounts(s, sunday)); got != "1 pidetty" {
		t.Errorf("own counts alone are said as %q", got)
	}
}

func TestWithoutPlacesAPlaceIsOffered(t *testing.T) {
	x := showVillage(t, &shelf{}, model.Finnish)
	x.Tap("Ryhmät")
	x.New()
	if x.FormOpen() {
		t.Fatal("a group can be begun although there is no place for it")
	}
	x.Tap("Lisää paikka")
	if x.Current() != placesTab || !x.FormOpen() {
		t.Error("no place was begun")
	}
}

func TestDeleteGroup(t *testing.T) {
	x := showVillage(t, village(), model.Finnish)
	x.OpenKind(model.KindGroup, "eka")
	x.View(groupsTab).(*groupsView).askDelete(x.store.groups[1])
	if len(x.store.groups) != 4 {
		t.Fatal("it was deleted without a question")
	}
	x.Tap("Poista")
	if len(x.store.groups) != 3 || x.store.groupAt("eka") >= 0 {
		t.Error("it was not deleted")
	}
}

func TestTidyGroup(t *testing.T) {
	d := model.MustDate
	g := model.Group{Recurrence: model.Recurrence{
		Rhythm: model.OddWeeks, Weekday: time.Friday, Every: 2, Nth: 1, Dates: []model.Date{d("2026-12-02"), {}, d("2026-12-01"), d("2026-12-02")},
	}}
	want := model.Recurrence{Rhythm: model.OddWeeks, Weekday: time.Friday, Dates: []model.Date{d("2026-12-01"), d("2026-12-02")}}
	if got := tidyGroup(g).Recurrence; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v, want %+v", got, want)
	}
	if len(g.Recurrence.Dates) != 4 {
		t.Error("the group itself was changed")
	}
}

func BenchmarkGroupRows(b *testing.B) {
	x := showVillage(b, crowd(), model.Finnish)
	for b.Loop() {
		if rows := x.records.groupRows(); len(rows) != 404 {
			b.Fatal(len(rows))
		}
	}
}

// A key in the form says the words, the days and who is free anew.
func BenchmarkKeyInTheForm(b *testing.B) {
	x := showVillage(b, crowd(), model.Finnish)
	x.T = b
	f := x.groupForm(func(*model.Group) {})
	n := 0
	for b.Loop() {
		n++
		f.g.Until = at([]string{"11:30", "11:45"}[n%2])
		f.notice()
	}
}

// crowd is the village with 400 more groups and 2,000 more leaders.
func crowd() *shelf {
	s := village()
	for i := range 400 {
		g := s.groups[0]
		g.ID, g.Name = model.ID("g"+strconv.Itoa(i)), model.Text{Fi: "Ryhmä " + strconv.Itoa(i)}
		g.Recurrence.Weekday = time.Weekday(1 + i%5)
		g.Leaders = []model.ID{model.ID("v" + strconv.Itoa(i)), model.ID("v" + strconv.Itoa(i+400))}
		s.groups = append(s.groups, g)
	}
	for i := range 2000 {
		l := s.leaders[0]
		l.ID, l.Name = model.ID("v"+strconv.Itoa(i)), "Etunimi Sukunimi"+strconv.Itoa(i)
		s.leaders = append(s.leaders, l)
	}
	return s
}
