package network

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

func showMeetings(t *testing.T, store *shelf, l model.Language) *table[*Meetings] {
	t.Helper()
	x := &table[*Meetings]{Stage: stage.New(t, l, today), store: store}
	x.view = NewMeetings(x.Desk, store)
	x.Put(x.view.Content(), func() any { return x.view })
	return x
}

func TestBodiesAreListedByWhatIsDue(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.Sees("Suvantomaan johtoryhmä", "2 kertaa vuodessa · 13.00–15.00", "myöhässä", "2026: 1 · 2025: 1 · tavoite 2 vuodessa")
	x.SeesPart("sen piti olla viimeistään 13.10.2026")
	x.Misses("Kokoukset 2024") // comes with a press
	x.Tap("Näytä 1 aiempi kokous")
	x.SeesPart("Kokoukset 2024", "Aloitetaan.")
	x.view.Step(1)
	x.SeesPart("Joka toinen tiistai klo 9.00–10.30", "ti 24.11.2026 · rytmin mukaan", "1,5\u00a0h")
	x.view.Step(1)
	x.Sees("ei sovittu")
}

func TestTimingOfABody(t *testing.T) {
	twice := func(last string) (model.Body, []model.NetworkMeeting) {
		return model.Body{ID: "a", TimesAYear: model.CountOf(2)}, []model.NetworkMeeting{{BodyID: "a", Date: d(last)}}
	}
	for want, last := range map[timing]string{timingLate: "2026-05-23", timingSoon: "2026-05-24", timingAhead: "2026-07-01"} {
		b, meetings := twice(last)
		if got := entryOf(&b, meetings, today).timing; got != want {
			t.Errorf("last met %s: %s, want %s", last, got, want)
		}
	}
	b, meetings := twice("2026-01-10")
	meetings = append(meetings, model.NetworkMeeting{ID: "m", BodyID: "a", Date: today})
	if got := entryOf(&b, meetings, today).timing; got != timingAgreed {
		t.Errorf("with a meeting today it is %s", got)
	}
	b.EndedOn = d("2026-11-21")
	if got := entryOf(&b, meetings, today).timing; got != timingEnded {
		t.Errorf("after its last day it is %s", got)
	}
}

func TestProposals(t *testing.T) {
	store := region()
	want := map[model.ID][]string{
		"alue":     {"2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"},
		"tiimi":    {"2026-11-24", "2026-12-08", "2026-12-22", "2027-01-05"},
		"ohjaajat": nil,
	}
	for _, b := range store.bodies {
		var got []string
		for _, day := range proposals(b, store.meetings, today) {
			got = append(got, day.String())
		}
		if !slices.Equal(got, want[b.ID]) {
			t.Errorf("%s: %v, want %v", b.ID, got, want[b.ID])
		}
	}
	kept := append(store.meetings, model.NetworkMeeting{BodyID: "tiimi", Date: d("2026-12-08"), Cancelled: true})
	if got := proposals(store.bodies[1], kept, today); got[1] != d("2026-12-22") {
		t.Errorf("a day that was cancelled is proposed again: %v", got)
	}
	holidays := model.Body{ID: "x", TimesAYear: model.CountOf(1)}
	if got := proposals(holidays, []model.NetworkMeeting{{BodyID: "x", Date: d("2025-12-25")}}, today); got[0] != d("2026-12-31") {
		t.Errorf("a public holiday is proposed: %v", got)
	}
}

func TestAMeetingIsAgreedOnTheProposedDay(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.Tap("Sovi kokous")
	x.WantFocus("Päivä")
	x.Tap("ti 15.12.2026")
	x.view.Save()
	made := x.store.meetings[len(x.store.meetings)-1]
	if made.Date != d("2026-12-15") || made.BodyID != "alue" || made.From != at("13:00") || made.Until != at("15:00") || made.Place != "Kunnantalo" || len(made.Present) > 0 {
		t.Errorf("kept %+v", made)
	}
	x.Sees("sovittu", "tulossa")
	x.Misses("myöhässä")
	x.Tap("Peru kokous")
	x.Tap("Peru kokous")
	if !x.store.meetings[len(x.store.meetings)-1].Cancelled {
		t.Error("it is not cancelled")
	}
	x.Sees("myöhässä", "peruttu")
	x.Tap("Palauta")
	x.Sees("sovittu")
}

func TestMinutesProposeTheMembers(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.view.Open("t1") // a meeting leads to its body
	x.Tap("Kirjaa muistio")
	x.WantFocus("Päätökset")
	x.Type("Aloitetaan puheeksiotto.")
	x.view.Save()
	m := x.store.meeting("t1")
	if m.Decisions != "Aloitetaan puheeksiotto." || !slices.Equal(m.Present, []model.ID{"kunta"}) {
		t.Errorf("kept %+v", m)
	}
	x.Sees("pidetty", "Aloitetaan puheeksiotto.")
	x.Misses("Kirjaa muistio")
}

