package persistence

import (
	"context"
	"database/sql"
	"errors"

	"kumppani/model"
)

var _ model.PrintedCalendars = (*File)(nil)

const printedLineValues = "group_id, name_fi, name_sv, name_en, place_id, place_fi, place_sv, place_en, rrule, from_at, until_at, days"

// PrintedCalendar implements model.PrintedCalendars.
func (f *File) PrintedCalendar(ctx context.Context, season model.ID, area string) (model.PrintedCalendar, error) {
	c := model.PrintedCalendar{SeasonID: season, Area: area}
	err := f.read(ctx, "read printed calendar", area, func(ctx context.Context, q querier) error {
		err := q.QueryRowContext(ctx, "SELECT printed_on FROM printed_calendar WHERE season_id = ? AND area = ?", season, area).
			Scan(readDate{&c.On})
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		c.Lines, err = collect(ctx, q, scanPrintedLine, "SELECT "+printedLineValues+
			" FROM printed_line WHERE season_id = ? AND area = ? ORDER BY position", season, area)
		return err
	})
	return c, err
}

// KeepPrintedCalendar implements model.PrintedCalendars. CodeNotFound when there is no such season.
func (f *File) KeepPrintedCalendar(ctx context.Context, c model.PrintedCalendar) error {
	a := action{"keep printed calendar", c.Area, []model.Kind{model.KindSeason}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		// The lines of the one before go with it.
		_, err := q.ExecContext(ctx, "DELETE FROM printed_calendar WHERE season_id = ? AND area = ?", c.SeasonID, c.Area)
		if err != nil {
			return err
		}
		_, err = q.ExecContext(ctx, "INSERT INTO printed_calendar (season_id, area, printed_on) VALUES (?, ?, ?)",
			c.SeasonID, c.Area, dateValue(c.On))
		if err != nil {
			return err
		}
		rows := make([][]any, len(c.Lines))
		for i, l := range c.Lines {
			rows[i] = []any{
				string(c.SeasonID), c.Area, int64(i), string(l.GroupID), l.Name.Fi, l.Name.Sv, l.Name.En, string(l.PlaceID),
				l.Place.Fi, l.Place.Sv, l.Place.En, l.Rule, l.From.String(), l.Until.String(), daysValue(l.Days),
			}
		}
		return insertAll(ctx, q, "printed_line (season_id, area, position, "+printedLineValues+")", "", rows)
	})
}

func scanPrintedLine(r scanner) (model.PrintedLine, error) {
	var l model.PrintedLine
	err := r.Scan(&l.GroupID, &l.Name.Fi, &l.Name.Sv, &l.Name.En, &l.PlaceID, &l.Place.Fi, &l.Place.Sv, &l.Place.En, &l.Rule,
		readClock{&l.From}, readClock{&l.Until}, readDays{&l.Days})
	return l, err
}
