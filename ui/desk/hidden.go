package desk

import (
	"strings"
	"unicode"

	"kumppani/model"
)

// Hidden reports whether personal data is hidden just now, because somebody looks over the shoulder.
func (d *Desk) Hidden() bool { return d.hidden }

// SetHidden hides personal data or shows it again. What is on the window changes when the screens read again.
func (d *Desk) SetHidden(hidden bool) { d.hidden = hidden }

// Person is the name of a person as it may be shown now: itself, or the initials.
func (d *Desk) Person(name string) string {
	if !d.hidden {
		return name
	}
	var initials []string
	for part := range strings.FieldsSeq(name) {
		for _, r := range part {
			if unicode.IsLetter(r) {
				initials = append(initials, string(unicode.ToUpper(r))+".")
				break
			}
		}
	}
	return strings.Join(initials, " ")
}

// Personal is a text about a person as it may be shown now: itself, or dots.
func (d *Desk) Personal(text string) string {
	if !d.hidden || text == "" {
		return text
	}
	return "•••"
}

// Contact is a contact as it may be shown now.
func (d *Desk) Contact(c model.Contact) model.Contact {
	c.Name, c.Phone, c.Email = d.Person(c.Name), d.Personal(c.Phone), d.Personal(c.Email)
	return c
}
