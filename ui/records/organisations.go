package records

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// engagement is what the agreements say of one organisation.
type engagement struct {
	agreements                 []agreementLink // in the order of the register
	contributions, undelivered int
}

// agreementLink is an agreement as it is named beside a partner.
type agreementLink struct {
	of    *model.AgreementSummary
	state model.State
}

// engagements gathers them by the ID of the organisation.
func engagements(all []model.Agreement, reg Register) map[model.ID]engagement {
	out := map[model.ID]engagement{}
	for i := range all {
		a := &all[i]
		link := agreementLink{&a.AgreementSummary, a.StatusOn(reg.Calendar).State}
		for _, p := range a.Parties {
			e := out[p.OrganisationID]
			e.agreements = append(e.agreements, link)
			for _, c := range a.Contributions {
				if c.PartyID != p.ID {
					continue
				}
				e.contributions++
				if c.DeliveryOn(reg.Calendar.Today) == model.NotDelivered {
					e.undelivered++
				}
			}
			out[p.OrganisationID] = e
		}
	}
	return out
}

// organisationRecord is everything that is stored of an organisation and computed of it for the day.
func organisationRecord(in words.In, o model.Organisation, e engagement, today model.Date) Record {
	r := &Record{in: in, main: o.Language}
	inForce := false
	for _, a := range e.agreements {
		inForce = inForce || a.state.InForce()
	}
	r.id("id", o.ID)
	r.texts("name", o.Name)
	code(r, "sector", "sector", o.Sector)
	r.text("business_id", o.BusinessID)
	r.text("municipality", o.Municipality.Name)
	r.name("municipality_code", o.Municipality.Code)
	r.text("street", o.Address.Street)
	r.text("postal_code", o.Address.PostalCode)
	r.text("town", o.Address.Town)
	r.text("core_task", o.CoreTask)
	code(r, "language", "language", o.Language)
	r.date("ended_on", o.EndedOn)
	r.flag("ended", o.EndedBy(today))
	r.flag("in_force", inForce)
	nested(r, "agreements", e.agreements, func(r *Record, a agreementLink) string {
		r.id("id", a.of.ID)
		r.text("number", a.of.Number)
		r.texts("title", a.of.Title)
		code(r, "state", "agreement.state", a.state)
		return Said(a.of.Number, words.Code(r.in, "agreement.state", a.state))
	})
	r.number("contributions", int64(e.contributions))
	r.number("undelivered", int64(e.undelivered))
	nested(r, "contacts", o.Contacts, func(r *Record, c model.Contact) string { return contact(r, c, today) })
	r.text("notes", o.Notes)
	return *r
}

func contact(r *Record, c model.Contact, today model.Date) string {
	former := c.FormerOn(today)
	r.id("id", c.ID)
	r.text("name", c.Name)
	r.text("title", c.Title)
	r.text("phone", c.Phone)
	r.text("email", c.Email)
	code(r, "language", "language", c.Language)
	r.date("from", c.From)
	r.date("until", c.Until)
	r.flag("former", former)
	word := ""
	if former {
		word = r.in.T("commands.former")
	}
	return Said(c.Name, c.Title, c.Phone, c.Email, word)
}
