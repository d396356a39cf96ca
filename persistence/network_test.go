package persistence

import (
	"errors"
	"testing"

	"kumppani/model"
)

func TestBodies(t *testing.T) {
	f := newFile(t)
	organisations := twoOrganisations(t, f)
	a, b := organisations[0].ID, organisations[1].ID
	kinds := []model.Kind{model.KindBody}
	full := fullBody(b, a, b)
	var err error
	telling(t, f, kinds, func() {
		full, err = f.CreateBody(ctx, full)
		must(t, err)
	})
	want := full
	want.Members = []model.ID{b, a}
	equal(t, "created", full, want)
	// Nothing is known of this one, and what it would recur by does not hold.
	bare := model.Body{Name: model.Text{Sv: " Ledningsgruppen "}, Kind: model.AreaGroup, Recurrence: fullBody().Recurrence}
	bare, err = f.CreateBody(ctx, bare)
	must(t, err)
	wantBare := model.Body{ID: bare.ID, Name: model.Text{Sv: "Ledningsgruppen"}, Kind: model.AreaGroup}
	single := wantBare
	single.ID, single.Name, single.Recurs, single.StartsOn = "", model.Text{Fi: "Aamukahvit"}, true, model.MustDate("2026-01-01")
	single.Recurrence = model.Recurrence{Rhythm: model.SingleDates, Dates: []model.Date{model.MustDate("2026-05-05")}}
	single.TimesAYear = model.CountOf(1)
	single, err = f.CreateBody(ctx, single)
	must(t, err)
	must(t, f.Close())
	f = reopen(t, f.Path())
	wantBodies(t, f, single, wantBare, want) // in Finnish alphabetical order

	telling(t, f, kinds, func() {
		want, err = f.UpdateBody(ctx, want.ID, func(x *model.Body) error {
			x.ID, x.Members, x.Recurrence.Every, x.Recurrence.Dates, x.EndedOn = "muu", []model.ID{a}, 3, nil, model.Date{}
			x.TimesAYear, x.From, x.Until = model.Count{}, model.Clock{}, model.Clock{}
			return nil
		})
		must(t, err)
	})
	single.Recurs, single.Recurrence = false, model.Recurrence{}
	_, err = f.UpdateBody(ctx, single.ID, func(x *model.Body) error { x.Recurs = false; return nil })
	must(t, err)
	full.Members, full.Recurrence.Every, full.Recurrence.Dates, full.EndedOn = []model.ID{a}, 3, nil, model.Date{}
	full.TimesAYear, full.From, full.Until = model.Count{}, model.Clock{}, model.Clock{}
	equal(t, "changed", want, full)
	wantBodies(t, f, single, wantBare, full)
	telling(t, f, kinds, func() { must(t, f.DeleteBody(ctx, bare.ID)) })
	wantBodies(t, f, single, full)
	soundFile(t, f)
}

func wantBodies(t *testing.T, f *File, want ...model.Body) {
	t.Helper()
	all, err := f.Bodies(ctx)
	must(t, err)
	equal(t, "bodies", all, want)
}

