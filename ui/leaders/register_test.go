package leaders

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// parish is a region where a fathers' group in Swedish is to be led: two fit, one of them away, and others do not.
func parish() *drawer {
	day := model.MustDate
	d := village()
	active := []model.LeaderStatus{{ID: "a", State: model.LeaderActive, From: day("2024-01-01")}}
	person := func(id, name, place string, audience model.Audience, languages ...model.Spoken) model.Leader {
		return model.Leader{
			ID: model.ID(id), Kind: model.Volunteer, Name: name, Phone: "040 1", Municipality: model.Municipality{Name: place},
			Audiences: []model.Audience{audience}, Languages: languages, Statuses: active,
			Availability: model.Availability(0).With(time.Thursday, model.Evening, true),
		}
	}
	away := person("kim", "Kim Eklund", "Rantaniemi", model.Fathers, "sv", "fi")
	away.Absences = []model.Absence{{ID: "x", From: day("2026-11-01"), Until: day("2026-12-01")}}
	d.leaders = []model.Leader{
		person("johan", "Johan Backman", "Rantaniemi", model.Fathers, "sv"), away,
		person("ville", "Ville Harjunen", "Rantaniemi", model.Fathers, "fi"),
		person("anna", "Anna Öster", "Rantaniemi", model.Mothers, "sv"),
		person("juha", "Juha Ollila", "Sarkajärvi", model.Fathers, "sv"),
	}
	return d
}

func (x *table) hits() string {
	var ids []string
	for _, h := range x.register.Hits() {
		ids = append(ids, h.ID)
	}
	return strings.Join(ids, " ")
}

func TestALeaderIsFoundInThreePresses(t *testing.T) {
	x := stageOn(t, parish())
	x.SeesPart("Millaista ohjaajaa", "isät 3", "ruotsi 3", "Rantaniemi 3", "to 4", "ma 0")
	x.Tap("isät 3")
	x.Tap("ruotsi 2")
	x.Tap("Rantaniemi 1")
	if got := x.hits(); got != "johan" {
		t.Errorf("found %q", got)
	}
	x.SeesPart("Etsitään: isät, ruotsi, Rantaniemi. Sopivia on yksi.", "Lisäksi sopisi yksi, jota ei voi pyytää juuri nyt.", "040 1")
	if x.register.Selected() != "" {
		t.Error("a page took the place of the search")
	}

	x.TabTo("Vain aktiiviset")
	x.Press(fyne.KeySpace)
	if got := x.hits(); got != "johan kim" {
		t.Errorf("with those who are away: %q", got)
	}
	x.Tap("isät 2")
	if got := x.hits(); got != "anna johan kim" {
		t.Errorf("a second press takes the filter away: %q", got)
	}
	x.Tap("Aloita alusta")
	if got := x.hits(); got != "anna johan juha kim ville" || !x.finder.only.Checked {
		t.Errorf("after starting again: %q, only %v", got, x.finder.only.Checked)
	}

	x.FocusSearch()
	x.Type("kim")
	x.Find()
	if got := x.hits(); got != "anna johan juha kim ville" {
		t.Errorf("what was left in the search hides those who fit: %q", got)
	}
}

func TestTheSearchByKeyboard(t *testing.T) {
	x := stageOn(t, parish())
	x.Open("ville")
	x.SeesPart("Ville Harjunen")
	x.TabTo("Etsi ohjaajaa")
	x.Press(fyne.KeyReturn)
	if got := x.FocusedLabel(); got != "Ruotsi" && got != "Suomi" {
		t.Fatalf("the keyboard is at %q", got)
	}
	x.TabTo("Torstai, ilta")
	x.Press(fyne.KeySpace)
	if got := x.hits(); got != "anna johan juha ville" || x.FocusedLabel() != "Torstai, ilta" {
		t.Errorf("found %q with the keyboard at %q", got, x.FocusedLabel())
	}
	x.Leave()
	x.Press(fyne.KeyDown)
	if x.register.Selected() == "" {
		t.Fatal("the list opens no page")
	}
	x.Leave()
	if x.register.Selected() != "" {
		t.Error("Esc in the list does not come back to the search")
	}
}

