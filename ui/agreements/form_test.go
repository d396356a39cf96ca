package agreements

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

var today = model.MustDate("2026-11-22")

// formStage is a form in a window, with what it saved.
type formStage struct {
	*agreementForm
	*stage.Stage
	kept  *shelf
	saved []model.Agreement
}

func openForm(t testing.TB, kept *shelf, a model.Agreement, isNew bool) *formStage {
	t.Helper()
	s := &formStage{Stage: stage.New(t, model.Finnish, today), kept: kept}
	s.agreementForm = newForm(s.Desk, kept, a, isNew, formEnd{save: s.Save, leave: func() {}})
	s.Put(s.Content(), func() any { return nil })
	s.Window.Resize(fyne.NewSize(800, 640))
	s.FocusFirst()
	return s
}

// Save saves as the register does.
func (s *formStage) Save() {
	id, ok := s.agreementForm.Save()
	if !ok {
		return
	}
	for _, a := range slices.Backward(s.kept.agreements) { // the latest is what was saved
		if string(a.ID) == id {
			s.saved = append(s.saved, a)
			return
		}
	}
	s.T.Fatalf("%q is said to be saved, and is not there", id)
}

// edit opens the form of an agreement that is kept already.
func edit(t testing.TB, a model.Agreement) *formStage {
	t.Helper()
	kept := newShelf()
	kept.agreements = []model.Agreement{a}
	return openForm(t, kept, a, false)
}

func TestNewAgreementStartsWithWhatIsSure(t *testing.T) {
	kept := newShelf()
	kept.language = model.Swedish
	s := openForm(t, kept, model.Agreement{}, true)
	a := s.a
	if a.Number != "2026-001" || a.Form != model.Written || !reflect.DeepEqual(a.Languages, []model.Language{model.Swedish}) {
		t.Errorf("it starts as %q, %q, %v", a.Number, a.Form, a.Languages)
	}
	if len(a.Clauses) < 10 || a.NoticeMonths.Known || !a.ReviewOn.IsZero() || s.Changed() {
		t.Errorf("%d clauses, notice %v, changed %v: what nobody said is unknown", len(a.Clauses), a.NoticeMonths, s.Changed())
	}
}

func TestRenewalKeepsWhatItBrings(t *testing.T) {
	a := sarka()
	a.Number, a.Clauses = "2027-009", a.Clauses[:3]
	s := openForm(t, newShelf(), a, true)
	if s.a.Number != "2027-009" || len(s.a.Clauses) != 3 {
		t.Errorf("the renewal became %q with %d clauses", s.a.Number, len(s.a.Clauses))
	}
}

// A whole agreement is made without the mouse: title, two parties of whom one is new, a contribution.
func TestMakeAnAgreementByKeyboard(t *testing.T) {
	s := openForm(t, newShelf(), model.Agreement{}, true)
	s.Type("Perhetupa Sarka")
	s.Step(1)
	s.Press(fyne.KeyReturn)
	s.Choose("sarkajärven k")
	if len(s.a.Parties) != 1 || s.a.Parties[0].OrganisationID != "kunta" {
		t.Fatalf("the parties are %+v", s.a.Parties)
	}
	p := s.a.Parties[0]
	if p.ContactID != "marja" || p.Signatory != "Marja Aaltola" || p.SignatoryTitle != "sivistysjohtaja" || p.CoreTask == "" {
		t.Errorf("nothing was proposed from the organisation: %+v", p)
	}
	s.Press(fyne.KeyTab)
	s.Type("Tilat")
	s.Tap("Lisää osapuoli")
	s.Type("MLL Sarkajärvi")
	s.Press(fyne.KeyReturn) // the only row: add new
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	s.Tap("Lisää")
	if n := len(s.kept.organisations); n != 4 || s.kept.organisations[3].Name.Fi != "MLL Sarkajärvi" {
		t.Fatalf("the new organisation was not made: %d", n)
	}
	if s.kept.organisations[3].Sector != model.Association {
		t.Errorf("its sector is %q", s.kept.organisations[3].Sector)
	}
	s.Press(fyne.KeyTab) // after the dialog the keyboard is in the organisation again
	s.Type("Vapaaehtoiset")
	s.Tap("Lisää panostus")
	s.Press(fyne.KeySpace, fyne.KeyReturn, fyne.KeyTab) // the first party
	s.Press(fyne.KeySpace, fyne.KeyReturn)              // the first kind: premises
	s.Save()
	if len(s.saved) != 1 {
		t.Fatalf("it was not saved: %v", model.CheckAgreement(s.a))
	}
	a := s.saved[0]
	if a.Title.Fi != "Perhetupa Sarka" || len(a.Parties) != 2 || a.Parties[0].Role != "Tilat" || a.Parties[1].OrganisationID != s.kept.organisations[3].ID || a.Parties[1].Role != "Vapaaehtoiset" {
		t.Errorf("saved %+v", a.AgreementSummary)
	}
	if len(a.Contributions) != 1 || a.Contributions[0].PartyID != a.Parties[0].ID || a.Contributions[0].Kind != model.ContributedPremises {
		t.Errorf("contributions %+v", a.Contributions)
	}
	if s.Changed() {
		t.Error("after saving there is something to lose")
	}
}

