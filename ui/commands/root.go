package commands

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/model"
)

// root builds the commands. Cobra parses; every word a person reads is ours.
func (s *session) root() *cobra.Command {
	root := s.command("kumppani", "window")
	root.Version = s.Version
	root.SetVersionTemplate("kumppani {{.Version}}\n")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "no-help", Hidden: true})
	root.SetOut(s.out)
	root.SetErr(s.complaints)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return &fault{key: "flag", misuse: true, err: err}
	})
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { c.Print(s.help(c)) })
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error { return s.understand(c) }
	root.RunE = func(*cobra.Command, []string) error {
		return s.Window(Options{
			Place: s.flags.Place, Today: s.day(), Language: s.firstLanguage(), System: s.Language, ExitWhenUsable: s.flags.exitWhenUsable,
		})
	}
	flags := root.PersistentFlags()
	flags.StringVar(&s.flags.File, "file", "", s.in.T("commands.flag.file"))
	flags.BoolVar(&s.flags.Sample, "sample", false, s.in.T("commands.flag.sample"))
	flags.StringVar(&s.flags.today, "today", "", s.in.T("commands.flag.today"))
	flags.StringVar(&s.flags.lang, "lang", "", s.in.T("commands.flag.lang"))
	flags.BoolP("help", "h", false, s.in.T("commands.flag.help"))
	root.Flags().Bool("version", false, s.in.T("commands.flag.version"))
	root.Flags().BoolVar(&s.flags.exitWhenUsable, "exit-when-usable", false, "")
	_ = root.Flags().MarkHidden("exit-when-usable") // fails only for a flag that is not there
	root.AddCommand(s.list(), s.print(), s.report(), s.export(), s.plan(), s.importing(), s.check(), s.backup())
	return root
}

// command makes a command that takes no arguments; its words are "commands.about.<key>".
func (s *session) command(use, key string) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: s.in.T("commands.about." + key), DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misuse("argument", "argument", args[0])
			}
			return nil
		},
	}
}

// group makes a command that only holds others.
func (s *session) group(use, key string, members ...*cobra.Command) *cobra.Command {
	c := s.command(use, key)
	c.RunE = func(*cobra.Command, []string) error { return misuse("what", "command", use) }
	c.AddCommand(members...)
	return c
}

// understand reads the flags that all commands share.
func (s *session) understand(c *cobra.Command) error {
	f := s.flags
	if f.File != "" && f.Sample {
		return misuse("file_and_sample")
	}
	if c.Flags().Changed("file") && f.File == "" {
		return misuse("file_empty")
	}
	if c.Flags().Changed("today") {
		if d, err := model.ParseDate(f.today); err != nil || d.IsZero() {
			return misuse("today", "text", f.today)
		}
	}
	if c.Flags().Changed("lang") {
		s.langs = languages(f.lang)
		if len(s.langs) == 0 || (len(s.langs) > 1 && c.Annotations[twoLanguages] == "") {
			return misuse("lang", "text", f.lang)
		}
	}
	return nil
}

// twoLanguages marks a command that can speak two languages at once.
const twoLanguages = "two-languages"

// languages reads "sv" or "fi+sv", none when it is neither.
func languages(text string) []model.Language {
	var out []model.Language
	for part := range strings.SplitSeq(text, "+") {
		l := model.Language(part)
		if !l.Valid() || slices.Contains(out, l) || len(out) == 2 {
			return nil
		}
		out = append(out, l)
	}
	return out
}

// langArg finds --lang before the flags are parsed, since their errors and help must be said in that language already.
func langArg(args []string) string {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return v
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

func (s *session) firstLanguage() model.Language {
	if len(s.langs) == 0 {
		return ""
	}
	return s.langs[0]
}

// day is the day that --today names, zero without it.
func (s *session) day() model.Date {
	d, _ := model.ParseDate(s.flags.today) // understand has refused what is not a date
	return d
}

// today is the day for everything computed.
func (s *session) today() model.Date {
	if d := s.day(); !d.IsZero() {
		return d
	}
	return s.Today
}
