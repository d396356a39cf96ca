package training

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestCreateEventByKeyboard(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.New()
	x.Type("huolen")
	x.Press(fyne.KeyReturn, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	x.Type(" Kirjasto ")
	x.Press(fyne.KeyTab)
	x.Type("mll")
	x.Press(fyne.KeyReturn, fyne.KeyTab)
	x.Type("20")
	x.Press(fyne.KeyTab, fyne.KeyReturn) // the button that adds a day
	x.Type("14.1.2027")
	x.Press(fyne.KeyTab)
	x.Type("9")
	x.Press(fyne.KeyTab)
	x.Type("1530")
	x.Tap("Lisää päivä")
	x.Type("21.1.2027")
	x.TabTo("Lisää ohjaaja")
	for _, name := range []string{"aino", "sari"} {
		x.Type(name)
		x.Press(fyne.KeyReturn)
	}
	x.Save()
	if len(x.store.events) != 6 {
		t.Fatalf("nothing was created: %s", x.desk.Messages.Text())
	}
	got := x.store.events[5]
	if len(got.Days) != 2 || len(got.Participations) != 2 {
		t.Fatalf("kept %+v", got)
	}
	day := func(i int, date string) model.EventDay {
		return model.EventDay{ID: got.Days[i].ID, Date: model.MustDate(date), From: clock(9, 0), Until: clock(15, 30)}
	}
	want := model.Event{
		ID: got.ID, ProgrammeID: "huoli", State: model.EventPlanned, Place: "Kirjasto", OrganiserID: "mll",
		Languages: []model.Language{model.Finnish}, Capacity: model.CountOf(20), PassShare: 80,
		Days: []model.EventDay{day(0, "2027-01-14"), day(1, "2027-01-21")},
		Participations: []model.Participation{
			{ID: got.Participations[0].ID, LeaderID: "aino"}, {ID: got.Participations[1].ID, LeaderID: "sari"},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
	if x.events().register.FormOpen() || x.desk.Messages.Text() != "Huolen puheeksi ottaminen on tallennettu." {
		t.Errorf("after saving: %q", x.desk.Messages.Text())
	}
}

func TestEditKeepsWhatIsNotTouched(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	want := copyOf(x.store.events[3])
	f := x.form("held")
	f.focus("notes")
	x.Type("Kahvi tilattu")
	x.Save()
	want.Notes = "Kahvi tilattu"
	if got := x.store.events[3]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
}

func TestADayThatIsNoDayIsNotSaved(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.form("open")
	x.Tap("Lisää päivä")
	x.Type("29.2.2027")
	x.Press(fyne.KeyTab)
	x.Save()
	if len(x.store.events[0].Days) != 0 || !x.events().register.FormOpen() {
		t.Fatal("29.2.2027 was saved as a day")
	}
	if e, ok := x.Window.Canvas().Focused().(*kit.DateField); !ok || e.Text != "29.2.2027" {
		t.Errorf("the keyboard is at %v, not at the day that does not exist", x.Window.Canvas().Focused())
	}
	x.Sees("Korjaa: Päivää 29.2.2027 ei ole kalenterissa. Tarkista päivä ja kuukausi.")
	x.Sees(words.T("training.event.day.undated"))
	if x.Shows("la 29.2.2020") {
		t.Error("the line of the day says what 29.2.20 came to on the way")
	}
	if said := x.desk.Messages.Text(); said != words.T("form.refused") {
		t.Errorf("the message is %q", said)
	}
}

func TestATimeThatIsNoTimeIsSaid(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.form("open")
	x.Tap("Lisää päivä")
	x.Type("14.1.2027")
	x.Press(fyne.KeyTab)
	x.Type("25.00")
	x.Save()
	if e, ok := x.Window.Canvas().Focused().(*kit.ClockField); !ok || e.Text != "25.00" || !x.events().register.FormOpen() {
		t.Errorf("the keyboard is at %v, not at the time that does not exist", x.Window.Canvas().Focused())
	}
}

func TestEventRefusalsAndWarnings(t *testing.T) {
	person := func(name string) model.Participation {
		return model.Participation{ID: ids.New(), Outsider: model.Outsider{Name: name}}
	}
	many := func(n int) []model.Participation {
		var out []model.Participation
		for i := range n {
			out = append(out, person("Henkilö "+strings.Repeat("i", i+1)))
		}
		return out
	}
	for name, c := range map[string]struct {
		change func(*model.Event)
		says   string
		saved  bool // by saving a second time
	}{
		"no programme":     {func(e *model.Event) { e.ProgrammeID = "" }, "Korjaa: Tämä on pakollinen tieto. Täytä kenttä.", false},
		"share over 100":   {func(e *model.Event) { e.PassShare = 120 }, "Korjaa: Osuuden pitää olla 0–100 prosenttia.", false},
		"ends before":      {func(e *model.Event) { e.Days[0].Until = clock(8, 0) }, "Korjaa: Loppumisajan pitää olla alkamisajan jälkeen samana päivänä.", false},
		"the same twice":   {func(e *model.Event) { e.Participations = append(e.Participations, person("Kaisa"), person("kaisa")) }, "Korjaa: Sama henkilö on jo osallistujana.", false},
		"a leader twice":   {func(e *model.Event) { e.Participations = append(e.Participations, e.Participations[0]) }, "Korjaa: Sama henkilö on jo osallistujana.", false},
		"61 for 60":        {func(e *model.Event) { e.Capacity, e.Participations = model.CountOf(60), many(61) }, "Huomaa: Osallistujia on 61, paikkoja 60.", true},
		"held in future":   {func(e *model.Event) { e.State = model.EventHeld }, "Huomaa: Tapahtuma on merkitty pidetyksi, mutta sen viimeinen päivä 14.1.2027 on edessä.", true},
		"without days":     {func(e *model.Event) { e.Days = nil }, "Huomaa: Päiviä ei ole vielä merkitty.", true},
		"a nameless guest": {func(e *model.Event) { e.Participations[0] = model.Participation{Rating: model.CountOf(3)} }, "Korjaa: Tämä on pakollinen tieto. Täytä kenttä.", false},
		"rating 6":         {func(e *model.Event) { e.Participations[0].Rating = model.CountOf(6) }, "Korjaa: Arvosanan pitää olla 1–5.", false},
	} {
		t.Run(name, func(t *testing.T) {
			x := showEvents(t, autumn(), model.Finnish)
			e, _ := x.records.event("ahead")
			e = copyOf(e)
			c.change(&e)
			x.events().openForm(e, false, "")
			x.Save()
			if !x.events().register.FormOpen() {
				t.Fatal("it was saved before anybody could see what is amiss")
			}
			x.Sees(c.says)
			x.Save()
			if saved := !x.events().register.FormOpen(); saved != c.saved {
				t.Errorf("saved at the second try: %v, want %v", saved, c.saved)
			}
		})
	}
}

func TestADiskFullKeepsTheEventForm(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.form("held").focus("notes")
	x.Type("Kahvi")
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update event"}
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was told")
	}
	x.Press(fyne.KeyReturn)
	x.store.fails = nil
	x.Save()
	if got := x.store.events[3].Notes; x.events().register.FormOpen() || got != "Kahvi" {
		t.Errorf("when there was room again %q was saved", got)
	}
}

func TestLeadersAreOfferedOnce(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	f := x.form("ahead") // in which Aino takes part
	var offered []model.ID
	for _, o := range f.leaderOptions("", f.taking...) {
		offered = append(offered, o.Value)
	}
	if want := []model.ID{"sari", "ville"}; !slices.Equal(offered, want) {
		t.Errorf("offered %v, want %v: not one who takes part, nor one who has ended", offered, want)
	}
	f.focus("add_leader")
	x.Type("sari")
	x.Press(fyne.KeyReturn)
	if got := f.e.Participations; len(got) != 2 || got[1].LeaderID != "sari" || slices.Index(f.taking, "sari") < 0 {
		t.Errorf("participants %+v, left out %v", got, f.taking)
	}
	if x.Window.Canvas().Focused() != fyne.Focusable(f.leaders) {
		t.Errorf("after adding one the keyboard is at %v, and the next cannot be typed", x.Window.Canvas().Focused())
	}
}

func TestAnOutsiderMayBecomeALeader(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	f := x.form("open")
	x.Tap("Lisää muu osallistuja")
	x.Type("Kaisa Muualta")
	x.Press(fyne.KeyReturn)
	if got := f.e.Participations[0]; got.Outsider.Name != "Kaisa Muualta" || got.LeaderID != "" {
		t.Fatalf("an outsider is kept as %+v", got)
	}
	x.Press(fyne.KeyTab)
	x.Type("Seurakunta")
	if got := f.e.Participations[0]; got.Outsider.Organisation != "Seurakunta" {
		t.Fatalf("an outsider is kept as %+v", got)
	}
	x.Window.Canvas().FocusPrevious()
	x.Type("sari")
	x.Press(fyne.KeyReturn)
	if got := f.e.Participations[0]; got.LeaderID != "sari" || got.Outsider != (model.Outsider{}) {
		t.Errorf("a leader is kept as %+v", got)
	}
}

func TestDuplicate(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	e, _ := x.records.event("held")
	got := anotherLike(e)
	if got.ID != "" || got.State != model.EventPlanned || len(got.Participations) != 0 || got.Cost.Known || len(got.Trainers) != 2 {
		t.Errorf("the copy is %+v", got)
	}
	if len(got.Days) != 2 || !got.Days[0].Date.IsZero() || got.Days[0].From != clock(9, 0) || got.Days[0].ID == "d1" {
		t.Errorf("the copy has the days %+v", got.Days)
	}
	x.events().duplicate(e)
	x.Save()
	if len(x.store.events) != 5 || x.store.events[3].ID != "held" {
		t.Error("a copy without dates was saved")
	}
}

func TestTidied(t *testing.T) {
	e := autumn().events[3]
	e.Reason, e.Days = "syy", e.Days[1:]
	got := tidied(e)
	if got.Reason != "" {
		t.Errorf("an event that was held keeps the reason for cancelling it: %q", got.Reason)
	}
	if days := got.Participations[0].Days; len(days) != 1 || !slices.Contains([]bool{true}, days["d2"]) {
		t.Errorf("attendance of a day that is no more: %v", days)
	}
	if days := e.Participations[0].Days; len(days) != 2 {
		t.Errorf("the event itself was changed: %v", days)
	}
}

func TestNewEventFromElsewhere(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.Tap("Ohjelmat")
	x.NewEvent("huoli", []model.ID{"sari", "ville"})
	x.Save()
	x.Save() // without days it warns first
	got := x.store.events[len(x.store.events)-1]
	if got.ProgrammeID != "huoli" || len(got.Participations) != 2 || got.Participations[1].LeaderID != "ville" {
		t.Errorf("began %+v", got)
	}
}