func TestEditingChangesOnlyWhatWasEdited(t *testing.T) {
	before := sarka()
	before.Reviews = []model.Review{{ID: "r", HeldOn: today}}
	before.Attachments = []model.Attachment{{ID: "x", Name: "liite.pdf", Role: model.Annex}}
	s := edit(t, before)
	s.Save()
	if len(s.saved) != 1 || !reflect.DeepEqual(s.saved[0], before) {
		t.Fatalf("saving an untouched form changed it:\n%+v\n%+v", before, s.saved)
	}
	s = edit(t, before)
	s.Type("Uusi nimi")
	s.Save()
	after := before
	after.Title.Fi = "Uusi nimi"
	if len(s.saved) != 1 || !reflect.DeepEqual(s.saved[0], after) {
		t.Errorf("saved %+v", s.saved)
	}
}

// Every problem the model can find in what the form edits is said beside its field, and the focus goes there.
func TestProblemsAreSaidBesideTheirFields(t *testing.T) {
	name, short := strings.Repeat("a", model.MaxName+1), strings.Repeat("a", model.MaxShort+1)
	for _, c := range []struct {
		name    string
		spoil   func(*model.Agreement)
		field   string // label of the field with the focus
		warning bool
	}{
		{"no title", func(a *model.Agreement) { a.Title = model.Text{} }, "Otsikko", false},
		{"title too long", func(a *model.Agreement) { a.Title.Fi = name }, "Otsikko", false},
		{"no number", func(a *model.Agreement) { a.Number = " " }, "Numero", false},
		{"ends before it begins", func(a *model.Agreement) { a.ValidUntil = model.MustDate("2026-12-31") }, "Päättyy", false},
		{"notice too long", func(a *model.Agreement) { a.NoticeMonths = model.CountOf(121) }, "Irtisanomisaika, kk", false},
		{"too many meetings", func(a *model.Agreement) { a.MeetingsPerYear = model.CountOf(400) }, "Tapaamisia vuodessa", false},
		{"notes too long", func(a *model.Agreement) { a.Notes = strings.Repeat(name, 20) }, "Toimistolle", false},
		{"no organisation", func(a *model.Agreement) { a.Parties[1].OrganisationID = "" }, "Organisaatio", false},
		{"party twice", func(a *model.Agreement) { a.Parties[2].OrganisationID = "srk" }, "Organisaatio", false},
		{"role too long", func(a *model.Agreement) { a.Parties[0].Role = name }, "Tehtävä sopimuksessa", false},
		{"section too long", func(a *model.Agreement) { a.Parties[0].DecisionSection = short }, "Pykälä", false},
		{"task without words", func(a *model.Agreement) { a.Tasks[0].Description = model.Text{} }, "Tehtävä", false},
		{"task of a stranger", func(a *model.Agreement) { a.Tasks[0].PartyIDs = []model.ID{"x"} }, "Kuka hoitaa", false},
		{"contribution of nobody", func(a *model.Agreement) { a.Contributions[0].PartyID = "" }, "Osapuoli", false},
		{"contribution of no kind", func(a *model.Agreement) { a.Contributions[0].Kind = "" }, "Laji", false},
		{"negative amount", func(a *model.Agreement) { a.Contributions[0].Amount = model.AmountOf(-100) }, "Määrä", false},
		{"plan of nobody", func(a *model.Agreement) { a.WrittenInto[0].PartyID = "x" }, "Osapuoli", false},
		{"plan without name", func(a *model.Agreement) { a.WrittenInto[0].Document = "" }, "Asiakirja", false},
		{"plan of year 20", func(a *model.Agreement) { a.WrittenInto[0].Year = 20 }, "Vuosi", false},
		{"clause heading too long", func(a *model.Agreement) { a.Clauses[4].Heading.Fi = name }, "Otsikko", false},
		{
			"signed before sent", func(a *model.Agreement) {
				a.Parties[1].Signing = model.Signing{SentOn: today, SignedOn: today.AddDays(-1)}
			}, "Allekirjoitettu", true,
		},
		{
			"title in one of two languages", func(a *model.Agreement) {
				a.Languages = []model.Language{model.Finnish, model.Swedish}
			}, "Otsikko (ruotsiksi)", true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := sarka()
			s := openForm(t, newShelf(), a, true)
			c.spoil(&s.a)
			s.Make()
			s.Save()
			problems := model.CheckAgreement(s.a)
			if len(problems) != 1 || (problems[0].Severity == model.Warning) != c.warning {
				t.Fatalf("the model says %v", problems)
			}
			if len(s.saved) > 0 {
				t.Fatal("it was saved")
			}
			if sentence := desk.Problem(problems[0]); !s.Mentions(sentence) {
				t.Errorf("%q is not said", sentence)
			}
			label := s.Window.Canvas().Focused().(fyne.Accessible).AccessibilityLabel()
			if !strings.HasPrefix(label, c.field) {
				t.Errorf("the focus is in %q", label)
			}
			verb := "Tallenna"
			if c.warning {
				verb = "Tallenna silti"
			}
			s.Tap(verb)
			if (len(s.saved) == 1) != c.warning {
				t.Errorf("the second Save saved %d", len(s.saved))
			}
		})
	}
}

