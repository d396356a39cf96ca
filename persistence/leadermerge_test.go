package persistence

import (
	"context"
	"testing"

	"kumppani/model"
)

// twoDayEvent is an event of two days that has been held, with nobody in it.
func twoDayEvent(t testing.TB, f *File, programme model.ID) model.Event {
	t.Helper()
	return model.Event{
		ID: newID(), ProgrammeID: programme, State: model.EventHeld, PassShare: model.DefaultPassShare,
		Days: []model.EventDay{
			{ID: newID(), Date: model.MustDate("2024-02-28")}, {ID: newID(), Date: model.MustDate("2024-02-29")},
		},
	}
}

func TestMergeLeaders(t *testing.T) {
	f := newFile(t)
	keep, err := f.CreateLeader(ctx, fullLeader(t, f, "Aino Öman"))
	must(t, err)
	drop := fullLeader(t, f, "aino öman")
	drop.Phone, drop.Tasks[0] = "0400000101", model.LeaderTask{ID: keep.Tasks[0].ID + "x", Kind: model.ParishVolunteer}
	drop, err = f.CreateLeader(ctx, drop)
	must(t, err)
	other, err := f.CreateLeader(ctx, volunteer("Toinen"))
	must(t, err)
	programme := keep.Elsewhere[0].ProgrammeID

	both := twoDayEvent(t, f, programme)
	both.Trainers = []model.Trainer{{LeaderID: keep.ID}, {LeaderID: drop.ID}}
	both.Participations = []model.Participation{
		{LeaderID: other.ID, Passed: model.Yes},
		{LeaderID: keep.ID, Days: map[model.ID]bool{both.Days[0].ID: true, both.Days[1].ID: false}, Passed: model.No, Feedback: "hyvä"},
		{LeaderID: drop.ID, Days: map[model.ID]bool{both.Days[1].ID: true}, Passed: model.Yes, Rating: model.CountOf(4), Feedback: "pitkä"},
	}
	both, err = f.CreateEvent(ctx, both)
	must(t, err)
	only := twoDayEvent(t, f, programme)
	only.Trainers = []model.Trainer{{LeaderID: drop.ID}}
	only.Participations = []model.Participation{{LeaderID: drop.ID, Passed: model.Yes}}
	only, err = f.CreateEvent(ctx, only)
	must(t, err)
	for _, who := range [][]model.ID{{keep.ID, drop.ID}, {drop.ID, other.ID}} {
		_, err := f.CreateExtension(ctx, model.Extension{
			ProgrammeID: programme, Until: model.MustDate("2027-01-01"), Reason: "peruttu", MadeOn: model.MustDate("2026-11-01"), Leaders: who,
		})
		must(t, err)
	}

	want := model.MergeLeaders(keep, drop).Leader
	merged, err := f.MergeLeaders(ctx, keep.ID, drop.ID)
	must(t, err)
	equal(t, "merged", merged, want)
	got, err := f.Leader(ctx, keep.ID)
	must(t, err)
	equal(t, "read", got, want)
	_, err = f.Leader(ctx, drop.ID)
	wantCode(t, err, model.CodeNotFound)

	e, err := f.Event(ctx, both.ID)
	must(t, err)
	if len(e.Participations) != 2 || len(e.Trainers) != 1 || e.Trainers[0].LeaderID != keep.ID {
		t.Fatalf("the event has %+v and is taught by %+v", e.Participations, e.Trainers)
	}
	equal(t, "participation", e.Participations[1], model.MergedParticipation(both.Participations[1], both.Participations[2]))
	e, err = f.Event(ctx, only.ID)
	must(t, err)
	if len(e.Participations) != 1 || e.Participations[0].LeaderID != keep.ID || e.Trainers[0].LeaderID != keep.ID {
		t.Errorf("the other event has %+v and is taught by %+v", e.Participations, e.Trainers)
	}
	extensions, err := f.Extensions(ctx)
	must(t, err)
	for _, x := range extensions {
		for _, id := range x.Leaders {
			if id == drop.ID {
				t.Errorf("the extension is for %v", x.Leaders)
			}
		}
		if len(x.Leaders) == 0 {
			t.Error("an extension has lost its leaders")
		}
	}
	soundFile(t, f)

	_, err = f.MergeLeaders(ctx, keep.ID, keep.ID)
	wantCode(t, err, model.CodeInvalid)
	must(t, f.AnonymiseLeader(ctx, other.ID, model.MustDate("2026-11-22")))
	_, err = f.MergeLeaders(ctx, other.ID, keep.ID)
	wantCode(t, err, model.CodeInvalid)
}

// What fails in the middle of a merge leaves both as they were.
func TestMergeLeadersIsOneTransaction(t *testing.T) {
	f := newFile(t)
	keep, err := f.CreateLeader(ctx, fullLeader(t, f, "Aino"))
	must(t, err)
	drop, err := f.CreateLeader(ctx, fullLeader(t, f, "Aino"))
	must(t, err)
	must(t, f.write(ctx, action{op: "break"}, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, "CREATE TRIGGER stop BEFORE DELETE ON leader BEGIN SELECT raise(ABORT, 'stop'); END")
		return err
	}))
	_, err = f.MergeLeaders(ctx, keep.ID, drop.ID)
	if err == nil {
		t.Fatal("the merge went through")
	}
	for _, want := range []model.Leader{keep, drop} {
		got, err := f.Leader(ctx, want.ID)
		must(t, err)
		equal(t, "after the failure", got, want)
	}
}
