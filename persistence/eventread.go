package persistence

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"kumppani/model"
)

// Events implements model.Trainings. There may be tens of thousands of participations: they come as one text.
func (f *File) Events(ctx context.Context) ([]model.Event, error) {
	var out []model.Event
	err := f.read(ctx, "list events", "", func(ctx context.Context, q querier) (err error) {
		out, err = readEvents(ctx, q)
		return err
	})
	return out, err
}

func readEvents(ctx context.Context, q querier) ([]model.Event, error) {
	out, err := collect(ctx, q, scanEvent, selectEvent)
	if err != nil {
		return nil, err
	}
	at := make(map[model.ID]*model.Event, len(out))
	for i := range out {
		at[out[i].ID] = &out[i]
	}
	scanDay := func(r scanner) (d dayOf, err error) {
		d.event, d.EventDay, err = scanEventDay(r)
		return d, err
	}
	days, err := collect(ctx, q, scanDay,
		"SELECT event_id, id, "+eventDayTable.columns+" FROM event_day ORDER BY event_id, position")
	if err != nil {
		return nil, err
	}
	for _, d := range days {
		if e, ok := at[d.event]; ok {
			e.Days = append(e.Days, d.EventDay)
		}
	}
	scanTaught := func(r scanner) (t trainerOf, err error) {
		t.event, t.Trainer, err = scanTrainer(r)
		return t, err
	}
	trainers, err := collect(ctx, q, scanTaught,
		"SELECT event_id, id, "+trainerTable.columns+" FROM trainer ORDER BY event_id, position")
	if err != nil {
		return nil, err
	}
	for _, t := range trainers {
		if e, ok := at[t.event]; ok {
			e.Trainers = append(e.Trainers, t.Trainer)
		}
	}
	if err := readAllParticipations(ctx, q, at); err != nil {
		return nil, err
	}
	slices.SortFunc(out, latestFirst)
	return out, nil
}

// dayOf is a day with the event that it belongs to, trainerOf a trainer.
type (
	dayOf struct {
		event model.ID
		model.EventDay
	}
	trainerOf struct {
		event model.ID
		model.Trainer
	}
)

// latestFirst orders events by their first day, the latest first, and those without days before them; on the same day
// the one that was entered last.
func latestFirst(a, b model.Event) int {
	first, second := a.FirstDay(), b.FirstDay()
	if first.IsZero() != second.IsZero() {
		if first.IsZero() {
			return -1
		}
		return 1
	}
	return cmp.Or(second.Compare(first), cmp.Compare(b.ID, a.ID))
}

// packedParticipations is every participation as one line, with its days as "<day>+" or "<day>-" one after the other.
const packedParticipations = `(SELECT concat_ws(char(31), event_id, position, id, ifnull(leader_id, ''), name,
	organisation, sector, removed, passed, ifnull(rating, ''), feedback, (SELECT ifnull(group_concat(day_id ||
	iif(attended, '+', '-'), ','), '') FROM participation_day WHERE participation_id = participation.id)) AS register_line
	FROM participation)`

const packedParticipationColumns = 12

// readAllParticipations gives the events their participations.
func readAllParticipations(ctx context.Context, q querier, at map[model.ID]*model.Event) error {
	rows, err := lines(ctx, q, packedParticipations)
	if err != nil {
		return err
	}
	u := newUnpacker()
	for _, packed := range rows {
		u.open(packed)
		event, position := model.ID(u.text()), number(u.text())
		var p model.Participation
		if strings.Count(packed, separator) == packedParticipationColumns-1 {
			p = unpackParticipation(&u)
		} else if p, err = readParticipation(ctx, q, model.ID(u.text())); err != nil { // a text has a separator in it
			return err
		}
		if e, ok := at[event]; ok { // otherwise a damaged file; Check tells, and the rest opens
			e.Participations = putAt(e.Participations, min(max(position, 0), len(rows)), p)
		}
	}
	for _, e := range at { // where somebody was removed from the register, a position is empty
		e.Participations = slices.DeleteFunc(e.Participations, func(p model.Participation) bool { return p.ID == "" })
	}
	return nil
}

// putAt puts a participation at its position, or at the end when another is there already.
func putAt(list []model.Participation, position int, p model.Participation) []model.Participation {
	for len(list) < position {
		list = append(list, model.Participation{})
	}
	if position < len(list) && list[position].ID == "" {
		list[position] = p
		return list
	}
	return append(list, p)
}

