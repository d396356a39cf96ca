package persistence

import (
	"testing"

	"kumppani/model"
)

// What is wrong among reminders, bodies, surveys and years is found, and they open all the same.
func TestCheckFindsInTheNetwork(t *testing.T) {
	for name, c := range map[string]damaged{
		"record of a reminder":     {"UPDATE follow_up SET id = 'u1', record_id = 'nothing'", model.FindingReference, "follow_up", "u1", `record_id is "nothing", and there is no such organisation`},
		"kind of its record":       {"UPDATE follow_up SET id = 'u1', kind = 'car'", model.FindingCodeValue, "follow_up", "u1", `kind is "car"`},
		"day of a reminder":        {"UPDATE follow_up SET due_on = '2026-02-29'", model.FindingDate, "follow_up", anyRecord, `due_on is "2026-02-29"`},
		"day of a deferral":        {"UPDATE deferral SET until_on = 'pian'", model.FindingDate, "deferral", anyRecord, `until_on is "pian"`},
		"kind of a body":           {"UPDATE network_body SET kind = 'choir'", model.FindingCodeValue, "network_body", anyRecord, `kind is "choir"`},
		"rule of a body":           {"UPDATE network_body SET rrule = 'FREQ=HOURLY'", model.FindingCodeValue, "network_body", anyRecord, `rrule is "FREQ=HOURLY"`},
		"day of a body":            {"UPDATE network_body SET rdates = '2026-13-01'", model.FindingDate, "network_body", anyRecord, `rdates has "2026-13-01"`},
		"day left out of a body":   {"UPDATE network_body SET exdates = 'ei'", model.FindingDate, "network_body", anyRecord, `exdates has "ei"`},
		"member":                   {"UPDATE network_body_member SET organisation_id = 'nobody'", model.FindingReference, "network_body_member", anyRecord, "a row of network_body_member refers to a row of organisation that is not there"},
		"body of a meeting":        {"UPDATE network_meeting SET body_id = 'nothing'", model.FindingReference, "network_meeting", anyRecord, "a row of network_meeting refers to a row of network_body that is not there"},
		"day of a meeting":         {"UPDATE network_meeting SET held_on = '4.11.2026'", model.FindingDate, "network_meeting", anyRecord, `held_on is "4.11.2026"`},
		"kind of a survey":         {"UPDATE survey SET kind = 'poll'", model.FindingCodeValue, "survey", anyRecord, `kind is "poll"`},
		"group of a survey":        {"UPDATE survey SET group_id = 'nothing'", model.FindingReference, "survey", anyRecord, "a row of survey refers to a row of meeting_group that is not there"},
		"category of resources":    {"UPDATE year_resource SET kind = 'gold' WHERE kind = 'budget'", model.FindingCodeValue, "year_resource", "2026", `kind is "gold"`},
		"answer about resources":   {"UPDATE year_resource SET given = 'maybe'", model.FindingCodeValue, "year_resource", "2026", `given is "maybe"`},
		"service":                  {"UPDATE year_service SET service = 'circus' WHERE service = 'library'", model.FindingCodeValue, "year_service", "2026", `service is "circus"`},
		"part":                     {"UPDATE year_service SET part = 'often'", model.FindingCodeValue, "year_service", "2026", `part is "often"`},
		"sector":                   {"UPDATE year_cooperation SET sector = 'army'", model.FindingCodeValue, "year_cooperation", "2026", `sector is "army"`},
		"cooperation":              {"UPDATE year_cooperation SET goes = 'badly'", model.FindingCodeValue, "year_cooperation", "2026", `goes is "badly"`},
		"topic":                    {"UPDATE year_quality SET topic = 'colour' WHERE topic = 'community'", model.FindingCodeValue, "year_quality", "2026", `topic is "colour"`},
		"practice":                 {"UPDATE year_practice SET practice = 'peer_uncles' WHERE position = 0", model.FindingCodeValue, "year_practice", "2026", `practice is "peer_uncles"`},
		"stage":                    {"UPDATE year_practice SET stage = 'registered'", model.FindingCodeValue, "year_practice", "2026", `stage is "registered"`},
		"year of a row that stays": {"DELETE FROM year_record", model.FindingReference, "year_service", anyRecord, "a row of year_service refers to a row of year_record that is not there"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t)
			writeNetwork(t, f, twoOrganisations(t, f)[0].ID, newGroup(t, f))
			c.isFound(t, f)
			for _, read := range []func() (int, error){
				func() (int, error) { all, err := f.FollowUps(ctx); return len(all), err },
				func() (int, error) { all, err := f.Deferrals(ctx); return len(all), err },
				func() (int, error) { all, err := f.Bodies(ctx); return len(all), err },
				func() (int, error) { all, err := f.NetworkMeetings(ctx); return len(all), err },
				func() (int, error) { all, err := f.Surveys(ctx); return len(all), err },
			} {
				n, err := read()
				must(t, err)
				if n != 1 {
					t.Errorf("%d open", n)
				}
			}
			_, err := f.Years(ctx)
			must(t, err)
			_, err = f.Year(ctx, 2026)
			must(t, err)
		})
	}
}

func newGroup(t *testing.T, f *File) model.ID {
	t.Helper()
	p, err := f.CreateMeetingPlace(ctx, placeNamed("Ahola"))
	must(t, err)
	g, err := f.CreateGroup(ctx, groupAt(p.ID, "Perhekahvila"))
	must(t, err)
	return g.ID
}

// writeNetwork puts one of everything that belongs to the network into the file.
func writeNetwork(t *testing.T, f *File, organisation, group model.ID) {
	t.Helper()
	b, err := f.CreateBody(ctx, fullBody(organisation))
	must(t, err)
	_, err = f.CreateNetworkMeeting(ctx, fullNetworkMeeting(b.ID, organisation))
	must(t, err)
	_, err = f.CreateSurvey(ctx, fullSurvey(group))
	must(t, err)
	_, err = f.UpdateYear(ctx, 2026, fillYear)
	must(t, err)
	u := followUpOn("2026-12-01", "Soita")
	u.Kind, u.RecordID = model.KindOrganisation, organisation
	_, err = f.CreateFollowUp(ctx, u)
	must(t, err)
	must(t, f.SaveDeferral(ctx, model.Deferral{
		Key: "unsigned:1", RecordID: organisation, Until: model.MustDate("2026-12-01"), MadeOn: model.MustDate("2026-11-22"),
	}))
}

func wantNetwork(t *testing.T, f *File) {
	t.Helper()
	bodies, err := f.Bodies(ctx)
	must(t, err)
	meetings, err := f.NetworkMeetings(ctx)
	must(t, err)
	surveys, err := f.Surveys(ctx)
	must(t, err)
	followUps, err := f.FollowUps(ctx)
	must(t, err)
	deferrals, err := f.Deferrals(ctx)
	must(t, err)
	if len(bodies) != 1 || len(meetings) != 1 || len(surveys) != 1 || len(followUps) != 1 || len(deferrals) != 1 {
		t.Fatalf("bodies %+v, meetings %+v, surveys %+v, reminders %+v, deferrals %+v", bodies, meetings, surveys, followUps, deferrals)
	}
	want := fullBody(bodies[0].Members...)
	want.ID = bodies[0].ID
	equal(t, "body", bodies[0], want)
	if len(meetings[0].Present) != 1 || meetings[0].Decisions != "jatketaan" || surveys[0].Answers != model.CountOf(41) || surveys[0].GroupID == "" {
		t.Errorf("meeting %+v, survey %+v", meetings[0], surveys[0])
	}
	wantYears(t, f, fullYear(2026))
}
