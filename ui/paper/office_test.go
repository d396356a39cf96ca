package paper

import (
	"image"
	"strings"
	"testing"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/ids"
)

var today = model.MustDate("2026-11-22")

// testOffice is a centre with a municipality, an association and a parish as its partners.
func testOffice() Office {
	text := func(t assets.TemplateText) model.Text { return model.Text(t) }
	organisations := []model.Organisation{
		{
			ID: "o1", Name: model.Text{Fi: "Suvannon kaupunki", Sv: "Suvanto stad"}, Sector: model.Municipal, BusinessID: "0201256-6",
			Address: model.Address{Street: "Torikatu 4", PostalCode: "44500", Town: "Suvanto"},
			Contacts: []model.Contact{
				{ID: "c1", Name: "Hanna Virkkala", Title: "palveluohjaaja", Phone: "040 123 4567", Email: "hanna.virkkala@suvanto.example", From: model.MustDate("2026-11-01")},
				{ID: "c0", Name: "Pekka Entinen", Until: model.MustDate("2026-10-31")},
				{ID: "c9", Name: "Vanha Virkailija", Until: model.MustDate("2020-10-31")},
			},
		},
		{
			ID: "o2", Name: model.Text{Fi: "Sarkan perheyhdistys ry"}, Sector: model.Association, BusinessID: "1234567-1",
			Address:  model.Address{Street: "Kylätie 12", PostalCode: "44510", Town: "Sarka"},
			Contacts: []model.Contact{{ID: "c2", Name: "Maija Lahti", Title: "puheenjohtaja", Email: "maija@sarka.example"}, {ID: "c3", Name: "Åke Öhman"}},
		},
		{ID: "o3", Name: model.Text{Fi: "Suvannon seurakuntayhtymä", Sv: "Suvanto kyrkliga samfällighet"}, Sector: model.Parish},
	}
	var template model.Template
	built := assets.Template()
	for _, c := range built.Clauses {
		template.Clauses = append(template.Clauses, model.TemplateClause{Key: c.Key, Heading: text(c.Heading), Body: text(c.Body)})
	}
	template.Memo = model.TemplateClause{Key: built.Memo.Key, Heading: text(built.Memo.Heading), Body: text(built.Memo.Body)}
	return Office{
		Organisations: model.DirectoryOf(organisations), Template: template, Today: today,
		Centre: model.Centre{
			Name:       model.Text{Fi: "Suvantomaan perhekeskus", Sv: "Suvantolands familjecenter"},
			Letterhead: "Torikatu 4\n44500 Suvanto\n\nperhekeskus@suvantomaa.example", Coordinator: "Hanna Virkkala", Phone: "040 123 4567",
		},
	}
}

func testAgreement(o Office) model.Agreement {
	return model.Agreement{
		AgreementSummary: model.AgreementSummary{
			ID: "a1", Number: "2026-004", Title: model.Text{Fi: "Perhetupa Sarka", Sv: "Familjestugan Sarka"}, Languages: []model.Language{model.Finnish},
			Form: model.Written, Kind: model.Partnership, Area: model.Text{Fi: "Suvantomaa", Sv: "Suvantoland"},
			ValidFrom: model.MustDate("2027-01-01"), ValidUntil: model.MustDate("2028-12-31"), NoticeMonths: model.CountOf(3),
			Parties: []model.Party{
				{ID: "p1", OrganisationID: "o1", Role: "tilojen tarjoaja", ContactID: "c1", Signatory: "Anna Sarka", SignatoryTitle: "sivistysjohtaja", DecisionBody: "Sivistyslautakunta", DecisionOn: model.MustDate("2026-12-12"), DecisionSection: "42"},
				{ID: "p2", OrganisationID: "o2", ContactID: "c2", DeputyID: "c3", Signatory: "Maija Lahti", SignatoryTitle: "puheenjohtaja"},
				{ID: "p3", OrganisationID: "o3"},
			},
		},
		Place: model.Text{Fi: "Perhetupa Sarka", Sv: "Familjestugan Sarka"}, MeetingsPerYear: model.CountOf(2),
		Clauses: o.Template.NewClauses(ids.New),
		Tasks: []model.Task{
			{ID: "t1", Description: model.Text{Fi: "Perhetuvan avaaminen ja sulkeminen", Sv: "Öppna och stänga familjestugan"}, PartyIDs: []model.ID{"p2", "p3"}},
			{ID: "t2", Description: model.Text{Fi: "Vapaaehtoisten perehdytys"}, PartyIDs: []model.ID{"p2"}},
		},
		Contributions: []model.Contribution{
			{ID: "k1", PartyID: "p1", Kind: model.ContributedPremises, Description: model.Text{Fi: "Perhetuvan tilat ja siivous", Sv: "Familjestugans lokaler"}},
			{ID: "k2", PartyID: "p1", Kind: model.ContributedMoney, Amount: model.AmountOf(120050), Unit: "€", Per: model.PerYear, DueOn: model.MustDate("2027-03-31")},
			{ID: "k3", PartyID: "p2", Kind: model.ContributedVolunteers, Amount: model.AmountOf(0), Unit: "hlö"},
		},
	}
}

func TestFileNameIsTakenEverywhere(t *testing.T) {
	for _, test := range []struct {
		parts []string
		want  string
	}{
		{[]string{"Sopimus", "2026-004", "Perhetupa Sarka"}, "Sopimus 2026-004 Perhetupa Sarka.pdf"},
		{[]string{"Sopimus", "a/b\\c:d*e?f\"g<h>i|j\nk"}, "Sopimus a-b-c-d-e-f-g-h-i-j-k.pdf"},
		{[]string{"Sopimus", "", "  Äiti 😀 . . "}, "Sopimus Äiti.pdf"},
		{[]string{strings.Repeat("ä", 300)}, strings.Repeat("ä", 100) + ".pdf"},
	} {
		if got := fileName(test.parts...); got != test.want {
			t.Errorf("%q: %q, not %q", test.parts, got, test.want)
		}
	}
}

func BenchmarkAgreement(b *testing.B) {
	o := testOffice()
	a := testAgreement(o)
	pages := 0
	for b.Loop() {
		pages = mustRender(b, o.Agreement(a, onlyFinnish)).Pages
	}
	b.ReportMetric(float64(pages), "pages")
}

func BenchmarkAgreementWithLogo(b *testing.B) {
	o := testOffice()
	picture := image.NewRGBA(image.Rect(0, 0, 1600, 600))
	for i := range picture.Pix {
		picture.Pix[i] = uint8(i * i >> 8)
	}
	o.Centre.Logo = pngOf(b, picture)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if _, err := readLogo(o.Centre.Logo); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("again", func(b *testing.B) {
		a := testAgreement(o)
		for b.Loop() {
			mustRender(b, o.Agreement(a, onlyFinnish))
		}
	})
}
