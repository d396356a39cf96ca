package persistence

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kumppani/model"
)

// sessionValues are the columns of a session besides its ID.
const sessionValues = "group_id, season_id, slot_on, held_on, from_at, until_at, place_id, theme, guest, state, reason, " +
	"closed_by, edited, adults, children, newcomers, men, sequence"

var sessionTable = table{name: "session", key: "id", columns: sessionValues}

// saveSessions writes sessions that are new or changed. before are those in the file, or at least those of them that are
// saved. What is the same in them is not touched.
func saveSessions(ctx context.Context, q querier, before, after []model.Session) error {
	old := make(map[model.ID]*model.Session, len(before))
	for i := range before {
		old[before[i].ID] = &before[i]
	}
	var rows, leaders, counts [][]any
	for _, s := range after {
		was := old[s.ID]
		rows = append(rows, append([]any{string(s.ID)}, sessionRow(s)...))
		if was == nil || !slices.Equal(was.Leaders, s.Leaders) {
			if err := forget(ctx, q, "session_leader", was); err != nil {
				return err
			}
			for i, id := range s.Leaders {
				leaders = append(leaders, []any{string(s.ID), string(id), int64(i)})
			}
		}
		if was == nil || !maps.Equal(was.Counts.Own, s.Counts.Own) {
			if err := forget(ctx, q, "session_count", was); err != nil {
				return err
			}
			for id, n := range s.Counts.Own {
				counts = append(counts, []any{string(s.ID), string(id), int64(n)})
			}
		}
	}
	for _, step := range []struct {
		into, otherwise string
		rows            [][]any
	}{
		{"session (id, " + sessionValues + ")", " ON CONFLICT (id) DO UPDATE SET (" + sessionValues + ") = (excluded." +
			strings.ReplaceAll(sessionValues, ", ", ", excluded.") + ")", rows},
		{"session_leader (session_id, leader_id, position)", "", leaders},
		{"session_count (session_id, category_id, visitors)", "", counts},
	} {
		if err := insertAll(ctx, q, step.into, step.otherwise, step.rows); err != nil {
			return fmt.Errorf("%s: %w", step.into, err)
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
			return errors.Join(err, insert.Close())
		}
	}
	return insert.Close()
}

// forget removes the rows of a session from one of its lists, if it has any.
func forget(ctx context.Context, q querier, list string, was *model.Session) error {
	if was == nil {
		return nil
	}
	_, err := q.ExecContext(ctx, "DELETE FROM "+list+" WHERE session_id = ?", string(was.ID))
	return err
}

func sessionRow(s model.Session) []any {
	c := s.Counts
	return []any{
		string(s.GroupID), idValue(s.SeasonID), dateValue(s.SlotOn), dateValue(s.Date), s.From.String(), s.Until.String(),
		idValue(s.PlaceID), s.Theme, s.Guest, string(s.State), s.Reason, idValue(s.ClosedBy), flagValue(s.Edited),
		countValue(c.Adults), countValue(c.Children), countValue(c.New), countValue(c.Men), int64(s.Sequence),
	}
}
