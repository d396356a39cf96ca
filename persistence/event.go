package persistence

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"kumppani/model"
)

// Event implements model.Trainings.
func (f *File) Event(ctx context.Context, id model.ID) (model.Event, error) {
	var e model.Event
	err := f.read(ctx, "read event", string(id), func(ctx context.Context, q querier) (err error) {
		e, err = readEvent(ctx, q, id)
		return err
	})
	return e, err
}

// CreateEvent implements model.Trainings.
func (f *File) CreateEvent(ctx context.Context, e model.Event) (model.Event, error) {
	e = preparedEvent(e)
	a := action{"create event", string(e.ID), []model.Kind{model.KindEvent}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, checkEvent(e)); err != nil {
			return err
		}
		return saveEvent(ctx, q, e)
	})
	return e, err
}

// UpdateEvent implements model.Trainings.
func (f *File) UpdateEvent(ctx context.Context, id model.ID, change func(*model.Event) error) (model.Event, error) {
	var after model.Event
	a := action{"update event", string(id), []model.Kind{model.KindEvent}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readEvent(ctx, q, id)
		if err != nil {
			return err
		}
		// Read again rather than copied: the two must share no list that change might write into.
		if after, err = readEvent(ctx, q, id); err != nil {
			return err
		}
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedEvent(after)
		if err := refuse(checkEvent(before), checkEvent(after)); err != nil {
			return err
		}
		return saveEvent(ctx, q, after)
	})
	return after, err
}

// DeleteEvent implements model.Trainings.
func (f *File) DeleteEvent(ctx context.Context, id model.ID) error {
	a := action{"delete event", string(id), []model.Kind{model.KindEvent}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if _, err := readEvent(ctx, q, id); err != nil {
			return err
		}
		return eventTable.sync(ctx, q, id, nil)
	})
}

// checkEvent says what is amiss in the event. Only warnings depend on the day, and they keep nothing from being saved.
func checkEvent(e model.Event) []model.Problem { return e.Check(model.Date{}) }

// preparedEvent brings an event into the form in which it is kept: everything in it has an ID, the days are in order,
// nobody has entered whether a participant came on a day that is none of them, and the name of a leader stands in the
// register of leaders only.
func preparedEvent(e model.Event) model.Event {
	if e.ID == "" {
		e.ID = newID()
	}
	e.Title = e.Title.Trimmed()
	giveIDs(&e.Days, func(d *model.EventDay) *model.ID { return &d.ID })
	giveIDs(&e.Trainers, func(t *model.Trainer) *model.ID { return &t.ID })
	giveIDs(&e.Participations, func(p *model.Participation) *model.ID { return &p.ID })
	slices.SortStableFunc(e.Days, func(a, b model.EventDay) int {
		return cmp.Or(a.Date.Compare(b.Date), strings.Compare(a.From.String(), b.From.String()))
	})
	days := map[model.ID]bool{}
	for _, d := range e.Days {
		days[d.ID] = true
	}
	for i := range e.Trainers {
		if t := &e.Trainers[i]; t.LeaderID != "" {
			t.Name = ""
		}
	}
	for i := range e.Participations {
		p := &e.Participations[i]
		if p.LeaderID != "" {
			p.Outsider = model.Outsider{}
		}
		p.Outsider.Name = strings.TrimSpace(p.Outsider.Name)
		p.Outsider.Removed = p.Outsider.Removed && p.Outsider.Name == ""
		p.Days = maps.Clone(p.Days)
		maps.DeleteFunc(p.Days, func(day model.ID, _ bool) bool { return !days[day] })
	}
	return e
}

// trainingUses lists the events that an organisation arranges, and those where somebody of it teaches.
func trainingUses(ctx context.Context, q querier, organisation model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'event', e.id, `+eventName+`, 'organiser' FROM event e JOIN programme p ON p.id = e.programme_id
			WHERE e.organiser_id = ?1
		UNION SELECT 'event', e.id, `+eventName+`, 'trainer' FROM trainer t JOIN event e ON e.id = t.event_id
			JOIN programme p ON p.id = e.programme_id WHERE t.organisation_id = ?1
		ORDER BY 3, 4, 2`, organisation)
}

// repointTraining makes the training of one organisation that of another.
func repointTraining(ctx context.Context, q querier, keep, drop model.ID) error {
	_, organisers := q.ExecContext(ctx, "UPDATE event SET organiser_id = ? WHERE organiser_id = ?", keep, drop)
	_, trainers := q.ExecContext(ctx, "UPDATE trainer SET organisation_id = ? WHERE organisation_id = ?", keep, drop)
	return errors.Join(organisers, trainers)
}
