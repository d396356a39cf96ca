package paper

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// ContactNotice tells the parties of an agreement that the contact person of one of them, party, is another now. Former
// is the contact that went; without one it is whoever of the organisation left the role last.
func (o Office) ContactNotice(a model.Agreement, party, former model.ID, l model.Language) Document {
	s := o.newSheet([]model.Language{l})
	in := words.In(s.languages[0])
	var who model.Party
	var others []string
	for _, p := range a.Parties {
		if p.ID == party {
			who = p
		} else if name := o.organisation(p, in); name != "" {
			others = append(others, name)
		}
	}
	title := func(in words.In) string { return in.T("paper.contact") }
	s.named(title, a.Number, o.organisation(who, in))
	s.doc.Header.Details = []string{in.Date(o.Today)}
	now, _ := o.contact(who, who.ContactID)
	s.add(
		Title{Text: title(in)},
		Text("", in.T("paper.contact.text", "agreement", joined(" ", a.Number, a.Title.Best(model.Language(in))))),
		Spacer{2},
		withValues(Facts{[]Fact{
			{Text("", in.T("paper.table.party")), Text("", o.organisation(who, in))},
			{Text("", in.T("paper.contact.new")), Bold("", joined(", ", now.Name, now.Title))},
			{Text("", in.T("paper.table.phone")), Text("", now.Phone)},
			{Text("", in.T("paper.table.email")), Text("", now.Email)},
			{Text("", in.T("paper.contact.since")), Text("", in.Date(now.From))},
			{Text("", in.T("paper.contact.former")), Text("", o.formerContact(who, former, in))},
		}}),
		Spacer{3},
		Text("", in.T("paper.contact.rest")),
		Spacer{6},
		withValues(Facts{[]Fact{
			{Text("", in.T("paper.contact.more")), Text("", joined("\n", o.Centre.Coordinator, o.Centre.Phone, o.Centre.Email))},
			{Text("", in.T("paper.distribution")), Text("", strings.Join(others, "\n"))},
		}}),
	)
	return s.doc
}

// formerContact names the contact before the present one, with the last day in the role.
func (o Office) formerContact(p model.Party, id model.ID, in words.In) string {
	former, ok := o.contact(p, id)
	for _, c := range o.Organisations[p.OrganisationID].Contacts {
		if id == "" && c.ID != p.ContactID && c.FormerOn(o.Today) && (!ok || c.Until.After(former.Until)) {
			former, ok = c, true
		}
	}
	if former.Until.IsZero() {
		return former.Name
	}
	return in.T("paper.contact.until", "name", former.Name, "date", in.Date(former.Until))
}
