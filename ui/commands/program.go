// Package commands is the command line of the program: what it lists, prints and checks without a window, in words that
// a person reads (on the terminal, in a spreadsheet) or in codes that another program reads (JSON).
//
// What does not live here: the window, the data file and the drawing of paper. Program hands them in, so that every
// command works without a display.
package commands

import (
	"context"
	"fmt"
	"io"

	"github.com/jeandeaual/go-locale"
	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/records"
	"kumppani/ui/report"
	"kumppani/ui/words"
)

// The exit codes of the program.
const (
	Done   = 0
	Failed = 1 // it could not be done, or the data file is not sound
	Misuse = 2 // the command line was not understood; nothing was opened
)

// Store is what the commands read. Three things write: WritePlan, for plan --apply; Import, for import --apply; and
// KeepPrintedCalendar, for print calendar --remember.
type Store interface {
	records.Store
	report.Store
	model.Backups
	model.Imports
	SeasonSessions(ctx context.Context, season model.ID) ([]model.Session, error)
	WritePlan(ctx context.Context, p model.Plan) error
	PrintedCalendar(ctx context.Context, season model.ID, area string) (model.PrintedCalendar, error)
	KeepPrintedCalendar(ctx context.Context, c model.PrintedCalendar) error
	// Check reads the whole data file and returns what is not sound in it.
	Check(ctx context.Context) ([]model.Finding, error)
	Close() error
}

// Place says which data file is meant: the one at File, the sample region, or else the person's own.
type Place struct {
	File   string
	Sample bool
}

// Options are how the window is asked for on the command line.
type Options struct {
	Place
	Today          model.Date     // the day for everything computed; zero = the day of the clock
	Language       model.Language // empty = as the centre or the system says
	System         model.Language // of the computer; empty when it is none of ours
	ExitWhenUsable bool           // end as soon as the window can be used; measures the start
}

// SystemLanguage is the computer's own; a computer that does not say leaves it to the program.
func SystemLanguage() model.Language {
	l, _ := locale.GetLanguage()
	return model.Language(l)
}

// Program is what the command line sets in motion.
type Program struct {
	Version  string
	Today    model.Date     // of the clock; --today goes before it
	Language model.Language // of the system; empty when it is none of ours
	Home     string         // path of the person's own data file
	// Open opens the data file at a path. It is asked only for a file that is there.
	Open func(ctx context.Context, path string) (Store, error)
	// Sample makes a data file at a path and fills it with the sample region.
	Sample func(ctx context.Context, path string) (Store, error)
	Window func(Options) error // returns when the window is closed
}

// Run does what args (without the program's name) ask for and returns the exit code. Only what was asked for goes to
// out; everything said about it goes to complaints.
func (p Program) Run(ctx context.Context, args []string, out, complaints io.Writer) int {
	s := &session{Program: p, out: out, complaints: complaints}
	s.in = words.In(s.spoken(langArg(args)))
	cobra.MousetrapHelpText = "" // a program with a window is meant to be started from the file manager
	root := s.root()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return Done
	}
	_, _ = fmt.Fprintln(complaints, s.sentence(err))
	if !isMisuse(err) {
		return Failed
	}
	_, _ = fmt.Fprintln(complaints, s.in.T("commands.usage", "line", cmd.UseLine()))
	_, _ = fmt.Fprintln(complaints, s.in.T("commands.usage.more", "command", cmd.CommandPath()))
	return Misuse
}

// session is one run of a command.
type session struct {
	Program
	out, complaints io.Writer
	in              words.In // of messages and of the cells of CSV
	flags           struct {
		Place
		today, lang    string
		format, output string
		document       string
		from, to, year string
		dryRun, apply  bool
		force, drop    []string
		season, week   string
		place, leader  string
		municipality   string
		paper, by      string
		changes        bool
		remember       bool
		internal       bool
		exitWhenUsable bool
	}
	langs []model.Language // as --lang names them
}

// spoken is the language of a message before a data file is open.
func (s *session) spoken(named string) model.Language {
	if l := languages(named); len(l) > 0 {
		return l[0]
	}
	if s.Language.Valid() {
		return s.Language
	}
	return model.Finnish
}
