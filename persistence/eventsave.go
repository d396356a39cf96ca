package persistence

import (
	"context"

	"kumppani/model"
)

// The tables of an event, in the order in which they are written: what is referred to comes first.
var (
	eventTable = table{
		name: "event", key: "id",
		columns: "programme_id, title_fi, title_sv, title_en, state, reason, organiser_id, place, languages, capacity, cost," +
			" pass_share, notes",
	}
	eventDayTable = table{
		name: "event_day", parent: "event_id", key: "id",
		columns: "position, held_on, from_at, until_at, place",
	}
	trainerTable = table{
		name: "trainer", parent: "event_id", key: "id",
		columns: "position, leader_id, name, organisation_id",
	}
	participationTable = table{
		name: "participation", parent: "event_id", key: "id",
		columns: "position, leader_id, name, organisation, sector, removed, passed, rating, feedback",
	}
	participationDayTable = table{
		name: "participation_day", parent: "participation_id", key: "day_id",
		columns: "attended",
	}
)

// saveEvent writes the event and everything in it.
func saveEvent(ctx context.Context, q querier, e model.Event) error {
	for _, step := range []struct {
		table table
		rows  []row
	}{
		{eventTable, []row{{e.ID, eventValues(e)}}},
		{eventDayTable, rowsOf(e.Days, eventDayRow)},
		{trainerTable, rowsOf(e.Trainers, trainerRow)},
		{participationTable, rowsOf(e.Participations, participationRow)},
	} {
		if err := step.table.sync(ctx, q, e.ID, step.rows); err != nil {
			return err
		}
	}
	for _, p := range e.Participations {
		var days []row
		for day, attended := range p.Days {
			days = append(days, row{day, []any{flagValue(attended)}})
		}
		if err := participationDayTable.sync(ctx, q, p.ID, days); err != nil {
			return err
		}
	}
	return nil
}

func eventValues(e model.Event) []any {
	return []any{
		string(e.ProgrammeID), e.Title.Fi, e.Title.Sv, e.Title.En, string(e.State), e.Reason, idValue(e.OrganiserID), e.Place,
		codesValue(e.Languages), countValue(e.Capacity), amountValue(e.Cost), int64(e.PassShare), e.Notes,
	}
}

func eventDayRow(d model.EventDay) row {
	return row{d.ID, []any{dateValue(d.Date), d.From.String(), d.Until.String(), d.Place}}
}

func trainerRow(t model.Trainer) row {
	return row{t.ID, []any{idValue(t.LeaderID), t.Name, idValue(t.OrganisationID)}}
}

func participationRow(p model.Participation) row {
	return row{p.ID, []any{
		idValue(p.LeaderID), p.Outsider.Name, p.Outsider.Organisation, string(p.Outsider.Sector), flagValue(p.Outsider.Removed),
		string(p.Passed), countValue(p.Rating), p.Feedback,
	}}
}
