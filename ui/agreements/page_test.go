package agreements

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestNextSteps(t *testing.T) {
	in := func(change func(*model.Agreement)) model.Agreement { return summary("a", "2024-001", change) }
	for want, a := range map[string]model.Agreement{
		"":            in(func(*model.Agreement) {}),
		"send":        sarka(),
		"parties":     func() model.Agreement { a := sarka(); a.Parties = a.Parties[:1]; return a }(),
		"agree_oral":  {AgreementSummary: model.AgreementSummary{Form: model.Oral}},
		"sign":        in(func(a *model.Agreement) { a.Parties[0].Signing.SignedOn = model.Date{} }),
		"review":      in(func(a *model.Agreement) { a.ReviewOn = model.MustDate("2027-01-20") }),
		"review_late": in(func(a *model.Agreement) { a.ReviewOn = model.MustDate("2026-11-01") }),
		"decide":      in(func(a *model.Agreement) { a.ValidUntil = model.MustDate("2027-02-28") }),
		"successor":   in(func(a *model.Agreement) { a.ValidUntil = model.MustDate("2026-12-31") }),
		"ended":       in(func(a *model.Agreement) { a.ValidUntil = model.MustDate("2026-01-31") }),
		"notice_end":  in(func(a *model.Agreement) { a.ValidUntil, a.Notice.GivenOn = model.Date{}, today }),
		"deliver":     in(func(a *model.Agreement) { a.Contributions[0].DueOn = model.MustDate("2026-10-01") }),
		"service":     in(func(a *model.Agreement) { a.Parties[0].Services = []model.Service{model.FamilyWork} }),
		"contact":     in(func(a *model.Agreement) { a.Parties[2].ContactID = "entinen" }),
	} {
		var got []string
		status := a.StatusOn(model.Calendar{Today: today, LeadDays: 30})
		for _, s := range nextSteps(&a, status, model.DirectoryOf(newShelf().organisations), today) {
			got = append(got, s.code)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %q", status.State, got, want)
		}
	}
}

func TestEveryStepHasItsWords(t *testing.T) {
	for _, l := range model.Languages() {
		for _, code := range []string{
			"send", "parties", "agree_oral", "agree_structural", "sign", "review_late", "review", "decide", "successor",
			"ended", "continued", "notice_end", "deliver", "service", "contact",
		} {
			for _, key := range []string{"agreements.step." + code, "agreements.verb." + code} {
				if words.In(l).T(key) == key {
					t.Errorf("%s is missing in %s", key, l)
				}
			}
		}
	}
}

func TestPageSaysEverything(t *testing.T) {
	a := summary("a", "2024-001", func(a *model.Agreement) {
		a.Parties[0].Services = []model.Service{model.FamilyWork, model.Library}
		a.Parties[2].ContactID = "entinen"
		a.Reviews = []model.Review{{ID: "r", HeldOn: model.MustDate("2026-01-15"), Present: "Marja ja Jenni", Notes: "Hyvin menee"}}
		a.Amendments = []model.Amendment{{ID: "m", Number: 1, Title: model.Text{Fi: "Aukiolo"}, Body: model.Text{Fi: "Auki lauantaisin"}}}
		a.Notes = "Kysy avaimet"
		again := a.Contributions[0]
		again.ID = "c2"
		a.Contributions = append(a.Contributions, again)
	})
	x := show(t, model.Finnish, a)
	x.SeesPart("Sopimus a", "2024-001 · Kumppanuussopimus", "voimassa", "1.1.2025–31.12.2028", "3 kuukautta",
		"31.8.2028\nSopimus päättyy 31.12.2028. Irtisanomisaika: 3 kuukautta, joten irtisanottava viimeistään 30.9.2028. Aikaa päättää ennen sitä: 30 päivää.",
		"perhetyö (ei enää järjestäjä 1.1.2023 alkaen), kirjasto", "Vanha Vastaava (entinen, 31.12.2025 asti)",
		"Sarkajärven kunta ei enää järjestä", "12\u00a0500\u00a0€ vuodessa", "25\u00a0000\u00a0€ vuodessa", "Hyvinvointisuunnitelma · 2026",
		"Läsnä: Marja ja Jenni\nHyvin menee", "Aukiolo\nAuki lauantaisin", "allekirjoitettu 0/3", "Tupa on auki arkisin", "Kysy avaimet",
		"allekirjoitettu 12.12.2024")
	x.Tap("Sarkajärven seurakunta")
	if !slices.Equal(x.OpenedIDs(), []model.ID{"srk"}) {
		t.Errorf("the link of a party opened %v", x.OpenedIDs())
	}
}

