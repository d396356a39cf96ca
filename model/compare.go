package model

import (
	"slices"
	"strings"
)

// Change is one difference between an agreement and the one it continues.
type Change struct {
	Field        string // title, valid_from, parties, clauses, contributions …
	Added        bool   // only the successor has it
	Removed      bool   // only the predecessor has it
	Organisation ID     // the party concerned, with parties and contributions
	Subject      string // what it is about: heading of a clause, description of a contribution or task
	Before       string // text, ISO date or number
	After        string
}

// CompareAgreements lists what changed from an agreement to its successor, as it reads in language l. Parties are
// matched by organisation, clauses by key and heading, contributions by party, kind and description, tasks by
// description.
func CompareAgreements(before, after Agreement, l Language) []Change {
	var out []Change
	field := func(name, a, b string) {
		if strings.TrimSpace(a) != strings.TrimSpace(b) {
			out = append(out, Change{Field: name, Before: a, After: b})
		}
	}
	field("title", before.Title.Best(l), after.Title.Best(l))
	field("form", string(before.Form), string(after.Form))
	field("kind", string(before.Kind), string(after.Kind))
	field("area", before.Area.Best(l), after.Area.Best(l))
	field("place", before.Place.Best(l), after.Place.Best(l))
	field("valid_from", before.ValidFrom.String(), after.ValidFrom.String())
	field("valid_until", before.ValidUntil.String(), after.ValidUntil.String())
	field("notice_months", before.NoticeMonths.String(), after.NoticeMonths.String())
	field("meetings_per_year", before.MeetingsPerYear.String(), after.MeetingsPerYear.String())
	field("court", before.Court.Best(l), after.Court.Best(l))
	out = append(out, compareParties(before, after)...)
	out = append(out, compareLists("clauses", clauseLines(before, l), clauseLines(after, l))...)
	out = append(out, compareLists("tasks", taskLines(before, l), taskLines(after, l))...)
	return append(out, compareLists("contributions", contributionLines(before, l), contributionLines(after, l))...)
}

func compareParties(before, after Agreement) []Change {
	var out []Change
	has := func(a Agreement, id ID) bool {
		return slices.ContainsFunc(a.Parties, func(p Party) bool { return p.OrganisationID == id })
	}
	for _, p := range before.Parties {
		if !has(after, p.OrganisationID) {
			out = append(out, Change{Field: "parties", Removed: true, Organisation: p.OrganisationID})
		}
	}
	for _, p := range after.Parties {
		if !has(before, p.OrganisationID) {
			out = append(out, Change{Field: "parties", Added: true, Organisation: p.OrganisationID})
		}
	}
	return out
}

// line is an item of a list reduced to what identifies it and what it says.
type line struct {
	key, subject, value string
	organisation        ID
}

func compareLists(field string, before, after []line) []Change {
	var out []Change
	used := make([]bool, len(after))
	for _, a := range before {
		i := slices.IndexFunc(after, func(b line) bool { return b.key == a.key })
		for i >= 0 && used[i] { // the next of the same key, when a list says the same thing twice
			next := slices.IndexFunc(after[i+1:], func(b line) bool { return b.key == a.key })
			if next < 0 {
				i = -1
				break
			}
			i += 1 + next
		}
		if i < 0 {
			out = append(out, Change{Field: field, Removed: true, Organisation: a.organisation, Subject: a.subject, Before: a.value})
			continue
		}
		used[i] = true
		if after[i].value != a.value {
			out = append(out, Change{
				Field: field, Organisation: a.organisation, Subject: after[i].subject, Before: a.value, After: after[i].value,
			})
		}
	}
	for i, b := range after {
		if !used[i] {
			out = append(out, Change{Field: field, Added: true, Organisation: b.organisation, Subject: b.subject, After: b.value})
		}
	}
	return out
}

func clauseLines(a Agreement, l Language) []line {
	var out []line
	for _, c := range a.Clauses {
		if c.Off {
			continue
		}
		key := c.Key
		if key == "" {
			key = "\x00" + c.Heading.Best(l)
		}
		out = append(out, line{key: key, subject: c.Heading.Best(l), value: strings.TrimSpace(c.Body.Best(l))})
	}
	return out
}

func taskLines(a Agreement, l Language) []line {
	var out []line
	organisation := organisationOfParty(a)
	for _, t := range a.Tasks {
		var who []string
		for _, id := range t.PartyIDs {
			who = append(who, string(organisation[id]))
		}
		out = append(out, line{key: t.Description.Best(l), subject: t.Description.Best(l), value: strings.Join(who, " ")})
	}
	return out
}

func contributionLines(a Agreement, l Language) []line {
	var out []line
	organisation := organisationOfParty(a)
	for _, c := range a.Contributions {
		org := organisation[c.PartyID]
		out = append(out, line{
			key:          string(org) + "\x00" + string(c.Kind) + "\x00" + c.Description.Best(l),
			subject:      c.Description.Best(l),
			value:        c.Amount.decimal() + " " + c.Unit + " " + string(c.Per),
			organisation: org,
		})
	}
	return out
}

func organisationOfParty(a Agreement) map[ID]ID {
	out := make(map[ID]ID, len(a.Parties))
	for _, p := range a.Parties {
		out[p.ID] = p.OrganisationID
	}
	return out
}
