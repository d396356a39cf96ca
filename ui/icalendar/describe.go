package icalendar

import (
	"slices"
	"strings"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"kumppani/model"
	"kumppani/ui/words"
)

// describe writes the words of an event: its name, where it is, what there is to know, and whom it is for.
func (f Feed) describe(e *ics.VEvent, s model.Session) {
	in, g := words.In(f.Language), f.Groups[s.GroupID]
	name := g.Name.Best(f.Language)
	audiences := make([]string, len(g.Audiences))
	for i, a := range g.Audiences {
		audiences[i] = words.Code(in, "audience", a)
	}
	if s.State == model.SessionCancelled {
		name = in.T("icalendar.cancelled", "name", name) // not every program shows the status
	}
	add := func(property ics.ComponentProperty, text string) {
		if text = clean(text); text != "" {
			e.AddProperty(property, text)
		}
	}
	add(ics.ComponentPropertySummary, name)
	add(ics.ComponentPropertyLocation, f.location(f.Places[s.PlaceID]))
	add(ics.ComponentPropertyDescription, f.description(s, g, audiences))
	for _, a := range audiences {
		add(ics.ComponentPropertyCategories, a)
	}
	status := ics.ObjectStatusConfirmed
	if s.State == model.SessionCancelled {
		status = ics.ObjectStatusCancelled
	}
	e.SetStatus(status)
}

// description says what there is to know of a session, a thing on each line.
func (f Feed) description(s model.Session, g model.Group, audiences []string) string {
	in := words.In(f.Language)
	lines := []string{g.Description.Best(f.Language)}
	say := func(key, name, value string) {
		if strings.TrimSpace(value) != "" {
			lines = append(lines, in.T(key, name, value))
		}
	}
	say("icalendar.audiences", "who", strings.Join(audiences, ", "))
	say("icalendar.theme", "theme", s.Theme)
	say("icalendar.guest", "guest", s.Guest)
	if f.Internal {
		say("icalendar.leaders", "names", strings.Join(f.leaderNames(s), ", "))
		if s.State == model.SessionCancelled {
			say("icalendar.reason", "reason", s.Reason)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// leaderNames are the names of those who lead a session; who was anonymised has none.
func (f Feed) leaderNames(s model.Session) []string {
	var out []string
	for _, id := range s.Leaders {
		if l, known := f.Leaders[id]; known && !l.Anonymised() {
			out = append(out, l.Name)
		}
	}
	return out
}

// location is the name of a place and its address, as a map finds it.
func (f Feed) location(m model.MeetingPlace) string {
	parts := []string{
		m.Name.Best(f.Language), m.Address.Street, strings.TrimSpace(m.Address.PostalCode + " " + m.Address.Town),
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" }), ", ")
}

// clean takes out of a text what a line of a file cannot hold.
func clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, text))
}
