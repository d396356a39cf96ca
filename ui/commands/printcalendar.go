package commands

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/paper"
	"kumppani/ui/records"
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
		SeasonID: sheet.Season.ID, Area: sheet.Area.Key(), On: m.Today, Lines: model.Printed(sheet.Entries),
	})
}

// calendarSheet is the families' calendar that the flags ask for.
func (s *session) calendarSheet(ctx context.Context, store Store, centre model.Centre, m records.Meetings) (paper.CalendarSheet, error) {
	sheet := paper.CalendarSheet{
		ByVillage: s.flags.by == byVillage, Size: sizes[s.flags.paper], Languages: s.wallLanguages(centre), Facts: meetingFacts(m),
	}
	season, sessions, err := s.seasonSessions(ctx, store, m)
	if err != nil {
		return sheet, err
	}
	sheet.Season = season
	if sheet.Area, err = s.areaMeant(m, centre); err != nil {
		return sheet, err
	}
	sheet.Entries = model.PublicCalendar(sessions, m.Groups, m.PlaceOf, sheet.Area)
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
	sheet.Changes = model.CalendarChanges(last.Lines, sheet.Entries, m.Today)
	return sheet, nil
}

// seasonSessions reads the season that is meant and its sessions.
func (s *session) seasonSessions(ctx context.Context, store Store, m records.Meetings) (model.Season, []model.Session, error) {
	season, err := s.seasonMeant(m)
	if err != nil {
		return season, nil, err
	}
	sessions, err := store.SeasonSessions(ctx, season.ID)
	return season, sessions, err
}

// sources are what a paper about meetings is made of.
type sources struct {
	records.Meetings
	store  Store
	office paper.Office
	place  model.MeetingPlace // that --place names
}

// meetingPrinting makes a command that prints a paper about meetings.
func (s *session) meetingPrinting(use, key string, build func(context.Context, sources) (paper.Document, error)) *cobra.Command {
	return s.printing(use, key, func(ctx context.Context, store Store, centre model.Centre, _ []string) (paper.Result, error) {
		o, m, err := s.readCalendar(ctx, store, centre)
		if err != nil {
			return paper.Result{}, err
		}
		x := sources{Meetings: m, store: store, office: o}
		if s.flags.place != "" {
			if x.place, err = findPlace(m.Places, s.flags.place, s.in); err != nil {
				return paper.Result{}, err
			}
		}
		document, err := build(ctx, x)
		if err != nil {
			return paper.Result{}, err
		}
		return paper.Render(document)
	})
}

// posterPrinting makes the command that prints what is held in a place in a week.
func (s *session) posterPrinting() *cobra.Command {
	c := s.meetingPrinting("poster", "print_poster", func(ctx context.Context, x sources) (paper.Document, error) {
		monday, _ := parseWeek(s.flags.week)
		sessions, err := weekOf(ctx, x.store, x.place.ID, monday)
		if err != nil {
			return paper.Document{}, err
		}
		return x.office.WeekPoster(x.place, monday, sessions, meetingFacts(x.Meetings), s.wallLanguages(x.office.Centre)), nil
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
	c := s.meetingPrinting("door-sign", "print_door_sign", func(ctx context.Context, x sources) (paper.Document, error) {
		_, sessions, err := s.seasonSessions(ctx, x.store, x.Meetings)
		if err != nil {
			return paper.Document{}, err
		}
		entries := model.PublicCalendar(sessions, x.Groups, x.PlaceOf, model.CalendarArea{PlaceID: x.place.ID})
		return x.office.DoorSign(x.place, entries, meetingFacts(x.Meetings), s.wallLanguages(x.office.Centre)), nil
	})
	c.Annotations = map[string]string{twoLanguages: "yes"}
	s.naming(c, "season")
	s.atPlace(c)
	return c
}

// countingPrinting makes the command that prints a sheet on which the visitors of a week are counted by hand.
func (s *session) countingPrinting() *cobra.Command {
	c := s.meetingPrinting("counting-sheet", "print_counting_sheet", func(ctx context.Context, x sources) (paper.Document, error) {
		monday, _ := parseWeek(s.flags.week)
		sessions, err := weekOf(ctx, x.store, x.place.ID, monday)
		if err != nil {
			return paper.Document{}, err
		}
		before := monday.SameWeek(-1)
		lastYear, err := x.store.Sessions(ctx, before, before.AddDays(6))
		if err != nil {
			return paper.Document{}, err
		}
		rows := model.CountWeek(sessions, lastYear, x.GroupOf)
		return x.office.CountingSheet(x.place, monday, rows, meetingFacts(x.Meetings), s.wallLanguages(x.office.Centre)), nil
	})
	c.Annotations = map[string]string{twoLanguages: "yes"}
	s.inWeek(c)
	s.atPlace(c)
	return c
}

// dutyPrinting makes the command that prints who leads what in a season.
func (s *session) dutyPrinting() *cobra.Command {
	c := s.meetingPrinting("duties", "print_duties", func(ctx context.Context, x sources) (paper.Document, error) {
		season, sessions, err := s.seasonSessions(ctx, x.store, x.Meetings)
		if err != nil {
			return paper.Document{}, err
		}
		var only []model.ID
		if s.flags.leader != "" {
			who, err := findLeader(x.Leaders, s.flags.leader)
			if err != nil {
				return paper.Document{}, err
			}
			only = []model.ID{who.ID}
		}
		return x.office.DutyList(season, sessions, meetingFacts(x.Meetings), model.Language(s.in), only...), nil
	})
	s.naming(c, "season", "leader")
	return c
}