func unpackParticipation(u *unpacker) model.Participation {
	p := model.Participation{ID: model.ID(u.text()), LeaderID: model.ID(u.text())}
	p.Outsider = model.Outsider{Name: u.text(), Organisation: u.text(), Sector: model.Sector(u.text()), Removed: u.text() == "1"}
	p.Passed = model.Answer(u.text())
	if rating := u.text(); rating != "" {
		p.Rating = model.CountOf(number(rating))
	}
	p.Feedback = u.text()
	days := u.text()
	if days == "" {
		return p
	}
	p.Days = make(map[model.ID]bool, strings.Count(days, ",")+1)
	for day := range strings.SplitSeq(days, ",") {
		last := len(day) - 1
		p.Days[model.ID(day[:last])] = day[last] == '+'
	}
	return p
}

// readParticipation reads one participation.
func readParticipation(ctx context.Context, q querier, id model.ID) (model.Participation, error) {
	p, err := scanParticipation(q.QueryRowContext(ctx, "SELECT event_id, id, "+participationTable.columns+
		" FROM participation WHERE id = ?", id))
	if err != nil {
		return p, err
	}
	all := []model.Participation{p}
	err = readAttendance(ctx, q, all, "participation_id = ?", id)
	return all[0], err
}

const selectEvent = `SELECT id, programme_id, title_fi, title_sv, title_en, state, reason, organiser_id, place, languages,
	capacity, cost, pass_share, notes FROM event `

// readEvent reads one event whole.
func readEvent(ctx context.Context, q querier, id model.ID) (model.Event, error) {
	e, err := scanEvent(q.QueryRowContext(ctx, selectEvent+"WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return e, notFound(id)
	}
	if err != nil {
		return e, err
	}
	day := func(r scanner) (model.EventDay, error) { _, d, err := scanEventDay(r); return d, err }
	trainer := func(r scanner) (model.Trainer, error) { _, t, err := scanTrainer(r); return t, err }
	return e, errors.Join(
		list[model.EventDay]{eventDayTable, day, &e.Days}.read(ctx, q, id),
		list[model.Trainer]{trainerTable, trainer, &e.Trainers}.read(ctx, q, id),
		list[model.Participation]{participationTable, scanParticipation, &e.Participations}.read(ctx, q, id),
		readAttendance(ctx, q, e.Participations, "participation_id IN (SELECT id FROM participation WHERE event_id = ?)", id),
	)
}

// readAttendance gives the participations the days of those that a condition on participation_day selects.
func readAttendance(ctx context.Context, q querier, all []model.Participation, condition string, args ...any) error {
	at := make(map[model.ID]*model.Participation, len(all))
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	scan := func(r scanner) (struct{}, error) {
		var participation, day model.ID
		var attended bool
		err := r.Scan(&participation, &day, &attended)
		if p, ok := at[participation]; ok && err == nil {
			if p.Days == nil {
				p.Days = map[model.ID]bool{}
			}
			p.Days[day] = attended
		}
		return struct{}{}, err
	}
	_, err := collect(ctx, q, scan, "SELECT participation_id, day_id, attended FROM participation_day WHERE "+condition, args...)
	return err
}

func scanEvent(r scanner) (model.Event, error) {
	var e model.Event
	err := r.Scan(&e.ID, &e.ProgrammeID, &e.Title.Fi, &e.Title.Sv, &e.Title.En, &e.State, &e.Reason, readID{&e.OrganiserID},
		&e.Place, readCodes[model.Language]{&e.Languages}, readCount{&e.Capacity}, readAmount{&e.Cost}, &e.PassShare, &e.Notes)
	return e, err
}

// scanEventDay reads a day and the ID of its event.
func scanEventDay(r scanner) (model.ID, model.EventDay, error) {
	var event model.ID
	var d model.EventDay
	err := r.Scan(&event, &d.ID, skip{}, readDate{&d.Date}, readClock{&d.From}, readClock{&d.Until}, &d.Place)
	return event, d, err
}

// readClock scans a time of day; as with dates, one that is none is read as unknown.
type readClock struct{ to *model.Clock }

// Scan implements sql.Scanner.
func (r readClock) Scan(value any) error {
	s, _ := value.(string)
	*r.to, _ = model.ParseClock(s)
	return nil
}

// scanTrainer reads a trainer and the ID of the event.
func scanTrainer(r scanner) (model.ID, model.Trainer, error) {
	var event model.ID
	var t model.Trainer
	err := r.Scan(&event, &t.ID, skip{}, readID{&t.LeaderID}, &t.Name, readID{&t.OrganisationID})
	return event, t, err
}

// scanParticipation reads a participation without its days.
func scanParticipation(r scanner) (model.Participation, error) {
	var p model.Participation
	err := r.Scan(skip{}, &p.ID, skip{}, readID{&p.LeaderID}, &p.Outsider.Name, &p.Outsider.Organisation, &p.Outsider.Sector,
		&p.Outsider.Removed, &p.Passed, readCount{&p.Rating}, &p.Feedback)
	return p, err
}
