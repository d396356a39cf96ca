package commands

import (
	"context"

	"github.com/spf13/cobra"

	"kumppani/model"
)

func (s *session) list() *cobra.Command {
	c := s.group("list", "list",
		s.listing("agreements", func(ctx context.Context, store Store, reg register) ([]record, error) {
			all, err := reg.whole(ctx, store)
			records := make([]record, len(all))
			for i, a := range all {
				records[i] = agreementRecord(s.in, a, reg)
			}
			return records, err
		}, func() record { return agreementRecord(s.in, model.Agreement{}, register{}) }),
		s.listing("organisations", func(ctx context.Context, store Store, reg register) ([]record, error) {
			all, err := reg.whole(ctx, store)
			engaged := engagements(all, reg)
			records := make([]record, len(reg.organisations))
			for i, o := range reg.organisations {
				records[i] = organisationRecord(s.in, o, engaged[o.ID], reg.calendar.Today)
			}
			return records, err
		}, func() record { return organisationRecord(s.in, model.Organisation{}, engagement{}, model.Date{}) }),
		s.listing("leaders", func(ctx context.Context, store Store, reg register) ([]record, error) {
			p, err := readPeople(ctx, store, reg.directory, reg.calendar.Today)
			records := make([]record, len(p.leaders))
			for i, l := range p.leaders {
				records[i] = leaderRecord(s.in, l, p)
			}
			return records, err
		}, func() record { return leaderRecord(s.in, model.Leader{}, people{}) }),
		s.listing("training", func(ctx context.Context, store Store, reg register) ([]record, error) {
			p, err := readPeople(ctx, store, reg.directory, reg.calendar.Today)
			records := make([]record, len(p.events))
			for i, e := range p.events {
				records[i] = eventRecord(s.in, e, p)
			}
			return records, err
		}, func() record { return eventRecord(s.in, model.Event{}, people{}) }),
		s.listing("readiness", func(ctx context.Context, store Store, reg register) ([]record, error) {
			p, err := readPeople(ctx, store, reg.directory, reg.calendar.Today)
			return readinessRecords(s.in, p), err
		}, func() record { return noReadiness(s.in) }),
	)
	c.AddCommand(s.meetingLists()...)
	return c
}

// listing makes the command that lists one kind of record; empty makes a record of nothing, for the columns of a list
// that has no lines.
func (s *session) listing(
	what string, read func(context.Context, Store, register) ([]record, error), empty func() record,
) *cobra.Command {
	c := s.command(what, "list_"+what)
	c.Flags().StringVar(&s.flags.format, "format", "", s.in.T("commands.flag.format"))
	c.PreRunE = func(c *cobra.Command, _ []string) error {
		switch f := s.flags.format; {
		case !c.Flags().Changed("format"):
			return misuse("format_missing")
		case f != "json" && f != "csv":
			return misuse("format", "text", f)
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, _ []string) error {
		store, centre, err := s.open(c.Context())
		if err != nil {
			return err
		}
		reg, err := readRegister(c.Context(), store, centre, s.today())
		var records []record
		if err == nil {
			records, err = read(c.Context(), store, reg)
		}
		if err = closed(store, err); err != nil {
			return err
		}
		b, err := writeJSON(records)
		if s.flags.format == "csv" {
			b, err = writeCSV(head(empty()), records)
		}
		if err != nil {
			return err
		}
		return s.put(b)
	}
	return c
}