func TestWhatIsPutRightIsNoLongerSaid(t *testing.T) {
	s := openForm(t, newShelf(), model.Agreement{}, true)
	s.Save()
	if !s.Mentions(words.T("problem.required")) {
		t.Fatal("nothing is said of an empty title")
	}
	test.Type(s.Window.Canvas().Focused(), "Perhetupa")
	if s.Mentions(words.T("problem.required")) {
		t.Error("the title is there, yet it is still said to be missing")
	}
}

func TestFewPartiesWarnAndCanBeSaved(t *testing.T) {
	a := sarka()
	a.Parties, a.Tasks, a.Contributions, a.WrittenInto = nil, nil, nil, nil
	s := openForm(t, newShelf(), a, true)
	s.Save()
	if len(s.saved) != 0 || !s.Mentions("vähintään 2 osapuolta") {
		t.Fatal("a draft without parties is saved without a word")
	}
	s.Save()
	if len(s.saved) != 1 {
		t.Error("the draft cannot be saved all the same")
	}
}

func TestADateThatIsNoneIsNotSaved(t *testing.T) {
	s := edit(t, sarka())
	s.View.FocusField("review_on")
	s.Type("31.2.")
	s.Save()
	if len(s.saved) != 0 || !s.Mentions("Päivää 31.2. ei ole kalenterissa") {
		t.Error("31.2. was saved, or not said")
	}
	if d, ok := s.Window.Canvas().Focused().(*kit.DateField); !ok || d.Text != "31.2." {
		t.Error("the focus is not in the wrong date")
	}
}

