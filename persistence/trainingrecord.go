package persistence

import (
	"context"

	"kumppani/model"
)

// TrainingRecord implements model.Trainings. It stands behind every list that judges readiness, so each part is one
// query, and what there are tens of thousands of comes as one text.
func (f *File) TrainingRecord(ctx context.Context) (model.TrainingRecord, error) {
	var out model.TrainingRecord
	err := f.read(ctx, "read training record", "", func(ctx context.Context, q querier) error {
		completions, enrolments, err := readEventTraining(ctx, q)
		if err != nil {
			return err
		}
		elsewhere, err := collect(ctx, q, scanElsewhereCompletion,
			"SELECT leader_id, programme_id, completed_on FROM leader_elsewhere")
		if err != nil {
			return err
		}
		extensions, err := readExtensions(ctx, q)
		if err != nil {
			return err
		}
		out = model.NewTrainingRecord(append(completions, elsewhere...), enrolments, extensions)
		return nil
	})
	return out, err
}

// countedEvents are the events that count: who passed one that was held has completed its programme, and who takes part
// in a planned one is enrolled. None of the columns is text that a person wrote.
const countedEvents = `(SELECT concat_ws(char(31), e.id, e.programme_id, e.state, ifnull(min(d.held_on), ''),
	ifnull(max(d.held_on), '')) AS register_line FROM event e LEFT JOIN event_day d ON d.event_id = e.id
	WHERE e.state IN ('held', 'planned') GROUP BY e.id)`

// packedTrainees are the leaders of each event, one after the other, each with whether the event was passed. All of it is
// in the index.
const packedTrainees = `(SELECT event_id || char(31) || group_concat(leader_id || char(31) || passed, char(31)) AS
	register_line FROM participation WHERE leader_id IS NOT NULL GROUP BY event_id)`

type countedEvent struct {
	programme   model.ID
	planned     bool
	first, last model.Date
}

func readEventTraining(ctx context.Context, q querier) ([]model.Completion, []model.Enrolment, error) {
	events, err := lines(ctx, q, countedEvents)
	if err != nil {
		return nil, nil, err
	}
	u := newUnpacker()
	at := make(map[string]countedEvent, len(events))
	for _, packed := range events {
		u.open(packed)
		at[u.text()] = countedEvent{
			programme: model.ID(u.text()), planned: u.text() == string(model.EventPlanned), first: u.date(), last: u.date(),
		}
	}
	rows, err := lines(ctx, q, packedTrainees)
	if err != nil {
		return nil, nil, err
	}
	var completions []model.Completion
	var enrolments []model.Enrolment
	for _, packed := range rows {
		u.open(packed)
		event := u.text()
		e, counts := at[event]
		for counts && u.rest != "" {
			leader, passed := model.ID(u.text()), u.text() == string(model.Yes)
			switch {
			case e.planned:
				enrolments = append(enrolments, model.Enrolment{
					LeaderID: leader, ProgrammeID: e.programme, EventID: model.ID(event), On: e.first,
				})
			case passed:
				completions = append(completions, model.Completion{
					LeaderID: leader, ProgrammeID: e.programme, EventID: model.ID(event), On: e.last,
				})
			}
		}
	}
	return completions, enrolments, nil
}

func scanElsewhereCompletion(r scanner) (model.Completion, error) {
	var c model.Completion
	err := r.Scan(&c.LeaderID, &c.ProgrammeID, readDate{&c.On})
	return c, err
}
