package training

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestEventRows(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	rows := x.records.eventRows()
	for i, want := range []struct{ name, detail, status string }{
		{"Vertaisryhmän ohjaajan koulutus", "0 osallistujaa", "planned"},
		{"Huoli puheeksi Rantaniemessä", "to 14.1.2027 · 1/1 paikkaa", "planned"},
		{"Huolen puheeksi ottaminen", "ti 10.11.2026 · 0 osallistujaa", unsettled},
		{"Vertaisryhmän ohjaajan koulutus", "20.8. ja 27.8.2026 · Sarkajärven kirjasto · 4/12 paikkaa", "held"},
		{"Huolen puheeksi ottaminen", "ti 3.3.2026 · 0 osallistujaa", "cancelled"},
	} {
		if got := rows[i]; got.Name != want.name || got.Detail != want.detail || got.Of.status != want.status {
			t.Errorf("row %d: %q, %q, %s; want %+v", i, got.Name, got.Detail, got.Of.status, want)
		}
	}
	if c := rows[2].Chip; c.Tone != kit.Attention || c.Word != "pidettiinkö?" {
		t.Errorf("an event that nobody has settled has the chip %+v", c)
	}
	for _, find := range []string{"aino kettula", "kaisa muualta", "outi", "mll", "kirjasto", "vertaisryhman"} {
		if !strings.Contains(rows[3].Search, find) {
			t.Errorf("the event is not found by %q", find)
		}
	}
}

func TestDaysText(t *testing.T) {
	words.Use(model.Finnish)
	for _, c := range []struct {
		days string
		want string
	}{
		{"", ""},
		{"2026-08-20", "to 20.8.2026"},
		{"2026-08-27 2026-08-20", "20.8. ja 27.8.2026"},
		{"2026-12-30 2027-01-07", "30.12.2026 ja 7.1.2027"},
		{"2026-08-20 2026-08-27 2026-09-03", "20.8., 27.8. ja 3.9.2026"},
		{"2026-08-20 2026-08-27 2026-09-03 2026-09-10", "20.8.–10.9.2026 (4 päivää)"},
	} {
		var days []model.EventDay
		for d := range strings.FieldsSeq(c.days) {
			days = append(days, model.EventDay{Date: model.MustDate(d)})
		}
		days = append(days, model.EventDay{}) // a day without a date is not one to say
		if got := daysText(days); got != c.want {
			t.Errorf("%s is said as %q, want %q", c.days, got, c.want)
		}
	}
}

