package persistence

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"kumppani/model"
)

func (s *sample) loadProgrammes(ctx context.Context) error {
	rows, err := sampleTable("training_programmes")
	if err != nil {
		return err
	}
	for _, r := range rows {
		hours, bad := sampleAmount(r["hours"])
		months, worse := sampleCount(r["valid_months"])
		grace, worst := sampleCount(r["grace_days"])
		p := model.Programme{
			Name: model.Text{Fi: r["fi"], Sv: r["sv"], En: r["en"]}, Kind: model.ProgrammeKind(r["kind"]), Hours: hours,
			Validity: model.Validity{Kind: model.ValidForEver, GraceDays: grace.N},
			Tasks:    sampleCodes[model.TaskKind](r["tasks"]),
		}
		if months.Known {
			p.Validity.Kind, p.Validity.Months, p.Validity.EndOfYear = model.ValidMonths, months.N, r["end_of_year"] == "kyllä"
		}
		err := errors.Join(bad, worse, worst)
		if err == nil {
			p, err = s.f.CreateProgramme(ctx, p)
		}
		if err != nil {
			return fmt.Errorf("programme %s: %w", r["id"], err)
		}
		s.programmes[r["id"]] = p.ID
	}
	return nil
}

// sampleEventStates are the words of the table. They are the table's own, not the window's.
var sampleEventStates = map[string]model.EventState{"toteutunut": model.EventHeld, "suunniteltu": model.EventPlanned}

func (s *sample) loadEvents(ctx context.Context) error {
	rows, err := sampleTable("training_events")
	if err != nil {
		return err
	}
	places, err := sampleTable("places")
	if err != nil {
		return err
	}
	placeNames := map[string]model.Text{}
	for _, p := range places {
		placeNames[p["id"]] = model.Text{Fi: p["name_fi"], Sv: p["name_sv"]}
	}
	for _, r := range rows {
		e, err := s.event(r)
		e.Place = placeNames[r["place"]].Best(model.Language(r["lang"]))
		if err == nil {
			err = s.addParticipants(&e, r)
		}
		if err == nil {
			_, err = s.f.CreateEvent(ctx, e)
		}
		if err != nil {
			return fmt.Errorf("event %s: %w", r["id"], err)
		}
	}
	return nil
}

// event reads an event of one day, all but its place and participants.
func (s *sample) event(r record) (model.Event, error) {
	day, bad := model.ParseDate(r["date"])
	from, worse := sampleClock(r["start"])
	until, worst := sampleClock(r["end"])
	capacity, full := sampleCount(r["capacity"])
	state, known := sampleEventStates[r["status"]]
	if !known {
		return model.Event{}, fmt.Errorf("status %q", r["status"])
	}
	organiser, known := s.organisations[r["organiser"]]
	if !known {
		return model.Event{}, fmt.Errorf("organiser %q", r["organiser"])
	}
	trainer := model.Trainer{Name: r["trainer"], OrganisationID: organiser.ID}
	if id, known := s.leaders[r["trainer"]]; known {
		trainer.LeaderID = id
	}
	return model.Event{
		ProgrammeID: s.programmes[r["programme"]], State: state, OrganiserID: organiser.ID,
		Languages: []model.Language{model.Language(r["lang"])}, Capacity: capacity, PassShare: model.DefaultPassShare,
		Days: []model.EventDay{{ID: newID(), Date: day, From: from, Until: until}}, Trainers: []model.Trainer{trainer},
	}, errors.Join(bad, worse, worst, full)
}

// sampleClock reads a time of day as it is written in Finnish: 9.30.
func sampleClock(cell string) (model.Clock, error) {
	if strings.IndexByte(cell, '.') == 1 {
		cell = "0" + cell
	}
	return model.ParseClock(strings.Replace(cell, ".", ":", 1))
}

// addParticipants reads who took part and who is enrolled. Those who took part in an event that was held attended all of
// it and passed.
func (s *sample) addParticipants(e *model.Event, r record) error {
	for short := range strings.SplitSeq(strings.Trim(r["attended"]+";"+r["enrolled"], ";"), ";") {
		if short == "" {
			continue
		}
		id, known := s.leaders[short]
		if !known {
			return fmt.Errorf("participant %q", short)
		}
		p := model.Participation{LeaderID: id}
		for said := range strings.SplitSeq(r["feedback"], ";") {
			if rest, of := strings.CutPrefix(said, short+"="); of {
				rating, feedback, _ := strings.Cut(rest, " ")
				var err error
				if p.Rating, err = sampleCount(rating); err != nil {
					return err
				}
				p.Feedback = feedback
			}
		}
		e.Participations = append(e.Participations, p)
	}
	if r["outsiders"] != "" {
		for outsider := range strings.SplitSeq(r["outsiders"], ";") {
			name, rest, _ := strings.Cut(outsider, "|")
			organisation, sector, _ := strings.Cut(rest, "|")
			e.Participations = append(e.Participations, model.Participation{
				Outsider: model.Outsider{Name: name, Organisation: organisation, Sector: sampleSectors[sector]},
			})
		}
	}
	if e.State != model.EventHeld {
		return nil
	}
	for i := range e.Participations {
		e.Participations[i].Passed = model.Yes
		e.Participations[i].Days = map[model.ID]bool{e.Days[0].ID: true}
	}
	return nil
}

// loadExtension gives two leaders time to renew what a cancelled event of the spring would have renewed.
func (s *sample) loadExtension(ctx context.Context) error {
	_, err := s.f.CreateExtension(ctx, model.Extension{
		ProgrammeID: s.programmes["T1"], Until: model.MustDate("2026-12-31"), MadeOn: model.MustDate("2026-03-30"),
		Reason:  "kevään kertauskoulutus peruttiin",
		Leaders: []model.ID{s.leaders["V14"], s.leaders["V16"]},
	})
	return err
}
