package organisations

import (
	"context"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/stage"
)

var today = model.MustDate("2026-11-22")

// shelf is a store in memory: what the screen does not ask for is not there.
type shelf struct {
	Store
	organisations []model.Organisation
	agreements    []model.Agreement
	uses          map[model.ID][]model.Use
	fails         error // what every write answers
}

func (s *shelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{LeadDays: 30, Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Sarkajärvi"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}}}, nil
}

func (s *shelf) Agreements(context.Context) ([]model.AgreementSummary, error) {
	var out []model.AgreementSummary
	for _, a := range s.agreements {
		out = append(out, a.AgreementSummary)
	}
	return out, nil
}

func (s *shelf) Agreement(_ context.Context, id model.ID) (model.Agreement, error) {
	i := slices.IndexFunc(s.agreements, func(a model.Agreement) bool { return a.ID == id })
	return s.agreements[i], nil
}

func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) {
	return slices.Clone(s.organisations), nil
}

func (s *shelf) at(id model.ID) int {
	return slices.IndexFunc(s.organisations, func(o model.Organisation) bool { return o.ID == id })
}

func (s *shelf) CreateOrganisation(_ context.Context, o model.Organisation) (model.Organisation, error) {
	if s.fails != nil {
		return o, s.fails
	}
	o.ID = ids.New()
	s.organisations = append(s.organisations, o)
	return o, nil
}

func (s *shelf) UpdateOrganisation(_ context.Context, id model.ID, change func(*model.Organisation) error) (model.Organisation, error) {
	if s.fails != nil {
		return model.Organisation{}, s.fails
	}
	err := change(&s.organisations[s.at(id)])
	return s.organisations[s.at(id)], err
}

func (s *shelf) OrganisationUses(_ context.Context, id model.ID) ([]model.Use, error) {
	return s.uses[id], nil
}

func (s *shelf) DeleteOrganisation(_ context.Context, id model.ID) error {
	s.organisations = slices.Delete(s.organisations, s.at(id), s.at(id)+1)
	return s.fails
}

func (s *shelf) MergeOrganisations(_ context.Context, keep, drop model.ID) (model.Organisation, error) {
	if s.fails != nil {
		return model.Organisation{}, s.fails
	}
	merged := model.Merge(s.organisations[s.at(keep)], s.organisations[s.at(drop)]).Organisation
	s.organisations[s.at(keep)] = merged
	i := s.at(drop)
	s.organisations = slices.Delete(s.organisations, i, i+1)
	return merged, nil
}

// region is a municipality and a parish with an agreement in force, an association whose agreement is a draft, and one
// that has ceased to exist.
func region() *shelf {
	name := func(fi, sv string) model.Text { return model.Text{Fi: fi, Sv: sv} }
	s := &shelf{uses: map[model.ID][]model.Use{}, organisations: []model.Organisation{
		{
			ID: "kunta", Name: name("Sarkajärven kunta", "Sarkajärvi kommun"), Sector: model.Municipal, BusinessID: "9999001-5",
			Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, Language: model.Finnish,
			Contacts: []model.Contact{
				{ID: "vanha", Name: "Vanha Vastaava", Until: model.MustDate("2025-12-31")},
				{ID: "marja", Name: "Marja Aaltola", Title: "sivistysjohtaja"},
			},
		},
		{ID: "srk", Name: name("Sarkajärven seurakunta", ""), Sector: model.Parish, Contacts: []model.Contact{{ID: "antti", Name: "Antti Pellonpää"}}},
		{
			ID: "forening", Name: name("", "Strandnäs Familjeförening rf"), Sector: model.Association, BusinessID: "1234567-8",
			Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, Language: model.Swedish,
		},
		{ID: "entinen", Name: name("Ähtävän kerho", ""), Sector: model.Association, EndedOn: model.MustDate("2020-12-31")},
	}}
	written := func(id, number string, parties ...model.ID) model.Agreement {
		a := model.Agreement{AgreementSummary: model.AgreementSummary{ID: model.ID(id), Number: number, Title: name("Sopimus "+number, ""), Form: model.Written}}
		for _, p := range parties {
			a.Parties = append(a.Parties, model.Party{ID: p + "@" + a.ID, OrganisationID: p})
		}
		return a
	}
	a := written("a", "2025-001", "kunta", "srk")
	for i := range a.Parties {
		a.Parties[i].Signing.SignedOn = model.MustDate("2025-01-01")
	}
	grant := model.Contribution{PartyID: "kunta@a", Kind: model.ContributedMoney, Unit: "€", Per: model.PerYear}
	grant.Amount = model.AmountOf(450000)
	more := grant
	more.Amount = model.AmountOf(50050)
	a.Contributions = []model.Contribution{grant, more, {PartyID: "srk@a", Kind: model.ContributedStaff}}
	s.agreements = []model.Agreement{a, written("b", "2026-002", "kunta", "forening")}
	return s
}

// table is a window with the screen in it and everything that a test looks at.
type table struct {
	*Screen
	*stage.Stage
	store *shelf
}

func show(t testing.TB, store *shelf, l model.Language) *table {
	t.Helper()
	x := &table{Stage: stage.New(t, l, today), store: store}
	x.Screen = New(x.Desk, store)
	x.Put(x.Content(), func() any { return x.Screen })
	return x
}

// focusContacts gives the keyboard to the first contact of the open form.
func (x *table) focusContacts() {
	x.T.Helper()
	for range 40 {
		x.Window.Canvas().FocusNext()
		if l, ok := x.Window.Canvas().Focused().(interface{ AccessibilityLabel() string }); ok && strings.Contains(l.AccessibilityLabel(), "Pellonpää") {
			return
		}
	}
	x.T.Fatal("Tab does not come to the contacts")
}
