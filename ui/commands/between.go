package commands

import (
	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/records"
)

// between adds the flags --from and --to, which choose the sessions of a list: those that are listed or counted.
func (s *session) between(c *cobra.Command) *cobra.Command {
	c.Flags().StringVar(&s.flags.from, "from", "", s.in.T("commands.flag.from"))
	c.Flags().StringVar(&s.flags.to, "to", "", s.in.T("commands.flag.to"))
	format := c.PreRunE
	c.PreRunE = func(c *cobra.Command, args []string) error {
		for name, text := range map[string]string{"from": s.flags.from, "to": s.flags.to} {
			if d, err := model.ParseDate(text); c.Flags().Changed(name) && (err != nil || d.IsZero()) {
				return misuse("day", "flag", "--"+name, "text", text)
			}
		}
		if from, to := s.span(); to.Before(from) {
			return misuse("span", "from", from.String(), "to", to.String())
		}
		return format(c, args)
	}
	return c
}

// span is what --from and --to say, every day without them.
func (s *session) span() (from, to model.Date) {
	from, to = records.AllDays[0], records.AllDays[1]
	if d, err := model.ParseDate(s.flags.from); err == nil && !d.IsZero() {
		from = d
	}
	if d, err := model.ParseDate(s.flags.to); err == nil && !d.IsZero() {
		to = d
	}
	return from, to
}
