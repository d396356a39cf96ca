package agreements

import (
	"context"
	"fmt"
	"slices"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/ids"
)

// shelf is a store in memory for the form: what the form does not ask for is not there.
type shelf struct {
	Store
	agreements    []model.Agreement
	organisations []model.Organisation
	language      model.Language
	fails         error // what every write answers
	files         []model.NewAttachment
	places        []model.MeetingPlace
	groups        []model.Group
	sessions      []model.Session
}

func (s *shelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) { return s.places, nil }

func (s *shelf) Groups(context.Context) ([]model.Group, error) { return s.groups, nil }

func (s *shelf) GroupSessions(_ context.Context, group model.ID) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool { return x.GroupID != group }), nil
}

func (s *shelf) Agreements(context.Context) ([]model.AgreementSummary, error) {
	var out []model.AgreementSummary
	for _, a := range s.agreements {
		out = append(out, a.AgreementSummary)
	}
	return out, nil
}

func (s *shelf) NextAgreementNumber(_ context.Context, year int) (string, error) {
	return fmt.Sprintf("%d-%03d", year, len(s.agreements)+1), nil
}

func (s *shelf) CreateAgreement(_ context.Context, a model.Agreement) (model.Agreement, error) {
	if s.fails != nil {
		return a, s.fails
	}
	if a.ID == "" {
		a.ID = ids.New()
	}
	s.agreements = append(s.agreements, a)
	return a, nil
}

func (s *shelf) UpdateAgreement(
	_ context.Context, id model.ID, change func(*model.Agreement) error, add ...model.NewAttachment,
) (model.Agreement, error) {
	i := slices.IndexFunc(s.agreements, func(a model.Agreement) bool { return a.ID == id })
	after := s.agreements[i]
	if err := change(&after); err != nil || s.fails != nil {
		return after, s.fails
	}
	if err := model.CheckFrozen(s.agreements[i], after); err != nil {
		return after, err
	}
	s.files = append(s.files, add...)
	s.agreements[i] = after
	return after, nil
}

func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) {
	return slices.Clone(s.organisations), nil
}

func (s *shelf) CreateOrganisation(_ context.Context, o model.Organisation) (model.Organisation, error) {
	if s.fails != nil {
		return o, s.fails
	}
	o.ID = ids.New()
	s.organisations = append(s.organisations, o)
	return o, nil
}

func (s *shelf) UpdateOrganisation(
	_ context.Context, id model.ID, change func(*model.Organisation) error,
) (model.Organisation, error) {
	i := slices.IndexFunc(s.organisations, func(o model.Organisation) bool { return o.ID == id })
	err := change(&s.organisations[i])
	return s.organisations[i], err
}

func (s *shelf) Template(context.Context) (model.Template, error) {
	var t model.Template
	for _, c := range assets.Template().Clauses {
		t.Clauses = append(t.Clauses, model.TemplateClause{
			Key: c.Key, Heading: model.Text(c.Heading), Body: model.Text(c.Body),
		})
	}
	return t, nil
}

func (s *shelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Language: s.language}, nil
}

// newShelf has three organisations: a municipality with one contact, a parish with none, and an association with one
// who left and one who stays.
func newShelf() *shelf {
	return &shelf{language: model.Finnish, organisations: []model.Organisation{
		{
			ID: "kunta", Name: model.Text{Fi: "Sarkajärven kunta", Sv: "Sarkajärvi kommun"}, Sector: model.Municipal,
			CoreTask: "Varhaiskasvatus ja hyvinvoinnin edistäminen",
			Contacts: []model.Contact{{ID: "marja", Name: "Marja Aaltola", Title: "sivistysjohtaja"}},
		},
		{ID: "srk", Name: model.Text{Fi: "Sarkajärven seurakunta"}, Sector: model.Parish},
		{
			ID: "tupa", Name: model.Text{Fi: "Sarkajärven Perheiden Tupa ry"}, Sector: model.Association,
			Contacts: []model.Contact{
				{ID: "entinen", Name: "Vanha Vastaava", Until: model.MustDate("2025-12-31")},
				{ID: "jenni", Name: "Jenni Mäkelä-Oja", Title: "puheenjohtaja"},
			},
		},
	}}
}

// sarka is a draft of three parties with something in each part.
func sarka() model.Agreement {
	var a model.Agreement
	a.ID, a.Number, a.Form, a.Kind = "sarka", "2026-004", model.Written, model.Partnership
	a.Title, a.Languages = model.Text{Fi: "Perhetupa Sarkan kumppanuussopimus"}, []model.Language{model.Finnish}
	a.Parties = []model.Party{
		{ID: "p1", OrganisationID: "kunta", Role: "Tilat ja rahoitus", ContactID: "marja"},
		{ID: "p2", OrganisationID: "srk", Role: "Perhekerho keskiviikkoisin"},
		{ID: "p3", OrganisationID: "tupa", Role: "Toiminnan vetäjä", ContactID: "jenni"},
	}
	a.ValidFrom, a.ValidUntil = model.MustDate("2027-01-01"), model.MustDate("2028-12-31")
	t, _ := (&shelf{}).Template(context.Background())
	a.Clauses = t.NewClauses(ids.New)
	a.Tasks = []model.Task{{ID: "t1", Description: model.Text{Fi: "Tupa on auki arkisin"}, PartyIDs: []model.ID{"p1", "p3"}}}
	a.Contributions = []model.Contribution{{
		ID: "c1", PartyID: "p1", Kind: model.ContributedMoney, Description: model.Text{Fi: "Toiminta-avustus"},
		Amount: model.AmountOf(1250000), Unit: "€", Per: model.PerYear,
	}}
	a.WrittenInto = []model.WrittenInto{{ID: "w1", PartyID: "p1", Document: "Hyvinvointisuunnitelma", Year: 2026}}
	return a
}
