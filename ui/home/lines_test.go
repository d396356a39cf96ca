package home

import (
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

var (
	today    = model.MustDate("2026-11-22")
	partners = model.Directory{"o": {ID: "o", Name: model.Text{Fi: "Suvannon kansalaisopisto"}}}
	tupa     = &model.AgreementSummary{
		ID: "a", Number: "2026-001", Title: model.Text{Fi: "Perhetupa Sarka"},
		Parties: []model.Party{{ID: "p", OrganisationID: "o"}},
	}
)

func TestLinesSayWhatAndWhen(t *testing.T) {
	words.Use(model.Finnish)
	on := model.MustDate
	for _, c := range []struct {
		item         model.AgendaItem
		detail, chip string
		tone         kit.Tone
	}{
		{model.AgendaItem{Matter: model.MatterReviewLate, On: on("2026-10-31")}, "Tarkistus oli sovittu pidettäväksi 31.10.2026.", "22 päivää myöhässä", kit.Danger},
		{model.AgendaItem{Matter: model.MatterReview, On: on("2026-11-22")}, "Tarkistus pidettävä viimeistään 22.11.2026.", "tänään", kit.Danger},
		{model.AgendaItem{Matter: model.MatterReview, On: on("2026-11-23")}, "Tarkistus pidettävä viimeistään 23.11.2026.", "huomenna", kit.Attention},
		{model.AgendaItem{Matter: model.MatterUnsigned, On: on("2026-11-21"), Parties: []model.ID{"p"}}, "Lähetetty 21.11.2026, odottaa: Suvannon kansalaisopisto.", "odottanut päivän", kit.Waiting},
		{model.AgendaItem{Matter: model.MatterUnsigned, Parties: []model.ID{"p"}}, "Odottaa: Suvannon kansalaisopisto.", "odottaa", kit.Waiting},
		{model.AgendaItem{Matter: model.MatterEnding, On: on("2026-12-31")}, "Viimeinen voimassaolopäivä on 31.12.2026.", "39 päivän päästä", kit.Attention},
		{model.AgendaItem{Matter: model.MatterEnded, On: on("2026-06-30")}, "Päättyi 30.6.2026.", "päättynyt", kit.Past},
		{model.AgendaItem{Matter: model.MatterDraft}, "Ei vielä lähetetty allekirjoitettavaksi tai sovittu.", "luonnos", kit.Neutral},
		{model.AgendaItem{Matter: model.MatterService, Parties: []model.ID{"p"}, Services: []model.Service{model.FamilyWork}}, "Suvannon kansalaisopisto: perhetyö siirtyi hyvinvointialueelle 1.1.2023.", "tarkista", kit.Attention},
		{
			model.AgendaItem{Matter: model.MatterContribution, On: on("2026-11-01"), Parties: []model.ID{"p"}, Contribution: model.Contribution{Description: model.Text{Fi: "Kurssi"}}},
			"Suvannon kansalaisopisto: Kurssi, sovittu 1.11.2026", "21 päivää myöhässä", kit.Danger,
		},
	} {
		c.item.Agreement = tupa
		got := lineOf(c.item, partners, model.Calendar{Today: today})
		if got.title != "2026-001 Perhetupa Sarka" || got.detail != c.detail || got.chip.Word != c.chip || got.chip.Tone != c.tone {
			t.Errorf("%s: %+v", c.item.Matter, got)
		}
	}
}

func TestEveryMatterHasItsWords(t *testing.T) {
	for _, l := range model.Languages() {
		words.Use(l)
		for _, m := range model.Matters() {
			item := model.AgendaItem{Matter: m, Agreement: tupa}
			switch m {
			case model.MatterContribution, model.MatterReviewLate, model.MatterDecision, model.MatterReview:
				item.On = today // these always have a day
			}
			x := lineOf(item, partners, model.Calendar{Today: today})
			head := words.N("home.matter."+string(m), 2)
			if strings.Contains(x.detail+x.chip.Word+head, "home.") || x.chip.Tone == "" {
				t.Errorf("%s in %s: %q %+v", m, l, head, x)
			}
		}
	}
	words.Use(model.Finnish)
}

func TestGroupsFollowTheAgenda(t *testing.T) {
	item := func(m model.Matter) model.AgendaItem { return model.AgendaItem{Matter: m, Agreement: tupa} }
	groups := groupsOf([]model.AgendaItem{item(model.MatterDecision), item(model.MatterReview), item(model.MatterReview)})
	if len(groups) != 2 || groups[0].matter != model.MatterDecision || len(groups[1].items) != 2 {
		t.Errorf("groups %+v", groups)
	}
}

func TestLongTitlesAreCut(t *testing.T) {
	long := &model.AgreementSummary{Number: "1", Title: model.Text{Fi: strings.Repeat("ä", 400)}}
	if got := []rune(title(model.AgendaItem{Agreement: long})); len(got) > 100 || got[len(got)-1] != '…' {
		t.Errorf("%d letters", len(got))
	}
}
