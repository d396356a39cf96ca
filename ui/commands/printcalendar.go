package commands

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/paper"
)

// The orders of the families' calendar, as --by names them.
const (
	byWeekday = "weekday"
	byVillage = "village"
)

// sizes are the papers of the families' calendar, as --paper names them.
var sizes = map[string]paper.PaperSize{"a4": paper.PaperA4, "a3": paper.PaperA3, "leaflet": paper.PaperLeaflet}

// calendarPrinting makes the command that prints the families' calendar. It is the one that may remember what it printed.
func (s *session) calendarPrinting() *cobra.Command {
	c := s.printing("calendar", "print_calendar", nil)
	c.Annotations = map[string]string{twoLanguages: "yes"}
	flags := c.Flags()
	flags.StringVar(&s.flags.paper, "paper", "a4", s.in.T("commands.flag.paper"))
	flags.StringVar(&s.flags.by, "by", byWeekday, s.in.T("commands.flag.by"))
	flags.BoolVar(&s.flags.changes, "changes", false, s.in.T("commands.flag.changes"))
	flags.BoolVar(&s.flags.remember, "remember", false, s.in.T("commands.flag.remember"))
	s.naming(c, "season", "municipality", "place")
	before(c, func(*cobra.Command) error {
		if _, known := sizes[s.flags.paper]; !known {
			return misuse("paper", "text", s.flags.paper)
		}
		if by := s.flags.by; by != byWeekday && by != byVillage {
			return misuse("by", "text", by)
		}
		return nil
	})
	c.RunE = func(c *cobra.Command, _ []string) error {
		store, centre, err := s.open(c.Context())
		if err != nil {
			return err
		}
		return closed(store, s.printCalendar(c.Context(), store, centre))
	}
	return c
}

// printCalendar prints the calendar, and remembers it only when it is written: what nobody has got was not given out.
func (s *session) printCalendar(ctx context.Context, store Store, centre model.Centre) error {
	o, m, err := s.readCalendar(ctx, store, centre)
	if err != nil {
		return err
	}
	sheet, err := s.calendarSheet(ctx, store, centre, m)
	if err != nil {
		return err
	}
	printed, err := paper.Render(o.FamiliesCalendar(sheet))
	if err != nil {
		return err
	}
	if err := s.deliver(printed); err != nil || !s.flags.remember {
		return err
	}
	return store.KeepPrintedCalendar(ctx, model.PrintedCalendar{
		SeasonID: sheet.Season.ID, Area: sheet.Area.Key(), On: m.today, Lines: model.Printed(sheet.Entries),
	})
}

// calendarSheet is the families' calendar that the flags ask for.
func (s *session) calendarSheet(ctx context.Context, store Store, centre model.Centre, m meetings) (paper.CalendarSheet, error) {
	sheet := paper.CalendarSheet{
		ByVillage: s.flags.by == byVillage, Size: sizes[s.flags.paper], Languages: s.wallLanguages(centre), Facts: m.facts(),
	}
	var err error
	if sheet.Season, err = s.seasonMeant(m); err != nil {
		return sheet, err
	}
	if sheet.Area, err = s.areaMeant(m, centre); err != nil {
		return sheet, err
	}
	sessions, err := store.SeasonSessions(ctx, sheet.Season.ID)
	if err != nil {
		return sheet, err
	}
	sheet.Entries = model.PublicCalendar(sessions, m.groups, m.placeOf, sheet.Area)
	if len(sheet.Entries) == 0 {
		return sheet, &fault{key: "calendar_empty", args: []any{"season", sheet.Season.Name.Best(model.Language(s.in))}}
	}
	if !s.flags.changes {
		return sheet, nil
	}
	last, err := store.PrintedCalendar(ctx, sheet.Season.ID, sheet.Area.Key())
	if err != nil {
		return sheet, err
	}
	if last.On.IsZero() {
		_, _ = fmt.Fprintln(s.complaints, s.in.T("commands.calendar.first"))
		return sheet, nil
	}
	sheet.ChangedSince = last.On
	sheet.Changes = model.CalendarChanges(last.Lines, sheet.Entries, m.today)
	return sheet, nil
}

