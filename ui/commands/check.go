package commands

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/ui/words"
)

func (s *session) check() *cobra.Command {
	c := s.command("check", "check")
	c.RunE = func(c *cobra.Command, _ []string) error {
		store, _, err := s.open(c.Context())
		if err != nil {
			return err
		}
		findings, err := store.Check(c.Context())
		if err = closed(store, err); err != nil {
			return err
		}
		if len(findings) == 0 {
			return s.put([]byte(s.in.T("commands.check.sound") + "\n"))
		}
		var b strings.Builder
		for _, f := range findings {
			fmt.Fprintf(&b, "%s (%s)\n", words.Code(s.in, "commands.check", f.Code), strings.TrimSpace(f.Table+" "+f.Record+" "+f.Detail))
		}
		if err := s.put([]byte(b.String())); err != nil {
			return err
		}
		return &fault{key: "not_sound"}
	}
	return c
}
