package meetings

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

// planned is the region with its autumn planned.
func planned(t *testing.T) (*table, *shelf) {
	t.Helper()
	store := planRegion()
	x := showPlans(t, store, seasonsTab, model.Finnish)
	x.plan()
	x.writePlan()
	if len(store.sessions) != 24 {
		t.Fatalf("%d sessions were planned", len(store.sessions))
	}
	return x, store
}

func (s *shelf) cancelled() int {
	return len(s.which(func(x model.Session) bool { return x.State == model.SessionCancelled }))
}

func TestClosureRows(t *testing.T) {
	x := showPlans(t, planRegion(), closuresTab, model.Finnish)
	rows, err := x.closures().rows()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct{ name, detail, chip string }{
		{"Syysloma", "19.–25.10.2026 · Sarkajärvi", "kunta"}, {"Putkirikko", "12.–18.10.2026 · Kylätalo", "paikka"},
	} {
		if r := rows[i]; r.Name != want.name || r.Detail != want.detail || r.Chip.Word != want.chip {
			t.Errorf("row %d is %q, %q, %q; want %+v", i, r.Name, r.Detail, r.Chip.Word, want)
		}
	}
	slices.SortStableFunc(rows, closureSorts()[1].Compare)
	if rows[0].Name != "Syysloma" {
		t.Error("a municipality is wider than a place")
	}
	x.SeesPart("Pyhäpäivät 31.8.–11.12.2026", "pyhäinpäivä") // beside the list, while no closure is chosen
}

func TestClosureSaysWhatItCancelsBeforeItIsSaved(t *testing.T) {
	x, store := planned(t)
	x.newClosure("tupa")
	f := x.Window.Canvas().Focused()
	if f == nil || !x.closures().register.FormOpen() {
		t.Fatal("no form is open")
	}
	x.Press(fyne.KeyTab, fyne.KeyTab) // past what is closed and which place
	x.Type("31.8.2026")
	x.Press(fyne.KeyTab)
	x.Type("9.9.2026")
	x.Press(fyne.KeyTab)
	x.Type("Remontti")
	x.Save()
	x.SeesPart("2 kertaa peruuntuu.", "ti 1.9.2026 9.30–11.30 · Perhekahvila · Perhetupa", "ti 8.9.2026")
	if store.cancelled() != 0 || len(store.closures) != 2 {
		t.Fatal("it was saved before that was agreed to")
	}
	x.Press(fyne.KeyEscape)
	if store.cancelled() != 0 || !x.closures().register.FormOpen() {
		t.Fatal("Esc saved it, or the form is gone")
	}
	x.Save()
	x.Tap("Tallenna sulku")
	if store.cancelled() != 2 || len(store.closures) != 3 {
		t.Fatalf("%d sessions are cancelled by %d closures", store.cancelled(), len(store.closures))
	}
	x.SeesPart("Remontti", "31.8.–9.9.2026 · 10 päivää", "Sulun perumat kerrat (2)")
	x.Tap("ti 1.9.2026 9.30–11.30 · Perhekahvila · Perhetupa")
	if n := len(x.Opened); n == 0 || x.Opened[n-1].Kind != model.KindSession {
		t.Errorf("the session that was cancelled opened %v", x.Opened)
	}
	made := store.closures[2]
	if made.Scope != model.ClosedPlace || made.PlaceID != "tupa" || !made.Municipality.IsZero() {
		t.Errorf("kept %+v", made)
	}
	// shortened to the first of the two days, it gives the other back
	x.closures().effectIs(t, made, "2026-09-02", "1 kerta palautuu.")
	x.closures().askDelete(made)
	x.SeesPart("2 kertaa palautuu.", "ti 8.9.2026 9.30–11.30 · Perhekahvila · Perhetupa")
	x.Tap("Poista sulku")
	if store.cancelled() != 0 || len(store.closures) != 2 {
		t.Errorf("after removing it %d sessions are cancelled", store.cancelled())
	}
}

// effectIs fails the test unless ending the closure on another day does what is said.
func (v *closuresView) effectIs(t *testing.T, c model.Closure, until, want string) {
	t.Helper()
	changed := c
	changed.Until = model.MustDate(until)
	e, err := v.effect([]model.Closure{c}, []model.Closure{changed})
	if err != nil || e.say() != want {
		t.Errorf("until %s: %q (%v), want %q", until, e.say(), err, want)
	}
}

