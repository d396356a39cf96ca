package persistence

import (
	"context"
	"fmt"

	"kumppani/model"
)

// AnonymiseLeader implements model.Leaders. CodeNotScrubbed says that the person has been taken out
// and that only the clearing of the bytes is missing: it is made up for when the file is opened the next time, or when
// the leader is anonymised again. CodeBackupHolds says that the person is still there, as a backup cannot be changed.
func (f *File) AnonymiseLeader(ctx context.Context, id model.ID, day model.Date) error {
	return f.removePerson(ctx, "anonymise leader", id, func(ctx context.Context, q querier, id model.ID) error {
		l, err := readLeader(ctx, q, id)
		if err != nil || l.Anonymised() {
			return err
		}
		l = preparedLeader(l.Anonymous(day))
		if err := saveLeader(ctx, q, &l); err != nil {
			return err
		}
		for _, statement := range []string{
			"UPDATE participation SET name = '', organisation = '', feedback = '' WHERE leader_id = ?",
			"UPDATE trainer SET name = '' WHERE leader_id = ?",
			"DELETE FROM leader_merged WHERE leader_id = ?",
		} {
			if _, err := q.ExecContext(ctx, statement, id); err != nil {
				return err
			}
		}
		if err := outOfSessions(ctx, q, id, day); err != nil {
			return err
		}
		_, err = q.ExecContext(ctx, `DELETE FROM group_leader WHERE leader_id = ?1
			AND group_id IN (SELECT id FROM meeting_group WHERE runs_until_on IS NULL OR runs_until_on > ?2)`, id, dateValue(day))
		if err != nil {
			return err
		}
		return loosen(ctx, q, id) // what somebody wrote there may name the person
	})
}

// EraseLeader implements model.Leaders. CodeNotScrubbed and CodeBackupHolds mean what they do with AnonymiseLeader; erasing
// again clears the bytes. What somebody wrote about the person into another record's text – the theme or the guest of a session,
// notes, the title of an event in a partner's calendar – is not known to be about the person, and stays.
func (f *File) EraseLeader(ctx context.Context, id model.ID) error {
	return f.removePerson(ctx, "erase leader", id, func(ctx context.Context, q querier, id model.ID) error {
		if _, err := readLeader(ctx, q, id); err != nil {
			return err
		}
		if err := outOfSessions(ctx, q, id, model.Date{}); err != nil {
			return err
		}
		if err := loosen(ctx, q, id); err != nil {
			return err
		}
		// Everything else that belongs to the leader goes with the row: ON DELETE CASCADE.
		_, err := q.ExecContext(ctx, "DELETE FROM leader WHERE id = ?", id)
		return err
	})
}

// ForgetOutsiders implements model.Trainings. CodeNotScrubbed and CodeBackupHolds mean what they do with AnonymiseLeader.
func (f *File) ForgetOutsiders(ctx context.Context, id model.ID) error {
	return f.removePerson(ctx, "forget outsiders", id, func(ctx context.Context, q querier, id model.ID) error {
		e, err := readEvent(ctx, q, id)
		if err != nil {
			return err
		}
		return saveEvent(ctx, q, e.WithoutOutsiders())
	})
}

// removal takes a person, or those who stand only in the record, out of the record with the ID.
type removal func(ctx context.Context, q querier, id model.ID) error

// removePerson removes in one transaction, notes in it that the bytes are to be cleared, and clears them. Before that it does
// the same in the backups beside the data file, so that a person whom one of them still holds is still in the register and
// can be removed again. That takes a while, in which the file itself goes on.
func (f *File) removePerson(ctx context.Context, op string, id model.ID, remove removal) error {
	kinds := []model.Kind{
		model.KindLeader, model.KindEvent, model.KindTraining, model.KindGroup, model.KindSession, model.KindFollowUp,
		model.KindDeferral,
	}
	a := action{op, string(id), kinds}
	if err := ctx.Err(); err != nil {
		return wrap(op, string(id), err)
	}
	f.backing.Lock()
	defer f.backing.Unlock()
	ctx = context.WithoutCancel(ctx) // a person who is half removed is not what the caller wants who does not wait any longer
	ids := []model.ID{id}
	err := f.read(ctx, op, string(id), func(ctx context.Context, q querier) error {
		merged, err := collect(ctx, q, func(r scanner) (id model.ID, err error) {
			err = r.Scan(&id)
			return id, err
		}, "SELECT id FROM leader_merged WHERE leader_id = ?", id)
		ids = append(ids, merged...)
		return err
	})
	if err != nil {
		return err
	}
	if err := f.removeFromBackups(ctx, ids, remove); err != nil {
		return wrap(op, string(id), err)
	}
	err = f.write(ctx, a, func(ctx context.Context, q querier) error { return dueAfter(ctx, q, []model.ID{id}, remove) })
	if err != nil && model.CodeOf(err) != model.CodeNotFound {
		return err
	}
	// It has in memory what the import wrote over, the person's data perhaps among it.
	f.lastImport.Store(nil)
	// Even when the leader is not there: it may be that only the clearing failed the last time.
	if scrubbed := f.alone(ctx, f.scrub); scrubbed != nil {
		return &model.Error{Code: model.CodeNotScrubbed, Op: op, Record: string(id), Err: scrubbed}
	}
	return err
}

// scrub clears the bytes of the file of what was removed, if that is due. secure_delete wipes rows as they are deleted,
// but SQLite does not promise that it leaves no copy behind when it moves rows from page to page. VACUUM writes every
// page afresh. It empties the journal as every transaction does, so the old pages do not stay there either.
func (f *File) scrub(ctx context.Context) error {
	var due bool
	if err := f.conn.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM scrub_due)").Scan(&due); err != nil || !due {
		return err
	}
	if err := f.inPlace(); err != nil {
		return err
	}
	if _, err := f.conn.ExecContext(ctx, "VACUUM"); err != nil {
		return fmt.Errorf("clear the bytes of the file: %w", err)
	}
	// When this fails, the bytes are clear all the same, and are cleared again the next time.
	_ = transact(ctx, f.conn, func() error {
		_, err := f.conn.ExecContext(ctx, "DELETE FROM scrub_due")
		return err
	})
	return nil
}
