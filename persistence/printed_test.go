package persistence

import (
	"testing"

	"kumppani/model"
)

func TestPrintedCalendarComesBackWhole(t *testing.T) {
	m := newMeetings(t)
	c := m.printed()
	c.Lines[0].Name = model.Text{Fi: "Kahvila", Sv: "Kafé", En: "Café"}
	c.Lines[0].Place = model.Text{Fi: "Ahola", Sv: "A", En: "Hall"}
	c.Lines = append(c.Lines, model.PrintedLine{GroupID: "poistettu", Name: model.Text{Sv: "Borta"}}) // it was there then
	none, err := m.f.PrintedCalendar(ctx, c.SeasonID, c.Area)
	must(t, err)
	equal(t, "before anything was", none, model.PrintedCalendar{SeasonID: c.SeasonID, Area: c.Area})
	must(t, m.f.KeepPrintedCalendar(ctx, c))
	got, err := m.f.PrintedCalendar(ctx, c.SeasonID, c.Area)
	must(t, err)
	equal(t, "kept", got, c)

	// One of a single place beside it, and a later one of the region instead of it.
	place := c
	place.Area, place.Lines = model.CalendarArea{PlaceID: m.places[0].ID}.Key(), nil
	must(t, m.f.KeepPrintedCalendar(ctx, place))
	c.On, c.Lines = c.On.AddDays(30), c.Lines[:1]
	must(t, m.f.KeepPrintedCalendar(ctx, c))
	for _, want := range []model.PrintedCalendar{c, place} {
		got, err = m.f.PrintedCalendar(ctx, want.SeasonID, want.Area)
		must(t, err)
		equal(t, want.Area, got, want)
	}
	gone := c
	gone.SeasonID = "ei-ole"
	wantCode(t, m.f.KeepPrintedCalendar(ctx, gone), model.CodeNotFound)
	soundFile(t, m.f)

	must(t, m.f.DeleteSeason(ctx, m.season.ID))
	got, err = m.f.PrintedCalendar(ctx, c.SeasonID, c.Area)
	must(t, err)
	equal(t, "after the season was removed", got, none)
	soundFile(t, m.f)
}
