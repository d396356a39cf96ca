package persistence

import (
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func followUpOn(day, text string) model.FollowUp {
	return model.FollowUp{On: model.MustDate(day), Text: text}
}

func TestFollowUps(t *testing.T) {
	f := newFile(t)
	o, err := f.CreateOrganisation(ctx, association("Yhdistys"))
	must(t, err)
	kinds := []model.Kind{model.KindFollowUp}
	var hung, free model.FollowUp
	telling(t, f, kinds, func() {
		u := followUpOn("2026-12-01", " Soita uudelle yhteyshenkilölle\n")
		u.Kind, u.RecordID, u.DoneOn = model.KindOrganisation, o.ID, model.MustDate("2026-11-20")
		hung, err = f.CreateFollowUp(ctx, u)
		must(t, err)
	})
	u := followUpOn("2026-11-22", "Tilaa esitteitä\nja\x1fkahvia\x1e")
	u.Kind = model.KindLeader // of no record
	free, err = f.CreateFollowUp(ctx, u)
	must(t, err)
	equal(t, "by day", followUps(t, f), []model.FollowUp{
		{ID: free.ID, On: model.MustDate("2026-11-22"), Text: "Tilaa esitteitä\nja\x1fkahvia\x1e"},
		{
			ID: hung.ID, Kind: model.KindOrganisation, RecordID: o.ID, On: model.MustDate("2026-12-01"),
			Text: "Soita uudelle yhteyshenkilölle", DoneOn: model.MustDate("2026-11-20"),
		},
	})
	telling(t, f, kinds, func() {
		free, err = f.UpdateFollowUp(ctx, free.ID, func(u *model.FollowUp) error {
			u.ID, u.On, u.DoneOn, u.Kind, u.RecordID = "muu", model.MustDate("2027-01-04"), model.MustDate("2027-01-05"), model.KindOrganisation, o.ID
			return nil
		})
		must(t, err)
	})
	hung, err = f.UpdateFollowUp(ctx, hung.ID, func(u *model.FollowUp) error { u.RecordID, u.DoneOn = "", model.Date{}; return nil })
	must(t, err)
	want := []model.FollowUp{
		{ID: hung.ID, On: model.MustDate("2026-12-01"), Text: "Soita uudelle yhteyshenkilölle"},
		{ID: free.ID, Kind: model.KindOrganisation, RecordID: o.ID, On: model.MustDate("2027-01-04"), Text: "Tilaa esitteitä\nja\x1fkahvia\x1e", DoneOn: model.MustDate("2027-01-05")},
	}
	equal(t, "returned", []model.FollowUp{hung, free}, want)
	equal(t, "changed", followUps(t, f), want)
	must(t, f.Close())
	f = reopen(t, f.Path())
	equal(t, "reopened", followUps(t, f), want)
	telling(t, f, kinds, func() { must(t, f.DeleteFollowUp(ctx, hung.ID)) })
	equal(t, "after a removal", followUps(t, f), want[1:])
	soundFile(t, f)
}

func followUps(t *testing.T, f *File) []model.FollowUp {
	t.Helper()
	all, err := f.FollowUps(ctx)
	must(t, err)
	return all
}

func TestFollowUpRefusals(t *testing.T) {
	f := newFile(t)
	u, err := f.CreateFollowUp(ctx, followUpOn("2026-11-22", "Tilaa esitteitä\nja\x1fkahvia\x1e"))
	must(t, err)
	for _, bad := range []model.FollowUp{{}, {On: u.On, Text: " \n"}, {Text: "Milloin?"}, {On: u.On, Text: strings.Repeat("x", model.MaxNotes+1)}} {
		_, err := f.CreateFollowUp(ctx, bad)
		wantCode(t, err, model.CodeInvalid)
		_, err = f.UpdateFollowUp(ctx, u.ID, func(x *model.FollowUp) error { x.On, x.Text = bad.On, bad.Text; return nil })
		wantCode(t, err, model.CodeInvalid)
	}
	for _, kind := range []model.Kind{model.KindAgreement, model.KindYear, ""} {
		lost := u
		lost.ID, lost.Kind, lost.RecordID = "", kind, "ei-ole"
		_, err := f.CreateFollowUp(ctx, lost)
		wantCode(t, err, model.CodeNotFound)
		_, err = f.UpdateFollowUp(ctx, u.ID, func(x *model.FollowUp) error { x.Kind, x.RecordID = kind, "ei-ole"; return nil })
		wantCode(t, err, model.CodeNotFound)
	}
	_, err = f.UpdateFollowUp(ctx, u.ID, func(x *model.FollowUp) error { x.Text = "Muutettu"; return errStop })
	if err != errStop { //nolint:errorlint // as it is
		t.Errorf("the error of change is %v", err)
	}
	_, err = f.UpdateFollowUp(ctx, "ei-ole", func(*model.FollowUp) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.DeleteFollowUp(ctx, "ei-ole"), model.CodeNotFound)
	equal(t, "kept", followUps(t, f), []model.FollowUp{u})
}

// everyRecord makes a record of every kind on which a reminder can hang, and tells how each is removed.
func everyRecord(t *testing.T) (*File, map[model.Kind]model.ID, []func() error) {
	t.Helper()
	m := newMeetings(t)
	f := m.f
	ids := map[model.Kind]model.ID{}
	var removals []func() error
	add := func(kind model.Kind, id model.ID, remove func() error) {
		ids[kind] = id
		removals = append([]func() error{remove}, removals...) // what refers to others goes first
	}
	// A session goes when the season is planned anew and its group does not meet any longer.
	session := m.written(t)[0]
	add(model.KindSession, session.ID, func() error {
		return f.WritePlan(ctx, model.Plan{Season: m.season, Lines: []model.PlanLine{{Act: model.PlanRemove, Session: session}}})
	})
	o, err := f.CreateOrganisation(ctx, association("Turha"))
	must(t, err)
	add(model.KindOrganisation, o.ID, func() error { return f.DeleteOrganisation(ctx, o.ID) })
	a, err := f.CreateAgreement(ctx, fullAgreement("2026-001", twoOrganisations(t, f)...))
	must(t, err)
	add(model.KindAgreement, a.ID, func() error { return f.DeleteAgreement(ctx, a.ID) })
	l := leaderNamed(t, f, "Turha")
	add(model.KindLeader, l, func() error { return f.EraseLeader(ctx, l) })
	p := programmeNamed(t, f, "Turha")
	add(model.KindProgramme, p.ID, func() error { return f.DeleteProgramme(ctx, p.ID) })
	e, err := f.CreateEvent(ctx, model.Event{ProgrammeID: p.ID, State: model.EventPlanned})
	must(t, err)
	add(model.KindEvent, e.ID, func() error { return f.DeleteEvent(ctx, e.ID) })
	place, err := f.CreateMeetingPlace(ctx, placeNamed("Turha"))
	must(t, err)
	add(model.KindPlace, place.ID, func() error { return f.DeleteMeetingPlace(ctx, place.ID) })
	g, err := f.CreateGroup(ctx, groupAt(place.ID, "Turha"))
	must(t, err)
	add(model.KindGroup, g.ID, func() error { return f.DeleteGroup(ctx, g.ID) })
	season, err := f.SaveSeason(ctx, seasonFrom(model.MustDate("2030-01-07")))
	must(t, err)
	add(model.KindSeason, season.ID, func() error { return f.DeleteSeason(ctx, season.ID) })
	c, err := f.SaveClosure(ctx, closureOf(model.ClosedEverywhere, "2030-10-19", "2030-10-25"))
	must(t, err)
	add(model.KindClosure, c.ID, func() error { return f.DeleteClosure(ctx, c.ID) })
	k, err := f.SavePartnerCalendar(ctx, model.PartnerCalendar{Name: "Turha"}, nil)
	must(t, err)
	add(model.KindPartner, k.ID, func() error { return f.DeletePartnerCalendar(ctx, k.ID) })
	body, err := f.CreateBody(ctx, fullBody())
	must(t, err)
	add(model.KindBody, body.ID, func() error { return f.DeleteBody(ctx, body.ID) })
	meeting, err := f.CreateNetworkMeeting(ctx, fullNetworkMeeting(body.ID))
	must(t, err)
	add(model.KindNetwork, meeting.ID, func() error { return f.DeleteNetworkMeeting(ctx, meeting.ID) })
	survey, err := f.CreateSurvey(ctx, fullSurvey(g.ID))
	must(t, err)
	add(model.KindSurvey, survey.ID, func() error { return f.DeleteSurvey(ctx, survey.ID) })
	return f, ids, removals
}

// What hangs on a record goes with it, whatever its kind, and what hangs on another stays.
func TestWhatHangsOnARecordGoesWithIt(t *testing.T) {
	f, ids, removals := everyRecord(t)
	if len(ids) != len(recordTables) {
		t.Fatalf("records of %d kinds, and reminders hang on %d", len(ids), len(recordTables))
	}
	for kind, id := range ids {
		u := followUpOn("2026-11-22", string(kind))
		u.Kind, u.RecordID = kind, id
		_, err := f.CreateFollowUp(ctx, u)
		must(t, err)
		must(t, f.SaveDeferral(ctx, model.Deferral{
			Key: "pair:" + string(id), RecordID: id, Reason: string(kind), MadeOn: model.MustDate("2026-11-22"),
		}))
	}
	// What was put off of a reminder goes with it, too.
	must(t, f.SaveDeferral(ctx, model.Deferral{
		Key: "reminder", RecordID: followUps(t, f)[0].ID, Reason: "syy", MadeOn: model.MustDate("2026-11-22"),
	}))
	deferred, err := f.Deferrals(ctx)
	must(t, err)
	if len(deferred) != len(ids)+1 {
		t.Fatalf("%d deferrals", len(deferred))
	}
	soundFile(t, f)
	left := len(ids)
	for _, remove := range removals {
		must(t, remove())
		left--
		deferred, err := f.Deferrals(ctx)
		must(t, err)
		deferred = slices.DeleteFunc(deferred, func(d model.Deferral) bool { return d.Key == "reminder" })
		if got := followUps(t, f); len(got) != left || len(deferred) != left {
			t.Fatalf("%d reminders and %d deferrals are left, want %d of each: %+v", len(got), len(deferred), left, got)
		}
	}
	wantDeferrals(t, f)
	soundFile(t, f)
}

// When two records become one, the reminders of both hang on it; what was kept off the agenda of the other is seen again.
func TestMergedRecordsKeepTheirFollowUps(t *testing.T) {
	f := newFile(t)
	organisations := []model.ID{}
	for _, name := range []string{"Yhdistys", "yhdistys ry"} {
		o, err := f.CreateOrganisation(ctx, association(name))
		must(t, err)
		organisations = append(organisations, o.ID)
	}
	leaders := []model.ID{leaderNamed(t, f, "Aino"), leaderNamed(t, f, "aino")}
	for kind, pair := range map[model.Kind][]model.ID{model.KindOrganisation: organisations, model.KindLeader: leaders} {
		for _, id := range pair {
			u := followUpOn("2026-11-22", "soita")
			u.Kind, u.RecordID = kind, id
			_, err := f.CreateFollowUp(ctx, u)
			must(t, err)
			must(t, f.SaveDeferral(ctx, model.Deferral{Key: string(id), RecordID: id, Reason: "syy", MadeOn: u.On}))
		}
	}
	_, err := f.MergeOrganisations(ctx, organisations[0], organisations[1])
	must(t, err)
	_, err = f.MergeLeaders(ctx, leaders[0], leaders[1])
	must(t, err)
	hang := map[model.ID]int{}
	for _, u := range followUps(t, f) {
		hang[u.RecordID]++
	}
	equal(t, "hang on", hang, map[model.ID]int{organisations[0]: 2, leaders[0]: 2})
	deferred, err := f.Deferrals(ctx)
	must(t, err)
	if len(deferred) != 2 {
		t.Errorf("deferred %+v", deferred)
	}
	soundFile(t, f)
}
