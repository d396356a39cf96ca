package calendar

import (
	"context"

	"kumppani/model"
	"kumppani/ui/municipalities"
	"kumppani/ui/region"
)

// records is what the views are made of, as it was last read. None of it may be changed. What readiness is judged by is
// read by who shows it.
type records struct {
	region.Records
	towns  municipalities.List
	sides  map[model.ID]int               // of places: a number from 1, which a grid shows as a colour
	themes map[model.ID]map[model.ID]bool // by season, as far as it was asked for: the sessions that lack a theme
}

func readRecords(ctx context.Context, store Store, today model.Date) (*records, error) {
	read, err := region.Read(ctx, store, today)
	if err != nil {
		return nil, err
	}
	r := &records{Records: read, towns: municipalities.Of(read.Centre), themes: map[model.ID]map[model.ID]bool{}, sides: make(map[model.ID]int, len(read.Places))}
	for i, p := range r.Places {
		r.sides[p.ID] = i + 1
	}
	return r, nil
}

// facts are what collisions on a day depend on; booked are the events of partners' calendars on it.
func (r *records) facts(booked []model.PartnerEvent, day model.Date) model.ConflictFacts {
	season, _ := model.SeasonOf(r.Seasons, day)
	return r.Facts(season, booked)
}
