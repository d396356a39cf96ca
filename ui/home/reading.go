package home

import (
	"context"

	"kumppani/model"
)

// reading is what Home shows, computed for a day.
type reading struct {
	centre        model.Centre
	organisations model.Directory
	calendar      model.Calendar
	agenda        []model.AgendaItem
	empty         bool // there is no agreement yet
}

func read(ctx context.Context, store Store, today model.Date) (reading, error) {
	centre, err := store.Centre(ctx)
	if err != nil {
		return reading{}, err
	}
	all, err := store.Agreements(ctx)
	if err != nil {
		return reading{}, err
	}
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return reading{}, err
	}
	due, err := store.DueContributions(ctx)
	if err != nil {
		return reading{}, err
	}
	r := reading{
		centre: centre, organisations: model.DirectoryOf(organisations), empty: len(all) == 0,
		calendar: model.Calendar{Today: today, LeadDays: centre.LeadDays, Successors: model.SuccessorsOf(all)},
	}
	r.agenda = model.Agenda(all, due, r.organisations, r.calendar)
	return r, nil
}

// Ahead waits for what ReadAhead has begun and hands it over.
type Ahead func() (reading, error)

// ReadAhead begins to compute what Home shows, while the computer is still opening the window.
func ReadAhead(store Store, today model.Date) Ahead {
	var r reading
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		r, err = read(context.Background(), store, today)
	}()
	return func() (reading, error) {
		<-done
		return r, err
	}
}
