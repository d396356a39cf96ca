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

var _ model.FollowUps = (*File)(nil)

var followUpTable = table{name: "follow_up", key: "id", columns: "kind, record_id, due_on, text, done_on"}

// recordTables are the records on which something can hang, by their kind. A trigger of each takes it away with the record.
var recordTables = map[model.Kind]table{
	model.KindOrganisation: organisationTable,
	model.KindAgreement:    agreementTable,
	model.KindLeader:       leaderTable,
	model.KindProgramme:    programmeTable,
	model.KindEvent:        eventTable,
	model.KindPlace:        meetingPlaceTable,
	model.KindGroup:        groupTable,
	model.KindSeason:       seasonTable,
	model.KindClosure:      closureTable,
	model.KindSession:      sessionTable,
	model.KindPartner:      partnerCalendarTable,
	model.KindBody:         bodyTable,
	model.KindNetwork:      networkMeetingTable,
	model.KindSurvey:       surveyTable,
}

// FollowUps implements model.FollowUps.
func (f *File) FollowUps(ctx context.Context) ([]model.FollowUp, error) {
	var out []model.FollowUp
	err := f.read(ctx, "list follow-ups", "", func(ctx context.Context, q querier) (err error) {
		out, err = readFollowUps(ctx, q)
		return err
	})
	return out, err
}

// CreateFollowUp implements model.FollowUps. CodeNotFound when the record on which it is to hang is not there.
func (f *File) CreateFollowUp(ctx context.Context, u model.FollowUp) (model.FollowUp, error) {
	u = preparedFollowUp(u)
	a := action{"create follow-up", string(u.ID), []model.Kind{model.KindFollowUp}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, u.Check()); err != nil {
			return err
		}
		return saveFollowUp(ctx, q, u)
	})
	return u, err
}

// UpdateFollowUp implements model.FollowUps. CodeNotFound when the record on which it is to hang is not there.
func (f *File) UpdateFollowUp(ctx context.Context, id model.ID, change func(*model.FollowUp) error) (model.FollowUp, error) {
	var after model.FollowUp
	a := action{"update follow-up", string(id), []model.Kind{model.KindFollowUp}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readFollowUp(ctx, q, id)
		if err != nil {
			return err
		}
		after = before
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedFollowUp(after)
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		return saveFollowUp(ctx, q, after)
	})
	return after, err
}

// DeleteFollowUp implements model.FollowUps.
func (f *File) DeleteFollowUp(ctx context.Context, id model.ID) error {
	a := action{"delete follow-up", string(id), []model.Kind{model.KindFollowUp}}
	return f.remove(ctx, a, followUpTable, id)
}

// preparedFollowUp brings a reminder into the form in which it is kept.
func preparedFollowUp(u model.FollowUp) model.FollowUp {
	if u.ID == "" {
		u.ID = newID()
	}
	if u.RecordID == "" {
		u.Kind = ""
	}
	u.Text = strings.TrimSpace(u.Text)
	return u
}

func saveFollowUp(ctx context.Context, q querier, u model.FollowUp) error {
	if u.RecordID != "" {
		t, known := recordTables[u.Kind]
		if !known {
			return notFound(u.RecordID)
		}
		if err := present(ctx, q, t, u.RecordID); err != nil {
			return err
		}
	}
	return followUpTable.sync(ctx, q, u.ID, []row{{u.ID, []any{
		string(u.Kind), idValue(u.RecordID), dateValue(u.On), u.Text, dateValue(u.DoneOn),
	}}})
}

// readFollowUps reads all of them by day. Nobody takes those that are done away, so there may be many: they come as one text.
func readFollowUps(ctx context.Context, q querier) ([]model.FollowUp, error) {
	var out []model.FollowUp
	var u model.FollowUp
	packed := packedSelect{
		table: followUpTable.name, columns: "id, " + followUpTable.columns, dates: map[string]model.Date{},
		line: "concat_ws(char(31), id, kind, ifnull(record_id, ''), ifnull(due_on, ''), text, ifnull(done_on, ''))",
	}
	err := packed.each(ctx, q, followUpTargets(&u), func(int) { out = append(out, u) })
	slices.SortFunc(out, func(a, b model.FollowUp) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.ID, b.ID)) })
	return out, err
}

func readFollowUp(ctx context.Context, q querier, id model.ID) (model.FollowUp, error) {
	var u model.FollowUp
	err := q.QueryRowContext(ctx, "SELECT id, "+followUpTable.columns+" FROM follow_up WHERE id = ?", id).Scan(followUpTargets(&u)...)
	if errors.Is(err, sql.ErrNoRows) {
		return u, notFound(id)
	}
	return u, err
}

func followUpTargets(u *model.FollowUp) []any {
	return []any{readID{&u.ID}, readText(&u.Kind), readID{&u.RecordID}, readDate{&u.On}, &u.Text, readDate{&u.DoneOn}}
}

// loosen takes away what hangs on a person who is not to be known any longer, and what was put off of other records
// because of that person: the key of it names the person too.
func loosen(ctx context.Context, q querier, person model.ID) error {
	for _, statement := range []string{
		"DELETE FROM follow_up WHERE record_id = ?",
		"DELETE FROM deferral WHERE record_id = ?1 OR instr(key, ?1) > 0",
	} {
		if _, err := q.ExecContext(ctx, statement, person); err != nil {
			return err
		}
	}
	return nil
}

// rehang makes the reminders of one record those of another. What of the record was kept off the agenda goes with it, for
// the agenda knows it by the record.
func rehang(ctx context.Context, q querier, keep, drop model.ID) error {
	_, err := q.ExecContext(ctx, "UPDATE follow_up SET record_id = ? WHERE record_id = ?", keep, drop)
	return err
}
