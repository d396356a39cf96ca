package persistence

import (
	"slices"
	"testing"

	"kumppani/model"
)

// What is wrong among places, groups and sessions is found, and they open all the same.
func TestCheckFindsAmongMeetings(t *testing.T) {
	for name, c := range map[string]struct {
		damage string
		want   model.Finding
	}{
		"kind of place": {
			"UPDATE meeting_place SET id = 'p1', kind = 'teltta' WHERE name_fi = 'Turha'",
			model.Finding{Code: model.FindingCodeValue, Table: "meeting_place", Record: "p1", Detail: `kind is "teltta"`},
		},
		"accessibility": {
			"UPDATE meeting_place SET id = 'p1', parking = 'maybe' WHERE name_fi = 'Turha'",
			model.Finding{Code: model.FindingCodeValue, Table: "meeting_place", Record: "p1", Detail: `parking is "maybe"`},
		},
		"audience": {
			"UPDATE meeting_group SET id = 'g1', audiences = 'fathers,uncles' WHERE name_fi = 'Tyhjä'",
			model.Finding{Code: model.FindingCodeValue, Table: "meeting_group", Record: "g1", Detail: `audiences is "uncles"`},
		},
		"rule": {
			"UPDATE meeting_group SET id = 'g1', rrule = 'FREQ=HOURLY' WHERE name_fi = 'Tyhjä'",
			model.Finding{Code: model.FindingCodeValue, Table: "meeting_group", Record: "g1", Detail: `rrule is "FREQ=HOURLY"`},
		},
		"single date": {
			"UPDATE meeting_group SET id = 'g1', rdates = '2026-01-01,2026-02-31' WHERE name_fi = 'Tyhjä'",
			model.Finding{Code: model.FindingDate, Table: "meeting_group", Record: "g1", Detail: `rdates has "2026-02-31"`},
		},
		"day left out": {
			"UPDATE meeting_group SET id = 'g1', exdates = 'huomenna' WHERE name_fi = 'Tyhjä'",
			model.Finding{Code: model.FindingDate, Table: "meeting_group", Record: "g1", Detail: `exdates has "huomenna"`},
		},
		"scope": {
			"UPDATE closure SET id = 'c1', scope = 'maa'",
			model.Finding{Code: model.FindingCodeValue, Table: "closure", Record: "c1", Detail: `scope is "maa"`},
		},
		"state": {
			"UPDATE session SET state = 'held'",
			model.Finding{Code: model.FindingCodeValue, Table: "session", Detail: `state is "held"`},
		},
		"day of a session": {
			"UPDATE session SET held_on = '2026-09-31'",
			model.Finding{Code: model.FindingDate, Table: "session", Detail: `held_on is "2026-09-31"`},
		},
		"season": {
			"UPDATE season SET from_on = '31.8.2026'",
			model.Finding{Code: model.FindingDate, Table: "season", Detail: `from_on is "31.8.2026"`},
		},
		"place of a session": {
			"UPDATE session SET place_id = 'nowhere'",
			model.Finding{Code: model.FindingReference, Table: "session", Detail: "a row of session refers to a row of meeting_place that is not there"},
		},
		"leader of a session": {
			"UPDATE session SET leaders = 'nobody,' || leaders",
			model.Finding{Code: model.FindingReference, Table: "session", Detail: `leaders has "nobody", and there is no such leader`},
		},
		"category of a session": {
			"UPDATE session SET own_counts = 'nothing:3'",
			model.Finding{Code: model.FindingReference, Table: "session", Detail: `own_counts has "nothing", and there is no such category`},
		},
		"group that another continues": {
			"UPDATE meeting_group SET continues_id = 'nothing'",
			model.Finding{Code: model.FindingReference, Table: "meeting_group", Detail: "a row of meeting_group refers to a row of meeting_group that is not there"},
		},
		"place of a partner's calendar": {
			"UPDATE partner_calendar SET place_id = 'nowhere'",
			model.Finding{Code: model.FindingReference, Table: "partner_calendar", Detail: "a row of partner_calendar refers to a row of meeting_place that is not there"},
		},
		"day of a partner's event": {
			"UPDATE partner_event SET held_on = 'eilen'",
			model.Finding{Code: model.FindingDate, Table: "partner_event", Detail: `held_on is "eilen"`},
		},
		"printed on": {
			"UPDATE printed_calendar SET printed_on = '2026-13-01'",
			model.Finding{Code: model.FindingDate, Table: "printed_calendar", Detail: `printed_on is "2026-13-01"`},
		},
		"day in a printed calendar": {
			"UPDATE printed_line SET group_id = 'g1', days = '2026-09-01,ei'",
			model.Finding{Code: model.FindingDate, Table: "printed_line", Record: "g1", Detail: `days has "ei"`},
		},
		"organiser": {
			"UPDATE group_organiser SET organisation_id = 'nobody'",
			model.Finding{Code: model.FindingReference, Table: "group_organiser", Detail: "a row of group_organiser refers to a row of organisation that is not there"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMeetings(t)
			_, err := m.f.CreateMeetingPlace(ctx, placeNamed("Turha"))
			must(t, err)
			_, err = m.f.SaveClosure(ctx, closureOf(model.ClosedEverywhere, "2026-10-19", "2026-10-25"))
			must(t, err)
			sessions := m.written(t)
			_, err = m.f.CreateGroup(ctx, groupAt(m.places[0].ID, "Tyhjä")) // nothing refers to it
			must(t, err)
			m.partner(t)
			must(t, m.f.KeepPrintedCalendar(ctx, m.printed()))
			soundFile(t, m.f)
			damage(t, m.f, c.damage)
			findings, err := m.f.Check(ctx)
			must(t, err)
			if !slices.ContainsFunc(findings, func(got model.Finding) bool {
				if c.want.Record == "" {
					got.Record = ""
				}
				return got == c.want
			}) {
				t.Errorf("found %+v, want %+v among them", findings, c.want)
			}
			again, err := m.f.SeasonSessions(ctx, m.season.ID)
			must(t, err)
			places, err := m.f.MeetingPlaces(ctx)
			must(t, err)
			groups, err := m.f.Groups(ctx)
			must(t, err)
			if len(again) != len(sessions) || len(places) != 3 || len(groups) != 3 {
				t.Errorf("%d sessions, %d places, %d groups open", len(again), len(places), len(groups))
			}
		})
	}
}
