package commands

import (
	"github.com/spf13/cobra"

	"kumppani/ui/records"
)

func (s *session) list() *cobra.Command {
	return s.group("list", "list",
		s.listing(records.Agreements),
		s.listing(records.Organisations),
		s.listing(records.Leaders),
		s.listing(records.Training),
		s.listing(records.Readiness),
		s.between(s.listing(records.Places)),
		s.between(s.listing(records.Groups)),
		s.between(s.listing(records.Sessions)),
		s.listing(records.PartnerCalendars),
	)
}

// listing makes the command that lists one kind of record.
func (s *session) listing(kind records.Kind) *cobra.Command {
	c := s.command(string(kind), "list_"+string(kind))
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
		store, _, err := s.open(c.Context())
		if err != nil {
			return err
		}
		q := records.Query{Kind: kind, In: s.in, Today: s.today()}
		q.From, q.Until = s.span()
		head, all, err := records.List(c.Context(), store, q)
		if err = closed(store, err); err != nil {
			return err
		}
		b, err := records.JSON(all)
		if s.flags.format == "csv" {
			b, err = records.CSV(head, all)
		}
		if err != nil {
			return err
		}
		return s.put(b)
	}
	return c
}
