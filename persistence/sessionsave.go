package persistence

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"kumppani/model"
)

// sessionValues are the columns of a session besides its ID.
const sessionValues = "group_id, season_id, slot_on, held_on, from_at, until_at, place_id, theme, guest, state, reason, " +
	"closed_by, edited, adults, children, newcomers, men, sequence, leaders, own_counts"

var sessionTable = table{name: "session", key: "id", columns: sessionValues}

// saveSessions writes sessions that are new or changed. before are those in the file, or at least those of them that are
// saved. CodeNotFound when a leader or a category that none of those had is not there.
func saveSessions(ctx context.Context, q querier, before, after []model.Session) error {
	if err := sessionsRefer(ctx, q, before, after); err != nil {
		return err
	}
	rows := make([][]any, len(after))
	for i, s := range after {
		rows[i] = append([]any{string(s.ID)}, sessionRow(s)...)
	}
	return insertAll(ctx, q, "session (id, "+sessionValues+")", " ON CONFLICT (id) DO UPDATE SET ("+sessionValues+") = (excluded."+
		strings.ReplaceAll(sessionValues, ", ", ", excluded.")+")", rows)
}

// sessionsRefer looks whether the leaders and the categories of sessions are there, as a foreign key would.
func sessionsRefer(ctx context.Context, q querier, before, after []model.Session) error {
	known := map[model.ID]bool{}
	for _, s := range before {
		for _, id := range s.Leaders {
			known[id] = true
		}
		for id := range s.Counts.Own {
			known[id] = true
		}
	}
	there := func(t table, id model.ID) error {
		if known[id] {
			return nil
		}
		known[id] = true
		return present(ctx, q, t, id)
	}
	for _, s := range after {
		for _, id := range s.Leaders {
			if err := there(leaderTable, id); err != nil {
				return err
			}
		}
		for id := range s.Counts.Own {
			if err := there(countCategoryTable, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// insertAll writes rows with one statement that is prepared once: a season has thousands of sessions.
func insertAll(ctx context.Context, q querier, into, otherwise string, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	marks := strings.Repeat(", ?", len(rows[0]))[2:]
	insert, err := q.PrepareContext(ctx, "INSERT INTO "+into+" VALUES ("+marks+")"+otherwise)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if _, err := insert.ExecContext(ctx, r...); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", into, err), insert.Close())
		}
	}
	return insert.Close()
}

func sessionRow(s model.Session) []any {
	c := s.Counts
	return []any{
		string(s.GroupID), idValue(s.SeasonID), dateValue(s.SlotOn), dateValue(s.Date), s.From.String(), s.Until.String(),
		idValue(s.PlaceID), s.Theme, s.Guest, string(s.State), s.Reason, idValue(s.ClosedBy), flagValue(s.Edited),
		countValue(c.Adults), countValue(c.Children), countValue(c.New), countValue(c.Men), int64(s.Sequence),
		codesValue(s.Leaders), ownValue(c.Own),
	}
}