func TestClausesReadInOneLanguageAtATime(t *testing.T) {
	a := sarka()
	a.Languages = []model.Language{model.Finnish, model.Swedish}
	a.Clauses = []model.Clause{
		{ID: "1", Heading: model.Text{Fi: "Voimassaolo", Sv: "Giltighet"}, Body: model.Text{Fi: "Alkaa {{alkaa}}. Alue: {{alue}}.", Sv: "Börjar {{alkaa}}."}},
		{ID: "2", Heading: model.Text{Fi: "Pois"}, Off: true},
		{ID: "3", Heading: model.Text{Fi: "Työnjako"}, Body: model.Text{Fi: "{{tyonjako}}"}},
		{ID: "4", Heading: model.Text{Fi: "Pitkä"}, Body: model.Text{Fi: strings.Repeat("ä", 100_000)}},
	}
	x := show(t, model.Finnish, a)
	x.SeesPart("1. Voimassaolo", "Alkaa 1.1.2027. Alue: ________.", "2. Työnjako", "• Tupa on auki arkisin · Sarkajärven kunta", "(Teksti jatkuu.")
	x.Tap("Ruotsi")
	x.SeesPart("1. Giltighet", "Börjar 1.1.2027.")
}

func TestSuccessorShowsWhatChanged(t *testing.T) {
	old := summary("old", "2024-001", func(*model.Agreement) {})
	next := model.Renew(old, "2026-009", model.DirectoryOf(newShelf().organisations), today, ids.New)
	next.NoticeMonths = model.CountOf(6)
	next.Contributions[0].Amount = model.AmountOf(1500000)
	next.Parties = next.Parties[:2]
	next.Tasks = nil
	x := show(t, model.Finnish, next, old)
	x.SeesPart("Mikä muuttui sopimuksesta 2024-001", "ennen 3, nyt 6", "ennen 31.12.2028, nyt 31.12.2032", "Jäi pois: Sarkajärven Perheiden Tupa ry",
		"ennen 12500 € vuodessa, nyt 15000 € vuodessa", "Jäi pois: Tupa on auki arkisin")
	x.Tap("2024-001 Sopimus old")
	x.SeesPart("2026-009 Sopimus old")
}

func TestSendThenSignFreezesTheText(t *testing.T) {
	x := show(t, model.Finnish, sarka())
	x.Tap("Merkitse lähetetyksi")
	x.Press(fyne.KeyReturn) // the day of today is proposed
	if got := x.store.kept("sarka").Parties[2].Signing.SentOn; got != today || x.InDialog() {
		t.Fatalf("sent on %q, dialog %v", got, x.InDialog())
	}
	x.Tap("Kirjaa allekirjoitukset")
	x.SeesPart("sopimuksen teksti ei enää muutu")
	x.Tap("Merkitse kaikki allekirjoittaneiksi")
	x.Save()
	a := x.store.kept("sarka")
	if !a.Concluded() || x.register.FormOpen() {
		t.Fatalf("parties %+v", a.Parties)
	}
	kept, ok := a.KeptText(a.Languages)
	if !ok || !bytes.HasPrefix(x.store.contents[kept.ID], []byte("%PDF-")) {
		t.Fatalf("what was signed is not kept: %+v", a.Attachments)
	}
	x.Print()
	if len(x.Viewed) != 1 || !strings.HasSuffix(x.Viewed[0], kept.Name) {
		t.Errorf("printed %v, want what was signed, %s", x.Viewed, kept.Name)
	}
	x.shown("sarka").openSigning()
	x.register.Save()
	if n := len(x.store.kept("sarka").Attachments); n != 1 {
		t.Errorf("%d files are kept after the signatures were saved again", n)
	}
}

func TestSigningWarnsAndThenSaves(t *testing.T) {
	a := sarka()
	a.Parties[0].Signing.SentOn = today
	x := show(t, model.Finnish, a)
	x.shown("sarka").openSigning()
	x.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // past the day for all and its button to the day of signing
	x.Type("1.11.2026")
	x.Save()
	x.SeesPart("Allekirjoituspäivä 1.11.2026 on ennen lähetyspäivää 22.11.2026", "Tallenna silti")
	x.Save()
	if got := x.store.kept("sarka").Parties[0].Signing.SignedOn; got != model.MustDate("2026-11-01") {
		t.Errorf("signed on %q after it was saved all the same", got)
	}
}