// A meeting that nobody wrote down before it was held takes one form.
func TestAMeetingAlreadyHeldIsKeptInOneForm(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.Tap("Uusi kokous")
	x.Misses("Muistio")
	x.Retype("18.11.2026")
	x.Press(fyne.KeyTab)
	x.Sees("Muistio", "Läsnä")
	x.WantFocus("ti 8.12.2026") // where Tab leads anyhow
	x.TabTo("Päätökset")
	x.Type("Avataan tammikuussa.")
	x.view.Save()
	made := x.store.meetings[len(x.store.meetings)-1]
	if made.Date != d("2026-11-18") || made.Decisions != "Avataan tammikuussa." || !slices.Equal(made.Present, []model.ID{"kunta", "mll"}) {
		t.Errorf("kept %+v", made)
	}
	x.Misses("muistio puuttuu", "Kirjaa muistio")
}

// Whoever saves without having seen the fields is shown them, and may save all the same.
func TestAMeetingAlreadyHeldMayLackDecisions(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	kept := len(x.store.meetings)
	x.Tap("Uusi kokous")
	x.Retype("18.11.2026")
	x.view.Save()
	x.SeesPart("Kokous on jo pidetty. Kirjaa, ketkä olivat läsnä ja mitä päätettiin. Jos päätöksiä ei tehty, kirjaa sekin.")
	x.WantFocus("Päätökset")
	if len(x.store.meetings) != kept {
		t.Fatal("it was kept before anybody was asked")
	}
	x.view.Save()
	if x.view.FormOpen() || len(x.store.meetings) != kept+1 {
		t.Error("it cannot be kept without decisions")
	}
}

// A day that was mistyped leaves nobody present at a meeting to come.
func TestNobodyIsPresentAtAMeetingToCome(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.Tap("Uusi kokous")
	x.Retype("18.11.2026")
	x.Press(fyne.KeyTab)
	x.Tap("ti 15.12.2026")
	x.view.Save()
	if made := x.store.meetings[len(x.store.meetings)-1]; made.Date != d("2026-12-15") || len(made.Present) > 0 {
		t.Errorf("kept %+v", made)
	}
}

func TestAMeetingIsRemovedFromItsForm(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.Tap("ti 7.10.2025")
	x.Tap("Poista kokous")
	x.Tap("Poista")
	if slices.ContainsFunc(x.store.meetings, func(m model.NetworkMeeting) bool { return m.ID == "s25" }) || x.view.FormOpen() {
		t.Error("it is still there, or its form is")
	}
}

func TestBodyForm(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.view.New()
	x.view.Save()
	x.SeesPart(words.T("problem.required"))
	x.Type("Lähiesimiehet")
	x.TabTo("Laji")
	x.Choose("lähiesim")
	x.TabTo("Kuinka usein")
	x.Choose("säännöllisin")
	x.TabTo("Viikkoväli")
	x.Retype("4")
	x.TabTo("Alkaa klo")
	x.TypeFields("9", "10.30")
	x.view.Save()
	b := x.store.bodies[len(x.store.bodies)-1]
	if b.Name.Fi != "Lähiesimiehet" || b.Kind != model.SupervisorsOf || !b.Recurs || b.Recurrence.Every != 4 || b.StartsOn != today || b.Until != at("10:30") {
		t.Fatalf("kept %+v", b)
	}
	x.view.Edit()
	x.TabTo("Kuinka usein")
	x.Choose("tietyn määrän")
	x.TabTo("Kertaa vuodessa")
	x.Type("4")
	x.view.Save()
	if b = x.store.bodies[len(x.store.bodies)-1]; b.Recurs || b.Recurrence.Rhythm != "" || b.TimesAYear != model.CountOf(4) {
		t.Errorf("kept %+v", b)
	}
}

func TestABodyWithMeetingsStays(t *testing.T) {
	x := showMeetings(t, region(), model.Swedish)
	x.view.askDeleteBody(x.store.bodies[0])
	x.Tap("Ta bort")
	if len(x.store.bodies) != 3 || !x.InDialog() {
		t.Error("it is gone, or nothing was said")
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "create meeting"}
	x.Tap("Sovi kokous")
	x.view.Save()
	if !x.InDialog() || !x.view.FormOpen() {
		t.Error("a full disk is not told, or the form is gone")
	}
}

func TestMemoAndInvitation(t *testing.T) {
	x := showMeetings(t, region(), model.Finnish)
	x.view.Print()
	x.Tap("Sovi kokous")
	x.view.Save()
	x.view.Print()
	want := []string{"Muistio Suvantomaan johtoryhmä 14.4.2026.pdf", "Kokouskutsu Suvantomaan johtoryhmä 8.12.2026.pdf"}
	if !slices.Equal(x.Viewed, want) {
		t.Errorf("viewed %q", x.Viewed)
	}
}
