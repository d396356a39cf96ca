package model_test

import (
	"strings"
	"testing"
	"time"

	"kumppani/model"
)

func TestSubstitutesBestFirst(t *testing.T) {
	town, other := sarka().Municipality, model.Municipality{Code: "995", Name: "Hiidenlampi"}
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	volunteer := func(id model.ID, m model.Municipality, change func(*model.Leader)) model.Leader {
		l := model.Leader{ID: id, Kind: model.Volunteer, Name: string(id), Municipality: m, Statuses: active}
		if change != nil {
			change(&l)
		}
		return l
	}
	f := facts(group("tue", weekly(time.Tuesday, 1)))
	all := []model.Leader{
		volunteer("near", town, nil),
		volunteer("far", other, nil),
		volunteer("never", town, func(l *model.Leader) { l.Availability = l.Availability.With(time.Monday, model.Evening, true) }),
		volunteer("often", town, nil),
		volunteer("busy", town, nil),
		volunteer("hurried", town, nil),
		volunteer("away", town, func(l *model.Leader) {
			l.Absences = []model.Absence{{From: d("2026-11-20"), Until: d("2026-11-30")}}
		}),
		volunteer("ended", town, func(l *model.Leader) { l.Statuses = []model.LeaderStatus{{State: model.LeaderEnded}} }),
		volunteer("removed", town, func(l *model.Leader) { l.AnonymisedOn = d("2026-01-01") }),
		volunteer("present", town, nil),
		{ID: "employee", Kind: model.Professional, Name: "employee", Statuses: active},
	}
	f.Leaders, f.TravelMinutes = model.LeaderDirectoryOf(all), 30
	f.Places["far"] = model.MeetingPlace{ID: "far", Municipality: other}
	at := func(id model.ID, on, from, until string, place model.ID, leaders ...model.ID) model.Session {
		return model.Session{ID: id, GroupID: "tue", Date: d(on), From: clock(from), Until: clock(until), PlaceID: place, Leaders: leaders}
	}
	session := at("it", "2026-11-24", "09:30", "11:30", "sarka", "present")
	sessions := []model.Session{
		session, at("o1", "2026-11-24", "11:00", "12:00", "sarka", "busy"), at("o2", "2026-11-24", "11:45", "13:00", "far", "hurried"),
		at("o3", "2026-11-17", "09:30", "11:30", "sarka", "often"), at("o4", "2026-11-24", "12:00", "13:00", "far", "far"),
	}
	got := model.Substitutes(model.SubstituteInput{Session: session, Kind: model.Volunteer, Sessions: sessions, Facts: f})
	var order []string
	by := map[model.ID]model.Substitute{}
	for _, s := range got {
		order = append(order, string(s.LeaderID))
		by[s.LeaderID] = s
	}
	if want := "near often far never away busy hurried"; strings.Join(order, " ") != want {
		t.Errorf("%v, want %s", order, want)
	}
	if s := by["busy"]; s.Free() || s.Clashes[0].Kind != model.ConflictLeader || s.Clashes[0].Other != 1 {
		t.Errorf("busy: %+v", s)
	}
	if s := by["hurried"]; s.Free() || s.Clashes[0].Kind != model.ConflictTravel || s.Clashes[0].Minutes != 15 {
		t.Errorf("hurried: %+v", s)
	}
	if s := by["far"]; !s.Free() || s.Same != model.No || s.Led != 1 {
		t.Errorf("far: %+v", s)
	}
	if s := by["never"]; s.Usual != model.No || by["near"].Usual != "" {
		t.Errorf("usual times: %+v", s)
	}
	if n := len(model.Substitutes(model.SubstituteInput{Session: session, Sessions: sessions, Facts: f})); n != 8 {
		t.Errorf("of either half of the pair there are %d", n)
	}
}

func TestDutiesAreComparedWithTheOthersOfTheKind(t *testing.T) {
	leaders := model.LeaderDirectoryOf([]model.Leader{
		{ID: "a", Kind: model.Volunteer, Name: "Aino"},
		{ID: "b", Kind: model.Volunteer, Name: "Bo"},
		{ID: "c", Kind: model.Volunteer, Name: "Carita"},
		{ID: "p", Kind: model.Professional, Name: "Pekka"},
	})
	var sessions []model.Session
	add := func(n int, state model.SessionState, who ...model.ID) {
		for range n {
			sessions = append(sessions, model.Session{
				Date: d("2026-11-01").AddDays(len(sessions)), From: clock("09:00"), Until: clock("10:30"), Leaders: who, State: state,
			})
		}
	}
	add(8, model.SessionPlanned, "a", "p")
	add(4, model.SessionPlanned, "b", "p")
	add(4, model.SessionPlanned, "c", "p")
	add(2, model.SessionCancelled, "c")
	got := model.Duties(sessions, leaders, d("2026-11-10"))
	if len(got) != 4 || got[0].LeaderID != "a" || got[3].LeaderID != "p" {
		t.Fatalf("%+v", got)
	}
	for i, want := range []struct {
		led, cancelled, minutes int
		share                   model.Share
	}{{8, 0, 720, model.ShareMore}, {4, 0, 360, model.ShareFair}, {4, 2, 360, model.ShareFair}, {16, 0, 1440, model.ShareFair}} {
		if d := got[i]; d.Led != want.led || d.Cancelled != want.cancelled || d.Minutes != want.minutes || d.Share != want.share {
			t.Errorf("%s: %+v, want %+v", d.LeaderID, d, want)
		}
	}
	if got[3].Ahead != 7 {
		t.Errorf("the professional has %d ahead", got[3].Ahead)
	}
}
