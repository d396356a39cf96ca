package persistence

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"kumppani/model"
)

var (
	networkMeetingTable = table{
		name: "network_meeting", key: "id",
		columns: "body_id, held_on, from_at, until_at, place, agenda, decisions, cancelled, notes",
	}
	networkPresentTable = table{name: "network_meeting_present", parent: "meeting_id", key: "organisation_id", columns: "position"}
)

// NetworkMeetings implements model.Networks.
func (f *File) NetworkMeetings(ctx context.Context) ([]model.NetworkMeeting, error) {
	var out []model.NetworkMeeting
	err := f.read(ctx, "list network meetings", "", func(ctx context.Context, q querier) (err error) {
		out, err = readNetworkMeetings(ctx, q)
		return err
	})
	return out, err
}

// CreateNetworkMeeting implements model.Networks. CodeNotFound when its body is not there.
func (f *File) CreateNetworkMeeting(ctx context.Context, m model.NetworkMeeting) (model.NetworkMeeting, error) {
	m = preparedNetworkMeeting(m)
	a := action{"create network meeting", m.Date.String(), []model.Kind{model.KindNetwork}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, m.Check()); err != nil {
			return err
		}
		return saveNetworkMeeting(ctx, q, m)
	})
	return m, err
}

// UpdateNetworkMeeting implements model.Networks. CodeNotFound when its body is not there.
func (f *File) UpdateNetworkMeeting(
	ctx context.Context, id model.ID, change func(*model.NetworkMeeting) error,
) (model.NetworkMeeting, error) {
	var after model.NetworkMeeting
	a := action{"update network meeting", string(id), []model.Kind{model.KindNetwork}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readNetworkMeeting(ctx, q, id)
		if err != nil {
			return err
		}
		after = before
		after.Present = distinct(before.Present)
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedNetworkMeeting(after)
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		return saveNetworkMeeting(ctx, q, after)
	})
	return after, err
}

// DeleteNetworkMeeting implements model.Networks.
func (f *File) DeleteNetworkMeeting(ctx context.Context, id model.ID) error {
	a := action{"delete network meeting", string(id), []model.Kind{model.KindNetwork}}
	return f.remove(ctx, a, networkMeetingTable, id)
}

// preparedNetworkMeeting brings a meeting into the form in which it is kept.
func preparedNetworkMeeting(m model.NetworkMeeting) model.NetworkMeeting {
	if m.ID == "" {
		m.ID = newID()
	}
	m.Present = distinct(m.Present)
	return m
}

func saveNetworkMeeting(ctx context.Context, q querier, m model.NetworkMeeting) error {
	err := networkMeetingTable.sync(ctx, q, m.ID, []row{{m.ID, []any{
		string(m.BodyID), dateValue(m.Date), m.From.String(), m.Until.String(), m.Place, m.Agenda, m.Decisions,
		flagValue(m.Cancelled), m.Notes,
	}}})
	if err != nil {
		return err
	}
	return networkPresentTable.sync(ctx, q, m.ID, idRows(m.Present))
}

// readNetworkMeetings reads all of them, the latest first. There may be those of many years: they come as one text.
func readNetworkMeetings(ctx context.Context, q querier) ([]model.NetworkMeeting, error) {
	present, err := idsUnder(ctx, q, networkPresentTable, "")
	if err != nil {
		return nil, err
	}
	var out []model.NetworkMeeting
	var m model.NetworkMeeting
	packed := packedSelect{
		table: networkMeetingTable.name, columns: "id, " + networkMeetingTable.columns, dates: map[string]model.Date{},
		line: "concat_ws(char(31), id, body_id, ifnull(held_on, ''), from_at, until_at, place, agenda, decisions, cancelled, notes)",
	}
	err = packed.each(ctx, q, networkMeetingTargets(&m), func(int) {
		m.Present = present[m.ID]
		out = append(out, m)
	})
	slices.SortFunc(out, func(a, b model.NetworkMeeting) int {
		return cmp.Or(b.Date.Compare(a.Date), a.From.MinutesUntil(b.From), cmp.Compare(b.ID, a.ID))
	})
	return out, err
}

func readNetworkMeeting(ctx context.Context, q querier, id model.ID) (model.NetworkMeeting, error) {
	var m model.NetworkMeeting
	err := q.QueryRowContext(ctx, "SELECT id, "+networkMeetingTable.columns+" FROM network_meeting WHERE id = ?", id).
		Scan(networkMeetingTargets(&m)...)
	if errors.Is(err, sql.ErrNoRows) {
		return m, notFound(id)
	}
	if err != nil {
		return m, err
	}
	present, err := idsUnder(ctx, q, networkPresentTable, "WHERE meeting_id = ? ", id)
	m.Present = present[id]
	return m, err
}

func networkMeetingTargets(m *model.NetworkMeeting) []any {
	return []any{
		readID{&m.ID},
		readID{&m.BodyID},
		readDate{&m.Date},
		readClock{&m.From},
		readClock{&m.Until},
		&m.Place, &m.Agenda, &m.Decisions, &m.Cancelled, &m.Notes,
	}
}

// bodyUses lists the meetings of a body.
func bodyUses(ctx context.Context, q querier, body model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'network_meeting', id, ifnull(held_on, ''), 'body_meeting' FROM network_meeting WHERE body_id = ?
		ORDER BY 3 DESC, 2`, body)
}

// networkUses lists the bodies of which an organisation is a member, and those in whose meetings it was.
func networkUses(ctx context.Context, q querier, organisation model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'body', b.id, `+nameOf("b.name")+`, 'body_member' FROM network_body_member x
			JOIN network_body b ON b.id = x.body_id WHERE x.organisation_id = ?1
		UNION SELECT 'body', b.id, `+nameOf("b.name")+`, 'body_present' FROM network_meeting_present x
			JOIN network_meeting m ON m.id = x.meeting_id JOIN network_body b ON b.id = m.body_id WHERE x.organisation_id = ?1
		ORDER BY 3, 4, 2`, organisation)
}

// repointNetwork makes the places of one organisation in bodies and meetings those of another.
func repointNetwork(ctx context.Context, q querier, keep, drop model.ID) error {
	for _, t := range []table{bodyMemberTable, networkPresentTable} {
		for _, statement := range []string{
			"UPDATE OR IGNORE " + t.name + " SET organisation_id = ?1 WHERE organisation_id = ?2",
			"DELETE FROM " + t.name + " WHERE organisation_id = ?2", // where both were
		} {
			if _, err := q.ExecContext(ctx, statement, keep, drop); err != nil {
				return err
			}
		}
	}
	return nil
}
