package persistence

import (
	"errors"
	"reflect"
	"testing"

	"kumppani/model"
)

// usesIn are the uses in an error that refuses a removal.
func usesIn(t *testing.T, err error) []model.Use {
	t.Helper()
	wantCode(t, err, model.CodeInUse)
	var refused *model.Error
	if !errors.As(err, &refused) {
		t.Fatalf("%v is no error of the model", err)
	}
	return refused.Uses
}

func TestMeetingPlaceComesBackWhole(t *testing.T) {
	f := newFile(t)
	a, o := usedAgreement(t, f)
	p := model.MeetingPlace{
		Name: model.Text{Fi: " Äijälän perhetupa ", Sv: "Äijälä familjestuga", En: "Äijälä Family Room"}, Kind: model.FamilyRoom,
		Address:      model.Address{Street: "Kylätie 1", PostalCode: "00100", Town: "Suvanto"},
		Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, Village: model.Text{Fi: "Äijälä", Sv: "Ä", En: "E"},
		HostID: o[0].ID, OwnerID: o[1].ID, Capacity: model.CountOf(60),
		Access: model.Access{
			StepFree: model.Yes, Toilet: model.No, ChangingTable: model.No, Parking: model.Yes, PramSpace: model.Yes,
			Notes: model.Text{Fi: "luiska", Sv: "ramp", En: "ramp"},
		},
		Equipment: "keittiö", Keys: "talonmies", Notes: "emoji 🙂\x00\x1e\x1f\nrivi",
		Booking:     model.Contact{Name: "Öman", Title: "talonmies", Phone: "+358 40", Email: "a@b.fi", Language: model.Swedish},
		AgreementID: a.ID, EndedOn: model.MustDate("2028-02-29"),
	}
	saved, err := f.CreateMeetingPlace(ctx, p)
	must(t, err)
	p.ID, p.Name.Fi = saved.ID, "Äijälän perhetupa"
	equal(t, "saved", saved, p)
	got, err := f.MeetingPlace(ctx, p.ID)
	must(t, err)
	equal(t, "read", got, p)
	all, err := f.MeetingPlaces(ctx)
	must(t, err)
	equal(t, "listed", all, []model.MeetingPlace{p})

	// What nobody has said is neither a no nor a nought.
	got, err = f.UpdateMeetingPlace(ctx, p.ID, func(m *model.MeetingPlace) error {
		m.Access, m.Capacity, m.HostID, m.AgreementID = model.Access{}, model.Count{}, "", ""
		return nil
	})
	must(t, err)
	p.Access, p.Capacity, p.HostID, p.AgreementID = model.Access{}, model.Count{}, "", ""
	equal(t, "changed", got, p)
	got, err = f.MeetingPlace(ctx, p.ID)
	must(t, err)
	equal(t, "read again", got, p)
	soundFile(t, f)
}

func TestMeetingPlacesAndGroupsAreInFinnishOrder(t *testing.T) {
	f := newFile(t)
	want := []string{"Aamu", "Wanha", "Åbo", "Ähtäri", "Östersund"}
	for _, name := range []string{"Östersund", "Ähtäri", "Åbo", "Wanha", "Aamu"} {
		p, err := f.CreateMeetingPlace(ctx, placeNamed(name))
		must(t, err)
		_, err = f.CreateGroup(ctx, groupAt(p.ID, name))
		must(t, err)
	}
	places, err := f.MeetingPlaces(ctx)
	must(t, err)
	groups, err := f.Groups(ctx)
	must(t, err)
	var ofPlaces, ofGroups []string
	for i := range places {
		ofPlaces, ofGroups = append(ofPlaces, places[i].Name.Fi), append(ofGroups, groups[i].Name.Fi)
	}
	equal(t, "places", ofPlaces, want)
	equal(t, "groups", ofGroups, want)
}