func TestAFullDiskKeepsTheForm(t *testing.T) {
	for _, isNew := range []bool{true, false} {
		kept := newShelf()
		kept.agreements = []model.Agreement{sarka()}
		kept.fails = &model.Error{Code: model.CodeDiskFull, Op: "save agreement"}
		s := openForm(t, kept, sarka(), isNew)
		s.Type("Kaikki mitä kirjoitin")
		s.Save()
		if len(s.saved) != 0 || !s.Changed() || s.a.Title.Fi != "Kaikki mitä kirjoitin" {
			t.Fatal("the form lost what was typed")
		}
		if s.Window.Canvas().Overlays().Top() == nil {
			t.Fatal("nothing was said")
		}
		s.Tap("Sulje")
		kept.fails = nil
		s.Save()
		if len(s.saved) != 1 || s.saved[0].Title.Fi != "Kaikki mitä kirjoitin" {
			t.Error("it cannot be saved when there is room again")
		}
	}
}

func TestASignedTextIsLocked(t *testing.T) {
	a := sarka()
	a.Parties[0].Signing.SignedOn = model.MustDate("2026-11-20")
	s := edit(t, a)
	said := false
	for _, o := range test.LaidOutObjects(s.Window.Content()) {
		if x, ok := o.(fyne.Accessible); ok && x.AccessibilityLabel() == words.T("agreement_form.frozen") {
			said = true
		}
	}
	if !said {
		t.Error("why the fields are locked is not said")
	}
	for _, field := range []string{"title_fi", "number", "form", "languages", "area_fi", "valid_from", "notice_months"} {
		if s.View.FocusField(field) {
			t.Errorf("%s can be changed", field)
		}
	}
	for _, field := range []string{"review_on", "signed_at_fi", "notes"} {
		if !s.View.FocusField(field) {
			t.Errorf("%s cannot be changed", field)
		}
	}
	s.View.FocusField("review_on")
	s.Type("1.6.2027")
	s.Step(-1)
	s.Press(fyne.KeyReturn)
	if x, ok := s.Window.Canvas().Focused().(fyne.Accessible); !ok || !strings.HasPrefix(x.AccessibilityLabel(), "Järjestää palvelut") {
		t.Errorf("the first thing of a signed party that can be changed is not its services: %v", x)
	}
	s.Save()
	if len(s.saved) != 1 || s.saved[0].ReviewOn != model.MustDate("2027-06-01") {
		t.Errorf("the review day was not saved: %v", s.saved)
	}
}

func TestSigningKeepsTheTextThatWasSigned(t *testing.T) {
	s := edit(t, sarka())
	made := 0
	s.end.keep = func(a model.Agreement) ([]model.NewAttachment, error) {
		made++
		return []model.NewAttachment{{Content: []byte(a.Title.Fi)}}, nil
	}
	s.Type("Otsikko")
	s.Save()
	if made != 0 || len(s.kept.files) != 0 {
		t.Error("a text was kept before anybody signed")
	}
	s.a.Parties[0].Signing.SignedOn = today
	s.Save()
	if made != 1 || len(s.kept.files) != 1 || string(s.kept.files[0].Content) != "Otsikko" {
		t.Errorf("made %d, kept %d", made, len(s.kept.files))
	}
}

func TestTheFormOfTheAgreementChoosesTheSections(t *testing.T) {
	for form, want := range map[model.Form]string{model.Written: "Ehdot", model.Oral: "Suullinen sopiminen", model.Structural: "Päätös rakenteissa"} {
		a := sarka()
		a.Form = form
		s := edit(t, a)
		for _, heading := range []string{"Ehdot", "Suullinen sopiminen", "Päätös rakenteissa"} {
			if s.Mentions(heading) != (heading == want) {
				t.Errorf("%s: the section %q", form, heading)
			}
		}
	}
}

