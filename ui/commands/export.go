package commands

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/icalendar"
	"kumppani/ui/records"
)

// export makes the commands that write files for other programs.
func (s *session) export() *cobra.Command {
	c := s.command("ics", "export_ics")
	s.toFile(c, "commands.flag.output_ics")
	s.naming(c, "municipality", "place", "leader")
	s.between(c)
	c.Flags().BoolVar(&s.flags.internal, "internal", false, s.in.T("commands.flag.internal"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		store, centre, err := s.open(c.Context())
		if err != nil {
			return err
		}
		feed, err := s.feed(c.Context(), store, centre)
		if err = closed(store, err); err != nil {
			return err
		}
		b, err := feed.Bytes()
		if err != nil {
			return err
		}
		if err := s.write(b); err != nil {
			return err
		}
		if len(feed.Sessions) == 0 {
			_, _ = fmt.Fprintln(s.complaints, s.in.T("commands.export.nothing"))
		}
		return nil
	}
	return s.group("export", "export", c, s.exportAll(), s.countingSheetExport())
}

// feed is the calendar that the flags ask for: from the first day of the season on, unless --from says otherwise.
func (s *session) feed(ctx context.Context, store Store, centre model.Centre) (icalendar.Feed, error) {
	_, m, err := s.readCalendar(ctx, store, centre)
	if err != nil {
		return icalendar.Feed{}, err
	}
	own := model.Language(s.in)
	f := icalendar.Feed{
		Name: centre.Name.Best(own), Language: own, Seasons: m.Seasons, Groups: m.GroupOf, Places: m.PlaceOf,
		Leaders: m.LeaderOf, Internal: s.flags.internal, Stamp: s.stamp(),
	}
	area, err := s.areaMeant(m, centre)
	if err != nil {
		return f, err
	}
	var who model.Leader
	switch {
	case area.PlaceID != "":
		f.Name = m.PlaceOf.Name(area.PlaceID, own)
	case !area.Municipality.IsZero():
		f.Name = records.Said(f.Name, area.Municipality.Name)
	case s.flags.leader != "":
		if who, err = findLeader(m.Leaders, s.flags.leader); err != nil {
			return f, err
		}
		f.Name = records.Said(f.Name, who.Name)
	}
	from, to := s.span()
	if season, ok := model.SeasonOn(m.Seasons, m.Today); ok && s.flags.from == "" && !season.From.After(to) {
		from = season.From
	}
	all, err := store.Sessions(ctx, from, to)
	f.Sessions = model.Shared(all, m.GroupOf, m.PlaceOf, model.Sharing{Area: area, LeaderID: who.ID, Internal: f.Internal})
	return f, err
}

// stamp is when a file is made: the day of --today, so that the same command makes the same bytes, or else now.
func (s *session) stamp() time.Time {
	if d := s.day(); !d.IsZero() {
		return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
	}
	return time.Now()
}
