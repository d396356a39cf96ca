package persistence

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"kumppani/model"
)

var _ model.PartnerCalendars = (*File)(nil)

var partnerCalendarTable = table{
	name: "partner_calendar", key: "id", columns: "name, place_id, file, read_on, from_on, until_on, sort",
}

// PartnerCalendars implements model.PartnerCalendars.
func (f *File) PartnerCalendars(ctx context.Context) ([]model.PartnerCalendar, error) {
	var out []model.PartnerCalendar
	err := f.read(ctx, "list partner calendars", "", func(ctx context.Context, q querier) (err error) {
		out, err = collect(ctx, q, scanPartnerCalendar, selectPartnerCalendar+"ORDER BY sort, id")
		return err
	})
	return out, err
}

// PartnerEvents implements model.PartnerCalendars. Those that take all day come first.
func (f *File) PartnerEvents(ctx context.Context, from, until model.Date) ([]model.PartnerEvent, error) {
	var out []model.PartnerEvent
	err := f.read(ctx, "list partner events", from.String(), func(ctx context.Context, q querier) (err error) {
		out, err = collect(ctx, q, scanPartnerEvent, `
			SELECT e.calendar_id, c.place_id, e.held_on, e.from_at, e.until_at, e.title
			FROM partner_event e JOIN partner_calendar c ON c.id = e.calendar_id WHERE e.held_on BETWEEN ? AND ?
			ORDER BY e.held_on, e.from_at, e.until_at, c.sort, e.calendar_id, e.position`, from.String(), until.String())
		return err
	})
	return out, err
}

// SavePartnerCalendar implements model.PartnerCalendars. CodeInvalid also for an event without a day.
func (f *File) SavePartnerCalendar(
	ctx context.Context, c model.PartnerCalendar, events []model.PartnerEvent,
) (model.PartnerCalendar, error) {
	if c.ID == "" {
		c.ID = newID()
	}
	c.Name, c.Events = strings.TrimSpace(c.Name), len(events)
	a := action{"save partner calendar", c.Name, []model.Kind{model.KindPartner}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := savePartnerCalendar(ctx, q, c); err != nil {
			return err
		}
		if _, err := q.ExecContext(ctx, "DELETE FROM partner_event WHERE calendar_id = ?", c.ID); err != nil {
			return err
		}
		rows := make([][]any, len(events))
		for i, e := range events {
			if e.Date.IsZero() {
				return refusal(model.CodeInvalid, "an event has no day")
			}
			rows[i] = []any{string(c.ID), int64(i), e.Date.String(), e.From.String(), e.Until.String(), e.Title}
		}
		return insertAll(ctx, q, "partner_event (calendar_id, position, held_on, from_at, until_at, title)", "", rows)
	})
	return c, err
}

// UpdatePartnerCalendar implements model.PartnerCalendars.
func (f *File) UpdatePartnerCalendar(
	ctx context.Context, id model.ID, change func(*model.PartnerCalendar) error,
) (model.PartnerCalendar, error) {
	var after model.PartnerCalendar
	a := action{"update partner calendar", string(id), []model.Kind{model.KindPartner}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		var err error
		if after, err = readPartnerCalendar(ctx, q, id); err != nil {
			return err
		}
		wanted := after
		if err := change(&wanted); err != nil {
			return asIs{err}
		}
		after.Name, after.PlaceID = strings.TrimSpace(wanted.Name), wanted.PlaceID
		return savePartnerCalendar(ctx, q, after)
	})
	return after, err
}

// DeletePartnerCalendar implements model.PartnerCalendars.
func (f *File) DeletePartnerCalendar(ctx context.Context, id model.ID) error {
	a := action{"delete partner calendar", string(id), []model.Kind{model.KindPartner}}
	return f.remove(ctx, a, partnerCalendarTable, id) // its events go with it
}

func savePartnerCalendar(ctx context.Context, q querier, c model.PartnerCalendar) error {
	var problems []model.Problem
	if before, err := readPartnerCalendar(ctx, q, c.ID); err == nil {
		problems = before.Check()
	} else if model.CodeOf(err) != model.CodeNotFound {
		return err
	}
	if err := refuse(problems, c.Check()); err != nil {
		return err
	}
	return partnerCalendarTable.sync(ctx, q, c.ID, []row{{c.ID, []any{
		c.Name, idValue(c.PlaceID), c.File, dateValue(c.ReadOn), dateValue(c.From), dateValue(c.Until), model.SortKey(c.Name),
	}}})
}

const selectPartnerCalendar = `SELECT id, name, place_id, file, read_on, from_on, until_on,
	(SELECT count(*) FROM partner_event WHERE calendar_id = partner_calendar.id) FROM partner_calendar `

func readPartnerCalendar(ctx context.Context, q querier, id model.ID) (model.PartnerCalendar, error) {
	c, err := scanPartnerCalendar(q.QueryRowContext(ctx, selectPartnerCalendar+"WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return c, notFound(id)
	}
	return c, err
}

func scanPartnerCalendar(r scanner) (model.PartnerCalendar, error) {
	var c model.PartnerCalendar
	err := r.Scan(&c.ID, &c.Name, readID{&c.PlaceID}, &c.File, readDate{&c.ReadOn}, readDate{&c.From}, readDate{&c.Until}, &c.Events)
	return c, err
}

func scanPartnerEvent(r scanner) (model.PartnerEvent, error) {
	var e model.PartnerEvent
	err := r.Scan(&e.CalendarID, readID{&e.PlaceID}, readDate{&e.Date}, readClock{&e.From}, readClock{&e.Until}, &e.Title)
	return e, err
}
