package model

import (
	"slices"
	"strings"
)

// CheckAgreement returns what is amiss in the agreement: refused is only what would make it meaningless (no title, no
// number, a party twice, an end before the start, something of a party that is none); a coordinator may write down an agreement long before everything in
// it is known.
func CheckAgreement(a Agreement) []Problem {
	var p problems
	p.required("title", a.Title.Best(Finnish))
	p.texts("title", a.Title, MaxName)
	p.required("number", a.Number)
	p.length("number", a.Number, MaxShort)
	if !slices.Contains(Forms(), a.Form) {
		p.refuse("form", "required")
	}
	if len(a.Languages) == 0 {
		p.refuse("languages", "required")
	}
	for _, l := range a.Languages {
		if strings.TrimSpace(a.Title.In(l)) == "" && !a.Title.IsZero() {
			p.warn("title_"+string(l), "title_language_missing")
		}
	}
	p.texts("area", a.Area, MaxName)
	p.texts("place", a.Place, MaxName)
	p.texts("court", a.Court, MaxName)
	p.texts("signed_at", a.SignedAt, MaxName)
	p.length("notes", a.Notes, MaxNotes)
	p.order("valid_until", a.ValidFrom, a.ValidUntil)
	if a.NoticeMonths.Known && (a.NoticeMonths.N < 0 || a.NoticeMonths.N > 120) {
		p.refuse("notice_months", "notice_months_range")
	}
	if a.MeetingsPerYear.Known && (a.MeetingsPerYear.N < 0 || a.MeetingsPerYear.N > 366) {
		p.refuse("meetings_per_year", "meetings_range")
	}
	if a.PredecessorID != "" && a.PredecessorID == a.ID {
		p.refuse("predecessor", "own_predecessor")
	}
	if a.ParentID != "" && a.ParentID == a.ID {
		p.refuse("parent", "own_parent")
	}
	p.parties(a)
	p.notice(a)
	p.contents(a)
	p.amendments(a)
	return p
}

func (p *problems) parties(a Agreement) {
	if len(a.Parties) > MaxParties {
		p.refuse("parties", "too_many_parties", "limit", MaxParties)
	}
	if len(a.Parties) < MinParties {
		p.warn("parties", "too_few_parties", "limit", MinParties)
	}
	seen := map[ID]bool{}
	for i, party := range a.Parties {
		switch {
		case party.OrganisationID == "":
			p.refuse(at("parties", i, "organisation"), "required")
		case seen[party.OrganisationID]:
			p.refuse(at("parties", i, "organisation"), "party_twice")
		}
		seen[party.OrganisationID] = true
		p.length(at("parties", i, "role"), party.Role, MaxName)
		p.length(at("parties", i, "core_task"), party.CoreTask, MaxNotes)
		p.length(at("parties", i, "signatory"), party.Signatory, MaxName)
		p.length(at("parties", i, "signatory_title"), party.SignatoryTitle, MaxName)
		p.length(at("parties", i, "decision_body"), party.DecisionBody, MaxName)
		p.length(at("parties", i, "decision_section"), party.DecisionSection, MaxShort)
		p.signing("parties", i, party.Signing)
	}
}

// signing warns when a copy was signed or came back before it was sent, or was given before it was signed.
func (p *problems) signing(list string, i int, s Signing) {
	before := func(field, code string, later, earlier Date) {
		if !later.IsZero() && !earlier.IsZero() && later.Before(earlier) {
			p.warn(at(list, i, field), code, "date", later, "other", earlier)
		}
	}
	before("signed_on", "signed_before_sent", s.SignedOn, s.SentOn)
	before("returned_on", "returned_before_signed", s.ReturnedOn, s.SignedOn)
	before("copy_on", "copy_before_signed", s.CopyOn, s.SignedOn)
}

func (p *problems) notice(a Agreement) {
	n := a.Notice
	switch {
	case n == Notice{}:
		return
	case n.GivenOn.IsZero():
		p.refuse("notice_given_on", "required")
	case n.EndsOn.IsZero():
		p.warn("notice_ends_on", "notice_end_missing")
	}
	if n.By != "" && !isParty(a, n.By) {
		p.refuse("notice_by", "not_a_party")
	}
	p.order("notice_ends_on", n.GivenOn, n.EndsOn)
	if !a.ValidUntil.IsZero() && n.EndsOn.After(a.ValidUntil) {
		p.warn("notice_ends_on", "notice_after_term", "until", a.ValidUntil)
	}
	if a.NoticeMonths.Known && !n.EndsOn.IsZero() && n.EndsOn.Before(n.GivenOn.AddMonths(a.NoticeMonths.N)) {
		p.warn("notice_ends_on", "notice_too_short", "earliest", n.GivenOn.AddMonths(a.NoticeMonths.N))
	}
}

// isParty reports whether id is that of a party of the agreement, not of its organisation.
func isParty(a Agreement, id ID) bool {
	return id != "" && slices.ContainsFunc(a.Parties, func(p Party) bool { return p.ID == id })
}

// contents checks the lists of the agreement; the parties they name are the agreement's own.
func (p *problems) contents(a Agreement) {
	for i, c := range a.Clauses {
		p.texts(at("clauses", i, "heading"), c.Heading, MaxName)
		p.texts(at("clauses", i, "body"), c.Body, MaxClause)
	}
	for i, t := range a.Tasks {
		p.required(at("tasks", i, "description"), t.Description.Best(Finnish))
		p.texts(at("tasks", i, "description"), t.Description, MaxNotes)
		for _, id := range t.PartyIDs {
			if !isParty(a, id) {
				p.refuse(at("tasks", i, "parties"), "not_a_party")
			}
		}
	}
	for i, c := range a.Contributions {
		if !isParty(a, c.PartyID) {
			p.refuse(at("contributions", i, "party"), "not_a_party")
		}
		if !slices.Contains(ContributionKinds(), c.Kind) {
			p.refuse(at("contributions", i, "kind"), "required")
		}
		p.texts(at("contributions", i, "description"), c.Description, MaxNotes)
		p.length(at("contributions", i, "unit"), c.Unit, MaxShort)
		if c.Amount.Known && c.Amount.Hundredths < 0 {
			p.refuse(at("contributions", i, "amount"), "negative")
		}
	}
	for i, w := range a.WrittenInto {
		if !isParty(a, w.PartyID) {
			p.refuse(at("written_into", i, "party"), "not_a_party")
		}
		p.required(at("written_into", i, "document"), w.Document)
		p.length(at("written_into", i, "document"), w.Document, MaxName)
		if w.Year != 0 && (w.Year < 1900 || w.Year > 2200) {
			p.refuse(at("written_into", i, "year"), "year_range")
		}
	}
	for i, r := range a.Reviews {
		if r.HeldOn.IsZero() {
			p.refuse(at("reviews", i, "held_on"), "required")
		}
		p.length(at("reviews", i, "notes"), r.Notes, MaxNotes)
	}
}

func (p *problems) amendments(a Agreement) {
	for i, m := range a.Amendments {
		p.required(at("amendments", i, "body"), m.Body.Best(Finnish))
		p.texts(at("amendments", i, "body"), m.Body, MaxClause)
		p.texts(at("amendments", i, "title"), m.Title, MaxName)
		for _, s := range m.Signatures {
			if !isParty(a, s.PartyID) {
				p.refuse(at("amendments", i, "signatures"), "not_a_party")
				break
			}
		}
	}
}
