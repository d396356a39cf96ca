package persistence

import (
	"testing"

	"kumppani/model"
)

// What is wrong among places, groups and sessions is found, and they open all the same.
func TestCheckFindsAmongMeetings(t *testing.T) {
	for name, c := range map[string]damaged{
		"kind of place":                 {"UPDATE meeting_place SET id = 'p1', kind = 'teltta' WHERE name_fi = 'Turha'", model.FindingCodeValue, "meeting_place", "p1", `kind is "teltta"`},
		"accessibility":                 {"UPDATE meeting_place SET id = 'p1', parking = 'maybe' WHERE name_fi = 'Turha'", model.FindingCodeValue, "meeting_place", "p1", `parking is "maybe"`},
		"audience":                      {"UPDATE meeting_group SET id = 'g1', audiences = 'fathers,uncles' WHERE name_fi = 'Tyhjä'", model.FindingCodeValue, "meeting_group", "g1", `audiences is "uncles"`},
		"rule":                          {"UPDATE meeting_group SET id = 'g1', rrule = 'FREQ=HOURLY' WHERE name_fi = 'Tyhjä'", model.FindingCodeValue, "meeting_group", "g1", `rrule is "FREQ=HOURLY"`},
		"single date":                   {"UPDATE meeting_group SET id = 'g1', rdates = '2026-01-01,2026-02-31' WHERE name_fi = 'Tyhjä'", model.FindingDate, "meeting_group", "g1", `rdates has "2026-02-31"`},
		"day left out":                  {"UPDATE meeting_group SET id = 'g1', exdates = 'huomenna' WHERE name_fi = 'Tyhjä'", model.FindingDate, "meeting_group", "g1", `exdates has "huomenna"`},
		"scope":                         {"UPDATE closure SET id = 'c1', scope = 'maa'", model.FindingCodeValue, "closure", "c1", `scope is "maa"`},
		"state":                         {"UPDATE session SET state = 'held'", model.FindingCodeValue, "session", anyRecord, `state is "held"`},
		"day of a session":              {"UPDATE session SET held_on = '2026-09-31'", model.FindingDate, "session", anyRecord, `held_on is "2026-09-31"`},
		"season":                        {"UPDATE season SET from_on = '31.8.2026'", model.FindingDate, "season", anyRecord, `from_on is "31.8.2026"`},
		"place of a session":            {"UPDATE session SET place_id = 'nowhere'", model.FindingReference, "session", anyRecord, "a row of session refers to a row of meeting_place that is not there"},
		"leader of a session":           {"UPDATE session SET leaders = 'nobody,' || leaders", model.FindingReference, "session", anyRecord, `leaders has "nobody", and there is no such leader`},
		"category of a session":         {"UPDATE session SET own_counts = 'nothing:3'", model.FindingReference, "session", anyRecord, `own_counts has "nothing", and there is no such category`},
		"group that another continues":  {"UPDATE meeting_group SET continues_id = 'nothing'", model.FindingReference, "meeting_group", anyRecord, "a row of meeting_group refers to a row of meeting_group that is not there"},
		"place of a partner's calendar": {"UPDATE partner_calendar SET place_id = 'nowhere'", model.FindingReference, "partner_calendar", anyRecord, "a row of partner_calendar refers to a row of meeting_place that is not there"},
		"day of a partner's event":      {"UPDATE partner_event SET held_on = 'eilen'", model.FindingDate, "partner_event", anyRecord, `held_on is "eilen"`},
		"printed on":                    {"UPDATE printed_calendar SET printed_on = '2026-13-01'", model.FindingDate, "printed_calendar", anyRecord, `printed_on is "2026-13-01"`},
		"day in a printed calendar":     {"UPDATE printed_line SET group_id = 'g1', days = '2026-09-01,ei'", model.FindingDate, "printed_line", "g1", `days has "ei"`},
		"organiser":                     {"UPDATE group_organiser SET organisation_id = 'nobody'", model.FindingReference, "group_organiser", anyRecord, "a row of group_organiser refers to a row of organisation that is not there"},
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
			c.isFound(t, m.f)
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