func TestADayOfSigningThatIsNoneIsNotSaved(t *testing.T) {
	x := show(t, model.Finnish, sarka())
	x.shown("sarka").openSigning()
	x.Press(fyne.KeyTab, fyne.KeyTab)
	x.Type("31.2.2026")
	x.Save()
	if !x.register.FormOpen() || !x.store.kept("sarka").Parties[0].Signing.SentOn.IsZero() {
		t.Error("31.2. was saved")
	}
	x.SeesPart("31.2.2026")
}

func TestAFullDiskKeepsTheSignatures(t *testing.T) {
	x := show(t, model.Finnish, sarka())
	x.shown("sarka").openSigning()
	x.Tap("Merkitse kaikki allekirjoittaneiksi")
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update agreement"}
	x.Save()
	x.SeesPart("Levy on täynnä")
	x.Press(fyne.KeyEscape)
	if !x.register.FormOpen() {
		t.Fatal("the form closed")
	}
	x.store.fails = nil
	x.Save()
	if a := x.store.kept("sarka"); !a.Concluded() {
		t.Error("what was typed before the disk was full is lost")
	}
}

func TestReview(t *testing.T) {
	x := show(t, model.Finnish, summary("a", "2024-001", func(a *model.Agreement) { a.ReviewOn = model.MustDate("2026-11-01") }))
	x.Tap("Kirjaa tarkistus")
	x.Type("20.11.2026")
	x.Press(fyne.KeyTab)
	x.Type("Marja")
	x.Press(fyne.KeyTab, fyne.KeyTab)
	x.Type("20.11.2027")
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update agreement"}
	x.Tap("Tallenna")
	x.SeesPart("Levy on täynnä")
	x.Press(fyne.KeyReturn)
	x.store.fails = nil
	x.Tap("Tallenna")
	a := x.store.kept("a")
	if len(a.Reviews) != 1 || a.Reviews[0].HeldOn != model.MustDate("2026-11-20") || a.Reviews[0].Present != "Marja" || a.ReviewOn != model.MustDate("2027-11-20") {
		t.Errorf("reviews %+v, next %s", a.Reviews, a.ReviewOn)
	}
	x.shown("a").askReview()
	x.Press(fyne.KeyBackspace)
	x.Tap("Tallenna")
	x.SeesPart("Tämä on pakollinen tieto")
}

func TestNotice(t *testing.T) {
	x := show(t, model.Finnish, summary("a", "2024-001", func(*model.Agreement) {}))
	x.shown("a").askNotice()
	x.Press(fyne.KeyTab)
	x.Type("1.12.2026")
	x.Press(fyne.KeyTab)
	x.Type("15.1.2027")
	x.Tap("Tallenna")
	x.SeesPart("aikaisintaan 1.3.2027", words.T("form.all_the_same"))
	x.Tap("Tallenna")
	a := x.store.kept("a")
	if a.Notice.GivenOn != model.MustDate("2026-12-01") || a.Notice.EndsOn != model.MustDate("2027-01-15") {
		t.Fatalf("%+v", a.Notice)
	}
	x.Tap("Peru irtisanominen")
	x.Press(fyne.KeyReturn)
	if n := x.store.kept("a").Notice; n != (model.Notice{}) {
		t.Errorf("after it was taken back: %+v", n)
	}
}

func TestNoticeProposesTheEnd(t *testing.T) {
	x := show(t, model.Finnish, summary("a", "2024-001", func(*model.Agreement) {}))
	x.shown("a").askNotice()
	x.Press(fyne.KeyTab)
	x.Type("1.12.2026")
	x.Tap("Tallenna")
	if n := x.store.kept("a").Notice; n.EndsOn != model.MustDate("2027-03-01") {
		t.Errorf("notice of 1.12.2026 with three months ends on %s", n.EndsOn)
	}
}

func TestRenewBeginsADraft(t *testing.T) {
	x := show(t, model.Finnish, summary("a", "2024-001", func(a *model.Agreement) { a.ValidUntil = model.MustDate("2026-12-31") }))
	x.Tap("Tee jatkosopimus")
	if !x.register.FormOpen() || len(x.store.agreements) != 1 {
		t.Fatal("no form, or something was written before it was saved")
	}
	x.Save()
	if len(x.store.agreements) != 2 || x.store.agreements[1].PredecessorID != "a" || x.register.Selected() != string(x.store.agreements[1].ID) {
		t.Errorf("%d agreements, shown is %s", len(x.store.agreements), x.register.Selected())
	}
}

