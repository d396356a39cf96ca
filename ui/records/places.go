package records

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// placeRecord is everything that is stored of a meeting place, with its groups and what was held there.
func placeRecord(in words.In, p model.MeetingPlace, held model.CountTotal, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", p.ID)
	r.texts("name", p.Name)
	code(r, "kind", "place.kind", p.Kind)
	r.text("street", p.Address.Street)
	r.text("postal_code", p.Address.PostalCode)
	r.text("town", p.Address.Town)
	r.text("municipality", p.Municipality.Name)
	r.name("municipality_code", p.Municipality.Code)
	r.texts("village", p.Village)
	r.name("host", m.OrganisationOf.Name(p.HostID, r.main))
	r.id("host_id", p.HostID)
	r.name("owner", m.OrganisationOf.Name(p.OwnerID, r.main))
	r.id("owner_id", p.OwnerID)
	r.flag("owner_is_another", p.OwnerID != "" && p.HostID != "" && p.OwnerID != p.HostID)
	r.count("capacity", p.Capacity)
	code(r, "step_free", "answer", p.Access.StepFree)
	code(r, "accessible_toilet", "answer", p.Access.Toilet)
	code(r, "changing_table", "answer", p.Access.ChangingTable)
	code(r, "parking", "answer", p.Access.Parking)
	code(r, "pram_space", "answer", p.Access.PramSpace)
	r.texts("access_notes", p.Access.Notes)
	r.text("equipment", p.Equipment)
	r.text("keys", p.Keys)
	r.text("booking_name", p.Booking.Name)
	r.text("booking_title", p.Booking.Title)
	r.text("booking_phone", p.Booking.Phone)
	r.text("booking_email", p.Booking.Email)
	m.agreement(r, p.AgreementID)
	r.date("ended_on", p.EndedOn)
	r.flag("ended", p.EndedBy(m.Today))
	var here []model.Group
	for _, g := range m.Groups {
		if g.PlaceID == p.ID {
			here = append(here, g)
		}
	}
	nested(r, "groups", here, func(r *Record, g model.Group) string {
		name := g.Name.Best(r.main)
		r.id("id", g.ID)
		r.text("name", name)
		r.flag("runs", g.RunsOn(m.Today))
		return name
	})
	addTotal(r, held)
	r.text("notes", p.Notes)
	return *r
}
