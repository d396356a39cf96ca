package exchange

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

// notWritten is that everything could not be written out.
type notWritten struct {
	path string
	err  error
}

// Error gives the text for the log.
func (e *notWritten) Error() string { return "write everything to " + e.path + ": " + e.err.Error() }

// Unwrap returns the cause.
func (e *notWritten) Unwrap() error { return e.err }

// Say gives the sentence for a person.
func (e *notWritten) Say(in words.In) string { return in.T("exchange.out.failed", "path", e.path) }

// askEverything says what would be written out and whom it names, asks for the form and the folder, and writes it.
func (v *view) askEverything() {
	choose := func(ending string) func() {
		return func() {
			v.askFolder(func(folder string) {
				v.everything(free(folder, words.T("exchange.out.file", "date", v.desk.Today().String()), ending))
			})
		}
	}
	v.desk.Dialogs.Choose(words.T("exchange.out.all.title"), words.T("exchange.out.all.text"),
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("exchange.out.as_folder"), Do: choose("")},
		kit.Choice{Label: words.T("exchange.out.as_zip"), Default: true, Do: choose(".zip")})
}

// everything writes everything out while a person goes on.
func (v *view) everything(path string) {
	in, today := words.In(words.Current()), v.desk.Today()
	v.desk.Start(desk.Work{
		Said: words.T("exchange.out.working"), Stopped: words.T("exchange.stopped"),
		Do: func(ctx context.Context, tell func(float64)) error {
			return records.ExportAll(ctx, v.store, records.Export{
				In: in, Today: today, Path: path, Progress: func(done, of int) { tell(float64(done) / float64(max(of, 1))) },
			})
		},
		Then: func(err error) {
			if err == nil {
				v.desk.Say(words.T("exchange.out.done", "path", path))
				return
			}
			if _, reading := errors.AsType[*model.Error](err); !reading {
				err = &notWritten{path, err}
			}
			v.fail(err)
		},
	})
}

// free is a path in the folder that nothing has yet: the name, or the name with a number.
func free(folder, name, ending string) string {
	path := filepath.Join(folder, name+ending)
	for n := 2; n < 1000; n++ {
		if _, err := os.Lstat(path); err != nil {
			break
		}
		path = filepath.Join(folder, name+" ("+strconv.Itoa(n)+")"+ending)
	}
	return path
}
