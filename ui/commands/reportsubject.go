package commands

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/records"
	"kumppani/ui/report"
)

// reportSubject finds whom a report is about, among the kinds of records that it can be about: organisations with their
// contact persons, and leaders.
func (s *session) reportSubject(ctx context.Context, store Store, code report.Code, text string) (report.Subject, error) {
	var subjects []report.Subject
	var names []called
	add := func(subject report.Subject, id model.ID, name model.Text, line string) {
		subjects, names = append(subjects, subject), append(names, called{id, name, line})
	}
	if slices.Contains(code.Wants(), model.KindOrganisation) {
		organisations, err := store.Organisations(ctx)
		if err != nil {
			return report.Subject{}, err
		}
		for _, o := range organisations {
			subject, name := report.Subject{Kind: model.KindOrganisation, ID: o.ID}, o.Name.Best(model.Language(s.in))
			add(subject, o.ID, o.Name, records.Said(name, o.Municipality.Name))
			for _, c := range o.Contacts {
				if subject.ContactID = c.ID; code == report.Handover {
					add(subject, c.ID, model.Text{Fi: c.Name}, records.Said(c.Name, name))
				}
			}
		}
	}
	if slices.Contains(code.Wants(), model.KindLeader) {
		leaders, err := store.Leaders(ctx)
		if err != nil {
			return report.Subject{}, err
		}
		for _, l := range leaders {
			if !l.Anonymised() {
				add(report.Subject{Kind: model.KindLeader, ID: l.ID}, l.ID, model.Text{Fi: l.Name}, records.Said(l.Name, l.Municipality.Name))
			}
		}
	}
	i, err := find(names, text, "subject")
	if err != nil {
		return report.Subject{}, err
	}
	return subjects[i], nil
}

// reportMunicipality is what --municipality names: one of the region, or one in which there are meeting places.
func (s *session) reportMunicipality(ctx context.Context, store Store, centre model.Centre) (model.Municipality, error) {
	places, err := store.MeetingPlaces(ctx)
	if err != nil {
		return model.Municipality{}, err
	}
	for _, m := range centre.Municipalities { // findMunicipality takes them from places
		places = append(places, model.MeetingPlace{Municipality: model.Municipality{Code: m.Code, Name: m.Fi}})
	}
	return findMunicipality(places, centre, s.flags.municipality, s.in)
}