// posterPrinting makes the command that prints what is held in a place in a week.
func (s *session) posterPrinting() *cobra.Command {
	c := s.printing("poster", "print_poster", func(ctx context.Context, store Store, centre model.Centre, _ []string) (paper.Result, error) {
		o, m, err := s.readCalendar(ctx, store, centre)
		if err != nil {
			return paper.Result{}, err
		}
		place, err := findPlace(m.places, s.flags.place, s.in)
		if err != nil {
			return paper.Result{}, err
		}
		monday, _ := parseWeek(s.flags.week)
		sessions, err := weekOf(ctx, store, place.ID, monday)
		if err != nil {
			return paper.Result{}, err
		}
		sessions = slices.DeleteFunc(sessions, func(x model.Session) bool { return !m.groupOf[x.GroupID].Public })
		return paper.Render(o.WeekPoster(place, monday, sessions, m.facts(), s.wallLanguages(centre)))
	})
	c.Annotations = map[string]string{twoLanguages: "yes"}
	s.inWeek(c)
	s.atPlace(c)
	return c
}

// weekOf reads the sessions of a place in the week that begins on a Monday.
func weekOf(ctx context.Context, store Store, place model.ID, monday model.Date) ([]model.Session, error) {
	all, err := store.Sessions(ctx, monday, monday.AddDays(6))
	return slices.DeleteFunc(all, func(x model.Session) bool { return x.PlaceID != place }), err
}

// doorSignPrinting makes the command that prints what is held in a place in a season, for its door.
func (s *session) doorSignPrinting() *cobra.Command {
	c := s.printing("door-sign", "print_door_sign", func(ctx context.Context, store Store, centre model.Centre, _ []string) (paper.Result, error) {
		o, m, err := s.readCalendar(ctx, store, centre)
		if err != nil {
			return paper.Result{}, err
		}
		place, err := findPlace(m.places, s.flags.place, s.in)
		if err != nil {
			return paper.Result{}, err
		}
		season, err := s.seasonMeant(m)
		if err != nil {
			return paper.Result{}, err
		}
		sessions, err := store.SeasonSessions(ctx, season.ID)
		if err != nil {
			return paper.Result{}, err
		}
		entries := model.PublicCalendar(sessions, m.groups, m.placeOf, model.CalendarArea{PlaceID: place.ID})
		return paper.Render(o.DoorSign(place, entries, m.facts(), s.wallLanguages(centre)))
	})
	c.Annotations = map[string]string{twoLanguages: "yes"}
	s.naming(c, "season")
	s.atPlace(c)
	return c
}

// countingPrinting makes the command that prints a sheet on which the visitors of a week are counted by hand.
func (s *session) countingPrinting() *cobra.Command {
	c := s.printing("counting-sheet", "print_counting_sheet", func(ctx context.Context, store Store, centre model.Centre, _ []string) (paper.Result, error) {
		o, m, err := s.readCalendar(ctx, store, centre)
		if err != nil {
			return paper.Result{}, err
		}
		place, err := findPlace(m.places, s.flags.place, s.in)
		if err != nil {
			return paper.Result{}, err
		}
		monday, _ := parseWeek(s.flags.week)
		sessions, err := weekOf(ctx, store, place.ID, monday)
		if err != nil {
			return paper.Result{}, err
		}
		before := monday.SameWeek(-1)
		lastYear, err := store.Sessions(ctx, before, before.AddDays(6))
		if err != nil {
			return paper.Result{}, err
		}
		rows := model.CountWeek(sessions, lastYear, m.groupOf)
		return paper.Render(o.CountingSheet(place, monday, rows, m.facts(), s.wallLanguages(centre)))
	})
	c.Annotations = map[string]string{twoLanguages: "yes"}
	s.inWeek(c)
	s.atPlace(c)
	return c
}

// dutyPrinting makes the command that prints who leads what in a season.
func (s *session) dutyPrinting() *cobra.Command {
	c := s.printing("duties", "print_duties", func(ctx context.Context, store Store, centre model.Centre, _ []string) (paper.Result, error) {
		o, m, err := s.readCalendar(ctx, store, centre)
		if err != nil {
			return paper.Result{}, err
		}
		season, err := s.seasonMeant(m)
		if err != nil {
			return paper.Result{}, err
		}
		sessions, err := store.SeasonSessions(ctx, season.ID)
		if err != nil {
			return paper.Result{}, err
		}
		var only []model.ID
		if s.flags.leader != "" {
			who, err := findLeader(m.allLeaders, s.flags.leader)
			if err != nil {
				return paper.Result{}, err
			}
			only = []model.ID{who.ID}
		}
		return paper.Render(o.DutyList(season, sessions, m.facts(), model.Language(s.in), only...))
	})
	s.naming(c, "season", "leader")
	return c
}