func TestMeetingPlaceRefusals(t *testing.T) {
	f := newFile(t)
	p, err := f.CreateMeetingPlace(ctx, placeNamed("Ahola"))
	must(t, err)
	_, err = f.CreateMeetingPlace(ctx, placeNamed(" "))
	wantCode(t, err, model.CodeInvalid)
	owned := placeNamed("Toinen")
	owned.OwnerID = newID()
	_, err = f.CreateMeetingPlace(ctx, owned)
	wantCode(t, err, model.CodeNotFound)
	_, err = f.UpdateMeetingPlace(ctx, p.ID, func(m *model.MeetingPlace) error { m.Kind = ""; return nil })
	wantCode(t, err, model.CodeInvalid)
	own := errors.New("oma")
	if _, err = f.UpdateMeetingPlace(ctx, p.ID, func(m *model.MeetingPlace) error { m.Notes = "x"; return own }); err != own {
		t.Errorf("got %v, want the error of the change", err)
	}
	for _, id := range []model.ID{"", "ei-ole"} {
		_, err = f.MeetingPlace(ctx, id)
		wantCode(t, err, model.CodeNotFound)
		_, err = f.UpdateMeetingPlace(ctx, id, func(*model.MeetingPlace) error { return nil })
		wantCode(t, err, model.CodeNotFound)
		wantCode(t, f.DeleteMeetingPlace(ctx, id), model.CodeNotFound)
	}
	all, err := f.MeetingPlaces(ctx)
	must(t, err)
	equal(t, "after refusals", all, []model.MeetingPlace{p})
}

// An old record with something that would be refused today can still be worked on.
func TestOldMeetingPlaceAndGroupSave(t *testing.T) {
	m := newMeetings(t)
	damage(t, m.f, "UPDATE meeting_place SET kind = ''", "UPDATE meeting_group SET type = ''")
	p, err := m.f.UpdateMeetingPlace(ctx, m.places[0].ID, func(p *model.MeetingPlace) error { p.Notes = "soita"; return nil })
	must(t, err)
	g, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error { g.Notes = "soita"; return nil })
	must(t, err)
	if p.Notes != "soita" || g.Notes != "soita" {
		t.Errorf("kept %q and %q", p.Notes, g.Notes)
	}
}

func TestWhatUsesAPlace(t *testing.T) {
	m := newMeetings(t)
	sessions := m.written(t)
	c, err := m.f.SaveClosure(ctx, model.Closure{
		Scope: model.ClosedPlace, PlaceID: m.places[1].ID, From: m.season.Until, Until: m.season.Until, Reason: model.Text{Sv: "läcka"},
	})
	must(t, err)
	_, err = m.f.UpdateSession(ctx, sessions[0].ID, func(s *model.Session) error { s.PlaceID = m.places[1].ID; return nil })
	must(t, err)
	equal(t, "uses", usesIn(t, m.f.DeleteMeetingPlace(ctx, m.places[1].ID)), []model.Use{
		{Kind: model.KindGroup, ID: m.groups[0].ID, Label: "Perhekahvila Ahola", Role: "sessions"},
		{Kind: model.KindGroup, ID: m.groups[1].ID, Label: "Perhekahvila Äijälä", Role: "group_place"},
		{Kind: model.KindGroup, ID: m.groups[1].ID, Label: "Perhekahvila Äijälä", Role: "sessions"},
		{Kind: model.KindClosure, ID: c.ID, Label: "läcka", Role: "closure"},
	})
	told := m.partner(t)
	uses := usesIn(t, m.f.DeleteMeetingPlace(ctx, m.places[0].ID))
	equal(t, "use by a partner's calendar", uses[len(uses)-1], model.Use{
		Kind: model.KindPartner, ID: told.ID, Label: "Seurakunnan varaukset", Role: "partner_calendar",
	})
	p, err := m.f.CreateMeetingPlace(ctx, placeNamed("Turha"))
	must(t, err)
	must(t, m.f.DeleteMeetingPlace(ctx, p.ID))
	_, err = m.f.MeetingPlace(ctx, p.ID)
	wantCode(t, err, model.CodeNotFound)
}