func TestAmendment(t *testing.T) {
	x := show(t, model.Finnish, summary("a", "2024-001", func(*model.Agreement) {}))
	x.shown("a").openAmendment(model.Amendment{})
	x.Type("Aukioloajat")
	x.Save()
	x.SeesPart("Tämä on pakollinen tieto")
	x.Type("Tupa on auki myös lauantaisin.") // the field that is missing has the keyboard
	x.Save()
	a := x.store.kept("a")
	if len(a.Amendments) != 1 || a.Amendments[0].Number != 1 || a.Amendments[0].Title.Fi != "Aukioloajat" || a.Amendments[0].Body.Fi != "Tupa on auki myös lauantaisin." {
		t.Fatalf("%+v", a.Amendments)
	}
	if nextAmendment(a) != 2 {
		t.Errorf("the next number is %d", nextAmendment(a))
	}
	x.shown("a").openAmendmentSigning(a.Amendments[0])
	x.Tap("Merkitse kaikki allekirjoittaneiksi")
	x.Save()
	a = x.store.kept("a")
	if g := a.Amendments[0].Signatures; len(g) != 3 || g[2].Signing.SignedOn != today || g[2].PartyID != "p3" {
		t.Fatalf("%+v", g)
	}
	x.shown("a").printAmendment(a.Amendments[0])
	if len(x.Viewed) != 1 {
		t.Error("the amendment is not printed")
	}
	x.shown("a").openAmendment(a.Amendments[0])
	x.Type("Toisin")
	x.Save()
	x.SeesPart("allekirjoitetun sopimuksen tekstiä ei voi muuttaa")
}

func TestDeliver(t *testing.T) {
	x := show(t, model.Finnish, summary("a", "2024-001", func(a *model.Agreement) { a.Contributions[0].DueOn = model.MustDate("2026-10-01") }))
	x.Tap("Merkitse toimitetuksi")
	if on := x.store.kept("a").Contributions[0].DoneOn; on != today {
		t.Errorf("delivered on %q", on)
	}
	x.SeesPart("toimitettu 22.11.2026")
}

func TestDelete(t *testing.T) {
	x := show(t, model.Finnish, sarka(), summary("a", "2024-001", func(*model.Agreement) {}))
	x.shown("a").askDelete()
	x.SeesPart("Sopimus on allekirjoitettu, joten se säilyy")
	x.Press(fyne.KeyReturn)
	x.store.uses = []model.Use{{Kind: model.KindAgreement, ID: "a", Label: "2024-001", Role: "predecessor"}}
	x.shown("sarka").askDelete()
	x.Tap("Poista")
	x.Tap("2024-001 – " + words.T("use.predecessor"))
	if len(x.store.agreements) != 2 || !slices.Equal(x.OpenedIDs(), []model.ID{"a"}) {
		t.Errorf("%d agreements are left, opened %v", len(x.store.agreements), x.OpenedIDs())
	}
	x.store.uses = nil
	x.shown("sarka").askDelete()
	x.Press(fyne.KeyReturn) // Enter cancels what takes something away
	if len(x.store.agreements) != 2 {
		t.Fatal("Enter deleted it")
	}
	x.shown("sarka").askDelete()
	x.Tap("Poista")
	if len(x.store.agreements) != 1 || x.register.Selected() != "a" {
		t.Errorf("%d agreements are left, shown is %q", len(x.store.agreements), x.register.Selected())
	}
}

