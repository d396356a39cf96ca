package commands

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help tells what a command does, with which commands below it and which flags. Cobra's own help is English.
func (s *session) help(c *cobra.Command) string {
	var b strings.Builder
	b.WriteString(cmp.Or(c.Long, c.Short) + "\n\n" + s.in.T("commands.usage", "line", c.UseLine()) + "\n")
	var lines [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			lines = append(lines, [2]string{sub.Use, sub.Short})
		}
	}
	if len(lines) > 0 {
		b.WriteString("\n" + s.in.T("commands.help.commands") + "\n" + columns(lines))
	}
	lines = nil
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name, usage := pflag.UnquoteUsage(f)
		short := "    "
		if f.Shorthand != "" {
			short = "-" + f.Shorthand + ", "
		}
		lines = append(lines, [2]string{short + strings.TrimSpace("--"+f.Name+" "+name), usage})
	})
	b.WriteString("\n" + s.in.T("commands.help.flags") + "\n" + columns(lines))
	return b.String()
}

// columns sets the second texts below each other. (pflag's own table counts å and ö as two.)
func columns(lines [][2]string) string {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l[0]))
	}
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("  " + l[0] + strings.Repeat(" ", width-utf8.RuneCountInString(l[0])+3) + l[1] + "\n")
	}
	return b.String()
}
