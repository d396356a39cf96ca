package persistence

import (
	"context"

	"kumppani/model"
)

// MergeLeaders implements model.Leaders. CodeInvalid when they are the same, or one of them is anonymised.
func (f *File) MergeLeaders(ctx context.Context, keep, drop model.ID) (model.Leader, error) {
	var merged model.Leader
	kinds := []model.Kind{
		model.KindLeader, model.KindEvent, model.KindTraining, model.KindGroup, model.KindSession, model.KindFollowUp,
		model.KindDeferral,
	}
	err := f.write(ctx, action{"merge leaders", string(keep), kinds}, func(ctx context.Context, q querier) error {
		if keep == drop {
			return refusal(model.CodeInvalid, "a leader cannot be merged with itself")
		}
		kept, err := readLeader(ctx, q, keep)
		if err != nil {
			return err
		}
		dropped, err := readLeader(ctx, q, drop)
		if err != nil {
			return err
		}
		if kept.Anonymised() || dropped.Anonymised() {
			return refusal(model.CodeInvalid, "nobody knows who an anonymised leader was")
		}
		merged = preparedLeader(model.MergeLeaders(kept, dropped).Leader)
		// The rows of both are those of the one before it is saved, so that they are changed and not made twice.
		for _, list := range leaderLists {
			if err := list.move(ctx, q, drop, keep); err != nil {
				return err
			}
		}
		if err := saveLeader(ctx, q, &merged); err != nil {
			return err
		}
		if err := moveTraining(ctx, q, keep, drop); err != nil {
			return err
		}
		if err := moveMeetings(ctx, q, keep, drop); err != nil {
			return err
		}
		if err := rehang(ctx, q, keep, drop); err != nil {
			return err
		}
		for _, statement := range []string{
			"UPDATE leader_merged SET leader_id = ?1 WHERE leader_id = ?2",
			"INSERT INTO leader_merged (leader_id, id) VALUES (?1, ?2)",
			"DELETE FROM leader WHERE id = ?2",
		} {
			if _, err := q.ExecContext(ctx, statement, keep, drop); err != nil {
				return err
			}
		}
		return nil
	})
	return merged, err
}

// moveTraining gives one leader the participations, the trainings held and the extensions of another. What both have
// becomes one; what is left with the other goes with it.
func moveTraining(ctx context.Context, q querier, keep, drop model.ID) error {
	both, err := collect(ctx, q, func(r scanner) (pair [2]model.ID, err error) {
		err = r.Scan(&pair[0], &pair[1])
		return pair, err
	}, `SELECT k.id, d.id FROM participation k JOIN participation d ON d.event_id = k.event_id
		WHERE k.leader_id = ? AND d.leader_id = ?`, keep, drop)
	if err != nil {
		return err
	}
	for _, pair := range both {
		if err := mergeParticipations(ctx, q, pair[0], pair[1]); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		"UPDATE participation SET leader_id = ?1 WHERE leader_id = ?2",
		`UPDATE trainer SET leader_id = ?1 WHERE leader_id = ?2
			AND event_id NOT IN (SELECT event_id FROM trainer WHERE leader_id = ?1)`,
		"UPDATE OR IGNORE extension_leader SET leader_id = ?1 WHERE leader_id = ?2",
	} {
		if _, err := q.ExecContext(ctx, statement, keep, drop); err != nil {
			return err
		}
	}
	return nil
}

// mergeParticipations makes one participation of two in the same event.
func mergeParticipations(ctx context.Context, q querier, keep, drop model.ID) error {
	mine, err := readMergeable(ctx, q, keep)
	if err != nil {
		return err
	}
	theirs, err := readMergeable(ctx, q, drop)
	if err != nil {
		return err
	}
	p := model.MergedParticipation(mine, theirs)
	_, err = q.ExecContext(ctx, "UPDATE participation SET passed = ?, rating = ?, feedback = ? WHERE id = ?",
		string(p.Passed), countValue(p.Rating), p.Feedback, keep)
	if err != nil {
		return err
	}
	for day, came := range p.Days {
		_, err := q.ExecContext(ctx, "INSERT OR REPLACE INTO participation_day (participation_id, day_id, attended) VALUES (?, ?, ?)",
			keep, day, flagValue(came))
		if err != nil {
			return err
		}
	}
	_, err = q.ExecContext(ctx, "DELETE FROM participation WHERE id = ?", drop)
	return err
}

// readMergeable reads of a participation what two of them are merged by.
func readMergeable(ctx context.Context, q querier, id model.ID) (model.Participation, error) {
	p := model.Participation{ID: id, Days: map[model.ID]bool{}}
	err := q.QueryRowContext(ctx, "SELECT passed, rating, feedback FROM participation WHERE id = ?", id).
		Scan(&p.Passed, readCount{&p.Rating}, &p.Feedback)
	if err != nil {
		return p, err
	}
	_, err = collect(ctx, q, func(r scanner) (struct{}, error) {
		var day model.ID
		var came bool
		err := r.Scan(&day, &came)
		p.Days[day] = came
		return struct{}{}, err
	}, "SELECT day_id, attended FROM participation_day WHERE participation_id = ?", id)
	return p, err
}
