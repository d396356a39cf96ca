// Package exchange is the view "Tuonti ja vienti": what others keep in their spreadsheets is taken in, step by step, and
// nothing is written before a person has seen what would change; everything is written out; and copies of the data file are
// made.
//
// What does not live here: reading files and comparing them with the registers (ui/importing, ui/spreadsheet), what is
// written out (ui/records), and writing to the data file. It works in a window only.
package exchange

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

// Store is what is read and written.
type Store interface {
	importing.Store
	records.Store
	model.Imports
	model.Backups
}

// New makes the view and shows its first page.
func New(d *desk.Desk, store Store) kit.View { return newView(d, store) }

// view shows one step at a time.
type view struct {
	desk   *desk.Desk
	store  Store
	room   *fyne.Container
	step   step
	cancel context.CancelFunc // of what is done beside and is waited for; nil while nothing is
}

// step is what stands in the room.
type step interface {
	content() fyne.CanvasObject
	focusFirst()
	reload()
	half() bool // something would be lost by leaving it
}

func newView(d *desk.Desk, store Store) *view {
	v := &view{desk: d, store: store, room: container.NewStack()}
	v.put(newStart(v))
	return v
}

// put shows a step.
func (v *view) put(s step) {
	v.step = s
	v.room.Objects = []fyne.CanvasObject{s.content()}
	v.room.Refresh()
}

// turn shows a step, with the keyboard in it.
func (v *view) turn(s step) {
	v.put(s)
	s.focusFirst()
}

func (v *view) start() { v.turn(newStart(v)) }

// Content is the view on the window.
func (v *view) Content() fyne.CanvasObject { return v.room }

// Reload shows what has changed.
func (v *view) Reload() { v.step.reload() }

// FocusPage gives the keyboard to the first thing that can be done.
func (v *view) FocusPage() { v.step.focusFirst() }

// FocusSearch does the same when a person comes to the view: there is nothing to search.
func (v *view) FocusSearch() { v.step.focusFirst() }

// MayLeave does then, after asking when an import is half done: then it is given up.
func (v *view) MayLeave(then func()) {
	if !v.step.half() {
		then()
		return
	}
	v.desk.Dialogs.Choose(words.T("exchange.leave.title"), words.T("exchange.leave.text"),
		kit.Choice{Label: words.T("exchange.leave.stay"), Default: true, Cancel: true},
		kit.Choice{Label: words.T("exchange.leave.verb"), Do: func() {
			v.stop()
			v.put(newStart(v))
			then()
		}})
}

// Leave gives up what is half done, or goes back to the first page.
func (v *view) Leave() {
	if _, atStart := v.step.(*start); !atStart {
		v.MayLeave(v.start)
	}
}

// FormOpen reports whether something would be lost by leaving.
func (v *view) FormOpen() bool { return v.step.half() }

// Undo takes the last import back: at once when it was made just now, else after asking.
func (v *view) Undo() {
	switch s := v.step.(type) {
	case *result:
		if !s.undone {
			v.takeBack()
		}
	case *start:
		v.askTakeBack()
	}
}

// Dropped takes a file that was dropped on the window.
func (v *view) Dropped(files []fyne.URI) {
	if len(files) == 0 {
		return
	}
	if len(files) > 1 {
		v.desk.Messages.Warn(words.T("exchange.one_file"))
		return
	}
	v.MayLeave(func() { v.read(files[0].Path()) })
}

// stop stops what is done beside and waited for.
func (v *view) stop() {
	if v.cancel != nil {
		v.cancel()
		v.cancel = nil
	}
}

// waiting stands in the room while something is done beside that the next step needs.
type waiting struct {
	v       *view
	said    string
	half_   bool
	stopper *kit.Button
}

func (w *waiting) content() fyne.CanvasObject {
	page := kit.Page{Title: w.said, Subtitle: words.T("exchange.working")}
	if w.half_ {
		w.stopper = kit.NewButton(words.T("kit.work.cancel"), theme.CancelIcon(), w.v.stop)
		page.Subtitle = words.T("exchange.reading.nothing_written")
		page.Sections = []fyne.CanvasObject{buttons(w.stopper)}
	}
	return page.View()
}

func (w *waiting) focusFirst() {
	if w.stopper != nil {
		kit.Focus(w.stopper)
	}
}

func (w *waiting) reload()    {}
func (w *waiting) half() bool { return w.half_ }

// wait shows that something is being done, does it beside, and then, with its error, goes on. A person who stops it comes
// back to the step where it began, and nothing more is done.
func (v *view) wait(said string, do func(ctx context.Context, tell func(part float64)) error, then func(error)) {
	before := v.step
	ctx, cancel := context.WithCancel(context.Background())
	v.cancel = cancel
	v.turn(&waiting{v: v, said: said, half_: true})
	here := v.step
	work := v.desk.Messages.Work(said, cancel)
	v.desk.Beside(func() {
		err := do(ctx, work.Set)
		work.Done()
		fyne.Do(func() {
			stopped := ctx.Err() != nil
			cancel()
			if v.step != here { // it was given up
				return
			}
			v.cancel = nil
			if stopped {
				v.turn(before)
				v.desk.Say(words.T("exchange.stopped"))
				return
			}
			then(err)
		})
	})
}

// fail tells an error; one that has a sentence of its own is told by it.
func (v *view) fail(err error) {
	said, ok := errors.AsType[interface {
		error
		Say(in words.In) string
	}](err)
	if !ok {
		v.desk.Fail(err, nil)
		return
	}
	slog.Error("told the user", "error", err)
	v.desk.Dialogs.Error(kit.Trouble{Title: words.T("desk.error.title"), Text: said.Say(words.In(words.Current())), Details: err.Error()}, nil)
}

// read opens a file and shows what is in it.
func (v *view) read(path string) {
	var draft *importing.Draft
	var facts importing.Facts
	in, today := words.In(words.Current()), v.desk.Today()
	v.wait(words.T("exchange.reading", "file", filepath.Base(path)), func(ctx context.Context, tell func(float64)) (err error) {
		if facts, err = importing.Read(ctx, v.store, in, today); err != nil {
			return err
		}
		draft, err = importing.Open(ctx, path, &facts, func(rows int) { tell(float64(rows) / float64(rows+readHalf)) })
		return err
	}, func(err error) {
		if err != nil {
			v.start()
			v.fail(err)
			return
		}
		v.turn(newColumns(v, draft, &facts))
	})
}

// readHalf is how many rows make half of the progress: how many there are is known only when all are read.
const readHalf = 4000