func TestANewOralAgreementHasNoClauses(t *testing.T) {
	s := openForm(t, newShelf(), model.Agreement{}, true)
	s.Type("Perhekahvilan tilat")
	s.a.Form = model.Oral
	s.Rebuild("form")
	s.a.Form = model.Written
	s.prefillClauses()
	s.Rebuild("form")
	if s.a.Title.Fi != "Perhekahvilan tilat" || len(s.a.Clauses) == 0 {
		t.Fatal("changing the form and back lost something")
	}
	s.a.Form = model.Oral
	s.Rebuild("form")
	s.View.FocusField("where")
	s.Type("Kunnantalo")
	s.Save()
	s.Save() // all the same: no parties yet
	if len(s.saved) != 1 || len(s.saved[0].Clauses) != 0 || s.saved[0].OralTerms.Where != "Kunnantalo" {
		t.Errorf("saved %+v", s.saved)
	}
}

func TestClauses(t *testing.T) {
	s := edit(t, sarka())
	original := s.a.Clauses[1].Body.Fi
	for range 3 {
		s.Step(1)
	}
	s.Press(fyne.KeyDown, fyne.KeySpace)
	if !s.a.Clauses[1].Off || !s.Changed() {
		t.Fatal("Space did not leave the clause out")
	}
	s.Press(fyne.KeyReturn, fyne.KeyTab)
	body, ok := s.Window.Canvas().Focused().(*kit.Area)
	if !ok || body.Text != original {
		t.Fatalf("Tab from the heading leads to %T", s.Window.Canvas().Focused())
	}
	body.SetText("Toiminta-alue on .")
	body.CursorColumn = len("Toiminta-alue on ")
	s.Press(fyne.KeyTab)
	s.Choose("alue")
	if got := s.a.Clauses[1].Body.Fi; got != "Toiminta-alue on {{alue}}." {
		t.Errorf("the clause became %q", got)
	}
	if s.Window.Canvas().Focused() != fyne.Focusable(body) {
		t.Error("after inserting the keyboard is not in the text")
	}
}

func TestAHundredThousandLettersArePastedAndKept(t *testing.T) {
	text := strings.Repeat("Äidit ja isät 🙂. ", 100_000/17)
	s := edit(t, sarka())
	for range 3 {
		s.Step(1)
	}
	s.Press(fyne.KeyReturn, fyne.KeyTab)
	body := s.Window.Canvas().Focused().(*kit.Area)
	body.SetValue("")
	body.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard(text)})
	s.Save()
	if len(s.saved) != 1 || s.saved[0].Clauses[0].Body.Fi != text {
		t.Errorf("of %d letters not all were kept", len([]rune(text)))
	}
}

// clipboard holds a text to be pasted.
type clipboard string

func (c clipboard) Content() string   { return string(c) }
func (c clipboard) SetContent(string) {}

func TestAnEditedClauseReturnsToTheTemplate(t *testing.T) {
	a := sarka()
	original := a.Clauses[0]
	a.Clauses[0].Body.Fi = "Toisin sovittu."
	s := edit(t, a)
	for range 3 {
		s.Step(1)
	}
	s.Press(fyne.KeyReturn)
	for _, o := range test.LaidOutObjects(s.Window.Content()) {
		if l, ok := o.(*kit.Link); ok && l.Text == "Palauta mallin teksti" {
			kit.Focus(l)
			s.Press(fyne.KeyReturn)
		}
	}
	if s.a.Clauses[0] != original {
		t.Errorf("the clause is %+v", s.a.Clauses[0])
	}
}

