package persistence

import (
	"errors"
	"fmt"
	"strings"

	"kumppani/model"
)

// addPerson reads what stands about a person in the second table of leaders. Its lists are separated by semicolons, and
// within an item by spaces; the last part of an item is free text.
func (s *sample) addPerson(l *model.Leader, r record, requirements map[model.RequirementKind]model.Requirement) error {
	l.Phone, l.Email, l.Audiences = r["phone"], r["email"], sampleCodes[model.Audience](r["audiences"])
	var bad [7]error
	l.BirthYear, bad[0] = sampleCount(r["birth_year"])
	l.Availability, bad[1] = model.AvailabilityOf(sampleCodes[string](r["availability"]))
	l.Publication, bad[2] = samplePublication(r["publication"])
	bad[3] = sampleItems(r["absences"], 3, func(p []string) error {
		from, bad := model.ParseDate(p[0])
		until, worse := model.ParseDate(p[1])
		l.Absences = append(l.Absences, model.Absence{From: from, Until: until, Title: p[2]})
		return errors.Join(bad, worse)
	})
	bad[4] = sampleItems(r["entries"], 4, func(p []string) error {
		on, bad := model.ParseDate(p[0])
		amount, worse := sampleAmount(p[2])
		l.Entries = append(l.Entries, model.LeaderEntry{On: on, Kind: model.EntryKind(p[1]), Amount: amount, Note: p[3]})
		return errors.Join(bad, worse)
	})
	bad[5] = sampleItems(r["elsewhere"], 3, func(p []string) error {
		on, err := model.ParseDate(p[1])
		l.Elsewhere = append(l.Elsewhere, model.Elsewhere{ProgrammeID: s.programmes[p[0]], On: on, Where: p[2]})
		return err
	})
	bad[6] = sampleItems(r["waiver"], 4, func(p []string) error {
		until, err := model.ParseDate(p[2])
		l.Waivers = append(l.Waivers, model.Waiver{
			RequirementID: requirements[model.RequirementKind(p[0])].ID, ProgrammeID: s.programmes[p[1]], Until: until, Reason: p[3],
		})
		return err
	})
	return errors.Join(bad[:]...)
}

// sampleItems reads a list of items with so many parts each.
func sampleItems(cell string, parts int, read func(parts []string) error) error {
	if cell == "" {
		return nil
	}
	for item := range strings.SplitSeq(cell, ";") {
		p := strings.SplitN(item, " ", parts)
		if len(p) != parts {
			return fmt.Errorf("%q has not %d parts", item, parts)
		}
		if err := read(p); err != nil {
			return err
		}
	}
	return nil
}

// samplePublication reads "name+phone 2024-09-01", with the day of withdrawal when there is one; "none" is a no.
func samplePublication(cell string) (model.Publication, error) {
	what, days, _ := strings.Cut(cell, " ")
	on, withdrawn, _ := strings.Cut(days, " ")
	var p model.Publication
	var bad, worse error
	p.On, bad = model.ParseDate(on)
	p.WithdrawnOn, worse = model.ParseDate(withdrawn)
	for part := range strings.SplitSeq(what, "+") {
		p.Name = p.Name || part == "name"
		p.Phone = p.Phone || part == "phone"
	}
	return p, errors.Join(bad, worse)
}