func TestNetworkRefusals(t *testing.T) {
	f := newFile(t)
	b, err := f.CreateBody(ctx, fullBody())
	must(t, err)
	m, err := f.CreateNetworkMeeting(ctx, fullNetworkMeeting(b.ID))
	must(t, err)
	for name, spoil := range map[string]func(*model.Body){
		"name":       func(b *model.Body) { b.Name = model.Text{Fi: " "} },
		"kind":       func(b *model.Body) { b.Kind = "" },
		"times":      func(b *model.Body) { b.TimesAYear = model.CountOf(0) },
		"clocks":     func(b *model.Body) { b.Until = b.From },
		"recurrence": func(b *model.Body) { b.Recurrence.Every = 0 },
		"start":      func(b *model.Body) { b.StartsOn = model.Date{} },
	} {
		bad := fullBody()
		spoil(&bad)
		_, err := f.CreateBody(ctx, bad)
		wantCode(t, err, model.CodeInvalid)
		_, err = f.UpdateBody(ctx, b.ID, func(x *model.Body) error { spoil(x); return nil })
		if model.CodeOf(err) != model.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []model.NetworkMeeting{{BodyID: b.ID}, {Date: m.Date}, {BodyID: b.ID, Date: m.Date, From: m.Until, Until: m.From}} {
		_, err := f.CreateNetworkMeeting(ctx, bad)
		wantCode(t, err, model.CodeInvalid)
	}
	_, err = f.UpdateNetworkMeeting(ctx, m.ID, func(x *model.NetworkMeeting) error { x.Date = model.Date{}; return nil })
	wantCode(t, err, model.CodeInvalid)
	_, err = f.CreateBody(ctx, fullBody("ei-ole"))
	wantCode(t, err, model.CodeNotFound)
	for _, lost := range []model.NetworkMeeting{fullNetworkMeeting("ei-ole"), fullNetworkMeeting(b.ID, "ei-ole")} {
		_, err = f.CreateNetworkMeeting(ctx, lost)
		wantCode(t, err, model.CodeNotFound)
	}
	_, err = f.UpdateBody(ctx, b.ID, func(x *model.Body) error { x.Notes = "muutettu"; return errStop })
	if err != errStop { //nolint:errorlint // as it is
		t.Errorf("the error of change is %v", err)
	}
	_, err = f.UpdateNetworkMeeting(ctx, m.ID, func(x *model.NetworkMeeting) error { x.Notes = "muutettu"; return errStop })
	if err != errStop { //nolint:errorlint // as it is
		t.Errorf("the error of change is %v", err)
	}
	_, err = f.UpdateBody(ctx, "ei-ole", func(*model.Body) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	_, err = f.UpdateNetworkMeeting(ctx, "ei-ole", func(*model.NetworkMeeting) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.DeleteBody(ctx, "ei-ole"), model.CodeNotFound)
	wantCode(t, f.DeleteNetworkMeeting(ctx, "ei-ole"), model.CodeNotFound)
	wantBodies(t, f, b)
	wantNetworkMeetings(t, f, m)
}

func TestNetworkMeetings(t *testing.T) {
	f := newFile(t)
	organisations := twoOrganisations(t, f)
	a, b := organisations[0].ID, organisations[1].ID
	body, err := f.CreateBody(ctx, fullBody())
	must(t, err)
	kinds := []model.Kind{model.KindNetwork}
	var full model.NetworkMeeting
	telling(t, f, kinds, func() {
		full, err = f.CreateNetworkMeeting(ctx, fullNetworkMeeting(body.ID, b, a, b))
		must(t, err)
	})
	bare, err := f.CreateNetworkMeeting(ctx, model.NetworkMeeting{BodyID: body.ID, Date: model.MustDate("2026-11-18")})
	must(t, err)
	want := fullNetworkMeeting(body.ID, b, a)
	want.ID = full.ID
	must(t, f.Close())
	f = reopen(t, f.Path())
	wantNetworkMeetings(t, f, model.NetworkMeeting{ID: bare.ID, BodyID: body.ID, Date: model.MustDate("2026-11-18")}, want)

	telling(t, f, kinds, func() {
		_, err := f.UpdateNetworkMeeting(ctx, full.ID, func(x *model.NetworkMeeting) error {
			x.ID, x.Date, x.Cancelled, x.Present[1] = "muu", model.MustDate("2026-11-25"), false, ""
			return nil
		})
		must(t, err)
	})
	want.Date, want.Cancelled, want.Present = model.MustDate("2026-11-25"), false, []model.ID{b}
	wantNetworkMeetings(t, f, want, bare)

	err = f.DeleteBody(ctx, body.ID)
	wantCode(t, err, model.CodeInUse)
	wantUses(t, err, []model.Use{
		{Kind: model.KindNetwork, ID: want.ID, Label: "2026-11-25", Role: "body_meeting"},
		{Kind: model.KindNetwork, ID: bare.ID, Label: "2026-11-18", Role: "body_meeting"},
	})
	telling(t, f, kinds, func() { must(t, f.DeleteNetworkMeeting(ctx, bare.ID)) })
	must(t, f.DeleteNetworkMeeting(ctx, want.ID))
	must(t, f.DeleteBody(ctx, body.ID))
	wantNetworkMeetings(t, f)
	soundFile(t, f)
}

func wantNetworkMeetings(t *testing.T, f *File, want ...model.NetworkMeeting) {
	t.Helper()
	all, err := f.NetworkMeetings(ctx)
	must(t, err)
	equal(t, "the latest first", all, want)
}

func wantUses(t *testing.T, err error, want []model.Use) {
	t.Helper()
	e, ok := errors.AsType[*model.Error](err)
	if !ok {
		t.Fatalf("%v has no uses", err)
	}
	equal(t, "uses", e.Uses, want)
}

// An organisation that is in the network cannot be deleted, and one that becomes another is there as that one.
func TestOrganisationsOfTheNetwork(t *testing.T) {
	f := newFile(t)
	organisations := twoOrganisations(t, f)
	keep, drop := organisations[0].ID, organisations[1].ID
	both, err := f.CreateBody(ctx, fullBody(keep, drop))
	must(t, err)
	one := fullBody(drop)
	one.Name.Fi = "Ohjaajat"
	one, err = f.CreateBody(ctx, one)
	must(t, err)
	for range 2 {
		_, err = f.CreateNetworkMeeting(ctx, fullNetworkMeeting(both.ID, drop))
		must(t, err)
	}
	m, err := f.CreateNetworkMeeting(ctx, fullNetworkMeeting(one.ID, drop, keep))
	must(t, err)
	err = f.DeleteOrganisation(ctx, drop)
	wantCode(t, err, model.CodeInUse)
	wantUses(t, err, []model.Use{
		{Kind: model.KindBody, ID: one.ID, Label: "Ohjaajat", Role: "body_member"},
		{Kind: model.KindBody, ID: one.ID, Label: "Ohjaajat", Role: "body_present"},
		{Kind: model.KindBody, ID: both.ID, Label: both.Name.Fi, Role: "body_member"},
		{Kind: model.KindBody, ID: both.ID, Label: both.Name.Fi, Role: "body_present"},
	})
	_, err = f.MergeOrganisations(ctx, keep, drop)
	must(t, err)
	both.Members, one.Members = []model.ID{keep}, []model.ID{keep}
	wantBodies(t, f, one, both)
	all, err := f.NetworkMeetings(ctx)
	must(t, err)
	for _, x := range all {
		equal(t, "present on "+string(x.ID), x.Present, []model.ID{keep})
	}
	if len(all) != 3 || all[0].ID != m.ID {
		t.Errorf("%d meetings: %+v", len(all), all)
	}
	soundFile(t, f)
}

// A rule that a later version wrote is kept as it is until somebody changes the recurrence.
func TestBodyKeepsRuleOfALaterVersion(t *testing.T) {
	f := newFile(t)
	b, err := f.CreateBody(ctx, fullBody())
	must(t, err)
	damage(t, f, "UPDATE network_body SET rrule = 'FREQ=HOURLY'")
	after, err := f.UpdateBody(ctx, b.ID, func(x *model.Body) error { x.Notes = "muutettu"; return nil })
	must(t, err)
	if after.Recurrence.Rhythm != model.SingleDates {
		t.Errorf("read as %+v", after.Recurrence)
	}
	rule := func() (out string) {
		must(t, f.conn.QueryRowContext(ctx, "SELECT rrule FROM network_body").Scan(&out))
		return out
	}
	equal(t, "rule", rule(), "FREQ=HOURLY")
	_, err = f.UpdateBody(ctx, b.ID, func(x *model.Body) error { x.Recurrence = b.Recurrence; return nil })
	must(t, err)
	equal(t, "changed", rule(), b.Recurrence.RRULE())
}