// An organisation that runs or owns a place, arranges a group or is closed stays; when two turn out to be the same, all of
// it is the other's.
func TestOrganisationsAndMeetings(t *testing.T) {
	m := newMeetings(t)
	keep, drop := m.organisations[0], m.organisations[1]
	owned, err := m.f.UpdateMeetingPlace(ctx, m.places[1].ID, func(p *model.MeetingPlace) error {
		p.HostID, p.OwnerID = drop.ID, drop.ID
		return nil
	})
	must(t, err)
	both, err := m.f.UpdateGroup(ctx, m.groups[0].ID, func(g *model.Group) error {
		g.Organisers = []model.ID{drop.ID, keep.ID}
		return nil
	})
	must(t, err)
	c, err := m.f.SaveClosure(ctx, model.Closure{
		Scope: model.ClosedOrganiser, OrganisationID: drop.ID, From: m.season.From, Until: m.season.From, Reason: model.Text{Fi: "loma"},
	})
	must(t, err)
	uses, err := m.f.OrganisationUses(ctx, drop.ID)
	must(t, err)
	equal(t, "uses", uses, []model.Use{
		{Kind: model.KindGroup, ID: both.ID, Label: "Perhekahvila Ahola", Role: "group_organiser"},
		{Kind: model.KindGroup, ID: m.groups[1].ID, Label: "Perhekahvila Äijälä", Role: "group_organiser"},
		{Kind: model.KindClosure, ID: c.ID, Label: "loma", Role: "closure"},
		{Kind: model.KindPlace, ID: owned.ID, Label: "Äijälä", Role: "place_host"},
		{Kind: model.KindPlace, ID: owned.ID, Label: "Äijälä", Role: "place_owner"},
	})
	equal(t, "uses in the error", usesIn(t, m.f.DeleteOrganisation(ctx, drop.ID)), uses)

	_, err = m.f.MergeOrganisations(ctx, keep.ID, drop.ID)
	must(t, err)
	owned.HostID, owned.OwnerID, c.OrganisationID = keep.ID, keep.ID, keep.ID
	got, err := m.f.MeetingPlace(ctx, owned.ID)
	must(t, err)
	equal(t, "place", got, owned)
	closures, err := m.f.Closures(ctx)
	must(t, err)
	equal(t, "closure", closures, []model.Closure{c})
	groups, err := m.f.Groups(ctx)
	must(t, err)
	for _, g := range groups {
		if !reflect.DeepEqual(g.Organisers, []model.ID{keep.ID}) {
			t.Errorf("%s is arranged by %v", g.Name.Fi, g.Organisers)
		}
	}
	soundFile(t, m.f)
}

func TestAnAgreementGivesPlacesAndGroups(t *testing.T) {
	m := newMeetings(t)
	a := fullAgreement("2026-009", m.organisations...)
	for i := range a.Parties { // a draft, which can be removed
		a.Parties[i].Signing = model.Signing{}
	}
	a.Amendments = nil
	a, err := m.f.CreateAgreement(ctx, a)
	must(t, err)
	_, err = m.f.UpdateMeetingPlace(ctx, m.places[0].ID, func(p *model.MeetingPlace) error { p.AgreementID = a.ID; return nil })
	must(t, err)
	_, err = m.f.UpdateGroup(ctx, m.groups[1].ID, func(g *model.Group) error { g.AgreementID = a.ID; return nil })
	must(t, err)
	equal(t, "uses", usesIn(t, m.f.DeleteAgreement(ctx, a.ID)), []model.Use{
		{Kind: model.KindPlace, ID: m.places[0].ID, Label: "Ahola", Role: "place_agreement"},
		{Kind: model.KindGroup, ID: m.groups[1].ID, Label: "Perhekahvila Äijälä", Role: "group_agreement"},
	})
	_, err = m.f.UpdateMeetingPlace(ctx, m.places[0].ID, func(p *model.MeetingPlace) error { p.AgreementID = ""; return nil })
	must(t, err)
	_, err = m.f.UpdateGroup(ctx, m.groups[1].ID, func(g *model.Group) error { g.AgreementID = ""; return nil })
	must(t, err)
	must(t, m.f.DeleteAgreement(ctx, a.ID))
}
