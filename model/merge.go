package model

import (
	"cmp"
	"slices"
	"strings"
)

// MergedField is what a merge of two organisations does to one field.
type MergedField struct {
	Field   string // name_fi, business_id, contacts …
	Kept    string // the value that stays
	Dropped string // the value of the other: lost, but written into the notes; empty when Kept came from the other
}

// Merged is what two organisations become.
type Merged struct {
	Organisation Organisation
	Fields       []MergedField // what changes or disagrees, for the preview
	Contacts     map[ID]ID     // contacts of the other that are the same person as one that stays: theirs → the one kept
}

// Merge returns what is left when other turns out to be the same as keep: what keep lacks is taken from other, contacts
// of both remain (the same person once), and what disagrees is decided for keep and written into the notes.
func Merge(keep, other Organisation) Merged {
	merged := keep
	var fields []MergedField
	text := func(field string, mine *string, theirs string) {
		theirs = strings.TrimSpace(theirs)
		switch {
		case theirs == "" || theirs == strings.TrimSpace(*mine):
		case strings.TrimSpace(*mine) == "":
			*mine = theirs
			fields = append(fields, MergedField{Field: field, Kept: theirs})
		default:
			fields = append(fields, MergedField{Field: field, Kept: *mine, Dropped: theirs})
		}
	}
	text("name_fi", &merged.Name.Fi, other.Name.Fi)
	text("name_sv", &merged.Name.Sv, other.Name.Sv)
	text("name_en", &merged.Name.En, other.Name.En)
	text("business_id", &merged.BusinessID, other.BusinessID)
	text("street", &merged.Address.Street, other.Address.Street)
	text("postal_code", &merged.Address.PostalCode, other.Address.PostalCode)
	text("town", &merged.Address.Town, other.Address.Town)
	text("core_task", &merged.CoreTask, other.CoreTask)
	place := merged.Municipality.Name
	text("municipality", &place, other.Municipality.Name)
	if keep.Municipality.IsZero() {
		merged.Municipality = other.Municipality
	}
	if merged.Language == "" {
		merged.Language = other.Language
	}
	same := map[ID]ID{}
	merged.Contacts = slices.Clone(keep.Contacts)
	for _, c := range other.Contacts {
		i := slices.IndexFunc(merged.Contacts[:len(keep.Contacts)], c.samePerson)
		if i < 0 {
			merged.Contacts = append(merged.Contacts, c)
			fields = append(fields, MergedField{Field: "contacts", Kept: c.Name})
			continue
		}
		same[c.ID] = merged.Contacts[i].ID
		merged.Contacts[i] = merged.Contacts[i].completedBy(c)
	}
	merged.Notes = mergedNotes(keep.Notes, other.Notes, fields)
	return Merged{Organisation: merged, Fields: fields, Contacts: same}
}

// samePerson reports whether two contacts have the same name and nothing that tells them apart.
func (c Contact) samePerson(other Contact) bool {
	agree := func(a, b string) bool { return a == "" || b == "" || Fold(a) == Fold(b) }
	return Fold(c.Name) == Fold(other.Name) && agree(c.Email, other.Email) && agree(c.Title, other.Title) &&
		agree(c.Phone, other.Phone) && c.From == other.From && c.Until == other.Until
}

// completedBy fills in what c lacks.
func (c Contact) completedBy(other Contact) Contact {
	c.Title = cmp.Or(c.Title, other.Title)
	c.Phone = cmp.Or(c.Phone, other.Phone)
	c.Email = cmp.Or(c.Email, other.Email)
	c.Language = cmp.Or(c.Language, other.Language)
	return c
}

func mergedNotes(mine, theirs string, fields []MergedField) string {
	lines := []string{}
	for _, s := range []string{mine, theirs} {
		if s = strings.TrimSpace(s); s != "" && (len(lines) == 0 || lines[0] != s) {
			lines = append(lines, s)
		}
	}
	for _, f := range fields {
		if f.Dropped != "" {
			lines = append(lines, "("+f.Dropped+")")
		}
	}
	return strings.Join(lines, "\n")
}
