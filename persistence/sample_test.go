package persistence

import (
	"testing"

	"kumppani/model"
)

// The sample has on 22.11.2026 what its description promises.
func TestSample(t *testing.T) {
	f := newFile(t)
	must(t, LoadSample(ctx, f))
	c, err := f.Centre(ctx)
	must(t, err)
	if len(c.Municipalities) != 4 || c.Municipalities[3].Sv != "Strandnäs" {
		t.Errorf("municipalities %v", c.Municipalities)
	}
	organisations, err := f.Organisations(ctx)
	must(t, err)
	if len(organisations) != 12 {
		t.Errorf("%d organisations, not 12", len(organisations))
	}
	for _, o := range organisations {
		if problems := o.Check(); len(problems) > 0 || len(o.Contacts) != 1 {
			t.Errorf("%s: %v", o.Name.Best(model.Finnish), problems)
		}
	}
	all, err := f.Agreements(ctx)
	must(t, err)
	today := model.Calendar{Today: model.MustDate("2026-11-22"), LeadDays: c.LeadDays, Successors: model.SuccessorsOf(all)}
	got := map[string]string{}
	contributions := 0
	for i := range all {
		a, err := f.Agreement(ctx, all[i].ID)
		must(t, err)
		contributions += len(a.Contributions)
		s := all[i].StatusOn(today)
		got[a.Number+" "+a.Title.Best(model.Finnish)] = string(s.State)
		if s.State == model.StateOutForSignature {
			if len(s.WaitingFor) != 1 || model.DirectoryOf(organisations).Name(a.Parties[0].OrganisationID, model.Finnish) != "Suvannon kansalaisopisto" || s.WaitingFor[0] != a.Parties[0].ID {
				t.Errorf("%s waits for %v, want the community college only", a.Number, s.WaitingFor)
			}
		}
		if refused := model.Refusals(model.CheckAgreement(a)); len(refused) > 0 {
			t.Errorf("%s: %v", a.Number, refused)
		}
	}
	equal(t, "states", got, map[string]string{
		"2025-001 Perhekeskusverkoston yleissopimus":                 "in_force",
		"2024-001 Perhetupa Sarkan kumppanuussopimus":                "in_force",
		"2023-001 Seurakunnan ja kuntien perhetyön yhteistyösopimus": "review_due",
		"2026-001 Partnerskapsavtal om mötesplatsen i Strandnäs":     "in_force",
		"2024-002 Hiidenlammen perhekahvilan tilankäyttö":            "in_force",
		"2026-002 Vauvaryhmät neuvolassa":                            "draft",
		"2026-003 Vertaisohjaajien koulutussopimus":                  "out_for_signature",
		"2025-002 Kyläkaupan tarjoilut vauvakahvilaan":               "under_notice",
		"2024-003 Opiskelijaharjoittelu ja arviointi":                "ended_no_successor",
	})
	if contributions != 17 {
		t.Errorf("%d contributions, not 17", contributions)
	}
	soundFile(t, f)
}
