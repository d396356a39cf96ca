package records

import (
	"strconv"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// partners tells the records of one agreement who its parties are.
type partners struct {
	of   *model.Agreement
	reg  Register
	main model.Language
}

// name is the name of a party's organisation, empty for no party.
func (p partners) name(party model.ID) string {
	for _, x := range p.of.Parties {
		if party != "" && x.ID == party {
			return p.reg.Directory.Name(x.OrganisationID, p.main)
		}
	}
	return ""
}

func (p partners) party(r *Record, x model.Party) string {
	o := p.reg.Directory[x.OrganisationID]
	contact, _ := o.Contact(x.ContactID)
	deputy, _ := o.Contact(x.DeputyID)
	name := o.Name.Best(p.main)
	r.id("id", x.ID)
	r.name("organisation", name)
	r.id("organisation_id", x.OrganisationID)
	r.text("role", x.Role)
	r.text("core_task", x.CoreTask)
	codes(r, "services", "service", x.Services)
	codes(r, "services_no_longer_organised", "service", model.NoLongerOrganises(x, o, p.reg.Calendar.Today))
	r.name("contact", contact.Name)
	r.id("contact_id", x.ContactID)
	r.name("deputy", deputy.Name)
	r.id("deputy_id", x.DeputyID)
	r.text("signatory", x.Signatory)
	r.text("signatory_title", x.SignatoryTitle)
	addSigning(r, x.Signing)
	r.text("decision_body", x.DecisionBody)
	r.date("decision_on", x.DecisionOn)
	r.text("decision_section", x.DecisionSection)
	return Said(name, x.Role, signedOn(r.in, x.Signing))
}

// addSigning adds the way of one copy through one party's hands.
func addSigning(r *Record, s model.Signing) {
	r.date("sent_on", s.SentOn)
	r.date("signed_on", s.SignedOn)
	r.date("returned_on", s.ReturnedOn)
	r.date("copy_on", s.CopyOn)
	r.flag("electronic", s.Electronic)
}

func signedOn(in words.In, s model.Signing) string {
	if s.SignedOn.IsZero() {
		return ""
	}
	return in.T("commands.signed", "date", in.Date(s.SignedOn))
}

func (p partners) task(r *Record, t model.Task) string {
	r.id("id", t.ID)
	r.texts("description", t.Description)
	who, ids := make([]string, len(t.PartyIDs)), make([]string, len(t.PartyIDs))
	for i, id := range t.PartyIDs {
		who[i], ids[i] = p.name(id), string(id)
	}
	r.names("parties", who)
	r.names("party_ids", ids)
	return Said(t.Description.Best(p.main), who...)
}

func (p partners) contribution(r *Record, c model.Contribution) string {
	delivery := c.DeliveryOn(p.reg.Calendar.Today)
	r.id("id", c.ID)
	r.name("organisation", p.name(c.PartyID))
	r.id("party_id", c.PartyID)
	code(r, "kind", "contribution.kind", c.Kind)
	r.texts("description", c.Description)
	r.amount("amount", c.Amount)
	r.text("unit", c.Unit)
	code(r, "per", "contribution.per", c.Per) // null: for the whole term
	r.date("due_on", c.DueOn)
	r.date("done_on", c.DoneOn)
	code(r, "delivery", "contribution.delivery", delivery)
	what := c.Description.Best(p.main)
	if what == "" {
		what = words.Code(r.in, "contribution.kind", c.Kind)
	}
	return Said(p.name(c.PartyID)+": "+what, r.in.Quantity(c.Amount, c.Unit, c.Per),
		words.Code(r.in, "contribution.delivery", delivery))
}

func (p partners) writtenInto(r *Record, w model.WrittenInto) string {
	year := model.Count{N: w.Year, Known: w.Year != 0}
	r.id("id", w.ID)
	r.name("organisation", p.name(w.PartyID))
	r.id("party_id", w.PartyID)
	r.text("document", w.Document)
	r.count("year", year)
	return Said(p.name(w.PartyID)+": "+w.Document, year.String())
}

func (p partners) amendment(r *Record, m model.Amendment) string {
	r.id("id", m.ID)
	r.number("number", int64(m.Number))
	r.texts("title", m.Title)
	r.texts("body", m.Body)
	r.date("valid_from", m.ValidFrom)
	nested(r, "signatures", m.Signatures, func(r *Record, s model.AmendmentSignature) string {
		r.name("organisation", p.name(s.PartyID))
		r.id("party_id", s.PartyID)
		addSigning(r, s.Signing)
		return ""
	})
	return Said(strings.TrimSpace(strconv.Itoa(m.Number)+" "+m.Title.Best(p.main)), r.in.Date(m.ValidFrom))
}
