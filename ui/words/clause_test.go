package words_test

import (
	"strings"
	"testing"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/words"
)

var organisations = model.Directory{
	"o1": {ID: "o1", Name: model.Text{Fi: "Sarkajärven kunta", Sv: "Sarkajärvi kommun"}},
	"o2": {ID: "o2", Name: model.Text{Fi: "Sarkajärven Perheiden Tupa ry"}},
	"o3": {ID: "o3", Name: model.Text{Fi: "Sarkajärven seurakunta", Sv: "Sarkajärvi församling"}},
}

func agreement() *model.Agreement {
	return &model.Agreement{
		AgreementSummary: model.AgreementSummary{
			Number: "2026-004", Title: model.Text{Fi: "Perhetupa Sarka"}, Area: model.Text{Fi: "Sarkajärvi"},
			ValidFrom: model.MustDate("2025-01-01"), ValidUntil: model.MustDate("2027-12-31"),
			NoticeMonths: model.CountOf(3), ReviewOn: model.MustDate("2026-11-30"),
			Parties: []model.Party{
				{OrganisationID: "o1", ContactID: "c", DecisionBody: "Sivistyslautakunta", DecisionOn: model.MustDate("2024-12-03"), DecisionSection: "42"},
				{OrganisationID: "o2"},
				{OrganisationID: "o3", Signatory: "Antti Pellonpää", SignatoryTitle: "kirkkoherra"},
			},
		},
		Place: model.Text{Fi: "Perhetupa Sarka"}, MeetingsPerYear: model.CountOf(2),
		Tasks:       []model.Task{{Description: model.Text{Fi: "Avaimet"}}},
		Attachments: []model.Attachment{{Role: model.Annex, Name: "Vuoden tavoitteet.pdf"}, {Role: model.Scan, Name: "skannaus.pdf"}},
	}
}

// said is a clause as one line: a blank as ____ and a table by its placeholder.
func said(paragraphs []words.Paragraph) string {
	var lines []string
	for _, p := range paragraphs {
		line := ""
		if p.Table != "" {
			line = "[" + string(p.Table) + "]"
		}
		for _, x := range p.Pieces {
			if x.Blank {
				line += "____"
			}
			line += x.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "|")
}

func TestClauseIsFilledIn(t *testing.T) {
	for _, c := range []struct {
		language   model.Language
		body, want string
		change     func(*model.Agreement)
	}{
		{"fi", "Osapuolet ovat {{osapuolet}}.", "Osapuolet ovat Sarkajärven kunta, Sarkajärven Perheiden Tupa ry ja Sarkajärven seurakunta.", nil},
		{"sv", "Parter är {{osapuolet}}.", "Parter är Sarkajärvi kommun, Sarkajärven Perheiden Tupa ry och Sarkajärvi församling.", nil},
		{"fi", "Alueella {{alue}}, {{ALUE}}.", "Alueella Sarkajärvi, Sarkajärvi.", nil},
		{"fi", "Voimassa {{alkaa}}–{{paattyy}} saakka.", "Voimassa 1.1.2025–31.12.2027 saakka.", nil},
		{"fi", "on voimassa {{paattyy}} saakka.", "on voimassa toistaiseksi.", openEnded},
		{"sv", "gäller till den {{paattyy}}.", "gäller tills vidare.", openEnded},
		{"en", "remains valid until {{paattyy}}.", "remains valid until further notice.", openEnded},
		{"fi", "on voimassa {{voimassaolo}}.", "on voimassa 31.12.2027 saakka.", nil},
		{"sv", "gäller {{voimassaolo}}.", "gäller tills vidare.", openEnded},
		{"fi", "on {{irtisanomisaika_kk}} kuukautta, ja", "on 3 kuukautta, ja", nil},
		{"fi", "on {{irtisanomisaika_kk}} kuukautta, ja", "on yksi kuukausi, ja", oneMonth},
		{"sv", "är {{irtisanomisaika_kk}} månader, och", "är 1 månad, och", oneMonth},
		{"en", "is {{irtisanomisaika_kk}} months, and", "is 1 month, and", oneMonth},
		{"fi", "vähintään {{tapaamiset_vuodessa}} kertaa vuodessa", "vähintään kerran vuodessa", oneMonth},
		{"sv", "minst {{tapaamiset_vuodessa}} gånger om året", "minst en gång om året", oneMonth},
		{"en", "at least {{tapaamiset_vuodessa}} times a year", "at least once a year", oneMonth},
		{"fi", "Asia ratkaistaan {{karajaoikeus}}.", "Asia ratkaistaan ____.", nil},
		{"fi", "{{karajaoikeus}}", "____", nil},
		{"fi", "{{olematon}} {{paikka_ja_aika}}", "____ ____", nil},
		{"fi", "näin: {{tyonjako}}. Kukin osapuoli", "näin:|[tyonjako]|Kukin osapuoli", nil},
		{"fi", "ovat {{yhdyshenkilot}}. Toimintakalenteri", "ovat:|[yhdyshenkilot]|Toimintakalenteri", nil},
		{"fi", "työn: {{panostukset}}. Muutoksesta", "työn: ____. Muutoksesta", nil},
		{"fi", "on tehty {{kappaleet}} samansisältöistä kappaletta", "on tehty 3 samansisältöistä kappaletta", nil},
		{"fi", "Liitteet: {{liitteet}}.", "Liitteet: Vuoden tavoitteet.", nil},
		{"fi", "{{paatosviite}}", "Sarkajärven kunta: Sivistyslautakunta 3.12.2024 §\u00a042", nil},
		{"fi", "Ensimmäinen.\r\n\nToinen.", "Ensimmäinen.|Toinen.", nil},
		{"fi", "", "", nil},
	} {
		a := agreement()
		if c.change != nil {
			c.change(a)
		}
		if got := said(words.In(c.language).Clause(c.body, a, organisations)); got != c.want {
			t.Errorf("%s %q:\n got %q\nwant %q", c.language, c.body, got, c.want)
		}
	}
}

func openEnded(a *model.Agreement) { a.ValidUntil = model.Date{} }

func oneMonth(a *model.Agreement) {
	a.NoticeMonths, a.MeetingsPerYear = model.CountOf(1), model.CountOf(1)
}

func TestMemoTellsOfTheOccasion(t *testing.T) {
	a := agreement()
	a.AgreedOn = model.MustDate("2024-08-26")
	a.OralTerms = model.OralTerms{Where: "kunnantalolla", Present: "Pekka ja Riikka", NotedBy: "Pekka Rautanen", Content: model.Text{Fi: "Kerhohuone maanantaisin."}}
	got := said(words.In("fi").Memo("Sovittu {{pvm}} {{paikka}}. Läsnä: {{osapuolet}}. {{sisalto}}. {{kirjaaja}} {{toimitettu}}", a, organisations))
	if want := "Sovittu 26.8.2024 kunnantalolla. Läsnä: Pekka ja Riikka. Kerhohuone maanantaisin. Pekka Rautanen ____"; got != want {
		t.Errorf("got %q", got)
	}
}

// TestBuiltInClausesHoldNoRawToken fills every clause of the template from an agreement that knows nothing.
func TestBuiltInClausesHoldNoRawToken(t *testing.T) {
	for _, c := range assets.Template().Clauses {
		for _, l := range model.Languages() {
			for _, a := range []*model.Agreement{agreement(), {}} {
				text := said(words.In(l).Clause(model.Text(c.Body).In(l), a, organisations))
				if strings.ContainsAny(text, "{}∞▦") || text == "" {
					t.Errorf("%s %s: %q", c.Key, l, text)
				}
			}
		}
	}
}
