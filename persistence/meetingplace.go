package persistence

import (
	"context"
	"database/sql"
	"errors"

	"kumppani/model"
)

var _ model.MeetingPlaces = (*File)(nil)

var meetingPlaceTable = table{
	name: "meeting_place", key: "id",
	columns: "name_fi, name_sv, name_en, kind, street, postal_code, town, municipality_code, municipality, village_fi," +
		" village_sv, village_en, host_id, owner_id, capacity, step_free, toilet, changing_table, parking, pram_space," +
		" access_fi, access_sv, access_en, equipment, keys, booking_name, booking_title, booking_phone, booking_email," +
		" booking_language, agreement_id, ended_on, notes, sort",
}

// MeetingPlaces implements model.MeetingPlaces.
func (f *File) MeetingPlaces(ctx context.Context) ([]model.MeetingPlace, error) {
	var out []model.MeetingPlace
	err := f.read(ctx, "list meeting places", "", func(ctx context.Context, q querier) (err error) {
		out, err = readMeetingPlaces(ctx, q)
		return err
	})
	return out, err
}

// MeetingPlace implements model.MeetingPlaces.
func (f *File) MeetingPlace(ctx context.Context, id model.ID) (model.MeetingPlace, error) {
	var m model.MeetingPlace
	err := f.read(ctx, "read meeting place", string(id), func(ctx context.Context, q querier) (err error) {
		m, err = readMeetingPlace(ctx, q, id)
		return err
	})
	return m, err
}

// CreateMeetingPlace implements model.MeetingPlaces.
func (f *File) CreateMeetingPlace(ctx context.Context, m model.MeetingPlace) (model.MeetingPlace, error) {
	m = preparedMeetingPlace(m)
	a := action{"create meeting place", m.Name.Best(model.Finnish), []model.Kind{model.KindPlace}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, m.Check()); err != nil {
			return err
		}
		return saveMeetingPlace(ctx, q, m)
	})
	return m, err
}

// UpdateMeetingPlace implements model.MeetingPlaces.
func (f *File) UpdateMeetingPlace(
	ctx context.Context, id model.ID, change func(*model.MeetingPlace) error,
) (model.MeetingPlace, error) {
	var after model.MeetingPlace
	a := action{"update meeting place", string(id), []model.Kind{model.KindPlace}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readMeetingPlace(ctx, q, id)
		if err != nil {
			return err
		}
		after = before
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedMeetingPlace(after)
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		return saveMeetingPlace(ctx, q, after)
	})
	return after, err
}

// DeleteMeetingPlace implements model.MeetingPlaces. Groups, sessions, closures and partners' calendars use a
// place.
func (f *File) DeleteMeetingPlace(ctx context.Context, id model.ID) error {
	a := action{"delete meeting place", string(id), []model.Kind{model.KindPlace}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		if _, err := readMeetingPlace(ctx, q, id); err != nil {
			return err
		}
		uses, err := placeUses(ctx, q, id)
		if err != nil {
			return err
		}
		if len(uses) > 0 {
			return &model.Error{Code: model.CodeInUse, Uses: uses}
		}
		return meetingPlaceTable.sync(ctx, q, id, nil)
	})
}

// preparedMeetingPlace brings a place into the form in which it is kept. The one to ask for it is nobody's contact, and so
// has no ID and no days.
func preparedMeetingPlace(m model.MeetingPlace) model.MeetingPlace {
	if m.ID == "" {
		m.ID = newID()
	}
	m.Name, m.Village = m.Name.Trimmed(), m.Village.Trimmed()
	m.Booking.ID, m.Booking.From, m.Booking.Until = "", model.Date{}, model.Date{}
	return m
}

func saveMeetingPlace(ctx context.Context, q querier, m model.MeetingPlace) error {
	x, b := m.Access, m.Booking
	return meetingPlaceTable.sync(ctx, q, m.ID, []row{{m.ID, []any{
		m.Name.Fi, m.Name.Sv, m.Name.En, string(m.Kind), m.Address.Street, m.Address.PostalCode, m.Address.Town,
		m.Municipality.Code, m.Municipality.Name, m.Village.Fi, m.Village.Sv, m.Village.En, idValue(m.HostID),
		idValue(m.OwnerID), countValue(m.Capacity), string(x.StepFree), string(x.Toilet), string(x.ChangingTable),
		string(x.Parking), string(x.PramSpace), x.Notes.Fi, x.Notes.Sv, x.Notes.En, m.Equipment, m.Keys, b.Name, b.Title,
		b.Phone, b.Email, string(b.Language), idValue(m.AgreementID), dateValue(m.EndedOn), m.Notes,
		model.SortKey(m.Name.Best(model.Finnish)),
	}}})
}

func readMeetingPlaces(ctx context.Context, q querier) ([]model.MeetingPlace, error) {
	return collect(ctx, q, scanMeetingPlace, "SELECT id, "+meetingPlaceTable.columns+" FROM meeting_place ORDER BY sort, id")
}

func readMeetingPlace(ctx context.Context, q querier, id model.ID) (model.MeetingPlace, error) {
	m, err := scanMeetingPlace(q.QueryRowContext(ctx, "SELECT id, "+meetingPlaceTable.columns+" FROM meeting_place WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return m, notFound(id)
	}
	return m, err
}

func scanMeetingPlace(r scanner) (model.MeetingPlace, error) {
	var m model.MeetingPlace
	x, b := &m.Access, &m.Booking
	err := r.Scan(&m.ID, &m.Name.Fi, &m.Name.Sv, &m.Name.En, &m.Kind, &m.Address.Street, &m.Address.PostalCode,
		&m.Address.Town, &m.Municipality.Code, &m.Municipality.Name, &m.Village.Fi, &m.Village.Sv, &m.Village.En,
		readID{&m.HostID}, readID{&m.OwnerID}, readCount{&m.Capacity}, &x.StepFree, &x.Toilet, &x.ChangingTable, &x.Parking,
		&x.PramSpace, &x.Notes.Fi, &x.Notes.Sv, &x.Notes.En, &m.Equipment, &m.Keys, &b.Name, &b.Title, &b.Phone, &b.Email,
		&b.Language, readID{&m.AgreementID}, readDate{&m.EndedOn}, &m.Notes, skip{})
	return m, err
}