func TestRemovedPartyLeavesTheDivisionOfWork(t *testing.T) {
	s := edit(t, sarka())
	s.Step(1)
	s.Press(fyne.KeyDelete)
	s.Tap("Poista")
	if len(s.a.Parties) != 2 || !reflect.DeepEqual(s.a.Tasks[0].PartyIDs, []model.ID{"p3"}) {
		t.Errorf("parties %d, task of %v", len(s.a.Parties), s.a.Tasks[0].PartyIDs)
	}
	s.Save()
	if len(s.saved) != 0 || !s.Mentions("Valitse joku sopimuksen osapuolista") {
		t.Error("the contribution of the removed party does not ask for another")
	}
}

func TestNewContactIsKeptWithItsOrganisation(t *testing.T) {
	s := edit(t, sarka())
	s.Step(1)
	s.Press(fyne.KeyDown, fyne.KeyReturn) // the parish, which has no contacts
	for range 4 {
		s.Press(fyne.KeyTab)
	}
	s.Type("Antti Pellonpää")
	s.Press(fyne.KeyReturn, fyne.KeyTab)
	s.Type("kirkkoherra")
	s.Tap("Lisää")
	contacts := s.kept.organisations[1].Contacts
	if len(contacts) != 1 || contacts[0].Title != "kirkkoherra" || contacts[0].From != today {
		t.Fatalf("kept are %+v", contacts)
	}
	if p := s.a.Parties[1]; p.ContactID != contacts[0].ID || p.Signatory != "Antti Pellonpää" || p.SignatoryTitle != "kirkkoherra" {
		t.Errorf("the party has %+v", p)
	}
}

func TestAFullDiskKeepsTheDialog(t *testing.T) {
	s := edit(t, sarka())
	s.kept.fails = &model.Error{Code: model.CodeDiskFull, Op: "create organisation"}
	s.newOrganisation("", func(model.Organisation) { t.Error("there is no organisation") })
	s.Tap("Lisää") // refused: it has neither a name nor a sector
	s.Type("MLL")
	s.Press(fyne.KeyTab, fyne.KeySpace, fyne.KeyReturn)
	s.Tap("Lisää")
	s.Tap("Sulje")
	s.kept.fails = nil
	if e, ok := s.Window.Canvas().Focused().(fyne.Accessible); !ok || s.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("the dialog went away with what was typed: %v", e)
	}
}

func TestOnlyCurrentContactsAreOffered(t *testing.T) {
	a := sarka()
	a.Parties[2].ContactID = ""
	e := partyEditor{f: edit(t, a).agreementForm}
	if now := e.current(e.f.directory["tupa"]); len(now) != 1 || now[0].ID != "jenni" {
		t.Errorf("offered are %+v", now)
	}
}

func BenchmarkFormOfFiftyParties(b *testing.B) {
	kept, a := newShelf(), sarka()
	a.Parties = nil
	for range 50 {
		o := model.Organisation{ID: ids.New(), Name: model.Text{Fi: "Yhdistys, jolla on pitkänpuoleinen nimi ry"}, Sector: model.Association}
		kept.organisations = append(kept.organisations, o)
		a.Parties = append(a.Parties, model.Party{ID: ids.New(), OrganisationID: o.ID, Role: "Vapaaehtoiset"})
	}
	s := openForm(b, kept, a, false)
	for b.Loop() {
		f := newForm(s.d, kept, a, false, formEnd{})
		s.Window.SetContent(f.Content())
	}
}

func BenchmarkPasteALongClause(b *testing.B) {
	text := strings.Repeat("Osapuolet sopivat toiminnasta. ", 100_000/31)
	s := openForm(b, newShelf(), sarka(), true)
	area := kit.NewArea()
	area.MinRows, area.MaxRows, area.MaxRunes = 2, 16, model.MaxClause
	s.Window.SetContent(area)
	s.Window.Resize(fyne.NewSize(620, 400))
	for b.Loop() {
		area.SetValue("")
		area.Insert(text)
	}
}

func BenchmarkRefusedSave(b *testing.B) {
	s := openForm(b, newShelf(), sarka(), true)
	s.a.Contributions[0].Kind = ""
	s.Make()
	for b.Loop() {
		s.Save()
	}
}