func TestEventSorts(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	rows := x.records.eventRows()
	for i, want := range [][]string{
		{"open", "ahead", "late", "held", "gone"}, {"late", "gone", "ahead", "open", "held"},
	} {
		slices.SortStableFunc(rows, eventSorts()[i].Compare)
		var got []string
		for _, r := range rows {
			got = append(got, r.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("sort %d gives %v, want %v", i, got, want)
		}
	}
}

func TestEventSteps(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	over, _ := x.records.event("ahead")
	over.ID, over.Participations = "over", append(slices.Clone(over.Participations), model.Participation{LeaderID: "sari"})
	x.records.events = append(x.records.events, over)
	for id, want := range map[model.ID]string{
		"held": "attendance 1, confirm 2", "late": "unsettled 0", "ahead": "full 0", "over": "over_capacity 1", "gone": "", "open": "no_days 0",
	} {
		e, _ := x.records.event(id)
		var got []string
		for _, s := range eventSteps(e, eventToday) {
			got = append(got, s.code+" "+strconv.Itoa(s.n))
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%s: next steps %q, want %q", id, g, want)
		}
	}
}

func TestEventPage(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.OpenKind(model.KindEvent, "held")
	x.Sees("to 20.8.2026", "9.00–15.30", "350\u00a0€", "80 % päivistä", "Outi Ulkopuolinen", "Kaisa Muualta · Srk", "hyväksytty",
		"4/12 paikkaa, 2 läsnä kaikkina päivinä, 1 hyväksytty, 1 ehdotetaan hyväksyttäväksi, 1 ehdotetaan hylättäväksi ja 1 osallistujalla kirjaamattomia päiviä.",
		"4 (1 vastaaja)", "Hyvä päivä", "2 suoritusta odottaa vahvistusta.")
	x.Tap("Aino Kettula")
	x.Tap("MLL Sarkajärvi")
	x.Tap("Vertaisryhmän ohjaajan koulutus")
	if want := []model.ID{"aino", "mll", "vertais"}; !slices.Equal(x.OpenedIDs(), want) {
		t.Errorf("links opened %v, want %v", x.OpenedIDs(), want)
	}
	x.OpenKind(model.KindEvent, "gone")
	x.Sees("Kouluttaja sairastui")
}

func TestAverage(t *testing.T) {
	words.Use(model.Finnish)
	for _, c := range []struct {
		sum, n int
		want   string
	}{{4, 1, "4 (1 vastaaja)"}, {13, 3, "4,3 (3 vastaajaa)"}, {14, 3, "4,7 (3 vastaajaa)"}, {9, 4, "2,3 (4 vastaajaa)"}} {
		if got := averageText(c.sum, c.n); got != c.want {
			t.Errorf("%d/%d is said as %q, want %q", c.sum, c.n, got, c.want)
		}
	}
}

func TestNamesAreHiddenOnDemand(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.OpenKind(model.KindEvent, "held")
	x.desk.SetHidden(true)
	x.Reload()
	for _, name := range []string{"Aino Kettula", "Outi Ulkopuolinen", "Kaisa Muualta · Srk", "Hyvä päivä"} {
		if x.Shows(name) {
			t.Errorf("%q is shown while personal data is hidden", name)
		}
	}
	x.Sees("A. K.", "O. U.")
	x.Tap("Kirjaa läsnäolo")
	if g := x.Window.Canvas().Focused().(*attendanceGrid); g.AccessibilityLabel() != "A. K., to 20.8.: läsnä" {
		t.Errorf("the grid says %q", g.AccessibilityLabel())
	}
}

func TestConfirmOnThePage(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.OpenKind(model.KindEvent, "held")
	x.Tap("Vahvista suoritukset")
	x.Sees("Läsnäolon perusteella 1 ehdotetaan hyväksyttäväksi ja 1 ehdotetaan hylättäväksi. Jo vahvistetut jäävät ennalleen.")
	x.Tap("Vahvista")
	var got []model.Answer
	for _, p := range x.store.events[3].Participations {
		got = append(got, p.Passed)
	}
	if want := []model.Answer{model.Yes, model.No, "", model.Yes}; !slices.Equal(got, want) {
		t.Errorf("passed %q, want %q: nothing is said of one whose days are not entered", got, want)
	}
}

func TestHold(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.OpenKind(model.KindEvent, "late")
	x.Tap("Merkitse pidetyksi")
	if x.store.events[2].State != model.EventHeld {
		t.Error("it was not marked as held")
	}
	e, _ := x.records.event("ahead")
	p := &eventPage{eventsView: x.events(), r: x.records, e: e, in: words.In(model.Finnish)}
	p.hold()
	x.Sees("Viimeinen päivä 14.1.2027 on vasta edessä.")
	if x.store.events[1].State != model.EventPlanned {
		t.Error("an event to come was marked as held without a question")
	}
	x.Tap("Merkitse pidetyksi")
	if x.store.events[1].State != model.EventHeld {
		t.Error("it could not be marked as held all the same")
	}
}

func TestCancelAsksForTheReason(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	e, _ := x.records.event("ahead")
	p := &eventPage{eventsView: x.events(), r: x.records, e: e, in: words.In(model.Finnish)}
	p.cancel()
	x.Type("Liian vähän ilmoittautuneita")
	x.Save()
	if got := x.store.events[1]; got.State != model.EventCancelled || got.Reason != "Liian vähän ilmoittautuneita" {
		t.Errorf("kept %s, %q", got.State, got.Reason)
	}
}

func TestDelete(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	e, _ := x.records.event("held")
	p := &eventPage{eventsView: x.events(), r: x.records, e: e, in: words.In(model.Finnish)}
	p.askDelete()
	if len(x.store.events) != 5 {
		t.Fatal("it was deleted without a question")
	}
	x.Tap("Poista")
	if len(x.store.events) != 4 || x.store.at("held") >= 0 {
		t.Error("it was not deleted")
	}
}

func TestWithoutProgrammesAProgrammeIsOffered(t *testing.T) {
	x := showEvents(t, &eventShelf{}, model.Finnish)
	x.Sees("Lisää koulutusohjelma")
	x.New()
	if x.Window.Canvas().Overlays().Top() == nil || x.events().register.FormOpen() {
		t.Error("an event can be begun although there is no programme for it")
	}
}

func TestViewsKeepTheirPlaceAndAreReadAgain(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.OpenKind(model.KindEvent, "held")
	x.Tap("Ohjelmat")
	x.store.events = append(x.store.events, model.Event{ID: "new", ProgrammeID: "huoli", State: model.EventPlanned})
	x.Reload()
	x.Tap("Tapahtumat")
	if got := x.events().register.Selected(); got != "held" {
		t.Errorf("the register came back with %q, not where it was left", got)
	}
	if n := len(x.records.events); n != 6 {
		t.Errorf("%d events after something changed meanwhile, want 6", n)
	}
}

func BenchmarkEventRows(b *testing.B) {
	store := autumn()
	for i := range 500 {
		e := store.events[3]
		e.ID = ids.New()
		e.Participations = nil
		for j := range 40 {
			id := model.ID("leader" + strconv.Itoa((i+j)%2000))
			e.Participations = append(e.Participations, model.Participation{ID: ids.New(), LeaderID: id, Days: map[model.ID]bool{"d1": true}})
		}
		store.events = append(store.events, e)
	}
	for i := range 2000 {
		store.leaders = append(store.leaders, model.Leader{ID: model.ID("leader" + strconv.Itoa(i)), Name: "Etunimi Sukunimi" + strconv.Itoa(i)})
	}
	x := showEvents(b, store, model.Finnish)
	for b.Loop() {
		if rows := x.records.eventRows(); len(rows) != 505 {
			b.Fatal(len(rows))
		}
	}
}
