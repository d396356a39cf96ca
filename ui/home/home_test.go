package home_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/home"
	"kumppani/ui/stage"
)

var on = model.MustDate

const dayOfTest = "2026-11-22"

// front is Home in a window on a data file of its own; what is written is read anew, as in the shell.
type front struct {
	*stage.Stage
	file   *persistence.File
	screen *home.Screen
	agenda model.Agenda
	counts []model.ID // sessions whose counting was asked for
}

func opened(t *testing.T, fill func(*persistence.File)) *front {
	t.Helper()
	f, err := persistence.Open(t.Context(), filepath.Join(t.TempDir(), "kumppani.sqlite"), persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	must(t, f.SaveCentre(t.Context(), model.Centre{Name: model.Text{Fi: "Suvannon perhekeskus"}, Language: model.Finnish, LeadDays: 30}))
	fill(f)
	x := &front{Stage: stage.New(t, model.Finnish, on(dayOfTest)), file: f}
	x.screen = home.New(x.Desk, f)
	x.screen.Looked = func(a model.Agenda) { x.agenda = a }
	x.screen.Count = func(id model.ID) { x.counts = append(x.counts, id) }
	f.Subscribe(func([]model.Kind) { x.screen.Reload() })
	x.Put(x.screen.Content(), func() any { return x.screen })
	x.screen.Reload()
	return x
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// got is the record that was made, or the end of the test.
func got[T any](t *testing.T) func(T, error) T {
	return func(x T, err error) T {
		t.Helper()
		must(t, err)
		return x
	}
}

// backedUp takes the matter of the missing copy off the list.
func backedUp(t *testing.T, f *persistence.File) { got[model.Backup](t)(f.Backup(t.Context())) }

func remind(t *testing.T, f *persistence.File, day, text string) {
	got[model.FollowUp](t)(f.CreateFollowUp(t.Context(), model.FollowUp{On: on(day), Text: text}))
}

// tupa is an agreement of two partners, of which one has promised a course that is late, and has a new contact person.
func tupa(t *testing.T, f *persistence.File) model.Agreement {
	t.Helper()
	church := got[model.Organisation](t)(f.CreateOrganisation(t.Context(), model.Organisation{
		Name: model.Text{Fi: "Suvannon seurakunta"}, Sector: model.Parish,
		Contacts: []model.Contact{{Name: "Eero Kivi", Until: on("2026-10-31")}, {Name: "Aino Salo", From: on("2026-11-01")}},
	}))
	town := got[model.Organisation](t)(f.CreateOrganisation(t.Context(), model.Organisation{Name: model.Text{Fi: "Sarkajärven kunta"}, Sector: model.Municipal}))
	a := model.Agreement{AgreementSummary: model.AgreementSummary{
		Number: "2026-001", Title: model.Text{Fi: "Perhetupa"}, Form: model.Oral, Kind: model.Partnership, AgreedOn: on("2026-01-01"),
		Languages: []model.Language{model.Finnish},
		Parties:   []model.Party{{ID: "01900000-0000-7000-8000-000000000001", OrganisationID: church.ID, ContactID: church.Contacts[1].ID}, {OrganisationID: town.ID}},
	}}
	a.Contributions = []model.Contribution{{PartyID: a.Parties[0].ID, Kind: model.ContributedTraining, Description: model.Text{Fi: "Kurssi"}, DueOn: on("2026-11-01")}}
	return got[model.Agreement](t)(f.CreateAgreement(t.Context(), a))
}

func TestEmptyHomeSaysHowToBegin(t *testing.T) {
	x := opened(t, func(*persistence.File) {})
	x.Sees("Tästä alkuun", "Siirry kumppaneihin")
	x.Misses("varmuuskopio")
	if n := len(x.agenda.Items); n > 0 || x.Mentions("asia, ") {
		t.Errorf("%d things to see to are told, none is shown", n)
	}
	x.screen.FocusSearch()
	x.WantFocus("Siirry kumppaneihin")
}

func TestNothingToDoIsSaidPleasantly(t *testing.T) {
	x := opened(t, func(f *persistence.File) {
		remind(t, f, "2027-11-22", "Ensi vuonna")
		backedUp(t, f)
	})
	x.Sees("Kaikki on kunnossa")
	x.SeesPart("varmuuskopio ")
	x.Sees("Muistutukset myöhemmin", "22.11.2027", "Ensi vuonna") // apart, so that it can be changed
	x.Tap("Ensi vuonna")
	x.Retype("Seuraavana vuonna")
	x.Press(fyne.KeyReturn)
	x.Sees("Seuraavana vuonna")
}

func TestReminderIsAddedDoneAndTakenBack(t *testing.T) {
	x := opened(t, func(f *persistence.File) {
		remind(t, f, "2026-11-21", "Soita seurakuntaan")
		remind(t, f, "2026-11-22", "Varaa tila")
		backedUp(t, f)
	})
	x.SeesPart("2 asiaa, 2 kiireistä")
	x.screen.FocusSearch()
	x.WantFocus("Soita seurakuntaan")
	x.Type("x")
	x.Misses("Soita seurakuntaan")
	x.WantFocus("Varaa tila") // which has taken its place
	x.screen.New()
	x.TypeFields("Kysy avaimesta", "24.11.")
	x.Press(fyne.KeyReturn)
	x.Sees("Kysy avaimesta", "2 päivän päästä")
	if n := x.agenda.Pressing(); n != 1 {
		t.Errorf("%d are pressing", n)
	}
}

func TestWhatIsPutOffIsShownAgain(t *testing.T) {
	x := opened(t, func(f *persistence.File) {
		remind(t, f, "2026-11-21", "Soita seurakuntaan")
		backedUp(t, f)
	})
	x.screen.FocusSearch()
	x.Type("+")
	x.Sees("Lykkää asiaa")
	x.Tap("Kuukauden päästä")
	x.Retype("22.11.2026") // not later than today
	x.Press(fyne.KeyReturn)
	if !x.InDialog() {
		t.Fatal("it was put off to a day that has come")
	}
	x.Retype("ti")
	x.Press(fyne.KeyReturn)
	x.Sees("Kaikki on kunnossa", "Yksi lykätty tai ohitettu asia")
	all := got[[]model.Deferral](t)(x.file.Deferrals(t.Context()))
	if len(all) != 1 || all[0].Until != on("2026-11-24") || all[0].MadeOn != on(dayOfTest) {
		t.Fatalf("kept %+v", all)
	}
	x.Tap("Yksi lykätty tai ohitettu asia")
	x.Sees("Soita seurakuntaan", "Lykätty, tulee takaisin 24.11.2026.")
	x.WantFocus("Palauta työpöydälle: Soita seurakuntaan")
	x.Press(fyne.KeyReturn)
	x.Sees("Muistutus", "päivän myöhässä")
	x.WantFocus("Soita seurakuntaan")
	x.Misses("lykätty")
}

func TestWhatIsLeftOutNeedsAReason(t *testing.T) {
	x := opened(t, func(f *persistence.File) {
		tupa(t, f)
		backedUp(t, f)
	})
	x.screen.FocusSearch()
	x.Type("-")
	x.Press(fyne.KeyReturn)
	if !x.InDialog() {
		t.Fatal("it was left out without a reason")
	}
	x.Type("Sovittiin, ettei kurssia pidetä")
	x.Press(fyne.KeyReturn)
	x.Misses("Kurssi, sovittu")
	all := got[[]model.Deferral](t)(x.file.Deferrals(t.Context()))
	if len(all) != 1 || !all[0].Until.IsZero() || all[0].Reason != "Sovittiin, ettei kurssia pidetä" || all[0].RecordID == "" {
		t.Errorf("kept %+v", all)
	}
}

func TestContributionIsDelivered(t *testing.T) {
	var a model.Agreement
	x := opened(t, func(f *persistence.File) { a = tupa(t, f) })
	x.SeesPart("Suvannon seurakunta: Kurssi, sovittu 1.11.2026")
	x.Tap("Toimitettu")
	x.Misses("Kurssi")
	if kept := got[model.Agreement](t)(x.file.Agreement(t.Context(), a.ID)); kept.Contributions[0].DoneOn != on(dayOfTest) {
		t.Errorf("kept %+v", kept.Contributions)
	}
}

func TestContactNoticeIsPrintedAndThePartiesAreTold(t *testing.T) {
	x := opened(t, func(f *persistence.File) { tupa(t, f) })
	x.SeesPart("Aino Salo aloitti 1.11.2026", "Ilmoita: Sarkajärven kunta.")
	x.Tap("Tulosta ilmoitus")
	if len(x.Viewed) != 1 || !strings.Contains(x.Viewed[0], "2026-001") {
		t.Errorf("shown %q", x.Viewed)
	}
	x.Misses("Aino Salo")
	all := got[[]model.Deferral](t)(x.file.Deferrals(t.Context()))
	if len(all) != 1 || all[0].Reason != "Ilmoitus tulostettu 22.11.2026." {
		t.Errorf("kept %+v", all)
	}
}

// Nobody can be told of a contact person whom the agreement does not name.
func TestContactPersonMustBeChosenFirst(t *testing.T) {
	x := opened(t, func(f *persistence.File) {
		a := tupa(t, f)
		church := got[model.Organisation](t)(f.Organisation(t.Context(), a.Parties[0].OrganisationID))
		got[model.Agreement](t)(f.UpdateAgreement(t.Context(), a.ID, func(kept *model.Agreement) error {
			kept.Parties[0].ContactID = church.Contacts[0].ID
			return nil
		}))
	})
	x.SeesPart("Valitse sopimukseen uusi yhdyshenkilö")
	x.Misses("Tulosta ilmoitus")
}

func TestBackupIsMade(t *testing.T) {
	x := opened(t, func(f *persistence.File) { remind(t, f, "2027-11-22", "Ensi vuonna") })
	x.SeesPart("Tiedoista ei ole yhtään varmuuskopiota.")
	x.Desk.Today = func() model.Date { return on(dayOfTest) }
	x.screen.FocusSearch()
	done := make(chan struct{})
	x.screen.Looked = func(model.Agenda) { close(done) }
	x.Type("x")
	<-done
	if all := got[[]model.Backup](t)(x.file.Backups(t.Context())); len(all) != 1 {
		t.Errorf("%d copies", len(all))
	}
}

func TestSessionsLeadToWhatSettlesThem(t *testing.T) {
	var first, ahead model.Session
	x := opened(t, func(f *persistence.File) {
		all := tuesdays(t, f, "2026-11-10", "2026-11-17", "2026-11-24")
		first, ahead = all[0], all[2]
		backedUp(t, f)
	})
	x.SeesPart("Kävijöitä ei ole kirjattu: 2 kertaa, ensimmäinen ti 10.11.2026.", "Ohjaaja puuttuu: ti 24.11.2026.")
	x.screen.FocusSearch()
	x.Press(fyne.KeyReturn) // the missing leader is the group's own matter
	if len(x.Opened) != 1 || x.Opened[0].Kind != model.KindGroup || x.Opened[0].ID != ahead.GroupID {
		t.Errorf("opened %+v", x.Opened)
	}
	x.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn) // over the menu of the line
	if !slices.Equal(x.counts, []model.ID{first.ID}) {
		t.Errorf("counting of %v", x.counts)
	}
	if c := x.agenda.Counts(); c[model.KindGroup] != 1 || c[model.KindSession] != 1 {
		t.Errorf("counts %v", c)
	}
}

// draft is an agreement that nobody has sent yet.
var draft = model.Agreement{AgreementSummary: model.AgreementSummary{
	Number: "2026-001", Title: model.Text{Fi: "Perhetupa"}, Form: model.Written, Kind: model.Partnership, Languages: []model.Language{model.Finnish},
}}

// longHome has more lines than are shown at first: thirty late reminders, one ahead, and the draft of an agreement.
func longHome(t *testing.T) *front {
	return opened(t, func(f *persistence.File) {
		for i := range 30 {
			remind(t, f, on("2026-10-01").AddDays(i).String(), fmt.Sprintf("Soita %d", i+1))
		}
		remind(t, f, "2026-11-24", "Varaa tila")
		got[model.Agreement](t)(f.CreateAgreement(t.Context(), draft))
		backedUp(t, f)
	})
}

// A line that is settled makes room for others above it. The keyboard goes to what stood below all the same.
func TestKeyboardGoesToTheLineBelow(t *testing.T) {
	x := longHome(t)
	x.Misses("Soita 25")
	x.screen.FocusSearch()
	for range 120 {
		if x.FocusedLabel() == "Varaa tila" {
			break
		}
		x.Press(fyne.KeyTab)
	}
	x.Type("+")
	x.SeesPart("Varaa tila · ") // and what about it
	x.Press(fyne.KeyReturn)
	x.Misses("Varaa tila")
	x.WantFocus("2026-001 Perhetupa")
}

// Whoever has asked for all lines of a matter sees them until Home is opened anew, also when one of them is settled.
func TestAllLinesStay(t *testing.T) {
	x := longHome(t)
	x.Tap("Näytä vielä 8")
	x.WantFocus("Soita 23")
	x.Type("x")
	x.Misses("Soita 23")
	x.WantFocus("Soita 24")
	x.Sees("Soita 30")
}

// Whoever comes back from the record that a line leads to is at that line again, and at the first one otherwise.
func TestKeyboardComesBackToTheLineThatWasFollowed(t *testing.T) {
	x := opened(t, func(f *persistence.File) {
		remind(t, f, "2026-11-21", "Soita seurakuntaan")
		got[model.Agreement](t)(f.CreateAgreement(t.Context(), draft))
		backedUp(t, f)
	})
	x.screen.FocusSearch()
	x.WantFocus("Soita seurakuntaan")
	for range 3 { // over what can be done about it
		x.Press(fyne.KeyTab)
	}
	x.WantFocus("2026-001 Perhetupa")
	x.Press(fyne.KeyReturn)
	x.Window.Canvas().Unfocus() // the keyboard is on the record
	for _, want := range []string{"2026-001 Perhetupa", "Soita seurakuntaan"} {
		x.screen.FocusSearch()
		x.WantFocus(want)
	}
}

// A reminder is added from the menu over the lines: the keyboard comes back there, though the page is made anew.
func TestKeyboardStaysOverTheLines(t *testing.T) {
	x := longHome(t)
	x.Press(fyne.KeyTab)
	x.WantFocus("Lisää toimintoja")
	remind(t, x.file, "2026-11-23", "Kysy avaimista")
	x.WantFocus("Lisää toimintoja")
}

// A reminder of a day that is far off is not on Home yet. It is said when it will be, and then it is there.
func TestReminderSaysWhenItIsShown(t *testing.T) {
	x := opened(t, func(f *persistence.File) { backedUp(t, f) })
	x.screen.New()
	x.TypeFields("Kysy avaimista", "1.12.")
	x.Press(fyne.KeyReturn)
	x.Sees("Muistutukset myöhemmin", "Kysy avaimista")
	if said := x.Desk.Messages.Text(); !strings.HasSuffix(said, "Se tulee työpöydälle 24.11.2026.") {
		t.Errorf("said %q", said)
	}
	for day, shown := range map[string]bool{"2026-11-23": false, "2026-11-24": true} {
		a, err := home.Look(t.Context(), x.file, on(day))
		must(t, err)
		if got := slices.ContainsFunc(a.Items, func(i model.AgendaItem) bool { return i.FollowUp != nil }); got != shown {
			t.Errorf("on %s it is shown: %v", day, got)
		}
	}
}
