package persistence

import (
	"context"

	"kumppani/model"
)

// nameOf is the name of a row in the first language that has one; the column is given without its language.
func nameOf(column string) string {
	return "coalesce(nullif(" + column + "_fi, ''), nullif(" + column + "_sv, ''), " + column + "_en)"
}

// meetingUses lists the places that an organisation runs or owns, the groups that it arranges, and its closures.
func meetingUses(ctx context.Context, q querier, organisation model.ID) ([]model.Use, error) {
	place := "SELECT 'meeting_place', p.id, " + nameOf("p.name")
	return collect(ctx, q, scanKindUse, place+`, 'place_host' FROM meeting_place p WHERE p.host_id = ?1
		UNION `+place+`, 'place_owner' FROM meeting_place p WHERE p.owner_id = ?1
		UNION SELECT 'group', g.id, `+nameOf("g.name")+`, 'group_organiser' FROM group_organiser o
			JOIN meeting_group g ON g.id = o.group_id WHERE o.organisation_id = ?1
		UNION SELECT 'closure', c.id, `+nameOf("c.reason")+`, 'closure' FROM closure c WHERE c.organisation_id = ?1
		ORDER BY 3, 4, 2`, organisation)
}

// meetingAgreementUses lists the places that an agreement gives and the groups that belong to it.
func meetingAgreementUses(ctx context.Context, q querier, agreement model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'meeting_place', p.id, `+nameOf("p.name")+`, 'place_agreement' FROM meeting_place p WHERE p.agreement_id = ?1
		UNION SELECT 'group', g.id, `+nameOf("g.name")+`, 'group_agreement' FROM meeting_group g WHERE g.agreement_id = ?1
		ORDER BY 3, 4, 2`, agreement)
}

// placeUses lists the groups at a place, those of which single sessions were or are held there, its closures, and the
// partners' calendars that tell of its use.
func placeUses(ctx context.Context, q querier, place model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'group', g.id, `+nameOf("g.name")+`, 'group_place' FROM meeting_group g WHERE g.place_id = ?1
		UNION SELECT 'group', g.id, `+nameOf("g.name")+`, 'sessions' FROM session s JOIN meeting_group g ON g.id = s.group_id
			WHERE s.place_id = ?1
		UNION SELECT 'closure', c.id, `+nameOf("c.reason")+`, 'closure' FROM closure c WHERE c.place_id = ?1
		UNION SELECT 'partner_calendar', k.id, k.name, 'partner_calendar' FROM partner_calendar k WHERE k.place_id = ?1
		ORDER BY 3, 4, 2`, place)
}

// groupUses lists the seasons in which a group has sessions, its sessions in none, the groups that continue it, and the
// surveys of its visitors.
func groupUses(ctx context.Context, q querier, group model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT 'season', z.id, `+nameOf("z.name")+`, 'sessions' FROM session s JOIN season z ON z.id = s.season_id
			WHERE s.group_id = ?1
		UNION SELECT 'session', s.id, ifnull(s.held_on, ''), 'sessions' FROM session s
			WHERE s.group_id = ?1 AND s.season_id IS NULL
		UNION SELECT 'group', g.id, `+nameOf("g.name")+`, 'group_continues' FROM meeting_group g WHERE g.continues_id = ?1
		UNION SELECT 'survey', v.id, v.name, 'survey_group' FROM survey v WHERE v.group_id = ?1
		ORDER BY 3, 4, 2`, group)
}

// seasonUses lists the groups that have sessions in a season.
func seasonUses(ctx context.Context, q querier, season model.ID) ([]model.Use, error) {
	return collect(ctx, q, scanKindUse, `
		SELECT DISTINCT 'group', g.id, `+nameOf("g.name")+`, 'sessions' FROM session s JOIN meeting_group g ON g.id = s.group_id
			WHERE s.season_id = ?1 ORDER BY 3, 2`, season)
}

// repointMeetings makes the places, groups and closures of one organisation those of another.
func repointMeetings(ctx context.Context, q querier, keep, drop model.ID) error {
	for _, statement := range []string{
		"UPDATE meeting_place SET host_id = ?1 WHERE host_id = ?2",
		"UPDATE meeting_place SET owner_id = ?1 WHERE owner_id = ?2",
		"UPDATE OR IGNORE group_organiser SET organisation_id = ?1 WHERE organisation_id = ?2",
		"DELETE FROM group_organiser WHERE organisation_id = ?2", // of a group that both arranged
		"UPDATE closure SET organisation_id = ?1 WHERE organisation_id = ?2",
	} {
		if _, err := q.ExecContext(ctx, statement, keep, drop); err != nil {
			return err
		}
	}
	return nil
}

// moveMeetings gives one leader the groups and sessions of another; what both had goes with the other.
func moveMeetings(ctx context.Context, q querier, keep, drop model.ID) error {
	for _, statement := range []string{
		"UPDATE OR IGNORE group_leader SET leader_id = ?1 WHERE leader_id = ?2",
		`UPDATE session SET leaders = trim(replace(',' || leaders || ',', ',' || ?2 || ',', ',' || ?1 || ','), ',')
			WHERE instr(leaders, ?2) AND NOT instr(leaders, ?1)`,
	} {
		if _, err := q.ExecContext(ctx, statement, keep, drop); err != nil {
			return err
		}
	}
	return outOfSessions(ctx, q, drop, model.Date{})
}

// outOfSessions takes a leader out of all sessions after a day, and out of all there are without one.
func outOfSessions(ctx context.Context, q querier, leader model.ID, after model.Date) error {
	_, err := q.ExecContext(ctx, `UPDATE session SET leaders = trim(replace(',' || leaders || ',', ',' || ?1 || ',', ','), ',')
		WHERE instr(leaders, ?1) AND (?2 IS NULL OR held_on > ?2)`, leader, dateValue(after))
	return err
}
