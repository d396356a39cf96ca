package persistence

import (
	"errors"
	"fmt"
	"testing"

	"kumppani/model"
)

func TestPartnerCalendarComesBackWhole(t *testing.T) {
	m := newMeetings(t)
	other := model.PartnerCalendar{Name: " Åbo stifts kalender "}
	other, err := m.f.SavePartnerCalendar(ctx, other, nil)
	must(t, err)
	c := m.partner(t)
	all, err := m.f.PartnerCalendars(ctx)
	must(t, err)
	c.Events, other.Name = 2, "Åbo stifts kalender"
	equal(t, "in Finnish order", all, []model.PartnerCalendar{c, other})

	first := m.season.From
	events, err := m.f.PartnerEvents(ctx, first, first)
	must(t, err)
	equal(t, "those of all day first", events, []model.PartnerEvent{
		{CalendarID: c.ID, PlaceID: m.places[0].ID, Date: first, Title: "Seurakuntapäivä"},
		{CalendarID: c.ID, PlaceID: m.places[0].ID, Date: first, From: clock(9, 0), Until: clock(10, 0), Title: "Kuoro"},
	})
	for _, days := range [][2]int{{-9, -1}, {1, 9}, {1, -1}} {
		events, err = m.f.PartnerEvents(ctx, first.AddDays(days[0]), first.AddDays(days[1]))
		must(t, err)
		equal(t, "on other days", len(events), 0)
	}

	// Read again, it has the new events and no others.
	c.ReadOn, c.File = first.AddDays(7), "uusi.ics"
	c, err = m.f.SavePartnerCalendar(ctx, c, []model.PartnerEvent{
		{Date: first.AddDays(1), From: clock(0, 0), Until: clock(23, 59), Title: "odd\x00\x1e\x1f🙂"},
	})
	must(t, err)
	all, err = m.f.PartnerCalendars(ctx)
	must(t, err)
	equal(t, "read again", all, []model.PartnerCalendar{c, other})
	events, err = m.f.PartnerEvents(ctx, first, first.AddDays(1))
	must(t, err)
	equal(t, "its events", events, []model.PartnerEvent{{
		CalendarID: c.ID, PlaceID: m.places[0].ID, Date: first.AddDays(1), From: clock(0, 0), Until: clock(23, 59), Title: "odd\x00\x1e\x1f🙂",
	}})

	// Another name or place leaves the events, and what was read is not changed by hand.
	changed, err := m.f.UpdatePartnerCalendar(ctx, c.ID, func(c *model.PartnerCalendar) error {
		c.Name, c.PlaceID, c.File, c.Events, c.ID = " Seurakunta ", "", "muu.ics", 99, "muu"
		return nil
	})
	must(t, err)
	c.Name, c.PlaceID = "Seurakunta", ""
	equal(t, "changed", changed, c)
	events, err = m.f.PartnerEvents(ctx, first, m.season.Until)
	must(t, err)
	if len(events) != 1 || events[0].PlaceID != "" {
		t.Errorf("its events are %+v", events)
	}
	soundFile(t, m.f)

	must(t, m.f.DeletePartnerCalendar(ctx, c.ID))
	all, err = m.f.PartnerCalendars(ctx)
	must(t, err)
	equal(t, "after one was removed", all, []model.PartnerCalendar{other})
	events, err = m.f.PartnerEvents(ctx, first, m.season.Until)
	must(t, err)
	equal(t, "events after it was removed", len(events), 0)
	wantCode(t, m.f.DeletePartnerCalendar(ctx, c.ID), model.CodeNotFound)
	soundFile(t, m.f)
}

func TestPartnerCalendarRefusals(t *testing.T) {
	m := newMeetings(t)
	c := m.partner(t)
	before := snapshot(t, m.f)
	broken := []model.PartnerEvent{{Date: m.season.From, Title: "Kuoro"}, {Title: "Joskus"}}
	for name, change := range map[string]func() error{
		"no name": func() error {
			c := c
			c.Name = " "
			_, err := m.f.SavePartnerCalendar(ctx, c, nil)
			return err
		},
		"ends before it begins": func() error {
			c := c
			c.From, c.Until = c.Until, c.From
			_, err := m.f.SavePartnerCalendar(ctx, c, nil)
			return err
		},
		"an event without a day": func() error {
			_, err := m.f.SavePartnerCalendar(ctx, c, broken)
			return err
		},
		"a new name that is none": func() error {
			_, err := m.f.UpdatePartnerCalendar(ctx, c.ID, func(c *model.PartnerCalendar) error { c.Name = ""; return nil })
			return err
		},
	} {
		if err := change(); model.CodeOf(err) != model.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := m.f.UpdatePartnerCalendar(ctx, c.ID, func(c *model.PartnerCalendar) error { c.PlaceID = "ei-ole"; return nil })
	wantCode(t, err, model.CodeNotFound)
	_, err = m.f.UpdatePartnerCalendar(ctx, "ei-ole", func(*model.PartnerCalendar) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	own := errors.New("oma")
	_, err = m.f.UpdatePartnerCalendar(ctx, c.ID, func(c *model.PartnerCalendar) error { c.Name = "x"; return own })
	if err != own {
		t.Errorf("got %v, want the error of the change", err)
	}
	equal(t, "after refusals", snapshot(t, m.f), before)
}

// BenchmarkPartnerEvents50000 keeps and reads a calendar of 50,000 events in 500 days.
func BenchmarkPartnerEvents50000(b *testing.B) {
	m := newMeetings(b)
	var events []model.PartnerEvent
	for i := range 50_000 {
		events = append(events, model.PartnerEvent{
			Date: m.season.From.AddDays(i % 500), From: clock(9, i%60), Until: clock(12, 0), Title: fmt.Sprintf("Varaus %d", i),
		})
	}
	c := m.partner(b)
	b.Run("Save", func(b *testing.B) {
		for b.Loop() {
			_, err := m.f.SavePartnerCalendar(ctx, c, events)
			must(b, err)
		}
	})
	for name, days := range map[string]int{"Week": 6, "Season": 139} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				got, err := m.f.PartnerEvents(ctx, m.season.From, m.season.From.AddDays(days))
				must(b, err)
				if len(got) != 100*(days+1) {
					b.Fatalf("%d events", len(got))
				}
			}
		})
	}
}
