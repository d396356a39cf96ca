package persistence

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kumppani/model"
)

func (s *sample) loadBodies(ctx context.Context) error {
	rows, err := sampleTable("bodies")
	if err != nil {
		return err
	}
	bodies := map[string]model.ID{}
	for _, r := range rows {
		b, err := s.body(r)
		if err == nil {
			b, err = s.f.CreateBody(ctx, b)
		}
		if err != nil {
			return fmt.Errorf("body %s: %w", r["id"], err)
		}
		bodies[r["id"]] = b.ID
	}
	if rows, err = sampleTable("network_meetings"); err != nil {
		return err
	}
	for _, r := range rows {
		m, err := s.networkMeeting(r)
		m.BodyID = bodies[r["body"]]
		if err == nil {
			_, err = s.f.CreateNetworkMeeting(ctx, m)
		}
		if err != nil {
			return fmt.Errorf("meeting of %s on %s: %w", r["body"], r["held_on"], err)
		}
	}
	return nil
}

func (s *sample) body(r record) (model.Body, error) {
	b := model.Body{
		Name: model.Text{Fi: r["name_fi"], Sv: r["name_sv"], En: r["name_en"]}, Kind: model.BodyKind(r["kind"]), Notes: r["notes"],
		Recurs: r["weekday"] != "",
	}
	var bad [7]error
	b.Members, bad[0] = s.those(r["members"])
	b.TimesAYear, bad[1] = sampleCount(r["times_a_year"])
	b.StartsOn, bad[2] = model.ParseDate(r["starts_on"])
	b.From, bad[3] = sampleClock(r["start"])
	b.Until, bad[4] = sampleClock(r["end"])
	if b.Recurs {
		without, wrong := model.ParseDate(r["without"])
		every, wronger := sampleCount(r["every_weeks"])
		b.Recurrence = model.Recurrence{Rhythm: model.EveryNWeeks, Every: every.N, Without: []model.Date{without}}
		bad[5] = errors.Join(wrong, wronger)
		b.Recurrence.Weekday, bad[6] = sampleWord(sampleWeekdays, r["weekday"])
	}
	return b, errors.Join(bad[:]...)
}

func (s *sample) networkMeeting(r record) (model.NetworkMeeting, error) {
	m := model.NetworkMeeting{
		Place: r["where"], Agenda: strings.ReplaceAll(r["agenda"], "; ", "\n"), Decisions: r["decisions"],
		Cancelled: r["cancelled"] != "", Notes: r["notes"],
	}
	var bad [4]error
	m.Date, bad[0] = model.ParseDate(r["held_on"])
	m.From, bad[1] = sampleClock(r["start"])
	m.Until, bad[2] = sampleClock(r["end"])
	m.Present, bad[3] = s.those(r["present"])
	return m, errors.Join(bad[:]...)
}

// those are the organisations of a list.
func (s *sample) those(cell string) ([]model.ID, error) {
	var out []model.ID
	for short := range strings.SplitSeq(cell, ";") {
		id, err := s.organisation(short)
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, nil
}

func (s *sample) loadSurveys(ctx context.Context) error {
	rows, err := sampleTable("surveys")
	if err != nil {
		return err
	}
	for _, r := range rows {
		x := model.Survey{
			Name: r["name"], Kind: model.SurveyKind(r["kind"]), Target: r["target"], GroupID: s.groups[r["group"]].ID,
			Finding: r["finding"], Notes: r["notes"],
		}
		var bad [4]error
		x.On, bad[0] = model.ParseDate(r["closed_on"])
		x.Asked, bad[1] = sampleCount(r["asked"])
		x.Answers, bad[2] = sampleCount(r["answers"])
		x.Positive, bad[3] = sampleCount(r["positive"])
		err := errors.Join(bad[:]...)
		if err == nil {
			_, err = s.f.CreateSurvey(ctx, x)
		}
		if err != nil {
			return fmt.Errorf("survey %s: %w", r["name"], err)
		}
	}
	return nil
}

func (s *sample) loadYears(ctx context.Context) error {
	facts, err := sampleTable("year_facts")
	if err != nil {
		return err
	}
	practices, err := sampleTable("practices")
	if err != nil {
		return err
	}
	years := map[string]bool{}
	for _, r := range facts {
		if years[r["year"]] {
			continue
		}
		years[r["year"]] = true
		year, err := strconv.Atoi(r["year"])
		if err == nil {
			_, err = s.f.UpdateYear(ctx, year, func(y *model.YearRecord) error { return s.fill(y, facts, practices) })
		}
		if err != nil {
			return fmt.Errorf("year %s: %w", r["year"], err)
		}
	}
	return nil
}

// fill enters what the tables tell of the year.
func (s *sample) fill(y *model.YearRecord, facts, practices []record) error {
	year := strconv.Itoa(y.Year)
	for _, r := range facts {
		if r["year"] != year {
			continue
		}
		switch r["about"] {
		case "resource":
			amount, err := sampleAmount(r["amount"])
			if err != nil {
				return err
			}
			y.Resources[model.ResourceKind(r["what"])] = model.Resource{Given: model.Answer(r["said"]), Amount: amount, Note: r["note"]}
		case "service":
			y.Services[model.Service(r["what"])] = model.ServicePart(r["said"])
		case "cooperation":
			y.Cooperation[model.Sector(r["what"])] = model.SectorCooperation(r["said"])
		case "quality":
			step, err := sampleCount(r["said"])
			if err != nil {
				return err
			}
			y.Quality[model.QualityTopic(r["what"])] = model.QualityMark{Step: step, Note: r["note"]}
		case "notes":
			y.Notes = r["note"]
		default:
			return fmt.Errorf("unknown word %q", r["about"])
		}
	}
	for _, r := range practices {
		if r["year"] == year {
			y.Practices = append(y.Practices, model.PracticeEntry{
				Municipality: s.municipality(r["municipality"]), Practice: model.Practice(r["practice"]),
				Stage: model.PracticeStage(r["stage"]), Detail: r["detail"],
			})
		}
	}
	return nil
}

func (s *sample) loadFollowUps(ctx context.Context) error {
	rows, err := sampleTable("follow_ups")
	if err != nil {
		return err
	}
	for i, r := range rows {
		on, err := model.ParseDate(r["due_on"])
		u := model.FollowUp{Kind: model.Kind(r["kind"]), On: on, Text: r["text"]}
		switch u.Kind {
		case model.KindAgreement:
			u.RecordID = s.agreements[r["record"]]
		case model.KindLeader:
			u.RecordID = s.leaders[r["record"]]
		case model.KindPlace:
			u.RecordID = s.places[r["record"]].ID
		}
		if u.RecordID == "" && r["record"] != "" {
			err = errors.Join(err, fmt.Errorf("%s %q", u.Kind, r["record"]))
		}
		if err == nil {
			_, err = s.f.CreateFollowUp(ctx, u)
		}
		if err != nil {
			return fmt.Errorf("follow-up %d: %w", i+1, err)
		}
	}
	return nil
}
