package persistence

import (
	"fmt"
	"slices"
	"strings"
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
			waits := []model.ID{a.Parties[0].ID} // the community college
			equal(t, "waiting for", s.WaitingFor, waits)
		}
		if refused := model.Refusals(model.CheckAgreement(a)); len(refused) > 0 {
			t.Errorf("%s: %v", a.Number, refused)
		}
	}
	equal(t, "states", got, map[string]string{
		"2025-002 Perhekeskusverkoston yleissopimus":                 "in_force",
		"2024-003 Perhetupa Sarkan kumppanuussopimus":                "in_force",
		"2023-001 Seurakunnan ja kuntien perhetyön yhteistyösopimus": "review_due",
		"2026-001 Partnerskapsavtal om mötesplatsen i Strandnäs":     "in_force",
		"2024-002 Hiidenlammen perhekahvilan tilankäyttö":            "in_force",
		"2026-003 Vauvaryhmät neuvolassa":                            "draft",
		"2026-002 Vertaisohjaajien koulutussopimus":                  "out_for_signature",
		"2025-001 Kyläkaupan tarjoilut vauvakahvilaan":               "under_notice",
		"2024-001 Opiskelijaharjoittelu ja arviointi":                "ended_no_successor",
	})
	if contributions != 17 {
		t.Errorf("%d contributions, not 17", contributions)
	}
	without := map[string]bool{}
	for _, o := range organisations {
		if !slices.ContainsFunc(all, func(a model.AgreementSummary) bool {
			return a.StatusOn(today).State.InForce() && slices.ContainsFunc(a.Parties, func(p model.Party) bool { return p.OrganisationID == o.ID })
		}) {
			without[o.Name.Fi] = true
		}
	}
	equal(t, "without an agreement in force", without,
		map[string]bool{"Suvannon kansalaisopisto": true, "Suvannon ammattikorkeakoulu": true})
	soundFile(t, f)
}

// Nothing that the tables tell is lost on the way, and what an agreement in two languages needs is there in both.
func TestSampleIsWhole(t *testing.T) {
	f := newFile(t)
	must(t, LoadSample(ctx, f))
	var kept strings.Builder
	organisations, err := f.Organisations(ctx)
	must(t, err)
	for _, o := range organisations {
		c := o.Contacts[0]
		fmt.Fprintln(&kept, o.Name, o.BusinessID, o.Municipality, o.Language, c.Name, c.Title, c.Phone, c.Email)
	}
	all, err := f.Agreements(ctx)
	must(t, err)
	for i := range all {
		a, err := f.Agreement(ctx, all[i].ID)
		must(t, err)
		fmt.Fprintln(&kept, a.Title, a.Notes, a.ValidFrom, a.ValidUntil, a.ReviewOn, a.NoticeMonths.N, a.Parties[0].Signing.SignedOn)
		for _, c := range a.Contributions {
			fmt.Fprintln(&kept, c.Description)
			for _, l := range a.Languages {
				if c.Description.In(l) == "" {
					t.Errorf("%s in %s: nothing for %v", a.Number, l, c.Description)
				}
			}
		}
		if a.Area.Fi == "" {
			t.Errorf("%s has no area", a.Number)
		}
		for _, p := range a.Parties {
			if a.Form == model.Written && (p.Signatory == "" || p.SignatoryTitle == "") {
				t.Errorf("nobody signs %s for a party", a.Number)
			}
		}
		for _, l := range a.Languages {
			if a.Title.In(l) == "" || a.Area.In(l) == "" {
				t.Errorf("%s in %s: title %q, area %q", a.Number, l, a.Title.In(l), a.Area.In(l))
			}
		}
	}
	for table, columns := range map[string][]string{
		"organisations": {"name_fi", "name_sv", "municipality", "y_tunnus", "contact", "contact_role", "lang", "phone", "email"},
		"agreements":    {"title", "note", "signed", "valid_from", "valid_to", "notice_months", "review_due"},
		"contributions": {"description"},
	} {
		rows, err := sampleTable(table)
		must(t, err)
		for _, r := range rows {
			for _, column := range columns {
				if !strings.Contains(kept.String(), r[column]) {
					t.Errorf("%s: %s %q is not kept", table, column, r[column])
				}
			}
		}
	}
	c, err := f.Centre(ctx)
	must(t, err)
	host := organisations[slices.IndexFunc(organisations, func(o model.Organisation) bool { return o.Sector == model.County })]
	if coordinator := host.Contacts[0]; c.Coordinator != coordinator.Name || c.Phone != coordinator.Phone || c.Email != coordinator.Email {
		t.Errorf("the centre has %s, %s, %s; its host %v", c.Coordinator, c.Phone, c.Email, coordinator)
	}
}