func TestTheListSaysWhatMatters(t *testing.T) {
	day := model.MustDate
	for name, c := range map[string]struct {
		change       func(*model.Leader)
		detail, chip string
	}{
		"at work":   {func(l *model.Leader) { l.Absences = nil }, "Perhekahvilaohjaaja · puuttuu: Julkaisu, Perehdytys", "puuttuu"},
		"away":      {func(l *model.Leader) { l.Absences[0].Until = day("2026-12-24") }, "Poissa 24.12.2026 asti · Perhekahvilaohjaaja", "puuttuu"},
		"away long": {func(*model.Leader) {}, "Poissa toistaiseksi · ", "puuttuu"},
		"on a break": {func(l *model.Leader) {
			l.Absences, l.Statuses = nil, []model.LeaderStatus{{State: model.LeaderOnBreak, From: day("2026-10-01")}}
		}, "Tauolla 1.10.2026 alkaen · ", "tauolla"},
		"coming back": {func(l *model.Leader) {
			l.Absences, l.Statuses = nil, []model.LeaderStatus{{State: model.LeaderOnBreak}, {State: model.LeaderActive, From: day("2027-01-11")}}
		}, "11.1.2027 alkaen aktiivinen · ", "tauolla"},
		"ended": {func(l *model.Leader) {
			l.Statuses = []model.LeaderStatus{{State: model.LeaderEnded, From: day("2026-10-01")}}
		}, "Lopettanut 1.10.2026 · ", "lopettanut"},
	} {
		store := village()
		c.change(&store.leaders[0])
		words.Use(model.Finnish)
		r, err := readRecords(t.Context(), store, sunday)
		if err != nil {
			t.Fatal(err)
		}
		x := r.line(&r.leaders[0])
		if got := r.detail(x); !strings.HasPrefix(got, c.detail) || x.chip(r.said).Word != c.chip {
			t.Errorf("%s: %q with %q, want %q with %q", name, got, x.chip(r.said).Word, c.detail, c.chip)
		}
	}
}

func TestThoseWhoHaveEndedLeaveTheList(t *testing.T) {
	store := village()
	store.leaders = append(store.leaders, model.Leader{ID: "x", Kind: model.Volunteer, AnonymisedOn: sunday})
	x := stageOn(t, store)
	if got := x.hits(); got != "pekka sanna" {
		t.Errorf("the list has %q", got)
	}
	x.Open("entinen")
	x.SeesPart("Ensio Entinen", "Säilytysaika päättyi 31.5.2025")
	x.ended.Checked = true
	x.ended.OnChanged()
	if got := x.hits(); got != "entinen pekka sanna x" {
		t.Errorf("with them the list has %q", got)
	}
	x.Open("x")
	x.SeesPart("Nimi poistettu", "Henkilön tiedot on poistettu 22.11.2026")
	x.Misses("Muokkaa", "Tulosta", "Vaihda tila")
}

func TestSearchAndFilters(t *testing.T) {
	store := village()
	store.leaders[0].HomeOrganisation, store.leaders[0].Municipality = "mll", model.Municipality{Code: "994"}
	store.leaders[0].Email, store.leaders[0].Audiences = "sanna@esimerkki.example", []model.Audience{model.Fathers}
	x := stageOn(t, store)
	row := x.register.Hits()[1]
	for _, typed := range []string{"virtamaki", "0401234567", "040 123", "sanna@esi", "perhekahvila", "MLL", "Sarkajärvi"} {
		if !strings.Contains(row.Search, model.Fold(typed)) {
			t.Errorf("%q is not found in %q", typed, row.Search)
		}
	}
	want := [][]string{
		{"Aktiivinen"},
		{"Jotakin puuttuu", "Vanhempi teksti allekirjoitettu"},
		{"Sarkajärvi"},
		{"Suomi"},
		{"Perhekahvilaohjaaja"},
		{"Isät"},
		{"Tiistai, aamupäivä"},
		{"MLL Sarkajärvi"},
		{"Vapaaehtoinen"},
		{"Ei juuri nyt"},
	}
	for i, f := range filters() {
		var got []string
		for _, code := range f.Of(row.Of) {
			if w := f.Word(code); !slices.Contains(got, w) {
				got = append(got, w)
			}
		}
		if i == byReadiness {
			got = slices.DeleteFunc(got, func(w string) bool { return w == "Jotakin on pian tehtävä" })
		}
		if !slices.Equal(got, want[i]) {
			t.Errorf("filter %s: %v, want %v", f.Label, got, want[i])
		}
	}
}

func TestOrders(t *testing.T) {
	store := parish()
	done := []model.Fulfilment{{RequirementID: "intro", On: sunday}, {RequirementID: "secret", On: sunday, Version: "2"}}
	store.leaders[0].Completed, store.leaders[0].Publication = done, model.Publication{On: sunday}
	store.leaders[2].Entries = []model.LeaderEntry{{Kind: model.EnteredHours, On: sunday, Amount: model.AmountOf(100)}}
	x := stageOn(t, store)
	rows, err := x.rows()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"anna johan juha kim ville", "anna johan kim ville juha", "anna juha kim ville johan", "johan ville anna juha kim"} {
		slices.SortStableFunc(rows, sorts()[i].Compare)
		var got []string
		for _, r := range rows {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("order %d: %v, want %s", i, got, want)
		}
	}
}

