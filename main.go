// Kumppani keeps the partnership agreements, volunteer leaders and training of a family centre. This is the one place that
// sees both the window and the data file: it opens the file and gives it to the window or to a command.
package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/exec"
	"time"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui"
	"kumppani/ui/commands"
)

var version = "0.1.0" // set by the build: -ldflags "-X main.version=…"

func main() { os.Exit(program().Run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) }

func program() commands.Program {
	return commands.Program{
		Version: version, Today: model.DateOf(time.Now()), Language: commands.SystemLanguage(),
		Home: persistence.DefaultPath(), Window: openWindow,
		Open:   func(ctx context.Context, path string) (commands.Store, error) { return openFile(ctx, path, false) },
		Sample: func(ctx context.Context, path string) (commands.Store, error) { return openFile(ctx, path, true) },
	}
}

// openWindow opens the data file, makes it when there is none, and shows it until the window is closed.
func openWindow(o commands.Options) error {
	path := cmp.Or(o.File, persistence.DefaultPath())
	if o.Sample {
		path = persistence.SamplePath()
	}
	f, err := openFile(context.Background(), path, o.Sample)
	if err != nil {
		return ui.Tell(err, o.Language, o.System)
	}
	err = ui.Run(ui.Options{
		Store: f, Today: today(o.Today), TodaySet: !o.Today.IsZero(), Sample: o.Sample, Language: o.Language, System: o.System,
		OpenSample: openSampleWindow, Risk: string(persistence.RiskOf(path)), Version: version, ExitWhenUsable: o.ExitWhenUsable,
	})
	if !o.Sample {
		err = errors.Join(err, f.BackupIfChanged(context.Background()))
	}
	return errors.Join(err, f.Close())
}

// today is the day that was set, or else the day it is: a window stays open over midnight.
func today(set model.Date) func() model.Date {
	if !set.IsZero() {
		return func() model.Date { return set }
	}
	return func() model.Date { return model.DateOf(time.Now()) }
}

// openSampleWindow starts the program once more, beside this window and on a file of its own.
func openSampleWindow(l model.Language) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	return exec.Command(self, "--sample", "--lang", string(l)).Start()
}

// openFile opens a data file, and puts the sample region into a new one when that is asked for.
func openFile(ctx context.Context, path string, sample bool) (*persistence.File, error) {
	f, err := persistence.Open(ctx, path, persistence.Options{})
	if err != nil || !sample {
		return f, err
	}
	if err := persistence.LoadSample(ctx, f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
