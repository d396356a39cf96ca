package persistence

import (
	"slices"
	"testing"

	"kumppani/model"
)

// A group that changes from a day on: what was before stays, what somebody touched goes on as it is, and the rest is made
// afresh – also what was touched after the split was shown.
func TestSplitIsWritten(t *testing.T) {
	m := newMeetings(t)
	m.written(t)
	all, err := m.f.GroupSessions(ctx, m.groups[0].ID)
	must(t, err)
	touch := func(s model.Session, theme string) model.Session {
		t.Helper()
		kept, err := m.f.UpdateSession(ctx, s.ID, func(s *model.Session) error { s.Theme = theme; return nil })
		must(t, err)
		return kept
	}
	from := model.MustDate("2026-11-01")
	first := slices.IndexFunc(all, func(s model.Session) bool { return !s.Date.Before(from) })
	before, after := all[:first], all[first:]
	touched := []model.Session{touch(after[1], "suu")}
	split := m.split(t, from)
	touched[0] = touch(touched[0], "jalat")
	touched = append(touched, touch(after[2], "kesken"))
	must(t, m.f.WriteSplit(ctx, split))

	ended, err := m.f.Group(ctx, m.groups[0].ID)
	must(t, err)
	if want := from.AddDays(-1); ended.RunsUntil != want {
		t.Errorf("the group ends on %s, want %s", ended.RunsUntil, want)
	}
	next, err := m.f.Group(ctx, split.After.ID)
	must(t, err)
	equal(t, "the one that goes on", next, split.After)
	equal(t, "continues", next.ContinuesID, ended.ID)
	got, err := m.f.GroupSessions(ctx, ended.ID)
	must(t, err)
	equal(t, "before", got, before)
	got, err = m.f.GroupSessions(ctx, next.ID)
	must(t, err)
	if len(got) < len(after) {
		t.Fatalf("%d sessions go on, want at least %d", len(got), len(after))
	}
	for _, want := range touched {
		want.GroupID = next.ID
		i := slices.IndexFunc(got, func(s model.Session) bool { return s.ID == want.ID })
		if i < 0 {
			t.Fatalf("the touched session of %s is gone", want.Date)
		}
		equal(t, "touched", got[i], want)
	}
	made := 0
	for _, s := range got {
		if s.Theme == "" && (s.From != clock(10, 0) || s.Until != clock(12, 0)) {
			t.Errorf("made at %s–%s", s.From, s.Until)
		} else if s.Theme == "" {
			made++
		}
	}
	if made == 0 {
		t.Error("nothing was made afresh")
	}
	soundFile(t, m.f)
}

// A split is written whole or not at all, once, and by a group that is new.
func TestSplitsThatAreRefused(t *testing.T) {
	m := newMeetings(t)
	m.written(t)
	good := m.split(t, model.MustDate("2026-11-01"))
	before := snapshot(t, m.f)
	for name, c := range map[string]struct {
		change func(*model.GroupSplit)
		want   model.Code
	}{
		"a group that is gone":       {func(s *model.GroupSplit) { s.Before.ID = "ei-ole" }, model.CodeNotFound},
		"ends before it begins":      {func(s *model.GroupSplit) { s.After.Until = s.After.From }, model.CodeInvalid},
		"the same group":             {func(s *model.GroupSplit) { s.After.ID = s.Before.ID }, model.CodeInvalid},
		"a group that is there":      {func(s *model.GroupSplit) { s.After.ID = m.groups[1].ID }, model.CodeInvalid},
		"no group that goes on":      {func(s *model.GroupSplit) { s.After.ID = "" }, model.CodeInvalid},
		"continues another":          {func(s *model.GroupSplit) { s.After.ContinuesID = m.groups[1].ID }, model.CodeInvalid},
		"a session without a day":    {func(s *model.GroupSplit) { s.Save[len(s.Save)-1].Date = model.Date{} }, model.CodeInvalid},
		"a session without a leader": {func(s *model.GroupSplit) { s.Save[len(s.Save)-1].Leaders = []model.ID{"ei-ole"} }, model.CodeNotFound},
		"a place that is gone":       {func(s *model.GroupSplit) { s.Save[len(s.Save)-1].PlaceID = "ei-ole" }, model.CodeNotFound},
		"ends before its first day": {func(s *model.GroupSplit) {
			s.After.RunsFrom, s.After.RunsUntil = model.MustDate("2026-11-01"), model.MustDate("2026-10-01")
		}, model.CodeInvalid},
	} {
		s := good
		s.Save = slices.Clone(good.Save)
		c.change(&s)
		if err := m.f.WriteSplit(ctx, s); model.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		equal(t, name, snapshot(t, m.f), before)
	}
	must(t, m.f.WriteSplit(ctx, good))
	wantCode(t, m.f.WriteSplit(ctx, good), model.CodeInvalid)
	soundFile(t, m.f)
}