func TestClosureLeavesCountedSessionsAlone(t *testing.T) {
	x, store := planned(t)
	for i, s := range store.sessions {
		if s.Date == model.MustDate("2026-09-01") {
			store.sessions[i].Counts.Adults = model.CountOf(0)
		}
	}
	x.OpenKind(model.KindClosure, "")
	e, err := x.closures().effect(nil, []model.Closure{{Scope: model.ClosedEverywhere, From: model.MustDate("2026-09-01"), Until: model.MustDate("2026-09-02")}})
	if err != nil || len(e.cancelled) != 1 || e.cancelled[0].GroupID != "piiri" {
		t.Errorf("cancelled %+v (%v)", e.cancelled, err)
	}
}

func TestClosureForm(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, closuresTab, model.Finnish)
	x.New()
	x.Save()
	x.SeesPart(words.T("problem.required"))
	x.closures().openForm(model.Closure{
		Scope: model.ClosedOrganiser, OrganisationID: "mll", PlaceID: "tupa", From: model.MustDate("2026-12-20"), Until: model.MustDate("2026-12-01"), Reason: model.Text{Fi: " Tauko "},
	}, true)
	x.Save()
	x.SeesPart("Päättymispäivä 1.12.2026 on ennen alkamispäivää 20.12.2026. Tarkista päivät.")
	x.Type("31.12.2026")
	store.fails = &model.Error{Code: model.CodeDiskFull, Op: "save closure"}
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil || !x.FormOpen() {
		t.Fatal("a full disk is not told, or the form is gone")
	}
	x.Press(fyne.KeyReturn)
	store.fails = nil
	x.Save()
	made := store.closures[len(store.closures)-1]
	if len(store.closures) != 3 || made.OrganisationID != "mll" || made.PlaceID != "" || made.Reason.Fi != "Tauko" {
		t.Errorf("kept %+v", made)
	}
	if said := x.desk.Messages.Text(); said != words.T("form.saved", "name", "Tauko")+" Yksikään kerta ei muutu." {
		t.Errorf("said %q", said)
	}
}

func TestNextYear(t *testing.T) {
	for _, x := range []struct{ from, until, wantFrom, wantUntil string }{
		{"2026-10-19", "2026-10-25", "2027-10-25", "2027-10-31"}, // week 43; 2026 has 53 weeks
		{"2027-03-08", "2027-03-14", "2028-03-06", "2028-03-12"}, // week 10
		{"2026-12-28", "2027-01-03", "2027-12-27", "2028-01-02"}, // week 53 becomes the last
	} {
		got := nextYear(model.Closure{ID: "a", From: model.MustDate(x.from), Until: model.MustDate(x.until)})
		if got.From != model.MustDate(x.wantFrom) || got.Until != model.MustDate(x.wantUntil) || got.ID != "" {
			t.Errorf("%s–%s becomes %s–%s, want %s–%s", x.from, x.until, got.From, got.Until, x.wantFrom, x.wantUntil)
		}
	}
}

func TestCopyBreaks(t *testing.T) {
	store := planRegion()
	x := showPlans(t, store, closuresTab, model.Finnish)
	for range 2 { // the second time there is nothing to copy
		x.closures().askCopy(store.closures[0])
		if x.Window.Canvas().Overlays().Top() != nil {
			x.SeesPart("25.–31.10.2027 · Syysloma", "Yksikään kerta ei muutu.")
			x.Tap("Kopioi 1 tauko")
		}
	}
	if len(store.closures) != 3 {
		t.Fatalf("%d closures", len(store.closures))
	}
	if got := store.closures[2]; got.From != model.MustDate("2027-10-25") || got.Municipality.Code != "994" || got.Reason.Sv != "Höstlov" {
		t.Errorf("copied %+v", got)
	}
	if said := x.desk.Messages.Text(); said != "Kunnan Sarkajärvi tauot on jo kirjattu vuodelle 2027." {
		t.Errorf("said %q", said)
	}
}

func TestClosuresInSwedish(t *testing.T) {
	x := showPlans(t, planRegion(), closuresTab, model.Swedish)
	x.OpenKind(model.KindClosure, "loma")
	x.SeesPart("Höstlov", "Åkersjö", "Helgdagar 31.8.–11.12.2026", "Stängningen har inte ställt in någon träff.")
}
