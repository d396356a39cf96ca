package persistence

import (
	"errors"
	"testing"

	"kumppani/model"
)

// added is a session that a person adds to the first group on a Thursday.
func (m *meetings) added() model.Session {
	return model.Session{
		GroupID: m.groups[0].ID, SeasonID: m.season.ID, Date: model.MustDate("2026-09-03"), From: clock(9, 30), Until: clock(11, 0),
		PlaceID: m.places[1].ID, Leaders: m.leaders[:1], Theme: "Retki",
	}
}

func TestSessionThatAPersonAdds(t *testing.T) {
	m := newMeetings(t)
	planned := m.written(t)
	give := m.added()
	give.SlotOn, give.Sequence = give.Date, 7 // it is of no slot, and nothing of it has changed since
	s, err := m.f.CreateSession(ctx, give)
	must(t, err)
	want := m.added()
	want.ID, want.State, want.Edited = s.ID, model.SessionPlanned, true
	equal(t, "added", s, want)
	got, err := m.f.Session(ctx, s.ID)
	must(t, err)
	equal(t, "read", got, want)
	if !got.Extra() {
		t.Error("nobody knows that it was added")
	}
	// A second one on the same day is no other's slot.
	_, err = m.f.CreateSession(ctx, give)
	must(t, err)

	// Planning leaves it alone.
	p := m.plan(t, nil)
	must(t, m.f.WritePlan(ctx, p))
	all, err := m.f.SeasonSessions(ctx, m.season.ID)
	must(t, err)
	if len(all) != len(planned)+2 {
		t.Errorf("%d sessions after planning again, want %d and the two", len(all), len(planned))
	}
	soundFile(t, m.f)
}

func TestSessionsThatCannotBeAdded(t *testing.T) {
	m := newMeetings(t)
	for name, c := range map[string]struct {
		change func(*model.Session)
		want   model.Code
	}{
		"no day":                {func(s *model.Session) { s.Date = model.Date{} }, model.CodeInvalid},
		"ends before it begins": {func(s *model.Session) { s.Until = s.From }, model.CodeInvalid},
		"no group":              {func(s *model.Session) { s.GroupID = "" }, model.CodeInvalid},
		"a group that is gone":  {func(s *model.Session) { s.GroupID = "ei-ole" }, model.CodeNotFound},
		"a leader that is gone": {func(s *model.Session) { s.Leaders = []model.ID{"ei-ole"} }, model.CodeNotFound},
		"an unknown category":   {func(s *model.Session) { s.Counts.Own = map[model.ID]int{"ei-ole": 1} }, model.CodeNotFound},
	} {
		s := m.added()
		c.change(&s)
		_, err := m.f.CreateSession(ctx, s)
		if model.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	all, err := m.f.GroupSessions(ctx, m.groups[0].ID)
	must(t, err)
	equal(t, "after refusals", len(all), 0)
}

// One of a series, and one that was counted, are cancelled and not removed.
func TestWhichSessionsAreRemoved(t *testing.T) {
	m := newMeetings(t)
	planned := m.written(t)[0]
	counted := m.added()
	counted.Counts.Adults = model.CountOf(0)
	counted, err := m.f.CreateSession(ctx, counted)
	must(t, err)
	for _, id := range []model.ID{planned.ID, counted.ID} {
		err := m.f.DeleteSession(ctx, id)
		wantCode(t, err, model.CodeInvalid)
		refused, _ := errors.AsType[*model.Error](err)
		equal(t, "problems", refused.Problems, []model.Problem{{Severity: model.Refusal, Field: "date", Code: "session_of_series"}})
		_, err = m.f.Session(ctx, id)
		must(t, err)
	}
	added, err := m.f.CreateSession(ctx, m.added())
	must(t, err)
	must(t, m.f.DeleteSession(ctx, added.ID))
	_, err = m.f.Session(ctx, added.ID)
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, m.f.DeleteSession(ctx, added.ID), model.CodeNotFound)
	soundFile(t, m.f)
}