func TestReadFile(t *testing.T) {
	large := io.LimitReader(zeros{}, model.MaxAttachment+1)
	for want, from := range map[string]io.Reader{
		"": strings.NewReader("x"), "empty": strings.NewReader(""), "large": large,
		"unreadable": io.MultiReader(strings.NewReader("half"), iotest.ErrReader(errors.New("gone"))),
	} {
		if content, got := readFile(from); got != want || (want != "") != (content == nil) {
			t.Errorf("%q, want %q, with %d bytes", got, want, len(content))
		}
	}
	if _, wrong := readFile(io.LimitReader(zeros{}, model.MaxAttachment)); wrong != "" {
		t.Errorf("a file of exactly the limit is %s", wrong)
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func TestMediaType(t *testing.T) {
	for name, x := range map[string]struct {
		content, media string
		honest         bool
	}{
		"sopimus.pdf": {"%PDF-1.7", "application/pdf", true}, "SOPIMUS.PDF": {"%PDF-1.7", "application/pdf", true},
		"väärä.pdf": {"\x89PNG\r\n\x1a\n", "image/png", false}, "kuva.jpg": {"MZ\x90\x00", "application/octet-stream", false},
		"teksti.docx": {"PK\x03\x04", "application/zip", true}, "vanha.doc": {"\xd0\xcf\x11\xe0", "application/octet-stream", true},
		"skannaus.tif": {"II*\x00", "image/tiff", true}, "nimetön": {"abc", "text/plain; charset=utf-8", true},
	} {
		if media, honest := mediaType(name, []byte(x.content)); media != x.media || honest != x.honest {
			t.Errorf("%s: %s %v", name, media, honest)
		}
	}
}

func TestAttachOpenAndRemove(t *testing.T) {
	x := show(t, model.Finnish, sarka())
	x.shown("sarka").attach("tyhjä.pdf", strings.NewReader(""))
	x.SeesPart("Tiedosto tyhjä.pdf on tyhjä")
	x.Press(fyne.KeyReturn)
	x.shown("sarka").attach("liite.pdf", strings.NewReader("not a PDF"))
	x.SeesPart("ei ole sitä, mitä sen nimi lupaa")
	x.Tap("Liitä")
	a := x.store.kept("sarka")
	if len(a.Attachments) != 1 || a.Attachments[0].Role != model.Annex || a.Attachments[0].MediaType != "text/plain; charset=utf-8" {
		t.Fatalf("%+v", a.Attachments)
	}
	x.Tap("liite.pdf")
	if len(x.Viewed) != 1 || !strings.HasSuffix(x.Viewed[0], "liite.pdf") {
		t.Errorf("opened %v", x.Viewed)
	}
	delete(x.store.contents, a.Attachments[0].ID)
	x.Tap("liite.pdf")
	x.SeesPart("Tiedosto liite.pdf on vaurioitunut")
	x.Press(fyne.KeyEscape)
	x.shown("sarka").askRemoveFile(a.Attachments[0])
	x.Tap("Poista")
	if n := len(x.store.kept("sarka").Attachments); n != 0 {
		t.Errorf("%d files are left", n)
	}
}

func TestTwoLanguagesAreAskedFor(t *testing.T) {
	a := sarka()
	a.Languages = []model.Language{model.Swedish, model.Finnish}
	x := show(t, model.Finnish, a)
	x.Print()
	if len(x.Viewed) != 0 {
		t.Fatal("printed without asking for the language")
	}
	x.Press(fyne.KeyReturn)
	x.shown("sarka").askContactNotice()
	x.Tap("Tulosta")
	if len(x.Viewed) != 2 {
		t.Errorf("printed %v", x.Viewed)
	}
}

func TestNewAgreementWithAPartner(t *testing.T) {
	x := show(t, model.Finnish, sarka())
	x.NewWith("srk")
	if !x.register.FormOpen() {
		t.Fatal("no form is open")
	}
	x.Type("Uusi")
	x.Leave()
	x.SeesPart("Lomakkeella on muutoksia")
}

func TestSizes(t *testing.T) {
	words.Use(model.Finnish)
	for bytes, want := range map[int64]string{1: "1 kt", 340_200: "341 kt", 2_440_000: "2,4 Mt", 26_214_400: "26,2 Mt", 10_000_000: "10 Mt"} {
		if got := size(bytes); got != want {
			t.Errorf("%d bytes are %q, want %q", bytes, got, want)
		}
	}
}

func BenchmarkPageOfFiftyParties(b *testing.B) {
	a := signed("2024-12-12")
	for range 47 {
		p := a.Parties[0]
		p.ID = ids.New()
		a.Parties = append(a.Parties, p)
	}
	x := show(b, model.Finnish, a)
	for b.Loop() {
		x.Reload()
	}
}

func BenchmarkSigningOfFiftyParties(b *testing.B) {
	a := signed("2024-12-12")
	for range 47 {
		p := a.Parties[0]
		p.ID = ids.New()
		a.Parties = append(a.Parties, p)
	}
	x := show(b, model.Finnish, a)
	for b.Loop() {
		x.shown(a.ID).openSigning()
		x.register.Leave()
	}
}

var (
	_ kit.Finder  = (*Screen)(nil)
	_ kit.Newer   = (*Screen)(nil)
	_ kit.Editor  = (*Screen)(nil)
	_ kit.Saver   = (*Screen)(nil)
	_ kit.Stepper = (*Screen)(nil)
	_ kit.Leaver  = (*Screen)(nil)
)
