// Kumppani keeps the partnership agreements of a family centre. This is the one place that sees both the window and the
// data file: it opens the file and gives it to the window or to a command.
package main

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/jeandeaual/go-locale"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/commands"
)

var version = "0.1.0" // set by the build: -ldflags "-X main.version=…"

func main() { os.Exit(program().Run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) }

func program() commands.Program {
	language, _ := locale.GetLanguage() // a system that does not say leaves it to the program
	return commands.Program{
		Version: version, Today: model.DateOf(time.Now()), Language: model.Language(language),
		Open: open, Sample: openSample, Window: openWindow,
	}
}

// openWindow opens the data file, makes it when there is none, and shows it until the window is closed.
func openWindow(commands.Options) error {
	return errors.New("the window is not built yet") // ui.Run(ui.Options{…})
}

func open(ctx context.Context, path string) (commands.Store, error) {
	f, err := persistence.Open(ctx, path, persistence.Options{})
	if err != nil {
		return nil, err
	}
	return store{f}, nil
}

func openSample(ctx context.Context, path string) (commands.Store, error) {
	f, err := persistence.Open(ctx, path, persistence.Options{})
	if err != nil {
		return nil, err
	}
	return nil, errors.Join(errors.New("the sample region is not built yet"), f.Close())
}

// store is a data file as a command sees it.
type store struct{ *persistence.File }

// Check reads the whole data file.
func (s store) Check(ctx context.Context) ([]commands.Finding, error) {
	found, err := s.File.Check(ctx)
	var out []commands.Finding
	for _, f := range found {
		out = append(out, commands.Finding{Code: string(f.Code), Record: f.Table + " " + f.Record, Detail: f.Detail})
	}
	return out, err
}