func TestHiddenDataIsNowhereOnTheScreen(t *testing.T) {
	store := village()
	store.leaders[0].Statuses[0].Reason, store.leaders[0].Email = "Muutti Sarkaan", "sanna@esimerkki.example"
	store.leaders[0].Entries = []model.LeaderEntry{{Kind: model.EnteredHours, On: sunday, Amount: model.AmountOf(250), Note: "Joulujuhla"}}
	x := stageOn(t, store)
	x.Open("sanna")
	secrets := []string{"Virtamäki", "123", "sanna@", "Matka", "Muutti", "Joulujuhla", "Avain"}
	x.SeesPart(secrets...)
	x.desk.SetHidden(true)
	x.Reload()
	x.Misses(secrets...)
	x.SeesPart("S. V.", "•••", "Perehdytys")
}

func TestThePapersOfALeader(t *testing.T) {
	store := village()
	store.leaders[0].Tasks[0].Check.Need = model.CheckNeeded
	store.leaders[0].Languages = []model.Spoken{"so", "sv", "en"}
	x := stageOn(t, store)
	var viewed []string
	x.desk.Printed = t.TempDir()
	x.desk.View = func(path string) error { viewed = append(viewed, path); return nil }
	p := x.page("sanna").(*kit.PageView)
	if got := paperLanguage(store.leaders[0]); got != model.Swedish {
		t.Errorf("papers in %s", got)
	}
	p.Print()
	x.SeesPart("Asiakirja", "Kieli")
	x.Window.Canvas().Overlays().Remove(x.Window.Canvas().Overlays().Top())
	l, _ := x.records.leader("sanna")
	read := &page{Screen: x.Screen, l: l, ready: x.records.readiness["sanna"], in: words.In(model.Finnish)}
	var kinds []string
	for _, c := range read.papers() {
		kinds = append(kinds, string(c.kind))
		read.printPaper(c)
	}
	if got := strings.Join(kinds, " "); got != "undertaking publication check_consent certificate own_data" {
		t.Errorf("papers: %s", got)
	}
	if len(viewed) != len(kinds) {
		t.Fatalf("%d papers were shown of %d", len(viewed), len(kinds))
	}
	for _, path := range viewed {
		if b, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(b), "%PDF") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// crowd is n leaders with ten participations each.
type crowd struct {
	*drawer
	record model.TrainingRecord
}

func (c crowd) TrainingRecord(context.Context) (model.TrainingRecord, error) { return c.record, nil }

func many(n int) crowd {
	c := crowd{drawer: village()}
	sanna := c.leaders[0]
	c.programmes = nil
	for i := range 20 {
		c.programmes = append(c.programmes, model.Programme{
			ID: model.ID(fmt.Sprint("p", i)), Name: model.Text{Fi: fmt.Sprint("Koulutus ", i)}, Tasks: model.TaskKinds()[i%10 : i%10+1],
			Validity: model.Validity{Kind: model.ValidMonths, Months: 36},
		})
	}
	c.leaders, c.events = nil, make([]model.Event, n/10)
	var completions []model.Completion
	for i := range c.events {
		c.events[i] = model.Event{ID: model.ID(fmt.Sprint("e", i)), ProgrammeID: c.programmes[i%20].ID, State: model.EventHeld}
	}
	for i := range n {
		l := sanna
		l.ID, l.Name = model.ID(fmt.Sprint("l", i)), fmt.Sprintf("Ääninen Öhman %d", i)
		l.Phone, l.Municipality = fmt.Sprint("040 ", i), model.Municipality{Name: []string{"Sarkajärvi", "Hiidenlampi", "Rantaniemi"}[i%3]}
		l.Audiences = model.Audiences()[i%10 : i%10+3]
		c.leaders = append(c.leaders, l)
		for k := range 10 {
			e := &c.events[(i+k*7)%len(c.events)]
			e.Participations = append(e.Participations, model.Participation{LeaderID: l.ID, Passed: model.Yes})
			completions = append(completions, model.Completion{LeaderID: l.ID, ProgrammeID: e.ProgrammeID, On: sunday.AddDays(-i), EventID: e.ID})
		}
	}
	c.record = model.NewTrainingRecord(completions, nil, nil)
	return c
}

// The budget is 100 ms for 2,000 leaders with 20,000 participations.
func BenchmarkOpenRegister(b *testing.B) {
	x := stageOn(b, village())
	store := many(2000)
	b.ResetTimer()
	for b.Loop() {
		s := New(x.desk, store)
		test.WidgetRenderer(s.register)
	}
}

// The budget is 16 ms, the counts of the panel beside the list included.
func BenchmarkKeystroke(b *testing.B) {
	x := stageOn(b, village())
	s := New(x.desk, many(2000))
	x.Window.SetContent(s.Content())
	s.FocusSearch()
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		x.Window.Canvas().Focused().TypedRune(rune("perhekahvila "[i%13]))
		if i%13 == 12 {
			b.StopTimer()
			s.register.ShowAll()
			s.FocusSearch()
			b.StartTimer()
		}
	}
}

var _ kit.Printer = (*Screen)(nil)
